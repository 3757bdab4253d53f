"""The middle of a document: the library, what is short, what lasts, the plan, what is left over."""

from collections import Counter
from typing import Any, Final

from handover.columns.shown import without_folders
from handover.model import Handover, Pair, Shortfall, Slot, Unpaired
from handover.networks import NETWORKS
from handover.write.view.library import Library, Rows
from handover.write.view.summary import shorten
from handover.write.words import words

MOST_DATED: Final = 40  # rows of the table of dated updates
MOST_SHORT: Final = 100  # posts that are shown with their drafts
MOST_SLOTS: Final = 120  # rows of the plan
MOST_LEFT_OVER: Final = 25  # updates without a post, and rows that could not be read


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
        "extent": _extent(handover),
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


def _extent(handover: Handover) -> str:
    """How far back the library reaches, where it is not known to be the whole blog."""
    _, feed = words(handover.language), handover.feed
    if feed.extent in ("proved", "walked"):
        return ""
    if feed.extent == "newest_only":
        told = _.plural(
            "This library holds the newest post only: the blog gave no older ones.",
            "This library holds the newest {n} posts: the blog gave no older ones.",
            len(handover.posts),
        )
    else:
        told = _.plural(
            "This library holds the {n} post of the list it was made from.",
            "This library holds the {n} posts of the list it was made from.",
            len(handover.posts),
        )
    reason = feed.extent_reason.strip().rstrip(".")
    return f"{told} ({reason})" if reason and feed.extent == "newest_only" else told


def short(library: Library, handover: Handover, *, workbook: bool) -> dict[str, Any]:
    """The posts that leave with too few updates, with drafts no one can mistake for published work."""
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
    shown = handover.shortfalls[:MOST_SHORT] if workbook else handover.shortfalls
    numbers = {entry.post.id: entry.number for entry in library.entries}
    return {
        "title": _("Posts that deserve more"),
        "intro": intro,
        "draft": _("DRAFT · not published"),
        "posts": Rows(shown, lambda s: _short_post(library, s, numbers.get(s.post.id, 0))),
        "more": _more(handover, len(handover.shortfalls) - len(shown), workbook=workbook),
    }


def _short_post(library: Library, shortfall: Shortfall, number: int) -> dict[str, Any]:
    _ = library._
    return {
        "number": number,
        "title": shortfall.post.title,
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
    if not any(kinds.values()):
        return {}
    counted = Counter(kinds.values())
    counts = [counted[kind] for kind in ("lasting", "seasonal", "dated")]
    sentences = (
        _.plural(
            "{n} update lasts: it can go out again as it is.",
            "{n} updates last: they can go out again as they are.",
            counts[0],
        ),
        _.plural("{n} update fits its season.", "{n} updates fit their season.", counts[1]),
        _.plural("{n} update belongs to its day.", "{n} updates belong to their day.", counts[2]),
    )
    shown = dated[:MOST_DATED]
    return {
        "title": _("What lasts and what is dated"),
        "intro": " ".join(s for s, n in zip(sentences, counts, strict=True) if n),
        "rows_intro": _("Look at these before you use them again:") if shown else "",
        "heads": {"text": _("Update"), "network": _("Network"), "kind": _("Kind"), "why": _("Why")},
        "rows": Rows(shown, lambda pair: library.update(pair.update)),
        "more": _more(handover, len(dated) - len(shown), workbook=workbook),
    }


def _verdict(handover: Handover, pair: Pair) -> str:
    verdict = handover.verdicts.get(pair.update.id)
    return pair.update.lasting or (verdict.lasting if verdict else "")


def plan(library: Library, handover: Handover, *, workbook: bool) -> dict[str, Any]:
    """The client's next weeks."""
    _ = words(handover.language)
    if not handover.plan:
        return {}
    shown = handover.plan[:MOST_SLOTS]

    def row(slot: Slot) -> dict[str, Any]:
        return {
            "date": library.day(slot.date, "medium"),
            "network": NETWORKS[slot.network].label if slot.network in NETWORKS else slot.network,
            "post": slot.post.title,
            "text": shorten(library.update(slot.update)["line"], 160),
            "link": library.update(slot.update)["link"],
        }

    weeks = (handover.plan[-1].date - handover.plan[0].date).days // 7 + 1
    return {
        "title": _("A plan for the next weeks"),
        "intro": _.plural(
            "One week is planned for you, with updates that have lasted.",
            "{n} weeks are planned for you, with updates that have lasted.",
            weeks,
        )
        + " "
        + _("Post them as they are, or take them as a reminder of what works."),
        "heads": {"date": _("Date"), "network": _("Network"), "text": _("Update"), "post": _("Post")},
        "rows": Rows(shown, row),
        "more": _more(handover, len(handover.plan) - len(shown), workbook=workbook),
    }


def completeness(library: Library, handover: Handover, *, workbook: bool) -> dict[str, Any]:
    """What belongs to no post and what could not be read: said, never left out.

    Without a workbook to point to, everything is listed here.
    """
    _ = words(handover.language)
    alone, skipped = handover.unpaired, handover.skipped
    if not alone and not skipped:
        return {}
    most = MOST_LEFT_OVER if workbook else max(len(alone), len(skipped))

    def left_over(unpaired: Unpaired) -> dict[str, Any]:
        # The workbook says why; where there is none, this is the only place.
        return library.update(unpaired.update) | {"reason": "" if workbook else unpaired.reason}

    return {
        "title": _("Please check"),
        "alone": _.plural(
            "{n} update belongs to no post of the blog:",
            "{n} updates belong to no post of the blog:",
            len(alone),
        )
        if alone
        else "",
        "heads": {"network": _("Network"), "text": _("Update"), "date": _("Date"), "link": _("Link")},
        "updates": Rows(alone[:most], left_over),
        "more_updates": _more(handover, len(alone) - most, workbook=workbook),
        "skipped": _.plural("{n} row could not be read:", "{n} rows could not be read:", len(skipped))
        if skipped
        else "",
        "rows": [{"where": _where(handover, s.location, s.line), "reason": s.reason} for s in skipped[:most]],
        "more_rows": _more(handover, len(skipped) - most, workbook=workbook),
    }


def _where(handover: Handover, location: str, line: int | None) -> str:
    """Which row, without the folders of the computer it was read on."""
    _ = words(handover.language)
    place = without_folders(location)
    return _("{place}, row {n}", place=place, n=line) if line is not None else place


def _more(handover: Handover, left: int, *, workbook: bool) -> str:
    """What stands only in the workbook."""
    _ = words(handover.language)
    if left <= 0:
        return ""
    if workbook:
        return _.plural("{n} more is in the workbook.", "{n} more are in the workbook.", left)
    return _.plural("{n} more is not shown here.", "{n} more are not shown here.", left)


__all__ = ["completeness", "lasting", "library", "plan", "short"]
