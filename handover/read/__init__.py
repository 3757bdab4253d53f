"""Reading: the blog from its feed or export, the updates from whatever people have."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from handover.errors import HandoverError
from handover.model import Feed, Progress, Said, Updates
from handover.model.said import N_
from handover.options import taken
from handover.read.blog import FeedFormat, read_blog
from handover.read.feeds import (
    blogger,
    ghost,
    json_feed,
    loose,
    medium,
    page,
    squarespace,
    substack,
    tumblr,
    wordpress,
    xml,
)
from handover.read.feeds.lists import markdown, screaming_frog, shopify, sitemap, titles, webflow
from handover.read.google_sheet import NAME, google_sheet, is_google_sheet
from handover.read.media_files import with_files
from handover.read.merge import merge
from handover.read.search import Search, UpdateFormat
from handover.read.source import Source, open_source
from handover.read.still_to_come import still_to_come
from handover.read.told_network import on_told_networks
from handover.read.united import united
from handover.read.updates import (
    bluesky,
    facebook,
    grailbird,
    handkept,
    hootsuite_analytics,
    instagram,
    json_lists,
    library,
    linkedin_articles,
    linkedin_page,
    linkedin_personal,
    linkedin_shares,
    mastodon,
    meta_any_language,
    meta_business_suite,
    overviews,
    pinterest,
    planning_boards,
    sprout,
    threads,
    tiktok,
    trello_board,
    video_studios,
    workbook,
    x_analytics,
    x_archive,
)
from handover.read.updates.options import Options
from handover.read.updates.rows import from_rows
from handover.read.updates.schedulers import (
    agorapulse,
    ayrshare,
    buffer,
    highlevel,
    hootsuite,
    metricool,
    postfast,
    publer,
    recurpost,
    schedulin,
    socialbee,
    socialpilot,
    vista_social,
)

if TYPE_CHECKING:
    import requests

__all__ = ["FEED_FORMATS", "UPDATE_FORMATS", "read_feed", "read_updates"]

FEED_FORMATS: tuple[FeedFormat, ...] = (
    FeedFormat(N_("Substack export"), substack, N_("the zip with posts.csv, or its folder"), is_bundle=True),
    FeedFormat(N_("Medium export"), medium, N_("the zip with posts/*.html, or its folder"), is_bundle=True),
    FeedFormat(
        N_("folder of Markdown"),
        markdown,
        N_("the folder of a site by Hugo, Jekyll, Astro and the like, or its zip"),
        is_bundle=True,
        is_plain=False,
    ),
    FeedFormat(N_("WordPress export"), wordpress, N_("the .xml of Tools > Export; Squarespace's export too")),
    FeedFormat(N_("Blogger backup"), blogger, N_("blog-….xml, or feed.atom of Google Takeout")),
    FeedFormat(N_("Ghost export"), ghost, N_("the .json of Export content")),
    FeedFormat("JSON Feed", json_feed, "feed.json"),
    FeedFormat(N_("sitemap"), sitemap, N_("sitemap.xml, its index, sitemap.txt; a site's address too")),
    FeedFormat(
        N_("Screaming Frog's list of pages"),
        screaming_frog,
        N_("internal_html.csv or .xlsx; its redirects are old addresses of the posts"),
        is_plain=False,
    ),
    FeedFormat(N_("Webflow's list of posts"), webflow, N_("the CSV of a collection"), is_plain=False),
    FeedFormat(
        N_("Shopify's list of posts"), shopify, N_("Blog Posts of Matrixify or Altera"), is_plain=False
    ),
    FeedFormat(
        N_("list of titles and addresses"),
        titles,
        N_("CSV or .xlsx with a header: title, URL, date"),
        is_plain=False,
    ),
    FeedFormat(N_("WordPress REST page"), wordpress.Rest, N_("posts.json of /wp-json/wp/v2/posts")),
    FeedFormat(N_("Squarespace page"), squarespace, N_("a blog's address with ?format=json-pretty")),
    FeedFormat(N_("Substack page"), substack.PostsApi, N_("a publication's address with /api/v1/posts")),
    FeedFormat(N_("Tumblr page"), tumblr, N_("a blog's address with /api/read")),
    FeedFormat(N_("web page"), page, N_("the blog's home page, which names its feed"), is_plain=False),
    FeedFormat(N_("RSS and Atom"), xml, N_("feed.xml, the address of a feed or of the blog")),
    FeedFormat(N_("other feeds"), loose, N_("RSS 0.9x to 2.0, RSS 1.0, Atom and CDF, broken ones included")),
)

UPDATE_FORMATS: tuple[UpdateFormat, ...] = (  # in order of trial
    UpdateFormat(
        N_("content library as CSV"),
        library,
        N_("content-library.csv of the folder next-tool, in any language"),
    ),
    UpdateFormat(
        N_("content library"),
        workbook,
        N_("the workbook handover wrote, edited or not; copies of its sheets, .ods and .csv too"),
    ),
    UpdateFormat(
        N_("X archive"), x_archive, N_("the zip or folder with data/tweets.js; tweet.js and older ones too")
    ),
    UpdateFormat(
        "Facebook", facebook, N_("the download (zip or folder) of a page or profile, as JSON or HTML")
    ),
    UpdateFormat("Instagram", instagram, N_("the download (zip or folder), as JSON or HTML")),
    UpdateFormat("Threads", threads, N_("threads_and_replies.json in the Instagram download as JSON")),
    UpdateFormat("Bluesky", bluesky, N_("getAuthorFeed or listRecords as JSON; the repository as .car")),
    UpdateFormat(N_("LinkedIn articles"), linkedin_articles, N_("Articles/*.html of a copy of your data")),
    UpdateFormat("Pinterest", pinterest, N_("the page of pins in the data you request, as HTML")),
    UpdateFormat("TikTok", tiktok, N_("user_data_tiktok.json of the download as JSON")),
    UpdateFormat("Mastodon", mastodon, N_("outbox.json of the archive (zip, tar.gz); statuses from the API")),
    UpdateFormat(
        N_("list of posts as JSON"),
        json_lists,
        N_("answers of Instagram's, Facebook's, Buffer's, Postiz's and Ayrshare's API; Apify's scrapers"),
    ),
    UpdateFormat("Trello", trello_board, N_("a board exported as JSON")),
    UpdateFormat(N_("Trello, Asana and ClickUp"), planning_boards, N_("a board or project exported as CSV")),
    UpdateFormat("Meta Business Suite", meta_business_suite, N_("the content export as CSV")),
    UpdateFormat(
        "Meta Business Suite", meta_any_language, N_("the same in any other language, by its values")
    ),
    UpdateFormat(
        N_("LinkedIn page"), linkedin_page, N_("the content export as .xls, or its sheet All posts as CSV")
    ),
    UpdateFormat(N_("X analytics"), x_analytics, N_("the CSV of the tab Content; tweet activity by tweet")),
    UpdateFormat(
        N_("Hootsuite analytics"), hootsuite_analytics, N_("post performance as CSV, one a network")
    ),
    UpdateFormat(N_("LinkedIn shares"), linkedin_shares, N_("Shares.csv of a copy of your data")),
    UpdateFormat(
        N_("LinkedIn personal analytics"), linkedin_personal, N_("the .xlsx with the sheet TOP POSTS")
    ),
    UpdateFormat("tweets.csv", grailbird, N_("the X archive of until 2018")),
    UpdateFormat(N_("TikTok and YouTube Studio"), video_studios, N_("the list of videos as CSV")),
    UpdateFormat("Sprout Social", sprout, N_("Post Performance as CSV")),
    UpdateFormat("Agorapulse", agorapulse, N_("the CSV for its bulk import")),
    UpdateFormat("Buffer", buffer, N_("the CSV for its bulk upload")),
    UpdateFormat("HighLevel", highlevel, N_("the CSV for its Social Planner")),
    UpdateFormat("Publer", publer, N_("the CSV for its bulk schedule")),
    UpdateFormat("Metricool", metricool, N_("the CSV for its calendar")),
    UpdateFormat("Vista Social", vista_social, N_("the CSV for its bulk publishing")),
    UpdateFormat("SocialBee", socialbee, N_("the CSV for its import")),
    UpdateFormat("RecurPost", recurpost, N_("the CSV for its library")),
    UpdateFormat("PostFast", postfast, N_("the CSV for its import")),
    UpdateFormat("Schedulin", schedulin, N_("the CSV for its import")),
    UpdateFormat("Ayrshare", ayrshare, N_("the CSV for its bulk post")),
    UpdateFormat("Hootsuite", hootsuite, N_("the CSV for its bulk composer, without a header")),
    UpdateFormat("SocialPilot", socialpilot, N_("the CSV for its bulk scheduling, without a header")),
    UpdateFormat(
        N_("overview"), overviews, N_("not read: figures by day; the error names the export to take")
    ),
    UpdateFormat(
        N_("sheet kept by hand"), handkept, N_("CSV, TSV, .xlsx, .xls, .xlsb or .ods with a header")
    ),
)


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
    if not fetch_titles:
        return feed
    from handover.read.page_titles import with_titles  # loads the libraries of the network

    return with_titles(feed, progress=progress, pause=pause, cache=cache, session=session, fresh=fresh)


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
            on_told_networks(still_to_come([from_rows(source, options)], today, zone), networks), zone
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
    return merge(on_told_networks(still_to_come([from_rows(given, options)], today, zone), networks), zone)


def _sources(given: Sequence[str | Path]) -> list[Source]:
    """What was given, opened: files and folders, and Google Sheets, which are numbered where several."""
    sheets = [item for item in given if is_google_sheet(item)]
    names = {str(item): f"{NAME} {n}" if len(sheets) > 1 else NAME for n, item in enumerate(sheets, 1)}
    return [google_sheet(p, names[str(p)]) if str(p) in names else open_source(p) for p in given]


_GIVE = Said("Give a path, a folder or zip, a list of them, a list of rows, or {post: [texts]}.")
