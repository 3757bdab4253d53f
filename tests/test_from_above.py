"""A date holds for the rows below it where the sheet's habit shows that, and never for an idea or a draft."""

from pathlib import Path

import pytest

from handover import read_updates

HEAD = "Date,Network,Text,Status\n"
DAY = "2026-03-0{},{},Words {} of the day,Published\n"


def read(tmp_path: Path, text: str) -> tuple[dict[str, str], str]:
    """The day of each text, "" where it has none, and the notice about dates taken from above."""
    (tmp_path / "plan.csv").write_text(text, "utf-8")
    found = read_updates(tmp_path / "plan.csv", timezone="UTC")
    days = {one.text: one.posted_at.date().isoformat() if one.posted_at else "" for one in found.items}
    return days, " ".join(n.text for n in found.notices if "one above" in n.text)


def dated(rows: int) -> str:
    return "".join(DAY.format(n, ("X", "Facebook", "LinkedIn")[n % 3], n) for n in range(1, rows + 1))


@pytest.mark.parametrize(
    "row",
    [
        ",Instagram,Idée : vidéo du vieux vélo,",
        ",Instagram,Oak bench: ask Geoff,Idea",
        ",Instagram,Oak bench: ask Geoff,Draft",
        ",Instagram,Oak bench: ask Geoff,Borrador",
        ",Instagram,Nota: preguntar a Marcos,Published",
        ",Instagram,Words without a day,Published",  # nobody else leaves the date out
    ],
)
def test_one_row_that_somebody_left_without_a_date_has_none(tmp_path: Path, row: str) -> None:
    days, notice = read(tmp_path, HEAD + dated(6) + row + "\n")
    assert sorted(days.values())[0] == "" and not notice


def test_ideas_at_the_end_of_a_sheet_have_no_date(tmp_path: Path) -> None:
    ideas = "".join(f",Instagram,Thought {n} for the winter,Idea\n" for n in range(4))
    days, notice = read(tmp_path, HEAD + dated(6) + ideas)
    assert [days[f"Thought {n} for the winter"] for n in range(4)] == [""] * 4 and not notice


GROUPS = (
    "2026-03-01,X,Frames first,Published\n,Facebook,Frames are where it starts,Published\n"
    "2026-03-05,X,Wheels next,Published\n,Facebook,Wheels in detail,Published\n"
    ",LinkedIn,On wheels,Published\n"
)


def test_a_date_written_once_for_several_networks_holds_for_them_and_the_rows_are_named(
    tmp_path: Path,
) -> None:
    days, notice = read(tmp_path, HEAD + GROUPS)
    assert days["Frames are where it starts"] == "2026-03-01" and days["On wheels"] == "2026-03-05"
    assert "(rows 3, 5-6)" in notice


def test_an_idea_among_such_rows_has_no_date_and_those_below_it_have(tmp_path: Path) -> None:
    groups = GROUPS.replace(",LinkedIn,On", ",TikTok,A film of wheels?,Idea\n,LinkedIn,On")
    days, notice = read(tmp_path, HEAD + groups)
    assert days["A film of wheels?"] == "" and days["On wheels"] == "2026-03-05"
    assert "(rows 3, 5, 7)" in notice


def test_drafts_for_one_day_written_once_keep_it(tmp_path: Path) -> None:
    days, _ = read(tmp_path, HEAD + GROUPS.replace("Published", "Draft"))
    assert days["Frames are where it starts"] == "2026-03-01" and days["On wheels"] == "2026-03-05"


BLOCKS = (
    "FACEBOOK,,\nDate,Text,State\n2026-03-03,We look for basses,published\n\nINSTAGRAM,,\n"
    "Date,Text,Hashtags\n"
    "2026-03-05,Forty mouths and one breath,#choir\n"
)


def test_a_network_in_a_row_of_its_own_heads_the_table_below(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(BLOCKS, "utf-8")
    found = read_updates(tmp_path / "plan.csv", timezone="UTC")
    assert [(one.network, one.text[:5]) for one in found.items] == [
        ("facebook", "We lo"),
        ("instagram", "Forty"),
    ]
    assert not found.skipped and not [one for one in found.notices if "network" in one.text]


def test_a_column_of_networks_says_more_than_the_row_above(tmp_path: Path) -> None:
    text = "LinkedIn,,\nDate,Network,Text\n2026-03-03,X,We look for basses\n"
    (tmp_path / "plan.csv").write_text(text, "utf-8")
    assert [one.network for one in read_updates(tmp_path / "plan.csv", timezone="UTC").items] == ["x"]


@pytest.mark.parametrize(
    ("days", "years"),
    [
        ("3 March|10 March|5 March|22 December", "2026|2026|2026|2026"),  # a gap, not a New Year
        ("22 December|5 January", "2026|2027"),
        ("20 February|5 January|22 December", "2026|2026|2025"),  # the newest first
    ],
)
def test_a_step_over_many_months_is_a_new_year_where_the_rows_run_that_way(
    tmp_path: Path, days: str, years: str
) -> None:
    rows = "".join(f"{day},X,Words number {n}\n" for n, day in enumerate(days.split("|")))
    (tmp_path / "plan.csv").write_text(f"Plan 2026,,\nDate,Network,Text\n{rows}", "utf-8")
    found = read_updates(tmp_path / "plan.csv", timezone="UTC")
    assert [str(one.posted_at.year) for one in found.items if one.posted_at] == years.split("|")


@pytest.mark.parametrize("ditto", ["ídem", '"', "dito", "s.o."])
def test_a_sign_for_the_same_gives_day_network_and_state_of_the_row_above(tmp_path: Path, ditto: str) -> None:
    cell = '""""' if ditto == '"' else ditto
    rows = f"2026-03-02,X,One of them,draft\n{cell},{cell},Another one,{cell}\n2026-03-09,X,A third,\n"
    (tmp_path / "plan.csv").write_text(HEAD + rows, "utf-8")
    found = read_updates(tmp_path / "plan.csv", timezone="UTC")
    second = found.items[1]
    assert second.posted_at == found.items[0].posted_at
    assert (second.network, second.state) == ("x", "draft")
