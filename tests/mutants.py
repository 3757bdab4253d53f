"""Slips put into a module, one at a time: which of them do its tests let live?

python -m tests.mutants handover/pair/title_rules.py --sample 20

Each is one sign of the code: a comparison turned or moved by one, `and` for `or`, a number one more or
less, a `not` left out, a `continue` that goes on. The tests are those that `tests.mirrors` names. What lives
is printed with its line, for a person to judge: some change nothing that anybody could see. It works in a
copy of the project, and stops when its time is up.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.mirrors import HERE, PACKAGE, files_for

PROJECT = HERE.parent
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__")
PATIENCE = 5  # times as long as the tests take on the sound code: then they go on for ever
TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module's source with one slip in it."""

    line: int
    slip: str  # "x < 2 -> x <= 2"
    source: str


def mutants_of(source: str) -> list[Mutant]:
    """Every slip of the kinds above, in the order of the lines. What only mypy reads has none."""
    text = source.encode()
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found = []
    for node in _places(ast.parse(source)):
        if node.end_lineno is None or node.end_col_offset is None:
            continue
        start = starts[node.lineno - 1] + node.col_offset
        end = starts[node.end_lineno - 1] + node.end_col_offset
        for slip in _slips(node):
            put = f"({slip})" if isinstance(node, ast.expr) else slip
            whole = b"".join((text[:start], put.encode(), text[end:])).decode()
            found.append(Mutant(node.lineno, f"{ast.unparse(node)} -> {slip}", whole))
    return sorted(found, key=lambda mutant: mutant.line)


def _places(node: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """What may be changed: expressions and statements without types, documentation and patterns of text."""
    if isinstance(node, ast.expr | ast.stmt):
        yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list") or isinstance(node, ast.JoinedStr):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _places(child)


def _slips(node: ast.expr | ast.stmt) -> Iterator[str]:
    match node:
        case ast.Compare(left=left, ops=[op], comparators=right):
            yield ast.unparse(ast.Compare(left, [TURNED[type(op)]()], right))
        case ast.BoolOp(op=op, values=values):
            yield ast.unparse(ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values))
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield ast.unparse(operand)
        case ast.Constant(value=int() | float() as value) if not isinstance(value, bool):
            yield from (repr(value + 1), repr(value - 1))
        case ast.Continue():
            yield "pass"


class Copy:
    """A copy of the project in which a module is spoilt, and its tests are asked.

    `project` needs a folder of tests and a package; `tests` are paths from there.
    """

    def __init__(self, project: Path, folder: Path, tests: Sequence[str]) -> None:
        shutil.copytree(project, folder, ignore=NOT_COPIED, dirs_exist_ok=True)
        self._folder = folder
        self._tests = tests
        self._environment = {**os.environ, "CI": "1"}
        self._patience: float | None = None
        began = time.monotonic()
        if not self._passes():  # writes the byte code of what stays sound, too
            raise SystemExit(f"{' '.join(tests)}: fails, or tries nothing, without any slip.")
        self._patience = PATIENCE * (time.monotonic() - began)
        self._environment["PYTHONDONTWRITEBYTECODE"] = "1"

    def lives(self, module: str, mutant: Mutant) -> bool:
        """Whether all tests pass with this slip in the module, a path from the project."""
        path = self._folder / module
        sound = path.read_text(encoding="utf-8")
        for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
            compiled.unlink()
        path.write_text(mutant.source, encoding="utf-8")
        try:
            return self._passes()
        finally:
            path.write_text(sound, encoding="utf-8")

    def _passes(self) -> bool:
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-x",
            "-n",
            "0",
            "-p",
            "no:cacheprovider",
            *self._tests,
        ]
        try:
            done = subprocess.run(
                command, cwd=self._folder, env=self._environment, capture_output=True, timeout=self._patience
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0


def _seconds_used() -> float:
    """Of the processor, by all the tests that ran."""
    times = os.times()
    return times.children_user + times.children_system


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description="Which slips live?")
    parser.add_argument("modules", nargs="+", type=Path, metavar="MODULE")
    parser.add_argument("--sample", type=int, help="how many are tried; without it, all")
    parser.add_argument("--seed", type=int, default=0, help="another number, another sample")
    parser.add_argument("--minutes", type=float, default=12, help="of the processor, after which it stops")
    asked = parser.parse_args(arguments)
    paths = [path.resolve().relative_to(PROJECT) for path in asked.modules]
    drawn = [(path, m) for path in paths for m in mutants_of((PROJECT / path).read_text(encoding="utf-8"))]
    if asked.sample is not None and asked.sample < len(drawn):
        drawn = random.Random(asked.seed).sample(drawn, asked.sample)
    tried = lived = 0
    for path in paths:
        mine = sorted((m for other, m in drawn if other == path), key=lambda mutant: mutant.line)
        if not mine or _seconds_used() > 60 * asked.minutes:
            continue
        module = (PROJECT / path).relative_to(PACKAGE).with_suffix("").as_posix().removesuffix("/__init__")
        tests = [f"tests/test_{file}.py" for file in files_for(module)]
        with tempfile.TemporaryDirectory() as folder:
            copy = Copy(PROJECT, Path(folder), tests)
            for mutant in mine:
                if _seconds_used() > 60 * asked.minutes:
                    break
                tried += 1
                if copy.lives(path.as_posix(), mutant):
                    lived += 1
                    sys.stdout.write(f"{path.as_posix()}:{mutant.line}: {mutant.slip}\n")
                    sys.stdout.flush()
    sys.stdout.write(f"{lived} of {tried} live ({len(drawn) - tried} not tried)\n")


if __name__ == "__main__":
    main()
