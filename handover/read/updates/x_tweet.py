"""One tweet of an X archive, as the archive writes it and as an update."""

import datetime as dt
import html
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from handover.model import Origin, Update
from handover.model.media import Media as Attached
from handover.model.media import media_of
from handover.model.types import Kind
from handover.networks.ids import moment_of
from handover.read.fields import address, clean
from handover.read.updates.links_in_text import links_in, unique

# --- as written -----------------------------------------------------------------------------------------


class Url(msgspec.Struct):
    url: str | None = None  # as it stands in the text: https://t.co/...
    expanded_url: str | None = None


class Media(msgspec.Struct):
    url: str | None = None
    media_url_https: str | None = None
    media_url: str | None = None
    type: str | None = None  # photo, video, animated_gif; the address of a film is that of its first picture


class Entities(msgspec.Struct):
    urls: list[Url] | None = None
    media: list[Media] | None = None


class EditControl(msgspec.Struct):
    editTweetIds: list[str] | None = None  # noqa: N815 - all versions, oldest first


class Edit(msgspec.Struct):
    editControlInitial: EditControl | None = None  # noqa: N815


class EditInfo(msgspec.Struct):
    initial: EditControl | None = None
    edit: Edit | None = None


class Retweeted(msgspec.Struct):
    id_str: str | None = None


class Tweet(msgspec.Struct):
    """Numbers are strings. `truncated` and `retweeted` are always false and say nothing."""

    id_str: str = ""
    id: str | int = ""
    created_at: str = ""  # "Tue Mar 04 09:15:02 +0000 2025"; until 2018 "2014-03-04 09:15:02 +0000"
    full_text: str | None = None  # HTML entities; since 2017
    text: str | None = None  # the same before
    entities: Entities | None = None
    extended_entities: Entities | None = None
    in_reply_to_status_id_str: str | None = None
    in_reply_to_user_id_str: str | None = None
    in_reply_to_screen_name: str | None = None
    favorite_count: int | None = None
    retweet_count: int | None = None
    retweeted_status: Retweeted | None = None  # until 2018 only
    edit_info: EditInfo | None = None


class TweetItem(Tweet):
    """{"tweet": {...}}, or the tweet itself in old archives."""

    tweet: Tweet | None = None


class NoteUrl(msgspec.Struct):
    shortUrl: str | None = None  # noqa: N815
    expandedUrl: str | None = None  # noqa: N815


class NoteCore(msgspec.Struct):
    text: str = ""
    urls: list[NoteUrl] | None = None


class Note(msgspec.Struct):
    """The whole text of a long post. It does not name its tweet."""

    noteTweetId: str = ""  # noqa: N815
    core: NoteCore | None = None


class NoteItem(Note):
    noteTweet: Note | None = None  # noqa: N815


# --- as an update -----------------------------------------------------------------------------------------

