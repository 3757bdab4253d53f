"""The time that an id carries."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.networks import NETWORKS
from handover.networks.ids import id_in, moment_of


def utc(*parts: int) -> dt.datetime:
    return dt.datetime(*parts, tzinfo=dt.UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("network", "told", "wanted"),
    [
        ("x", "1896851868873654273", utc(2025, 3, 4, 9, 15, 2)),
        ("x", "https://x.com/acme_tea/status/1896851868873654273?s=20", utc(2025, 3, 4, 9, 15, 2)),
        ("x", "https://twitter.com/i/web/status/1896851868873654273", utc(2025, 3, 4, 9, 15, 2)),
        ("linkedin", "urn:li:share:7205941148043923456", utc(2024, 6, 10, 14, 37, 29)),
        ("linkedin", "urn:li:groupPost:4780594-7205941148043923456", utc(2024, 6, 10, 14, 37, 29)),
        (
            "linkedin",
            "https://www.linkedin.com/feed/update/urn%3Ali%3AugcPost%3A7205941148043923456",
            utc(2024, 6, 10, 14, 37, 29),
        ),
        (
            "linkedin",
            "https://www.linkedin.com/posts/acme_spring-activity-7205941148043923456-aB1c",
            utc(2024, 6, 10, 14, 37, 29),
        ),
        ("mastodon", "https://mastodon.example/@acme/114103418945536000", utc(2025, 3, 4, 9, 20, 1)),
        (
            "mastodon",
            "https://mastodon.example/users/acme/statuses/114103418945536000",
            utc(2025, 3, 4, 9, 20, 1),
        ),
        ("bluesky", "https://bsky.app/profile/acme.example/post/3ljk5pf2hk227", utc(2025, 3, 4, 9, 30)),
        ("bluesky", "at://did:plc:acme/app.bsky.feed.post/3ljk5pf2hk227", utc(2025, 3, 4, 9, 30)),
    ],
)
def test_an_id_tells_its_second_in_utc(network: str, told: str, wanted: dt.datetime) -> None:
    moment = moment_of(network, told)
    assert moment is not None
    assert abs(moment - wanted) < dt.timedelta(seconds=1)


def test_an_instagram_shortcode_tells_its_day() -> None:
    moment = moment_of("instagram", "https://www.instagram.com/p/ByZA2UsgPTc/")
    assert moment is not None
    assert moment.date() == dt.date(2019, 6, 7)


@pytest.mark.parametrize(
    ("network", "told"),
    [
        ("x", "https://x.com/acme_tea/status/20"),  # counted one by one, until November 2010
        ("x", "1.22187E+17"),  # destroyed by Excel
        ("x", "https://x.com/acme_tea"),
        ("instagram", "17900012345678901"),  # Meta's internal number
        ("mastodon", "https://mastodon.social/@acme/237393"),  # before 2017
        ("mastodon", "https://pixelfed.example/p/acme/123456789012345678"),  # other software
        ("bluesky", "https://bsky.app/profile/acme.example"),
        ("facebook", "https://www.facebook.com/acme/posts/123456789012345"),
        ("other", "https://blog.example.com/2025/03/1896851868873654273"),
        ("", ""),
    ],
)
def test_an_id_without_a_clock_tells_nothing(network: str, told: str) -> None:
    assert moment_of(network, told) is None


def test_an_address_tells_its_own_network() -> None:
    address = "https://x.com/a/status/1896851868873654273"
    assert moment_of("", address) == moment_of("x", "1896851868873654273")


def test_the_id_stands_in_the_address() -> None:
    assert id_in("x", "https://x.com/acme_tea/status/1896851868873654273") == "1896851868873654273"
    assert id_in("facebook", "https://www.facebook.com/acme/posts/1") == ""


@settings(max_examples=200)
@given(st.sampled_from([*NETWORKS, ""]), st.text(max_size=60) | st.integers(min_value=0).map(str))
def test_no_text_makes_it_fail_or_invent_a_far_time(network: str, told: str) -> None:
    moment = moment_of(network, told)
    assert moment is None or utc(2010, 1, 1) <= moment < utc(2100, 1, 1)
