"""The links of an update: those it carries, and those its text shows."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from handover.model import Update
from handover.networks import network_of
from handover.networks.ids import id_in
from handover.text.links import LINK
from handover.urls import Address, parse
from handover.urls.carried import carried
from handover.urls.known import SHORTENERS

_TRAILING = ".,;:!?'’\"*_~]}>"
_CUT = ("…", "...")


class Link(NamedTuple):
    """One link of an update."""

    raw: str
    address: Address | None
    cut: bool = False  # the end is missing
    asked: bool = False  # a short link whose target was looked up


class LinkReader:
    """Reads the links of updates; each distinct one is taken apart once."""

    def __init__(self, updates: Sequence[Update], resolved: Mapping[str, str] | None = None) -> None:
        self._resolved = resolved or {}
        self._links: dict[str, Link] = {}
        self._expanded = {u.network for u in updates if "://t.co/" in u.text and _expands(u)}

    def read(self, update: Update) -> tuple[Link, ...]:
        """The links in order, each once."""
        raws = dict.fromkeys(filter(None, map(str.strip, update.links)))
        if "://" in update.text:
            for raw in map(clean, LINK.findall(update.text)):
                if raw not in raws and self._tells_more(raw, update):
                    raws[raw] = None
        links = tuple(map(self._link, raws))
        if len(links) < 2:
            return links
        return tuple({(each.address.key if each.address else each.raw): each for each in links}.values())

    def _tells_more(self, raw: str, update: Update) -> bool:
        # Where the export gave the targets, a short link in the text is one of them, or a picture.
        address = parse(raw)
        if address is None or address.host not in SHORTENERS:
            return True
        if update.links:
            return raw in update.links
        return not (address.host == "t.co" and update.network in self._expanded)

    def _link(self, raw: str) -> Link:
        if link := self._links.get(raw):
            return link
        target = self._resolved.get(raw, "")
        cut = raw.endswith(_CUT)
        address = parse(carried(target or (raw.rstrip("….") if cut else raw)))
        link = self._links[raw] = Link(raw, address, cut=cut and not target, asked=bool(target))
        return link


def short_links(updates: Iterable[Update]) -> tuple[str, ...]:
    """The links of known shorteners that the updates carry or show, each once: what is worth asking."""
    items = tuple(updates)
    reader = LinkReader(items)
    found = (link for update in items for link in reader.read(update))
    return tuple(
        dict.fromkeys(x.raw for x in found if x.address and x.address.host in SHORTENERS and not x.cut)
    )


def clean(raw: str) -> str:
    """An address found in a text without the punctuation of the sentence around it."""
    if raw.endswith(_CUT):
        return raw
    raw = raw.rstrip(_TRAILING)
    while raw.endswith(")") and raw.count(")") > raw.count("("):
        raw = raw[:-1].rstrip(_TRAILING)
    return raw


def leads_to_itself(link: Link, update: Update) -> bool:
    """Whether a link leads to the update itself: what old archives leave of a text that was cut."""
    if update.network != "x" or link.address is None or network_of(link.raw) != "x":
        return False
    number = id_in("x", link.raw)
    return bool(number) and number in (update.id, id_in("x", update.permalink))


def bare_links(hosts: Iterable[str]) -> Callable[[str], tuple[Link, ...]]:
    """A function that finds addresses on these hosts that a text shows without `https://`."""
    told = "|".join(re.escape(host) for host in sorted(hosts))
    pattern = re.compile(rf"(?<![\w@./-])(?:www\.)?(?:{told})/[^\s<>\"“”]+", re.IGNORECASE)

    def find(text: str) -> tuple[Link, ...]:
        if not told:
            return ()
        raws = [clean(raw) for raw in pattern.findall(text)]
        return tuple(
            Link(raw=raw, address=parse(raw.rstrip("….")), cut=raw.endswith(_CUT))
            for raw in dict.fromkeys(raws)
        )

    return find


def _expands(update: Update) -> bool:
    return any("://t.co/" not in link for link in update.links)
