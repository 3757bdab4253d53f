"""How fast the workbook is written and read, beside the libraries one would take instead.

    python -m tests.benchmarks.bench_xlsx [posts ...]

Prints CPU seconds (user and system, median of three), and how many times slower the others write the same
rows and links from the same handover: XlsxWriter in constant_memory and openpyxl in write_only, both without
the first sheet, tables, row heights and print set-up.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell

from handover.columns import PLAN, POSTS, SHORTFALL, UNPAIRED, UPDATES
from handover.model import Handover, Updates
from handover.read.source import open_source
from handover.read.updates import workbook
from handover.read.updates.options import Options
from handover.write.job import Job
from handover.write.xlsx import write
from handover.write.xlsx.book import Book
from handover.write.xlsx.cells import Formula, Text, clean
from handover.write.xlsx.rows import Rows
from tests.made import make_handover

RUNS = 3


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of the work, median of three."""
    taken = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def same_rows(book: Book) -> list[tuple[str, list[str], list[list[Any]]]]:
    """The cells of the big sheets: name, headers, rows."""
    rows = Rows(book, {s.key: s.title for s in (POSTS, UPDATES, SHORTFALL, UNPAIRED, PLAN)})
    sources = (
        (POSTS, rows.posts()),
        (UPDATES, rows.updates()),
        (SHORTFALL, rows.shortfall()),
        (PLAN, rows.plan()),
    )
    found = []
    for sheet, source in sources:
        columns = book.columns(sheet)
        keys = [column.key for column in columns]
        found.append((sheet.title, [c.title for c in columns], [[r.get(k) for k in keys] for r in source]))
    memory: list[list[Any]] = [list(record) for record in rows.memory()]
    found.append(("_handover", [], memory))
    return found  # fmt: skip


def by_xlsxwriter(handover: Handover, path: Path) -> None:
    import xlsxwriter  # the peer: not a dependency of the project

    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False})
    date = book.add_format({"num_format": "d mmm yyyy hh:mm"})
    wrap = book.add_format({"text_wrap": True})
    for name, headers, rows in same_rows(Book(handover)):
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
                    sheet.write_string(at, n, clean(value), wrap)
                elif isinstance(value, int | float):
                    sheet.write_number(at, n, value, wrap)
                elif value is not None:
                    naive = value.replace(tzinfo=None) if hasattr(value, "tzinfo") else value
                    sheet.write_datetime(at, n, naive, date)
    book.close()


def by_openpyxl(handover: Handover, path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    for name, headers, rows in same_rows(Book(handover)):
        sheet = book.create_sheet(name)
        sheet.append(headers)
        for row in rows:
            cells = []
            for value in row:
                if isinstance(value, Text):
                    cell = WriteOnlyCell(sheet, clean(value.text))
                    if value.link:
                        cell.hyperlink = value.link
                    cells.append(cell)
                elif isinstance(value, Formula):
                    cells.append("=" + value.formula)
                else:
                    cells.append(value.replace(tzinfo=None) if hasattr(value, "tzinfo") else value)
            sheet.append(cells)
    book.save(path)


def main(sizes: list[int]) -> None:
    for posts in sizes:
        handover = make_handover(posts=posts)
        with tempfile.TemporaryDirectory() as name:
            job = Job(handover=handover, folder=Path(name), slug="ours")
            path = job.path("content-library.xlsx")
            ours = seconds(partial(write, job))
            print(f"{posts:,} posts, {len(handover.pairs):,} updates: {path.stat().st_size / 1e6:.1f} MB")
            print(f"  write {ours:.2f} s, read {seconds(partial(read, path)):.2f} s")
            for peer in (by_xlsxwriter, by_openpyxl):
                try:
                    theirs = seconds(partial(peer, handover, Path(name, "peer.xlsx")))
                    print(f"  {peer.__name__}: {theirs:.2f} s, {theirs / ours:.1f} times ours")
                except ImportError:
                    print(f"  {peer.__name__}: not installed")


def read(path: Path) -> Updates:
    return workbook.parse(open_source(path), Options())


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [100, 1_000, 10_000])
