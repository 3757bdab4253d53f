"""What goes out when: the plan's slots with the times, links and pictures that schedulers ask for."""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from handover.later import dataclass
from handover.model import Handover, Media, Slot
from handover.model.places import without_folders
from handover.networks import NETWORKS, needs
from handover.text.counted_links import links
from handover.text.links import addresses
from handover.text.safe import one_line, plain, web
from handover.write.words import words

FIRST_HOUR = 10  # of the day's first update on a network, where nothing is known of the client's own hours
APART = 180  # minutes between two of a day on one network
LEAST_APART = 10  # Sprout Social refuses what is nearer
_EVENING = 21 * 60 + 55  # the last minute of a day on which several go out
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
    borrowed: bool = False  # the picture is the post's: the update has none on the web
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


def scheduled(handover: Handover, names: Mapping[str, str] | None = None) -> tuple[ImportRow, ...]:
    """The plan's slots as entries, in the order of their times.

    `names` are those of the originals in the folder of media, by `Media.file`: what is not on the web is
    to be found there.
    """
    called = words(handover.language).network
    on_day: dict[tuple[dt.date, str], list[Slot]] = defaultdict(list)
    for slot in handover.plan:
        on_day[slot.date, slot.network].append(slot)
    found = [
        _entry(slot, dt.datetime.combine(slot.date, time), called(slot.network), names or {})
        for slots in on_day.values()
        for slot, time in zip(slots, _times(slots), strict=True)
    ]
    return tuple(sorted(found, key=lambda e: e.at))


def _times(slots: Sequence[Slot]) -> list[dt.time]:
    """When those of one day and network go out: from the client's own hour on, and never too near."""
    hour = slots[0].hour
    start = 60 * (FIRST_HOUR if hour is None else hour)
    gaps = len(slots) - 1
    apart = min(APART, (_EVENING - start) // gaps // 5 * 5) if gaps else 0
    if gaps and apart < LEAST_APART:  # too late in the day for so many
        start = 60 * FIRST_HOUR
        apart = min(APART, max((_EVENING - start) // gaps // 5 * 5, LEAST_APART))
    return [dt.time(*divmod(start + n * apart, 60)) for n in range(len(slots))]


def _entry(slot: Slot, at: dt.datetime, label: str, names: Mapping[str, str]) -> ImportRow:
    text, link = _with_link(slot)
    media = [Media(one_line(m), alt=m.alt, file=m.file, kind=m.kind) for m in slot.update.media if m.strip()]
    pictures = tuple(m for m in media if is_picture(m))
    entry = ImportRow(
        at=at,
        network=slot.network,
        label=label,
        text=text,
        title=one_line(slot.post.own_title),
        link=link,
        pictures=pictures,
        to_attach=tuple(
            m.beside(names.get(m.file or "") or without_folders(m)) for m in media if m not in pictures
        ),
        draft=slot.update.state == "draft",
    )
    has_film = any(m.kind == "film" for m in media)
    if "picture" in needs(slot.network) and not (pictures or has_film) and is_picture(slot.post.image):
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
