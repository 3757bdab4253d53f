"""What a searched folder holds of an earlier run of ours: only its workbooks are an input again."""

from collections.abc import Iterator
from pathlib import Path

from handover.later import pattern
from handover.read.manifest import written_in
from handover.read.source import Source
from handover.read.updates.workbook import is_workbook_of_ours

# An edited workbook that a later run has read and put by: "plan (edited 2026-11-29 2).xlsx".
PUT_BY = pattern(r" \(edited \d{4}-\d\d-\d\d(?: \d+)?\)\.xlsx")


def without_ours(source: Source) -> list[Source]:
    """What a folder or archive holds, without the files of an earlier run but its workbooks."""
    made = made_by_runs(source)
    return [child for child in source.children if not _is_made(child, made) and not _is_put_by(child)]


def made_by_runs(source: Source) -> set[Path]:
    """The files of a folder that runs wrote."""
    return {path.resolve() for path in _made(source)}


def _is_made(child: Source, made: set[Path]) -> bool:
    if not made or child.path is None or child.path.resolve() not in made:
        return False
    return not (child.name.endswith(".xlsx") and is_workbook_of_ours(child))


def _is_put_by(child: Source) -> bool:
    return PUT_BY.search(child.name) is not None and is_workbook_of_ours(child)


def _made(source: Source) -> Iterator[Path]:
    """The files that runs have named: in this folder, in those inside it, in the one that it lies in."""
    folders = {child.path.parent for child in source.children if child.path}
    if source.path and source.is_folder:
        between = {above for folder in folders for above in folder.parents if source.path in above.parents}
        folders |= {source.path, source.path / "..", *between}
    for folder in folders:
        yield from written_in(folder)
