"""The whole job, said once.

    feed_url ── read_feed ────┐
                              ├── pair ── check ── draft ── plan ── write ── files
    updates ─── read_updates ─┘

Each stage knows only the types of `handover.model`; this is the one place where they meet. Nothing is
written before everything has been read, paired and checked, and then all files are or none.
"""

import dataclasses
import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from handover.check import find_shortfalls, runway, too_long, verdicts
from handover.details import check_dates, read_details, write_example
from handover.drafts import suggest
from handover.errors import HandoverError, OutputError, ShortfallError
from handover.model import Details, Feed, Handover, Notice, Pairing, Shortfall, Updates
from handover.pair import pair_updates, short_links
from handover.plan import make_plan
from handover.read import read_feed, read_updates
from handover.write import Progress, check_formats, write_handover
from handover.write.docx import template_variables, write_template
from handover.write.words import languages, spoken
from handover.write.xlsx import write_blank_sheet

DETAILS_FILE = "handover.toml"
PER_WEEK = 3  # re-posts a week, when the details name no pace
PLAN_DAYS = 90


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


def build_handover(
    feed_url: str | Path,
    updates: Any,
    *,
    out_dir: str | Path = DEFAULTS.out_dir,
    formats: Sequence[str] = DEFAULTS.formats,
    minimum: int = DEFAULTS.minimum,
    details: str | Path | Mapping[str, Any] | Details | None = None,
    template: str | Path | None = DEFAULTS.template,
    language: str | None = DEFAULTS.language,
    whole_blog: bool = DEFAULTS.whole_blog,
    strict: bool = DEFAULTS.strict,
    overwrite: bool = DEFAULTS.overwrite,
    today: dt.date | None = None,
    map: Mapping[str, str] | None = DEFAULTS.map,
    timezone: str | None = DEFAULTS.timezone,
    resolve_links: bool = DEFAULTS.resolve_links,
    check_links: bool = DEFAULTS.check_links,
    page_numbers: bool = DEFAULTS.page_numbers,
    site: str | None = DEFAULTS.site,
    progress: Progress | None = None,
) -> Handover:
    """Read a blog and its social updates, pair them, check the minimum and write the files.

    `feed_url` is the address of the feed or of the blog itself, or the path of a saved feed or an export
    (WordPress, Blogger, Ghost, JSON Feed). `updates` is a path, a folder or zip, a list of them; rows
    (dicts, `Update` objects); or a mapping of post address or title to texts.

    A keyword left at its default takes the value that `details` has for it under `[content]`, where it
    has one. `timezone` is an IANA name ("Europe/Vienna") for times that name no zone. `today` is the
    date the documents bear; the clock is read only when it is not given. `page_numbers` lets LibreOffice
    count the pages for the document's contents. `site` is the blog's address, for exports (Ghost,
    Substack) that do not name it. `progress` is called with a stage, how much of it is done, and of how
    much (None where that is not known).

    Returns the `Handover`; its `files` maps each format to the absolute path written.

    Raises SourceError (FetchError, UnknownFormatError, ParseError) for what cannot be read, DetailsError
    and SecretError for the details, TemplateError for the template, ShortfallError with `strict` when a
    post has fewer than `minimum` updates, OutputError when the files cannot be written, and HandoverError
    for a wrong option. Nothing is written when anything is raised.
    """
    told = read_details(details)
    given = Options(
        out_dir=out_dir,
        formats=formats,
        minimum=minimum,
        template=template,
        language=language,
        whole_blog=whole_blog,
        strict=strict,
        overwrite=overwrite,
        map=map,
        timezone=timezone,
        resolve_links=resolve_links,
        check_links=check_links,
        page_numbers=page_numbers,
        site=site,
    )
    options = settle(given, told)
    if options.timezone:  # the files for the next tool name the zone of their times
        content = dataclasses.replace(told.content, timezone=options.timezone)
        told = dataclasses.replace(told, content=content)
    handover = prepare(feed_url, updates, options, told, today=today, progress=progress)
    if options.strict and handover.shortfalls:
        raise _too_short(handover.shortfalls, options.minimum)
    return write_handover(
        handover,
        options.out_dir,
        formats=options.formats,
        template=options.template,
        overwrite=options.overwrite,
        page_numbers=options.page_numbers,
        progress=progress,
    )


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


