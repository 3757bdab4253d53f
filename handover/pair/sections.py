"""Parts of a site: a shop, courses, docs, another language are not the blog, whatever a page is called."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from handover.later import pattern
from handover.pair.paths import day_of, slug_words
from handover.urls import Address
from handover.urls.known import BLOG_SEGMENTS, LANGUAGES, LISTS, OTHER_SECTIONS

_LANGUAGE = pattern(r"([a-z]{2})(?:[-_][a-z]{2,4})?")
_LANGUAGE_PARAMETERS = ("lang", "language", "hl", "locale")

SURE = 3  # words of a slug that name a post wherever they stand on the site


class Section(NamedTuple):
    """Where on a site an address is."""

    language: str  # "en"; "" when the address names none
    names: tuple[str, ...]  # of the parts above the last one, but for dates, numbers and words for blogs


@lru_cache(maxsize=1 << 12)
def section_of(address: Address) -> Section:
    """The section an address is in, from its host, its path and its parameters."""
    language, names = "", []
    label, _, rest = address.host.partition(".")
    above = [label] if "." in rest and (label in LANGUAGES or label in OTHER_SECTIONS) else []
    for part in (*above, *(segment.lower() for segment in address.segments[:-1])):
        told = _LANGUAGE.fullmatch(part)
        if told and told[1] in LANGUAGES:
            language = told[1]
        elif not part.isdecimal() and part not in BLOG_SEGMENTS:
            names.append(part)
    for name, value in address.query:
        if name.lower() in _LANGUAGE_PARAMETERS and value[1:3].lower() in LANGUAGES:
            language = value[1:3].lower()
    return Section(language, tuple(names))


def same_language(address: Address, post: Address | None) -> bool:
    """Whether an address may be in the language of a post: it names the same, or none."""
    language = section_of(address).language
    return not language or (post is not None and section_of(post).language == language)


class Sections:
    """The sections that a blog's posts are in."""

    def __init__(self) -> None:
        self._names: set[tuple[str, ...]] = set()
        self._at_root = False
        self._languages: set[str] = set()

    def add(self, addresses: Sequence[Address]) -> None:
        """Take up the addresses of a post."""
        for address in addresses:
            here = section_of(address)
            self._names.add(here.names)
            self._languages.add(here.language)
            self._at_root = self._at_root or not _is_below(address)

    def speak(self, address: Address, post: Address | None) -> bool:
        """Whether the very address of a post, but for a parameter, is not that of another language."""
        return self._languages <= {""} or same_language(address, post)

    def allow(self, address: Address, post: Address | None, *, fresh: bool, learnt: bool) -> bool:
        """Whether an address may be another address of a post that is called the same.

        `fresh`: the post was new when the address was shared; `learnt`: posts are known to have been there.
        """
        if not same_language(address, post):
            return False
        here, there = section_of(address), section_of(post) if post else Section("", ())
        if _is_called_otherwise(address) and (not post or address.segments != post.segments):
            return False  # though a post is called so too
        if post and here.names == there.names and _is_below(address) == _is_below(post):
            return True
        if not OTHER_SECTIONS.isdisjoint(here.names):
            return False
        count = len(slug_words(address))
        known = here.names in self._names and (bool(here.names) or self._at_root or _is_below(address))
        if known or learnt:
            return True
        if here.names and not self._at_root:
            return False  # the blog is one part of a larger site, and this is another
        return count >= SURE or (fresh and count > 1)

    def hold(self, address: Address, post: Address | None) -> bool:
        """Whether an address is where a post is: so strict for pages that are not called like it."""
        if not post or section_of(address).names != section_of(post).names:
            return False
        return self._at_root or _is_below(address) or day_of(address) is not None

    def exclude(self, address: Address) -> bool:
        """Whether an address of the own site is in a part of it that is not the blog."""
        names = section_of(address).names
        if _is_called_otherwise(address):
            return True
        return names not in self._names and not OTHER_SECTIONS.isdisjoint(names)


def _is_below(address: Address) -> bool:
    """Whether an address is below a word: /blog/a, but not /a, /2024/05/a or /en/a."""
    above = (part.lower() for part in address.segments[:-1])
    return not all(part.isdecimal() or part in LANGUAGES for part in above)


def _is_called_otherwise(address: Address) -> bool:
    """Whether an address is called like a list of posts or a part of a site."""
    last = address.segments[-1].lower() if address.segments else ""
    return last in OTHER_SECTIONS or last in LISTS
