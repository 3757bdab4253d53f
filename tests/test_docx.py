"""The Word document: what a client opens."""

import datetime as dt
import hashlib
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.shared import Twips
from lxml import etree

from handover.errors import DetailsError, TemplateError
from handover.model import Details, Me, Slot, Unpaired, Update, Verdict
from handover.write.colours import contrast
from handover.write.docx import TEMPLATE, compiled_template, render, write, write_template
from handover.write.docx.compiled_template import CODE, as_module, built_in, compiled
from handover.write.docx.package import NS, read_package
from handover.write.docx.render import Renderer
from handover.write.docx.source import _styles, read_source
from handover.write.docx.style_names import NAMES as STYLE_NAMES
from handover.write.docx.template import Part, WordSource
from handover.write.docx.waiting import Waiting
from handover.write.job import Job
from handover.write.view import template_context
from handover.write.words import words
from tests.lint_docx import lint
from tests.made import TODAY, make_details, make_handover
from tests.template.build import build

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def made(folder: Path, **handover: object) -> Path:
    """The document of a made handover, with a workbook beside it."""
    return written(folder, make_handover(**handover))  # type: ignore[arg-type]


def written(folder: Path, handover: object, *, workbook: bool = True, **job: object) -> Path:
    wanted = ("xlsx", "docx") if workbook else ("docx",)
    (path,) = write(Job(handover=handover, folder=folder, slug="tidewell", wanted=wanted, **job))  # type: ignore[arg-type]
    return path


def texts(path: Path) -> list[str]:
    """What a reader of another make sees: all paragraphs, those in tables too."""
    body = docx.Document(str(path)).element.body
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in body.iter(f"{W}p")]


def styled(path: Path) -> list[tuple[str, str]]:
    """Style and text of each paragraph outside tables."""
    body = docx.Document(str(path)).element.body
    found = []
    for p in body.iterchildren(f"{W}p"):
        style = p.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val") if style is not None else ""
        found.append((name, "".join(t.text or "\t" for t in p.iter(f"{W}t", f"{W}tab"))))
    return found


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize(
    "handover",
    [
        {"posts": 0, "per_post": 0},
        {"posts": 1, "per_post": 1},
        {"posts": 12, "rich": True},
        {"posts": 12, "rich": True, "language": "de"},
        {"posts": 260, "rich": True, "short": False},
    ],
    ids=["no post", "one post", "rich", "German", "long"],
)
def test_every_size_gives_a_sound_document(tmp_path: Path, handover: dict[str, object]) -> None:
    assert lint(made(tmp_path, **handover)) == []


def test_the_file_is_named_after_the_client(tmp_path: Path) -> None:
    assert made(tmp_path).name == "tidewell-handover.docx"


