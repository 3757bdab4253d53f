"""What a post offers for an update in its own words: sentences, questions, figures, lists."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Literal, NamedTuple

from handover.drafts.boilerplate import has_any, phrases_in
from handover.languages import leans
from handover.languages.sentences import sentence_ends, sentences_in
from handover.later import pattern
from handover.model import Post
from handover.text.comparing import letters, wording, wordings
from handover.text.counted_links import links

Kind = Literal["sentence", "question", "figure", "item"]

READ = 20_000  # characters of an article that are looked at: its beginning says what it is about
FEW, MANY = 4, 45  # words a sentence needs to stand alone, and may have to be read in passing
LISTED = 3  # lines in a row that make a list

_TELLING = pattern(r"\w{4,}")  # words that say what a text is about
_BULLET = pattern(r"^(?:[-–—•·*▪◦‣✓✔→]|\d{1,2}[.)]|[a-z]\))\s+")
_FIGURE = pattern(r"(?<![\w.])[€$£]?\d[\d.,]*(?:\s?[%‰€$£])?")
_DIGIT = pattern(r"\d")
_YEAR_ONLY = pattern(r"^(?:19|20)\d\d[.,]?$")
# Not in prose: a semicolon that ends a line or touches a word, a dollar that is no price.
_CODE = pattern(r"[{}<>\\|=]|;(?!\s+\S)|\$(?!\d)|&#?\w+;|::|\(\)|\w_\w|^\s*(?:#|//)")
_SIGNS = (*"{}<>\\|=;$_#", "//", "::", "()")  # without any, `_CODE` finds nothing; as quick as looking can be
_CUT = pattern(r"(?:…|\.\.\.|\[(?:…|\.\.\.)\])[\"”»)]*$")
_PAIRS = (("(", ")"), ("«", "»"), ("[", "]"))
_HALVES = tuple('()«»[]„“”"')


class Finding(NamedTuple):
    """Words of a post that can stand alone."""

    kind: Kind
    words: str  # exactly as the post has them; each list item on a line of its own


def findings(post: Post, language: str) -> dict[Kind, list[str]]:
    """What the post offers by kind, the best first; nothing in it is new. Each is as `Finding.words` says.

    `language` tells how sentences end ("14. März" in German); "" is taken as English.
    """
    title = " ".join(post.own_title.split())
    whole = _unwrapped(_read(post))
    # Line by line: most have plain letters alone, which are made small at a hundredth of the cost.
    lower = "\n".join([line.lower() for line in whole])
    phrases = phrases_in(lower)
    lines = _prose(whole, phrases)
    items = list(_items(lines))
    listed = set(items)
    prose = [line for line in lines if line not in listed]
    signs = _signs("\n".join(prose), phrases)
    # Looked at before they are compared, which costs more.
    standing = _each_once(_standing(sentences_in(prose, language or "en"), signs), title)
    telling = {word for word in _content(title) if word in lower}
    by_kind: dict[Kind, list[str]] = {"sentence": [], "question": [], "figure": [], "item": []}
    figures = {s for s in standing if _DIGIT.search(s) and _has_figure(s)} if signs.counts else ()
    for sentence in _ranked(standing, telling):
        if signs.asks and _is_question(sentence):
            by_kind["question"].append(sentence)
        else:
            by_kind["figure" if sentence in figures else "sentence"].append(sentence)
    by_kind["item"] += _in_threes(items)
    return by_kind


def _ranked(sentences: Sequence[str], telling: set[str]) -> list[str]:
    """The sentences of a post in their order, each once, the strongest first."""
    strengths = _strengths(sentences, telling)
    return [sentences[n] for n in sorted(range(len(sentences)), key=strengths.__getitem__, reverse=True)]


def _is_question(sentence: str) -> bool:
    return sentence.rstrip('"”’»)').endswith(("?", "？"))


class _Signs(NamedTuple):
    """What stands anywhere in the prose of a post: what does not is looked for in none of its sentences."""

    phrases: tuple[str, ...]  # of boilerplate
    breaks_off: bool
    leads: bool  # to an address or an account
    halves: bool  # of brackets and quotation marks
    asks: bool
    counts: bool


def _signs(prose: str, phrases: tuple[str, ...]) -> _Signs:
    return _Signs(
        phrases=phrases,
        breaks_off="…" in prose or "..." in prose,
        leads="@" in prose or "://" in prose,
        halves=any(half in prose for half in _HALVES),
        asks="?" in prose or "？" in prose,
        counts=_DIGIT.search(prose) is not None,
    )


def _read(post: Post) -> str:
    """The beginning of summary and text."""
    whole = post.text
    text = whole[:READ]
    if len(whole) > READ:
        text = text.rsplit("\n", 1)[0] if "\n" in text else _last_whole_sentence(text)
    return f"{post.summary[:READ]}\n{text}"


def _prose(lines: list[str], phrases: tuple[str, ...]) -> list[str]:
    """The lines that are the author's prose; `phrases` of boilerplate may stand in them."""
    whole = "\n".join(lines)
    signs = [sign for sign in _SIGNS if sign in whole]  # most posts have few of them
    prose = [line for line in lines if line and not (signs and _is_code(line, signs))]
    return [line for line in prose if not has_any(line[:200], phrases)] if phrases else prose


def _unwrapped(text: str) -> list[str]:
    """The lines of a text; one that goes on in lower case was only wrapped and is joined."""
    lines: list[str] = []
    for line in text.splitlines():
        # The only blank that is printable is that of the keyboard.
        if not line.isprintable() or "  " in line or line[:1] == " " or line[-1:] == " ":
            line = " ".join(line.split())
        if lines and line[:1].islower() and lines[-1] and not lines[-1].endswith((".", "!", "?", ":", "…")):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return lines


