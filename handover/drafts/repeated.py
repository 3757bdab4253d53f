"""Which sentences a blog or its updates say more than once: how a blog ends each post is no draft of any."""

from collections.abc import Iterable

from handover.later import pattern
from handover.model import Post, Update
from handover.text.comparing import wordings

READ = 20_000  # characters of a post that are looked at, as drafts are taken from no more
# A full stop within a sentence ("Dr. Lee") cuts it, too: it is cut so in every text it stands in.
_AROUND = " \t.!?…。！？\"'”»)"
_ENDS = pattern(r"[.!?…][\"”»)]*\s+|[。！？\n]")


def pieces(text: str) -> frozenset[str]:
    """What stands between the stops and ends of lines of a text, each by its words alone."""
    return _worded(parts(text))


def parts(text: str) -> set[str]:
    """The same as it is written."""
    found = {part.strip(_AROUND) for part in _ENDS.split(text) if part}
    found.discard("")
    return found


def in_several(posts: Iterable[Post]) -> frozenset[str]:
    """The pieces that are written the same in posts of different titles; the same post twice is one."""
    first: dict[str, str] = {}
    found: set[str] = set()
    for post in posts:
        title = post.own_title
        for part in parts(f"{post.summary[:READ]}\n{post.text[:READ]}"):
            if first.setdefault(part, title) != title:
                found.add(part)
    return _worded(found)  # to word those alone costs little


def said(updates: Iterable[Update]) -> frozenset[str]:
    """The pieces of all that was said already, of this post or another, or of none."""
    return frozenset().union(*(pieces(update.text) for update in updates))


def _worded(parts: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, wordings([*parts])))
