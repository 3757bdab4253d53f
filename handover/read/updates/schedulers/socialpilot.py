"""SocialPilot's bulk CSV, without a header: content, image, date, account id, first comment, tags, link."""

from handover.model import Updates
from handover.read.source import Source
from handover.read.updates.options import Options
from handover.read.updates.schedulers.headless import Positions, accepts_rows, parse_rows

PLACES = Positions(text=0, media=1, date=2, comment=4, labels=5, link=6, least=4, most=7)


def accepts(source: Source) -> bool:
    """Whether every row has a text, an image or nothing, and a date with a time, in these places."""
    return accepts_rows(source, PLACES)


def parse(source: Source, options: Options) -> Updates:
    """The contents."""
    return parse_rows(source, options, PLACES)
