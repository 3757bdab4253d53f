"""What only a user's own template needs: to be read, and to be checked while it is filled."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from xml.parsers import expat

from jinja2 import nodes

from handover.errors import TemplateError
from handover.model import Notice, Said
from handover.write.docx.direction import directed
from handover.write.docx.package import read_package
from handover.write.docx.source import read_source
from handover.write.docx.template import Part, WordSource
from handover.write.docx.user_template.grids import gridded
from handover.write.docx.user_template.is_whole_xml import is_whole
from handover.write.docx.user_template.mend import mended
from handover.write.docx.user_template.torn import torn_tags
from handover.write.docx.user_template.unfilled import left_tags
from handover.write.docx.values import CONTENTS_HERE


def read_own(path: Path) -> WordSource:
    """The user's template, taken apart. Raises TemplateError where it is none."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TemplateError(
            Said(
                "The template {template} could not be read ({error}).",
                template=path.name,
                error=str(error.strerror),
            ),
            template=path.name,
            hint=Said(
                "Check the path, or write the built-in template to start from: handover init --template"
            ),
        ) from error
    return _taken_apart(data, path.name)


@lru_cache(maxsize=1)  # a build asks twice: for what is told of it, and to fill it
def _taken_apart(data: bytes, name: str) -> WordSource:
    return read_source(read_package(data, name), name)


def left_out(source: WordSource) -> tuple[Notice, ...]:
    """What stands in the template and not in the document, said once to who made it."""
    return (*_not_for_the_client(source), *_without_a_tag(source), *left_tags(source))


def _without_a_tag(source: WordSource) -> Iterator[Notice]:
    if source.tagless:
        yield Notice(
            text=Said(
                "The template {template} holds no tag, so only its fields show anything of the handover.",
                template=source.name,
            ),
            hint=Said("Write tags such as {tag} where values are to stand.", tag="{{ client.name }}"),
            where=source.name,
        )


def _not_for_the_client(source: WordSource) -> Iterator[Notice]:
    kinds = []
    if source.changes:
        kinds.append(
            Said(
                "{n} tracked change, taken as accepted",
                many="{n} tracked changes, taken as accepted",
                n=source.changes,
            )
        )
    if source.comments:
        kinds.append(Said("{n} comment", many="{n} comments", n=source.comments))
    if source.told_of_designer:
        kinds.append(Said("names and paths of the computer it was made on"))
    if kinds:
        yield Notice(
            text=Said(
                "Not everything in the template {template} is for the client: {kinds}. It is left out.",
                template=source.name,
                kinds=tuple(kinds),
            ),
            hint=Said("Accept or reject the changes in Word where another wording is meant."),
            where=source.name,
        )


def checked(
    pieces: Iterator[str], tree: nodes.Template, functions: Iterable[str], part: Part, template: str
) -> Iterator[bytes]:
    """What a part's template prints, mended; parsed on the way where its tags could tear it apart.

    Raises TemplateError where what it prints is no whole XML.
    """
    whole = directed(mended(gridded(pieces)))
    return whole if is_whole(tree, functions) else _parsed(whole, part, template)


def _parsed(pieces: Iterator[bytes], part: Part, template: str) -> Iterator[bytes]:
    parser = expat.ParserCreate()
    try:
        for data in pieces:
            parser.Parse(data.replace(CONTENTS_HERE.encode(), b""))
            yield data
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        hint = Said(
            "A loop or condition begins and ends at the same level: {p} for paragraphs, "
            "{tr} for table rows, {tc} for cells, plain {plain} inside one paragraph.",
            p="{%p %}",
            tr="{%tr %}",
            tc="{%tc %}",
            plain="{% %}",
        )
        told = {"template": template, "part": Said(part.label), "error": expat.ErrorString(error.code)}
        tags = torn_tags(part)
        if tags is None:
            said = Said("The tags of the template {template} tear {part} apart ({error}).", **told)
            raise TemplateError(said, template=template, hint=hint) from error
        begin, end = tags
        said = Said(
            "In the template {template}, in {part}: {tag} begins near “{place}”, and {last} ends near "
            "“{end}”, at another level.",
            **told,
            tag=begin.text,
            place=begin.place,
            last=end.text,
            end=end.place,
        )
        raise TemplateError(said, template=template, tag=begin.text, hint=hint) from error
