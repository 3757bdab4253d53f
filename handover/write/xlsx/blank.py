"""The empty sheet a user starts from: headers, choices, one example row."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from handover.columns import EXAMPLES, MEMORY, UPDATES, VERSION, WORDS, Column
from handover.columns.memory import mark, pack
from handover.columns.shown import READ, cells_of
from handover.model import Feed, Handover, Pairing, Update, Updates
from handover.write.xlsx.book import Book
from handover.write.xlsx.cells import RowWriter
from handover.write.xlsx.frames import Frame, header_row, make_frame, properties_of
from handover.write.xlsx.look import Styles, height_of, lines_of, look_of
from handover.write.xlsx.package import Package, save
from handover.write.xlsx.parts.sheet import Sheet, Stream
from handover.write.xlsx.strings import Strings
from handover.write.xlsx.values import Value

DAY = dt.date(2026, 1, 1)  # the file is the same whenever it is written
ROWS = 500  # rows that are ready to be typed into
KEYS = (
    "post",
    "network",
    "posted_at",
    "text",
    "links",
    "permalink",
    "media",
    "kind",
    "state",
    "account",
    "labels",
)

# Network, day of January and address of each example.
_SHOWN = (
    ("linkedin", 15, "https://www.linkedin.com/feed/update/urn:li:activity:1/"),
    ("facebook", 16, ""),
    ("instagram", 20, ""),
)


def write_blank_sheet(path: Path, *, language: str = "en") -> None:
    """Write an empty `updates.xlsx` in `language`: headers, lists to choose from, three example rows.

    The examples are left out when the file is read, as long as nobody changed them; they show how a post is
    written once for the rows below it. Times in this sheet are
    those of the person's own zone.
    """
    book = Book(
        Handover(
            feed=Feed(title=""), updates=Updates(), pairing=Pairing(posts=()), language=language, today=DAY
        )
    )
    _ = book.words
    titles = {column.key: _(column.title) for column in UPDATES.columns} | {"posted_at": _("Posted")}
    columns = tuple(Column(key, titles[key]) for key in KEYS)
    examples = tuple(
        Update(
            network=network,
            text=_(text),
            posted_at=dt.datetime(2026, 1, day, 9, 30, tzinfo=dt.UTC),
            permalink=permalink,
            links=("https://blog.example/the-post",) if permalink else (),
            account="Acme",
            labels=(_("spring"),) if permalink else (),
        )
        for text, (network, day, permalink) in zip(EXAMPLES, _SHOWN, strict=True)
    )
    styles, strings = Styles("", _.tag), Strings()
    about = properties_of(book)._replace(title=_("Social updates"))
    package = Package(about=about, styles=styles.sheet, strings=strings)
    frame = Frame(UPDATES.key, 1, "Updates", columns, ROWS)
    sheet = Sheet(title=_(UPDATES.title), stream=lambda: _rows(frame, book, examples, styles, strings))
    make_frame(sheet, frame, book, styles)
    memory = Sheet(title=MEMORY, hidden=True, stream=lambda: _memory(book, columns, examples, strings))
    package.sheets = [sheet, memory]
    save(package, path)


def _rows(frame: Frame, book: Book, examples: Sequence[Update], styles: Styles, strings: Strings) -> Stream:
    keys = [column.key for column in frame.columns]
    writer = RowWriter([styles[look_of(frame.sheet, key).style] for key in keys], strings, 0)
    rows: list[Iterable[str]] = [[header_row(frame, styles, strings)]]
    for at, example in enumerate(examples, 2):
        shown: dict[str, Value] = {**cells_of(example)}
        shown |= {key: book.word(key, str(shown[key])) for key in ("network", "kind", "state")}
        if at == 2:
            shown["post"] = book.words("The address or the title of the blog post")
        height = height_of(lines_of(example.text, look_of(frame.sheet, "text").width))
        rows.append(writer.rows([[shown.get(key) for key in keys]], at, height))
    at = len(examples) + 2
    rows.append(writer.rows([[None] * len(keys)] * (frame.last_row - at + 1), at, 20))
    return Stream(rows=chain.from_iterable(rows), last_cell=frame.last_cell)


def _memory(book: Book, columns: tuple[Column, ...], examples: Sequence[Update], strings: Strings) -> Stream:
    records = [pack(["workbook", VERSION])]
    for example in examples:
        cells = cells_of(example)
        values = {key: read(cells[key]) for key, read in READ.items()}
        values["posted_at"] = None  # told in the person's own zone, so no part of the mark
        records.append(pack(["blank", mark(values, "", {}, {})]))
    records += [pack(["column", UPDATES.key, column.key, column.title]) for column in columns]
    records += [pack(["word", group, key, book.word(group, key)]) for group in WORDS for key in WORDS[group]]
    writer = RowWriter([0], strings, 0)
    return Stream(rows=writer.rows(records, 1, 15), last_cell=f"A{len(records)}")
