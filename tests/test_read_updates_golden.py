"""Every pair in tests/data/updates: a file as a network or person makes it, and what must be read from it.

A pair is `<case>.<ending>` (or a folder `<case>`) and `<name>.expected.json` beside it:

    {"options": {"timezone": "Europe/Berlin"},     what read_updates is given besides; default: UTC
     "formats": ["Buffer"],                        the formats that claimed it
     "updates": [{...}],                           every field that is not its default
     "skipped": [[5, "reason"]], "notices": ["text"]}

or {"error": "...", "hint": "..."} for a file that is refused. To write what is read now, for looking over:

    python -m tests.test_read_updates_golden tests/data/updates/<name> ...
"""

import dataclasses
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from handover.errors import HandoverError
from handover.model import Update
from handover.read import read_updates

DATA = Path(__file__).parent / "data" / "updates"
ENDING = ".expected.json"
PAIRS = sorted(DATA.glob(f"*{ENDING}"))


def read(path: Path, options: dict[str, Any]) -> dict[str, Any]:
    """What is read from `path`, as JSON has it."""
    try:
        updates = read_updates(path, **{"timezone": "UTC", **options})
    except HandoverError as error:
        return {"error": _here(error.message, path), "hint": _here(error.hint, path)}
    return {
        "formats": [source.format for source in updates.sources],
        "updates": [as_json(update, path) for update in updates.items],
        "skipped": [[skipped.line, _here(skipped.reason, path)] for skipped in updates.skipped],
        "notices": [_here(notice.text, path) for notice in updates.notices],
    }


def as_json(update: Update, path: Path) -> dict[str, Any]:
    """Every field that is not its default, in the order of the type."""
    told: dict[str, Any] = {}
    for field in dataclasses.fields(update):
        value = getattr(update, field.name)
        if field.name == "id" or not field.compare or not value or value == field.default:
            continue
        told[field.name] = value
    if update.state == "published":  # where no day is to come, nothing hangs on who said so
        told.pop("assumed", None)
    if update.posted_at:
        told["posted_at"] = update.posted_at.isoformat().replace("+00:00", "Z")
    if any(media.alt for media in update.media):
        told["media"] = [[media, media.alt] if media.alt else media for media in update.media]
    if update.origin:
        told["origin"] = [_here(update.origin.file, path), update.origin.sheet, update.origin.row]
    # The name of a tab stands in the origin already.
    told["near"] = [[n.where, n.word, *([] if n.sure else ["?"])] for n in update.near if n.where != "sheet"]
    if not told["near"]:
        del told["near"]
    if update.placed is not None:
        placed = map(dataclasses.asdict, update.placed)
        told["placed"] = [{k: v for k, v in place.items() if v or k != "kept"} for place in placed]
    return json.loads(json.dumps(told))  # type: ignore[no-any-return]


def _here(text: str, path: Path) -> str:
    return text.replace(str(path), path.name)


def _source_of(expected: Path) -> Path:
    return expected.with_name(expected.name.removesuffix(ENDING))


@pytest.mark.parametrize("expected", PAIRS, ids=lambda path: path.name.removesuffix(ENDING))
def test_a_file_gives_the_updates_that_stand_beside_it(expected: Path) -> None:
    wanted = json.loads(expected.read_text("utf-8"))
    options = wanted.pop("options", {})
    assert read(_source_of(expected), options) == wanted


def test_every_file_has_its_expectation() -> None:
    files = {path.name for path in DATA.iterdir() if not path.name.endswith(ENDING)}
    assert files == {_source_of(path).name for path in PAIRS}


def main(names: list[str]) -> None:
    """Write what is read now beside each file, keeping its options."""
    for name in names:
        path = Path(name)
        expected = path.with_name(path.name + ENDING)
        options = json.loads(expected.read_text("utf-8")).get("options", {}) if expected.exists() else {}
        told = {**({"options": options} if options else {}), **read(path, options)}
        expected.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
