"""What a Word template may call: links, targets, the chart, the logo. They give markup; all else is text."""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from handover.model import Details, Handover, Said
from handover.write.docx import chart, contents
from handover.write.docx.package import REL
from handover.write.docx.template import WordSource
from handover.write.docx.text import Xml, plain, to_attribute, to_xml
from handover.write.docx.user_template.mistakes import WrongUseError
from handover.write.view.links import web

if TYPE_CHECKING:
    from handover.write.docx.picture import Logo

# An address in running text, without the full stop or bracket behind it.
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]’']")
CONTENTS_HERE: Final = "\x00"  # no text can hold it: where the table of contents goes


class Values:
    """The functions of one document while it is written, and what they asked the package for."""

    def __init__(
        self, source: WordSource, handover: Handover, context: Mapping[str, Any], colour: str
    ) -> None:
        self._styles = source.styles
        self._looks = {
            style: _link_look(style, colour) for style in (source.styles.hyperlink, source.styles.address)
        }
        self._link_run = lru_cache(maxsize=64)(self._made_link_run)  # most links say "View on X"
        self._name = str(context["cover"]["title"])
        self._figures = context["figures"]
        own = re.findall(r'<w:bookmarkStart [^>]*?w:id="(\d{1,9})"', source.main.source)
        self._next = max(map(int, own), default=0)
        self.headings: list[contents.Heading] = []
        self.levels: tuple[int, int] | None = None  # of the table of contents, once it was met
        self.targets: set[str] = set()
        self.jumps: dict[str, None] = {}
        self.part = source.main.name
        self.links: dict[str, dict[str, str]] = defaultdict(dict)  # part -> address -> id of its relationship
        self._main = self.part
        self._with_logo = {self.part}
        self.rows = chart.rows_of(self._figures["networks"]) if self._figures else []
        self.logo_file = _logo_of(handover.details)
        # Names the template's own parts and relationships do not bear.
        ending = self.logo_file.ending if self.logo_file else ""
        self.chart_part = _free("word/charts/networks.xml", source.parts)
        self.data_part = _free("word/embeddings/networks.xlsx", source.parts)
        self.logo_part = _free(f"word/media/own-logo.{ending}", source.parts)
        rels = b"".join(data for name, data in source.parts.items() if name.endswith(".rels"))
        self._prefix = next(p for n in count() if f'Id="{(p := "h" * n + "link")}'.encode() not in rels)

    def functions(self) -> dict[str, Any]:
        """By the names a template calls them."""
        return {
            "link": self.link,
            "linked": self.linked,
            "target": self.target,
            "jump": self.jump,
            "chart": self.chart,
            "logo": self.logo,
            "_id": self.number,
            "_heading": self.heading,
            "_contents": self.contents,
        }

    def number(self) -> int:
        """An id no other element has."""
        self._next += 1
        return self._next

    def link(self, address: Any, label: Any = "") -> Xml:
        """A link that shows a word; the label alone where the address is none."""
        address = str(address)
        shown = str(label) or address
        if address and (web(address) or address.startswith("mailto:")):
            return Xml(self._hyperlink(address, shown, self._styles.hyperlink))
        return Xml(self._run(to_xml(shown)))

    def linked(self, text: Any) -> Xml:
        """A text as it is, its addresses as links."""
        runs, end = [], 0
        text = str(text)
        for match in _ADDRESS.finditer(text):
            if not web(match[0]):
                continue
            runs.append(self._run(to_xml(text[end : match.start()])))
            runs.append(self._hyperlink(match[0], match[0], self._styles.address))
            end = match.end()
        runs.append(self._run(to_xml(text[end:])))
        return Xml("".join(runs))

    def target(self, name: Any) -> Xml:
        """A place that `jump` leads to."""
        key = self._key(name)
        if key in self.targets:
            return Xml("")
        self.targets.add(key)
        number = self.number()
        return Xml(f'<w:bookmarkStart w:id="{number}" w:name="{key}"/><w:bookmarkEnd w:id="{number}"/>')

    def jump(self, name: Any, label: Any) -> Xml:
        """A link to a place in this document."""
        key = self._key(name)
        self.jumps[key] = None
        run = self._link_run(str(label), self._styles.hyperlink)
        return Xml(f'<w:hyperlink w:anchor="{key}" w:history="1">{run}</w:hyperlink>')

    def chart(self) -> Xml:
        """The updates by network as a bar chart."""
        if not self.rows:
            return Xml("")
        if self.part != self._main:
            raise WrongUseError(Said("the chart stands in the document itself, not in a header or footer"))
        title, described = self._figures["chart_title"], self._figures["caption"]
        return Xml(chart.chart_run(f"{self._prefix}Chart", self.number(), title, described, len(self.rows)))

    def logo(self) -> Xml:
        """The logo of `[me]`, nothing where there is none."""
        if not self.logo_file:
            return Xml("")
        self._with_logo.add(self.part)
        return Xml(self.logo_file.run(f"{self._prefix}Logo", self.number(), self._name))

    def heading(self, level: int, inside: Any) -> Xml:
        """A heading's runs, with the bookmark the contents lead to."""
        text = plain(inside.xml)
        if not text:
            return Xml(inside.xml)
        number = self.number()
        name = f"_Toc{len(self.headings) + 1:08}"
        self.headings.append(contents.Heading(level=level, text=text, target=name))
        return Xml(
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside.xml}<w:bookmarkEnd w:id="{number}"/>'
        )

    def contents(self, low: int, high: int) -> Xml:
        """The place of the table of contents; it is written once all headings are known."""
        if self.levels:
            return Xml("")
        self.levels = (low, high)
        return Xml(CONTENTS_HERE)

    def relationships(self, part: str) -> Iterator[tuple[str, str, str, str]]:
        """(id, type, target, the attribute that says where the target is) of what was used in a part."""
        kind, mode = f"{REL}/hyperlink", ' TargetMode="External"'
        for address, relation in self.links.get(part, {}).items():
            yield relation, kind, address, mode
        if self.rows and part == self._main:
            yield f"{self._prefix}Chart", f"{REL}/chart", "/" + self.chart_part, ""
        if self.logo_file and part in self._with_logo:
            yield f"{self._prefix}Logo", f"{REL}/image", "/" + self.logo_part, ""

    def _key(self, name: Any) -> str:
        key = "".join(c if c.isalnum() and c.isascii() else "_" for c in str(name))
        if not key or not key[0].isalpha() or len(key) > 40:
            raise WrongUseError(
                Said("the name of a target begins with a letter and has 40 characters at most")
            )
        return key

    def _hyperlink(self, address: str, shown: str, style: str) -> str:
        known = self.links[self.part]
        relation = known.get(address)
        if relation is None:
            relation = known[address] = f"{self._prefix}{len(known) + 1}"
        return f'<w:hyperlink r:id="{relation}" w:history="1">{self._link_run(shown, style)}</w:hyperlink>'

    def _made_link_run(self, text: str, style: str) -> str:
        return f'<w:r>{self._looks[style]}<w:t xml:space="preserve">{to_xml(text)}</w:t></w:r>'

    def _run(self, xml: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{xml}</w:t></w:r>' if xml else ""


def _free(name: str, taken: Container[str]) -> str:
    """The name, with a number where the template has such a part already."""
    stem, dot, ending = name.rpartition(".")
    return next(n for i in count() if (n := f"{stem}{i or ''}{dot}{ending}") not in taken)


def _logo_of(details: Details) -> "Logo | None":
    """The logo the details name, None without one."""
    if not details.me.logo:
        return None
    from handover.write.docx.picture import Logo  # loads python-docx, which takes long

    return Logo(Path(details.base) / Path(details.me.logo).expanduser())


def _link_look(style: str, colour: str) -> str:
    """How a link looks: by its style, or where the template has none, in the accent colour."""
    look = (
        f'<w:rStyle w:val="{to_attribute(style)}"/>'
        if style
        else f'<w:color w:val="{colour}"/><w:u w:val="single"/>'
    )
    return f"<w:rPr>{look}</w:rPr>"
