"""What a picture or film is by its first bytes: an ending may be wrong, or a trap.

Signatures: https://www.garykessler.net/library/file_sigs.html; brands of `ftyp`: https://mp4ra.org/registered-types/brands
"""

from typing import Final

HEAD: Final = 512  # bytes that tell
_ALIKE: Final = (  # endings of one kind of file: the one it bears stays
    frozenset(("jpg", "jpeg")),
    frozenset(("tif", "tiff")),
    frozenset(("heic", "heif")),
    frozenset(("mp4", "m4v", "mov", "3gp")),
    frozenset(("webm", "mkv")),
)
_SIGNS: Final = (
    (b"\xff\xd8\xff", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tif"),
    (b"MM\0*", "tif"),
    (b"\x1aE\xdf\xa3", "webm"),
)
_BRANDS: Final = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"), "heic"),
    **dict.fromkeys((b"avif", b"avis"), "avif"),
    b"qt  ": "mov",
    b"M4V ": "m4v",
}
_ATOMS: Final = frozenset(
    (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
)  # of QuickTime, before `ftyp`
FILM_ENDINGS: Final = frozenset(("mp4", "m4v", "mov", "3gp", "webm", "mkv", "avi"))


def ending_of(head: bytes, name: str = "") -> str:
    """The ending that fits the first bytes of a file called `name`; "" where it is no picture or film."""
    own = name.partition("?")[0].rpartition(".")[2].lower()
    true = _by_content(head)
    return own if any(own in these and true in these for these in _ALIKE) else true


def _by_content(head: bytes) -> str:
    if found := next((ending for sign, ending in _SIGNS if head.startswith(sign)), ""):
        return found
    if head[:4] == b"RIFF":
        return {b"WEBP": "webp", b"AVI ": "avi"}.get(head[8:12], "")
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return _BRANDS.get(brand, "3gp" if brand[:2] == b"3g" else "mp4")
    if head[4:8] in _ATOMS:
        return "mov"
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return (
        "svg" if text.startswith((b"<svg", b"<?xml", b"<!doctype svg", b"<!--")) and b"<svg" in text else ""
    )
