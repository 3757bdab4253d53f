"""A text, an address, a UTC time out of untrusted data.

What feeds and exports hold was written by strangers: it comes out as plain text without control
characters, as an http(s) address or nothing, as an aware time in UTC or nothing.
"""

import datetime as dt
import html as entities
import re
from time import struct_time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from handover.later import pattern
from handover.read.tidy_html import BREAK, INLINE, lines_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

CUT = " […]"  # the visible mark of a text that was cut

# C0 and C1 controls (tab, line feed and carriage return aside), half surrogates, non-characters.
_ILLEGAL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Elements that stand within a line: their tags go, every other tag begins or ends a line.
_WITHIN = pattern(rf"""</?(?:{INLINE.replace(" ", "|")}|o:p)(?:>|[\s/](?:[^<>"']|"[^"<]*"|'[^'<]*')*>)""")
_CAPITALS = pattern(r"</?[A-Z][A-Za-z0-9]*")  # tags of the old school
_SILENT = "script style template noscript iframe svg math title"  # elements whose text no reader sees
_HAS_SILENT = pattern(f"<(?:{_SILENT.replace(' ', '|')})")
_SPECIAL = pattern(r"</?[A-Z]|<(?:s[ctv]|t[ei]|no|if|ma)")  # either of the two may be there
MAX_TAGS = 5_000  # of one article; a tree's cost grows with the square of its depth, and depth may be hostile
# Elements that, left open, are opened anew in every later block: 5,000 tags may become millions of nodes.
_REOPENED = pattern(
    r"</?(?:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])[^<>]*>?", re.IGNORECASE
)
FEW_TAGS = 500  # that cost nothing worth a look, whatever they are
_SCRIPT = pattern(r"<(script|style)\b[^<]*(?:<(?!/\1)[^<]*)*", re.IGNORECASE)
_TAG = pattern(r"<[^<>]*>")
# Mark-up that bloggers put into titles. Any other "<tag>" in a title is taken as the author's own words.
_INLINE = pattern(
    r"<(/?)(a|abbr|acronym|b|bdi|bdo|big|br|cite|code|del|dfn|em|font|i|img|ins|kbd|mark|p|q|s|small|span"
    r"|strike|strong|sub|sup|tt|u|var|wbr)"
    r"""(?:\s+[\w:-]{1,40}\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+))*\s*/?>""",
    re.IGNORECASE,
)
_ALONE = ("br", "img", "p", "wbr")  # tags that need no end
_PLAIN_ADDRESS = pattern(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?:[/?#][!-~]*)?")
_ASCII = bytes(range(0x20, 0x7F)) + b"\n"
_LONG = 200  # characters
_BIDI = pattern("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def clean(value: object) -> str:
    """`value` as text without control characters and half surrogates, lines ended by "\\n"; "" for None."""
    if value is None:
        return ""
    text = value if isinstance(value, str) else str(value)
    if _is_printable(text):
        return text
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)


def one_line(value: object) -> str:
    """`value` as clean text on one line, runs of white space made one space."""
    return " ".join(clean(value).split())


def cut(text: str, limit: int) -> str:
    """`text` in at most `limit` characters, with a visible mark when something was cut."""
    return text if len(text) <= limit else text[: limit - len(CUT)].rstrip() + CUT


# A tag that the next one begins within, such as <a href="x"<img src="y">: its own end was forgotten.
_UNENDED = pattern(
    r"""(<[A-Za-z][A-Za-z0-9]{0,15}(?:\s+[A-Za-z:-]{1,40}(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'))?)*"""
    r"""\s+[A-Za-z:-]{1,40}\s*=\s*(?:"[^"<>]*"|'[^'<>]*')\s*)(?=</?[A-Za-z])"""
)


def plain_text(html: object, limit: int | None = None) -> str:
    """The text a reader of this HTML sees: a line for each block, no scripts, no styles.

    Text without markup comes back clean. With `limit`, at most so many characters (see `cut`).
    """
    text = html if isinstance(html, str) else clean(html)
    if "<" in text:
        few = len(text) < len("<p>") * MAX_TAGS or text.count("<") < MAX_TAGS
        tidy = lines_of(text) if few else None
        if tidy is None and ('"<' in text or "'<" in text):  # in what is tidy no tag begins within another
            text = _UNENDED.sub(r"\1>", text)
            tidy = lines_of(text) if few else None
        if tidy is not None:
            text = _joined([line.strip() for line in tidy])
        else:
            text = _by_tree(text) if few else _by_pattern(text)
    else:
        text = entities.unescape(text) if "&" in text else text
        found = _in_order([line.strip() for line in text.split("\n")])
        text = _of_lines(clean(text).split("\n")) if found is None else found
    return text if limit is None else cut(text, limit)


def tree_of(html: str) -> "LexborHTMLParser":
    """The tree of HTML with less than MAX_TAGS tags. Of many tags, those of mere looks are left out."""
    from selectolax.lexbor import LexborHTMLParser  # for HTML that is not tidy

    return LexborHTMLParser(_REOPENED.sub("", html) if html.count("<") > FEW_TAGS else html)


def _by_tree(html: str) -> str:
    special = _SPECIAL.search(html) is not None
    if special:
        html = _CAPITALS.sub(lambda tag: tag[0].lower(), html)
    try:
        body = tree_of(_WITHIN.sub("", html)).body
    except UnicodeEncodeError:
        return _by_tree(clean(html))
    if body is None:
        return ""
    if special and _HAS_SILENT.search(html):
        body.strip_tags(_SILENT.split())
        body.merge_text_nodes()
    return _joined(body.text(separator=BREAK, strip=True).split(BREAK))


def _joined(lines: list[str]) -> str:
    """Blocks without white space at their ends, a line each."""
    found = _in_order(lines)
    return _of_lines(lines) if found is None else found


def _in_order(lines: list[str]) -> str | None:
    """The same where nothing in them needs repair, as in most texts; else None."""
    shown = [line for line in lines if line]
    text = "\n".join(shown)
    is_tidy = text.count("\n") < max(len(shown), 1) and "  " not in text and _is_printable(text)
    return text if is_tidy else None


def _is_printable(text: str) -> bool:
    """Whether all signs but the line breaks are; of all white space only the space itself counts as such."""
    if len(text) < _LONG:
        return text.isprintable() or text.replace("\n", "").isprintable()
    try:  # signs of ASCII, as most are, are told from others in a quarter of the time
        others = text.encode().translate(None, _ASCII)
    except UnicodeEncodeError:  # half a surrogate
        return False
    return others.decode().isprintable()


def _of_lines(lines: list[str]) -> str:
    """Lines without white space too much, nor controls; within a block a line break is a space."""
    tidied = [" ".join(line.split()) for line in lines]
    text = "\n".join([line for line in tidied if line])
    cleaned = clean(text)  # a control that stood alone leaves its spaces
    return text if cleaned == text else _of_lines(cleaned.split("\n"))


def _by_pattern(html: str) -> str:
    # For articles of extreme size or depth: linear, and only a little less exact.
    marked = _WITHIN.sub("", _SCRIPT.sub("", _CAPITALS.sub(lambda tag: tag[0].lower(), html)))
    return _of_lines(entities.unescape(_TAG.sub(BREAK, marked)).split(BREAK))


def plain_title(value: object) -> str:
    """A title on one line: formatting tags and entities resolved, other "<tags>" kept as written.

    RSS does not say whether a title is text or HTML, so "Why I like <dialog>" must stay whole.
    """
    text = clean(value)
    if "<" in text:
        ends = text.lower()
        text = _INLINE.sub(lambda tag: "" if _is_pair(tag, ends) else tag[0], text)
    if "&" in text:
        text = clean(entities.unescape(text))
    return " ".join(text.split())


def _is_pair(tag: re.Match[str], text: str) -> bool:
    name = tag[2].lower()
    return name in _ALONE or (f"<{name}" in text if tag[1] else f"</{name}>" in text)


def address(value: object) -> str:
    """`value` as an http(s) address, or "" when it is none.

    Spelling is kept; only what no address may hold (white space, controls that turn the direction of
    writing) is escaped as browsers do it.
    """
    if isinstance(value, str) and _PLAIN_ADDRESS.fullmatch(value):
        return value
    text = clean(value).strip().replace("\n", "").replace("\r", "").replace("\t", "")
    if text[:4].lower() != "http":
        return ""
    try:
        parts = urlsplit(text)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return ""
    if not fine:
        return ""
    text = text.replace(" ", "%20")
    return text if text.isascii() else _BIDI.sub(_percent, text)


def _percent(sign: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in sign[0].encode())


# --- times ------------------------------------------------------------------------------------------

_FIRST = dt.datetime(1971, 1, 1, tzinfo=dt.UTC)  # no blog is older: 1970 is what a missing date becomes
_LAST = dt.datetime(9000, 1, 1, tzinfo=dt.UTC)
_ISO = pattern(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d*)?)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?$",
    re.IGNORECASE,
)
# What most of the other feeds write; Python reads it by itself. A day has hours up to 23 wherever it is read.
_PLAIN_ISO = pattern(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?"
    r"(?:Z|[+-][01][0-9]:[0-5][0-9])"
)
_NAMES = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_NUMBERS = {name: number for number, name in enumerate(_NAMES.split("|"), 1)}
_RFC822 = pattern(
    rf"(?:[A-Z][a-z][a-z], )?(\d\d?) ({_NAMES}) (\d\d\d\d) (\d\d):(\d\d):(\d\d) "
    r"(?:GMT|UTC|Z|([+-])(\d\d)(\d\d))"
)
_NO_YEAR = pattern(r"\s-0{1,3}\d\b")  # the year -1, into which WordPress turns a date of zeros
_WORDY = pattern(r"[^\W\d_]+\.?")
_MONTHS = {  # beginnings of month names as feeds write them -> English, for RFC 822 dates in other languages
    "jan gen ene янв": "Jan",
    "feb fév fev fév фев": "Feb",
    "mar mär mrz maa mrt мар": "Mar",
    "apr avr abr апр": "Apr",
    "may mai mag mei май мая": "May",
    "jun juin giu июн": "Jun",
    "jul juil lug июл": "Jul",
    "aug aoû aou ago авг": "Aug",
    "sep set сен": "Sep",
    "oct okt ott out окт": "Oct",
    "nov ноя": "Nov",
    "dec dez déc dic дек": "Dec",
}
_MONTH_OF = {start: month for starts, month in _MONTHS.items() for start in starts.split()}


