"""The calendar: whole days, the same each time, readable by another reader of calendars."""

import datetime as dt
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from handover.model import Client, Dates, Details, Handover, Post, Slot, Update
from handover.write.ics import write
from handover.write.job import Job
from handover.write.timeline import timeline
from tests.extent import share
from tests.made import TODAY, make_details, make_handover


def written(handover: Handover, folder: Path) -> bytes:
    """The client's calendar."""
    path, *_own = write(Job(handover=handover, folder=folder, slug="tidewell"))
    assert path == folder / "tidewell-plan.ics"
    return path.read_bytes()


def lines(data: bytes) -> list[str]:
    """The content lines, unfolded by hand (RFC 5545, 3.1)."""
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")


def slot(text: str, title: str = "Oolong", link: str = "https://brew.example/oolong") -> Slot:
    return Slot(
        date=dt.date(2027, 1, 4),
        network="linkedin",
        post=Post(id="p", title=title, permalink=link),
        update=Update(text=text, network="linkedin", permalink="https://www.linkedin.com/feed/1"),
    )


def only(handover_slot: Slot, folder: Path) -> dict[str, str]:
    handover = make_handover(plan=(handover_slot,))
    (event,) = Calendar.from_ical(written(handover, folder)).walk("VEVENT")
    return {str(key).lower(): str(value) for key, value in event.items()}


def test_every_slot_of_the_plan_is_one_whole_day(tmp_path: Path) -> None:
    handover = make_handover()
    events = Calendar.from_ical(written(handover, tmp_path)).walk("VEVENT")
    assert [e["dtstart"].dt for e in events] == sorted(s.date for s in handover.plan)
    for event in events:
        assert type(event["dtstart"].dt) is dt.date
        assert event["dtend"].dt - event["dtstart"].dt == dt.timedelta(days=1)
    assert {str(e["summary"]).split(":")[0] for e in events} <= {
        "LinkedIn",
        "Facebook",
        "X",
        "Instagram",
        "Bluesky",
    }


def test_the_days_of_the_handover_stand_in_it_too(tmp_path: Path) -> None:
    handover = make_handover(plan=(), details=make_details())
    events = Calendar.from_ical(written(handover, tmp_path)).walk("VEVENT")
    assert dt.date(2026, 12, 18) in [e["dtstart"].dt for e in events]


def test_the_managers_own_steps_stand_in_a_calendar_for_her_alone(tmp_path: Path) -> None:
    handover = make_handover(details=make_details())
    shared, own = write(Job(handover=handover, folder=tmp_path, slug="tidewell"))
    assert own == tmp_path / "for-you" / "tidewell-my-steps.ics"
    said = [str(event["summary"]) for event in Calendar.from_ical(own.read_bytes()).walk("VEVENT")]
    assert said == [
        "Tidewell Garden Studio: Give notice that the work together comes to a close",
        "Tidewell Garden Studio: Send the note on what is left to finish",
        "Tidewell Garden Studio: Send a thank-you",
        "Tidewell Garden Studio: Check in and ask how it goes",
    ]
    client = {str(event["summary"]) for event in Calendar.from_ical(shared.read_bytes()).walk("VEVENT")}
    assert {step.key for step in timeline(handover) if step.what in client} == {
        "files", "access", "last_day", "questions", "files_kept"
    }  # fmt: skip


def test_a_draft_in_the_plan_is_called_one(tmp_path: Path) -> None:
    ahead = slot("Brew it.")
    event = only(replace(ahead, update=replace(ahead.update, state="draft")), tmp_path)
    assert event["summary"] == "LinkedIn: Oolong (Draft, not published)"


def test_without_a_plan_and_without_days_there_is_no_file(tmp_path: Path) -> None:
    job = Job(handover=make_handover(plan=()), folder=tmp_path, slug="tidewell")
    assert write(job) == ()
    assert list(tmp_path.iterdir()) == []


def test_an_event_holds_the_text_to_copy_and_the_link(tmp_path: Path) -> None:
    event = only(slot("Brew it, slowly; twice.\nThen rest."), tmp_path)
    assert event["summary"] == "LinkedIn: Oolong"
    assert event["description"] == "Brew it, slowly; twice.\nThen rest.\n\nhttps://brew.example/oolong"
    assert event["url"] == "https://brew.example/oolong"


