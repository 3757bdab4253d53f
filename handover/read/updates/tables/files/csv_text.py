"""CSV, TSV and their kin: which encoding, which delimiter, and rows that cost no more than themselves."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice

from handover.later import pattern
from handover.model import Notice, Said, Skipped
from handover.read.fields import clean
from handover.read.long_cells import long_cells
from handover.read.source import HEAD, Source
from handover.read.updates.tables import MOST_ROWS, Row, Table, too_long
from handover.read.updates.tables.files.old_encodings import ENOUGH, old_encoding
from handover.read.updates.tables.header.roles import role_of

DELIMITERS = ",;\t|"
LOOKED_AT = 60  # rows that decide the delimiter
MOST_LINES = 5_000_000  # a row may have many
BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
EXCELS_COLUMNS = 16_384

# JSON, and JavaScript that sets a value.
_CODE = pattern(r"(?:var\s+)?[\w.$]+\s*=\s*[\[{]|\{|\[\s*[\[{\"\]]")


def looks_like_text(head: bytes) -> bool:
    """Whether bytes can be a table in text: no other file's signature, no HTML, no JSON, no script."""
    if not head.strip() or head.startswith(
        (b"PK", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b")
    ):
        return False
    text = decode(head[:4096], whole=False)[0].lstrip()
    return not (
        20 * text.count("\x00") > len(text) or text.startswith(("<", "BEGIN:VC")) or _CODE.match(text)
    )


def decode(data: bytes, *, whole: bool = True) -> tuple[str, str]:
    """The text in `data`, and a sentence about a guess that was needed ("" for none).

    `whole=False`: the data is the beginning of more, its last letter may be cut.
    """
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(name, "ignore" if not whole else "replace"), ""
    if len(data) > 3 and 3 * data[:64].count(0) >= len(data[:64]):  # every second byte, in Latin letters
        name = "utf-16-le" if data[1:64:2].count(0) >= data[0:64:2].count(0) else "utf-16-be"
        return data.decode(name, "replace"), ""
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        if not whole and error.start >= len(data) - 4:
            return data[: error.start].decode("utf-8"), ""
    text = data.decode("utf-8", "replace")
    broken, sound = (
        text.count("\ufffd"),
        sum(1 for sign in text[:ENOUGH] if sign > "\x7f" and sign != "\ufffd"),
    )
    if sound > 20 * broken:
        return text, Said("{n} letters are damaged and shown as {sign}.", n=broken, sign="\ufffd")
    return _in_old_encoding(data)


def _in_old_encoding(data: bytes) -> tuple[str, str]:
    name = old_encoding(data)
    return data.decode(name, "replace"), Said(
        "Its encoding is not named and was taken to be {name}.", name=name
    )


def delimiter_of(text: str) -> str:
    """The delimiter of a table: the one under which a header is found, else that of the evenest rows."""
    return max(DELIMITERS, key=lambda delimiter: _evidence(text, delimiter))


def _evidence(text: str, delimiter: str) -> tuple[int, float, int]:
    rows = []
    for _, row in zip(range(LOOKED_AT), _records(text, delimiter), strict=False):
        rows.append(row)
    known = max((sum(1 for cell in row if len(cell) < 60 and role_of(cell)) for row in rows), default=0)
    widths = [len(row) for row in rows if any(row)]
    usual = max(set(widths), key=widths.count, default=0)
    if usual < 2:
        return (min(known, 1), 0.0, 0)
    return (known, widths.count(usual) / len(widths), usual)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=False)


@long_cells()
def peek(source: Source) -> Table | None:
    """The first rows of a table in text, from the head alone; None when it is no text."""
    if not looks_like_text(source.head):
        return None
    whole = len(source.head) < HEAD
    text = clean(decode(source.head, whole=whole)[0])
    rows = list(_numbered(text, []))
    if not whole and len(rows) > 1:
        rows.pop()  # cut in the middle
    return Table(location=source.location, rows=rows)


@long_cells()
def read(source: Source) -> Table:
    """A table in text, whole. A quotation mark that is never closed costs its own row only.

    Raises ParseError when it has more than MOST_ROWS.
    """
    text, guess = decode(source.read())
    if text.count("\n") + text.count("\r") > MOST_LINES:
        raise too_long(source.location)
    text = clean(text)
    skipped: list[Skipped] = []
    rows = list(islice(_numbered(text, skipped, source.location), MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        raise too_long(source.location)
    notices = (
        Notice(
            text=guess, where=source.location, hint=Said("Save the sheet as CSV UTF-8 if letters look wrong.")
        ),
    )
    return Table(
        location=source.location, rows=rows, skipped=tuple(skipped), notices=notices if guess else ()
    )


def _numbered(text: str, skipped: list[Skipped], location: str = "") -> Iterable[Row]:
    if text[:4].lower() == "sep=" and len(text) > 4:  # a hint for Excel, which does not count it as a row
        delimiter, text = text[4], text.partition("\n")[2]
    else:
        delimiter = delimiter_of(text[:HEAD])
    if _escapes_quotes(text[:HEAD], delimiter):
        text = text.replace('\\"', '""')
    lines = io.StringIO(text, newline="").readlines()
    number, at = 0, 0
    while at < len(lines):
        reader = csv.reader(lines[at:] if at else lines, delimiter=delimiter)
        read = 0  # lines of the rows so far
        try:
            for row in reader:
                number += 1
                end = reader.line_num
                is_last = end - read > 1 and at + end >= len(lines)  # and of several lines
                if is_last and _is_open(lines[at + read :], delimiter):
                    reason = Said("A quotation mark in this row is never closed.")
                    break
                read = end
                yield number, row if len(row) <= EXCELS_COLUMNS else _filled(row)
            else:
                return
        except csv.Error as error:
            number += 1
            reason = Said("The row cannot be read ({error}).", error=str(error))
        skipped.append(Skipped(location=location, line=number, reason=reason))
        at += read + 1


def _escapes_quotes(text: str, delimiter: str) -> bool:
    """Whether quotation marks inside a cell stand behind a backslash, as MySQL and scripts write them.

    A path may end a cell with a backslash too; so the rows must come out evener than they are.
    """
    if '\\"' not in text:
        return False
    return _uneven(text.replace('\\"', '""'), delimiter) < _uneven(text, delimiter)


def _uneven(text: str, delimiter: str) -> int:
    rows = [row for row, _ in zip(_records(text, delimiter), range(LOOKED_AT), strict=False) if any(row)]
    strange = sum("\\" in cell and '"' in cell for row in rows for cell in row)
    return strange + sum(len(row) != len(rows[0]) for row in rows)


def _filled(row: list[str]) -> list[str]:
    """A row that is wider than any sheet, without the empty cells at its end."""
    while row and not row[-1]:
        row.pop()
    return row


def _is_open(lines: list[str], delimiter: str) -> bool:
    """Whether the record made of these lines ends inside its quotation marks."""
    try:
        for _ in csv.reader(lines, delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False
