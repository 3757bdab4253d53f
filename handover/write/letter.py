"""The words of the farewell e-mail, each sentence in the client's language."""

import datetime as dt

from handover.later import dataclass
from handover.model import Client, Handover
from handover.networks import NETWORKS
from handover.text.safe import one_line, plain, web
from handover.write.timeline import timeline
from handover.write.view import extent, for_client
from handover.write.view.worked import best_line
from handover.write.words import Words, words

# Steps of the timeline that the client should note down. The e-mail itself brings the files.
_NOTED = ("access", "last_day", "questions", "check_in", "files_kept")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line of a list: a file or a day, and what it is."""

    name: str
    about: str
    size: str = ""  # of a file: "1.2 MB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What the e-mail's templates may use. A sentence that has nothing to say is ""."""

    language: str  # BCP 47
    subjects: tuple[str, str, str]  # to choose from; the first is used
    greeting: str
    opening: str
    thanks: str
    highlights: tuple[str, ...]
    attached_title: str
    attached: tuple[Item, ...]
    beside_title: str
    beside: tuple[Item, ...]  # what may be sent besides, by a link
    extent: str  # which posts the library holds
    promise: str  # what the client can count on: updates a post, weeks they carry
    dates_title: str
    dates: tuple[Item, ...]
    call: str
    closing: str
    regards: str
    name: str
    email: str
    website: str
    postscript: str
    colour: str  # "#1f6f6b", readable on white


def write_letter(
    handover: Handover, attached: tuple[Item, ...], colour: str, *, beside: tuple[Item, ...], drafts: bool
) -> Letter:
    """The letter of a handover. Its words follow a conversation; what it asks for comes last.

    `beside`: what can be sent besides; `drafts`: whether a file that holds the suggested drafts is attached.
    """
    handover = for_client(handover)
    _ = words(handover.language)
    details = handover.details
    client = one_line(details.client.name or handover.feed.title)
    days = tuple(
        Item(name=_.date(step.date), about=step.what)
        for step in timeline(handover)
        if step.key in _NOTED and step.date >= handover.today
    )
    return Letter(
        language=_.tag,
        subjects=_subjects(_, client),
        greeting=greeting(_, details.client),
        opening=_opening(_, handover, client),
        thanks=_thanks(_, handover),
        highlights=tuple(sentence(h) for h in details.highlights[:2] if h.strip()),
        attached_title=_("Everything you need to carry on is attached:") if attached else "",
        attached=attached,
        beside_title=_("There is more, which I gladly send you by a link:") if beside else "",
        beside=beside,
        extent=extent(handover),
        promise=_promise(_, handover, drafts=drafts),
        dates_title=_("The dates to note:") if days else "",
        dates=days,
        call=_call(_, handover),
        closing=_("Working with you was a pleasure. I wish you every success with what comes next."),
        regards=_("Warm regards,"),
        name=one_line(details.me.name),
        email=one_line(details.me.email),
        website=one_line(details.me.website),
        postscript=_postscript(_, handover),
        colour=colour,
    )


def _subjects(_: Words, client: str) -> tuple[str, str, str]:
    return (
        _("As discussed: the handover for {client}", client=client),
        _("{client}: your content library, ready to use", client=client),
        _("Thank you for working together: your files and the dates"),
    )


def _opening(_: Words, handover: Handover, client: str) -> str:
    last = handover.details.dates.last_day
    if last is None:
        return _("As discussed, here is the handover for {client}.", client=client)
    if last < handover.today:
        return _(
            "As discussed, my work for {client} came to a close on {date}. Here is the handover.",
            client=client,
            date=_.date(last),
        )
    return _(
        "As discussed, my work for {client} comes to a close on {date}. Here is the handover.",
        client=client,
        date=_.date(last),
    )


def _thanks(_: Words, handover: Handover) -> str:
    """Thanks with the real numbers."""
    made = made_together(_, handover)
    if not made:
        return _("Thank you for your trust and for the good work together.")
    return " ".join(filter(None, (_("Thank you for your trust."), made, best_line(handover))))


