# ruff: noqa: E501 - a table of styles reads as lines
"""The styles of the built-in template: one typeface, four colours, real headings."""

from html import escape

from handover.write.docx.look import ACCENT, INK, TINT

FONT = "Calibri"
TEXT = "262626"
QUIET = "666666"
LINE = "CBD5D9"
DRAFT = "8A4B00"
DRAFT_GROUND = "FFF6E5"
DRAFT_LINE = "D98E04"


def look(size: float = 0, *, bold: bool | None = None, colour: str = "", caps: bool = False, track: int = 0,
         italic: bool = False, underline: bool = False) -> str:  # fmt: skip
    """Run properties; size in points, tracking in twentieths of a point."""
    return "".join(
        (
            f'<w:b w:val="{int(bold)}"/><w:bCs w:val="{int(bold)}"/>' if bold is not None else "",
            "<w:i/><w:iCs/>" if italic else "",
            "<w:caps/>" if caps else "",
            f'<w:color w:val="{colour}"/>' if colour else "",
            f'<w:spacing w:val="{track}"/>' if track else "",
            f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "",
            '<w:u w:val="single"/>' if underline else "",
        )
    )


def place(before: float = 0, after: float = 0, *, line: float = 0, left: int = 0, hanging: int = 0,
          keep_next: bool = False, keep_lines: bool = False, borders: str = "", fill: str = "", tabs: str = "",
          align: str = "", outline: int = -1, numbered: bool = False, right: int = 0) -> str:  # fmt: skip
    """Paragraph properties in the order of the schema; space in points, indents in twips."""
    spacing = f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"'
    spacing += f' w:line="{round(line * 240)}" w:lineRule="auto"/>' if line else "/>"
    hang = f' w:hanging="{hanging}"' if hanging else ""
    return "".join(
        (
            "<w:keepNext/>" if keep_next else "",
            "<w:keepLines/>" if keep_lines else "",
            '<w:numPr><w:numId w:val="1"/></w:numPr>' if numbered else "",
            f"<w:pBdr>{borders}</w:pBdr>" if borders else "",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else "",
            f"<w:tabs>{tabs}</w:tabs>" if tabs else "",
            spacing,
            f'<w:ind w:left="{left}" w:right="{right}"{hang}/>' if left or hanging or right else "",
            f'<w:jc w:val="{align}"/>' if align else "",
            f'<w:outlineLvl w:val="{outline}"/>' if outline >= 0 else "",
        )
    )


def style(key: str, name: str, paragraph: str, run: str = "", *, based: str = "Normal", following: str = "",
          kind: str = "paragraph", quick: bool = True) -> str:  # fmt: skip
    """A style definition."""
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"{"" if _builtin(name) else " w:customStyle=" + chr(34) + "1" + chr(34)}>'
        f'<w:name w:val="{escape(name)}"/>'
        + (f'<w:basedOn w:val="{based}"/>' if based else "")
        + (f'<w:next w:val="{following}"/>' if following else "")
        + '<w:uiPriority w:val="9"/>'
        + ("<w:qFormat/>" if quick else "")
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _builtin(name: str) -> bool:
    return name.split()[0] in (
        "heading",
        "toc",
        "Title",
        "Subtitle",
        "header",
        "footer",
        "List",
        "Hyperlink",
        "Strong",
    )


def edge(side: str, size: int, colour: str, space: int = 0, line: str = "single") -> str:
    """One border; size in eighths of a point."""
    return f'<w:{side} w:val="{line}" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'


def tab(position: int, kind: str = "right", leader: str = "none") -> str:
    return f'<w:tab w:val="{kind}" w:leader="{leader}" w:pos="{position}"/>'


