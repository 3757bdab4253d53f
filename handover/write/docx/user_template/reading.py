"""What only a user's own template needs: to be read, and to be checked while it is filled."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.parsers import expat

from jinja2 import nodes

from handover.errors import TemplateError
from handover.model import Said
from handover.write.docx.package import read_package
from handover.write.docx.source import read_source
from handover.write.docx.template import Part, WordSource
from handover.write.docx.user_template.is_whole_xml import is_whole
from handover.write.docx.user_template.mend import mended
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
    return read_source(read_package(data, path.name), path.name)


def checked(
    pieces: Iterator[str], tree: nodes.Template, functions: Iterable[str], part: Part, template: str
) -> Iterator[bytes]:
    """What a part's template prints, mended; parsed on the way where its tags could tear it apart.

    Raises TemplateError where what it prints is no whole XML.
    """
    whole = mended(pieces)
    return map(str.encode, whole) if is_whole(tree, functions) else _parsed(whole, part, template)


def _parsed(pieces: Iterator[str], part: Part, template: str) -> Iterator[bytes]:
    parser = expat.ParserCreate()
    try:
        for piece in pieces:
            data = piece.encode()
            parser.Parse(data.replace(CONTENTS_HERE.encode(), b""))
            yield data
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise TemplateError(
            Said(
                "The tags of the template {template} tear {part} apart ({error}).",
                template=template,
                part=Said(part.label),
                error=expat.ErrorString(error.code),
            ),
            template=template,
            hint=Said(
                "A loop or condition begins and ends at the same level: {p} for paragraphs, "
                "{tr} for table rows, {tc} for cells, plain {plain} inside one paragraph.",
                p="{%p %}",
                tr="{%tr %}",
                tc="{%tc %}",
                plain="{% %}",
            ),
        ) from error
