"""One update out of several entries that are the same: the best of each field."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain

from handover.model import Origin, Update
from handover.model.types import Kind, State

SHORT_LINKS = ("://t.co/", "://lnkd.in/")  # a network's own short links; archives give what they stand for
STATES: tuple[State, ...] = ("published", "scheduled", "draft")  # what was published once is published
MINUTE = 60  # seconds


def richest(updates: Sequence[Update]) -> Update:
    """The update that these entries are. What the user changed in our own workbook goes first."""
    mine = next((u for u in updates if u.placed is not None), None)
    worded = mine or max(updates, key=_worth_of_text)
    permalink = mine.permalink if mine and mine.permalink else _best_permalink(updates)
    return replace(
        worded,
        id=(mine or updates[0]).id,
        posted_at=_finest_time(updates, mine),
        permalink=permalink,
        links=_links(worded, updates),
        media=worded.media or max((u.media for u in updates), key=len),
        kind=mine.kind if mine else _kind(updates),
        account=_first((u.account for u in updates), lambda name: bool(name) and not name.startswith("did:")),
        post=_first(u.post for u in updates),
        state=min((u.state for u in updates), key=STATES.index),
        labels=tuple(dict.fromkeys(chain.from_iterable(u.labels for u in updates))),
        figures=_figures(updates),
        lasting=mine.lasting if mine else next((u.lasting for u in updates if u.lasting), None),
        origin=_origin(worded, updates),
        extra={name: value for u in reversed(updates) for name, value in u.extra.items()},
        placed=mine.placed if mine else None,
    )


def place(origin: Origin | None) -> str:
    """Where an entry was read, as a person finds it again: "plan.xlsx › March, row 12"."""
    if origin is None:
        return "a row given without its place"
    sheet = f" › {origin.sheet}" if origin.sheet else ""
    row = f", row {origin.row}" if origin.row else ""
    return f"{origin.file}{sheet}{row}"


def _origin(worded: Update, updates: Sequence[Update]) -> Origin:
    own = worded.origin or Origin(file=place(None))
    others = [place(u.origin) for u in updates if u is not worded]
    theirs = chain.from_iterable(u.origin.also for u in updates if u.origin)
    return replace(own, also=tuple(dict.fromkeys((*others, *theirs))))


def _first(values: Iterable[str], good: Callable[[str], bool] = bool) -> str:
    told = [value for value in values if value]
    return next((value for value in told if good(value)), told[0] if told else "")


def _worth_of_text(update: Update) -> tuple[bool, bool, int]:
    text = update.text.rstrip()
    whole = not text.endswith(("…", "...", "[…]"))
    return bool(text) and whole, not any(short in text for short in SHORT_LINKS), len(text)


def _best_permalink(updates: Sequence[Update]) -> str:
    """One that names the account rather than leading there by number alone."""
    return _first((u.permalink for u in updates), lambda link: "/i/" not in link and "/did:" not in link)


def _finest_time(updates: Sequence[Update], mine: Update | None) -> dt.datetime | None:
    times = [u.posted_at for u in updates if u.posted_at]
    if mine and mine.posted_at:  # a time that the user moved is theirs; a second lost in a cell is not
        moved = mine.posted_at
        times = [time for time in times if abs((time - moved).total_seconds()) < MINUTE]
    return max(times, key=lambda t: (t.second > 0, t.minute > 0 or t.hour > 0), default=None)


def _links(worded: Update, updates: Sequence[Update]) -> tuple[str, ...]:
    links = dict.fromkeys(chain(worded.links, chain.from_iterable(u.links for u in updates)))
    whole = tuple(link for link in links if not any(short in link for short in SHORT_LINKS))
    return whole or tuple(links)


def _kind(updates: Sequence[Update]) -> Kind:
    return next((u.kind for u in updates if u.kind != "original"), "original")


def _figures(updates: Sequence[Update]) -> dict[str, float]:
    """All figures; of two readings of one the later is the higher, since they only grow."""
    figures: dict[str, float] = {}
    for update in updates:
        for name, value in update.figures.items():
            figures[name] = max(value, figures.get(name, value))
    return figures
