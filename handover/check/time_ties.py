"""What in a text ties it to a time: dates, weekdays, events, offers, news, seasons."""

import datetime as dt
import re
from functools import partial
from typing import Literal, cast

from handover.check.figures import DAY, DAY_OR_YEAR, figures
from handover.check.lexicon import WORD, Lexicon, Rule, words_of
from handover.check.patterns import AFTER_DIGITS, Phrase, Words
from handover.check.phrase_index import Match, longest
from handover.later import dataclass, pattern
from handover.text.counted_links import links
from handover.text.links import without_addresses

NEAR_CALL = 15  # words between an occasion and the call to it

_BARE_HOST = pattern(r"\.[^\s.]")  # no host without a full stop inside
_HANDLE = pattern(r"[@＠](?<!\w[@＠])[\w.@-]+")  # a sign first, to which `re` leaps
_SENTENCE_END = pattern(r"[.!?:;…\n|–—•→>¡¿“„«\"(]")
_STOP = pattern(r"[.!?…\n]")
_QUOTED = pattern(r"“[^”\n]*”|„[^“\n]*“|«[^»\n]*»|\"[^\"\n]*\"|(?m:^> .*$)")
_MAY_QUOTE = pattern('[“„«">]')
_OF_THE_SPEAKER = frozenset(("near", "weekday", "doubt"))  # true of whoever says it, where he says it
_SAYING = 4  # words between quotation marks that are a sentence of its own
_BETWEEN = ("of", "de", "del", "do")  # between a day and its month, a month and its year

Strong = Literal["date", "ends", "event", "near", "weekday", "new", "news", "year"]
Why = Literal[Strong, "doubt", "guide", "season"]


@dataclass(slots=True)
class Tie:
    """Something in a text that ties it to a time."""

    why: Why
    _told: "str | tuple[_Words, int, int]"  # what it says; or the text, its first word there and how many
    season: str = ""  # a key of seasons.WINDOWS

    @property
    def words(self) -> str:
        """As the text has them: most are never asked for."""
        if not isinstance(self._told, str):
            text, at, length = self._told
            self._told = text.quote(at, length)
        return self._told


def ties(
    text: str,
    words: Words,
    kinds: frozenset[str],
    known: Lexicon,
    posted: int | None,
    today: dt.date,
    *,
    points: bool,
    guides: bool = False,
) -> list[Tie]:
    """All that ties a text to a time, in its order; figures come last.

    `text` are `own_words`, `words` their `words_of`, `kinds` these, each once; `posted` is the year in which
    it was. `points`: whether its language writes a day and month as "14.3."; `guides`: whether to say, too,
    that it teaches.
    """
    found: list[Tie] = []
    numbers = bool(kinds) and min(kinds) < AFTER_DIGITS
    if matches := known.matches(words, kinds, all_phrases=guides, numbers=numbers):
        found += _Words(text, words, known).ties(matches)
    # A figure inside a word counts in a tag only, and beside the signs of other scripts.
    if numbers or "#" in text or not text.isascii():
        told = figures(text, words, known.since, posted, today, points=points)
        found += (Tie(cast("Why", why), figure) for why, figure in told)
    return found


def own_words(text: str) -> str:
    """The text without its links and handles: a year in an address dates nothing."""
    text = without_addresses(text)
    if _BARE_HOST.search(text):
        for start, end in reversed(list(links(text))):
            text = f"{text[:start]} {text[end:]}"
    return _HANDLE.sub(" ", text) if "@" in text or "＠" in text else text


