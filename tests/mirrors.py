"""Which tests look at a module: those that bear its name, else those of its room, by the table below.

python -m tests.mirrors handover/pair/title_rules.py    prints them
"""

import sys
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
PACKAGE = HERE.parent / "handover"

# Module or room -> test files (without `test_`), where the name alone does not say it. What is said of a room
# holds for every module in it without tests of its own: it is tried as people meet it, by the room's door.
TESTED_BY: Mapping[str, str] = {
    "__init__": "public readme",
    "__main__": "cli leaving",
    "app": "app app_access app_walked",
    "flags": "options cli",
    "starters": "cli xlsx",
    "terminal": "cli",
    "errors": "public cli",
    "model": "pair build workbook",  # types; what they do is seen where they are given and taken
    "model/details": "details",
    "model/counts": "view",
    "model/media": "media",
    "networks": "networks_ids networks_own text_length",
    "text": "text_comparing text_length text_links text_safe",
    "text/counted_links": "text_length",
    "text/same_text": "merge finds",
    "urls/known": "urls pair_learnt",
    "urls/shown": "text_printed",
    "languages/catalogues": "locale",
    "languages/abbreviations": "languages",
    "languages/announcements": "languages pair_ahead text_comparing",
    "columns": "columns xlsx workbook",
    "check/lexicon": "lasting",
    "check/patterns": "lasting",
    "check/phrase_index": "lasting",
    "check/seasons": "lasting",
    "check/time_ties": "lasting",
    "check/worked": "worked plan",
    "model/worked": "worked",
    "drafts": "drafts templates",
    # --- pairing decides as a whole: a rule is right where what wins over it is tried, too
    "pair": "pair pair_addresses pair_learnt pair_reasons pair_several pair_labelled",
    "pair/title_rules": "title_rules pair_names pair_phrases pair_series pair_leads pair_ahead",
    "pair/titles": "pair_names pair_phrases pair_series pair_ahead",
    "pair/differences": "pair_names pair_series",
    "pair/formulas": "pair_series pair_phrases",
    "pair/articles": "pair_phrases pair_names",
    "pair/by_text": "pair_phrases pair_names pair_ahead",
    "pair/by_link": "pair_addresses pair_learnt",
    "pair/by_sheet": "pair post_above workbook",
    "pair/kept_by_user": "workbook",
    "pair/nearly_named": "pair_named_by_user",
    "pair/unlisted": "pair pair_reasons",
    "pair/notes": "pair_several",
    # --- reading a blog: pairs of files, `<case>` and what must be read from it
    "read": "read_feed read_updates_golden search source",
    "read/anchors": "archive",
    "read/blog_pages": "archive",
    "read/formats": "read_signs detection read_updates_golden",
    "read/given": "asking misnamed",
    "read/blog": "read_feed feeds",
    "read/containers": "source search",
    "read/discovery": "read_feed archive",
    "read/feeds/document": "xml feeds",
    "read/feeds": "feeds feed_entry exports_of_blogs",
    "read/feeds/xml_entry": "xml",
    "read/feeds/xml_names": "xml",
    "read/feeds/xml_signs": "xml",
    "read/google_sheet": "files_people_give",
    "read/online": "link_checks web",
    "read/unknown": "files_people_give said_reading",
    "read/united": "merge search",
    "read/feeds/wordpress_files": "media_files",
    "read/richest": "merge worlds",
    "read/returned": "workbook_client workbook_replaced",
    "read/ours": "workbook_copies workbook",
    "read/manifest": "search workbook_replaced",
    "read/sameness": "sameness merge merge_scenes",
    # --- reading updates
    "read/updates": "read_updates_golden detection",
    "read/updates/library": "next_tool",
    "read/updates/car": "bluesky",
    "read/updates/bluesky_types": "bluesky",
    "read/updates/mastodon_types": "mastodon",
    "read/updates/post_html": "mastodon",
    "read/updates/meta": "meta_downloads facebook",
    "read/updates/instagram": "meta_downloads read_updates_golden",
    "read/updates/threads": "meta_downloads read_updates_golden",
    "read/updates/x_tweet": "x_archive",
    "read/updates/x_files": "x_archive",
    "read/updates/x_written": "x_archive",
    "read/updates/json_stream": "json_items streamed_downloads",
    "read/updates/taken": "streamed_downloads read_updates_golden",
    "read/updates/json_list_entry": "json_lists",
    "read/updates/links_in_text": "text_links",
    "read/updates/owner": "bluesky mastodon meta_downloads private",
    "read/updates/options": "options read_updates_clock",
    "read/updates/schedulers": "read_updates_golden detection layout",
    "read/updates/workbook": "workbook workbook_client workbook_copies workbook_replaced",
    "read/updates/workbook/reading": "workbook_typed workbook",
    "read/updates/workbook/taken_rows": "taken_out",
    "read/updates/workbook/noticing": "workbook",
    "read/updates/tables/words_of_languages": "odd_sheets",
    "read/updates/tables/files": "read_updates_tables read_updates_workbook_tables files_people_give",
    "read/updates/tables/files/looks": "odd_sheets",
    "read/updates/tables/files/old_encodings": "odd_sheets read_updates_tables",
    "read/updates/tables/files/books": "files_people_give read_updates_workbook_tables",
    "read/updates/tables/files/xlsx_by_openpyxl": "xlsx_ordinary",
    "read/updates/tables/files/xlsx_cells": "xlsx_ordinary",
    "read/updates/tables/files/xlsx_package": "xlsx_ordinary",
    "read/updates/tables/files/xlsx_sheet": "xlsx_ordinary odd_sheets",
    "read/updates/tables/files/one_column": "read_updates_shapes",
    "read/updates/tables/files/monday": "planning_boards read_updates_golden",
    "read/updates/tables/files/turned": "read_updates_shapes",
    "read/updates/tables/foreign": "foreign_tables private_outputs",
    "read/updates/tables/header": "read_updates_tables read_updates_shapes sheets_of_strangers",
    "read/updates/tables/header/joined_tabs": "odd_sheets",
    "read/updates/tables/rows/row_colours": "odd_sheets",
    "read/updates/tables/rows/untold_states": "odd_sheets",
    "read/updates/tables/rows": "read_updates_tables read_updates_loose_sheets",
    "read/updates/tables/rows/all_networks": "several_networks",
    "read/updates/tables/rows/several": "several_networks read_updates_loose_sheets",
    "read/updates/tables/rows/month_grid": "read_updates_shapes",
    "read/updates/tables/when": "read_updates_dates read_updates_clock",
    # --- writing: what a file holds is seen in the file
    "write": "store build",
    "write/job": "build store",
    "write/earlier": "zipped gallery",
    "write/media": "gallery thumbnail gps",
    "write/media/content": "thumbnail",
    "write/docx/small_picture": "gallery",
    "write/slug": "platforms",
    "write/words": "words locale",
    "write/letter": "eml",
    "write/letters": "eml",
    "write/message": "eml",
    "write/docx": "docx docx_hostile docx_valid docx_lint",
    "write/docx/user_template": "docx_template docx_template_repeated docx_is_whole_xml",
    "write/docx/user_template/large_pieces": "docx_large_pieces",
    "write/docx/typeface": "pdf",
    "write/view": "view docx html",
    "write/view/accounts": "accounts docx xlsx",
    "write/view/checklists": "accounts",
    "write/view/closing": "view docx timeline",
    "write/view/worked": "worked docx html",
    "write/xlsx": "xlsx xlsx_client xlsx_lint xlsx_parts xlsx_strings",
    "write/xlsx/remembered": "workbook_client",
    "write/xlsx/parts": "xlsx_parts xlsx_lint",
    "write/xlsx/parts/pictures": "gallery",
}  # fmt: skip

