"""A list of posts by hand or by any tool: a table of titles and addresses, with dates perhaps."""

import re
from collections import Counter
from collections.abc import Iterable

from handover.model import Post, Said
from handover.model.said import N_
from handover.read import fields
from handover.read.feeds.document import Document, Lost
from handover.read.feeds.entry import absolute, make_post
from handover.read.feeds.lists.found import PAGES, made_titles
from handover.read.feeds.lists.places import title_of
from handover.read.feeds.lists.table import Row, header, rows
from handover.read.feeds.wordpress import DRAFTS, PRIVATE, PROTECTED, left_out
from handover.read.source import Source

FORMAT = N_("list of titles and addresses")
TITLE: tuple[str, ...] = (
    "title",
    "post title",
    "blog title",
    "page title",
    "article title",
    "headline",
    "blog post",
    "article",
)
TITLE += (
    "titel",
    "überschrift",
    "beitrag",
    "titre",
    "título",
    "titulo",
    "titolo",
    "name",
    "titel des beitrags",
    "beitragstitel",
    "título de la entrada",
    "titre de l'article",
    "título do post",
    "titolo dell'articolo",
    "meta title",
    "h1",
)
ADDRESS: tuple[str, ...] = (
    "url",
    "link",
    "address",
    "permalink",
    "post url",
    "blog url",
    "page url",
    "article url",
    "live url",
)
ADDRESS += (
    "link zum artikel",
    "link zum beitrag",
    "adresse url",
    "enlace permanente",
    "adresse",
    "lien",
    "enlace",
    "endereço",
    "indirizzo",
    "path",
    "view node",
    "page",
    "webadresse",
)
DATE: tuple[str, ...] = (
    "date",
    "published",
    "publish date",
    "published on",
    "published at",
    "publication date",
    "pubdate",
)
DATE += ("posted", "posted on", "live date", "authored on", "date published", "datum", "veröffentlicht")
DATE += (
    "veröffentlicht am",
    "fecha",
    "fecha de publicación",
    "data",
    "data de publicação",
    "date de publication",
)
DATE += ("data di pubblicazione", "publié le", "post date", "erschienen am", "date de parution")
# Columns of a list of updates, which also may have titles and links.
_UPDATES = frozenset(
    (
        *(
            "text",
            "caption",
            "message",
            "content",
            "copy",
            "post copy",
            "network",
            "platform",
            "channel",
            "account",
        ),
        *(
            "permalink url",
            "hashtags",
            "netzwerk",
            "réseau",
            "red",
            "rete",
            "plattform",
            "tweet",
            "post text",
        ),
        *("impressions", "reach", "engagement", "engagements", "post id", "posted at", "update"),
    )
)
_NO_POSTS = frozenset(("page", "attachment", "revision", "nav_menu_item", "product"))  # WordPress' types
_KIND = ("post type", "content type", "type")
_UNPUBLISHED = re.compile(
    r"draft|scheduled|pending|future|idea|trash|entwurf|geplant|brouillon|borrador|rascunho|bozza", re.I
)
_HIDDEN = re.compile(r"private|hidden|unlisted|unpublished|privat|privé|privad|nascost", re.I)
_SLASHED = re.compile(r"\s*(\d\d?)([/.-])(\d\d?)\2(\d{4})(?!\d)(.*)")


def accepts(source: Source) -> bool:
    names = set(header(source))
    return bool(names & set(TITLE)) and bool(names & set(ADDRESS)) and not names & _UPDATES


def parse(source: Source, address: str = "") -> Document:
    """Every row that has an address; `address` is the blog's, for addresses that are relative."""
    listed = rows(source)
    day_first = _day_first(row.get(*DATE) for row in listed)
    lost, others = Lost(source.location), Counter[Said]()
    posts: list[Post] = []
    made: list[str] = []
    kinds = {row.get(*_KIND).casefold() for row in listed}
    for row in listed:
        link = fields.address(absolute(row.get(*ADDRESS), address))
        if left := _left(row, kinds):
            others[left] += 1
        elif not link:
            lost.add(row.number, N_("Row {number} names no address of a post."), number=str(row.number))
        else:
            if not row.get(*TITLE):
                made.append(row.get(*ADDRESS))
            posts.append(_post(row, link, day_first))
    return Document(
        link="/".join(posts[0].permalink.split("/")[:3]) + "/" if posts else address,
        posts=tuple(posts),
        skipped=lost.skipped(),
        notices=left_out(others, source.location) + made_titles(made, source.location),
        format=FORMAT,
    )


def _left(row: Row, kinds: set[str]) -> Said | None:
    """Why a row is no published post; None where it is one. `kinds`: all that the table says of its rows."""
    state = row.get("status", "state", "post status", "visibility")
    if _HIDDEN.search(state):
        return PRIVATE
    if _UNPUBLISHED.search(state):
        return DRAFTS
    if row.get("post password"):
        return PROTECTED
    return PAGES if "post" in kinds and row.get(*_KIND).casefold() in _NO_POSTS else None


def _post(row: Row, link: str, day_first: bool | None) -> Post:
    return make_post(
        link=link,
        title=row.get(*TITLE) or title_of(link),
        title_is_text=True,
        published=_date(row.get(*DATE), day_first),
        author=row.get("author", "autor", "auteur", "autore"),
        summary=row.get("summary", "excerpt", "description", "meta description").replace("<", "&lt;"),
        categories=[part.strip() for part in row.get("category", "categories", "tags").split(",")],
    )


def _day_first(dates: Iterable[str]) -> bool | None:
    """Whether 3/4/2024 is a day of April, as the other dates of the table tell; None where none does."""
    found = [match for date in dates if (match := _SLASHED.fullmatch(date)) and match[2] != "."]
    day, month = any(int(m[1]) > 12 for m in found), any(int(m[3]) > 12 for m in found)
    return None if day == month else day


def _date(text: str, day_first: bool | None) -> str:
    found = _SLASHED.fullmatch(text)
    if found is None or found[2] == "." or day_first is None:
        return text
    day, month = (found[1], found[3]) if day_first else (found[3], found[1])
    return f"{found[4]}-{int(month):02}-{int(day):02}{found[5]}"
