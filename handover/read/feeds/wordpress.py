"""WordPress: the export file (WXR; Squarespace writes it too), and pages of the REST API.

WXR is RSS with WordPress' own fields. It also holds pages, menus, pictures, drafts and comments: only
published posts are posts. https://github.com/WordPress/wordpress-develop, wp-admin/includes/export.php
REST: https://developer.wordpress.org/rest-api/reference/posts/
"""

import datetime as dt
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from handover.errors import ParseError
from handover.model import Joined, Media, Notice, Post, Quoted, Said
from handover.model.said import N_
from handover.networks import network_of
from handover.read import fields
from handover.read.feeds.document import Document, Lost
from handover.read.feeds.elements import Children, checked, child, is_cut_off, items, local
from handover.read.feeds.entry import make_post, told_media
from handover.read.feeds.wordpress_files import Attachments
from handover.read.source import Source

FORMAT = N_("WordPress export")
# Keys of post meta under which plugins keep the addresses of a post's social copies: Jetpack Publicize,
# Syndication Links, Share on Mastodon, Autoblue, IndieWeb plugins. Embeds (_oembed_) are others' posts.
_COPY_KEYS = re.compile(
    r"publicize|syndication|share_on|social|mastodon|bluesky|twitter|tweet|facebook|linkedin|threads|mf2_",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"""https?://[^\s"'<>;]{4,500}""")
# Jetpack's publicize_results, PHP-serialised: network -> account -> user_id and post_id.
_PUBLICIZED = re.compile(r'"user_id";s:\d+:"([^"]{1,100})";s:7:"post_id";s:\d+:"(\d{5,25})"')
FARTHEST_ZONE = dt.timedelta(hours=26)  # between the clocks of two places on Earth
_KINDS = {  # wp:post_type -> what people call it
    "page": Said("pages"),
    "attachment": Said("files"),
    "nav_menu_item": Said("menu items"),
    "revision": Said("revisions"),
}
_OWN_KIND = N_("{kind} items")  # kinds of a site's own making: "news", "recipe"
_DAMAGED = N_(
    "Item {number} is damaged and was not read: {title} does not say whether it is a published post."
)
DRAFTS = Said("drafts")
PROTECTED = Said("posts behind a password")
PRIVATE = Said("posts in state {state}", state=Said("private"))
STATES = {  # a post's own state, of WordPress and Ghost -> what people call it
    "draft": Said("draft"),
    "pending": Said("pending"),
    "private": Said("private"),
    "future": Said("future"),
    "scheduled": Said("scheduled"),
    "trash": Said("trash"),
}


def accepts(source: Source) -> bool:
    return b"wordpress.org/export/" in source.head


def parse(source: Source, address: str = "") -> Document:
    """The published posts of a WordPress export. Raises ParseError when it is no readable XML."""
    posts: list[Post] = []
    others: Counter[Said] = Counter()
    channel: Any = None
    names: dict[str, str] = {}
    data, lost, title = checked(source), Lost(source.location), ""
    attachments = Attachments()
    for number, (_root, item) in enumerate(items(source, data, "item"), 1):
        if channel is None:
            channel = item.getparent()
            names = dict(_authors(channel))
        told = Children(item)
        kind, status = told.text("post_type", "/export/"), told.text("status", "/export/")
        title = fields.plain_title(told.text("title"))
        if kind == "post" and status == "publish" and told.text("post_password", "/export/"):
            others[PROTECTED] += 1
        elif kind == "post" and status == "publish":
            posts.append(_post(told, names, child(channel, "base_blog_url", "/export/")))
            attachments.of_post(told)
        elif kind and status:
            others[_kind(kind, status)] += 1
            if kind == "attachment":
                attachments.add(told)
        else:
            lost.add(number, _DAMAGED, number=number, title=Quoted(title))
    cut = is_cut_off(data)
    own = next((kind for kind in others if kind.message == _OWN_KIND), None)
    hint = _feed_of(str(own.values["kind"]), child(channel, "link")) if own and not posts else ""
    if channel is None:
        raise ParseError(
            Said("{file} is a WordPress export without any item.", file=source.location),
            location=source.location,
            hint=Said('Export again with "All content" or "Posts" chosen (Tools > Export).'),
        )
    return Document(
        title=fields.plain_title(child(channel, "title")),
        link=fields.address(child(channel, "link")),
        language=fields.one_line(child(channel, "language"))[:35],
        posts=attachments.given_to(posts),
        skipped=lost.skipped(),
        notices=left_out(others, source.location, hint) + (_cut_off(title, source.location) if cut else ()),
        export=True,
        format=FORMAT,
    )


