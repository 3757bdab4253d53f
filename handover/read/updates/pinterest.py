"""Pinterest's data as HTML (Privacy and data > Request your data): one page, its pins under `<h1>Pins</h1>`.

    <a href="https://www.pinterest.com/pin/1000/">...</a>
    <br>Title: ..., <br>Details: ..., <br>Canonical Link: <a href="...">, <br>Created at: 2017/02/13 15:35:01

A pin holds an address of the computer it was made on, which never comes out. Repins are others' words.
Times name no zone. Source: the sample of ChowSinWon/pinterest-export-parser.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence

from handover.errors import SourceError
from handover.model import Media, Said, Updates
from handover.read.fields import address, clean
from handover.read.source import HEAD, Bundle, Source
from handover.read.updates.json_items import left_out
from handover.read.updates.meta import archived
from handover.read.updates.options import Options
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.rows.to_updates import updates_of

LARGEST = 256 * 1024**2  # bytes of a page
_LABELS = (
    *(
        "Title",
        "Details",
        "Image",
        "Is Native",
        "Board Id",
        "Board Name",
        "Is Video",
        "Ip Address",
        "Username",
    ),
    *(
        "Alt Text",
        "Canonical Link",
        "Story Pin Media",
        "Video",
        "Created at",
        "Alive",
        "Is a repin",
        "Private",
    ),
)
_PINS = re.compile(r"<h1\b[^>]*>\s*Pins\s*</h1>(.*?)(?=<h1\b|\Z)", re.DOTALL | re.IGNORECASE)
_PIN = re.compile(r'<a\s+href="(https?://(?:www\.)?pinterest\.[a-z.]+/pin/[^"]+)"[^>]*>', re.IGNORECASE)
_FIELD = re.compile(rf"<br\s*/?>\s*({'|'.join(_LABELS)}):", re.IGNORECASE)
_HREF = re.compile(r'href="([^"]+)"', re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_NOTHING = ("no data", "none", "null", "")


def accepts(source: Source) -> bool:
    return bool(gather(source.files))


def gather(files: Sequence[Source]) -> list[Bundle]:
    """Each page of pins."""
    return [Bundle(location=file.location, files=(file,)) for file in files if _holds_pins(file)]


def _holds_pins(file: Source) -> bool:
    if not file.name.lower().endswith((".html", ".htm")):
        return False
    try:
        # The pins may come late in a page; but each of its parts begins thus, and no other page's does.
        late = len(file.head) >= HEAD and b"<h1 id=" in file.head and b"<br>" in file.head
        text = (file.read(LARGEST) if late else file.head).decode("utf-8-sig", "replace")
    except SourceError:
        return False
    section = _PINS.search(text)
    head = section[1][:HEAD] if section else ""
    fields = {label.casefold() for label in _FIELD.findall(head)}
    return bool(_PIN.search(head)) and {"canonical link", "is a repin", "board name"} <= fields


def parse(bundle: Bundle, options: Options) -> Updates:
    """The account's own public pins. Raises ParseError when the file cannot be read."""
    source = bundle.files[0]
    text = source.read(LARGEST).decode("utf-8-sig", "replace")
    records: list[Record] = []
    repins = private = gone = 0
    for place, (link, fields) in enumerate(_pins(text), 1):
        if fields.get("is a repin", "").casefold() != "false":
            repins += 1
        elif fields.get("private", "").casefold() != "false":
            private += 1
        elif fields.get("alive", "true").casefold() == "false":
            gone += 1
        else:
            records.append(_record(link, fields, place))
    items, notices = updates_of(records, Facts(location=source.location, zone=options.zone()))
    skipped = left_out(
        source,
        Said("{n} post by another person left out.", many="{n} posts by other people left out.", n=repins),
        Said(
            "{n} pin that not everybody may see left out.",
            many="{n} pins that not everybody may see left out.",
            n=private,
        ),
        archived(gone),
    )
    return Updates(items=tuple(items), skipped=skipped, notices=tuple(notices))


def _pins(text: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each pin's address, and its fields as written."""
    for section in _PINS.findall(text):
        starts = [found for found in _PIN.finditer(section) if _begins_pin(section, found)]
        ends = [found.start() for found in starts[1:]] + [len(section)]
        for found, end in zip(starts, ends, strict=True):
            parts = _FIELD.split(section[found.end() : end])
            fields = {parts[i].casefold(): parts[i + 1] for i in range(1, len(parts) - 1, 2)}
            yield found[1], {name: _value(name, value) for name, value in fields.items()}


def _begins_pin(section: str, found: re.Match[str]) -> bool:
    """Whether a pin begins here: a link within a field has the field's name before it."""
    return not re.search(r":\s*\Z", section[max(0, found.start() - 40) : found.start()])


def _value(name: str, written: str) -> str:
    if name == "canonical link" and (found := _HREF.search(written)):
        return address(html.unescape(found[1]))
    lines = _TAG.sub("", _BREAK.sub("\n", written))
    value = clean(html.unescape(lines)).strip().removesuffix(",").strip()
    return "" if value.casefold() in _NOTHING else value


def _record(link: str, fields: Mapping[str, str], place: int) -> Record:
    title, details = fields.get("title", ""), fields.get("details", "")
    target = address(fields.get("canonical link", ""))
    picture, alt = fields.get("image", ""), fields.get("alt text", "")
    return Record(
        row=place,
        network="pinterest",
        text=details if details.startswith(title) else f"{title}\n\n{details}".strip(),
        date=fields.get("created at") or None,
        account=fields.get("username", ""),
        permalink=address(html.unescape(link)),
        links=[target] if target else [],
        media=[Media(picture, alt=alt)] if picture and alt else [],
        labels=(fields["board name"],) if fields.get("board name") else (),
    )
