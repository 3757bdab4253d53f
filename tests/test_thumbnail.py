"""Small pictures of strangers' pictures: upright, telling nothing, soon and in little memory."""

import io
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from handover.write.media import thumbnail as module
from handover.write.media.content import HEAD, ending_of
from handover.write.media.thumbnail import MOST_BYTES, NotShownError, Thumbnail, frame, thumbnail
from tests.fuzz import MEGABYTES, SECONDS
from tests.measure import can_measure, measured


def saved(image: Image.Image, kind: str, **told: object) -> bytes:
    data = io.BytesIO()
    image.save(data, kind, **told)
    return data.getvalue()


def noise(side: int, mode: str = "RGB") -> Image.Image:
    return Image.effect_noise((side, side), 60).convert(mode)


def claiming(width: int, height: int) -> bytes:
    """A PNG that says it is larger than what is in it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(bytes(10**6))) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def of(data: bytes) -> Thumbnail | str:
    """The thumbnail, or why there is none."""
    try:
        return thumbnail(io.BytesIO(data), ending_of(data[:HEAD]))
    except NotShownError as error:
        return str(error.args[0])


SHOWN: dict[str, Callable[[], bytes]] = {
    "gray": lambda: saved(noise(900, "L"), "JPEG"),
    "CMYK": lambda: saved(noise(900, "CMYK"), "JPEG"),
    "in passes": lambda: saved(noise(4_800), "JPEG", progressive=True),
    "large": lambda: saved(Image.new("RGB", (9_000, 9_000)), "JPEG"),
    "large PNG": lambda: saved(Image.new("RGBA", (4_400, 4_400)), "PNG"),
    "16 bit": lambda: saved(Image.new("I;16", (600, 600), 40_000), "PNG"),
    "animated": lambda: saved(
        noise(600, "P"), "GIF", save_all=True, append_images=[noise(600, "P")] * 3, loop=0
    ),
    "large GIF": lambda: saved(Image.new("P", (4_400, 4_400)), "GIF"),
    "large WebP": lambda: saved(noise(3_400, "RGBA"), "WEBP", method=0),
    "AVIF": lambda: saved(Image.new("RGB", (800, 800)), "AVIF"),
    "TIFF": lambda: saved(Image.new("RGB", (4_400, 4_400)), "TIFF", compression="tiff_lzw"),
}
NOT_SHOWN: dict[str, tuple[Callable[[], bytes], str]] = {
    "30,000 × 30,000": (lambda: claiming(30_000, 30_000), "it has too many pixels"),
    "a bomb": (lambda: claiming(4_000, 6_000), "it has too many pixels"),
    "cut off": (lambda: saved(noise(900), "JPEG")[:9_000], "it is damaged"),
    "a lie": (lambda: claiming(4_000, 4_000), "it is damaged"),
    "SVG": (lambda: b'<?xml version="1.0"?><svg onload="alert(1)"/>', "SVG is not shown"),
    "HEIC": (lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC is not shown"),
    "in very many passes": (
        lambda: saved(Image.new("RGB", (6_000, 6_000)), "JPEG", progressive=True),
        "it has too many pixels",
    ),
}


@pytest.mark.parametrize("case", [*SHOWN, *NOT_SHOWN])
def test_each_costs_two_seconds_and_256_mb_at_most(case: str) -> None:
    data = SHOWN[case]() if case in SHOWN else NOT_SHOWN[case][0]()
    made = of(data)
    if case in SHOWN:
        assert isinstance(made, Thumbnail), made
        assert len(made.data) <= MOST_BYTES
        with Image.open(io.BytesIO(made.data)) as image:
            assert (image.format, image.size) == ("JPEG", (made.width, made.height))
            assert 240 < max(image.size) <= 480  # noise is made smaller to fit
            assert not {"exif", "icc_profile", "xmp", "comment"} & image.info.keys()
    else:
        assert made == NOT_SHOWN[case][1]
    if can_measure:
        spent = measured(lambda: type(of(data)).__name__)
        assert (spent.seconds < SECONDS, spent.megabytes < MEGABYTES) == (True, True), spent


def test_a_picture_stands_upright_and_says_nothing() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Kestrel"
    image = Image.new("RGB", (800, 400), "white")
    image.paste("red", (0, 0, 400, 400))  # on the left, and so above when it is turned
    made = of(saved(image, "JPEG", exif=exif))
    assert isinstance(made, Thumbnail)
    assert (made.width, made.height) == (240, 480)
    assert b"Kestrel" not in made.data
    with Image.open(io.BytesIO(made.data)) as small:
        assert small.getpixel((120, 60))[1] < 60 < 200 < small.getpixel((120, 420))[1]


def test_what_shines_through_stands_on_white() -> None:
    made = of(saved(Image.new("RGBA", (100, 100), (0, 0, 0, 0)), "PNG"))
    assert isinstance(made, Thumbnail)
    with Image.open(io.BytesIO(made.data)) as small:
        assert min(small.getpixel((50, 50))) > 250


@pytest.mark.parametrize(
    ("head", "name", "ending"),
    [
        (b"\xff\xd8\xff\xe0", "a.jpeg", "jpeg"),
        (b"\xff\xd8\xff\xe0", "a.png", "jpg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a.jpg", "webp"),
        (b"\0\0\0\x18ftypisom", "bafkreia", "mp4"),
        (b"\0\0\0\x18ftypqt  ", "a.MOV", "mov"),
        (b"MZ\x90\0", "a.jpg", ""),
        (b"<html><body>", "a.jpg", ""),
        (b"", "a.jpg", ""),
    ],
)
def test_the_content_tells_the_ending(head: bytes, name: str, ending: str) -> None:
    assert ending_of(head, name) == ending


@pytest.fixture
def ffmpeg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A program in its place that gives what lies in `frame.png` beside it, else fails."""
    program = tmp_path / "ffmpeg"
    program.write_text(f'#!/bin/sh\nexec cat "{tmp_path}/frame.png"\n')
    program.chmod(0o755)
    monkeypatch.setattr(module, "_ffmpeg", lambda: str(program))
    yield tmp_path / "frame.png"


@pytest.mark.skipif(not can_measure, reason="the program in its place is a shell script")
def test_a_film_is_shown_by_a_frame_where_the_program_for_it_is_there(ffmpeg: Path) -> None:
    assert frame(ffmpeg) is None
    ffmpeg.write_bytes(saved(noise(100), "PNG"))
    made = frame(ffmpeg)
    assert made
    assert (made.width, made.height) == (100, 100)
