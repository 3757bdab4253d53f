"""The table of contents: a real field of Word's, filled, each line a link to its heading."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from handover.write.docx.text import to_attribute, to_xml

LONGEST: Final = 200  # characters of a line
MOST_LINES: Final = 80  # two pages; longer contents lose their deepest level first


class Heading(NamedTuple):
    """A heading of the document."""

    level: int
    text: str
    target: str  # name of its bookmark


def contents_xml(
    headings: Sequence[Heading],
    low: int,
    high: int,
    styles: Mapping[int, str],
    pages: Mapping[str, int] | None,
) -> str:
    """The paragraphs of the field. `pages` tells the page of each target; without it a line has no number.

    No field is marked dirty, so Word opens the document without a question; "Update field" gives the page
    numbers where they are missing.
    """
    shown = [h for h in headings if low <= h.level <= high]
    while len(shown) > MOST_LINES and len(levels := {h.level for h in shown}) > 1:
        shown = [h for h in shown if h.level < max(levels)]
    high = max((h.level for h in shown), default=high)
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o "{low}-{high}" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    if not shown:
        return f"<w:p>{begin}{end}</w:p>"
    lines = []
    for position, heading in enumerate(shown):
        style = styles.get(heading.level - low + 1, "")
        look = f'<w:pPr><w:pStyle w:val="{to_attribute(style)}"/></w:pPr>' if style else ""
        lines.append(
            f"<w:p>{look}{begin if position == 0 else ''}"
            f'<w:hyperlink w:anchor="{heading.target}" w:history="1">{_run(to_xml(_short(heading.text)))}'
            f"{'' if pages is None else _number(heading.target, pages[heading.target])}</w:hyperlink>"
            f"{end if position == len(shown) - 1 else ''}</w:p>"
        )
    return "".join(lines)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def _number(target: str, page: int) -> str:
    return (
        "<w:r><w:tab/></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {target} \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run(str(page))}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _run(xml: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{xml}</w:t></w:r>'
