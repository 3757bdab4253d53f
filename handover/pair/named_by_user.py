"""The user's own word which post an update belongs to."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from handover.later import dataclass, library
from handover.model import Post
from handover.pair.addresses import AddressIndex
from handover.pair.nearly_named import Slips, address_in, other_words
from handover.pair.paths import slug_of
from handover.text.comparing import squash
from handover.urls import parse

if TYPE_CHECKING:
    from rapidfuzz import fuzz
else:
    fuzz = library("rapidfuzz.fuzz")

SIMILAR = 60  # how alike (of 100) a title must be to be offered for a word that names no post


@dataclass(frozen=True, slots=True)
class Statement:
    """What a word names: one post (or one article told twice), several, or none."""

    posts: tuple[int, ...]
    how: str = ""  # a key of reasons.STATED


class StatementIndex:
    """Posts by what a person may call them, most exact first."""

    def __init__(self, posts: Sequence[Post], addresses: AddressIndex) -> None:
        self._posts = posts
        self._addresses = addresses
        self._ids: defaultdict[str, list[int]] = defaultdict(list)
        self._titles: defaultdict[str, list[int]] = defaultdict(list)
        self._slugs: defaultdict[str, list[int]] = defaultdict(list)
        for number, post in enumerate(posts):
            self._ids[post.id.strip()].append(number)
            self._titles[squash(post.title)].append(number)
            self._slugs[slug_of(parse(post.permalink))].append(number)

    def find(self, word: str) -> Statement:
        """The posts a word names: as id, as address, as title, as last part of an address, or nearly so."""
        word = word.strip()
        told = self.exactly(word)
        return told if told.posts else self._nearly(word)

    def exactly(self, word: str) -> Statement:
        """The posts a word names without anything before, behind or wrong in it."""
        if named := self._ids.get(word):
            return Statement(tuple(named), self._as_what(word, named))
        address = parse(word)
        if address is not None:
            found = self._addresses.at(address) or self._addresses.below(address)
            found = found or self._addresses.slugs.elsewhere(address, None, self._addresses.hosts)
            if found:
                return Statement(found.posts, "address")
        squashed = squash(word)
        for index, how in ((self._titles, "title"), (self._slugs, "slug")):
            if squashed and (named := index.get(squashed)):
                return Statement(tuple(named), how)
        return self._beginning(word, squashed)

    def _nearly(self, word: str) -> Statement:
        """The posts of the address in a word, and of the name without what stands before and behind it."""
        if path := self._path(word):
            return path
        found: dict[int, None] = {}
        if told := self.exactly(address_in(word)).posts if address_in(word) else ():
            found.update(dict.fromkeys(told))
        names = list(other_words(word, self._addresses.hosts))
        for name in names:
            if named := self._named(name):
                found.update(dict.fromkeys(named))
                break
        if found:
            return Statement(tuple(found), "nearly")
        for name in (word, *names):
            if named := self._slips.of(name):
                return Statement(tuple(self._titled[n] for n in named), "slip")
        return Statement(())

    def _named(self, name: str) -> Sequence[int]:
        squashed = squash(name)
        return self._titles.get(squashed) or self._beginning(name, squashed).posts if squashed else ()

    def _path(self, word: str) -> Statement | None:
        """The posts at a path without its site: "/de/green-tea/"."""
        if not word.startswith("/") or any(sign.isspace() for sign in word):
            return None
        addresses = [parse(f"https://{host}{word}") for host in sorted(self._addresses.hosts)]
        hits = [hit for address in addresses if address and (hit := self._addresses.at(address))]
        found = tuple(dict.fromkeys(n for hit in hits for n in hit.posts))
        return Statement(found, "path") if found else None

    @cached_property
    def _titled(self) -> list[int]:
        return [number for number, post in enumerate(self._posts) if post.own_title]

    @cached_property
    def _slips(self) -> Slips:
        texts = (text for post in self._posts for text in (post.summary, post.text) if text)
        return Slips([self._posts[number].title for number in self._titled], texts)

    def _as_what(self, word: str, posts: Sequence[int]) -> str:
        """What a person calls a word that is an id: many a feed takes the address, or the title, for one."""
        if parse(word):
            return "address"
        titles = {squash(self._posts[n].title) for n in posts}
        return "title" if squash(word) in titles else "id"

    def similar(self, word: str) -> list[tuple[int, float]]:
        """The posts whose titles are most like a word, best first, at most three."""
        names = [squash(name) for name in (word, *other_words(word, self._addresses.hosts))]
        titles = ((n, squash(post.title)) for n, post in enumerate(self._posts) if post.title)
        scored = ((max(fuzz.ratio(name, title) for name in names), n) for n, title in titles)
        best = sorted((-score, n) for score, n in scored if score >= SIMILAR)[:3]
        return [(number, round(-score / 100, 2)) for score, number in best]

    def _beginning(self, word: str, squashed: str) -> Statement:
        # A title cut by its sheet still names its post, while only one begins so.
        if not word.endswith(("…", "...")) or len(squashed) < 8:
            return Statement(())
        named = [n for title, found in self._titles.items() if title.startswith(squashed) for n in found]
        return Statement(tuple(named), "title")
