"""How to get an export: each row is of a format that is read, and names the page it was read on, or says
that others tell it."""

import datetime as dt

import pytest
from click.testing import CliRunner

from handover.cli import cli
from handover.read import FEED_FORMATS, UPDATE_FORMATS
from handover.read.how_to_export import HOW_TO

NAMES = {row.name for row in (*UPDATE_FORMATS, *FEED_FORMATS)}


@pytest.mark.parametrize("name", HOW_TO)
def test_each_row_is_of_a_format_and_names_its_page_and_day(name: str) -> None:
    how = HOW_TO[name]
    assert name in NAMES
    assert how.source.startswith("https://") or how.told_by_others or not (how.where or how.waits)
    assert dt.date(2020, 1, 1) < how.read < dt.date(2030, 1, 1)
    assert how.where or how.who or how.waits or how.ends


def told(name: str) -> str:
    done = CliRunner().invoke(cli, ["formats", name], env={"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"})
    assert done.exit_code == 0, done.output
    return done.output


@pytest.mark.parametrize("name", HOW_TO)
def test_the_command_tells_the_way_the_source_and_the_day(name: str) -> None:
    shown = told(name)
    assert HOW_TO[name].source in shown and HOW_TO[name].where in shown
    assert str(HOW_TO[name].read.year) in shown or not HOW_TO[name].source
    assert ("others than its maker" in shown) == HOW_TO[name].told_by_others


@pytest.mark.parametrize("name", ["instagram", "facebook", "x archive", "buffer", "metricool"])
def test_the_way_to_what_most_people_have_is_told(name: str) -> None:
    assert "was not found: look" not in told(name)


def test_a_file_that_was_imported_is_looked_for_where_it_was_made() -> None:
    assert "on your own computer" in told("buffer") and "Where to click" not in told("buffer")


def test_a_format_without_a_row_says_that_no_page_was_found() -> None:
    shown = told("pinterest")
    assert "was not found" in shown and "Source" not in shown


def test_a_part_of_a_name_tells_of_all_so_called() -> None:
    shown = told("linkedin")
    assert "LinkedIn shares:" in shown and "LinkedIn page:" in shown


def test_a_name_that_is_none_is_an_error() -> None:
    done = CliRunner().invoke(cli, ["formats", "nonsense"])
    assert "There is no format" in str(done.exception)
