"""A template taken apart: its parts, and the Jinja source of those that hold tags."""

import re
from collections.abc import Mapping
from dataclasses import field
from itertools import islice
from types import CodeType
from typing import Final

from handover.later import dataclass, pattern
from handover.write.docx.text import plain
from handover.write.docx.user_template.tags import as_written

TAG: Final = pattern(r"\{%[-+]?.*?%\}|\{\{[-+]?.*?\}\}|\{#.*?#\}", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One tag of a template, for messages."""

    text: str  # as its writer sees it: "{{ post.title }}"
    place: str  # the words round it


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsField:
    """A table of contents of a template: what it gathers."""

    code: str  # as Word has it: TOC \\o "1-3" \\h
    headings: tuple[int, int] | None = None  # the levels of Word's own headings, first to last
    outlines: tuple[int, int] | None = None  # the outline levels of all other paragraphs
    styles: Mapping[str, int] = field(default_factory=dict)  # id of a further style -> its level
    within: str = ""  # the bookmark it keeps to


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the file that holds tags."""

    name: str  # word/document.xml
    label: str  # "the document", "a header"
    source: str  # Jinja; the n-th tag stands in line n + 1
    code: CodeType | str = ""  # Python that Jinja made of it, where that was done beforehand
    looks: tuple[str, ...] = ()  # properties of runs and paragraphs, by the numbers its tags name
    contents: tuple[ContentsField, ...] = ()  # by the numbers its tags name

    def tag(self, line: int) -> Tag | None:
        """The tag in a line of the source."""
        match = next(islice(TAG.finditer(self.source), max(0, line - 2), None), None)
        if match is None or line < 2:
            return None
        before = self.source[max(0, match.start() - 2000) : match.start()].partition(">")[2]
        after = self.source[match.end() : match.end() + 2000].rpartition("<")[0]
        near = _around(before.rpartition("</w:p>")[2], after.partition("</w:p>")[0]) or _around(before, after)
        return Tag(text=as_written(" ".join(match[0].split())), place=near)


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """Ids of the styles that matter here; they differ with the language of the Word that made them."""

    contents: dict[int, str]  # level of the table of contents -> style id
    hyperlink: str = ""  # of a link that shows a word
    address: str = ""  # of a link that shows its own address


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSource:
    """A template, taken apart."""

    name: str
    parts: dict[str, bytes]
    main: Part
    others: tuple[Part, ...]
    styles: Styles
    comments: int = 0  # left out, and so are the next two
    changes: int = 0  # tracked ones, taken as accepted
    tagless: bool = False  # nothing but fields of Word's in it
    told_of_designer: bool = False  # paths, company, manager of the computer it was made on


def _around(before: str, after: str) -> str:
    words = (plain(TAG.sub("", before))[-40:], plain(TAG.sub("", after))[:40])
    return " … ".join(w for w in words if w)
