"""Instagram download as JSON: posts_1.json and reels.json, of 2025 and before; media.json until 2020.

With one picture the text is that picture's title; with several it is the post's own. In media.json each
picture of a post stands by itself, with the same text and time. There is no address.

Sources: timelinize datasources/instagram; NorseKode/Waultar-App content_examples.md; for media.json
ryanmonro/instagram-data-download-json-tool.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from handover.model import Origin, Said, Skipped, Update, Updates
from handover.read.fields import moment
from handover.read.source import Bundle, Source
from handover.read.updates.json_items import (
    first_keys,
    left_out,
    nothing_held,
    read_entry,
    read_json,
    unreadable,
)
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
    return gather_downloads(files, _holds_posts, _PAGE)


def _holds_posts(file: Source) -> bool:
    head = file.head
    if begins_as(head, b"{"):
        start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
        old = _OLD.match(start) and b'"taken_at"' in head and b'"path"' in head
        return bool(old or _LISTS.match(start))
    return "media" in first_keys(head) and b'"creation_timestamp"' in head and b'"uri"' in head


def parse(bundle: Bundle, options: Options) -> Updates:
    """The posts of one download. Raises UnknownFormatError for HTML, ParseError for a broken file."""
    account = account_of(bundle)
    items: list[Update] = []
    skipped: list[Skipped] = []
    for file in posts_in(bundle):
        raws, old, stories = _entries(file)
        posts = [post for raw in raws if (post := read_entry(raw, Post)) and post.media]
        told = [*(_to_update(post, account, file) for post in posts), *_of_old(old, account, file)]
        items += [update for update in told if update]
        skipped += unreadable(file, len(raws) - len(posts), len(raws))
        skipped += left_out(
            file,
            nothing_held(told.count(None)),
            Said(
                "{n} story, shown for a day, left out.",
                many="{n} stories, shown for a day, left out.",
                n=stories,
            ),
        )
    return Updates(items=tuple(items), skipped=tuple(skipped))


def _entries(file: Source) -> tuple[list[msgspec.Raw], list[OldMedia], int]:
    """The posts of a file, the pictures of an old one, and how many stories it holds."""
    if begins_as(file.head, b"["):
        return read_json(file, list[msgspec.Raw]), [], 0
    lists = read_json(file, Lists)
    stories = [*(lists.ig_stories or ()), *(lists.stories or ())]
    raws = [*(lists.ig_reels_media or ()), *(lists.ig_igtv_media or ())]
    return raws, [*(lists.photos or ()), *(lists.videos or ())], len(stories)


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
            media=tuple(dict.fromkeys(paths_)),
            account=account,
            origin=Origin(file=file.location),
        )


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
