"""How right pairs are on invented blogs, wrong ones and missed ones named (`python -m tests.labelled`)."""

import pytest

from tests.labelled import BLOGS, Score, load, many, score


@pytest.fixture(scope="module")
def total() -> Score:
    every = Score()
    for path in BLOGS:
        every += score(load(path))
    return every


def test_hardly_a_pair_is_wrong(total: Score) -> None:
    assert total.precision > 0.99, "\n".join(total.wrong)


def test_hardly_a_pair_is_missed(total: Score) -> None:
    assert total.recall > 0.98, "\n".join(total.missed)


def test_the_right_post_is_nearly_always_paired_or_suggested(total: Score) -> None:
    assert total.offered >= 0.98 * total.sought, "\n".join(total.unoffered)


def test_three_thousand_posts_of_nearly_one_title_are_kept_apart() -> None:
    told = score(many())
    assert told.precision > 0.995, "\n".join(told.wrong[:20])
    assert told.recall > 0.98, "\n".join(told.missed[:20])
