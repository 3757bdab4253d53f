"""Where tags stand: runs, paragraphs, rows, cells; contents, lists and grids; mistakes with their places."""

import re
import zipfile

import docx
import pytest

from handover.errors import TemplateError
from handover.write.docx import TEMPLATE
from tests.lint_docx import lint
from tests.made import make_handover
from tests.test_docx import part, texts
from tests.test_docx_template import Build, build  # noqa: F401
from tests.word_xml import of, run

BOLD = "<w:rPr><w:b/></w:rPr>"
HEAD = '<w:pPr><w:pStyle w:val="Heading{}"/></w:pPr>'
TITLES = ["Ten plants that forgive a week away", "How we planned a roof terrace for wind",
          "Peat-free compost, tested for a year"]  # fmt: skip


def field(code: str, *lines: str) -> list[str]:
    """A field of Word's, as the XML inside its paragraphs."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    begin = sign("begin") + run(code, "instrText") + sign("separate")
    inside = [run(line) for line in lines or ("old line",)]
    inside[0] = begin + inside[0]
    inside[-1] += sign("end")
    return inside


def test_a_plain_value_after_r_or_p_keeps_the_look_of_its_place(build: Build) -> None:  # noqa: F811
    path = build(document=of(
        f"<w:r>{BOLD}<w:t>To {{{{r client.name }}}} now</w:t></w:r>",
        f'<w:pPr><w:jc w:val="center"/></w:pPr><w:r>{BOLD}<w:t>{{{{p me.name }}}}</w:t></w:r>',
    ))  # fmt: skip
    assert texts(path) == ["To Tidewell Garden Studio now", "Nora Feldt"]
    first, second = docx.Document(str(path)).paragraphs
    assert all(r.bold for r in (*first.runs, *second.runs))
    assert second.alignment == 1
    assert lint(path) == []


@pytest.mark.parametrize(
    "tag", ["{{ link(posts[0].link, posts[0].title) }}", "{{p link(posts[0].link, posts[0].title) }}"]
)
def test_a_link_is_a_link_where_the_r_was_forgotten(build: Build, tag: str) -> None:  # noqa: F811
    path = build(f"See {tag} now" if "{{p" not in tag else tag)
    assert TITLES[0] in texts(path)[0]
    assert "<w:hyperlink" in part(path, "word/document.xml")
    assert lint(path) == []


def test_a_chart_in_plain_braces_is_drawn_and_a_kept_link_is_told(build: Build) -> None:  # noqa: F811
    assert "<w:drawing>" in part(build("{{ chart() }}"), "word/document.xml")
    with pytest.raises(TemplateError, match=r"write \{\{r … \}\}"):
        build("{% set l = link(posts[0].link, 'x') %}{{ l }}")
    assert texts(build("{% set l = link(posts[0].link, 'x') %}{{r l }}"))[0] == "x"
    assert texts(build("{{r 'See ' ~ link(posts[0].link, 'x') ~ '.' }}"))[0] == "See x."


def test_a_macro_of_paragraphs_stands_between_paragraphs_and_one_of_words_in_them(build: Build) -> None:  # noqa: F811
    path = build("{%p macro card(p) %}", "Card {{ p.title }}", "{%p endmacro %}", "{{p card(posts[0]) }}")
    assert texts(path) == [f"Card {TITLES[0]}"]
    assert texts(build("{% macro m(x) %}<{{ x }}>{% endmacro %}a {{ m(1) }} {{r m(2) }}")) == ["a <1> <2>"]
    with pytest.raises(TemplateError, match=r"write \{\{p … \}\}"):
        build("{%p macro card(p) %}", "x", "{%p endmacro %}", "a {{ card(posts[0]) }}")


def test_two_tags_in_one_alternative_text_are_both_filled(build: Build) -> None:  # noqa: F811
    inside = '<w:r><w:drawing><wp:inline><wp:docPr id="7" name="P" descr="{}"/></wp:inline></w:drawing></w:r>'
    path = build(document=of(inside.format("{{ me.name }} &quot;x&quot; {{ client.name }}")))
    assert "Nora Feldt &quot;x&quot; Tidewell Garden Studio" in part(path, "word/document.xml")


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        (("keep {%p if posts %}", "x", "{%p endif %}"), "the rest of its paragraph would be lost"),
        (("{%p if posts %}", "x", "{%p endif %} and this"), "beside “and this”"),
        (("{%p for p in posts %} {%p endfor %}",), "each needs a paragraph of its own"),
        (("{{ me.name }}", "{%p endfor %}"), "“endfor” stands alone"),
        (("{%p for p in posts %}", "x", "{%p endif %}"), "“endif” stands alone"),
        (("{% p if posts %}", "x", "{%p endif %}"), "there is no tag “p”"),
    ],
)
def test_what_would_be_lost_is_told(build: Build, paragraphs: tuple[str, ...], said: str) -> None:  # noqa: F811
    with pytest.raises(TemplateError) as caught:
        build(*paragraphs)
    assert said in caught.value.message
    assert caught.value.hint


def test_two_ends_in_one_paragraph_and_blanks_beside_a_tag_are_no_mistake(build: Build) -> None:  # noqa: F811
    path = build(
        "{%p for p in posts %}", "{%p if p.title %} ", "{{ p.number }}", " {%p endif %} {%p endfor %}"
    )
    assert texts(path) == ["1", "2", "3"]


def test_the_letter_of_a_tag_may_be_a_capital_as_word_makes_it(build: Build) -> None:  # noqa: F811
    assert texts(build("{%P if posts %}", "{{R me.name }}", "{%P endif %}")) == ["Nora Feldt"]


def test_an_empty_section_is_told_as_one(build: Build) -> None:  # noqa: F811
    with pytest.raises(TemplateError) as caught:
        build("{{ invoice.title }}", handover=make_handover(posts=1))
    assert caught.value.hint == (
        "“invoice” is empty in this handover: put it between {%p if invoice %} and {%p endif %}."
    )


def test_loops_in_one_row_are_told_and_so_is_what_stands_beside_their_tag(build: Build) -> None:  # noqa: F811
    for cells, said in (
        (("{%tr for p in posts %}", "{%tr endfor %}"), "each needs a row of its own"),
        (("{%tr for p in posts %}", "Title"), "the rest of its row would be lost"),
    ):
        document = docx.Document()
        for cell, text in zip(document.add_table(rows=1, cols=2).rows[0].cells, cells, strict=True):
            cell.text = text
        with pytest.raises(TemplateError, match=said):
            build(document=document)


def test_a_name_of_a_loop_in_the_footer_is_told_with_the_reason(build: Build) -> None:  # noqa: F811
    document = docx.Document()
    document.sections[0].footer.paragraphs[0].text = "see {{ post.link }}"
    with pytest.raises(TemplateError) as caught:
        build("{%p for post in posts %}", "{{ post.title }}", "{%p endfor %}", document=document)
    assert "There is one text in the footer for all rounds of the loop" in caught.value.hint


def test_what_tears_a_document_apart_is_told_with_both_tags(build: Build) -> None:  # noqa: F811
    document = docx.Document()
    document.add_paragraph("All {% for post in posts %}")
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "to {% endfor %}"
    with pytest.raises(TemplateError) as caught:
        build(document=document)
    assert "{% for post in posts %} begins near “All”" in caught.value.message
    assert "{% endfor %} ends near “to”" in caught.value.message


def test_the_end_of_a_section_in_a_paragraph_of_tags_stays(build: Build) -> None:  # noqa: F811
    section = '<w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr>'
    path = build(document=of(run("wide"), section + run("{%p if posts %}"), run("x"), run("{%p endif %}")))
    assert "landscape" in part(path, "word/document.xml")


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        (' TOC \\o "1-3" \\h ', ["Part", *TITLES]),
        (' toc \\o "1-1" ', ["Part"]),
        (' TOC \\o "2-3" \\h \\z \\u ', TITLES),
        (" TOC \\u ", ["Part", *TITLES]),
        (' TOC \\t "Subtitle,1" ', ["Sub"]),
        (' TOC \\o "1-1" \\t "Subtitle;2" ', ["Part", "Sub"]),
        (" TOC \\b middle \\h ", TITLES),
        (" TOC ", ["Part", *TITLES]),
    ],
)
def test_the_contents_gather_what_their_field_says(build: Build, code: str, wanted: list[str]) -> None:  # noqa: F811
    path = build(document=of(
        *field(code, "old {{ gone.title }}", "another"),
        HEAD.format(1) + run("Part"),
        '<w:pPr><w:pStyle w:val="Subtitle"/></w:pPr>' + run("Sub"),
        '<w:bookmarkStart w:id="1" w:name="middle"/>',
        run("{%p for post in posts %}"),
        HEAD.format(2) + run("{{ post.title }}"),
        run("{%p endfor %}"),
        '<w:bookmarkEnd w:id="1"/>',
    ))  # fmt: skip
    assert texts(path)[: len(wanted)] == wanted
    assert texts(path)[len(wanted)] == "Part"
    assert " ".join(code.split()) in part(path, "word/document.xml")
    assert lint(path) == []


def test_paragraphs_with_an_outline_level_stand_in_the_contents(build: Build) -> None:  # noqa: F811
    level = '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    path = build(document=of(*field(' TOC \\o "1-3" \\u '), level + run("{{ me.name }}"), run("text")))
    assert texts(path) == ["Nora Feldt", "Nora Feldt", "text"]


def test_two_tables_of_contents_are_both_filled_and_a_simple_field_too(build: Build) -> None:  # noqa: F811
    simple = f'<w:fldSimple w:instr=" TOC \\o &quot;1-1&quot; ">{run("old")}</w:fldSimple>'
    path = build(document=of(
        run("Contents: ") + simple, *field(' TOC \\o "2-2" '), HEAD.format(1) + run("{{ me.name }}"),
        HEAD.format(2) + run("Below"),
    ))  # fmt: skip
    assert texts(path) == ["Contents: ", "Nora Feldt", "Below", "Nora Feldt", "Below"]


def test_a_list_of_figures_stays_and_its_old_lines_with_tags_go(build: Build) -> None:  # noqa: F811
    path = build(document=of(
        *field(' TOC \\h \\z \\c "Figure" ', "Figure 1 The year"),
        *field(' TOC \\c "Table" ', "Table {{ gone.x }}", "Table 2"),
        HEAD.format(1) + run("{{ me.name }}"),
    ))  # fmt: skip
    assert [t for t in texts(path) if t] == ["Figure 1 The year", "Nora Feldt"]
    assert part(path, "word/document.xml").count("instrText") == 4
    assert lint(path) == []


def numbers(path: object) -> list[str]:
    document = docx.Document(str(path))
    return [p._p.pPr.numPr.numId.val if p._p.pPr is not None and p._p.pPr.numPr is not None else "-"
            for p in document.paragraphs]  # fmt: skip


def test_a_numbered_list_begins_anew_below_each_heading_of_a_loop(build: Build) -> None:  # noqa: F811
    listed = '<w:pPr><w:pStyle w:val="ListNumber"/></w:pPr>'
    path = build(document=of(
        run("{%p for post in posts %}"),
        HEAD.format(1) + run("{{ post.title }}"),
        run("{%p for update in post.updates %}"),
        listed + run("{{ update.network }}"),
        run("{%p endfor %}"),
        run("{%p endfor %}"),
    ))  # fmt: skip
    assert lint(path) == []
    used = [n for n in numbers(path) if n != "-"]
    assert len(set(used)) == 3
    assert used == sorted(used)
    with zipfile.ZipFile(path) as archive:
        made = archive.read("word/numbering.xml").decode()
    assert made.count('<w:startOverride w:val="1"/>') == 3


def test_the_list_of_the_rounds_themselves_and_bullets_go_on(build: Build) -> None:  # noqa: F811
    for style in ("ListNumber", "ListBullet"):
        listed = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        head = [run("A list")] if style == "ListBullet" else []
        path = build(document=of(
            run("{%p for post in posts %}"), *head, listed + run("{{ post.title }}"),
            run("about {{ post.date }}"), run("{%p endfor %}"),
        ))  # fmt: skip
        assert set(numbers(path)) == {"-"}


def test_a_grid_has_a_column_for_each_cell_that_a_loop_made(build: Build) -> None:  # noqa: F811
    for many in (1, 5):
        document = docx.Document()
        table = document.add_table(rows=2, cols=4)
        for row in table.rows:
            values = ("{{ me.name }}", f"{{%tc for i in range({many}) %}}", "{{ i }}", "{%tc endfor %}")
            for cell, text in zip(row.cells, values, strict=True):
                cell.text = text
        path = build(document=document)
        xml = part(path, "word/document.xml")
        widths = [int(w) for w in re.findall(r'<w:gridCol w:w="(\d+)"', xml)]
        assert len(widths) == many + 1
        assert abs(sum(widths) - 8640) < 8
        assert lint(path) == []


def test_the_ground_of_a_cell_stands_where_the_schema_wants_it(build: Build) -> None:  # noqa: F811
    document = docx.Document()
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "{% cellbg 'FFCC00' %}{{ me.name }}"
    xml = part(build(document=document), "word/document.xml")
    assert re.search(r'<w:tcPr><w:tcW [^>]*/><w:shd [^>]*w:fill="FFCC00"/></w:tcPr>', xml)


def test_the_built_in_template_needs_no_cleaning() -> None:
    with zipfile.ZipFile(TEMPLATE) as archive:
        xml = archive.read("word/document.xml").decode()
    assert not re.search(r"rsid|<w:ins |<w:del |Fallback|bookmarkStart", xml)


def test_a_page_that_ends_beside_a_loops_tag_ends_there(build: Build) -> None:  # noqa: F811
    page = '<w:r><w:br w:type="page"/></w:r>'
    path = build(document=of(
        run("{%p for post in posts %}"), run("{{ post.number }}"), run("{%p endfor %}") + page, run("after"),
    ))  # fmt: skip
    assert re.findall(r'w:type="page"|after', part(path, "word/document.xml")) == ['w:type="page"', "after"]
    assert lint(path) == []
