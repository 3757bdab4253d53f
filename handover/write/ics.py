"""The plan and the days of the handover as a calendar (RFC 5545) that any calendar program opens.

The client's holds the re-posts and the days that both share; the manager's own steps have one of their own.

All events are whole days, so no time zone can move them. An event is known by its update and which of that
update's turns it is, not by its day, and a later handover's have a higher number: importing a new plan moves
what is there and doubles nothing. Stamps are the handover's date: the same handover gives the same file.
"""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from icalendar import Calendar, Event

from handover.model import Handover, Slot
from handover.text.safe import one_line, plain, web
from handover.write.job import Job
from handover.write.timeline import Step, timeline
from handover.write.words import words

PRODUCT = "-//content-handover//handover//EN"
OWN = ("notice", "what_is_left", "thank_you", "check_in")  # steps of the timeline that only the manager takes
FIRST_DAY = dt.date(2020, 1, 1)  # of the numbers that a calendar tells the later of two builds by
ONE_DAY = dt.timedelta(days=1)


def write(job: Job) -> tuple[Path, ...]:
    """Write `-plan.ics` for the client, and `for-you/…-my-steps.ics` for the manager.

    A calendar without an event is none. The client's comes first.
    """
    handover = job.handover
    _ = words(handover.language)
    name = _name(handover)
    made = []
    if events := [*_shared_days(handover), *_slots(handover)]:
        made.append(job.path("plan.ics"))
        made[-1].write_bytes(_calendar(_("{name}: plan", name=name), events))
    if events := [*_own_steps(handover.for_manager)]:
        made.append(job.for_you("my-steps.ics"))
        made[-1].parent.mkdir(exist_ok=True)
        own = words(handover.for_manager.language)
        made[-1].write_bytes(_calendar(own("{name}: my steps", name=name), events))
    return tuple(made)


def _calendar(title: str, events: list[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", title)  # RFC 7986
    calendar.add("x-wr-calname", title)  # the same for programs older than that
    for event in sorted(events, key=lambda e: (e.start, str(e["uid"]))):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _shared_days(handover: Handover) -> Iterator[Event]:
    """What happens when: the days of the handover that both write down."""
    for step in timeline(handover):
        if step.key not in OWN:
            yield _event(handover, step.date, step.what, told=_key(step))


def _own_steps(handover: Handover) -> Iterator[Event]:
    """What the manager does on a day of the handover, in words to herself."""
    _ = words(handover.language)
    to_do = {
        "notice": _("Give notice that the work together comes to a close"),
        "what_is_left": _("Send the note on what is left to finish"),
        "thank_you": _("Send a thank-you"),
        "check_in": _("Check in and ask how it goes"),
    }
    name = _name(handover)  # she may have many clients
    for step in timeline(handover):
        if step.key in OWN:
            what = f"{name}: {to_do[step.key]}" if name else to_do[step.key]
            yield _event(handover, step.date, what, told=_key(step))


def _name(handover: Handover) -> str:
    return one_line(handover.details.client.name or handover.feed.title)


def _key(step: Step) -> str:
    return f"step\x1f{step.key}"


def _slots(handover: Handover) -> Iterator[Event]:
    """The re-posts of the plan, each with its text to copy."""
    _ = words(handover.language)
    turns: Counter[str] = Counter()
    for slot in sorted(handover.plan, key=lambda slot: slot.date):
        turns[slot.update.id] += 1
        network = _.network(slot.network)
        title = one_line(_.said(slot.post.title)) or one_line(slot.update.text)
        told = "\x1f".join(("slot", str(turns[slot.update.id]), slot.network, slot.update.id))
        draft = f" ({_('Draft, not published')})" if slot.update.state == "draft" else ""
        event = _event(handover, slot.date, f"{network}: {title}{draft}", told=told)
        event.add("description", _description(slot))
        event.add("categories", [network])
        if link := web(slot.post.permalink):
            event.add("url", link)
        yield event


def _description(slot: Slot) -> str:
    text, link = plain(slot.update.text).strip(), web(slot.post.permalink)
    return text if not link or link in text else f"{text}\n\n{link}"


def _event(handover: Handover, day: dt.date, summary: str, *, told: str) -> Event:
    """A whole day. `told` is what makes the event the same one in the next build."""
    of = handover.details.client.name or handover.feed.link or handover.feed.title
    digest = hashlib.sha256(f"{of}\x1f{told}".encode("utf-8", "surrogatepass")).hexdigest()
    event = Event()
    event.add("uid", f"{digest[:32]}@content-handover")
    made = dt.datetime.combine(handover.today, dt.time(), dt.UTC)
    event.add("dtstamp", made)
    event.add("last-modified", made)
    event.add("sequence", max((handover.today - FIRST_DAY).days, 0))
    event.add("dtstart", day)
    event.add("dtend", day + ONE_DAY)  # the first day after it
    event.add("summary", one_line(summary))
    event.add("transp", "TRANSPARENT")  # the day stays free for appointments
    return event
