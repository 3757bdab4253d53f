"""Which post an address leads to."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from handover.model import Post
from handover.urls import canonical, host_of, spellings, split


def addresses_of(post: Post) -> tuple[str, ...]:
    """Every address the post is known to answer to."""
    known = (post.permalink, *post.aliases, post.id)
    return tuple(a for a in known if a and split(a) is not None)


class AddressIndex:
    """Posts by the keys of their addresses.

    A key that belongs to several posts decides nothing, but for posts that are one article told twice
    (same address, same title): an update that links to it belongs to each.
    """

    def __init__(self, posts: Sequence[Post]) -> None:
        self.posts = posts
        levels: list[defaultdict[str, set[int]]] = [defaultdict(set) for _ in range(3)]
        for number, post in enumerate(posts):
            for address in addresses_of(post):
                keys = spellings(address)
                for level in range(3):
                    levels[level][keys[min(level, len(keys) - 1)]].add(number)
        self._levels = levels
        self.hosts = frozenset(filter(None, (host_of(p.permalink) for p in posts)))

    def find(self, address: str) -> frozenset[int]:
        """The posts an address leads to, by the strictest key that knows it; none when that is ambiguous."""
        keys = spellings(address)
        for level in range(3):
            found = self._levels[level].get(keys[min(level, len(keys) - 1)])
            if found:
                return frozenset(found) if self._is_one_article(found) else frozenset()
        return frozenset()

    def _is_one_article(self, numbers: Iterable[int]) -> bool:
        return len({" ".join(self.posts[n].title.casefold().split()) for n in numbers}) == 1

    def key_of(self, number: int) -> str:
        return canonical(self.posts[number].permalink)
