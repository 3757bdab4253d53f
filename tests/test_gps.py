"""Originals that say where they were taken, and the same ones without."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from handover.write.media.gps import places, without_place

PLACE = b"exif:GPSLatitude"
KINDS = [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("TIFF", "tif")]


def taken(kind: str, *, at_a_place: bool) -> bytes:
    """A picture with the name of its camera, and its place or none."""
    image, exif = Image.effect_noise((64, 48), 60).convert("RGB"), Image.Exif()
    exif[0x010F], exif[0x0110] = "Kestrel", "K-7"
    if at_a_place:
        exif.get_ifd(0x8825).update({1: "N", 2: (59.0, 56.0, 7.5), 3: "E", 4: (30.0, 18.0, 3.1)})
        exif[0x8825] = 0  # where the directory stands is told when it is written
    told: dict = {"exif": exif}
    text = f'<x:xmpmeta xmlns:exif="e" {PLACE.decode()}="59,56N" exif:Flash="no"/>' if at_a_place else "<x/>"
    if kind == "PNG":
        told["pnginfo"] = PngInfo()
        told["pnginfo"].add_itxt("XML:com.adobe.xmp", text)
    elif kind in ("JPEG", "WEBP"):
        told["xmp"] = text.encode()
    data = io.BytesIO()
    image.save(data, kind, **told)
    return data.getvalue()


@pytest.mark.parametrize(("kind", "ending"), KINDS)
def test_the_place_goes_and_all_else_stays_to_the_last_pixel(tmp_path: Path, kind: str, ending: str) -> None:
    path, before = tmp_path / "a", taken(kind, at_a_place=True)
    path.write_bytes(before)
    without_place(path, places(path, ending))
    assert path.stat().st_size == len(before)
    assert not places(path, ending)
    with Image.open(path) as after, Image.open(io.BytesIO(before)) as original:
        assert after.tobytes() == original.tobytes()
        assert (after.getexif()[0x010F], after.getexif()[0x0110]) == ("Kestrel", "K-7")
        assert not after.getexif().get_ifd(0x8825)
        assert original.getexif().get_ifd(0x8825)[4] == (30.0, 18.0, 3.1)
    assert PLACE not in path.read_bytes()


@pytest.mark.parametrize(("kind", "ending"), KINDS)
def test_a_picture_without_a_place_and_a_damaged_one_are_left_alone(
    tmp_path: Path, kind: str, ending: str
) -> None:
    (tmp_path / "a").write_bytes(taken(kind, at_a_place=False))
    assert places(tmp_path / "a", ending) == []
    whole = taken(kind, at_a_place=True)
    for end in range(1, len(whole), 97):
        (tmp_path / "a").write_bytes(whole[:end])
        patches = places(tmp_path / "a", ending)
        assert all(patch.at + len(patch.data) <= end for patch in patches)


def test_a_film_and_a_heic_lose_their_place_where_it_stands(tmp_path: Path) -> None:
    where = b"\xa9xyz\x00\x12\x15\xc7+59.9354+030.3009/"
    film = b"\x00\x00\x00\x08free" + (8 + len(where)).to_bytes(4, "big") + b"moov" + where
    key = b"mdtacom.apple.quicktime.location.ISO6709" + b"\x00\x00\x00\x2adata" + where[8:]
    apple = (8 + len(key)).to_bytes(4, "big") + b"moov" + key
    exif = b"Exif\0\0" + taken("TIFF", at_a_place=True)
    photo = taken("JPEG", at_a_place=False)
    for number, (ending, data, word) in enumerate(
        (
            ("mp4", film, b"59.9354"),
            ("mov", apple, b"59.9354"),
            ("heic", b"\0\0\0\x18ftypheic" + exif, b""),
            ("jpg", photo + b"\0\0\0\x18ftypmp42" + film, b"59.9354"),  # a motion photo
            ("jpg", photo + taken("JPEG", at_a_place=True), PLACE),  # two pictures in one file
        )
    ):
        path = tmp_path / str(number)
        path.write_bytes(data)
        patches = places(path, ending)
        assert patches
        without_place(path, patches)
        assert path.stat().st_size == len(data)
        assert not places(path, ending)
        assert not word or word not in path.read_bytes()
