"""What an update gives away is kept from the client and said to the manager, who has the last word."""

import json

import openpyxl
import pytest

from handover import build_handover
from handover.check import held_back, secret_notices, told_secrets
from handover.model import Media, Origin, Pairing, Post, Unpaired, Update, Updates
from tests.opened import opened

SECRET = "Camilla#2024"
ADDRESS = "https://a.example/tea"


def update(text, row, **more):
    return Update(
        id=str(row), network="x", text=text, origin=Origin(file="plan.xlsx", sheet="May", row=row), **more
    )


def notices(posts, updates):
    secrets = told_secrets(updates)
    pairing = Pairing(
        posts=tuple(posts), pairs=(), unpaired=tuple(Unpaired(update=u, reason="") for u in updates)
    )
    kept, _ = held_back(Updates(items=tuple(updates)), pairing, secrets)
    return secret_notices(posts, kept.items, secrets)


def test_an_update_and_a_post_with_a_password_are_named_by_their_place_and_without_it():
    post = Post(id="1", title="Moving", permalink="https://a.example/1", text="Password: Tide-77-Gull")
    found = notices([post], [update("Wifi password: harbour77", 3), update("Good tea", 4)])
    assert [str(n.where) for n in found] == ["plan.xlsx › May, row 3", "https://a.example/1"]
    assert not any("harbour77" in f"{n.text}{n.hint}{n.where}" for n in found)
    assert "held back" in found[0].hint and "Nothing was changed" in found[1].hint


def test_many_are_counted():
    found = notices([], [update("Wifi password: harbour77", row) for row in range(100)])
    assert len(found) == 26 and "75 more texts" in str(found[-1].text)


def test_a_reply_is_in_no_file_of_the_client_and_what_only_may_be_one_is():
    reply, doubt = update("Password: Tide77x", 3, kind="reply"), update("Password: sunshine", 4)
    first, second = notices([], [reply, doubt])
    assert "none of the client" in first.hint and "may give away" in second.text
    assert "stands in the client" in second.hint


def test_the_words_for_a_picture_are_looked_at_too():
    shown = update("The wall", 3, media=(Media("https://a.example/1.jpg", alt="Wifi password: harbour77"),))
    assert len(notices([], [shown])) == 1


def build(folder, *sources, text="All of it.", **more):
    post = {"id": "1", "url": ADDRESS, "title": "Tea in the garden", "content_text": text}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Tea", "items": [post], "language": "en"}
    (folder / "feed.json").write_text(json.dumps(feed), "utf-8")
    return build_handover(
        folder / "feed.json",
        [*sources],
        out_dir=folder / "out",
        formats=("xlsx", "docx", "html", "csv", "eml", "ics"),
        timezone="UTC",
        **more,
    )


@pytest.fixture
def plan(tmp_path):
    told = [
        ("Instagram", "Tea in the garden, at last", ADDRESS),
        ("Facebook", f"Contraseña de Instagram: {SECRET}", ""),
        ("Facebook", f"Tea in the garden. Instagram password: {SECRET}", ADDRESS),
    ]
    rows = "".join(f'2026-01-0{n + 2},{who},"{text}",{link}\n' for n, (who, text, link) in enumerate(told))
    (tmp_path / "plan.csv").write_text("Date,Network,Text,Link\n" + rows, "utf-8")
    return tmp_path / "plan.csv"


def sent(handover):
    return "\n".join(map(inside, handover.files.values()))


def inside(path):
    return b"\n".join(piece for _, piece in opened(path)).decode("utf-8", "replace")


def choose(handover, word, *rows):
    book = openpyxl.load_workbook(handover.working_copy)
    for sheet in (book["Updates"], book["Unpaired"]):
        head = next(n for n, row in enumerate(sheet.iter_rows(values_only=True), 1) if "Kind" in row)
        kind = [cell.value for cell in sheet[head]].index("Kind")
        text = [cell.value for cell in sheet[head]].index("Text")
        for row in sheet.iter_rows(min_row=head + 1):
            if any(one in str(row[text].value) for one in rows):
                row[kind].value = word
    book.save(handover.working_copy)
    return handover.working_copy


def test_no_file_of_the_client_holds_it_and_the_working_copy_does(tmp_path, plan):
    handover = build(tmp_path, plan)
    assert SECRET not in sent(handover) and "at last" in sent(handover)
    assert inside(handover.working_copy).count(SECRET) >= 2
    assert handover.counts.withheld == 2 and handover.counts.updates == 1
    assert "2 updates are held back" in str(handover) and len(handover.updates.items) == 3
    again = build(tmp_path, handover.working_copy)
    assert SECRET not in sent(again) and again.counts.withheld == 2 and again.changes.changed == 0


@pytest.mark.parametrize("with_plan", [False, True])
def test_the_manager_lets_it_pass_and_that_holds(tmp_path, plan, with_plan):
    book = choose(build(tmp_path, plan), "original", "Contraseña", "Tea in the garden. Insta")
    sources = [plan, book] if with_plan else [book]
    for _ in range(3):
        handover = build(tmp_path, *sources)
        assert sent(handover).count(SECRET) > 1 and handover.counts.withheld == 0
        assert not any("give away" in n.text for n in handover.notices)


@pytest.mark.parametrize("with_plan", [False, True])
def test_the_manager_holds_any_update_back_and_that_holds(tmp_path, plan, with_plan):
    book = choose(build(tmp_path, plan), "held back", "at last")
    sources = [plan, book] if with_plan else [book]
    for _ in range(3):
        handover = build(tmp_path, *sources)
        assert "at last" not in sent(handover) and handover.counts.withheld == 3
    choose(handover, "original", "at last")
    assert "at last" in sent(build(tmp_path, *sources))


def test_a_text_without_its_password_goes_to_the_client(tmp_path, plan):
    handover = build(tmp_path, plan)
    book = openpyxl.load_workbook(handover.working_copy)
    for sheet in (book["Updates"], book["Unpaired"]):
        for row in sheet.iter_rows():
            for cell in row:
                if SECRET in str(cell.value):
                    cell.value = "Tea for everyone"
    book.save(handover.working_copy)
    handover = build(tmp_path, handover.working_copy)
    assert "Tea for everyone" in sent(handover) and handover.counts.withheld == 0


def test_no_draft_is_made_of_a_password(tmp_path):
    text = (
        f"We pour tea in the garden every day. The password for Instagram is {SECRET}. Come and see us soon."
    )
    handover = build(tmp_path, {"text": "Tea", "network": "x"}, text=text)
    drafts = [draft.text for short in handover.shortfalls for draft in short.drafts]
    assert drafts and not any(SECRET in draft for draft in drafts)
