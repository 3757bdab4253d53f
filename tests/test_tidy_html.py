"""The lines of tidy HTML without a tree, held to those of a tree."""

from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handover.read import fields
from handover.read.tidy_html import _name, _Names, lines_of

_VOID = ("br", "hr", "img", "p", "/p", "wbr")
_NAMES = (
    *("p", "div", "ul", "ol", "li", "h2", "h3", "blockquote", "b", "a", "em", "figure", "figcaption"),
    *("section", "pre", "span", "nobr", "table", "td", "script"),
)
_SIGNS = (
    *(
        "a",
        "b c",
        " ",
        "\n",
        "x\ny",
        "\t",
        "\r\n",
        "é",
        "☕",
        "\xa0",
        "\u2028",
        "\x1e",
        "\0",
        ">",
        "=",
        '"',
        "'",
    ),
    *(
        "& ",
        "&amp;",
        "&amp;lt;",
        "&nbsp;",
        "&#8217;",
        "&#039;",
        "&#13;",
        "&#128;",
        "&#55296;",
        "&#x27;",
        "&Tab;",
    ),
    *("&x;", "&copy", "&notin;", "&lt;p&gt;", "<", "<!-- x -->", "<!-->", "<!--->", "<!-- a > b -->", "<!x>"),
)
_ATTRIBUTES = (
    *("", "", "", ' class="x"', " id='y'", " hidden", ' a="b" c', " a=b", ' a="b"c="d"', ' ="x"', "/", " /"),
    *(' a="<"', ' a=">"', "\n a='\"'", ' a="b"="c d="', ' a = "b"', ' a="\'"', " A"),
)


@st.composite
def _trees(draw: st.DrawFn, depth: int = 0) -> str:
    """HTML that is closed where it was opened, as a rule."""
    pieces = []
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.integers(0, 9))
        if kind < 4 or depth > 4:
            pieces.append(draw(st.sampled_from(_SIGNS)))
        elif kind < 6:
            pieces.append(f"<{draw(st.sampled_from(_VOID))}{draw(st.sampled_from(_ATTRIBUTES))}>")
        else:
            name = draw(st.sampled_from(_NAMES))
            ended = "" if kind == 9 else f"</{name}>"
            inner = draw(_trees(depth + 1))
            pieces.append(f"<{name}{draw(st.sampled_from(_ATTRIBUTES))}>{inner}{ended}")
    return "".join(pieces)


_TAGS = st.builds(
    "<{}{}{}>".format,
    st.sampled_from(("", "/")),
    st.sampled_from((*_NAMES, *_VOID)),
    st.sampled_from(_ATTRIBUTES),
)
_SOUP = st.lists(st.one_of(st.sampled_from(_SIGNS), _TAGS), max_size=12).map("".join)


@given(st.one_of(_trees(), _SOUP))
@example("a</h2>b<h2>c</h2>")
@example("<ul><li>a<li>b</li>c</li>d</ul>")
@example("<h2>a<h3>b</h3>c</h2>d")
@example('<p ="a b="c>x</p>y">z')
@example("&\x1eb")
@example("&am<p>p;</p>")
@example("<p-x>a</p>")
def test_the_lines_are_those_of_a_tree(html: str) -> None:
    lines = lines_of(html)
    if lines is not None:
        assert fields._joined([line.strip() for line in lines]) == fields._by_tree(html)


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p class=\"x\">One <a href='y'>link</a></p>\n<p>Two</p>", ["", "One link", "\n", "Two", ""]),
        ("<ul><li>a</li><li>b<br/>c</li></ul>", ["", "", "a", "", "b", "c", "", ""]),
        ("caf&eacute; &amp; t&#233; & more<!-- not this -->", ["café & té & more", ""]),
        ('<h2>Q<em>1</em></h2><img src="a" alt="b">', ["", "Q1", ""]),
    ],
)
def test_what_editors_write_is_read_without_a_tree(html: str, lines: list[str]) -> None:
    assert lines_of(html) == lines


@pytest.mark.parametrize(
    "html",
    [
        "a < b",
        "a</h2>b",
        "<table><tr><td>a</td></tr></table>",
        "<p class=x>a</p>",
        "<P>a</P>",
        "<script>a</script>",
        "<div><p>a</div></p></div>",
        "<ul><div>a</div></ul>",
        "<li>a</li>",
        "<h2><h3>a</h3></h2>",
        "<b>a&copy</b>",
        "<b>a&#10;</b>",
        "<b>a&nothing;</b>",
    ],
)
def test_all_else_is_left_to_a_tree(html: str) -> None:
    assert lines_of(html) is None


def test_what_is_remembered_of_tags_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Names, "MOST", 2)
    names = _Names()
    tags = ["p", "a href='x'", f'a href="{"x" * 300}"', "/a", "/p", "br /", "!-- x --"]
    assert [names[tag] for tag in (*tags, *tags)] == ["p", "a", "a", "/a", "/p", "br", ""] * 2
    assert list(names) == ["p", "a href='x'"]


_WITHIN = st.lists(
    st.sampled_from((*"pax /=\"'-\n", "!--", "--", ' a="b"', " a='b'", "br", "h2")), max_size=9
)


@given(_WITHIN.map("".join))
@example('!--"--"')
@example("""a b='1"x'y"2'""")
@example('a b="c"d="e"')
@example('!--"--')
@example('p"')
def test_a_tag_is_known_by_what_stands_around_its_values(tag: str) -> None:
    def told(names: Mapping[str, str]) -> str | None:
        try:
            return names[tag]
        except KeyError:
            return None

    names = _Names()
    try:
        name = _name(tag)
    except KeyError:
        name = None
    assert told(names) == told(names) == name


def test_a_tag_that_is_not_sound_is_not_remembered() -> None:
    names = _Names()
    for unsound in ("p class=x", "table", "P", "!-- x"):
        with pytest.raises(KeyError):
            names[unsound]
