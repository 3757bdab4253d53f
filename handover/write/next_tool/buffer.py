"""Buffer's bulk upload: one channel a file, at most 100 posts, text and one picture.

Columns and rules: support.buffer.com/article/926. Limits: developers.buffer.com/guides/character-limits,
counted in UTF-16 code units, an emoji as two or more; a link counts as its network counts it.
"""

from collections.abc import Sequence

from handover.networks import NETWORKS
from handover.text.counted_links import links
from handover.text.length import utf16
from handover.write.next_tool.rows import ImportRow
from handover.write.next_tool.tool import NOT_OFFERED, TOO_LONG, Reason, Tool
from handover.write.words import N_

LIMITS = {
    "facebook": 5_000,
    "instagram": 2_196,
    "x": 280,
    "linkedin": 3_000,
    "pinterest": 500,
    "tiktok": 4_000,
    "threads": 500,
    "bluesky": 300,
    "youtube": 5_000,
    "google_business": 4_000,
    "mastodon": 500,
}


def _header(network: str) -> Sequence[str]:
    columns = ["Text", "Image URL", "Tags", "Posting Time"]
    return [*columns, "Board Name"] if network == "pinterest" else columns


def _rows(entry: ImportRow) -> Sequence[Sequence[str]]:
    picture = entry.pictures[0] if entry.pictures else ""
    cells = [entry.text, picture, "", entry.at.strftime("%Y-%m-%d %H:%M")]
    return [[*cells, ""] if entry.network == "pinterest" else cells]


def length(text: str, network: str) -> int:
    """The length Buffer counts, in UTF-16 code units."""
    known = NETWORKS[network]
    if known.link_length is None:
        return utf16(text)
    found = links(text, bare=known.bare_links)
    return utf16(text) + sum(known.link_length - utf16(text[start:end]) for start, end in found)


def _unfit(entry: ImportRow) -> Reason | None:
    if entry.network not in LIMITS:
        return Reason(text=NOT_OFFERED, tool="Buffer", network=entry.label)
    most, count = LIMITS[entry.network], length(entry.text, entry.network)
    if count > most:
        return Reason(text=TOO_LONG, network=f"Buffer ({entry.label})", count=count, limit=most)
    return None


TOOL = Tool(
    name="Buffer",
    header=_header,
    rows=_rows,
    most_rows=100,
    most_pictures=1,
    byte_order_mark=True,
    dates="YYYY-MM-DD HH:mm",
    note=N_("On the free plan a file may hold 10 posts. For Pinterest, fill in the name of the board."),
    unfit=_unfit,
)
