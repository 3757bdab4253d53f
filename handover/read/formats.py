"""The formats that can be read, in order of trial: the module that reads each, and a sign of its files.

A reader is imported when a file has its sign, so that a feed and a sheet load none of the other sixty.
"""

from handover.model.said import N_
from handover.read.blog import FeedFormat
from handover.read.search import UpdateFormat
from handover.read.signs import (
    anything,
    begins,
    headed,
    holds,
    is_container,
    is_text,
    may_be_table,
    named,
    one_of,
    wide,
)

FEED_FORMATS: tuple[FeedFormat, ...] = (
    FeedFormat(
        N_("Substack export"),
        "substack",
        one_of(is_container, holds(b"post_id")),
        N_("the zip with posts.csv, or its folder"),
        is_bundle=True,
    ),
    FeedFormat(
        N_("Medium export"),
        "medium",
        is_container,
        N_("the zip with posts/*.html, or its folder"),
        is_bundle=True,
    ),
    FeedFormat(
        N_("folder of Markdown"),
        "lists.markdown",
        is_container,
        N_("the folder of a site by Hugo, Jekyll, Astro and the like, or its zip"),
        is_bundle=True,
        is_plain=False,
    ),
    FeedFormat(
        N_("WordPress export"),
        "wordpress",
        holds(b"wordpress.org/export/"),
        N_("the .xml of Tools > Export; Squarespace's export too"),
    ),
    FeedFormat(
        N_("Blogger backup"), "blogger", holds(b"blogger"), N_("blog-….xml, or feed.atom of Google Takeout")
    ),
    FeedFormat(N_("Ghost export"), "ghost", begins(b"{"), N_("the .json of Export content")),
    FeedFormat("JSON Feed", "json_feed", begins(b"{"), "feed.json"),
    FeedFormat(
        N_("sitemap"),
        "lists.sitemap",
        one_of(holds(b"urlset", b"sitemapindex"), begins(b"h")),
        N_("sitemap.xml, its index, sitemap.txt; a site's address too"),
    ),
    FeedFormat(
        N_("Screaming Frog's list of pages"),
        "lists.screaming_frog",
        may_be_table,
        N_("internal_html.csv or .xlsx; its redirects are old addresses of the posts"),
        is_plain=False,
    ),
    FeedFormat(
        N_("Webflow's list of posts"),
        "lists.webflow",
        may_be_table,
        N_("the CSV of a collection"),
        is_plain=False,
    ),
    FeedFormat(
        N_("Shopify's list of posts"),
        "lists.shopify",
        may_be_table,
        N_("Blog Posts of Matrixify or Altera"),
        is_plain=False,
    ),
    FeedFormat(
        N_("list of titles and addresses"),
        "lists.titles",
        may_be_table,
        N_("CSV or .xlsx with a header: title, URL, date"),
        is_plain=False,
    ),
    FeedFormat(
        N_("WordPress REST page"),
        "wordpress:Rest",
        begins(b"[", b"{"),
        N_("posts.json of /wp-json/wp/v2/posts"),
    ),
    FeedFormat(
        N_("Squarespace page"), "squarespace", begins(b"{"), N_("a blog's address with ?format=json-pretty")
    ),
    FeedFormat(
        N_("Substack page"),
        "substack:PostsApi",
        begins(b"["),
        N_("a publication's address with /api/v1/posts"),
    ),
    FeedFormat(N_("Tumblr page"), "tumblr", holds(b"<tumblr"), N_("a blog's address with /api/read")),
    FeedFormat(
        N_("web page"),
        "page",
        holds(b"<!doctype", b"<html", b"<head", b"<body"),
        N_("the blog's home page, which names its feed"),
        is_plain=False,
    ),
    FeedFormat(
        N_("RSS and Atom"),
        "xml",
        holds(b"<rss", b"<feed"),
        N_("feed.xml, the address of a feed or of the blog"),
    ),
    FeedFormat(
        N_("other feeds"),
        "loose",
        holds(b"<"),
        N_("RSS 0.9x to 2.0, RSS 1.0, Atom and CDF, broken ones included"),
    ),
)

