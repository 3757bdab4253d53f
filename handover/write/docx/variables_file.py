"""The file beside the template to start from that tells what a template may use, in its user's language."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from handover.model import Said
from handover.write.docx.variables import FUNCTIONS, template_variables
from handover.write.words import Words, words

_HOW: Final = (
    Said(
        "What your Word template can print: write {tag} where the value is to stand.", tag="{{ client.name }}"
    ),
    Said(
        "[] stands for each of several: write {tag} between {begin} and {end}.",
        tag="{{ post.title }}",
        begin="{%p for post in posts %}",
        end="{%p endfor %}",
    ),
    Said(
        "A section without content is empty: what stands between {begin} and {end} then leaves no trace.",
        begin="{%p if accounts %}",
        end="{%p endif %}",
    ),
    Said("The texts come in the language of each document."),
)


def write_variables(path: Path, *, language: str = "en") -> Path:
    """Write how tags are written, the functions, and every value a line, apart by section."""
    path.write_text("\n".join(_lines(words(language))) + "\n", encoding="utf-8")
    return path


def _lines(_: Words) -> Iterator[str]:
    yield from map(_.said, _HOW)
    yield ""
    yield from (_line(_, tag, _(what)) for tag, what in FUNCTIONS.items())
    for _section, named in groupby(template_variables().items(), key=lambda item: item[0].split(".")[0]):
        yield ""
        yield from (_line(_, name, _.said(what)) for name, what in named)


def _line(_: Words, name: str, what: str) -> str:
    return f"{_('{label}:', label=name)} {what}"
