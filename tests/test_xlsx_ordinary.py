"""Our own way to read an .xlsx gives what openpyxl gives, cell by cell, or leaves the file to it."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.styles import numbers
from openpyxl.utils.datetime import CALENDAR_MAC_1904, from_excel
from openpyxl.worksheet.table import Table

from handover.read.source import from_bytes
from handover.read.updates.tables.files import xlsx_by_openpyxl, xlsx_cells, xlsx_package
from handover.read.updates.tables.files.sheets import sheets_of
from tests.changed import zip_of
from tests.strangers import PLACE, as_workbook, rows_of, tables

HERE = Path(__file__).parent
FILES = sorted({*(HERE / "data").rglob("*.xlsx"), *(HERE.parent / "sample_data").rglob("*.xlsx")})
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REL = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def told(sheets: Iterable[Any]) -> list[Any]:
    """All that the sheets tell, with the type of each value."""
    found = []
    for sheet in sheets:
        rows = {
            number: {at: (type(value), value) for at, value in enumerate(cells) if value is not None}
            for number, cells in sheet.rows()
            if any(cell is not None for cell in cells)
        }
        places = sheet.title, sheet.path, sheet.hidden
        found.append((*places, list(rows.items()), sheet.links, sheet.merged, sheet.uncalculated))
    return found


def by_both(data: bytes) -> tuple[list[Any], list[Any]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        ours = told(xlsx_cells.sheets_of(archive))
        return ours, told(xlsx_by_openpyxl.sheets_of(data, archive))


def agree(data: bytes) -> list[Any]:
    """Hold both ways together; what they tell."""
    ours, slow = by_both(data)
    assert ours == slow
    return ours


def agree_if_read(data: bytes) -> None:
    """The same for a file that ours may leave to openpyxl, or read where openpyxl stumbles over its looks."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        try:
            ours = told(xlsx_cells.sheets_of(archive))
            slow = told(xlsx_by_openpyxl.sheets_of(data, archive))
        except Exception:
            return
        assert ours == slow


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def package(
    rows: str, *, after: str = "", texts: str = "", styles: str = "", book: str = "", links: str = ""
) -> bytes:
    """A workbook written by hand."""
    types = "".join(
        f'<Override PartName="/xl/{part}" ContentType="{KIND}.{kind}+xml"/>'
        for part, kind in (
            ("workbook.xml", "sheet.main"),
            ("worksheets/sheet1.xml", "worksheet"),
            ("sharedStrings.xml", "sharedStrings"),
            ("styles.xml", "styles"),
        )
    )
    head = f'xmlns="{MAIN}" xmlns:r="{DOC}"'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{TYPES}">{types}</Types>',
        "xl/workbook.xml": f'<workbook {head}>{book}<sheets><sheet name="Plan" sheetId="1" '
        'r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{REL}"><Relationship Id="rId1" '
        f'Type="{DOC}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"<worksheet {head}><sheetData>{rows}</sheetData>{after}</worksheet>",
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{REL}">{links}</Relationships>',
        "xl/sharedStrings.xml": f"<sst {head}>{texts}</sst>",
        "xl/styles.xml": f"<styleSheet {head}>{styles}</styleSheet>",
    }
    return zip_of({name: part.encode() for name, part in parts.items()})


def row(*cells: str, number: int = 0) -> str:
    head = f'<row r="{number}">' if number else "<row>"
    return f"{head}{''.join(cells)}</row>"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_of_ours_is_read_as_openpyxl_reads_it(path: Path) -> None:
    assert agree(path.read_bytes())


@pytest.mark.parametrize("name", sorted(path.stem for path in PLACE.glob("*.txt")))
def test_a_table_of_strangers_is_read_as_openpyxl_reads_it(name: str) -> None:
    sheets = {f"{number}": rows_of(text) for number, (text, _) in enumerate(tables(name).values())}
    assert agree(as_workbook(sheets))


