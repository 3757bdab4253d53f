"""Accounts in the client's files: all that is told and nothing that is not, and what each page says."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from handover.model import Account, Details, File, Handover, Me, Section, Tool
from handover.write.view import template_context
from handover.write.view.checklists import CHECKLISTS, EVERYWHERE, checklists_for
from handover.write.words import languages, words
from tests.made import make_handover
from tests.test_xlsx import write_hers, write_to


def shown(*accounts: Account, language: str = "en", **more: Any) -> dict[str, Any]:
    return template_context(of(*accounts, language=language, **more))


def of(*accounts: Account, language: str = "en", **more: Any) -> Handover:
    details = Details(account=accounts, **more)
    return dataclasses.replace(make_handover(), details=details, language=language)


def test_an_account_shows_what_is_told_of_it_and_no_empty_place() -> None:
    (row,) = shown(Account(name="Blog", owner_after="Bea", apps=("Buffer", "Canva")))["accounts"]["rows"]
    assert row["facts"] == [
        {"label": "Passes to", "lead": "Passes to:", "value": "Bea"},
        {"label": "Connected apps", "lead": "Connected apps:", "value": "Buffer, Canva"},
    ]
    assert row["done"] == "" and row["link"] == ""


def test_an_account_is_done_only_where_the_details_say_so() -> None:
    day = dt.date(2026, 12, 28)
    told = shown(Account(name="A", done_on=day, checked_by="Bea"), Account(name="B", checked_by="Bea"))
    done, checked = (row["done"] for row in told["accounts"]["rows"])
    assert done == "Done on December 28, 2026, checked by Bea" and "Done" not in checked


@pytest.mark.parametrize(
    ("name", "url", "titles"),
    [
        ("Facebook page and YouTube", "", ["Facebook", "YouTube"]),
        ("X", "", ["X"]),
        ("X/Twitter @acme", "", ["X"]),
        ("Our channel", "https://www.youtube.com/@acme", ["YouTube"]),
        ("Google Unternehmensprofil", "", ["Google Business Profile"]),
        ("Fiche d’établissement Google", "", ["Google Business Profile"]),
        ("Blog", "https://acme.wordpress.com", ["WordPress.com"]),
        ("Medium publication", "", ["Medium"]),
    ],
)
def test_a_network_that_is_named_brings_what_its_own_page_says(
    name: str, url: str, titles: list[str]
) -> None:
    assert [one.title for one in checklists_for(((name, url),))] == titles


@pytest.mark.parametrize(
    "name",
    [
        "Facebook ad account",
        "Facebook-Anzeigenkonto",
        "Meta pixel (Facebook)",
        "Facebook group",
        "X-ray archive",
        "Acme x Tern campaign",
        "LinkedIn page",
        "Instagram @acme",
        "Medium-sized banners",
        "WordPress of the shop",
    ],
)
def test_what_only_sounds_like_a_network_or_has_no_page_of_its_own_brings_no_list(name: str) -> None:
    assert checklists_for(((name, ""),)) == ()


def test_every_list_names_its_page_and_its_month_and_stands_in_each_language() -> None:
    steps = [step for one in CHECKLISTS for step in one.steps] + list(EVERYWHERE)
    for tag in languages()[1:]:
        _ = words(tag)
        assert not [step for step in steps if _(step) == step], tag
    told = shown(Account(name="Facebook"), language="de")["accounts"]["checks"]
    assert [one["title"] for one in told] == ["Jedes Konto", "Facebook"]
    assert told[1]["source"] == "Nach facebook.com/help/187316341316631, Januar 2023"
    assert all(dt.date(2020, 1, 1) < one.when <= dt.date(2026, 11, 30) and one.source for one in CHECKLISTS)


def test_a_tool_brings_its_list_too_and_without_accounts_there_is_none() -> None:
    told = shown(Account(name="Blog"), tool=(Tool(name="Buffer"),))["accounts"]["checks"]
    assert [one["title"] for one in told] == ["Every account", "Buffer"]
    assert shown(tool=(Tool(name="Buffer"),))["accounts"] == {}


def test_files_are_links_where_they_have_an_address() -> None:
    rows = shown(
        file=(
            File(name="Kit", where="drive.example/kit"),
            File(name="Originals", where="The grey drive, shelf 2"),
            File(name="Fonts"),
        )
    )["files"]["rows"]
    assert [row["link"] for row in rows] == ["https://drive.example/kit", "", ""]


def test_own_sections_keep_their_paragraphs_and_lists() -> None:
    text = "First line\ngoes on.\n\n- one\n- two\n  \n3) three"
    told = shown(section=(Section(title="Answers", text=text), Section(title="Empty", text=" ")))["own"]
    assert told["rows"] == [
        {"title": "Answers", "paragraphs": ["First line goes on.", "- one", "- two", "3) three"]}
    ]


def test_what_is_received_is_ticked_box_by_box_as_far_as_there_is_any() -> None:
    me = Me(name="Ana")
    assert len(shown(me=me)["received"]["items"]) == 1
    assert len(shown(Account(name="Blog"), me=me)["received"]["items"]) == 2


@pytest.mark.parametrize("write", [write_hers, write_to])
def test_the_workbooks_sheet_of_accounts_has_the_columns_that_hold_anything(
    tmp_path: Path, write: Callable[[Path, Handover], Path]
) -> None:
    handover = of(
        Account(name="Blog", owner_now="Ana", url="https://blog.example/"),
        Account(name="X", done_on=dt.date(2026, 12, 28), apps=("Buffer", "Canva")),
    )
    sheet = openpyxl.load_workbook(write(tmp_path, handover))["Accounts"]
    header, *rows = sheet.iter_rows(values_only=True)
    assert header == ("Account", "Owner now", "Owner after", "Address", "Connected apps", "Done on")
    assert rows[1][4:] == ("Buffer, Canva", dt.datetime(2026, 12, 28))
