"""X (Twitter) archive: zip or folder with data/tweets.js, its parts and long posts; old layouts too.

A file is JavaScript that sets one list:

    window.YTD.tweets.part0 = [ {"tweet": {...}}, ... ]     since 2019; in old ones the tweet stands bare
    Grailbird.data.tweets_2014_03 = [ {...}, ... ]           until 2018, one file a month

Sources: the readers of timelinize and twitter-archive-parser for the names of files; the rest from
archives of several years.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import msgspec

from handover.errors import SourceError
from handover.model import Notice, Origin, Said, Skipped, Update, Updates
from handover.networks.ids import moment_of
from handover.read.source import Bundle, Source
from handover.read.updates.json_items import (
    Entries,
    as_skipped,
    left_out,
    read_entry,
    unreadable,
)
from handover.read.updates.meta import in_the_bin
from handover.read.updates.options import Options
from handover.read.updates.x_tweet import (
    LongPosts,
    NoteItem,
    Owner,
    Tweet,
    TweetItem,
    is_day_only,
    last_version,
    to_update,
    tweet_id,
)

BOM = b"\xef\xbb\xbf"

_LIST = re.compile(rb"\s*(?:window\.YTD\.(\w+)\.part(?P<part>\d+)|Grailbird\.data\.(tweets)_\d{4}_\d\d)\s*=")
_OWNER = re.compile(rb"\s*(window\.YTD\.account\.part0|window\.__THAR_CONFIG|var user_details)\s*=")
POSTS = ("tweet", "tweets", "community_tweet")
LONG_POSTS = "note_tweet"


def _circle(count: int) -> Said:
    return Said(
        "{n} private post to a circle left out.", many="{n} private posts to a circle left out.", n=count
    )


def _articles(count: int) -> Said:
    return Said(
        "{n} article on X left out: its words are not read.",
        many="{n} articles on X left out: their words are not read.",
        n=count,
    )


LEFT_OUT: dict[str, Callable[[int], Said]] = {  # kind of a file -> what is said of its n entries
    "twitter_circle_tweet": _circle,  # shown to a chosen few
    "deleted_tweets": in_the_bin,
    "deleted_tweet": in_the_bin,
    "article": _articles,
}


class Account(msgspec.Struct):
    username: str = ""
    accountId: str = ""  # noqa: N815


class AccountItem(msgspec.Struct):
    account: Account


class UserInfo(msgspec.Struct):
    userName: str = ""  # noqa: N815
    accountId: str = ""  # noqa: N815


class ManifestFile(msgspec.Struct):
    fileName: str = ""  # noqa: N815


class DataType(msgspec.Struct):
    files: list[ManifestFile] = []


class Manifest(msgspec.Struct):
    """data/manifest.js: whose archive it is and which files belong to it."""

    userInfo: UserInfo | None = None  # noqa: N815
    dataTypes: dict[str, DataType] = {}  # noqa: N815


class UserDetails(msgspec.Struct):
    """data/js/user_details.js of an archive until 2018."""

    screen_name: str = ""
    id: str | int = ""


def accepts(source: Source) -> bool:
    return bool(gather(source.files))


def gather(files: Sequence[Source]) -> list[Bundle]:
    """The X archives among these files: each the folder of its tweets with all that lies in it."""
    kinds = {file.name: kind for file in files if (kind := kind_of(file))}
    bundles = []
    for home in dict.fromkeys(_home(name, kind) for name, kind in kinds.items() if kind in POSTS):
        inside = [file for file in files if _belongs(file.name, home)]
        wanted = tuple(file for file in inside if file.name in kinds)
        idle = tuple(file for file in inside if file.name not in kinds)
        first = next(file for file in wanted if kinds[file.name] in POSTS)
        place = first.location.removesuffix(first.name.rpartition("/")[2]).rstrip(" ›/") or first.location
        bundles.append(Bundle(location=place, files=wanted, idle=idle))
    return bundles


def kind_of(file: Source) -> str:
    """What a script of an X archive holds ("tweets", "note_tweet", "owner" ...), or ""."""
    if not file.name.lower().endswith(".js"):
        return ""
    try:
        head = file.head.removeprefix(BOM)
    except SourceError:
        return ""
    if _OWNER.match(head):
        return "owner"
    found = _LIST.match(head)
    kind = (found[1] or found[3]).decode() if found else ""
    return kind if kind in (*POSTS, LONG_POSTS, *LEFT_OUT) else ""


def _part(file: Source) -> tuple[int, str]:
    found = _LIST.match(file.head.removeprefix(BOM))
    return int(found["part"] or 0) if found else 0, file.name


def _home(name: str, kind: str) -> str:
    folder = name.rpartition("/")[0]
    return folder.removesuffix("/tweets") if folder.endswith("js/tweets") else folder


def _belongs(name: str, home: str) -> bool:
    """Whether a file is part of the download whose scripts lie in `home`."""
    if not home:
        return name.endswith(".js") and "/" not in name
    root = home.removesuffix("data/js").removesuffix("data")
    if name.startswith(home + "/"):
        return name.endswith((".js", ".txt", ".html"))
    return name.startswith(
        (f"{root}assets/", f"{root}Your archive.html", f"{root}index.html", f"{root}README.txt")
    )


def parse(bundle: Bundle, options: Options) -> Updates:
    """All tweets of one archive, each once. Raises ParseError when no file of tweets can be read."""
    files = {kind: [f for f in bundle.files if kind_of(f) == kind] for kind in map(kind_of, bundle.files)}
    reader = _Reader(_owner(files.get("owner", [])))
    for file in files.get(LONG_POSTS, []):
        reader.read(file, reader.read_notes)
    tweets = [file for kind in POSTS for file in sorted(files.get(kind, []), key=_part)]
    whole = [file for file in tweets if reader.read(file, reader.read_tweets)]
    if not whole:
        raise reader.errors[-1]
    for kind in LEFT_OUT:
        for file in files.get(kind, []):
            reader.read(file, reader.leave_out)
    reader.look_for(_named_in(files.get("owner", [])), bundle)
    return reader.result(bundle)


def _owner(files: Sequence[Source]) -> Owner:
    """Whose archive it is, from whichever file says so."""
    for file in files:
        text = file.read(1024**2)
        data = text[text.find(b"=") + 1 :]
        if b"YTD.account" in text[:100] and (item := read_entry(data, list[AccountItem])):
            return Owner(id=item[0].account.accountId, username=item[0].account.username)
        if b"user_details" in text[:100] and (details := read_entry(data, UserDetails)):
            return Owner(id=str(details.id), username=details.screen_name)
        if (manifest := read_entry(data, Manifest)) and manifest.userInfo:
            return Owner(id=manifest.userInfo.accountId, username=manifest.userInfo.userName)
    return Owner()


def _named_in(files: Sequence[Source]) -> list[str]:
    """The files of tweets that the archive's own list names."""
    for file in files:
        text = file.read(1024**2)
        if b"__THAR_CONFIG" in text[:100] and (m := read_entry(text[text.find(b"=") + 1 :], Manifest)):
            types = (m.dataTypes.get(key) for key in ("tweets", "tweet", "noteTweet", "communityTweet"))
            return [named.fileName for type_ in types if type_ for named in type_.files]
    return []


