"""The sheets without their rows: headers, tables, widths, choices to pick from, colours, print set-up."""

from collections.abc import Iterator

from handover.columns import CLIENT_LASTING, WORKING, Column
from handover.columns.shown import clean
from handover.later import dataclass
from handover.text.column_letters import column_letters
from handover.write.xlsx.book import Book, header
from handover.write.xlsx.cells import one_cell
from handover.write.xlsx.formats import date_formats
from handover.write.xlsx.look import (
    ACROSS,
    CARE,
    CARE_FILL,
    HEADER_HEIGHT,
    WARN,
    WARN_FILL,
    Styles,
    look_of,
)
from handover.write.xlsx.parts.sheet import Choice, Paper, Rule, Sheet
from handover.write.xlsx.parts.styles import Paint
from handover.write.xlsx.parts.tables import Table
from handover.write.xlsx.parts.workbook import Properties
from handover.write.xlsx.rows import quoted
from handover.write.xlsx.strings import Strings

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
        return f"{column_letters(len(self.columns))}{self.last_row}"

    def letter(self, key: str) -> str:
        return column_letters([column.key for column in self.columns].index(key) + 1)

    def title(self, key: str) -> str:
        """The header of a column."""
        return next(column.title for column in self.columns if column.key == key)

    def cells(self, key: str) -> str:
        """The cells of a column below its header."""
        letter = self.letter(key)
        return f"{letter}2:{letter}{self.last_row}"

    def has(self, key: str) -> bool:
        return any(column.key == key for column in self.columns)


def properties_of(book: Book) -> Properties:
    """What is said of the file itself."""
    details = book.handover.details
    return Properties(
        author=_property(details.me.name) or "handover",
        title=_property(book.words("Content library: {name}", name=name_of(book))),
        subject=_property(book.words("Every post and every social update")),
        language=book.words.tag,
        day=book.handover.today,
    )


def name_of(book: Book) -> str:
    """The client, else the blog."""
    return " ".join(book.handover.details.client.name.split() or book.handover.feed.title.split())


def _property(text: str) -> str:
    return clean(" ".join(text.split()))[:255]


def make_frame(sheet: Sheet, frame: Frame, book: Book, styles: Styles) -> None:
    """Everything of a sheet but its rows."""
    for n, column in enumerate(frame.columns, 1):
        words = (len(word) * BOLD + BESIDE for word in column.title.split())
        sheet.widths[n] = max(look_of(frame.sheet, column.key).width, *words)
        if book.is_hidden(frame.sheet, column.key):
            sheet.unseen.add(n)
    titles = [column.title for column in frame.columns]
    sheet.table = Table(frame.table, f"A1:{frame.last_cell}", titles)
    sheet.kept = (_kept(frame), 1)
    sheet.has_grid = False
    sheet.tab = styles.brand
    sheet.choices += _choices(frame, book)
    sheet.rules += _rules(frame, book, styles)
    sheet.paper = paper(book, rows=True)
    sheet.printed = f"$A$1:${_last_printed(frame)}${frame.last_row}"
    sheet.has_header = True


def header_row(frame: Frame, styles: Styles, strings: Strings) -> str:
    """The first row of a sheet."""
    cells = [
        one_cell(f"{column_letters(n)}1", _head(frame, column, styles), column.title, strings)
        for n, column in enumerate(frame.columns, 1)
    ]
    return f'<row r="1" ht="{HEADER_HEIGHT:g}" customHeight="1">{"".join(cells)}</row>'


def _head(frame: Frame, column: Column, styles: Styles) -> int:
    across = ACROSS.get(look_of(frame.sheet, column.key).style, "left")
    return styles.head(quiet=column.key in QUIET, across=across)


def _kept(frame: Frame) -> int:
    """How many columns stay in sight."""
    if frame.sheet not in _KEPT:
        return 0
    return [column.key for column in frame.columns].index(_KEPT[frame.sheet]) + 1


