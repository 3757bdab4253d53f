"""Texts as words that compare: one form of letter, no links, no mentions, no punctuation."""

import html
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from handover.later import pattern, unicode_pattern
from handover.text.links import without_addresses

# Written without spaces (Han, kana, Thai, Lao, Khmer, Burmese): compared by pairs of letters.
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_RUNS = unicode_pattern(rf"(?V1)[{_UNSPACED}]+|[\p{{L}}\p{{N}}\p{{M}}--[{_UNSPACED}]]+")
_IS_UNSPACED = unicode_pattern(rf"[{_UNSPACED}]")
# Where the scripts of it lie, and nothing of the others: most texts have none of these, and need no `regex`.
# All of these and Hangul besides, told by what they are not: far less to compile, so it is asked first.
_BEYOND = pattern("[^\0-\u0dff\u2000-\u2e7f\ufe00-\ufe2f\U0001f000-\U0001f1ff\U0001f300-\U0001faff]")
_MAY_BE_UNSPACED = pattern(
    "[\u0e00-\u1fff\u2e80-\uabff\uf900-\ufaff\ufe30-\uffff\U00010000-\U0001efff\U0001f200-\U0001f2ff\U0001fb00-\U0010ffff]"
)
_ASCII_RUNS = pattern(r"[a-z0-9]+")
# Latin, Greek and Cyrillic letters, punctuation and pictures: no marks and nothing unspaced, so that the
# standard library, ten times as fast, finds the same runs.
_PLAIN = pattern(
    "[\0-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u206f\u20a0-\u20cf\u2190-\u27bf\U0001f300-\U0001faff]+"
)
_PLAIN_RUNS = pattern(r"[^\W_]+")

