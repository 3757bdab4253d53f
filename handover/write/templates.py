"""The text and HTML templates: ours, or the user's own of the same name.

A file `templates/email.txt.j2` beside `handover.toml` replaces the one of that name in the package.
The user's templates run in Jinja's sandbox; a name that does not exist is an error, never an empty place.
"""

import re
import traceback
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from handover.errors import TemplateError
from handover.model import Handover, Said
from handover.text.safe import plain

BUILT_IN = Path(__file__).parent.parent / "templates"
MAX_CHARACTERS = 200_000_000  # what a template may write; one that loops without end stops here


def render(name: str, handover: Handover, context: Mapping[str, Any]) -> str:
    """The template filled in, as one text. Raises TemplateError with the tag and the line."""
    return "".join(stream(name, handover, context))


def stream(name: str, handover: Handover, context: Mapping[str, Any]) -> Iterator[str]:
    """The template filled in, piece by piece, for texts too long to hold. Raises TemplateError."""
    written = 0
    try:
        for piece in _environment(handover, html=".html." in name).get_template(name).generate(context):
            written += len(piece)
            if written > MAX_CHARACTERS:
                raise jinja2.TemplateRuntimeError(
                    Said("it writes more than {n} characters", n=MAX_CHARACTERS)
                )
            yield piece
    except jinja2.TemplateSyntaxError as error:
        line, what = error.lineno, str(error.message)
        raise TemplateError(
            Said("{file}, line {line}: {error}.", file=name, line=str(line), error=what),
            template=name,
            line=line,
        ) from error
    except (jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise _explained(name, error, context) from error


def source(name: str, handover: Handover) -> str:
    """A file of the templates as it is, the user's own where there is one."""
    loader = _environment(handover, html=False).loader
    assert loader is not None
    return loader.get_source(jinja2.Environment(), name)[0]


def _environment(handover: Handover, *, html: bool) -> jinja2.Environment:
    """Jinja for our templates; its sandbox, at twice the cost, where the user has any of their own."""
    own = Path(handover.details.base) / "templates" if handover.details.base else None
    has_own = own is not None and own.is_dir()
    kind = ImmutableSandboxedEnvironment if has_own else jinja2.Environment
    return kind(
        loader=jinja2.FileSystemLoader([own, BUILT_IN] if own and has_own else [BUILT_IN]),
        autoescape=html,
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _finalize(value: Any) -> Any:
    """What a tag gives, as text that any file may hold; nothing for None. Markup is ours, and clean."""
    if value is None:
        return ""
    return plain(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _explained(name: str, error: Exception, context: Mapping[str, Any]) -> TemplateError:
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".j2")]
    line = frames[-1].lineno if frames else None
    wrong = re.search(r"(?:attribute )?'(\w+)'(?: is undefined)?$", str(error))
    hint = ""
    if wrong and (close := get_close_matches(wrong[1], _names(context.values(), set(context)), n=1)):
        hint = Said("Did you mean {name}?", name=close[0])
    # What we raise ourselves is a sentence; what Jinja and Python raise has only its English.
    what = error.args[0] if error.args and isinstance(error.args[0], Said) else str(error)
    if line:
        text = Said("{file}, line {line}: {error}.", file=name, line=str(line), error=what)
    else:
        text = Said("{file}: {error}.", file=name, error=what)
    return TemplateError(text, template=name, tag=wrong[1] if wrong else "", line=line, hint=hint)


def _names(values: Iterable[Any], names: set[str]) -> list[str]:
    """The names a template may use: those of the context, and of the fields of its values."""
    for value in values:
        first = next(iter(value), None) if isinstance(value, tuple) else value
        names |= set(getattr(first, "__dataclass_fields__", ()))
    return sorted(names)
