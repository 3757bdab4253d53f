"""Mastodon archive: outbox.json of the zip, tar.gz or folder; or statuses as the API gives them (JSON).

The archive is one ActivityStreams collection of activities (`Create` with its Note, `Announce` for a
boost); `totalItems` is not their number. It holds direct and followers-only posts too: only what is
addressed to everybody comes out.

Sources: mastodon/mastodon app/services/backup_service.rb; docs.joinmastodon.org/entities/Status.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

import msgspec

from handover.errors import SourceError
from handover.model import Media, Origin, Said, Skipped, Update, Updates
from handover.model.media import media_of
from handover.model.types import Kind
from handover.read.fields import address, clean, moment
from handover.read.source import Bundle, Source
from handover.read.updates.json_items import (
    first_keys,
    left_out,
    read_entry,
    read_json,
    take_entries,
    unreadable,
)
from handover.read.updates.links_in_text import unique
from handover.read.updates.mastodon_types import Account, Activity, Object, Outbox, Status, Toots
from handover.read.updates.options import Options
from handover.read.updates.owner import owner_of
from handover.read.updates.post_html import hrefs_of, text_of

PUBLIC = {"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"}
VISIBLE = ("public", "unlisted")
COMPANIONS = ("actor.json", "likes.json", "bookmarks.json")
POSTS = ("Note", "Question", "Article", "Page", "Image", "Video", "Audio")

T = TypeVar("T")

_OUTBOX = re.compile(rb'"id"\s*:\s*"[^"]{0,300}outbox(?:\.json)?"|"type"\s*:\s*"(?:Create|Announce)"')
_ACTIVITY = re.compile(rb'"type"\s*:\s*"(?:Create|Announce)"')
_TOOTS = re.compile(rb'^(?:\xef\xbb\xbf)?\s*\{(?:.{0,20000}?)"toots"\s*:\s*\{', re.DOTALL)
_STATUS = re.compile(rb'"(?:reblogs_count|in_reply_to_id|spoiler_text|media_attachments|visibility)"\s*:')


def accepts(source: Source) -> bool:
    return bool(gather(source.files))


def gather(files: Sequence[Source]) -> list[Bundle]:
    """Each outbox, and each file of statuses. The rest of an archive (likes, bookmarks, actor) is idle."""
    found = []
    for file in files:
        if not file.name.lower().endswith(".json"):
            continue
        try:
            is_outbox = _is_outbox(file.head)
            is_statuses = _is_statuses(file.head) or _is_activities(file.head)
        except SourceError:
            continue
        if is_outbox:
            beside = file.name[: file.name.rfind("/") + 1]
            idle = tuple(other for other in files if other.name in [beside + name for name in COMPANIONS])
            found.append(Bundle(location=file.location, files=(file,), idle=idle))
        elif is_statuses:
            found.append(Bundle(location=file.location, files=(file,)))
    return found


def _is_outbox(head: bytes) -> bool:
    start = head[:16_384]
    return b'"OrderedCollection"' in start and b'"orderedItems"' in head and bool(_OUTBOX.search(head))


def _is_activities(head: bytes) -> bool:
    """Whether this is the list alone that an outbox holds."""
    keys = first_keys(head)
    return {"type", "object"} <= keys and bool(keys & {"to", "cc", "actor"}) and bool(_ACTIVITY.search(head))


def _is_statuses(head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return (
        start in (b"[", b"{") and b'"created_at"' in head and b'"acct"' in head and bool(_STATUS.search(head))
    )


def parse(bundle: Bundle, options: Options) -> Updates:
    """The public posts of an outbox or a list of statuses. Raises ParseError when the file is broken."""
    source = bundle.files[0]
    if _is_outbox(source.head) or _is_activities(source.head):
        key, shell = ("", None) if _is_activities(source.head) else ("orderedItems", Outbox)
        reader, damage = take_entries(source, Activity, partial(_read_activities, source), key, shell)
        return reader.result(damage)
    statuses, damage = _statuses(source)
    owner = owner_of((_author(status) for status in statuses if status), source)
    reader = _Reader(source)
    for status in reader.each(statuses):
        reader.status(status, owner)
    return reader.result(damage)


def _read_activities(source: Source, activities: Iterable[Activity | None]) -> "_Reader":
    reader = _Reader(source)
    for activity in reader.each(activities):
        reader.activity(activity)
    return reader


def _author(status: Status) -> str:
    return (status.account.url or status.account.acct) if status.account else ""


def _statuses(source: Source) -> tuple[list[Status | None], tuple[Skipped, ...]]:
    if _TOOTS.search(source.head):  # {"user": {...}, "toots": {id: status}}
        return [read_entry(raw, Status) for raw in read_json(source, Toots).toots.values()], ()
    if source.head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        return [read_entry(read_json(source, msgspec.Raw), Status)], ()
    return take_entries(source, Status, list)


class _Reader:
    """Takes the entries of one file in turn and counts what stays out."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.origin = Origin(file=source.location)
        self.updates: list[Update] = []
        self.total = self.private = self.foreign = self.others = 0
        self.unread: list[int] = []  # entries by their place

    def each(self, entries: Iterable[T | None]) -> Iterator[T]:
        """Those that could be read."""
        for self.total, entry in enumerate(entries, 1):
            if entry is None:
                self.unread.append(self.total)
            else:
                yield entry

    def activity(self, activity: Activity) -> None:
        note = activity.object
        addressed = _names(activity.to) | _names(activity.cc)
        if activity.type == "Announce" and isinstance(note, str):
            self._add_boost(activity, note, public=bool(addressed & PUBLIC))
        elif activity.type == "Create" and isinstance(note, Object) and note.type in POSTS:
            if not (addressed | _names(note.to) | _names(note.cc)) & PUBLIC:
                self.private += 1
                return
            self._add(
                text=_words(note.summary, _html(note) or note.name),
                posted_at=moment(note.published or activity.published),
                permalink=address(note.url) or address(note.id),
                links=hrefs_of(_html(note)),
                media=_media((a.url, a.name) for a in note.attachment or ()),
                kind=_kind(note.inReplyTo, activity.actor),
                account=_handle(activity.actor),
            )
        else:
            self.others += 1

    def _add_boost(self, activity: Activity, boosted: str, *, public: bool) -> None:
        # Whose words they are is not told, so only the address comes out.
        if not public:
            self.private += 1
            return
        self._add(
            posted_at=moment(activity.published),
            permalink=address(activity.id.removesuffix("/activity")) or address(boosted),
            links=unique([boosted]),
            kind="repost",
            account=_handle(activity.actor),
        )

    def status(self, status: Status, owner: str) -> None:
        if _author(status) != owner:
            self.foreign += 1
            return
        account = status.account or Account()
        boosted = status.reblog
        if status.visibility not in VISIBLE:
            self.private += 1
            return
        self._add(
            text="" if boosted else _words(status.spoiler_text, status.content),
            posted_at=moment(status.created_at),
            permalink=address(status.url) or address(status.uri.removesuffix("/activity")),
            links=unique([boosted.url or boosted.uri]) if boosted else _links(status),
            media=() if boosted else _media_of(status),
            kind="repost" if boosted else _api_kind(status, account),
            account=_full_handle(account),
            figures={} if boosted else _figures(status),
        )

    def _add(self, **told: Any) -> None:
        if told.get("text") or told["permalink"]:
            self.updates.append(Update(network="mastodon", origin=self.origin, **told))
        else:
            self.unread.append(self.total)

    def result(self, damage: tuple[Skipped, ...]) -> Updates:
        out = left_out(
            self.source,
            Said(
                "{n} followers-only or direct post left out.",
                many="{n} followers-only or direct posts left out.",
                n=self.private,
            ),
            Said(
                "{n} post by another person left out.",
                many="{n} posts by other people left out.",
                n=self.foreign,
            ),
            Said(
                "{n} entry that is no post left out.",
                many="{n} entries that are no posts left out.",
                n=self.others,
            ),
        )
        skipped = (*damage, *unreadable(self.source, self.unread, self.total), *out)
        return Updates(items=tuple(self.updates), skipped=skipped)


