"""The typeface a document's body is set in."""

from collections.abc import Mapping
from typing import Final

from handover.write.docx.package import NS, W, parse

_DEFAULT: Final = "Times New Roman"  # Word's, where a document names none
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def body_typeface(parts: Mapping[str, bytes]) -> str:
    """The typeface of plain paragraphs: the default style's, else the document's, else its theme's."""
    styles = next((data for name, data in parts.items() if name.endswith("/styles.xml")), b"")
    if not styles:
        return _DEFAULT
    root = parse(styles)
    for path in (
        "w:style[@w:type='paragraph'][@w:default='1']/w:rPr/w:rFonts",
        "w:docDefaults/w:rPrDefault/w:rPr/w:rFonts",
    ):
        fonts = next(iter(root.xpath(path, namespaces=NS)), None)
        if fonts is not None and (theme := fonts.get(f"{W}asciiTheme")):
            return _of_theme(parts, theme) or fonts.get(f"{W}ascii") or _DEFAULT
        if fonts is not None and (name := fonts.get(f"{W}ascii")):
            return str(name)
    return _DEFAULT


def _of_theme(parts: Mapping[str, bytes], name: str) -> str:
    theme = next((data for part, data in parts.items() if "/theme/" in part and part.endswith(".xml")), b"")
    kind = "majorFont" if name.startswith("major") else "minorFont"
    latin = next(parse(theme).iter(f"{_A}{kind}"), None) if theme else None
    face = latin.find(f"{_A}latin") if latin is not None else None
    return str(face.get("typeface") or "") if face is not None else ""
