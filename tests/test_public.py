"""What the package promises to the outside."""

import inspect

import handover
from handover import build_handover


def test_all_names_everything_public_in_order_and_everything_is_there() -> None:
    assert sorted(handover.__all__) == handover.__all__
    assert {name for name in handover.__all__ if not hasattr(handover, name)} == set()


def test_all_is_the_promised_interface() -> None:
    promised = {
        "build_handover", "build_many", "read_feed", "read_updates", "pair_updates", "find_shortfalls",
        "write_handover", "Feed", "Post", "Updates", "Update", "Evidence", "Pair", "Unpaired", "Pairing",
        "Shortfall", "Skipped", "Notice", "Handover", "Details", "__version__", "HandoverError",
        "SourceError", "FetchError", "UnknownFormatError", "ParseError", "DetailsError", "TemplateError",
        "OutputError", "ShortfallError", "SecretError",
    }  # fmt: skip
    assert set(handover.__all__) == promised


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
        "timezone": None,
        "resolve_links": False,
        "check_links": False,
        "page_numbers": False,
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
