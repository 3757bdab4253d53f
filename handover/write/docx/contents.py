"""The table of contents: a real field of Word's, filled, each line a link to its heading."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Final, NamedTuple

from handover.later import pattern
from handover.write.docx.template import ContentsField
from handover.write.docx.text import to_attribute, to_xml

LONGEST: Final = 200  # characters of a line
_RANGE: Final = pattern(r'(\\o )"(\d)-\d"', re.IGNORECASE)
MOST_LINES: Final = 40  # a page; longer contents lose their deepest level first


class Heading(NamedTuple):
    """A heading of the document."""

    level: int  # of Word's own headings, 0 for none
    outline: int  # its outline level, 0 for none
    style: str  # id of its style
    text: str
    target: str  # name of its bookmark
    within: frozenset[str]  # the bookmarks it stands in

    def level_in(self, field: ContentsField) -> int:
        """The level at which a table of contents shows it, 0 where it does not."""
        if field.within and field.within not in self.within:
            return 0
        if self.style in field.styles:
            return field.styles[self.style]
        if field.headings and field.headings[0] <= self.level <= field.headings[1]:
            return self.level
        if field.outlines and field.outlines[0] <= self.outline <= field.outlines[1]:
            return self.outline
        return 0


def contents_xml(
    headings: Sequence[Heading],
    field: ContentsField,
    styles: Mapping[int, str],
    pages: Mapping[str, int] | None,
) -> str:
    """The paragraphs of the field. `pages` tells the page of each target; without it a line has no number.

    No field is marked dirty, so Word opens the document without a question; "Update field" gives the page
    numbers where they are missing.
    """
    shown = [(level, h) for h in headings if (level := h.level_in(field))]
    code = field.code
    while len(shown) > MOST_LINES and len(levels := {level for level, _ in shown}) > 1:
        shown = [(level, h) for level, h in shown if level < max(levels)]
        code = _RANGE.sub(rf'\g<1>"\g<2>-{max(level for level, _ in shown)}"', code)
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code, quote=False)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    if not shown:
        return f"<w:p>{begin}{end}</w:p>"
    lines = []
    for position, (level, heading) in enumerate(shown):
        style = styles.get(level, "")
        look = f'<w:pPr><w:pStyle w:val="{to_attribute(style)}"/></w:pPr>' if style else ""
        lines.append(
            f"<w:p>{look}{begin if position == 0 else ''}"
            f'<w:hyperlink w:anchor="{heading.target}" w:history="1">{_run(to_xml(_short(heading.text)))}'
            f"{_number(heading.target, pages)}</w:hyperlink>"
            f"{end if position == len(shown) - 1 else ''}</w:p>"
        )
    return "".join(lines)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _number(target: str, pages: Mapping[str, int] | None) -> str:
    try:
        page = pages[target] if pages is not None else None
    except KeyError:
        page = None
    if page is None:
        return ""
    return (
        "<w:r><w:tab/></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {target} \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run(str(page))}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _run(xml: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{xml}</w:t></w:r>'
