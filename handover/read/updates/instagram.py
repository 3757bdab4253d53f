"""Instagram download as JSON: posts_1.json and reels.json, of 2025 and before.

With one picture the text is that picture's title; with several it is the post's own. There is no address.

Sources: timelinize datasources/instagram; NorseKode/Waultar-App content_examples.md.
"""

import re
from collections.abc import Sequence

import msgspec

from handover.model import Origin, Skipped, Update, Updates
from handover.read.source import Bundle, Source
from handover.read.updates.json_items import first_keys, left_out, read_entry, read_json, unreadable
from handover.read.updates.links import links_in
from handover.read.updates.meta import (
    Media,
    account_of,
    at,
    begins_as,
    gather_downloads,
    mended,
    paths,
    posts_in,
)
from handover.read.updates.options import Options

_PAGE = re.compile(r"(?:^|/)(?:content|media)/(?:posts_\d+|reels)\.html$")
_LISTS = re.compile(rb'\{\s*"(?:ig_reels_media|ig_igtv_media|ig_stories)"\s*:')


class Post(msgspec.Struct):
    media: list[Media] | None = None
    title: str | None = None  # only where there are several pictures
    creation_timestamp: int | None = None  # likewise


class Lists(msgspec.Struct):
    """reels.json, igtv_videos.json, stories.json."""

    ig_reels_media: list[msgspec.Raw] | None = None
    ig_igtv_media: list[msgspec.Raw] | None = None
    ig_stories: list[msgspec.Raw] | None = None


def accepts(source: Source) -> bool:
    return bool(gather(source.files))


def gather(files: Sequence[Source]) -> list[Bundle]:
    """The Instagram downloads among these files."""
    return gather_downloads(files, _holds_posts, _PAGE)


def _holds_posts(file: Source) -> bool:
    head = file.head
    if begins_as(head, b"{"):
        return bool(_LISTS.match(head.removeprefix(b"\xef\xbb\xbf").lstrip()))
    return "media" in first_keys(head) and b'"creation_timestamp"' in head and b'"uri"' in head


def parse(bundle: Bundle, options: Options) -> Updates:
    """The posts of one download. Raises UnknownFormatError for HTML, ParseError for a broken file."""
    account = account_of(bundle)
    items: list[Update] = []
    skipped: list[Skipped] = []
    for file in posts_in(bundle):
        raws, stories = _entries(file)
        posts = [post for raw in raws if (post := read_entry(raw, Post)) and post.media]
        told = [_to_update(post, account, file) for post in posts]
        items += [update for update in told if update]
        skipped += unreadable(file, len(raws) - len(posts), len(raws))
        skipped += left_out(
            file,
            (told.count(None), "entry that holds nothing", "entries that hold nothing"),
            (stories, "story, shown for a day,", "stories, shown for a day,"),
        )
    return Updates(items=tuple(items), skipped=tuple(skipped))


def _entries(file: Source) -> tuple[list[msgspec.Raw], int]:
    """The posts of a file, and how many stories it holds."""
    if begins_as(file.head, b"["):
        return read_json(file, list[msgspec.Raw]), 0
    lists = read_json(file, Lists)
    return [*(lists.ig_reels_media or ()), *(lists.ig_igtv_media or ())], len(lists.ig_stories or ())


def _to_update(post: Post, account: str, file: Source) -> Update | None:
    media = post.media or []
    text = mended(post.title).strip() or mended(media[0].title).strip()
    if not text and not paths(media):
        return None
    return Update(
        network="instagram",
        text=text,
        posted_at=at(post.creation_timestamp or media[0].creation_timestamp),
        links=links_in(text),
        media=paths(media),
        account=account,
        origin=Origin(file=file.location),
    )
