"""Names of originals that a person can read: "2025-03-14-instagram-new-oven-1.jpg"."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from handover.model import Post, Update
from handover.networks import NETWORKS
from handover.text.links import without_addresses
from handover.write.slug import slug_of

BLOG = "blog"  # stands where the network does, for pictures of posts
BY_YEAR_FROM = 100  # files of a folder, from which on each year has one of its own
UNDATED = "undated"
_LONGEST = 40  # signs of the words
_HIGHEST = 120  # bytes of them: a name may have 255


class Names:
    """Gives each original a name that none has yet. Two that are alike without case are one on some disks."""

    def __init__(self, files: int) -> None:
        self._by_year = files >= BY_YEAR_FROM
        self._counts: Counter[str] = Counter()

    def name(self, update: Update | None, post: Post | None, ending: str) -> str:
        """The next name of a picture of this update, else of this post, within the folder."""
        moment = update.posted_at if update else post and (post.published or post.modified)
        day = moment.date().isoformat() if moment else ""
        network = NETWORKS[update.network].file_name if update and update.network in NETWORKS else ""
        parts = (day, network or (update.network if update else BLOG), _words(update, post))
        stem = "-".join(part for part in parts if part)
        self._counts[stem.casefold()] += 1
        name = f"{stem}-{self._counts[stem.casefold()]}.{ending}"
        return f"{day[:4] or UNDATED}/{name}" if self._by_year else name


def _words(update: Update | None, post: Post | None) -> str:
    """A few words to know it by: the post's title, else how the update begins."""
    told: Iterable[str] = (
        post.own_title if post else "",
        without_addresses(update.text, "") if update else "",
    )
    words = next((text for text in told if re.search(r"\w", text)), "")
    if not words:
        return ""
    slug = slug_of(words[:200])
    short = slug if len(slug) <= _LONGEST else slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
    return unicodedata.normalize("NFC", short.encode()[:_HIGHEST].decode("utf-8", "ignore"))