class _Reader:
    """Takes one archive's files in turn."""

    def __init__(self, owner: Owner) -> None:
        self.owner = owner
        self.long_posts = LongPosts()
        self.updates: dict[str, Update] = {}  # by id of the tweet
        self.answers: list[tuple[str, str]] = []  # tweet and the one it answers, where the owner is unknown
        self.newer: dict[str, str] = {}  # an edited tweet and its last version
        self.cut: set[str] = set()  # tweets of which the archive holds the beginning only
        self.skipped: list[Skipped] = []
        self.errors: list[SourceError] = []

    def read(self, file: Source, take: Callable[[Source], None]) -> bool:
        """One file; a broken one costs itself and is named."""
        try:
            take(file)
        except SourceError as error:
            self.skipped.append(as_skipped(file, error))
            self.errors.append(error)
            return False
        return True

    def _entries(self, file: Source) -> Iterator[msgspec.Raw]:
        entries = Entries(file)
        yield from entries
        self.skipped += entries.skipped

    def read_notes(self, file: Source) -> None:
        items = (read_entry(raw, NoteItem) for raw in self._entries(file))
        self.long_posts.add(item.noteTweet or item for item in items if item)

    def read_tweets(self, file: Source) -> None:
        origin = Origin(file=file.location)
        total = 0
        unread: list[int] = []
        for total, raw in enumerate(self._entries(file), 1):
            item = read_entry(raw, TweetItem)
            if item is None or not self._add(item.tweet or item, origin):
                unread.append(total)
        self.skipped += unreadable(file, unread, total)

    def _add(self, tweet: Tweet, origin: Origin) -> bool:
        number = tweet_id(tweet)
        note = self.long_posts.take(int(number), tweet.full_text or "") if number.isdecimal() else None
        update = to_update(tweet, self.owner, note, origin)
        if update is None:
            return False
        self.updates.setdefault(number or update.id, update)
        if update.kind == "reply" and not self.owner.id and tweet.in_reply_to_status_id_str:
            self.answers.append((number, tweet.in_reply_to_status_id_str))
        if (last := last_version(tweet)) != number:
            self.newer[number] = last
        if f"/i/web/status/{number}" in update.text:
            self.cut.add(number)
        return True

    def leave_out(self, file: Source) -> None:
        count = sum(1 for _ in self._entries(file))
        self.skipped += left_out(file, LEFT_OUT[kind_of(file)](count))

    def look_for(self, names: Sequence[str], bundle: Bundle) -> None:
        there = {file.name.rpartition("/")[2] for file in bundle.files + bundle.idle}
        for name in names:
            if name.rpartition("/")[2] not in there:
                reason = Said(
                    "The archive names {name}, which is not there: its posts are missing here.", name=name
                )
                self.skipped.append(Skipped(location=bundle.location, reason=reason))

    def result(self, bundle: Bundle) -> Updates:
        for number, answered in self.answers:
            if answered in self.updates:
                self.updates[number] = replace(self.updates[number], kind="original")
        old = [number for number, last in self.newer.items() if last in self.updates]
        for number in old:
            del self.updates[number]
        self.skipped += left_out(
            bundle,
            Said(
                "{n} earlier version of an edited post left out.",
                many="{n} earlier versions of edited posts left out.",
                n=len(old),
            ),
        )
        for note in self.long_posts.notes.values():
            moment = moment_of("x", note.noteTweetId)
            if moment:
                reason = Said(
                    "The long post of {moment} belongs to no post in the archive; perhaps it was deleted.",
                    moment=f"{moment:%Y-%m-%d %H:%M} UTC",
                )
            else:
                reason = Said("The long post belongs to no post in the archive; perhaps it was deleted.")
            self.skipped.append(Skipped(location=bundle.location, reason=reason))
        return Updates(
            items=tuple(self.updates.values()),
            skipped=tuple(self.skipped),
            notices=tuple(self._notices(bundle)),
        )

    def _notices(self, bundle: Bundle) -> Iterator[Notice]:
        if self.cut:
            yield Notice(
                text=Said(
                    "{n} post is cut short in this old X archive.",
                    many="{n} posts are cut short in this old X archive.",
                    n=len(self.cut),
                ),
                hint=Said("Request a new archive from X: it holds them whole."),
                where=bundle.location,
            )
        days = sum(1 for update in self.updates.values() if is_day_only(update))
        if days:
            yield Notice(
                text=Said(
                    "{n} post from before November 2010 came with the day only.",
                    many="{n} posts from before November 2010 came with the day only.",
                    n=days,
                ),
                where=bundle.location,
            )
