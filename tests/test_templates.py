"""Text templates: ours or the user's, with mistakes told by line and name."""

import dataclasses

import pytest
from markupsafe import Markup

from handover.errors import TemplateError
from handover.model import Details, Quoted, Said
from handover.write import templates
from handover.write.templates import _finalize, render, source, stream
from tests.made import make_handover


@pytest.fixture
def own(tmp_path):
    """A way to render the user's own template of a name."""
    (tmp_path / "templates").mkdir()
    handover = dataclasses.replace(make_handover(), details=Details(base=str(tmp_path)))

    def fill(text: str, name: str = "note.txt.j2", **values: object) -> str:
        (tmp_path / "templates" / name).write_text(text, "utf-8")
        return render(name, handover, values)

    return fill


def test_html_is_escaped_and_text_is_not(own):
    assert own("{{ x }}", "a.html.j2", x="<b>&\0") == "&lt;b&gt;&amp;"
    assert own("{{ x }}", "a.txt.j2", x="<b>&\0") == "<b>&"


def test_nothing_is_written_for_none(own):
    assert own("[{{ x }}]", x=None) == "[]"


def test_template_tags_in_a_value_stay_text(own):
    assert own("{{ x }}", x="{{ 7*7 }}{% raw %}") == "{{ 7*7 }}{% raw %}"


@pytest.mark.parametrize(
    ("text", "line", "says", "hint"),
    [
        ("\n{{ titel }}", 2, "'titel' is undefined", "Did you mean title?"),
        ("{% for x in [1] %}\n\n{{ x.y }}{% endfor %}", 3, "no attribute 'y'", ""),
        ("{% if title %}", 1, "'endif'", ""),
        ("{{ title | uper }}", 1, "No filter named 'uper'", ""),
        ("{{ 1 / 0 }}", 1, "division by zero", ""),
        ("{{ title + 1 }}", 1, "str", ""),
        ("{% include 'other.j2' %}", 1, "other.j2", ""),
    ],
)
def test_a_mistake_is_told_with_line_and_nearest_name(own, text, line, says, hint):
    with pytest.raises(TemplateError) as caught:
        own(text, title="x")
    assert says in str(caught.value) and caught.value.template == "note.txt.j2"
    assert (caught.value.line, caught.value.hint) == (line, hint)


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__ }}",
        "{{ cycler.__init__.__globals__.os.getcwd() }}",
        "{{ x.append(1) }}",
        "{{ '{0.__class__}'.format(x) }}",
        "{{ range(999999) | list }}",
    ],
)
def test_a_users_template_cannot_leave_the_sandbox(own, text):
    with pytest.raises(TemplateError):
        own(text, x=[1])


def test_a_template_without_end_is_stopped(own, monkeypatch):
    monkeypatch.setattr(templates, "MAX_CHARACTERS", 1000)
    with pytest.raises(TemplateError, match="more than 1,000 characters"):
        own("{% for a in range(90000) %}{{ a }}\n{% endfor %}")


def test_a_file_that_is_not_replaced_is_ours(tmp_path):
    handover = dataclasses.replace(make_handover(), details=Details(base=str(tmp_path)))
    assert source("preview.css", handover) == (templates.BUILT_IN / "preview.css").read_text("utf-8")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "preview.css").write_text("body { color: red }")
    assert source("preview.css", handover) == "body { color: red }"


def test_a_mistake_in_a_long_text_is_told_as_well():
    handover = make_handover()
    letter = {"subjects": ("s",), "language": "en"}
    with pytest.raises(TemplateError, match="greeting"):
        list(stream("email.html.j2", handover, letter))


def test_whatever_kind_of_text_a_tag_gives_holds_no_sign_that_a_file_cannot(own):
    told = {"a": "x\x00y", "b": Said("x\x00y"), "c": Quoted("x\x00y"), "d": None}
    assert own("{{ a }}|{{ b }}|{{ c }}|{{ d }}", **told) == "xy|xy|xy|"
    assert _finalize(Markup("<b>\x00</b>")) == "<b>\x00</b>"  # ours, made to be written as it is
