"""Rows that were left out one after another."""

from collections.abc import Sequence
from dataclasses import replace

from handover.model import Said, Skipped, Unstopped


def joined(skipped: Sequence[Skipped]) -> list[Skipped]:
    """One `Skipped` for rows that follow one another and were left out for the same reason."""
    found: list[list[Skipped]] = []
    for one in skipped:
        last = found[-1][-1] if found else None
        if last and last.reason == one.reason and last.line is not None and one.line == last.line + 1:
            found[-1].append(one)
        else:
            found.append([one])
    return [run[0] if len(run) == 1 else _as_one(run) for run in found]


def _as_one(run: Sequence[Skipped]) -> Skipped:
    reason = Said(
        "{reason} (rows {first} to {last}).",
        reason=Unstopped(run[0].reason),
        first=str(run[0].line),
        last=str(run[-1].line),
    )
    return replace(run[0], reason=reason)
