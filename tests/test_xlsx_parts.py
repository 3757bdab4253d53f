"""The parts of both workbooks, as readers find them that know nothing of how they were written.

The looks, rules and settings held here were once made by openpyxl: it is the reader that tells them.
"""

import datetime as dt
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl.cell.cell import Cell
from openpyxl.utils.datetime import to_excel
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.worksheet import Worksheet

from handover.columns import MEMORY
from handover.columns.shown import clean
from handover.model import Handover
from handover.write.job import Job
from handover.write.xlsx import write
from handover.write.xlsx.look import Styles
from handover.write.xlsx.package import Package, save
from handover.write.xlsx.page import Page
from handover.write.xlsx.parts.markup import element, in_attribute, in_attributes, in_cell, in_text
from handover.write.xlsx.parts.sheet import Sheet
from handover.write.xlsx.parts.workbook import Properties
from tests.lint_xlsx import lint
from tests.made import make_handover

DAY = dt.date(2026, 11, 20)
LINE = "D8DEE5"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def with_me(**me: str) -> Handover:
    handover = make_handover(rich=True)
    return replace(handover, details=replace(handover.details, me=replace(handover.details.me, **me)))


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The working copy and the client's workbook."""
    folder = tmp_path_factory.mktemp("parts")
    working, hers = write(
        Job(handover=with_me(brand_colour="#205080"), folder=folder, slug="t", wanted=("xlsx",))
    )
    return working, hers


