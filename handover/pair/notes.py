"""Notes on the blog that went out word for word: the text is the post."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from handover.model import Evidence, Update
from handover.pair.articles import DAY_BEFORE, FRESH
from handover.pair.reasons import NOTE
from handover.pair.state import Choice, Work
from handover.text.comparing import size, words

HEAD = 4  # first words by which a note is found
LETTERS = 20  # letters a note has at least: "Snow." is nobody's copy
LONGEST = 1_000  # characters of a note; a post with a title is one when it is no longer
MORE = 6  # words, hashtags mostly, that a network's copy may have beyond the note
CUT = 0.6  # share of a note that a cut copy keeps


class _Notes(NamedTuple):
    """The notes that begin alike, in order of time: a blog may begin each with the same words."""

    days: list[int]
    found: list[tuple[tuple[str, ...], int]]  # the words of each, and its post

    def fresh(self, update: Update) -> Sequence[tuple[tuple[str, ...], int]]:
        """Those that were new when an update was posted."""
        day = update.posted_at.toordinal() if update.posted_at else 0
        return self.found[bisect_left(self.days, day - FRESH) : bisect_right(self.days, day - DAY_BEFORE)]


def by_note(work: Work, told: Sequence[tuple[str, ...]]) -> None:
    """Updates that are a new note of the blog word for word, wherever the note's own link leads.

    `told`: the words of each update.
    """
    notes = _notes(work)
    for number in work.open:
        update, mine = work.updates[number], told[number]
        if update.kind == "repost" or number in work.doubts or len(mine) < HEAD:
            continue
        begun = notes.get(mine[:HEAD])
        fresh = begun.fresh(update) if begun else ()
        posts = [n for note, n in fresh if _is_copy(mine, note, update.text)]
        if len(posts) == 1:
            work.choices[number] = [Choice(posts[0], Evidence.TEXT, 0.98, NOTE)]


def _notes(work: Work) -> dict[tuple[str, ...], _Notes]:
    notes: defaultdict[tuple[str, ...], _Notes] = defaultdict(lambda: _Notes([], []))
    for number, post in enumerate(work.posts):
        text = post.text or post.summary
        if not text or post.published is None or (post.title and len(text) > LONGEST):
            continue
        note = tuple(words(text[:LONGEST]))
        if len(note) >= HEAD and size(note) >= LETTERS:
            begun = notes[note[:HEAD]]
            begun.days.append(post.published.toordinal())
            begun.found.append((note, number))
    return notes


def _is_copy(mine: tuple[str, ...], note: tuple[str, ...], text: str) -> bool:
    if mine[: len(note)] == note:
        return len(mine) - len(note) <= MORE
    cut = "…" in text or "..." in text
    return cut and len(mine) >= CUT * len(note) and note[: len(mine)] == mine
