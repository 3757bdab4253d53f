"""Bytes out of files, folders and archives: bounded, and never written anywhere."""

import gzip
import io
import os
import tarfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handover.errors import HandoverError, ParseError, SourceError
from handover.read import containers, source
from handover.read.source import Source, from_bytes, open_source
from tests.changed import zip_of
from tests.extent import share


def tar_of(files: dict[str, bytes], *, packed: bool = True) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return gzip.compress(buffer.getvalue()) if packed else buffer.getvalue()


FILES = {"data/b.csv": b"b", "a.json": b"a" * 70_000, "pictures/c.jpg": b"c"}


@pytest.mark.parametrize(
    "data", [zip_of(FILES), tar_of(FILES), tar_of(FILES, packed=False)], ids=["zip", "tar.gz", "tar"]
)
def test_an_archive_gives_its_files_in_order_of_name(data: bytes) -> None:
    members = from_bytes(data, "a.zip").members
    assert [member.name for member in members] == sorted(FILES)
    assert {member.name: member.read() for member in members} == FILES
    assert members[0].location == "a.zip › a.json"
    assert members[0].head == b"a" * len(members[0].head)


def test_a_folder_gives_its_files_and_passes_over_hidden_ones(tmp_path: Path) -> None:
    for name in ("b/c.csv", "a.json", ".git/config", ".DS_Store", "b/Thumbs.db", "b/._c.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert [child.name for child in open_source(tmp_path).children] == ["a.json", "b/c.csv"]


def test_a_folder_given_by_its_place_in_the_shell_bears_its_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "tern" / "plans"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    assert [open_source(path).location for path in (".", "..")] == [str(inside), str(inside.parent)]


def test_archives_within_archives_are_opened_to_a_limit() -> None:
    data = b"found"
    for depth in range(source.MAX_DEPTH + 2):
        data = zip_of({f"{depth}.zip" if depth else "plan.csv": data})
        last = from_bytes(data, "outer.zip").members[0]
        assert last.name.endswith("plan.csv") == (depth < source.MAX_DEPTH)


def test_a_member_deep_inside_is_named_by_the_whole_way() -> None:
    (member,) = from_bytes(zip_of({"in/inner.zip": zip_of({"plan.csv": b"x"})}), "outer.zip").members
    assert member.location == "outer.zip › in/inner.zip › plan.csv"


def test_a_workbook_or_document_is_a_file_and_no_archive() -> None:
    assert not from_bytes(zip_of({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "a.xlsx").is_container
    assert not from_bytes(
        zip_of({"mimetype": b"application/vnd.oasis.opendocument.text"}), "a.odt"
    ).is_container


def test_a_file_packed_alone_is_no_archive() -> None:
    assert not from_bytes(gzip.compress(b"Date,Text\n"), "plan.csv.gz").is_container


def test_a_member_made_to_explode_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "SPARE", 100_000)
    bomb = from_bytes(zip_of({"tweets.js": b"0" * 30_000_000}), "bomb.zip").members[0]
    with pytest.raises(ParseError, match="more than 150 times its size"):
        bomb.read()


def test_a_tar_made_to_explode_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "SPARE", 100_000)
    with pytest.raises(ParseError, match="more than 150 times its size"):
        _ = from_bytes(tar_of({"a.json": b"0" * 30_000_000}), "bomb.tar.gz").members


def test_a_file_larger_than_the_limit_is_refused() -> None:
    with pytest.raises(ParseError, match="larger than"):
        from_bytes(b"x" * 2_000_000, "a.json").read(1_000_000)


def test_a_large_text_of_a_tar_is_read_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "SPARE", 10_000)
    members = from_bytes(tar_of({"a.json": os.urandom(40_000), "b.json": b"b"}), "a.tar.gz").members
    assert [len(member.read()) for member in members] == [40_000, 1]


def test_pictures_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    child = from_bytes(zip_of(FILES), "a.zip").children[-1]
    assert child.is_media
    assert "head" not in vars(child)


@pytest.mark.usefixtures("an_ordinary_user")
def test_a_folder_that_may_not_be_opened_costs_itself_only(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir()
    (tmp_path / "a.csv").write_text("x")
    (tmp_path / "shut").chmod(0)
    shut = open_source(tmp_path).children[-1]
    (tmp_path / "shut").chmod(0o700)
    assert shut.name == "shut"
    with pytest.raises(SourceError):
        shut.read()


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x")
    try:
        (tmp_path / "self").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    assert [child.name for child in open_source(tmp_path).children] == ["a.csv"]


def read_all(one: Source) -> None:
    for member in one.members or (one,):
        _ = member.head
        member.read(10_000_000)


@settings(max_examples=share(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([zip_of(FILES), tar_of(FILES), tar_of(FILES, packed=False)]), st.data())
def test_a_damaged_archive_gives_an_error_of_ours_or_is_read(whole: bytes, data: st.DataObject) -> None:
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)) | st.just(len(whole)))
    try:
        read_all(from_bytes(bytes(damaged[:cut]), "a.zip"))
    except HandoverError as error:
        assert error.hint


@settings(max_examples=share(100), deadline=None)
@given(st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08\x00"]), st.binary(max_size=700))
def test_any_bytes_give_an_error_of_ours_or_are_read(start: bytes, rest: bytes) -> None:
    try:
        read_all(from_bytes(start + rest, "a"))
    except HandoverError as error:
        assert error.hint


def test_the_limits_stand_in_one_place() -> None:
    assert source.MAX_RATIO is containers.MAX_RATIO


def test_a_picture_that_is_named_by_its_content_is_not_held_in_memory() -> None:
    blob = f"blobs/bafkrei{'c' * 53}"
    members = {
        one.name: one for one in from_bytes(tar_of({blob: b"JPEG", "a.csv": b"A"}), "a.tar.gz").members
    }
    assert [members[name].is_media for name in (blob, "a.csv")] == [True, False]
    assert isinstance(members["a.csv"].open(), io.BytesIO)
    assert not isinstance(members[blob].open(), io.BytesIO)
