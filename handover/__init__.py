"""Hand a client's blog and its social updates over: one workbook, one Word document, nothing lost.

    >>> from handover import build_handover
    >>> handover = build_handover("https://client.example/feed/", "my-updates.xlsx")  # doctest: +SKIP
    >>> print(handover)  # doctest: +SKIP

The blog is read whole from its feed, the updates from whatever there is: network archives, scheduler
exports, hand-kept sheets, Python data. Each post is paired with its updates and checked for at least
three of them. What comes out is a workbook and a document to attach to the farewell e-mail, and a
working copy for you alone, which shows whatever could not be read or paired: nothing is dropped.
"""

import importlib
import logging
from typing import TYPE_CHECKING

from handover.errors import (
    DetailsError,
    FetchError,
    HandoverError,
    OutputError,
    ParseError,
    SecretError,
    ShortfallError,
    SourceError,
    TemplateError,
    UnknownFormatError,
)
from handover.model import (
    Account,
    Ask,
    Changes,
    Client,
    Contact,
    Content,
    Dates,
    Details,
    Evidence,
    Feed,
    File,
    Handover,
    Invoice,
    Me,
    Media,
    MediaLeft,
    Near,
    Notice,
    OpenItem,
    Origin,
    Original,
    Pair,
    Pairing,
    Placed,
    Post,
    Returned,
    Runway,
    Said,
    Section,
    Shortfall,
    Skipped,
    Slot,
    SourceCount,
    TakenOut,
    Tool,
    Unpaired,
    Update,
    Updates,
    Verdict,
)
from handover.model.counts import Counts
from handover.model.worked import Best, BestPost, Moment, Share, Worked

if TYPE_CHECKING:
    from handover.batch import Built, Result, build_many
    from handover.build import build_handover
    from handover.check import find_shortfalls
    from handover.pair import pair_updates
    from handover.read import read_feed, read_updates
    from handover.write import write_handover

__version__ = "0.1.0"

__all__ = [
    "Account",
    "Ask",
    "Best",
    "BestPost",
    "Built",
    "Changes",
    "Client",
    "Contact",
    "Content",
    "Counts",
    "Dates",
    "Details",
    "DetailsError",
    "Evidence",
    "Feed",
    "FetchError",
    "File",
    "Handover",
    "HandoverError",
    "Invoice",
    "Me",
    "Media",
    "MediaLeft",
    "Moment",
    "Near",
    "Notice",
    "OpenItem",
    "Origin",
    "Original",
    "OutputError",
    "Pair",
    "Pairing",
    "ParseError",
    "Placed",
    "Post",
    "Result",
    "Returned",
    "Runway",
    "Said",
    "SecretError",
    "Section",
    "Share",
    "Shortfall",
    "ShortfallError",
    "Skipped",
    "Slot",
    "SourceCount",
    "SourceError",
    "TakenOut",
    "TemplateError",
    "Tool",
    "UnknownFormatError",
    "Unpaired",
    "Update",
    "Updates",
    "Verdict",
    "Worked",
    "__version__",
    "build_handover",
    "build_many",
    "find_shortfalls",
    "pair_updates",
    "read_feed",
    "read_updates",
    "write_handover",
]

# The stages load slow libraries (feeds, spreadsheets, Word), so each is imported when it is first used.
_STAGES = {
    "Built": "handover.batch",
    "Result": "handover.batch",
    "build_handover": "handover.build",
    "build_many": "handover.batch",
    "find_shortfalls": "handover.check",
    "pair_updates": "handover.pair",
    "read_feed": "handover.read",
    "read_updates": "handover.read",
    "write_handover": "handover.write",
}

logging.getLogger("handover").addHandler(logging.NullHandler())


def __getattr__(name: str) -> object:
    if name in _STAGES:
        return getattr(importlib.import_module(_STAGES[name]), name)
    raise AttributeError(f"module 'handover' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
