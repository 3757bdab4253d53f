"""Jinja's filters that could be asked for texts or lists without end, with bounds."""

import functools
import re
from collections.abc import Callable
from typing import Any, Final

from jinja2.filters import FILTERS

from handover.later import pattern
from handover.model import Said
from handover.write.docx.user_template.mistakes import TooMuchError, WrongUseError

_NAMES: Final = (
    *("batch", "slice", "round", "wordwrap", "striptags", "urlencode", "center", "indent"),
    "filesizeformat",
)
_LARGEST: Final = 10_000  # number among a filter's arguments
_LONGEST: Final = 1_000  # characters of a text among them
_CONVERSION: Final = pattern(r"%(?:\((?P<key>\w*)\))?(?P<width>[-+ #0-9.*]*)[hlL]?[a-zA-Z%]")


def bounded_filters(
    shown: Callable[[Any], str], tick: Callable[[int], bool]
) -> dict[str, Callable[..., Any]]:
    """The filters by name. `shown` makes a value a text, `tick` counts work."""
    made = {name: _bounded(FILTERS[name], tick) for name in _NAMES}
    return {**made, "format": functools.partial(_format, shown)}


def _bounded(function: Callable[..., Any], tick: Callable[[int], bool]) -> Callable[..., Any]:
    position = 1 if hasattr(function, "jinja_pass_arg") else 0

    @functools.wraps(function)  # keeps `jinja_pass_arg`
    def bounded(*args: Any, **kwargs: Any) -> Any:
        for value in (*args[position + 1 :], *kwargs.values()):
            if isinstance(value, int | float) and abs(value) > _LARGEST:
                raise TooMuchError(Said("a number is too large"))
            if isinstance(value, str) and len(value) > _LONGEST:
                raise TooMuchError(Said("it makes a text of more than {most} characters", most=_LONGEST))
            tick(int(abs(value)) // 10 if isinstance(value, int | float) else 1)
        value = args[position] if len(args) > position else ""
        tick(1 + len(value) // (100 if isinstance(value, str) else 1) if hasattr(value, "__len__") else 1)
        return function(*args, **kwargs)

    return bounded


def _format(shown: Callable[[Any], str], value: Any, /, *args: Any, **kwargs: Any) -> str:
    """`"%s of %s"|format(a, b)`, its numbers short enough."""
    if args and kwargs:
        raise WrongUseError(Said("“format” takes values by their order or by their names, not both"))
    text = str(value)
    for found in _CONVERSION.finditer(text):
        if "*" in found["width"] or re.search(r"\d{3}", found["width"]):
            raise TooMuchError(Said("a number is too large"))

    def plain(one: Any) -> Any:
        return one if isinstance(one, int | float) else shown(one)

    if kwargs:
        return text % {name: plain(one) for name, one in kwargs.items()}
    return text % tuple(map(plain, args))
