"""The lint sees what it is there for: sound files pass, and each fault, alone in a file, is named."""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from handover.write.job import Job
from handover.write.xlsx import write
from tests.changed import with_part
from tests.lint_xlsx import lint
from tests.made import make_handover

POSTS, UPDATES, START = "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/worksheets/sheet1.xml"
TABLE, STRINGS, BOOK = "xl/tables/table1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
STYLES = "xl/styles.xml"
RELS = "xl/worksheets/_rels/sheet2.xml.rels"
Edit = Callable[[str], str]


def swap(old: str, new: str, *, times: int = 1) -> Edit:
    def edit(text: str) -> str:
        changed = re.sub(old, lambda _: new, text, count=times, flags=re.DOTALL)
        assert changed != text, f"{old!r} is not there"
        return changed

    return edit


def more_links(text: str) -> str:
    link = re.search("<hyperlink .*?/>", text)
    assert link
    many = "".join(link[0].replace('ref="D2"', f'ref="D{n + 1000}"') for n in range(65_531))
    return text.replace("</hyperlinks>", many + "</hyperlinks>")


SECOND_TABLE = (
    '<Relationship Id="rX" Target="/xl/tables/table2.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/table"/></Relationships>'
)
FAULTS: dict[str, tuple[str, Edit]] = {
    "no content type": ("[Content_Types].xml", swap('<Override PartName="/xl/tables/table1[^>]*/>', "")),
    "which is not there": (RELS, swap("table1.xml", "table99.xml")),
    "no web address": (RELS, swap(r'Target="https://[^"]*"', 'Target="javascript:alert(1)"')),
    "characters a URI may not have": (RELS, swap(r'Target="https://[^"]*"', 'Target="https://a b/"')),
    "is too long": (RELS, swap(r'Target="https://[^"]*"', f'Target="https://a.example/{"x" * 2_079}"')),
    "is no address": (RELS, swap(r'Target="https://[^"]*"', 'Target="https://a:b/"')),
    "overlaps another": (RELS, swap("</Relationships>", SECOND_TABLE)),
    "the id rTable twice": (RELS, swap("</Relationships>", SECOND_TABLE.replace('"rX"', '"rTable"'))),
    "no link": (RELS, swap("relationships/hyperlink", "relationships/externalLink")),
    "no name for a sheet": (BOOK, swap('name="Posts"', 'name="Posts: all"')),
    "two sheets named": (BOOK, swap('name="Posts"', 'name="UPDATES"')),
    "no visible sheet": (BOOK, swap(' r:id=', ' state="hidden" r:id=', times=6)),
    "names the sheet 'Nowhere'": (BOOK, swap("'Start here'!", "'Nowhere'!", times=1)),
    "more than 32,767": (STRINGS, swap("<t ([^>]*)>[^<]*</t>", f"<t>{'x' * 32_768}</t>")),
    "row 2 is out of order": (POSTS, swap('<row r="3"', '<row r="2"')),
    "is out of order": (POSTS, swap(r'(<c r="A2"[^/]*</v></c>)(<c r="B2".*?</c>)', '<c r="B2"/><c r="A2"/>')),
    "stands in row 2": (POSTS, swap('<c r="C2"', '<c r="C9"')),
    "higher than 409.5": (POSTS, swap(' ht="[^"]*"', ' ht="500"')),
    "wider than 255": (POSTS, swap('width="[^"]*"', 'width="300"')),
    "its style is not there": (POSTS, swap('<c r="A2" s="[^"]*"', '<c r="A2" s="9999"')),
    "its text is not there": (POSTS, swap('t="s"><v>[^<]*</v>', 't="s"><v>999999</v>')),
    "is no number": (POSTS, swap('(<c r="A2" s="[^"]*")><v>1</v>', '<c r="A2"><v>one</v>')),
    "without its value": (POSTS, swap("</f><v>[^<]*</v>", "</f>")),
    "not one of ours": (POSTS, swap("<f>COUNTIF", "<f>WEBSERVICE")),
    "refers outside": (POSTS, swap("<f>COUNTIF\\('", "<f>COUNTIF('[1]")),
    "brackets are not in pairs": (POSTS, swap("</f>", ")</f>")),
    "a formula is too long": (POSTS, swap("<f>COUNTIF\\(", f"<f>{'1+' * 4_100}COUNTIF(")),
    "a text in a formula": (POSTS, swap("<f>COUNTIF\\(", f'<f>"{"x" * 257}"=COUNTIF(')),
    "holds #REF!": (POSTS, swap("<f>COUNTIF\\(", "<f>#REF!+COUNTIF(")),
    "refers to '$A2$'": (POSTS, swap("[$]A2[)]", "$A2$)")),
    "of a font stand out of order": (STYLES, swap('<font><b/>', '<font><name val="A"/><b/>')),
    "has the header": (TABLE, swap('name="Title"', 'name="Titel"')),
    "two columns named": (TABLE, swap('name="Title"', 'name="LINK"')),
    "columns named and": (TABLE, swap("<tableColumn [^>]*/>", "")),
    "no row below its header": (TABLE, swap('ref="A1:[^"]*"', 'ref="A1:H1"', times=2)),
    "its filter covers": (TABLE, swap('(<autoFilter ref=")[^"]*"', '<autoFilter ref="A1:B2"')),
    "no name for a table": (TABLE, swap('displayName="Posts"', 'displayName="Q1"')),
    "the name updates twice": (TABLE, swap('displayName="Posts"', 'displayName="Updates"')),
    "the id 2 twice": (TABLE, swap(' id="1"', ' id="2"')),
    "filter lies over a table": (POSTS, swap("</sheetData>", '</sheetData><autoFilter ref="A1:C9"/>')),
    "two links in": (POSTS, swap('ref="D3" r:id="rLink2"', 'ref="D2" r:id="rLink2"')),
    "leads nowhere": (POSTS, swap('r:id="rLink2"', 'r:id="rLink999"')),
    "leads to no sheet": (START, swap("location=\"'Posts'!A1\"", "location=\"'Past'!A1\"")),
    "more than Excel allows": (POSTS, more_links),
    "longer than 255 characters": (UPDATES, swap("<formula1>&quot;|<formula1>\"", f'<formula1>"{"x" * 256}')),
    "does not say what it displays": (START, swap(' display="Posts"', "")),
    "the error of a choice is written and not shown": (
        UPDATES,
        swap('showErrorMessage="1"', 'showErrorMessage="0"'),
    ),
    "the prompt of a choice": (UPDATES, swap('prompt="[^"]*"', f'prompt="{"x" * 256}"')),
    "colour rule's style": (UPDATES, swap('dxfId="[^"]*"', 'dxfId="99"')),
    "overlap": (START, swap('<mergeCell ref="B', '<mergeCell ref="A1:K99"/><mergeCell ref="B')),
    "oddFooter is longer": (POSTS, swap("<oddFooter>", f"<oddFooter>{'x' * 256}")),
    "of type b": (POSTS, swap('<c r="A2" s="([^"]*)">', '<c r="A2" t="b">')),
}  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lint")
    return write(Job(handover=make_handover(rich=True), folder=folder, slug="t", wanted=("xlsx",)))[1]


def test_a_sound_workbook_has_no_fault(sound: Path) -> None:
    assert lint(sound) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_named(sound: Path, tmp_path: Path, fault: str) -> None:
    part, edit = FAULTS[fault]
    broken = with_part(sound, tmp_path / "broken.xlsx", part, edit)
    assert any(fault in told for told in lint(broken)), lint(broken)


def test_a_part_twice_and_a_part_that_must_not_be_there_are_named(sound: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(broken, "w") as new:
        for name in [*old.namelist(), "xl/vbaProject.bin"]:
            new.writestr(name, old.read(name) if name in old.namelist() else b"")
        with pytest.warns(UserWarning, match="Duplicate name"):
            new.writestr(POSTS, old.read(POSTS))
    told = lint(broken)
    assert any("twice in the package" in fault for fault in told)
    assert any("must not be there" in fault for fault in told)
