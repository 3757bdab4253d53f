"""What worked best, on the client's first sheet: a native chart for each network whose figures suffice."""

from handover.model.worked import Best, Worked
from handover.write.view.client import moved
from handover.write.view.library import Library
from handover.write.view.summary import shorten
from handover.write.view.worked import worked
from handover.write.xlsx.book import Book
from handover.write.xlsx.charts import Figures, bar_chart
from handover.write.xlsx.look import MUTED
from handover.write.xlsx.page import Page
from handover.write.xlsx.parts.charts import Chart

NETWORKS_SHOWN = 3  # those with most updates
BAR_NAME = 44  # characters of an update beside its bar
WIDTH, HEIGHT_OF_ALL, HEIGHT_OF_ONE = 20.4, 2.0, 1.1  # centimetres of a chart; beside its bars, of one bar
ROW = 0.53  # centimetres of a row
HIDDEN = ("N", "O", "P")  # columns of the charts' figures: the updates, their counts, what was usual


def write_worked(page: Page, row: int, book: Book, brand: str) -> int:
    """Write what worked best from this row on; the row below it. Nothing where no figures suffice."""
    told = worked(Library(book.handover, book.entries, workbook=True), book.handover)
    if not told:
        return row
    page.heading(row, told["title"])
    page.wrapped(row + 1, "B", "K", told["intro"], colour=MUTED)
    page.hide(*HIDDEN)
    row += 2
    ranked = [one for one in book.handover.worked if one.best]
    for one, network in list(zip(ranked, told["networks"], strict=True))[:NETWORKS_SHOWN]:
        page.wrapped(row, "B", "K", f"{network['name']}: {network['having']}", bold=True)
        figures = _figures(page, row + 1, book, one)
        height = HEIGHT_OF_ALL + HEIGHT_OF_ONE * len(one.best)
        chart = bar_chart(figures, brand, down=True)
        page.sheet.charts.append(Chart(2, row + 1, WIDTH, height, chart))
        row += 2 + round(height / ROW)
        for sentence in network["says"]:
            page.paragraph(row, sentence)
            row += 1
    return row


def _figures(page: Page, row: int, book: Book, one: Worked) -> Figures:
    """The updates with their counts and what was usual, out of sight under the names of both."""
    names, counts, usual = HIDDEN
    page.write(counts, row, book.title_of_figure(one.measure))
    page.write(usual, row, book.words("usual that year"))
    for at, best in enumerate(one.best, row + 1):
        page.write(names, at, _named(best, book))
        page.write(counts, at, _whole(best.value), number="#,##0")
        page.write(usual, at, _whole(best.usual), number="#,##0")
    return Figures(
        page=page,
        names=names,
        values=counts,
        beside=usual,
        first=row + 1,
        last=row + len(one.best),
    )


def _named(best: Best, book: Book) -> str:
    text = shorten(" ".join(best.update.text.split()), BAR_NAME)
    at = best.update.posted_at
    day = book.words.date(moved(at, book.zone).date(), "short") if at else ""
    return " · ".join(filter(None, (text, day)))


def _whole(value: float) -> float:
    """Counts are whole; a median may not be."""
    return int(value) if value == int(value) else round(value, 1)