def everything() -> Workbook:
    """A workbook with all that people put into one."""
    book = Workbook()
    plan = book.active
    assert plan
    plan.title = "Plan"
    plan.append(["Date", "Time", "Text", "Likes", "Link", "Sum", "Length"])
    day = dt.datetime(2026, 3, 2, 9, 30)
    plan.append([day, dt.time(9, 30), "Bread <3 & rye\nat noon ", 12, None, "=A1&B1", dt.timedelta(hours=30)])
    plan.append(
        [dt.date(2026, 3, 3), 0.5, "_x005F_x000D_ \U0001f35e", 1.5, True, "#N/A", dt.timedelta(minutes=5)]
    )
    plan["C6"] = "far below"
    plan["E6"] = '=HYPERLINK("https://blog.example/a?b=""c""","read")'
    plan["E2"] = "words"
    plan["E2"].hyperlink = "https://blog.example/rye"
    plan["E3"].hyperlink = "#Old!A1"
    plan["A8"] = "of three rows"
    for row in range(8, 11):
        plan.cell(row, 2, row)
    plan.merge_cells("A8:A10")
    plan.merge_cells("A12:C12")
    plan["B2"].comment = Comment("ask Jo", "Jo")
    plan.row_dimensions[3].hidden = True
    plan.column_dimensions["D"].hidden = True
    plan.add_table(Table(displayName="Plan", ref="A1:G3"))
    book.create_sheet("Old").append(["hidden", None, "row"])
    book["Old"].sheet_state = "veryHidden"
    book.create_sheet("Empty")
    book.create_chartsheet("Figures").add_chart(BarChart())
    return book


@pytest.mark.parametrize("epoch", [None, CALENDAR_MAC_1904])
def test_what_people_put_into_a_workbook_is_read_as_openpyxl_reads_it(epoch: dt.datetime | None) -> None:
    book = everything()
    if epoch:
        book.epoch = epoch
    plan, old, empty = agree(saved(book))
    assert plan[3][1][1][0] == (dt.datetime, dt.datetime(2026, 3, 2, 9, 30))
    assert plan[4] == {
        (2, 4): "https://blog.example/rye",
        (3, 4): "#Old!A1",
        (6, 4): 'https://blog.example/a?b="c"',
    }
    assert sorted(plan[5]) == [(1, 8, 1, 10), (1, 12, 3, 12)]
    assert (plan[6], old[2], empty[3]) == (True, True, [])


FORMS = [
    *numbers.BUILTIN_FORMATS.values(),
    "yyyy-mm-dd",
    "[$-409]d mmm yyyy;@",
    '"day" 0',
    '[Red]0;"d"0',
    "0\\d",
    "0_d",
    "[hh]:mm",
    "[mm]:ss.0",
    "[ss]",
    "[HH]",
    "[Yellow]0",
    "[h]",
    "d;@",
    "0;d",
    "",
]


def test_the_same_formats_are_dates() -> None:
    forms = "".join(f'<numFmt numFmtId="{n}" formatCode={quoteattr(f)}/>' for n, f in enumerate(FORMS, 170))
    used = [*range(60), *range(164, 172 + len(FORMS))]
    kinds = "".join(f'<xf numFmtId="{number}"/>' for number in used)
    styles = f"<numFmts>{forms}</numFmts><cellXfs>{kinds}<xf/></cellXfs>"
    values = ("45000.25", "0", "0.75", "59", "60", "1", "-5", "3000000", "1e400", "1.9999999999")
    rows = "".join(
        row(*(f'<c s="{style}"><v>{value}</v></c>' for value in values)) for style in range(len(used) + 1)
    )
    for book in ("", '<workbookPr date1904="1"/>', '<workbookPr date1904="0"/>'):
        assert agree(package(rows, styles=styles, book=book))


@given(st.floats(-1e5, 1e5) | st.floats() | st.integers(-(10**5), 10**7), st.booleans(), st.booleans())
def test_a_number_is_the_same_date(number: float, old: bool, is_duration: bool) -> None:
    epoch = dt.datetime(1904, 1, 1) if old else dt.datetime(1899, 12, 30)

    def told(make: Any) -> Any:
        try:
            return make()
        except (OverflowError, ValueError) as error:
            return type(error) in (OverflowError, ValueError)

    ours = told(lambda: xlsx_cells.date_of(number, epoch, is_duration=is_duration))
    assert ours == told(lambda: from_excel(number, epoch, timedelta=is_duration))


