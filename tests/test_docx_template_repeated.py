"""What a template repeats by loops and calls, and a last look for tags that nothing fills in."""

import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from handover.errors import TemplateError
from handover.write.docx import left_out
from tests.lint_docx import lint
from tests.test_docx import part, texts
from tests.test_docx_template import Build, build  # noqa: F401
from tests.word_xml import of, run

REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def test_a_call_gives_its_inside_to_a_macro(build: Build) -> None:  # noqa: F811
    path = build(
        "{%p macro framed(kind) %}", "— {{ kind }} —", "{{p caller() }}", "{%p endmacro %}",
        "{%p call framed('note') %}", "For {{ client.name }}", "{%p endcall %}",
        "{% macro loud() %}{{ caller() }}!{% endmacro %}Say {% call loud() %}{{ me.name }}{% endcall %} now",
    )  # fmt: skip
    assert [t for t in texts(path) if t] == [
        "— note —",
        "For Tidewell Garden Studio",
        "Say Nora Feldt! now",
    ]
    assert lint(path) == []


def test_a_call_whose_paragraphs_would_stand_in_a_text_is_named(build: Build) -> None:  # noqa: F811
    with pytest.raises(TemplateError, match="a paragraph stands in a text"):
        build(
            "{%p macro framed() %}", "{{p caller() }}", "{%p endmacro %}",
            "See {% call framed() %}{{ me.name }}{% endcall %}",
        )  # fmt: skip


def test_a_recursive_loop_goes_down(build: Build) -> None:  # noqa: F811
    tree = "[{'name': 'a', 'in': [{'name': 'b', 'in': [{'name': 'c', 'in': []}]}]}, {'name': 'd', 'in': []}]"
    line = (
        f"{{% for one in {tree} recursive %}}{{{{ one.name }}}}"
        "{% if one['in'] %}({{ loop(one['in']) }}){% endif %}{% endfor %}"
    )
    assert texts(build(line)) == ["a(b(c))d"]
    path = build(
        f"{{%p for one in {tree} recursive %}}", "{{ loop.depth }} {{ one.name }}", "{{p loop(one['in']) }}",
        "{%p endfor %}",
    )  # fmt: skip
    assert [t for t in texts(path) if t] == ["1 a", "2 b", "3 c", "1 d"]
    assert lint(path) == []


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("{%pif invoice %}", "{%p if … %}"), ("{%trfor post in posts %}", "{%tr for … %}"),
        ("{%p if invoice %}\n{%pendif %}", "{%p endif %}"), ("{%p if invoice %}\n{%pelse %}", "{%p else %}"),
    ],
)  # fmt: skip
def test_a_letter_glued_to_its_word_is_told_how_to_be_written(
    build: Build,  # noqa: F811
    typed: str,
    right: str,
) -> None:
    with pytest.raises(TemplateError) as caught:
        build(*typed.split("\n"))
    assert f"Write {right}, with a space" in str(caught.value.hint)


def test_cells_that_a_loop_made_are_as_wide_as_their_columns(build: Build) -> None:  # noqa: F811
    def cell(text: str, width: int, more: str = "") -> str:
        look = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>'
        return f"<w:tc>{look}<w:p>{run(text)}</w:p></w:tc>"

    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in (4000, 500, 1000, 500))
    over = cell("Over both", 5500, '<w:gridSpan w:val="3"/>') + cell("end", 500)
    path = build(document=of(
        f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{over}</w:tr><w:tr>"
        f"{cell('{{ me.name }}', 4000)}{cell('{%tc for i in range(5) %}', 500)}{cell('{{ i }}', 1000)}"
        f"{cell('{%tc endfor %}', 500)}</w:tr></w:tbl>"
    ))  # fmt: skip
    xml = part(path, "word/document.xml")
    columns = [int(w) for w in re.findall(r'<w:gridCol w:w="(\d+)"', xml)]
    assert len(columns) == 6
    assert len(set(columns[1:])) == 1
    assert columns[0] == pytest.approx(4 * columns[1], abs=4)
    cells = [int(w) for w in re.findall(r'<w:tcW w:w="(\d+)"', xml)]
    assert cells == [sum(columns[:3]), columns[3], *columns]


