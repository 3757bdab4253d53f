"""The content library as Excel workbooks: the client's, and the manager's working copy.

The client's workbook holds what is hers. The working copy, `for-you/<slug>-working-copy.xlsx`, is written
by every build: it holds every post, every update, every row that was not read, and how all that is known.

openpyxl makes a workbook; the rows are streamed into its package as text (`package.py`). Both are an input
again: a hidden sheet remembers what the reader (`handover.read.updates.workbook`) must know.
"""

from collections.abc import Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from handover.columns import CHECK, MEMORY, MINIMUM, POSTS, START, UNPAIRED, UPDATES
from handover.columns.memory import pack
from handover.columns.rest import unread
from handover.write.job import WORKING_COPY, Job
from handover.write.xlsx import limits
from handover.write.xlsx.blank import write_blank_sheet
from handover.write.xlsx.book import Book, ClientBook, unique
from handover.write.xlsx.cells import RowWriter
from handover.write.xlsx.frames import Frame, make_frame, make_workbook
from handover.write.xlsx.look import WRAPPED, Styles, look_of
from handover.write.xlsx.package import Fill, Stream, save
from handover.write.xlsx.remembered import remembered
from handover.write.xlsx.rows import Row, Rows, to_check
from handover.write.xlsx.start import Start
from handover.write.xlsx.start_client import ClientStart
from handover.write.xlsx.strings import Once, Strings
from handover.write.xlsx.update_cells import UpdateCells

__all__ = ["write", "write_blank_sheet"]

ALWAYS = {sheet.key for sheet in (POSTS, UPDATES, UNPAIRED, CHECK)}  # there even when empty: it is good news


def write(job: Job) -> tuple[Path, ...]:
    """Write the working copy and, where it was asked for, the client's workbook; returns their paths."""
    working = Book(job.handover.for_manager)
    cells = UpdateCells(working, shared="xlsx" in job.wanted)
    paths = [job.for_you(WORKING_COPY)]
    Workbook(working, cells).save(paths[0])
    if "xlsx" in job.wanted:
        paths.append(job.path("content-library.xlsx"))
        client = ClientBook(job.handover, job.gallery)
        shared = client.words is working.words
        Workbook(client, cells if shared else UpdateCells(Book(job.handover))).save(paths[1])
    return tuple(paths)