_TCO = re.compile(r"(\s?)(https?://t\.co/[A-Za-z0-9]+)")
_MENTIONS = re.compile(r"^(?:\.?@\w+\s+)+")
_ESCAPED = re.compile(r"&(?:amp|lt|gt);")
_RAW = re.compile(r"&(?!(?:amp|lt|gt);)|[<>]")
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
FIRST_TIMED = dt.datetime(2010, 11, 5, tzinfo=dt.UTC)
NEAR = 10_000 << 22  # ids this far apart are ten seconds apart; a tweet follows its note within one
PREFIX = 20  # characters that must be the same


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose archive it is; "" where it does not say."""

    id: str = ""
    username: str = ""

    def permalink(self, tweet_id: str) -> str:
        return f"https://x.com/{self.username or 'i'}/status/{tweet_id}"


@dataclass(slots=True)
class LongPosts:
    """The long posts that wait for their tweets.

    In a real archive of 41 the tweet was the one whose id comes next, 13 to 41 ms later.
    """

    notes: dict[int, Note] = field(default_factory=dict)
    _ids: list[int] = field(default_factory=list)

    def add(self, notes: Iterable[Note]) -> None:
        self.notes |= {int(note.noteTweetId): note for note in notes if note.noteTweetId.isdecimal()}
        self._ids = sorted(self.notes)

    def take(self, tweet_id: int, text: str) -> NoteCore | None:
        """The long post of which this tweet is the beginning; each is given once."""
        at = bisect_left(self._ids, tweet_id)
        start = _start(text) if at else ""
        while at and tweet_id - self._ids[at - 1] < NEAR:
            at -= 1
            core = self.notes[self._ids[at]].core
            if core and start and _start(core.text).startswith(start):
                del self.notes[self._ids.pop(at)]
                return core
        return None


def _start(text: str) -> str:
    words = " ".join(_MENTIONS.sub("", html.unescape(text)).split())
    return words.rstrip("…")[:PREFIX]


def tweet_id(tweet: Tweet) -> str:
    return (tweet.id_str or str(tweet.id)).strip()


def last_version(tweet: Tweet) -> str:
    """The id of the last version of an edited tweet; its own id when it was not edited."""
    info = tweet.edit_info
    control = info and (info.initial or (info.edit and info.edit.editControlInitial))
    versions = (control.editTweetIds if control else None) or []
    return max(versions, key=lambda v: (len(v), v), default="") or tweet_id(tweet)


def is_day_only(update: Update) -> bool:
    """Whether the time is none: until November 2010 archives of 2012 to 2018 give 00:00:00."""
    at = update.posted_at
    return at is not None and at.timetuple()[3:6] == (0, 0, 0) and at < FIRST_TIMED


def to_update(tweet: Tweet, owner: Owner, note: NoteCore | None, origin: Origin) -> Update | None:
    """The tweet as an update; None when it says nothing at all."""
    number = tweet_id(tweet)
    raw = tweet.full_text or tweet.text or ""
    targets = _targets(tweet)
    text = html.unescape(raw)
    if note:
        text = (
            html.unescape(note.text)
            if _ESCAPED.search(note.text) and not _RAW.search(note.text)
            else note.text
        )
        targets |= {u.shortUrl: u.expandedUrl or "" for u in note.urls or () if u.shortUrl}
    text = _expanded(clean(text), targets)
    if not text and not number.isdecimal():
        return None
    told = dict.fromkeys((*unique(targets.values()), *links_in(text)))
    return Update(
        network="x",
        text=text,
        posted_at=_moment(tweet.created_at, number),
        permalink=owner.permalink(number) if number.isdecimal() else "",
        links=tuple(link for link in told if f"/status/{number}" not in link),
        media=_media(tweet),
        kind=_kind(tweet, raw, owner),
        account=owner.username,
        figures=_figures(tweet),
        origin=origin,
    )


def _targets(tweet: Tweet) -> dict[str, str]:
    """What each short address in the text stands for; "" for the tweet's own pictures."""
    entities = tweet.entities or Entities()
    extended = tweet.extended_entities or Entities()
    targets = {m.url: "" for m in (*(entities.media or ()), *(extended.media or ())) if m.url}
    targets |= {u.url: u.expanded_url for u in entities.urls or () if u.url and address(u.expanded_url)}  # type: ignore[misc]
    return targets


def _expanded(text: str, targets: dict[str, str]) -> str:
    """The text with its links in full; whole addresses are replaced, since the indices are wrong."""

    def full(found: re.Match[str]) -> str:
        target = targets.get(found[2])
        if target is None:
            return found[0]
        return found[1] + target if target else ""

    if targets:
        text = _TCO.sub(full, text)
        for short in sorted(targets, key=len, reverse=True):  # before 2011 links were shortened elsewhere
            if "://t.co/" not in short and targets[short]:
                text = text.replace(short, targets[short])
    return text.strip()


def _moment(created_at: str, number: str) -> dt.datetime | None:
    try:
        return _fixed(created_at)
    except (ValueError, KeyError, IndexError):  # no time, or in no way that is known
        moment = moment_of("x", number)
        return moment.replace(microsecond=0) if moment else None


def _fixed(told: str) -> dt.datetime:
    """The two ways of writing, both of fixed width: `strptime` would take a quarter of all the time."""
    if told[4:5] == "-":  # 2014-03-04 09:15:02 +0000
        year, month, day, clock, zone = told[:4], int(told[5:7]), told[8:10], told[11:19], told[20:]
    else:  # Tue Mar 04 09:15:02 +0000 2025
        year, month, day, clock, zone = told[26:], MONTHS[told[4:7]], told[8:10], told[11:19], told[20:25]
    hour, minute, second = clock.split(":")
    offset = dt.timedelta(hours=int(zone[:3]), minutes=int(zone[0] + zone[3:]))
    return (
        dt.datetime(int(year), month, int(day), int(hour), int(minute), int(second), tzinfo=dt.UTC) - offset
    )


def _kind(tweet: Tweet, raw: str, owner: Owner) -> Kind:
    if tweet.retweeted_status or raw.startswith("RT @"):
        return "repost"
    if not (tweet.in_reply_to_status_id_str or tweet.in_reply_to_user_id_str):
        return "original"
    # An answer to oneself goes on with the thought: part of a thread.
    own_id = bool(owner.id) and tweet.in_reply_to_user_id_str == owner.id
    name = (tweet.in_reply_to_screen_name or "").casefold()
    return "original" if own_id or (name and name == owner.username.casefold()) else "reply"


def _media(tweet: Tweet) -> tuple[Attached, ...]:
    entities = tweet.extended_entities or tweet.entities or Entities()
    told = (
        (url, "film" if media.type in ("video", "animated_gif") else "picture")
        for media in entities.media or ()
        if (url := address(media.media_url_https or media.media_url))
    )
    return media_of(Attached(url, kind=kind) for url, kind in told)


def _figures(tweet: Tweet) -> dict[str, float]:
    given = {"likes": tweet.favorite_count, "reposts": tweet.retweet_count}
    return {name: float(count) for name, count in given.items() if count is not None}
