"""A feed that was packed by itself: feed.xml.gz, whether its server says so or not."""

import gzip
import zlib
from dataclasses import replace

from handover.errors import ParseError
from handover.model import Said
from handover.read.source import Source, from_bytes

MAX_BYTES = 100 * 1024**2  # of one document, unpacked


def unpacked(source: Source) -> Source:
    """A feed packed by gzip (`feed.xml.gz`) as the feed itself; anything else as it is."""
    if source.is_folder or source.head[:2] != b"\x1f\x8b" or source.name.lower().endswith(("tgz", ".tar.gz")):
        return source
    try:
        with source.open() as stream, gzip.open(stream) as inside:
            if inside.read(512)[257:262] == b"ustar":
                return source
            inside.seek(0)
            data = inside.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ParseError(
            Said("{file} is damaged ({error}).", file=source.location, error=str(error)),
            location=source.location,
            hint=Said("Download it again."),
        ) from error
    if len(data) > MAX_BYTES:
        raise ParseError(
            Said("{file} unpacks to more than {n} MB.", file=source.location, n=MAX_BYTES // 1024**2),
            location=source.location,
            hint=Said("No feed is that large; export the blog from where it was written."),
        )
    return replace(from_bytes(data, source.location), name=source.name)
