"""The user's own Word template: what its tags give, and how its mistakes are told."""

import contextlib
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handover.errors import TemplateError
from handover.model import Handover, Said, Update
from handover.write.docx import TEMPLATE, template_variables, write, write_variables
from handover.write.docx.text import to_xml
from handover.write.docx.user_template.mistakes import WrongUseError
from handover.write.docx.user_template.sandbox import Sandbox
from handover.write.docx.variables import FUNCTIONS
from handover.write.job import Job
from handover.write.media.gallery import Gallery, Shown
from handover.write.view import template_context
from handover.write.words import languages
from tests.extent import share
from tests.lint_docx import lint
from tests.made import make_handover
from tests.test_docx import texts

with zipfile.ZipFile(TEMPLATE) as _file:
    PARTS = _file.namelist()
Build = Callable[..., Path]
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Fill a template given as paragraphs, or as a python-docx document."""

    def filled(*paragraphs: str, document: object = None, handover: Handover | None = None) -> Path:
        template = document or docx.Document()
        for text in paragraphs:
            template.add_paragraph(text)  # type: ignore[attr-defined]
        template.save(str(tmp_path / "mine.docx"))  # type: ignore[attr-defined]
        job = Job(
            handover=handover or make_handover(posts=3, rich=True),
            folder=tmp_path,
            slug="own",
            template=tmp_path / "mine.docx",
        )
        return write(job)[0]

    return filled


def test_a_tag_in_a_sentence_is_filled(build: Build) -> None:
    assert "For Tidewell Garden Studio, with thanks." in texts(build("For {{ client.name }}, with thanks."))


def test_paragraph_loops_repeat_and_leave_no_empty_lines(build: Build) -> None:
    path = build("{%p for post in posts %}", "{{ post.number }}: {{ post.title }}", "{%p endfor %}")
    assert texts(path) == [
        "1: Ten plants that forgive a week away",
        "2: How we planned a roof terrace for wind",
        "3: Peat-free compost, tested for a year",
    ]
    assert lint(path) == []


def test_row_loops_repeat_rows(build: Build) -> None:
    document = docx.Document()
    table = document.add_table(rows=4, cols=2)
    cells = [
        ("No.", "Title"),
        ("{%tr for post in posts %}", ""),
        ("{{ post.number }}", "{{ post.title }}"),
        ("{%tr endfor %}", ""),
    ]
    for row, values in zip(table.rows, cells, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    path = build(document=document)
    rows = docx.Document(str(path)).tables[0].rows
    assert [r.cells[0].text for r in rows] == ["No.", "1", "2", "3"]
    assert lint(path) == []


def test_cell_loops_repeat_cells(build: Build) -> None:
    document = docx.Document()
    row = document.add_table(rows=1, cols=3).rows[0]
    values = ("{%tc for fact in figures.facts %}", "{{ fact.number }}", "{%tc endfor %}")
    for cell, value in zip(row.cells, values, strict=True):
        cell.text = value
    assert texts(build(document=document))[:4] == ["3", "9", "5", "8"]


def test_tags_typed_with_corrections_and_smart_quotes_work(build: Build) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for piece in ("{", "{ cli", "ent.name", "|default(“x”) }", "}"):
        paragraph.add_run(piece).bold = piece == "ent.name"
    assert texts(build(document=document))[0] == "Tidewell Garden Studio"


def test_headers_footers_and_text_boxes_are_filled(build: Build) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ client.name }}"
    document.sections[0].footer.paragraphs[0].text = "{{ document.date }}"
    path = build("x", document=document)
    with zipfile.ZipFile(path) as archive:
        parts = {n: archive.read(n).decode() for n in archive.namelist() if "header" in n or "footer" in n}
    assert any("Tidewell Garden Studio" in xml for xml in parts.values())
    assert any("November" in xml for xml in parts.values())


def test_links_jumps_chart_and_logo_are_functions(build: Build) -> None:
    document = docx.Document()
    calls = (
        "{{r link(posts[0].link, posts[0].title) }}",
        "{{r jump('end', 'to the end') }}",
        "{{r chart() }}",
        "{{r logo() }}",
        "{{r target('end') }}",
        "{{r linked('see https://a.example/x.') }}",
    )
    for text in calls:
        document.add_paragraph().add_run(text)
    path = build(document=document)
    assert lint(path) == []
    found = texts(path)
    assert found[0] == "Ten plants that forgive a week away"
    assert found[5] == "see https://a.example/x."
    assert "https://a.example/x" in {
        r.target_ref for r in docx.Document(str(path)).part.rels.values() if r.is_external
    }


def test_a_table_of_contents_of_words_own_menu_is_filled(build: Build) -> None:
    document = docx.Document()
    toc = document.add_paragraph()
    field = (
        '<w:r %s><w:fldChar w:fldCharType="begin"/></w:r>',
        '<w:r %s><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h </w:instrText></w:r>',
        '<w:r %s><w:fldChar w:fldCharType="separate"/></w:r>',
        "<w:r %s><w:t>old line</w:t></w:r>",
    )
    for xml in field:
        toc._p.append(parse_xml(xml % nsdecls("w")))
    last = document.add_paragraph("another old line")
    last._p.append(parse_xml(field[2].replace("separate", "end") % nsdecls("w")))
    document.add_heading("All of {{ client.name }}", 1)
    document.add_paragraph("{%p for post in posts %}")
    document.add_heading("{{ post.title }}", 2)
    document.add_paragraph("{%p endfor %}")
    path = build(document=document)
    assert lint(path) == []
    assert texts(path)[:4] == [
        "All of Tidewell Garden Studio",
        "Ten plants that forgive a week away",
        "How we planned a roof terrace for wind",
        "Peat-free compost, tested for a year",
    ]
    assert "old line" not in "".join(texts(path))


@pytest.mark.parametrize(
    ("tags", "said", "hint"),
    [
        (("Dear {{ client.nam }},",), "there is no “nam”", "Did you mean “name”?"),
        (("{{ cleint.name }}",), "there is no “cleint”", "Did you mean “client”?"),
        (("{%p for post in postz %}", "x", "{%p endfor %}"), "there is no “postz”", "“posts”"),
        (("{%p for post in posts %}", "{{ post.titel }}", "{%p endfor %}"), "there is no “titel”", "“title”"),
        (("{% if client.nmae %}x{% endif %}",), "there is no “nmae”", "“name”"),
        (("{{ client.name|uper }}",), "there is no filter “uper”", "“upper”"),
        (("{%p for post in posts %}", "x"), "“for” is never closed", "endfor"),
        (("{%p fro post in posts %}",), "there is no tag “fro”", "“for”"),
        (("{{ posts }}",), "whole list", ""),
        (("{{ client }}",), "whole list or group", ""),
        (("{{ link }}",), "brackets", ""),
        (("{{ posts.titel }}",), "there is no “titel”", "It is a list"),
        (("{{ client.name.first }}",), "there is no “first”", "It is a text"),
        (("{% include 'other.docx' %}",), "cannot use “include”", ""),
        (("Dear {{ client.name, hello",), "{{ client.name, hello is never closed", "“}}”"),
        (("{%p for post in posts", "x", "{%p endfor %}"), "is never closed", "“%}”"),
        (("{{ " * 50_000,), "is never closed", ""),
        (("{{ client.name }}" * 6_000,), "more than 5,000", ""),
        (("{{ 1/0 }}",), "it fails", ""),
        (("{{r jump('nowhere', 'x') }}",), "leads nowhere", "target"),
    ],
)
def test_a_mistake_is_told_with_its_tag_and_the_right_name(
    build: Build, tags: tuple[str, ...], said: str, hint: str
) -> None:
    with pytest.raises(TemplateError) as caught:
        build(*tags)
    assert said in caught.value.message
    assert hint in caught.value.hint
    assert "mine.docx" in caught.value.message


def test_a_mistake_is_told_with_the_words_round_it(build: Build) -> None:
    with pytest.raises(TemplateError) as caught:
        build("All is well here.", "Dear {{ client.nam }}, thank you")
    assert caught.value.tag == "{{ client.nam }}"
    assert "near “Dear … , thank you”" in caught.value.message


def test_a_mistake_in_a_footer_says_so(build: Build) -> None:
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "{{ cleint.name }}"
    with pytest.raises(TemplateError, match="in the footer"):
        build("x", document=document)


def test_a_loop_that_tears_the_document_apart_is_told(build: Build) -> None:
    document = docx.Document()
    document.add_paragraph("{% for post in posts %}")
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "{% endfor %}"
    with pytest.raises(TemplateError) as caught:
        build(document=document)
    assert "{%tr %}" in caught.value.hint


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ client.__class__ }}",
        "{{ posts.__init__.__globals__ }}",
        "{{ link.__self__ }}",
        "{{ link.__func__.__globals__ }}",
        "{{ posts._make.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.getcwd() }}",
        "{{ self.__init__ }}",
        "{{ 'x'.format(1) }}",
        "{{ 'x'['format'](1) }}",
        "{{ client|attr('__class__') }}",
        "{{ posts|map(attribute='__class__')|first }}",
        "{% set x = client.update({'name': 'y'}) %}{{ x }}",
        "{% import 'os' as os %}",
        "{% extends 'x' %}",
    ],
)
def test_no_way_leads_out_of_a_template(build: Build, tag: str) -> None:
    with pytest.raises(TemplateError):
        build(tag)


@pytest.mark.parametrize(
    "tag",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(99999) if a < 0 %}{% endfor %}" * 30,
        "{{ 'x' * 10**9 }}",
        "{{ 10**10**10 }}",
        "{{ 'x'.ljust(10**10) }}",
        "{{ '%10000000000d' % 1 }}",
        "{{ range(10**9)|list }}",
        "{% set n = namespace(x='xxx') %}{% for i in range(99) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "{% macro m(x) %}{{ x }}{{ x }}{% endmacro %}"
        + "{{ m(" * 40
        + "'xxxxxxxxxx'"
        + ") }}"[:1] * 40
        + " }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% for a in range(9999) %}{% for b in range(99) %}" + "x" * 1000 + "{% endfor %}{% endfor %}",
        "{{ client.name" + "|replace('', client.name)" * 9 + " }}",
    ],
    ids=range(12),
)
def test_no_template_runs_without_end(build: Build, tag: str) -> None:
    started = time.process_time()
    with pytest.raises(TemplateError):
        build(tag)
    assert time.process_time() - started < 60  # it ends; how soon is for the benchmark


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no Word document"),
        (b"PK\x03\x04 broken", "no Word document"),
        (b"\xd0\xcf\x11\xe0 old .doc", "no Word document"),
    ],
)
def test_a_file_that_is_no_word_document_is_told(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "mine.docx").write_bytes(data)
    with pytest.raises(TemplateError, match=said):
        write(Job(handover=make_handover(), folder=tmp_path, slug="x", template=tmp_path / "mine.docx"))


def test_an_entity_in_a_template_reads_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words")
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(tmp_path / "mine.docx", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                text = data.decode().partition("?>")[2]
                kind = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
                data = (kind + text.replace("{{ document.contents }}", "&x;")).encode()
            new.writestr(name, data)
    try:
        path = write(
            Job(handover=make_handover(), folder=tmp_path, slug="x", template=tmp_path / "mine.docx")
        )[0]
    except TemplateError:
        return
    assert "secret words" not in "".join(texts(path))


class Pictured(Gallery):
    """Shows a picture beside every update."""

    def shown(self, update: Update) -> tuple[Shown, ...]:
        return (Shown(0, None, "A loaf"),)


def test_every_variable_is_described_and_every_description_is_true() -> None:
    """The documentation names exactly what the fullest context holds."""

    def names(value: object, path: str) -> set[str]:
        if isinstance(value, dict):
            return {n for key, v in value.items() for n in names(v, f"{path}.{key}" if path else key)}
        if value == []:
            return {f"{path}[]"}
        if not isinstance(value, str) and hasattr(value, "__len__"):
            return {n for item in value for n in names(item, f"{path}[]")}  # type: ignore[attr-defined]
        return {path}

    found: set[str] = set()
    for posts in (12, 260):
        found |= names(template_context(make_handover(posts=posts, rich=True), gallery=Pictured()), "")
    assert found == set(template_variables())


@pytest.mark.parametrize("language", languages())
def test_what_a_template_may_use_is_told_in_its_users_language(tmp_path: Path, language: str) -> None:
    listed = write_variables(tmp_path / "variables.txt", language=language).read_text("utf-8")
    told = dict(re.findall(r"^(\w+(?:\.\w+(?:\[\])?|\[\])+)\s?: (.+)$", listed, re.MULTILINE))
    assert set(told) == set(template_variables())
    assert all(f"\n{tag}" in listed for tag in FUNCTIONS)
    english = {str(text) for text in (*template_variables().values(), *FUNCTIONS.values())}
    still = {
        text for line in listed.splitlines() for text in (line, *re.split(r"\s?: ", line)) if text in english
    }
    assert bool(still) == (language == "en"), still


def test_a_template_made_when_working_notes_stood_in_it_goes_on_working_without_them(build: Build) -> None:
    handover = make_handover(posts=3, rich=True)
    path = build(
        "{%p if completeness %}",
        "{{ completeness.title }}{{ completeness.skipped }}{{ completeness.more_rows }}",
        "{%p for row in completeness.rows %}",
        "{{ row.where }}: {{ row.reason }}",
        "{%p endfor %}",
        "{%p for update in completeness.updates %}",
        "alone{{ update.reason }}{{ update.why }}{{ update.account }}",
        "{%p endfor %}",
        "{%p endif %}",
        "{%p for update in lasting.rows %}",
        "dated{{ lasting.heads.why }}{{ update.why }}",
        "{%p endfor %}",
        handover=handover,
    )
    assert set(texts(path)) == {"More updates", "alone", "dated"}


def test_a_page_break_and_a_tab_of_the_template_stay(build: Build) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("{{ client.name }}\tright")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    path = build(document=document)
    assert 'w:type="page"' in docx.Document(str(path)).element.xml
    assert lint(path) == []


def test_a_condition_that_empties_a_cell_leaves_a_sound_document(build: Build) -> None:
    document = docx.Document()
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text = "{%p if false %}"
    cells[0].add_paragraph("hidden")
    cells[0].add_paragraph("{%p endif %}")
    path = build(document=document)
    assert lint(path) == []
    assert "hidden" not in texts(path)


def test_a_loop_over_nothing_leaves_a_sound_document(build: Build) -> None:
    document = docx.Document()
    rows = document.add_table(rows=3, cols=1).rows
    for row, text in zip(rows, ("{%tr for a in [] %}", "x", "{%tr endfor %}"), strict=True):
        row.cells[0].text = text
    row = document.add_table(rows=1, cols=3).rows[0]
    for cell, text in zip(row.cells, ("{%tc for a in [] %}", "x", "{%tc endfor %}"), strict=True):
        cell.text = text
    assert lint(build(document=document)) == []


def test_a_document_we_made_can_be_the_next_template(build: Build, tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (first,) = write(Job(handover=make_handover(rich=True), folder=tmp_path / "first", slug="x"))
    document = docx.Document(str(first))
    document.add_paragraph().add_run("{{r chart() }}")
    document.add_paragraph().add_run("{{r link(posts[0].link, 'one more link') }}")
    path = build(document=document)
    assert lint(path) == []
    assert texts(path)[-1] == "one more link"


def test_a_tag_in_the_address_of_a_link_is_told(build: Build) -> None:
    document = docx.Document()
    target = "https://x.example/%7B%7B post.link %7D%7D"
    document.part.relate_to(target, f"{RELATIONS}/hyperlink", is_external=True)
    with pytest.raises(TemplateError, match="a tag in a link's address is not filled") as caught:
        build("x", document=document)
    assert "{{r link(" in caught.value.hint


def test_a_template_of_word_for_templates_gives_a_document(build: Build, tmp_path: Path) -> None:
    build("{{ client.name }}")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    with zipfile.ZipFile(tmp_path / "mine.docx") as old, zipfile.ZipFile(tmp_path / "t.dotx", "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, re.sub(rb"application/[\w.-]+\.document\.main\+xml", kind.encode(), text))
    (path,) = write(Job(handover=make_handover(), folder=tmp_path, slug="x", template=tmp_path / "t.dotx"))
    assert texts(path) == ["Tidewell Garden Studio"]


def test_macros_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(tmp_path / "m.docm", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"</Types>", b"<!-- macroEnabled --></Types>"))
    with pytest.raises(TemplateError, match="holds macros"):
        write(Job(handover=make_handover(), folder=tmp_path, slug="x", template=tmp_path / "m.docm"))


@settings(max_examples=share(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(PARTS), st.integers(min_value=0), st.binary(max_size=12), st.integers(0, 60))
def test_a_damaged_template_is_an_error_or_a_document_and_never_a_crash(
    tmp_path: Path, part: str, place: int, new: bytes, gone: int
) -> None:
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(tmp_path / "mine.docx", "w") as broken:
        for name in old.namelist():
            data = old.read(name)
            cut = place % len(data)
            broken.writestr(name, data[:cut] + new + data[cut + gone :] if name == part else data)
    job = Job(handover=make_handover(posts=1), folder=tmp_path, slug="x", template=tmp_path / "mine.docx")
    with contextlib.suppress(TemplateError):
        write(job)


def test_the_properties_of_a_template_are_filled_or_stay(build: Build) -> None:
    document = docx.Document()
    document.core_properties.title = "Content for {{ client.name }}"
    document.core_properties.subject = "R&D <ours>"
    document.core_properties.keywords = "{{ me.name }}, social"
    made = docx.Document(str(build("x", document=document))).core_properties
    assert made.title == "Content for Tidewell Garden Studio"
    assert made.subject == "R&D <ours>"
    assert made.keywords == "Nora Feldt, social"
    assert made.comments == ""  # a program's word on itself is none of hers


def test_a_mistake_in_the_properties_says_so(build: Build) -> None:
    document = docx.Document()
    document.core_properties.title = "Content for {{ cleint.name }}"
    with pytest.raises(TemplateError, match="in the properties") as caught:
        build("x", document=document)
    assert "“client”" in caught.value.hint


def test_a_sentence_of_ours_is_a_text_like_any_other_to_a_template() -> None:
    sandbox = Sandbox(10_000, 1_000, {})
    told = {"title": Said("(without title) & <more>"), "name": "R&D"}
    template = "{{ title }}|{{ title.upper() }}|{{ title|length }}|{{ title ~ name }}|{{ title + name }}"
    first, upper, length, *both = sandbox.from_string(template).render(told).xml.split("|")
    assert (first, upper, length) == (to_xml(told["title"]), to_xml(told["title"].upper()), "24")
    assert both == [to_xml(told["title"] + "R&D")] * 2
    for tag in (
        "{{ title.message }}",
        "{{ title.values }}",
        "{{ title.format(1) }}",
        "{{ title.__class__ }}",
    ):
        with pytest.raises(WrongUseError):
            sandbox.from_string(tag).render(told)