TEXTS = (
    "<si><t>plain</t></si><si/><si><t/></si><si><t xml:space='preserve'> kept </t></si>"
    "<si><r><rPr><b/></rPr><t>bold</t></r><r><t> and not</t></r><r/><rPh sb='0' eb='1'><t>said so</t></rPh>"
    "<phoneticPr fontId='1'/></si><si><t>_x005F_x000D_ &amp; <!-- no --> &#x1F35E;</t></si>"
    "<si><t><![CDATA[<b>]]></t><r><t>both</t></r></si>"
)
STYLES = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="46"/></cellXfs>'


@pytest.mark.parametrize(
    "rows",
    [
        "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>{n - 1}</v></c></row>' for n in range(1, 8)),
        "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>",
        '<row r="5"><c r="C5"><v>1</v></c><c><v>2</v></c></row><row><c r="A1"><v>3</v></c></row>',
        row("<c><v>1</v></c>", number=5)
        + row("<c><v>2</v></c>", number=3)
        + row("<c><v>3</v></c>", number=5),
        '<row r="0"><c><v>1</v></c></row><row r="1"><c r="D1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
        row('<c r="B1"><v>1</v></c>', '<c r="B1"><v>2</v></c>'),
        row('<c r="XFD1048576"><v>1</v></c>', number=1_048_576),
        row('<c t="b"><v>1</v></c>', '<c t="b"><v>0</v></c>', '<c t="e"><v>#REF!</v></c>'),
        row('<c t="str"><v> a </v></c>', '<c t="odd"><v>x</v></c>', '<c t="s"><v>-1</v></c>'),
        row('<c t="inlineStr"><is><t>a</t><r><t>b</t></r></is></c>', '<c t="inlineStr"><is/></c>'),
        row('<c t="inlineStr"/>', '<c t="inlineStr"><v>5</v></c>', '<c t="n"><v> 7 </v></c>'),
        row("<c><v>1_0</v></c>", "<c><v>1E3</v></c>", "<c><f>A1</f></c>", "<c><f>A1</f><v></v></c>"),
        row('<c r="A1"><f>HYPERLINK("https://a.example","x")</f></c>', '<c><f t="shared"/><v>2</v></c>'),
        row('<c r="a1"><v>1</v></c>', '<c r="aa1"><v>2</v></c>'),
        row('<c s="1"><v>45000</v></c>', '<c s="2"><v>1.5</v></c>', '<c s="01"><v>9</v></c>'),
        row('<c s="9"><v>1</v></c>', '<c s="1"><v>1e400</v></c>', '<c s="1"/>'),
    ],
)
def test_rows_written_by_hand_are_read_as_openpyxl_reads_them(rows: str) -> None:
    agree(package(rows, texts=TEXTS, styles=STYLES))


def test_what_stands_behind_cells_is_read_as_openpyxl_way_reads_it() -> None:
    after = (
        '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="$C$1:$C$4"/><mergeCell ref="D1"/></mergeCells>'
        '<hyperlinks><hyperlink ref="A1:A3" r:id="a"/><hyperlink ref="B1" r:id="b"/><hyperlink ref="C1"/>'
        '<hyperlink ref="D1" r:id="none"/><hyperlink ref="A5:A9999" r:id="a"/></hyperlinks>'
    )
    links = (
        f'<Relationship Id="a" Type="{DOC}/hyperlink" Target="https://a.example/x" TargetMode="External"/>'
        f'<Relationship Id="b" Type="{DOC}/hyperlink" Target="../media/b.png"/>'
    )
    cell = '<c r="A1" t="str"><f>HYPERLINK("https://f.example","x")</f><v>x</v></c>'
    (sheet,) = agree(package(row(cell), after=after, links=links))
    assert sheet[4][1, 0] == "https://a.example/x"
    assert len(sheet[5]) == 3


def test_other_prefixes_codings_and_order_make_no_difference() -> None:
    data = package('<row r="1"><c r="A1" t="s"><v>4</v></c></row>', texts=TEXTS, styles=STYLES)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    for old, new in (("<", "<x:"), ("<x:/", "</x:"), ("xmlns=", "xmlns:x=")):
        sheet = sheet.replace(old, new)
    prefixed = {**parts, "xl/worksheets/sheet1.xml": "\ufeff<?xml version='1.0'?>\n<!-- by hand -->" + sheet}
    assert agree(zip_of({name: part.encode() for name, part in prefixed.items()}))[0][3]


