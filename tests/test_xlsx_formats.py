"""Dates in the workbook's own language, text that stays text, and rules that speak."""

import re
import zipfile
from pathlib import Path

import openpyxl
import pytest

from handover.write.job import Job
from handover.write.xlsx import write
from handover.write.xlsx.blank import write_blank_sheet
from handover.write.xlsx.formats import date_formats, month_format
from tests.lint_xlsx import lint
from tests.made import make_handover

BROKEN = re.compile(r"(?:[dmyh]+|:|\.|,|/| |\"[^\"]*\"|\[\$-[0-9A-F]+\])*")


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("en", "[$-409]d mmm yyyy", "[$-409]mmm yyyy"),
        ("en-GB", "[$-809]d mmm yyyy", "[$-809]mmm yyyy"),
        ("de", "[$-407]d. mmm yyyy", "[$-407]mmm yyyy"),
        ("fr", "[$-40C]d mmm yyyy", "[$-40C]mmm yyyy"),
        ("pt-BR", '[$-416]d "de" mmm "de" yyyy', '[$-416]mmm "de" yyyy'),
        ("de-AT", "[$-C07]d. mmm yyyy", "[$-C07]mmm yyyy"),
        ("zz", "[$-409]d mmm yyyy", "[$-409]mmm yyyy"),
    ],
)
def test_a_date_is_shown_as_its_language_writes_it(language: str, day: str, month: str) -> None:
    assert date_formats(language)["date"] == day
    assert date_formats(language)["moment"] == f"{day} hh:mm"
    assert month_format(language) == month


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt-BR", "nl", "pl", "ja", "ar"])
def test_a_format_holds_nothing_a_spreadsheet_would_refuse(language: str) -> None:
    for shown in (*date_formats(language).values(), month_format(language)):
        assert "yyyy" in shown
        assert BROKEN.fullmatch(shown), shown


def books(tmp_path: Path) -> list[Path]:
    handover = make_handover(posts=4, rich=True, language="de")
    paths = [*write(Job(handover=handover, folder=tmp_path, slug="t")), tmp_path / "updates.xlsx"]
    write_blank_sheet(paths[-1], language="de")
    return paths


def test_every_rule_of_a_workbook_shows_its_words(tmp_path: Path) -> None:
    rules = 0
    for path in books(tmp_path):
        assert lint(path) == []
        for sheet in openpyxl.load_workbook(path).worksheets:
            for rule in sheet.data_validations.dataValidation:
                rules += 1
                assert rule.showErrorMessage
                assert rule.showInputMessage == bool(rule.prompt)
    assert rules >= 6


def test_dates_are_read_back_as_dates_in_every_language(tmp_path: Path) -> None:
    for path in books(tmp_path)[:1]:
        sheet = openpyxl.load_workbook(path)["Artikel"]
        assert sheet["B2"].is_date
        assert sheet["B2"].number_format == "[$-407]d. mmm yyyy"


def test_a_text_stays_text_when_it_is_edited_and_a_number_is_a_number(tmp_path: Path) -> None:
    for path in books(tmp_path):
        book = openpyxl.load_workbook(path)
        for sheet in book.worksheets:
            if not sheet.tables:
                continue
            for cell in (c for row in sheet.iter_rows(min_row=2) for c in row if c.value is not None):
                is_text = isinstance(cell.value, str) and cell.data_type == "s"
                assert cell.quotePrefix == is_text, f"{path.name} {sheet.title} {cell.coordinate}"


def test_a_link_within_the_workbook_says_what_it_displays(tmp_path: Path) -> None:
    for path in books(tmp_path)[:-1]:
        with zipfile.ZipFile(path) as archive:
            xml = b"".join(archive.read(n) for n in archive.namelist() if "/worksheets/sheet" in n).decode()
        links = re.findall(r'<hyperlink [^>]*location="\'[^>]*>', xml)
        assert links
        assert all(' display="' in link for link in links)
