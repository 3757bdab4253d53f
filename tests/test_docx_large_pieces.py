"""A template that prints in large pieces prints and complains as Jinja's own Python of it does."""

from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import nodes
from jinja2.compiler import CodeGenerator

from handover.errors import TemplateError
from handover.model import Said
from handover.write.docx.compiled_template import built_in
from handover.write.docx.render import Renderer
from handover.write.docx.template import Part
from handover.write.docx.user_template import large_pieces
from handover.write.docx.user_template.mistakes import WrongUseError
from handover.write.docx.user_template.sandbox import Sandbox
from handover.write.docx.values import FUNCTIONS
from handover.write.docx.variables import template_variables
from handover.write.view import template_context
from tests.extent import share
from tests.made import make_handover

HANDOVER = make_handover(posts=4, rich=True)
CONTEXT = template_context(HANDOVER)
BUILT_IN = built_in()


def printed(source: str, *, slowly: bool, context: dict[str, Any] = CONTEXT) -> tuple[Any, ...]:
    """What a part with this source gives, and what it asked the package for, or how its mistake is told."""
    part = Part(name="word/document.xml", label="the document", source=source, looks=("", "", "", ""))
    whole = replace(BUILT_IN, main=part, others=())
    renderer = Renderer(whole, HANDOVER, context, trusted=True)
    generator = CodeGenerator if slowly else large_pieces.LargePieces
    with patch.object(Sandbox, "code_generator_class", generator):
        try:
            text = b"".join(renderer._filled_part(part)).decode()
        except TemplateError as error:
            return str(error), error.hint, error.tag
    values = renderer._values
    return text, values.headings, values.relationships(part.name), values.number(), values.restarts


def same(source: str, **given: Any) -> tuple[Any, ...]:
    fast = printed(source, slowly=False, **given)
    assert fast == printed(source, slowly=True, **given)
    return fast


def test_the_built_in_template_prints_the_same() -> None:
    sources = [replace(part, code="") for part in (BUILT_IN.main, *BUILT_IN.others)]
    for rich, posts in ((True, 3), (False, 40), (False, 0)):
        handover = make_handover(posts=posts, rich=rich)
        context = template_context(handover)
        for part in sources:
            assert len(same(part.source.replace("_contents(0)", "''"), context=context)) > 3


@pytest.mark.parametrize("name", sorted(template_variables()))
def test_every_value_there_is_prints_the_same_and_is_missed_the_same(name: str) -> None:
    value = name.replace("[]", "[0]")
    for tag in (value, f"{value}.more", f"{value}_"):
        same(f"<w:t>{{{{\n {tag} }}}} and {{{{\n {value} }}}} {{{{\n nobody }}}}</w:t>")
    same(f"{{%\n for one in {name.partition('[]')[0]} %}}{{{{\n one }}}}, {{%\n endfor %}}")


SOUND = (
    "text",
    "number",
    "client.name",
    "_link('https://a.example/?b&c', text)",
    "made(text)",
    "_id()",
    "none",
)
EXPRESSIONS = (
    *("client.name", "text", "number", "none", "markup", "listed", "mapped", "nobody", "client.nobody"),
    *("client.name.more", "nobody.more", "mapped.items", "text.upper()", "text.__class__", "text.nobody()"),
    *("text ~ number", "markup ~ text", "number + 1", "text + number", "1 / 0", "number ** 100", "'&' * 3"),
    *("text|upper", "listed|length", "listed|join('-')", "text|nobody", "text|replace('a', '&')", "2|batch"),
    *("text if number else nobody", "text if nobody else number", "not nobody", "nobody is defined"),
    *("listed[0]", "listed[9]", "mapped['title']", "mapped.title", "'a & b'", "[1, 2]", "range(3)|list"),
    *("_link(text, text)", "_link('https://a.example/?b&c', text)", "_link(nobody, text)", "_link(text=1)"),
    *("_link(*listed)", "_id()", "_id(1)", "_heading(1, 1, 'H', markup)", "_run(text, 1)", "_target(text)"),
    *("link('https://a.example', text)", "linked(text)", "text()", "client()", "nobody()", "made(text)"),
    *("(text|line)", "loop.index", "loop.last", "caller()", "namespace(a=text).a", "dict(a=1).a", "link"),
)
NAMES = st.sampled_from(
    ("text", "number", "markup", "listed", "made", "one", "link", "_link", "_id", "client")
)


def of(*parts: Any) -> st.SearchStrategy[str]:
    """Texts and what draws texts, in a row."""
    return st.tuples(*(st.just(p) if isinstance(p, str) else p for p in parts)).map("".join)


