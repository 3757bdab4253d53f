"""Texts are as long as each network says they are."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.networks import NETWORKS
from handover.text import length as length_module
from handover.text.counted_links import links
from handover.text.length import fits, length, limit, utf16

LINK = "https://brew.example.com/2025/03/how-we-blend-our-spring-oolong/?utm_source=x"
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"  # four people, one picture
PHOENIX = "\U0001f426\u200d\U0001f525"  # joined in Unicode 15.1
SCOTLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f"


def found(text: str, *, bare: bool = True) -> list[str]:
    return [text[start:end] for start, end in links(text, bare=bare)]


# X


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("Tea", 3),
        ("Grüner Tee – “fein”", 19),  # dashes and quotes weigh one
        ("…", 2),
        ("春のお茶", 8),
        ("e\u0301", 1),  # composed first
        ("🍵", 2),
        (FAMILY, 2),
        (PHOENIX, 2),
        ("\U0001f642\u200d\u2194\ufe0f", 2),  # a head shaking, Unicode 15.1
        ("\U0001f9d1\U0001f3fd\u200d\U0001f37c", 2),  # a person feeding a baby, with a skin tone
        (SCOTLAND, 2),
        ("🇩🇪🇫🇷", 4),
        ("1\ufe0f\u20e3", 2),
        ("©", 1),
        ("©\ufe0f", 2),
        ("☕\ufe0e", 4),  # asks to be shown as text: two characters, each outside the light ranges
        ("💩\U0001f3fd", 4),  # takes no skin tone: two pictures
        (LINK, 23),
        ("http://a.io", 23),
        ("brew.example.com and brew.de", 23 + 5 + 23),
        (f"Read: {LINK}.", 6 + 23 + 1),
        (f"({LINK})", 25),
    ],
)
def test_x_weighs_characters_links_and_emoji(text: str, weight: int) -> None:
    assert length(text, "x") == weight


def test_x_takes_280_and_no_more() -> None:
    assert fits("a" * 280, "x")
    assert not fits("a" * 281, "x")
    assert fits("茶" * 140, "x")
    assert not fits("茶" * 140 + "a", "x")
    assert fits(FAMILY * 140, "x")
    assert fits("a" * 256 + " " + LINK, "x")


# links


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no link here. None", []),
        ("Tea.js or handover.toml", []),
        ("e.g. this, i.e. that", []),
        ("end of it.Then", []),
        ("end of it.Next", ["it.Next"]),  # X takes this for an address, so we must
        ("mail ada@brew.com", []),
        ("$brew.com #brew.com", []),
        ("see brew.com.", ["brew.com"]),
        ("see BREW.COM/Path?", ["BREW.COM/Path"]),
        ("brew.com, brew.de!", ["brew.com", "brew.de"]),
        ("https://brew.com/tea_(green)", ["https://brew.com/tea_(green)"]),
        ("(https://brew.com/tea)", ["https://brew.com/tea"]),
        ("https://brew.com/?a=1&b=2#top.", ["https://brew.com/?a=1&b=2#top"]),
        ("https://brew.com:8080/tea", ["https://brew.com:8080/tea"]),
        ("https://tee-häusle.de/grün", ["https://tee-häusle.de/grün"]),
        ("http://пример.рф/чай", ["http://пример.рф/чай"]),
        ("пример.рф", []),  # without a scheme only ASCII hosts are links
        ("お茶brew.com/teaどうぞ", ["brew.com/tea"]),
        ("https://brew.comをどうぞ", ["https://brew.com"]),
        ("https://-brew.com https://brew-.com https://b_r.com", []),
        ("https://a_b.brew.com", ["https://a_b.brew.com"]),
        ("https://" + "a" * 64 + ".com", []),
        ("https://" + "a" * 63 + ".com", ["https://" + "a" * 63 + ".com"]),
        ("https://brew.com/" + "a" * 4096, []),
        ("https://xn--p1ai.xn--p1ai", ["https://xn--p1ai.xn--p1ai"]),
        ("https://t.co/AbC123-more", ["https://t.co/AbC123"]),
        ("xhttps://brew.com", []),
        ("brew.com@example", []),
    ],
)
def test_links_are_those_the_network_would_make(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_mastodon_makes_links_only_of_addresses_with_a_scheme() -> None:
    assert found("brew.com https://brew.com", bare=False) == ["https://brew.com"]


# the other networks


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (LINK, 23),
        ("brew.com", 8),
        ("@ada@brew.social", 4),
        ("thanks @ada.b@brew.social!", 14),
        ("@ada", 4),
        ("ada@brew.com", 12),  # an e-mail address is no handle
        (FAMILY, 1),
        ("e\u0301", 1),
        ("a\r\nb", 3),
    ],
)
def test_mastodon_counts_clusters_links_as_23_and_handles_without_their_server(text: str, count: int) -> None:
    assert length(text, "mastodon") == count


@pytest.mark.parametrize(("text", "count"), [(FAMILY, 1), (LINK, len(LINK)), ("🇩🇪🇫🇷", 2), ("e\u0301é", 2)])
def test_bluesky_counts_clusters_and_links_as_written(text: str, count: int) -> None:
    assert length(text, "bluesky") == count


def test_bluesky_also_counts_bytes() -> None:
    assert fits(FAMILY * 120, "bluesky")
    assert len((FAMILY * 121).encode()) > 3000
    assert not fits(FAMILY * 121, "bluesky")
    assert fits("é" * 300, "bluesky")
    assert not fits("é" * 301, "bluesky")


@pytest.mark.parametrize(("text", "count"), [("Grüße", 5), ("🍵", 4), (FAMILY, 25), ("a🇩🇪b", 10)])
def test_threads_counts_an_emoji_as_its_bytes(text: str, count: int) -> None:
    assert length(text, "threads") == count


@pytest.mark.parametrize(
    "network", ["linkedin", "facebook", "instagram", "pinterest", "google_business", "other"]
)
def test_the_other_networks_count_utf16_units(network: str) -> None:
    assert length("a𝐛🍵é", network) == 6


def test_a_network_nobody_knows_has_no_limit() -> None:
    assert limit("myspace") is None
    assert fits("a" * 100_000, "myspace")
    assert length("🍵", "myspace") == 2


def test_half_a_character_is_counted_and_is_no_crash() -> None:
    assert utf16("\ud83c") == 1
    for network in NETWORKS:
        assert length("a\ud83c", network) >= 2
        fits("\ud83c" * 1_000, network)


@given(st.text(max_size=60), st.sampled_from(sorted(NETWORKS)))
def test_no_text_is_shorter_than_nothing_and_length_and_fits_agree(text: str, network: str) -> None:
    count, most = length(text, network), limit(network)
    assert count >= 0
    assert fits(text, network) == (most is None or count <= most)


@given(st.text(alphabet="ab.é/:@-_( )?#茶", max_size=40))
def test_links_lie_in_order_and_within_the_text(text: str) -> None:
    ends = [0]
    for start, end in links("x " + text + " https://brew.com"):
        assert ends[-1] <= start < end
        ends.append(end)
    assert ends[-1] <= len(text) + 2 + len(" https://brew.com")


@given(
    st.lists(st.sampled_from(["a.co ", "tea ", "#x", "@ada@b.de ", "https://a.de/", "x" * 23, "\r\n", "é"]))
)
def test_the_quick_look_at_a_length_says_what_counting_says(parts: list[str]) -> None:
    text = "".join(parts) * 3
    for key, network in NETWORKS.items():
        for told in (text, (text * 99)[: network.limit]):
            size = len(told.encode())
            within = network.most_bytes is None or size <= network.most_bytes
            assert fits(told, key) == (
                network.limit is None or (within and length(told, key) <= network.limit)
            )


def slowly_weighted(text: str) -> int:
    """What X counts with every emoji looked for, without links."""
    text = unicodedata.normalize("NFC", text)
    rest, emoji = length_module._EMOJI.subn("", text)
    return len(rest) + len(length_module._WIDE.findall(rest)) + 2 * emoji


def test_a_text_without_joined_pictures_counts_as_with_each_looked_for() -> None:
    for code in (n for n in range(0x110000) if not 0xD800 <= n < 0xE000):
        sign = chr(code)
        assert length_module.length(f"é{sign}é", "x") == slowly_weighted(f"é{sign}é"), hex(code)


@given(
    st.text(
        st.sampled_from("aé☕🌊👍🏽👩\u200d💻❤\ufe0f\ufe0e1\u20e3#🇩🇪🏴\U000e0067\U000e007f™©—…ÄÄ 漢か\u0301")
    )
)
def test_joined_pictures_and_lone_ones_count_as_with_each_looked_for(text: str) -> None:
    assert length_module.length(text, "x") == slowly_weighted(text)
