"""Screaming Frog's list of a site's pages (`internal_html.csv`, `internal_all.csv`; .xlsx of the same).

Pages that are redirected tell the old addresses of the posts. Headers are compared without case: those of
2019 and of 2026 differ in it. https://www.screamingfrog.co.uk/seo-spider/user-guide/tabs/#internal
"""

import re
from collections import defaultdict

from handover.model import Post
from handover.model.said import N_
from handover.read.feeds.document import Document
from handover.read.feeds.entry import make_post
from handover.read.feeds.lists.found import common_ending, doubts, left_aside, made_titles
from handover.read.feeds.lists.places import sorted_out, title_of
from handover.read.feeds.lists.table import Row, header, rows
from handover.read.feeds.wordpress import left_out
from handover.read.source import Source

FORMAT = N_("Screaming Frog's list of pages")
HOPS = 5  # redirects after redirects
_SIGNS = frozenset(("address", "status code", "title 1"))
_DATE = re.compile(r"\b(?:publish\w*|date|datum|fecha|data)\b")


def accepts(source: Source) -> bool:
    return set(header(source)) >= _SIGNS


def parse(source: Source, address: str = "") -> Document:
    """The posts among the pages, each with its old addresses."""
    listed = rows(source)
    pages = [row for row in listed if _is_page(row)]
    addresses = [row.get("address") for row in pages]
    places = sorted_out(addresses, folder=address)
    old = _old(listed)
    ending = common_ending([row.get("title 1") for row in pages])
    posts: list[Post] = []
    made: list[str] = []
    for row, place in zip(pages, places, strict=True):
        if place != "post":
            continue
        here = row.get("address")
        title = row.get("h1-1") or row.get("title 1").removesuffix(ending)
        if not title:
            made.append(here)
        posts.append(_post(row, here, title or title_of(here), old[here]))
    return Document(
        link="/".join(addresses[0].split("/")[:3]) + "/" if addresses else "",
        language=next((row.get("language") for row in pages if row.get("language")), ""),
        posts=tuple(posts),
        skipped=doubts(addresses, places, source.location),
        notices=left_out(left_aside(places), source.location) + made_titles(made, source.location),
        format=FORMAT,
    )


def _is_page(row: Row) -> bool:
    here, canonical = row.get("address"), row.get("canonical link element 1")
    return (
        row.get("status code").removesuffix(".0") == "200"
        and "html" in (row.get("content type", "content") or "html")
        and row.get("indexability").casefold() in ("", "indexable")
        and canonical in ("", here)
    )


def _old(listed: list[Row]) -> dict[str, list[str]]:
    """The old addresses of each page: what is redirected to it, over some steps."""
    leads = {r.get("address"): r.get("redirect url", "redirect uri") for r in listed}
    found: defaultdict[str, list[str]] = defaultdict(list)
    for old, target in leads.items():
        for _ in range(HOPS):
            if not leads.get(target):
                break
            target = leads[target]
        if target and target != old:
            found[target].append(old)
    return found


def _post(row: Row, here: str, title: str, old: list[str]) -> Post:
    date = next((cell for name, cell in row.cells.items() if cell and _is_date(name)), "")
    summary = row.get("meta description 1")
    return make_post(
        link=here,
        title=title,
        title_is_text=True,
        published=date,
        summary=summary.replace("&", "&amp;").replace("<", "&lt;"),
        aliases=old,
    )


def _is_date(name: str) -> bool:
    # A column the user has added; the server's own dates say when a file was changed or looked at.
    return bool(_DATE.search(name)) and not any(word in name for word in ("modif", "crawl", "timestamp"))
