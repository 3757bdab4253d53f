"""When likeness is enough: literal rules, each held by labelled pairs of real blogs.

The thresholds were chosen leaving one author out in turn; what fits no rule is a suggestion, not a pair.
"""

import math
from collections.abc import Sequence
from enum import Enum, IntEnum, auto
from typing import Literal, NamedTuple, Protocol

from handover.later import dataclass
from handover.pair.articles import DAY_BEFORE, FRESH
from handover.pair.siblings import ALL, far_apart, is_beyond_rivals, recurs, rivals
from handover.pair.titles import Likeness

YEARS = 36_500
NEW = 2  # days in which a title that is also a phrase, or a short one, means its post


class Hint(IntEnum):
    """What an update's links say where they do not name a post, most telling first."""

    HIDDEN = 4  # a link that cannot be read: it may well lead to the post
    OWN = 3  # to the blog's own site, but to no post we know
    NOTHING = 2  # no link, on a network where hardly an update has one
    UNUSUAL = 1  # no link, on a network where others have one
    ELSEWHERE = 0  # to another place: not about a post


@dataclass(frozen=True, slots=True)
class Rule:
    """A row says: so long a title, so placed, so much of the text, so soon after the post, is a pair."""

    score: float
    letters: int = 0  # of the title
    words: int = 1  # of the title
    apart: bool = False  # the title must stand by itself beside something else
    focus: float = 0.0  # share of the text that is the title
    days: int = YEARS  # since the post
    hint: Hint = Hint.NOTHING
    announces: bool = False  # the text must say that something was written
    first: bool = False  # the text must begin with the title


class Why(Enum):
    """Why a text that names a post, or nearly does, is no proof."""

    AHEAD = auto()  # it was said before there was a post
    SEVERAL = auto()  # it names several, and not each for certain
    TWINS = auto()  # several posts are called so
    PHRASE = auto()  # the title recurs where no link is
    LATE = auto()  # the title is too short, or the post too long ago
    DIFFERS = auto()  # another name, thing or number stands in the title's place


@dataclass(frozen=True, slots=True)
class Verdict:
    """The post that was decided for, and how sure that is."""

    likeness: Likeness
    score: float
    named: Literal["title", "announced", "series", "number"] = (
        "title"  # what the text does, beside naming the post
    )


class Decision(NamedTuple):
    """The posts a text is about, or why it is about none though it seems to."""

    verdicts: tuple[Verdict, ...] = ()
    why: Why | None = None


# The title stands in the text word for word. A short one proves only while the post is new, and so does any
# where others of the network have a link and this one has none.
WHOLE = (
    Rule(score=0.97, letters=16, words=3, apart=True, days=400),
    Rule(score=0.97, letters=16, words=3, focus=0.5, days=400),
    Rule(score=0.96, letters=16, words=3, apart=True, days=7, hint=Hint.UNUSUAL),
    Rule(score=0.96, letters=16, words=3, focus=0.5, days=7, hint=Hint.UNUSUAL),
    Rule(score=0.95, letters=16, words=3, days=31),
    Rule(score=0.91, letters=24, words=4, days=400),
    Rule(score=0.91, letters=20, words=4, apart=True, focus=0.4, hint=Hint.HIDDEN),
    Rule(score=0.92, letters=10, words=2, apart=True, days=2),
    Rule(score=0.93, letters=10, words=2, focus=0.5, days=2),
    Rule(score=0.92, letters=16, words=3, days=7, hint=Hint.UNUSUAL, announces=True),
    Rule(score=0.9, letters=10, words=2, apart=True, days=2, hint=Hint.UNUSUAL, announces=True),
    Rule(score=0.9, letters=10, words=3, days=2, hint=Hint.UNUSUAL, announces=True),
    Rule(score=0.89, letters=10, words=2, focus=0.8, days=1, hint=Hint.UNUSUAL),
    Rule(score=0.89, letters=16, words=2, apart=True, days=0, hint=Hint.UNUSUAL),
    Rule(score=0.88, letters=12, words=3, first=True, days=0, hint=Hint.UNUSUAL),
    Rule(score=0.88, apart=True, days=1, hint=Hint.UNUSUAL, announces=True),
    Rule(score=0.88, letters=16, words=3, apart=True, days=400, hint=Hint.UNUSUAL, announces=True),
    Rule(score=0.89, letters=10, words=3, days=2, hint=Hint.HIDDEN),
    Rule(score=0.85, apart=True, days=2, hint=Hint.HIDDEN),
)
# A title that is named in earnest, whether it proves anything or not.
MENTION = Rule(score=0.0, letters=16, words=3)
SHORT = 10  # letters of a title that does so where it stands by itself
# The title is all that the text says, so that it stands above the name of a page that is no post.
ALONE = Rule(score=0.95, letters=12, words=3, focus=ALL, days=31)