def test_the_template_in_the_package_is_what_its_script_makes(tmp_path: Path) -> None:
    build(tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == TEMPLATE.read_bytes()


def without_code(source: WordSource) -> WordSource:
    def plain(part: Part) -> Part:
        return replace(part, code="")

    return replace(source, main=plain(source.main), others=tuple(map(plain, source.others)))


def test_the_built_in_template_was_taken_apart_when_it_was_made() -> None:
    source = read_source(read_package(TEMPLATE.read_bytes(), TEMPLATE.name), TEMPLATE.name)
    assert without_code(built_in()) == source, "run python -m tests.template"


def test_what_jinja_made_of_it_is_used_where_it_would_make_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    found = built_in()
    made = compiled(without_code(found))
    if found.main.code:
        assert CODE.read_text("utf-8") == as_module(made), "run python -m tests.template"
        assert replace(found, main=made.main) == made, "run python -m tests.template"
    monkeypatch.setattr("jinja2.__version__", "another")
    assert built_in() == without_code(made)
    monkeypatch.undo()
    monkeypatch.setattr(compiled_template, "find_spec", lambda name: None)
    assert built_in().main == without_code(made).main


def test_a_document_is_the_same_whether_its_template_was_compiled_before_or_not(tmp_path: Path) -> None:
    for colour in ("", "#b00020"):
        handover = replace(make_handover(rich=True), details=Details(me=Me(brand_colour=colour)))
        context = template_context(handover)
        for name, source in (("a.docx", built_in()), ("b.docx", without_code(built_in()))):
            Renderer(source, handover, context, trusted=True).write(tmp_path / name)
        assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_value_that_is_missing_is_told_with_its_tag_whether_the_template_was_compiled_before_or_not(
    tmp_path: Path,
) -> None:
    handover = make_handover(rich=True)
    context = template_context(handover)
    told = []
    for source in (built_in(), without_code(built_in())):
        with pytest.raises(TemplateError, match=r"post\.title") as caught:
            posts = [{"drafts": [], "found": ""}]
            given = {**context, "short": {"title": "", "intro": "", "posts": posts, "more": ""}}
            Renderer(source, handover, given, trusted=True).write(tmp_path / "a.docx")
        told.append((str(caught.value), caught.value.hint, caught.value.tag))
    assert told[0] == told[1]


def test_a_document_is_the_same_whether_it_waits_in_memory_or_in_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = made(tmp_path, rich=True).read_bytes()
    for kept in (0, 1, 9_000):
        monkeypatch.setattr(render, "Waiting", partial(Waiting, kept=kept))
        assert made(tmp_path, rich=True).read_bytes() == whole


@pytest.mark.parametrize("kept", [0, 3, 4, 100])
def test_what_waits_is_given_back_in_its_order(kept: int) -> None:
    with Waiting(kept) as waiting:
        for piece in (b"", b"abc", b"d", b"", b"efghi", b"j"):
            waiting.add(piece)
        assert b"".join(waiting.taken()) == b"abcdefghij"


def test_a_document_from_the_built_in_template_loads_neither_docxtpl_nor_python_docx() -> None:
    asked = "import sys; from handover.write.docx.compiled_template import built_in; built_in();"
    asked += "raise SystemExit(not {'docxtpl', 'docx'}.isdisjoint(sys.modules))"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_the_same_handover_gives_the_same_bytes(tmp_path: Path) -> None:
    digests = set()
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        digests.add(hashlib.sha256(made(tmp_path / name, rich=True).read_bytes()).hexdigest())
    assert len(digests) == 1


def test_every_post_and_every_update_stands_in_it(tmp_path: Path) -> None:
    handover = make_handover(posts=24, rich=True)
    found = texts(written(tmp_path, handover))
    whole = "\n".join(found)
    for post in handover.posts:
        assert post.title in found
    for pair in handover.pairs:
        for line in pair.update.text.splitlines():
            assert line in whole or line == pair.post.permalink  # which stands in the post's heading


def test_every_post_links_to_itself_and_every_update_to_its_network(tmp_path: Path) -> None:
    handover = make_handover()
    targets = part(made(tmp_path), "word/_rels/document.xml.rels")
    for address in [p.permalink for p in handover.posts] + [p.update.permalink for p in handover.pairs]:
        assert f'Target="{address}"' in targets


def test_link_text_is_a_word_and_not_an_address(tmp_path: Path) -> None:
    found = texts(made(tmp_path))
    assert any("Read the post" in text for text in found)
    assert not any(text.startswith("http") for text in found)
    compact = texts(made(tmp_path, posts=210))
    assert any("View\u00a0on\u00a0LinkedIn" in text for text in compact)


def test_sections_without_content_leave_no_trace(tmp_path: Path) -> None:
    found = texts(made(tmp_path, short=False, plan=(), verdicts={}, runway=None))
    for title in ("What happens when", "Accounts and access", "Final invoice", "Posts that deserve more"):
        assert title not in found


def test_sections_come_in_their_order(tmp_path: Path) -> None:
    titles = [text for style, text in styled(made(tmp_path, rich=True)) if style == "Heading1"]
    assert titles == [
        "Thank you, Ida",
        "What happens when",
        "Accounts and access",
        "Still open",
        "The work in figures",
        "What worked best",
        "What lasts and what is dated",
        "A plan for the next weeks",
        "Voice and rules",
        "Questions of every week",
        "Tools and renewals",
        "People to know",
        "Your files",
        "Where your other files are",
        "What I would do next",
        "Final invoice",
        "A word in return",
        "Keeping in touch",
        "Received and agreed",
        "Your content library",
        "Posts that deserve more",
        "More updates",
    ]


def test_what_a_person_reads_comes_in_brief_where_a_workbook_holds_the_rest(tmp_path: Path) -> None:
    handover = make_handover(posts=30)
    slots = tuple(
        Slot(date=TODAY + dt.timedelta(days=n), network="x", post=p.post, update=p.update)
        for n, p in enumerate(handover.pairs[:40])
    )
    handover = replace(handover, plan=slots)
    for workbook, shown in ((True, 12), (False, 40)):
        found = texts(written(tmp_path, handover, workbook=workbook))
        days = {words("en").date(slot.date, "medium") for slot in slots}
        begin = len(found) - found[::-1].index("A plan for the next weeks")
        end = len(found) - found[::-1].index("Your content library")
        assert sum(text in days for text in found[begin:end]) == shown


def test_no_page_is_broken_but_behind_the_cover_and_no_table_is_kept_whole(tmp_path: Path) -> None:
    body = etree.fromstring(part(made(tmp_path, rich=True), "word/document.xml").encode())
    assert len(list(body.iter(f"{W}pageBreakBefore"))) == 1
    for table in body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        kept = [row.find(f".//{W}keepNext") is not None for row in rows]
        assert not all(kept[1:]) or len(rows) < 3


def test_a_column_without_content_is_not_there_and_the_others_take_its_place(tmp_path: Path) -> None:
    details = make_details()
    tools = tuple(replace(tool, purpose="", renews="") for tool in details.tool)
    document = docx.Document(str(made(tmp_path, details=replace(details, tool=tools))))
    for table in document.tables:
        if table.cell(0, 0).text == "Tool":
            break
    assert [c.text for c in table.rows[0].cells] == ["Tool", "Paid by"]
    widths = {sum(int(c.width or 0) for c in row.cells) for row in table.rows}
    assert widths == {sum(int(column.width or 0) for column in table.columns)}
    assert abs(max(widths) - Twips(9412)) < Twips(5)


def test_an_address_of_the_post_tracking_and_spacer_lines_are_not_in_print(tmp_path: Path) -> None:
    handover = make_handover(posts=1, per_post=1)
    pair = handover.pairs[0]
    text = (
        f"First.\n.\n.\nSecond: {pair.post.permalink}?utm_source=ig\n"
        "More: https://shop.example/x?id=3&utm_source=ig"
    )
    pair = replace(pair, update=replace(pair.update, text=text))
    handover = replace(handover, pairing=replace(handover.pairing, pairs=(pair,)))
    path = written(tmp_path, handover)
    found = texts(path)
    assert "." not in found
    assert "Second" + "More: https://shop.example/x?id=3" in found
    assert "utm_source" not in part(path, "word/document.xml") + part(path, "word/_rels/document.xml.rels")
    assert "First." in found


def test_drafts_are_marked_and_stand_apart_from_published_work(tmp_path: Path) -> None:
    handover = make_handover(rich=True)
    styles = styled(written(tmp_path, handover))
    drafts = [d for s in handover.shortfalls for d in s.drafts]
    assert drafts
    for draft in drafts:
        whole = draft.text.replace("\n", "")
        places = [n for n, (_, text) in enumerate(styles) if text.replace("\n", "") == whole]
        assert [styles[n][0] for n in places] == ["Draft"]
        label, words = styles[places[0] - 1]
        assert label == "DraftLabel"
        assert words.startswith("DRAFT · not published")


def test_an_update_that_is_still_a_draft_says_so(tmp_path: Path) -> None:
    handover = make_handover(posts=2)
    first, *rest = handover.pairs
    pairs = (replace(first, update=replace(first.update, state="draft")), *rest)
    found = texts(written(tmp_path, replace(handover, pairing=replace(handover.pairing, pairs=pairs))))
    assert "Draft, not published" in found


def test_a_feed_that_gave_only_the_newest_posts_is_said(tmp_path: Path) -> None:
    handover = make_handover(posts=5)
    feed = replace(handover.feed, extent="newest_only", extent_reason="The feed names no older page.")
    whole = "\n".join(texts(written(tmp_path, replace(handover, feed=feed))))
    assert re.search(r"The library holds posts from .+ to .+; older ones are not in it\.", whole)
    assert "The feed names no older page" not in whole


def test_updates_without_a_post_are_said_and_what_was_not_read_is_the_managers(tmp_path: Path) -> None:
    whole = "\n".join(texts(made(tmp_path, rich=True)))
    assert "2 more updates are not assigned to a post of the blog:" in whole
    assert "We are closed on Monday. See you on Tuesday!" in whole
    assert "It links to no post" not in whole
    assert "The row has neither a text nor a link." not in whole


def test_replies_and_reposts_are_not_in_it(tmp_path: Path) -> None:
    handover = make_handover(posts=3)
    first, second, *rest = handover.pairs
    pairs = (
        replace(first, update=replace(first.update, kind="reply", text="A word to a reader.")),
        replace(second, update=replace(second.update, kind="repost", text="Words of others.")),
        *rest,
    )
    whole = "\n".join(
        texts(written(tmp_path, replace(handover, pairing=replace(handover.pairing, pairs=pairs))))
    )
    assert "A word to a reader." not in whole
    assert "Words of others." not in whole


def test_a_draft_is_called_one_wherever_it_stands(tmp_path: Path) -> None:
    handover = make_handover(posts=1, per_post=1, short=False)
    pair = replace(
        handover.pairs[0], update=replace(handover.pairs[0].update, state="draft", text="Not yet.")
    )
    alone = Unpaired(update=Update(text="Not yet.", state="draft"), reason="")
    slot = Slot(date=TODAY, network="x", post=pair.post, update=pair.update)
    handover = replace(
        handover,
        pairing=replace(handover.pairing, pairs=(pair,), unpaired=(alone,)),
        verdicts={pair.update.id: Verdict(lasting="dated", reason="")},
        plan=(slot,),
    )
    found = [text for text in texts(written(tmp_path, handover)) if text]
    places = [n for n, text in enumerate(found) if text == "Not yet."]
    assert len(places) == 4
    assert {found[n - 1] for n in places} == {"Draft, not published"}


def test_without_a_workbook_nothing_is_cut_and_nothing_points_to_it(tmp_path: Path) -> None:
    long = "word " * 500 + "end."
    handover = make_handover(posts=210)
    first, *rest = handover.pairs
    pairs = (replace(first, update=replace(first.update, text=long)), *rest)
    handover = replace(handover, pairing=replace(handover.pairing, pairs=pairs))
    whole = "\n".join(texts(written(tmp_path, handover, workbook=False)))
    assert long in whole
    assert "workbook" not in whole


def test_a_long_text_in_a_long_blog_is_cut_with_a_mark(tmp_path: Path) -> None:
    handover = make_handover(posts=210)
    first, *rest = handover.pairs
    pairs = (replace(first, update=replace(first.update, text="word " * 500)), *rest)
    handover = replace(handover, pairing=replace(handover.pairing, pairs=pairs))
    found = [t for t in texts(written(tmp_path, handover)) if t.count("word") > 20]
    assert len(found) == 1
    assert "word…" in found[0]


def test_the_contents_of_a_blog_of_many_months_are_its_years_on_one_page(tmp_path: Path) -> None:
    handover = make_handover(posts=60, rich=True)
    lines = [text for style, text in styled(written(tmp_path, handover)) if style.startswith("TOC")]
    assert {"2026", "2025"} <= set(lines)
    assert len(lines) <= 40
    assert not {post.title for post in handover.posts} & set(lines)


def test_a_long_blog_has_a_part_for_each_year_and_short_contents(tmp_path: Path) -> None:
    path = made(tmp_path, posts=260)
    found = docx.Document(str(path)).paragraphs
    years = [
        p.text for p in found if p.style is not None and p.style.name == "Heading 1" and p.text.isdigit()
    ]
    assert years == sorted(years, reverse=True)
    assert len(years) > 5
    assert sum(p.style is not None and p.style.name.startswith("toc") for p in found) <= 80
    assert lint(path) == []


def test_the_contents_are_filled_and_lead_to_their_headings(tmp_path: Path) -> None:
    handover = make_handover()
    document = docx.Document(str(written(tmp_path, handover)))
    lines = [p for p in document.paragraphs if p.style is not None and p.style.name.startswith("toc")]
    assert [p.text for p in lines if p.style is not None and p.style.name == "toc 3"] == [
        p.title for p in handover.posts
    ]
    assert all(line._p.find(f"{W}hyperlink").get(f"{W}anchor") for line in lines)


def test_word_is_given_no_reason_to_ask_a_question(tmp_path: Path) -> None:
    path = made(tmp_path, rich=True)
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            assert b"updateFields" not in archive.read(name)
            assert b"w:dirty" not in archive.read(name)


def test_properties_name_title_author_language_and_the_day_of_the_handover(tmp_path: Path) -> None:
    properties = docx.Document(str(made(tmp_path, rich=True, language="pt-BR"))).core_properties
    assert properties.title.startswith("Tidewell Garden Studio")
    assert properties.author == properties.last_modified_by == "Nora Feldt"
    assert properties.language == "pt-BR"
    assert properties.created == dt.datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=dt.UTC).replace(
        tzinfo=properties.created.tzinfo if properties.created else None
    )


