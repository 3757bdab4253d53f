"""The whole job: read, pair, check, write."""

import dataclasses
import datetime as dt
import pickle
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from handover import (
    Evidence,
    Handover,
    HandoverError,
    OutputError,
    Runway,
    ShortfallError,
    SourceError,
    Update,
    build_handover,
)
from handover.model import Verdict
from handover.write.words import words

SAMPLES = Path(__file__).parent.parent / "sample_data"
DAY = dt.date(2026, 11, 22)


def build(out_dir: Path, updates: Any = SAMPLES / "updates.xlsx", **options: Any) -> Handover:
    options = {"details": SAMPLES / "handover.toml", "today": DAY, "whole_blog": False, **options}
    return build_handover(SAMPLES / "feed.xml", updates, out_dir=out_dir, **options)


def files(folder: Path) -> Mapping[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def sheet(handover: Handover, name: str) -> list[list[Any]]:
    """A sheet of the working copy."""
    assert handover.working_copy
    return CalamineWorkbook.from_path(handover.working_copy).get_sheet_by_name(name).to_python()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Handover:
    return build(tmp_path_factory.mktemp("out"))


def test_the_sample_client_is_read_whole_and_paired(built: Handover) -> None:
    assert len(built.posts) == 12
    assert len(built.updates.items) == 36
    assert {p.post.title for p in built.pairs} == {p.title for p in built.posts}
    assert all(0 < p.score <= 1 and p.reason for p in built.pairs)


def test_every_update_is_paired_or_open_and_never_both(built: Handover) -> None:
    paired = {p.update.id for p in built.pairs}
    open_ = {u.update.id for u in built.unpaired}
    assert not paired & open_
    assert paired | open_ == {u.id for u in built.updates.items}
    assert len(open_) == 3  # Christmas, the festival, the queue


def test_a_moved_link_with_tracking_parameters_is_still_the_post(built: Handover) -> None:
    (moved,) = [p for p in built.pairs if any("utm_source" in link for link in p.update.links)]
    assert moved.post.title.startswith("How to descale")
    assert moved.evidence in (Evidence.LINK, Evidence.STATED)


def test_the_posts_that_are_short_are_named_with_drafts(built: Handover) -> None:
    short = {s.post.title: s.missing for s in built.shortfalls}
    assert short["=SUM(a good espresso)"] == 1
    assert all(s.drafts and all(d.state == "draft" for d in s.drafts) for s in built.shortfalls)


def test_both_files_are_written_and_hold_every_post(built: Handover) -> None:
    assert {name: path.name for name, path in built.files.items()} == {
        "xlsx": "tern-tide-coffee-content-library.xlsx",
        "docx": "tern-tide-coffee-handover.docx",
    }
    assert built.working_copy and built.working_copy.parent.name == "for-you"
    titles = {p.title for p in built.posts}
    assert titles <= {str(cell) for row in sheet(built, "Posts") for cell in row}
    headings = {p.text for p in docx.Document(str(built.files["docx"])).paragraphs}
    assert titles <= headings


def test_the_summary_names_counts_shortfalls_and_paths(built: Handover) -> None:
    summary = str(built)
    assert "Tern & Tide Coffee: 12 posts, 36 updates" in summary
    for path in (*built.files.values(), built.working_copy):
        assert str(path) in summary
    assert "Next: open the working copy at 'Please check' (1 row not read, 1 notice)." in summary
    assert len(summary.splitlines()) <= 9


def test_one_is_said_as_one_in_each_language(tmp_path: Path) -> None:
    whole = build(tmp_path, formats=("html",))
    one = dataclasses.replace(whole.pairing, pairs=whole.pairs[:1], unpaired=whole.unpaired[:1])
    handover = dataclasses.replace(whole, pairing=one)
    for language, told in {
        "en": "1 paired on 1 network, 1 open.",
        "es": "1 emparejada en 1 red, 1 pendiente.",
        "fr": "1 associée sur 1 réseau, 1 en suspens.",
        "it": "1 abbinato su 1 rete, 1 in sospeso.",
        "pt-BR": "1 associada em 1 rede, 1 em aberto.",
        "de": "1 zugeordnet (1 Netzwerk), 1 offen.",
    }.items():
        assert words(language).said(handover.summary[0]).endswith(told)


def test_the_summary_says_how_many_lasting_updates_carry_the_weeks(tmp_path: Path) -> None:
    handover = build(tmp_path, formats=("html",))
    told = Runway(lasting=26, ready=19, per_week=3, weeks=6)
    summary = str(dataclasses.replace(handover, runway=told))
    assert "Runway: 26 lasting updates, 19 ready to be planned, 3 a week: 6 weeks.\n" in summary


def test_the_summary_names_only_what_was_made(tmp_path: Path) -> None:
    summary = str(build(tmp_path, formats=("html",)))
    assert ".html" in summary and "working-copy.xlsx" in summary
    assert ".docx" not in summary and "content-library" not in summary


@pytest.mark.parametrize("formats", ["xlsx", "docx", "html", "ics", "csv", "eml"])
def test_every_build_writes_the_working_copy_and_only_what_may_be_sent_beside_it(
    tmp_path: Path, formats: str
) -> None:
    handover = build(tmp_path, formats=(formats,))
    assert handover.working_copy == tmp_path / "for-you" / "tern-tide-coffee-working-copy.xlsx"
    assert handover.for_you[0] == handover.working_copy
    assert handover.working_copy.exists() and handover.working_copy not in handover.files.values()
    names = {name for name in files(tmp_path) if not name.startswith("for-you/")}
    assert any(name.endswith("content-library.xlsx") for name in names) == (formats == "xlsx")


def test_the_working_copy_of_a_build_takes_no_file_of_an_earlier_one_away(tmp_path: Path) -> None:
    first = build(tmp_path, formats=("xlsx",))
    build(tmp_path, formats=("docx",))
    assert first.files["xlsx"].exists()


def test_an_edited_working_copy_is_never_overwritten_unasked(tmp_path: Path) -> None:
    first = build(tmp_path)
    assert first.working_copy
    first.working_copy.write_bytes(b"edited")
    with pytest.raises(OutputError, match=r"working-copy\.xlsx was changed since it was written"):
        build(tmp_path, formats=("docx",), minimum=2)
    assert first.working_copy.read_bytes() == b"edited"


def test_the_same_input_gives_the_same_bytes(tmp_path: Path, built: Handover) -> None:
    every = ("xlsx", "docx", "html", "ics", "csv", "eml")
    build(tmp_path / "a", formats=every)
    build(tmp_path / "b", formats=every)
    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_all_sources_together_merge_what_they_share(tmp_path: Path) -> None:
    names = ("updates.xlsx", "updates.csv", "x-archive.zip", "mastodon-archive.zip")
    handover = build(tmp_path, [SAMPLES / name for name in names])
    texts = [u.text for u in handover.updates.items if u.network == "x" and "descale" in u.text]
    assert len(texts) == 1
    assert not any("spare key" in u.text for u in handover.updates.items)
    assert (
        len(handover.updates.items) == 36 + 4 + 4 + 1
    )  # two posts, a reply and a repost on X; 4 toots + 1 boost


def test_updates_may_be_rows_or_a_mapping(tmp_path: Path) -> None:
    address = "https://ternandtide.example/2025/04/small-menu/"
    handover = build(tmp_path, {address: ["Nine drinks", {"text": "Fewer drinks", "network": "x"}]})
    assert [(p.post.title, p.evidence) for p in handover.pairs] == [
        ("A smaller menu, on purpose", Evidence.STATED)
    ] * 2


def test_no_file_tells_the_client_where_on_the_computer_it_was_made(tmp_path: Path) -> None:
    every = ("xlsx", "docx", "html", "ics", "csv", "eml")
    handover = build(tmp_path, formats=every)
    assert handover.skipped
    for name, data in files(tmp_path).items():
        parts = {name: data}
        if name.endswith((".xlsx", ".docx")):
            with zipfile.ZipFile(tmp_path / name) as archive:
                parts = {part: archive.read(part) for part in archive.namelist()}
        for part, content in parts.items():
            assert str(SAMPLES).encode() not in content, f"{name}: {part}"


def test_a_language_without_texts_is_said(tmp_path: Path) -> None:
    assert any("'ja'" in notice.text for notice in build(tmp_path, language="ja").notices)


def test_strict_writes_nothing_when_a_post_is_short(tmp_path: Path) -> None:
    with pytest.raises(ShortfallError) as caught:
        build(tmp_path / "out", strict=True)
    assert caught.value.shortfalls
    assert not (tmp_path / "out").exists()


def test_an_edited_file_is_kept_and_said(tmp_path: Path) -> None:
    first = build(tmp_path)
    first.files["docx"].write_bytes(b"edited")
    before = files(tmp_path)
    with pytest.raises(OutputError, match="was changed since it was written"):
        build(tmp_path, minimum=2)
    assert files(tmp_path) == before
    build(tmp_path, overwrite=True)
    assert files(tmp_path) != before


def test_a_file_she_edited_is_kept_where_the_call_says_so_and_her_details_do_not(tmp_path: Path) -> None:
    details = {"content": {"overwrite": True, "formats": ["docx"]}}
    first = build(tmp_path, details=details)
    first.files["docx"].write_bytes(b"edited")
    with pytest.raises(OutputError, match="was changed since it was written"):
        build(tmp_path, details=details, overwrite=False)
    assert first.files["docx"].read_bytes() == b"edited"
    build(tmp_path, details=details)
    assert first.files["docx"].read_bytes() != b"edited"


def test_what_the_details_say_is_used_where_no_keyword_does(tmp_path: Path) -> None:
    details = {"content": {"minimum": 4, "formats": ["docx"]}, "client": {"name": "Café Łódź"}}
    handover = build(tmp_path, details=details)
    assert handover.minimum == 4
    assert [p.name for p in handover.files.values()] == ["cafe-lodz-handover.docx"]
    assert build(tmp_path, details=details, minimum=2).minimum == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"formats": ("xlsx", "dox")}, "docx"),
        ({"formats": ()}, "formats are"),
        ({"minimum": -1}, "-1"),
        ({"timezone": "Europe/Wien"}, "Europe/Wien"),
        ({"template": "missing.docx"}, "missing.docx"),
    ],
)
def test_a_wrong_option_is_a_clear_error_before_anything_is_read(
    tmp_path: Path, options: dict[str, Any], said: str
) -> None:
    with pytest.raises(HandoverError) as caught:
        build(tmp_path / "out", tmp_path / "not-there.xlsx", **options)
    assert said in f"{caught.value} {caught.value.hint}"
    assert caught.value.hint
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", b"<!doctype html><html><head><title>Hi</title></head><body>No feed here</body></html>"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(64)),
        ("empty.xml", b""),
        ("no-posts.xml", b"<rss version='2.0'><channel><title>New</title></channel></rss>"),
    ],
)
def test_what_is_no_blog_is_a_clear_error_and_nothing_is_written(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError) as caught:
        build_handover(tmp_path / name, SAMPLES / "updates.csv", out_dir=tmp_path / "out", today=DAY)
    assert name in str(caught.value)
    assert caught.value.hint
    assert not (tmp_path / "out").exists()


