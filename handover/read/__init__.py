"""Reading: the blog from its feed or export, the updates from whatever people have."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handover.errors import HandoverError
from handover.model import Feed, Progress, Said, Updates
from handover.model.types import pack_texts
from handover.options import taken
from handover.read.blog import read_blog
from handover.read.formats import FEED_FORMATS, UPDATE_FORMATS
from handover.read.google_sheet import NAME, google_sheet, is_google_sheet
from handover.read.media_files import with_files
from handover.read.merge import merge
from handover.read.search import Search
from handover.read.source import Source, open_source
from handover.read.still_to_come import still_to_come
from handover.read.told_network import on_told_networks
from handover.read.united import united
from handover.read.updates.options import Options

if TYPE_CHECKING:
    import requests

__all__ = ["FEED_FORMATS", "UPDATE_FORMATS", "read_feed", "read_updates"]


def read_feed(
    source: str | Path | Feed,
    *,
    whole_blog: bool = True,
    progress: Progress | None = None,
    pause: float = 1.0,
    cache: str | Path | None = None,
    session: "requests.Session | None" = None,
    site: str = "",
    language: str = "",
    fetch_titles: bool = False,
    fresh: bool = False,
    today: dt.date | None = None,
) -> Feed:
    """The blog: every post that can be had, and how sure it is that these are all (`extent`).

    `source`: the address of a feed or of the blog itself, or the path of a saved feed, of an export
    (WordPress, Blogger, Ghost, Substack, Medium, JSON Feed), or of a folder or zip of them.
    `whole_blog=False` reads only what the given address lists. `pause` is the time in seconds between
    two pages; `cache` the folder for pages already read (default: the user's cache folder); `session`
    a requests session to use instead of our own; `site` the blog's address, for exports that do not
    name it (Ghost, Substack); `language` the one wanted of posts that stand there in several;
    `fetch_titles=True` asks the pages of posts for the titles that a list of addresses does not have.
    A second run asks for the newest posts and takes older pages as they were read in the last seven days;
    `fresh=True` reads all anew. `today` is the day a folder of Markdown is read as of: posts of days to come
    are left out; without it they are posts as any.
    Raises SourceError when there is nothing to read, FetchError when an address does not answer,
    ParseError when the content is broken or has no post.
    """
    if isinstance(source, Feed):
        return source
    feed = read_blog(
        source,
        FEED_FORMATS,
        whole_blog=whole_blog,
        progress=progress,
        pause=pause,
        cache=cache,
        session=session,
        site=site,
        language=language,
        fresh=fresh,
        today=today,
    )
    if fetch_titles:
        from handover.read.page_titles import with_titles  # loads the libraries of the network

        feed = with_titles(feed, progress=progress, pause=pause, cache=cache, session=session, fresh=fresh)
    pack_texts(feed.posts)
    return feed


def read_updates(
    source: Any,
    *,
    map: Mapping[str, str] | None = None,
    network: Mapping[str, str] | None = None,
    timezone: str | dt.tzinfo | None = None,
    today: dt.date | None = None,
    progress: Progress | None = None,
) -> Updates:
    """All updates in `source`, each once.

    `source`: a path, a folder or zip, the address of a Google Sheet, a list of them; rows (mappings,
    `Update` objects); or a mapping of post (address or title) to its texts or rows. `map` names the
    columns of a sheet that is not recognised, `network` the one that the updates of a file (or of
    "file › sheet") are for where it names none itself, `timezone` (an IANA name) the zone of times that
    neither name nor prove one. `today` (the clock's where it is not given) is the day after which no
    update of a sheet that says no state was published.
    Raises FetchError when a Google Sheet does not come.
    Raises SourceError when a named file cannot be read, or nothing in a folder or zip can.
    """
    networks = taken("network", network) or {}
    options = Options(map=taken("map", map) or {}, network=networks, timezone=timezone)
    zone = options.zone()
    if isinstance(source, Updates):
        return source
    if isinstance(source, str | Path):
        source = [source]
    if isinstance(source, Mapping):
        return merge(
            on_told_networks(still_to_come([_from_rows(source, options)], today, zone), networks), zone
        )
    if not isinstance(source, Iterable):
        told = Said("Updates cannot be read from {kind}.", kind=type(source).__name__)
        raise HandoverError(told, hint=_GIVE)
    given = list(source)
    if all(isinstance(item, str | Path) for item in given):
        sources = _sources(given)
        read = still_to_come(Search(UPDATE_FORMATS, options, progress).run(sources), today, zone)
        found = on_told_networks(read, networks)
        return merge(united(with_files(found, sources)), zone)
    return merge(on_told_networks(still_to_come([_from_rows(given, options)], today, zone), networks), zone)


def _from_rows(given: Any, options: Options) -> Updates:
    from handover.read.updates.rows import from_rows  # loads what reads tables

    return from_rows(given, options)


def _sources(given: Sequence[str | Path]) -> list[Source]:
    """What was given, opened: files and folders, and Google Sheets, which are numbered where several."""
    sheets = [item for item in given if is_google_sheet(item)]
    names = {str(item): f"{NAME} {n}" if len(sheets) > 1 else NAME for n, item in enumerate(sheets, 1)}
    return [google_sheet(p, names[str(p)]) if str(p) in names else open_source(p) for p in given]


_GIVE = Said("Give a path, a folder or zip, a list of them, a list of rows, or {post: [texts]}.")
