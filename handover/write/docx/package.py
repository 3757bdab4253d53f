"""A Word file as a bundle of named parts: read with limits, written the same bytes every time."""

import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, Final

from lxml import etree

from handover.errors import TemplateError
from handover.model import Said

CONTENT_TYPES: Final = "[Content_Types].xml"
MAIN_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MOST_BYTES: Final = 100_000_000  # of a template, unpacked
MOST_PARTS: Final = 2_000
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold: same input, same bytes

# What Python's unpacking can raise on a damaged archive; an encrypted one is a RuntimeError.
_DAMAGE: Final = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(OSError, RuntimeError, NotImplementedError, EOFError, ValueError),
)

NS: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}
W: Final = "{" + NS["w"] + "}"
REL: Final = NS["r"]  # also the beginning of the types of relationships


def read_package(data: bytes, name: str) -> dict[str, bytes]:
    """The parts of a Word file in their order. Raises TemplateError for anything else."""
    hint = Said("Open it in Word or LibreOffice and save it as a Word document (.docx).")
    no_document = Said("The template {template} is no Word document.", template=name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            infos = [i for i in archive.infolist() if not i.is_dir()]
            if len(infos) > MOST_PARTS or sum(i.file_size for i in infos) > MOST_BYTES:
                too_large = Said("The template {template} is too large.", template=name)
                raise TemplateError(too_large, template=name, hint=hint)
            parts = {i.filename: _read(archive, i) for i in infos}
    except _DAMAGE as error:
        raise TemplateError(no_document, template=name, hint=hint) from error
    if CONTENT_TYPES not in parts or "_rels/.rels" not in parts:
        raise TemplateError(no_document, template=name, hint=hint)
    try:
        return {
            part: _in_utf8(data) if part.endswith((".xml", ".rels")) else data for part, data in parts.items()
        }
    except etree.XMLSyntaxError as error:
        damaged = Said("The template {template} is damaged ({error}).", template=name, error=str(error))
        raise TemplateError(damaged, template=name, hint=hint) from error


def _in_utf8(xml: bytes) -> bytes:
    """An XML part as UTF-8, the only encoding the rest here reads. Raises XMLSyntaxError."""
    root = parse(xml)
    try:
        xml.decode("utf-8")
    except UnicodeDecodeError:
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    return xml


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as member:
        data = member.read(info.file_size + 1)
    if len(data) > info.file_size:
        raise zipfile.BadZipFile("a part is longer than it says")
    return data


class PackageWriter:
    """Writes parts into a zip with fixed dates and rights."""

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6)

    def __enter__(self) -> "PackageWriter":
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def add(self, name: str, data: bytes) -> None:
        """One part, whole."""
        self._zip.writestr(part_info(name), data)

    def add_packed(self, name: str, data: bytes) -> None:
        """One part that is packed already, as pictures are."""
        info = part_info(name)
        info.compress_type = zipfile.ZIP_STORED
        self._zip.writestr(info, data)

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """One part, piece by piece."""
        with self._zip.open(part_info(name), "w") as member:
            yield member


def part_info(name: str) -> zipfile.ZipInfo:
    """A zip entry with nothing of this day or system in it."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 0  # the same on every system
    info.external_attr = 0
    return info


def parse(xml: bytes) -> etree._Element:
    """An XML part; no entities, no network, no file is read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(xml, parser)


def rels_name(part: str) -> str:
    """Where the relationships of a part lie: word/document.xml -> word/_rels/document.xml.rels."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


def target_name(part: str, target: str) -> str:
    """The part a relationship of `part` leads to."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def relationships(parts: dict[str, bytes], main: str) -> list[tuple[str, str]]:
    """The relationships of a part inside the file: (type, the part it leads to)."""
    rels = parts.get(rels_name(main))
    if rels is None:
        return []
    return [
        (rel.get("Type", ""), target_name(main, rel.get("Target", "")))
        for rel in parse(rels)
        if rel.get("TargetMode") != "External"
    ]
