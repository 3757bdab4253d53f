"""Facebook download, of a page or a profile: posts/profile_posts_1.json, your_posts_1.json; HTML as well.

Each entry is a post, but a share is written twice, once empty; texts may hide in the description of the
picture; there is no address and no word on who could see a post.

Sources: timelinize datasources/facebook; apparebit/deface; NorseKode/Waultar-App content_examples.md.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

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
    nothing_held,
    take_entries,
    unreadable,
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

    origin = Origin(file=file.location)

    def take(posts: Iterable[Post | None]) -> tuple[list[_Entry], list[int]]:
        read: list[_Entry] = []
        unread: list[int] = []
        titles: dict[str, str] = {}  # each once: they are few
        for place, post in enumerate(posts, 1):
            if post:
                title = mended(post.title)
                title = titles.setdefault(title, title)
                read.append(_Entry(title, post.timestamp, _to_update(post, title, account, origin)))
            else:
                unread.append(place)
        return read, unread

    (read, unread), skipped = take_entries(file, Post, take)
    skipped += unreadable(file, unread, len(read) + len(unread))
    owners = owners_of((entry.title for entry in read), account)
    own = [e for e in read if is_by_owner(e.title, owners) or not is_to_somebody(e.title)]
    open_ = [entry for entry in own if not is_in_group(entry.title)]
    skipped += left_out(
        file,
        nothing_held(_empty(open_)),
        facebook_html.by_others(len(read) - len(own)),
        facebook_html.in_groups(len(own) - len(open_)),
    )
    return Updates(items=tuple(entry.update for entry in open_ if entry.update), skipped=skipped)


class _Entry(NamedTuple):
    """What is kept of an entry until all were seen: only then is it known who the owner is."""

    title: str
    timestamp: int | None
    update: Update | None


def _to_update(post: Post, title: str, account: str, origin: Origin) -> Update | None:
    """The post with this title as an update; None when it holds nothing."""
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
        kind=kind_of(title, text, cards),
        account=account,
        origin=origin,
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


def _empty(entries: Sequence[_Entry]) -> int:
    """How many entries hold nothing, save those that are the empty twin of a share."""
    hollow = Counter(entry.timestamp for entry in entries if not entry.update)
    spoken = Counter(e.timestamp for e in entries if e.update and e.timestamp in hollow)
    return (hollow - spoken).total()


def _who_could_see(bundle: Bundle) -> Notice:
    return Notice(
        text=Said("A profile's download does not say who could see a post: some may be for friends only."),
        hint=Said("Look through the Facebook posts before you hand them over."),
        where=bundle.location,
    )
