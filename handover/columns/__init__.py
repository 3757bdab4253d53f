"""Names of the workbook's sheets, columns and words, and how values stand in its cells.

Shared by its writer and its reader, so that what one writes the other knows again. The writer may show a
name in the client's language; it notes key and name on the hidden sheet `MEMORY`, so that the reader
finds every column wherever it was moved to.
"""

from handover.columns.names import (
    ACCOUNTS,
    CHECK,
    EXTRA,
    FIGURE,
    MEMORY,
    MINIMUM,
    PLAN,
    POSTS,
    SHEETS,
    SHORTFALL,
    START,
    UNPAIRED,
    UPDATES,
    VERSION,
    WORDS,
    Column,
    Sheet,
)

__all__ = [
    "ACCOUNTS",
    "CHECK",
    "EXTRA",
    "FIGURE",
    "MEMORY",
    "MINIMUM",
    "PLAN",
    "POSTS",
    "SHEETS",
    "SHORTFALL",
    "START",
    "UNPAIRED",
    "UPDATES",
    "VERSION",
    "WORDS",
    "Column",
    "Sheet",
]
