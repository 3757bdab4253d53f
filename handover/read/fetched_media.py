"""Pictures and films that are told by their address only: downloaded, where the user asks for it.

Only hosts that the archives and the blog name themselves are asked, one request at a time and a second
between two of one host, with the limits that every request has (`fetch`). What came is kept in the user's
cache folder under a digest of its address, so that a second run asks for nothing twice; it may be deleted at
any time.
"""

import hashlib
import logging
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from itertools import chain, zip_longest
from pathlib import Path
from urllib.parse import urldefrag

import platformdirs
import requests

from handover.later import dataclass
from handover.model import Feed, Media, Notice, Post, Progress, Said, Update, Updates
from handover.read.fetch import Answer, open_session, request
from handover.urls import host_of

MOST_BYTES = 2 * 1024**3  # of one run
MOST_SENT_ON = 5
PAUSE = 1.0  # seconds between two requests to one host
NAMED = 20  # addresses that one line names

log = logging.getLogger("handover")


def fetch_media(
    feed: Feed,
    updates: Updates,
    *,
    progress: Progress | None = None,
    session: requests.Session | None = None,
    cache: str | Path | None = None,
    pause: float = PAUSE,
    most: int = MOST_BYTES,
) -> tuple[Feed, Updates]:
    """The blog and the updates, each picture and film that came with the file it lies in now.

    What did not come is named in the notices of the updates. Never raises for what the network does.
    """
    told = chain(
        (one for update in updates.items if update.kind == "original" for one in update.media),
        (one for post in feed.posts for one in post.pictures),
    )
    wanted = list(dict.fromkeys(str(one) for one in told if one[:4].lower() == "http" and not one.file))
    if not wanted:
        return feed, updates
    work = _Work(_folder(cache), frozenset(map(host_of, wanted)), pause, most)
    with open_session() if session is None else session as used:
        for number, address in enumerate(_in_turn(wanted)):
            if progress:
                progress("media", number, len(wanted))
            work.take(address, used)
    posts = tuple(_post(post, work.found) for post in feed.posts)
    items = tuple(_update(update, work.found) for update in updates.items)
    notices = (*updates.notices, *_told(work))
    return replace(feed, posts=posts), replace(updates, items=items, notices=notices)


def _folder(cache: str | Path | None) -> Path:
    folder = Path(cache) if cache else Path(platformdirs.user_cache_dir("content-handover", False)) / "media"
    folder.mkdir(parents=True, exist_ok=True)
    if cache is None:
        folder.chmod(0o700)
    return folder


def _in_turn(addresses: Iterable[str]) -> Iterator[str]:
    """One of each host after the other, so that no host's pause is waited for where another one is left."""
    hosts: defaultdict[str, list[str]] = defaultdict(list)
    for address in addresses:
        hosts[host_of(address)].append(address)
    for row in zip_longest(*hosts.values()):
        yield from filter(None, row)


@dataclass(slots=True)
class _Work:
    """Asks for one address after the other."""

    folder: Path
    hosts: frozenset[str]
    pause: float
    left: int  # bytes that may still come
    found: dict[str, Path] = field(default_factory=dict)
    failed: list[tuple[str, str]] = field(default_factory=list)  # address and why
    asked: dict[str, float] = field(default_factory=dict)  # host -> when

    def take(self, address: str, session: requests.Session) -> None:
        place = self.folder / hashlib.sha256(address.encode("utf-8", "replace")).hexdigest()
        if place.is_file():
            self.found[address] = place
            return
        if self.left <= 0:
            self.failed.append((address, Said("there was no more room for it")))
            return
        answer = self._answer(address, session)
        if why := _fault(answer):
            self.failed.append((address, why))
            return
        self.left -= len(answer.body)
        fresh = place.with_suffix(".new")
        try:
            fresh.write_bytes(answer.body)
            fresh.replace(place)
        except OSError as error:
            self.failed.append((address, Said("it could not be kept ({error})", error=str(error.strerror))))
            return
        self.found[address] = place

    def _answer(self, address: str, session: requests.Session) -> Answer:
        current = address
        for _step in range(MOST_SENT_ON + 1):
            self._wait(host_of(current))
            answer = request(session, "GET", current, headers={"Accept": "image/*, video/*"})
            if not answer.location:
                return answer
            current = urldefrag(answer.location)[0]
            if host_of(current) not in self.hosts:
                return replace(
                    answer,
                    error=Said("its address leads on to a server that is named nowhere in the updates"),
                )
        return replace(answer, error=Said("it is sent on too often"))

    def _wait(self, host: str) -> None:
        since = time.monotonic() - self.asked.get(host, float("-inf"))
        if since < self.pause:
            time.sleep(self.pause - since)
        self.asked[host] = time.monotonic()


def _fault(answer: Answer) -> str:
    if answer.error:
        return answer.error
    if answer.status != 200:
        return Said("the server answers {status}", status=str(answer.status))
    kind = answer.headers.get("content-type", "").lower()
    if kind and not kind.startswith(("image/", "video/", "application/octet-stream", "binary/")):
        return Said("it is no picture or film")
    return "" if answer.body else Said("it is empty")


def _update(update: Update, found: Mapping[str, Path]) -> Update:
    if not any(one in found for one in update.media):
        return update
    return replace(update, media=tuple(_lying(one, found) for one in update.media))


def _post(post: Post, found: Mapping[str, Path]) -> Post:
    if not any(one in found for one in post.pictures):
        return post
    pictures = tuple(_lying(one, found) for one in post.pictures)
    first = 1 if post.image else 0
    return replace(post, image=pictures[0] if first else "", media=pictures[first:])


def _lying(media: Media, found: Mapping[str, Path]) -> Media:
    if media.file or media not in found:
        return media
    file = found[media]
    return Media(media.address, alt=media.alt, kind=media.kind, file=str(file), size=file.stat().st_size)


def _told(work: _Work) -> Iterator[Notice]:
    for start in range(0, len(work.failed), NAMED):
        part = work.failed[start : start + NAMED]
        yield Notice(
            text=Said(
                "{n} picture or film could not be downloaded ({why}): {names}.",
                many="{n} pictures or films could not be downloaded (the first: {why}): {names}.",
                n=len(part),
                why=part[0][1],
                names=", ".join(address for address, _why in part),
            ),
            hint=Said("Open the address in a browser and save the file beside your sheet, if you need it."),
        )
