"""Publer's bulk import. Columns: its own template; dates and lists: help.publer.io, article 18qhxcq."""

from collections.abc import Sequence

from handover.networks import NETWORKS
from handover.write.next_tool.rows import ImportRow
from handover.write.next_tool.tool import Tool

HEADER = (
    "Date - Intl. format or prompt",
    "Text",
    "Link(s) - Separated by comma for FB carousels",
    "Media URL(s) - Separated by comma",
    "Title - For the video, pin, PDF ..",
    "Label(s) - Separated by comma",
    "Alt text(s) - Separated by ||",
    "Comment(s) - Separated by ||",
    "Pin board, FB album, or Google category",
    "Post subtype - I.e. story, reel, PDF ..",
    "CTA - For Facebook links or Google",
    "Reminder - For stories, reels, shorts, and TikToks",
)


def _rows(entry: ImportRow) -> Sequence[Sequence[str]]:
    # A comma would part one address into two.
    pictures = ",".join(picture.replace(",", "%2C") for picture in entry.pictures)
    title = shortened(entry.title, entry.network)
    link = entry.link.replace(",", "%2C")
    alts = "||".join(alt.replace("||", " ") for alt in entry.alts) if any(entry.alts) else ""
    return [[entry.at.strftime("%Y-%m-%d %H:%M"), entry.text, link, pictures, title, "", alts, *[""] * 5]]


def shortened(title: str, network: str) -> str:
    """A title a pin or a video can bear, with a mark where it was cut; "" where an update has none."""
    most = NETWORKS[network].title
    if most is None:
        return ""
    return title if len(title) <= most else title[: most - 2].rstrip() + " …"


TOOL = Tool(name="Publer", header=lambda network: HEADER, rows=_rows, dates="YYYY-MM-DD HH:mm")
