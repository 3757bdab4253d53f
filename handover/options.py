"""What a build is told: by its caller, by the details, by default."""

import dataclasses
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from handover.details import read_details
from handover.errors import HandoverError
from handover.model import DETAILS_FILE, Details
from handover.write import check_formats


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a build may be told, with the defaults. Each is a keyword of `build_handover`, a flag of the
    command line and a key of `[content]` in `handover.toml`."""

    out_dir: str | Path = "."
    formats: Sequence[str] = ("xlsx", "docx")
    minimum: int = 3
    template: str | Path | None = None
    language: str | None = None
    whole_blog: bool = True
    strict: bool = False
    overwrite: bool = False
    map: Mapping[str, str] | None = None
    timezone: str | None = None
    resolve_links: bool = False
    check_links: bool = False
    page_numbers: bool = False
    site: str | None = None


DEFAULTS = Options()


def gather(
    feed: str | None, updates: Sequence[str], details: str | Path | None, given: Mapping[str, Any]
) -> tuple[str, list[str], Details, dict[str, Any]]:
    """What to build from, for the command line: its words win over those of the details file.

    `given` holds an option's value, or None where it was not given. Without a feed and without a details
    file, `handover.toml` in the current folder is read. Returns feed, updates, details and the keywords
    for `build_handover`. Raises DetailsError, or HandoverError when there is nothing to read.
    """
    if details is None and feed is None and Path(DETAILS_FILE).is_file():
        details = DETAILS_FILE
    told = read_details(details)
    place = feed or told.beside(told.client.feed)
    if not place:
        raise HandoverError(
            "There is no feed to read.",
            hint="Say handover build FEED UPDATES..., or name the feed in handover.toml (handover init).",
        )
    found = list(updates) or [told.beside(path) for path in told.content.updates]
    if not found:
        raise HandoverError(
            "There are no updates to read.",
            hint="Name files, folders or zips after the feed, or under [content] updates in handover.toml.",
        )
    options = {name: value for name, value in given.items() if value is not None}
    # An option that was given wins even when it equals the default: the file's word for it is taken out.
    silent: dict[str, Any] = dict.fromkeys(options)
    content = dataclasses.replace(told.content, **silent)
    return place, found, dataclasses.replace(told, content=content), options


def settle(given: Options, details: Details) -> Options:
    """The options with those left at their default taken from the details, checked.

    Raises HandoverError for an unknown format, a negative minimum, an unknown zone or a missing template.
    """
    found: dict[str, Any] = {}
    for field in dataclasses.fields(Options):
        value = getattr(given, field.name)
        told = getattr(details.content, field.name)
        left_alone = value == getattr(DEFAULTS, field.name)
        if left_alone and told not in (None, "", (), {}):
            value = details.beside(told) if field.name in ("out_dir", "template") else told
        found[field.name] = value
    options = Options(**found)
    if isinstance(options.formats, str):
        options = dataclasses.replace(options, formats=tuple(options.formats.replace(",", " ").split()))
    check_formats(options.formats)
    if options.minimum < 0:
        raise HandoverError(
            f"The minimum of updates a post needs cannot be {options.minimum}.",
            hint="Give 0 to check nothing, or the number each post must have, such as 3.",
        )
    if options.template and not Path(options.template).expanduser().is_file():
        raise HandoverError(
            f"There is no template {str(options.template)!r}.",
            hint="Check the path, or write the built-in template to start from: handover init --template",
        )
    _zone(options.timezone)
    return options


def _zone(name: str | None) -> ZoneInfo | None:
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise HandoverError(
            f"There is no time zone {name!r}.",
            hint='Give an IANA name such as "Europe/Vienna", "America/Sao_Paulo" or "UTC".',
        ) from error