def moment(value: object) -> dt.datetime | None:
    """A feed's date as an aware time in UTC; None when it is none or impossible.

    Takes ISO 8601 and RFC 3339, RFC 822 with the usual liberties (month names of other languages too),
    `time.struct_time` in UTC (as feedparser gives it) and datetimes. A time that names no zone is UTC.
    """
    found: dt.datetime | None = None
    try:
        if isinstance(value, dt.datetime):
            found = value if value.tzinfo else value.replace(tzinfo=dt.UTC)
        elif isinstance(value, struct_time):
            found = dt.datetime(*value[:6], tzinfo=dt.UTC)
        elif isinstance(value, str) and 0 < len(value) < 100:
            text = value.strip()
            if _PLAIN_ISO.fullmatch(text):
                found = dt.datetime.fromisoformat(text).replace(microsecond=0)
            else:
                found = _plain_rfc822(text) or _iso(text) or _rfc822(text)
        return found.astimezone(dt.UTC) if found and _FIRST < found < _LAST else None
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _iso(text: str) -> dt.datetime | None:
    match = _ISO.match(text)
    if not match:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    offset = dt.timedelta()
    if zone and zone[0] in "+-":
        digits = zone[1:].replace(":", "").ljust(4, "0")
        offset = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        offset = -offset if zone[0] == "-" else offset
    whole = dt.datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), tzinfo=dt.UTC)
    return whole + dt.timedelta(seconds=int(second or 0)) - offset


