"""What the package promises to the outside."""

import inspect
import typing
from collections.abc import Iterator

import requests

import handover
from handover import build_handover


def test_all_names_everything_public_in_order_and_everything_is_there() -> None:
    assert sorted(handover.__all__) == handover.__all__
    assert {name for name in handover.__all__ if not hasattr(handover, name)} == set()


FUNCTIONS = {
    "build_handover", "build_many", "read_feed", "read_updates", "pair_updates", "find_shortfalls",
    "write_handover",
}  # fmt: skip
TYPES = {
    "Feed", "Post", "Updates", "Update", "Evidence", "Pair", "Unpaired", "Pairing", "Shortfall", "Skipped",
    "Notice", "Said", "Handover", "Result", "Origin", "SourceCount", "Near", "Placed", "Changes", "Returned",
    "Verdict", "Runway", "Slot", "Media", "MediaLeft", "Original", "Counts", "Worked", "Best", "BestPost",
    "Moment", "Share", "TakenOut", "Built",
}  # fmt: skip
OF_DETAILS = {
    "Details", "Me", "Client", "Dates", "Content", "Account", "Tool", "OpenItem", "Contact", "Section",
    "File", "Invoice", "Ask",
}  # fmt: skip
ERRORS = {
    "HandoverError", "SourceError", "FetchError", "UnknownFormatError", "ParseError", "DetailsError",
    "TemplateError", "OutputError", "ShortfallError", "SecretError",
}  # fmt: skip


def test_all_is_the_promised_interface() -> None:
    assert set(handover.__all__) == {*FUNCTIONS, *TYPES, *OF_DETAILS, *ERRORS, "__version__"}


def said_of(thing: object) -> list[object]:
    """What the annotations of a function, or of a class's fields, properties and methods, name."""
    asked = [thing]
    if isinstance(thing, type):
        inner = [(v.fget if isinstance(v, property) else v) for n, v in vars(thing).items() if n[0] != "_"]
        asked += filter(inspect.isfunction, inner)
    return [
        said for one in asked for said in typing.get_type_hints(one, None, {"requests": requests}).values()
    ]


def parts_of(said: object) -> Iterator[object]:
    """An annotation and everything it is put together of."""
    yield said
    for part in said if isinstance(said, list) else typing.get_args(said):
        yield from parts_of(part)


def handed_out() -> set[type]:
    """Every class of ours that someone meets who uses what is public."""
    found: set[type] = set()
    todo = [getattr(handover, name) for name in handover.__all__ if name != "__version__"]
    while todo:
        for part in (part for said in said_of(todo.pop()) for part in parts_of(said)):
            ours = isinstance(part, type) and part.__module__.split(".")[0] == "handover"
            if ours and part not in found:
                found.add(part)
                todo.append(part)
    return found


def test_every_type_that_a_public_function_takes_or_gives_is_public_itself() -> None:
    found = handed_out()
    assert {handover.Result, handover.Origin, handover.Account} <= found
    assert {kind.__qualname__ for kind in found} - set(handover.__all__) == set()
    assert all(getattr(handover, kind.__name__) is kind for kind in found)


def test_build_handover_has_the_promised_keywords_and_defaults() -> None:
    keywords = {
        name: parameter.default
        for name, parameter in inspect.signature(build_handover).parameters.items()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY
    }
    assert keywords == {
        "out_dir": ".",
        "formats": ("xlsx", "docx"),
        "minimum": 3,
        "details": None,
        "template": None,
        "language": None,
        "whole_blog": True,
        "strict": False,
        "overwrite": False,
        "today": None,
        "map": None,
        "network": None,
        "timezone": None,
        "resolve_links": False,
        "check_links": False,
        "page_numbers": False,
        "zip": False,
        "fetch_titles": False,
        "fetch_media": False,
        "pictures": "first",
        "strip_gps": False,
        "fresh": False,
        "site": None,
        "progress": None,
    }


def test_every_error_has_the_exit_code_of_its_kind() -> None:
    codes = {name: getattr(handover, name).exit_code for name in handover.__all__ if name.endswith("Error")}
    assert {name for name, code in codes.items() if code != 2} == {
        "FetchError",
        "OutputError",
        "ShortfallError",
    }
    assert (codes["FetchError"], codes["OutputError"], codes["ShortfallError"]) == (3, 4, 1)
