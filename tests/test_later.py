"""A pattern made at its first use is the pattern that `re.compile` makes, and a dataclass is a dataclass."""

import copy
import dataclasses
import pickle
import re
from collections.abc import Callable
from dataclasses import field
from functools import partial
from typing import Any

import pytest

from handover import later
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


HOW = (
    {},
    {"frozen": True},
    {"slots": True},
    {"frozen": True, "slots": True},
    {"frozen": True, "slots": True, "kw_only": True},
    {"kw_only": True, "slots": True},
    {"slots": True, "eq": False},
)
Make = Callable[..., Any]


def plain(make: Make, **how: bool) -> Any:
    @make(**how)
    class Tea:
        """A tea."""

        name: str
        grams: int = 100
        tags: list[str] = field(default_factory=list)
        shown: str = field(default="", repr=False, compare=False)
        made: int = field(init=False, default=3)
        seen: dict[str, int] = field(init=False, default_factory=dict, repr=False, compare=False)

        def double(self) -> int:
            return self.grams * 2

    return Tea


def hashed(make: Make, **how: bool) -> Any:
    @make(**how)
    class Leaf:
        """A leaf."""

        length: int
        colours: tuple[str, ...] = ()

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", self.length or 1)

    return Leaf


def spoken(make: Make, **how: bool) -> Any:
    @make(**how)
    class Word:
        """It says itself what it is."""

        text: str = ""

        def __repr__(self) -> str:
            return "word"

        def __eq__(self, other: object) -> bool:
            return isinstance(other, type(self)) and repr(self.text)[:2] == repr(other.text)[:2]

    return Word


def inherited(make: Make, **how: bool) -> Any:
    @make(**how)
    class Cup(hashed(make, **how)):  # type: ignore[misc]
        """A cup of it."""

        size: int = 0

    return Cup


KINDS = (plain, hashed, spoken, inherited)
CALLS: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = (
    ((), {}),
    ((1,), {}),
    ((1, 2), {}),
    ((1, 2, ["a"], "b"), {}),
    ((1, 2, 3, 4, 5, 6), {}),
    ((), {"name": "a"}),
    ((), {"name": "a", "grams": 0, "tags": ["b"], "shown": "c"}),
    ((), {"name": "a", "made": 5}),
    ((), {"length": 0}),
    ((), {"length": 2, "colours": ("red",)}),
    ((), {"length": 2, "size": 3}),
    ((), {"text": "abc"}),
    ((), {"nothing": 1}),
    ((1,), {"name": 1}),
)


def outcome(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except Exception as error:
        return type(error), str(error)


@pytest.mark.parametrize("call", CALLS, ids=str)
@pytest.mark.parametrize("how", HOW, ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_is_the_dataclass_that_the_library_makes(kind: Make, how: dict[str, bool], call: Any) -> None:
    late, now = (kind(make, **how) for make in (later.dataclass, dataclasses.dataclass))
    one, other = (outcome(partial(cls, *call[0], **call[1])) for cls in (late, now))
    if isinstance(other, tuple):
        assert one == other
        return
    assert late.__match_args__ == now.__match_args__ and late.__doc__ == now.__doc__
    assert [f.name for f in dataclasses.fields(one)] == [f.name for f in dataclasses.fields(other)]
    assert repr(one).split(" object at")[0] == repr(other).split(" object at")[0]
    assert dataclasses.asdict(one) == dataclasses.asdict(other)
    told = [outcome(partial(hash, each)) for each in (one, other)]
    assert told[0] == told[1] or not how.get("eq", True)  # by its place in memory
    for name in [f.name for f in dataclasses.fields(one)]:  # of other names a frozen one says a TypeError
        told = [outcome(partial(setattr, each, name, 7)) for each in (one, other)]
        assert told[0] == told[1]
        told = [outcome(partial(delattr, each, name)) for each in (one, other)]
        assert told[0] == told[1]


@pytest.mark.parametrize("how", HOW, ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_the_thousandth_is_made_like_the_first(kind: Make, how: dict[str, bool]) -> None:
    late = kind(later.dataclass, **how)
    rounds = []
    for _ in range(later._FEW + 2):
        made = [outcome(partial(late, *args, **kwargs)) for args, kwargs in CALLS]
        rounds.append([one if isinstance(one, tuple) else dataclasses.asdict(one) for one in made])
    assert all(told == rounds[0] for told in rounds)


def test_a_class_that_is_made_a_few_times_is_made_by_hand() -> None:
    late = plain(later.dataclass)
    by_hand = late.__init__
    for _ in range(later._FEW):
        assert late("a").double() == 200
    assert late.__init__ is by_hand
    assert late("a").double() == 200 and late.__init__ is not by_hand


def told_of(cls: Any) -> object:
    """Which of all that can be made of a class are alike, as copied and changed, too."""
    outcomes = [outcome(partial(cls, *args, **kwargs)) for args, kwargs in CALLS]
    made = [one for one in outcomes if not isinstance(one, tuple)]
    changed = [outcome(partial(dataclasses.replace, one, grams=1)) for one in made]
    return (
        [[a == b for b in (*made, *changed)] for a in made],
        [copy.copy(one) == one for one in made],
        [one if isinstance(one, tuple) else one == made[n] for n, one in enumerate(changed)],
    )


@pytest.mark.parametrize("how", HOW, ids=str)
@pytest.mark.parametrize("kind", KINDS)
def test_two_are_alike_where_the_library_says_so(kind: Make, how: dict[str, bool]) -> None:
    assert told_of(kind(later.dataclass, **how)) == told_of(kind(dataclasses.dataclass, **how))


@later.dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What goes to another process."""

    name: str
    many: tuple[int, ...] = ()


def test_goes_to_another_process_and_comes_back() -> None:
    one = Sent(name="a", many=(1, 2))
    assert pickle.loads(pickle.dumps(one)) == one
    assert copy.deepcopy(one) == one and hash(copy.copy(one)) == hash(one)
