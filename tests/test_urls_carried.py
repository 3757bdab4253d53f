"""Addresses that carry another one."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.urls.carried import carried

POST = "https://harrow.example/blog/two-goals?a=1"


@pytest.mark.parametrize(
    "carrier",
    [
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fharrow.example%2Fblog%2Ftwo-goals%3Fa%3D1&h=AT0xyz",
        "https://lm.facebook.com/l.php?h=AT0&u=https%3A%2F%2Fharrow.example%2Fblog%2Ftwo-goals%3Fa%3D1",
        "https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fharrow.example%2Fblog%2Ftwo-goals%3Fa%3D1",
        "https://l.instagram.com/?u=https%3A%2F%2Fharrow.example%2Fblog%2Ftwo-goals%3Fa%3D1&e=AT1",
        "https://www.google.com/url?sa=t&q=https%3A%2F%2Fharrow.example%2Fblog%2Ftwo-goals%3Fa%3D1&usg=x",
        "https://www.google.co.uk/url?url=https://harrow.example/blog/two-goals%3Fa%3D1",
        "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fharrow.example%2Fblog%2Ftwo-goals%3Fa%3D1&data=05",
        "https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fharrow%2Eexample%2Fblog%2Ftwo-goals%3Fa%3D1&urlhash=x",
        "https://www.linkedin.com/safety/go?url=https%3A%2F%2Fharrow.example%2Fblog%2Ftwo-goals%3Fa%3D1&trk=x",
        "https://twitter.com/intent/tweet?text=x&url=https%3A%2F%2Fharrow.example%2Fblog%2Ftwo-goals%3Fa%3D1",
        "https://go.bsky.app/redirect?u=https%3A%2F%2Fharrow.example%2Fblog%2Ftwo-goals%3Fa%3D1",
        "https://web.archive.org/web/20230101000000/https://harrow.example/blog/two-goals?a=1",
        "http://web.archive.org/web/2023*/https:/harrow.example/blog/two-goals?a=1",
        "https://archive.ph/2023.01.01-120000/https://harrow.example/blog/two-goals?a=1",
        "https://archive.ph/20230101/https://harrow.example/blog/two-goals?a=1",
        "https://harrow-example.cdn.ampproject.org/c/s/harrow.example/blog/two-goals?a=1",
        "https://www.google.de/amp/s/harrow.example/blog/two-goals?a=1",
        "https://t.umblr.com/redirect?z=https%3A%2F%2Fharrow.example%2Fblog%2Ftwo-goals%3Fa%3D1&t=x",
        "https://www.youtube.com/redirect?event=video&q=https%3A%2F%2Fharrow.example%2Fblog%2Ftwo-goals%3Fa%3D1",
        "https://slack-redir.net/link?url=https%3A%2F%2Fharrow.example%2Fblog%2Ftwo-goals%3Fa%3D1",
        "https://vk.com/away.php?to=https%3A%2F%2Fharrow.example%2Fblog%2Ftwo-goals%3Fa%3D1",
        "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fharrow.example%2Fblog%2Ftwo-goals%3Fa%3D1",
        "https://href.li/?https://harrow.example/blog/two-goals?a=1",
        "https://urldefense.com/v3/__https://harrow.example/blog/two-goals?a=1__;!!x!y$",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__harrow.example_blog_two-2Dgoals-3Fa-3D1&d=x",
        "l.facebook.com/l.php?u=" + quote("https://google.com/url?q=" + quote(POST, safe=""), safe=""),
    ],
)
def test_a_link_that_carries_its_target_is_taken_for_it(carrier: str) -> None:
    assert carried(carrier) == POST


@pytest.mark.parametrize(
    ("carrier", "target"),
    [
        ("https://open.substack.com/pub/harrow/p/two-goals?r=1a&utm_source=x", "https://harrow.substack.com/p/two-goals"),
        ("https://blog-harrow-and--co-example.translate.goog/two-goals?_x_tr_sl=de", "https://blog.harrow.and-co.example/two-goals"),
        ("https://translate.google.com/translate?sl=de&u=http%3A%2F%2Fharrow.example%2Fa", "http://harrow.example/a"),
        ("https://disq.us/url?url=https%3A%2F%2Fharrow.example%2Fa%3Adh3kf93mfk2&cuid=1", "https://harrow.example/a"),
    ],
)  # fmt: skip
def test_what_is_written_in_another_way_is_read_too(carrier: str, target: str) -> None:
    assert carried(carrier) == target


@pytest.mark.parametrize(
    "plain",
    [
        POST,
        "https://harrow.example/out?url=https%3A%2F%2Fother.example%2F",
        "https://www.facebook.com/harrow/posts/123",
        "https://www.linkedin.com/feed/update/urn:li:share:7302251387289600005",
        "https://www.google.com/search?q=https%3A%2F%2Fharrow.example",
        "https://www.youtube.com/watch?v=abc",
        "https://www.youtube.com/results?q=lamps",
        "https://medium.com/@harrow/two-goals-1a2b3c4d5e6f",
        "https://archive.org/details/lamps",
        "https://google.example/amp/s/harrow.example/a",
        "https://l.facebook.com/l.php?u=javascript%3Aalert(1)",
        "javascript:alert(1)",
        "",
    ],
)
def test_a_link_that_carries_none_stays_as_it_is(plain: str) -> None:
    assert carried(plain) == plain


@given(
    st.text(),
    st.sampled_from(("l.facebook.com/l.php?u=", "web.archive.org/web/2023/", "x.translate.goog/", "")),
)
def test_no_text_breaks_it(text: str, before: str) -> None:
    assert isinstance(carried(before + text), str)
