"""Chats saved as text, as WhatsApp, Signal and Telegram write them: a time, a name, what was said.

    12/03/2026, 21:14 - Ana: See you tonight
    [12.03.26, 21:14:05] Ana: Bis heute Abend

A line that goes on with the one before has neither, so the most must have both.
"""

import re
from collections.abc import Sequence

from handover.later import pattern
from handover.read.updates.tables import Row
from handover.read.updates.tables.header.columns import text_of

LOOKED_AT = 40
FEWEST = 2
_LINE = pattern(
    r"[\u200e\u202f\s]*\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?"
    r"(?:\s?[ap]\.?\s?m\.?)?\]?(?:\s+[-–])?\s+(?P<said>[^:]{1,60}:\s)?",
    re.IGNORECASE,
)


def is_chat(rows: Sequence[Row]) -> bool:
    """Whether these rows are lines of a chat, whatever delimiter they were cut at."""
    lines = [",".join(map(text_of, cells)) for _, cells in rows[:LOOKED_AT] if any(map(text_of, cells))]
    found = [match for line in lines if (match := _LINE.match(re.sub(r",(?=\S)", ", ", line, count=1)))]
    said = sum(1 for match in found if match["said"])
    return said >= FEWEST and 2 * len(found) >= len(lines)
