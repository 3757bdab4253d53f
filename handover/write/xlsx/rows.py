"""The rows of each sheet, as values by column key."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from openpyxl.utils import get_column_letter, quote_sheetname

from handover.columns import ACCOUNTS, CLIENT, MINIMUM, POSTS, UPDATES, WORKING
from handover.columns.shown import clean, moment_in, shown_id
from handover.model import Notice, Skipped, Update
from handover.model.places import without_folders
from handover.write.view import Entry
from handover.write.xlsx.book import Book, ClientBook, Listed
from handover.write.xlsx.cells import Formula, Picture, Text, Value, opening
from handover.write.xlsx.update_cells import Row, UpdateCells

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

    def of(self, sheet: str, own: list[Notice]) -> Iterator[Row]:
        """The rows of the sheet with this key; `own` notices are the workbook's."""
        rows: dict[str, Callable[[], Iterator[Row]]] = {
            "check": lambda: self.check(own),
            "posts": self.posts,
            "updates": self.updates,
            "more": self.more,
            "shortfall": self.shortfall,
            "unpaired": self.unpaired,
            "plan": self.plan,
            "accounts": self.accounts,
            "taken_out": self.taken_out,
        }
        return rows[sheet]()

    def ref(self, sheet: str, key: str) -> str:
        """A whole column as formulas name it, so that rows added later are counted too."""
        letter = self._letter(sheet, key)
        return f"{quote_sheetname(self.titles[sheet])}!${letter}:${letter}"

    def _letter(self, sheet: str, key: str) -> str:
        return get_column_letter([column.key for column in self.book.columns(sheet)].index(key) + 1)

    @cached_property
    def _titles(self) -> list[str]:
        """The posts' titles, in the order of their numbers."""
        return [self.book.post_title(entry.post) for entry in self.book.entries]

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

    def updates(self) -> Iterator[Row]:
        """The rows of updates, post by post. Each holds until the next is asked for."""
        add_evidence = self._evidence() if self.book.reader == WORKING else None
        for row in self.book.listed:
            shown = self._shown(row.pair.update)
            shown["no"] = row.number
            shown["post_no"] = row.entry.number
            shown["post"] = self._titles[row.entry.number - 1]
            if add_evidence:
                add_evidence(row, shown)
            yield shown

    def _evidence(self) -> Callable[[Listed, dict[str, Value]], None]:
        """What adds to a row how we know, and whether it counts."""
        yes, no = self.book.word("answer", "yes"), self.book.word("answer", "no")
        names, said = self.book.names["evidence"], self.book.words.said

        def add(row: Listed, shown: dict[str, Value]) -> None:
            shown["counts"] = f"{no}: {row.counts}" if row.counts else yes
            shown["evidence"] = names[row.pair.evidence]
            shown["score"] = round(row.pair.score, 4)
            shown["reason"] = said(row.pair.reason)
            shown["repeat"] = row.repeat

        return add

    def more(self) -> Iterator[Row]:
        """The originals of no post, numbered on from where the updates end."""
        for number, update in enumerate(self.book.alone, len(self.book.listed) + 1):
            yield self._shown(update) | {"no": number}

    def _shown(self, update: Update) -> dict[str, Value]:
        """An update's cells as this book's reader sees them."""
        row = self.cells[update]
        if self.book.reader == CLIENT:
            if self.book.zone is not dt.UTC:
                row["posted_at"] = moment_in(update.posted_at, self.book.zone)
            if update.media:
                row["media"] = self._without_folders(update)
            if isinstance(self.book, ClientBook) and (shown := self.book.picture(update)):
                row["picture"] = Picture(shown.number, shown.alt)
        return row

    def _without_folders(self, update: Update) -> Value:
        """Where pictures are on the web; of others the name alone, not the folders of the computer."""
        shown = self.cells[update]["media"]
        if all(place.startswith(("https://", "http://")) for place in update.media):
            return shown
        text = clean("\n".join(media.beside(without_folders(media)) for media in update.media))
        return shown._replace(text=text) if isinstance(shown, Text) else text

    # What needs a person

    def unpaired(self) -> Iterator[Row]:
        said = self.book.words.said
        for number, item in enumerate(self.book.handover.unpaired, 1):
            suggestions = {
                f"suggestion_{n}": f"{self.book.number[post.id]} · {self.book.post_title(post)} ({score:.2f})"
                for n, (post, score) in enumerate(item.suggestions[:3], 1)
                if post.id in self.book.number
            }
            yield {**self.cells[item.update], "no": number, "reason": said(item.reason), **suggestions}

    def taken_out(self) -> Iterator[Row]:
        """What the user took out; of what is known in part only, no cell claims more."""
        for taken in self.book.handover.updates.taken_out:
            row = self.cells[taken.update]
            yield row if taken.whole else {key: row[key] for key in ("text", "origin", "id")}

    def shortfall(self) -> Iterator[Row]:
        for short in self.book.handover.shortfalls:
            about: Row = {
                "post_no": self.book.number.get(short.post.id),
                "post": self.book.post_title(short.post),
                "wanted": short.wanted,
                "found": short.found,
                "missing": short.missing,
            }
            if not short.drafts:
                yield about
            for draft in short.drafts:
                yield {**self.cells[draft], **about}

    def plan(self) -> Iterator[Row]:
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

    def check(self, own: list[Notice]) -> Iterator[Row]:
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

    def accounts(self) -> Iterator[Row]:
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
