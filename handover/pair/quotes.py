"""Sentences of a new post that stand in an update word for word: a quotation needs no title beside it.

It must be more than half of what the update says: a long text may share a sentence with many a post. What the
posts around say too is the blog's own formula ("Thank you for reading"), and what was said before there was
the post is no quotation. A sentence that ends in a colon points at something else.
"""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from handover.model import Post, Update
from handover.model.moments import is_day
from handover.text.comparing import size, words
from handover.text.links import without_addresses

NEW = 7  # days in which a post is quoted
WORDS, LETTERS = 5, 24  # of a sentence, below which anybody may say it
SHARE = 0.5  # of the update's words, of which more must be quoted
AROUND = 30  # posts before and after, in which a formula of the blog would stand too
SHORTEST = 8  # signs of a sentence that is looked for: few in a script without spaces

_ENDS = re.compile(r"[\n\r]+|(?<=[^.]\.|.[!?])[\"'”’“»)]*\s+|(?<=[。！？])")
_SIGNS = re.compile(r"[^\w\s]+")


class _Said(NamedTuple):
    """A sentence of an update."""

    raw: str
    core: str  # the most of it that has no punctuation, as it must stand in the post


class Quotes:
    """The posts that updates quote.

    `posts` must be sorted by time of publication, those without one last; `updates` are asked, by their
    numbers, and `told` are the words of all.
    """

    def __init__(
        self, posts: Sequence[Post], updates: Mapping[int, Update], told: Sequence[Sequence[str]]
    ) -> None:
        self._posts = posts
        self._days = [post.published.toordinal() for post in posts if post.published]
        self._updates = updates
        self._told = told
        texts = {update.text for update in updates.values()}  # what goes to several networks is cut once
        cut = {text: list(_sentences(text)) for text in texts}
        self._said = {number: cut[update.text] for number, update in updates.items()}
        self._known: dict[tuple[_Said, int], int] = {}
        self._first: dict[str, int] = {}  # the day on which a sentence was said first
        for number, update in updates.items():
            day = update.posted_at.toordinal() if update.posted_at else 0
            for said in self._said[number] if day else ():
                self._first[said.core] = min(day, self._first.get(said.core, day))

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        """Each update that quotes one post alone, that post, and the days from it to the update."""
        for number, update in self._updates.items():
            if update.posted_at is None:
                continue
            day = update.posted_at.toordinal()
            new = range(bisect_left(self._days, day - NEW), bisect_right(self._days, day))
            quoted = Counter[int]()
            for said in self._said[number] if new else ():
                # Of what was said before a post none of its words need be looked through.
                then = bisect_right(self._days, self._first[said.core], new.start, new.stop)
                for post in range(new.start, then):
                    if said.core in _text(self._posts[post]):
                        quoted[post] += self._quoted(said, post)
            quoted = +quoted  # those with any
            if len(quoted) != 1:
                continue
            ((post, length),) = quoted.items()
            if length > SHARE * len(self._told[number]) and _is_later(update.posted_at, self._posts[post]):
                yield number, post, day - self._days[post]

    def _quoted(self, said: _Said, post: int) -> int:
        """How many words of a post a sentence is that none of its neighbours has; nobody said it before."""
        if (said, post) not in self._known:
            self._known[said, post] = self._measured(said, post)
        return self._known[said, post]

    def _measured(self, said: _Said, post: int) -> int:
        sentence = words(said.raw)
        if len(sentence) < WORDS or size(sentence) < LETTERS:
            return 0
        if f" {' '.join(sentence)} " not in f" {' '.join(words(_text(self._posts[post])))} ":
            return 0
        around = self._posts[max(0, post - AROUND) : post + AROUND + 1]
        alone = not any(said.core in _text(other) for other in around if other is not self._posts[post])
        return len(sentence) if alone else 0


def _text(post: Post) -> str:
    return post.text or post.summary


def _sentences(text: str) -> Iterator[_Said]:
    """The sentences of a text that may be a quotation."""
    for raw in map(str.strip, _ENDS.split(without_addresses(text))):
        if len(raw) >= SHORTEST and not raw.endswith((":", "：")):
            # But for its first letter, which may be a capital here and none there.
            core = max(map(str.strip, _SIGNS.split(raw)), key=len)[1:]
            if len(core) >= SHORTEST // 2:
                yield _Said(raw, core)


def _is_later(posted: dt.datetime, post: Post) -> bool:
    """Whether an update is known to be later than a post, or of its day where only the update has no time."""
    if post.published is None or posted.date() != post.published.date():
        return True
    return not is_day(post.published) and (posted > post.published or is_day(posted))