def _names(told: list[str] | str | None) -> set[str]:
    return {told} if isinstance(told, str) else set(told or ())


def _media_of(status: Status) -> tuple[Media, ...]:
    return _media((m.url or m.remote_url, m.description) for m in status.media_attachments or ())


def _media(told: Iterable[tuple[str | None, str | None]]) -> tuple[Media, ...]:
    """Pictures and films with their alternative texts."""
    return media_of(Media(clean(url).lstrip("/"), alt=clean(alt)) for url, alt in told if url)


def _kind(answered: str | None, actor: str) -> Kind:
    # An answer to oneself goes on with the thought: part of a thread.
    return "reply" if answered and not answered.startswith(f"{actor}/") else "original"


def _api_kind(status: Status, account: Account) -> Kind:
    own = bool(account.id) and status.in_reply_to_account_id == account.id
    return "reply" if status.in_reply_to_id and not own else "original"


def _handle(actor: str) -> str:
    """https://mastodon.example/users/acme -> acme@mastodon.example"""
    parts = actor.split("/")
    return f"{parts[-1].removeprefix('@')}@{parts[2]}" if len(parts) > 3 else ""


def _full_handle(account: Account) -> str:
    return account.acct if "@" in account.acct or not account.url else _handle(account.url)


def _links(status: Status) -> tuple[str, ...]:
    return unique([*hrefs_of(status.content), status.card.url if status.card else None])


def _figures(status: Status) -> dict[str, float]:
    given = {
        "likes": status.favourites_count,
        "reposts": status.reblogs_count,
        "replies": status.replies_count,
    }
    return {name: float(count) for name, count in given.items() if count is not None}


def _html(note: Object) -> str | None:
    return note.content or next(iter((note.contentMap or {}).values()), None)


def _words(warning: str | None, html: str | None) -> str:
    return "\n\n".join(part for part in (clean(warning).strip(), text_of(html or "")) if part)
