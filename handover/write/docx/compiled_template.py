"""The built-in template, read and compiled when it was made.

To read a template's tags takes docxtpl, and that and Jinja's compiling take longer than the writing of a
short document. `python -m tests.template` writes all three files; a test holds them against each other.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from importlib.util import find_spec
from pathlib import Path
from types import CodeType
from typing import Any, Final

import jinja2

from handover.write.docx.package import read_package
from handover.write.docx.template import ContentsField, Part, Styles, WordSource
from handover.write.docx.user_template.sandbox import Sandbox
from handover.write.docx.values import FUNCTIONS

TEMPLATE: Final = Path(__file__).parent.parent.parent / "templates" / "handover.docx"
PREPARED: Final = TEMPLATE.with_suffix(".docx.json")
CODE: Final = Path(__file__).with_name("built_in_code.py")  # of the main part: a module, but none to import
_ORIGIN: Final = "\n# Made by python -m tests.template of handover/templates/handover.docx.\n"
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
        main=replace(_part(told["main"], with_code=same), code=_code_of_main() if same else ""),
        others=tuple(_part(part, with_code=same) for part in told["others"]),
        styles=Styles(contents=levels, **told["styles"]),
    )


def _code_of_main() -> CodeType | str:
    """The code of the main part, compiled, as Python keeps it of any module; "" where it is not to be had."""
    spec = find_spec(f"{__package__}.{CODE.stem}")
    loader: Any = spec and spec.loader
    return (loader.get_code(spec.name) if spec and hasattr(loader, "get_code") else None) or ""


def painted(code: CodeType | str, paint: Callable[[str], str]) -> CodeType:
    """The code of a part with its literals painted, under the name by which mistakes are told."""
    if isinstance(code, str):
        return compile(paint(code), "<template>", "exec")
    literals = tuple(
        paint(one) if isinstance(one, str) else painted(one, paint) if isinstance(one, CodeType) else one
        for one in code.co_consts
    )
    return code.replace(co_consts=literals, co_filename="<template>")


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
        return replace(part, code=sandbox.compile(part.source, raw=True, defer_init=True))

    return replace(source, main=with_code(source.main), others=tuple(map(with_code, source.others)))


def as_module(source: WordSource) -> str:
    """The module that holds the code of the main part. What is added stands at its end: lines are counted."""
    return f"{source.main.code}{_ORIGIN}"


def as_json(source: WordSource) -> str:
    """What `built_in` reads of a template beside that code."""
    told = asdict(replace(source, main=replace(source.main, code="")))
    kept = {"jinja": _jinja(), **{key: told[key] for key in _KEPT}}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def _levels(field: dict[str, Any]) -> dict[str, Any]:
    """A table of contents with its levels as pairs, which JSON has as lists."""
    pairs = {name: tuple(field[name]) for name in ("headings", "outlines") if field[name]}
    return {**field, **pairs}
