"""The sheets without their rows: headers, tables, widths, choices to pick from, colours, print set-up."""

import datetime as dt

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.utils import get_column_letter
from openpyxl.workbook.properties import CalcProperties
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.header_footer import _HeaderFooterPart as HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from handover.columns import CLIENT_LASTING, WORKING, Column
from handover.columns.shown import clean
from handover.later import dataclass
from handover.write.xlsx.book import Book, header
from handover.write.xlsx.formats import date_formats
from handover.write.xlsx.look import (
    ACROSS,
    CARE,
    CARE_FILL,
    FONT,
    HEADER_HEIGHT,
    WARN,
    WARN_FILL,
    Styles,
    look_of,
)
from handover.write.xlsx.rows import quoted

_OWN_FORMAT = 200  # the number of a number format of our own; Excel's own end at 163
_DAY_FORMAT = 201
# The last column that stays in sight when one moves to the right.
_KEPT = {
    "updates": "post",
    "posts": "no",
    "more": "no",
    "unpaired": "post_no",
    "shortfall": "post",
    "taken_out": "back",
}
QUIET = {"counts", "evidence", "score", "reason", "origin", "id", "repeat"}  # how we know, not what it is


BOLD = 0.95  # of the digits that a width is counted in, that a bold letter of a header takes
BESIDE = 2.2  # the same of what stands beside it: its indent, and the button of the filter


@dataclass(frozen=True, slots=True)
class Frame:
    """One sheet of rows: what it shows, and how many rows it will have."""

    sheet: str  # key
    page: int  # from 1: rows beyond a sheet's limit go on on a further one
    table: str  # the table's name
    columns: tuple[Column, ...]
    rows: int

    @property
    def tab(self) -> str:
        """The key of this page: "updates", "updates1" ..."""
        return f"{self.sheet}{self.page - 1 or ''}"

    @property
    def last_row(self) -> int:
        return max(self.rows, 1) + 1  # a table has at least one row

    @property
    def last_cell(self) -> str:
        return f"{get_column_letter(len(self.columns))}{self.last_row}"

    def letter(self, key: str) -> str:
        return get_column_letter([column.key for column in self.columns].index(key) + 1)

    def title(self, key: str) -> str:
        """The header of a column."""
        return next(column.title for column in self.columns if column.key == key)

    def cells(self, key: str) -> str:
        """The cells of a column below its header."""
        letter = self.letter(key)
        return f"{letter}2:{letter}{self.last_row}"

    def has(self, key: str) -> bool:
        return any(column.key == key for column in self.columns)


def make_workbook(book: Book, day: dt.date) -> Workbook:
    """An empty workbook with its properties."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    details = book.handover.details
    made = dt.datetime(day.year, day.month, day.day)
    properties = workbook.properties
    properties.creator = _property(details.me.name) or "handover"
    properties.lastModifiedBy = properties.creator
    properties.title = _property(book.words("Content library: {name}", name=name_of(book)))
    properties.subject = _property(book.words("Every post and every social update"))
    properties.language = book.words.tag
    properties.created = properties.modified = made
    # The values are computed: nothing asks to be saved when the file was only looked at.
    workbook.calculation = CalcProperties(calcId=191029, fullCalcOnLoad=False)
    return workbook


def name_of(book: Book) -> str:
    """The client, else the blog."""
    return " ".join(book.handover.details.client.name.split() or book.handover.feed.title.split())


def _property(text: str) -> str:
    return clean(" ".join(text.split()))[:255]


def make_frame(sheet: Worksheet, frame: Frame, book: Book, styles: Styles) -> None:
    """Everything of a sheet but its rows."""
    for n, column in enumerate(frame.columns, 1):
        letter = get_column_letter(n)
        cell = sheet[f"{letter}1"]
        cell.value = column.title
        cell.data_type = "s"  # a header out of data is no formula
        look = look_of(frame.sheet, column.key)
        styles.head(cell, quiet=column.key in QUIET, across=ACROSS.get(look.style, "left"))
        dimension = sheet.column_dimensions[letter]
        dimension.width = max(look.width, *(len(word) * BOLD + BESIDE for word in column.title.split()))
        dimension.hidden = book.is_hidden(frame.sheet, column.key)
    sheet.row_dimensions[1].height = HEADER_HEIGHT
    sheet.add_table(_table(frame))
    sheet.freeze_panes = _freeze(frame)
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 100
    sheet.sheet_properties.tabColor = styles.brand
    _choices(sheet, frame, book)
    _colours(sheet, frame, book)
    print_setup(sheet, book, rows=True)
    sheet.print_area = f"A1:{_last_printed(frame)}{frame.last_row}"
    sheet.print_title_rows = "1:1"


def _table(frame: Frame) -> Table:
    table = Table(displayName=frame.table, name=frame.table, ref=f"A1:{frame.last_cell}")
    # Named by hand: openpyxl would read them from the sheet, and touch every cell of it.
    table.tableColumns = [TableColumn(id=n, name=column.title) for n, column in enumerate(frame.columns, 1)]
    table.autoFilter = AutoFilter(ref=table.ref)
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    return table


def _freeze(frame: Frame) -> str:
    if frame.sheet not in _KEPT:
        return "A2"
    at = [column.key for column in frame.columns].index(_KEPT[frame.sheet]) + 2
    return f"{get_column_letter(at)}2"


def _last_printed(frame: Frame) -> str:
    printed = [n for n, c in enumerate(frame.columns, 1) if look_of(frame.sheet, c.key).prints]
    return get_column_letter(max(printed))


def _may_choose(lasting: str, book: Book) -> bool:
    return book.reader == WORKING or lasting in CLIENT_LASTING


def _choices(sheet: Worksheet, frame: Frame, book: Book) -> None:
    """Lists to pick from where a person will type, and numbers that must be a post's."""
    if frame.sheet not in ("updates", "more", "unpaired", "shortfall"):
        return
    for key in ("network", "kind", "state", "lasting"):
        if frame.has(key):
            names = book.names[key].items()
            words = ",".join(told for word, told in names if key != "lasting" or _may_choose(word, book))
            rule = DataValidation(type="list", formula1=quoted(words), allow_blank=True)
            if key == "network":
                rule.errorStyle = "warning"  # there are more networks than the list has
            rule.errorTitle = book.words("Please choose from the list")
            rule.error = book.words("The words are: {words}", words=words.replace(",", ", "))[:250]
            rule.showErrorMessage = True  # openpyxl's default is a rule nobody sees
            rule.add(frame.cells(key))
            sheet.add_data_validation(rule)
    if not frame.has("post_no"):
        return
    number = DataValidation(
        type="whole",
        operator="between",
        formula1="1",
        formula2=str(max(len(book.entries), 1)),
        allow_blank=True,
        errorStyle="warning",
    )
    number.promptTitle = book.words("Post no.")
    number.prompt = book.words("The number of the post on the sheet Posts.")
    number.errorTitle = book.words("No such post")
    number.error = book.words("The sheet Posts has no post with this number.")
    number.showInputMessage = number.showErrorMessage = True
    number.add(frame.cells("post_no"))
    sheet.add_data_validation(number)


