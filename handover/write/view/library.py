"""The content library of a document: years, months, posts and updates, each made when it is read.

Ten thousand posts as dictionaries all at once would cost more memory than the document itself.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, overload

from handover.model import Handover, Update
from handover.networks import NETWORKS
from handover.text.links import without_addresses
from handover.text.printed import keys_of, printed, without_spacers
from handover.write.view.entries import Entry
from handover.write.view.links import web
from handover.write.view.summary import about, shorten
from handover.write.words import Words, words

if TYPE_CHECKING:
    from handover.write.media.gallery import Gallery

# Beyond this many posts a document has a part for each year, and an update is one line of it.
COMPACT_FROM: Final = 200
SELDOM: Final = 1.5  # posts a month, below which headings by month would be as many as the posts
MOST_MONTHS: Final = 12  # of a library in one part; with more of them its headings are the years
LINE: Final = 240  # characters of an update in one line
LONG: Final = 600  # characters of an update that may go on over a page: kept whole it would leave a hole

_UNDATED: Final = (0, 0)


class Rows(Sequence[dict[str, Any]]):
    """A list of dictionaries, each made when it is asked for."""

    __slots__ = ("_items", "_make")

    def __init__(self, items: Sequence[Any], make: Callable[[Any], dict[str, Any]]) -> None:
        self._items = items
        self._make = make

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return map(self._make, self._items)

    @overload
    def __getitem__(self, index: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> "Rows": ...
    def __getitem__(self, index: int | slice) -> "dict[str, Any] | Rows":
        if isinstance(index, slice):
            return Rows(self._items[index], self._make)
        return self._make(self._items[index])


class Paragraphs(Sequence[str]):
    """The paragraphs of a text as it is printed, made when they are asked for: a long blog shows lines."""

    __slots__ = ("_made", "_own", "_text")

    def __init__(self, text: str, own: Collection[str]) -> None:
        self._text = text
        self._own = own
        self._made: list[str] | None = None

    def _all(self) -> list[str]:
        if self._made is None:
            self._made = printed(self._text, self._own).split("\n\n")
        return self._made

    def __len__(self) -> int:
        return len(self._all())

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> "str | list[str]":
        return self._all()[index]


class Library:
    """Makes the values of posts and updates in the handover's language."""

    def __init__(
        self,
        handover: Handover,
        found: tuple[Entry, ...],
        *,
        workbook: bool,
        gallery: "Gallery | None" = None,
    ) -> None:
        self._handover = handover
        self._gallery = gallery
        self._ = words(handover.language)
        self.entries = found
        self.compact = len(found) > COMPACT_FROM
        self._cut = workbook  # nothing is cut that stands nowhere else
        self.day = day_of(self._)
        self._view_on = {
            key: self._("View on {network}", network=n.label).replace(" ", "\u00a0")  # stays on one line
            for key, n in NETWORKS.items()
        }
        self._view_on["other"] = self._("View the update").replace(" ", "\u00a0")
        self._names = {key: self._.network(key) for key in NETWORKS}
        # What sets an update apart from one that was published.
        self._labels = {"scheduled": self._("Scheduled"), "draft": self._("Draft, not published")}
        self._lasting = {
            "lasting": self._("Lasting"),
            "seasonal": self._("Seasonal"),
            "dated": self._("Dated"),
        }

    @property
    def posts(self) -> Rows:
        return Rows(self.entries, self.post)

    def years(self) -> list[dict[str, Any]]:
        """The posts by year and month; one group without a title where parts by year would be too many."""
        if not self.compact:
            return [
                {
                    "title": "",
                    "target": "",
                    "posts": len(self.entries),
                    "summary": "",
                    "months": self._months(self.entries),
                }
            ]
        years = []
        for year, group in groupby(self.entries, key=lambda e: month_of(e)[0]):
            part = tuple(group)
            counts = [
                self._.plural("{n} post", "{n} posts", len(part)),
                self._.plural("{n} update", "{n} updates", sum(len(e.pairs) for e in part)),
            ]
            years.append(
                {
                    "title": str(year) if year else self._("Without a date"),
                    "target": f"year_{year}",
                    "posts": len(part),
                    "summary": self._.list(counts),
                    "months": self._months(part),
                }
            )
        return years

    def _months(self, part: tuple[Entry, ...]) -> list[dict[str, Any]]:
        """The posts by month; by year where there are many months, or most would have one post."""
        many = len({month_of(entry) for entry in part})
        rare = not self.compact and (many > MOST_MONTHS or len(part) < SELDOM * many)
        months = []
        for (year, month), group in groupby(part, key=_year_of if rare else month_of):
            posts = tuple(group)
            if not year:
                title = self._("Without a date")
            else:
                title = self._.heading(self._.month(dt.date(year, month, 1))) if month else str(year)
            months.append(
                {
                    "title": title,
                    "target": f"month_{year}_{month}",
                    "count": self._.number(len(posts)),
                    "posts": Rows(posts, self.post),
                }
            )
        return months

    def post(self, entry: Entry) -> dict[str, Any]:
        """One post with its updates."""
        _, post = self._, entry.post
        moment = post.published or post.modified
        date = self.day(moment.date(), "long") if moment else ""
        short = entry.shortfall
        link = web(post.permalink)
        own = keys_of((post.permalink, *post.aliases))
        return {
            "number": entry.number,
            "title": _.said(post.title).strip() or link or _("Untitled"),
            "link": link,
            "link_label": _("Read the post") if link else "",
            "date": date,
            "author": post.author,
            "categories": list(post.categories),
            "about": " · ".join(t for t in (date, post.author, ", ".join(post.categories[:3])) if t),
            "summary": about(post, sentences=1 if self.compact else 3),
            "updates": Rows([p.update for p in entry.pairs], lambda update: self.update(update, own)),
            "missing": short.missing if short else 0,
            "note": self._note(entry),
        }

    def update(self, update: Update, own: Collection[str] = ()) -> dict[str, Any]:
        """One update; `own` are the keys of the post's addresses, which stand in its heading already."""
        verdict = self._handover.verdicts.get(update.id)
        lasting = update.lasting or (verdict.lasting if verdict else "")
        link = web(update.permalink)
        text = update.text.strip()
        return {
            "network": self._names.get(update.network, update.network),
            "text": text,
            "paragraphs": Paragraphs(text, own),
            "long": len(text) > LONG,
            "line": self._line(text),
            "date": self.day(update.posted_at.date(), "medium") if update.posted_at else "",
            "link": link,
            "link_label": self._view_on.get(update.network, self._view_on["other"]) if link else "",
            "label": self._labels.get(update.state, ""),
            "lasting": self._lasting.get(lasting, ""),
            "pictures": self._pictures(update) if self._gallery else [],
            "why": "",  # a working note, as the account is: named for templates made when they stood here
            "account": "",
        }

    def _pictures(self, update: Update) -> list[dict[str, Any]]:
        """The small pictures beside an update; one that nobody has described is told by network and day."""
        assert self._gallery is not None
        day = self.day(update.posted_at.date(), "medium") if update.posted_at else ""
        told = ", ".join(filter(None, (self._names.get(update.network, update.network), day)))
        return [
            {
                "number": shown.number,
                "alt": shown.alt or told,
                "film": "" if shown.thumbnail else "▶ " + (shown.alt or self._("Video")),
            }
            for shown in self._gallery.shown(update)
        ]

    def _line(self, text: str) -> str:
        """An update on one line, without its addresses: its own link and the post's stand beside it."""
        text = without_spacers(text)
        if not self._cut:
            return " ".join(text.split())
        return shorten(without_addresses(text, ""), LINE) or shorten(text, LINE)

    def _note(self, entry: Entry) -> str:
        """What to say where a post has too few updates."""
        short = entry.shortfall
        if not short or not short.drafts:
            return ""
        return self._.plural(
            "A draft for {n} more update waits for you further on.",
            "Drafts for {n} more updates wait for you further on.",
            len(short.drafts),
        )


def month_of(entry: Entry) -> tuple[int, int]:
    """The year and month of a post, (0, 0) without a date."""
    moment = entry.post.published or entry.post.modified
    return (moment.year, moment.month) if moment else _UNDATED


def _year_of(entry: Entry) -> tuple[int, int]:
    return (month_of(entry)[0], 0)


def day_of(_: Words) -> Callable[[dt.date, str], str]:
    """`_.date`, asked once for each day: a long blog has far more updates than days."""
    return lru_cache(maxsize=None)(_.date)
