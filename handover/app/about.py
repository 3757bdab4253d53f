"""The form *About you and the client*: what `handover.toml` holds of people, dates and accounts.

One row a field. What is typed is kept in the same file as by hand, its comments with it.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Literal

from starlette.datastructures import FormData

from handover.later import dataclass
from handover.model import Details
from handover.model.said import N_

Kind = Literal["text", "date", "number", "lines", "long"]
SPARE = 1  # empty rows to add another in


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a section, and how it is asked for."""

    key: str
    label: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Group:
    """A section of the file; `several`: it is written once for each."""

    key: str  # "" for what stands above all sections
    title: str
    fields: tuple[Field, ...]
    several: bool = False


GROUPS: tuple[Group, ...] = (
    Group(
        "client",
        N_("The client"),
        (
            Field("name", N_("Name")),
            Field("contact", N_("Whom you write to")),
            Field("greeting", N_("How your letters greet")),
            Field("email", N_("E-mail")),
            Field("timezone", N_("Time zone, such as Europe/Vienna")),
        ),
    ),
    Group(
        "me",
        N_("You"),
        (
            Field("name", N_("Name")),
            Field("email", N_("E-mail")),
            Field("website", N_("Website")),
            Field("brand_colour", N_("Brand colour, such as #1f6f6b")),
            Field("language", N_("Your language, such as de")),
        ),
    ),
    Group(
        "dates",
        N_("Dates"),
        (
            Field("notice", N_("Notice given"), "date"),
            Field("last_day", N_("Last day"), "date"),
            Field("questions_until", N_("Questions answered until"), "date"),
            Field("files_kept_until", N_("Files kept until"), "date"),
        ),
    ),
    Group(
        "content",
        N_("The documents"),
        (
            Field("language", N_("Language of the documents, such as de")),
            Field("minimum", N_("Updates each post must leave with"), "number"),
            Field("per_week", N_("Re-posts a week"), "number"),
        ),
    ),
    Group(
        "",
        N_("In your own words"),
        (
            Field("highlights", N_("What you are proud of, a line each"), "lines"),
            Field("recommendations", N_("What you would do next, a line each"), "lines"),
            Field("voice", N_("How the brand speaks, a line each"), "lines"),
        ),
    ),
    Group(
        "account",
        N_("Accounts"),
        (
            Field("name", N_("Account")),
            Field("owner_now", N_("Owner now")),
            Field("owner_after", N_("Owner after")),
            Field("how", N_("How")),
            Field("url", N_("Address")),
            Field("done_on", N_("Done on"), "date"),
        ),
        several=True,
    ),
    Group(
        "tool",
        N_("Tools"),
        (
            Field("name", N_("Name")),
            Field("purpose", N_("Purpose")),
            Field("who_pays", N_("Who pays")),
            Field("renews", N_("Renews")),
        ),
        several=True,
    ),
    Group(
        "open_item",
        N_("Still open"),
        (Field("what", N_("What")), Field("owner", N_("Who")), Field("due", N_("Due"))),
        several=True,
    ),
    Group(
        "contact",
        N_("People"),
        (
            Field("name", N_("Name")),
            Field("role", N_("Role")),
            Field("email", N_("E-mail")),
            Field("about", N_("About")),
        ),
        several=True,
    ),
)


def name_of(group: Group, field: Field, number: int | None = None) -> str:
    """The name of an input: "client.name", "account.0.name"."""
    return ".".join(filter(None, (group.key, "" if number is None else str(number), field.key)))


def values_of(details: Details) -> dict[str, str]:
    """What the form shows of the details, by the names of its inputs."""
    found: dict[str, str] = {}
    for group in GROUPS:
        told: Any = getattr(details, group.key) if group.key else details
        for number, one in enumerate(told) if group.several else ((None, told),):
            for field in group.fields:
                found[name_of(group, field, number)] = _shown(getattr(one, field.key))
    return found


def _shown(value: Any) -> str:
    if value is None:
        return ""
    return "\n".join(value) if isinstance(value, tuple) else str(value)


def rows_of(group: Group, values: Mapping[str, str]) -> list[int | None]:
    """The numbers of a group's rows, spare ones to fill in among them; [None] where it is written once."""
    if not group.several:
        return [None]
    told = [name.split(".")[1] for name in values if name.startswith(f"{group.key}.")]
    return list(range(max((int(number) for number in told if number.isdecimal()), default=-1) + 1 + SPARE))


def answers(form: FormData, details: Details) -> dict[tuple[str, str], Any]:
    """What was typed and stands otherwise in the details, as `save_details` takes it."""
    before = values_of(details)
    found: dict[tuple[str, str], Any] = {}
    for group in GROUPS:
        if group.several:
            if (rows := _rows(group, form)) != _as_rows(group, details):
                found[group.key, ""] = rows
            continue
        for field in group.fields:
            told = _typed(form, name_of(group, field))
            if told is not None and told != before[name_of(group, field)].strip():
                found[group.key, field.key] = _value(field, told)
    return found


def _rows(group: Group, form: FormData) -> list[dict[str, Any]]:
    values = {name: value for name, value in form.items() if isinstance(value, str)}
    rows = []
    for number in rows_of(group, values):
        row = {f.key: _value(f, _typed(form, name_of(group, f, number)) or "") for f in group.fields}
        rows.append(row)
    while rows and not any(rows[-1].values()):
        rows.pop()
    return rows


def _as_rows(group: Group, details: Details) -> list[dict[str, Any]]:
    told = getattr(details, group.key)
    return [{f.key: _value(f, _shown(getattr(one, f.key))) for f in group.fields} for one in told]


def _typed(form: FormData, name: str) -> str | None:
    value = form.get(name)
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else None


def _value(field: Field, told: str) -> Any:
    """A value as the file holds it; None for an empty one."""
    if not told:
        return None
    if field.kind == "lines":
        return [line.strip() for line in told.split("\n") if line.strip()]
    if field.kind == "number":
        return int(told) if told.isascii() and told.isdecimal() else told
    if field.kind == "date" or field.key in ("renews", "due"):
        try:
            return dt.date.fromisoformat(told)
        except ValueError:
            return told
    return told
