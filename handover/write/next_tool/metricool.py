"""Metricool's calendar import: one file for all networks, a true or false for each.

Columns: its own template; 500 rows a file, for larger ones have been seen to stall.
"""

from collections.abc import Sequence

from handover.write.next_tool.publer import shortened
from handover.write.next_tool.rows import ImportRow
from handover.write.next_tool.tool import NOT_OFFERED, Reason, Tool

COLUMNS = """
Text,Date,Time,Draft,Facebook,Twitter/X,LinkedIn,GBP,Instagram,Pinterest,TikTok,Youtube,Threads,
Bluesky,Picture Url 1,Picture Url 2,Picture Url 3,Picture Url 4,Picture Url 5,Picture Url 6,
Picture Url 7,Picture Url 8,Picture Url 9,Picture Url 10,Alt text picture 1,Alt text picture 2,
Alt text picture 3,Alt text picture 4,Alt text picture 5,Alt text picture 6,Alt text picture 7,
Alt text picture 8,Alt text picture 9,Alt text picture 10,Document title,Shortener,
Video Thumbnail Url,Video Cover Frame,Twitter/X Can reply,Twitter/X Type,
Twitter/X Poll Duration minutes,Twitter/X Poll Option 1,Twitter/X Poll Option 2,
Twitter/X Poll Option 3,Twitter/X Poll Option 4,Pinterest Board,Pinterest Pin Title,
Pinterest Pin Link,Pinterest Pin New Format,Instagram Post Type,Instagram Show Reel On Feed,
Instagram Trial Reel Share Automatically,Youtube Video Title,Youtube Video Type,
Youtube Video Privacy,Youtube video for kids,Youtube AI generated content,
Youtube notify subscribers,Youtube Video Category,Youtube Video Tags,Youtube playlist,GBP Post Type,
Facebook Post Type,Facebook Title,First Comment Text,TikTok Title,TikTok disable comments,
TikTok disable duet,TikTok disable stitch,TikTok Post Privacy,TikTok Branded Content,
TikTok Your Brand,TikTok Auto Add Music,TikTok Photo Cover Index,TikTok musicId,TikTok music title,
TikTok music author,TikTok music previewUrl,TikTok music thumbnailUrl,TikTok music soundVolume,
TikTok music originalVolume,TikTok music startMillis,TikTok music endMillis,
TikTok Ai generated content,LinkedIn Type,LinkedIn Poll Question,LinkedIn Poll Option 1,
LinkedIn Poll Option 2,LinkedIn Poll Option 3,LinkedIn Poll Option 4,LinkedIn Poll Duration,
LinkedIn Show link preview,LinkedIn Images as Carousel,Threads Reply Control,Threads Is Spoiler,
Threads Post Type,Brand name
"""
HEADER = tuple(name.strip() for name in COLUMNS.replace("\n", "").split(","))
NETWORKS = {
    "facebook": "Facebook",
    "x": "Twitter/X",
    "linkedin": "LinkedIn",
    "google_business": "GBP",
    "instagram": "Instagram",
    "pinterest": "Pinterest",
    "tiktok": "TikTok",
    "youtube": "Youtube",
    "threads": "Threads",
    "bluesky": "Bluesky",
}
MOST_PICTURES = 10


def _rows(entry: ImportRow) -> Sequence[Sequence[str]]:
    cells = {
        "Text": entry.text,
        "Date": entry.at.strftime("%Y-%m-%d"),
        "Time": entry.at.strftime("%H:%M:%S"),
        "Draft": "false",
        "Shortener": "false",
        **{column: _truth(network == entry.network) for network, column in NETWORKS.items()},
        **{f"Picture Url {n}": url for n, url in enumerate(entry.pictures[:MOST_PICTURES], 1)},
        **{f"Alt text picture {n}": alt for n, alt in enumerate(entry.alts[:MOST_PICTURES], 1)},
    }
    if entry.network == "pinterest":
        cells["Pinterest Pin Title"] = shortened(entry.title, entry.network)
        cells["Pinterest Pin Link"] = entry.link
    if entry.network in ("facebook", "instagram"):
        cells[f"{NETWORKS[entry.network]} Post Type"] = "POST"
    return [[cells.get(column, "") for column in HEADER]]


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _unfit(entry: ImportRow) -> Reason | None:
    if entry.network in NETWORKS:
        return None
    return Reason(text=NOT_OFFERED, tool="Metricool", network=entry.label)


TOOL = Tool(
    name="Metricool",
    header=lambda network: HEADER,
    rows=_rows,
    by_network=False,
    most_rows=500,
    most_pictures=MOST_PICTURES,
    byte_order_mark=True,
    dates="YYYY-MM-DD, HH:mm:ss",
    unfit=_unfit,
)
