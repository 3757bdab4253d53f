"""The manager's files and messages are in her own language, the client's in that of the documents."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from handover.details import read_details
from handover.errors import DetailsError
from handover.model import Handover, Unpaired, Update
from handover.read import read_updates
from handover.write import write_handover
from handover.write.words import words
from tests.made import make_details, make_handover


def in_two_languages(own: str = "de", documents: str = "fr") -> Handover:
    made = make_handover(language=documents)
    details = make_details()
    return replace(made, details=replace(details, me=replace(details.me, language=own)))


def written(folder: Path, handover: Handover) -> Handover:
    return write_handover(handover, folder, formats=("xlsx", "eml", "ics"))


def test_the_working_copy_is_in_the_managers_language_and_the_workbook_in_the_clients(tmp_path: Path) -> None:
    done = written(tmp_path, in_two_languages())
    assert done.working_copy
    mine = openpyxl.load_workbook(done.working_copy).sheetnames
    hers = openpyxl.load_workbook(done.files["xlsx"]).sheetnames
    assert {words("de")("Updates"), words("de")("Please check")} <= set(mine)
    assert words("fr")("Updates") in hers and words("fr")("Please check") not in mine


def test_steps_and_how_to_send_are_in_the_managers_language(tmp_path: Path) -> None:
    done = written(tmp_path, in_two_languages())
    how_to = next(path for path in done.for_you if path.name.endswith("how-to-send.txt"))
    assert words("de")("For you, not for the client.") in how_to.read_text("utf-8-sig")
    steps = [path for path in done.for_you if path.name.endswith("my-steps.ics")]
    told = words("de")("Send a thank-you")
    assert steps and all(told in path.read_text("utf-8").replace("\n ", "") for path in steps)


def test_a_working_copy_in_another_language_is_read_back_as_it_was(tmp_path: Path) -> None:
    handover = in_two_languages()
    done = written(tmp_path, handover)
    assert done.working_copy
    read = read_updates(done.working_copy)
    assert {u.id for u in read.items} >= {p.update.id for p in handover.pairs}
    assert {u.network for u in read.items} == {u.network for u in handover.updates.items}
    assert read.changes and not (read.changes.changed or read.changes.new or read.changes.gone)


def test_without_a_language_of_her_own_all_is_in_the_documents(tmp_path: Path) -> None:
    done = written(tmp_path, in_two_languages(own=""))
    assert done.working_copy
    assert words("fr")("Please check") in openpyxl.load_workbook(done.working_copy).sheetnames


def test_the_summary_is_english_for_a_program_and_can_be_said_in_german() -> None:
    handover = in_two_languages()
    assert "\n".join(handover.summary) == str(handover)
    assert handover.for_manager.language == "de" and handover.language == "fr"
    assert "Artikel" in words("de").said(handover.summary[0])


def test_what_is_no_language_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "handover.toml"
    path.write_text('[me]\nlanguage = "deutsch, bitte"')
    with pytest.raises(DetailsError, match="language"):
        read_details(path, own=tmp_path / "none.toml")


def test_figures_and_other_networks_are_called_in_her_language_and_read_back_by_their_names(
    tmp_path: Path,
) -> None:
    made = in_two_languages()
    told = Update(id="f1", text="Look here", network="other", figures={"likes": 3.0, "own count": 4.0})
    handover = replace(made, pairing=replace(made.pairing, unpaired=(Unpaired(update=told, reason=""),)))
    done = written(tmp_path, handover)
    assert done.working_copy
    sheet = openpyxl.load_workbook(done.working_copy)[words("de")("Unpaired")]
    cells = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert {"Gefällt mir", "own count", "Andere"} <= cells and "likes" not in cells and "Other" not in cells
    for path in (done.working_copy, without_memory(done.working_copy, tmp_path / "copy.xlsx")):
        (read,) = [update for update in read_updates(path).items if update.text == "Look here"]
        assert (read.network, read.figures["likes"]) == ("other", 3.0)


def without_memory(path: Path, to: Path) -> Path:
    """A copy of a workbook whose hidden sheet was lost."""
    book = openpyxl.load_workbook(path)
    for sheet in [sheet for sheet in book if sheet.sheet_state == "veryHidden"]:
        book.remove(sheet)
    book.save(to)
    return to


def test_paths_in_the_summary_stand_one_below_the_other_in_her_language(tmp_path: Path) -> None:
    done = written(tmp_path, in_two_languages())
    lines = [words("de").said(line) for line in done.summary]
    at = [line.index(str(tmp_path.resolve())) for line in lines if str(tmp_path.resolve()) in line]
    assert len(at) > 3 and len(set(at[: len(done.files)])) == len(set(at[len(done.files) :])) == 1
