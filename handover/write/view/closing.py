"""The end of a document: what the details say of accounts, people, the invoice, and the goodbye itself."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from handover.model import Handover, Update
from handover.text.safe import web
from handover.write.timeline import originals, to_come
from handover.write.view.facts import period
from handover.write.words import Words, words

MOST_NAMED: Final = 8  # updates whose pictures are to be described


def voice(handover: Handover) -> dict[str, Any]:
    """How the client sounds."""
    _ = words(handover.language)
    return _list(handover.details.voice, _("Voice and rules"), _("What makes your texts sound like you:"))


def recommendations(handover: Handover) -> dict[str, Any]:
    """What the person who leaves would do next."""
    _ = words(handover.language)
    return _list(handover.details.recommendations, _("What I would do next"), "")


def tools(handover: Handover) -> dict[str, Any]:
    """Tools and who pays for them."""
    _ = words(handover.language)
    rows = handover.details.tool
    if not rows:
        return {}
    shown = [
        {"name": t.name, "purpose": t.purpose, "pays": t.who_pays, "renews": _day(_, t.renews)} for t in rows
    ]
    return {
        "title": _("Tools and renewals"),
        "heads": _heads(
            shown, {"name": _("Tool"), "purpose": _("What for"), "pays": _("Paid by"), "renews": _("Renews")}
        ),
        "rows": shown,
    }


def keeping(handover: Handover, *, workbook: bool) -> dict[str, Any]:
    """The files, and until when a copy is kept."""
    _ = words(handover.language)
    until = handover.details.dates.files_kept_until
    if not until:
        return {}
    files = [_("This document: your content library to read.")]
    if workbook:
        files.append(_("The workbook: the same library to sort, filter and search."))
    return {
        "title": _("Your files"),
        "items": files,
        "until": _(
            "I keep a copy of all files until {date}. After that day, yours are the only ones.",
            date=_.date(until),
        ),
    }


def open_items(handover: Handover, undescribed: Sequence[Update] = ()) -> dict[str, Any]:
    """What is not finished, whose it is, and by when: what the details say, then what the updates show.

    `undescribed` are updates whose pictures nobody has described for those who cannot see them. Whose these
    things are only the details can say.
    """
    _ = words(handover.language)
    rows = handover.details.open_item
    shown = [{"what": i.what, "owner": i.owner, "due": _day(_, i.due)} for i in rows]
    found = (_scheduled(_, handover), _drafts(_, handover), undescribed and _descriptions(_, undescribed))
    shown += [{"what": what, "owner": "", "due": ""} for what in found if what]
    if not shown:
        return {}
    return {
        "title": _("Still open"),
        "heads": _heads(shown, {"what": _("What"), "owner": _("Who"), "due": _("By")}),
        "rows": shown,
    }


def _scheduled(_: Words, handover: Handover) -> str:
    """What goes out by itself when nobody is there any more, unless somebody takes it over."""
    coming = to_come(handover)
    days = [update.posted_at.date() for update in coming if update.posted_at]
    if not days:
        return ""
    return _.plural(
        "Take over {n} update that is scheduled for {period} ({networks})",
        "Take over {n} updates that are scheduled for {period} ({networks})",
        len(coming),
        period=period(handover, days[0], days[-1]),
        networks=_.list(dict.fromkeys(_.network(update.network) for update in coming)),
    )


def _drafts(_: Words, handover: Handover) -> str:
    drafts = {update.id for update in originals(handover) if update.state == "draft"}
    if not drafts:
        return ""
    return _.plural(
        "Decide on {n} draft in the library that was not published",
        "Decide on {n} drafts in the library that were not published",
        len(drafts),
    )


def _descriptions(_: Words, updates: Sequence[Update]) -> str:
    """The thing to do for pictures without an alternative text, with the first of their updates."""
    named = [
        " ".join(filter(None, (_.network(u.network), _.date(u.posted_at.date()) if u.posted_at else "")))
        for u in updates[:MOST_NAMED]
    ]
    told = _.plural(
        "Describe the pictures of {n} update for those who cannot see them (alternative text): {names}",
        "Describe the pictures of {n} updates for those who cannot see them (alternative text): {names}",
        len(updates),
        names="; ".join(dict.fromkeys(named)),
    )
    return told + (" …" if len(updates) > MOST_NAMED else "")


def people(handover: Handover) -> dict[str, Any]:
    """People the client should know."""
    _ = words(handover.language)
    rows = handover.details.contact
    if not rows:
        return {}
    shown = [
        {"name": c.name, "role": c.role, "about": c.about, "email": c.email, "link": _mailto(c.email)}
        for c in rows
    ]
    return {
        "title": _("People to know"),
        "heads": _heads(shown, {"name": _("Name"), "about": _("What for"), "email": _("E-mail")}),
        "rows": shown,
    }


def invoice(handover: Handover) -> dict[str, Any]:
    """The final invoice."""
    _, bill = words(handover.language), handover.details.invoice
    pairs = (
        (_("Number"), bill.number),
        (_("Amount"), bill.amount),
        (_("Due"), _day(_, bill.due)),
        (_("Note"), bill.note),
    )
    rows = [{"name": name, "value": value} for name, value in pairs if value]
    return {"title": _("Final invoice"), "rows": rows} if rows else {}


def ask(handover: Handover) -> dict[str, Any]:
    """A testimonial and a referral: asked for after everything has been handed over, in a gentle sentence.

    The user's own words stand with the sentence that asks; `referral = false` leaves the referral out, and
    the testimonial too where she says nothing of it.
    """
    _, wish = words(handover.language), handover.details.ask
    referral = str(wish.referral or "")
    refers = wish.referral is not False
    if not wish.testimonial and not refers:
        return {}
    return {
        "title": _("A word in return"),
        "testimonial": _("If you liked working together, two sentences in your own words help me a lot."),
        "testimonial_link": web(wish.testimonial),
        "testimonial_label": _("Write a few words"),
        "testimonial_text": "" if web(wish.testimonial) else wish.testimonial,
        "referral": _("And if you know someone I could help, I am glad about an introduction.")
        if refers
        else "",
        "referral_link": web(referral),
        "referral_label": _("Pass my name on"),
        "referral_text": "" if web(referral) else referral,
    }


def touch(handover: Handover) -> dict[str, Any]:
    """How to reach the person who leaves."""
    _, me = words(handover.language), handover.details.me
    until = handover.details.dates.questions_until
    if not (me.email or me.website or until):
        return {}
    site = web(me.website if "://" in me.website else f"https://{me.website}") if me.website else ""
    return {
        "title": _("Keeping in touch"),
        "questions": _("I answer your questions until {date}, with pleasure.", date=_.date(until))
        if until
        else "",
        "after": _("And I would love to hear how it goes on.")
        if until
        else _("I would love to hear how it goes on."),
        "email": me.email,
        "email_link": _mailto(me.email),
        "website": me.website.removeprefix("https://").removeprefix("http://").rstrip("/"),
        "website_link": site,
    }


def received(handover: Handover) -> dict[str, Any]:
    """Boxes to tick and two lines to sign."""
    _, details = words(handover.language), handover.details
    me, client = details.me.name, details.client.name
    if not me and not client:
        return {}
    items = [
        (_("This document and the files it names"), True),
        (_("Every account opens with the new holder's own access"), bool(details.account)),
        (_("The list of what is still open"), bool(details.open_item)),
        (_("The final invoice"), bool(invoice(handover))),
    ]
    return {
        "title": _("Received and agreed"),
        "text": _("The library and the files named in this document have been handed over."),
        "items": [item for item, there in items if there],
        "from_label": _("Handed over by"),
        "from_name": me,
        "to_label": _("Received by"),
        "to_name": client,
        "sign": _("Date and signature"),
    }


def _list(items: tuple[str, ...], title: str, intro: str) -> dict[str, Any]:
    shown = [item for item in items if item.strip()]
    return {"title": title, "intro": intro, "rows": shown} if shown else {}


def _heads(rows: list[dict[str, Any]], named: dict[str, str]) -> dict[str, str]:
    """The headings of a table's columns, "" for one without content: it is not there."""
    return {key: name if any(row[key] for row in rows) else "" for key, name in named.items()}


def _day(_: Words, day: dt.date | str) -> str:
    """A date in the language's form; a person's own words as they are."""
    return _.date(day) if isinstance(day, dt.date) else day


def _mailto(email: str) -> str:
    """The address as a link, "" where it is none."""
    sound = email.isascii() and email.isprintable() and not set(email) & set(' "<>\\%?&#')
    return f"mailto:{email}" if sound and email.count("@") == 1 and not email.startswith("@") else ""
