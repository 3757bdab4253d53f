"""One entry of a list of posts as JSON: the names its parts go by, and the updates it makes."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from handover.model import Kind, State
from handover.model.media import Media, media_of
from handover.networks import network_named, network_of
from handover.networks.own import is_post_address
from handover.read.fields import address, clean
from handover.read.updates.links_in_text import links_in, unique
from handover.read.updates.meta import at
from handover.read.updates.post_html import hrefs_of, text_of
from handover.read.updates.tables.rows.cell_words import state_of
from handover.read.updates.tables.rows.record import Record

Entry = Mapping[str, Any]


TEXT = ("caption", "text", "post", "content", "message", "description", "post_text", "postText", "title")


ADDRESS = (
    *("permalink", "permalink_url", "externalLink", "releaseURL", "releaseUrl", "topLevelUrl", "post_url"),
    *("postUrl", "url", "link"),
)


TIME = (
    *("sentAt", "sent_at", "publishedAt", "published_at", "publishDate", "timestamp", "time", "taken_at"),
    *("created_time", "scheduleDate", "scheduledAt", "scheduled_at", "dueAt", "due_at", "date"),
    *("created_at", "createdAt", "created"),
)


TARGET = ("link", "links", "shared_url", "sharedUrl")


NETWORK = ("channelService", "profile_service", "platform", "network", "platforms", "networks", "service")


ACCOUNT = ("ownerUsername", "username", "account_username", "pageName", "page_name")


STATE = ("status", "state")


FIGURES = {
    "likes": ("likes", "likesCount", "like_count"),
    "comments": ("comments", "commentsCount", "comments_count"),
    "shares": ("shares", "sharesCount", "share_count"),
    "views": ("videoViewCount", "viewsCount", "view_count"),
}


_STATES: Mapping[str, State | None] = {
    "sent": "published", "success": "published", "published": "published", "live": "published",
    "queue": "scheduled", "queued": "scheduled", "pending": "scheduled", "scheduled": "scheduled",
    "buffer": "scheduled", "paused": "scheduled", "awaiting approval": "draft", "needs approval": "draft",
    "needs_approval": "draft", "draft": "draft", "error": None, "failed": None, "deleted": None,
}  # fmt: skip


_COMMENT = re.compile(
    r"[?&](?:comment_id|reply_comment_id|commentUrn|lc)=|instagram\.com/(?:p|reel)/[\w-]+/c/"
)


_HTML = re.compile(r"<(?:p|br|div|span|a)\b[^<>]*>", re.IGNORECASE)


_LARGEST = 10_000_000_000  # seconds; what is larger is milliseconds


def records_of(entry: Entry, place: int, state: State) -> Iterator[Record]:
    """The updates of one entry: one for each network it went to."""
    own = own_address(entry)
    posted = _addresses_by_network(entry)
    networks = named_networks(entry) or [network_of(own)]
    media, date, account = _media(entry), _date(entry), account_in(entry)
    lost = failed_on(entry)
    for network in dict.fromkeys(network for network in (*networks, *posted) if network not in lost):
        text, links = _words(entry, network)
        permalink = posted.get(network) or (own if network_of(own) in (network, "other") else "")
        targets = [link for link in _texts(entry, TARGET) if link != own and link != permalink]
        if not (text or permalink or media):
            continue
        yield Record(
            row=place,
            network=network,
            text=text,
            date=date,
            account=account,
            permalink=permalink,
            links=unique([*targets, *links, *links_in(text)]),
            media=media,
            kind=_kind(entry, text),
            state="published" if permalink and state == "scheduled" and not _has_state(entry) else state,
            labels=_labels(entry),
            figures=_figures(entry),
        )


def _words(entry: Entry, network: str) -> tuple[str, tuple[str, ...]]:
    for name in TEXT:
        told = entry.get(name)
        if isinstance(told, dict):  # a text for each network
            told = told.get(network) or told.get("default")
        if not isinstance(told, str) or not told.strip():
            continue
        if name in ("content", "post", "message") and _HTML.search(told):
            return text_of(told), hrefs_of(told)
        return clean(told).strip(), ()
    return "", ()


def _texts(entry: Entry, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        told = entry.get(name)
        for one in told if isinstance(told, list) else [told]:
            if isinstance(one, str) and one.strip():
                yield one.strip()


def own_address(entry: Entry) -> str:
    for link in _texts(entry, ADDRESS):
        good = address(link)
        if good and not _COMMENT.search(good) and is_post_address(good, network_of(good)):
            return good
    return ""


def _addresses_by_network(entry: Entry) -> dict[str, str]:
    """Ayrshare's `postIds[{platform, postUrl}]`."""
    told = entry.get("postIds")
    found: dict[str, str] = {}
    for one in told if isinstance(told, list) else ():
        if isinstance(one, dict) and one.get("status", "success") == "success":
            network, link = _network(one.get("platform")), address(one.get("postUrl"))
            if network and link:
                found[network] = link
    return found


