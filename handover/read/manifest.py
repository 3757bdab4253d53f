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


def written_as(path: Path) -> str:
    """The SHA-256 of a file as a run wrote it; "" for one that none has written."""
    place = path.absolute()
    for folder in (place.parent, place.parent.parent):
        if told := written_in(folder).get(place):
            return told
    return ""
