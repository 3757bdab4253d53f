"""Facebook download, of a page or a profile: posts/profile_posts_1.json, your_posts_1.json; HTML as well.

Each entry is a post, but a share is written twice, once empty; texts may hide in the description of the
picture; there is no address and no word on who could see a post.

Sources: timelinize datasources/facebook; apparebit/deface; NorseKode/Waultar-App content_examples.md.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from handover.model import Notice, Origin, Said, Update, Updates
from handover.read.source import Bundle, Source
from handover.read.updates import facebook_html
from handover.read.updates.facebook_titles import (
    is_by_owner,
    is_in_group,
    is_to_somebody,
    kind_of,
    owners_of,
    with_names,
)
from handover.read.updates.json_items import (
    each_file,
    first_keys,
    left_out,
    missing,
    nothing_held,
    read_entry,
    unreadable,
    whole_entries,
)
from handover.read.updates.links_in_text import links_in, unique
from handover.read.updates.meta import (
    Media,
    account_of,
    archived,
    at,
    gather_downloads,
    in_the_bin,
    is_page,
    left_aside,
    mended,
    name_of,
    paths,
    posts_in,
    stories_of_a_day,
)
from handover.read.updates.options import Options

_NAME = r"(?:^|/)(?:profile_posts|your_posts(?:__check_ins__photos_and_videos)?)(?:_\d+)?"
_POSTS = re.compile(_NAME + r"\.json$")
_PAGE = re.compile(_NAME + r"\.html$")
_OF_PAGE = re.compile(r"(?:^|/)profile_posts(?:_\d+)?\.(?:json|html)$")
_ASIDE = (  # beside the posts, and no posts to hand over
    (re.compile(r"(?:^|/)posts/(?:trash|recently_deleted\w*)\.(?:json|html)$"), in_the_bin),
    (re.compile(r"(?:^|/)posts/archived?(?:_posts)?\.(?:json|html)$"), archived),
    (
        re.compile(r"(?:^|/)groups/(?:group_posts\w*|your_posts_in_groups|your_group_posts)\.(?:json|html)$"),
        facebook_html.in_groups,
    ),
    (re.compile(r"(?:^|/)stories/(?:archived_|your_)?stor(?:y|ies)\.(?:json|html)$"), stories_of_a_day),
)


class ExternalContext(msgspec.Struct):
    """The card of a link."""

    url: str | None = None  # may lack its scheme: "facebook.com"
    name: str | None = None


class Note(msgspec.Struct):
    """A long text of its own, until 2020."""

    title: str | None = None
    text: str | None = None


class AttachmentData(msgspec.Struct):
    media: Media | None = None
    external_context: ExternalContext | None = None
    note: Note | None = None


class Attachment(msgspec.Struct):
    data: list[AttachmentData] | None = None


class PostData(msgspec.Struct):
    """One of `post`, `update_timestamp` and others; often none."""

    post: str | None = None


class Post(msgspec.Struct):
    timestamp: int | None = None  # seconds since 1970, UTC
    title: str | None = None  # "Acme Tea shared a link.", in the owner's language
    data: list[PostData] | None = None
    attachments: list[Attachment] | None = None


def accepts(source: Source) -> bool:
    return bool(gather(source.files))


def gather(files: Sequence[Source]) -> list[Bundle]:
    """The Facebook downloads among these files."""
    return gather_downloads(files, _holds_posts, _PAGE, _ASIDE)


def _holds_posts(file: Source) -> bool:
    keys = first_keys(file.head)
    known = b'"post"' in file.head and not keys.isdisjoint(("data", "attachments"))
    return "timestamp" in keys and (known or bool(_POSTS.search(name_of(file))))


def parse(bundle: Bundle, options: Options) -> Updates:
    """The posts of one download. Raises UnknownFormatError for HTML that is not certain, ParseError where
    every file is broken."""
    account = account_of(bundle)
    files = posts_in(bundle, _ASIDE)
    read = each_file(files, lambda file: _read(file, account, options))
    of_page = all(_OF_PAGE.search(name_of(file)) for file in files)
    notices = () if of_page or not read.items else (_who_could_see(bundle),)
    return replace(
        read, skipped=(*read.skipped, *left_aside(bundle, _ASIDE)), notices=(*read.notices, *notices)
    )


def _read(file: Source, account: str, options: Options) -> Updates:
    if is_page(file):
        return facebook_html.read_page(file, account, options)
    raws, skipped = whole_entries(file)
    entries = [read_entry(raw, Post) for raw in raws]
    posts = [post for post in entries if post]
    skipped += unreadable(file, missing(entries), len(entries))
    owners = owners_of((mended(post.title) for post in posts), account)
    own = [
        post
        for post in posts
        if is_by_owner(title := mended(post.title), owners) or not is_to_somebody(title)
    ]
    strange, posts = len(posts) - len(own), own
    open_ = [post for post in posts if not is_in_group(mended(post.title))]
    told = [_to_update(post, account, file) for post in open_]
    skipped += left_out(
        file,
        nothing_held(_empty(open_, told)),
        facebook_html.by_others(strange),
        facebook_html.in_groups(len(posts) - len(open_)),
    )
    return Updates(items=tuple(update for update in told if update), skipped=tuple(skipped))


def _to_update(post: Post, account: str, file: Source) -> Update | None:
    """The post as an update; None when it holds nothing."""
    parts = [part for attachment in post.attachments or () for part in attachment.data or ()]
    media = [part.media for part in parts if part.media]
    cards = unique(_with_scheme(p.external_context.url) for p in parts if p.external_context)
    text = _text(post, parts, media)
    if not (text or cards or paths(media)):
        return None
    return Update(
        network="facebook",
        text=text,
        posted_at=at(post.timestamp),
        links=unique([*cards, *links_in(text)]),
        media=paths(media),
        kind=kind_of(mended(post.title), text, cards),
        account=account,
        origin=Origin(file=file.location),
    )


def _text(post: Post, parts: Sequence[AttachmentData], media: Sequence[Media]) -> str:
    own = next((with_names(mended(words.post)).strip() for words in post.data or () if words.post), "")
    notes = [n for part in parts if (n := part.note)]
    described = dict.fromkeys(with_names(mended(m.description)).strip() for m in media if m.description)
    written = ["\n\n".join(filter(None, (mended(n.title).strip(), mended(n.text).strip()))) for n in notes]
    return own or "\n\n".join(written) or "\n\n".join(described)


def _with_scheme(url: str | None) -> str:
    told = mended(url).strip()
    return told if not told or "://" in told else f"https://{told}"


def _empty(posts: Sequence[Post], told: Sequence[Update | None]) -> int:
    """How many entries hold nothing, save those that are the empty twin of a share."""
    spoken = Counter(post.timestamp for post, update in zip(posts, told, strict=True) if update)
    hollow = Counter(post.timestamp for post, update in zip(posts, told, strict=True) if not update)
    return (hollow - spoken).total()


def _who_could_see(bundle: Bundle) -> Notice:
    return Notice(
        text=Said("A profile's download does not say who could see a post: some may be for friends only."),
        hint=Said("Look through the Facebook posts before you hand them over."),
        where=bundle.location,
    )
