"""What is made when it is first used, so that a start pays only for what its job needs.

Compiling all patterns of the house took a fifth of a small build, and most of them meet no text in it; making
the methods of all its dataclasses took another fifth, and most of these are never called, or a few times.
"""

import dataclasses
import re
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, AnyStr, NoReturn, TypeVar, cast

T = TypeVar("T")
_FEW = 16  # calls by hand cost less than to compile a method once


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
            # Without a word of it `dataclasses` asks for the signature, which takes as long as all the rest.
            cls.__doc__ = cls.__doc__ or cls.__name__
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
    if name == "__init__":
        return _first_inits(made, frozen)

    def method(self: Any, /, *args: Any, **kwargs: Any) -> Any:
        return _put(made, name, _method_of(made, name, frozen))(self, *args, **kwargs)

    method.__name__ = name
    return method


def _put(made: type, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    method.__qualname__ = f"{made.__qualname__}.{name}"
    setattr(made, name, method)
    return method


def _first_inits(made: Any, frozen: bool) -> Callable[..., None]:
    """`__init__` by hand for the first calls: most classes are made a few times in a small build.

    What it cannot make out is for the compiled one, which words a mistake as Python does.
    """
    fields = made.__dataclass_fields__.values()
    places = [field.name for field in fields if field.init and not field.kw_only]
    asked = {field.name for field in fields if field.init}
    defaults = {field.name: field.default for field in fields if field.default is not dataclasses.MISSING}
    factories = [
        (field.name, field.default_factory)
        for field in fields
        if field.default_factory is not dataclasses.MISSING
    ]
    whole = asked | defaults.keys() | dict(factories).keys()
    put = object.__setattr__ if frozen else setattr
    calls = 0

    def method(self: Any, /, *args: Any, **kwargs: Any) -> None:
        nonlocal calls
        calls += 1
        given = {**dict(zip(places, args, strict=False)), **kwargs}
        values = {**defaults, **given}
        for name, factory in factories:
            if name not in given:
                values[name] = factory()
        is_told = (
            len(given) == len(args) + len(kwargs) and given.keys() <= asked and len(values) == len(whole)
        )
        if calls > _FEW or not is_told:
            _put(made, "__init__", _init_of(made, frozen))(self, *args, **kwargs)
            return
        for name, value in values.items():
            put(self, name, value)
        if hasattr(made, "__post_init__"):
            self.__post_init__()

    method.__name__ = "__init__"
    return method


def _method_of(made: Any, name: str, frozen: bool) -> Callable[..., Any]:
    """A method as `dataclasses` makes it, and it alone where it is one of the two that are called at all."""
    fields = dataclasses.fields(made)
    if name == "__eq__":
        mine, its = (_told([f.name for f in fields if f.compare], of) for of in ("self", "other"))
        told = f"{mine} == {its} if other.__class__ is self.__class__ else NotImplemented"
        return _compiled("__eq__", "self, other", f"return {told}", {})
    if name == "__hash__":
        hashed = [f.name for f in fields if (f.compare if f.hash is None else f.hash)]
        return _compiled("__hash__", "self", f"return hash({_told(hashed, 'self')})", {})
    method: Callable[..., Any] = getattr(_whole(made, frozen), name)
    return method


def _told(names: list[str], of: str) -> str:
    """What a tuple of these fields is in Python."""
    return f"({''.join(f'{of}.{name}, ' for name in names)})"


def _compiled(name: str, head: str, body: str, scope: dict[str, Any]) -> Callable[..., Any]:
    exec(f"def {name}({head}):\n {body}", scope)
    made: Callable[..., Any] = scope[name]
    return made


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
    return _compiled("__init__", head, "\n ".join(body or ["pass"]), scope)


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
