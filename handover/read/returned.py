"""What comes back in our own workbooks, beside its updates: what two of them need to be read as one."""

from collections.abc import Collection, Mapping
from dataclasses import field

from handover.columns import WORKING, Reader
from handover.columns.memory import Shown
from handover.later import dataclass
from handover.model import Skipped, Updates


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """An update as it comes back from the client's workbook: what it said, what was changed of it, where."""

    shown: Shown
    fields: tuple[str, ...]  # of `TAKEN`, and "post"; (): nothing
    posts: frozenset[str]  # ids of the posts it stood with
    where: str  # "library.xlsx › Updates, row 5"


@dataclass(frozen=True, slots=True, kw_only=True)
class FromWorkbook(Updates):
    """The updates of a workbook that remembers how it was written."""

    reader: Reader = WORKING
    places: Mapping[str, str] = field(default_factory=dict)  # id -> where its row stands
    changed: Collection[str] = ()  # ids of the updates that were changed
    gists: Mapping[str, str] = field(default_factory=dict)  # id -> how its text began as written
    gone: Collection[str] = ()  # ids of those whose rows are gone; the working copy only
    edits: Mapping[str, Edit] = field(default_factory=dict)  # id -> edit; the client's workbook only
    not_read: tuple[Skipped, ...] = ()  # of its sources, when it was written; the working copy only
    deleted: tuple[Shown, ...] = ()  # whose rows are gone; the client's workbook only
