"""What a build is told: by its caller, by the command line, by the details."""

import inspect
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from handover.details.reading import own_file, read_details
from handover.errors import HandoverError, in_words
from handover.model import DETAILS_FILE, Details, Said
from handover.model.paths import expanded
from handover.options import Options, settle, unknown
from handover.options.tongues import language_tag

P = ParamSpec("P")
T = TypeVar("T")


def carried_out_by(
    build: Callable[[Any, Any, Options, Details], T],
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """The decorator of a function that is signature and docstring only; `build` does what they say.

    A default in the signature says what holds where nobody says otherwise. Which keywords were given is
    seen here, so one that was given wins over the details also where it equals the default.
    `build` is handed the first two arguments, the options settled and the details read.
    """

    def face(promised: Callable[P, T]) -> Callable[P, T]:
        signature = inspect.signature(promised)

        @wraps(promised)
        def call(*args: P.args, **kwargs: P.kwargs) -> T:
            for name in kwargs:
                if name not in signature.parameters:
                    raise unknown(name)
            given = signature.bind(*args, **kwargs).arguments
            feed, updates = (given.pop(name) for name in list(signature.parameters)[:2])
            with in_words():
                details = read_details(given.pop("details", None))
                return build(feed, updates, settle(given, details), details)

        return call

    return face


def manager_language(feed: str | None = None, details: str | Path | None = None) -> str:
    """The `[me] language` of the files that `gather` would read, "" where none says one.

    For messages alone: what is wrong with a file is no error here, and `gather` says it.
    """
    here = DETAILS_FILE if details is None and feed is None else details
    here = feed if names_details(feed) and details is None else here
    for path in [name for name in (here, own_file()) if name]:
        try:
            file = expanded(path)
            told = tomllib.loads((file / DETAILS_FILE if file.is_dir() else file).read_text("utf-8-sig"))
            language = told["me"]["language"]
        except (OSError, ValueError, LookupError, TypeError):
            continue
        if isinstance(language, str) and language.strip():
            return language_tag(language) or language.strip()
    return ""


def names_details(feed: str | None, details: str | Path | None = None) -> bool:
    """Whether what stands where the blog belongs is a details file, or a folder with one."""
    if not feed or details:
        return False
    path = expanded(feed)
    return path.suffix.lower() == ".toml" or (path / DETAILS_FILE).is_file()


def gather(
    feed: str | None, updates: Sequence[str], details: str | Path | None
) -> tuple[str, list[str], Details]:
    """What to build from, for the command line: its words win over those of the details file.

    Without a feed and without a details file, `handover.toml` in the current folder is read. A folder with
    one, or the file itself, may stand in the feed's place: then the blog is the one it names (a folder that
    names none is the blog itself), and the files go beside it, unless it says where. Returns feed, updates
    and details. Raises DetailsError, or HandoverError when there is nothing to read.
    """
    if details is None and feed is None and Path(DETAILS_FILE).is_file():
        details = DETAILS_FILE
    is_told = names_details(feed, details)
    told = read_details(feed if is_told else details)
    if is_told:
        feed = feed if updates and not told.client.feed and expanded(feed or "").is_dir() else None
        place = told.content.out_dir or "."
        told = replace(told, content=replace(told.content, out_dir=place))
    place = feed or told.beside(told.client.feed)
    if not place:
        raise HandoverError(
            Said("There is no feed to read."),
            hint=Said(
                "Say handover build FEED UPDATES..., or name the feed in handover.toml (handover init)."
            ),
        )
    found = list(updates) or [told.beside(path) for path in told.content.updates]
    if not found:
        raise HandoverError(
            Said("There are no updates to read."),
            hint=Said(
                "Name files, folders or zips after the feed, or under [content] updates in handover.toml."
            ),
        )
    return place, found, told
