"""Files as they come in, streamed to a folder, as much as there is room for."""

import re
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import IO

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from handover.errors import SourceError
from handover.model import Said
from handover.text.safe import one_line

MAX_UPLOAD = 16 * 1024**3  # bytes of one request
MAX_FILES = 200  # of one request
SPARE = 500 * 1024**2  # bytes that stay free on the disk
LONGEST = 150  # characters of a name
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")


class Incoming:
    """The files of one `multipart/form-data` request. Each is written as it comes; none is in memory."""

    def __init__(self, folder: Path, content_type: str) -> None:
        kind, options = parse_options_header(content_type)
        if kind != b"multipart/form-data" or not options.get(b"boundary"):
            raise SourceError(Said("These are no files."))
        self.folder = folder
        self.files: list[Path] = []
        self._open: IO[bytes] | None = None
        self._header = (bytearray(), bytearray())
        self._name: str | None = None
        self._parser = MultipartParser(
            options[b"boundary"],
            {
                "on_part_begin": self._begin,
                "on_header_field": lambda data, start, end: self._header[0].extend(data[start:end]),
                "on_header_value": lambda data, start, end: self._header[1].extend(data[start:end]),
                "on_header_end": self._header_end,
                "on_headers_finished": self._headers_finished,
                "on_part_data": self._data,
                "on_part_end": self._end,
            },
            max_size=MAX_UPLOAD,
        )

    async def take(self, stream: AsyncIterator[bytes], length: int) -> list[Path]:
        """All files of the request, in folders of their own under the names they came with.

        Raises SourceError for what is too large or no upload; what had come is gone then.
        """
        try:
            if length > min(MAX_UPLOAD, shutil.disk_usage(self.folder).free - SPARE):
                raise SourceError(
                    Said("There is not enough room on the disk for these files."),
                    hint=Said("Make room, or give less at once."),
                )
            got = 0
            async for chunk in stream:
                got += len(chunk)
                if got > length:
                    raise SourceError(Said("These are no files."))
                self._parser.write(chunk)
            self._parser.finalize()
            if self._open or got < length:
                raise SourceError(Said("The files did not come whole."), hint=Said("Give them again."))
        except BaseException as error:
            self._forget()
            if isinstance(error, FormParserError):
                raise SourceError(Said("These are no files.")) from error
            raise
        return self.files

    def _begin(self) -> None:
        self._name = None

    def _header_end(self) -> None:
        field, value = (bytes(part) for part in self._header)
        for part in self._header:
            part.clear()
        if field.lower() == b"content-disposition":
            _kind, options = parse_options_header(value)
            if name := options.get(b"filename"):
                self._name = name.decode("utf-8", "replace")

    def _headers_finished(self) -> None:
        if not self._name:
            return
        if len(self.files) >= MAX_FILES:
            raise SourceError(
                Said("These are more than {n} files.", n=MAX_FILES),
                hint=Said("Zip the folder, and give the zip."),
            )
        own = self.folder / f"{len(self.files)}"
        own.mkdir()
        path = own / safe_name(self._name)
        self._open = path.open("xb")
        self.files.append(path)

    def _data(self, data: bytes, start: int, end: int) -> None:
        if self._open:
            self._open.write(data[start:end])

    def _end(self) -> None:
        if self._open:
            self._open.close()
            self._open = None

    def _forget(self) -> None:
        self._end()
        for path in self.files:
            path.unlink(missing_ok=True)
        self.files = []


def safe_name(told: str) -> str:
    """The last part of a name that a browser gave, as a file may be called on every system."""
    name = one_line(re.split(r"[\\/]", told)[-1])
    name = re.sub(r'[<>:"|?*\x00-\x1f]', "_", name).strip(" .")
    stem, dot, ending = name.rpartition(".")
    name = (
        f"{stem[: LONGEST - len(ending) - 1]}{dot}{ending}"
        if len(name) > LONGEST and len(ending) < 20
        else name
    )
    return f"_{name}" if not name or _RESERVED.match(name) else name[:LONGEST]
