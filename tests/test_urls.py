"""One address, many spellings."""

from urllib.parse import quote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handover.urls import canonical, host_of, parse

POST = "https://blog.example/2024/05/spring-menu"


@pytest.mark.parametrize(
    "spelling",
    [
        "http://blog.example/2024/05/spring-menu",
        "https://www.blog.example/2024/05/spring-menu/",
        "HTTPS://Blog.Example:443/2024/05/spring-menu",
        "https://blog.example//2024/05/./spring-menu/index.html",
        "https://blog.example/2024/05/spring%2Dmenu",
        "https://blog.example/2024/05/spring-menu?utm_source=x&utm_medium=social&fbclid=abc",
        "https://blog.example/2024/05/spring-menu#utm_source=rss",
        "//blog.example/2024/05/spring-menu",
        "blog.example/2024/05/spring-menu",
        "  https://blog.example/2024/05/spring-menu\n",
    ],
)
def test_spellings_any_server_takes_for_one_page_have_one_key(spelling: str) -> None:
    assert canonical(spelling) == canonical(POST)


@pytest.mark.parametrize(
    "other",
    [
        "https://blog.example/2024/05/Spring-Menu",
        "https://blog.example/2024/05/spring-menu?page=2",
        "https://blog.example/2024/05/spring-menu#week-3",
        "https://blog.example/2024/05/spring%2Fmenu",
        "https://blog.example:8080/2024/05/spring-menu",
        "https://news.blog.example/2024/05/spring-menu",
    ],
)
def test_what_may_choose_another_page_makes_another_key(other: str) -> None:
    assert canonical(other) != canonical(POST)


def test_a_blog_whose_addresses_differ_in_one_parameter_keeps_them_apart() -> None:
    keys = {canonical(f"https://blog.example/index.php?p={n}&utm_source=feed") for n in range(50)}
    assert len(keys) == 50


def test_a_blog_whose_addresses_differ_in_the_fragment_keeps_them_apart() -> None:
    assert len({canonical(f"https://blog.example/changes#v{n}") for n in range(9)}) == 9


@pytest.mark.parametrize(
    "spelling",
    [
        "https://m.blog.example/2024/05/spring-menu",
        "https://blog.example/2024/05/Spring_Menu.html",
        "https://blog.example/2024/05/spring-menu/amp/",
        "https://blog.example/index.php/2024/05/spring-menu",
        "https://blog.example/2024/05/spring-menu?ref=newsletter#comments",
    ],
)
def test_the_loosest_key_forgives_what_hardly_ever_chooses_the_page(spelling: str) -> None:
    found, wanted = parse(spelling), parse(POST)
    assert found and wanted and found.loose == wanted.loose


def test_parameters_in_another_order_make_the_same_key() -> None:
    assert canonical("https://a.example/x?b=2&a=1") == canonical("https://a.example/x?a=1&b=2")


def test_hosts_in_other_scripts_have_one_key_in_both_forms() -> None:
    assert canonical("https://bücher.example/ä") == canonical("https://xn--bcher-kva.example/%C3%A4")


@pytest.mark.parametrize(
    "odd",
    [
        "",
        "mailto:me@blog.example",
        "tag:blog.example,2024:1",
        "javascript:alert(1)",
        "http://[::1/",
        "http://blog.example:99999/",
        "ftp://blog.example/x",
        "http://",
        "Spring menu",
    ],
)
def test_what_is_no_web_address_stays_as_it_is(odd: str) -> None:
    assert canonical(odd) == odd
    assert parse(odd) is None
    assert host_of(odd) == ""


@given(
    st.text(max_size=60)
    | st.from_regex(r"https?://[a-zA-Z.]{1,9}[/?#%&=a-zA-Z0-9._~+é-]{0,30}", fullmatch=True)
)
@example("https://blog.example/\ud800?\udfff#\ud800")
@example("https://blog.example/%ED%A0%80/%25%2F/..//%")
def test_a_key_is_its_own_key(address: str) -> None:
    assert canonical(canonical(address)) == canonical(address)


SLUGS = st.text("abcABC012._~-%é", min_size=1, max_size=6).filter(lambda s: s.strip(".") == s)


@given(st.lists(st.tuples(SLUGS, st.integers(0, 9)), min_size=2, max_size=6, unique=True))
def test_no_two_posts_of_a_blog_share_a_key(told: list[tuple[str, int]]) -> None:
    keys = {canonical(f"https://blog.example/{quote(slug, safe='')}?id={number}") for slug, number in told}
    assert len(keys) == len(told)
