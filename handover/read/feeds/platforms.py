"""How each platform gives out its older posts: recognised by what the feed says, asked as it wants.

A `Plan` only says which address comes next; it never fetches. Sources of the rules: RFC 5005; WordPress
`WP_Query` and its REST handbook; Blogger's GData parameters; Ghost's and Squarespace's own pages.
"""

import re
from collections.abc import Callable
from dataclasses import field
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from handover.later import dataclass
from handover.model import Post, Said
from handover.read import fields
from handover.read.feeds.document import Document
from handover.read.feeds.entry import absolute


@dataclass(frozen=True, slots=True, kw_only=True)
class BlogPage:
    """One page of the blog as it came."""

    asked: str  # the address asked for
    address: str  # the one that answered
    document: Document
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """How far a plan has come."""

    first: BlogPage  # the page the user's address led to
    last: BlogPage  # the newest page of this plan, at first `first`
    number: int  # how many pages this plan has asked for
    received: int  # posts those pages held, repeated ones included


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One way to ask for older posts."""

    done: Said  # what is said where it came to its end
    following: Callable[[Steps], str]  # the next address; "" at the end
    covers_first: bool = False  # its own first page repeats the feed's
    is_guess: bool = False  # nothing says that the site knows this way
    last_repeats: bool = False  # beyond the end the last page comes again
    is_numbered: bool = False  # nothing but trying tells where the pages end
    is_linked: bool = False  # each page names the next
    from_zero: Callable[[BlogPage], str] | None = None  # the second page, should the site count from 0


def plans_for(first: BlogPage) -> tuple[Plan, ...]:
    """The ways to try for this feed, best first; () when there is none."""
    links, generator = first.document.links, first.document.generator.lower()
    if links.get("prev-archive"):
        return (_linked("prev-archive", Said("The archive the feed links to was read to the end")),)
    if "blogger" in generator or "/feeds/posts/" in first.address:
        return (_blogger(),)
    if links.get("next"):
        return (_linked("next", Said("The pages the feed links to were read to the end")),)
    if "wordpress" in generator or "api.w.org" in first.headers.get("link", ""):
        rest = (_rest(),) if _is_main_feed(first) else ()
        return (*rest, _numbered("paged", Said("WordPress' pages of the feed were read to the end")))
    if generator.startswith("ghost"):
        return (_old_ghost(),) if _version(generator) < 3 else ()
    for sign, plan in (("squarespace", _squarespace), ("tumblr", _tumblr), ("substack", _substack)):
        if sign in generator or sign in first.headers.get("server", "").lower():
            return (plan(),)
    if closed(first):
        return ()
    return tuple(
        _numbered(name, Said("Numbered pages were read to the end"), is_guess=True)
        for name in ("paged", "page")
    )


def _one_file(platform: str, newest: int = 0) -> Said:
    if not newest:
        return Said(
            "{platform} writes one file; the site decides how many posts it lists.", platform=platform
        )
    return Said(
        "{platform} writes one file, by default with the newest {n} posts.", platform=platform, n=newest
    )


# Platforms that give out no older posts: sign in the generator -> posts they list, and what helps.
CLOSED: tuple[tuple[str, int | None, Said], ...] = (
    ("ghost", 15, Said("Ghost lists its newest 15 posts and nothing older; its JSON export holds all.")),
    ("medium", 10, Said("Medium lists its newest 10 stories and nothing older; its export zip holds all.")),
    ("hugo", None, _one_file("Hugo")),
    ("jekyll", None, _one_file("Jekyll", 10)),
    ("hexo", None, _one_file("Hexo", 20)),
    ("docusaurus", None, _one_file("Docusaurus", 20)),
    ("pelican", None, _one_file("Pelican")),
    ("gatsby", None, _one_file("Gatsby")),
    ("eleventy", None, _one_file("Eleventy")),
    ("wix", None, Said("{platform} lists its newest posts only.", platform="Wix")),
    ("webflow", None, Said("{platform} lists its newest posts only.", platform="Webflow")),
)


def closed(first: BlogPage) -> tuple[str, int | None, Said] | None:
    """The row of CLOSED for this feed's platform, if it is one of these."""
    generator = first.document.generator.lower()
    return next((row for row in CLOSED if row[0] in generator), None)


def _version(generator: str) -> int:
    match = re.search(r"(\d+)\.\d", generator) or re.search(r"(\d+)", generator)
    return int(match[1][:4]) if match else 99


