"""The rows by which a likeness is enough, and how those that are near each other are told apart."""

from itertools import combinations

import pytest

from handover.pair import suggestions
from handover.pair.title_rules import MARGIN, NEARLY, WHOLE, Decision, Hint, Rule, Why, decide
from handover.pair.titles import Likeness

STANDS = Likeness(
    post=0,
    whole=True,
    share=1.0,
    focus=0.6,
    near=1.0,
    body=0.6,
    days=1,
    clash=False,
    other=False,
    size=20,
    words=4,
    apart=True,
)
NEAR = STANDS._replace(whole=False, share=0.8, near=0.95, focus=0.3, body=0.3, apart=False)


class Silent:
    """A text that answers no to all that is asked of it."""

    def places(self, post: int) -> tuple[tuple[int, int], ...]:
        return ((0, 20),)

    def announces(self) -> bool:
        return False

    def foretells(self, post: int) -> bool:
        return False

    def parts(self, post: int) -> bool:
        return False

    def is_phrase(self, post: int) -> bool:
        return False

    def of_series(self) -> tuple[int | None, bool]:
        return None, False

    def differs(self, post: int, loose: bool) -> bool:
        return False


def decided(*found: Likeness) -> Decision:
    return decide(found, Hint.NOTHING, Silent())


def posts_of(decision: Decision) -> list[int]:
    return [verdict.likeness.post for verdict in decision.verdicts]


def asks_no_more(one: Rule, other: Rule) -> bool:
    """Whether all that `other` allows is allowed by `one`."""
    least = (one.letters, one.words, one.apart, one.focus, one.hint, one.announces, -one.days)
    most = (other.letters, other.words, other.apart, other.focus, other.hint, other.announces, -other.days)
    return all(mine <= yours for mine, yours in zip(least, most, strict=True))


def test_no_rule_stands_behind_one_that_allows_all_it_does() -> None:
    assert [pair for pair in combinations(WHOLE, 2) if asks_no_more(*pair)] == []


def test_every_pair_is_surer_than_any_suggestion_and_none_is_certain() -> None:
    assert all(suggestions.BEST < rule.score < 1 for rule in (*WHOLE, *NEARLY))


def test_a_rule_that_asks_for_a_share_asks_for_one_there_can_be() -> None:
    assert all(0 <= rule.focus < 1 for rule in WHOLE)
    assert all(0 <= share < 1 for rule in NEARLY for share in (rule.share, rule.close, rule.focus))


@pytest.mark.parametrize(("less", "posts"), [(MARGIN + 0.01, [0]), (MARGIN - 0.01, [])])
def test_a_title_that_nearly_stands_there_needs_to_be_nearer_than_the_next(
    less: float, posts: list[int]
) -> None:
    assert posts_of(decided(NEAR)) == [0]
    assert posts_of(decided(NEAR._replace(post=1, share=NEAR.share - less), NEAR)) == posts


@pytest.mark.parametrize(
    ("days", "decision"),
    [((1, 31), [0]), ((1, 30), Why.TWINS), ((1, None), Why.TWINS), ((-1, 29), [0])],
)
def test_of_two_posts_of_one_title_the_elder_is_out_of_the_question_after_thirty_days(
    days: tuple[int, int | None], decision: list[int] | Why
) -> None:
    newer, elder = (STANDS._replace(post=n, days=day) for n, day in enumerate(days))
    found = decided(elder, newer)
    assert (found.why if isinstance(decision, Why) else posts_of(found)) == decision


def test_two_undated_posts_of_one_title_are_twins() -> None:
    undated = STANDS._replace(days=None)
    assert decided(undated, undated._replace(post=1)).why is Why.TWINS
