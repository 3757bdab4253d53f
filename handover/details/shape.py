"""From plain values to the frozen types, each key and value checked in the user's own words."""

import dataclasses
import datetime as dt
import re
import types
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, get_args, get_origin, get_type_hints

from handover.details.places import Key, Place, spell
from handover.later import pattern
from handover.model import Content, Details, Said
from handover.options import KEYS, Option, UnfitError, in_toml
from handover.options.kinds import DAYS_ARE, LONGEST, is_day

_NOT_KEYS = ("base",)  # fields of Details that the file does not write

# Keys that take what an option takes, outside of [content].
_LIKE_OPTIONS: dict[Key, str] = {("client", "timezone"): "timezone", ("me", "language"): "language"}

# Words people write -> the key that is meant, where spelling alone does not lead there.
_MEANT = {
    "color": "brand_colour",
    "brand_color": "brand_colour",
    "colour": "brand_colour",
    "url": "website",
    "mail": "email",
    "e-mail": "email",
    "end": "last_day",
    "last": "last_day",
    "lang": "language",
    "task": "what",
    "title": "name",
    "2fa": "two_step",
    "two_factor": "two_step",
    "payment_method": "payment",
    "time_zone": "timezone",
    "link": "url",
    "address": "url",
    "salutation": "greeting",
    "done": "done_on",
    "blog": "feed",
    "pays": "who_pays",
    "renewal": "renews",
}


def shape(raw: Mapping[str, Any], place: Place, *, defaults: Details) -> Details:
    """The mapping as `Details`; what it leaves out comes from `defaults`. Raises DetailsError."""
    found: Details = _table(Details, raw, (), place, defaults)
    return found


def _table(kind: type, raw: Any, key: Key, place: Place, default: Any = None) -> Any:
    if not isinstance(raw, Mapping):
        section = f"[[{key[0]}]]" if len(key) > 1 else f"[{key[0]}]"
        hint = Said("Write {section} on a line of its own, and its keys below.", section=section)
        raise place.error(key, _not_so(key, Said("a section"), raw), hint=hint)
    hints = {name: hint for name, hint in get_type_hints(kind).items() if name not in _NOT_KEYS}
    for name in raw:
        if name not in hints:
            raise _unknown(str(name), raw[name], key, hints, place)
    values = {
        name: _value(hints[name], value, (*key, name), place, getattr(default, name, None))
        for name, value in raw.items()
    }
    for field in dataclasses.fields(kind):
        needed = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        if needed and not values.get(field.name):
            hint = Said("Add {line}, or take the section out.", line=f'{field.name} = "..."')
            raise place.error(key, Said("{key} has no {name}.", key=spell(key), name=field.name), hint=hint)
    return dataclasses.replace(default, **values) if default is not None else kind(**values)


def _unknown(name: str, value: Any, key: Key, hints: Mapping[str, Any], place: Place) -> Exception:
    """The error for a key we do not know, with the nearest right one."""
    close = get_close_matches(name.lower().replace("-", "_"), hints, n=1, cutoff=0.6)
    meant = _MEANT.get(name.lower(), "")
    tops = get_type_hints(Details)
    if key and name in tops and name not in _NOT_KEYS:
        hint = Said("{name} belongs to the top of the file, above the first [section].", name=name)
        if dataclasses.is_dataclass(_item(tops[name])):
            hint = Said("Write [{name}] on a line of its own.", name=name)
    elif close or meant in hints:
        hint = Said("Did you mean {name}?", name=meant if meant in hints else close[0])
    elif home := next((top for top, kind in tops.items() if name in _fields(kind)), ""):
        hint = Said("{name} belongs under [{section}].", name=name, section=home)
    else:
        hint = Said("The keys here are: {names}.", names=", ".join(hints))
    wrong = Said("{key} = {value} is not a key handover knows.", key=spell((*key, name)), value=_show(value))
    return place.error((*key, name), wrong, hint=hint)


def _not_so(key: Key, wanted: Said, value: Any) -> Said:
    return UnfitError(wanted, value).problem(spell(key), in_toml)


def _fields(hint: Any) -> tuple[str, ...]:
    """The keys of a section or of each section in a list."""
    return tuple(getattr(_item(hint), "__dataclass_fields__", ()))


def _item(hint: Any) -> Any:
    """The type of one element of `tuple[X, ...]`, else the type itself."""
    return get_args(hint)[0] if get_origin(hint) is tuple else hint


def _value(hint: Any, value: Any, key: Key, place: Place, default: Any) -> Any:
    if dataclasses.is_dataclass(hint):
        return _table(hint, value, key, place, default)  # type: ignore[arg-type]
    if key[0] == "content" and key[-1] in KEYS:
        return _option(KEYS[str(key[-1])], hint, value, key, place)
    if key in _LIKE_OPTIONS:
        return _option(KEYS[_LIKE_OPTIONS[key]], hint, value, key, place)
    if get_origin(hint) is tuple:
        return _several(get_args(hint)[0], value, key, place)
    if get_origin(hint) is types.UnionType:
        kinds = tuple(k for k in get_args(hint) if k is not type(None))
        hint = kinds[0] if len(kinds) == 1 else kinds
    check, wanted, sample = _KINDS[hint]
    found = check(value)
    if found is None:
        from handover.details.slips import day_hint, written_days  # most files have none

        days = written_days(value) if hint is dt.date and isinstance(value, str) else ()
        hint = day_hint(str(key[-1]), days) if days else Said("Write: {line}", line=f"{key[-1]} = {sample}")
        raise place.error(key, _not_so(key, wanted, value), hint=hint)
    if isinstance(found, dt.date) and not is_day(found):
        raise place.error(key, _not_so(key, DAYS_ARE, value), hint=_hint_for_day(key))
    return _checked(str(key[-1]), found, key, place)