def with_query(address: str, **changes: object) -> str:
    """`address` with these parameters set, the others kept."""
    parts = urlsplit(address)
    kept = [(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if k not in changes]
    query = urlencode([*kept, *((k, str(v)) for k, v in changes.items())])
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def _linked(rel: str, done: Said) -> Plan:
    def following(steps: Steps) -> str:
        link = steps.last.document.links.get(rel, "")
        return absolute(link, steps.last.address) if link else ""

    return Plan(done=done, following=following, is_linked=True)


def _numbered(parameter: str, done: Said, *, is_guess: bool = False) -> Plan:
    def following(steps: Steps) -> str:
        return with_query(steps.first.address, **{parameter: steps.number + 2})

    def second(first: BlogPage) -> str:
        return with_query(first.address, **{parameter: 1})

    return Plan(
        done=done,
        following=following,
        is_guess=is_guess,
        is_numbered=True,
        from_zero=second if is_guess else None,
    )


def _is_main_feed(first: BlogPage) -> bool:
    # The REST interface lists the whole blog; a feed of one category or author must not grow to that.
    path = urlsplit(first.address).path.rstrip("/")
    home = urlsplit(first.document.link).path.rstrip("/")
    rest = path[len(home) :] if path.startswith(home) else path
    return rest in (
        "",
        "/feed",
        "/feed/rss2",
        "/feed/atom",
        "/feed/rss",
        "/index.php",
        "/rss.xml",
        "/rss",
        "/atom",
    )


def _rest() -> Plan:
    def following(steps: Steps) -> str:
        pages = steps.last.headers.get("x-wp-totalpages", "")
        if steps.number and (not pages.isdecimal() or len(pages) > 9 or steps.number >= int(pages)):
            return ""
        match = re.search(r'<([^>]+)>;\s*rel="?https://api\.w\.org/', steps.first.headers.get("link", ""))
        home = steps.first.document.link or steps.first.address
        stated = fields.address(absolute(match[1], steps.first.address)) if match else ""
        root = stated or urljoin(home.rstrip("/") + "/", "wp-json/")
        route = {"rest_route": "/wp/v2/posts"} if "rest_route=" in root else {}
        base = root if route else urljoin(root, "wp/v2/posts")
        return with_query(
            base,
            **route,
            per_page=100,
            page=steps.number + 1,
            _embed="author,wp:term",
            _fields="id,guid,link,date_gmt,modified_gmt,title,excerpt,content,_links,_embedded",
        )

    return Plan(
        done=Said("WordPress' REST interface was read to the end"), following=following, covers_first=True
    )


def _blogger() -> Plan:
    def following(steps: Steps) -> str:
        # Blogger has lowered its maximum again and again: advance by what came, not by what was asked.
        here = len(steps.first.document.posts) + steps.received
        if steps.last.document.total is not None and here >= steps.last.document.total:
            return ""
        return with_query(
            steps.first.address, **{"start-index": here + 1, "max-results": 150, "redirect": "false"}
        )

    return Plan(done=Said("Blogger's pages of the feed were read to the end"), following=following)


def _old_ghost() -> Plan:
    def following(steps: Steps) -> str:
        base = re.sub(r"/rss(?:/\d+)?/?$", "/rss/", steps.first.address.split("?")[0])
        return f"{base.rstrip('/')}/{steps.number + 2}/"

    return Plan(
        done=Said("Ghost's pages of the feed were read to the end"),
        following=following,
        last_repeats=True,
        is_numbered=True,
    )


def _squarespace() -> Plan:
    def following(steps: Steps) -> str:
        if steps.number:
            offset = steps.last.document.links.get("offset", "")
            return with_query(steps.last.address, format="json-pretty", offset=offset) if offset else ""
        return with_query(steps.first.address.split("?")[0], format="json-pretty")

    return Plan(
        done=Said("Squarespace's own pages were read to the end"), following=following, covers_first=True
    )


def _tumblr() -> Plan:
    def following(steps: Steps) -> str:
        total = steps.last.document.total
        if steps.number and total is not None and steps.received >= total:
            return ""
        return with_query(urljoin(steps.first.address, "/api/read"), start=steps.received, num=50)

    return Plan(done=Said("Tumblr's own pages were read to the end"), following=following, covers_first=True)


def _substack() -> Plan:
    def following(steps: Steps) -> str:
        return with_query(urljoin(steps.first.address, "/api/v1/posts"), limit=50, offset=steps.received)

    return Plan(
        done=Said("Substack's own pages were read to the end"), following=following, covers_first=True
    )


def keys_of(post: Post) -> tuple[str, ...]:
    """What a post is known by on another page, or by another door of the same site.

    An id alone will not do: some feeds give every post the same one.
    """
    keys = [f"{post.id}\x1f{post.title}"]
    for link in (post.permalink, *post.aliases, post.id):
        if link.startswith(("http://", "https://")):
            keys.append(f"{post.title}\x1f{link.split('://', 1)[1].removeprefix('www.').rstrip('/')}")
            number = re.search(r"tumblr\.com/.*?/?(\d{6,})|/post/(\d{6,})", link)
            if number:
                keys.append(f"tumblr {number[1] or number[2]}")
    return tuple(dict.fromkeys(keys))
