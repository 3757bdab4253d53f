"""X (Twitter) archive: zip or folder with data/tweets.js, its parts and long posts; old layouts too.

A file is JavaScript that sets one list:

    window.YTD.tweets.part0 = [ {"tweet": {...}}, ... ]     since 2019; in old ones the tweet stands bare
    Grailbird.data.tweets_2014_03 = [ {...}, ... ]           until 2018, one file a month

Sources: the readers of timelinize and twitter-archive-parser for the names of files; the rest from
archives of several years.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import msgspec

from handover.errors import SourceError
from handover.model import Notice, Origin, Said, Skipped, Update, Updates
from handover.model.gc_pause import no_collection
from handover.networks.ids import moment_of
from handover.read.source import Bundle, Source
from handover.read.updates.json_items import (
    Entries,
    as_skipped,
    left_out,
    read_entry,
    unreadable,
)
from handover.read.updates.options import Options
from handover.read.updates.x_files import (
    LEFT_OUT,
    LONG_POSTS,
    POSTS,
    kind_of,
    named_in,
    owner_in,
    part_of,
)
from handover.read.updates.x_files import (
    gather as gather,
)
from handover.read.updates.x_tweet import (
    Figures,
    LongPosts,
    Owner,
    is_day_only,
    last_version,
    to_update,
    tweet_id,
)
from handover.read.updates.x_written import NoteItem, Tweet, TweetItem, UsualItem


def accepts(source: Source) -> bool:
    return bool(gather(source.files))


@no_collection()
def parse(bundle: Bundle, options: Options) -> Updates:
    """All tweets of one archive, each once. Raises ParseError when no file of tweets can be read."""
    files = {kind: [f for f in bundle.files if kind_of(f) == kind] for kind in map(kind_of, bundle.files)}
    reader = _Reader(owner_in(files.get("owner", [])))
    for file in files.get(LONG_POSTS, []):
        reader.read(file, reader.read_notes)
    tweets = [file for kind in POSTS for file in sorted(files.get(kind, []), key=part_of)]
    whole = [file for file in tweets if reader.read(file, reader.read_tweets)]
    if not whole:
        raise reader.errors[-1]
    for kind in LEFT_OUT:
        for file in files.get(kind, []):
            reader.read(file, reader.leave_out)
    reader.look_for(named_in(files.get("owner", [])), bundle)
    return reader.result(bundle)


class _Reader:
    """Takes one archive's files in turn."""

    def __init__(self, owner: Owner) -> None:
        self.owner = owner
        self.long_posts = LongPosts()
        self.figures: Figures = {}
        self.updates: dict[str, Update] = {}  # by `_key`
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
        entries = Entries(file)
        for total, item in enumerate(entries.typed(UsualItem, TweetItem), 1):
            tweet = item.tweet if isinstance(item, UsualItem) else item and (item.tweet or item)
            if tweet is None or not self._add(tweet, origin):
                unread.append(total)
        self.skipped += (*entries.skipped, *unreadable(file, unread, total))

    def _add(self, tweet: Tweet, origin: Origin) -> bool:
        number = tweet_id(tweet)
        waiting = self.long_posts.notes and number.isdecimal()
        note = self.long_posts.take(int(number), tweet.full_text or "") if waiting else None
        update = to_update(tweet, self.owner, note, origin, self.figures)
        if update is None:
            return False
        # By texts that the update has already: of each tweet's number more would take a tenth of the room.
        self.updates.setdefault(update.permalink or number or update.id, update)
        if update.kind == "reply" and not self.owner.id and tweet.in_reply_to_status_id_str:
            self.answers.append((number, tweet.in_reply_to_status_id_str))
        if (last := last_version(tweet)) != number:
            self.newer[number] = last
        if "/i/web/status/" in update.text and f"/i/web/status/{number}" in update.text:
            self.cut.add(number)
        return True

    def _key(self, number: str) -> str:
        """What the update of a tweet is kept by."""
        return self.owner.permalink(number) if number.isdecimal() else number

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
            if self._key(answered) in self.updates:
                key = self._key(number)
                self.updates[key] = replace(self.updates[key], kind="original")
        old = [number for number, last in self.newer.items() if self._key(last) in self.updates]
        for number in old:
            del self.updates[self._key(number)]
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
