"""The platforms as far as a reader of feeds meets them. Each factory returns a site to be served."""

import gzip
import hashlib
import json
from collections.abc import Callable
from dataclasses import replace

from tests.farm.posts import Entry, atom, entries, escape, json_feed, rss
from tests.farm.server import Asked, Drop, Reply

WP = "https://wordpress.org/?v=6.4.3"
LOST = Reply(b"<html><body>Not found</body></html>", status=404, type="text/html")
Site = Callable[[Asked], Reply]


def page_of(listed: list[Entry], number: int, size: int) -> list[Entry]:
    return listed[(number - 1) * size : number * size]


def wordpress(
    count: int,
    *,
    size: int = 10,
    rest: bool = False,
    ignores_paged: bool = False,
    feed_in_404: bool = True,
    beyond: int = 404,
    validators: bool = False,
    published_at: int = 0,
) -> Site:
    """WordPress; `published_at`: the request with that number finds one post more; `beyond`: the status of
    pages past the last, as plug-ins and caches change it."""

    def site(asked: Asked) -> Reply:
        more = 1 if published_at and asked.number >= published_at else 0
        listed = entries(count + more)
        if asked.path == "/wp-json/wp/v2/posts" and rest:
            return _rest(asked, listed)
        if asked.path.rstrip("/") != "/feed":
            return home_page(asked, "/feed/") if asked.path == "/" else LOST
        number = 1 if ignores_paged else int(asked.query.get("paged", "1"))
        shown = page_of(listed, number, size)
        body = rss(asked.root, shown, generator=WP)
        if not shown:
            kind = "application/rss+xml" if feed_in_404 else "text/html"
            return Reply(body if feed_in_404 else LOST.body, status=beyond, type=kind)
        if not validators:
            return Reply(body)
        tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        if asked.headers.get("if-none-match") == tag:
            return Reply(status=304, headers={"ETag": tag})
        return Reply(body, headers={"ETag": tag})

    return site


def _rest(asked: Asked, listed: list[Entry]) -> Reply:
    size, number = int(asked.query["per_page"]), int(asked.query["page"])
    shown = page_of(listed, number, size)
    pages = -(-len(listed) // size)
    if number > pages:
        return Reply(b'{"code":"rest_post_invalid_page_number"}', status=400, type="application/json")
    rows = [
        {
            "id": entry.number,
            "date_gmt": entry.date.replace(tzinfo=None).isoformat(),
            "guid": {"rendered": entry.guid},
            "link": entry.link(asked.root),
            "title": {"rendered": escape(entry.title)},
            "excerpt": {"rendered": "<p>Knead.</p>"},
            "content": {"rendered": "<p>Knead well.</p>"},
        }
        for entry in shown
    ]
    headers = {"X-WP-Total": str(len(listed)), "X-WP-TotalPages": str(pages)}
    return Reply(json.dumps(rows).encode(), type="application/json", headers=headers)


def home_page(asked: Asked, *feeds: str) -> Reply:
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" title="{name}" href="{feed}">'
        for name, feed in (("Kitchen » Comments Feed", "/comments/feed/"), *(("Kitchen", f) for f in feeds))
    )
    return Reply(
        f"<!doctype html><html><head><title>Kitchen</title>{links}</head><body>hi</body></html>".encode(),
        type="text/html; charset=utf-8",
    )


def edited(inner: Site, old: str, new: str) -> Site:
    """A site on which a word was changed."""

    def site(asked: Asked) -> Reply:
        reply = inner(asked)
        return replace(reply, body=reply.body.replace(old.encode(), new.encode()))

    return site


def feedburner_loop(count: int) -> Site:
    """Every page but the first is sent on to another site, which sends its newest posts."""

    def site(asked: Asked) -> Reply:
        if asked.query:
            port = asked.host.rsplit(":", 1)[-1]
            return Reply(status=302, headers={"Location": f"http://localhost:{port}/burner"})
        return Reply(rss(asked.root, entries(count)[:10], generator=WP))

    return site


