"""Two tabs that belong together: one lists the blog's posts by number, another names a number each row."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import field

from handover.later import dataclass, pattern
from handover.read.updates.tables import Table
from handover.read.updates.tables.files.sheets import HEADER_WITHIN
from handover.read.updates.tables.header.columns import header_words, text_of
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cells import addresses

_POST = (
    r"(?:blog|post|blog ?post|blog ?artikel|blog ?beitrag|artikel|article|articulo|articolo|artigo|beitrag)"
)
_NO = r"(?:no|nr|number|nummer|num|numero|id|n)"
_NUMBER = pattern(rf"{_NO}|{_POST} ?{_NO}|{_NO} (?:de |del |d )?{_POST}")
_POST_NUMBER = pattern(rf"{_POST}(?: ?{_NO})?|{_NO} (?:de |del |d )?{_POST}")
_ABOUT_POSTS = pattern(r"blog|article|artikel|articul|articol|artigo|beitr|posts?\b")


@dataclass(slots=True)
class NumberedPosts:
    """The posts of a file by number, and the tabs that list them."""

    tabs: set[str] = field(default_factory=set)
    posts: dict[str, str] = field(
        default_factory=dict
    )  # number -> address, or title; only where it is unique

    def headers_in(self, table: Table) -> dict[str, str]:
        """The headers of another tab that hold these numbers, as `columns_of` takes them."""
        if not self.posts or table.sheet in self.tabs:
            return {}
        found = {}
        for at, (_, cells) in enumerate(table.rows[:HEADER_WITHIN]):
            for index, word in enumerate(header_words(cells)):
                below = [text_of(row[index]) for _, row in table.rows[at + 1 :] if index < len(row)]
                told = [text for text in below if text]
                if _POST_NUMBER.fullmatch(spelled(word)) and told and all(t in self.posts for t in told):
                    found[spelled(word)] = "post title"
        return found


def numbered_posts(tables: Sequence[Table]) -> NumberedPosts:
    """The posts that a tab of the file lists by number: a tab about posts of the blog, without texts."""
    found = NumberedPosts()
    if len(tables) < 2:
        return found
    told: list[tuple[str, str]] = []
    for table in tables:
        if posts := _posts_in(table):
            found.tabs.add(table.sheet)
            told += posts
    counts = Counter(number for number, _ in told)
    found.posts = {number: post for number, post in told if counts[number] == 1}
    return found if any(map(found.headers_in, tables)) else NumberedPosts()


def _posts_in(table: Table) -> list[tuple[str, str]]:
    for at, (_, cells) in enumerate(table.rows[:HEADER_WITHIN]):
        words = header_words(cells)
        roles = [role_of(word) if word else None for word in words]
        fields = [role.field if role else "" for role in roles]
        number = next((i for i, w in enumerate(words) if w == "#" or _NUMBER.fullmatch(spelled(w))), None)
        titles = [i for i, one in enumerate(fields) if one in ("title", "post title", "post") and i != number]
        links = [i for i, one in enumerate(fields) if one in ("post link", "link", "permalink")]
        is_of_posts = _ABOUT_POSTS.search(" ".join(map(spelled, (table.sheet, *words)))) is not None
        is_of_updates = any(one in ("text", "hook", "network") for one in fields)
        if number is None or is_of_updates or not is_of_posts or not (titles or links):
            continue
        found = []
        for row, below in table.rows[at + 1 :]:
            shown = [text_of(below[i]) if i < len(below) else "" for i in range(len(words))]
            link = next((a for i in links for a in addresses(table.links.get((row, i), "") or shown[i])), "")
            post = link or next((shown[i] for i in titles if shown[i]), "")
            if shown[number] and post:
                found.append((shown[number], post))
        return found
    return []
