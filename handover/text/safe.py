"""Text and addresses out of feeds, exports and details, made safe to write anywhere."""

import re
from urllib.parse import urlsplit

# Control characters other than tab and line feed, half surrogates, non-characters: no file format of ours
# may hold them, and some readers drop all that follows.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

_NOT_IN_LINK = re.compile(r'[\s"<>\\]')


def plain(text: str) -> str:
    """The text without what no file may hold; line ends are "\\n"."""
    if text.isascii() and text.isprintable():
        return text
    return _FORBIDDEN.sub("", re.sub("\r\n?|[\u2028\u2029\x85]", "\n", text))


def one_line(text: str) -> str:
    """The text on one line, runs of white space as one space."""
    return " ".join(plain(text).split())


def web(link: str) -> str:
    """The address when it is a http(s) one without spaces or signs that end an attribute, else ""."""
    if not link.isprintable() or _NOT_IN_LINK.search(link):
        return ""
    try:
        parts = urlsplit(link)
        _ = parts.port  # raises when it is no number
        return link if parts.scheme.lower() in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""
