"""The rows of each sheet, as values by column key."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from openpyxl.utils import get_column_letter, quote_sheetname

from handover.columns import (
    BOOKS,
    EXTRA,
    FIGURE,
    MINIMUM,
    POSTS,
    UPDATES,
    VERSION,
    WORDS,
    WORKING,
    Sheet,
)
from handover.columns.memory import pack, record_of
from handover.columns.shown import cells_of, clean, shown_id, without_folders
from handover.model import Notice, Origin, Post, Skipped, Update
from handover.networks.counting import length, limit
from handover.write.view import Entry
from handover.write.words import N_
from handover.write.xlsx.book import Book, Listed, is_shown
from handover.write.xlsx.cells import Formula, Text, Value

Row = Mapping[str, Value]
WELL = N_("Everything that was given could be read.")
LIVE = 10_000_000  # posts x updates up to which counts are live; beyond, each edit would take seconds


class Rows:
    """The rows of all sheets of one book. `titles` maps a sheet's key to its name on the tab."""

    def __init__(self, book: Book, titles: Mapping[str, str], *, one_sheet: bool = True) -> None:
        self.book = book
        self.titles = titles
        self._row = book.words("{place}, row {n}")
        self._place = lru_cache(maxsize=1_000)(_place)
        self._cells: dict[int, dict[str, str | dt.datetime]] = {}  # by the identity of each update shown
        self.live = one_sheet and len(book.entries) * len(book.listed) <= LIVE

    def ref(self, sheet: Sheet, key: str) -> str:
        """A whole column as formulas name it, so that rows added later are counted too."""
        at = [column.key for column in self.book.columns(sheet)].index(key) + 1
        letter = get_column_letter(at)
        return f"{quote_sheetname(self.titles[sheet.key])}!${letter}:${letter}"

    @cached_property
    def _titles(self) -> list[str]:
        """The posts' titles, in the order of their numbers."""
        return [self._title(entry.post) for entry in self.book.entries]

    def _title(self, post: Post) -> str:
        return clean(self.book.words.said(post.title)) or clean(post.permalink)

    # Posts

    def posts(self) -> Iterator[Row]:
        by_post: list[list[Listed]] = [[] for _ in self.book.entries]
        for row in self.book.listed:
            by_post[row.entry.number - 1].append(row)
        for at, (entry, rows) in enumerate(zip(self.book.entries, by_post, strict=True), 2):
            yield self._post(entry, rows, at)

    def _post(self, entry: Entry, rows: list[Listed], at: int) -> Row:
        post, verdicts = entry.post, self.book.handover.verdicts
        judged = [verdicts[row.pair.update.id] for row in rows if row.pair.update.id in verdicts]
        counted = sum(not row.counts for row in rows)
        lasting = sum(verdict.lasting == "lasting" for verdict in judged)
        passing = [verdict.reason for verdict in judged if verdict.lasting != "lasting"]
        minimum = self.book.handover.minimum
        return {
            "no": entry.number,
            "published": post.published or post.modified,
            "title": self._titles[entry.number - 1],
            "link": Text(post.permalink, link=post.permalink),
            "author": post.author,
            "categories": ", ".join(post.categories),
            "updates": self._count(self._of_post, at, len(rows)),
            "counted": self._count(self._counted, at, counted),
            "missing": self._missing(at, max(0, minimum - counted)),
            "lasting": self._count(self._lasting, at, lasting),
            "why": "\n".join(dict.fromkeys(passing)),
        }

    def _count(self, formula: str, at: int, value: int) -> Value:
        return Formula(formula.replace("{row}", str(at)), value) if self.live else value

    def _missing(self, at: int, value: int) -> Value:
        return Formula(f"MAX(0,{MINIMUM}-{self._counted_in}{at})", value)

    @cached_property
    def _counted_in(self) -> str:
        return get_column_letter([c.key for c in POSTS.columns].index("counted") + 1)

    @cached_property
    def _of_post(self) -> str:
        return f"COUNTIF({self.ref(UPDATES, 'post_no')},$A{{row}})"

    @cached_property
    def _counted(self) -> str:
        no = self.book.word("answer", "no")
        return (
            f"COUNTIFS({self.ref(UPDATES, 'post_no')},$A{{row}},{self.ref(UPDATES, 'counts')},"
            f"{quoted('<>' + no + '*')})"
        )

    @cached_property
    def _lasting(self) -> str:
        word = self.book.word("lasting", "lasting")
        return (
            f"COUNTIFS({self.ref(UPDATES, 'post_no')},$A{{row}},{self.ref(UPDATES, 'lasting')},"
            f"{quoted(word)})"
        )

    # Updates

    def updates(self) -> Iterator[Row]:
        yes, no = self.book.word("answer", "yes"), self.book.word("answer", "no")
        for row in self.book.listed:
            pair = row.pair
            shown = self._update(pair.update)
            shown |= {
                "no": row.number,
                "post_no": row.entry.number,
                "post": self._titles[row.entry.number - 1],
                "counts": f"{no}: {row.counts}" if row.counts else yes,
                "evidence": self.book.word("evidence", pair.evidence),
                "score": round(pair.score, 4),
                "reason": pair.reason,
                "repeat": row.repeat,
            }
            yield shown

    def _update(self, update: Update) -> dict[str, Value]:
        names = self.book.names
        verdict = self.book.handover.verdicts.get(update.id)
        lasting = update.lasting or (verdict.lasting if verdict else "")
        cells = self._cells[id(update)] = cells_of(update)
        shown: dict[str, Value] = {
            **cells,
            "network": names["network"][update.network],
            "kind": names["kind"][update.kind],
            "state": names["state"][update.state],
            "lasting": names["lasting"][lasting] if lasting else "",
            "why": verdict.reason if verdict else "",
            "origin": self._found_in(update.origin),
            "id": shown_id(update.id),
        }
        if update.links:
            shown["links"] = Text(str(cells["links"]), update.links[0])
        if update.permalink:
            shown["permalink"] = Text(str(cells["permalink"]), update.permalink)
        if update.media:
            shown["media"] = Text(str(cells["media"]), update.media[0])
        if update.text and not update.text.isspace():
            self._fit(update, shown)
        for name in update.figures:
            if is_shown(update, name):
                shown[FIGURE + name] = _plain(update.figures[name])
        for name, value in update.extra.items():
            shown[EXTRA + name] = value if isinstance(value, str) else _plain(value)
        return shown

    def lasting(self, update: Update) -> str:
        """What the sheet says: the user's own word, else the check's verdict."""
        verdict = self.book.handover.verdicts.get(update.id)
        return update.lasting or (verdict.lasting if verdict else "")

    def _fit(self, update: Update, shown: dict[str, Value]) -> None:
        """Add how long the text is, counted as its network counts, and whether it fits there."""
        shown["characters"] = size = length(update.text, update.network)
        shown["limit"] = most = limit(update.network)
        if most is None:
            shown["fits"] = ""
        elif size <= most:
            shown["fits"] = self.book.word("answer", "yes")
        else:
            shown["fits"] = self.book.words("no, {n} over", n=self.book.words.number(size - most))

    def _found_in(self, origin: Origin | None) -> str:
        if origin is None:
            return ""
        place = self._place(origin.file, origin.sheet)
        if origin.row is not None:
            place = self._row.format(place=place, n=origin.row)
        return "\n".join((place, *map(without_folders, origin.also))) if origin.also else place

    # What needs a person

    def unpaired(self) -> Iterator[Row]:
        for number, item in enumerate(self.book.handover.unpaired, 1):
            suggestions = {
                f"suggestion_{n}": f"{self.book.number[post.id]} · {self._title(post)} ({score:.2f})"
                for n, (post, score) in enumerate(item.suggestions[:3], 1)
                if post.id in self.book.number
            }
            yield {**self._update(item.update), "no": number, "reason": item.reason, **suggestions}

    def shortfall(self) -> Iterator[Row]:
        for short in self.book.handover.shortfalls:
            about: Row = {
                "post_no": self.book.number.get(short.post.id),
                "post": self._title(short.post),
                "wanted": short.wanted,
                "found": short.found,
                "missing": short.missing,
            }
            if not short.drafts:
                yield about
            for draft in short.drafts:
                yield {**self._update(draft), **about}

    def plan(self) -> Iterator[Row]:
        for slot in self.book.handover.plan:
            yield {
                "date": slot.date,
                "network": self.book.word("network", slot.network),
                "post_no": self.book.number.get(slot.post.id),
                "post": self._title(slot.post),
                "text": slot.update.text,
                "link": Text(slot.post.permalink, link=slot.post.permalink),
                "id": shown_id(slot.update.id),
            }

    def check(self, own: list[Notice]) -> Iterator[Row]:
        """What was not read and what a person should look at; `own` notices are the workbook's."""
        skipped, notices = to_check(self.book)
        if not (skipped or notices or own):
            yield {"what": self.book.words("All is well"), "text": self.book.words(WELL)}
        for notice in (*own, *notices):
            yield {
                "what": self.book.words("Please look"),
                "text": notice.text,
                "where": without_folders(notice.where),
                "hint": notice.hint,
            }
        for item in skipped:
            yield {
                "what": self.book.words("Not read"),
                "text": item.reason,
                "where": without_folders(item.location),
                "line": item.line,
                "hint": self.book.words("Mend it where it stands, or add it to the sheet Updates by hand."),
            }

    def accounts(self) -> Iterator[Row]:
        for account in self.book.handover.details.account:
            yield {
                "name": account.name,
                "owner_now": account.owner_now,
                "owner_after": account.owner_after,
                "how": account.how,
            }

    # What the reader needs to know

    def memory(self) -> Iterator[list[str]]:
        """The hidden sheet: what the reader needs to know of the file as it was written."""
        yield pack(["workbook", VERSION, WORKING])
        for sheet in BOOKS[WORKING]:
            for column in self.book.columns(sheet):
                yield pack(["column", sheet.key, column.key, column.title])
        for group in WORDS:
            for key, name in self.book.names[group].items():
                yield pack(["word", group, key, name])
        for entry, title in zip(self.book.entries, self._titles, strict=True):
            yield pack(["post", entry.number, entry.post.id, entry.post.permalink, title])
        posts: dict[str, list[int]] = {}
        for row in self.book.listed:
            posts.setdefault(row.pair.update.id, []).append(row.entry.number)
        for update in self.book.updates:
            yield self._known("update", update, posts.get(update.id, []))
        for short in self.book.handover.shortfalls:
            for draft in short.drafts:
                yield self._known("draft", draft, [self.book.number.get(short.post.id, 0)])

    def _known(self, kind: str, update: Update, posts: list[int]) -> list[str]:
        figures = [name for name in self.book.figures if name in update.figures and is_shown(update, name)]
        cells = self._cells.pop(id(update), None) or cells_of(update)
        lasting = self.lasting(update)
        return pack(record_of(kind, update, posts, cells=cells, lasting=lasting, figures=figures))


def _place(file: str, sheet: str) -> str:
    """Where an update was found, but for its row."""
    return " › ".join(part for part in (without_folders(file), sheet) if part)


def to_check(book: Book) -> tuple[list[Skipped], list[Notice]]:
    """All that was skipped or noticed anywhere, each once."""
    told = book.handover
    stages = (told, told.feed, told.updates)
    skipped = dict.fromkeys(item for stage in stages for item in stage.skipped)
    notices = dict.fromkeys(
        item for stage in (told, told.feed, told.updates, told.pairing) for item in stage.notices
    )
    return list(skipped), list(notices)


def quoted(text: str) -> str:
    """A text inside a formula."""
    return '"' + text.replace('"', '""') + '"'


def _plain(value: float) -> int | float:
    return int(value) if float(value).is_integer() and abs(value) < 2**53 else value


__all__ = ["Row", "Rows", "quoted", "to_check"]
