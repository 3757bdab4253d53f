"""Why a pair is one, and why an update stays open, in sentences a client understands."""

from collections.abc import Sequence

from handover.model import Update
from handover.networks import NETWORKS
from handover.pair.judge import Hint
from handover.pair.leads import Lead
from handover.pair.links import Link
from handover.pair.titles import Likeness

STATED = {
    "id": "You gave this post's id.",
    "address": "You gave this post's address.",
    "title": "You gave this post's title.",
}
SYNDICATION = "The post names this update as its copy on {network}."
ASKED = "Its short link leads to this post."
SAME_LINK = "Another update with the same link ({link}) belongs to this post."
SAME_WORDS = "It has the same words as another update of this post."
NO_POSTS = "There are no posts to pair it with."


def named(how: str) -> str:
    return STATED[how]


def copied(update: Update) -> str:
    network = NETWORKS.get(update.network)
    return SYNDICATION.format(network=network.label if network else update.network)


def quoted(likeness: Likeness, from_text: bool) -> str:
    """For a title that stands in the text, or the first words of a post without one."""
    what = "The post's first words stand" if from_text else "The post's title stands"
    return f"{what} in the text word for word{_when(likeness)}."


NEARLY = {
    "title": "The post's title stands in the text almost word for word{when}.",
    "announced": "It announces something new and has the words of this post's title{when}.",
    "series": "It names the series of this post without a number, and this was the newest{when}.",
}


def nearly(likeness: Likeness, named: str) -> str:
    return NEARLY[named].format(when=_when(likeness))


def unknown_post(word: str) -> str:
    return f"You named “{_short(word)}”, but no post has that title, address or id."


def several_posts(word: str, count: int) -> str:
    return f"You named “{_short(word)}”, and {count} posts are called so; give the address of the right one."


def still_open(
    update: Update, links: Sequence[Link], hint: Hint, leads: frozenset[Lead], similar: bool
) -> str:
    """Why an update that was not paired stays open."""
    if update.kind == "repost":
        return f"It repeats someone else's update{_links(links)}; its words alone are no proof."
    if update.kind == "reply":
        return f"It is a reply{_links(links)}; its words alone are no proof."
    doubt = "a similar title is no proof" if similar else "no post of the days around it has a similar title"
    if Lead.ITSELF in leads:
        return f"Its text was cut short and links only to itself, so its own link is lost; {doubt}."
    if Lead.OWN in leads or Lead.HOME in leads:
        return f"It links to your own site ({_name(links)}), but to no single post here; {doubt}."
    if hint is Hint.HIDDEN:
        return f"It is not visible where its link ({_name(links)}) leads, and {doubt}."
    if Lead.PART in leads:
        return f"It links to another part of your own site ({_name(links)}), not to a post."
    if links and leads == {Lead.GENERAL}:
        return f"Its link ({_name(links)}) stands under other updates too, so it proves nothing, and {doubt}."
    if links:
        return f"It links to somewhere else ({_name(links)}), not to a post."
    if not update.text.strip():
        return "It has neither a text nor a link to go by."
    return f"It has no link, and {doubt}."


def _links(links: Sequence[Link]) -> str:
    return f" that links to {_name(links)}, not to a post" if links else " without a link to a post"


def _name(links: Sequence[Link]) -> str:
    link = next((link for link in links if link.address), None)
    if link is None or link.address is None:
        return _short(links[0].raw) if links else ""
    path = "/".join(("", *link.address.segments))
    return _short(link.address.host + path, 40)


def _when(likeness: Likeness) -> str:
    if likeness.days is None:
        return ""
    if likeness.days <= 0:
        return ", posted the day it was published"
    return f", {likeness.days} day{'s' if likeness.days > 1 else ''} after it was published"


def _short(text: str, limit: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
