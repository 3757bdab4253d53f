"""One update or two: made-up scenes, each read from real files."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from handover import read_updates
from tests.merge_scenes import SCENES, Row, Scene


def write(path: Path, rows: Sequence[Row]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
@pytest.mark.parametrize("order", [1, -1], ids=["as given", "turned round"])
def test_as_many_updates_as_there_are(tmp_path: Path, scene: Scene, order: int) -> None:
    files = [write(tmp_path / f"{n}.csv", rows) for n, rows in enumerate(scene.sources)]
    found = read_updates(files[::order], timezone="UTC").items
    assert len(found) == scene.want, [(u.text, u.posted_at, u.links, u.permalink) for u in found]
