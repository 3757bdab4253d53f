"""What a Word template may call: links, targets, the chart, the logo. They give markup; all else is text."""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import lru_cache, wraps
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from handover.model import Details, Handover, Said
from handover.model.paths import expanded
from handover.text.links import addresses
from handover.write.docx import chart, contents
from handover.write.docx.notes import Notes
from handover.write.docx.package import REL
from handover.write.docx.small_picture import small_run
from handover.write.docx.template import WordSource
from handover.write.docx.text import Blocks, Runs, Xml, plain, to_attribute, to_xml
from handover.write.docx.user_template.mistakes import WrongUseError
from handover.write.view.links import web

if TYPE_CHECKING:
    from handover.write.docx.picture import Logo
    from handover.write.media.thumbnail import Thumbnail

_MOST_LISTS: Final = 32_000  # Word counts them in 16 bits
_GIVEN: Final = ("link", "linked", "target", "jump", "chart", "logo", "small_picture")
_PREPARED: Final = {  # what the reading of a template puts into it, by the method that answers
    "_id": "number",
    "_heading": "heading",
    "_contents": "contents",
    "_run": "run",
    "_paragraph": "paragraph",
    "_bookmark": "bookmark",
    "_bookmark_end": "bookmark_end",
    "_close": "close_bookmarks",
    "_range": "range_number",
    "_list": "list_number",
    "_restart": "restart",
    "_note": "note_number",
}
FUNCTIONS: Final = (*_GIVEN, *(f"_{name}" for name in _GIVEN), *_PREPARED)
CONTENTS_HERE: Final = "\x00"  # no text can hold it: where the table of contents goes