UPDATE_FORMATS: tuple[UpdateFormat, ...] = (  # in order of trial
    UpdateFormat(
        N_("content library as CSV"),
        "library",
        is_text,
        N_("content-library.csv of the folder next-tool, in any language"),
    ),
    UpdateFormat(
        N_("content library"),
        "workbook",
        anything,
        N_("the workbook handover wrote, edited or not; copies of its sheets, .ods and .csv too"),
    ),
    UpdateFormat(
        N_("X archive"),
        "x_archive",
        named(".js"),
        N_("the zip or folder with data/tweets.js; tweet.js and older ones too"),
        gathers=True,
    ),
    UpdateFormat(
        "Facebook",
        "facebook",
        named(".json", ".html"),
        N_("the download (zip or folder) of a page or profile, as JSON or HTML"),
        gathers=True,
    ),
    UpdateFormat(
        "Instagram",
        "instagram",
        named(".json", ".html"),
        N_("the download (zip or folder), as JSON or HTML"),
        gathers=True,
    ),
    UpdateFormat(
        "Threads",
        "threads",
        named(".json", ".html"),
        N_("threads_and_replies.json in the Instagram download as JSON"),
        gathers=True,
    ),
    UpdateFormat(
        "Bluesky",
        "bluesky",
        one_of(begins(b"{", b"["), holds(b"eroots")),
        N_("getAuthorFeed or listRecords as JSON; the repository as .car"),
    ),
    UpdateFormat(
        N_("LinkedIn articles"),
        "linkedin_articles",
        named(".htm"),
        N_("Articles/*.html of a copy of your data"),
        gathers=True,
    ),
    UpdateFormat(
        "Pinterest",
        "pinterest",
        named(".htm"),
        N_("the page of pins in the data you request, as HTML"),
        gathers=True,
    ),
    UpdateFormat("TikTok", "tiktok", begins(b"{"), N_("user_data_tiktok.json of the download as JSON")),
    UpdateFormat(
        "Mastodon",
        "mastodon",
        named(".json"),
        N_("outbox.json of the archive (zip, tar.gz); statuses from the API"),
        gathers=True,
    ),
    UpdateFormat(
        N_("list of posts as JSON"),
        "json_lists",
        begins(b"[", b"{"),
        N_("answers of Instagram's, Facebook's, Buffer's, Postiz's and Ayrshare's API; Apify's scrapers"),
    ),
    UpdateFormat("Trello", "trello_board", begins(b"{"), N_("a board exported as JSON")),
    UpdateFormat(
        N_("Trello, Asana and ClickUp"),
        "planning_boards",
        headed("card id", "task id"),
        N_("a board or project exported as CSV"),
    ),
    UpdateFormat(
        "Meta Business Suite", "meta_business_suite", headed("publish time"), N_("the content export as CSV")
    ),
    UpdateFormat(
        "Meta Business Suite",
        "meta_any_language",
        wide(8),
        N_("the same in any other language, by its values"),
    ),
    UpdateFormat(
        N_("LinkedIn page"),
        "linkedin_page",
        headed("post title"),
        N_("the content export as .xls, or its sheet All posts as CSV"),
    ),
    UpdateFormat(
        N_("X analytics"),
        "x_analytics",
        headed("post text", "tweet text"),
        N_("the CSV of the tab Content; tweet activity by tweet"),
    ),
    UpdateFormat(
        N_("Hootsuite analytics"),
        "hootsuite_analytics",
        headed("tweet permalink", "facebook post id", "instagram post id"),
        N_("post performance as CSV, one a network"),
    ),
    UpdateFormat(
        N_("LinkedIn shares"),
        "linkedin_shares",
        headed("share link"),
        N_("Shares.csv of a copy of your data"),
    ),
    UpdateFormat(
        N_("LinkedIn personal analytics"),
        "linkedin_personal",
        anything,
        N_("the .xlsx with the sheet TOP POSTS"),
    ),
    UpdateFormat("tweets.csv", "grailbird", headed("tweet id"), N_("the X archive of until 2018")),
    UpdateFormat(
        N_("TikTok and YouTube Studio"),
        "video_studios",
        headed("video title"),
        N_("the list of videos as CSV"),
    ),
    UpdateFormat("Sprout Social", "sprout", headed("profile", "time 24hr"), N_("Post Performance as CSV")),
    UpdateFormat(
        "Agorapulse", "schedulers.agorapulse", headed("post content"), N_("the CSV for its bulk import")
    ),
    UpdateFormat("Buffer", "schedulers.buffer", headed("posting time"), N_("the CSV for its bulk upload")),
    UpdateFormat(
        "HighLevel",
        "schedulers.highlevel",
        headed("post at specific time"),
        N_("the CSV for its Social Planner"),
    ),
    UpdateFormat(
        "Publer",
        "schedulers.publer",
        headed("link separated by comma for fb carousels", "labels"),
        N_("the CSV for its bulk schedule"),
    ),
    UpdateFormat(
        "Metricool", "schedulers.metricool", headed("picture url 1"), N_("the CSV for its calendar")
    ),
    UpdateFormat(
        "Vista Social", "schedulers.vista_social", headed("message"), N_("the CSV for its bulk publishing")
    ),
    UpdateFormat(
        "SocialBee", "schedulers.socialbee", headed("post at specific time"), N_("the CSV for its import")
    ),
    UpdateFormat(
        "RecurPost", "schedulers.recurpost", headed("original message"), N_("the CSV for its library")
    ),
    UpdateFormat("PostFast", "schedulers.postfast", headed("scheduled at"), N_("the CSV for its import")),
    UpdateFormat("Schedulin", "schedulers.schedulin", headed("media url"), N_("the CSV for its import")),
    UpdateFormat("Ayrshare", "schedulers.ayrshare", headed("platforms"), N_("the CSV for its bulk post")),
    UpdateFormat(
        "Hootsuite", "schedulers.hootsuite", anything, N_("the CSV for its bulk composer, without a header")
    ),
    UpdateFormat(
        "SocialPilot",
        "schedulers.socialpilot",
        anything,
        N_("the CSV for its bulk scheduling, without a header"),
    ),
    UpdateFormat(
        N_("overview"),
        "overviews",
        anything,
        N_("not read: figures by day; the error names the export to take"),
        is_read=False,
    ),
    UpdateFormat(
        N_("sheet kept by hand"),
        "handkept",
        anything,
        N_("CSV, TSV, .xlsx, .xls, .xlsb or .ods with a header"),
    ),
)