def _hint_for_day(key: Key) -> Said:
    return Said("Write: {line}", line=f"{key[-1]} = {_KINDS[dt.date][2]}")


def check_days(details: Details) -> None:
    """Raises DetailsError for a date that cannot be meant in details that were made in Python."""
    _check_days(dataclasses.asdict(details), ())


def _check_days(value: Any, key: Key) -> None:
    if isinstance(value, dt.date) and not is_day(value):
        raise Place().error(key, _not_so(key, DAYS_ARE, value), hint=_hint_for_day(key))
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, tuple) else ()
    for name, inner in items:
        _check_days(inner, (*key, name))


def _several(item: Any, value: Any, key: Key, place: Place) -> tuple[Any, ...]:
    """A list; a single text or section stands for a list of one."""
    if isinstance(value, str | Mapping):
        value = [value]
    if not isinstance(value, list | tuple):
        hint = Said("Write: {line}", line=f'{key[-1]} = ["...", "..."]')
        raise place.error(key, _not_so(key, Said("a list"), value), hint=hint)
    return tuple(_value(item, element, (*key, number), place, None) for number, element in enumerate(value))


def _option(option: Option, hint: Any, value: Any, key: Key, place: Place) -> Any:
    """The value of an option under [content]; an empty text says that there is none."""
    if value == "" and hint is str:
        return ""
    try:
        taken = option.take(value)
    except UnfitError as unfit:
        told = unfit.hint(f"{option.name} = ", in_toml)
        raise place.error(key, unfit.problem(spell(key), in_toml), hint=told) from None
    if taken is None:
        return getattr(Content(), option.name)
    return str(taken) if option.kind.is_path else taken


def _text(value: Any) -> str | None:
    return value.strip() if isinstance(value, str) else None


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _date(value: Any) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value.strip()) if isinstance(value, str) else None
    except ValueError:
        return None


def _date_or_text(value: Any) -> dt.date | str | None:
    found = _date(value)
    return found if found is not None else _text(value)


def _text_or_switch(value: Any) -> str | bool | None:
    """A text; False where there shall be none, and for True what stands without the key."""
    if isinstance(value, bool):
        return "" if value else False
    return _text(value)


# Type -> (reads a value or gives None, the type in words, an example).
_KINDS: dict[Any, tuple[Callable[[Any], Any], Said, str]] = {
    str: (_text, Said("text"), '"..."'),
    int: (_whole, Said("a whole number"), "3"),
    dt.date: (_date, Said("a date"), "2026-12-31"),
    (dt.date, str): (_date_or_text, Said("a date or text"), "2026-12-31"),
    (str, bool): (_text_or_switch, Said("text, or false"), "false"),
}

FORMS_OF_ADDRESS = ("familiar", "formal")

_WEB_ADDRESS = pattern(r"(?:https?://)?[^\s:/]+\.[^\s]+", re.IGNORECASE)

# Key -> (whether a value will do, what it should be, an example).
_RULES: dict[str, tuple[Callable[[Any], bool], Said, str]] = {
    "brand_colour": (
        lambda v: bool(re.fullmatch(r"#[0-9A-Fa-f]{6}", v)),
        Said("a colour of six digits after a #"),
        '"#1f6f6b"',
    ),
    "email": (
        lambda v: bool(re.fullmatch(r"[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+", v)),
        Said("one e-mail address"),
        '"ana@example.com"',
    ),
    "website": (
        lambda v: bool(_WEB_ADDRESS.fullmatch(v)),
        Said("a web address"),
        '"https://example.com"',
    ),
    "url": (
        lambda v: bool(_WEB_ADDRESS.fullmatch(v)),
        Said("a web address"),
        '"https://example.com/acme"',
    ),
    "form_of_address": (
        lambda v: v in FORMS_OF_ADDRESS,
        Said("familiar or formal"),
        '"familiar"',
    ),
    "logo": (
        lambda v: bool(re.search(r"\.(png|jpe?g)$", v, re.IGNORECASE)),
        Said("a PNG or JPEG"),
        '"logo.png"',
    ),
    "per_week": (lambda v: 1 <= v <= 100, Said("1 to 100"), "3"),
}


def _checked(name: str, value: Any, key: Key, place: Place) -> Any:
    """The value, when the rule of its key holds; an empty text says that there is none."""
    if name in _RULES and value not in ("", None):
        will_do, wanted, sample = _RULES[name]
        if not will_do(value):
            hint = Said("Write: {line}", line=f"{name} = {sample}")
            raise place.error(key, _not_so(key, wanted, value), hint=hint)
    return value


def _show(value: Any) -> str:
    """A value as written in TOML, cut visibly when it is long."""
    text = in_toml(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."
