"""Long lists of JSON, read piece by piece; one bad entry costs one entry."""

import json

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.errors import ParseError
from handover.read.source import from_bytes
from handover.read.updates import json_items, json_stream
from handover.read.updates.json_items import Entries, first_keys, read_entry, read_json, stream_list
from tests.extent import share


class Item(msgspec.Struct):
    text: str = ""
    count: int | None = None


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.text(max_size=8)
    | st.sampled_from(["}, {", "},\n{", '"', "\\"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=share(150), deadline=None)
@given(
    st.lists(st.dictionaries(st.text(max_size=3), VALUES, max_size=4), max_size=12),
    st.sampled_from([None, 1, 2]),
    st.integers(8, 200),
    st.sampled_from(["", "window.YTD.tweets.part0 = ", "\ufeff"]),
)
def test_a_list_in_pieces_is_the_list_as_a_whole(
    items: list[dict[str, object]], indent: int | None, window: int, before: str
) -> None:
    data = (before + json.dumps(items, indent=indent)).encode()
    size, json_stream.WINDOW = json_stream.WINDOW, window
    try:
        assert [json.loads(bytes(raw)) for raw in stream_list(from_bytes(data, "a.js"))] == items
    finally:
        json_stream.WINDOW = size


@settings(max_examples=share(60), deadline=None)
@given(
    st.integers(1, 40),
    st.integers(0, 39),
    st.sampled_from([b'"\\ud83d"', b"NaN", b'"\xff"', b'"\x01"']),
    st.integers(8, 300),
)
def test_a_sign_that_json_does_not_allow_costs_no_other_entry(
    count: int, at: int, broken: bytes, window: int
) -> None:
    items = [b'{"text": "%d"}' % n for n in range(count)]
    items[at % count] = b'{"text": %b}' % broken
    size, json_stream.WINDOW = json_stream.WINDOW, window
    try:
        found = [
            read_entry(raw, Item) for raw in stream_list(from_bytes(b"[" + b", ".join(items) + b"]", "a.js"))
        ]
    finally:
        json_stream.WINDOW = size
    told = [item.text if item else None for item in found]
    assert told[: at % count] + told[at % count + 1 :] == [str(n) for n in range(count) if n != at % count]


class Usual(msgspec.Struct, forbid_unknown_fields=True):
    item: Item


class Any(Item):
    item: Item | None = None


ITEMS = st.fixed_dictionaries({}, optional={"text": st.text(max_size=8) | st.integers(), "other": VALUES})


@settings(max_examples=share(150), deadline=None)
@given(
    st.lists(st.fixed_dictionaries({"item": ITEMS}) | ITEMS, max_size=12),
    st.sampled_from([None, 2]),
    st.integers(8, 200),
    st.integers(0, 30),
)
def test_entries_in_one_step_are_those_read_one_by_one(
    items: list[dict[str, object]], indent: int | None, window: int, cut: int
) -> None:
    data = json.dumps(items, indent=indent).encode()
    source = from_bytes(data[: len(data) - cut] if cut < 10 else data, "a.js")
    size, json_stream.WINDOW = json_stream.WINDOW, window
    found: list[list[object]] = [[], []]
    told: list[object] = []
    try:
        for read, entries in zip(found, (Entries(source), Entries(source)), strict=True):
            each = entries if read is found[0] else entries.typed(Usual, Any)
            try:
                for entry in each:
                    read.append(read_entry(entry, Any) if isinstance(entry, msgspec.Raw) else entry)
                told.append(entries.skipped)
            except ParseError as error:
                told.append(str(error))
    finally:
        json_stream.WINDOW = size
    assert [getattr(one, "item", None) or one for one in found[0]] == [
        getattr(one, "item", None) or one for one in found[1]
    ]
    assert told[0] == told[1]


def test_an_entry_longer_than_many_windows_is_read_and_so_are_those_beside_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(json_stream, "WINDOW", 64)
    items = [{"text": "x" * length} for length in (3, 5_000, 3, 70, 900, 3)]
    data = json.dumps(items).encode()
    assert [json.loads(bytes(raw)) for raw in stream_list(from_bytes(data, "a.js"))] == items


@pytest.mark.parametrize(
    "data", [b"", b"x = ", b"x = [", b"x = [{}", b'[{"a": 1}, {"b"', b"[{}] trailing", b"[1, 2"]
)
def test_a_list_cut_short_is_an_error_that_names_the_file(data: bytes) -> None:
    with pytest.raises(ParseError, match=r"a\.js is damaged or cut short"):
        list(stream_list(from_bytes(data, "a.js")))


def test_what_stood_before_the_damage_is_given_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "WINDOW", 64)
    data = json.dumps([{"text": "x" * 40}] * 5).encode()[:-3]
    given_before = []
    with pytest.raises(ParseError):
        for raw in stream_list(from_bytes(data, "a.js")):
            given_before.append(raw)
    assert given_before


def test_a_list_of_one_endless_entry_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "LONGEST", 10_000)
    monkeypatch.setattr(json_stream, "WINDOW", 1_000)
    with pytest.raises(ParseError, match="entries"):
        list(stream_list(from_bytes(b"[" + b"[" * 50_000, "a.js")))


def test_a_list_of_endless_entries_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "WINDOW", 64)
    monkeypatch.setattr(json_stream, "MOST_ENTRIES", 10)
    monkeypatch.setattr(json_items, "MOST_OBJECTS", 10)
    source = from_bytes(b"[" + b",".join([b'{"text":"Ash bends."}'] * 50) + b"]", "a.js")
    with pytest.raises(ParseError, match="more than 10 entries"):
        list(stream_list(source))
    with pytest.raises(ParseError, match="more than 10 entries"):
        read_json(source, list[Item])


def test_numbers_may_be_texts() -> None:
    assert read_entry(b'{"text": "a", "count": "3"}', Item) == Item(text="a", count=3)


def test_half_a_sign_and_broken_bytes_are_replaced_not_refused() -> None:
    assert read_entry(b'{"text": "a\\ud83d"}', Item) == Item(text="a?")
    entry = read_entry(b'{"text": "a\xff"}', Item)
    assert entry is not None and entry.text == "a\ufffd"


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"text": 7}', b'{"count": "many"}', b"[" * 100_000])
def test_an_entry_of_another_shape_is_none(data: bytes) -> None:
    assert read_entry(data, Item) is None


def test_a_whole_file_of_another_shape_is_an_error() -> None:
    with pytest.raises(ParseError, match="damaged"):
        read_json(from_bytes(b'{"text": []}', "a.json"), Item)


def test_a_byte_order_mark_is_no_part_of_the_file() -> None:
    assert read_json(from_bytes(b'\xef\xbb\xbf{"text": "a"}', "a.json"), Item) == Item(text="a")


@pytest.mark.parametrize(
    ("head", "keys"),
    [
        (b' [ {"media": [{"uri": "a"}], "title": "b"}, {', {"media", "title"}),
        (b'[{"timestamp": 1, "data": [{"post": "very long', {"timestamp"}),
        (b'{"media": 1}', set()),
        (b"[1, 2]", set()),
        (b"\xff\xfe", set()),
    ],
)
def test_the_keys_of_the_first_entry_tell_the_format(head: bytes, keys: set[str]) -> None:
    assert first_keys(head) == keys
