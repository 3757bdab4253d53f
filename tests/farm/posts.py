"""Invented posts and the feeds that list them."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

BEGIN = dt.datetime(2012, 3, 1, 9, 0, tzinfo=dt.UTC)


@dataclass(frozen=True)
class Entry:
    number: int  # 1: the oldest

    @property
    def slug(self) -> str:
        return f"recipe-{self.number}"

    @property
    def title(self) -> str:
        return f"Recipe {self.number}: bread & salt"

    @property
    def date(self) -> dt.datetime:
        return BEGIN + dt.timedelta(hours=7 * self.number)

    def link(self, root: str) -> str:
        return f"{root}/{self.slug}/"

    @property
    def guid(self) -> str:
        return f"https://kitchen.example/?p={self.number}"


@cache
def entries(count: int) -> list[Entry]:
    """The newest first."""
    return [Entry(number) for number in range(count, 0, -1)]


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def rss(
    root: str, listed: Sequence[Entry], *, generator: str = "", extra: str = "", home: str | None = None
) -> bytes:
    made = f"<generator>{escape(generator)}</generator>" if generator else ""
    items = "".join(
        f"<item><title>{escape(entry.title)}</title><link>{escape(entry.link(root))}</link>"
        f'<guid isPermaLink="false">{entry.guid}</guid>'
        f"<pubDate>{entry.date:%a, %d %b %Y %H:%M:%S +0000}</pubDate>"
        f"<description>{escape('<p>Knead ' + str(entry.number) + '.</p>')}</description></item>"
        for entry in listed
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" '
        'xmlns:fh="http://purl.org/syndication/history/1.0"><channel><title>Kitchen</title>'
        f"<link>{root if home is None else home}</link><language>en-GB</language>{made}{extra}{items}"
        "</channel></rss>"
    ).encode()


def atom(root: str, listed: Sequence[Entry], *, generator: str = "", extra: str = "") -> bytes:
    made = f"<generator>{escape(generator)}</generator>" if generator else ""
    items = "".join(
        f"<entry><id>tag:kitchen.example,2012:{entry.number}</id><title>{escape(entry.title)}</title>"
        f'<link rel="alternate" href="{escape(entry.link(root))}"/>'
        f"<published>{entry.date.isoformat()}</published><updated>{entry.date.isoformat()}</updated>"
        f'<content type="html">{escape("<p>Knead.</p>")}</content></entry>'
        for entry in listed
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom" '
        'xmlns:openSearch="http://a9.com/-/spec/opensearchrss/1.0/" '
        'xmlns:fh="http://purl.org/syndication/history/1.0"><id>tag:kitchen.example,2012</id>'
        f'<title>Kitchen</title><link rel="alternate" href="{root}/"/>{made}{extra}{items}</feed>'
    ).encode()


def json_feed(root: str, listed: Sequence[Entry], *, next_url: str = "") -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Kitchen",
        "home_page_url": f"{root}/",
        "items": [
            {
                "id": str(entry.number),
                "url": entry.link(root),
                "title": entry.title,
                "content_html": "<p>Knead.</p>",
                "date_published": entry.date.isoformat(),
            }
            for entry in listed
        ],
    }
    return json.dumps(feed | ({"next_url": next_url} if next_url else {})).encode()