@dataclass(frozen=True, slots=True)
class Nearly:
    """A row says: so much of the title, so alike, in so much of the text, so soon, is a pair."""

    score: float
    share: float = 0.0  # of the title in the text
    close: float = 0.0  # letter by letter
    focus: float = 0.0
    total: float = 0.0  # share + close + share of the text in the article
    letters: int = 10
    days: int = 7
    announces: bool = False  # the text must say that something was written
    hint: Hint = Hint.NOTHING


NEARLY = (
    Nearly(score=0.9, close=0.9, share=0.6, letters=16, days=31),
    Nearly(score=0.88, close=0.85, focus=0.5),
    Nearly(score=0.86, close=0.8, share=0.75, focus=0.5),
    Nearly(score=0.82, total=1.6, days=3, announces=True),
    Nearly(score=0.82, total=1.9, days=1, announces=True, hint=Hint.UNUSUAL),
    Nearly(score=0.82, share=0.8, focus=0.65, days=2, hint=Hint.HIDDEN),
    Nearly(score=0.81, share=0.5, focus=0.9, days=2, hint=Hint.HIDDEN),
)
MARGIN = 0.12  # how much less the next post must have of what counts


def rank(likeness: Likeness) -> float:
    """How far a post comes into question, for the order of suggestions; about 0 to 4."""
    days = 0 if likeness.days is None else likeness.days
    late = math.log1p(abs(days)) / 10 if days >= 0 else 0.3 + math.log1p(-days) / 5
    spread = likeness.share + likeness.close + likeness.body + likeness.focus / 2
    return spread + min(likeness.size, 24) / 48 - late - (0.2 if likeness.clash else 0.0)


class Asked(Protocol):
    """What else may be asked of a text; only where it matters, for each answer takes a while."""

    def places(self, post: int) -> tuple[tuple[int, int], ...]:
        """Where this post's title stands in the text, by its first letters and those after it."""

    def announces(self) -> bool:
        """Whether the text says that something was written."""

    def foretells(self, post: int) -> bool:
        """Whether the text speaks of what is still to be written, and not because this post's title does."""

    def parts(self, post: int) -> bool:
        """Whether what the text has of this post's title stands in no one sentence of it."""

    def is_phrase(self, post: int) -> bool:
        """Whether this post's title recurs in other texts that have no link."""

    def of_series(self) -> tuple[int | None, bool]:
        """The post of a series that the text names, and whether it does so by its number."""

    def differs(self, post: int, loose: bool) -> bool:
        """Whether the text has another name, thing or number where this post's title has its own."""


def decide(found: Sequence[Likeness], hint: Hint, text: Asked) -> Decision:
    """The posts a text is about: those whose titles it names where rules allow each, else the one it nearly
    names where no other is as good."""
    if hint is Hint.ELSEWHERE:
        return Decision()
    decision = named(found, hint, text)
    if not decision.verdicts and decision.why in (None, Why.LATE):
        nearly = _nearly(found, hint, text)
        if nearly.verdicts or decision.why is None:
            decision = nearly
    if decision.verdicts and any(text.foretells(v.likeness.post) for v in decision.verdicts):
        return Decision(why=Why.AHEAD)
    return decision


def surely_named(standing: Sequence[Likeness], hint: Hint, text: Asked) -> tuple[Verdict, ...]:
    """The verdicts of `decide` on the titles that stand in a text and on any that do not, where these can't
    change them; none where they might."""
    if not all(map(is_beyond_rivals, standing)):
        return ()
    verdicts = named(standing, hint, text).verdicts
    return () if any(text.foretells(v.likeness.post) for v in verdicts) else verdicts


def named(found: Sequence[Likeness], hint: Hint, text: Asked) -> Decision:
    """The posts whose titles stand in the text: all of them or none."""
    verdicts: list[Verdict] = []
    doubts: list[Why] = []
    for group in _titles_in(found, text):
        best = group[0]
        if text.is_phrase(best.post) and not (is_new(best) and (hint is Hint.HIDDEN or text.announces())):
            doubts.append(Why.PHRASE)
        elif (rule := next((r for r in WHOLE if _fits(r, best, hint, text)), None)) is None:
            doubts += [Why.LATE] if _is_mention(best) else []
        elif hint is not Hint.HIDDEN and recurs(best, found):
            doubts.append(Why.LATE)
        elif (len(group) > 1 and not far_apart(best, group[1])) or any(rivals(best, f) for f in found):
            return Decision(why=Why.TWINS)
        else:
            verdicts.append(Verdict(best, rule.score))
    if verdicts and Why.LATE in doubts:
        return Decision(why=Why.SEVERAL)
    return Decision(tuple(verdicts), doubts[0] if doubts and not verdicts else None)


