"""What a person reads in the files of a build, text by text, and a handover whose own words are not Latin."""

import email
import html
import re
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from email import policy
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")

# Each Latin letter as another one, so that whatever Latin word stands in a file is ours.
_GREEK = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "αβξδεφγηιϳκλμνοπψρστυϝωχζςΑΒΞΔΕΦΓΗΙͿΚΛΜΝΟΠΨΡΣΤΥϜΩΧΖϹ",
)
_ADDRESS = re.compile(
    r"https?://\S+|[\w.+-]+@[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:example|jpg|png)\S*|#[0-9a-f]{6}"
)
_KEYS = {
    "id",
    "measure",
    "trait",
    "network",
    "kind",
    "state",
    "lasting",
    "language",
    "tag",
    "base",
    "logo",
    "extent",
    "source",
}


def in_greek(text: str) -> str:
    """A text with its letters exchanged, its addresses as they are."""
    kept, at = [], 0
    for found in _ADDRESS.finditer(text):
        kept += [text[at : found.start()].translate(_GREEK), found[0]]
        at = found.end()
    return "".join((*kept, text[at:].translate(_GREEK)))


def all_in_greek(value: T, name: str = "") -> T:
    """A value of the model with all that its user wrote in Greek letters."""
    made: Any = value
    if type(value) is str and name not in _KEYS:
        made = in_greek(value)
    elif isinstance(value, tuple):
        made = tuple(all_in_greek(one, name) for one in value)
    elif is_dataclass(value) and not isinstance(value, type):
        made = replace(value, **{f.name: all_in_greek(getattr(value, f.name), f.name) for f in fields(value)})
    return made


def texts_of(path: Path) -> Iterator[str]:
    """All that a file shows or tells to those who hear it; nothing of a file that only programs read."""
    read = {".docx": _office, ".xlsx": _office, ".html": _page, ".ics": _calendar, ".eml": _message}
    yield from read.get(path.suffix, _plain)(path)


def _plain(path: Path) -> Iterator[str]:
    text = path.read_text("utf-8-sig")
    yield from re.split(r"\n\s*\n|\n(?=[-*] )", text.replace("\r\n", "\n"))


def _office(path: Path) -> Iterator[str]:
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            xml = package.read(name).decode("utf-8", "replace") if name.endswith((".xml", ".rels")) else ""
            if "theme" in name or "styles" in name or name.startswith(("_rels", "[Content")):
                continue
            if name.startswith("docProps/app"):
                continue
            for paragraph in re.findall(
                r"<w:p[ >].*?</w:p>|<si>.*?</si>|<is>.*?</is>|<a:p>.*?</a:p>", xml, re.DOTALL
            ):
                yield _unescaped("".join(re.findall(r"<(?:\w+:)?t(?: [^>]*)?>([^<]*)</", paragraph)))
            attributes = "descr|title|prompt|promptTitle|error|errorTitle|altText|altTextSummary|tooltip"
            yield from map(_unescaped, re.findall(rf'\b(?:{attributes})="([^"]*)"', xml))
            yield from map(
                _unescaped, re.findall(r"<(?:c:v|dc:(?!language)\w+|cp:keywords|cp:category)>([^<]*)<", xml)
            )
            for line in re.findall(r"<odd(?:Header|Footer)>([^<]*)<", xml):
                yield re.sub(r'&"[^"]*"|&[A-Z]', " ", _unescaped(line))  # without its codes for fonts


def _unescaped(text: str) -> str:
    return html.unescape(text)


def _page(path: Path) -> Iterator[str]:
    yield from _of_page(path.read_text("utf-8"))


def _of_page(page: str) -> Iterator[str]:
    body = re.sub(r"(?s)<(style|script)\b.*?</\1>|<!--.*?-->", "", page)
    yield from map(_unescaped, re.findall(r">([^<]+)<", body))
    told = r'\b(?:title|alt|placeholder|aria-label|data-(?!network|use|state|key)[\w-]+)="([^"]*)"'
    yield from map(_unescaped, re.findall(told, body))


def _calendar(path: Path) -> Iterator[str]:
    for line in re.sub(r"\r?\n[ \t]", "", path.read_bytes().decode("utf-8")).splitlines():
        name, _, value = line.partition(":")
        if name.split(";")[0] in ("SUMMARY", "DESCRIPTION", "X-WR-CALNAME", "NAME", "CATEGORIES", "LOCATION"):
            yield value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")


def _message(path: Path) -> Iterator[str]:
    message = email.message_from_bytes(path.read_bytes(), policy=policy.SMTP)
    yield str(message["Subject"])
    for part in message.walk():
        if part.get_content_type() == "text/plain":
            yield from re.split(r"\n\s*\n|\n(?=[-*] )", part.get_content().replace("\r\n", "\n"))
        elif part.get_content_type() == "text/html":
            yield from _of_page(part.get_content())
