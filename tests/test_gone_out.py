"""What a scheduler's file planned for a day that is over went out, unless a cell says something else."""

import datetime as dt

from handover.check import gone_out
from handover.model import Updates
from handover.read.merge import merge
from handover.read.source import from_bytes
from handover.read.updates import handkept
from handover.read.updates.options import Options
from handover.read.updates.schedulers import hootsuite, postfast

TODAY = dt.date(2025, 6, 1)
HEAD = "scheduled_at,account_id,content\n"
PAST = "2025-05-05T09:00:00Z,1,Ash bends best\n"
AHEAD = "2025-06-05T09:00:00Z,1,Glue dries slowly\n"


def scheduled(rows: str) -> Updates:
    return postfast.parse(from_bytes((HEAD + rows).encode(), "linkedin.csv"), Options(timezone="UTC"))


def states(updates: Updates) -> list[str]:
    return [one.state for one in gone_out(updates, TODAY).items]


def test_a_day_that_is_over_is_taken_as_published_with_one_notice_a_file() -> None:
    found = gone_out(scheduled(PAST + PAST.replace("Ash", "Oak") + AHEAD), TODAY)
    assert [one.state for one in found.items] == ["published", "published", "scheduled"]
    (notice,) = found.notices
    assert (notice.where, notice.text.split()[0]) == ("linkedin.csv", "2")


def test_what_is_ahead_or_of_today_stays_scheduled_and_gives_no_word() -> None:
    updates = scheduled(AHEAD + AHEAD.replace("2025-06-05", "2025-06-01").replace("Glue", "Oak"))
    assert gone_out(updates, TODAY) is updates


def test_a_file_without_a_header_is_a_schedulers_too() -> None:
    rows = b"05/05/2025 09:00,Ash bends best,https://birch.example/a/\n06/30/2025 09:00,Glue dries,\n"
    updates = hootsuite.parse(from_bytes(rows, "linkedin.csv"), Options(timezone="UTC"))
    assert states(updates) == ["published", "scheduled"]


def test_a_state_that_is_written_stands() -> None:
    sheet = b"Scheduled date,Network,Text,Status\n"
    for word in ("scheduled", "draft", "failed", "needs approval"):
        sheet += f"2025-05-05,X,Words of {word},{word}\n".encode()
    updates = handkept.parse(from_bytes(sheet, "plan.csv"), Options(timezone="UTC"))
    assert states(updates) == [one.state for one in updates.items] == ["scheduled", "draft", "draft", "draft"]


def test_one_update_that_any_file_calls_scheduled_by_a_word_stays_so() -> None:
    said = b"Date,Network,Text,Status\n2025-05-05 09:00,LinkedIn,Ash bends best,scheduled\n"
    sheet = handkept.parse(from_bytes(said, "plan.csv"), Options(timezone="UTC"))
    (one,) = merge([scheduled(PAST), sheet]).items
    assert not one.assumed and states(Updates(items=(one,))) == ["scheduled"]
