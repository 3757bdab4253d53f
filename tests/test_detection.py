"""Each file is claimed by its own format and by no other."""

import json
from pathlib import Path

import pytest

from handover.read import UPDATE_FORMATS
from handover.read.search import ArchiveFormat
from handover.read.source import Source, open_source

DATA = Path(__file__).parent / "data" / "updates"
ENDING = ".expected.json"
PAIRS = sorted(DATA.glob(f"*{ENDING}"))
LAST = UPDATE_FORMATS[-1].name  # takes every table that no other knows


def claims(source: Source) -> set[str]:
    """Every format that would read something in `source`, the one for tables of no known make aside."""
    files = source.children if source.is_container else (source,)
    found: set[str] = set()
    bundled: set[int] = set()
    for format_ in UPDATE_FORMATS:
        if isinstance(format_.reader, ArchiveFormat):
            bundles = format_.reader.gather(files)
            bundled |= {id(file) for bundle in bundles for file in (*bundle.files, *bundle.idle)}
            found |= {format_.name} if bundles else set()
            assert format_.reader.accepts(source) == bool(bundles)
    for format_ in UPDATE_FORMATS[:-1]:
        if not isinstance(format_.reader, ArchiveFormat):
            rest = [file for file in files if id(file) not in bundled]
            found |= {format_.name} if any(format_.reader.accepts(file) for file in rest) else set()
    return found


@pytest.mark.parametrize("expected", PAIRS, ids=lambda path: path.name.removesuffix(ENDING))
def test_a_file_is_claimed_by_its_own_format_and_by_no_other(expected: Path) -> None:
    wanted = set(json.loads(expected.read_text("utf-8")).get("formats", ())) - {LAST}
    source = open_source(expected.with_name(expected.name.removesuffix(ENDING)))
    found = claims(source)
    assert found == wanted or (not wanted and len(found) <= 1)  # what is refused may be recognised first


def test_every_format_of_a_download_has_a_sample() -> None:
    shown = {name for path in PAIRS for name in json.loads(path.read_text("utf-8")).get("formats", ())}
    downloads = {format_.name for format_ in UPDATE_FORMATS if isinstance(format_.reader, ArchiveFormat)}
    assert downloads - shown == set()


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"[{}]", b"\x00" * 600, b"PK\x03\x04", b"\x1f\x8b\x08", b"<html>"]
)
def test_nothing_but_the_format_for_tables_claims_an_empty_shell(data: bytes, tmp_path: Path) -> None:
    for name in (
        "posts_1.json",
        "outbox.json",
        "tweets.js",
        "user_data.json",
        "repo.car",
        "your_posts_1.json",
    ):
        path = tmp_path / name
        path.write_bytes(data)
        assert not any(format_.reader.accepts(open_source(path)) for format_ in UPDATE_FORMATS[:-1])
