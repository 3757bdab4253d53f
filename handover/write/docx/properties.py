"""The document's properties: title, author, language, and dates that do not come from the clock."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from lxml import etree

from handover.model import Handover
from handover.write.docx.look import word_language
from handover.write.docx.package import NS, parse
from handover.write.docx.text import to_attribute

_XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
_EMPTY: Final = f'<cp:coreProperties xmlns:cp="{NS["cp"]}"/>'.encode()
# Values a program or the built-in template puts there by itself.
_NOBODYS: Final = ("", "python-docx", "handover")


def core_xml(
    data: bytes, handover: Handover, context: Mapping[str, Any], fill: Callable[[str], str]
) -> bytes:
    """The core properties; what a template's maker wrote into title, subject or keywords stays.

    `fill` gives a text with its tags filled in.
    """
    old = parse(data or _EMPTY)
    kept = {etree.QName(e).localname: (e.text or "") for e in old.iterchildren(etree.Element)}
    kept = {key: fill(text) if "{{" in text or "{%" in text else text for key, text in kept.items()}
    day = f"{handover.today.isoformat()}T00:00:00Z"
    title = kept.get("title", "")
    values = {
        "dc:title": title if title not in _NOBODYS else context["document"]["title"],
        "dc:subject": kept.get("subject", ""),
        "dc:creator": context["me"]["name"] or _named(kept.get("creator", "")),
        "cp:keywords": kept.get("keywords", ""),
        "dc:description": kept.get("description", ""),
        "cp:lastModifiedBy": context["me"]["name"] or _named(kept.get("creator", "")),
        "dc:language": word_language(context["document"]["language"]),
    }
    inside = "".join(f"<{tag}>{to_attribute(value)}</{tag}>" for tag, value in values.items() if value)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    spaces = " ".join(f'xmlns:{key}="{NS[key]}"' for key in ("cp", "dc", "dcterms"))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties {spaces} xmlns:xsi="{_XSI}">{inside}<cp:revision>1</cp:revision>{dates}'
        "</cp:coreProperties>"
    ).encode()


def _named(creator: str) -> str:
    return "" if creator in _NOBODYS else creator
