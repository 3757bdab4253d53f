"""Tags as Word's typing leaves them: quotes of every language, invisible signs, tags cut to pieces."""

import zipfile

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from handover.errors import TemplateError
from handover.write.docx.user_template.tags import as_written, plain_tag
from tests.lint_docx import lint
from tests.test_docx import part, texts
from tests.test_docx_template import Build, build  # noqa: F401
from tests.word_xml import of, run

NO_BREAK, NARROW, SOFT = "\u00a0", "\u202f", "\u00ad"


@pytest.mark.parametrize(
    "quoted",
    [
        "„LinkedIn“", "„LinkedIn”", "„LinkedIn\"", "“LinkedIn”", "”LinkedIn”", "\"LinkedIn”", "\"LinkedIn\"",
        f"«{NO_BREAK}LinkedIn{NO_BREAK}»", f"«{NARROW}LinkedIn{NARROW}»", "« LinkedIn »", "»LinkedIn«",
        "»LinkedIn»", "‹LinkedIn›", "›LinkedIn‹", "‚LinkedIn‘", "‘LinkedIn’", "’LinkedIn’", "'LinkedIn’",
        "'LinkedIn'", "「LinkedIn」", "『LinkedIn』", f"„Linked{SOFT}In“",
    ],
)  # fmt: skip
def test_the_quotes_of_every_language_hold_a_text(quoted: str) -> None:
    assert plain_tag("{% if u.network == " + quoted + " %}") == "{% if u.network == 'LinkedIn' %}"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("{{ “Aro’s list” }}", "{{ 'Aro\\u2019s list' }}"),
        ("{{ ‘Aro’s list’ }}", "{{ 'Aro\\u2019s list' }}"),
        ("{{ \"a 'b' c\" }}", "{{ 'a \\x27b\\x27 c' }}"),
        ("{{ \"see “b” there\" }}", "{{ 'see \\u201cb\\u201d there' }}"),
        ("{{ 'it\\'s' }}", "{{ 'it\\x27s' }}"),
        ("{{ 'a\\nb' }}", "{{ 'a\\nb' }}"),
        ("{{ x|join(' & ') }}", "{{ x|join(' \\x26 ') }}"),
        ("{{ '50 %}' }}", "{{ '50 \\x25\\x7d' }}"),
        ("{{ a == “x” and b == “y” }}", "{{ a == 'x' and b == 'y' }}"),
        (f"{{{{{NO_BREAK}client.name{NO_BREAK}}}}}", "{{ client.name }}"),
        (f"{{{{ client.na{SOFT}me }}}}", "{{ client.name }}"),
        ("{{ client\u200b.name }}", "{{ client.name }}"),
        ("{{ 5 – 3 }}", "{{ 5 - 3 }}"),
        ("{%– if a ≥ 3 %}", "{%- if a >= 3 %}"),
        ("{{ 'x\u00a0y' }}", "{{ 'x\u00a0y' }}"),
        ("{{ '5–3' }}", "{{ '5–3' }}"),
    ],
)  # fmt: skip
def test_typographic_signs_are_what_they_were_typed_for_and_texts_keep_theirs(typed: str, meant: str) -> None:
    assert plain_tag(typed) == meant


def test_a_tag_is_told_as_it_was_typed() -> None:
    assert as_written(plain_tag("{{ x|join(' & ') }}")) == "{{ x|join(' & ') }}"
    assert as_written("{{ (post.title)|line }}") == "{{ post.title }}"
    assert as_written("{{ _run((post.title)|_shown, 3) }}") == "{{r post.title }}"
    assert as_written("{{ _link(a, b) }}") == "{{r link(a, b) }}"


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("{{ posts[0].updates|map(attribute=„network“)|join(' & ') }}", "LinkedIn & Facebook & X"),
        ("{% if 'Garden' in client.name %}yes{% else %}no{% endif %}", "yes"),
        ("{{ 'Terms & dates' if posts else '' }}", "Terms & dates"),
        ("{{ 'a < b > \"c\"' }}", "a < b > \"c\""),
        ("{{ 3 < 5 }} {{ 'x' if 3 > 5 else 'y' }}", "True y"),
        ("{% raw %}{{ client.name }}{% endraw %}", "{{ client.name }}"),
        ("write {_{ client.name }_} so{{ '' }}", "write {{ client.name }} so"),
        ("{{ 2.345|round(1) }}, {{ '%s of %d'|format('one', 3) }}", "2.3, one of 3"),
        ("{{ '<b>x</b>'|striptags }}", "x"),
        ("{{ 'a b'|urlencode }} {{ client.name|safe }}", "a%20b Tidewell Garden Studio"),
        ("{# a note of mine #}x{{ '' }}", "x"),
    ],
)  # fmt: skip
def test_what_a_tag_says_is_printed(build: Build, tag: str, shown: str) -> None:  # noqa: F811
    path = build(tag)
    assert texts(path)[0] == shown
    assert lint(path, tags_are_text=True) == []


def test_rounds_of_several_at_once_are_made_by_batch_and_slice(build: Build) -> None:  # noqa: F811
    path = build(
        "{% for row in posts|batch(2, '') %}[{% for p in row %}"
        "{{ p.number if p else '-' }}{% endfor %}]{% endfor %}"
    )
    assert texts(path) == ["[12][3-]"]


