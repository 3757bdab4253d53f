"""Tables of strangers, all invented: whatever is private in them, or of another trade, holds the word SECRET.

A file of tests/data/strangers holds many tables, each below its name ("=== plan.csv"); of those that are
read, the number of updates stands behind it ("=== plan.csv | 2").
"""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

SECRET = "quaxel"
PLACE = Path(__file__).parent / "data" / "strangers"
Rows = Sequence[Sequence[str]]

# What is read beside them.
PLAN: Rows = (
    ("Date", "Platform", "Caption"),
    ("2026-01-05 10:00", "LinkedIn", "Rye for the office"),
    ("2026-01-06 10:00", "X", "Spelt for the harbour"),
)


def tables(name: str) -> dict[str, tuple[str, int]]:
    """The tables of a file, by name, each with the number behind it (0 for none)."""
    found = {}
    for part in (PLACE / f"{name}.txt").read_text("utf-8").split("\n=== ")[1:]:
        head, _, body = part.partition("\n")
        table, _, count = head.partition(" | ")
        found[table] = (body.rstrip("\n") + "\n", int(count or 0))
    return found


def rows_of(table: str) -> list[list[str]]:
    """A table's rows, whatever its delimiter."""
    first = table.partition("\n")[0]
    return list(csv.reader(io.StringIO(table), delimiter=max(",;\t", key=first.count)))


def as_text(rows: Rows, delimiter: str = ",") -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    return stream.getvalue()


def as_workbook(sheets: dict[str, Rows]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([cell or None for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
