"""What is nothing to post at all: no words, an address, tags, a test, a placeholder, a note to oneself."""

import re
from functools import cache

from handover import languages
from handover.check.lexicon import words_of
from handover.check.patterns import Words, spelled
from handover.check.phrase_index import Index
from handover.later import pattern
from handover.model import Said, Update

_ABOUT: dict[str, Said] = {
    "reply": Said("answers somebody"),
    "repost": Said("repeats somebody else's words"),
    "withheld": Said("is kept from the client"),
}
_NOTHING = Said("has no text to use again")
_NO_WORDS = Said("has no words of its own, only addresses, tags or names")
_TEST = Said("is a test or a placeholder, or a note to oneself")
_MACHINE = Said("is no text but a machine's mark")
_POINTS = Said("only points at what it does not carry")

_TEST_LENGTH = 6  # words up to which a beginning like "test" makes the whole a test
_HEADING = 40  # characters of a heading before a note
_OPENING, _CLOSING = "[<{", "]>}"
_TAG = pattern(r"[#＃]\w+")
_LETTER = pattern(r"[^\W\d_]")
_BRACKETED = pattern(r"^\s*(?:\[[^\]]*\]|<[^<>]*>|\{+[^{}]*\}+)\s*$")
_TO_FILL = pattern(
    r"\{\{[^{}]*\}\}|\[(?:add|insert|your|enter|link|url|name|date|title|text|photo|image|pic|picture|video|caption)"
    r"\b[^\]]*\]|<(?:insert|your|add)\b[^<>]*>|\blorem ipsum\b",
    re.IGNORECASE,
)
_FILE = pattern(r"^\s*[\w-]+\.(?:jpe?g|png|gif|mp4|mov|pdf|docx?|webp|heic)\s*$", re.IGNORECASE)
_ID = pattern(
    r"^(?=\S*\d)(?:[0-9a-f-]{8,}|[\w+/=-]*\d[\w+/=-]*_[\w+/=-]*|[\d\s:.,/_-]+|(?=\S*[A-Z])[\w+/=-]{12,})$"
)
_MARKUP = pattern(r"^\s*(?:\{\s*\"|\[\s*\{|<\?xml|<!doctype|<html)", re.IGNORECASE)
_REPOST = pattern(r"^\s*RT\s+[@＠]\w")


def unfit(update: Update, own: str, words: Words) -> Said | None:
    """Why an update is nothing to post again whatever it says; None: it is something.

    `own` is its text without links and handles, `words` are its words.
    """
    if update.kind != "original":
        return _ABOUT[update.kind]
    text = update.text
    if not (words or text.strip()):
        return _NOTHING
    if text.startswith("RT") and _REPOST.match(text):
        return _ABOUT["repost"]
    if len(words) <= 2 * _TEST_LENGTH and (said := _short(own, words)):
        return said
    if ("[" in text or "{" in text or "<" in text or "ipsum" in text) and _TO_FILL.search(text):
        return _TEST
    if text.lstrip()[:1] in _OPENING and _MARKUP.match(text):
        return _MACHINE
    return _TEST if words and _begins_as_note(own) else None


def _short(own: str, words: Words) -> Said | None:
    bare = _TAG.sub(" ", own) if "#" in own or "＃" in own else own
    if not ((bare is own and words and words[0].isalpha()) or _LETTER.search(bare)):
        return _MACHINE if words and _ID.match(bare.strip()) and len(words[0]) > 3 else _NO_WORDS
    if bare.rstrip()[-1:] in _CLOSING and _BRACKETED.match(bare):
        return _TEST
    if len(bare.split(None, 1)) == 1 and (_FILE.match(bare) or _ID.match(bare.strip())):
        return _MACHINE
    told = words if bare is own else words_of(bare)
    if len(told) > _TEST_LENGTH:
        return None
    if _pointing().whole(told):
        return _POINTS
    return _TEST if _tests().begins(told) and all(map(_is_of_tests, told)) else None


def _begins_as_note(own: str) -> bool:
    """ "Idea: ...", "Caption: ...", "TODO - ...": a heading of one's own and a sign that ends it."""
    end = own.find(":", 0, _HEADING + 1)
    return end >= 0 and _notes().whole(words_of(own[:end]))


def _is_of_tests(word: str) -> bool:
    return word.isdigit() or word in _test_words() or _tests().begins((word,))


@cache
def _test_words() -> frozenset[str]:
    """All words of which tests and placeholders are made."""
    return frozenset(word for known in languages.all_languages() for word in words_of(known.time.unfit))


@cache
def _tests() -> Index:
    return _index("unfit")


@cache
def _notes() -> Index:
    return _index("note")


@cache
def _pointing() -> Index:
    return _index("pointing")


def _index(name: str) -> Index:
    """These phrases of every language: nobody tests in her own alone."""
    listed = (getattr(known.time, name) for known in languages.all_languages())
    return Index(enumerate(found for text in listed for found in spelled(text, "keep", "", {})))
