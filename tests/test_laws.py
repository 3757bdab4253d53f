"""The four laws, over blogs and updates with everything that real data has, to the files and back."""

import dataclasses
import datetime as dt
import json
import subprocess
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from handover import Handover, build_handover
from handover.model import Media
from tests import lint_docx, lint_xlsx
from tests.extent import share
from tests.test_docx_valid import validator

DAY = dt.date(2026, 11, 22)
BLOG = "https://blog.example"

# Words as blogs have them: sixteen languages, joined emoji, bidi marks, markup, formulas, template tags.
WORDS = [
    "coffee", "roasting", "Tuesday", "harbour", "three", "fixes", "water", "Grüße", "Übergabe", "señal",
    "manhã", "città", "été", "święto", "příběh", "günaydın", "здравствуйте", "Ελλάδα", "שלום", "مرحبا",
    "नमस्ते", "สวัสดี", "コーヒー", "焙煎の話", "咖啡馆", "안녕하세요", "☕", "👩‍🍳", "🇪🇸", "\u202eabc\u202c",
    "<b>", "&amp;", "=1+1", "{{ 7*7 }}", "{%p for x in y %}", "_x0041_", "R&D", "C:\\temp", "'quoted'",
    "\x00", "\x0b", "\ud800", "\ufffe", "a\tb", "line\nbreak", "]]>",
]  # fmt: skip

FOREIGN = [
    "https://t.co/abcDEF1234",
    "https://else.example/x",
    "javascript:alert(1)",
    "https://a b/",
    "http://[",
]
# A post's address as it comes back from networks: cut short, without a scheme, with a tail.
WRITTEN = [
    "{0}",
    "{0}/",
    "{0}?utm_source=x",
    "{0}#more",
    "{0}…",
    "blog.example/post-…",
    "HTTPS://BLOG.example/post-1",
]
SERIES = ["Weekly links", "Weekly links 2", "Weekly links 3", "News", "News", ""]

phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
moments = st.one_of(
    st.none(), st.datetimes(dt.datetime(2009, 1, 1), dt.datetime(2026, 11, 1), timezones=st.just(dt.UTC))
)
networks = st.sampled_from(["x", "facebook", "linkedin", "mastodon", "instagram", "bluesky", "", "FB", "odd"])


