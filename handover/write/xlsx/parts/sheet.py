"""One sheet but its rows: what stands before and behind them (ECMA-376-1, 18.3)."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from itertools import islice
from typing import Literal, NamedTuple

from handover.later import dataclass
from handover.text.column_letters import column_letters
from handover.write.xlsx.parts.charts import Chart
from handover.write.xlsx.parts.markup import (
    MAIN,
    OFFICE,
    counted,
    element,
    in_attribute,
    in_attributes,
    in_text,
)
from handover.write.xlsx.parts.pictures import Placed
from handover.write.xlsx.parts.styles import Font
from handover.write.xlsx.parts.tables import Table

TABLE, DRAWING = "rTable", "rDrawing"  # what leads from a sheet to these parts
_UNSEEN = 13.0  # the width of a column that is hidden and has none
_A4 = 9
_AT_ONCE = 500  # links that are written at once: all at once would take as much memory as all else

Link = tuple[str, str, str]  # the cell, the address, its fragment


class Rule(NamedTuple):
    """Cells that look otherwise where a formula says so."""

    cells: str
    formula: str
    paint: int  # its number in the style sheet


class Choice(NamedTuple):
    """What may be typed into cells: a word of a list, or a whole number between two."""

    cells: str
    kind: Literal["list", "whole"]
    first: str  # a formula: the words, or the least number
    last: str = ""  # the greatest number
    warns: bool = False  # other values may stand after all
    error: tuple[str, str] = ("", "")  # title and words
    prompt: tuple[str, str] = ("", "")


class Paper(NamedTuple):
    """A printed page: A4, as wide as the sheet."""

    across: bool  # the long side
    pages: int  # how many the sheet is high; 0 for as many as it takes
    footer: Sequence[tuple[str, str]]  # where ("L", "C", "R") and what, with Excel's own signs such as &P


@dataclass(kw_only=True)
class Stream:
    """The rows of a sheet, made while they are written; with what is known once they are."""

    rows: Iterable[str]
    last_cell: str  # "W30001"
    links: Sequence[Link] = ()
    pictures: Sequence[Placed] = ()
    text_cells: str = ""  # where text that looks like a number is meant as text


@dataclass(kw_only=True)
class Sheet:
    """What is said of one sheet. Columns and rows are counted from 1."""

    title: str
    hidden: bool = False  # from everybody: no menu brings it back
    tab: str = ""  # its colour
    has_grid: bool = True
    kept: tuple[int, int] = (0, 0)  # columns and rows that stay in sight
    widths: dict[int, float] = field(default_factory=dict)
    unseen: set[int] = field(default_factory=set)  # columns
    merged: list[str] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)
    places: list[tuple[str, str, str]] = field(default_factory=list)  # cell, place in the file, what it says
    paper: Paper | None = None
    printed: str = ""  # the cells that are: "$A$1:$L$53"
    has_header: bool = False  # a first row that stands on every page
    table: Table | None = None
    charts: list[Chart] = field(default_factory=list)
    has_pictures: bool = False
    stream: Callable[[], Stream] = field(default=lambda: Stream(rows=(), last_cell="A1"))


def head(sheet: Sheet, last_cell: str) -> str:
    """What stands before the rows."""
    tab = element("tabColor", rgb=f"FF{sheet.tab}") if sheet.tab else ""
    fits = element("pageSetUpPr", fitToPage=True) if sheet.paper else ""
    told = [
        element("sheetPr", tab + fits) if tab or fits else "",
        element("dimension", ref=f"A1:{last_cell}"),
        element("sheetViews", _view(sheet)),
        element("sheetFormatPr", baseColWidth=8, defaultRowHeight=15),
        _columns(sheet),
    ]
    return f'<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}">{"".join(told)}<sheetData>'


def tail(sheet: Sheet, stream: Stream) -> Iterator[str]:
    """What stands behind them, once they are written."""
    yield "</sheetData>"
    yield counted("mergeCells", [element("mergeCell", ref=cells) for cells in sheet.merged])
    yield from _rules(sheet.rules)
    yield counted("dataValidations", [_choice(choice) for choice in sheet.choices])
    yield from _links(sheet, stream.links)
    yield _paper(sheet.paper)
    if stream.text_cells:  # no green corners
        ignored = element("ignoredError", sqref=stream.text_cells, numberStoredAsText=True)
        yield element("ignoredErrors", ignored)
    if sheet.charts or sheet.has_pictures:
        yield element("drawing", **{"r:id": DRAWING})
    if sheet.table:
        yield counted("tableParts", [element("tablePart", **{"r:id": TABLE})])
    yield "</worksheet>"


def _view(sheet: Sheet) -> str:
    columns, rows = sheet.kept
    inside = element("selection", activeCell="A1", sqref="A1")
    if columns or rows:
        at = f"{column_letters(columns + 1)}{rows + 1}"
        pane = f"{'bottom' if rows else 'top'}{'Right' if columns else 'Left'}"
        inside = element(
            "pane",
            xSplit=columns or None,
            ySplit=rows or None,
            topLeftCell=at,
            activePane=pane,
            state="frozen",
        )
        if columns and rows:
            inside += element("selection", pane="topRight") + element("selection", pane="bottomLeft")
        inside += element("selection", pane=pane, activeCell="A1", sqref="A1")
    return element("sheetView", inside, showGridLines=None if sheet.has_grid else False, workbookViewId=0)


def _columns(sheet: Sheet) -> str:
    columns = [
        element(
            "col",
            min=n,
            max=n,
            width=sheet.widths.get(n, _UNSEEN),
            customWidth=True,
            hidden=n in sheet.unseen or None,
        )
        for n in sorted({*sheet.widths, *sheet.unseen})
    ]
    return element("cols", "".join(columns)) if columns else ""


def _rules(rules: Sequence[Rule]) -> Iterator[str]:
    """The rules, those of the same cells together. The first one that holds goes before the others."""
    by_cells: dict[str, list[str]] = {}
    for priority, rule in enumerate(rules, 1):
        by_cells.setdefault(rule.cells, []).append(
            element(
                "cfRule",
                _formula("formula", rule.formula),
                type="expression",
                priority=priority,
                dxfId=rule.paint,
            )
        )
    for cells, found in by_cells.items():
        yield element("conditionalFormatting", "".join(found), sqref=cells)


def _formula(name: str, formula: str) -> str:
    return element(name, in_text(formula)) if formula else ""


def _choice(choice: Choice) -> str:
    title, error = choice.error
    asked, prompt = choice.prompt
    return element(
        "dataValidation",
        _formula("formula1", choice.first) + _formula("formula2", choice.last),
        type=choice.kind,
        errorStyle="warning" if choice.warns else None,
        allowBlank=True,
        showInputMessage=bool(prompt) or None,
        showErrorMessage=bool(error) or None,
        errorTitle=title or None,
        error=error or None,
        promptTitle=asked or None,
        prompt=prompt or None,
        sqref=choice.cells,
    )


def _links(sheet: Sheet, links: Sequence[Link]) -> Iterator[str]:
    if not (sheet.places or links):
        return
    yield "<hyperlinks>"
    for ref, place, shown in sheet.places:
        yield element("hyperlink", ref=ref, location=place, display=shown)
    number = _numbers(links)
    # By hand, and some hundred at once: a sheet may have tens of thousands.
    for start in range(0, len(links), _AT_ONCE):
        yield "".join([
            f'<hyperlink ref="{ref}" r:id="rLink{number[target]}"'
            + (f' location="{in_attribute(fragment)}"/>' if fragment else "/>")
            for ref, target, fragment in links[start : start + _AT_ONCE]
        ])  # fmt: skip
    yield "</hyperlinks>"


def link_relations(links: Sequence[Link]) -> Iterator[str]:
    """What leads from a sheet to the addresses that its cells open, as XML, some hundred at once."""
    before, after = '<Relationship Id="rLink', f'" Type="{OFFICE}/hyperlink" TargetMode="External" Target="'
    numbered = iter(_numbers(links).items())
    while batch := list(islice(numbered, _AT_ONCE)):
        targets = in_attributes([target for target, _ in batch])
        yield "".join([
            f'{before}{n}{after}{target}"/>' for (_, n), target in zip(batch, targets, strict=True)
        ])  # fmt: skip


def _numbers(links: Sequence[Link]) -> dict[str, int]:
    """A number for each address: links to the same one share a relation."""
    return {target: n for n, target in enumerate(dict.fromkeys([target for _, target, _ in links]), 1)}


def _paper(paper: Paper | None) -> str:
    if not paper:
        return element("pageMargins", left=0.75, right=0.75, top=1, bottom=1, header=0.5, footer=0.5)
    footer = "".join(f'&{where}&"{Font().name},Regular"&8 {told}' for where, told in paper.footer if told)
    return (
        element("pageMargins", left=0.5, right=0.5, top=0.5, bottom=0.65, header=0.3, footer=0.3)
        + element(
            "pageSetup",
            paperSize=_A4,
            fitToWidth=1,
            fitToHeight=paper.pages,
            orientation="landscape" if paper.across else "portrait",
        )
        + element("headerFooter", element("oddFooter", in_text(footer)))
    )