def _cut_off(title: str, where: str) -> tuple[Notice, ...]:
    told = Said("The export breaks off in the middle; its last item is {title}.", title=Quoted(title))
    return (Notice(text=told, hint=Said("Export it again: what came after that is not here."), where=where),)


@lru_cache(maxsize=100)
def _kind(kind: str, status: str) -> Said:
    if kind == "post":
        return Said("posts in state {state}", state=STATES.get(status, status) or Said("unknown"))
    if kind in _KINDS:
        return _KINDS[kind]
    return Said(_OWN_KIND, kind=kind)


def _feed_of(kind: str, home: str) -> Said:
    # https://developer.wordpress.org/reference/functions/get_post_type_archive_feed_link/
    address = f"{home.rstrip('/')}/feed/?post_type={kind}"
    return Said(
        "If the articles are of one of these kinds, give the address of its feed: {address}", address=address
    )


def left_out(others: Counter[Said], where: str, hint: str = "") -> tuple[Notice, ...]:
    """What an export holds beside published posts, as one remark."""
    if not others:
        return ()
    kinds = (Said("{kind} ({n})", kind=kind, n=number) for kind, number in others.most_common())
    told = Said("Only published posts were read; left out: {kinds}.", kinds=Joined(*kinds, by=", "))
    return (Notice(text=told, hint=hint, where=where),)


def _authors(channel: Any) -> Iterator[tuple[str, str]]:
    for node in channel.iterchildren():
        if local(node) == "author":
            name = child(node, "author_display_name", "/export/")
            yield child(node, "author_login", "/export/"), name


def _post(told: Children, names: dict[str, str], blog: str) -> Post:
    number = told.text("post_id", "/export/")
    creator = told.text("creator", "purl.org/dc")
    return make_post(
        stated_id=told.text("guid"),
        link=told.text("link"),
        title=told.text("title"),
        published=_published(told),
        modified=_stated(told, "post_modified_gmt"),
        author=names.get(creator) or creator,
        summary=told.text("encoded", "/excerpt/") or told.text("description"),
        content=told.text("encoded", "modules/content"),
        categories=[
            node.text
            for space, node in told.nodes("category")
            if not space and node.get("domain") in ("category", "post_tag")
        ],
        aliases=[f"{blog.rstrip('/')}/?p={number}"] if number else [],
        syndication=list(_copies(told)),
        base=blog,
    )


def _stated(told: Children, name: str) -> str:
    text = told.text(name, "/export/")
    return "" if text.startswith(("0000", "-")) else text


def _published(told: Children) -> str:
    """The time in UTC, else the feed's own; where that is not near the site's own time, this one.

    A post that was a draft for long may have zeros for its UTC time, and a pubDate that is made of them.
    """
    if gmt := _stated(told, "post_date_gmt"):
        return gmt
    date, here = told.text("pubDate"), _stated(told, "post_date")
    at, local_time = fields.moment(date), fields.moment(here)
    if at and local_time and abs(at - local_time) > FARTHEST_ZONE:
        return here
    return date if at else here or date


