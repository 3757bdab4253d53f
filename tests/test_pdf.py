"""The document as PDF, and the pages of its contents, as LibreOffice counts them."""

import re
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import docx
import pytest

from handover import OutputError, write_handover
from handover.write.docx import TEMPLATE
from handover.write.docx.package import read_package
from handover.write.docx.typeface import body_typeface
from handover.write.pdf import layout, libreoffice, undated
from tests.lint_docx import lint
from tests.made import make_handover
from tests.test_docx import part, styled

WITH_OFFICE = pytest.mark.skipif(not libreoffice.find_libreoffice(), reason="LibreOffice is not installed")


def has_typeface() -> bool:
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False).stdout
    return any(name in listed for name in ("Calibri", "Carlito"))


def pages_in(lines: list[str]) -> list[int]:
    return [int(found[1]) for line in lines if (found := re.search(r"\t(\d+)$", line))]


@WITH_OFFICE
def test_pdf_and_document_have_the_pages_that_were_counted(tmp_path: Path) -> None:
    handover, both = make_handover(posts=8, rich=True, language="de"), ("docx", "pdf")
    written = write_handover(handover, tmp_path / "a", formats=both, page_numbers=True)
    again = write_handover(handover, tmp_path / "b", formats=("pdf",))
    pdf = written.files["pdf"].read_bytes()
    assert pdf == again.files["pdf"].read_bytes()  # whatever else is written, and at whatever moment
    assert set(again.files) == {"pdf"}
    assert b"20260101000000" not in pdf and handover.today.strftime("%Y%m%d").encode() in pdf
    assert lint(written.files["docx"]) == []
    lines = [text for style, text in styled(written.files["docx"]) if style.startswith("TOC")]
    if not has_typeface():
        assert pages_in(lines) == []
        assert [str(notice.hint) for notice in written.notices[-2:]] == [
            "Install the typeface Carlito and build again."
        ] * 2
        return
    assert written.notices == handover.notices
    pages = pages_in(lines)
    assert len(pages) == len(lines) and pages == sorted(pages) and pages[0] > 1
    assert "PAGEREF _Toc00000001" in part(written.files["docx"], "word/document.xml")
    if shutil.which("pdftotext"):
        command = ["pdftotext", "-layout", str(written.files["pdf"]), "-"]
        sheets = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\f")
        for line, page in zip(lines, pages, strict=True):
            assert line.partition("\t")[0][:30] in " ".join(sheets[page - 1].split())


def test_without_libreoffice_the_rest_is_written_and_the_manager_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "find_libreoffice", lambda: "")
    written = write_handover(make_handover(), tmp_path, formats=("docx", "pdf"), page_numbers=True)
    assert set(written.files) == {"docx"}
    told = [f"{notice.text} {notice.hint}" for notice in written.notices[-2:]]
    assert all("Install LibreOffice" in text for text in told)
    assert "no PDF" in told[0] and "no page numbers" in told[1]
    assert "PAGEREF" not in part(written.files["docx"], "word/document.xml")


@WITH_OFFICE
def test_in_another_typeface_than_its_own_the_document_has_no_numbers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout, "body_typeface", lambda parts: "Quillface")
    written = write_handover(make_handover(), tmp_path, formats=("docx",), page_numbers=True)
    assert "Quillface is not on this computer" in written.notices[-1].text
    assert "PAGEREF" not in part(written.files["docx"], "word/document.xml")


def test_where_libreoffice_fails_or_takes_too_long_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "win32":
        pytest.skip("a script stands in for LibreOffice")
    (tmp_path / "out").mkdir()
    for script in ("exit 3", "sleep 60 & wait"):
        (tmp_path / "soffice").write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / "soffice").chmod(0o755)
        for module in (libreoffice, layout):
            monkeypatch.setattr(module, "find_libreoffice", lambda: str(tmp_path / "soffice"))
        monkeypatch.setattr(libreoffice, "SECONDS", 0.2)
        with pytest.raises(OutputError, match="could not make a PDF"):
            write_handover(make_handover(), tmp_path / "out", formats=("docx", "pdf"))
        assert list((tmp_path / "out").iterdir()) == []


def test_pages_and_typefaces_are_found_where_a_newer_version_packs_them() -> None:
    told = (
        b"<</Type/Pages/Kids[ 4 0 R 9 0 R ]>> /_Toc00000001[4 0 R/XYZ 1 2 0] /5FToc00000002[9 0 R/XYZ 1 2 0]"
        b"<</BaseFont/BAAAAA+Carlito-Bold>> <</BaseFont/ArialMT>> <</BaseFont/TimesNewRomanPSMT>>"
    )
    packed = b"<</Type/ObjStm/N 3/First 9>>\nstream\n" + zlib.compress(told) + b"\nendstream"
    for pdf in (told, packed):
        assert layout.pages_of(pdf) == {"_Toc00000001": 1, "_Toc00000002": 2}
        assert layout.typefaces_of(pdf) == {"carlito", "arial", "timesnewroman"}


def test_emoji_that_are_not_seen_are_told_of_an_older_version_alone() -> None:
    font = b"<</Type/Font/Subtype/%s/BaseFont/DAAAAA+NotoColorEmoji>>"
    assert layout.are_emoji_blank(font % b"TrueType")
    assert not layout.are_emoji_blank(font % b"Type3")
    assert not layout.are_emoji_blank(b"<</Type/Font/Subtype/TrueType/BaseFont/DAAAAA+NotoEmoji>>")


def test_what_differs_from_one_making_to_the_next_is_set_and_as_long_as_before() -> None:
    moment = b"/CreationDate(D:20260102030405Z') /ID [ <%s>\n<%s> ] /DocChecksum /%s xref"
    one, two = moment % (b"A" * 32, b"A" * 32, b"B" * 32), moment % (b"C" * 32, b"C" * 32, b"D" * 32)
    assert undated(one, "20261231") == undated(two.replace(b"0405", b"0506"), "20261231")
    assert len(undated(one, "20261231")) == len(one)
    assert b"D:20261231000000Z" in undated(one, "20261231")


def test_the_body_s_typeface_is_the_default_style_s_else_the_document_s_else_the_theme_s(
    tmp_path: Path,
) -> None:
    assert body_typeface(read_package(TEMPLATE.read_bytes(), "")) == "Calibri"
    own = docx.Document()
    own.save(str(tmp_path / "theme.docx"))
    own.styles["Normal"].font.name = "Gill Sans"
    own.save(str(tmp_path / "own.docx"))
    found = [body_typeface(read_package((tmp_path / f"{n}.docx").read_bytes(), n)) for n in ("theme", "own")]
    assert found[1] == "Gill Sans"
    assert found[0] in ("Cambria", "Calibri", "Aptos")  # python-docx's own template names its theme's
    assert body_typeface({}) == "Times New Roman"