def paragraph_styles(width: int) -> str:
    """All paragraph and character styles."""
    small = look(9.5)
    return "".join(
        (
            style("Heading1", "heading 1", place(24, 8, keep_next=True, keep_lines=True, outline=0,
                  borders=edge("bottom", 6, ACCENT, 5)), look(21, bold=True, colour=ACCENT), following="Normal"),
            style("Heading2", "heading 2", place(16, 2, keep_next=True, keep_lines=True, outline=1),
                  look(10, bold=True, colour=ACCENT, caps=True, track=30), following="Normal"),
            style("Heading3", "heading 3", place(10, 0, keep_next=True, keep_lines=True, outline=2),
                  look(12.5, bold=True, colour="1A1A1A"), following="Normal"),
            style("Title", "Title", place(0, 8, line=0.95), look(38, bold=True, colour=INK)),
            style("Subtitle", "Subtitle", place(0, 30), look(14, colour=INK)),
            style("Kicker", "Kicker", place(0, 10), look(10.5, bold=True, colour=INK, caps=True, track=50)),
            style("Logo", "Logo", place(0, 14)),
            style("CoverHeading", "Cover heading", place(30, 8), look(10, bold=True, colour=ACCENT, caps=True, track=30)),
            style("CoverName", "Cover name", place(4, 4), look(11.5, bold=True, colour="1A1A1A")),
            style("CoverText", "Cover text", place(4, 4), look(11, colour="404040")),
            style("CoverFoot", "Cover foot", place(20, 0), look(10, colour=QUIET)),
            style("ContentsHeading", "Contents heading", place(0, 12, keep_next=True), look(21, bold=True, colour=ACCENT)),
            style("Lead", "Lead", place(0, 8, line=1.2), look(12.5, colour="404040")),
            style("Label", "Label", place(14, 4, keep_next=True), look(10, bold=True, colour=ACCENT, caps=True, track=30)),
            style("Meta", "Meta", place(0, 2, line=1, keep_next=True), look(9, colour=QUIET)),
            style("Summary", "Summary", place(0, 4, line=1, keep_next=True), look(10)),
            style("PostNote", "Post note", place(4, 6), look(9.5, colour=DRAFT)),
            style("Note", "Note", place(6, 12, left=170, right=170, borders=edge("top", 4, TINT, 6)
                  + edge("left", 24, ACCENT, 8) + edge("bottom", 4, TINT, 6) + edge("right", 4, TINT, 6), fill=TINT)),
            style("ListBullet", "List Bullet", place(0, 4, left=340, hanging=340, numbered=True)),
            style("Line", "Update line", place(0, 3, left=340, hanging=340, keep_lines=True), small),
            style("Months", "Months", place(0, 10, line=1.3), look(10)),
            style("PostTitle", "Post title", place(10, 0, keep_next=True, keep_lines=True), look(12.5, bold=True, colour="1A1A1A")),
            style("Draft", "Draft", place(0, 6, line=1, left=170, right=170, keep_lines=True, fill=DRAFT_GROUND,
                  borders=edge("top", 4, DRAFT_GROUND, 4) + edge("left", 24, DRAFT_LINE, 8, "dashSmallGap") + edge("bottom", 4, DRAFT_GROUND, 4)), look(10, italic=True, colour="3D2A00")),
            style("DraftLabel", "Draft label", place(3, 3, keep_next=True), look(8, bold=True, colour=DRAFT, caps=True, track=20)),
            style("TableHead", "Table head", place(0, 0, line=1, keep_next=True), look(8, bold=True, colour=QUIET, caps=True, track=20)),
            style("TableText", "Table text", place(0, 0, line=1), small),
            style("UpdateText", "Update text", place(0, 2.5, line=1), small),
            style("TableStrong", "Table strong", place(0, 0, line=1), look(9.5, bold=True, colour="1A1A1A")),
            style("CheckTitle", "Check title", place(6, 0, line=1, keep_next=True), look(9.5, bold=True, colour="1A1A1A")),
            style("TableQuiet", "Table quiet", place(0, 0, line=1), look(8.5, colour=QUIET)),
            style("AfterTable", "After table", '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>', look(1)),
            style("TimelineDate", "Timeline date", place(5, 5, align="right"), look(10.5, bold=True, colour=ACCENT)),
            style("TimelineMark", "Timeline mark", place(5, 5, align="center"), look(9, colour=ACCENT)),
            style("TimelineText", "Timeline text", place(5, 5)),
            style("FactNumber", "Fact number", place(6, 0, line=0.95, keep_next=True), look(30, bold=True, colour=ACCENT)),
            style("FactLabel", "Fact label", place(0, 8), look(10, colour=QUIET)),
            style("Chart", "Chart", place(0, 6)),
            style("Button", "Button", place(0, 10), look(11, bold=True)),
            style("Contact", "Contact", place(2, 10, tabs=""), look(11)),
            style("SignLine", "Signature line", place(44, 2, borders=edge("bottom", 4, "808080"), right=600)),
            style("Tag", "Template tag", place(0, 0), look(8, colour="7F7F7F"), quick=False),
            style("Header", "header", place(0, 0, tabs=tab(width)), look(8.5, colour=QUIET), quick=False),
            style("Footer", "footer", place(0, 0, tabs=tab(width)), look(8.5, colour=QUIET), quick=False),
            style("TOC1", "toc 1", place(5, 0, tabs=tab(width, leader="dot")), look(10.5, bold=True), quick=False),
            style("TOC2", "toc 2", place(1, 0, left=284, tabs=tab(width, leader="dot")), look(10, colour="404040"), quick=False),
            style("TOC3", "toc 3", place(0, 0, left=567, tabs=tab(width, leader="dot")), look(10, colour="404040"), quick=False),
            style("Hyperlink", "Hyperlink", "", look(colour=ACCENT, underline=True), based="DefaultParagraphFont", kind="character", quick=False),
            style("AddressLink", "Address link", "", look(8.5, colour=QUIET), based="DefaultParagraphFont", kind="character"),
            style("Strong", "Strong", "", look(bold=True), based="DefaultParagraphFont", kind="character"),
            style("Warning", "Warning", "", look(9, bold=True, colour=DRAFT), based="DefaultParagraphFont", kind="character"),
            style("Quiet", "Quiet", "", look(9, bold=False, colour=QUIET), based="DefaultParagraphFont", kind="character"),
        )
    )  # fmt: skip


