"""What a post offers for an update in its own words: sentences, questions, figures, lists."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from handover.languages import leans
from handover.languages.sentences import sentence_ends, sentences_of
from handover.model import Post
from handover.text.comparing import wording, wordings
from handover.text.counted_links import links

Kind = Literal["sentence", "question", "figure", "item"]

READ = 20_000  # characters of an article that are looked at: its beginning says what it is about
FEW, MANY = 4, 45  # words a sentence needs to stand alone, and may have to be read in passing
LISTED = 3  # lines in a row that make a list

_TELLING = re.compile(r"\w{4,}")  # words that say what a text is about
_BULLET = re.compile(r"^(?:[-–—•·*▪◦‣✓✔→]|\d{1,2}[.)]|[a-z]\))\s+")
_FIGURE = re.compile(r"(?<![\w.])[€$£]?\d[\d.,]*(?:\s?[%‰€$£])?")
_DIGIT = re.compile(r"\d")
_YEAR_ONLY = re.compile(r"^(?:19|20)\d\d[.,]?$")
# Not in prose: a semicolon that ends a line or touches a word, a dollar that is no price.
_CODE = re.compile(r"[{}<>\\|=]|;(?!\s+\S)|\$(?!\d)|&#?\w+;|::|\(\)|\w_\w|^\s*(?:#|//)")
_SIGNS = (*"{}<>\\|=;$_#", "//", "::", "()")  # without any, `_CODE` finds nothing; as quick as looking can be
_CUT = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.)\])[\"”»)]*$")
# What blog software and habits add around an article.
_BOILERPLATE = (
    "appeared first on",
    "continue reading",
    "read more",
    "keep reading",
    "click here",
    "filed under",
    "posted by",
    "posted in",
    "posted on",
    "photo by",
    "photo credit",
    "image by",
    "image credit",
    "unsplash",
    "affiliate",
    "cookie",
    "newsletter",
    "subscribe",
    "all rights reserved",
    "share this",
    "share on",
    "table of contents",
    "sponsored",
    "leave a comment",
    "guest post",
    "originally published",
    "weiterlesen",
    "erschien zuerst",
    "zuerst erschienen",
    "foto von",
    "abonnier",
    "inhaltsverzeichnis",
    "kommentar",
    "lire la suite",
    "est apparu en premier",
    "crédit photo",
    "abonnez",
    "leer más",
    "seguir leyendo",
    "apareció primero",
    "suscríbete",
    "leia mais",
    "continue lendo",
    "apareceu primeiro",
    "assine a",
    "continua a leggere",
    "leggi tutto",
    "leggi di più",
    "proviene da",
    "iscriviti",
)
_BOILERPLATE_IN_ASCII = tuple(filter(str.isascii, _BOILERPLATE))
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
    lines, phrases = _lines(post)
    items = list(_items(lines))
    listed = set(items)
    prose = [line for line in lines if line not in listed]
    signs = _signs("\n".join(prose), phrases)
    whole = (s for line in prose for s in sentences_of(line, language or "en"))
    # Looked at before they are compared, which costs more.
    standing = _by_key([s for s in whole if _stands_alone(s, signs)])
    standing.pop(wording(title), None)
    telling = {word for word in _content(title) if word in signs.lower}
    by_kind: dict[Kind, list[str]] = {"sentence": [], "question": [], "figure": [], "item": []}
    for sentence in _ranked(standing.values(), telling):
        by_kind[_kind(sentence, signs)].append(sentence)
    by_kind["item"] += _in_threes(items)
    return by_kind


def _ranked(sentences: Iterable[str], telling: set[str]) -> list[str]:
    """The sentences of a post in their order, each once, the strongest first."""
    strength = {s: -_strength(s, telling, place) for place, s in enumerate(sentences)}
    return sorted(strength, key=strength.__getitem__)


def _kind(sentence: str, signs: "_Signs") -> Kind:
    if signs.asks and sentence.rstrip('"”’»)').endswith(("?", "？")):
        return "question"
    return "figure" if signs.counts and _has_figure(sentence) else "sentence"


class _Signs(NamedTuple):
    """What stands anywhere in the prose of a post: what does not is looked for in none of its sentences."""

    lower: str  # all of it in small letters
    phrases: tuple[str, ...]  # of boilerplate
    breaks_off: bool
    leads: bool  # to an address or an account
    halves: bool  # of brackets and quotation marks
    asks: bool
    counts: bool


def _signs(prose: str, phrases: tuple[str, ...]) -> _Signs:
    return _Signs(
        lower=prose.lower(),
        phrases=phrases,
        breaks_off="…" in prose or "..." in prose,
        leads="@" in prose or "://" in prose,
        halves=any(half in prose for half in _HALVES),
        asks="?" in prose or "？" in prose,
        counts=_DIGIT.search(prose) is not None,
    )


def _lines(post: Post) -> tuple[list[str], tuple[str, ...]]:
    """The lines of summary and text that are the author's prose; phrases of boilerplate they may hold."""
    text = post.text[:READ]
    if len(post.text) > READ:
        text = text.rsplit("\n", 1)[0] if "\n" in text else _last_whole_sentence(text)
    lines = _unwrapped(f"{post.summary[:READ]}\n{text}")
    phrases = _boilerplate(lines)
    signs = [sign for sign in _SIGNS if sign in text or sign in post.summary]  # most posts have few of them
    prose = [line for line in lines if line and not (signs and _is_code(line, signs))]
    return [line for line in prose if not (phrases and _is_boilerplate(line[:200], phrases))], phrases


