"""What is made when it is first used, so that a start pays only for what its job needs.

Compiling all patterns of the house took a fifth of a small build, and most of them meet no text in it; making
the methods of all its dataclasses took another fifth, and most of these are never called.
"""

import dataclasses
import re
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, AnyStr, NoReturn, TypeVar, cast

T = TypeVar("T")


class _Later:
    """Stands for a thing; what it is asked for once it has at hand, so a loop pays nothing."""

    def __init__(self, make: Callable[..., Any], *made_of: Any) -> None:
        self._make, self._made_of = make, made_of

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._make(*self._made_of), name)  # what makes it keeps it, too
        setattr(self, name, found)
        return found


def pattern(text: AnyStr, flags: int | re.RegexFlag = 0) -> re.Pattern[AnyStr]:
    """`re.compile`, done at the first use: one that is no pattern is found only then (the tests use each)."""
    return cast("re.Pattern[AnyStr]", _Later(re.compile, text, flags))


def unicode_pattern(text: str) -> Any:
    """The same with the library `regex`, which knows the scripts and signs of Unicode."""
    return _Later(_compiled_by_regex, text)


def _compiled_by_regex(text: str) -> Any:
    import regex  # the library takes as long as twenty modules of ours

    return regex.compile(text)  # it keeps what it has compiled


def library(name: str) -> Any:
    """A module, imported when it is first asked for something."""
    return _Later(import_module, name)


def named(place: str) -> Any:
    """The module "a.b", or what is called c in it ("a.b:c"), imported now."""
    module, _, name = place.partition(":")
    found = import_module(module)
    return getattr(found, name) if name else found


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(
        cls: type[T] | None = None,
        /,
        *,
        frozen: bool = False,
        slots: bool = False,
        kw_only: bool = False,
        eq: bool = True,
    ) -> type[T] | Callable[[type[T]], type[T]]:
        """`dataclasses.dataclass`, whose methods are made at the first call of each: Python compiles every
        one of them from text, six a class.
        """

        def wrap(cls: type[T]) -> type[T]:
            own = {name for name, value in vars(cls).items() if value is not None}  # what it says itself
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
            for name in ("__init__", "__repr__", *(("__eq__",) if eq else ())):
                if name not in own:
                    setattr(made, name, _first_call(made, name, frozen))
            if eq and "__hash__" not in own:
                made.__hash__ = _first_call(made, "__hash__", frozen) if frozen else None
            if frozen:
                made.__setattr__, made.__delattr__ = _no_setting, _no_deleting
                if slots:
                    made.__getstate__, made.__setstate__ = _state, _set_state
            return made

        return wrap if cls is None else wrap(cls)


def _first_call(made: type, name: str, frozen: bool) -> Callable[..., Any]:
    """A method that puts the one that is meant into its own place, and calls it."""

    def method(self: Any, /, *args: Any, **kwargs: Any) -> Any:
        method = _init_of(made, frozen) if name == "__init__" else getattr(_whole(made, frozen), name)
        method.__qualname__ = f"{made.__qualname__}.{name}"
        setattr(made, name, method)
        return method(self, *args, **kwargs)

    method.__name__ = name
    return method


def _init_of(made: Any, frozen: bool) -> Callable[..., None]:
    """`__init__` as `dataclasses` makes it; by itself it would make two more methods of a frozen class."""
    heads: dict[bool, list[str]] = {False: [], True: []}  # of what may stand without its name, and what not
    scope: dict[str, Any] = {"_set": object.__setattr__, "_missing": dataclasses.MISSING}
    body = []
    for field in made.__dataclass_fields__.values():
        name = field.name
        value = name if field.init else f"_{name}"
        has_factory = field.default_factory is not dataclasses.MISSING
        has_default = has_factory or field.default is not dataclasses.MISSING
        scope[f"_{name}"] = field.default_factory if has_factory else field.default
        if has_factory:
            value = f"_{name}() if {name} is _missing else {name}" if field.init else f"_{name}()"
        if field.init:
            default = f" = {'_missing' if has_factory else f'_{name}'}" if has_default else ""
            heads[field.kw_only].append(f"{name}{default}")
        if field.init or has_default:
            body.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    head = ", ".join(["self", *heads[False], *(["*", *heads[True]] if heads[True] else [])])
    exec(f"def __init__({head}):\n " + "\n ".join(body or ["pass"]), scope)
    made_init: Callable[..., None] = scope["__init__"]
    return made_init


def _whole(made: type, frozen: bool) -> type:
    """A class with the same fields, with all else that `dataclasses` makes."""
    fields = dataclasses.fields(made)
    body = {field.name: field for field in fields} | {"__annotations__": {f.name: f.type for f in fields}}
    twin: type = type(made.__name__, (), {**body, "__module__": made.__module__, "__doc__": made.__doc__})
    return dataclasses.dataclass(init=False, frozen=frozen)(twin)


def _no_setting(self: Any, name: str, value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _no_deleting(self: Any, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