def table_styles() -> str:
    """The table styles."""
    lines = edge("bottom", 4, LINE) + edge("insideH", 4, LINE)
    return "".join(
        (
            _table("HandoverTable", "Handover table", edge("top", 4, LINE) + lines, (36, 36), (0, 120),
                   first=f'<w:tcPr><w:tcBorders>{edge("bottom", 8, ACCENT)}</w:tcBorders></w:tcPr>'),
            _table("Cover", "Cover table", edge("top", 4, LINE) + lines, (40, 40), (0, 120)),
            _table("Timeline", "Timeline table", "", (0, 0), (0, 60)),
            _table("Facts", "Facts table", edge("top", 4, LINE) + edge("bottom", 4, LINE), (40, 40), (0, 100)),
            _table("Plain", "Plain table", "", (0, 0), (0, 0)),
        )
    )  # fmt: skip


def _table(
    key: str, name: str, borders: str, tall: tuple[int, int], wide: tuple[int, int], first: str = ""
) -> str:
    # Borders in the order of the schema: top, left, bottom, right, insideH, insideV.
    margins = "".join(
        f'<w:{side} w:w="{size}" w:type="dxa"/>'
        for side, size in (("top", tall[0]), ("left", wide[0]), ("bottom", tall[1]), ("right", wide[1]))
    )
    conditional = f'<w:tblStylePr w:type="firstRow">{first}</w:tblStylePr>' if first else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr>'
        + (f"<w:tblBorders>{borders}</w:tblBorders>" if borders else "")
        + f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{conditional}</w:style>"
    )


def styles_xml(width: int) -> str:
    """The whole styles part."""
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    return (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:rPr><w:color w:val="{TEXT}"/></w:rPr></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
        '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>'
        + paragraph_styles(width)
        + table_styles()
        + "</w:styles>"
    )
