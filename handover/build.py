"""The whole job, said once.

    feed_url ── read_feed ────┐
                              ├── pair ── check ── draft ── plan ── write ── files
    updates ─── read_updates ─┘

Each stage knows only the types of `handover.model`; this is the one place where they meet. Nothing is
written before everything has been read, paired and checked, and then all files are or none.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from handover.check import (
    find_shortfalls,
    gone_out,
    held_back,
    own_hours,
    secret_notices,
    told_secrets,
    too_long,
    unread,
    verdicts,
    what_worked,
    worth,
)
from handover.details import carried_out_by, check_dates
from handover.drafts import History, suggest, too_few_drafts
from handover.errors import ShortfallError, SourceError
from handover.languages.guessing import guess
from handover.model import (
    Details,
    Feed,
    Handover,
    Notice,
    Pairing,
    Progress,
    Quoted,
    Said,
    Shortfall,
    Updates,
)
from handover.model.gc_pause import no_collection
from handover.model.packed import hand_back
from handover.options import Options
from handover.options.zones import zone_of
from handover.pair import pair_updates, short_links
from handover.plan import make_plan, not_planned
from handover.plan.runway import runway
from handover.read import FEED_FORMATS, read_feed, read_updates
from handover.read.media_files import opened
from handover.read.misnamed import swapped
from handover.write import write_handover
from handover.write.words import languages, spoken

PER_WEEK = 3  # re-posts a week, when the details name no pace
PLAN_DAYS = 90


def _build(feed_url: str | Path, updates: Any, options: Options, details: Details) -> Handover:
    """What `build_handover` promises, every option settled."""
    if options.timezone:  # the files for the next tool name the zone of their times
        content = dataclasses.replace(details.content, timezone=options.timezone)
        details = dataclasses.replace(details, content=content)
    handover = prepare(feed_url, updates, options, details)
    if options.strict and handover.shortfalls:
        raise _too_short(handover.shortfalls, options.minimum)
    hand_back(len(handover.posts))
    return write_handover(
        handover,
        options.out_dir,
        formats=options.formats,
        template=options.template,
        overwrite=options.overwrite,
        page_numbers=options.page_numbers,
        zip=options.zip,
        pictures=options.pictures,
        strip_gps=options.strip_gps,
        progress=options.progress,
    )


@carried_out_by(_build)
def build_handover(
    feed_url: str | Path,
    updates: Any,
    *,
    out_dir: str | Path = ".",
    formats: Sequence[str] = ("xlsx", "docx"),
    minimum: int = 3,
    details: str | Path | Mapping[str, Any] | Details | None = None,
    template: str | Path | None = None,
    language: str | None = None,
    whole_blog: bool = True,
    strict: bool = False,
    overwrite: bool = False,
    today: dt.date | None = None,
    map: Mapping[str, str] | None = None,
    network: Mapping[str, str] | None = None,
    timezone: str | None = None,
    resolve_links: bool = False,
    check_links: bool = False,
    page_numbers: bool = False,
    zip: bool = False,
    fetch_titles: bool = False,
    fetch_media: bool = False,
    pictures: str = "first",
    strip_gps: bool = False,
    fresh: bool = False,
    site: str | None = None,
    progress: Progress | None = None,
) -> Handover:
    """Read a blog and its social updates, pair them, check the minimum and write the files.

    `feed_url` is the address of the feed or of the blog itself, or the path of a saved feed or an export
    (WordPress, Blogger, Ghost, JSON Feed). `updates` is a path, a folder or zip, a list of them; rows
    (dicts, `Update` objects); or a mapping of post address or title to texts.

    A keyword that is given wins, also where it equals its default; one that is not takes the value that
    `details` have for it under `[content]`, else the one in the user's own `me.toml`, else its default.
    `timezone` is an IANA name ("Europe/Vienna") for times that name no zone. `today` is the
    date the documents bear; the clock is read only when it is not given. `page_numbers` lets LibreOffice
    count the pages for the document's contents. `zip` puts what is sent beside the letter into one file, too
    (`files["zip"]`). `fetch_titles` asks the pages of posts for titles that a sitemap does not have, one a
    second. `fetch_media` downloads pictures and films that are known by their
    address only, `pictures` says which of an update are shown beside it ("all", "first", "none"), and
    `strip_gps` takes the place where they were taken out of the copies of originals. `fresh` asks for every
    page of the blog anew, where a second run within seven days asks for the newest posts only. `site` is the
    blog's address, for exports (Ghost, Substack) that do not name it. `progress` is called with a stage, how
    much of it is done, and of how much (None where that is not known).

    Returns the `Handover`; its `files` maps each format to the absolute path of what may be sent, and its
    `working_copy` is the workbook with everything in it, which every build writes for the manager alone.

    Raises SourceError (FetchError, UnknownFormatError, ParseError) for what cannot be read, DetailsError
    and SecretError for the details, TemplateError for the template, ShortfallError with `strict` when a
    post has fewer than `minimum` updates, OutputError when the files cannot be written, and HandoverError
    for an unknown or wrong option. Nothing is written when anything is raised.
    """
    raise NotImplementedError  # `_build` carries it out


def prepare(feed_url: str | Path | Feed, updates: Any, options: Options, details: Details) -> Handover:
    """Everything but writing: the handover as it would be written, with no files.

    Blog and updates may have been read before, by `blog_of` and `updates_of`.
    """
    day = options.today or dt.date.today()
    progress = options.progress
    say = progress or (lambda stage, done, total: None)
    try:
        feed = blog_of(feed_url, options)
        hand_back(len(feed.posts))
        found = updates_of(updates, options)
    except SourceError as error:
        if mistaken := swapped(feed_url, updates, FEED_FORMATS):
            raise mistaken from error
        raise
    found = gone_out(found, day)
    hand_back(len(feed.posts))
    if options.fetch_media:
        from handover.read.fetched_media import fetch_media  # loads the libraries of the network

        feed, found = fetch_media(feed, found, progress=progress)
    unasked: list[str] = []  # links that were to be asked for, and could not all be
    resolved = _resolve(found, progress, unasked) if options.resolve_links else {}
    say("pair", 0, None)
    pairing = pair_updates(feed.posts, found.items, resolved=resolved, progress=progress)
    hand_back(len(feed.posts))
    say("check", 0, None)
    links = [*_dead_links(feed, pairing, progress, unasked)] if options.check_links else []
    with no_collection():
        return checked(feed, found, pairing, options, details, day, (*links, *_unasked(unasked)))


def blog_of(feed_url: str | Path | Feed, options: Options) -> Feed:
    """The blog, read as the options say."""
    if options.progress:
        options.progress("feed", 0, None)
    return read_feed(
        feed_url,
        whole_blog=options.whole_blog,
        site=options.site or "",
        language=options.language or "",
        fetch_titles=options.fetch_titles,
        fresh=options.fresh,
        today=options.today or dt.date.today(),
        progress=options.progress,
    )


def updates_of(updates: Any, options: Options) -> Updates:
    """The updates, read as the options say."""
    if options.progress:
        options.progress("updates", 0, None)
    return read_updates(
        updates,
        map=options.map,
        network=options.network,
        timezone=options.timezone,
        today=options.today,
        progress=options.progress,
    )


def checked(
    feed: Feed,
    updates: Updates,
    pairing: Pairing,
    options: Options,
    details: Details,
    day: dt.date,
    links: tuple[Notice, ...] = (),
) -> Handover:
    """What was read and paired, judged and planned as of `day`: all that is written. `links` says what was
    found out about links, where they were asked for."""
    guessed = "" if options.language or feed.language else guess(f"{p.title}\n{p.text}" for p in feed.posts)
    language = options.language or feed.language or guessed or "en"
    folder = Path(details.base) / "templates" if details.base else None
    own_drafts = folder if folder and folder.is_dir() else None
    secrets = told_secrets(updates.items)
    updates, pairing = held_back(updates, pairing, secrets)
    history = History(pairing)
    shortfalls = tuple(
        dataclasses.replace(short, drafts=suggest(short, history, language=language, templates=own_drafts))
        for short in find_shortfalls(pairing, options.minimum)
    )
    judged = verdicts(pairing, language, day)
    per_week = details.content.per_week or PER_WEEK
    told = details.client.timezone or details.content.timezone
    zone = zone_of(told) if told else None
    start = max(details.dates.last_day or day, day) + dt.timedelta(days=1)
    return Handover(
        feed=feed,
        updates=updates,
        pairing=pairing,
        shortfalls=shortfalls,
        skipped=(*feed.skipped, *updates.skipped),
        notices=(
            *_language_notice(language),
            *check_dates(details, day),
            *feed.notices,
            *updates.notices,
            *pairing.notices,
            *too_long(pairing),
            *secret_notices(feed.posts, updates.items, secrets),
            *unread(judged),
            *not_planned(pairing, judged),
            *too_few_drafts(shortfalls),
            *links,
        ),
        details=details,
        today=day,
        language=language,
        guessed=guessed,
        minimum=options.minimum,
        verdicts=judged,
        runway=runway(pairing, judged, per_week),
        plan=make_plan(
            pairing,
            judged,
            start=start,
            days=PLAN_DAYS,
            per_week=per_week,
            worth=worth(pairing),
            hours=own_hours(pairing, zone),
        ),
        worked=what_worked(pairing, zone),
        changes=updates.changes,
        originals=opened,
    )


def _language_notice(language: str) -> Iterable[Notice]:
    if not spoken(language):
        known = ", ".join(languages())
        yield Notice(
            text=Said(
                "The documents are in English: there are no texts in the language {language} yet.",
                language=Quoted(language),
            ),
            hint=Said("Give --language with one of {languages}.", languages=known),
        )


def _resolve(updates: Updates, progress: Progress | None, unasked: list[str]) -> Mapping[str, str]:
    from handover.read.link_checks import resolve_links  # loads the libraries of the network

    return resolve_links(short_links(updates.items), progress=progress, unasked=unasked)


def _dead_links(
    feed: Feed, pairing: Pairing, progress: Progress | None, unasked: list[str]
) -> Iterable[Notice]:
    from handover.read.link_checks import check_links  # loads the libraries of the network

    addresses = {post.permalink for post in feed.posts if post.permalink}
    addresses |= {pair.update.permalink for pair in pairing.pairs if pair.update.permalink}
    found = check_links(sorted(addresses), progress=progress, unasked=unasked)
    for address, why in found.items():
        text = Said("A link is dead: {address} ({why}).", address=address, why=why)
        yield Notice(text=text, hint=Said("Correct or remove the link."), where=address)


def _unasked(links: Sequence[str]) -> Iterable[Notice]:
    if links:
        yield Notice(
            text=Said(
                "{n} link could not be asked: there is no connection, or there was too little time.",
                many="{n} links could not be asked: there is no connection, or there was too little time.",
                n=len(links),
            ),
            hint=Said("Build again when you are online: what is known already is not asked for again."),
            where=links[0],
        )


def _too_short(shortfalls: tuple[Shortfall, ...], minimum: int) -> ShortfallError:
    return ShortfallError(
        _short_of(shortfalls, minimum),
        shortfalls=shortfalls,
        hint=Said("Nothing was written. Add updates, lower --minimum, or say --no-strict to get the list."),
    )


def _short_of(shortfalls: tuple[Shortfall, ...], minimum: int) -> Said:
    title, more = Quoted(shortfalls[0].post.title), len(shortfalls) - 1
    if not more:
        return Said("1 post has fewer than {minimum} updates: {title}.", minimum=minimum, title=title)
    return Said(
        "{n} posts have fewer than {minimum} updates: {title} and {more} more.",
        n=len(shortfalls),
        minimum=minimum,
        title=title,
        more=more,
    )
