"""Messages looked up one by one are those of a catalogue that was read as a whole."""

import gettext
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.languages import translated
from handover.languages.looked_up import LookedUp

FILES = [path for source in translated().values() if (path := source.with_suffix(".mo")).is_file()]


@cache
def whole(path: Path) -> gettext.GNUTranslations:
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


@cache
def looked_up(path: Path) -> LookedUp:
    return LookedUp(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_every_message_is_said_as_the_whole_catalogue_says_it(path: Path) -> None:
    told, few = whole(path), LookedUp(path)
    messages = {key if isinstance(key, str) else key[0] for key in told._catalog}  # type: ignore[attr-defined]
    assert len(messages) > 1_000
    assert {message: few.gettext(message) for message in messages} == {
        message: told.gettext(message) for message in messages
    }


@given(st.text())
def test_what_no_catalogue_holds_is_said_as_it_is(message: str) -> None:
    for path in FILES:
        assert looked_up(path).gettext(message) == whole(path).gettext(message)
