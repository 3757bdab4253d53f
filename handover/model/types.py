"""The words of the trade as types: what every stage takes and gives.

All types are frozen, all sequences tuples, all times aware and in UTC.
A *post* is a blog article; an *update* is what was written about it on a *network*.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from enum import StrEnum
from pathlib import Path
from typing import Literal

from handover.later import dataclass
from handover.model.media import Media, MediaLeft, media_of
from handover.model.nothing import NOTHING, nothing
from handover.model.packed import MANY, PackedText
from handover.model.said import Said
from handover.networks import network_of

Extent = Literal["proved", "walked", "newest_only", "as_given"]
# "withheld": an original that is kept from the client; the manager's alone
Kind = Literal["original", "reply", "repost", "withheld"]
State = Literal["published", "scheduled", "draft"]
# Whether an update can be posted again: at any time, in its season, not at all; "look": a person must say,
# "unfit": there is nothing to post.
Lasting = Literal["lasting", "seasonal", "dated", "look", "unfit"]
# Called with a stage, how much of it is done, and of how much (None where that is not known).
Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something that could not be read, and so must be shown."""

    location: str  # the file, sheet or address: "plan.xlsx › March"
    line: int | None = None  # row or line as the user counts it (from 1), where there is one
    reason: str
    hint: str = ""  # what to do about it; a row without one is to be corrected in its file


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something a person should look at; nothing is wrong for certain."""

    text: str
    hint: str = ""  # what to do about it
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One article of the blog."""

    id: str  # guid, Atom id or the platform's own; unique in its feed
    title: str
    permalink: str = ""  # http(s) only; shown exactly as the feed gives it
    published: dt.datetime | None = None  # aware, UTC
    modified: dt.datetime | None = None
    author: str = ""
    summary: str = ""  # plain text
    text: str = ""  # plain text of the whole article, as far as the feed gives it
    categories: tuple[str, ...] = ()
    image: str = ""  # the address of its picture; a `Media` where more is known of it
    media: tuple[Media, ...] = ()  # its other pictures and films: enclosures, attachments
    aliases: tuple[str, ...] = ()  # other addresses of this post: ?p=ID, short link, feedburner:origLink
    syndication: tuple[str, ...] = ()  # addresses of its known copies on networks

    @property
    def pictures(self) -> tuple[Media, ...]:
        """All pictures and films, each once, that of the post first."""
        return media_of((self.image, *self.media)) if self.image else self.media

    @property
    def own_title(self) -> str:
        """The title as its author has it; "" where only our word for a missing one stands there."""
        return "" if isinstance(self.title, Said) else self.title


_TEXTS = PackedText(vars(Post)["text"])
setattr(Post, "text", _TEXTS)  # noqa: B010 - read and set as before; a type checker sees the text


def pack_texts(posts: Sequence[Post], among: int = 0) -> None:
    """Let the texts of a very big blog take less room; `among` so many posts, where these are not all."""
    if max(len(posts), among) < MANY:
        return
    _TEXTS.pack(posts)
    once: dict[str | tuple[str, ...], str | tuple[str, ...]] = {}  # what few authors and categories there are
    for post in posts:
        for name in ("author", "categories"):
            told = getattr(post, name)
            if type(told) is not Said:  # equal to a plain text, and more than it
                object.__setattr__(post, name, once.setdefault(told, told))


def packed_as(post: Post, copy: Post) -> Post:
    """A copy of a post that keeps its text as the post does."""
    _TEXTS.share(post, copy)
    return copy


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The blog as it was read."""

    title: str
    link: str = ""
    language: str = ""  # BCP 47 tag as the feed states it, or ""
    posts: tuple[Post, ...] = ()
    source: str = ""  # where it was read from
    extent: Extent = "as_given"  # how sure it is that these are all posts
    extent_reason: str = ""  # the same in words
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an update was read: enough to find the row again."""

    file: str
    sheet: str = ""
    row: int | None = None  # from 1, as the spreadsheet program counts
    also: tuple[str, ...] = ()  # other places that held the same update


class Evidence(StrEnum):
    """Why a pair is a pair, strongest first."""

    STATED = "stated"
    SYNDICATION = "syndication"
    LINK = "link"
    SHORT_LINK = "short_link"
    TITLE = "title"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where a workbook that the user has gone through leaves an update: with this post, for this reason."""

    post: str  # the post's id, or the user's own word for it: address, title
    permalink: str = ""  # the post's address, should the id have changed
    evidence: Evidence = Evidence.STATED
    score: float = 1.0
    reason: str = ""
    kept: bool = False  # nobody moved it, and the workbook does not say how it was known: what is found is


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A word of a sheet that may name the post of an update, as a title written once for the rows below."""

    word: str  # address or title, as it stands there
    where: Literal["column", "heading", "beside", "sheet"] = "heading"  # "sheet": the name of the tab
    sure: bool = True  # False: rows without a post are usual there, so the post is only suggested