def _colours(sheet: Worksheet, frame: Frame, book: Book) -> None:
    """Colours beside words that say the same."""

    def paint(key: str, formula: str, font: str, fill: str, shown: str = "") -> None:
        look = DifferentialStyle(
            font=Font(name=FONT, bold=key != "text", color=font), fill=PatternFill("solid", bgColor=fill)
        )
        if shown:
            look.numFmt = NumberFormat(numFmtId=_OWN_FORMAT, formatCode=shown)
        rule = Rule(type="expression", dxf=look, formula=[formula])
        sheet.conditional_formatting.add(frame.cells(key), rule)

    if frame.has("posted_at"):  # midnight is a day without a time: none is shown
        at = f"${frame.letter('posted_at')}2"
        is_day = f"AND(ISNUMBER({at}),MOD({at},1)=0)"
        day = NumberFormat(numFmtId=_DAY_FORMAT, formatCode=date_formats(book.words.tag)["date"])
        without = Rule(
            type="expression",
            dxf=DifferentialStyle(numFmt=day),
            formula=[is_day],
        )
        sheet.conditional_formatting.add(frame.cells("posted_at"), without)
    if frame.has("missing"):
        missing = f"${frame.letter('missing')}2"
        paint("missing", f"AND(ISNUMBER({missing}),{missing}>0)", WARN, WARN_FILL)
    if frame.has("fits"):
        size, most = f"${frame.letter('characters')}2", f"${frame.letter('limit')}2"
        paint("fits", f"AND(ISNUMBER({size}),ISNUMBER({most}),{size}>{most})", WARN, WARN_FILL)
    if frame.has("lasting") and frame.sheet != "posts":
        care = ("seasonal", "look") if book.reader == WORKING else ("seasonal",)
        for word, font, fill in (("dated", WARN, WARN_FILL), *((name, CARE, CARE_FILL) for name in care)):
            told = quoted(book.word("lasting", word))
            paint("lasting", f"${frame.letter('lasting')}2={told}", font, fill)
    if frame.has("state"):
        word = book.word("state", "draft")
        is_draft = f"${frame.letter('state')}2={quoted(word)}"
        paint("state", is_draft, CARE, CARE_FILL)
        if frame.sheet != "shortfall":  # where all are drafts
            # Beside the network, in sight and on paper, where the column with the state is not.
            paint("network", is_draft, CARE, CARE_FILL, shown=f'@" · {word}"')
            paint("text", is_draft, CARE, CARE_FILL)


def print_setup(sheet: Worksheet, book: Book, *, rows: bool) -> None:
    """A4 across, as wide as the page, with the client's name and page numbers."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0 if rows else 1
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.5, 0.65, 0.3, 0.3
    name = header(name_of(book)).replace("&", "&&")
    pages = book.words("Page {page} of {pages}", page="&P", pages="&N")
    for part, text in (("left", name), ("center", "&A" if rows else ""), ("right", pages)):
        setattr(sheet.oddFooter, part, HeaderFooterItem(text=text, font=f"{FONT},Regular", size=8))