def _copies(told: Children) -> Iterator[str]:
    for _, meta in told.nodes("postmeta"):
        key = child(meta, "meta_key", "/export/")
        if not _may_tell_copies(key):
            continue
        value = child(meta, "meta_value", "/export/")
        for link in _ADDRESS.findall(value):
            if network_of(link) != "other" and len([part for part in link.split("/")[3:] if part]) > 1:
                yield link
        if '"twitter"' in value:
            for account, number in _PUBLICIZED.findall(value):
                yield f"https://twitter.com/{account}/status/{number}"


@lru_cache(maxsize=1_000)
def _may_tell_copies(key: str) -> bool:
    """Whether copies stand under such a key; every post has the same ten."""
    return not key.startswith("_oembed") and _COPY_KEYS.search(key) is not None


# --- REST ---------------------------------------------------------------------------------------------


class Rest:
    """Pages of `/wp-json/wp/v2/posts`, asked for by the walk or saved to disk."""

    @staticmethod
    def accepts(source: Source) -> bool:
        head = source.head.lstrip(b"\xef\xbb\xbf \t\r\n")
        return head[:1] in (b"[", b"{") and b'"date_gmt"' in head and b'"rendered"' in head

    @staticmethod
    def parse(source: Source, address: str = "") -> Document:
        """The posts of one page. Raises ParseError when it is no JSON."""
        try:
            rows = json.loads(source.read(), parse_int=str)
        except (ValueError, RecursionError) as error:
            raise ParseError(
                Said("{file} is not readable JSON ({error}).", file=source.location, error=str(error)),
                location=source.location,
                hint=Said("Save the page again."),
            ) from error
        rows = rows if isinstance(rows, list) else [rows]
        found = [row for row in rows if isinstance(row, dict) and row.get("type", "post") == "post"]
        states = [
            str(row.get("status") or "publish") for row in found
        ]  # others are shown to who is signed in
        posts = [_rest_post(row) for row, state in zip(found, states, strict=True) if state == "publish"]
        others = Counter(_kind("post", state) for state in states if state != "publish")
        return Document(
            posts=tuple(posts), notices=left_out(others, source.location), format="WordPress REST page"
        )


def _rest_post(row: dict[str, Any]) -> Post:
    link = str(row.get("link") or "")
    number = str(row.get("id") or "")
    home = "/".join(link.split("/")[:3])
    return make_post(
        stated_id=_rendered(row, "guid") or (f"{home}/?p={number}" if number else ""),
        link=link,
        title=_rendered(row, "title"),
        published=row.get("date_gmt") or row.get("date"),
        modified=row.get("modified_gmt") or row.get("modified"),
        summary=_rendered(row, "excerpt"),
        content=_rendered(row, "content"),
        author=", ".join(_names(row, "author")),
        categories=_names(row, "wp:term"),
        aliases=[f"{home}/?p={number}"] if number else [],
        media=_featured(row),
    )


def _featured(row: dict[str, Any]) -> list[Media]:
    """The post's picture, which Jetpack names in it and WordPress beside it."""
    embedded = row.get("_embedded")
    told = embedded.get("wp:featuredmedia") if isinstance(embedded, dict) else None
    rows = [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []
    found = [m for one in rows for m in told_media(one.get("source_url"), "", str(one.get("alt_text") or ""))]
    return found or told_media(row.get("jetpack_featured_media_url"), "image")


def _rendered(row: dict[str, Any], key: str) -> str:
    value = row.get(key)
    return str(value.get("rendered") or "") if isinstance(value, dict) else ""


def _names(row: dict[str, Any], key: str) -> list[str]:
    """The names under `_embedded`: authors as a list, categories and tags as lists in a list."""
    embedded = row.get("_embedded")
    rows = embedded.get(key) if isinstance(embedded, dict) else None
    found: list[str] = []
    for item in rows if isinstance(rows, list) else ():
        for inner in item if isinstance(item, list) else (item,):
            if isinstance(inner, dict) and inner.get("taxonomy", "category") in ("category", "post_tag"):
                found.append(str(inner.get("name") or ""))
    return [name for name in found if name]
