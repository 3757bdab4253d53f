"""What Facebook, Instagram and Threads have in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.read.updates.meta import at, mended


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"])))
def test_a_text_written_byte_by_byte_comes_back_whole(text: str) -> None:
    assert mended(text.encode().decode("latin-1")) == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"])))
def test_mending_twice_is_mending_once_where_a_sign_is_beyond_latin(text: str) -> None:
    once = mended(text + "€")
    assert mended(once) == once == text + "€"


@pytest.mark.parametrize(
    ("given_", "wanted"),
    [
        ("Th\u00c3\u00a9 \u00f0\u009f\u008d\u00b5", "Thé 🍵"),
        ("Thé", "Thé"),  # was whole already
        ("plain", "plain"),
        ("cut in a sign \u00f0\u009f", "cut in a sign …"),
        (None, ""),
        ("", ""),
    ],
)
def test_mojibake_is_undone_for_each_text_by_itself(given_: str | None, wanted: str) -> None:
    assert mended(given_) == wanted


@pytest.mark.parametrize("seconds", [None, 0, -1, 10**13, 10**30])
def test_a_time_before_or_after_all_networks_is_none(seconds: int | None) -> None:
    assert at(seconds) is None
