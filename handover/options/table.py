"""Every option of a build, a row each: name, type, default, what it takes and means, how it is said.

The keywords of `build_handover`, the flags of the command line, the keys under `[content]` in
`handover.toml`, its example and the README's table come from here or are held against it by tests. A new
option is a row, the keyword of that name, the key of that name, and what it does.
"""

import dataclasses
import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from handover.later import dataclass
from handover.model import DETAILS_FILE, Progress
from handover.model.places import within
from handover.model.said import N_
from handover.options.kinds import (
    ADDRESS,
    ANY_DETAILS,
    CALLABLE,
    COLUMNS,
    DAY,
    LANGUAGE,
    NETWORKS_OF_FILES,
    PATH,
    SWITCH,
    WHOLE,
    WORD_FILE,
    ZONE,
    Kind,
    one_of,
    words_of,
)

T = TypeVar("T")

# What can be written, for the client; `handover.write` has a writer for each.
FORMATS = ("xlsx", "docx", "pdf", "html", "ics", "media", "csv", "eml")

PICTURES = ("all", "first", "none")  # of an update, beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A row of the table."""

    name: str  # of the keyword; of the key; with hyphens, of the flag
    kind: Kind
    default: Any
    help: str  # for README and --help
    shown: str  # the default as a person reads it
    flag: bool  # whether the command line takes it
    key: bool  # whether `[content]` takes it
    metavar: str  # its value in --help
    writing: bool  # whether it only tells how to write: of no use to `check`

    @property
    def said(self) -> str:
        """The flag: "--out-dir"."""
        return "--" + self.name.replace("_", "-")

    def take(self, value: Any) -> Any:
        """The value as a build uses it. Raises UnfitError.

        None, and an empty text, say that there is none; they will do where the default says so, too.
        """
        if self.default is None and (value is None or value == ""):
            return None
        return self.kind.take(value)


def row(
    default: T,
    kind: Kind,
    help: str,
    *,
    shown: str = "",
    metavar: str = "",
    flag: bool = True,
    key: bool = True,
    writing: bool = False,
) -> T:
    """A field of `Options` that is a row of the table: its name is the field's."""
    metadata = {
        "kind": kind,
        "help": help,
        "shown": shown or _shown(default),
        "metavar": metavar,
        "flag": flag,
        "key": key,
        "writing": writing,
    }
    return dataclasses.field(default=default, metadata=metadata)


def _shown(default: Any) -> str:
    if isinstance(default, bool):
        return "yes" if default else "no"
    return "none" if default is None else " ".join(default) if isinstance(default, tuple) else str(default)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options as a build uses them; each row is told in `row`."""

    out_dir: str | Path = row(".", PATH, "where the files go", metavar="D", writing=True)
    formats: Sequence[str] = row(
        ("xlsx", "docx"),
        words_of(N_("The formats are: {names}."), *FORMATS),
        f"any of {', '.join(FORMATS)}",
        metavar="NAMES",
        writing=True,
    )
    minimum: int = row(3, WHOLE, "updates each post must leave with; 0: no check", metavar="N")
    template: str | Path | None = row(
        None,
        WORD_FILE,
        "your own `.docx` with tags such as `{{ client.name }}`",
        shown="the built-in one",
        metavar="T.docx",
        writing=True,
    )
    language: str | None = row(
        None,
        LANGUAGE,
        "language of the documents: en, de, fr, es, pt-BR, it",
        shown="the feed's, else that of its posts, else en",
        metavar="TAG",
    )
    whole_blog: bool = row(True, SWITCH, "walk to the oldest post")
    strict: bool = row(False, SWITCH, "write nothing when a post is short", writing=True)
    overwrite: bool = row(False, SWITCH, "replace files you have edited", writing=True)
    map: Mapping[str, str] | None = row(
        None,
        COLUMNS,
        'which column of an unknown sheet is what, such as `text=Caption,posted_at="Go live"`',
        metavar="FIELD=COLUMN",
    )
    network: Mapping[str, str] | None = row(
        None,
        NETWORKS_OF_FILES,
        f"which network the updates of a file (or of `{within('file', 'sheet')}`) are for"
        " where it does not say so itself, such as `plan.xlsx=instagram`",
        metavar="FILE=NETWORK",
    )
    timezone: str | None = row(
        None,
        ZONE,
        "zone of times that name none and prove none, such as Europe/Vienna",
        shown="this computer's",
        metavar="ZONE",
    )
    resolve_links: bool = row(False, SWITCH, "ask known shorteners where their links lead")
    check_links: bool = row(False, SWITCH, "ask which links are dead")
    page_numbers: bool = row(
        False,
        SWITCH,
        "let LibreOffice count the pages for the document's contents (some seconds)",
        writing=True,
    )
    zip: bool = row(False, SWITCH, "put what is sent beside the letter into one file, too", writing=True)
    fetch_titles: bool = row(
        False, SWITCH, "ask the page of each post for its title where a list of addresses has none"
    )
    fetch_media: bool = row(
        False, SWITCH, "download pictures and films that are known by their address only (at most 2 GB)"
    )
    pictures: str = row(
        "first",
        one_of(N_("Pictures are shown: {names}."), *PICTURES),
        "which pictures of an update are shown beside it: all, first, none",
        metavar="WHICH",
        writing=True,
    )
    strip_gps: bool = row(
        False, SWITCH, "copy originals without the place where they were taken", writing=True
    )
    fresh: bool = row(
        False,
        SWITCH,
        "ask for every page of the blog anew; else pages of the last seven days stand as they were read",
    )
    site: str | None = row(
        None,
        ADDRESS,
        "the blog's address, for exports (Ghost, Substack) that do not name it",
        metavar="ADDRESS",
    )
    today: dt.date | None = row(
        None, DAY, "the date the documents bear (Python only)", shown="the clock's", flag=False, key=False
    )
    progress: Progress | None = row(
        None,
        CALLABLE,
        "a callable told the stage and how far it is (Python only)",
        flag=False,
        key=False,
    )


def _option(field: "dataclasses.Field[Any]") -> Option:
    return Option(name=field.name, default=field.default, **field.metadata)


# Where the options may be told; it is read before they are settled.
DETAILS = Option(
    name="details",
    kind=ANY_DETAILS,
    default=None,
    help="the file with names, dates, accounts, brand colour (in Python also a mapping or `Details`)",
    shown="none",
    flag=True,
    key=False,
    metavar=DETAILS_FILE,
    writing=False,
)
OPTIONS: Mapping[str, Option] = {field.name: _option(field) for field in dataclasses.fields(Options)}
TABLE: tuple[Option, ...] = (DETAILS, *OPTIONS.values())
KEYS: Mapping[str, Option] = {name: option for name, option in OPTIONS.items() if option.key}
