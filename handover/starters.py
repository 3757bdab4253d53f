"""What a user starts from: files to fill in."""

import os
from collections.abc import Callable
from pathlib import Path

from handover.details import write_example
from handover.errors import OutputError
from handover.model import DETAILS_FILE, Said
from handover.write.disk import explained
from handover.write.docx import write_template, write_variables
from handover.write.xlsx.blank import write_blank_sheet


def write_starters(folder: str | Path, *, language: str = "en", template: bool = False) -> tuple[Path, ...]:
    """Write what a user starts from: `handover.toml`, `updates.xlsx` and, on request, the Word template.

    Where a template is asked for in a folder that has its `handover.toml`, the template alone is written.
    Raises OutputError when one of the files to be written is already there; then none is written.
    """
    place = Path(folder)
    starters: dict[str, Callable[[Path], object]] = {
        DETAILS_FILE: lambda path: write_example(path, language=language),
        "updates.xlsx": lambda path: write_blank_sheet(path, language=language),
    }
    if template:
        if os.path.lexists(place / DETAILS_FILE):
            starters = {}
        starters["handover-template.docx"] = lambda path: write_template(path, language=language)
        starters["handover-template-variables.txt"] = lambda path: write_variables(path, language=language)
    for name in starters:
        if os.path.lexists(place / name):
            raise OutputError(
                Said("{file} is already there.", file=str(place / name)),
                path=str(place / name),
                hint=Said("Nothing was written. Choose another folder, or move the file away first."),
            )
    with explained(place):
        place.mkdir(parents=True, exist_ok=True)
        for name, write in starters.items():
            write(place / name)
    return tuple(place / name for name in starters)