def prepare(
    feed_url: str | Path,
    updates: Any,
    options: Options,
    details: Details,
    *,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> Handover:
    """Everything but writing: the handover as it would be written, with no files."""
    day = today or dt.date.today()
    say = progress or (lambda stage, done, total: None)
    say("feed", 0, None)
    feed = read_feed(feed_url, whole_blog=options.whole_blog, site=options.site or "", progress=progress)
    say("updates", 0, None)
    found = read_updates(updates, map=options.map, timezone=options.timezone, progress=progress)
    resolved = _resolve(found, progress) if options.resolve_links else {}
    say("pair", 0, None)
    pairing = pair_updates(feed.posts, found.items, resolved=resolved, progress=progress)
    say("check", 0, None)
    language = options.language or feed.language or "en"
    own_drafts = Path(details.base) / "templates" if details.base else None
    shortfalls = tuple(
        dataclasses.replace(short, drafts=suggest(short, pairing, language=language, templates=own_drafts))
        for short in find_shortfalls(pairing, options.minimum)
    )
    judged = verdicts(pairing, language, day)
    per_week = details.content.per_week or PER_WEEK
    start = max(details.dates.last_day or day, day) + dt.timedelta(days=1)
    return Handover(
        feed=feed,
        updates=found,
        pairing=pairing,
        shortfalls=shortfalls,
        skipped=(*feed.skipped, *found.skipped),
        notices=(
            *_language_notice(language),
            *check_dates(details, day),
            *feed.notices,
            *found.notices,
            *pairing.notices,
            *too_long(pairing),
            *(_dead_links(feed, pairing, progress) if options.check_links else ()),
        ),
        details=details,
        today=day,
        language=language,
        minimum=options.minimum,
        verdicts=judged,
        runway=runway(pairing, judged, per_week),
        plan=make_plan(pairing, judged, start=start, days=PLAN_DAYS, per_week=per_week),
        changes=found.changes,
    )


def _language_notice(language: str) -> Iterable[Notice]:
    if not spoken(language):
        known = ", ".join(languages())
        yield Notice(
            text=f"The documents are in English: there are no texts in the language {language!r} yet.",
            hint=f"Give --language with one of {known}.",
        )


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


def _resolve(updates: Updates, progress: Progress | None) -> Mapping[str, str]:
    from handover.read.links import resolve_links  # loads the libraries of the network

    return resolve_links(short_links(updates.items), progress=progress)


def _dead_links(feed: Feed, pairing: Pairing, progress: Progress | None) -> Iterable[Notice]:
    from handover.read.links import check_links  # loads the libraries of the network

    addresses = {post.permalink for post in feed.posts if post.permalink}
    addresses |= {pair.update.permalink for pair in pairing.pairs if pair.update.permalink}
    for address, why in check_links(sorted(addresses), progress=progress).items():
        yield Notice(text=f"A link is dead: {address} ({why}).", hint="Mend or remove it.", where=address)


def _too_short(shortfalls: tuple[Shortfall, ...], minimum: int) -> ShortfallError:
    first = shortfalls[0].post.title
    more = f" and {len(shortfalls) - 1} more" if len(shortfalls) > 1 else ""
    return ShortfallError(
        f"{len(shortfalls)} posts have fewer than {minimum} updates: {first!r}{more}.",
        shortfalls=shortfalls,
        hint="Nothing was written. Add updates, lower --minimum, or build without --strict to get the list.",
    )


def write_starters(folder: str | Path, *, language: str = "en", template: bool = False) -> tuple[Path, ...]:
    """Write what a user starts from: `handover.toml`, `updates.xlsx` and, on request, the Word template.

    Raises OutputError when one of them is already there; then none is written.
    """
    place = Path(folder)
    starters: dict[str, Callable[[Path], object]] = {
        DETAILS_FILE: lambda path: write_example(path, language=language),
        "updates.xlsx": lambda path: write_blank_sheet(path, language=language),
    }
    if template:
        starters["handover-template.docx"] = write_template
        starters["handover-template-variables.txt"] = _write_variables
    for name in starters:
        if (place / name).exists():
            raise OutputError(
                f"{place / name} is already there.",
                path=str(place / name),
                hint="Nothing was written. Choose another folder, or move the file away first.",
            )
    place.mkdir(parents=True, exist_ok=True)
    for name, write in starters.items():
        write(place / name)
    return tuple(place / name for name in starters)


def _write_variables(path: Path) -> None:
    """What a template may use, a line each."""
    lines = [f"{name}: {what}" for name, what in template_variables().items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