def made_together(_: Words, handover: Handover) -> str:
    """What was published; "" where nothing was. What is scheduled or a draft did not go out as yet."""
    counts = handover.counts
    if not counts.posts or not counts.published:
        return ""
    out = [p.update for p in handover.pairs if (p.update.kind, p.update.state) == ("original", "published")]
    on = {update.network for update in out}
    networks = [
        NETWORKS[n].label if n in NETWORKS else one_line(n)
        for n, _many in counts.networks
        if n != "other" and n in on
    ]
    if counts.published == counts.updates:
        updates = _.plural("{n} update", "{n} updates", counts.updates)
    else:
        updates = _.plural("{n} published update", "{n} published updates", counts.published)
    made = _.list((_.plural("{n} blog post", "{n} blog posts", counts.posts), updates))
    period = _period(_, [update.posted_at for update in out if update.posted_at])
    if networks and period:
        made = _("{made} on {networks}, from {period}", made=made, networks=_.list(networks), period=period)
    elif networks:
        made = _("{made} on {networks}", made=made, networks=_.list(networks))
    return _("What we built together: {made}.", made=made)


def _period(_: Words, moments: list[dt.datetime]) -> str:
    if not moments:
        return ""
    first, last = _.month(min(moments)), _.month(max(moments))
    return first if first == last else _("{first} to {last}", first=first, last=last)


def _promise(_: Words, handover: Handover, *, drafts: bool) -> str:
    """How many updates each post has, and how long the lasting ones carry."""
    said = []
    short = handover.shortfalls
    if handover.posts and handover.minimum and not short:
        said.append(
            _.plural(
                "Every post comes with at least {n} update.",
                "Every post comes with at least {n} updates.",
                handover.minimum,
            )
        )
    elif drafts and (drafted := sum(bool(s.drafts) for s in short)):
        said.append(_room(_, len(short), drafted))
    if handover.runway and handover.runway.weeks > 0:
        said.append(
            _.plural(
                "At {pace} re-posts a week, the lasting updates carry you for {n} week.",
                "At {pace} re-posts a week, the lasting updates carry you for {n} weeks.",
                handover.runway.weeks,
                pace=_.number(handover.runway.per_week),
            )
        )
    return " ".join(said)


def _room(_: Words, short: int, drafted: int) -> str:
    """How many posts have room for more, and for how many of them there are drafts."""
    if drafted < short:
        return _.plural(
            "{n} post has room for more updates; drafts for {drafted} of them are included and marked as "
            "drafts.",
            "{n} posts have room for more updates; drafts for {drafted} of them are included and marked as "
            "drafts.",
            short,
            drafted=_.number(drafted),
        )
    return _.plural(
        "{n} post has room for more updates; drafts for it are included and marked as drafts.",
        "{n} posts have room for more updates; drafts for them are included and marked as drafts.",
        short,
    )


def greeting(_: Words, client: Client) -> str:
    """How a letter begins: in the user's own words, with the sign that the language sets behind them."""
    own, contact = one_line(client.greeting).strip(), one_line(client.contact)
    if own:
        return own if own[-1] in ",:;!." else own + _("Hello,")[-1]
    return _("Hello {name},", name=contact) if contact else _("Hello,")


def sentence(text: str) -> str:
    """A text of the user's as a sentence: a full stop behind it, where nothing ends it."""
    shown = plain(text).strip()
    return shown if not shown or shown[-1] in '.!?…。！？:)»”“"' else f"{shown}."


def _postscript(_: Words, handover: Handover) -> str:
    """The one thing asked for: an introduction, gently."""
    if handover.details.ask.referral is False:
        return ""
    referral = plain(str(handover.details.ask.referral)).strip()
    if web(referral):
        return _(
            "P.S. Should someone come to mind whom I could help, an introduction is welcome: {link}",
            link=referral,
        )
    asked = _("P.S. Should someone come to mind whom I could help, an introduction is welcome.")
    return f"{asked} {referral}".rstrip()


def _call(_: Words, handover: Handover) -> str:
    """The one thing to answer: a time for the call, while there is time for one."""
    step = next((s for s in timeline(handover) if s.key == "files"), None)
    last = handover.details.dates.last_day
    if step is None or last is None or last <= handover.today:
        return ""
    by = step.date if step.date > handover.today else last
    return _("Which time by {date} suits you for a call to go through the files?", date=_.date(by))
