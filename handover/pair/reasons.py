"""Why a pair is one, and why an update stays open, in sentences a client understands."""

from collections.abc import Sequence
from functools import lru_cache

from handover.model import N_, Joined, Near, Said, Update
from handover.networks import NETWORKS
from handover.pair.leads import Lead
from handover.pair.title_rules import Why
from handover.pair.titles import Likeness
from handover.pair.update_links import Link

STATED = {
    "id": Said("You gave this post's id."),
    "address": Said("You gave this post's address."),
    "title": Said("You gave this post's title."),
    "slug": Said("You gave the last part of this post's address."),
    "path": Said("You gave the path of this post's address."),
    "nearly": Said("You gave this post's title or address, with something before or behind it."),
    "slip": Said("You gave this post's title, but for a slip of the keys."),
}
ASKED = Said("Its short link leads to this post.")
SAME_WORDS = Said("It has the same words as another update of this post.")
NOTE = Said("It is this note of the blog, word for word.")
NO_POSTS = Said("There are no posts to pair it with.")


def named(how: str) -> Said:
    return STATED[how]


@lru_cache(maxsize=1_024)
def in_sheet(near: Near) -> Said:
    """For a post that the user's sheet names above or beside an update."""
    word = _short(near.word)
    if near.where == "beside":
        return Said("“{word}” stands beside it in your sheet.", word=word)
    if near.where == "sheet":
        return Said("It stands on the sheet “{word}”.", word=word)
    return Said("It stands below “{word}” in your sheet.", word=word)


def perhaps_in_sheet(near: Near) -> Said:
    """For a post that a sheet only suggests."""
    return Said("Your sheet has it near “{word}”, but it may belong to no post.", word=_short(near.word))


@lru_cache(maxsize=64)
def copied(network: str) -> Said:
    known = NETWORKS.get(network)
    label = known.label if known and network != "other" else Said("Other") if known else network
    return Said("The post names this update as its copy on {network}.", network=label)


def same_link(link: str) -> Said:
    return Said("Another update with the same link ({link}) belongs to this post.", link=link)


def in_common(sentence: str, title: str) -> Said:
    return Said("“{sentence}” has words of “{title}”.", sentence=sentence, title=title)


def quoted(likeness: Likeness, from_text: bool) -> Said:
    """For a title that stands in the text, or the first words of a post without one."""
    return _seen("first_words" if from_text else "whole", likeness.days)


def nearly(likeness: Likeness, named: str) -> Said:
    return _seen(named, likeness.days)


def sentence(days: int) -> Said:
    """For a sentence of the post that stands in the text."""
    return _seen("sentence", days)


SEEN = {
    "first_words": N_("The post's first words stand in the text word for word{when}."),
    "whole": N_("The post's title stands in the text word for word{when}."),
    "title": N_("The post's title stands in the text almost word for word{when}."),
    "announced": N_("It says that something was written and has words of this post's title{when}."),
    "sentence": N_("A sentence of the post stands in the text word for word{when}."),
    "number": N_("It names the series of this post, and its number{when}."),
    "series": N_("It names the series of this post without a number, and this was the newest{when}."),
}


@lru_cache(maxsize=4096)
def _seen(what: str, days: int | None) -> Said:
    return Said(SEEN[what], when=_when(days))


def unknown_post(word: str) -> Said:
    return Said("You named “{word}”, but no post has that title, address or id.", word=_short(word))


def several_posts(word: str, count: int) -> Said:
    return Said(
        "You named “{word}”, and {n} posts are called so; give the address of the right one.",
        n=count,
        word=_short(word),
    )


DOUBTS = {
    Why.AHEAD: Said("it speaks of what was still to be written"),
    Why.SEVERAL: Said("it names more than one post, and not each for certain"),
    Why.TWINS: Said("more than one post is called as it says"),
    Why.PHRASE: Said("the title in it recurs in updates without a link, so it is no proof"),
    Why.LATE: Said("the title in it is too short, or its post too long ago, to be a proof"),
    Why.DIFFERS: Said("it has another name, thing or number in the place of a title's own"),
}
SIMILAR = Said("a similar title is no proof")
NONE_SIMILAR = Said("no post of the days around it has a similar title")
NONE_AT_ALL = Said("no post has a similar title")

