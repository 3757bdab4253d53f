"""A table whose header is known: a wrong word in the description of one turns a test red."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from handover.networks import NETWORKS
from handover.read import updates
from handover.read.source import open_source
from handover.read.updates.tables.files.sheets import header_of, sheets_of
from handover.read.updates.tables.header.aliases import ALIASES, FIGURES
from handover.read.updates.tables.header.layout import Layout
from handover.read.updates.tables.header.user_map import spelled

DATA = Path(__file__).parent / "data" / "updates"
TABLES = (".csv", ".tsv", ".txt", ".xls", ".xlsx")


# Headers that the makers' pages name and no sample of ours has; all are left out but those of tags.
UNSEEN = {
    *(
        "universal video id",
        "board id",
        "list id",
        "checklists",
        "attachment links",
        "due reminder",
        "blocked by",
    ),
    *("pinterest board", *(f"tag {n}" for n in range(1, 51))),
}


def layouts() -> dict[str, Layout]:
    """Every layout of the package, by the module and the name it has there."""
    found = {}
    for module in pkgutil.walk_packages(updates.__path__, f"{updates.__name__}."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, Layout):
                found[f"{module.name.removeprefix(updates.__name__ + '.')}.{name}"] = value
    return found


def module_of(name: str) -> str:
    return name.rpartition(".")[0]


LAYOUTS = layouts()


@cache
def headers() -> tuple[frozenset[str], ...]:
    """The first rows of all samples, as headers are compared."""
    samples = [open_source(path) for path in sorted(DATA.iterdir()) if path.suffix in TABLES]
    tables = [table for sample in samples for table in sheets_of(sample)]
    return tuple(header_of(cells) for table in tables for _, cells in table.rows[:15])


def told_wrongly(layout: Layout, finish: str) -> set[str]:
    """What a layout says of a column that nothing takes; `finish`: the code for what stands aside."""
    kept = {
        node.value
        for node in ast.walk(ast.parse(finish))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    known = {
        *ALIASES,
        "",
        *(f"text@{network}" for network in NETWORKS),
        *(f"figure:{name}" for name in FIGURES),
        *(f"aside:{name}" for name in kept),
        *(f"aside:alt{n}" for n in range(1, 11) if "alt" in kept),
    }
    return {field for field in layout.columns.values() if field not in known}


def unspelled(layout: Layout) -> set[str]:
    """Headers that are not written as they are compared, and so are never met."""
    named = {*layout.columns, *layout.without, *(word for proof in layout.proof for word in proof)}
    return {word for word in named if spelled(word) != word}


def unmet(layouts: Iterable[Layout], seen: tuple[frozenset[str], ...]) -> set[str]:
    """Headers in proofs and columns that no sample has; layouts of one module may share their columns."""
    proofs = {proof for layout in layouts for proof in layout.proof}
    own = [header for header in seen if any(proof <= header for proof in proofs)]
    named = {word for words in (*proofs, *(layout.columns for layout in layouts)) for word in words}
    return named - frozenset[str]().union(*own)


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_column_of_a_layout_is_a_field_that_there_is(name: str) -> None:
    module = importlib.import_module(f"{updates.__name__}.{module_of(name)}")
    assert told_wrongly(LAYOUTS[name], inspect.getsource(module)) == set()


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_header_of_a_layout_is_written_as_it_is_compared(name: str) -> None:
    assert unspelled(LAYOUTS[name]) == set()


@pytest.mark.parametrize("module", sorted({module_of(name) for name in LAYOUTS}))
def test_every_header_and_every_proof_of_a_layout_is_met_in_a_sample(module: str) -> None:
    together = [layout for name, layout in LAYOUTS.items() if module_of(name) == module]
    assert unmet(together, headers()) - UNSEEN == set()
    for proof in (proof for layout in together for proof in layout.proof):
        assert any(proof <= header for header in headers()), proof


def test_every_network_a_layout_names_is_one() -> None:
    assert {layout.network for layout in LAYOUTS.values()} - {"", *NETWORKS} == set()


def test_a_slip_in_a_layout_would_be_found() -> None:
    header = frozenset({"post", "when"})
    for field in ("txt", "text@myspace", "figure:hearts", "aside:nobody", "Text", "post text"):
        slip = Layout(proof=(header,), columns={"post": field, "when": "date"})
        assert told_wrongly(slip, "record.aside['id']") == {field}
    assert told_wrongly(Layout(proof=(header,), columns={"post": "aside:id"}), "record.aside['id']") == set()
    assert unspelled(Layout(proof=(frozenset({"Post"}),), columns={"on-time": "date"})) == {"Post", "on-time"}
    assert unmet([Layout(proof=(header,), columns={"pots": "text"})], (header,)) == {"pots"}
    assert unmet([Layout(proof=(frozenset({"pots", "when"}),))], (header,)) == {"pots", "when"}
