"""Which sentences a blog or its updates say more than once: how a blog ends each post is no draft of any."""

from collections.abc import Iterable

from handover.later import pattern
from handover.model import Post, Update
from handover.text.comparing import wordings

READ = 20_000  # characters of a post that are looked at, as drafts are taken from no more
# A full stop within a sentence ("Dr. Lee") cuts it, too: it is cut so in every text it stands in.
AROUND = " \t.!?…。！？\"'”»)"
# One branch, which begins with all the signs: of two `re` tries both at every letter, at twice the time.
_ENDS = pattern(r"[.!?…。！？\n](?:(?<=[。！？\n])|[\"”»)]*\s+)")


def pieces(text: str) -> frozenset[str]:
    """What stands between the stops and ends of lines of a text, each by its words alone."""
    return _worded(parts(text))


def parts(text: str) -> set[str]:
    """The same as it is written."""
    found = {part.strip(AROUND) for part in _ENDS.split(text) if part}
    found.discard("")
    return found


def in_several(posts: Iterable[Post]) -> dict[str, str]:
    """The pieces that are written the same in posts of different titles, as they are written, each with its
    words; the same post twice is one."""
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for post in posts:
        title = post.own_title
        for part in parts(f"{post.summary[:READ]}\n{post.text[:READ]}"):
            if first.setdefault(part, title) != title:
                found[part] = ""
    told = zip(found, wordings([*found]), strict=True)  # to word those alone costs little
    return {part: words for part, words in told if words}


def said(updates: Iterable[Update]) -> frozenset[str]:
    """The pieces of all that was said already, of this post or another, or of none."""
    texts = dict.fromkeys(update.text for update in updates)  # what goes to several networks is one
    return frozenset().union(*map(pieces, texts))


def _worded(parts: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(None, wordings([*parts])))
