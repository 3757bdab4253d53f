"""One tweet of an X archive as an update."""

import datetime as dt
import html
import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import field

from handover.later import dataclass
from handover.model import Origin, Update
from handover.model.media import Media as Attached
from handover.model.media import media_of
from handover.model.types import Kind
from handover.networks.ids import moment_of
from handover.read.fields import address, clean
from handover.read.updates.links_in_text import links_in, unique
from handover.read.updates.x_written import Note, NoteCore, Tweet

_TCO = re.compile(r"https?://t\.co/[A-Za-z0-9]+")  # begins with letters, which the engine looks for fast
# Of signs that end no address, the last one none that ends a sentence.
_WHOLE_LINK = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*/(?:[#-&(-;=?-~]*[#-&+/-9=@-\\^`-z|])?")
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
    if len(versions) == 1:  # nearly all were never edited
        return versions[0] or tweet_id(tweet)
    return max(versions, key=lambda v: (len(v), v), default="") or tweet_id(tweet)


def is_day_only(update: Update) -> bool:
    """Whether the time is none: until November 2010 archives of 2012 to 2018 give 00:00:00."""
    at = update.posted_at
    return at is not None and at.timetuple()[3:6] == (0, 0, 0) and at < FIRST_TIMED


Figures = dict[tuple[int | None, int | None], dict[str, float]]  # of likes and reposts: few there are


def to_update(
    tweet: Tweet, owner: Owner, note: NoteCore | None, origin: Origin, figures: Figures | None = None
) -> Update | None:
    """The tweet as an update; None when it says nothing at all.

    Tweets with the same `figures` share them, so that a long archive takes less room.
    """
    number = tweet_id(tweet)
    raw = tweet.full_text or tweet.text or ""
    text = unescaped(raw)
    if note is None and (plain := _with_one_link(tweet, text)):
        text, link = plain
        own = f"/status/{number}" in link
        return _update(tweet, owner, origin, figures, number, raw, text, () if own else (link,))
    targets = _targets(tweet)
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
    links = links_in(text)
    if (told := unique(targets.values())) != links:
        links = tuple(dict.fromkeys(told + links))
    if any(f"/status/{number}" in link for link in links):
        links = tuple(link for link in links if f"/status/{number}" not in link)
    return _update(tweet, owner, origin, figures, number, raw, text, links)


def _update(
    tweet: Tweet,
    owner: Owner,
    origin: Origin,
    figures: Figures | None,
    number: str,
    raw: str,
    text: str,
    links: tuple[str, ...],
) -> Update:
    return Update(
        network="x",
        text=text,
        posted_at=_moment(tweet.created_at, number),
        permalink=owner.permalink(number) if number.isdecimal() else "",
        links=links,
        media=_media(tweet),
        kind=_kind(tweet, raw, owner),
        account=owner.username,
        figures=_figures(tweet, {} if figures is None else figures),
        origin=origin,
    )


def _with_one_link(tweet: Tweet, text: str) -> tuple[str, str] | None:
    """The words of a tweet that ends with its only link, and the link in full; None for any other.

    Most posts about a page are such. What `_targets`, `_expanded` and `links_in` do for all takes six times
    as long, and comes to the same.
    """
    entities = tweet.entities
    if entities is None or entities.media or tweet.extended_entities or not entities.urls:
        return None
    short, link = entities.urls[0].url, entities.urls[0].expanded_url
    if not short or not link or len(entities.urls) > 1 or not text.endswith(short):
        return None
    words = text[: -len(short)]
    is_plain = "/" not in words and _TCO.fullmatch(short) and _WHOLE_LINK.fullmatch(link)
    if not is_plain or "www." in words.lower() or clean(words) is not words:
        return None
    return words.lstrip() + link, link


def _targets(tweet: Tweet) -> dict[str, str]:
    """What each short address in the text stands for; "" for the tweet's own pictures."""
    targets: dict[str, str] = {}
    for entities in (tweet.entities, tweet.extended_entities):
        if entities and entities.media:
            targets |= {m.url: "" for m in entities.media if m.url}
    if tweet.entities and tweet.entities.urls:
        for url in tweet.entities.urls:
            if url.url and url.expanded_url and address(url.expanded_url):
                targets[url.url] = url.expanded_url
    return targets


def _expanded(text: str, targets: dict[str, str]) -> str:
    """The text with its links in full; whole addresses are replaced, since the indices are wrong."""

    if targets:
        parts: list[str] = []
        done = 0
        for found in _TCO.finditer(text):
            target = targets.get(found[0])
            if target is not None:
                start = found.start()
                if (
                    not target and start > done and text[start - 1].isspace()
                ):  # a picture takes its blank along
                    start -= 1
                parts += text[done:start], target
                done = found.end()
        text = "".join((*parts, text[done:])) if done else text
        elsewhere = [short for short in targets if "://t.co/" not in short and targets[short]]
        for short in sorted(elsewhere, key=len, reverse=True):  # before 2011 links were shortened elsewhere
            text = text.replace(short, targets[short])
    return text.strip()


def unescaped(text: str) -> str:
    """As `html.unescape`. X escapes three signs only: where no other "&" stands, they need no pattern."""
    signs = text.count("&")
    if not signs:
        return text
    if signs == text.count("&amp;") + text.count("&lt;") + text.count("&gt;"):
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return html.unescape(text)


def _moment(created_at: str, number: str) -> dt.datetime | None:
    try:
        return _fixed(created_at)
    except (ValueError, KeyError, IndexError):  # no time, or in no way that is known
        moment = moment_of("x", number)
        return moment.replace(microsecond=0) if moment else None


def _fixed(told: str) -> dt.datetime:
    """The two ways of writing, both of fixed width: `strptime` would take a quarter of all the time."""
    # A newer Python takes 24:00:00 for the beginning of the next day; here it is no time.
    if told[19:26] != " +0000 " or told[13:17:3] != "::" or told[11:13] == "24":
        return _part_by_part(told)
    try:  # nearly all
        return dt.datetime.fromisoformat(
            f"{told[26:]}-{MONTHS[told[4:7]]:02}-{told[8:10]}T{told[11:19]}+00:00"
        )
    except ValueError:
        return _part_by_part(told)


def _part_by_part(told: str) -> dt.datetime:
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
    entities = tweet.extended_entities or tweet.entities
    if not entities or not entities.media:
        return ()
    told = (
        (url, "film" if media.type in ("video", "animated_gif") else "picture")
        for media in entities.media
        if (url := address(media.media_url_https or media.media_url))
    )
    return media_of(Attached(url, kind=kind) for url, kind in told)


def _figures(tweet: Tweet, known: Figures) -> dict[str, float]:
    key = tweet.favorite_count, tweet.retweet_count
    if key not in known:
        given = zip(("likes", "reposts"), key, strict=True)
        known[key] = {name: float(count) for name, count in given if count is not None}
    return known[key]