def _last_whole_sentence(text: str) -> str:
    ends = list(sentence_ends(text[:-1]))
    return text[: ends[-1]] if ends else ""


def _items(lines: list[str]) -> Iterator[str]:
    """List items: lines with a bullet, and short lines without a full stop, three or more in a row.

    The first of a longer row is taken for its heading, unless the line before it announces a list. The lines
    have single blanks.
    """
    run: list[str] = []
    announced = False
    for line in [*lines, ""]:
        short = 1 <= line.count(" ") < 20 and not line.endswith((".", "!", "?", ":", "…", ","))
        if short or _BULLET.match(line):
            run.append(line)
            continue
        if len(run) > LISTED and not announced and not _BULLET.match(run[0]):
            run = run[1:]
        if len(run) >= LISTED:
            yield from run
        run, announced = [], line.endswith(":")


def _in_threes(items: list[str]) -> Iterator[str]:
    """Three items of a list, each on its line."""
    bare = [_BULLET.sub("", item) for item in items]
    for start in range(0, len(bare) - LISTED + 1, LISTED):
        yield "\n".join(bare[start : start + LISTED])


def _standing(sentences: Iterable[str], signs: _Signs) -> list[str]:
    """Those that make sense without the ones around them; their lines are no code, their blanks single."""
    found = [
        sentence
        for sentence in sentences
        if (FEW <= sentence.count(" ") + 1 <= MANY and _begins(sentence[: sentence.find(" ")]))
        or (
            " " not in sentence and len(sentence) >= 12 and not _is_pointing(sentence)
        )  # written without spaces
    ]
    if signs.leads or signs.breaks_off or signs.phrases or signs.halves:
        found = [sentence for sentence in found if _is_whole(sentence, signs)]
    together = "\n".join([*found, ""])
    if together.count(".") == together.count(".\n"):
        return found
    return [sentence for sentence in found if not _has_link(sentence)]


@lru_cache(maxsize=4096)
def _begins(word: str) -> bool:
    """Whether a sentence that begins with this word needs none before it."""
    first = word[0]
    return (first.isupper() or first.isdigit() or first in "“„«¿¡\"'‘") and not leans(word)


def _is_pointing(sentence: str) -> bool:
    return sentence.startswith(("#", "//")) or leans(sentence)


def _is_whole(sentence: str, signs: _Signs) -> bool:
    """Whether a sentence leads nowhere, breaks nothing off and is nothing that blog software adds."""
    if signs.leads and ("@" in sentence or "://" in sentence):
        return False
    if signs.breaks_off and ("…" in sentence or "..." in sentence) and _CUT.search(sentence):
        return False
    if signs.phrases and has_any(sentence, signs.phrases):
        return False
    return not signs.halves or _is_closed(sentence)


def _has_link(sentence: str) -> bool:
    # A link holds a full stop, and not at its end.
    return 0 <= sentence.find(".") < len(sentence) - 1 and next(links(sentence), None) is not None


def _is_code(line: str, signs: Iterable[str] = _SIGNS) -> bool:
    """Whether a line is no prose. Most are told by a look for the signs that code cannot do without."""
    if not any(sign in line for sign in signs):
        return False
    return _CODE.search(line) is not None


def _is_closed(sentence: str) -> bool:
    """Whether every quotation mark and bracket has its other half in the sentence."""
    if not any(half in sentence for half in _HALVES):
        return True
    low = sentence.count("„")  # closed by “ in German, by ” in Polish and Dutch
    if low and low != sentence.count("“") + sentence.count("”"):
        return False
    pairs = _PAIRS if low else (*_PAIRS, ("“", "”"))
    halves = all(sentence.count(opened) == sentence.count(closed) for opened, closed in pairs)
    return halves and sentence.count('"') % 2 == 0


def _strengths(sentences: Sequence[str], telling: set[str]) -> list[float]:
    """How well each would do alone: with the title's telling words, early, neither long nor short."""
    shared = _shared(sentences, telling) if telling and sentences else repeat(0.0, len(sentences))
    return [
        (1.0 if 50 <= len(sentence) <= 180 else 0.4)
        + more
        + 1.0 / (1 + place / 4)
        + (0.4 if sentence[-1] in "!?" else 0)
        for place, (sentence, more) in enumerate(zip(sentences, shared, strict=True))
    ]


def _shared(sentences: Sequence[str], telling: set[str]) -> Iterator[float]:
    """What it counts for each sentence that it has some of these words; three do as well as more."""
    for lower in map(str.lower, sentences):
        # Most sentences hold none of these words, not even within another one.
        for word in telling:
            if word in lower:
                yield 0.5 * min(len(telling.intersection(_TELLING.findall(lower))), 3)
                break
        else:
            yield 0.0


def _content(text: str) -> set[str]:
    return set(_TELLING.findall(text.lower()))


def _has_figure(sentence: str) -> bool:
    return any(not _YEAR_ONLY.match(found[0].strip()) for found in _FIGURE.finditer(sentence))


def _each_once(texts: list[str], title: str) -> list[str]:
    """Each text once, as it is written first, in the place of the last that says so; never the title."""
    once = list(dict.fromkeys(reversed(texts)))
    told = letters([*once, title])
    if len({*told}) == len(told):  # all differ, which is seen at less cost than what each says
        return once[::-1]
    last_first = texts[::-1]
    by_wording = dict(reversed(dict(zip(wordings(last_first), last_first, strict=True)).items()))
    by_wording.pop(wording(title), None)
    return [*by_wording.values()]