def test_a_link_that_stands_in_the_text_is_not_written_twice(tmp_path: Path) -> None:
    event = only(slot("Brew it: https://brew.example/oolong"), tmp_path)
    assert event["description"] == "Brew it: https://brew.example/oolong"


def test_only_web_addresses_become_links(tmp_path: Path) -> None:
    assert "url" not in only(slot("Brew it", link="javascript:alert(1)"), tmp_path)


def test_the_same_handover_gives_the_same_bytes(tmp_path: Path) -> None:
    handover = make_handover(rich=True)
    assert written(handover, tmp_path) == written(handover, tmp_path)


def test_identifiers_are_unique_and_stay_when_only_the_day_of_building_changes(tmp_path: Path) -> None:
    def uids(today: dt.date) -> list[str]:
        calendar = Calendar.from_ical(written(make_handover(today=today), tmp_path))
        return [str(event["uid"]) for event in calendar.walk("VEVENT")]

    assert len(set(uids(TODAY))) == len(uids(TODAY))
    assert uids(TODAY) == uids(TODAY + dt.timedelta(days=1))


def events_of(handover: Handover, folder: Path) -> dict[str, dict[str, object]]:
    calendar = Calendar.from_ical(written(handover, folder))
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def test_a_plan_that_moves_moves_its_events_and_doubles_none(tmp_path: Path) -> None:
    first = make_handover()
    later = tuple(replace(s, date=s.date + dt.timedelta(days=9)) for s in first.plan)
    moved = make_handover(plan=later, today=TODAY + dt.timedelta(days=3))
    before, after = events_of(first, tmp_path), events_of(moved, tmp_path)
    assert set(before) == set(after)
    for uid, event in after.items():
        assert event["dtstart"].dt - before[uid]["dtstart"].dt == dt.timedelta(days=9)  # type: ignore[attr-defined]
        assert int(str(event["sequence"])) == int(str(before[uid]["sequence"])) + 3
        assert event["last-modified"].dt > before[uid]["last-modified"].dt  # type: ignore[attr-defined]


def test_each_turn_of_an_update_is_an_event_of_its_own(tmp_path: Path) -> None:
    once = slot("Brew it.")
    again = replace(once, date=once.date + dt.timedelta(days=90))
    one = events_of(make_handover(plan=(once,)), tmp_path)
    two = events_of(make_handover(plan=(once, again)), tmp_path)
    assert len(two) == 2 and set(one) < set(two)


def test_two_clients_never_share_an_identifier(tmp_path: Path) -> None:
    def uids(name: str) -> set[str]:
        details = Details(client=Client(name=name), dates=Dates(last_day=dt.date(2026, 12, 18)))
        calendar = Calendar.from_ical(written(make_handover(details=details), tmp_path))
        return {str(event["uid"]) for event in calendar.walk("VEVENT")}

    assert not uids("Brew") & uids("Tidewell")


def test_lines_are_as_rfc_5545_wants_them(tmp_path: Path) -> None:
    data = written(make_handover(plan=(slot("Grüße 🍵 " * 60),)), tmp_path)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    found = lines(data)
    assert found[0] == "BEGIN:VCALENDAR"
    assert "VERSION:2.0" in found
    assert any(line.startswith("PRODID:") for line in found)
    for name in ("UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:", "DTEND;VALUE=DATE:"):
        assert sum(line.startswith(name) for line in found) == 1
    assert "DTSTAMP:20261120T000000Z" in found


def test_the_days_are_in_the_clients_language(tmp_path: Path) -> None:
    english = written(make_handover(plan=(), details=make_details()), tmp_path)
    assert b"My access to your accounts is removed" in english.replace(b"\r\n ", b"")


@settings(max_examples=share(60), deadline=None)
@given(text=st.text(min_size=1, max_size=120).filter(str.strip), title=st.text(max_size=60))
def test_no_text_breaks_out_of_its_event(text: str, title: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = written(make_handover(plan=(slot(text, title),)), Path(folder))
    assert sum(line.startswith(("BEGIN:", "END:")) for line in lines(data)) == 4
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert {str(key) for key in event} <= {
        "UID", "SEQUENCE", "LAST-MODIFIED", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "TRANSP",
        "DESCRIPTION", "CATEGORIES", "URL",
    }  # fmt: skip
