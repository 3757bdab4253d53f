"""What goes out when: the plan's slots with the times, links and pictures that schedulers ask for."""

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from handover.model import Handover, Media, Slot
from handover.model.places import without_folders
from handover.networks import NETWORKS, needs
from handover.text.counted_links import links
from handover.text.links import addresses
from handover.text.safe import one_line, plain, web
from handover.write.words import words

FIRST_HOUR = 10  # of the day's first update on a network, in the account's own zone
HOURS_APART = 3
_PICTURE = re.compile(r"\.(?:jpe?g|png)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One update with its new date, as a scheduler takes it."""

    at: dt.datetime  # without a zone: the account's own, which only the scheduler knows
    network: str
    label: str  # what the network is called, in the documents' language
    text: str  # with its link
    title: str  # of the post
    link: str  # to the post; "" where the update has none
    pictures: tuple[str, ...] = ()  # addresses of JPEGs and PNGs on the web
    to_attach: tuple[str, ...] = ()  # names of the media that are not on the web
    borrowed: bool = False  # the picture is the post's, not the update's
    draft: bool = False  # it has not been published yet

    @property
    def alts(self) -> tuple[str, ...]:
        """The pictures' alternative texts, in their order; "" where one has none."""
        return tuple(picture.alt if isinstance(picture, Media) else "" for picture in self.pictures)

    @property
    def begin(self) -> str:
        """The first words, to know it by."""
        line = one_line(self.text)
        return line if len(line) <= 60 else line[:60].rsplit(" ", 1)[0] + " …"


def scheduled(handover: Handover) -> tuple[ImportRow, ...]:
    """The plan's slots as entries, in the order of their times."""
    on_day: Counter[tuple[dt.date, str]] = Counter()
    called = words(handover.language).network
    found = []
    for slot in handover.plan:
        hour = FIRST_HOUR + HOURS_APART * on_day[slot.date, slot.network]
        on_day[slot.date, slot.network] += 1
        minute = 5 * (on_day[slot.date, slot.network] - 1) if hour > 21 else 0  # many a day: close together
        at = dt.datetime.combine(slot.date, dt.time(min(hour, 21), min(minute, 55)))
        found.append(_entry(slot, at, called(slot.network)))
    return tuple(sorted(found, key=lambda e: e.at))


def _entry(slot: Slot, at: dt.datetime, label: str) -> ImportRow:
    text, link = _with_link(slot)
    media = [Media(one_line(m), alt=m.alt) for m in slot.update.media if m.strip()]
    pictures = tuple(m for m in media if is_picture(m))
    entry = ImportRow(
        at=at,
        network=slot.network,
        label=label,
        text=text,
        title=one_line(slot.post.own_title),
        link=link,
        pictures=pictures,
        to_attach=tuple(m.beside(without_folders(m)) for m in media if m not in pictures),
        draft=slot.update.state == "draft",
    )
    if "picture" in needs(slot.network) and not media and is_picture(slot.post.image):
        return replace(entry, pictures=(slot.post.image,), borrowed=True)
    return entry


def _with_link(slot: Slot) -> tuple[str, str]:
    """The update's text with its link, and the link.

    A link that stood in a card beside the text is put below it: a scheduler makes no card without it. An
    update that never had a link gets none.
    """
    text = plain(slot.update.text).strip()
    # What networks make a link of, else one that is not on the public internet, such as a test site's.
    inside = next(links(text, bare=False), None) or next(addresses(text), None)
    post = web(slot.post.permalink)
    if inside:
        return text, post if post and post in text else text[inside[0] : inside[1]]
    given = [link for link in map(web, slot.update.links) if link]
    if not given or not _links_work(slot.network):
        return text, ""
    link = post if post in given else given[0]
    return f"{text}\n\n{link}", link


def _links_work(network: str) -> bool:
    return network not in NETWORKS or NETWORKS[network].links_work


def is_picture(address: str) -> bool:
    """Whether an address leads straight to a JPEG or PNG on the web."""
    return bool(web(address)) and bool(_PICTURE.search(urlsplit(address).path))


def without_end_link(entry: ImportRow) -> str:
    """The text without the link it ends with, for tools that add the link themselves."""
    if entry.link and entry.text.endswith(entry.link):
        return entry.text.removesuffix(entry.link).rstrip()
    return entry.text