def blogger(count: int, cap: int) -> Site:
    def site(asked: Asked) -> Reply:
        if asked.path != "/feeds/posts/default":
            return LOST
        start, size = int(asked.query.get("start-index", "1")), int(asked.query.get("max-results", "25"))
        listed = entries(count)
        shown = listed[start - 1 : start - 1 + min(size, cap)]
        extra = f"<openSearch:totalResults>{count}</openSearch:totalResults>"
        if shown and shown[-1].number > 1:
            extra += (
                f'<link rel="next" href="http://www.blogger.com/feeds/1/posts/default?start-index={start}"/>'
            )
        body = atom(asked.root, shown, generator="Blogger", extra=extra)
        return Reply(body, type="application/atom+xml")

    return site


def old_ghost(count: int) -> Site:
    def site(asked: Asked) -> Reply:
        parts = [part for part in asked.path.split("/") if part]
        if not parts or parts[0] != "rss":
            return LOST
        number, last = int(parts[1]) if len(parts) > 1 else 1, max(-(-count // 15), 1)
        if number > last:
            where = f"/rss/{last}/" if last > 1 else "/rss/"
            return Reply(status=302, headers={"Location": where})
        return Reply(rss(asked.root, page_of(entries(count), number, 15), generator="Ghost 2.38"))

    return site


def new_ghost(count: int) -> Site:
    def site(asked: Asked) -> Reply:
        if asked.path.rstrip("/") != "/rss":
            return LOST
        return Reply(rss(asked.root, entries(count)[:15], generator="Ghost 5.82"))

    return site


def squarespace(count: int) -> Site:
    def site(asked: Asked) -> Reply:
        listed = entries(count)
        if asked.query.get("format") == "rss":
            return Reply(
                rss(asked.root, listed[:20], generator="Site-Server v6.0 (http://www.squarespace.com)")
            )
        before = int(asked.query.get("offset", "99999999999999"))
        rest = [entry for entry in listed if _stamp(entry) < before]
        shown = rest[:20]
        items = [
            {
                "id": f"5f{entry.number:022d}",
                "title": entry.title,
                "fullUrl": f"/{entry.slug}/",
                "publishOn": _stamp(entry),
                "addedOn": _stamp(entry),
                "updatedOn": _stamp(entry),
                "body": "<p>Knead.</p>",
                "excerpt": "",
                "categories": ["Bread"],
                "tags": [],
                "author": {"displayName": "Ada"},
            }
            for entry in shown
        ]
        paging = {"nextPage": True, "nextPageOffset": _stamp(shown[-1])} if len(rest) > 20 else {}
        page = {"website": {"baseUrl": asked.root}, "items": items, "pagination": paging}
        return Reply(json.dumps(page).encode(), type="application/json")

    return site


def _stamp(entry: Entry) -> int:
    return int(entry.date.timestamp() * 1000)


def tumblr(count: int) -> Site:
    def site(asked: Asked) -> Reply:
        listed = entries(count)
        if asked.path == "/rss":
            items = "".join(
                f"<item><title>{escape(entry.title)}</title><link>{_note(asked, entry)}</link>"
                f"<guid>{_note(asked, entry)}</guid>"
                f"<pubDate>{entry.date:%a, %d %b %Y %H:%M:%S +0000}</pubDate></item>"
                for entry in listed[:20]
            )
            feed = rss(asked.root, [], generator="Tumblr (3.0; @kitchen)").decode()
            return Reply(feed.replace("</channel>", items + "</channel>").encode())
        if asked.path != "/api/read":
            return LOST
        start, size = int(asked.query.get("start", "0")), min(int(asked.query.get("num", "20")), 50)
        posts = "".join(
            f'<post id="{10**6 + entry.number}" url="{_note(asked, entry)}" type="regular" '
            f'url-with-slug="{_note(asked, entry)}/{entry.slug}" '
            f'date-gmt="{entry.date:%Y-%m-%d %H:%M:%S} GMT">'
            f"<regular-title>{escape(entry.title)}</regular-title><regular-body>&lt;p&gt;Knead.&lt;/p&gt;"
            "</regular-body><tag>bread</tag></post>"
            for entry in listed[start : start + size]
        )
        body = (
            '<?xml version="1.0" encoding="UTF-8"?><tumblr version="1.0"><tumblelog name="kitchen" '
            f'title="Kitchen"/><posts start="{start}" total="{count}">{posts}</posts></tumblr>'
        )
        return Reply(body.encode(), type="text/xml")

    return site


def _note(asked: Asked, entry: Entry) -> str:
    return f"{asked.root}/post/{10**6 + entry.number}"


def substack(count: int) -> Site:
    def site(asked: Asked) -> Reply:
        if asked.path == "/feed":
            return Reply(rss(asked.root, entries(count)[:20], generator="Substack"))
        if asked.path != "/api/v1/posts":
            return LOST
        start, size = int(asked.query["offset"]), int(asked.query["limit"])
        rows = [
            {
                "id": entry.number,
                "title": entry.title,
                "slug": entry.slug,
                "post_date": entry.date.isoformat(),
                "canonical_url": entry.link(asked.root),
                "truncated_body_text": "Knead.",
            }
            for entry in entries(count)[start : start + size]
        ]
        return Reply(json.dumps(rows).encode(), type="application/json")

    return site


def json_pages(count: int, size: int = 25) -> Site:
    def site(asked: Asked) -> Reply:
        number = int(asked.query.get("page", "1"))
        shown = page_of(entries(count), number, size)
        following = f"{asked.root}/feed.json?page={number + 1}" if number * size < count else ""
        body = json_feed(asked.root, shown, next_url=following)
        return Reply(body, type="application/feed+json")

    return site


def archived(count: int, size: int = 20, *, rel: str = "prev-archive", loops: bool = False) -> Site:
    """RFC 5005, section 4 (`prev-archive`) or 3 (`next`); `loops`: the first page names itself."""

    def site(asked: Asked) -> Reply:
        number = int(asked.query.get("n", "1"))
        if loops:
            number = 1
        shown = page_of(entries(count), number, size)
        href = "?n=1" if loops else f"?n={number + 1}"
        last = number * size >= count
        extra = "" if last and not loops else f'<link rel="{rel}" href="{href}"/>'
        extra += "<fh:archive/>" if rel == "prev-archive" and number > 1 else ""
        return Reply(atom(asked.root, shown, extra=extra), type="application/atom+xml")

    return site


def complete(count: int) -> Site:
    return lambda asked: Reply(atom(asked.root, entries(count), extra="<fh:complete/>"))


def static(count: int) -> Site:
    """A file that is the same whatever is asked for."""
    return lambda asked: Reply(rss(asked.root, entries(count)[:10], generator="Hugo -- gohugo.io"))


def unknown(count: int, parameter: str = "page", *, first: int = 1) -> Site:
    """A system of no name that knows one of the usual parameters, and counts from `first`."""

    def site(asked: Asked) -> Reply:
        if asked.path != "/rss.xml":
            return LOST
        number = int(asked.query.get(parameter, first)) + 1 - first
        shown = page_of(entries(count), number, 12)
        return Reply(rss(asked.root, shown)) if shown else LOST

    return site


# --- sites with bad manners ---------------------------------------------------------------------------


def impatient(inner: Site, every: int, *, status: int = 429, after: str = "0") -> Site:
    """Every so many requests it asks for patience."""

    def site(asked: Asked) -> Reply:
        if asked.number % every == 0:
            return Reply(b"slow down", status=status, headers={"Retry-After": after})
        return inner(asked)

    return site


def dropping(inner: Site, every: int = 3) -> Site:
    """Every so many requests it hangs up."""

    def site(asked: Asked) -> Reply:
        if asked.number % every == 0:
            raise Drop
        return inner(asked)

    return site


def failing(inner: Site, after: int, status: int = 500) -> Site:
    """From the request with that number on nothing comes any more."""
    return lambda asked: Reply(b"broken", status=status) if asked.number >= after else inner(asked)


def challenging(inner: Site, at: int) -> Site:
    """The request with that number gets a web page: "are you human?"."""
    return lambda asked: home_page(asked) if asked.number == at else inner(asked)


def packed(inner: Site) -> Site:
    def site(asked: Asked) -> Reply:
        reply = inner(asked)
        return Reply(gzip.compress(reply.body), reply.status, reply.type, {"Content-Encoding": "gzip"})

    return site