def _plain_rfc822(text: str) -> dt.datetime | None:
    # What nine of ten feeds write, without the tolerance (and the time) of the general parser.
    match = _RFC822.fullmatch(text)
    if match is None:
        return None
    day, month, year, hour, minute, second, sign, hours, minutes = match.groups()
    whole = dt.datetime(
        int(year), _NUMBERS[month], int(day), int(hour), int(minute), int(second), tzinfo=dt.UTC
    )
    if sign is None or hours == minutes == "00":
        return whole
    offset = dt.timedelta(hours=int(hours), minutes=int(minutes))
    return whole + offset if sign == "-" else whole - offset


def _rfc822(text: str) -> dt.datetime | None:
    if _NO_YEAR.search(text):
        return None
    from email.utils import parsedate_tz  # loads what sends e-mail, for dates that few feeds have

    parsed: Any = parsedate_tz(text) or parsedate_tz(_in_english(text))
    if parsed is None:
        return None
    year, month, day, hour, minute, second = parsed[:6]
    whole = dt.datetime(year, month, day, tzinfo=dt.UTC)
    return whole + dt.timedelta(hours=hour, minutes=minute, seconds=second - (parsed[9] or 0))


def _in_english(text: str) -> str:
    # "mer, 16 nov 2022 10:00:00 +0100": the weekday goes, the month is translated.
    after = text.split(",", 1)[-1] if "," in text[:14] else text
    return _WORDY.sub(_english_month, after).strip()


def _english_month(word: re.Match[str]) -> str:
    name = word[0].casefold().rstrip(".")
    for length in (4, 3):
        if month := _MONTH_OF.get(name[:length]):
            return month
    return word[0]
