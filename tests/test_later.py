"""A pattern made at its first use is the pattern that `re.compile` makes."""

import re

import pytest

from handover.later import pattern


def test_is_the_pattern_that_re_compiles() -> None:
    late, now = (
        pattern(r"(?P<day>\d+)\. may", re.IGNORECASE),
        re.compile(r"(?P<day>\d+)\. may", re.IGNORECASE),
    )
    for text in ("on 3. May", "5. may", "none"):
        for name in ("search", "match", "fullmatch", "split", "findall"):
            told, expected = getattr(late, name)(text), getattr(now, name)(text)
            assert (told and getattr(told, "regs", told)) == (
                expected and getattr(expected, "regs", expected)
            )
        assert late.sub("-", text) == now.sub("-", text)
    assert (late.pattern, late.flags, late.groupindex) == (now.pattern, now.flags, now.groupindex)


def test_what_is_no_pattern_is_told_at_the_first_use() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("")