_OFTEN_EMPTY = ("figures", "extra", "told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One social update. A text or a permalink is required; a link, a picture or an id alone will do."""

    id: str = ""  # default: a digest of network, time, text and permalink
    network: str = ""  # a key of `networks.NETWORKS`; default: the permalink's host, else "other"
    text: str = ""
    posted_at: dt.datetime | None = None  # aware, UTC
    permalink: str = ""
    links: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()  # a plain `str` given here becomes one
    kind: Kind = "original"
    account: str = ""
    post: str = ""  # the user's own word which post it belongs to: address, title or id
    state: State = "published"
    assumed: bool = False  # its state is what such files hold; of this update nobody said it
    labels: tuple[str, ...] = ()
    figures: Mapping[str, float] = field(
        default_factory=nothing, hash=False
    )  # impressions, reach, clicks ...
    lasting: Lasting | None = None  # the user's own word; None: let the check decide
    origin: Origin | None = None
    extra: Mapping[str, str | float] = field(
        default_factory=nothing, hash=False
    )  # columns the user has added
    near: tuple[Near, ...] = ()  # what stands above or beside it in its sheet, the nearest first
    placed: tuple[Placed, ...] | None = None  # from our own workbook; (): the user wants it with no post
    # The row of our own workbook that it came back in: that is where to mend it.
    given_in: Origin | None = field(default=None, compare=False)
    # Marks of what its source said, in the fields that the user has decided otherwise in our workbook; under
    # "client" her word whether the client gets it, under "held" that we keep it from the client unasked.
    told: Mapping[str, str | int] = field(default_factory=nothing, compare=False, hash=False)

    def __post_init__(self) -> None:
        if not (self.text.strip() or self.permalink or self.links or self.media or self.id):
            raise ValueError("an update needs a text or a permalink")
        if self.media and not all(type(one) is Media for one in self.media):
            object.__setattr__(self, "media", media_of(self.media))
        for name in _OFTEN_EMPTY:
            if not getattr(self, name):
                object.__setattr__(self, name, NOTHING)
        if not self.network:
            object.__setattr__(self, "network", network_of(self.permalink))
        if not self.id:
            object.__setattr__(self, "id", self.digest())

    def digest(self) -> str:
        """The id that an update has where its source gives none: of network, time, text and permalink."""
        posted = self.posted_at.isoformat() if self.posted_at else ""
        told = "\x1f".join((self.network, posted, self.text, self.permalink))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCount:
    """One thing that updates were read from."""

    name: str
    format: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What the user's own edits of an earlier workbook brought."""

    changed: int = 0
    new: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOut:
    """An update that its user has deleted from an earlier working copy: it stands there and nowhere else."""

    update: Update
    whole: bool = True  # False: nothing but the beginning of its text is known, and where it was found
    back: bool = False  # the user wants it again


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A workbook of ours that was given as updates and has been changed since it was written."""

    path: Path
    sha256: str  # of the file as it was read
    lost: str  # a sentence: what of its cells a new one in its place would lose; "" for nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Updates:
    """The updates as they were read."""

    items: tuple[Update, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    sources: tuple[SourceCount, ...] = ()
    notices: tuple[Notice, ...] = ()
    changes: Changes | None = None  # where an earlier workbook was read
    returned: tuple[Returned, ...] = ()
    taken_out: tuple[TakenOut, ...] = ()
    media_left: tuple[MediaLeft, ...] = ()  # lying there, and named by no update


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    post: Post
    update: Update
    evidence: Evidence
    score: float  # 0..1
    reason: str  # a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpaired:
    update: Update
    reason: str
    suggestions: tuple[tuple[Post, float], ...] = ()  # best first, at most three


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Every post, and every update either in `pairs` (at least once) or in `unpaired` (once)."""

    posts: tuple[Post, ...]
    pairs: tuple[Pair, ...] = ()
    unpaired: tuple[Unpaired, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """A post that would leave with too few updates."""

    post: Post
    wanted: int
    found: int
    missing: int
    drafts: tuple[Update, ...] = ()  # suggestions, state "draft"; never counted, never shown as published


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether an update can be used again, and why."""

    lasting: Lasting
    reason: str  # "names 14 March 2024"
    season: tuple[tuple[dt.date, dt.date], ...] = ()  # first and last days on which a seasonal one fits


@dataclass(frozen=True, slots=True, kw_only=True)
class Runway:
    """How long the lasting updates carry at the client's pace."""

    lasting: int  # updates that can be used again at any time
    ready: int  # of these, what can be planned as it is, each text once
    per_week: int
    weeks: int  # that those carry which are ready


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One re-post in the client's next weeks."""

    date: dt.date
    network: str
    post: Post
    update: Update
    hour: int | None = None  # of the day, in the zone of the client's files; None: nothing is known