class _Words:
    """The words of one text, read from left to right."""

    __slots__ = ("_ahead", "_sayings", "_spans", "known", "text", "words")

    def __init__(self, text: str, words: Words, known: Lexicon) -> None:
        self.text = text
        self.known = known
        self.words = words
        self._ahead = WORD.finditer(text)
        self._spans: list[re.Match[str]] = []
        self._sayings: list[tuple[int, int]] | None = None

    def span(self, at: int) -> re.Match[str]:
        """Where a word stands; most are never asked for."""
        spans = self._spans
        while len(spans) <= at:
            spans.append(next(self._ahead))
        return spans[at]

    @property
    def sayings(self) -> list[tuple[int, int]]:
        """Where a sentence stands between quotation marks."""
        if self._sayings is None:
            found = (match.span() for match in _QUOTED.finditer(self.text))
            self._sayings = [span for span in found if len(words_of(self.text[slice(*span)])) >= _SAYING]
        return self._sayings

    def ties(self, matches: dict[int, list[Match]]) -> list[Tie]:
        found: list[Tie] = []
        occasions: list[tuple[int, int]] = []  # where, and how many words
        calls: list[int] = []
        after = 0
        known = self.known
        for at in sorted(matches):
            if at < after:  # inside the phrase before
                continue
            length, phrase = longest(matches[at], self.words[at], partial(self._holds, at))
            if phrase is None:
                word = self.words[at]
                if word in known.months or word in known.short_months:
                    length, tie = self._month(at)
                    found += [tie] if tie else []
                    after = at + length
                continue
            rule = cast("Rule", phrase.rule)
            if rule == "call":
                calls.append(at)
            elif rule == "occasion":
                occasions.append((at, length))
            elif rule == "doubt" and self._is_asked(at + length - 1):
                pass
            elif rule != "keep" and not (rule in _OF_THE_SPEAKER and self._is_said(at)):
                found.append(Tie(cast("Why", rule), (self, at, length), phrase.season))
                if rule in ("near", "weekday", "event"):
                    calls.append(at)
            after = at + length
        calls += [] if not any(tie.why == "date" for tie in found) else [at for at, _ in occasions]
        for at, length in occasions:
            if any(abs(at - call) <= NEAR_CALL for call in calls):
                found.append(Tie("event", (self, at, length)))
                break
        return found

    def _holds(self, at: int, length: int, phrase: Phrase) -> bool:
        """Whether it stands at the beginning of a sentence, or within one, where it must."""
        if phrase.begins and at and not _SENTENCE_END.search(self._between(at - 1, at)):
            return False
        return not phrase.gaps or not _SENTENCE_END.search(
            self.text[self.span(at).end() : self.span(at + length - 1).start()]
        )

    def _between(self, first: int, second: int) -> str:
        return self.text[self.span(first).end() : self.span(second).start()]

    def _is_said(self, at: int) -> bool:
        """Whether the word stands in a sentence that somebody else said."""
        if not _MAY_QUOTE.search(self.text):
            return False
        start = self.span(at).start()
        return any(first < start < last for first, last in self.sayings)

    def _is_asked(self, at: int) -> bool:
        """Whether the word stands in a question: "Lost for words?" tells nothing."""
        if "?" not in self.text:
            return False
        end = _STOP.search(self.text, self.span(at).end())
        return end is not None and end[0] == "?"

    def _month(self, at: int) -> tuple[int, Tie | None]:
        """ "14 March", "March 14, 2024", "marzo de 2024" are dates, and so is "in March"; "every May" is a
        season."""
        first = last = at
        before = at - 2 if at > 1 and self.words[at - 1] in _BETWEEN else at - 1
        if before >= 0 and DAY.match(self.words[before]):
            first = before
        for after in range(at + 1, min(at + 4, len(self.words))):
            word = self.words[after]
            if DAY_OR_YEAR.match(word):
                last = after
            elif word not in _BETWEEN:
                break
            if len(word) == 4 and word.isdigit():  # a year ends the date
                break
        word, written, known = self.words[at], self.span(at)[0], self.known
        if first < last:
            if word in known.short_months and first == at and not written[0].isupper():
                return 1, None  # "mar 3" is no English date; "Mar 3" is
            return last - at + 1, Tie("date", (self, first, last - first + 1))
        if word not in known.months:
            return 1, None
        led = self.words[at - 1] if at else ""
        if led in known.each:
            return 1, Tie("season", written, f"month_{known.months[word]}")
        if known.month_before and led not in known.month_before:
            return 1, None
        if word in known.months_too and written not in known.months_too[word]:
            return 1, None
        return 1, Tie("date", written)

    def quote(self, at: int, length: int) -> str:
        """Some of its words, as they stand there."""
        start, end = self.span(at).start(), self.span(at + length - 1).end()
        return " ".join(self.text[start:end].split())
