"""What is sent beside the letter, as one file."""

import zipfile
from pathlib import Path

from handover import write_handover
from handover.write import WRITERS
from tests.made import make_handover

FORMATS = tuple(name for name in WRITERS if name != "pdf")  # which LibreOffice makes of the document


def test_the_zip_holds_what_may_be_sent_but_the_letter_and_is_the_same_each_time(tmp_path: Path) -> None:
    handover = make_handover(rich=True)
    zips = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        written = write_handover(handover, folder, formats=FORMATS, zip=True)
        zips.append(written.files["zip"])
    there = {
        path.relative_to(tmp_path / "a").as_posix(): path.read_bytes()
        for path in (tmp_path / "a").rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    letters = {name for name in there if "-farewell." in name}
    apart = letters | {name for name in there if name.startswith("for-you/")} | {zips[0].name}
    assert len(letters) == 2 and len(apart) > 5
    with zipfile.ZipFile(zips[0]) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            name: data for name, data in there.items() if name not in apart
        }
    assert zips[0].read_bytes() == zips[1].read_bytes()
    assert zips[0].name == "tidewell-garden-studio-handover.zip"


def test_an_older_zip_goes_when_the_files_in_it_are_made_anew_without_one(tmp_path: Path) -> None:
    older = write_handover(make_handover(), tmp_path, formats=("xlsx",), zip=True).files["zip"]
    assert older.exists()
    written = write_handover(make_handover(), tmp_path, formats=("xlsx",), overwrite=True)
    assert "zip" not in written.files and not older.exists()


def test_an_older_zip_that_was_changed_by_hand_stays(tmp_path: Path) -> None:
    older = write_handover(make_handover(), tmp_path, formats=("xlsx",), zip=True).files["zip"]
    with zipfile.ZipFile(older, "a") as archive:
        archive.writestr("more.txt", "put in by hand")
    write_handover(make_handover(), tmp_path, formats=("xlsx",))
    assert older.exists()


def test_without_a_format_to_send_there_is_no_word_of_hers_in_the_zip(tmp_path: Path) -> None:
    written = write_handover(make_handover(), tmp_path, formats=("eml",), zip=True)
    assert zipfile.ZipFile(written.files["zip"]).namelist() == []


def test_files_of_an_earlier_build_in_other_formats_are_named(tmp_path: Path) -> None:
    write_handover(make_handover(), tmp_path, formats=("xlsx", "html", "csv", "eml"))
    again = write_handover(make_handover(), tmp_path, formats=("xlsx",))
    (notice,) = (str(one.text) for one in again.notices if "earlier build" in one.text)
    assert all(name in notice for name in ("preview.html", "farewell.eml", "next-tool"))
    assert "library.xlsx" not in notice and "for-you" not in notice
    whole = write_handover(make_handover(), tmp_path, formats=("xlsx", "html", "csv", "eml"))
    assert not any("earlier build" in one.text for one in whole.notices)