def test_a_table_whose_loop_makes_as_many_cells_as_there_were_keeps_its_widths(
    build: Build,  # noqa: F811
) -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=3)
    for cell, text in zip(
        table.rows[0].cells, ("{%tc for i in range(3) %}", "{{ i }}", "{%tc endfor %}"), strict=True
    ):
        cell.text = text
    xml = part(build(document=document), "word/document.xml")
    assert [int(w) for w in re.findall(r'<w:tcW [^>]*w:w="(\d+)"', xml)] == [2880] * 3


def with_note(document: docx.document.Document, text: str, kind: str = "footnote") -> None:
    """Give the document a part of notes with one note, number 2."""
    note = f'<w:{kind} w:id="2"><w:p>{run(text)}</w:p></w:{kind}>'
    gap = f'<w:{kind} w:type="separator" w:id="-1"><w:p/></w:{kind}>'
    xml = f"<w:{kind}s {nsdecls('w')}>{gap}{note}</w:{kind}s>"
    package = document.part.package
    assert package is not None
    notes = Part(PackURI(f"/word/{kind}s.xml"), f"{WORD}.{kind}s+xml", xml.encode(), package)
    document.part.relate_to(notes, f"{REL}/{kind}s")


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_each_round_of_a_loop_has_a_note_of_its_own(build: Build, kind: str) -> None:  # noqa: F811
    mark = f'<w:r><w:{kind}Reference w:id="2"/></w:r>'
    document = of(
        run("{%p for post in posts %}"), run("{{ post.title }}") + mark, run("{%p endfor %}"), run("end")
    )
    with_note(document, "As told by {{ me.name }}", kind)
    path = build(document=document)
    used = re.findall(rf'{kind}Reference w:id="(\d+)"', part(path, "word/document.xml"))
    notes = part(path, f"word/{kind}s.xml")
    assert len(set(used)) == len(used) == 3
    assert sorted(re.findall(rf'<w:{kind} w:id="(\d+)"', notes)) == sorted(used)
    assert notes.count("As told by Nora Feldt") == 3
    assert lint(path) == []


def test_a_note_outside_a_loop_keeps_its_number(build: Build) -> None:  # noqa: F811
    document = of(run("{{ client.name }}") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    with_note(document, "As told")
    path = build(document=document)
    assert 'footnoteReference w:id="2"' in part(path, "word/document.xml")
    assert part(path, "word/footnotes.xml").count("As told") == 1


def test_a_tag_where_nothing_is_filled_is_named_with_its_part(build: Build, tmp_path: Path) -> None:  # noqa: F811
    document = of(run("{{ client.name }}"))
    package = document.part.package
    assert package is not None
    page = Part(PackURI("/word/chunk1.html"), "text/html", b"<p>For {{ client.name }}</p>", package)
    document.part.relate_to(page, f"{REL}/aFChunk")
    level = document.part.numbering_part.element.find(f".//{{{nsdecls('w')[9:-1]}}}lvlText")
    level.set(f"{{{nsdecls('w')[9:-1]}}}val", "{{ me.name }} %1")
    build(document=document)
    numbered, chunk = sorted(left_out(tmp_path / "mine.docx"), key=lambda n: n.where, reverse=True)
    assert "{{ client.name }} stands in word/chunk1.html" in f"{chunk.text}{numbered.text}"
    assert "{{ me.name }} stands in the numbering of its lists" in f"{chunk.text}{numbered.text}"


def test_a_title_that_speaks_of_tags_and_a_list_in_braces_are_not_taken_for_tags(
    build: Build,  # noqa: F811
    tmp_path: Path,
) -> None:
    document = of(run("{{ '{' ~ '{ x }' ~ '}' }} and {% raw %}{{ y }}{% endraw %}"))
    space = nsdecls("w")[9:-1]
    document.part.numbering_part.element.find(f".//{{{space}}}lvlText").set(f"{{{space}}}val", "{%1}")
    document.core_properties.subject = "{{ client.name }}"
    path = build(document=document)
    assert texts(path) == ["{{ x }} and {{ y }}"]
    assert left_out(tmp_path / "mine.docx") == ()
    with zipfile.ZipFile(path) as archive:
        assert "Tidewell" in archive.read("docProps/core.xml").decode()


def test_the_parts_of_a_note_are_whole_xml(build: Build) -> None:  # noqa: F811
    document = of(
        run("{%p for post in posts %}"),
        run("{{ post.title }}") + '<w:r><w:footnoteReference w:id="2"/></w:r>',
        run("{%p endfor %}"),
    )
    with_note(document, "{{ client.name }} &amp; sons")
    parse_xml(part(build(document=document), "word/footnotes.xml").encode())