OPEN = {
    Lead.ITSELF: N_("Its text was cut short and links only to itself, so its own link is lost; {doubt}."),
    Lead.OWN: N_("It links to your own site ({link}), but to no single post here; {doubt}."),
    Lead.HOME: N_("It links to your own site ({link}), but to no single post here; {doubt}."),
    Lead.HIDDEN: N_("It is not visible where its link ({link}) leads, and {doubt}."),
    Lead.PART: N_("It links to another part of your own site ({link}), not to a post."),
    Lead.ELSEWHERE: N_("It links to somewhere else ({link}), not to a post."),
    Lead.GENERAL: N_("Its link ({link}) stands under other updates too, so it proves nothing, and {doubt}."),
}
_TELLING = {lead: place for place, lead in enumerate(OPEN)}  # the most telling first
# The same of an update whose words are not asked, most telling first: whole sentences, for a language may
# begin one of a repetition otherwise than one of a reply.
REPEATS = {
    None: N_("It repeats someone else's update without a link; its words alone are no proof."),
    Lead.ITSELF: N_("It repeats someone else's update and was cut short; its words alone are no proof."),
    Lead.OWN: N_(
        "It repeats someone else's update and links to your own site ({link}), but to no single post here; "
        "its words alone are no proof."
    ),
    Lead.HOME: N_(
        "It repeats someone else's update and links to your own site ({link}), but to no single post here; "
        "its words alone are no proof."
    ),
    Lead.HIDDEN: N_(
        "It repeats someone else's update and has a link ({link}) that cannot be read; "
        "its words alone are no proof."
    ),
    Lead.PART: N_(
        "It repeats someone else's update and links to another part of your own site ({link}); "
        "its words alone are no proof."
    ),
    Lead.ELSEWHERE: N_(
        "It repeats someone else's update and links to somewhere else ({link}); its words alone are no proof."
    ),
    Lead.GENERAL: N_(
        "It repeats someone else's update and has a link ({link}) that stands under other updates too; "
        "its words alone are no proof."
    ),
}
REPLIES = {
    None: N_("It is a reply without a link; its words alone are no proof."),
    Lead.ITSELF: N_("It is a reply and was cut short; its words alone are no proof."),
    Lead.OWN: N_(
        "It is a reply and links to your own site ({link}), but to no single post here; "
        "its words alone are no proof."
    ),
    Lead.HOME: N_(
        "It is a reply and links to your own site ({link}), but to no single post here; "
        "its words alone are no proof."
    ),
    Lead.HIDDEN: N_(
        "It is a reply and has a link ({link}) that cannot be read; its words alone are no proof."
    ),
    Lead.PART: N_(
        "It is a reply and links to another part of your own site ({link}); its words alone are no proof."
    ),
    Lead.ELSEWHERE: N_("It is a reply and links to somewhere else ({link}); its words alone are no proof."),
    Lead.GENERAL: N_(
        "It is a reply and has a link ({link}) that stands under other updates too; "
        "its words alone are no proof."
    ),
}
WORDLESS = Said("It has neither a text nor a link to go by.")


def still_open(update: Update, leads: Sequence[tuple[Lead, Link]], why: Why | None, similar: bool) -> Said:
    """Why an update that was not paired stays open; `leads`: what each of its links says, and the link."""
    lead, link = min(leads, key=lambda told: _TELLING[told[0]], default=(None, None))
    if update.kind != "original" or update.text.lstrip().startswith("@"):
        answers = REPEATS if update.kind == "repost" else REPLIES
        return Said(answers[lead], link=_name(link) if link else "")
    none = NONE_SIMILAR if update.posted_at else NONE_AT_ALL
    doubt = DOUBTS[why] if why else SIMILAR if similar else none
    if lead is not None and link is not None:
        return Said(OPEN[lead], link=_name(link), doubt=doubt)
    return _linkless(doubt) if update.text.strip() else WORDLESS


@lru_cache(maxsize=64)
def _linkless(doubt: Said) -> Said:
    return Said("It has no link, and {doubt}.", doubt=doubt)


def both(reason: str, more: str) -> str:
    """Two sentences, of which the second may be none."""
    return Joined(reason, more) if more else reason


def _name(link: Link) -> str:
    if link.address is None:
        return _short(link.raw)
    path = "/".join(("", *link.address.segments))
    return _short(link.address.host + path, 40)


def _when(days: int | None) -> str:
    if days is None:
        return ""
    if days < 0:
        return Said(", posted the day before it was published")
    if days == 0:
        return Said(", posted the day it was published")
    return Said(", {n} day after it was published", many=", {n} days after it was published", n=days)


def _short(text: str, limit: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"
