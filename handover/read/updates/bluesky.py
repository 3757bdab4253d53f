"""Bluesky: getAuthorFeed or listRecords as JSON, or the repository itself (.car).

A record's text holds shortened links; where they lead is told beside it in facets, whose places are counted
in bytes of UTF-8, or in the card only. `createdAt` is the writer's word; the record's key tells the same
time where the program that wrote it was honest.

Source: bluesky-social/atproto lexicons app.bsky.feed.*, app.bsky.richtext.facet.
"""

import base64
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import msgspec

from handover.model import Media, Origin, Said, Skipped, Update, Updates
from handover.model.media import media_of
from handover.model.types import Kind
from handover.networks.ids import moment_of
from handover.read.fields import address, clean, moment
from handover.read.source import Source
from handover.read.updates.bluesky_types import Author, Embed, ListedPost, PostView, Record, Response
from handover.read.updates.car import is_car, records_of_car
from handover.read.updates.json_items import (
    DamagedError,
    left_out,
    read_entry,
    read_json,
    take_entries,
    unreadable,
    whole_entries,
)
from handover.read.updates.links_in_text import links_in, unique
from handover.read.updates.options import Options
from handover.read.updates.owner import owner_of

POST = "app.bsky.feed.post"
REPOST = "app.bsky.feed.repost"
_KEY = re.compile(rb'"(feed|records|posts)"\s*:\s*\[')
INVALID = "handle.invalid"  # stands for a name that no longer leads anywhere

_FEED = re.compile(rb'"uri"\s*:\s*"at://')
_NSID = re.compile(rb'"\$type"\s*:\s*"app\.bsky\.feed\.(?:post|repost)')
_AT = re.compile(r"at://(?P<did>[^/]+)/(?P<collection>[^/]+)/(?P<key>[^/]+)$")


LeftOut = Callable[[int], Said]  # what is said of so many entries that stay out


def accepts(source: Source) -> bool:
    head = source.head
    if is_car(head):
        return True
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return start in (b"{", b"[") and bool(_FEED.search(head) and _NSID.search(head))


def parse(source: Source, options: Options) -> Updates:
    """The posts and reposts of one account. Raises ParseError when the file is broken or of many accounts."""
    reader, damage = _read(source, None)
    if (owner := reader.found_owner()) != reader.owner:
        reader, damage = _read(source, owner)
    return reader.result(damage)


class _Reader:
    """Takes the entries of one account in turn: its own is that of the first entry, unless it is told."""

    def __init__(self, source: Source, owner: Author | None) -> None:
        self.source = source
        self.origin = Origin(file=source.location)
        self.owner = owner
        self.authors: Counter[str] = Counter()
        self.handles: dict[str, str] = {}  # the first that leads anywhere
        self.unread: list[int] = []
        self.total = 0
        self.told: dict[tuple[str, str], Update] = {}
        self.left: Counter[LeftOut] = Counter()

    def take(self, entries: Iterable[ListedPost | None]) -> "_Reader":
        for self.total, entry in enumerate(entries, 1):
            if entry is None:
                self.unread.append(self.total)
                continue
            author = _author(entry)
            self.authors[author.did] += 1
            if author.handle != INVALID:
                self.handles.setdefault(author.did, author.handle)
            if self.owner is None:
                self.owner = Author(did=author.did, handle=self.handles.get(author.did, ""))
            update = _to_update(entry, self.owner, self.origin)
            if isinstance(update, Update):
                self.told.setdefault((update.kind, update.permalink), update)  # a pinned post comes twice
            else:
                self.left[update] += 1
        return self

    def found_owner(self) -> Author | None:
        """Whose posts most are. Raises ParseError when they are nobody's."""
        did = owner_of(self.authors.elements(), self.source)
        return Author(did=did, handle=self.handles.get(did, "")) if self.owner else None

    def result(self, damage: tuple[Skipped, ...]) -> Updates:
        unread = unreadable(self.source, self.unread, self.total)
        out = left_out(self.source, *(said(count) for said, count in self.left.items()))
        return Updates(items=tuple(self.told.values()), skipped=(*damage, *unread, *out))


def _read(source: Source, owner: Author | None) -> tuple[_Reader, tuple[Skipped, ...]]:
    if is_car(source.head):
        return _Reader(source, owner).take(_entry_of(uri, value) for uri, value in records_of_car(source)), ()

    def take(entries: Iterable[ListedPost | None]) -> _Reader:
        return _Reader(source, owner).take(entries)

    if source.head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"[":
        return take_entries(source, ListedPost, take)
    if key := _KEY.search(source.head):
        return take_entries(source, ListedPost, take, key[1].decode(), Response, partial(_whole, source))
    raws, damage = _whole(source)
    return take(read_entry(raw, ListedPost) for raw in raws), damage


def _whole(source: Source) -> tuple[list[msgspec.Raw], tuple[Skipped, ...]]:
    try:
        page = read_json(source, Response)
    except DamagedError:
        key = _KEY.search(source.head)
        if key is None:
            raise
        return whole_entries(source, key[1].decode())
    return [*(page.feed or ()), *(page.records or ()), *(page.posts or ())], ()


def _entry_of(uri: str, value: object) -> ListedPost | None:
    try:
        return ListedPost(uri=uri, value=msgspec.convert(value, Record, strict=False))
    except msgspec.ValidationError:
        return None


