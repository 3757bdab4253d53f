"""The plan and the days of the handover as a calendar (RFC 5545) that any calendar program opens.

All events are whole days, so no time zone can move them. Identifiers and stamps follow from the content and
the handover's date: the same handover gives the same file, and importing it again makes no doubles.
"""

import datetime as dt
import hashlib
from collections.abc import Iterator
from pathlib import Path

from icalendar import Calendar, Event

from handover.model import Handover, Slot
from handover.networks import NETWORKS
from handover.write.job import Job
from handover.write.plain import one_line, plain, web
from handover.write.timeline import Step, timeline
from handover.write.words import words

PRODUCT = "-//content-handover//handover//EN"
ONE_DAY = dt.timedelta(days=1)


def write(job: Job) -> tuple[Path, ...]:
    """Write `-plan.ics`; no file when there is neither a plan nor a day, for an empty calendar is none."""
    handover = job.handover
    events = [*_steps(handover), *_slots(handover)]
    if not events:
        return ()
    path = job.path("plan.ics")
    path.write_bytes(_calendar(handover, events).to_ical())
    return (path,)


def _calendar(handover: Handover, events: list[Event]) -> Calendar:
    name = one_line(handover.details.client.name or handover.feed.title)
    title = words(handover.language)("{name}: plan", name=name)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", title)  # RFC 7986
    calendar.add("x-wr-calname", title)  # the same for programs older than that
    for event in sorted(events, key=lambda e: (e.start, str(e["uid"]))):
        calendar.add_component(event)
    return calendar


def _steps(handover: Handover) -> Iterator[Event]:
    """What happens when: the days of the handover."""
    for step in timeline(handover):
        yield _event(handover, step.date, step.what, told=_key(step))


def _key(step: Step) -> str:
    return f"step\x1f{step.key}"


def _slots(handover: Handover) -> Iterator[Event]:
    """The re-posts of the plan, each with its text to copy."""
    for slot in handover.plan:
        network = NETWORKS[slot.network].label if slot.network in NETWORKS else slot.network
        title = one_line(slot.post.title) or one_line(slot.update.text)
        told = "\x1f".join(("slot", slot.date.isoformat(), slot.network, slot.update.id))
        event = _event(handover, slot.date, f"{network}: {title}", told=told)
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
    event.add("dtstamp", dt.datetime.combine(handover.today, dt.time(), dt.UTC))
    event.add("dtstart", day)
    event.add("dtend", day + ONE_DAY)  # the first day after it
    event.add("summary", one_line(summary))
    event.add("transp", "TRANSPARENT")  # the day stays free for appointments
    return event
