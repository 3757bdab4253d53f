"""The smallest .ods and .xlsb that a test needs, made by hand."""

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

ODS = "urn:oasis:names:tc:opendocument:xmlns"


def write_ods(
    path: Path,
    rows: Sequence[Sequence[str | tuple[str, str]]],
    *,
    locked: bool = False,
    down: tuple[str, int] = ("", 1),
) -> None:
    """An OpenDocument spreadsheet; a cell is a text, or a text and the address behind it. The cell with the
    text of `down` is merged over so many rows."""
    told = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    cell = f'office:value-type="string"><text:p>{down[0]}<'
    told = told.replace(cell, f'table:number-rows-spanned="{down[1]}" {cell}') if down[0] else told
    namespaces = f'xmlns:office="{ODS}:office:1.0" xmlns:table="{ODS}:table:1.0" xmlns:text="{ODS}:text:1.0"'
    content = (
        f'<office:document-content {namespaces} xmlns:xlink="http://www.w3.org/1999/xlink"><office:body>'
        f'<office:spreadsheet><table:table table:name="Plan">{told}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        secret = "<manifest:encryption-data/>" if locked else ""
        package.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{ODS}:manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="content.xml">{secret}</manifest:file-entry></manifest:manifest>',
        )
        package.writestr("content.xml", b"\x07sealed" if locked else content)


def _ods_cell(cell: str | tuple[str, str]) -> str:
    text, address = cell if isinstance(cell, tuple) else (cell, "")
    words = f"<text:a xlink:href={quoteattr(address)}>{escape(text)}</text:a>" if address else escape(text)
    return f'<table:table-cell office:value-type="string"><text:p>{words}</text:p></table:table-cell>'


def write_xlsb(
    path: Path,
    rows: Sequence[Sequence[str]],
    *,
    link: tuple[int, int, str] | None = None,
    merged: tuple[int, int, int] | None = None,
) -> None:
    """A binary workbook of Excel ([MS-XLSB] 2.4: records of number, length and data).

    `link`: row and column, from 0, of a cell, and the address behind it. `merged`: first and last row and the
    column of cells that are merged.
    """
    cells = b""
    for number, row in enumerate(rows):
        cells += _record(0x00, struct.pack("<I", number) + bytes(13))
        for column, text in enumerate(row):
            cells += _record(0x06, struct.pack("<II", column, 0) + _wide(text))
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, max(map(len, rows)) - 1)
    more = b""
    if merged:
        first, last, at = merged
        more += _record(176, struct.pack("<4I", first, last, at, at))
    if link:
        row_, column_, _ = link
        place = struct.pack("<4I", row_, row_, column_, column_)
        more += _record(494, place + _wide("rId9") + _wide("") * 3)
    sheet = _record(0x81) + _record(0x94, size) + _record(0x91) + cells + _record(0x92) + more + _record(0x82)
    bundle = _record(0x9C, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Plan"))
    book = _record(0x83) + _record(0x8F) + bundle + _record(0x90) + _record(0x84)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("xl/workbook.bin", book)
        package.writestr("xl/worksheets/sheet1.bin", sheet)
        if link:
            package.writestr(
                "xl/worksheets/_rels/sheet1.bin.rels",
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="rId9" Target={quoteattr(link[2])} TargetMode="External"/>'
                "</Relationships>",
            )
        package.writestr(
            "xl/_rels/workbook.bin.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="rId1" Target="worksheets/sheet1.bin" Type="http://schemas.openxmlformats.org/officeDocument/'
            '2006/relationships/worksheet"/></Relationships>',
        )
        package.writestr("[Content_Types].xml", "<Types/>")


def _record(number: int, data: bytes = b"") -> bytes:
    head = bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])
    length, size = len(data), b""
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
        length >>= 7
        if not length:
            return head + size + data


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")
