"""Where the links stand in a text, as X and Mastodon see them: both count every link as 23 characters.

The rules are those of twitter-text (its validUrl and parts), which both networks use: a host ends in a
known top-level domain, no part of it is longer than 63 characters in ASCII form, and the punctuation that
ends a sentence does not belong to the link.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

from handover.later import pattern

LONGEST_LINK = 4096  # characters, scheme included; a longer one stays text
LONGEST_LABEL = 63  # characters of one part of a host name in ASCII form (RFC 1035)
LONGEST_HOST = 254  # characters of a host name that are looked at; RFC 1035 allows 253

_LATIN = r"\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_MARKS = (
    r"\u180e\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"  # of direction, or no characters
)
_NO_HOST = rf"\s{_MARKS}!\"#$%&'()*+,/:;<=>?@\[\\\]^`{{|}}~"  # host characters are all others
# Only whole runs are looked at, and possessively, so that the search stays linear on any text.
_RUN = pattern(rf"(?<![^{_NO_HOST}])[^.{_NO_HOST}]++\.[^{_NO_HOST}]++")
_ASCII_HOST = pattern(rf"(?:[-a-z0-9{_LATIN}]+\.)+[a-z0-9-]+$", re.IGNORECASE)
_ASCII_TLD = pattern(r"(?:xn--[-a-z0-9]+|[a-z0-9]+)(?![-+@])", re.IGNORECASE)

_PATH = rf"a-z\u0400-\u04ff0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{_LATIN}"
_BRACKETS = rf"\([{_PATH}]*(?:\([{_PATH}]*\)[{_PATH}]*)*\)"
_REST = pattern(
    r"(?::\d+)?"
    rf"(?:/(?:(?:[{_PATH}]|{_BRACKETS})*(?:[-+a-z\u0400-\u04ff0-9=_#/{_LATIN}]|{_BRACKETS}))?)?"
    r"(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?",
    re.IGNORECASE,
)
_REST_OF_TCO = pattern(r"(?:/[a-z0-9]+)?", re.IGNORECASE)
_GLUE = "@＠$#＃"  # before a link these make it something else: a handle, a price, a hashtag
_GLUE_BARE = _GLUE + "-_./"


def links(text: str, *, bare: bool = True) -> Iterator[tuple[int, int]]:
    """Start and end of each link in `text`; with `bare`, hosts without a scheme ("example.com") too."""
    end = 0
    if "." not in text:
        return
    while run := _RUN.search(text, end):
        link = _link(text, run.start(), run[0], bare=bare)
        if link:
            yield link
        end = max(run.end(), link[1]) if link else run.end()


def _link(text: str, at: int, run: str, *, bare: bool) -> tuple[int, int] | None:
    """The link whose host begins the run of host characters at `at`, if it is one."""
    scheme = next((s for s in ("https://", "http://") if text[max(0, at - len(s)) : at].lower() == s), "")
    start = at - len(scheme)
    before = text[start - 1 : start]
    if not scheme and not bare:
        return None
    if (before.isascii() and before.isalnum()) or (before and before in (_GLUE if scheme else _GLUE_BARE)):
        return None
    host = _host(run, text[at + len(run) : at + len(run) + 1])
    if not host:
        return None
    if not scheme and not host.isascii():  # X links only the ASCII part of a bare host
        ascii_part = _ASCII_HOST.search(host)
        if not ascii_part:
            return None
        start += ascii_part.start()
    rest = _REST_OF_TCO if scheme and host.lower() == "t.co" else _REST
    found = rest.match(text, at + len(host))
    end = found.end() if found else at + len(host)
    return (start, end) if end - start + (0 if scheme else len("https://")) <= LONGEST_LINK else None


def _host(run: str, after: str) -> str:
    """The longest host name that `run` begins with, or ""; `after` is the character that follows the run."""
    labels = run[:LONGEST_HOST].split(".")
    tops = _top_level_domains()
    best, length = "", 0
    for number, (previous, label) in enumerate(pairwise(labels), 2):
        if not _is_label(previous):
            break
        length += len(previous) + 1
        top = _top(label, after if number == len(labels) and len(run) <= LONGEST_HOST else ".", tops)
        if top and "_" not in previous:
            best = run[: length + len(top)]
    return best


def _is_label(label: str) -> bool:
    if not label or label[0] in "-_" or label[-1] in "-_":
        return False
    if label.isascii():
        return len(label) <= LONGEST_LABEL
    return len(label) < LONGEST_LABEL and len("xn--" + label.encode("punycode").decode()) <= LONGEST_LABEL


def _top(label: str, after: str, tops: frozenset[str]) -> str:
    """The top-level domain that `label` begins with, or ""."""
    if label.lower() in tops:
        return "" if after and after in "@+" else label
    ascii_start = _ASCII_TLD.match(label)
    if ascii_start:
        top = ascii_start[0].lower()
        return ascii_start[0] if top in tops or top.startswith("xn--") else ""
    prefixes = (label[:n] for n in range(min(len(label), 24), 0, -1))
    return next((p for p in prefixes if p in tops and not re.match(r"[0-9A-Za-z-]", label[len(p) :])), "")


@cache
def _top_level_domains() -> frozenset[str]:
    lines = (Path(__file__).parent / "tlds.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
