"""The middle of a document: the library, what is short, what lasts, the plan, what is left over."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from handover.columns import CLIENT_LASTING
from handover.model import Handover, Pair, Post, Shortfall, Slot
from handover.write.view.extent import extent
from handover.write.view.library import Library, Rows
from handover.write.view.summary import shorten
from handover.write.words import words

# Rows of a table where a workbook travels with the document and holds the rest: what is to be read comes
# in brief, before the library.
MOST_DATED: Final = 12
MOST_SLOTS: Final = 12
MOST_LEFT_OVER: Final = 15
MOST_NAMED: Final = 40  # posts that are named in one paragraph
BRIEF: Final = 160  # characters of an update that is named there


def library(library: Library, handover: Handover, *, workbook: bool) -> dict[str, Any]:
    """Every post with its updates."""
    _ = words(handover.language)
    if not library.entries:
        return {}
    if library.compact:
        intro = _(
            "Every post, newest first, in a part for each year, with the updates written about it. "
            "Each update stands in one line."
        )
        if workbook:
            intro += " " + _("Where the mark “…” shows that a text goes on, the workbook holds it in full.")
    else:
        intro = _("Every post, newest first, with the updates written about it. Copy, adapt, use again.")
    return {
        "title": _("Your content library"),
        "intro": intro,
        "extent": extent(handover),
        "compact": library.compact,
        "years": library.years(),
        "heads": {
            "network": _("Network"),
            "text": _("Update"),
            "date": _("Date"),
            "link": _("Link"),
            "year": _("Year"),
            "content": _("Posts and updates"),
        },
    }


def short(library: Library, handover: Handover) -> dict[str, Any]:
    """The posts that leave with too few updates, with drafts no one can mistake for published work.

    All of them: no other file of the client's holds these drafts for certain. Those without a draft are
    only named.
    """
    _ = words(handover.language)
    if not handover.shortfalls:
        return {}
    drafts = sum(len(s.drafts) for s in handover.shortfalls)
    intro = _.plural(
        "{n} post has fewer than {minimum} updates.",
        "{n} posts have fewer than {minimum} updates.",
        len(handover.shortfalls),
        minimum=_.number(handover.minimum),
    )
    if drafts:
        intro += " " + _(
            "The texts below are drafts: suggestions made from the posts’ own words. "
            "They have not been published. Change what you like and use what fits."
        )
    numbers = {entry.post.id: entry.number for entry in library.entries}
    return {
        "title": _("Posts that deserve more"),
        "intro": intro,
        "draft": _("DRAFT · not published"),
        "posts": Rows(
            [short for short in handover.shortfalls if short.drafts],
            lambda s: _short_post(library, s, numbers.get(s.post.id, 0)),
        ),
        "more": _without_draft(library, [short.post for short in handover.shortfalls if not short.drafts]),
    }


def _without_draft(library: Library, posts: Sequence[Post]) -> str:
    _ = library._
    titles = [_.said(post.title).strip() or post.permalink for post in posts[:MOST_NAMED]]
    if not titles:
        return ""
    told = _.plural(
        "There is no draft for {n} post: {titles}",
        "There are no drafts for {n} posts: {titles}",
        len(posts),
        titles=" · ".join(titles),
    )
    return f"{told} …" if len(titles) < len(posts) else told


def _short_post(library: Library, shortfall: Shortfall, number: int) -> dict[str, Any]:
    _ = library._
    return {
        "number": number,
        "title": _.said(shortfall.post.title),
        "found": _(
            "{found} of {wanted} updates", found=_.number(shortfall.found), wanted=_.number(shortfall.wanted)
        ),
        "drafts": Rows(shortfall.drafts, library.update),
    }


def lasting(library: Library, handover: Handover, *, workbook: bool) -> dict[str, Any]:
    """What can go out again at any time, and what belongs to its day."""
    _ = words(handover.language)
    kinds = {pair.update.id: _verdict(handover, pair) for pair in handover.pairs}
    dated = [p for p in handover.pairs if kinds[p.update.id] in ("seasonal", "dated")]
    # As the runway counts: what has not gone out cannot go out again.
    waits = {pair.update.id for pair in handover.pairs if pair.update.state != "published"}
    counted = Counter(kind for id_, kind in kinds.items() if kind != "lasting" or id_ not in waits)
    if not any(counted[kind] for kind in CLIENT_LASTING):
        return {}
    counts = [counted[kind] for kind in CLIENT_LASTING]
    sentences = (
        _.plural(
            "{n} update lasts: it can go out again as it is.",
            "{n} updates last: they can go out again as they are.",
            counts[0],
        ),
        _.plural("{n} update fits its season.", "{n} updates fit their season.", counts[1]),
        _.plural("{n} update belongs to its day.", "{n} updates belong to their day.", counts[2]),
    )
    shown = dated[:MOST_DATED] if workbook else dated
    return {
        "title": _("What lasts and what is dated"),
        "intro": " ".join(s for s, n in zip(sentences, counts, strict=True) if n),
        "rows_intro": _("Look at these before you use them again:") if shown else "",
        "heads": {"text": _("Update"), "network": _("Network"), "kind": _("Kind"), "why": ""},
        "rows": Rows(shown, lambda pair: _brief(library.update(pair.update))),
        "more": _more(handover, len(dated) - len(shown)),
    }


def _brief(update: dict[str, Any]) -> dict[str, Any]:
    return {**update, "line": shorten(update["line"], BRIEF)}


def _verdict(handover: Handover, pair: Pair) -> str:
    verdict = handover.verdicts.get(pair.update.id)
    return pair.update.lasting or (verdict.lasting if verdict else "")


def plan(library: Library, handover: Handover, *, workbook: bool) -> dict[str, Any]:
    """The client's next weeks."""
    _ = words(handover.language)
    if not handover.plan:
        return {}
    shown = handover.plan[:MOST_SLOTS] if workbook else handover.plan

    def row(slot: Slot) -> dict[str, Any]:
        return {
            "date": library.day(slot.date, "medium"),
            "network": _.network(slot.network),
            "post": _.said(slot.post.title),
            "text": shorten(library.update(slot.update)["line"], BRIEF),
            "link": library.update(slot.update)["link"],
            "label": library.update(slot.update)["label"] if slot.update.state == "draft" else "",
        }

    weeks = (handover.plan[-1].date - handover.plan[0].date).days // 7 + 1
    return {
        "title": _("A plan for the next weeks"),
        "intro": _.plural(
            "One week is planned for you, with lasting updates.",
            "{n} weeks are planned for you, with lasting updates.",
            weeks,
        )
        + " "
        + _("Post them as they are, or take them as a reminder of what works."),
        "heads": {"date": _("Date"), "network": _("Network"), "text": _("Update"), "post": _("Post")},
        "rows": Rows(shown, row),
        "more": _more(handover, len(handover.plan) - len(shown)),
    }


def more_updates(library: Library, handover: Handover, *, workbook: bool) -> dict[str, Any]:
    """The updates that are not assigned to a post. Without a workbook to point to, all of them stand here.

    What could not be read is the manager's to look at; its names stay for templates made when it stood here.
    """
    _ = words(handover.language)
    alone = handover.unpaired
    if not alone:
        return {}
    shown = alone[:MOST_LEFT_OVER] if workbook else alone
    return {
        "title": _("More updates"),
        "alone": _.plural(
            "{n} more update is not assigned to a post of the blog:",
            "{n} more updates are not assigned to a post of the blog:",
            len(alone),
        ),
        "heads": {"network": _("Network"), "text": _("Update"), "date": _("Date"), "link": _("Link")},
        "updates": Rows(shown, lambda open_: library.update(open_.update) | {"reason": ""}),
        "more_updates": _more(handover, len(alone) - len(shown)),
        "skipped": "",
        "rows": [],
        "more_rows": "",
    }


def _more(handover: Handover, left: int) -> str:
    """What stands in the workbook only."""
    _ = words(handover.language)
    return _.plural("{n} more is in the workbook.", "{n} more are in the workbook.", left) if left else ""


__all__ = ["lasting", "library", "more_updates", "plan", "short"]
