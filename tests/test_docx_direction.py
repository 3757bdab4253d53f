"""Paragraphs read from right to left are marked for Word, all others are left as they are."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from handover.write.docx.direction import _encoded, directed, marked, reads_leftwards
from tests.lint_docx import lint
from tests.made import make_handover
from tests.test_docx import W, part, written

ARABIC = "زيت الزيتون من أفضل ما نقدمه."
HEBREW = "שמן זית כתית."


def paragraph(text: str, look: str = "") -> str:
    return f"<w:p>{look}<w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [
        (ARABIC, True),
        (HEBREW, True),
        ("1.234 (!) " + ARABIC, True),
        ("#hofladen " + ARABIC, False),
        ("Olive oil: " + ARABIC, False),
        ("مرحبا Hello", True),
        ("123 ...", False),
        ("", False),
        ("Ελληνικά", False),
        ("日本語", False),
    ],
)
def test_the_first_strong_character_says_how_a_paragraph_is_read(text: str, leftwards: bool) -> None:
    assert reads_leftwards(text) == leftwards
    assert ("<w:bidi/>" in marked(paragraph(text))) == leftwards


def test_an_entity_is_no_letter() -> None:
    assert "<w:bidi/>" in marked(paragraph(f"&amp; {ARABIC}"))


@pytest.mark.parametrize(
    ("look", "made"),
    [
        ("", "<w:pPr><w:bidi/></w:pPr>"),
        (
            '<w:pPr><w:pStyle w:val="A"/></w:pPr>',
            '<w:pPr><w:pStyle w:val="A"/><w:bidi/></w:pPr>',
        ),
        (
            '<w:pPr><w:keepNext/><w:spacing w:after="0"/><w:jc w:val="left"/></w:pPr>',
            '<w:pPr><w:keepNext/><w:bidi/><w:spacing w:after="0"/><w:jc w:val="left"/></w:pPr>',
        ),
        ("<w:pPr><w:bidi/></w:pPr>", "<w:pPr><w:bidi/></w:pPr>"),
    ],
)
def test_the_mark_stands_where_the_schema_has_it(look: str, made: str) -> None:
    assert made in marked(paragraph(ARABIC, look))


def test_a_run_of_another_script_keeps_its_direction() -> None:
    runs = f"<w:p><w:r><w:t>{ARABIC}</w:t></w:r><w:r><w:t>Hofladen</w:t></w:r></w:p>"
    assert marked(runs).count("<w:rtl/>") == 1
    latin = f"<w:p><w:r><w:t>Hofladen</w:t></w:r><w:r><w:t>{ARABIC}</w:t></w:r></w:p>"
    assert marked(latin).count("<w:rtl/>") == 1
    assert "<w:bidi/>" not in marked(latin)


@pytest.mark.parametrize("size", [1, 7, 40, 1000])
def test_a_paragraph_that_comes_in_pieces_is_marked_as_one_that_comes_whole(size: int) -> None:
    xml = paragraph("Hofladen") + paragraph(ARABIC) + "<w:tbl><w:tc>" + paragraph(HEBREW) + "</w:tc></w:tbl>"
    pieces = (xml[n : n + size] for n in range(0, len(xml), size))
    assert marked(xml).count("<w:bidi/>") == 2
    assert b"".join(directed(pieces)).decode() == marked(xml)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="<>&"), max_size=6))
def test_bytes_show_whether_a_text_may_be_read_from_right_to_left(text: str) -> None:
    xml = paragraph(text)
    assert b"".join(directed(iter([xml]))).decode() == marked(xml)


def test_no_character_of_such_a_script_is_passed_over() -> None:
    for code in (*range(0x80, 0xD800), *range(0xE000, 0x11000), *range(0x1E000, 0x20000)):
        xml = paragraph(chr(code))
        for beside in ("", "\U0001f600", "\ufe0f"):
            told = xml.replace("</w:t>", f"{beside}</w:t>")
            assert _encoded(told).decode() == marked(told), hex(code)


def test_only_the_paragraphs_of_that_script_are_marked_in_a_document(tmp_path: Path) -> None:
    handover = make_handover(posts=3)
    first, *rest = handover.pairs
    title = replace(handover.posts[0], title=ARABIC)
    pair = replace(first, post=title, update=replace(first.update, text=f"{ARABIC}\n\n#hofladen\n\n{HEBREW}"))
    posts = (title, *handover.posts[1:])
    rest = [replace(p, post=title) if p.post.id == title.id else p for p in rest]
    path = written(
        tmp_path, replace(handover, pairing=replace(handover.pairing, posts=posts, pairs=(pair, *rest)))
    )
    body = etree.fromstring(part(path, "word/document.xml").encode())
    found = {
        "".join(t.text or "" for t in p.iter(f"{W}t"))
        for p in body.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}bidi") is not None
    }
    assert found == {ARABIC, HEBREW}
    assert lint(path) == []
