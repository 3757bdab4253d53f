"""What a post offers for an update in its own words: sentences, questions, figures, lists."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from handover.languages import leaning
from handover.languages.sentences import sentence_ends, sentences_of
from handover.model import Post
from handover.text.comparing import wording
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
_SIGN = re.compile(r"[{}<>\\|=;$&_#/]")
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
_PAIRS = (("(", ")"), ("«", "»"), ("[", "]"))
_HALF = re.compile(r"""[()«»[\]„“”"]""")


@dataclass(frozen=True, slots=True)
class Finding:
    """Words of a post that can stand alone."""

    kind: Kind
    words: str  # exactly as the post has them; each list item on a line of its own


def findings(post: Post, language: str) -> list[Finding]:
    """What the post offers, the best of each kind first; nothing in it is new.

    `language` tells how sentences end ("14. März" in German); "" is taken as English.
    """
    title = " ".join(post.own_title.split())
    lines, phrases = _lines(post)
    items = list(_items(lines))
    listed = set(items)
    whole = (s for line in lines if line not in listed for s in sentences_of(line, language or "en"))
    # Looked at before they are compared, which costs more.
    standing = _by_key(s for s in whole if _stands_alone(s, phrases))
    named, telling = wording(title), _content(title)
    usable = [s for key, s in standing.items() if key != named]
    strength = {s: _strength(s, telling, place) for place, s in enumerate(usable)}
    ranked = sorted(usable, key=lambda s: -strength[s])
    found = [
        Finding("question" if s.rstrip('"”’»)').endswith(("?", "？")) else "sentence", s) for s in ranked
    ]
    found = [
        Finding("figure", f.words) if f.kind == "sentence" and _has_figure(f.words) else f for f in found
    ]
    found += [Finding("item", item) for item in _in_threes(items)]
    return found


def _lines(post: Post) -> tuple[list[str], tuple[str, ...]]:
    """The lines of summary and text that are the author's prose; phrases of boilerplate they may hold."""
    text = post.text[:READ]
    if len(post.text) > READ:
        text = text.rsplit("\n", 1)[0] if "\n" in text else _last_whole_sentence(text)
    lines = _unwrapped(f"{post.summary[:READ]}\n{text}")
    phrases = _boilerplate(lines)
    prose = [line for line in lines if line and not _is_code(line)]
    return [line for line in prose if not (phrases and _is_boilerplate(line[:200], phrases))], phrases


def _is_boilerplate(text: str, phrases: tuple[str, ...]) -> bool:
    lower = text.lower()
    return any(phrase in lower for phrase in phrases)


def _boilerplate(lines: Iterable[str]) -> tuple[str, ...]:
    """The phrases of `_BOILERPLATE` that stand anywhere in the lines: most often none."""
    lower = "\n".join(lines).lower()
    return tuple(filter(lower.__contains__, _BOILERPLATE))


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


def _stands_alone(sentence: str, phrases: tuple[str, ...]) -> bool:
    """Whether a sentence of a line that is no code makes sense without the ones around it."""
    words = sentence.split()
    wordless = len(words) == 1 and len(sentence) >= 12  # scripts without spaces
    if not (FEW <= len(words) <= MANY or wordless):
        return False
    if not (sentence[0].isupper() or sentence[0].isdigit() or sentence[0] in "“„«¿¡\"'‘" or wordless):
        return False
    if sentence.startswith(("#", "//")) or "@" in sentence or "://" in sentence or leaning().match(sentence):
        return False
    if ("…" in sentence or "..." in sentence) and _CUT.search(sentence):
        return False
    if (phrases and _is_boilerplate(sentence, phrases)) or _has_link(sentence):
        return False
    return _is_closed(sentence)


def _has_link(sentence: str) -> bool:
    return "." in sentence[:-1] and next(links(sentence), None) is not None  # a link holds a full stop


def _is_code(line: str) -> bool:
    """Whether a line is no prose. Most are told by a look for the signs that code cannot do without."""
    if not (_SIGN.search(line) or "::" in line or "()" in line):
        return False
    return _CODE.search(line) is not None


def _is_closed(sentence: str) -> bool:
    """Whether every quotation mark and bracket has its other half in the sentence."""
    if not _HALF.search(sentence):
        return True
    low = sentence.count("„")  # closed by “ in German, by ” in Polish and Dutch
    if low and low != sentence.count("“") + sentence.count("”"):
        return False
    pairs = _PAIRS if low else (*_PAIRS, ("“", "”"))
    halves = all(sentence.count(opened) == sentence.count(closed) for opened, closed in pairs)
    return halves and sentence.count('"') % 2 == 0


def _strength(sentence: str, telling: set[str], place: int) -> float:
    """How well a sentence would do alone: with the title's telling words, early, neither long nor short."""
    lower = sentence.lower()
    # Most sentences hold none of these words, not even within another one.
    shared = len(telling.intersection(_TELLING.findall(lower))) if any(w in lower for w in telling) else 0
    length = len(sentence)
    fit = 1.0 if 50 <= length <= 180 else 0.4
    return fit + 0.5 * min(shared, 3) + 1.0 / (1 + place / 4) + (0.4 if sentence.endswith(("!", "?")) else 0)


def _content(text: str) -> set[str]:
    return set(_TELLING.findall(text.lower()))


def _has_figure(sentence: str) -> bool:
    if not _DIGIT.search(sentence):
        return False
    return any(not _YEAR_ONLY.match(found[0].strip()) for found in _FIGURE.finditer(sentence))


def _by_key(texts: Iterable[str]) -> dict[str, str]:
    """Each text once, as it is written first, in the place of the last that says the same."""
    return dict(reversed({wording(text): text for text in reversed(list(texts))}.items()))
