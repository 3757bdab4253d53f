"""Hootsuite's bulk composer CSV, without a header: date, message, link. One network a file."""

from handover.model import Updates
from handover.read.source import Source
from handover.read.updates.options import Options
from handover.read.updates.schedulers.headless import Positions, accepts_rows, parse_rows

PLACES = Positions(date=0, text=1, link=2, least=2, most=3)


def accepts(source: Source) -> bool:
    """Whether every row has a date with a time, a message, and a link or nothing."""
    return accepts_rows(source, PLACES)


def parse(source: Source, options: Options) -> Updates:
    """The messages."""
    return parse_rows(source, options, PLACES)
