"""A template's mistake, said with its tag, the nearest right name, and where it stands."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from types import TracebackType
from typing import Any, Final

from jinja2 import Environment, TemplateSyntaxError

from handover.errors import TemplateError
from handover.later import pattern
from handover.model import Said
from handover.write.docx.template import Part, WordSource
from handover.write.docx.user_template.mistakes import MissingNameError, TooMuchError, WrongUseError

_LONG: Final = ("if", "elif", "for", "set", "macro", "call")  # words of a tag with more behind them
_GLUED: Final = pattern(rf"unknown tag '(p|tr|tc|r)((?:end)?(?:{'|'.join(_LONG)})|else)'")


def explained(
    error: Exception, part: Part, source: WordSource, environment: Environment, context: Mapping[str, Any]
) -> TemplateError:
    """The error as a sentence a person can act on."""
    template = source.name
    line = error.lineno if isinstance(error, TemplateSyntaxError) else _line_of(error.__traceback__)
    tag = part.tag(line) if line else None
    what, hint = _said(error, environment, context)
    if isinstance(error, MissingNameError):
        hint = _why_missing(error, part, source, context, tag.text if tag else "") or hint
    told = {"template": template, "part": Said(part.label), "what": what}
    if not tag:
        text = Said("In the template {template}, in {part}: {what}.", **told)
    elif not tag.place:
        text = Said("In the template {template}, in {part}: the tag {tag}: {what}.", **told, tag=tag.text)
    else:
        text = Said(
            "In the template {template}, in {part}, near “{place}”: the tag {tag}: {what}.",
            **told,
            tag=tag.text,
            place=tag.place,
        )
    return TemplateError(text, template=template, tag=tag.text if tag else "", line=None, hint=hint)


def _why_missing(
    error: MissingNameError, part: Part, source: WordSource, context: Mapping[str, Any], tag: str
) -> str:
    """Why a name that is right elsewhere is missing here; "" where it is not."""
    owner = re.search(rf"\b(\w+)\s*(?:\.\s*|\[\s*['\"]){re.escape(error.name)}\b", tag)
    if error.owner and not error.known and owner and owner[1] in context and not context[owner[1]]:
        return Said(
            "“{name}” is empty in this handover: put it between {begin} and {end}.",
            name=owner[1],
            begin=f"{{%p if {owner[1]} %}}",
            end="{%p endif %}",
        )
    loop = rf"\{{%[-+]?\s*for\s[^%]*\b{re.escape(error.name)}\b[^%]*\bin\b"
    if not error.owner and part.name != source.main.name and re.search(loop, source.main.source):
        return Said(
            "There is one text in {part} for all rounds of the loop, so it knows no “{name}”: "
            "put this tag into the document itself.",
            part=Said(part.label),
            name=error.name,
        )
    return ""


def _said(error: Exception, environment: Environment, context: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    if isinstance(error, MissingNameError):
        missing = Said("there is no “{name}”", name=error.name)
        if error.owner and not error.known:
            return missing, (
                Said("It is a text, and a text has no parts.")
                if error.owner == "str"
                else Said(
                    "It is a list: loop over it with {tag}, then name what each of it has.",
                    tag="{%p for … in … %}",
                )
            )
        known = [*error.known] or [*context, *(n for n in environment.globals if not n.startswith("_"))]
        return missing, _nearest(error.name, known)
    if isinstance(error, WrongUseError):
        return error.args[0], ""
    if isinstance(error, TooMuchError):
        return error.args[0], Said("Look for a loop inside a loop that goes through all posts again.")
    if isinstance(error, RecursionError):
        return Said("a macro calls itself without end"), ""
    if isinstance(error, TemplateSyntaxError):
        return _syntax(error.message or "", environment)
    return Said("it fails ({error})", error=str(error)), ""


def _syntax(message: str, environment: Environment) -> tuple[str, str]:
    """What is wrong with a tag: Jinja's own message, with the nearest right word."""
    if isinstance(message, Said):
        return message, ""
    if found := re.search(r"No (filter|test) named '(\w+)'", message):
        is_filter, name = found[1] == "filter", found[2]
        known = environment.filters if is_filter else environment.tests
        hint = _nearest(name, [n for n in known if not n.startswith("_")])
        if is_filter:
            return Said("there is no filter “{name}”", name=name), hint
        return Said("there is no test “{name}”", name=name), hint
    if found := re.search(r"unexpected char (['\"])(.+?)\1 at", message):
        return Said("the sign “{name}” cannot stand here", name=found[2]), ""
    if found := re.search(r"unknown tag '(p|tr|tc|r)'", message):
        hint = Said("Write {tag}, without a space before the letter.", tag=f"{{%{found[1]} … %}}")
        return Said("there is no tag “{name}”", name=found[1]), hint
    if found := _GLUED.search(message):
        hint = Said(
            "Write {tag}, with a space between “{letter}” and “{name}”.",
            tag=f"{{%{found[1]} {found[2]} … %}}" if found[2] in _LONG else f"{{%{found[1]} {found[2]} %}}",
            letter=found[1],
            name=found[2],
        )
        return Said("there is no tag “{name}”", name=found[1] + found[2]), hint
    if found := re.search(r"unknown tag '(end\w+|else|elif)'", message):
        opened = re.search(r"innermost block that needs to be closed is '(\w+)'", message)
        hint = (
            Said("“{name}” is open here: end it first.", name=opened[1])
            if opened
            else Said(
                "Nothing is open here that it could belong to: take it out, or put its beginning above it."
            )
        )
        return Said("“{name}” stands alone", name=found[1]), hint
    if found := re.search(r"unknown tag '(\w+)'", message):
        words = ("if", "elif", "else", "endif", "for", "endfor", "set", "endset", "macro", "endmacro")
        return Said("there is no tag “{name}”", name=found[1]), _nearest(found[1], words)
    if found := re.search(r"innermost block that needs to be closed is '(\w+)'", message):
        hint = Said("Put {tag} where it is to end.", tag=f"{{%p end{found[1]} %}}")
        return Said("“{name}” is never closed", name=found[1]), hint
    if not message:
        return Said("it cannot be read"), ""
    return Said("it cannot be read ({error})", error=message.rstrip(".")), ""


def _nearest(name: str, known: Iterable[str]) -> str:
    names: Sequence[str] = sorted(set(known))
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    if close:
        return Said("Did you mean “{name}”?", name=close[0])
    return Said("There are: {names}.", names=", ".join(names)) if names else ""


def _line_of(trace: TracebackType | None) -> int | None:
    """The template's line in a traceback: Jinja puts frames named <template> there."""
    line = None
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
