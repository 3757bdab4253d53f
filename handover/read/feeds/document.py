"""One feed document as it was read: its posts, and what it says about the rest of the blog."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from handover.errors import ParseError
from handover.later import dataclass
from handover.model import Feed, Joined, Notice, Post, Said, Skipped
from handover.model.said import N_
from handover.model.types import packed_as

MAX_NAMED = 50  # unreadable entries that are named one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What one file or one page of a feed holds. Post ids may still repeat (see `unique`)."""

    title: str = ""
    link: str = ""  # the blog's home page
    language: str = ""
    posts: tuple[Post, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Notice, ...] = ()
    generator: str = ""  # "https://wordpress.org/?v=6.4", "Ghost 5.2", "Blogger"
    links: Mapping[str, str] = field(default_factory=dict)  # rel -> address as given, first of each rel
    total: int | None = None  # posts of the whole blog, where the document states it
    complete: bool = False  # it says that it lists every post (RFC 5005)
    export: bool = False  # a backup of the whole blog, not a feed
    format: str = ""  # "RSS 2.0", "WordPress export"
    broken: bool = False  # it is not well-formed: something may be missing at its end
    only_changed: int = 0  # posts that state when they were changed, but not when they were published


class HandOverError(Exception):
    """This reader leaves the document to the next one; never seen outside `read`."""


def too_deep(location: str) -> ParseError:
    """The error for elements nested as no feed nests them."""
    return ParseError(
        Said("{file} nests its elements deeper than any feed does.", file=location),
        location=location,
        hint=Said("Export the blog from where it was written (in WordPress: Tools > Export)."),
    )


@dataclass(slots=True)
class Lost:
    """Entries that could not be read: the first of them one by one, the rest as a number."""

    location: str
    found: list[Skipped] = field(default_factory=list)
    more: int = 0

    def add(self, entry: int, message: str, /, **values: Any) -> None:
        """Entry number `entry` (from 1) was not read; `message` and its values say why."""
        if len(self.found) < MAX_NAMED:
            reason = Said(message, **values)
            self.found.append(Skipped(location=self.location, line=entry, reason=reason))
        else:
            self.more += 1

    def empty_entry(self, number: int) -> None:
        self.add(
            number, N_("Entry {number} is empty: it has no title, no address and no text."), number=number
        )

    def skipped(self) -> tuple[Skipped, ...]:
        if not self.more:
            return tuple(self.found)
        rest = Said("{n} more entry like these.", many="{n} more entries like these.", n=self.more)
        return (*self.found, Skipped(location=self.location, reason=rest))


def post_id(stated: str, permalink: str, title: str, date: object) -> str:
    """A post's identity: the id it states, else its address, else a digest of title and date."""
    if stated or permalink:
        return stated or permalink
    return "untold:" + hashlib.sha256(f"{title}\x1f{date}".encode("utf-8", "replace")).hexdigest()[:16]


def unique(posts: Iterable[Post]) -> tuple[tuple[Post, ...], tuple[Notice, ...]]:
    """The posts with ids that are unique: no post is lost, and one that repeats word for word is one post.

    Feeds do repeat ids by mistake. The later post then gets " (2)" behind its id.
    """
    kept: dict[str, Post] = {}
    same = renamed = 0
    first: dict[str, Post] = {}
    seen: dict[str, set[Post]] = {}
    for post in posts:
        if post.id not in first and post.id not in kept:  # nearly all: nothing to compare it with
            first[post.id] = kept[post.id] = post
            continue
        twins = seen.setdefault(post.id, {first[post.id]} if post.id in first else set())
        if post in twins:
            same += 1
            continue
        twins.add(post)
        fresh, number = post.id, len(twins)
        while fresh in kept:
            fresh, number = f"{post.id} ({max(number, 2)})", number + 1
        renamed += fresh != post.id
        kept[fresh] = post if fresh == post.id else packed_as(post, replace(post, id=fresh))
    return tuple(kept.values()), _told(same, renamed)


def _told(same: int, renamed: int) -> tuple[Notice, ...]:
    notices = []
    if same:
        text = Said(
            "The feed repeats {n} post word for word; each is listed once.",
            many="The feed repeats {n} posts word for word; each is listed once.",
            n=same,
        )
        notices.append(Notice(text=text))
    if renamed:
        text = Said(
            "The feed gives {n} post the id of another post; both are listed.",
            many="The feed gives {n} posts the id of another post; both are listed.",
            n=renamed,
        )
        notices.append(Notice(text=text, hint=Said("Look whether the blog shows these posts twice.")))
    return tuple(notices)


def merged(documents: Sequence[Document]) -> Document:
    """Several files of one blog as one: the words of the first, the posts of all."""
    first = documents[0]
    if len(documents) == 1:
        return first
    return replace(
        first,
        posts=tuple(post for document in documents for post in document.posts),
        skipped=tuple(item for document in documents for item in document.skipped),
        notices=tuple(notice for document in documents for notice in document.notices),
        complete=all(document.complete for document in documents),
        export=all(document.export for document in documents),
        broken=any(document.broken for document in documents),
        only_changed=sum(document.only_changed for document in documents),
        links={},
        total=None,
    )


def as_feed(document: Document, source: str) -> Feed:
    """The document alone as a `Feed`, nothing more asked for."""
    posts, notices = unique(document.posts)
    if document.export:
        reason = Said(
            "This is the blog's own {format}; it holds every published post.", format=Said(document.format)
        )
    elif document.complete:
        reason = Said("The feed says that it lists every post.")
    else:
        reason = Said("Only what this file lists was read.")
    return Feed(
        title=document.title,
        link=document.link,
        language=document.language,
        posts=posts,
        source=source,
        extent="proved" if document.complete else "as_given",
        extent_reason=reason,
        skipped=document.skipped,
        notices=gathered((*document.notices, *notices), document.only_changed),
    )


def gathered(notices: Iterable[Notice], only_changed: int) -> tuple[Notice, ...]:
    """The remarks of many pages in a few lines: of those with the same advice the first, and a number."""
    kinds: dict[str, list[Notice]] = {}
    for notice in dict.fromkeys(notices):
        kinds.setdefault(notice.hint or notice.text, []).append(notice)
    told = [
        replace(same[0], text=Joined(same[0].text, Said("(And {n} more pages like it.)", n=len(same) - 1)))
        if same[2:]
        else one
        for same in kinds.values()
        for one in (same[:1] if same[2:] else same)
    ]
    if only_changed:
        text = Said(
            "{n} post without a publishing date: the time of the last change is shown.",
            many="{n} posts without a publishing date: the time of the last change is shown.",
            n=only_changed,
        )
        told.append(Notice(text=text, hint=Said("Look at the dates of these posts on the blog.")))
    return tuple(told)
