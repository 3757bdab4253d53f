"""Whose word counts: the call's, else the client's file's, else the user's own file's, else the default."""

from collections.abc import Mapping
from typing import Any

from handover.errors import DetailsError, HandoverError
from handover.model import Details, Quoted, Said
from handover.model.paths import expanded
from handover.options.kinds import UnfitError, closest
from handover.options.table import DETAILS, OPTIONS, TABLE, Options

_SILENT: tuple[Any, ...] = (None, "", (), {})  # what `[content]` holds where its file says nothing


def settle(given: Mapping[str, Any], details: Details) -> Options:
    """The options, each as it was given; else as the details have it; else its default. All are checked.

    `given` holds what was given and nothing else: a value that equals the default was given, too.
    `details` come from the client's file, and where it says nothing from the user's own.
    Raises HandoverError for an unknown name, a value that will not do or a missing template, DetailsError
    for a value in the details.
    """
    for name in given:
        if name not in OPTIONS:
            raise unknown(name)
    found: dict[str, Any] = {}
    for name, option in OPTIONS.items():
        if name in given:
            found[name] = taken(name, given[name])
        elif option.key and (told := getattr(details.content, name)) not in _SILENT:
            found[name] = _told(name, told, details)
    options = Options(**found)
    if options.template and not expanded(options.template).is_file():
        raise HandoverError(
            Said("There is no template {path}.", path=Quoted(options.template)),
            hint=Said(
                "Check the path, or write the built-in template to start from: handover init --template"
            ),
        )
    return options


def unknown(name: str) -> HandoverError:
    """The error for an option that there is none of."""
    known = [option.name for option in TABLE]
    near = closest(name, known)
    return HandoverError(
        Said("There is no option {name}.", name=Quoted(name)),
        hint=Said("Did you mean {name}?", name=near)
        if near
        else Said("The options are: {names}.", names=", ".join(known)),
    )


def taken(name: str, value: Any) -> Any:
    """The value of an option that the call gave. Raises HandoverError."""
    option = DETAILS if name == DETAILS.name else OPTIONS[name]
    try:
        return option.take(value)
    except UnfitError as unfit:
        raise HandoverError(unfit.problem(name), hint=unfit.hint(f"{name}=")) from None


def _told(name: str, value: Any, details: Details) -> Any:
    """The value of `[content]`; a path is meant from where the file lies."""
    option = OPTIONS[name]
    try:
        meant = option.take(value)
    except UnfitError as unfit:  # only where the details were made in Python: a file was checked when read
        key = f"content.{name}"
        raise DetailsError(unfit.problem(key), key=key, hint=unfit.hint(f"{name}=")) from None
    return details.beside(str(meant)) if option.kind.is_path else meant