def test_a_sheet_without_a_text_column_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("colour,size\nred,4\nblue,5\n")
    with pytest.raises(SourceError) as caught:
        build(tmp_path / "out", tmp_path / "odd.csv")
    assert "colour" in f"{caught.value} {caught.value.hint}"
    assert "map" in caught.value.hint
    assert not (tmp_path / "out").exists()


def test_a_missing_file_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"not-there\.xlsx"):
        build(tmp_path / "out", tmp_path / "not-there.xlsx")


def test_an_address_that_does_not_answer_is_a_network_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handover.read.web.TRIES", 1)
    with pytest.raises(HandoverError) as caught:
        build_handover("http://127.0.0.1:9/feed/", SAMPLES / "updates.csv", out_dir=tmp_path / "out")
    assert caught.value.exit_code == 3
    assert "127.0.0.1" in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_a_row_that_cannot_be_read_is_listed_in_the_workbook(tmp_path: Path) -> None:
    shutil.copy(SAMPLES / "updates.xlsx", tmp_path / "updates.xlsx")
    handover = build(tmp_path / "out", tmp_path / "updates.xlsx")
    (skipped,) = handover.skipped
    assert skipped.line == 39
    listed = " ".join(str(cell) for row in sheet(handover, "Please check") for cell in row)
    assert skipped.reason in listed