# What must not stand before comes second here and below: `re` leaps to a sign that must come first.
_MENTION = pattern(r"@(?<![\w/]@)\w[\w.…-]*(?:@[\w.…-]+)?")
# What `bare` turns into signs of another kind, or takes away, before it looks for mentions.
_BEFORE_MENTIONS = ("&", "<", *"¼½¾")
_TAG = pattern(r"</?[a-zA-Z][^<>]{0,200}>")
_HUMPS = pattern(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|\d+")
_HASHTAG = pattern(r"#(\w{4,60})(?!\w)")
_APOSTROPHE = pattern(r"['’ʼ′`´]")
_POSSESSIVE = pattern(r"['’ʼ′`´]s\b")
_CONTRACTION = pattern(r"['’ʼ′`´](?<=\w.)(?=(?:t|re|ll|ve|m|d)\b)")
# The same where "'" is the only apostrophe.
_PLAIN_POSSESSIVE = pattern(r"'s\b")
_PLAIN_CONTRACTION = pattern(r"'(?<=\w')(?=(?:t|re|ll|ve|m|d)\b)")
_SEPARATORS = pattern(r"[\W_]+")
_ASCII_SEPARATORS = bytes(code for code in range(128) if not chr(code).isalnum())
_LATIN_MARKS = pattern("[\u0300-\u036f]")
# One byte for each sign of nearly every text in a Western language. The first lacks printed quotation marks
# and dashes, and takes no time; the other takes as long as all else here.
_LATIN = "latin-1"
_CODES = (_LATIN, "cp1252")
# Of what neither has, signs that only part words, whatever stands beside them: pictures for the most part.
_PICTURES = pattern(
    "[\u2000-\u200f\u2030\u2031\u2190-\u226d\u2270-\u245f\u2500-\u2775\u2794-\u27bf\U0001f300-\U0001faff]"
)


def fold(text: str) -> str:
    """One form of every letter: NFKC (a mathematical bold A is an A), no case, no accents on Latin."""
    if "&" in text:
        text = html.unescape(text)
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFKC", _LATIN_MARKS.sub("", decomposed))


def bare(text: str) -> str:
    """The text without links, mentions and tags, folded; what a reader would call its words."""
    text = fold(without_addresses(text))
    if "<" in text:
        text = _TAG.sub("", text)
    return _MENTION.sub(" ", text) if "@" in text else text


def words(text: str) -> list[str]:
    """The words of a text in order; pairs of letters where it is written without spaces."""
    text = without_addresses(text)
    flat = _flat(text)
    return split(bare(text)) if flat is None else flat.split()


def _flat(text: str) -> str | None:
    """The words of a text without links with blanks between, sign by sign; None where that does not do."""
    if "& " in text:
        text = text.replace("& ", "  ")  # no entity
    text = text.replace("ß", "ss")
    if (coded := _coded(text)) is None:
        text, pictures = _PICTURES.subn(" ", text)
        if not pictures or (coded := _coded(text)) is None:
            return None
    told, code = coded
    if b"@" in told and not any(sign in text for sign in _BEFORE_MENTIONS):
        told = _MENTION.sub(" ", text).encode(code)
    flat = told.translate(*_flattening(code))
    if len(flat) < len(told):
        return None
    words = flat.decode(_LATIN if flat.isascii() else code)
    if "'" in words:
        words = _PLAIN_CONTRACTION.sub("", _PLAIN_POSSESSIVE.sub("", words)).replace("'", " ")
    return words


def _coded(text: str) -> tuple[bytes, str] | None:
    """A text with a byte for each sign, and by which code; None where none has all its signs."""
    for code in _CODES:
        try:
            return text.encode(code), code
        except UnicodeEncodeError:
            continue
    return None


@cache
def _flattening(code: str) -> tuple[bytes, bytes]:
    """What each byte of Western text comes to in `fold` and `split`: a letter, a digit, "'", else a blank;
    and the bytes whose sense hangs on others (a mention, a tag) or that come to several letters."""
    table, odd = bytearray(b" " * 256), bytearray(b"&<@_")
    for byte in range(256):
        sign = bytes([byte]).decode(code, "replace")
        folded = fold(sign)
        if sign == "\n":
            table[byte] = byte  # for `wordings`
        elif _APOSTROPHE.match(sign) and folded == sign:
            table[byte] = ord("'")
        elif len(folded) == 1 and folded.isalnum() and len(coded := folded.encode(code, "ignore")) == 1:
            table[byte] = coded[0]
        elif any(map(str.isalnum, folded)):
            odd.append(byte)
    return bytes(table), bytes(odd)


def wording(text: str) -> str:
    """The words of a text with a blank between, to be held against those of another."""
    return " ".join(words(text))


def wordings(lines: Sequence[str]) -> list[str]:
    """The `wording` of each of many lines, at a third of the time."""
    if (flat := _flat_together(lines)) is not None:
        return [" ".join(line.split()) for line in flat.split("\n")]
    return [wording(line) for line in lines]


def letters(lines: Sequence[str]) -> list[str]:
    """Of each of many lines its `wording` without blanks, at less cost: where these differ, so do those."""
    if (flat := _flat_together(lines)) is not None:
        return flat.replace(" ", "").split("\n")
    return ["".join(words(line)) for line in lines]


def _flat_together(lines: Sequence[str]) -> str | None:
    """`_flat` of many lines at once, each still a line: no address and no mention reaches into the next."""
    flat = _flat(without_addresses("\n".join(lines)))
    return flat if flat is not None and flat.count("\n") == len(lines) - 1 else None


def open_tags(text: str, known: Collection[str]) -> str:
    """The text with hashtags like #PaperToy written apart, where only their parts are known words."""
    if "#" not in text:
        return text

    def apart(match: re.Match[str]) -> str:
        tag = match[1]
        parts = _HUMPS.findall(tag)
        if len(parts) < 2 or "".join(parts) != tag or fold(tag) in known:
            return match[0]
        return " ".join(parts) if all(fold(part) in known for part in parts) else match[0]

    return _HASHTAG.sub(apart, text)


def split(folded: str) -> list[str]:
    """The words of a text that `bare` or `fold` gave."""
    if _APOSTROPHE.search(folded):
        folded = _CONTRACTION.sub("", _POSSESSIVE.sub("", folded))
    if folded.isascii():
        return _ASCII_RUNS.findall(folded)
    if _PLAIN.fullmatch(folded):
        return _PLAIN_RUNS.findall(folded)
    found: list[str] = []
    for run in _RUNS.findall(folded):
        if len(run) > 1 and not run.isascii() and _IS_UNSPACED.match(run):
            found += (run[i : i + 2] for i in range(len(run) - 1))
        else:
            found.append(run)
    return found


# What may follow a word in hiragana without being part of it.
_PARTICLES = frozenset("をはがのにへともでやか")
_SCRIPTS = tuple(
    (unicode_pattern(letters), longest)
    for letters, longest in (
        (r"[\p{Han}々]", 8),
        (r"[\p{Katakana}ー]", 8),
        (r"\p{Hiragana}", 8),
        (r"[\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]", 16),  # an alphabet: a word takes more letters
    )
)


def is_unspaced(text: str) -> bool:
    """Whether a text has letters of a script that is written without spaces."""
    if text.isascii() or not _BEYOND.search(text) or not _MAY_BE_UNSPACED.search(text):
        return False
    return _IS_UNSPACED.search(text) is not None


def stands_free(part: str, text: str) -> bool:
    """Whether a part of a text in an unspaced script is no part of a longer word there; both are folded.

    Only the script tells where a word ends: 春の庭 stands free in 「春の庭」を, not in 春の庭園. A long part
    is a sentence of its own. What does not stand there letter by letter is not judged.
    """
    start = text.find(part) if part else -1
    judged = start >= 0
    while start >= 0:
        end = start + len(part)
        if not _is_glued(text[start - 1 : start], part) and not _is_glued(part, text[end : end + 1]):
            return True
        start = text.find(part, start + 1)
    return not judged


def _is_glued(left: str, right: str) -> bool:
    """Whether two neighbours, one of them a single letter, belong to one word of an unspaced script."""
    part, other = (left, right) if len(left) > 1 else (right, left)
    for script, longest in _SCRIPTS:
        if left and right and script.match(left[-1]) and script.match(right[0]):
            return len(part) < longest and not (part is left and other in _PARTICLES)
    return False


# Numbers as words, so that "part three" and "Part 3" agree.
_NUMBERS = {
    fold(word): str(number)
    for number, spelled in enumerate(
        (
            "one first eins erste ersten erster premier première un une",
            "two second zwei zweite zweiten zweiter deux deuxième",
            "three third drei dritte dritten dritter trois troisième",
            "four fourth vier vierte vierten vierter quatre quatrième",
            "five fifth fünf fünfte fünften fünfter cinq cinquième",
            "six sixth sechs sechste sechsten sechster sixième",
            "seven seventh sieben siebte siebten siebter sept septième",
            "eight eighth acht achte achten achter huit huitième",
            "nine ninth neun neunte neunten neunter neuf neuvième",
            "ten tenth zehn zehnte zehnten zehnter dix dixième",
        ),
        start=1,
    )
    for word in spelled.split()
}
# What tells the members of a series apart though it is no digit: Roman numbers and months.
_SERIAL = {
    fold(word): mark
    for mark, names in {
        "2": "ii",
        "3": "iii",
        "4": "iv",
        "6": "vi",
        "7": "vii",
        "8": "viii",
        "9": "ix",
        "11": "xi",
        "12": "xii",
        "month 1": "january januar janvier enero",
        "month 2": "february februar février febrero",
        "month 3": "march märz mars marzo",
        "month 4": "april avril abril",
        "month 5": "may mai mayo",
        "month 6": "june juni juin junio",
        "month 7": "july juli juillet julio",
        "month 8": "august août agosto",
        "month 9": "september septembre septiembre",
        "month 10": "october oktober octobre octubre",
        "month 11": "november novembre noviembre",
        "month 12": "december dezember décembre diciembre",
    }.items()
    for word in names.split()
}
_DIGIT = pattern(r"\d")
_ORDINAL = pattern(r"(\d+)(?:st|nd|rd|th|er|e|eme)")


def figures(its_words: Iterable[str]) -> frozenset[str]:
    """What tells the members of a series apart: words with digits, Roman numbers, months."""
    found = [word for word in its_words if word in _SERIAL or not word.isalpha()]
    return frozenset([_figure(word) for word in found if is_figure(word)]) if found else frozenset()


def is_figure(word: str) -> bool:
    """Whether a word is one that `figures` finds."""
    return word in _SERIAL or (not word.isalpha() and _DIGIT.search(word) is not None)


def _figure(word: str) -> str:
    if word.isdecimal():
        return str(int(word))
    ordinal = _ORDINAL.fullmatch(word)
    return ordinal[1] if ordinal else _SERIAL.get(word, word)


def numbers(its_words: frozenset[str]) -> frozenset[str]:
    """The figures among the words, and the numbers written out."""
    return figures(its_words) | {_NUMBERS[word] for word in _NUMBERS.keys() & its_words}


def size(its_words: Collection[str]) -> int:
    """How much is said, in letters of an alphabet; a pair of an unspaced script says as much as three."""
    letters = sum(map(len, its_words))
    if all(map(str.isascii, its_words)):
        return letters
    return letters + sum(1 for w in its_words if len(w) == 2 and not w.isascii() and _IS_UNSPACED.match(w))


def squash(text: str) -> str:
    """The letters and digits alone: "ts_aware", "TS-Aware" and "tsaware" are one."""
    folded = fold(text)
    if folded.isascii():
        return folded.encode("ascii").translate(None, _ASCII_SEPARATORS).decode("ascii")
    return _SEPARATORS.sub("", folded)
