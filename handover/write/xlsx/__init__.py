"""The content library as an Excel workbook: every post, every update, and what still needs a person.

openpyxl makes the workbook; the rows are streamed into its package as text (`package.py`). The workbook
is an input again: a hidden sheet remembers what the reader (`handover.read.updates.workbook`) must know.
"""

from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from openpyxl.utils import get_column_letter

from handover.columns import (
    ACCOUNTS,
    CHECK,
    MEMORY,
    PLAN,
    POSTS,
    SHEETS,
    SHORTFALL,
    START,
    UNPAIRED,
    UPDATES,
    Sheet,
)
from handover.write.job import Job
from handover.write.xlsx import limits
from handover.write.xlsx.blank import write_blank_sheet
from handover.write.xlsx.book import Book, unique
from handover.write.xlsx.cells import RowWriter, Strings
from handover.write.xlsx.frames import Frame, make_frame, make_workbook
from handover.write.xlsx.look import WRAPPED, Styles, look_of
from handover.write.xlsx.package import Fill, Stream, save
from handover.write.xlsx.rows import Row, Rows, to_check
from handover.write.xlsx.start import Start

__all__ = ["write", "write_blank_sheet"]

ALWAYS = (POSTS, UPDATES, UNPAIRED, CHECK)  # there even when empty: that they are is the good news


def write(job: Job) -> tuple[Path, ...]:
    """Write the workbook `<slug>-content-library.xlsx` into the job's folder."""
    path = job.path("content-library.xlsx")
    Workbook(Book(job.handover)).save(path)
    return (path,)


class Workbook:
    """One workbook being made."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.notices = list(limits.beyond(book))
        self.frames = list(self._frames())
        self.titles = self._titles()
        pages = sum(frame.sheet == UPDATES.key for frame in self.frames)
        self.rows = Rows(book, self.titles, one_sheet=pages == 1)
        self.strings = Strings()
        self.workbook = make_workbook(book, book.handover.today)
        self.start = self.workbook.worksheets[0]
        self.styles = Styles(self.start, book.handover.details.me.brand_colour)

    def save(self, path: Path) -> None:
        day = self.book.handover.today
        fill = Fill()
        self.start.title = self.titles[START.key]
        start = Start(self.start, self.book, self.rows, self.frames, self.styles)
        fill.formulas[1] = start.lay_out([notice.text for notice in self.notices])
        sources: dict[str, Iterator[Row]] = {}
        for frame, title in zip(self.frames, self._frame_titles(), strict=True):
            sheet = self.workbook.create_sheet(title)
            make_frame(sheet, frame, self.book, self.styles)
            source = sources.setdefault(frame.sheet, self._source(frame.sheet))
            stream = partial(self._stream, frame, source, self._writer(frame))
            fill.streams[len(self.workbook.sheetnames)] = stream
        hidden = self.workbook.create_sheet(MEMORY)
        hidden.sheet_state = "veryHidden"
        fill.streams[len(self.workbook.sheetnames)] = self._memory
        save(self.workbook, path, fill, self.strings, day)

    # Which sheets there are

    def _frames(self) -> Iterator[Frame]:
        handover = self.book.handover
        skipped, notices = to_check(self.book)
        counts: tuple[tuple[Sheet, int], ...] = (
            (POSTS, len(self.book.entries)),
            (UPDATES, len(self.book.listed)),
            (SHORTFALL, sum(max(1, len(short.drafts)) for short in handover.shortfalls)),
            (UNPAIRED, len(handover.unpaired)),
            (PLAN, len(handover.plan)),
            (CHECK, max(1, len(skipped) + len(notices) + len(self.notices))),
            (ACCOUNTS, len(handover.details.account)),
        )
        for sheet, count in counts:
            left, page = count, 0
            while left > 0 or (page == 0 and sheet in ALWAYS):
                page += 1
                rows = min(left, limits.MAX_ROWS - 1)
                name = sheet.title.replace(" ", "_") + (f"_{page}" if page > 1 else "")
                yield Frame(sheet.key, name, self.book.columns(sheet), rows)
                left -= rows

    def _titles(self) -> dict[str, str]:
        """Key -> name on the tab; "updates1" is the second sheet of updates."""
        keys: list[str] = [START.key]
        names: list[str] = [self.book.words(START.title)]
        shown = {sheet.key: self.book.words(sheet.title) for sheet in SHEETS}
        for frame in self.frames:
            page = sum(key.rstrip("0123456789") == frame.sheet for key in keys)
            keys.append(f"{frame.sheet}{page or ''}")
            names.append(shown[frame.sheet] + (f" {page + 1}" if page else ""))
        return dict(zip(keys, unique(map(_tab, names)), strict=True))

    def _frame_titles(self) -> list[str]:
        return [title for key, title in self.titles.items() if key != START.key]

    # What is in them

    def _source(self, sheet: str) -> Iterator[Row]:
        rows = self.rows
        return {
            "posts": rows.posts,
            "updates": rows.updates,
            "shortfall": rows.shortfall,
            "unpaired": rows.unpaired,
            "plan": rows.plan,
            "check": lambda: rows.check(self.notices),
            "accounts": rows.accounts,
        }[sheet]()

    def _writer(self, frame: Frame) -> RowWriter:
        looks = [look_of(frame.sheet, column.key) for column in frame.columns]
        return RowWriter(
            [self.styles[look.style] for look in looks],
            self.strings,
            limits.MAX_LINKS,
            widths=[look.width if look.style in WRAPPED else 0 for look in looks],
        )

    def _stream(self, frame: Frame, source: Iterator[Row], writer: RowWriter) -> Stream:
        keys = [column.key for column in frame.columns]

        def rows() -> Iterator[str]:
            if not frame.rows:
                yield writer.row(2, [None] * len(keys))
            for number, row in enumerate(islice(source, frame.rows), 2):
                yield writer.row(number, map(row.get, keys))

        id_cells = frame.cells("id") if frame.has("id") else ""
        return Stream(writer=writer, rows=rows(), last_cell=frame.last_cell, text_cells=id_cells)

    def _memory(self) -> Stream:
        records = list(self.rows.memory())
        width = max(map(len, records))
        writer = RowWriter([0] * width, self.strings, 0)
        rows = (
            writer.row(number, [*cells, *[None] * (width - len(cells))], 15)
            for number, cells in enumerate(records, 1)
        )
        return Stream(writer=writer, rows=rows, last_cell=f"{get_column_letter(width)}{len(records)}")


def _tab(title: str) -> str:
    """A name Excel takes for a sheet: 31 characters, none of []:*?/\\, no apostrophe at its ends."""
    return "".join(" " if c in r"[]:*?/\\" else c for c in title).strip(" '")[:31]
