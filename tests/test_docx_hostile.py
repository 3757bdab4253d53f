"""Texts of strangers in the Word document: whatever they hold, they arrive as text."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handover.model import Handover, Update
from handover.write.docx.text import Blocks, Runs, Xml, made_of_tags, plain
from handover.write.view.links import _SIMPLE
from tests.extent import share
from tests.lint_docx import lint
from tests.made import make_details, make_handover
from tests.test_docx import texts, written

HOSTILE = (
    "Q&A <b>bold</b> \"quoted\" 'single'",
    "</w:t></w:r></w:p><w:p>",
    "a\x00b\x0bc\x1fd\x7fe\ufffef\uffffg",
    "lone \ud800 surrogate \udfff",
    "\u202eright to left\u202d \u2067isolate",
    "שלום עולם، مرحبا",
    "{{ 7*7 }} {% for x in y %} {# no #} {{r link }} {%p if %}",
    "first\r\nsecond\n\n\tthird\rfourth\u2028fifth",
    "👩‍👩‍👧‍👦 é à ﷽ 王",
    "]]><!-- -->&amp;&#0;",
    "=1+1",
    " ",
)


def hostile(text: str) -> Handover:
    """A handover that bears the text in every place a stranger can write to."""
    handover = make_handover(posts=2, rich=True)
    post = replace(handover.posts[0], title=text or "-", summary=text, author=text, categories=(text,))
    pairs = tuple(
        replace(p, post=post, update=replace(p.update, text=text or "-", account=text))
        for p in handover.pairs[:3]
    )
    draft = Update(id="d", network="x", text=text if text.strip() else "-", state="draft")
    short = make_handover(posts=2, per_post=1).shortfalls[0]
    details = replace(make_details(), highlights=(text,), voice=(text,))
    posts = (post, *handover.posts[1:])
    return replace(
        handover,
        feed=replace(handover.feed, title=text, posts=posts),
        pairing=replace(handover.pairing, posts=posts, pairs=pairs),
        shortfalls=(replace(short, post=post, drafts=(draft,)),),
        details=replace(details, client=replace(details.client, name=text, contact=text)),
    )


MARKUP = st.lists(
    st.sampled_from(
        (
            *(
                '<w:r><w:t xml:space="preserve">',
                "</w:t></w:r>",
                "<w:r>",
                "<w:rPr/>",
                "<w:p>",
                "</w:p>",
                "<w:t>",
            ),
            *(
                "<w:br/>",
                "<w:tab/>",
                "<w:tbl>",
                "<w:hyperlink>",
                "a",
                "b c",
                " ",
                "&amp;",
                "&lt;",
                "\u00a0",
                "é",
            ),
        )
    ),
    max_size=6,
).map("".join)


@given(MARKUP)
def test_what_a_reader_sees_of_one_run_is_told_without_a_search_as_with_one(xml: str) -> None:
    for markup in (xml, f'<w:r><w:t xml:space="preserve">{xml}</w:t></w:r>', f"<w:r>{xml}"):
        shown = re.sub("<[^>]*>", "", re.sub(r"<w:(?:br|tab)/>|</w:p>", " ", markup))
        assert plain(markup) == " ".join(unescape(shown).split())
        first = re.search(r"<(/?)w:(\w+)", markup)
        text = first is None or first[1] or first[2] in ("t", "br", "tab")
        block = not text and first and first[2] in ("p", "tbl")
        assert type(made_of_tags(markup)) is (Xml if text else Blocks if block else Runs)


@given(st.lists(st.sampled_from('aZ09.-/:?#&=~_%@"<>[]\\é{} '), max_size=20).map("".join))
def test_an_address_is_simple_as_a_search_that_goes_back_finds_it(rest: str) -> None:
    simple = r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?:/[!#-;=?-\[\]-~]*)?"
    for address in (f"https://{rest}", f"http://a.example/{rest}", rest):
        assert bool(_SIMPLE.fullmatch(address)) is bool(re.fullmatch(simple, address))


@pytest.mark.parametrize("text", HOSTILE, ids=[ascii(t)[:24] for t in HOSTILE])
def test_hostile_text_arrives_as_text(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, hostile(text))
    assert lint(path, tags_are_text=True) == []
    whole = "".join(texts(path))
    for word in text.replace("\u2028", " ").split():
        if word.isascii() and word.isprintable():
            assert word in whole


def test_a_control_character_goes_and_half_a_character_leaves_a_visible_mark(tmp_path: Path) -> None:
    whole = "".join(texts(written(tmp_path, hostile("be\x00fore \ud800 after"))))
    assert "before \ufffd after" in whole


def test_a_text_of_a_hundred_thousand_characters_arrives_whole(tmp_path: Path) -> None:
    text = "".join(f"word{n} & " for n in range(10_000))
    path = written(tmp_path, hostile(text))
    assert lint(path) == []
    assert text.strip() in "".join(texts(path))


@settings(max_examples=share(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_gives_a_sound_document(tmp_path: Path, text: str) -> None:
    assert lint(written(tmp_path, hostile(text)), tags_are_text=True) == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "https://",
        "http://[::1",
        "https://a b.example",
        "file:///etc/passwd",
        "https://x.example/<y>",
        "https://a..b/",
        "https://x.example:99999/",
        "https://x.example:0/",
        "https://[::zz]/",
        "https://x.example/" + "a" * 3000,
    ],
)
def test_an_address_word_would_refuse_is_no_link(tmp_path: Path, address: str) -> None:
    handover = make_handover(posts=1)
    post = replace(handover.posts[0], permalink=address)
    pairs = tuple(replace(p, post=post, update=replace(p.update, permalink=address)) for p in handover.pairs)
    pairing = replace(handover.pairing, posts=(post,), pairs=pairs, unpaired=())
    assert lint(written(tmp_path, replace(handover, pairing=pairing))) == []
