"""Where addresses stand in a text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handover.read.updates.links_in_text import links_in, unique
from handover.text.links import LINK, _links, addresses, only_at_its_end, without_addresses, without_links
from tests.extent import share


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Read https://blog.example/a.", ["https://blog.example/a"]),
        ("(https://blog.example/a_(b))", ["https://blog.example/a_(b)"]),
        ("“https://blog.example/a”, see", ["https://blog.example/a"]),
        ("all of it on journal.blog.example/2024/09/oven!", ["https://journal.blog.example/2024/09/oven"]),
        ("www.blog.example says", ["https://www.blog.example"]),
        ("https://blog.example/a https://blog.example/a", ["https://blog.example/a"]),
        ("blog.example/b then https://blog.example/a", ["https://blog.example/b", "https://blog.example/a"]),
        ("cut short: https://blog.exam…", []),
        ("cut short: blog.example/2025/03/spri...", []),
        ("node.js and e.g. this; 3.5/4 of it; me@mail.example/x; and/or", []),
        ("Lumière：https://blog.example/a。", ["https://blog.example/a"]),
        ("ftp://blog.example/a", []),
        ("レモンの話（https://blog.example/a）です", ["https://blog.example/a"]),
        ("https://blog.example/a（3月14日まで）", ["https://blog.example/a"]),
    ],
)
def test_an_address_ends_where_its_reader_would_end_it(text: str, links: list[str]) -> None:
    assert list(links_in(text)) == links


def test_only_addresses_are_kept_and_each_once() -> None:
    assert unique(["https://a.example", None, "", "javascript:x", "https://a.example"]) == (
        "https://a.example",
    )


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("abc.:/…wht ps()\u3002é\n"), max_size=80))
def test_whatever_is_found_stands_in_the_text(text: str) -> None:
    for link in links_in(text):
        assert link in text or link.removeprefix("https://") in text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "See https://blog.example/oven_(clay), and https://blog.example/b!",
            ["https://blog.example/oven_(clay)", "https://blog.example/b"],
        ),
        ("[The oven](HTTPS://blog.example/oven)", ["HTTPS://blog.example/oven"]),
        ("a test site: http://localhost:8080/a?b=1.", ["http://localhost:8080/a?b=1"]),
        ("cut short: https://blog.example/2025/03/spri… https://blog.example/b...", []),
        ("https:// is no address, nor is blog.example/a here", []),
    ],
)
def test_an_address_is_found_whole_or_not_at_all(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in addresses(text)] == found


def test_what_stands_behind_an_address_without_a_blank_stays() -> None:
    assert without_addresses("予約はhttps://blog.example/a（3月14日まで）") == "予約は （3月14日まで）"
    assert without_addresses("“Read https://blog.example/a”", "") == "“Read ”"
    assert without_addresses("blog.example/a stays") == "blog.example/a stays"
    assert without_links("blog.example/a goes, www.blog.example too").split() == ["goes,", "too"]


@given(
    st.text(alphabet="htps:/w.Wbde/fr …,()\n", max_size=60),
    st.sampled_from(["", "https://b.de/x", "www.b.de/y"]),
)
def test_the_short_way_to_the_links_of_a_text_is_the_long_one(text: str, link: str) -> None:
    told = f"{text} {link} {text}"
    # Behind a blank, what begins with www sends every text the long way, and is a link more.
    assert links_in(told) == tuple(one for one in links_in(f"{told} www.z.de") if one != "https://www.z.de")


# Words, beginnings and ends of addresses, in any order.
PIECES = (
    "http",
    "https",
    "://",
    "h",
    "s",
    "t",
    "/",
    "blog.example",
    "www.",
    "a-b",
    " ",
    "\n",
    ".",
    ")",
    "…",
    "é",
)


@settings(max_examples=share(600), deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@example("http://://")
def test_addresses_are_found_by_their_colon_as_by_a_look_at_every_letter(text: str) -> None:
    assert [m.span() for m in _links(text)] == [m.span() for m in LINK.finditer(text)]
    if link := only_at_its_end(text):
        assert [text[start:end] for start, end in addresses(text)] == [link]
        assert text.endswith(link) and "/" not in text.removesuffix(link)
