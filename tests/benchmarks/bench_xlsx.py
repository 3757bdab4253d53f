"""How fast both workbooks are written and read, beside the libraries one would take instead.

    python -m tests.benchmarks.bench_xlsx [posts ...]

Each row is a process of its own: CPU seconds (user and system, the median of up to three runs) from the
handover to the files, the client's workbook and the working copy, the peak memory of the process, and how
many times the seconds of handover. The others write the same rows and links from the same handover, without
the sheet to start at with its charts, the tables, choices, colours, row heights and print set-up;
pyexcelerate knows no links.
"""

import datetime as dt
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl

from handover.columns.shown import clean
from handover.model import Handover, Updates
from handover.model.gc_pause import no_collection
from handover.read.source import open_source
from handover.read.updates import workbook
from handover.read.updates.options import Options
from handover.write.job import Job
from handover.write.xlsx import write
from handover.write.xlsx.book import Book, ClientBook
from handover.write.xlsx.remembered import remembered
from handover.write.xlsx.rows import Rows
from handover.write.xlsx.update_cells import UpdateCells
from handover.write.xlsx.values import Formula, Text
from tests.benchmarks.one import peak
from tests.made import make_handover

RUNS = 3
ENOUGH = 20  # seconds after which a slow peer is not run again


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of the work, the median."""
    taken: list[float] = []
    while len(taken) < RUNS and sum(taken) < ENOUGH:
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def both(handover: Handover) -> tuple[tuple[Book, UpdateCells], ...]:
    """The two books, which share the cells of their updates."""
    working = Book(handover)
    cells = UpdateCells(working)
    return (working, cells), (ClientBook(handover), cells)


def same_rows(book: Book, cells: UpdateCells) -> Iterator[tuple[str, list[str], list[list[Any]]]]:
    """The cells of a book's big sheets: name, headers, rows; texts clean, times without their zone."""
    rows = Rows(book, cells, {sheet.key: sheet.title for sheet in book.sheets})
    for sheet in book.sheets:
        if sheet.key in ("posts", "updates", "shortfall", "plan"):
            columns = book.columns(sheet.key)
            keys = [column.key for column in columns]
            shown = [[simple(value) for value in row] for row in rows.of(sheet.key, keys, [])]
            yield sheet.title, [column.title for column in columns], shown
    yield "_handover", [], [*remembered(book, cells, {})]


def simple(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    return value.replace(tzinfo=None) if isinstance(value, dt.datetime) else value


def by_handover(handover: Handover, path: Path) -> None:
    with no_collection():  # as `write_handover` writes
        write(Job(handover=handover, folder=path.parent, slug=path.stem, wanted=("xlsx",)))


def by_xlsxwriter(handover: Handover, path: Path) -> None:
    import xlsxwriter  # the peer: not a dependency of the project

    for n, (about, cells) in enumerate(both(handover)):
        place = path.with_stem(f"{path.stem}{n}")
        _by_xlsxwriter(
            xlsxwriter.Workbook(place, {"constant_memory": True, "strings_to_formulas": False}), about, cells
        )


def _by_xlsxwriter(book: Any, about: Book, cells: UpdateCells) -> None:
    date = book.add_format({"num_format": "d mmm yyyy hh:mm"})
    wrap = book.add_format({"text_wrap": True})
    for name, headers, rows in same_rows(about, cells):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, headers)
        for at, row in enumerate(rows, 1):
            for n, value in enumerate(row):
                if isinstance(value, Text):
                    if value.link:
                        sheet.write_url(at, n, value.link, string=clean(value.text))
                elif isinstance(value, Formula):
                    sheet.write_formula(at, n, value.formula, wrap, value.value)
                elif isinstance(value, str):
                    sheet.write_string(at, n, value, wrap)
                elif isinstance(value, int | float):
                    sheet.write_number(at, n, value, wrap)
                elif value is not None:
                    sheet.write_datetime(at, n, value, date)
    book.close()


def by_openpyxl(handover: Handover, path: Path) -> None:
    for n, (about, cells) in enumerate(both(handover)):
        _by_openpyxl(about, cells, path.with_stem(f"{path.stem}{n}"))


def _by_openpyxl(about: Book, cells: UpdateCells, path: Path) -> None:
    book = openpyxl.Workbook()
    for name, headers, rows in same_rows(about, cells):
        sheet = book.create_sheet(name)
        sheet.append(headers)
        for at, row in enumerate(rows, 2):
            for n, value in enumerate(row, 1):
                if isinstance(value, Text):
                    if value.link:
                        sheet.cell(at, n, clean(value.text)).hyperlink = value.link
                elif isinstance(value, Formula):
                    sheet.cell(at, n, "=" + value.formula)
                elif value is not None and value != "":
                    cell = sheet.cell(at, n, value)
                    if cell.data_type == "f":  # a text that begins with "=" is no formula
                        cell.data_type = "s"
    book.save(path)


def by_pyexcelerate(handover: Handover, path: Path) -> None:
    import pyexcelerate  # the peer: not a dependency of the project

    for n, (about, cells) in enumerate(both(handover)):
        book = pyexcelerate.Workbook()
        for name, headers, rows in same_rows(about, cells):
            shown = [[as_value(value) for value in row] for row in rows]
            book.new_sheet(name, data=[headers, *shown] if headers else shown)
        book.save(str(path.with_stem(f"{path.stem}{n}")))


def as_value(value: Any) -> Any:
    if isinstance(value, Text):
        return clean(value.text)
    return "=" + value.formula if isinstance(value, Formula) else value


WRITERS: dict[str, Callable[[Handover, Path], None]] = {
    "handover": by_handover,
    "XlsxWriter constant_memory": by_xlsxwriter,
    "openpyxl": by_openpyxl,
    "pyexcelerate": by_pyexcelerate,
}


def one(name: str, posts: int) -> None:
    """Measure one writer; print its seconds, its peak in MB, the files' size in MB."""
    handover = make_handover(posts=posts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "made.xlsx")
        taken = seconds(partial(WRITERS[name], handover, path))
        size = sum(made.stat().st_size for made in Path(folder).rglob("*.xlsx"))
        print(json.dumps([taken, peak(), size / 1e6]))


def read(path: Path) -> Updates:
    return workbook.parse(open_source(path), Options())


def reading(posts: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        (path,) = write(Job(handover=make_handover(posts=posts), folder=Path(folder), slug="made"))
        return seconds(partial(read, path))


def main(sizes: list[int]) -> None:
    for posts in sizes:
        print(f"{posts:,} posts, three updates each")
        ours = 0.0
        for name in WRITERS:
            words = [sys.executable, "-m", "tests.benchmarks.bench_xlsx", "--one", name, str(posts)]
            done = subprocess.run(words, capture_output=True, text=True, check=False)
            if done.returncode:
                lost = "ModuleNotFoundError" in done.stderr
                print(f"  {name:28}" + ("not installed" if lost else done.stderr.splitlines()[-1]))
                continue
            taken, peak_mb, size = json.loads(done.stdout)
            ours = ours or taken
            print(
                f"  {name:28}{taken:8.2f} s {peak_mb:6.0f} MB   x {taken / ours:4.1f}   {size:5.1f} MB files"
            )
        print(f"  {'read back by handover':28}{reading(posts):8.2f} s", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], int(sys.argv[3]))
    else:
        main([int(word) for word in sys.argv[1:]] or [100, 1_000, 10_000])
