"""What earlier runs wrote into a folder, as `.handover.json` beside their files tells."""

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path

MANIFEST = ".handover.json"


def written_in(folder: Path) -> Mapping[Path, str]:
    """The files that runs wrote into a folder and those below it, with the SHA-256 of each; {} for none."""
    found: dict[Path, str] = {}
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        files = json.loads((folder / MANIFEST).read_bytes())["files"]
        found |= {folder / str(name): str(entry.get("sha256", "")) for name, entry in files.items()}
    return found


def pictures_in(folder: Path) -> Mapping[str, Path]:
    """The originals that a run copied into a folder, by what `model.media.shows` says of them; {} for none.

    The manifest lies where anybody may write to it: a file elsewhere is none of them. What it says of two
    files is said of neither.
    """
    found: dict[str, Path] = {}
    twice: set[str] = set()
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        home = folder.resolve()
        for name, entry in json.loads((folder / MANIFEST).read_bytes())["files"].items():
            place = folder / str(name)
            told = str(entry.get("shows", ""))
            if told and place.is_file() and place.resolve().is_relative_to(home):
                lines = told.split("\n")
                twice |= found.keys() & set(lines)
                found |= dict.fromkeys(lines, place)
    return {line: place for line, place in found.items() if line not in twice}


def written_as(path: Path) -> str:
    """The SHA-256 of a file as a run wrote it; "" for one that none has written."""
    place = path.absolute()
    for folder in (place.parent, place.parent.parent):
        if told := written_in(folder).get(place):
            return told
    return ""
