"""Instagram download: posts_1.json and reels.json, of 2025 and before; media.json until 2020; HTML as well.

With one picture the text is that picture's title; with several it is the post's own. In media.json each
picture of a post stands by itself, with the same text and time. There is no address.

Sources: timelinize datasources/instagram; NorseKode/Waultar-App content_examples.md; for media.json
ryanmonro/instagram-data-download-json-tool.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import msgspec

from handover.model import Origin, Skipped, Update, Updates
from handover.model.media import media_of
from handover.read.fields import moment
from handover.read.source import Bundle, Source
from handover.read.updates import instagram_html
from handover.read.updates.json_items import (
    DamagedError,
    NotPlainError,
    each_file,
    first_keys,
    posts_of,
    read_entry,
    read_json,
    whole_entries,
)
from handover.read.updates.links_in_text import links_in
from handover.read.updates.meta import (
    Media,
    account_of,
    archived,
    at,
    begins_as,
    gather_downloads,
    in_the_bin,
    is_page,
    left_aside,
    mended,
    paths,
    posts_in,
    stories_of_a_day,
)
from handover.read.updates.options import Options
from handover.read.updates.taken import Taken, taken_of

_PAGE = re.compile(r"(?:^|/)(?:content|media)/(?:posts_\d+|reels|igtv_videos)\.html$|(?:^|/)posts_\d+\.html$")
_LISTS = re.compile(rb'\{\s*"(ig_reels_media|ig_igtv_media|ig_stories)"\s*:')
_ASIDE = (  # beside the posts, and no posts to hand over
    (re.compile(r"(?:^|/)(?:content|media)/archived_posts(?:_\d+)?\.(?:json|html)$"), archived),
    (re.compile(r"(?:^|/)(?:content|media)/recently_deleted\w*\.(?:json|html)$"), in_the_bin),
    (re.compile(r"(?:^|/)(?:content|media)/stories(?:_\d+)?\.html$"), stories_of_a_day),
)
_OLD = re.compile(rb'\{\s*"(?:photos|videos|stories|profile|direct)"\s*:\s*\[')


class Post(msgspec.Struct):
    media: list[Media] | None = None
    title: str | None = None  # only where there are several pictures
    creation_timestamp: int | None = None  # likewise


class OldMedia(msgspec.Struct):
    """A picture or film of media.json."""

    caption: str | None = None
    taken_at: str | None = None  # "2018-12-31T08:05:13", later with "+00:00": UTC
    path: str | None = None


class Lists(msgspec.Struct):
    """reels.json, igtv_videos.json, stories.json; media.json, without what was sent to one person."""

    ig_reels_media: list[msgspec.Raw] | None = None
    ig_igtv_media: list[msgspec.Raw] | None = None
    ig_stories: list[msgspec.Raw] | None = None
    photos: list[OldMedia] | None = None
    videos: list[OldMedia] | None = None
    stories: list[msgspec.Raw] | None = None


def accepts(source: Source) -> bool:
    return bool(gather(source.files))


def gather(files: Sequence[Source]) -> list[Bundle]:
    """The Instagram downloads among these files."""
    return gather_downloads(files, _holds_posts, _PAGE, _ASIDE)


def _holds_posts(file: Source) -> bool:
    head = file.head
    if begins_as(head, b"{"):
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        old = _OLD.match(start) and b'"taken_at"' in head and b'"path"' in head
        return bool(old or _LISTS.match(start))
    return "media" in first_keys(head) and b'"creation_timestamp"' in head and b'"uri"' in head


def parse(bundle: Bundle, options: Options) -> Updates:
    """The posts of one download. Raises UnknownFormatError for HTML that is not certain, ParseError where
    every file is broken."""
    account = account_of(bundle)
    read = each_file(posts_in(bundle, _ASIDE), lambda file: _read(file, account, options))
    return replace(read, skipped=(*read.skipped, *left_aside(bundle, _ASIDE)))


def _read(file: Source, account: str, options: Options) -> Updates:
    if is_page(file):
        return instagram_html.read_page(file, account, options)
    begun = _LISTS.match(file.head.removeprefix(b"\xef\xbb\xbf").lstrip())
    key = begun[1].decode() if begun else ""
    if key in ("ig_reels_media", "ig_igtv_media") or begins_as(file.head, b"["):
        try:
            entries = posts_of(file, key, Lists if key else None)
            return _taken(entries.typed(Post, Post), account, file).told(file, entries.skipped)
        except NotPlainError:  # perhaps it holds several lists
            pass
    raws, old, stories, damage = _entries(file)
    taken = _taken((read_entry(raw, Post) for raw in raws), account, file)
    for update in _of_old(old, account, file):
        taken.add(update)
    return taken.told(file, damage, stories_of_a_day(stories))


def _taken(posts: Iterable[Post | None], account: str, file: Source) -> Taken:
    with_media = (post if post and post.media else None for post in posts)
    origin = Origin(file=file.location)
    return taken_of(with_media, lambda post: _to_update(post, account, origin))


def _entries(file: Source) -> tuple[list[msgspec.Raw], list[OldMedia], int, tuple[Skipped, ...]]:
    """The posts of a file, the pictures of an old one, how many stories it holds, and what is damaged."""
    if begins_as(file.head, b"["):
        raws, skipped = whole_entries(file)
        return raws, [], 0, skipped
    try:
        lists = read_json(file, Lists)
    except DamagedError:
        if not (begun := _LISTS.match(file.head.removeprefix(b"\xef\xbb\xbf").lstrip())):
            raise
        raws, skipped = whole_entries(file, begun[1].decode())
        return ([], [], len(raws), skipped) if begun[1] == b"ig_stories" else (raws, [], 0, skipped)
    stories = [*(lists.ig_stories or ()), *(lists.stories or ())]
    raws = [*(lists.ig_reels_media or ()), *(lists.ig_igtv_media or ())]
    return raws, [*(lists.photos or ()), *(lists.videos or ())], len(stories), ()


def _of_old(pictures: Sequence[OldMedia], account: str, file: Source) -> Iterator[Update | None]:
    """The posts of media.json: pictures with one text and time are one post."""
    posts: dict[tuple[str, str], list[str]] = {}
    for picture in pictures:
        key = (picture.taken_at or "", mended(picture.caption).strip())
        posts.setdefault(key, []).extend([mended(picture.path)] if picture.path else ())
    for (taken_at, text), paths_ in posts.items():
        if not text and not paths_:
            yield None
            continue
        yield Update(
            network="instagram",
            text=text,
            posted_at=moment(taken_at),
            links=links_in(text),
            media=media_of(paths_),
            account=account,
            origin=Origin(file=file.location),
        )


def _to_update(post: Post, account: str, origin: Origin) -> Update | None:
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
        origin=origin,
    )
