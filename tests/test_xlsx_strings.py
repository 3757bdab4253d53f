"""Texts that are met once stand in a workbook as if they had been looked up like all others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.columns.memory import pack
from handover.write.xlsx import strings as module
from handover.write.xlsx.cells import RowWriter
from handover.write.xlsx.strings import Once, Strings

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