def blocks(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Tags round what is drawn from `inside`, each with a line of its own as when a template is read."""
    body = st.lists(inside, max_size=4).map("".join)
    expression = st.sampled_from(EXPRESSIONS)
    return st.one_of(
        of("{%\n if ", expression, " %}", body, "{%\n elif ", expression, " %}", body,
           "{%\n else %}", body, "{%\n endif %}"),
        of("{%\n for ", NAMES, " in ", st.sampled_from(("listed", "posts", "mapped", "text", "[]", "nobody")),
           st.sampled_from(("", " if one", " if nobody", " recursive")), " %}", body, "{%\n endfor %}"),
        of("{%\n for one in listed %}", body, "{%\n else %}", body, "{%\n endfor %}"),
        of("{%\n set ", NAMES, " = ", expression, " %}"),
        of("{%\n set ", NAMES, " %}", body, "{%\n endset %}"),
        of("{%\n with ", NAMES, " = ", expression, " %}", body, "{%\n endwith %}"),
        of("{%\n macro ", NAMES, "(one='') %}", body, "{%\n endmacro %}"),
        of("{%\n call made(text) %}", body, "{%\n endcall %}"),
    )  # fmt: skip


TEXTS = st.sampled_from(
    ("<w:p><w:r><w:t>", "</w:t></w:r></w:p>", "words & ", "é “…” 🙂", "\n", "<w:tbl>", "")
)
OUTPUTS = of("{{\n ", st.sampled_from(SOUND) | st.sampled_from(EXPRESSIONS), " }}")
TEMPLATES = st.lists(st.recursive(TEXTS | OUTPUTS, blocks, max_leaves=12), max_size=6).map("".join)


def filled(source: str, text: str, many: int) -> None:
    """Hold the source to the slow way, with a macro, markup and values to speak of."""
    made = "<w:r>{{\n one }}{%\n if caller is defined %}{{\n caller() }}{%\n endif %}</w:r>"
    begin = f"{{%\n macro made(one) %}}{made}{{%\n endmacro %}}{{%\n set markup %}}<w:r/>{{%\n endset %}}"
    own = {"text": text, "number": many, "listed": [text, Said("A & b")][:many], "mapped": {"title": text}}
    with patch.object(large_pieces, "MANY", many):  # so that pieces are handed up in the midst of loops
        same(begin + source, context={**CONTEXT, **own})


@pytest.mark.parametrize("expression", [*SOUND, *EXPRESSIONS])
def test_each_kind_of_value_prints_the_same_and_fails_the_same(expression: str) -> None:
    filled(f"{{{{\n {expression} }}}}", "A & b", 2)
    filled(f"{{%\n for one in listed %}}{{{{\n {expression} }}}}{{%\n endfor %}}", "", 1)
    filled(f"{{%\n set a %}}{{{{\n {expression} }}}}{{%\n endset %}}{{{{\n made({expression}) }}}}", "a", 0)


@settings(max_examples=share(400), deadline=None)
@given(TEMPLATES, st.text(st.characters(codec=None), max_size=8), st.integers(0, 3))
def test_any_template_prints_the_same_and_its_mistakes_are_told_the_same(
    source: str, text: str, many: int
) -> None:
    filled(source, text, many)


@pytest.mark.parametrize("at", range(5))
def test_a_mistake_amid_much_that_is_printed_together_is_told_with_its_own_tag(at: int) -> None:
    tags = [f"client.name ~ {n}" for n in range(5)]
    tags[at] = "client.naem"
    source = "".join(f"<w:t>before {n} {{{{\n {tag} }}}} behind</w:t>" for n, tag in enumerate(tags))
    message, hint, tag = same(source)
    assert (tag, hint) == ("{{ client.naem }}", "Did you mean “name”?")
    assert f"before {at} … behind" in message


def test_what_is_printed_comes_in_few_pieces_however_long_it_gets() -> None:
    sandbox = Sandbox(10**9, 10**9, {})
    template = sandbox.from_string("{% for n in range(9000) %}<a>{{ n }}</a>{% endfor %}")
    pieces = list(template.generate())
    assert "".join(pieces) == "".join(f"<a>{n}</a>" for n in range(9000))
    assert len(pieces) == 9000 * 3 // large_pieces.MANY + 1


@pytest.mark.parametrize(
    "begin", ["{% set _id = text.upper %}", "{% macro _id() %}own{% endmacro %}", "{% for _id in [number] %}"]
)
def test_a_name_of_ours_that_a_template_gives_anew_is_called_through_the_sandbox(begin: str) -> None:
    source = begin + "{{ _id() }}" + ("{% endfor %}" if " for " in begin else "")
    with patch.object(Sandbox, "call", side_effect=WrongUseError("asked")) as asked:
        printed(source, slowly=False, context={**CONTEXT, "text": "a", "number": 1})
    assert asked.call_count == 1


def test_no_value_of_ours_bears_the_name_of_a_function() -> None:
    """Their calls are not looked at again: nothing but a template could give such a name another meaning."""
    assert CONTEXT.keys().isdisjoint(FUNCTIONS)
    assert {name.partition(".")[0].partition("[")[0] for name in template_variables()}.isdisjoint(FUNCTIONS)


def test_a_template_whose_tags_give_markup_by_themselves_is_left_to_jinja() -> None:
    for source in ("{% call made(1) %}{% endcall %}", "{% for a in [] recursive %}{{ loop(a) }}{% endfor %}"):
        part = Part(
            name="word/document.xml",
            label="",
            source="{% macro made(a) %}{{ caller() }}{% endmacro %}" + source,
        )
        renderer = Renderer(replace(BUILT_IN, main=part, others=()), HANDOVER, CONTEXT, trusted=True)
        sandbox = renderer._sandbox()
        tree = sandbox.parse(part.source)
        assert isinstance(tree, nodes.Template)
        list(renderer._pieces(part, sandbox, tree))
        assert sandbox.code_generator_class is CodeGenerator