def _titles_in(found: Sequence[Likeness], text: Asked) -> list[list[Likeness]]:
    """The titles that stand in a text, longest first, each with its posts, nearest in time first.

    A title within a longer one that stands there too, or in its way, is none of its own.
    """
    whole = [f for f in found if f.whole and (f.days is None or f.days >= DAY_BEFORE)]
    if len(whole) < 2:
        return [whole] if whole else []
    titles: dict[tuple[tuple[int, int], ...], list[Likeness]] = {}
    for likeness in sorted(whole, key=lambda f: (-f.size, f.days is None, f.days, f.post)):
        titles.setdefault(text.places(likeness.post), []).append(likeness)
    taken: list[tuple[int, int]] = []
    groups = []
    for places, group in titles.items():
        if not places or not all(any(start < t and s < end for s, t in taken) for start, end in places):
            taken += places
            groups.append(group)
    return groups


def _is_mention(likeness: Likeness) -> bool:
    """Whether a title stands in a text in earnest, not as a word or two that happen to be one."""
    long = likeness.size >= MENTION.letters and likeness.words >= MENTION.words
    return long or (likeness.apart and likeness.size >= SHORT)


def is_new(likeness: Likeness) -> bool:
    """Whether a post came on the day of the text or the two days before."""
    return likeness.days is not None and DAY_BEFORE <= likeness.days <= NEW


def _of_series(found: Sequence[Likeness], hint: Hint, text: Asked) -> Verdict | None:
    """The member of a series that is named by its number; without one, where a link or the words say that it
    is shared, the newest."""
    member, by_number = text.of_series()
    mine = next((f for f in found if f.post == member), None)
    if mine is None or mine.days is None or hint < Hint.NOTHING:
        return None
    if by_number:
        return Verdict(mine, 0.9, "number") if DAY_BEFORE <= mine.days <= FRESH else None
    shared = hint >= Hint.OWN or text.announces()
    return Verdict(mine, 0.87, "series") if shared and not mine.other else None


def is_all_it_says(likeness: Likeness) -> bool:
    """Whether the long title of a new post stands in the text, and hardly anything else."""
    days = likeness.days
    fresh = days is not None and DAY_BEFORE <= days <= ALONE.days
    long = likeness.size >= ALONE.letters and likeness.words >= ALONE.words
    return fresh and long and likeness.whole and likeness.focus >= ALONE.focus


def _nearly(found: Sequence[Likeness], hint: Hint, text: Asked) -> Decision:
    """The post whose title the text nearly has, or the newest of a series it names."""
    if not found:
        return Decision()
    ranked = sorted(found, key=lambda f: (-rank(f), f.post))
    best, second = ranked[0], ranked[1] if len(ranked) > 1 else None
    # A title that stands there has rules of its own; these are for posts that are new.
    old = best.days is None or best.days < DAY_BEFORE or (best.whole and not is_new(best))
    why = None
    if not old and (second is None or rank(best) - rank(second) >= MARGIN):
        for rule in NEARLY:
            if hint >= rule.hint and _allows(rule, best, text):
                if rule.close and text.parts(best.post):
                    continue
                if not text.differs(best.post, rule.announces):
                    verdict = Verdict(best, rule.score, "announced" if rule.announces else "title")
                    return Decision((verdict,))
                why = Why.DIFFERS
    member = _of_series(found, hint, text)
    return Decision((member,)) if member else Decision(why=why)


def _allows(rule: Nearly, best: Likeness, text: Asked) -> bool:
    return (
        best.share >= rule.share
        and best.close >= rule.close
        and best.focus >= rule.focus
        and best.share + best.close + best.body >= rule.total
        and best.size >= rule.letters
        and (best.days or 0) <= rule.days
        and not (best.clash and (best.other or not rule.announces))
        and (not rule.announces or text.announces())
    )


def _fits(rule: Rule, likeness: Likeness, hint: Hint, text: Asked) -> bool:
    return (
        hint >= rule.hint
        and likeness.size >= rule.letters
        and likeness.words >= rule.words
        and (likeness.apart or not rule.apart)
        and likeness.focus >= rule.focus
        and (likeness.days is None or likeness.days <= rule.days)
        and (not rule.announces or text.announces())
        and (not rule.first or any(start == 0 for start, _ in text.places(likeness.post)))
    )