class Workbook:
    """One workbook being made."""

    def __init__(self, book: Book, cells: UpdateCells) -> None:
        self.book = book
        self.cells = cells
        self.notices = list(limits.beyond(book))
        self.frames = list(self._frames())
        self.titles = self._titles()
        pages = sum(frame.sheet == UPDATES.key for frame in self.frames)
        self.rows = Rows(book, cells, self.titles, one_sheet=pages == 1)
        self.strings = Strings()
        self.rest: dict[str, list[int]] = {}  # marks of each sheet's rows
        self.workbook = make_workbook(book, book.handover.today)
        self.sheets = {key: self.workbook.create_sheet(title) for key, title in self.titles.items()}
        self.styles = Styles(self.sheets[START.key], book.handover.details.me.brand_colour, book.words.tag)

    def save(self, path: Path) -> None:
        day = self.book.handover.today
        path.parent.mkdir(parents=True, exist_ok=True)
        gallery = self.book.gallery if isinstance(self.book, ClientBook) else None
        fill = Fill(small=tuple(gallery.thumbnails.values()) if gallery else ())
        make_start = ClientStart if isinstance(self.book, ClientBook) else Start
        start = make_start(self.sheets[START.key], self.book, self.rows, self.frames, self.styles)
        index = {key: at for at, key in enumerate(self.titles, 1)}
        fill.formulas[index[START.key]] = start.lay_out([notice.text for notice in self.notices])
        self.rest[START.key] = start.marks()
        sources: dict[str, Iterator[Row]] = {}
        for frame in self.frames:
            make_frame(self.sheets[frame.tab], frame, self.book, self.styles)
            if frame.sheet not in sources:
                keys = [column.key for column in frame.columns]
                sources[frame.sheet] = self.rows.of(frame.sheet, keys, self.notices)
            source = sources[frame.sheet]
            # Its writer at once: the styles it names must be there before the package is made.
            if frame.has("picture"):
                fill.with_pictures.add(index[frame.tab])
            fill.streams[index[frame.tab]] = partial(self._stream, frame, source, self._writer(frame))
        self.workbook.create_sheet(MEMORY).sheet_state = "veryHidden"
        fill.streams[len(self.workbook.sheetnames)] = self._memory
        save(self.workbook, path, fill, self.strings, day)

    # Which sheets there are

    def _frames(self) -> Iterator[Frame]:
        handover = self.book.handover
        skipped, notices = to_check(self.book)
        counts = {
            "posts": len(self.book.entries),
            "updates": len(self.book.listed),
            "more": len(self.book.alone),
            "shortfall": sum(max(1, len(short.drafts)) for short in handover.shortfalls),
            "unpaired": len(self.book.alone),
            "plan": len(handover.plan),
            "check": max(1, len(skipped) + len(notices) + len(self.notices)),
            "accounts": len(handover.details.account),
            "taken_out": len(handover.updates.taken_out),
        }
        for sheet in self.book.sheets:
            left, page = counts.get(sheet.key, 0), 0
            while left > 0 or (page == 0 and sheet.key in ALWAYS):
                page += 1
                rows = min(left, limits.MAX_ROWS - 1)
                name = sheet.title.replace(" ", "_") + (f"_{page}" if page > 1 else "")
                yield Frame(sheet.key, page, name, self.book.columns(sheet.key), rows)
                left -= rows

    def _titles(self) -> dict[str, str]:
        """Key -> name on the tab, in the order of the sheets; "updates1" is the second sheet of updates."""
        names: dict[str, str] = {}
        for sheet in self.book.sheets:
            title = self.book.words(sheet.title)
            if sheet == START:
                names[sheet.key] = title
            for frame in self.frames:
                if frame.sheet == sheet.key:
                    names[frame.tab] = title + (f" {frame.page}" if frame.page > 1 else "")
        return dict(zip(names, unique(map(_tab, names.values())), strict=True))

    # What is in them

    def _writer(self, frame: Frame) -> RowWriter:
        keys = [column.key for column in frame.columns]
        looks = [look_of(frame.sheet, key) for key in keys]
        return RowWriter(
            [self.styles[look.style] for look in looks],
            self.strings,
            limits.MAX_LINKS,
            widths=[look.width if look.style in WRAPPED else 0 for look in looks],
            marked=[keys.index(key) for key in unread(self.book.reader, frame.sheet, keys)],
        )

    def _stream(self, frame: Frame, source: Iterator[Row], writer: RowWriter) -> Stream:
        rows = islice(source, frame.rows)
        empty = [(None,) * len(frame.columns)]
        id_cells = frame.cells("id") if frame.has("id") else ""
        xml = chain(writer.rows(rows if frame.rows else empty, 2), self._done(frame, writer))
        return Stream(writer=writer, rows=xml, last_cell=frame.last_cell, text_cells=id_cells)

    def _done(self, frame: Frame, writer: RowWriter) -> Iterator[str]:
        """Nothing: once its rows are written, their marks are noted."""
        self.rest.setdefault(frame.sheet, []).extend(filter(None, writer.marks))
        yield ""

    def _minimum(self) -> Iterator[list[Any]]:
        """The cell on the first sheet that counts hang on: it may be changed, and no reader takes it back."""
        if named := self.workbook.defined_names.get(MINIMUM):
            cell = self.sheets[START.key][named.attr_text.rpartition("!")[2].replace("$", "")]
            yield ["minimum", cell.row, cell.value]

    def _memory(self) -> Stream:
        told = chain(remembered(self.book, self.cells, self.rest), map(pack, self._minimum()))
        once = Once(self.strings, told)
        return Stream(writer=RowWriter([0], self.strings, 0), rows=once.rows(), last_cell=once.last_cell)


def _tab(title: str) -> str:
    """A name Excel takes for a sheet: 31 characters, none of []:*?/\\, no apostrophe at its ends."""
    return "".join(" " if c in r"[]:*?/\\" else c for c in title).strip(" '")[:31]
