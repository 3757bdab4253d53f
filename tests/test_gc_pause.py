"""The garbage collector pauses, and goes on as before."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from handover.model.gc_pause import no_collection


class Knot:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_within_and_all_is_as_before_afterwards() -> None:
    with no_collection():
        assert not gc.isenabled()
        with no_collection():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    with no_collection():
        pass
    assert not gc.isenabled()


def test_what_was_made_within_is_no_longer_young() -> None:
    with no_collection():
        made = [[number] for number in range(1_000)]
    young = {id(one) for one in gc.get_objects(generation=0)}
    assert not young.intersection(map(id, made))


def test_cycles_made_within_are_still_found() -> None:
    with no_collection():
        gone = weakref.ref(Knot())
    gc.collect()
    assert gone() is None


def test_what_the_caller_has_frozen_stays_frozen() -> None:
    gc.freeze()
    with no_collection():
        pass
    assert gc.get_freeze_count() > 0