@pytest.mark.parametrize("tag", ["{{ '%1000d'|format(1) }}", "{{ '%*d'|format(10000, 1) }}",
                                 "{{ 'x'|center(10**9) }}", "{{ [1]|batch(10**9, 0)|list }}"])  # fmt: skip
def test_no_filter_makes_texts_without_end(build: Build, tag: str) -> None:  # noqa: F811
    with pytest.raises(TemplateError):
        build(tag)


@pytest.mark.parametrize(
    "inside",
    [
        "{{ client</w:t><w:br/><w:t>.name }}",
        "{{ client.na</w:t><w:softHyphen/><w:t>me }}",
        "{</w:t></w:r><w:r><w:t>{ client.name }</w:t></w:r><w:r><w:t>}",
        "{{ client</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:rPr><w:b/></w:rPr><w:t>.name }}",
        "{{ </w:t></w:r><w:hyperlink><w:r><w:t>client.name }}</w:t></w:r></w:hyperlink><w:r><w:t>",
    ],
)
def test_a_tag_in_pieces_is_one_tag_and_leaves_nothing_behind(build: Build, inside: str) -> None:  # noqa: F811
    document = docx.Document()
    xml = f"<w:p {nsdecls('w')}><w:r><w:t>To {inside}, hello</w:t></w:r></w:p>"
    document.element.body.insert(0, parse_xml(xml))
    path = build(document=document)
    assert texts(path)[0] == "To Tidewell Garden Studio, hello"
    assert lint(path) == []


@pytest.mark.parametrize("typed", ["{client.name}", "{ client.name }}", "{ x }}", "{ post.title | upper }"])
def test_a_tag_with_a_brace_too_few_is_named(build: Build, typed: str) -> None:  # noqa: F811
    with pytest.raises(TemplateError) as caught:
        build("{{ client.name }}", f"Dear {typed},")
    assert "lacks a brace" in caught.value.message
    assert "{{ " in caught.value.hint


@pytest.mark.parametrize(
    "typed", ["«client.name»", "<<client.name>>", "[[ client.name ]]", "[client.name]", "%me.name%"]
)
def test_a_value_as_other_programs_write_it_is_named(build: Build, typed: str) -> None:  # noqa: F811
    with pytest.raises(TemplateError, match="how other programs write a tag") as caught:
        build("{{ client.name }}", f"Dear {typed},")
    assert ".name }}, with two braces" in caught.value.hint


def test_brackets_round_what_is_no_value_of_ours_are_text(build: Build) -> None:  # noqa: F811
    kept = "[sic] «quillfern.example» 5% of 100% <b.c> [1.2] $5.00$ [plan.xlsx]"
    assert texts(build("{{ client.name }}", kept))[1] == kept


def test_braces_that_are_no_tag_of_ours_stay(build: Build) -> None:  # noqa: F811
    kept = "set {a, b}, a {placeholder}, some {other.thing}, f() { return 1 }"
    assert texts(build("{{ me.name }}", kept))[1] == kept


def test_a_template_without_a_tag_is_refused(build: Build) -> None:  # noqa: F811
    with pytest.raises(TemplateError, match="holds no tag") as caught:
        build("Dear client, thank you.")
    assert "{{ client.name }}" in caught.value.hint


def test_a_tag_in_a_chart_a_diagram_or_a_property_is_filled(build: Build) -> None:  # noqa: F811
    document = docx.Document()
    document.add_paragraph("x")
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    xml = f"<m {space}><a:p><a:r><a:t>For {{{{ client</a:t></a:r><a:r><a:t>.name }}}}</a:t></a:r></a:p></m>"
    part = Part(PackURI("/word/diagrams/data1.xml"), "application/xml", xml.encode(), document.part.package)
    document.part.relate_to(
        part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
    )
    with zipfile.ZipFile(build(document=document)) as archive:
        assert b"For Tidewell Garden Studio" in archive.read("word/diagrams/data1.xml")


def test_a_tag_typed_with_the_wide_signs_of_japanese_is_a_tag(build: Build) -> None:  # noqa: F811
    path = build(
        "｛％ｐ　ｉｆ　ｃｌｉｅｎｔ　％｝",
        "｛｛　ｃｌｉｅｎｔ．ｎａｍｅ　｝｝様",
        "｛％p endif％｝",
        "｛｛注意｝｝ ｛1｝",
    )
    assert texts(path) == ["Tidewell Garden Studio様", "｛｛注意｝｝ ｛1｝"]


def test_a_tag_in_an_equation_is_filled(build: Build) -> None:  # noqa: F811
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    tag = f"<m:oMath xmlns:m='{space}'><m:r><m:t>{{{{ ‘a’ ~ client.name }}}}</m:t></m:r></m:oMath>"
    xml = part(build(document=of(tag)), "word/document.xml")
    assert "<m:t>aTidewell Garden Studio</m:t>" in xml


def test_a_tag_left_open_in_an_alternative_text_is_named(build: Build) -> None:  # noqa: F811
    control = '<w:sdt><w:sdtPr><w:alias w:val="{{ client.name"/></w:sdtPr><w:sdtContent>'
    with pytest.raises(TemplateError, match=r"the tag \{\{ client\.name is never closed") as caught:
        build(document=of(f"{control}{run('{{ client.name }}')}</w:sdtContent></w:sdt>"))
    assert "alternative text" in str(caught.value.hint)
