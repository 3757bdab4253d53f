"""A template is judged whole only where nothing it prints can tear its XML."""

import re
from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateSyntaxError

from handover.write.docx.text import Xml
from handover.write.docx.user_template.is_whole_xml import is_whole
from handover.write.docx.user_template.mend import mended
from handover.write.docx.user_template.sandbox import Sandbox

FUNCTIONS = {"link": lambda *_: Xml("<w:hyperlink><w:r/></w:hyperlink>")}
T = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def judged(body: str) -> bool:
    return is_whole(Sandbox(10**6, 10**5, FUNCTIONS).parse(f"<w:body>{body}</w:body>"), FUNCTIONS)


@pytest.mark.parametrize(
    "body",
    [
        "",
        T.format("{{ a }}"),
        T.format("{% if a %}{{ a }}{% elif b %}b{% else %}c &amp; d{% endif %}"),
        "{% for x in a %}" + T.format("{{ x }}") + "{% endfor %}",
        T.format("{% for x in a %}{{ x }}</w:t></w:r><w:r><w:t>{% endfor %}"),
        "{% if a %}<w:p><w:r>{% else %}<w:p><w:r><w:rPr/>{% endif %}<w:t>{{ a }}</w:t></w:r></w:p>",
        "<w:p>{{ link(a) }}</w:p>",
        '<w:p w:id="{{ a|line }}"/>',
        "{% set h %}" + T.format("{{ a }}") + "{% endset %}" + T.format("{{ h }}"),
        "{% macro m(x) %}" + T.format("{{ x }}") + "{% endmacro %}" + T.format("{{ m(1) }}"),
    ],
)
def test_a_template_whose_tags_stand_at_one_level_is_whole(body: str) -> None:
    assert judged(body)


@pytest.mark.parametrize(
    "body",
    [
        "{% if a %}<w:p>{% endif %}<w:r/>{% if a %}</w:p>{% endif %}",
        "{% for x in a %}<w:p>{% endfor %}",
        "{% for x in a %}</w:p>{% endfor %}",
        "</w:body><w:body>",
        "<w:p>{{ a }}</w:p>",
        '<w:p w:id="{{ a }}"/>',
        '<w:p w:id="{% if a %}b{% endif %}"/>',
        "<!-- {{ a }} -->",
        "<?{{ a }}?>",
        "<w:p>a & b</w:p>",
        "<w:p>a > b</w:p>",
        "<w:p a=b/>",
        "\ue003{% if a %}<w:p>{% endif %}",
        "{% set link = a %}<w:p>{{ link(b) }}</w:p>",
        "{% for link in a %}<w:p>{{ link(b) }}</w:p>{% endfor %}",
        "{% macro m(x) %}</w:body>{% endmacro %}" + T.format("{{ m(1) }}"),
        "{% with x = a %}{% endwith %}",
    ],
)
def test_a_template_that_may_tear_its_xml_is_not_judged_whole(body: str) -> None:
    assert not judged(body)


def test_nothing_stands_beside_the_root_element() -> None:
    for source in ("<a/><b/>", "{{ x }}<a/>", "<a/>{% if x %}<b/>{% endif %}", "x<a/>", "<a>", ""):
        assert not is_whole(Sandbox(10**6, 10**5, FUNCTIONS).parse(source), FUNCTIONS)
    assert is_whole(Sandbox(10**6, 10**5, FUNCTIONS).parse(" <a/>\n"), FUNCTIONS)


PIECES = st.sampled_from(
    ["<w:p>", "</w:p>", "<w:t>", "</w:t>", "<w:p/>", "{{ a }}", "{{ b }}", "{{ link(a) }}", "{{ a|line }}",
     "{% if a %}", "{% elif b %}", "{% else %}", "{% endif %}", "{% for x in c %}", "{% endfor %}", "{{ x }}",
     "{% set h %}", "{% endset %}", "{{ h }}", "{% set link = a %}", '<w:r a="{{ a|line }}">', "</w:r>",
     "&amp;", "{% set a = c %}", "text", "{{ a ~ h }}", "{{ [a, h]|join }}", "&", "<!--", "-->"]
)  # fmt: skip
VALUES = st.sampled_from(["", "x", "a\nb", "<&>\"'", "]]>", "\t\x00", "\ue000\ue003", Xml("<w:r/>"), 7])


@given(st.lists(PIECES, max_size=9), VALUES, VALUES)
def test_what_a_whole_template_prints_is_always_xml(pieces: list[str], a: object, b: object) -> None:
    sandbox = Sandbox(10**6, 10**5, FUNCTIONS)
    try:
        tree = sandbox.parse(f"<w:body>{''.join(pieces)}</w:body>")
    except TemplateSyntaxError:
        return
    if is_whole(tree, FUNCTIONS):
        try:
            printed = "".join(sandbox.from_string(tree).generate(a=a, b=b, c=["<", 2], x="x", h="h"))
        except Exception:  # a template that fails prints no document
            return
        parser = expat.ParserCreate()
        parser.Parse(printed.encode(), True)


@given(st.integers(min_value=1, max_value=60), st.booleans())
def test_what_a_condition_leaves_empty_in_a_table_is_mended_however_it_is_cut(
    size: int, nested: bool
) -> None:
    cell = "<w:tbl><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>" if nested else ""
    table = f'<w:tbl x="1"><w:tblGrid/></w:tbl><w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr><w:tr></w:tr></w:tbl>'
    xml = "<w:p/>" * 200 + table + "<w:p/>" * 200
    tags = re.findall(r"<[^>]*>", xml)
    pieces = ["".join(tags[n : n + size]) for n in range(0, len(tags), size)]
    whole = "".join(mended(iter(pieces)))
    assert whole == "".join(mended(iter([xml])))
    assert "</w:tc><w:p/>" not in whole
    assert not re.search(r"<w:t[cr]></w:t[cr]>|<w:tcPr/></w:tc>|</w:tbl></w:tc>|</w:tblGrid></w:tbl>", whole)
