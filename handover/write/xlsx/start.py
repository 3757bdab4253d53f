"""The sheet to start at: what is in the workbook, in figures that stay live, with two charts."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from handover.columns import POSTS, UNPAIRED, UPDATES
from handover.columns.rest import mark_of
from handover.later import dataclass
from handover.write.xlsx.book import Book
from handover.write.xlsx.charts import Figures, bar_chart
from handover.write.xlsx.frames import Frame, name_of, paper
from handover.write.xlsx.look import INPUT, LINK_COLOUR, MUTED, Styles
from handover.write.xlsx.page import Page
from handover.write.xlsx.parts.charts import Chart
from handover.write.xlsx.parts.sheet import Sheet
from handover.write.xlsx.parts.workbook import quoted_title
from handover.write.xlsx.rows import Rows, quoted
from handover.write.xlsx.tally import Periods, Tally
from handover.write.xlsx.values import Formula

CHART_ROWS = 15
HIDDEN = ("N", "O", "P", "Q")  # columns of the charts' figures: networks, their counts, days, their counts


@dataclass(frozen=True, slots=True)
class Tile:
    """One key figure."""

    label: str
    value: Formula | int
    note: str = ""


class Start:
    """Lays out the sheet of the working copy; the client's says less (`start_client.py`)."""

    alone = UNPAIRED.key  # the sheet with updates of no post

    def __init__(self, sheet: Sheet, book: Book, rows: Rows, frames: Sequence[Frame], styles: Styles) -> None:
        self.page = Page(sheet, styles)
        self.book = book
        self.words = book.words
        self.rows = rows
        self.frames = frames
        self.styles = styles
        self.minimum_row = 0  # of the cell that counts hang on; 0 without one
        self.tally = Tally(book, rows, [frame for frame in frames if frame.sheet == UPDATES.key])

    def lay_out(self, notes: Sequence[str]) -> None:
        """Fill the sheet; `notes` are sentences the workbook adds about itself."""
        row = self._title()
        row = self._tiles(row + 2)
        row = self._sentences(row + 1, notes)
        row = self._contents(row + 1)
        row = self._figures(row + 1)
        sheet = self.page.sheet
        sheet.paper = paper(self.book, rows=False)
        sheet.printed = f"$A$1:${self.page.last}${row}"

    def marks(self) -> list[int]:
        """A mark of the texts of each row, as they are written."""
        return list(filter(None, map(mark_of, self.page.texts())))

    def has(self, key: str) -> bool:
        return any(frame.sheet == key for frame in self.frames)

    # From top to bottom; each part returns the row below it

    def _title(self) -> int:
        _, me = self.words, self.book.handover.details.me
        self.page.band(1, 4)
        told = [*self._kind(), _.date(self.book.handover.today)]
        if me.name:
            told.insert(1, _("prepared by {name}", name=me.name))
        on_brand = self.styles.on_brand
        self.page.write("B", 2, name_of(self.book) or _("Content library"), 22, bold=True, colour=on_brand)
        self.page.write("B", 3, " · ".join(told), 11, colour=on_brand)
        self.page.heights({1: 12, 2: 34, 3: 20, 4: 14, 5: 12})
        return 4

    def _kind(self) -> list[str]:
        """What the workbook is, and for whom."""
        return [self.words("Working copy, for you alone")]

    def _tiles(self, row: int) -> int:
        for tile, edges in zip(self._key_figures(), self.page.TILES, strict=False):
            first, last = edges[0], edges[1]
            self.page.tile(row, first, last)
            self.page.write(first, row, tile.value, 22, bold=True, number="#,##0", indent=1)
            self.page.wrapped(row + 1, first, last, tile.label, bold=True, indent=1)
            self.page.wrapped(row + 2, first, last, tile.note, size=9, colour=MUTED, indent=1)
        self.page.heights({row: 36})
        return row + 3

    def _key_figures(self) -> list[Tile]:
        _, handover = self.words, self.book.handover
        tiles = [self._posts(), self._updates()]
        if handover.minimum:
            missing = self.rows.ref(POSTS.key, "missing")
            short = Formula(f'COUNTIF({missing},">0")', len(handover.shortfalls))
            told = _.plural("with fewer than {n} update", "with fewer than {n} updates", handover.minimum)
            tiles.append(Tile(_("posts with too few"), short, told))
        tiles += self._runway()
        if handover.unpaired:
            tiles.append(Tile(_("unpaired"), self._alone(), _("their post is not certain")))
        return tiles

    def _posts(self) -> Tile:
        count = Formula(f"COUNT({self.rows.ref(POSTS.key, 'no')})", len(self.book.entries))
        return Tile(self.words("posts"), count, self._period())

    def _updates(self) -> Tile:
        """Those that belong to a post, as all files and the summary count them."""
        networks = self.book.handover.counts.on_networks
        on_networks = self.words.plural("on {n} network", "on {n} networks", networks)
        return Tile(self.words("updates"), self.tally.of("kind", "original"), on_networks)

    def _alone(self) -> Formula:
        original = quoted(self.book.word("kind", "original"))
        more = self.book.handover.counts.more
        return Formula(f"COUNTIF({self.rows.ref(self.alone, 'kind')},{original})", more)

    def _runway(self) -> list[Tile]:
        _, runway = self.words, self.book.handover.runway
        if not runway or not runway.per_week:
            return []
        live = self.tally.of("lasting", "lasting")
        weeks = _.plural("{n} week", "{n} weeks", runway.weeks)
        told = _("{weeks} at {n} a week", weeks=weeks, n=_.number(runway.per_week))
        if runway.ready < runway.lasting:
            told = _.plural("{n} ready: {weeks}", "{n} ready: {weeks}", runway.ready, weeks=told)
        return [Tile(_("lasting updates"), live if live.value == runway.lasting else runway.lasting, told)]

    def _period(self) -> str:
        days = [e.post.published for e in self.book.entries if e.post.published]
        if not days:
            return ""
        return self.words("since {month}", month=self.words.month(min(days)))

    def _sentences(self, row: int, notes: Sequence[str]) -> int:
        for sentence in (*self._told(), *notes):
            self.page.paragraph(row, sentence)
            row += 1
        return row

    def _told(self) -> list[str]:
        _, handover = self.words, self.book.handover
        extent = {
            "proved": _("This is the whole blog."),
            "walked": _("This is the blog as far back as its pages lead."),
            "newest_only": _("The feed gave only its newest posts: older ones are not in here."),
            "as_given": _("These are the posts as they were given."),
        }[handover.feed.extent]
        told = [f"{extent} {_.said(handover.feed.extent_reason)}".strip()]
        if changes := handover.changes:
            told.append(
                _(
                    "Since the last workbook: {changed} changed, {new} new, {gone} gone.",
                    changed=_.number(changes.changed),
                    new=_.number(changes.new),
                    gone=_.number(changes.gone),
                )
            )
        if handover.pairs and not handover.unpaired:
            told.append(_("Every update stands with its post."))
        told += self._minimum_is_met()
        if not handover.skipped:
            told.append(_("No row was left out."))
        return told

    def _minimum_is_met(self) -> list[str]:
        _, handover, n = self.words, self.book.handover, self.book.handover.minimum
        if not (n and handover.posts) or handover.shortfalls:
            return []
        return [_.plural("Every post has at least {n} update.", "Every post has at least {n} updates.", n)]

    def _contents(self, row: int) -> int:
        page = self.page
        page.heading(row, self.words("What is in it"))
        about = self._about()
        for sheet in self.book.sheets:
            count = [frame.rows for frame in self.frames if frame.sheet == sheet.key]
            if not count:
                continue
            row += 1
            title = self.rows.titles[sheet.key]
            page.write("B", row, title, bold=True, colour=LINK_COLOUR, underlined=True)
            # Google Sheets shows “#gid=…” for a link within the file that does not say what it displays.
            page.sheet.places.append((f"B{row}", f"{quoted_title(title)}!A1", title))
            page.write("D", row, sum(count), number="#,##0", right=True)
            page.wrapped(row, "E", "K", about[sheet.key], colour=MUTED, indent=1)
            page.rule(row)
        return self._closing(row + 1)

    def _about(self) -> dict[str, str]:
        """What each sheet holds."""
        _ = self.words
        return {
            "check": _("What could not be read, and what you should look at."),
            "posts": _("Every post once, newest first, with how many updates it has."),
            "updates": _("Every update under its post, to filter, copy and edit. Times are UTC."),
            "shortfall": _("Posts that need more updates, with drafts: change the state to take one."),
            "unpaired": _("Updates whose post is not certain: fill in the post number you know."),
            "plan": _("What to post again in the next weeks, and when."),
            "accounts": _("Who holds which account, now and afterwards."),
            "taken_out": _("Updates you have taken out: write yes to have one back."),
        }

    def _closing(self, row: int) -> int:
        """What can be done with the workbook."""
        _, page = self.words, self.page
        page.wrapped(row, "B", "C", _("Updates each post needs"), bold=True)
        page.write("D", row, self.book.handover.minimum, number="0", right=True, fill=INPUT)
        page.wrapped(row, "E", "K", _("Change it, and the sheet Posts counts anew."), colour=MUTED, indent=1)
        page.rule(row)
        self.minimum_row = row
        page.paragraph(
            row + 1,
            _(
                "This workbook can be edited and read back: change, add or delete updates, move one by its "
                "post number, overrule what lasts, add columns of your own. Leave the column Id as it is."
            ),
        )
        return row + 2

    def _figures(self, row: int) -> int:
        """Two charts side by side; the figures they show stand beside them, out of sight."""
        _, page = self.words, self.page
        networks, periods = self._networks(), Periods.of(self.book)
        first, shown_as = row + 1, periods.shown(_.tag)
        page.heading(row, _("Updates by network"), last="E")
        page.heading(row, _("Posts a month") if periods.monthly else _("Posts a year"), first="G")
        page.hide(*HIDDEN)
        names, counts, days, values = HIDDEN
        for at, (name, count) in enumerate(networks, first):
            page.write(names, at, name)
            page.write(counts, at, count, number="#,##0")
        for at, (start, end, value) in enumerate(periods.rows, first):
            page.write(days, at, dt.datetime(start.year, start.month, 1), number=shown_as)
            published = self.rows.ref(POSTS.key, "published")
            formula = f'COUNTIFS({published},">="&{_date(start)},{published},"<"&{_date(end)})'
            page.write(values, at, Formula(formula, value), number="#,##0")
        if networks:
            shown = _shown(page, names, counts, first, len(networks))
            chart = bar_chart(shown, self.styles.brand, down=True)
            page.sheet.charts.append(Chart(2, first, 9.2, 7.4, chart))
        if periods.rows:
            shown = replace(_shown(page, days, values, first, len(periods.rows)), names_shown=shown_as)
            chart = bar_chart(shown, self.styles.brand, down=False)
            page.sheet.charts.append(Chart(7, first, 10.6, 7.4, chart))
        return first + CHART_ROWS

    def _networks(self) -> list[tuple[str, Formula]]:
        count = Counter(update.network for update in self.book.paired)
        most = sorted(count, key=lambda key: (-self.tally.value("network", key), key))
        return [(self.book.word("network", key), self.tally.of("network", key)) for key in most]


def _shown(page: Page, names: str, values: str, first: int, many: int) -> Figures:
    return Figures(page=page, names=names, values=values, first=first, last=first + many - 1)


def _date(day: dt.date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"
