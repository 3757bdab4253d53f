"""A sentence born while reading, pairing, checking or planning, to be worded when it is written.

Who finds something does not know who will read of it. So a sentence keeps its message and the values put
into it; as a `str` it is its English, and each writer says it in its reader's language.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class Said(str):
    """A sentence: its English as a `str`, with its message and values.

    `Said("{name} was cut short.", name=file)` is filled in at once. `many` is the message for more than
    one, by the whole number `n`: `Said("{n} row", many="{n} rows", n=3)`.

    A value may be a text (the user's own, or a name: stands as it is), another `Said` (worded too), a whole
    number (a count, written with the thousands' sign of the language: give a row's number as a text), a
    date (written out), `Quoted` (in the language's quotes), or a tuple of these (a list: "a, b and c").
    """

    __slots__ = ("many", "message", "values")
    message: str
    many: str  # the message for more than one; "" where number makes no difference
    values: Mapping[str, Any]

    def __new__(cls, message: str, /, *, many: str = "", **values: Any) -> "Said":
        chosen = many if many and values["n"] != 1 else message
        english = chosen.format_map({k: in_english(v) for k, v in values.items()}) if values else chosen
        return cls._of(english, message, many, values)

    @classmethod
    def _of(cls, english: str, message: str, many: str, values: Mapping[str, Any]) -> "Said":
        said = str.__new__(cls, english)
        said.message, said.many, said.values = message, many, values
        return said

    def __reduce__(self) -> tuple[Any, ...]:
        return self._of, (str(self), self.message, self.many, dict(self.values))


class Joined(Said):
    """Sentences one after another: `Joined(first, second)`, with a space between them."""

    __slots__ = ()

    def __new__(cls, /, *parts: str, by: str = " ") -> "Joined":
        told = [part for part in parts if part]
        return cls._of(by.join(map(in_english, told)), "", "", {"parts": tuple(told), "by": by})  # type: ignore[return-value]


class Unstopped(Said):
    """A sentence without its full stop, to go on from: `Unstopped(reason)`."""

    __slots__ = ()

    def __new__(cls, sentence: str, /) -> "Unstopped":
        return cls._of(sentence.removesuffix("."), "", "", {"sentence": sentence})  # type: ignore[return-value]


class Blank(Said):
    """As much empty space as a text is wide in its reader's language: `Blank(title)`, to line up below it."""

    __slots__ = ()

    def __new__(cls, text: str, /) -> "Blank":
        return cls._of(" " * len(text), "", "", {"text": text})  # type: ignore[return-value]


class Quoted(str):
    """The user's own words inside a sentence: 'so' in English, „so“ in German."""

    __slots__ = ()


def exchanged(text: str, old: str, new: str) -> str:
    """The sentence with `new` where the value `old` stands in it."""
    if isinstance(text, Joined):
        parts = (exchanged(part, old, new) for part in text.values["parts"])
        return Joined(*parts, by=text.values["by"])
    if not isinstance(text, Said) or not text.values or not text.message:
        return text
    values = {name: new if value == old else value for name, value in text.values.items()}
    return Said(text.message, many=text.many, **values)


def in_english(value: Any) -> str:
    """A value of a sentence as English has it."""
    if isinstance(value, Quoted):
        return repr(str(value))
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, dt.date):
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    if isinstance(value, tuple):
        told = [in_english(one) for one in value]
        return " and ".join((", ".join(told[:-1]), told[-1])) if len(told) > 1 else "".join(told)
    return str(value)


def N_(message: str) -> str:  # noqa: N802 - the name translators' tools look for
    """Mark a text for translation where it is only named, in a table; it is worded where it is used."""
    return message
