"""The user's own word which post an update belongs to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from handover.model import Post
from handover.pair.addresses import AddressIndex
from handover.pair.paths import slug_of
from handover.text.comparing import squash
from handover.urls import parse

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
        """The posts a word names: as id, as address, as title, as last part of an address."""
        word = word.strip()
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

    def _as_what(self, word: str, posts: Sequence[int]) -> str:
        """What a person calls a word that is an id: many a feed takes the address, or the title, for one."""
        if parse(word):
            return "address"
        titles = {squash(self._posts[n].title) for n in posts}
        return "title" if squash(word) in titles else "id"

    def similar(self, word: str) -> list[tuple[int, float]]:
        """The posts whose titles are most like a word, best first, at most three."""
        told = squash(word)
        scored = ((fuzz.ratio(told, squash(p.title)), n) for n, p in enumerate(self._posts) if p.title)
        best = sorted((-score, n) for score, n in scored if score >= SIMILAR)[:3]
        return [(number, round(-score / 100, 2)) for score, number in best]

    def _beginning(self, word: str, squashed: str) -> Statement:
        # A title cut by its sheet still names its post, while only one begins so.
        if not word.endswith(("…", "...")) or len(squashed) < 8:
            return Statement(())
        named = [n for title, found in self._titles.items() if title.startswith(squashed) for n in found]
        return Statement(tuple(named), "title")
