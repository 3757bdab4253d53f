"""Lists of posts as JSON, as APIs and scrapers give them: one reader with a table of names.

Instagram's, Facebook's and Threads' Graph API (`data[]`), Buffer (`data.posts.edges[].node`), Postiz
(`posts[]`), Ayrshare (`history[]`), Apify's scrapers and what others make of them. What proves a list is an
entry with words or a picture, and a network that it names or a post's address on one; what looks like a
comment or a message is never read.

Sources: developers.facebook.com, developers.buffer.com/types/Post, docs.postiz.com/public-api/posts/list,
ayrshare.com/apis/history; the outputs of Apify's instagram-scraper and facebook-posts-scraper.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from handover.errors import ParseError
from handover.model import Notice, Said, Skipped, Updates
from handover.read.source import Source
from handover.read.updates import mastodon
from handover.read.updates.json_items import (
    DamagedError,
    left_out,
    nothing_held,
    read_entry,
    read_json,
    unreadable,
    whole_entries,
)
from handover.read.updates.json_list_entry import (
    TEXT,
    TIME,
    Entry,
    account_in,
    failed_on,
    named_networks,
    own_address,
    records_of,
    state_in,
)
from handover.read.updates.meta import begins_as, stories_of_a_day
from handover.read.updates.options import Options
from handover.read.updates.owner import owner_of
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.rows.to_updates import updates_of

# Where the list stands, from the outermost key inwards.
LISTS = (
    ("data", "posts", "edges"), ("posts", "edges"), ("media", "data"), ("posts", "data"), ("data", "posts"),
    ("data",), ("posts",), ("history",), ("items",), ("updates",), ("results",), ("media",),
)  # fmt: skip
PLANNED = frozenset(
    (
        *("sentAt", "sent_at", "publishedAt", "published_at", "publishDate", "scheduleDate", "postIds"),
        *("scheduledAt", "scheduled_at", "dueAt", "due_at"),
    )
)
PRIVATE = frozenset(  # of messages, comments and people: nothing with one of them is read
    (
        *("sender", "sender_id", "senderId", "recipient", "recipients", "recipient_id", "participants"),
        *("conversation", "conversationId", "conversation_id", "thread_id", "threadId", "chat", "chatId"),
        *("comment", "commentId", "comment_id", "commentUrl", "commenter", "parentCommentId", "parent_id"),
        *("email", "phone", "to", "cc", "bcc", "subject", "ticket", "rating", "review"),
    )
)
_OPENED = re.compile(r'"(?:edges|data|posts|history|items|updates|results|media)"\s*:\s*\[\s*(?=\{)')


def accepts(source: Source) -> bool:
    """Whether the first entry is a post, for certain; Mastodon's own list is read as such."""
    head = source.head
    if mastodon.accepts(source) or not (begins_as(head, b"[") or begins_as(head, b"{")):
        return False
    return any(is_post(entry) for entry in _first_entries(head.decode("utf-8-sig", "replace").lstrip()))


def _first_entries(text: str) -> Iterator[Entry]:
    decoder = json.JSONDecoder(strict=False)
    places = [1] if text.startswith("[") else [found.end() for found in _OPENED.finditer(text)][:8]
    for place in places:
        begun = text.find("{", place)
        if begun < 0:
            continue
        try:
            entry, _ = decoder.raw_decode(text, begun)
        except (ValueError, RecursionError):
            continue
        yield _unwrapped(entry)


def _unwrapped(entry: Any) -> Any:
    """Buffer's `{"node": {...}}`."""
    return entry["node"] if isinstance(entry, dict) and isinstance(entry.get("node"), dict) else entry


def is_post(entry: Any) -> bool:
    """Whether this is one post for certain: words or a picture, a time, and a network."""
    if not isinstance(entry, dict) or not PRIVATE.isdisjoint(entry):
        return False
    timed = any(name in entry for name in TIME)
    told = any(name in entry for name in TEXT[:-1]) or ("media_type" in entry and "permalink" in entry)
    if not (timed and told):
        return False
    # A comment in an inbox names its network and its time, too; but nobody plans one.
    planned = not PLANNED.isdisjoint(entry) and bool(named_networks(entry))
    return planned or bool(own_address(entry))


def parse(source: Source, options: Options) -> Updates:
    """The posts of one list. Raises ParseError when it is of many accounts, or broken from its beginning."""
    raws, skipped, more = _entries(source)
    entries = [_unwrapped(read_entry(raw, dict[str, Any])) for raw in raws]
    posts = [(place, entry) for place, entry in enumerate(entries, 1) if is_post(entry)]
    unread = [place for place, entry in enumerate(entries, 1) if not is_post(entry)]
    owner = owner_of((account_in(entry) for _, entry in posts), source)
    records: list[Record] = []
    stories = strange = failed = hollow = 0
    for place, entry in posts:
        if str(entry.get("media_product_type", "")).upper() == "STORY":
            stories += 1
        elif owner and account_in(entry) not in ("", owner):
            strange += 1
        elif (state := state_in(entry)) is None:
            failed += 1
        else:
            made = list(records_of(entry, place, state))
            records += made
            lost = failed_on(entry)
            failed += len(lost)
            hollow += not made and not lost
    items, notices = updates_of(records, Facts(location=source.location, zone=options.zone()))
    told = left_out(
        source,
        stories_of_a_day(stories),
        Said("{n} post by another person left out.", many="{n} posts by other people left out.", n=strange),
        Said(
            "{n} post that failed or was deleted left out.",
            many="{n} posts that failed or were deleted left out.",
            n=failed,
        ),
        nothing_held(hollow),
    )
    return Updates(
        items=tuple(items),
        skipped=(*skipped, *unreadable(source, unread, len(entries)), *told),
        notices=(*notices, *((_one_page(source),) if more else ())),
    )


def _one_page(source: Source) -> Notice:
    return Notice(
        text=Said("This is one page of an answer that goes on: older posts are not in it."),
        hint=Said("Save the pages that follow, too, and give them together."),
        where=source.location,
    )


def _entries(source: Source) -> tuple[list[msgspec.Raw], tuple[Skipped, ...], bool]:
    """The entries, what is damaged, and whether the answer goes on elsewhere."""
    if begins_as(source.head, b"["):
        return *whole_entries(source), False
    try:
        whole = read_json(source, dict[str, msgspec.Raw])
    except DamagedError:
        for found in _OPENED.finditer(source.head.decode("utf-8-sig", "replace")):
            key = found[0].split('"')[1]
            try:
                return *whole_entries(source, key), False
            except ParseError:
                continue
        raise
    return _list_in(whole), (), _goes_on(whole)


def _list_in(whole: Mapping[str, msgspec.Raw]) -> list[msgspec.Raw]:
    for path in LISTS:
        inner: Any = whole
        for key in path[:-1]:
            raw = inner.get(key)
            inner = (read_entry(raw, dict[str, msgspec.Raw]) if raw else None) or {}
        raw = inner.get(path[-1])
        entries = read_entry(raw, list[msgspec.Raw]) if raw else None
        if entries and is_post(_unwrapped(read_entry(entries[0], dict[str, Any]))):
            return entries
    return []


def _goes_on(whole: Mapping[str, msgspec.Raw]) -> bool:
    told = b"".join(bytes(raw)[-2_000:] + bytes(raw)[:2_000] for raw in whole.values())
    paging = read_entry(whole["paging"], dict[str, Any]) if "paging" in whole else None
    return bool((paging or {}).get("next")) or bool(re.search(rb'"hasNextPage"\s*:\s*true', told))


# --- one entry ---------------------------------------------------------------------------------------------
