"""Overviews: tables of figures by day or by account. They hold no update, and are refused with the way to the
export that does.
"""

from handover.errors import UnknownFormatError
from handover.later import dataclass
from handover.model import Said, Updates
from handover.read.source import Source
from handover.read.updates.options import Options
from handover.read.updates.tables.files.sheets import first_rows
from handover.read.updates.tables.header.columns import header_words
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.header.user_map import spelled

HEADER_WITHIN = 8
FIGURES = 3  # columns of figures beside a date that make an overview


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """One kind of overview."""

    name: Said
    proof: frozenset[str]  # headers, as `normal` has them
    hint: Said


OVERVIEWS = (
    Overview(
        name=Said("the daily overview of X analytics"),
        proof=frozenset({"date", "impressions", "engagements", "bookmarks"}),
        hint=Said(
            "In X analytics open the tab Content and export there: that file has a column 'Post text'."
        ),
    ),
    Overview(
        name=Said("the daily overview of tweet activity"),
        proof=frozenset({"date", "tweets published", "impressions"}),
        hint=Said("Export 'by Tweet' in place of 'by day'."),
    ),
    Overview(
        name=Said("the summary of Meta Business Suite"),
        proof=frozenset({"platform", "record type", "metric"}),
        hint=Said("In Meta Business Suite open Insights > Content and export the table of posts."),
    ),
    Overview(
        name=Said("the daily figures of a LinkedIn page"),
        proof=frozenset({"date", "impressions", "clicks", "reactions"}),
        hint=Said("Give the whole .xls, or the sheet 'All posts' as CSV."),
    ),
)
ANY = Overview(
    name=Said("an overview by day"),
    proof=frozenset(),
    hint=Said("Export the list of posts: a file with a row for each, its text and its address."),
)


def overview_of(source: Source) -> Overview | None:
    """Which overview a file is; None when any of its sheets may hold updates."""
    tables = first_rows(source)
    found = [_kind(header_words(cells)) for table in tables for _, cells in table.rows[:HEADER_WITHIN]]
    return next((kind for kind in found if kind), None) if len(tables) == 1 else None


def _kind(header: tuple[str, ...]) -> Overview | None:
    words = {spelled(word) for word in header if word}
    for overview in OVERVIEWS:
        if overview.proof <= words and not _has_words(header):
            return overview
    roles = [role for word in header if word and (role := role_of(word))]
    figures = sum(role.field == "figure" for role in roles)
    dated = any(role.field == "date" for role in roles)
    return ANY if dated and figures >= FIGURES and not _has_words(header) else None


def _has_words(header: tuple[str, ...]) -> bool:
    wordy = {"text", "post", "permalink", "hook", "title", "post title", "post link", "link"}
    return any((role := role_of(word)) and role.field in wordy for word in header if word)


def accepts(source: Source) -> bool:
    """Whether this is an overview."""
    return overview_of(source) is not None


def parse(source: Source, options: Options) -> Updates:
    """Raises UnknownFormatError, with the export to take instead."""
    overview = overview_of(source) or ANY
    header = next((header_words(cells) for _, cells in first_rows(source)[0].rows), ())
    raise UnknownFormatError(
        Said("{place} is {what}: it has figures, but no updates.", place=source.location, what=overview.name),
        location=source.location,
        headers=[word for word in header if word],
        hint=overview.hint,
    )