@st.composite
def blogs(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Items of a JSON Feed, which can carry any text at all."""
    items = []
    for n in range(draw(st.integers(1, 8))):
        title = draw(st.one_of(phrases, st.sampled_from(SERIES)))
        item: dict[str, Any] = {"id": draw(st.sampled_from([f"id-{n}", "id-0", ""])), "title": title}
        if draw(st.booleans()):
            item["url"] = f"{BLOG}/{draw(st.sampled_from([f'post-{n}', 'post-0', f'?p={n}']))}"
        if when := draw(moments):
            item["date_published"] = when.isoformat()
        item["content_text"] = draw(st.one_of(phrases, st.just("word " * 9_000)))
        items.append(item)
    return items


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    found = []
    for _ in range(draw(st.integers(1, 12))):
        number = draw(st.integers(0, 7))
        written = draw(st.sampled_from(WRITTEN)).format(f"{BLOG}/post-{number}")
        link = draw(st.sampled_from(["", written, written, f"{BLOG}/", *FOREIGN]))
        said = draw(st.one_of(phrases, st.sampled_from(SERIES)))
        row: dict[str, Any] = {"text": f"{said} {link}", "network": draw(networks)}
        if draw(st.integers(0, 4)) == 0:
            row["state"] = draw(st.sampled_from(["draft", "scheduled", "published"]))
        if draw(st.integers(0, 6)) == 0:
            row["post"] = draw(st.sampled_from(["News", "post-1", f"{BLOG}/post-0", "id-0", "none"]))
        if when := draw(moments):
            row["posted_at"] = when
        if link and draw(st.booleans()):
            row["links"] = (link,)
        if draw(st.booleans()):
            row["kind"] = draw(st.sampled_from(["original", "reply", "repost"]))
        if draw(st.integers(0, 3)) == 0:
            row["media"] = [Media(f"{number}.jpg", alt=draw(phrases)), Media("film.mp4")]
        if draw(st.integers(0, 9)) == 0:
            row["text"] = "long " * 20_000
        found.append(row)
    return found


def build(
    folder: Path, items: list[dict[str, Any]], updates: list[dict[str, Any]], **options: Any
) -> Handover:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Blog",
        "home_page_url": BLOG,
        "items": items,
    }
    (folder / "feed.json").write_text(json.dumps(feed), encoding="utf-8")
    return build_handover(
        folder / "feed.json",
        updates,
        **{"out_dir": folder / "out", "today": DAY, "whole_blog": False, "timezone": "UTC", **options},
    )


def sheets(path: Path | None) -> dict[str, list[dict[str, Any]]]:
    """Every table of a workbook as rows by header, read by another library."""
    assert path
    book = CalamineWorkbook.from_path(path)
    found: dict[str, list[dict[str, Any]]] = {}
    for name in book.sheet_names:
        head, *body = book.get_sheet_by_name(name).to_python() or [[]]
        found[name] = [dict(zip(map(str, head), row, strict=True)) for row in body]
    return found


few = settings(
    max_examples=share(25),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)


FORMATS = [("xlsx", "docx"), ("xlsx",), ("docx",), ("html",), ("ics",), ("csv",), ("eml",)]


@few
@given(blogs(), rows(), st.sampled_from(FORMATS))
def test_conservation_every_post_once_every_update_somewhere_every_skipped_row_listed_whatever_is_sent(
    items: list[dict[str, Any]], updates: list[dict[str, Any]], formats: tuple[str, ...]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        handover = build(Path(name), items, updates, formats=formats)
        book = sheets(handover.working_copy)
        numbers = Counter(int(row["No."]) for row in book["Posts"])
        assert numbers == Counter(range(1, len(handover.posts) + 1))
        shown = {row["Id"] for sheet in ("Updates", "Unpaired") for row in book[sheet]}
        assert shown - {""} == {update.id for update in handover.updates.items}
        if not (merged(handover) or handover.skipped):
            pictures = " ".join(row["Media"] for sheet in ("Updates", "Unpaired") for row in book[sheet])
            described = [media.alt for row in updates for media in row.get("media", ())]
            words = [word for alt in described for word in alt.split() if word.isascii() and word.isalpha()]
            assert all(word in pictures for word in words)
        listed = " ".join(str(cell) for row in book["Please check"] for cell in row.values())
        assert all(skipped.reason in listed for skipped in handover.skipped)
        assert len(handover.updates.items) + len(handover.skipped) + merged(handover) >= len(updates)
        if "docx" in formats:
            document = docx.Document(str(handover.files["docx"]))
            headings = [p for p in document.paragraphs if p.style is not None and p.style.name == "Heading 3"]
            assert len(headings) == len(handover.posts)
        if "xlsx" in formats:
            hers = sheets(handover.files["xlsx"])
            assert Counter(int(row["No."]) for row in hers["Posts"]) == numbers
            told = [row for sheet in ("Updates", "More updates") for row in hers.get(sheet, ()) if row["No."]]
            originals = [pair.update for pair in handover.pairs] + [one.update for one in handover.unpaired]
            assert len(told) == sum(update.kind == "original" for update in originals)


def merged(handover: Handover) -> int:
    """How many rows were the same update as another one."""
    return sum(len(u.origin.also) for u in handover.updates.items if u.origin)


@few
@given(blogs(), rows())
def test_honesty_a_pair_has_evidence_a_draft_is_called_one_and_an_unsure_blog_says_so(
    items: list[dict[str, Any]], updates: list[dict[str, Any]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        handover = build(Path(name), items, updates)
        assert all(0 < pair.score <= 1 and pair.reason and pair.evidence for pair in handover.pairs)
        assert all(open_.reason for open_ in handover.unpaired)
        assert not {d.id for s in handover.shortfalls for d in s.drafts} & {
            row["Id"] for row in sheets(handover.working_copy)["Updates"]
        }
        for short in handover.shortfalls:
            assert all(draft.state == "draft" for draft in short.drafts)
        if handover.feed.extent == "newest_only":
            assert handover.feed.extent_reason


@settings(few, max_examples=share(10))  # each is two builds of every format
@given(blogs(), rows())
def test_sameness_the_same_input_gives_the_same_bytes(
    items: list[dict[str, Any]], updates: list[dict[str, Any]]
) -> None:
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        every = ("xlsx", "docx", "html", "ics", "csv", "eml")
        results = [build(Path(name), items, updates, formats=every) for name in (one, two)]
        files = [
            {
                p.relative_to(name).as_posix(): p.read_bytes()
                for p in Path(name, "out").rglob("*")
                if p.is_file()
            }
            for name in (one, two)
        ]
        assert files[0] == files[1]
        nowhere: dict[str, Any] = {"files": {}, "working_copy": None, "for_you": ()}
        one_, two_ = (dataclasses.replace(made, **nowhere, feed=results[0].feed) for made in results)
        assert one_ == two_


@few
@given(blogs(), rows())
def test_files_of_any_blog_have_no_fault_that_word_or_excel_would_mend(
    items: list[dict[str, Any]], updates: list[dict[str, Any]]
) -> None:
    with tempfile.TemporaryDirectory() as name:
        handover = build(Path(name), items, updates)
        files, working_copy = handover.files, handover.working_copy
        assert working_copy
        assert lint_xlsx.lint(files["xlsx"]) == []
        assert lint_xlsx.lint(working_copy) == []
        assert lint_docx.lint(files["docx"], tags_are_text=True) == []


@settings(few, max_examples=4)
@given(blogs(), rows())
def test_files_of_any_blog_pass_the_open_xml_sdk(
    items: list[dict[str, Any]], updates: list[dict[str, Any]]
) -> None:
    program = validator()
    with tempfile.TemporaryDirectory() as name:
        handover = build(Path(name), items, updates)
        for path in (*handover.files.values(), handover.working_copy):
            told = subprocess.run(
                [program, str(path)], capture_output=True, text=True, timeout=300, check=False
            )
            assert json.loads(told.stdout)["errors"] == []


@pytest.mark.parametrize(
    "title", ["{{ 7*7 }}", '=HYPERLINK("http://evil.example","x")', "<script>alert(1)</script>"]
)
def test_what_looks_like_code_arrives_as_text(tmp_path: Path, title: str) -> None:
    handover = build(tmp_path, [{"id": "1", "title": title, "url": f"{BLOG}/1"}], [{"text": title}],
                     formats=("xlsx", "docx", "html", "eml"))  # fmt: skip
    assert sheets(handover.files["xlsx"])["Posts"][0]["Title"] == title
    assert title in [p.text for p in docx.Document(str(handover.files["docx"])).paragraphs]
    assert "<script>alert(1)" not in handover.files["html"].read_text("utf-8")