@pytest.mark.parametrize(("language", "word"), [("de", "de-DE"), ("en-GB", "en-GB"), ("en", "en-US")])
def test_the_spelling_language_is_the_handovers(tmp_path: Path, language: str, word: str) -> None:
    assert f'<w:lang w:val="{word}"' in part(made(tmp_path, language=language), "word/styles.xml")


def test_the_chart_is_native_and_described_in_words(tmp_path: Path) -> None:
    path = made(tmp_path)
    chart = etree.fromstring(part(path, "word/charts/networks.xml").encode())
    values = [v.text for v in chart.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}v")]
    assert "LinkedIn" in values
    assert 'descr="Updates by network: ' in part(path, "word/document.xml")
    with zipfile.ZipFile(path) as archive:
        data = openpyxl.load_workbook(BytesIO(archive.read("word/embeddings/networks.xlsx"))).active
    assert data is not None
    rows = [(str(name), str(n)) for name, n in data.iter_rows(min_row=2, values_only=True)]
    assert rows == list(zip(values[1:6], values[6:], strict=True))


@pytest.mark.parametrize("colour", ["#ffee00", "#ffffff", "#000000", "#1f6f6b", "#e0218a", "nonsense", ""])
def test_text_in_the_brand_colour_can_be_read(tmp_path: Path, colour: str) -> None:
    details = replace(make_details(), me=Me(name="Nora", brand_colour=colour))
    styles = etree.fromstring(part(made(tmp_path, details=details), "word/styles.xml").encode())
    colours = {
        s.get(f"{W}styleId"): c.get(f"{W}val")
        for s in styles.iter(f"{W}style")
        if (c := s.find(f"{W}rPr/{W}color")) is not None
    }
    band = etree.fromstring(part(tmp_path / "tidewell-handover.docx", "word/document.xml").encode())
    fill = next(s.get(f"{W}fill") for s in band.iter(f"{W}shd"))
    assert contrast(f"#{colours['Heading1']}", "#ffffff") >= 4.5
    assert contrast(f"#{colours['Hyperlink']}", "#ffffff") >= 4.5
    assert contrast(f"#{colours['Title']}", f"#{fill}") >= 4.5


