"""A small picture of a picture: upright, without what its file says besides, a JPEG of so many bytes at most.

The pictures are strangers': each is measured by its header before a pixel of it is decoded, so that none
costs more than 2 s and 256 MB. A film is shown by one of its frames, where ffmpeg is there.
"""

import io
import shutil
import struct
import subprocess
import warnings
from functools import lru_cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from handover.later import dataclass
from handover.model import Said

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST: Final = 480  # pixels of the longer side
MOST_BYTES: Final = 40 * 1024
SMALLEST: Final = 64  # pixels: what is smaller shows nothing
FRAME_SECONDS: Final = 10  # that ffmpeg may take for one film
_QUALITIES: Final = (82, 68, 50)
_MILLION: Final = 1_000_000
# Pixels that are decoded, by how many bytes a decoder holds for each. A JPEG is made small while it is read,
# but for one in several passes, of which all coefficients are held first.
_MOST_PIXELS: Final = {
    "JPEG": 89 * _MILLION,
    "MPO": 89 * _MILLION,
    "WEBP": 12 * _MILLION,
    "AVIF": 10 * _MILLION,
}
_MOST_IN_PASSES: Final = 24 * _MILLION
_MOST_OTHERS: Final = 20 * _MILLION
_UNSHOWN: Final = {"svg": "SVG", "heic": "HEIC", "heif": "HEIC"}
_WHITE: Final = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A JPEG."""

    data: bytes
    width: int  # pixels
    height: int


class NotShownError(Exception):
    """Why there is no thumbnail: the end of a sentence, as its first argument."""


def thumbnail(stream: IO[bytes], ending: str, *, longest: int = LONGEST, most: int = MOST_BYTES) -> Thumbnail:
    """A picture made small. `ending` is what it is by its content. Raises NotShownError."""
    if ending in _UNSHOWN:
        raise NotShownError(Said("{kind} is not shown", kind=_UNSHOWN[ending]))
    from PIL import Image  # loads what draws, which most builds do not need

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(stream, formats=("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF")) as image:
                _measured(image, stream)
                return _encoded(_small(image, longest), most)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise NotShownError(Said("it has too many pixels")) from error
    except NotShownError:
        raise
    except Exception as error:  # a decoder may raise anything at what was made to break it
        raise NotShownError(Said("it is damaged")) from error


def frame(film: Path, *, longest: int = LONGEST, most: int = MOST_BYTES) -> Thumbnail | None:
    """One of a film's first frames; None where ffmpeg is not there, or finds none."""
    program = _ffmpeg()
    if not program:
        return None
    size = f"scale={longest}:{longest}:force_original_aspect_ratio=decrease"
    command = [program, "-v", "error", "-nostdin", "-protocol_whitelist", "file,pipe", "-i", str(film)]
    command += ["-frames:v", "1", "-vf", f"thumbnail=30,{size}", "-f", "image2pipe", "-c:v", "png", "-"]
    try:
        made = subprocess.run(command, capture_output=True, timeout=FRAME_SECONDS, check=True).stdout
        return thumbnail(io.BytesIO(made), "png", longest=longest, most=most)
    except (OSError, subprocess.SubprocessError, NotShownError):
        return None


def can_show_films() -> bool:
    """Whether the program that takes frames out of films is there."""
    return bool(_ffmpeg())


@lru_cache(maxsize=1)
def _ffmpeg() -> str:
    return shutil.which("ffmpeg") or ""


def _measured(image: "Image", stream: IO[bytes]) -> None:
    """Raises NotShownError for a picture that would cost too much."""
    most = _MOST_PIXELS.get(image.format or "", _MOST_OTHERS)
    if image.format in ("JPEG", "MPO") and _in_passes(stream):
        most = _MOST_IN_PASSES
    if image.width * image.height > most:
        raise NotShownError(Said("it has too many pixels"))


def _in_passes(stream: IO[bytes]) -> bool:
    """Whether a JPEG stands in several passes: progressive, or its colours one after the other.

    ITU-T T.81, B.2.2 (frame header) and B.2.3 (scan header).
    """
    here, colours = stream.tell(), 0
    try:
        stream.seek(2)
        while (mark := stream.read(4)) and len(mark) == 4 and mark[0] == 0xFF:
            kind, length = mark[1], struct.unpack(">H", mark[2:])[0]
            body = stream.read(length - 2)
            if kind in (0xC2, 0xC6, 0xCA, 0xCE):
                return True
            if kind in (0xC0, 0xC1, 0xC5, 0xC9):
                colours = body[5]
            if kind == 0xDA:
                return body[0] < colours
        return True  # no scan is found as it should be: the worst is supposed
    except (struct.error, IndexError):
        return True
    finally:
        stream.seek(here)


def _small(image: "Image", longest: int) -> "Image":
    if image.mode in ("P", "PA", "1"):
        image = image.convert("RGBA")
    elif image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    else:
        image.draft("RGB", (2 * longest, 2 * longest))
    exif = image.getexif() if image.format else {}
    turned = exif.get(0x0112, 1)
    image.thumbnail((longest, longest))
    if turned in range(2, 9):
        from PIL import ImageOps  # few are

        image = ImageOps.exif_transpose(image)
    if image.mode in ("RGBA", "LA", "RGBa", "La"):
        over = image.convert("RGBA")
        image = _new(over.size)
        image.paste(over, mask=over.getchannel("A"))
    return image.convert("RGB")


def _new(size: tuple[int, int]) -> "Image":
    from PIL import Image

    return Image.new("RGB", size, _WHITE)


def _encoded(image: "Image", most: int) -> Thumbnail:
    """As a JPEG of at most so many bytes: coarser first, then smaller."""
    while True:
        for quality in _QUALITIES:
            data = io.BytesIO()
            image.save(data, "JPEG", quality=quality)  # a picture made anew: nothing of the file goes along
            if data.tell() <= most:
                return Thumbnail(data.getvalue(), *image.size)
        longest = max(image.size) * 7 // 10
        if longest < SMALLEST:
            raise NotShownError(Said("it cannot be made small enough"))
        image.thumbnail((longest, longest))
