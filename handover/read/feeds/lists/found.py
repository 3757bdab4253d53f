"""What lists of a blog have in common: their posts, and what is said of the rest."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from handover.model import Notice, Post, Quoted, Said, Skipped
from handover.model.said import N_
from handover.read.feeds.document import Lost
from handover.read.feeds.lists.places import Place

DOUBTFUL = N_(
    "{address} may be a post: nothing tells whether it is one, and it was left out"
    " (--site names their folder)."
)
_SEPARATED = re.compile(r"\s+[|–—·»-]\s+")
PAGES = Said("pages that are no posts")


def doubts(addresses: Sequence[str], places: Sequence[Place], where: str) -> tuple[Skipped, ...]:
    """The addresses that may be posts, each named."""
    lost = Lost(where)
    for number, (address, place) in enumerate(zip(addresses, places, strict=True), 1):
        if place == "doubtful":
            lost.add(number, DOUBTFUL, address=address)
    return lost.skipped()


def left_aside(places: Iterable[Place]) -> Counter[Said]:
    number = sum(place == "page" for place in places)
    return Counter({PAGES: number}) if number else Counter()


def common_ending(titles: Sequence[str]) -> str:
    """What most titles end in: " | Acme Tea"; "" where they do not."""
    ends = [title[found[-1].start() :] for title in titles if (found := list(_SEPARATED.finditer(title)))]
    common = Counter(ends).most_common(1)
    return common[0][0] if common and common[0][1] * 2 > len(titles) and common[0][1] > 1 else ""


def made_titles(addresses: Sequence[str], where: str) -> tuple[Notice, ...]:
    """That the titles of the posts at these addresses were made of them."""
    if not addresses:
        return ()
    told = Said(
        "{n} title was made of its address: {title}.",
        many="{n} titles were made of their addresses, such as {title}.",
        n=len(addresses),
        title=Quoted(addresses[0]),
    )
    hint = Said(
        "Look at these posts on the blog, let their pages be asked (--fetch-titles), or give a table of Title"
        " and URL in its place."
    )
    return (Notice(text=told, hint=hint, where=where),)


def unlinked(posts: Iterable[Post], where: str, hint: Said) -> tuple[Notice, ...]:
    """That posts have no address, and how to give it."""
    number = sum(not post.permalink for post in posts)
    if not number:
        return ()
    told = Said(
        "{n} post stands without an address: the file does not say where the blog is.",
        many="{n} posts stand without an address: the file does not say where the blog is.",
        n=number,
    )
    return (Notice(text=told, hint=hint, where=where),)
