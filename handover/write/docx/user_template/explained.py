"""A template's mistake, said with its tag, the nearest right name, and where it stands."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from types import TracebackType
from typing import Any

from jinja2 import Environment, TemplateSyntaxError

from handover.errors import TemplateError
from handover.write.docx.template import Part
from handover.write.docx.user_template.mistakes import MissingNameError, TooMuchError, WrongUseError


def explained(
    error: Exception, part: Part, template: str, environment: Environment, context: Mapping[str, Any]
) -> TemplateError:
    """The error as a sentence a person can act on."""
    line = error.lineno if isinstance(error, TemplateSyntaxError) else _line_of(error.__traceback__)
    tag = part.tag(line) if line else None
    where = f"In the template {template}, in {part.label}"
    if tag:
        where += f", near “{tag.place}”" if tag.place else ""
        where += f": the tag {tag.text}"
    said, hint = _said(error, environment, context)
    return TemplateError(
        f"{where}: {said}.", template=template, tag=tag.text if tag else "", line=None, hint=hint
    )


def _said(error: Exception, environment: Environment, context: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    if isinstance(error, MissingNameError):
        if error.owner and not error.known:
            return f"there is no “{error.name}”", (
                "It is a text, and a text has no parts."
                if error.owner == "str"
                else "It is a list: loop over it with {%p for … in … %}, then name what each of it has."
            )
        known = [*error.known] or [*context, *(n for n in environment.globals if not n.startswith("_"))]
        return f"there is no “{error.name}”", _nearest(error.name, known)
    if isinstance(error, WrongUseError):
        return str(error), ""
    if isinstance(error, TooMuchError):
        return str(error), "Look for a loop inside a loop that goes through all posts again."
    if isinstance(error, RecursionError):
        return "a macro calls itself without end", ""
    if isinstance(error, TemplateSyntaxError):
        return _syntax(error.message or "it cannot be read", environment)
    return f"it fails ({error})", ""


def _syntax(message: str, environment: Environment) -> tuple[str, str]:
    """Jinja's own message, shorter, with the nearest right word."""
    if found := re.search(r"No (filter|test) named '(\w+)'", message):
        known = environment.filters if found[1] == "filter" else environment.tests
        hint = _nearest(found[2], [n for n in known if not n.startswith("_")])
        return f"there is no {found[1]} “{found[2]}”", hint
    if found := re.search(r"unknown tag '(\w+)'", message):
        words = ("if", "elif", "else", "endif", "for", "endfor", "set", "endset", "macro", "endmacro")
        return f"there is no tag “{found[1]}”", _nearest(found[1], words)
    if found := re.search(r"innermost block that needs to be closed is '(\w+)'", message):
        return f"“{found[1]}” is never closed", f"Put {{%p end{found[1]} %}} where it is to end."
    return message.rstrip("."), ""


def _nearest(name: str, known: Iterable[str]) -> str:
    names: Sequence[str] = sorted(set(known))
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return f"Did you mean “{close[0]}”?"
    return f"There are: {', '.join(names)}." if names else ""


def _line_of(trace: TracebackType | None) -> int | None:
    """The template's line in a traceback: Jinja puts frames named <template> there."""
    line = None
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