# Tests of no one module: what they promise is true of the whole.
OF_THE_WHOLE: Mapping[str, str] = {
    "damage": "a damaged part of a download costs itself alone",
    "every_cell": "no filled cell of a sheet is dropped in silence",
    "batch_dask": "many clients on a cluster",
    "extent": "how much is tried where",
    "feeds_private": "what is not public on a blog, through every export of it",
    "finds": "what fuzzing found, wherever it was",
    "fuzz": "damaged files, through every door",
    "fuzz_downloads": "damaged downloads of the networks",
    "fuzz_feeds": "damaged blogs",
    "hostile": "files made to do harm",
    "imports": "the arrows of the house",
    "kill": "a build that ends in the middle",
    "laws": "the five laws, from files to files",
    "layout": "a slip in the description of a table",
    "long_cells": "texts at the limit of a cell, in and out",
    "manager_language": "two languages in one build",
    "mirrors": "the table of this module",
    "mutants": "whether tests find a slip",
    "platforms": "Windows, old consoles",
    "private": "what is private never comes out",
    "private_outputs": "nor in any file",
    "private_interfaces": "what is taken from inside of other libraries",
    "public": "the interface",
    "read_updates_claims": "each file by its own format",
    "readme": "README and CONTRIBUTING",
    "said_writing": "every sentence in the reader's language",
    "shortcuts_of_a_start": "what spares a start its work, wherever it is",
    "two_readers": "no working note for the client",
    "worlds": "blogs told of by several sources",
}


def modules() -> list[str]:
    """Every module of the package as a path: "pair/titles"; a folder stands for its `__init__`."""
    names = (path.relative_to(PACKAGE).with_suffix("").as_posix() for path in sorted(PACKAGE.rglob("*.py")))
    return [name.removesuffix("/__init__") for name in names]


def files() -> list[str]:
    return [path.stem.removeprefix("test_") for path in sorted(HERE.glob("test_*.py"))]


@cache
def _shared() -> Mapping[str, int]:
    """How many modules each name is one of."""
    return Counter(end for name in modules() for end in _ends(name))


def _ends(module: str) -> list[str]:
    """The names that tests of a module may bear: "pair/titles" -> "pair_titles", "titles"."""
    parts = module.split("/")
    return ["_".join(parts[start:]) for start in range(len(parts))]


def named_after(module: str) -> list[str]:
    """Test files that bear the name of this module and of no other: `test_<name>`, `test_<name>_<what>`."""
    whole, *shorter = _ends(module)
    own = [whole, *(end for end in shorter if _shared()[end] == 1)]
    others = {end for name in modules() if name != module for end in _ends(name)}
    return [
        file
        for file in files()
        if any(file == end or (file.startswith(f"{end}_") and file not in others) for end in own)
    ]


def rooms_of(module: str) -> list[str]:
    """A module and the rooms it lies in, the nearest first."""
    parts = module.split("/")
    return ["/".join(parts[:length]) for length in range(len(parts), 0, -1)]


def files_for(module: str) -> list[str]:
    """The test files that look at a module: its own, else those of the nearest room that has some."""
    told = (TESTED_BY.get(room, "").split() or named_after(room) for room in rooms_of(module))
    return next(filter(None, told), [])


def main(paths: list[str]) -> None:
    for path in paths:
        module = Path(path).resolve().relative_to(PACKAGE).with_suffix("").as_posix()
        print(*(f"tests/test_{file}.py" for file in files_for(module.removesuffix("/__init__"))))


if __name__ == "__main__":
    main(sys.argv[1:])
