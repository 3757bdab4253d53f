"""What tells the plan of a channel on Telegram or WhatsApp, which anybody may read, from messages there.

The header says the same of both, so only what no conversation shows counts, all of it together: one place,
the same in each row; days that lie equally far apart; addresses of one site in most rows; nobody addressed.
"""

import datetime as dt
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final
from urllib.parse import urlsplit

from handover.later import pattern
from handover.read.updates.tables.rows.cells import addresses
from handover.read.updates.tables.when.dates import read_date

REGULAR: Final = 4  # rows that show a habit
MOST: Final = 2 / 3  # of the rows, that have an address
_GREETS = pattern(
    r"\W*(?:hi|hey|hello|dear|hallo|liebe\w?|guten \w+|sehr geehrte\w?|bonjour|bonsoir|salut|cher|chère|hola"
    r"|buenos|buenas|querid[oa]|estimad[oa]|ciao|buongiorno|car[oa]|gentile|olá|oi|bom dia|prezad[oa]|beste"
    r"|dag)\s+\w+",
    re.IGNORECASE,
)


def is_broadcast(places: Sequence[str], days: Sequence[str], rows: Sequence[str]) -> bool:
    """Whether these rows can only be the plan of such a channel.

    `places`, `days`: the cells that say where and when; `rows`: the words and addresses of each row.
    """
    if len(places) < REGULAR or len(set(places)) > 1 or not _is_regular(days):
        return False
    hosts = [own.pop() for row in rows if len(own := _hosts(row)) == 1]
    return len(set(hosts)) == 1 and len(hosts) >= MOST * len(rows) and not any(map(_GREETS.match, rows))


def _is_regular(cells: Sequence[str]) -> bool:
    read = [read_date(cell) for cell in cells]
    days = [dt.date(day.year, day.month, day.day) for day in read if day and day.year]
    gaps = {(later - before).days for before, later in pairwise(days)}
    return len(days) == len(read) >= REGULAR and len(gaps) == 1 and min(gaps) > 0


def _hosts(text: str) -> set[str]:
    return {urlsplit(link).netloc.lower().removeprefix("www.") for link in addresses(text)}
