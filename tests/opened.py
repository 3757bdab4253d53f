"""Everything a file holds, unpacked: what a curious reader could find in it."""

import base64
import email
import re
import zipfile
from collections.abc import Iterator
from email.header import decode_header, make_header
from io import BytesIO
from pathlib import Path

_DATA = re.compile(rb"data:[\w/+.-]+;base64,([A-Za-z0-9+/=]+)")


def opened(path: Path) -> Iterator[tuple[str, bytes]]:
    """Each piece of a file, or of all files of a folder, by where it stands: the names of files too."""
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            yield f"{file.name} (its name)", file.relative_to(path.parent).as_posix().encode()
            yield from _pieces(file.name, file.read_bytes())


def _pieces(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, data
    if name.endswith(".eml"):
        yield from _of_message(name, data)
    elif name.endswith(".ics"):
        yield f"{name} (unfolded)", data.replace(b"\r\n ", b"")
    elif data.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            yield f"{name} (its comment)", archive.comment
            for part in archive.infolist():
                yield f"{name} (a name in it)", part.filename.encode() + part.comment + part.extra
                yield from _pieces(f"{name} › {part.filename}", archive.read(part))
    for match in _DATA.finditer(data):
        yield from _pieces(f"{name} (data)", base64.b64decode(match[1] + b"=="))


def _of_message(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    for part in email.message_from_bytes(data).walk():
        for head, value in part.items():
            yield f"{name} › {head}", str(make_header(decode_header(value))).encode()
        if not part.is_multipart():
            told = part.get_payload(decode=True)
            assert isinstance(told, bytes)
            yield from _pieces(part.get_filename() or f"{name} › {part.get_content_type()}", told)