def png(width: int, height: int) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\x80" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def test_the_logo_stands_on_the_cover_in_its_own_proportions(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(png(300, 100))
    details = Details(me=Me(name="Nora", logo="logo.png"), base=str(tmp_path))
    path = made(tmp_path, details=details)
    shape = docx.Document(str(path)).inline_shapes[0]
    assert abs(shape.width / shape.height - 3) < 0.01
    assert lint(path) == []


def test_a_logo_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(DetailsError, match=r"missing\.png could not be read"):
        made(tmp_path, details=Details(me=Me(logo="missing.png"), base=str(tmp_path)))
    (tmp_path / "text.png").write_text("no picture")
    with pytest.raises(DetailsError, match="no picture"):
        made(tmp_path, details=Details(me=Me(logo="text.png"), base=str(tmp_path)))


@pytest.mark.parametrize("posts", [12, 400])
def test_the_built_in_template_can_be_written_out_and_used_again(tmp_path: Path, posts: int) -> None:
    template = write_template(tmp_path / "mine.docx")
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    ours = made(tmp_path / "a", posts=posts, rich=True)
    theirs = written(tmp_path / "b", make_handover(posts=posts, rich=True), template=template)
    assert ours.read_bytes() == theirs.read_bytes()


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pt-BR"])
def test_the_template_to_start_from_speaks_its_users_language(tmp_path: Path, language: str) -> None:
    template = write_template(tmp_path / "mine.docx", language=language)
    assert f'w:val="{"pt-BR" if language == "pt-BR" else f"{language}-{language.upper()}"}"' in part(
        template, "word/styles.xml"
    )
    assert "The contents are filled in" not in part(template, "word/document.xml")
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    ours = made(tmp_path / "a", language=language)
    theirs = written(tmp_path / "b", make_handover(language=language), template=template)
    assert ours.read_bytes() == theirs.read_bytes()


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pt-BR"])
def test_a_template_in_any_language_fills_to_the_same_document_but_for_the_names_of_its_styles(
    tmp_path: Path, language: str
) -> None:
    def filled(spoken: str) -> dict[str, str]:
        folder = tmp_path / spoken
        folder.mkdir()
        template = write_template(folder / "mine.docx", language=spoken)
        with zipfile.ZipFile(
            written(folder, make_handover(posts=2, rich=True), template=template)
        ) as package:
            return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}

    def styles(xml: str) -> dict[str, str]:
        own = r'<w:style (?=[^>]*customStyle)[^>]*styleId="([^"]+)"[^>]*><w:name w:val="([^"]+)"'
        return dict(re.findall(own, xml))

    english, theirs = filled("en"), filled(language)
    names, named = styles(english.pop("word/styles.xml")), styles(theirs.pop("word/styles.xml"))
    assert english == theirs
    assert set(names) == set(named)
    assert set(names.values()) == set(STYLE_NAMES), "each has its name in the catalogue"
    assert len({name.casefold() for name in named.values()}) == len(named)
    assert not [name for name in named.values() if set(name) & set(",;")], "which part names in Word"
    assert {key for key in named if named[key] == names[key]} <= {"Logo", "Contact"}


