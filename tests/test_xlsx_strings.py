"""What is written in one go stands in a workbook as if it had been written cell by cell."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.columns.memory import pack
from handover.write.xlsx import strings as module
from handover.write.xlsx.cells import RowWriter
from handover.write.xlsx.strings import Once, Strings
from handover.write.xlsx.values import Formula, Text, Value, opening, serial

RECORDS = st.lists(
    st.lists(st.text("ab&<_x0041é\U0001f600", max_size=8), min_size=1, max_size=3).map(lambda r: pack([*r])),
    min_size=1,
    max_size=12,
    unique_by=tuple,
)


def looked_up(strings: Strings, records: list[list[str]]) -> str:
    """The rows as they are written where every text is looked up."""
    return "".join(
        xml
        for at, cells in enumerate(records, 1)
        for xml in RowWriter([0] * len(cells), strings, 0).rows([cells], at, 15)
    )


@given(st.lists(st.text("ab", max_size=2), max_size=4), RECORDS, st.integers(0, 11))
def test_records_stand_as_if_they_were_looked_up(
    before: list[str], records: list[list[str]], known: int
) -> None:
    slow, fast = Strings(), Strings()
    for text in (*before, *records[known % len(records)]):  # a cell may hold the words of a record
        slow.number(text)
        fast.number(text)
    once = Once(fast, records)
    assert "".join(once.rows()) == looked_up(slow, records)
    assert "".join(fast.xml()) == "".join(slow.xml())
    assert once.last_cell == f"A{len(records)}"


@pytest.mark.parametrize("chunk", [7, 40])
def test_a_record_of_several_cells_is_one_row(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handover.columns.memory.CHUNK", chunk)
    records = [pack(["update", str(n), "x" * n]) for n in range(30)]
    slow, fast = Strings(), Strings()
    once = Once(fast, records)
    shown = looked_up(slow, records)
    assert len(slow) == len({text for cells in records for text in cells})
    assert "".join(once.rows()).count("<c ") == shown.count("<c ") == sum(map(len, records))
    assert once.last_cell == f"{'ABCDEFGHIJ'[max(map(len, records)) - 1]}30"
    assert "".join(fast.xml()).count("<si>") == once.count


def test_more_than_fits_into_memory_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_KEPT", 50)
    monkeypatch.setattr(module, "_BLOCK", 7)
    monkeypatch.setattr(module, "_AT_ONCE", 3)
    records = [pack(["word", f"a & b {n}"]) for n in range(20)]
    slow, fast = Strings(), Strings()
    Once(fast, records)
    looked_up(slow, records)
    assert "".join(fast.xml()) == "".join(slow.xml())


MOMENTS = st.datetimes(timezones=st.just(dt.UTC)) | st.datetimes()
KINDS: tuple[st.SearchStrategy[Value], ...] = (
    st.text("ab&_x0041é", max_size=5),
    st.builds(opening, st.text("ab", max_size=2), st.sampled_from(["https://a.example/x?a&b#c", "", "x"])),
    st.integers(-5, 5),
    MOMENTS,
    st.builds(Formula, st.sampled_from(["1<2", "A1&B1"]), st.integers(0, 3)),
    st.none(),
)
COLUMNS = st.sampled_from(KINDS).flatmap(lambda kind: st.lists(kind, min_size=4, max_size=4))


@given(st.lists(COLUMNS | st.lists(st.one_of(*KINDS), min_size=4, max_size=4), min_size=1, max_size=4))
def test_a_column_of_one_kind_is_written_as_a_mixed_one(columns: list[list[Value]]) -> None:
    def written(mixed: list[Value]) -> tuple[list[str], list[tuple[str, str, str]]]:
        writer = RowWriter([7] * len(columns), Strings(), 3)
        rows = [*zip(*columns, strict=True), *([[one] * len(columns) for one in mixed])]
        xml = "".join(writer.rows(rows, 1, 15))
        return re.findall("<row .*?</row>", xml)[:4], writer.links

    # None of these has a text or a link; behind them no column is of one kind.
    assert written([]) == written([None, 1, 0.5])


@given(MOMENTS)
def test_a_moment_is_the_milliseconds_since_excels_first_day(moment: dt.datetime) -> None:
    since = moment.replace(tzinfo=None) - dt.datetime(1899, 12, 30)
    whole = since.days * 86_400_000 + since.seconds * 1_000 + round(since.microseconds / 1_000)
    assert serial(moment) == (whole / 86_400_000 if whole >= 61 * 86_400_000 else None)


@pytest.mark.parametrize("text", ["", "x"])
def test_an_address_beyond_the_most_links_is_plain_text(text: str) -> None:
    writer = RowWriter([0], Strings(), 1)
    rows = [[Text(text, "https://a.example/", ("https://a.example/", ""))]] * 3
    assert "".join(writer.rows(rows, 1, 15)).count('t="s"') == (3 if text else 0)
    assert (writer.links, writer.plain) == ([("A1", "https://a.example/", "")], 2)