def _last_printed(frame: Frame) -> str:
    printed = [n for n, c in enumerate(frame.columns, 1) if look_of(frame.sheet, c.key).prints]
    return column_letters(max(printed))


def _may_choose(lasting: str, book: Book) -> bool:
    return book.reader == WORKING or lasting in CLIENT_LASTING


def _choices(frame: Frame, book: Book) -> Iterator[Choice]:
    """Lists to pick from where a person will type, and numbers that must be a post's."""
    if frame.sheet not in ("updates", "more", "unpaired", "shortfall"):
        return
    for key in ("network", "kind", "state", "lasting"):
        if frame.has(key):
            names = book.names[key].items()
            words = [told for word, told in names if key != "lasting" or _may_choose(word, book)]
            error = book.words("The words are: {words}", words=", ".join(words))[:250]
            yield Choice(
                frame.cells(key),
                "list",
                first=quoted(",".join(words)),
                warns=key == "network",  # there are more networks than the list has
                error=(book.words("Please choose from the list"), error),
            )
    if frame.has("post_no"):
        yield Choice(
            frame.cells("post_no"),
            "whole",
            first="1",
            last=str(max(len(book.entries), 1)),
            warns=True,
            prompt=(book.words("Post no."), book.words("The number of the post on the sheet Posts.")),
            error=(
                book.words("No such post"),
                book.words("The sheet Posts has no post with this number."),
            ),
        )


def _rules(frame: Frame, book: Book, styles: Styles) -> Iterator[Rule]:
    """Colours beside words that say the same."""
    warn, care = Paint(WARN, WARN_FILL, bold=True), Paint(CARE, CARE_FILL, bold=True)

    def rule(key: str, formula: str, paint: Paint) -> Rule:
        return Rule(frame.cells(key), formula, styles.sheet.paint(paint))

    if frame.has("posted_at"):  # midnight is a day without a time: none is shown
        at = f"${frame.letter('posted_at')}2"
        day = Paint(number=date_formats(book.words.tag)["date"])
        yield rule("posted_at", f"AND(ISNUMBER({at}),MOD({at},1)=0)", day)
    if frame.has("missing"):
        missing = f"${frame.letter('missing')}2"
        yield rule("missing", f"AND(ISNUMBER({missing}),{missing}>0)", warn)
    if frame.has("fits"):
        size, most = f"${frame.letter('characters')}2", f"${frame.letter('limit')}2"
        yield rule("fits", f"AND(ISNUMBER({size}),ISNUMBER({most}),{size}>{most})", warn)
    if frame.has("lasting") and frame.sheet != "posts":
        lasting = f"${frame.letter('lasting')}2"
        yield rule("lasting", f"{lasting}={quoted(book.word('lasting', 'dated'))}", warn)
        for word in ("seasonal", "look") if book.reader == WORKING else ("seasonal",):
            yield rule("lasting", f"{lasting}={quoted(book.word('lasting', word))}", care)
    if frame.has("state"):
        draft = book.word("state", "draft")
        is_draft = f"${frame.letter('state')}2={quoted(draft)}"
        yield rule("state", is_draft, care)
        if frame.sheet != "shortfall":  # where all are drafts
            # Beside the network, in sight and on paper, where the column with the state is not.
            yield rule("network", is_draft, care._replace(number=f'@" · {draft}"'))
            yield rule("text", is_draft, care._replace(bold=False))


def paper(book: Book, *, rows: bool) -> Paper:
    """A4 as wide as the sheet, with the client's name and page numbers; a sheet of rows lies across."""
    name = header(name_of(book)).replace("&", "&&")
    pages = book.words("Page {page} of {pages}", page="&P", pages="&N")
    footer = (("L", name), ("C", "&A" if rows else ""), ("R", pages))
    return Paper(across=rows, pages=0 if rows else 1, footer=footer)
