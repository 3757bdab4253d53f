"""The words of languages are read as `tomllib` reads them, mistakes and all."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.languages import FOLDER, plain_toml

FILES = sorted(FOLDER.glob("*/words.toml"))


def outcome(read: Any, text: str) -> Any:
    try:
        return read(text)
    except tomllib.TOMLDecodeError as error:
        return str(error)


def alike(text: str) -> None:
    assert outcome(plain_toml.loads, text) == outcome(tomllib.loads, text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parent.name)
def test_a_file_of_words_is_read_at_once_and_as_the_library_reads_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert plain_toml._plain(text) == tomllib.loads(text)


LINES = st.sampled_from(
    [
        *("a = 'b'", "a = ''", "b = 'it''s'", "c = , ", "d", "text it's", "'", "''", "c = '''one'''"),
        *("[t]", "[t.u]", "[a]", "[a.b]", " [t]", "[[t]]", "[t] # why", "# why", "", " ", "\t", "e.f = 'g'"),
        *("a = { b = 'c' }", "a = ['b', 'c']", "a = [", "]", 'a = "b\\n"', "a = 1", "a = 'b' # why", "a='b'"),
        *("ß = 'b'", "'ß' = 'b'", "a = '\x07'", "# \x07", 'a = """', "c = '''it's'''", "c = '''a''''"),
    ]
)


@settings(max_examples=500, deadline=None)
@given(st.lists(LINES, max_size=7).map("\n".join), st.sampled_from(["", "\n", "\r\n"]))
def test_any_text_is_read_or_refused_as_the_library_does(text: str, end: str) -> None:
    alike(text + end)
    alike((text + end).replace("\n", "\r\n"))


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(FILES), st.integers(0), st.sampled_from(["", "'", "\n", "[", "]", "=", '"', "#", "\\"])
)
def test_a_mistake_in_a_file_of_words_is_told_as_the_library_tells_it(path: Path, at: int, sign: str) -> None:
    text = path.read_text("utf-8")
    at %= len(text)
    alike(text[:at] + sign + text[at + 1 :])
