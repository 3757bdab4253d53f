"""One update out of several entries that are the same: the best of each field."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from handover.later import pattern
from handover.model import Media, Origin, Update
from handover.model.media import both
from handover.model.moments import is_day
from handover.model.places import at_origin, with_address, without_folders
from handover.model.types import Kind, State
from handover.networks.own import own_address
from handover.read.sameness.link_targets import target_of
from handover.read.sameness.wording import read_words

SHORT_LINKS = ("://t.co/", "://lnkd.in/")  # a network's own short links; archives give what they stand for
STATES: tuple[State, ...] = ("published", "scheduled", "draft")  # what was published once is published
MINUTE = 60  # seconds


def richest(updates: Sequence[Update]) -> Update:
    """The update that these entries are. What the user changed in our own workbook goes first."""
    mine = next((u for u in updates if u.placed is not None), None)
    worded = mine or _best_worded(updates)
    permalink = mine.permalink if mine and mine.permalink else _best_permalink(updates)
    return replace(
        worded,
        id=(mine or updates[0]).id,
        network=next((u.network for u in updates if u.network != "other"), "other"),
        posted_at=_finest_time(updates, mine),
        permalink=permalink,
        links=_links(worded, updates, mine),
        media=_media(worded, updates, mine),
        kind=mine.kind if mine else _kind(updates),
        account=_first((u.account for u in updates), lambda name: bool(name) and not name.startswith("did:")),
        post=_first(u.post for u in updates),
        state=mine.state if mine and "state" in mine.told else _state(updates),
        assumed=all(u.assumed for u in updates if u.state != "draft"),
        labels=tuple(dict.fromkeys(chain.from_iterable(u.labels for u in updates))),
        figures=_figures(updates),
        lasting=mine.lasting if mine else next((u.lasting for u in updates if u.lasting), None),
        origin=_origin(worded, updates, permalink),
        extra={name: value for u in reversed(updates) for name, value in u.extra.items()},
        near=next((u.near for u in updates if u.near), ()),
        placed=mine.placed if mine else None,
        given_in=next((u.given_in for u in updates if u.given_in), None),
    )


def _origin(worded: Update, updates: Sequence[Update], permalink: str) -> Origin:
    own = worded.origin or Origin(file=at_origin(None))
    others = [_place_of(u, permalink) for u in updates if u is not worded]
    theirs = chain.from_iterable(u.origin.also for u in updates if u.origin)
    here = without_folders(at_origin(own))  # our workbook knows it from there, too
    places = dict.fromkeys(place for place in (*others, *theirs) if without_folders(place) != here)
    return replace(own, also=tuple(places))


def _place_of(update: Update, kept: str) -> str:
    """The entry's place, with its address where that is another one of the same post."""
    told = at_origin(update.origin)
    if not update.permalink or update.permalink == kept:
        return told
    own = own_address(update.network, update.permalink)
    is_known = own is None or own == own_address(update.network, kept)
    return told if is_known else with_address(told, update.permalink)


def _first(values: Iterable[str], good: Callable[[str], bool] = bool) -> str:
    told = [value for value in values if value]
    return next((value for value in told if good(value)), told[0] if told else "")


def _best_worded(updates: Sequence[Update]) -> Update:
    """The one that says most: the most words, then the most hashtags; whole, and with its links in full."""
    if all(u.text == updates[0].text for u in updates):
        return updates[0]
    return max(updates, key=_worth_of_text)


def _worth_of_text(update: Update) -> tuple[int, int, bool, bool, int]:
    words = read_words(update.text)
    is_full = not any(short in update.text for short in SHORT_LINKS)
    return len(words.letters), len(words.tags), not words.cut, is_full, len(update.text)


def _best_permalink(updates: Sequence[Update]) -> str:
    """One that names the post, not the profile, and the account rather than a number alone."""
    links = [u.permalink for u in updates if own_address(u.network, u.permalink)]
    links += [u.permalink for u in updates]
    return _first(links, lambda link: "/i/" not in link and "/did:" not in link)


def _finest_time(updates: Sequence[Update], mine: Update | None) -> dt.datetime | None:
    """When it was sent rather than planned, to the second where a source knows it."""
    dated = [u for u in updates if u.posted_at]
    if mine and mine.posted_at:  # a time that the user moved is theirs; a second lost in a cell is not
        moved = mine.posted_at
        dated = [u for u in dated if u.posted_at and abs((u.posted_at - moved).total_seconds()) < MINUTE]
    return max(dated, key=_worth_of_time).posted_at if dated else None


def _worth_of_time(update: Update) -> tuple[bool, bool, bool, bool]:
    time = update.posted_at
    if time is None:
        return (False,) * 4
    is_timed = not is_day(time)
    return is_timed, update.state == "published", time.second > 0, bool(update.permalink)


def _links(worded: Update, updates: Sequence[Update], mine: Update | None) -> tuple[str, ...]:
    """Every page linked to, once, as it stands beside the text."""
    if mine and any(map(_is_whole, mine.links)):  # the user may have changed them
        return mine.links
    pages = {
        target_of(link): link
        for link in reversed((*worded.links, *chain.from_iterable(u.links for u in updates)))
    }
    links = tuple(reversed(pages.values()))
    whole = tuple(filter(_is_whole, links))
    return whole if whole and _stand_for_all(whole, updates) else links


def _is_whole(link: str) -> bool:
    return not any(short in link for short in SHORT_LINKS)


def _stand_for_all(whole: Sequence[str], updates: Sequence[Update]) -> bool:
    """Whether the network's own short links are these: no source has more of them, or an archive gave all."""
    archived = any(u.permalink and u.links and all(map(_is_whole, (*u.links, u.text))) for u in updates)
    return archived or all(sum(not _is_whole(link) for link in u.links) <= len(whole) for u in updates)


_NUMBER = pattern(r"^\d{6,}[-_]")


def _media(worded: Update, updates: Sequence[Update], mine: Update | None) -> tuple[Media, ...]:
    """Every picture and film, once, by its file's name; two that one entry tells are two."""
    files: dict[tuple[str, int], Media] = {}
    for entry in (worded, *updates):
        for key, file in _numbered(entry.media):
            files[key] = both(files[key], file) if key in files else file
    if mine and mine.media:  # hers alone; where they lie, only the sources know
        return tuple(both(one, files.get(key, one)) for key, one in _numbered(mine.media))
    return tuple(files.values())


def _numbered(media: Iterable[Media]) -> Iterator[tuple[tuple[str, int], Media]]:
    """Each with its file's name, and the how many-th of one entry by this name it is."""
    met = Counter[str]()
    for file in media:
        name = _key_of(file)
        met[name] += 1
        yield (name, met[name]), file


def _key_of(media: Media) -> str:
    name = media.partition("?")[0].rstrip("/").replace("\\", "/").rpartition("/")[2].casefold()
    return _NUMBER.sub("", name) or media


def _kind(updates: Sequence[Update]) -> Kind:
    return next((u.kind for u in updates if u.kind != "original"), "original")


def _state(updates: Sequence[Update]) -> State:
    return min((u.state for u in updates), key=STATES.index)


def _figures(updates: Sequence[Update]) -> dict[str, float]:
    """All figures; of two readings of one the later is the higher, since they only grow."""
    figures: dict[str, float] = {}
    for update in updates:
        for name, value in update.figures.items():
            figures[name] = max(value, figures.get(name, value))
    return figures
