"""Every format of feed and export: what is read is what `<case>.expected.json` says."""

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from handover.model import Feed
from handover.read import read_feed

DATA = Path(__file__).parent / "data" / "feeds"
CASES = sorted(path for path in DATA.iterdir() if not path.name.endswith(".expected.json"))


def told(feed: Feed) -> dict:
    """The feed as JSON: only what is there, times as text, places without the folder."""

    def plain(value):
        if isinstance(value, dict):
            return {key: plain(inner) for key, inner in value.items() if inner not in ("", (), [], None)}
        if isinstance(value, tuple | list):
            return [plain(inner) for inner in value]
        if hasattr(value, "isoformat"):
            return value.isoformat()
        return value.replace(f"{DATA}/", "").replace(f"{DATA}\\", "") if isinstance(value, str) else value

    return plain(asdict(feed))


@pytest.mark.parametrize("path", CASES, ids=[path.name for path in CASES])
def test_a_feed_is_read_as_expected(path):
    expected = json.loads((DATA / f"{path.name}.expected.json").read_text(encoding="utf-8"))
    assert told(read_feed(path)) == expected
