"""The letters before and after the farewell: the notice, the thank-you, the check-in.

They wait for their day in the manager's folder. Each says only what is known, and asks for one thing at most.
"""

import datetime as dt
from collections.abc import Iterator

from handover.later import dataclass
from handover.model import Handover
from handover.text.safe import one_line, plain
from handover.write.letter import greeting, made_together, sentence
from handover.write.timeline import timeline
from handover.write.view import for_client
from handover.write.words import Words, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the templates of these letters may use."""

    key: str  # notice, thank-you, check-in: the end of the file's name
    day: dt.date | None  # when to send it; None where no last day is known
    language: str  # BCP 47
    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    regards: str
    name: str
    email: str
    website: str
    colour: str  # "#1f6f6b", readable on white


def notes(handover: Handover, colour: str) -> tuple[Note, ...]:
    """The letters whose day is not past, in the order of their days."""
    handover = for_client(handover)
    _, me = words(handover.language), handover.details.me
    return tuple(
        Note(
            key=key,
            day=day,
            language=_.tag,
            subject=subject,
            greeting=greeting(_, handover.details.client),
            paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph),
            regards=_("Warm regards,"),
            name=one_line(me.name),
            email=one_line(me.email),
            website=one_line(me.website),
            colour=colour,
        )
        for key, day, subject, paragraphs in _letters(_, handover)
    )


def _letters(_: Words, handover: Handover) -> Iterator[tuple[str, dt.date | None, str, tuple[str, ...]]]:
    dates, today = handover.details.dates, handover.today
    last, days = dates.last_day, {step.key: step.date for step in timeline(handover)}
    client = one_line(handover.details.client.name or handover.feed.title)
    told = dates.notice is not None and dates.notice < today
    if not told and (last is None or last >= today):
        yield (
            "notice",
            days.get("notice"),
            _("My work for {client}", client=client),
            _notice(_, handover, client),
        )
    if last is None or "thank_you" in days:
        yield "thank-you", days.get("thank_you"), _("Thank you"), _thank_you(_, handover)
    if last is None or "check_in" in days:
        subject = _("How is {client} doing?", client=client) if client else _("How are things going?")
        yield "check-in", days.get("check_in"), subject, _check_in(_, handover)


def _notice(_: Words, handover: Handover, client: str) -> tuple[str, ...]:
    last = handover.details.dates.last_day
    files = next((step.date for step in timeline(handover) if step.key == "files"), None)
    ahead = files if files and files > handover.today else None
    return (
        _(
            "I am writing to tell you that my work for {client} ends on {date}.",
            client=client,
            date=_.date(last),
        )
        if last
        else _("I am writing to tell you that I will bring my work for {client} to a close.", client=client),
        _("All that was written for you stays yours: you receive it from me in order, ready to use again."),
        _("You will have the files by {date}, and we go through them in a call.", date=_.date(ahead))
        if ahead
        else "",
        _("Is there anything I should finish first? Please tell me, and I will plan for it."),
        _("Thank you for your trust."),
    )


def _thank_you(_: Words, handover: Handover) -> tuple[str, ...]:
    ask, until = handover.details.ask, handover.details.dates.questions_until
    own = plain(ask.testimonial).strip()
    asked = _("If you liked working together, two sentences in your own words help me a lot.")
    wanted = bool(own) or ask.referral is not False
    return (
        _("Now that our work together has come to a close, I want to thank you once more."),
        made_together(_, handover),
        " ".join(sentence(text) for text in handover.details.highlights[:2] if text.strip()),
        _("I answer your questions until {date}, with pleasure.", date=_.date(until))
        if until and until >= handover.today
        else "",
        f"{asked} {own}".rstrip() if wanted else "",
    )


def _check_in(_: Words, handover: Handover) -> tuple[str, ...]:
    last, referral = handover.details.dates.last_day, handover.details.ask.referral
    own = "" if referral is False else plain(str(referral)).strip()
    asked = _("And if you know someone I could help, I am glad about an introduction.")
    return (
        _("Some weeks have passed since {date}: how are things going?", date=_.date(last))
        if last
        else _("Some weeks have passed: how are things going?"),
        _("If something is missing or unclear, just write to me."),
        "" if referral is False else f"{asked} {own}".rstrip(),
    )
