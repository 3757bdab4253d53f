"""A template filled in: streamed straight into the zip, with no document in memory."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator
from lxml import etree

from handover.errors import TemplateError
from handover.model import N_, Handover, Said
from handover.model.gc_pause import no_collection
from handover.write.docx import chart
from handover.write.docx.chart_data import workbook
from handover.write.docx.compiled_template import painted
from handover.write.docx.contents import contents_xml
from handover.write.docx.direction import directed, marked
from handover.write.docx.lists import with_restarts
from handover.write.docx.look import Look, calm, look_of, speak
from handover.write.docx.package import (
    CONTENT_TYPES,
    MAIN_TYPE,
    NS,
    REL,
    PackageWriter,
    parse,
    rels_name,
    target_name,
)
from handover.write.docx.properties import core_xml
from handover.write.docx.template import Part, WordSource
from handover.write.docx.text import plain
from handover.write.docx.user_template.called import as_text, returns_markup
from handover.write.docx.user_template.explained import explained
from handover.write.docx.user_template.grids import gridded
from handover.write.docx.user_template.sandbox import Sandbox
from handover.write.docx.values import CONTENTS_HERE, Values
from handover.write.docx.waiting import Waiting

if TYPE_CHECKING:
    from handover.write.media.thumbnail import Thumbnail

_LARGEST: Final = 512_000_000  # bytes of the largest document Word opens
_WORKBOOK: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Renderer:
    """Fills one template for one handover."""

    def __init__(
        self,
        source: WordSource,
        handover: Handover,
        context: Mapping[str, Any],
        *,
        trusted: bool,
        small: Sequence["Thumbnail"] = (),
    ) -> None:
        self._source = source
        self._handover = handover
        self._context = context
        self._trusted = trusted
        self._small = small
        self._look: Look = look_of(handover.details.me.brand_colour)
        self._values = Values(source, handover, context, self._look.accent, small)
        self._pages: Mapping[str, int] | None = None

    @no_collection()  # nothing that is kept of a document makes cycles, and a long blog's values are many
    def write(self, path: Path, pages: Mapping[str, int] | None = None) -> None:
        """Write the document. `pages`: the page of each heading's target, where they were counted.

        Raises TemplateError with the tag and its place.
        """
        self._pages = pages
        with PackageWriter(path) as package:
            package.add(CONTENT_TYPES, self._content_types())
            with package.open(self._source.main.name) as file:
                self._stream_main(file)
            for part in self._source.others:
                with package.open(part.name) as file:
                    file.writelines(self._values.notes.with_copies(self._filled_part(part)))
            self._add_rest(package)
        lost = self._values.jumps.keys() - self._values.targets
        if lost:
            raise TemplateError(
                Said(
                    "In the template {template}, jump(“{name}”) leads nowhere: "
                    "there is no target of that name.",
                    template=self._source.name,
                    name=min(lost),
                ),
                template=self._source.name,
                tag="jump",
                hint=Said("Put {tag} with the same name where the link is to lead.", tag="{{r target(…) }}"),
            )

    def _stream_main(self, file: IO[bytes]) -> None:
        """The main part; what follows the contents waits until all headings are known."""
        here = CONTENTS_HERE.encode()
        pieces = self._filled_part(self._source.main)
        with Waiting() as behind:
            for piece in pieces:
                if here in piece:
                    behind.add(piece)
                    break
                file.write(piece)
            for piece in pieces:
                behind.add(piece)
            met = iter(self._values.contents_met)
            for piece in behind.taken():
                before, *others = piece.split(here) if here in piece else (piece,)
                file.write(before)
                for after in others:
                    file.write(self._contents(next(met)))
                    file.write(after)

    def _contents(self, number: int) -> bytes:
        field = self._source.main.contents[number]
        styles = self._source.styles.contents
        return marked(contents_xml(self._values.headings, field, styles, self._pages)).encode()

    def _filled_part(self, part: Part) -> Iterator[bytes]:
        """A part with its tags filled in, as pieces of XML. Raises TemplateError."""
        yield _HEAD.encode()
        environment = self._sandbox()
        if part.code:
            code = painted(part.code, self._look.paint)
            template = Template.from_code(environment, code, environment.make_globals(None))
            yield from directed(gridded(self._pieces(part, environment, template)))
            return
        tree = self._tree(part, environment)
        pieces = self._pieces(part, environment, tree)
        if self._trusted:
            yield from directed(gridded(pieces))
        else:
            from handover.write.docx.user_template import (
                reading,  # loads docxtpl, which only a user's template needs
            )

            yield from reading.checked(pieces, tree, self._values.functions(), part, self._source.name)

    def _filled(self, text: str) -> str:
        """A property with its tags filled in."""
        part = Part(name=self._core_name(), label=N_("the properties"), source=text)
        environment = self._sandbox()
        return plain("".join(self._pieces(part, environment, self._tree(part, environment))))

    def _sandbox(self) -> Sandbox:
        return Sandbox(*self._limits, self._values.functions())

    def _tree(self, part: Part, environment: Sandbox) -> nodes.Template:
        try:
            return environment.parse(self._look.paint(part.source))
        except Exception as error:  # whatever a template can make go wrong is the template's mistake
            raise explained(error, part, self._source, environment, self._context) from error

    def _pieces(self, part: Part, environment: Sandbox, template: nodes.Template | Template) -> Iterator[str]:
        """What a part's template prints. Raises TemplateError."""
        self._values.part = part.name
        self._values.looks = tuple(map(self._look.paint, part.looks))
        try:
            called = isinstance(template, nodes.Template) and returns_markup(template)
            if called:
                environment.code_generator_class = CodeGenerator  # which prints markup as such
            if isinstance(template, nodes.Template):
                template = environment.from_string(template)
            pieces = template.generate(self._context)
            if called:
                pieces = as_text(pieces)
            for batch in pieces:
                environment.spend(len(batch))
                yield batch
        except TemplateError:
            raise
        except Exception as error:
            raise explained(error, part, self._source, environment, self._context) from error

    @cached_property
    def _limits(self) -> tuple[int, int]:
        """Characters and rounds of loops: more than any sensible template makes of this handover."""
        handover = self._handover
        rows = len(handover.posts) + len(handover.updates.items) + len(handover.plan)
        text = sum(len(u.text) for u in handover.updates.items) + sum(len(p.text) for p in handover.posts)
        return min(_LARGEST, 64_000_000 + 20_000 * rows + 8 * text), 500_000 + 200 * rows

    def _add_rest(self, package: PackageWriter) -> None:
        """All parts that hold no tags, and the relationships of those that do."""
        rendered = {p.name for p in (self._source.main, *self._source.others)}
        done = {CONTENT_TYPES, *rendered, *map(rels_name, rendered)}
        for part in sorted(rendered):
            package_rels = self._relationships(part)
            if package_rels:
                package.add(rels_name(part), package_rels)
        parts = self._source.parts
        for name, data in parts.items():
            if name not in done:
                package.add(name, self._plain_part(name, data))
        if self._core_name() not in parts:
            package.add(self._core_name(), core_xml(b"", self._handover, self._context, self._filled))
        if self._values.rows:
            self._add_chart(package)
        if self._values.logo_file:
            package.add(self._values.logo_part, self._values.logo_file.data)
        for name, small in self._values.shown_pictures():
            package.add_packed(name, small.data)

    def _add_chart(self, package: PackageWriter) -> None:
        values, title = self._values, self._context["figures"]["chart_title"]
        relation = f'<Relationship Id="rId1" Type="{REL}/package" Target="/{values.data_part}"/>'
        rels = f'{_HEAD}<Relationships xmlns="{NS["rel"]}">{relation}</Relationships>'
        package.add(values.chart_part, chart.chart_xml(values.rows, title, self._look.accent))
        package.add(rels_name(values.chart_part), rels.encode())
        package.add(values.data_part, workbook(values.rows, title))

    def _plain_part(self, name: str, data: bytes) -> bytes:
        if name == self._core_name():
            return core_xml(data, self._handover, self._context, self._filled)
        if name == "_rels/.rels":
            return self._package_rels(data)
        kind = {target: kind for kind, target in self._main_rels()}.get(name, "").rpartition("/")[2]
        if kind == "styles":
            styles = speak(data, self._context["document"]["language"], ours=self._trusted)
            return (_HEAD + self._look.paint(styles)).encode()
        if kind == "settings":
            return (_HEAD + calm(data)).encode()
        if kind == "numbering":
            return self._look.paint(with_restarts(data, self._values.restarts)).encode()
        if kind == "theme":
            return self._look.paint(data.decode()).encode()
        return data

    def _main_rels(self) -> list[tuple[str, str]]:
        main = self._source.main.name
        data = self._source.parts.get(rels_name(main))
        return (
            [(r.get("Type", ""), target_name(main, r.get("Target", ""))) for r in parse(data)] if data else []
        )

    def _core_name(self) -> str:
        for rel in parse(self._source.parts["_rels/.rels"]):
            if rel.get("Type", "").endswith("/core-properties"):
                return target_name("", rel.get("Target", ""))
        return "docProps/core.xml"

    def _package_rels(self, data: bytes) -> bytes:
        if self._core_name() in self._source.parts:
            return data
        root = parse(data)
        etree.SubElement(
            root,
            f"{{{NS['rel']}}}Relationship",
            Id="handoverCore",
            Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            Target=self._core_name(),
        )
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))

    def _relationships(self, part: str) -> bytes:
        """A part's relationships: the template's own, then those its tags asked for."""
        data = self._source.parts.get(rels_name(part))
        reading = "".join(etree.tostring(r, encoding="unicode") for r in parse(data)) if data else ""
        made = self._values.relationships(part)
        if not reading and not made:
            return b""
        return f'{_HEAD}<Relationships xmlns="{NS["rel"]}">{reading}{made}</Relationships>'.encode()

    def _content_types(self) -> bytes:
        text = self._source.parts[CONTENT_TYPES].decode("utf-8-sig")
        text = re.sub(r"application/[\w.-]+\.template\.main\+xml", MAIN_TYPE, text)
        more = []
        if self._values.rows:
            more.append(f'<Override PartName="/{self._values.chart_part}" ContentType="{chart.TYPE}"/>')
            more.append(f'<Override PartName="/{self._values.data_part}" ContentType="{_WORKBOOK}"/>')
        if self._values.logo_file:
            kind = self._values.logo_file.ending
            more.append(f'<Override PartName="/{self._values.logo_part}" ContentType="image/{kind}"/>')
        if self._small and not re.search(r'Extension="jpeg"', text, re.IGNORECASE):  # none is asked for yet
            text = text.replace(
                "<Default ", '<Default Extension="jpeg" ContentType="image/jpeg"/><Default ', 1
            )
        if "core-properties+xml" not in text:
            more.append(
                f'<Override PartName="/{self._core_name()}" '
                'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
            )
        return text.replace("</Types>", "".join(more) + "</Types>").encode()


__all__ = ["REL", "Renderer"]