@pytest.fixture(scope="module")
def working(paths: tuple[Path, Path]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(paths[0])


@pytest.fixture(scope="module")
def hers(paths: tuple[Path, Path]) -> openpyxl.Workbook:
    return openpyxl.load_workbook(paths[1])


def under(sheet: Worksheet, title: str) -> Cell:
    """The first cell below a header."""
    (head,) = [cell for cell in sheet[1] if cell.value == title]
    below: Cell = sheet.cell(2, head.column)
    return below


def letters(cell: Cell) -> tuple[Any, ...]:
    font = cell.font
    return font.name, font.sz, bool(font.b), font.u, font.color.rgb[2:]


def placed(cell: Cell) -> tuple[Any, ...]:
    told = cell.alignment
    return told.horizontal, told.vertical, bool(told.wrap_text), told.indent


PLAIN, LINK = ("Calibri", 10, False, None, "1F2933"), ("Calibri", 10, False, "single", "0B5CAD")
STRONG, NOTE = ("Calibri", 10, True, None, "1F2933"), ("Calibri", 10, False, None, "66707C")
MOMENT = "[$-409]d mmm yyyy hh:mm"


@pytest.mark.parametrize(
    ("sheet", "title", "font", "place", "number", "is_text"),
    [
        ("Updates", "No.", PLAIN, ("center", "center", False, 0), "0", False),
        ("Updates", "Post", PLAIN, ("left", "center", True, 1), "General", True),
        ("Updates", "Network", PLAIN, ("left", "center", False, 1), "General", True),
        ("Updates", "Posted (UTC)", PLAIN, ("left", "center", False, 1), MOMENT, False),
        ("Updates", "Characters", PLAIN, ("right", "center", False, 0), "#,##0_W", False),
        ("Updates", "Update link", LINK, ("fill", "center", False, 0), "General", True),
        ("Updates", "Score", PLAIN, ("right", "center", False, 0), "0.00_W", False),
        ("Updates", "Reason", NOTE, ("left", "center", True, 1), "General", True),
        (
            "Updates",
            "Id",
            ("Consolas", 8, False, None, "66707C"),
            ("left", "center", False, 1),
            "General",
            True,
        ),
        ("Posts", "Title", STRONG, ("left", "center", True, 1), "General", True),
        ("Posts", "Missing", PLAIN, ("center", "center", False, 0), '[=0]"–";#,##0', False),
        ("Plan", "Date", PLAIN, ("left", "center", False, 1), "[$-409]ddd d mmm yyyy", False),
    ],
)
def test_a_column_looks_as_it_should(
    working: openpyxl.Workbook,
    sheet: str,
    title: str,
    font: tuple[Any, ...],
    place: tuple[Any, ...],
    number: str,
    is_text: bool,
) -> None:
    cell = under(working[sheet], title)
    assert (letters(cell), placed(cell)) == (font, place)
    assert (cell.number_format, bool(cell.quotePrefix)) == (number, is_text)
    assert (cell.border.bottom.style, cell.border.bottom.color.rgb[2:]) == ("thin", LINE)
    assert cell.fill.fill_type is None


def test_where_a_person_types_the_ground_is_another(working: openpyxl.Workbook) -> None:
    cell = under(working["Unpaired"], "Post no.")
    assert (cell.fill.fill_type, cell.fill.fgColor.rgb[2:]) == ("solid", "FFF8E1")
    told = under(working["Unpaired"], "Post")
    assert (told.fill.fgColor.rgb[2:], bool(told.quotePrefix)) == ("FFF8E1", True)


def test_headers_have_the_brands_colour_and_notes_of_ours_another(working: openpyxl.Workbook) -> None:
    title, score = working["Posts"]["C1"], working["Updates"][1][-1]
    assert (title.value, title.fill.fgColor.rgb[2:]) == ("Title", "205080")
    assert letters(title) == ("Calibri", 10, True, None, "FFFFFF")
    assert placed(title) == ("left", "center", True, 1)
    assert (title.border.bottom.style, title.border.bottom.color.rgb[2:]) == ("medium", "205080")
    assert placed(working["Posts"]["A1"]) == ("center", "center", True, 0)
    assert score.fill.fgColor.rgb[2:] in ("5B6672", "205080")
    quiet = next(cell for cell in working["Updates"][1] if cell.value == "Score")
    assert quiet.fill.fgColor.rgb[2:] == "5B6672"
    assert working["Posts"].row_dimensions[1].height == 32


def test_what_may_be_typed_is_told(hers: openpyxl.Workbook) -> None:
    rules = {str(rule.sqref): rule for rule in hers["Updates"].data_validations.dataValidation}
    assert [*rules] == ["D2:D35", "M2:M35", "N2:N35", "B2:B35"]
    network, state, _, post = rules.values()
    assert (network.type, network.errorStyle, state.errorStyle) == ("list", "warning", None)
    assert state.formula1 == '"published,scheduled,draft"'
    assert (state.errorTitle, state.error) == (
        "Please choose from the list",
        "The words are: published, scheduled, draft",
    )
    assert (post.type, post.formula1, post.formula2, post.errorStyle) == ("whole", "1", "12", "warning")
    assert (post.promptTitle, post.error) == ("Post no.", "The sheet Posts has no post with this number.")
    assert post.showInputMessage and not state.showInputMessage
    assert all(rule.allow_blank and rule.showErrorMessage for rule in rules.values())


def rules_of(sheet: Worksheet) -> list[tuple[str, str, Any]]:
    return [
        (str(cells.sqref), rule.formula[0], rule.dxf)
        for cells in sheet.conditional_formatting
        for rule in cells.rules
    ]


def test_colours_stand_beside_the_words_that_say_the_same(working: openpyxl.Workbook) -> None:
    told = {(cells, formula): look for cells, formula, look in rules_of(working["Updates"])}
    state = next(cell.column_letter for cell in working["Updates"][1] if cell.value == "State")
    lasting = next(cell.column_letter for cell in working["Updates"][1] if cell.value == "Lasting")
    last = working["Updates"].max_row
    network = told[f"D2:D{last}", f'${state}2="draft"']
    assert network.numFmt.formatCode == '@" · draft"' and network.font.b
    assert (network.font.color.rgb[2:], network.fill.bgColor.rgb[2:]) == ("7A5200", "FFF3D6")
    assert not told[f"F2:F{last}", f'${state}2="draft"'].font.b
    dated = told[f"{lasting}2:{lasting}{last}", f'${lasting}2="dated"']
    assert (dated.font.color.rgb[2:], dated.fill.bgColor.rgb[2:]) == ("9C2A10", "FDEAE4")
    day = told[f"E2:E{last}", "AND(ISNUMBER($E2),MOD($E2,1)=0)"]
    assert (day.numFmt.formatCode, day.font, day.fill) == ("[$-409]d mmm yyyy", None, None)
    too_long = told[f"I2:I{last}", "AND(ISNUMBER($G2),ISNUMBER($H2),$G2>$H2)"]
    assert too_long.fill.bgColor.rgb[2:] == "FDEAE4"
    found = rules_of(working["Posts"])
    assert [(cells[0], formula) for cells, formula, _ in found] == [("I", "AND(ISNUMBER($I2),$I2>0)")]
    priorities = [r.priority for c in working["Updates"].conditional_formatting for r in c.rules]
    assert priorities == [*range(1, len(priorities) + 1)]


@pytest.mark.parametrize(
    ("sheet", "kept"), [("Posts", "B2"), ("Updates", "D2"), ("More updates", "B2"), ("Plan", "A2")]
)
def test_a_sheet_of_rows_is_a_table_whose_header_stays(
    hers: openpyxl.Workbook, sheet: str, kept: str
) -> None:
    page = hers[sheet]
    (table,) = page.tables.values()
    assert (table.displayName, table.ref, table.autoFilter.ref) == (
        sheet.replace(" ", "_"),
        page.dimensions,
        page.dimensions,
    )
    assert [column.name for column in table.tableColumns] == [cell.value for cell in page[1]]
    assert (table.tableStyleInfo.name, table.tableStyleInfo.showRowStripes) == ("TableStyleLight1", False)
    assert page.freeze_panes == kept
    assert not page.sheet_view.showGridLines
    assert page.sheet_properties.tabColor.rgb[2:] == "205080"


def test_no_two_tables_of_a_workbook_are_one(working: openpyxl.Workbook) -> None:
    tables = [table for page in working.worksheets for table in page.tables.values()]
    assert [table.id for table in tables] == [*range(1, len(tables) + 1)]
    assert len({table.name for table in tables}) == len(tables) > 4


def margins_of(page: Worksheet) -> tuple[float, ...]:
    told = page.page_margins
    return told.left, told.right, told.top, told.bottom, told.header, told.footer


def test_a_sheet_of_which_nothing_is_said_has_what_excel_gives(hers: openpyxl.Workbook) -> None:
    page = hers[MEMORY]
    assert margins_of(page) == (0.75, 0.75, 1, 1, 0.5, 0.5)
    assert (page.sheet_format.defaultRowHeight, page.sheet_format.baseColWidth) == (15, 8)
    assert (page.freeze_panes, page.sheet_view.showGridLines) == (None, None)
    assert not page.column_dimensions and page.sheet_properties.tabColor is None
    font = page["A1"].font
    assert (font.name, font.sz, font.family, font.scheme, font.color.theme) == ("Calibri", 11, 2, "minor", 1)
    assert page["A1"].number_format == "General"


@pytest.mark.parametrize(
    ("sheet", "panes"),
    [
        ("Start here", [(None, "A1")]),
        ("Plan", [("bottomLeft", "A1")]),
        ("Posts", [("topRight", None), ("bottomLeft", None), ("bottomRight", "A1")]),
    ],
)
def test_what_stays_in_sight_is_told_as_excel_does(
    paths: tuple[Path, Path], hers: openpyxl.Workbook, sheet: str, panes: list[tuple[str | None, str | None]]
) -> None:
    part = f"xl/worksheets/sheet{hers.sheetnames.index(sheet) + 1}.xml"
    with zipfile.ZipFile(paths[1]) as package:
        xml = etree.fromstring(package.read(part))
    assert [(one.get("pane"), one.get("activeCell")) for one in xml.iter("{*}selection")] == panes
    assert [one.get("activePane") for one in xml.iter("{*}pane")] == [name for name, _ in panes[-1:] if name]


def test_every_look_names_parts_that_are_there(paths: tuple[Path, Path]) -> None:
    for path in paths:
        with zipfile.ZipFile(path) as package:
            styles = etree.fromstring(package.read("xl/styles.xml"))
        own = {int(one.get("numFmtId")) for one in styles.findall("{*}numFmts/{*}numFmt")}
        assert own == set(range(164, 164 + len(own)))
        for look in styles.findall("{*}cellXfs/{*}xf"):
            assert int(look.get("numFmtId")) in own | {0, 1, 3}  # what Excel has by itself
            assert look.get("xfId") == "0"
            for name in ("font", "fill", "border"):
                assert 0 <= int(look.get(f"{name}Id")) < len(styles.find(f"{{*}}{name}s"))
        (base,) = styles.findall("{*}cellStyleXfs/{*}xf")
        assert set(base.attrib.values()) == {"0"}
        (normal,) = styles.findall("{*}cellStyles/{*}cellStyle")
        assert dict(normal.attrib) == {"name": "Normal", "xfId": "0", "builtinId": "0"}
        patterns = [one.get("patternType") for one in styles.findall("{*}fills/{*}fill/{*}patternFill")]
        assert patterns[:2] == ["none", "gray125"] and set(patterns[2:]) == {"solid"}


def test_a_page_is_a4_with_the_clients_name_and_page_numbers(hers: openpyxl.Workbook) -> None:
    start, updates = hers.worksheets[0], hers["Updates"]
    assert (start.page_setup.orientation, updates.page_setup.orientation) == ("portrait", "landscape")
    assert (start.page_setup.fitToHeight, updates.page_setup.fitToHeight) == (1, 0)
    for page in (start, updates):
        assert (str(page.page_setup.paperSize), page.page_setup.fitToWidth) == ("9", 1)
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert margins_of(page) == (0.5, 0.5, 0.5, 0.65, 0.3, 0.3)
        footer = page.oddFooter
        assert (footer.left.text, footer.right.text) == ("Tidewell Garden Studio", "Page &P of &N")
        assert (footer.left.font, footer.left.size) == ("Calibri,Regular", 8)
    assert updates.oddFooter.center.text == "&A"
    assert updates.print_title_rows == "$1:$1" and start.print_title_rows is None
    assert updates.print_area == "'Updates'!$A$1:$I$35"
    assert start.print_area.startswith("'Start here'!$A$1:$L$")


def test_the_working_copy_names_the_cell_that_counts_hang_on(
    working: openpyxl.Workbook, hers: openpyxl.Workbook
) -> None:
    sheet, _, ref = working.defined_names["Minimum"].attr_text.partition("!")
    cell = working[sheet.strip("'")][ref.replace("$", "")]
    assert (cell.value, cell.number_format, cell.fill.fgColor.rgb[2:]) == (3, "0", "FFF8E1")
    assert not hers.defined_names


def test_columns_are_wide_enough_for_their_headers_and_empty_ones_are_hidden(
    hers: openpyxl.Workbook,
) -> None:
    margin, first = (hers.worksheets[0].column_dimensions[letter].width for letter in "AB")
    assert (margin, first) == (2.5, 10.8)
    columns = hers["Updates"].column_dimensions
    assert (columns["F"].width, columns["A"].width) == (62, 6.5)
    assert columns["G"].width == pytest.approx(len("Characters") * 0.95 + 2.2)
    assert columns["L"].hidden and not columns["K"].hidden  # no update has a picture


def test_the_properties_name_her_and_the_day_and_nothing_of_the_computer(paths: tuple[Path, Path]) -> None:
    for path in paths:
        told = openpyxl.load_workbook(path).properties
        assert (told.creator, told.lastModifiedBy, told.language) == ("Nora Feldt", "Nora Feldt", "en")
        assert told.title == "Content library: Tidewell Garden Studio"
        assert told.created == told.modified == dt.datetime(2026, 11, 20)
        with zipfile.ZipFile(path) as package:
            app = etree.fromstring(package.read("docProps/app.xml"))
            core = etree.fromstring(package.read("docProps/core.xml"))
        assert [child.text for child in app] == ["Microsoft Excel Compatible"]
        assert len(core) == 7


def test_every_chart_shows_the_cells_its_figures_stand_in(paths: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(paths[1]) as package:
        charts = [etree.fromstring(package.read(f"xl/charts/chart{n}.xml")) for n in (1, 2, 3)]
    start = openpyxl.load_workbook(paths[1], data_only=True).worksheets[0]
    shown = []
    for chart in charts:
        cells = [one.text for one in chart.iter(f"{CHART}f")]
        assert all(one.startswith("'Start here'!$") for one in cells)
        areas = [start[one.partition("!")[2].replace("$", "")] for one in cells]
        shown.append([
            [cell.value for (cell,) in area] if isinstance(area, tuple) else area.value for area in areas
        ])  # fmt: skip
    names, counts = shown[0]
    assert dict(zip(names, counts, strict=True)) == {
        "Facebook": 8, "X": 8, "LinkedIn": 7, "Instagram": 6, "Bluesky": 5,
    }  # fmt: skip
    months, posts = shown[1]
    assert (months[0], sum(posts)) == (dt.datetime(2026, 8, 1), 12)
    assert shown[2][0] == "likes" and shown[2][3] == "usual that year"
    down = [chart.find(f".//{CHART}barDir").get("val") for chart in charts]
    assert down == ["bar", "col", "bar"]
    assert [chart.find(f".//{CHART}legend") is not None for chart in charts] == [False, False, True]
    fills = [one.get("val") for one in charts[2].findall(f".//{CHART}ser/{CHART}spPr//{{*}}srgbClr")]
    assert fills == ["205080", LINE]


def test_every_chart_brings_the_values_of_its_cells_for_programs_that_look_none_up(
    paths: tuple[Path, Path],
) -> None:
    with zipfile.ZipFile(paths[1]) as package:
        charts = [etree.fromstring(package.read(f"xl/charts/chart{n}.xml")) for n in (1, 2, 3)]
    start = openpyxl.load_workbook(paths[1], data_only=True).worksheets[0]
    for reference in (
        one for chart in charts for kind in ("str", "num") for one in chart.iter(f"{CHART}{kind}Ref")
    ):
        area = start[reference.findtext(f"{CHART}f").partition("!")[2].replace("$", "")]
        cells = [cell for (cell,) in area] if isinstance(area, tuple) else [area]
        values = [to_excel(cell.value) if cell.is_date else cell.value for cell in cells]
        cache = reference[1]
        assert cache.find(f"{CHART}ptCount").get("val") == str(len(values))
        kept = [point.findtext(f"{CHART}v") for point in cache.iter(f"{CHART}pt")]
        if cache.tag == f"{CHART}numCache":
            assert list(map(float, kept)) == values
            assert {cell.number_format for cell in cells} >= {cache.findtext(f"{CHART}formatCode")} - {
                "General"
            }
        else:
            assert kept == values


def test_charts_have_room_and_stand_where_their_headings_are(paths: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(paths[1]) as package:
        charts = [etree.fromstring(package.read(f"xl/charts/chart{n}.xml")) for n in (1, 2, 3)]
        drawing = etree.fromstring(package.read("xl/drawings/drawing1.xml"))
        leading = etree.fromstring(package.read("xl/drawings/_rels/drawing1.xml.rels"))
    for chart in charts:
        assert {one.get("sz") for one in chart.iter("{*}defRPr")} == {"900"}
        shown, values = chart.findall(f".//{CHART}catAx"), chart.findall(f".//{CHART}valAx")
        assert [one.find(f"{CHART}delete").get("val") for one in (*shown, *values)] == ["0", "1"]
        assert values[0].find(f"{CHART}scaling/{CHART}min").get("val") == "0"
        axes = [one.get("val") for one in chart.findall(f".//{CHART}barChart/{CHART}axId")]
        assert axes == [one.find(f"{CHART}axId").get("val") for one in (*shown, *values)]
    assert [chart.find(f".//{CHART}gapWidth").get("val") for chart in charts] == ["45", "30", "45"]
    assert [one.find("{*}catAx/{*}numFmt").get("formatCode") for one in charts[1].iter("{*}plotArea")] == [
        "[$-409]mmm yyyy"
    ]
    start = openpyxl.load_workbook(paths[1]).worksheets[0]
    places = [
        [int(anchor.findtext(f"{{*}}from/{{*}}{name}")) for name in ("col", "row", "colOff", "rowOff")]
        for anchor in drawing
    ]
    above = [start.cell(row, column + 1).value for column, row, *_ in places]
    assert above[:2] == ["Updates by network", "Posts a month"] and "Measured in likes" in above[2]
    assert {tuple(offsets) for _, _, *offsets in places} == {(0, 0)}
    sizes = [(int(one.get("cx")), int(one.get("cy"))) for one in drawing.findall("{*}oneCellAnchor/{*}ext")]
    assert sizes == [(3_312_000, 2_664_000), (3_816_000, 2_664_000), (7_344_000, 1_512_000)]
    parts = [(one.get("Id"), one.get("Target")) for one in leading]
    assert parts == [(f"r{n}", f"/xl/charts/chart{n}.xml") for n in (1, 2, 3)]
    assert [*(one.values()[-1] for one in drawing.iter(f"{CHART}chart"))] == ["r1", "r2", "r3"]


def page_of(path: Path) -> Any:
    """A sheet laid out by hand, as it is read back."""
    sheet, styles = Sheet(title="It's & <so>"), Styles("#205080")
    page = Page(sheet, styles)
    page.band(1, 2)
    for row, letter in ((1, "B"), (2, "B"), (5, "B"), (5, "C")):
        page.write(letter, row, "Tern", 14, bold=True, colour="FF0000", number="0.0", indent=1)
    page.tile(8, "B", "C")
    page.heading(5, "Tide")
    page.wrapped(12, "B", "K", "word " * 100)
    page.hide("N")
    package = Package(about=Properties("A & B", '<"t">', "s", "en", DAY), styles=styles.sheet)
    sheet.stream = lambda: page.stream(package.strings)
    package.sheets = [sheet, Sheet(title=MEMORY, hidden=True)]
    save(package, path)
    return openpyxl.load_workbook(path)


def test_a_cell_keeps_what_was_said_of_its_look_before(tmp_path: Path) -> None:
    book = page_of(tmp_path / "page.xlsx")
    page = book.worksheets[0]
    for one, other in (("B1", "B2"), ("C1", "C2"), ("B8", "B10")):
        assert page[one].style_id == page[other].style_id
    assert page["B2"].font.color.rgb == "FFFF0000" and page["B2"].font.b
    assert page["B2"].fill.fill_type == "solid" and page["C5"].fill.fill_type is None
    assert page["B8"].border.left.style == "thick" and page["C8"].border.left.style is None
    assert page["C8"].border.right.color.rgb == "FFFFFFFF"
    assert page["B5"].value == "Tide" and page["C5"].border.bottom.style == "medium"
    assert "B12:K12" in page.merged_cells and page.row_dimensions[12].height > 50
    assert page.column_dimensions["N"].hidden
    assert book.worksheets[1].sheet_state == "veryHidden"


def test_names_and_titles_may_hold_any_sign(tmp_path: Path) -> None:
    book = page_of(tmp_path / "page.xlsx")
    assert book.sheetnames == ["It's & <so>", MEMORY]
    assert (book.properties.creator, book.properties.title) == ("A & B", '<"t">')
    assert lint(tmp_path / "page.xlsx") == []


@given(st.text())
def test_text_comes_back_from_xml_as_it_was(text: str) -> None:
    told = clean(text)
    xml = etree.fromstring(element("a", in_text(told), b=told, c=True, d=None, e=1.5))
    assert (xml.text or "", xml.get("b")) == (told, told)
    assert (xml.get("c"), xml.get("d"), xml.get("e")) == ("1", None, "1.5")


@given(st.lists(st.text("a&<>\"'\n\té", max_size=4), max_size=4))
def test_many_attributes_are_escaped_as_each_is(texts: list[str]) -> None:
    assert in_attributes(texts) == [in_attribute(text) for text in texts]


@pytest.mark.parametrize("text", ["_x0041_", "_x005F_x0041_", "a_xZZZZ_", "_x", "_x0041", "<_x0042_>"])
def test_what_looks_like_an_escape_in_a_cell_is_none(text: str) -> None:
    told = etree.fromstring(f"<t>{in_cell(text)}</t>").text
    assert unescape(told) == text
