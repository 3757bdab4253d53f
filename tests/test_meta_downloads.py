"""What Facebook, Instagram and Threads have in common."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.read import read_updates
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


@pytest.mark.parametrize("copy", [" (1)", " - Kopie", " copy", " copy 2"])
def test_a_second_copy_by_its_name_is_what_the_first_one_is(tmp_path: Path, copy: str) -> None:
    private = json.dumps([{"timestamp": 1767607200, "data": [{"post": "PRIVATE"}]}])
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / f"trash{copy}.json").write_text(private)
    (tmp_path / "posts" / f"your_posts_1{copy}.json").write_text(private.replace("PRIVATE", "Rye"))
    read = read_updates(tmp_path)
    assert [item.text for item in read.items] == ["Rye"]
    assert "1 deleted post left out." in [skip.reason for skip in read.skipped]


@pytest.mark.parametrize("name", ["posts_1 (1).html", "instagram/posts_2.html", "media/reels - Copy.html"])
def test_a_page_of_instagram_is_known_under_the_name_of_a_copy(tmp_path: Path, name: str) -> None:
    card = '<div><h2>Rye</h2><div><img src="1.jpg"></div><div>Sep 23, 2024 10:10 pm</div></div>'
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(f'<html><body><main role="main">{card}</main></body></html>')
    assert [item.text for item in read_updates(tmp_path, timezone="UTC").items] == ["Rye"]
