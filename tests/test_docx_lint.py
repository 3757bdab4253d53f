"""The lint of documents sees what it is there for: each fault, alone in a file, is named."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from handover.write.docx import write
from handover.write.job import Job
from tests.changed import with_part
from tests.lint_docx import lint
from tests.made import make_handover

MAIN, RELS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
STYLES, CORE, SETTINGS = "word/styles.xml", "docProps/core.xml", "word/settings.xml"
LINKED = '(<Relationship [^>]*Target=")https?://[^"]*("[^>]*TargetMode="External")'
MARK = '<w:bookmarkStart [^>]*w:id="'
ROW = "<w:tr[ >][^<]*(?:<w:trPr>.*?</w:trPr>)?"
UNUSED = '<Relationship Id="x1" Type="t" Target="https://a.example/" TargetMode="External"/>'
Edit = Callable[[str], str]


def swap(old: str, new: str, *, times: int = 1) -> Edit:
    def edit(text: str) -> str:
        changed = re.sub(old, new, text, count=times, flags=re.DOTALL)
        assert changed != text, f"{old!r} is not there"
        return changed

    return edit


def target(address: str) -> tuple[str, Edit]:
    return RELS, swap(LINKED, rf"\g<1>{address}\g<2>")


FAULTS: dict[str, tuple[str, Edit]] = {
    # the fields
    "a field is never ended": (MAIN, swap('<w:fldChar w:fldCharType="end"/>', "")),
    "without a beginning": (MAIN, swap('<w:fldChar w:fldCharType="begin"[^>]*/>', "", times=99)),
    "a field separated twice": (MAIN, swap('(<w:fldChar w:fldCharType="separate"/>)', r"\1\1")),
    "a quotation mark too many": (MAIN, swap("(<w:instrText[^>]*>)", r'\1"')),
    "the field's link": (MAIN, swap("(<w:instrText[^>]*>)[^<]*", r'\1 HYPERLINK "https://a b/" ')),
    # bookmarks and jumps
    "is never ended": (MAIN, swap("<w:bookmarkEnd [^>]*/>", "")),
    "that never began": (MAIN, swap("<w:bookmarkStart [^>]*/>", "")),
    "bookmark id": (MAIN, swap(f"({MARK})[^\"]*(.*?{MARK})[^\"]*", r"\g<1>7\g<2>7")),
    "no name Word takes": (MAIN, swap('(<w:bookmarkStart [^>]*w:name=")[^"]*', rf"\g<1>{'x' * 41}")),
    "which is not there": (MAIN, swap('w:anchor="[^"]*"', 'w:anchor="nowhere"')),
    "bookmark twice stands twice": (
        MAIN,
        swap(f"({MARK}[^\"]*\" w:name=\")[^\"]*(.*?{MARK}[^\"]*\" w:name=\")[^\"]*", r"\1twice\2twice"),
    ),
    # links
    "signs no address may hold": target("https://a b/"),
    "neither web nor mail": target("javascript:alert(1)"),
    "no host": target("https:///x"),
    "an empty part in the host": target("https://a..example/"),
    "longer than Word takes": target("https://a.example/" + "x" * 2_100),
    "no address": target("https://[bad/"),
    "is not there": (MAIN, swap(' r:id="[^"]*"', ' r:id="rId9999"')),
    "a link without a word": (MAIN, swap("(<w:hyperlink [^>]*>).*?(</w:hyperlink>)", r"\1\2")),
    "a link inside a link": (
        MAIN,
        swap("(<w:hyperlink [^>]*>)(.*?)(</w:hyperlink>)", r"\1\1\2\3\3"),
    ),
    "nothing uses the link": (RELS, swap("</Relationships>", f"{UNUSED}</Relationships>")),
    "leads to no part": (RELS, swap('Target="styles.xml"', 'Target="gone.xml"')),
    "a relationship's id stands twice": (RELS, swap('(<Relationship [^>]*/>)', r"\1\1")),
    # tables, drawings, sections
    "does not end with a paragraph": (MAIN, swap("</w:tc>", "<w:bookmarkEnd/></w:tc>")),
    "a table without a row": (MAIN, swap("(<w:tbl>.*?</w:tblGrid>)<w:tr[ >].*?(</w:tbl>)", r"\1\2")),
    "a row without a cell": (MAIN, swap(f"({ROW})<w:tc>.*?(</w:tr>)", r"\1\2")),
    "a row wider than its table": (MAIN, swap("<w:gridCol [^>]*/>", "")),
    "wider than its table": (MAIN, swap("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="99"/>')),
    "drawing id": (MAIN, swap("(<w:drawing>.*?</w:drawing>)", r"\1\1")),
    "for those who cannot see it": (MAIN, swap(' descr="[^"]*"', "", times=99)),
    "behind the last section": (MAIN, swap("</w:body>", "<w:p/></w:body>")),
    "a paragraph inside a paragraph": (MAIN, swap("(</w:pPr><w:r>.*?</w:r>)", r"\1<w:p/>")),
    "a heading of level 9": (MAIN, swap('w:val="Heading2"', 'w:val="Heading9"')),
    "left over": (MAIN, swap("(<w:t(?: [^>]*)?>)", r"\1{{ post.title }} ")),
    # styles, content types, properties, questions
    "no style Gone": (MAIN, swap('<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Gone"/>')),
    "no list 99": (MAIN, swap("</w:pPr>", '<w:numPr><w:numId w:val="99"/></w:numPr></w:pPr>')),
    "no content type of its own": (TYPES, swap('<Override PartName="/word/styles.xml"[^>]*/>', "")),
    "a content type and no part": (TYPES, swap("/word/styles.xml", "/word/gone.xml")),
    "two content types": (TYPES, swap('(<Override PartName="/word/styles.xml"[^>]*/>)', r"\1\1")),
    "no title": (CORE, swap("<dc:title>[^<]*</dc:title>", "<dc:title/>")),
    "created is no date": (CORE, swap("(<dcterms:created[^>]*>)[^<]*", r"\1yesterday")),
    "modified is no date": (CORE, swap("(<dcterms:modified[^>]*>)[^<]*", r"\1 2026")),
    "a zoom without": (SETTINGS, swap("<w:zoom [^>]*/>", "<w:zoom/>")),
    "updateFields": (SETTINGS, swap("</w:settings>", '<w:updateFields w:val="true"/></w:settings>')),
    "attachedTemplate": (SETTINGS, swap("</w:settings>", "<w:attachedTemplate/></w:settings>")),
    "a field marked dirty": (MAIN, swap('w:fldCharType="begin"', 'w:dirty="true" w:fldCharType="begin"')),
    "word/styles.xml: Premature end": (STYLES, swap("</w:styles>", "")),
}  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    job = Job(handover=make_handover(rich=True), folder=tmp_path_factory.mktemp("lint"), slug="t")
    return write(job)[0]


def test_a_sound_document_has_no_fault(sound: Path) -> None:
    assert lint(sound) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_named(sound: Path, tmp_path: Path, fault: str) -> None:
    part, edit = FAULTS[fault]
    broken = with_part(sound, tmp_path / "broken.docx", part, edit)
    assert any(fault in told for told in lint(broken)), lint(broken)


def test_a_part_twice_and_a_wrong_first_part_are_named(sound: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(broken, "w") as new:
        for name in reversed(old.namelist()):
            new.writestr(name, old.read(name))
        with pytest.warns(UserWarning, match="Duplicate name"):
            new.writestr(MAIN, old.read(MAIN))
    told = lint(broken)
    assert any("twice in the zip" in fault for fault in told)
    assert any("not the first part" in fault for fault in told)