def failed_on(entry: Entry) -> set[str]:
    """The networks on which it did not go out, by Ayrshare's `postIds[{platform, status}]`."""
    told = entry.get("postIds")
    failed = (
        _network(one.get("platform"))
        for one in (told if isinstance(told, list) else ())
        if isinstance(one, dict) and one.get("status", "success") in ("error", "failed", "deleted")
    )
    return set(filter(None, failed))


def named_networks(entry: Entry) -> list[str]:
    integration = entry.get("integration")
    named = [*_texts(entry, NETWORK)]
    if isinstance(integration, dict):
        named += _texts(integration, ("providerIdentifier",))
    return list(dict.fromkeys(filter(None, map(_network, named))))


def _network(word: object) -> str:
    """ "linkedin-page" and "linkedin" are one."""
    if not isinstance(word, str):
        return ""
    found = network_named(word) or network_named(re.split(r"[-_ ]", word)[0])
    return found if found and found != "other" else ""


def _date(entry: Entry) -> str | None:
    for name in TIME:
        told = entry.get(name)
        if isinstance(told, dict):  # Ayrshare's {"_seconds": ..., "utc": ...}
            told = told.get("utc") or told.get("_seconds")
        if isinstance(told, str) and told.strip().isdigit():
            told = int(told)
        if isinstance(told, int | float) and not isinstance(told, bool):
            moment = at(int(told / 1000 if told > _LARGEST else told))
            if moment:
                return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        elif isinstance(told, str) and told.strip():
            return told.strip()
    return None


def account_in(entry: Entry) -> str:
    named = next(_texts(entry, ACCOUNT), "")
    for key in ("from", "owner", "user", "author", "integration"):
        person = entry.get(key)
        if not named and isinstance(person, dict):
            named = next(_texts(person, ("username", "name")), "")
    return clean(named)


def _has_state(entry: Entry) -> bool:
    return any(name in entry for name in STATE)


def state_in(entry: Entry) -> State | None:
    """Published, scheduled or a draft; None for what failed or was taken down."""
    word = next(_texts(entry, STATE), "").casefold()
    if word in _STATES:
        return _STATES[word]
    known = state_of(word) if word else None
    if known == "rejected":
        return None
    if known in ("published", "scheduled", "draft"):
        return known  # type: ignore[return-value]
    return "published" if own_address(entry) or _addresses_by_network(entry) else "scheduled"


def _kind(entry: Entry, text: str) -> Kind:
    if text.startswith("RT @") or entry.get("is_repost") or entry.get("reposted_post"):
        return "repost"
    return "reply" if entry.get("is_reply") else "original"


def _labels(entry: Entry) -> tuple[str, ...]:
    told = entry.get("tags")
    names = (
        one.get("name") if isinstance(one, dict) else one for one in (told if isinstance(told, list) else ())
    )
    return tuple(clean(name) for name in names if isinstance(name, str) and name)


def _figures(entry: Entry) -> dict[str, float]:
    found: dict[str, float] = {}
    for figure, names in FIGURES.items():
        for name in names:
            value = entry.get(name)
            if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0:
                found[figure] = float(value)
                break
    return found


def _media(entry: Entry) -> tuple[Media, ...]:
    return media_of(_found_media(entry))


def _found_media(entry: Entry) -> Iterator[Media]:
    inner = entry.get("children")
    children = inner.get("data") if isinstance(inner, dict) else None
    parts = [children, entry.get("childPosts"), entry.get("assets"), entry.get("media"), entry.get("images")]
    found = False
    for part in parts:
        for one in part if isinstance(part, list) else ():
            if media := _medium(one):
                found = True
                yield media
    if found:
        return
    for name in ("media_url", "displayUrl", "full_picture", "picture", "image", "videoUrl", "mediaUrls"):
        for link in _texts(entry, (name,)):
            if good := address(link):
                yield Media(good, alt=_alt(entry))


def _medium(one: Any) -> Media | None:
    if isinstance(one, str):
        return Media(address(one)) if address(one) else None
    if not isinstance(one, dict):
        return None
    image = one.get("image") if isinstance(one.get("image"), dict) else {}
    inner = one.get("photo_image") if isinstance(one.get("photo_image"), dict) else {}
    links = (
        *_texts(one, ("source", "media_url", "displayUrl", "thumbnail")),
        *_texts(inner or {}, ("uri",)),
        *_texts(one, ("path", "url")),
    )
    good = next((good for link in links if (good := address(link))), "")
    return Media(good, alt=_alt(one) or _alt(image or {})) if good else None


def _alt(part: Mapping[str, Any]) -> str:
    return clean(next(_texts(part, ("alt", "altText", "alt_text", "accessibility_caption")), ""))
