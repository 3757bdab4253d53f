"""Which kind of workbook a file is, by its first bytes and the names in it, without what reads any."""

import io
import zipfile
from typing import IO

from handover.read.containers import DAMAGE
from handover.read.source import MAX_BYTES, Source

_OLD_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


def is_new_workbook(source: Source) -> bool:
    """Whether this is an .xlsx or its kin (.xlsm, .xltx)."""
    return _holds(source, "xl/workbook.xml")


def _holds(source: Source, part: str) -> bool:
    """Whether this is a package with such a part."""
    if source.head[:2] != b"PK":
        return False
    try:
        with source.open() as stream, zipfile.ZipFile(as_seekable(stream)) as archive:
            return part in archive.NameToInfo
    except (*DAMAGE, OSError, NotImplementedError, RuntimeError):
        return False


def as_seekable(stream: IO[bytes]) -> IO[bytes]:
    return stream if stream.seekable() else io.BytesIO(stream.read(MAX_BYTES))


def is_old_workbook(source: Source) -> bool:
    """Whether this is an .xls (Excel 97 to 2003) or another file of that container, like a locked .xlsx."""
    return source.head[:8] == _OLD_MAGIC


def is_open_document(source: Source) -> bool:
    """Whether this is a spreadsheet of LibreOffice's own kind (.ods)."""
    return source.head[:4] == b"PK\x03\x04" and _OPEN_DOCUMENT in source.head[:200]


def is_binary(source: Source) -> bool:
    """Whether this is a binary workbook of Excel (.xlsb)."""
    return _holds(source, "xl/workbook.bin")