VALUES = st.sampled_from(["1", "0", "-2", "45000.5", "1e3", "x", "", " 3 ", "6", "99", "TRUE", "é"])
CELLS = st.builds(
    lambda ref, kind, style, value, formula: (
        f"<c{ref}{kind}{style}>{formula}"
        + (f"<is><t>{value}</t></is>" if "inline" in kind else f"<v>{value}</v>")
        + "</c>"
    ),
    st.sampled_from(
        ["", *(f' r="{letter}{n}"' for letter in ("A", "B", "D", "AA", "ZZ") for n in (1, 2)), ' r="B"']
    ),
    st.sampled_from(["", *(f' t="{kind}"' for kind in ("n", "s", "b", "e", "str", "inlineStr", "d", "z"))]),
    st.sampled_from(["", ' s="0"', ' s="1"', ' s="2"', ' s="7"', ' s="x"']),
    VALUES.map(escape),
    st.sampled_from(["", "<f>A1</f>", "<f/>", '<f>HYPERLINK("https://a.example")</f>']),
)
ROWS = st.builds(
    lambda number, cells: f"<row{number}>{''.join(cells)}</row>",
    st.sampled_from(["", ' r="1"', ' r="2"', ' r="5"', ' r="4"', ' r="2.0"', ' r="z"']),
    st.lists(CELLS, max_size=4),
)


@given(st.lists(ROWS, max_size=4))
def test_rows_made_by_chance_are_read_as_openpyxl_reads_them_or_left_to_it(rows: list[str]) -> None:
    agree_if_read(package("".join(rows), texts=TEXTS, styles=STYLES))


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", "<worksheet ", "<!DOCTYPE d [<!ENTITY e 'ha'>]><worksheet "),
        ("xl/worksheets/sheet1.xml", "<sheetData>", "<sheetData/><sheetData>"),
        ("xl/worksheets/sheet1.xml", MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        ("xl/worksheets/sheet1.xml", "</row>", "<other/></row>"),
        ("xl/worksheets/sheet1.xml", "</sheetData>", "<other/></sheetData>"),
        ("xl/worksheets/sheet1.xml", "</worksheet>", "<x><row/></x></worksheet>"),
        ("xl/sharedStrings.xml", "<si>", "<other/><si>"),
        ("xl/sharedStrings.xml", "sst", "tst"),
        ("xl/workbook.xml", 'name="Plan"', 'name="Plan" state="odd"'),
        ("xl/workbook.xml", "</sheets>", "</sheets><sheets/>"),
        ("xl/workbook.xml", MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        ("xl/_rels/workbook.xml.rels", 'Id="rId1"', 'Id="rId2"'),
        ("xl/styles.xml", "<cellXfs>", "<cellXfs/><cellXfs>"),
        ("[Content_Types].xml", "/xl/workbook.xml", "/xl/book.xml"),
    ],
)
def test_what_is_out_of_the_ordinary_is_left_to_openpyxl(part: str, old: str, new: str) -> None:
    whole = package('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', texts=TEXTS, styles=STYLES)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    changed = parts[part].replace(old.encode(), new.encode())
    assert changed != parts[part]
    data = zip_of({**parts, part: changed})
    with zipfile.ZipFile(io.BytesIO(data)) as archive, pytest.raises(Exception, match=r".") as caught:
        told(xlsx_cells.sheets_of(archive))
    assert isinstance(caught.value, (xlsx_package.OddError, KeyError, ValueError))


def test_a_part_in_two_byte_letters_is_left_to_openpyxl_and_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(io.BytesIO(package("<row><c><v>7</v></c></row>"))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    data = zip_of({**parts, "xl/worksheets/sheet1.xml": sheet.encode("utf-16")})
    with zipfile.ZipFile(io.BytesIO(data)) as archive, pytest.raises(xlsx_package.OddError):
        told(xlsx_cells.sheets_of(archive))
    (table,) = sheets_of(from_bytes(data, "plan.xlsx"))
    assert table.rows == [(1, [7])]


def test_an_ordinary_workbook_does_not_ask_openpyxl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_by_openpyxl, "sheets_of", None)
    assert [table.sheet for table in sheets_of(from_bytes(saved(everything()), "plan.xlsx"))] == [
        "Plan",
        "Old",
    ]
