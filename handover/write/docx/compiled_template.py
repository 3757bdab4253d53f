"""The built-in template, read and compiled when it was made.

To read a template's tags takes docxtpl, and that and Jinja's compiling take longer than the writing of a
short document. `python -m tests.template` writes both files; a test holds the one against the other.
"""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

import jinja2

from handover.write.docx.package import read_package
from handover.write.docx.template import ContentsField, Part, Styles, WordSource
from handover.write.docx.user_template.sandbox import Sandbox
from handover.write.docx.values import FUNCTIONS

TEMPLATE: Final = Path(__file__).parent.parent.parent / "templates" / "handover.docx"
PREPARED: Final = TEMPLATE.with_suffix(".docx.json")
_KEPT: Final = ("main", "others", "styles")  # the parts stand in the template itself


def built_in() -> WordSource:
    """The built-in template, taken apart.

    Its code is left out where another version of Jinja is installed than the one that made it.
    """
    told = json.loads(PREPARED.read_text("utf-8"))
    same = told["jinja"] == _jinja()
    # The keys of a JSON object are texts.
    levels = {int(level): style for level, style in told["styles"].pop("contents").items()}
    return WordSource(
        name=TEMPLATE.name,
        parts=read_package(TEMPLATE.read_bytes(), TEMPLATE.name),
        main=_part(told["main"], with_code=same),
        others=tuple(_part(part, with_code=same) for part in told["others"]),
        styles=Styles(contents=levels, **told["styles"]),
    )


def _jinja() -> str:
    """Which Jinja is installed. To ask the package's metadata would take as long as to compile."""
    return str(getattr(jinja2, "__version__", "unknown"))


def _part(told: dict[str, Any], *, with_code: bool) -> Part:
    contents = tuple(ContentsField(**_levels(field)) for field in told["contents"])
    code = {} if with_code else {"code": ""}
    return Part(**told | {"contents": contents, "looks": tuple(told["looks"])} | code)


def compiled(source: WordSource) -> WordSource:
    """A template with Jinja's Python of each part."""
    sandbox = Sandbox(0, 0, dict.fromkeys(FUNCTIONS, str))  # by their names alone: nothing is called here

    def with_code(part: Part) -> Part:
        return replace(part, code=sandbox.compile(part.source, raw=True))

    return replace(source, main=with_code(source.main), others=tuple(map(with_code, source.others)))


def as_json(source: WordSource) -> str:
    """What `built_in` reads of a template."""
    told = asdict(source)
    kept = {"jinja": _jinja(), **{key: told[key] for key in _KEPT}}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def _levels(field: dict[str, Any]) -> dict[str, Any]:
    """A table of contents with its levels as pairs, which JSON has as lists."""
    pairs = {name: tuple(field[name]) for name in ("headings", "outlines") if field[name]}
    return {**field, **pairs}
