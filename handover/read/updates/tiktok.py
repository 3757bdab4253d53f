"""TikTok download as JSON (user_data_tiktok.json).

Its links are addresses of film files that stop working, and most titles are empty: what has a title comes
out, the rest is counted.

Source: d3i-infra/data-donation-task tiktok.py, and files of 2023 to 2025.
"""

import re

import msgspec

from handover.model import Origin, Said, Update, Updates
from handover.read.fields import address, clean, moment
from handover.read.source import Source
from handover.read.updates.json_items import left_out, read_entry, read_json, unreadable
from handover.read.updates.links_in_text import links_in
from handover.read.updates.options import Options

NOTHING = ("", "n/a", "none", "null")
PUBLIC = ("", "public", "everyone")

_NAME = re.compile(r"(?:^|/)user_data(?:_tiktok)?[^/]*\.json$", re.IGNORECASE)
_SECTIONS = re.compile(
    rb'"(?:Activity|Your Activity|Profile|Profile And Settings|Post|Video|Direct Messages?|Comment|Tiktok \w+'
    rb'|TikTok \w+|App Settings|Ads and data|Income\+? Wallet[^"]*|Likes and Favorites)"\s*:\s*[{n]'
)
_POST = re.compile(r"https?://(?:www\.)?tiktok\.com/@[^/?#]+/(?:video|photo)/\d+")


class Video(msgspec.Struct):
    Date: str = ""  # "2025-03-04 11:00:00", UTC
    Link: str | None = None
    Title: str | None = None
    Likes: int | str | None = None
    WhoCanView: str | None = None


class List(msgspec.Struct):
    VideoList: list[msgspec.Raw] | None = None


class Posts(msgspec.Struct):
    Posts: List | None = None


class OldPosts(msgspec.Struct):
    Videos: List | None = None


class Download(msgspec.Struct):
    Post: Posts | None = None
    Video: OldPosts | None = None  # until early 2025


def accepts(source: Source) -> bool:
    head = source.head
    if head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] != b"{" or not _SECTIONS.search(head):
        return False
    return b'"VideoList"' in head or bool(_NAME.search(source.name))


def parse(source: Source, options: Options) -> Updates:
    """The public videos with a title. Raises ParseError when the file is broken."""
    download = read_json(source, Download)
    lists = [download.Post and download.Post.Posts, download.Video and download.Video.Videos]
    updates: list[Update] = []
    unread: list[int] = []
    place = hidden = hollow = 0
    origin = Origin(file=source.location)
    for place, raw in enumerate((raw for videos in lists if videos for raw in videos.VideoList or ()), 1):
        if (video := read_entry(raw, Video)) is None:
            unread.append(place)
        elif (video.WhoCanView or "").strip().casefold() not in PUBLIC:
            hidden += 1
        elif update := _to_update(video, origin):
            updates.append(update)
        else:
            hollow += 1
    skipped = unreadable(source, unread, place) + left_out(
        source,
        Said(
            "{n} video that not everybody may see left out.",
            many="{n} videos that not everybody may see left out.",
            n=hidden,
        ),
        Said(
            "{n} video without title and address left out.",
            many="{n} videos without title and address left out.",
            n=hollow,
        ),
    )
    return Updates(items=tuple(updates), skipped=skipped)


def _to_update(video: Video, origin: Origin) -> Update | None:
    title = clean(video.Title).strip()
    text = "" if title.casefold() in NOTHING else title
    link = _POST.match(video.Link or "")
    permalink = address(link[0]) if link else ""
    if not text and not permalink:
        return None
    likes = str(video.Likes or "")
    return Update(
        network="tiktok",
        text=text,
        posted_at=moment(video.Date),
        permalink=permalink,
        links=links_in(text),
        account=permalink.split("/")[3].removeprefix("@") if permalink else "",
        figures={"likes": float(likes)} if likes.isdecimal() else {},
        origin=origin,
    )
