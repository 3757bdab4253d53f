"""The rows of each sheet, as values by column key."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter

from handover.columns import ACCOUNTS, CLIENT, MINIMUM, POSTS, UPDATES, WORKING
from handover.columns.shown import clean, moment_in, shown_id
from handover.model import Notice, Skipped, Update
from handover.model.places import without_folders
from handover.text.column_letters import column_letters
from handover.write.view import Entry
from handover.write.xlsx.book import Book, ClientBook, Listed
from handover.write.xlsx.parts.pictures import Picture
from handover.write.xlsx.parts.workbook import quoted_title
from handover.write.xlsx.remembered import draft_of
from handover.write.xlsx.update_cells import UpdateCells
from handover.write.xlsx.values import Formula, Text, Value, opening

Row = tuple[Value, ...]  # in the order of the sheet's columns
Told = Mapping[str, Value]  # by column key
LIVE = 10_000_000  # posts x updates up to which counts are live; beyond, each edit would take seconds


class Rows:
    """The rows of all sheets of one book. `titles` maps a sheet's key to its name on the tab."""

    def __init__(
        self, book: Book, cells: UpdateCells, titles: Mapping[str, str], *, one_sheet: bool = True
    ) -> None:
        self.book = book
        self.cells = cells
        self.titles = titles
        self.live = one_sheet and len(book.entries) * len(book.listed) <= LIVE

    def of(self, sheet: str, keys: Sequence[str], own: Sequence[Notice]) -> Iterator[Row]:
        """The rows of the sheet with this key, column by column; `own` notices are the workbook's."""
        of_updates: dict[str, Callable[[Sequence[str]], Iterator[Row]]] = {
            "updates": self.updates,
            "more": self.more,
            "shortfall": self.shortfall,
            "unpaired": self.unpaired,
            "taken_out": self.taken_out,
        }
        if sheet in of_updates:
            return of_updates[sheet](keys)
        others: dict[str, Callable[[], Iterator[Told]]] = {
            "check": lambda: self.check(own),
            "posts": self.posts,
            "plan": self.plan,
            "accounts": self.accounts,
        }
        return (tuple(map(told.get, keys)) for told in others[sheet]())

    def _picker(self, keys: Sequence[str], own: Sequence[str]) -> Callable[[Row], Row]:
        """What picks a row out of an update's cells, the values of `own` and one None behind them."""
        start = len(self.cells.places)
        places = self.cells.places | {key: place for place, key in enumerate(own, start)}
        nothing = start + len(own)
        pick: Callable[[Row], Row] = itemgetter(*[places.get(key, nothing) for key in keys])
        return pick

    def ref(self, sheet: str, key: str) -> str:
        """A whole column as formulas name it, so that rows added later are counted too."""
        letter = self._letter(sheet, key)
        return f"{quoted_title(self.titles[sheet])}!${letter}:${letter}"

    def _letter(self, sheet: str, key: str) -> str:
        return column_letters([column.key for column in self.book.columns(sheet)].index(key) + 1)

    @cached_property
    def _titles(self) -> list[str]:
        """The posts' titles, in the order of their numbers."""
        return [self.book.post_title(entry.post) for entry in self.book.entries]

    # Posts

    def posts(self) -> Iterator[Told]:
        by_post: list[list[Listed]] = [[] for _ in self.book.entries]
        for row in self.book.listed:
            by_post[row.entry.number - 1].append(row)
        for at, (entry, rows) in enumerate(zip(self.book.entries, by_post, strict=True), 2):
            yield self._post(entry, rows, at)

    def _post(self, entry: Entry, rows: list[Listed], at: int) -> Told:
        post, verdicts = entry.post, self.book.handover.verdicts
        judged = [verdicts[row.pair.update.id] for row in rows if row.pair.update.id in verdicts]
        lasting = sum(verdict.lasting == "lasting" for verdict in judged)
        shown: dict[str, Value] = {
            "no": entry.number,
            "published": moment_in(post.published or post.modified, self.book.zone) or None,
            "title": self._titles[entry.number - 1],
            "link": opening(post.permalink, post.permalink),
            "author": post.author,
            "categories": ", ".join(post.categories),
            "updates": self._count(self._of_post, at, len(rows)),
            "lasting": self._count(self._lasting, at, lasting),
        }
        if self.book.reader == WORKING:
            counted = sum(not row.counts for row in rows)
            passing = [
                self.book.words.said(verdict.reason) for verdict in judged if verdict.lasting != "lasting"
            ]
            shown["counted"] = self._count(self._counted, at, counted)
            shown["missing"] = self._missing(at, max(0, self.book.handover.minimum - counted))
            shown["why"] = "\n".join(dict.fromkeys(passing))
        return shown

    def _count(self, formula: str, at: int, value: int) -> Value:
        return Formula(formula.replace("{row}", str(at)), value) if self.live else value

    def _missing(self, at: int, value: int) -> Value:
        return Formula(f"MAX(0,{MINIMUM}-{self._counted_in}{at})", value)

    @cached_property
    def _counted_in(self) -> str:
        return self._letter(POSTS.key, "counted")

    @cached_property
    def _of_post(self) -> str:
        return f"COUNTIF({self.ref(UPDATES.key, 'post_no')},$A{{row}})"

    @cached_property
    def _counted(self) -> str:
        no = self.book.word("answer", "no")
        return (
            f"COUNTIFS({self.ref(UPDATES.key, 'post_no')},$A{{row}},{self.ref(UPDATES.key, 'counts')},"
            f"{quoted('<>' + no + '*')})"
        )

    @cached_property
    def _lasting(self) -> str:
        word = self.book.word("lasting", "lasting")
        return (
            f"COUNTIFS({self.ref(UPDATES.key, 'post_no')},$A{{row}},{self.ref(UPDATES.key, 'lasting')},"
            f"{quoted(word)})"
        )

    # Updates

    def updates(self, keys: Sequence[str]) -> Iterator[Row]:
        """The rows of updates, post by post."""
        if self.book.reader == CLIENT:
            numbered = ((row.number, row.entry, row.pair.update) for row in self.book.listed)
            yield from self._hers(keys, numbered)
            return
        own = ("no", "post_no", "post", "counts", "evidence", "score", "reason", "repeat")
        pick, cells, titles = self._picker(keys, own), self.cells, self._titles
        yes, no = self.book.word("answer", "yes"), self.book.word("answer", "no")
        names, said = self.book.names["evidence"], self.book.words.said
        for number, entry, pair, repeat, counts in self.book.listed:
            yield pick(
                (
                    *cells[pair.update],
                    number,
                    entry.number,
                    titles[entry.number - 1],
                    f"{no}: {counts}" if counts else yes,
                    names[pair.evidence],
                    round(pair.score, 4),
                    said(pair.reason),
                    repeat,
                    None,
                )
            )

    def more(self, keys: Sequence[str]) -> Iterator[Row]:
        """The originals of no post, numbered on from where the updates end."""
        first = len(self.book.listed) + 1
        return self._hers(keys, ((n, None, update) for n, update in enumerate(self.book.alone, first)))

    def _hers(
        self, keys: Sequence[str], numbered: Iterable[tuple[int, Entry | None, Update]]
    ) -> Iterator[Row]:
        """Updates as the client sees them: in her time, without the folders of a computer."""
        book = self.book
        moved = book.zone is not dt.UTC
        own = ("no", "post_no", "post", "media", "picture", *(("posted_at",) if moved else ()))
        pick, media = self._picker(keys, own), self.cells.places["media"]
        picture = book.picture if isinstance(book, ClientBook) and book.has_pictures else None
        for number, entry, update in numbered:
            cells = self.cells[update]
            shown = picture(update) if picture else None
            yield pick(
                (
                    *cells,
                    number,
                    entry.number if entry else None,
                    self._titles[entry.number - 1] if entry else None,
                    self._without_folders(update, cells[media]) if update.media else "",
                    Picture(shown.number, shown.alt) if shown else None,
                    moment_in(update.posted_at, book.zone) if moved else None,
                    None,
                )
            )

    def _without_folders(self, update: Update, shown: Value) -> Value:
        """Where pictures are on the web; of others the name alone, not the folders of the computer."""
        if all(place.startswith(("https://", "http://")) for place in update.media):
            return shown
        text = clean("\n".join(media.beside(without_folders(media)) for media in update.media))
        return shown._replace(text=text) if isinstance(shown, Text) else text

    # What needs a person

    def unpaired(self, keys: Sequence[str]) -> Iterator[Row]:
        said, numbers, title = self.book.words.said, self.book.number, self.book.post_title
        own = ("no", "reason", "suggestion_1", "suggestion_2", "suggestion_3")
        pick = self._picker(keys, own)
        for number, item in enumerate(self.book.handover.unpaired, 1):
            suggestions = [
                f"{numbers[post.id]} · {title(post)} ({score:.2f})" if post.id in numbers else None
                for post, score in item.suggestions[:3]
            ]
            suggestions += [None] * (3 - len(suggestions))
            yield pick((*self.cells[item.update], number, said(item.reason), *suggestions, None))

    def taken_out(self, keys: Sequence[str]) -> Iterator[Row]:
        """What the user took out; of what is known in part only, no cell claims more."""
        known = [key for key in keys if key in ("text", "origin", "id")]
        whole, part = self._picker(keys, ()), self._picker(keys, [key for key in keys if key not in known])
        for taken in self.book.handover.updates.taken_out:
            cells = self.cells[taken.update]
            yield whole((*cells, None)) if taken.whole else part((*cells, *[None] * len(keys)))

    def shortfall(self, keys: Sequence[str]) -> Iterator[Row]:
        pick = self._picker(keys, ("post_no", "post", "wanted", "found", "missing"))
        nobodys = (None,) * len(self.cells.places)
        for short in self.book.handover.shortfalls:
            title = self.book.post_title(short.post)
            number = self.book.number.get(short.post.id)
            about = (number, title, short.wanted, short.found, short.missing, None)
            if not short.drafts:
                yield pick((*nobodys, *about))
            for draft in short.drafts:
                cells = self.cells[draft]
                # Of the hidden sheet at once: nobody asks for a draft again, and there are thousands.
                self.cells.drafts.append(draft_of(self.book, self.cells, draft, number or 0))
                self.cells.forget(draft)
                yield pick((*cells, *about))

    def plan(self) -> Iterator[Told]:
        for slot in self.book.handover.plan:
            yield {
                "date": slot.date,
                "network": self.book.word("network", slot.network),
                "post_no": self.book.number.get(slot.post.id),
                "post": self.book.post_title(slot.post),
                "text": slot.update.text,
                "link": opening(slot.post.permalink, slot.post.permalink),
                "id": shown_id(slot.update.id),
            }

    def check(self, own: Sequence[Notice]) -> Iterator[Told]:
        """What was not read and what a person should look at; `own` notices are the workbook's."""
        _, said = self.book.words, self.book.words.said
        skipped, notices = to_check(self.book)
        if not (skipped or notices or own):
            yield {"what": _("Nothing here"), "text": _("No row was left out, and there is no notice.")}
        for notice in (*own, *notices):
            yield {
                "what": _("Please look"),
                "text": said(notice.text),
                "where": said(without_folders(notice.where)),
                "hint": said(notice.hint),
            }
        for item in skipped:
            yield {
                "what": _("Not read"),
                "text": said(item.reason),
                "where": said(without_folders(item.location)),
                "line": item.line,
                "hint": self._to_do(item),
            }

    def _to_do(self, item: Skipped) -> str:
        """What to do about something that was left out. Of a whole file its reason says it, where one can."""
        _ = self.book.words
        if item.hint:
            return _.said(item.hint)
        return _("Correct it in its file, or add it to the sheet Updates by hand.") if item.line else ""

    def accounts(self) -> Iterator[Told]:
        for account in self.book.handover.details.account:
            told = {column.key: getattr(account, column.key) for column in ACCOUNTS.columns}
            yield told | {"apps": ", ".join(account.apps)}


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


__all__ = ["Row", "Rows", "quoted", "to_check"]
