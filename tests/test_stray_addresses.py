"""Addresses in a hand-kept sheet, wherever they stand."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from handover import Update, read_updates

FB = "https://www.facebook.com/crumb/posts/122000001"
IG = "https://www.instagram.com/p/DTern0002xx/"
BLOG = "https://crumb.example/sourdough/"


def _csv(tmp_path: Path, *rows: Sequence[str]) -> tuple[Update, ...]:
    path = tmp_path / "plan.csv"
    path.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    return read_updates(path, timezone="UTC").items


def _linked(tmp_path: Path, header: str, word: str, address: str, network: str = "Facebook") -> Update:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(("Date", "Network", "Text", header))
    sheet.append(("2024-05-02", network, "Feed it twice", word))
    sheet["D2"].hyperlink = address
    book.save(tmp_path / "plan.xlsx")
    (update,) = read_updates(tmp_path / "plan.xlsx", timezone="UTC").items
    return update


@pytest.mark.parametrize(
    ("header", "word"),
    [
        ("Live", "view"),
        ("Posted", "Posted"),
        ("Status", "Published"),
        ("Status", "Done"),
        ("Published", "yes"),
        ("Remarks", "see it"),
        (None, "here"),
    ],
)
def test_the_address_behind_a_linked_word_is_the_updates_own(tmp_path: Path, header: str, word: str) -> None:
    update = _linked(tmp_path, header, word, FB)
    assert (update.permalink, update.state) == (FB, "published")


def test_a_linked_word_that_leads_elsewhere_is_a_link(tmp_path: Path) -> None:
    update = _linked(tmp_path, "Live", "view", BLOG)
    assert (update.permalink, update.links) == ("", (BLOG,))


@pytest.mark.parametrize(
    ("header", "word", "address"),
    [
        ("Status", "Scheduled", FB),  # what is planned
        ("Inspiration", "like this", FB),  # somebody else's
        ("Remarks", "draft", "https://docs.google.com/document/d/1"),
    ],
)
def test_a_linked_word_that_says_something_else_gives_nothing(
    tmp_path: Path, header: str, word: str, address: str
) -> None:
    update = _linked(tmp_path, header, word, address)
    assert (update.permalink, update.links) == ("", ())


@pytest.mark.parametrize(
    "header",
    ["Posted link", "Live post", "Link published", "Published link", "Notes", "Remarks", "", "Notizen"],
)
def test_an_address_is_found_under_any_header(tmp_path: Path, header: str) -> None:
    (update,) = _csv(
        tmp_path, ("Date", "Network", "Text", header), ("2024-05-02", "Instagram", "Bubbles", IG)
    )
    assert (update.permalink, update.state) == (IG, "published")


def test_an_address_right_of_the_header_is_found(tmp_path: Path) -> None:
    (update,) = _csv(tmp_path, ("Date", "Network", "Text"), ("2024-05-02", "Instagram", "Bubbles", IG))
    assert update.permalink == IG


def test_each_address_goes_to_the_update_of_its_network(tmp_path: Path) -> None:
    found = _csv(tmp_path, ("Date", "Network", "Text", "Notes"), ("2024-05-02", "FB / IG", "Bubbles", IG))
    assert [(u.network, u.permalink, u.links) for u in found] == [
        ("facebook", "", (IG,)),
        ("instagram", IG, ()),
    ]


@pytest.mark.parametrize(
    ("state", "note"),
    [
        ("Scheduled", IG),  # it has not gone out yet
        ("", f"We should answer what they said on {IG} about flour"),
    ],
)
def test_a_note_that_speaks_of_an_address_is_no_address_of_the_update(
    tmp_path: Path, state: str, note: str
) -> None:
    header = ("Date", "Network", "Text", "Status", "Notes")
    (update,) = _csv(tmp_path, header, ("2024-05-02", "Instagram", "Bubbles", state, note))
    assert update.permalink == ""
    assert update.state == ("scheduled" if state else "published")


def test_a_picture_that_lies_somewhere_is_no_link(tmp_path: Path) -> None:
    text = (
        "Date,Network,Text,Was\n2026-03-02,X,Words of the day,stollen.jpg (https://cdn.example/a/stollen.jpg)\n"
        "2026-03-03,X,Words of another day,https://shop.example/stollen\n"
    )
    (tmp_path / "plan.csv").write_text(text, "utf-8")
    links = [one.links for one in read_updates(tmp_path / "plan.csv", timezone="UTC").items]
    assert links == [(), ("https://shop.example/stollen",)]
