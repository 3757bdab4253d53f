"""The opening of a document: cover, thanks, timeline, figures."""

import datetime as dt
from typing import Any

from handover.model import Handover
from handover.write.timeline import timeline
from handover.write.view.extent import days_of
from handover.write.words import words


def cover(handover: Handover, sections: dict[str, Any], *, workbook: bool) -> dict[str, Any]:
    """The first page: whose it is, and what you are getting."""
    _ = words(handover.language)
    me = handover.details.me
    return {
        "title": handover.details.client.name or handover.feed.title or _("Your blog"),
        "lead": _("Everything written for you, ready to use again."),
        "by": _("Prepared by {name}", name=me.name) if me.name else "",
        "date": _.date(handover.today),
        "items_title": _("What you are getting"),
        "items": _items(handover, sections, workbook=workbook),
    }


def _items(handover: Handover, sections: dict[str, Any], *, workbook: bool) -> list[dict[str, str]]:
    _ = words(handover.language)
    posts = _.plural("{n} post", "{n} posts", len(handover.posts))
    counted = _.plural("{n} update", "{n} updates", handover.counts.updates)
    drafts = sum(len(s.drafts) for s in handover.shortfalls)
    items = [
        (
            _("Your content library"),
            _("{posts} with {updates}, each with date, text and link", posts=posts, updates=counted),
        )
    ]
    if drafts:
        about = _.plural("{n} suggested text to fill a gap", "{n} suggested texts to fill the gaps", drafts)
        items.append((_("Drafts"), about))
    if handover.plan:
        days = period(handover, handover.plan[0].date, handover.plan[-1].date)
        slots = _.plural("{n} re-post", "{n} re-posts", len(handover.plan))
        items.append((_("A plan for the next weeks"), _("{slots}, {period}", slots=slots, period=days)))
    if sections["accounts"] or sections["tools"]:
        items.append((_("Accounts and tools"), _("who holds what today, and who holds it next")))
    if sections["timeline"]:
        items.append((_("What happens when"), _("every step of the handover with its day")))
    if workbook:
        items.append((_("The workbook"), _("the same library as an Excel file, to sort, filter and search")))
    return [{"name": name, "about": about} for name, about in items]


def thanks(handover: Handover) -> dict[str, Any]:
    """The thank-you, with a real number and the highlights."""
    _ = words(handover.language)
    client = handover.details.client
    if not handover.posts:
        return {}
    counts = handover.counts
    names = [_.network(key) for key, _many in counts.networks if key != "other"]
    posts = _.plural("{n} post", "{n} posts", len(handover.posts))
    written = _.plural("{n} update", "{n} updates", counts.updates)
    if names:
        sentence = _(
            "Your library holds {posts} and {updates} for {networks}.",
            posts=posts,
            updates=written,
            networks=_.list(names),
        )
    else:
        sentence = _("Your library holds {posts}.", posts=posts)
    return {
        "title": _("Thank you, {name}", name=client.contact) if client.contact else _("Thank you"),
        "text": " ".join(filter(None, (sentence, not_out(handover)))),
        "more": _(
            "All of it is yours. This document shows what there is, what happens next, and how to go on "
            "using it: read it from the front, or jump to what you need from the contents."
        ),
        "period": _blog_period(handover),
        "highlights_title": _("What I am proud of"),
        "highlights": list(handover.details.highlights),
    }


def what_happens_when(handover: Handover) -> dict[str, Any]:
    """The days of the handover."""
    _ = words(handover.language)
    steps = timeline(handover)
    if not steps:
        return {}
    return {
        "title": _("What happens when"),
        "heads": {"date": _("Date"), "what": _("What happens")},
        "steps": [
            {
                "date": _.date(step.date),
                "what": step.what,
                "done": _("Done") if step.done else "",
                "key": step.key,
            }
            for step in steps
        ],
    }


def figures(handover: Handover) -> dict[str, Any]:
    """The work in figures, and the updates by network for a chart."""
    _ = words(handover.language)
    if not handover.posts:
        return {}
    updates, counts = handover.counts.updates, handover.counts.networks
    on_networks = handover.counts.on_networks
    facts = [
        (len(handover.posts), _.plural("post", "posts", len(handover.posts))),
        (updates, _.plural("update", "updates", updates)),
        (on_networks, _.plural("network", "networks", on_networks)),
    ]
    runway = handover.runway
    if runway and runway.weeks:
        facts.append((runway.weeks, _.plural("week of content", "weeks of content", runway.weeks)))
    listed = ", ".join(f"{_.network(key)} {_.number(count)}" for key, count in counts)
    return {
        "title": _("The work in figures"),
        "period": _blog_period(handover),
        "facts": [{"number": _.number(n), "label": label} for n, label in facts],
        "networks": [{"name": _.network(key), "updates": count} for key, count in counts],
        "chart_title": _("Updates by network"),
        "caption": _("Updates by network: {counts}.", counts=listed) if listed else "",
        "runway": " ".join(filter(None, (not_out(handover), _runway(handover)))),
    }


def not_out(handover: Handover) -> str:
    """How many of the updates counted did not go out as yet; "" where all did."""
    _, counts = words(handover.language), handover.counts
    told = []
    if counts.scheduled:
        told.append(_.plural("{n} scheduled update", "{n} scheduled updates", counts.scheduled))
    if counts.drafts:
        told.append(_.plural("{n} draft", "{n} drafts", counts.drafts))
    return _("Of these: {told}.", told=_.list(told)) if told else ""


def _runway(handover: Handover) -> str:
    _, runway = words(handover.language), handover.runway
    if not runway or not runway.lasting or not runway.weeks:
        return ""
    as_is = _.plural(
        "Each text counted once, {n} of them has all that its network asks for.",
        "Each text counted once, {n} of them have all that their networks ask for.",
        runway.ready,
    )
    return " ".join(
        (
            _.plural(
                "{n} update can go out again at any time.",
                "{n} updates can go out again at any time.",
                runway.lasting,
            ),
            *([as_is] if runway.ready < runway.lasting else []),
            _.plural(
                "At {pace} a week they last you {n} week.",
                "At {pace} a week they last you {n} weeks.",
                runway.weeks,
                pace=_.number(runway.per_week),
            ),
        )
    )


def _blog_period(handover: Handover) -> str:
    days = days_of(handover)
    return period(handover, *days) if days else ""


def period(handover: Handover, first: dt.date, last: dt.date) -> str:
    _ = words(handover.language)
    if first == last:
        return _.date(first)
    return _("{first} to {last}", first=_.date(first), last=_.date(last))
