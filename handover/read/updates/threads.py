"""Threads, in the Instagram download as JSON: threads_and_replies.json.

One entry a post; its text is the title of its first picture, or the post's own. There is no address, and
nothing tells which post a reply answers. `cross_post_source` is "FB" on plain posts too and says nothing.
"""

import re
from collections.abc import Iterable, Sequence

import msgspec

from handover.model import Origin, Update, Updates
from handover.read.source import Bundle, Source
from handover.read.updates.json_items import each_file, take_entries
from handover.read.updates.links_in_text import links_in
from handover.read.updates.meta import (
    Media,
    account_of,
    at,
    begins_as,
    gather_downloads,
    is_page,
    mended,
    paths,
    posts_in,
)
from handover.read.updates.meta_html import refused
from handover.read.updates.options import Options
from handover.read.updates.taken import Taken, taken_of

KEY = "text_post_app_text_posts"
_PAGE = re.compile(r"(?:^|/)threads_and_replies\.html$")


class TextPost(msgspec.Struct):
    is_reply: bool | None = None


class ThreadsMedia(Media):
    text_app_post: TextPost | None = None


class Post(msgspec.Struct):
    media: list[ThreadsMedia] | None = None
    title: str | None = None
    creation_timestamp: int | None = None


class Threads(msgspec.Struct):
    text_post_app_text_posts: list[msgspec.Raw]


def accepts(source: Source) -> bool:
    return bool(gather(source.files))


def gather(files: Sequence[Source]) -> list[Bundle]:
    """The Threads downloads among these files."""
    return gather_downloads(files, _holds_posts, _PAGE)


def _holds_posts(file: Source) -> bool:
    return begins_as(file.head, b"{") and b'"text_post_app_text_posts"' in file.head


def parse(bundle: Bundle, options: Options) -> Updates:
    """The posts of one download. Raises UnknownFormatError for HTML, ParseError where all is broken."""
    account = account_of(bundle)
    return each_file(posts_in(bundle), lambda file: _read(file, account))


def _read(file: Source, account: str) -> Updates:
    if is_page(file):
        raise refused(file)

    origin = Origin(file=file.location)

    def take(entries: Iterable[Post | None]) -> Taken:
        return taken_of(entries, lambda post: _to_update(post, account, origin))

    taken, damage = take_entries(file, Post, take, KEY, Threads)
    return taken.told(file, damage)


def _to_update(post: Post, account: str, origin: Origin) -> Update | None:
    media = post.media or []
    text = mended(post.title).strip() or next((t for m in media if (t := mended(m.title).strip())), "")
    if not text and not paths(media):
        return None
    times = [post.creation_timestamp, *(m.creation_timestamp for m in media)]
    answers = any(m.text_app_post and m.text_app_post.is_reply for m in media)
    return Update(
        network="threads",
        text=text,
        posted_at=at(next((time for time in times if time), None)),
        links=links_in(text),
        media=paths(media),
        kind="reply" if answers else "original",
        account=account,
        origin=origin,
    )