def test_links_that_could_not_all_be_asked_for_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handover.read.link_checks.MOST", 0)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    made = build(tmp_path, check_links=True, formats=("xlsx",))
    (told,) = [notice.text for notice in made.notices if "could not be asked" in notice.text]
    assert told.split()[0].isdecimal() and int(told.split()[0]) >= len(made.posts)
    assert any(told in map(str, row) for row in sheet(made, "Please check"))


def test_one_cell_of_the_working_copy_overrules_the_verdict_and_is_kept_by_the_builds_after(
    tmp_path: Path,
) -> None:
    first = build(tmp_path / "1")
    slot = first.plan[0]
    others = {u.id: v.lasting for u, v in _judged(first) if u.id != slot.update.id}
    assert first.working_copy
    for number, word in ((2, "dated"), (3, ""), (4, "lasting")):
        copy = tmp_path / str(number - 1) / "for-you" / first.working_copy.name
        if word:
            _overrule(copy, slot.update.text, word)
        built = build(tmp_path / str(number), copy)
        wanted = "lasting" if word == "lasting" else "dated"  # the second build's word is the third's, too
        (verdict,) = (v for u, v in _judged(built) if u.text == slot.update.text)
        assert (verdict.lasting, str(verdict.reason)) == (wanted, "your own word")
        assert (slot.update.text in {s.update.text for s in built.plan}) == (wanted == "lasting")
        rest = {u.id: v.lasting for u, v in _judged(built) if u.text != slot.update.text}
        assert rest == others


def _judged(handover: Handover) -> list[tuple[Update, Verdict]]:
    return [(u, handover.verdicts[u.id]) for u in handover.updates.items if u.id in handover.verdicts]


def _overrule(path: Path, text: str, word: str) -> None:
    """Write a word into the cell Lasting of the row with this text."""
    workbook = openpyxl.load_workbook(path)
    updates = workbook["Updates"]
    rows = list(updates.iter_rows())
    header = next(row for row in rows if "Lasting" in [cell.value for cell in row])
    names = [cell.value for cell in header]
    row = next(row for row in rows if row[names.index("Text")].value == text)
    row[names.index("Lasting")].value = word
    workbook.save(path)


def test_an_error_is_never_its_own_cause(tmp_path):
    with pytest.raises(SourceError) as caught:
        build_handover(tmp_path / "missing.xml", [], out_dir=tmp_path)
    assert caught.value.__cause__ is None
    assert isinstance(pickle.loads(pickle.dumps(caught.value)), SourceError)
