"""The content library as Excel workbooks: the client's, and the manager's working copy.

The client's workbook holds what is hers. The working copy, `for-you/<slug>-working-copy.xlsx`, is written
by every build: it holds every post, every update, every row that was not read, and how all that is known.

The parts of a package are written as text (`parts/`), the rows of its sheets one after the other while it
is packed (`package.py`). Both are an input again: a hidden sheet remembers what the reader
(`handover.read.updates.workbook`) must know.
"""

from collections.abc import Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import Any

from handover.columns import CHECK, MEMORY, MINIMUM, POSTS, START, UNPAIRED, UPDATES
from handover.columns.memory import pack
from handover.columns.rest import unread
from handover.model.packed import hand_back
from handover.write.job import WORKING_COPY, Job
from handover.write.xlsx import limits
from handover.write.xlsx.book import Book, ClientBook, unique
from handover.write.xlsx.cells import RowWriter
from handover.write.xlsx.frames import Frame, header_row, make_frame, properties_of
from handover.write.xlsx.look import WRAPPED, Styles, look_of
from handover.write.xlsx.package import Package, save
from handover.write.xlsx.parts.sheet import Sheet, Stream
from handover.write.xlsx.parts.workbook import quoted_title
from handover.write.xlsx.remembered import remembered
from handover.write.xlsx.rows import Row, Rows, to_check
from handover.write.xlsx.start import Start
from handover.write.xlsx.start_client import ClientStart
from handover.write.xlsx.strings import Once, Strings
from handover.write.xlsx.update_cells import UpdateCells

ALWAYS = {sheet.key for sheet in (POSTS, UPDATES, UNPAIRED, CHECK)}  # there even when empty: it is good news


def write(job: Job) -> tuple[Path, ...]:
    """Write the working copy and, where it was asked for, the client's workbook; returns their paths."""
    working = Book(job.handover.for_manager)
    cells = UpdateCells(working, shared="xlsx" in job.wanted)
    paths = [job.for_you(WORKING_COPY)]
    Workbook(working, cells).save(paths[0])
    hand_back(len(job.handover.posts))
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
        self.minimum_row = 0  # on the first sheet; 0 without one
        self.styles = Styles(book.handover.details.me.brand_colour, book.words.tag)
        self.package = Package(about=properties_of(book), styles=self.styles.sheet, strings=self.strings)
        self.sheets = {key: Sheet(title=title) for key, title in self.titles.items()}

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(self.book, ClientBook) and self.book.gallery:
            self.package.small = tuple(self.book.gallery.thumbnails.values())
        self._lay_out_start()
        sources: dict[str, Iterator[Row]] = {}
        for frame in self.frames:
            sheet = self.sheets[frame.tab]
            make_frame(sheet, frame, self.book, self.styles)
            if frame.sheet not in sources:
                keys = [column.key for column in frame.columns]
                sources[frame.sheet] = self.rows.of(frame.sheet, keys, self.notices)
            sheet.has_pictures = frame.has("picture")
            sheet.stream = partial(self._stream, frame, sources[frame.sheet])
        memory = Sheet(title=MEMORY, hidden=True, stream=self._memory)
        self.package.sheets = [*self.sheets.values(), memory]
        try:
            save(self.package, path)
        finally:  # a circle: this one holds the sheets; all its texts would stay beside the next workbook's
            for sheet in self.package.sheets:
                del sheet.stream

    def _lay_out_start(self) -> None:
        sheet = self.sheets[START.key]
        make = ClientStart if isinstance(self.book, ClientBook) else Start
        start = make(sheet, self.book, self.rows, self.frames, self.styles)
        start.lay_out([notice.text for notice in self.notices])
        self.rest[START.key] = start.marks()
        self.minimum_row = start.minimum_row
        if start.minimum_row:
            self.package.names[MINIMUM] = f"{quoted_title(sheet.title)}!$D${start.minimum_row}"
        sheet.stream = partial(start.page.stream, self.strings)

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

    def _stream(self, frame: Frame, source: Iterator[Row]) -> Stream:
        writer = self._writer(frame)
        head = header_row(frame, self.styles, self.strings)
        rows = islice(source, frame.rows) if frame.rows else iter([(None,) * len(frame.columns)])
        return Stream(
            rows=chain([head], writer.rows(rows, 2), self._done(frame, writer)),
            last_cell=frame.last_cell,
            links=writer.links,
            pictures=writer.pictures,
            text_cells=frame.cells("id") if frame.has("id") else "",
        )

    def _done(self, frame: Frame, writer: RowWriter) -> Iterator[str]:
        """Nothing: once its rows are written, their marks are noted."""
        self.rest.setdefault(frame.sheet, []).extend(filter(None, writer.marks))
        yield ""

    def _minimum(self) -> Iterator[list[Any]]:
        """The cell on the first sheet that counts hang on: it may be changed, and no reader takes it back."""
        if self.minimum_row:
            yield ["minimum", self.minimum_row, self.book.handover.minimum]

    def _memory(self) -> Stream:
        told = chain(remembered(self.book, self.cells, self.rest), map(pack, self._minimum()))
        once = Once(self.strings, told)
        return Stream(rows=once.rows(), last_cell=once.last_cell)


def _tab(title: str) -> str:
    """A name Excel takes for a sheet: 31 characters, none of []:*?/\\, no apostrophe at its ends."""
    return "".join(" " if c in r"[]:*?/\\" else c for c in title).strip(" '")[:31]
