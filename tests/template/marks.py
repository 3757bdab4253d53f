"""A few words of WordprocessingML, so that the body of the template reads like a document."""

from html import escape

PAGE_BREAK = "<w:pageBreakBefore/>"
KEPT = "<w:keepNext/>"  # on one page with what follows
WIDTH = 9412  # twips between the margins: A4, 2.2 cm each side


def t(text: str, *, style: str = "") -> str:
    """A run of text or tags; a `{{r }}` tag stands in a run of its own."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def p(style: str, *runs: str, extra: str = "") -> str:
    """A paragraph; plain strings are runs of text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    look = f"<w:pPr>{named}{extra}</w:pPr>" if style or extra else ""
    return f"<w:p>{look}{''.join(r if r.startswith('<') else t(r) for r in runs)}</w:p>"


def tag(text: str) -> str:
    """A paragraph that holds one `{%p %}` tag and vanishes with it."""
    return p("Tag", text)


def when(condition: str, *inside: str) -> str:
    """Paragraphs and tables that stand only where the condition holds."""
    return tag("{%p if " + condition + " %}") + "".join(inside) + tag("{%p endif %}")


def each(name: str, values: str, *inside: str) -> str:
    """Paragraphs and tables, once for each value."""
    return tag("{%p for " + name + " in " + values + " %}") + "".join(inside) + tag("{%p endfor %}")


def cell(width: int, *paragraphs: str, fill: str = "", extra: str = "") -> str:
    """A table cell; `extra` are further properties that belong before the vertical alignment."""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    # order of the schema: tcW, tcBorders, shd, tcMar, vAlign
    borders, margins = (extra, "") if "tcBorders" in extra else ("", extra)
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{borders}{shade}{margins}</w:tcPr>'
        f"{''.join(paragraphs)}</w:tc>"
    )


def row(*cells: str, header: bool = False, height: int = 0, splitting: bool = False) -> str:
    """A table row that stays on one page; one of long texts would leave a hole where it began."""
    tall = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    head = "<w:tblHeader/>" if header else ""
    whole = "" if splitting else "<w:cantSplit/>"
    look = f"<w:trPr>{whole}{tall}{head}</w:trPr>" if whole or tall or head else ""
    return f"<w:tr>{look}{''.join(cells)}</w:tr>"


def table(
    style: str,
    widths: tuple[int, ...],
    *rows: str,
    caption: str,
    indent: int = 0,
    header: bool = False,
    after: str = "AfterTable",
) -> str:
    """A table with fixed widths, described for those who cannot see it; a paragraph of no height ends it, but
    where another one with space above it (`after` is empty) always follows."""
    grid = "".join(f'<w:gridCol w:w="{w}"/>' for w in widths)
    look = f'w:val="{"0420" if header else "0400"}" w:firstRow="{int(header)}" w:lastRow="0"'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{indent}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook {look} w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(caption)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>{p(after) if after else ''}"
    )


def loop_row(name: str, values: str, *cells: str, splitting: str = "") -> str:
    """One row for each value; one for which `splitting` holds may go on over the page."""
    width = cell(WIDTH, p("Tag", "{%tr for " + name + " in " + values + " %}"))
    end = cell(WIDTH, p("Tag", "{%tr endfor %}"))
    inside = row(*cells)
    if splitting:
        begin, other, done = (
            row(cell(WIDTH, p("Tag", f"{{%tr {word} %}}"))) for word in (f"if {splitting}", "else", "endif")
        )
        inside = begin + row(*cells, splitting=True) + other + inside + done
    return row(width) + inside + row(end)


def heads(section: str, *names: str) -> tuple[str, ...]:
    """The tags of a table's header."""
    return tuple(f"{{{{ {section}.heads.{name} }}}}" for name in names)


def listing(
    caption: str,
    widths: tuple[int, ...],
    header: tuple[str, ...],
    name: str,
    values: str,
    *cells: tuple[str, ...],
    optional: tuple[int, ...] = (),
    splitting: str = "",
    after: str = "AfterTable",
) -> str:
    """The usual table: a header that repeats, a row for each value.

    `optional` columns, counted from 0, are there only where their heading is not empty; a row for which
    `splitting` holds may go on over the page.
    """

    def column(n: int, xml: str) -> str:
        if n not in optional:
            return xml
        condition = header[n].strip("{} ")
        begin, end = (cell(widths[n], p("Tag", f"{{%tc {word} %}}")) for word in (f"if {condition}", "endif"))
        return begin + xml + end

    heading = (column(n, cell(w, p("TableHead", header[n]))) for n, w in enumerate(widths))
    top = row(*heading, header=True)
    inside = (column(n, cell(w, *cells[n])) for n, w in enumerate(widths))
    body = loop_row(name, values, *inside, splitting=splitting)
    return table("HandoverTable", widths, top, body, caption=caption, header=True, after=after)