def _author(entry: ListedPost) -> Author:
    """Who put the entry into the feed: for a repost the one who repeated."""
    view = entry.post or entry
    reposted = entry.reason and entry.reason.by
    return reposted or view.author or Author(did=_did(view.uri))


def _to_update(entry: ListedPost, owner: Author, origin: Origin) -> Update | LeftOut:
    """The entry as an update, or what is said of such entries when it stays out."""
    view = entry.post or entry
    record = view.record or entry.value or Record()
    if entry.reason and entry.reason.type.endswith("reasonRepost"):
        return _repost(view.uri, view.author, entry.reason.indexedAt, owner, origin)
    if record.type == REPOST and record.subject:
        return _repost(record.subject.uri, None, record.createdAt, owner, origin)
    if record.type != POST:
        return _no_post
    if _did(view.uri) != owner.did:
        return _by_another
    embeds = [e for embed in (view.embed, record.embed) if embed for e in (embed, embed.media) if e]
    links = [f.uri for facet in record.facets or () for f in facet.features]
    links += [e.external.uri for e in embeds if e.external]
    links += [_address((e.record.record or e.record).uri) for e in embeds if e.record]
    text = _in_full(record).strip()
    return Update(
        network="bluesky",
        text=text,
        posted_at=moment(record.createdAt) or moment(view.indexedAt) or moment_of("bluesky", view.uri),
        permalink=_address(view.uri, owner),
        links=unique([*links, *links_in(text)]),
        media=_media(embeds),
        kind=_kind(record, owner),
        account=owner.handle or owner.did,
        figures=_figures(view),
        origin=origin,
    )


def _no_post(count: int) -> Said:
    return Said(
        "{n} record that is no post left out.", many="{n} records that are no posts left out.", n=count
    )


def _by_another(count: int) -> Said:
    return Said("{n} post by another person left out.", many="{n} posts by other people left out.", n=count)


def _repost_of_no_post(count: int) -> Said:
    return Said(
        "{n} repost of what is no post left out.", many="{n} reposts of what is no post left out.", n=count
    )


def _repost(uri: str, author: Author | None, when: str, owner: Author, origin: Origin) -> Update | LeftOut:
    # The words are another person's: only where they stand comes out.
    address = _address(uri, author)
    if not address:
        return _repost_of_no_post
    return Update(
        network="bluesky",
        posted_at=moment(when),
        permalink=address,
        links=(address,),
        kind="repost",
        account=owner.handle or owner.did,
        origin=origin,
    )


def _kind(record: Record, owner: Author) -> Kind:
    # An answer to oneself in a thread of one's own goes on with the thought.
    reply = record.reply
    own = reply and _did(reply.root.uri) == _did(reply.parent.uri) == owner.did
    return "reply" if reply and not own else "original"


def _in_full(record: Record) -> str:
    """The text with its shortened links ("blog.example.com/2025/spri...") in full."""
    data = record.text.encode("utf-8", "replace")
    for facet in sorted(record.facets or (), key=lambda f: f.index.byteStart, reverse=True):
        start, end = facet.index.byteStart, facet.index.byteEnd
        uri = next((f.uri for f in facet.features if f.uri), "")
        if uri and 0 <= start < end <= len(data) and _is_short(data[start:end], uri):
            data = data[:start] + uri.encode("utf-8", "replace") + data[end:]
    return clean(data.decode("utf-8", "replace"))


def _is_short(shown: bytes, uri: str) -> bool:
    begun = shown.removesuffix(b"...").removesuffix("…".encode())
    bare = uri.encode("utf-8", "replace")
    wholes = (bare, re.sub(rb"^https?://(?:www\.)?", b"", bare), re.sub(rb"^https?://", b"", bare))
    return begun != shown and any(whole.startswith(begun) for whole in wholes)


def _media(embeds: Sequence[Embed]) -> tuple[Media, ...]:
    """Addresses of pictures where they are told, else the names of their files in the repository."""
    pictures = [image for e in embeds for image in e.images or ()]
    shown = [(address(i.fullsize), i.alt, "picture") for i in pictures]
    shown += [(address(e.playlist), e.alt, "film") for e in embeds]
    stored = [(_content_id(i.image.ref), i.alt, "picture") for i in pictures if i.image]
    stored += [(_content_id(e.video.ref), e.alt, "film") for e in embeds if e.video]
    told = [one for one in shown if one[0]] or stored
    return media_of(Media(name, alt=clean(alt), kind=kind) for name, alt, kind in told if name)


def _content_id(ref: object) -> str:
    if isinstance(ref, bytes):
        return "b" + base64.b32encode(ref).decode().rstrip("=").lower()
    link = ref.get("$link") if isinstance(ref, dict) else ""
    return clean(link) if isinstance(link, str) else ""


def _address(uri: str, author: Author | None = None) -> str:
    """at://did/app.bsky.feed.post/key -> https://bsky.app/profile/name/post/key; "" for other records."""
    found = _AT.match(uri)
    if not found or found["collection"] != POST:
        return ""
    name = author.handle if author and author.handle != INVALID else ""
    return f"https://bsky.app/profile/{name or found['did']}/post/{found['key']}"


def _did(uri: str) -> str:
    return uri[5:].partition("/")[0] if uri.startswith("at://") else ""


def _figures(view: PostView) -> dict[str, float]:
    given = {
        "likes": view.likeCount,
        "reposts": view.repostCount,
        "replies": view.replyCount,
        "quotes": view.quoteCount,
    }
    return {name: float(count) for name, count in given.items() if count is not None}