class Values:
    """The functions of one document while it is written, and what they asked the package for."""

    def __init__(
        self,
        source: WordSource,
        handover: Handover,
        context: Mapping[str, Any],
        colour: str,
        small: Sequence["Thumbnail"] = (),
    ) -> None:
        self._styles = source.styles
        self._looks = {
            style: _link_look(style, colour) for style in (source.styles.hyperlink, source.styles.address)
        }
        self._link_run = lru_cache(maxsize=64)(self._made_link_run)  # most links say "View on X"
        self._name = str(context["cover"]["title"])
        self._figures = context["figures"]
        self._next = 0
        self._wanted = {field.within for field in source.main.contents}
        self._ranges: dict[str, int] = {}  # id of a range in the template -> its id here, while it is open
        self._open: dict[str, str] = {}  # id of a bookmark in the template -> its name, while it is open
        self._lists: dict[str, str] = {}  # number of a list in the template -> of its last beginning
        self.restarts: list[tuple[str, str, int]] = []  # (new number, the template's, levels that begin anew)
        self._numbers = _highest_list(source)
        self.notes = Notes(source.parts)
        self._taken = set(re.findall(r"_bookmark\('(_Toc\d{8})'", source.main.source))
        self.headings: list[contents.Heading] = []
        self.contents_met: list[int] = []  # the tables of contents, in their order
        self.looks: tuple[str, ...] = ()  # of the part
        self.targets: set[str] = set()
        self.jumps: dict[str, None] = {}
        self.part = source.main.name
        self.links: dict[str, dict[str, str]] = defaultdict(dict)  # part -> address -> id of its relationship
        self._main = self.part
        self._with_logo = {self.part}
        self._small = small
        self._pictures: dict[str, dict[int, None]] = defaultdict(dict)  # part -> numbers of its pictures
        self.rows = chart.rows_of(self._figures["networks"]) if self._figures else []
        self.logo_file = _logo_of(handover.details)
        # Names the template's own parts and relationships do not bear.
        ending = self.logo_file.ending if self.logo_file else ""
        self.chart_part = _free("word/charts/networks.xml", source.parts)
        self.data_part = _free("word/embeddings/networks.xlsx", source.parts)
        self.logo_part = _free(f"word/media/own-logo.{ending}", source.parts)
        self._picture_part = _free("word/media/own-picture.jpeg", source.parts).removesuffix(".jpeg")
        rels = b"".join(data for name, data in source.parts.items() if name.endswith(".rels"))
        self._prefix = next(p for n in count() if f'Id="{(p := "h" * n + "link")}'.encode() not in rels)

    def functions(self) -> dict[str, Any]:
        """By the names a template calls them; with `_` those that stand between runs already."""
        given = {name: getattr(self, name) for name in _GIVEN}
        return {
            **{name: _as_runs(function) for name, function in given.items()},
            **{f"_{name}": function for name, function in given.items()},
            **{name: getattr(self, method) for name, method in _PREPARED.items()},
        }

    def number(self) -> int:
        """An id no other element has."""
        self._next += 1
        return self._next

    def link(self, address: Any, label: Any = "") -> Xml:
        """A link that shows a word; the label alone where the address is none."""
        address = str(address)
        shown = str(label) or address
        relation = self.links[self.part].get(address)
        if relation is None:
            if not address or not (web(address) or address.startswith("mailto:")):
                return Xml(self._run(to_xml(shown)))
            relation = self._relation(address)
        run = self._link_run(shown, self._styles.hyperlink)
        return Xml(f'<w:hyperlink r:id="{relation}" w:history="1">{run}</w:hyperlink>')

    def linked(self, text: Any) -> Xml:
        """A text as it is, its addresses as links."""
        runs, end = [], 0
        text = str(text)
        for start, stop in addresses(text):
            address = text[start:stop]
            if not web(address):
                continue
            runs.append(self._run(to_xml(text[end:start])))
            run = self._link_run(address, self._styles.address)
            runs.append(f'<w:hyperlink r:id="{self._relation(address)}" w:history="1">{run}</w:hyperlink>')
            end = stop
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

    def small_picture(self, number: Any, alt: Any, height: Any = 0) -> Xml:
        """A small picture of an update by its number, nothing where there is none of that number; `height` in
        millimetres, where it is to be lower than it may."""
        at = number if isinstance(number, int) else 0
        if not 0 < at <= len(self._small):
            return Xml("")
        self._pictures[self.part][at] = None
        relation, tallest = f"{self._prefix}Picture{at}", height if isinstance(height, int) else 0
        return Xml(small_run(self._small[at - 1], relation, self.number(), str(alt), tallest))

    def shown_pictures(self) -> Iterator[tuple[str, "Thumbnail"]]:
        """The parts of the small pictures that stand anywhere, each once."""
        for at in sorted({at for numbers in self._pictures.values() for at in numbers}):
            yield self._picture_name(at), self._small[at - 1]

    def _picture_name(self, number: int) -> str:
        return f"{self._picture_part}-{number}.jpeg"

    def run(self, value: Any, look: int) -> Xml:
        """A value between two runs: markup as it is, a text in a run with this look."""
        if isinstance(value, Runs | Blocks):
            return Xml(value.xml)
        inside = value.xml if isinstance(value, Xml) else to_xml(str(value))
        if not inside:
            return Xml("")
        return Xml(f'<w:r>{self.looks[look]}<w:t xml:space="preserve">{inside}</w:t></w:r>')

    def paragraph(self, value: Any, look: int) -> Xml:
        """A value between two paragraphs: all but paragraphs is put into one with this look."""
        if isinstance(value, Blocks):
            return Xml(value.xml)
        return Xml(f"<w:p>{self.looks[look]}{self.run(value, look + 1).xml}</w:p>")

    def heading(self, level: int, outline: int, style: str, inside: Any) -> Xml:
        """A heading's runs, with the bookmark the contents lead to."""
        text = plain(inside.xml)
        if not text:
            return Xml(inside.xml)
        number = self.number()
        name = f"_Toc{len(self.headings) + 1:08}"
        if name in self._taken:
            name += "h"
        within = frozenset(self._open.values()) & self._wanted if self._open else frozenset()
        self.headings.append(contents.Heading(level, outline, style, text, name, within))
        return Xml(
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside.xml}<w:bookmarkEnd w:id="{number}"/>'
        )

    def contents(self, number: int) -> Xml:
        """The place of a table of contents; it is written once all headings are known."""
        if self.part != self._main:
            return Xml("")
        self.contents_met.append(number)
        return Xml(CONTENTS_HERE)

    def bookmark(self, name: str, key: str) -> Xml:
        """A bookmark of the template begins; in the second round of a loop it stands no more."""
        if name in self.targets:
            return Xml("")
        self.targets.add(name)
        self._open[key] = name
        self._ranges[key] = number = self.number()
        return Xml(f'<w:bookmarkStart w:id="{number}" w:name="{to_attribute(name)}"/>')

    def bookmark_end(self, key: str) -> Xml:
        """A bookmark of the template ends, where it has begun."""
        if self._open.pop(key, None) is None:
            return Xml("")
        return Xml(f'<w:bookmarkEnd w:id="{self._ranges[key]}"/>')

    def close_bookmarks(self) -> Xml:
        """The ends of the bookmarks a condition or loop has left open."""
        return Xml("".join(self.bookmark_end(key).xml for key in list(self._open)))

    def range_number(self, key: str, begins: bool) -> int:
        """The id of a range that may be edited in a protected document."""
        if begins:
            self._ranges[f"range {key}"] = self.number()
        return self._ranges.get(f"range {key}", 0)

    def restart(self, key: str, level: int) -> Xml:
        """A numbered list of the template begins anew."""
        if self._numbers < _MOST_LISTS:
            self._numbers += 1
            self._lists[key] = str(self._numbers)
            self.restarts.append((str(self._numbers), key, level))
        return Xml("")

    def list_number(self, key: str) -> str:
        """The number of a list's last beginning."""
        return self._lists.get(key, key)

    def note_number(self, kind: str, key: str) -> str:
        """The id that a reference to a note names."""
        return self.notes.number(kind, key)

    def relationships(self, part: str) -> str:
        """The relationships of what was used in a part, as XML."""
        made = [
            f'<Relationship Id="{relation}" Type="{REL}/hyperlink" Target="{to_attribute(address)}" '
            'TargetMode="External"/>'
            for address, relation in self.links.get(part, {}).items()
        ]
        inside = []  # (id, type, target)
        if self.rows and part == self._main:
            inside.append((f"{self._prefix}Chart", "chart", self.chart_part))
        if self.logo_file and part in self._with_logo:
            inside.append((f"{self._prefix}Logo", "image", self.logo_part))
        for at in self._pictures.get(part, ()):
            inside.append((f"{self._prefix}Picture{at}", "image", self._picture_name(at)))
        made += [
            f'<Relationship Id="{relation}" Type="{REL}/{kind}" Target="/{to_attribute(target)}"/>'
            for relation, kind, target in inside
        ]
        return "".join(made)

    def _key(self, name: Any) -> str:
        key = "".join(c if c.isalnum() and c.isascii() else "_" for c in str(name))
        if not key or not key[0].isalpha() or len(key) > 40:
            raise WrongUseError(
                Said("the name of a target begins with a letter and has 40 characters at most")
            )
        return key

    def _relation(self, address: str) -> str:
        """The id of the relationship of the part to this address."""
        known = self.links[self.part]
        return known.setdefault(address, f"{self._prefix}{len(known) + 1}")

    def _made_link_run(self, text: str, style: str) -> str:
        return f'<w:r>{self._looks[style]}<w:t xml:space="preserve">{to_xml(text)}</w:t></w:r>'

    def _run(self, xml: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{xml}</w:t></w:r>' if xml else ""


def _as_runs(function: Callable[..., Xml]) -> Callable[..., Xml]:
    """The function, its markup known as what stands between runs."""

    @wraps(function)
    def runs(*args: Any, **kwargs: Any) -> Xml:
        return Runs(function(*args, **kwargs).xml)

    return runs


def _highest_list(source: WordSource) -> int:
    """The highest number of a list in the template."""
    numbers = (
        int(found)
        for name, data in source.parts.items()
        if name.endswith("numbering.xml")
        for found in re.findall(rb'<w:num [^>]*?w:numId="(\d{1,5})"', data)
    )
    return max(numbers, default=0)


def _free(name: str, taken: Container[str]) -> str:
    """The name, with a number where the template has such a part already."""
    stem, dot, ending = name.rpartition(".")
    return next(n for i in count() if (n := f"{stem}{i or ''}{dot}{ending}") not in taken)


def _logo_of(details: Details) -> "Logo | None":
    """The logo the details name, None without one."""
    if not details.me.logo:
        return None
    from handover.write.docx.picture import Logo  # loads python-docx, which takes long

    return Logo(Path(details.base) / expanded(details.me.logo))


def _link_look(style: str, colour: str) -> str:
    """How a link looks: by its style, or where the template has none, in the accent colour."""
    look = (
        f'<w:rStyle w:val="{to_attribute(style)}"/>'
        if style
        else f'<w:color w:val="{colour}"/><w:u w:val="single"/>'
    )
    return f"<w:rPr>{look}</w:rPr>"