@pytest.mark.parametrize("key", ["AddressLink", "LienDAdresse"])
def test_the_style_of_an_address_is_found_by_its_name_in_any_language(key: str) -> None:
    styles = etree.fromstring(
        f'<w:styles xmlns:w="{NS["w"]}"><w:style w:type="character" w:customStyle="1" w:styleId="Own">'
        '<w:name w:val="Own"/></w:style><w:style w:type="character" w:customStyle="1" '
        f'w:styleId="{key}"><w:name w:val="Lien d’adresse"/></w:style></w:styles>'
    )
    assert _styles(styles).address == key


def test_a_table_is_described_in_the_documents_language(tmp_path: Path) -> None:
    xml = part(made(tmp_path, posts=2, rich=True, language="de"), "word/document.xml")
    described = re.findall(r'w:tblCaption w:val="([^"]*)"', xml)
    assert "Das bekommen Sie" in described or len(described) > 5
    assert not {"Cover", "What you are getting", "Updates of a post"} & set(described)


def test_a_template_that_is_not_there_is_a_template_error(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="could not be read"):
        written(tmp_path, make_handover(), template=tmp_path / "none.docx")


def test_a_short_update_is_not_torn_over_two_pages_and_a_long_one_leaves_no_hole(tmp_path: Path) -> None:
    handover = make_handover(posts=1, per_post=2)
    first, second = handover.pairs
    pairs = (replace(first, update=replace(first.update, text="word " * 300)), second)
    handover = replace(handover, pairing=replace(handover.pairing, pairs=pairs))
    body = etree.fromstring(part(written(tmp_path, handover), "word/document.xml").encode())
    whole = {
        "word word" in "".join(t.text or "" for t in row.iter(f"{W}t")): row.find(f"{W}trPr/{W}cantSplit")
        for row in body.iter(f"{W}tr")
        if row.find(f".//{W}pStyle[@{W}val='UpdateText']") is not None
    }
    assert whole.keys() == {True, False}
    assert whole[True] is None
    assert whole[False] is not None