def _is_boilerplate(text: str, phrases: tuple[str, ...]) -> bool:
    lower = text.lower()
    return any(phrase in lower for phrase in phrases)


def _boilerplate(lines: Iterable[str]) -> tuple[str, ...]:
    """The phrases of `_BOILERPLATE` that stand anywhere in the lines: most often none."""
    lower = "\n".join(lines).lower()
    return tuple(filter(lower.__contains__, _BOILERPLATE_IN_ASCII if lower.isascii() else _BOILERPLATE))


def _unwrapped(text: str) -> list[str]:
    """The lines of a text; one that goes on in lower case was only wrapped and is joined."""
    lines: list[str] = []
    for line in (" ".join(line.split()) for line in text.splitlines()):
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

    The first of a longer row is taken for its heading, unless the line before it announces a list.
    """
    run: list[str] = []
    announced = False
    for line in [*lines, ""]:
        short = 2 <= len(line.split()) <= 20 and not line.endswith((".", "!", "?", ":", "…", ","))
        if _BULLET.match(line) or short:
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


def _stands_alone(sentence: str, signs: _Signs) -> bool:
    """Whether a sentence makes sense without those around it; its line is no code, its blanks are single."""
    words = sentence.count(" ") + 1
    wordless = words == 1 and len(sentence) >= 12  # scripts without spaces
    if not (FEW <= words <= MANY or wordless):
        return False
    first = sentence[0]
    if not (first.isupper() or first.isdigit() or first in "“„«¿¡\"'‘" or wordless):
        return False
    if sentence.startswith(("#", "//")) or leans(sentence):
        return False
    if signs.leads and ("@" in sentence or "://" in sentence):
        return False
    if signs.breaks_off and ("…" in sentence or "..." in sentence) and _CUT.search(sentence):
        return False
    if (signs.phrases and _is_boilerplate(sentence, signs.phrases)) or _has_link(sentence):
        return False
    return not signs.halves or _is_closed(sentence)


def _has_link(sentence: str) -> bool:
    return "." in sentence[:-1] and next(links(sentence), None) is not None  # a link holds a full stop


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


def _strength(sentence: str, telling: set[str], place: int) -> float:
    """How well a sentence would do alone: with the title's telling words, early, neither long nor short."""
    shared = 0
    if telling:
        lower = sentence.lower()
        # Most sentences hold none of these words, not even within another one.
        if any(word in lower for word in telling):
            shared = len(telling.intersection(_TELLING.findall(lower)))
    length = len(sentence)
    fit = 1.0 if 50 <= length <= 180 else 0.4
    return fit + 0.5 * min(shared, 3) + 1.0 / (1 + place / 4) + (0.4 if sentence.endswith(("!", "?")) else 0)


def _content(text: str) -> set[str]:
    return set(_TELLING.findall(text.lower()))


def _has_figure(sentence: str) -> bool:
    if not _DIGIT.search(sentence):
        return False
    return any(not _YEAR_ONLY.match(found[0].strip()) for found in _FIGURE.finditer(sentence))


def _by_key(texts: list[str]) -> dict[str, str]:
    """Each text once, as it is written first, in the place of the last that says the same."""
    last_first = texts[::-1]
    return dict(reversed(dict(zip(wordings(last_first), last_first, strict=True)).items()))
