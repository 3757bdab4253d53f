"""Why a pair is one, and why an update stays open, in sentences a client understands."""

from collections.abc import Sequence

from handover.model import Update
from handover.networks import NETWORKS
from handover.pair.leads import Lead
from handover.pair.links import Link
from handover.pair.title_rules import Why
from handover.pair.titles import Likeness

STATED = {
    "id": "You gave this post's id.",
    "address": "You gave this post's address.",
    "title": "You gave this post's title.",
    "slug": "You gave the last part of this post's address.",
}
SYNDICATION = "The post names this update as its copy on {network}."
ASKED = "Its short link leads to this post."
SAME_LINK = "Another update with the same link ({link}) belongs to this post."
SAME_WORDS = "It has the same words as another update of this post."
NOTE = "It is this note of the blog, word for word."
IN_COMMON = "“{sentence}” has words of “{title}”."
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
    "announced": "It says that something was written and has words of this post's title{when}.",
    "series": "It names the series of this post without a number, and this was the newest{when}.",
}


def nearly(likeness: Likeness, named: str) -> str:
    return NEARLY[named].format(when=_when(likeness))


def unknown_post(word: str) -> str:
    return f"You named “{_short(word)}”, but no post has that title, address or id."


def several_posts(word: str, count: int) -> str:
    return f"You named “{_short(word)}”, and {count} posts are called so; give the address of the right one."


DOUBTS = {
    Why.AHEAD: "it speaks of what was still to be written",
    Why.SEVERAL: "it names more than one post, and not each for certain",
    Why.TWINS: "more than one post is called as it says",
    Why.PHRASE: "the title in it recurs in updates without a link, so it is no proof",
    Why.LATE: "the title in it is too short, or its post too long ago, to be a proof",
    Why.DIFFERS: "it has another name, thing or number in the place of a title's own",
}
SIMILAR = "a similar title is no proof"
NONE_SIMILAR = "no post of the days around it has a similar title"
NONE_AT_ALL = "no post has a similar title"

OPEN = {
    Lead.ITSELF: "Its text was cut short and links only to itself, so its own link is lost; {doubt}.",
    Lead.OWN: "It links to your own site ({link}), but to no single post here; {doubt}.",
    Lead.HOME: "It links to your own site ({link}), but to no single post here; {doubt}.",
    Lead.HIDDEN: "It is not visible where its link ({link}) leads, and {doubt}.",
    Lead.PART: "It links to another part of your own site ({link}), not to a post.",
    Lead.ELSEWHERE: "It links to somewhere else ({link}), not to a post.",
    Lead.GENERAL: "Its link ({link}) stands under other updates too, so it proves nothing, and {doubt}.",
}
# The same of an update whose words are not asked, most telling first.
ANSWERS = {
    Lead.ITSELF: "was cut short",
    Lead.OWN: "links to your own site ({link}), but to no single post here",
    Lead.HOME: "links to your own site ({link}), but to no single post here",
    Lead.HIDDEN: "has a link ({link}) that cannot be read",
    Lead.PART: "links to another part of your own site ({link})",
    Lead.ELSEWHERE: "links to somewhere else ({link})",
    Lead.GENERAL: "has a link ({link}) that stands under other updates too",
}


def still_open(update: Update, leads: Sequence[tuple[Lead, Link]], why: Why | None, similar: bool) -> str:
    """Why an update that was not paired stays open; `leads`: what each of its links says, and the link."""
    lead, link = min(leads, key=lambda told: list(OPEN).index(told[0]), default=(None, None))
    name = _name(link) if link else ""
    if update.kind != "original" or update.text.lstrip().startswith("@"):
        what = "It repeats someone else's update" if update.kind == "repost" else "It is a reply"
        if lead is None:
            return f"{what} without a link; its words alone are no proof."
        return f"{what} and {ANSWERS[lead].format(link=name)}; its words alone are no proof."
    none = NONE_SIMILAR if update.posted_at else NONE_AT_ALL
    doubt = DOUBTS[why] if why else SIMILAR if similar else none
    if lead is not None:
        return OPEN[lead].format(link=name, doubt=doubt)
    if not update.text.strip():
        return "It has neither a text nor a link to go by."
    return f"It has no link, and {doubt}."


def _name(link: Link) -> str:
    if link.address is None:
        return _short(link.raw)
    path = "/".join(("", *link.address.segments))
    return _short(link.address.host + path, 40)


def _when(likeness: Likeness) -> str:
    if likeness.days is None:
        return ""
    if likeness.days < 0:
        return ", posted the day before it was published"
    if likeness.days == 0:
        return ", posted the day it was published"
    return f", {likeness.days} day{'s' if likeness.days > 1 else ''} after it was published"


def _short(text: str, limit: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
