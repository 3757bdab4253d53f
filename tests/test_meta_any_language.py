"""Meta's content export in any language: what proves it, and which tables it leaves to others."""

import pytest

from handover.read.source import from_bytes
from handover.read.updates import meta_any_language
from handover.read.updates.options import Options

HEAD = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"]
ROW = [
    "1000_2000", "1000", "Lumen", "Rukiin nelikymmentä tuntia", "", "0", "03/15/2026 09:00",
    "https://www.facebook.com/1000/posts/2000", "0", "0", "Linkit",
]  # fmt: skip


def table(row: list[str], head: list[str] = HEAD) -> bytes:
    return (",".join(head) + "\n" + ",".join(row) + "\n").encode()


def but(place: int, cell: str) -> list[str]:
    return [*ROW[:place], cell, *ROW[place + 1 :]]


def test_a_language_nobody_has_seen_is_read_by_its_values() -> None:
    source = from_bytes(table(ROW), "posts.csv")
    assert meta_any_language.accepts(source)
    (update,) = meta_any_language.parse(source, Options(timezone="UTC")).items
    assert (update.network, update.text, update.account) == ("facebook", ROW[3], "Lumen")
    assert update.permalink == ROW[7]
    assert update.posted_at is not None and update.posted_at.isoformat() == "2026-03-15T09:00:00+00:00"


@pytest.mark.parametrize(
    "row",
    [
        but(0, "Monday"),  # a plan, not an export
        but(1, "LinkedIn"),
        but(6, "soon"),
        but(7, "https://blog.lumenbakery.example/rye/"),
        but(7, "https://www.facebook.com/lumen"),  # a page, no post
        but(7, "https://x.com/lumen/status/1"),
        ROW[:7],
    ],
)
def test_any_other_table_is_left_to_other_readers(row: list[str]) -> None:
    assert not meta_any_language.accepts(from_bytes(table(row), "posts.csv"))


def test_posts_of_two_networks_in_one_table_are_no_such_export() -> None:
    other = but(7, "https://www.instagram.com/p/DbcFzXawM1s/")
    data = table(ROW) + (",".join(other) + "\n").encode()
    assert not meta_any_language.accepts(from_bytes(data, "posts.csv"))
