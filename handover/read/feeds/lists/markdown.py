"""A folder of Markdown with facts above each text: the blog as Hugo, Jekyll, Astro and their like keep it.

A post is what has a date and is no draft. Its address: the one it states, else the site's rule (`permalinks`
of Hugo, `permalink` of Jekyll), else the folder given and its name. https://gohugo.io/content-management/urls/
https://jekyllrb.com/docs/permalinks/
"""

import re
from collections import Counter
from collections.abc import Sequence

from handover.later import dataclass
from handover.model import Notice, Post, Quoted, Said
from handover.model.said import N_
from handover.read import fields
from handover.read.feeds.document import Document, Lost
from handover.read.feeds.entry import absolute, make_post
from handover.read.feeds.lists.addresses import Rules, rules_of
from handover.read.feeds.lists.found import unlinked
from handover.read.feeds.lists.front_matter import Facts, read
from handover.read.feeds.reading import current
from handover.read.feeds.wordpress import DRAFTS, PRIVATE, left_out
from handover.read.source import Source

FORMAT = N_("folder of Markdown")
MAX_BYTES = 20 * 1024**2
_TEXT = re.compile(r"\.(?:md|mdx|markdown|mdown|html?)$", re.IGNORECASE)
_MARKDOWN = re.compile(r"\.(?:mdx?|markdown|mdown)$", re.IGNORECASE)
_FACTS = re.compile(rb"\xef?\xbb?\xbf?(?:---|\+\+\+)[ \t]*\r?\n")
_NAMED = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)-(.+)")  # Jekyll: 2024-07-26-oolong.md
_ASIDE = re.compile(
    r"(?:^|/)(?:node_modules|_site|public|layouts|archetypes|themes|_includes|_layouts|vendor)/"
)
_PAGES = Said("pages without a date")
_TO_COME = Said("posts of a day to come")
_EXPIRED = Said("posts that have expired")
_HIDDEN = frozenset(("private", "hidden", "unlisted", "protected", "password"))
_YES = frozenset(("true", "yes", "on", "y", "1"))
_NO = frozenset(("false", "no", "off", "n", "0"))
DATES: tuple[str, ...] = (
    "date",
    "pubdate",
    "publishdate",
    "published_at",
    "publishedat",
    "published_date",
    "created",
    "created_at",
)
DATES += ("dateadded", "datepublished", "publish_date", "published")
_FENCE = re.compile(r"^(```|~~~).*?^\1", re.DOTALL | re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)|\{\{[<%].*?[%>]\}\}|\{%.*?%\}")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"^(?:#{1,6}\s+|>\s?|[-*+]\s+|import\s.*$|export\s.*$)|(\*\*|__|`)", re.MULTILINE)


def accepts(source: Source) -> bool:
    """A folder or zip with at least one text with facts above it."""
    if not source.is_container or any(_is_feed(member) for member in source.members):
        return False
    return any(
        _MARKDOWN.search(m.name) and _FACTS.match(m.head) and not _ASIDE.search(m.name)
        for m in source.members
    )


def _is_feed(member: Source) -> bool:
    # Notes beside an export are notes: the export is the blog.
    named = member.name.lower().endswith((".xml", ".atom", ".rss")) and not _ASIDE.search(member.name)
    return named and member.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


@dataclass(frozen=True, slots=True)
class Text:
    """One file."""

    source: Source
    facts: Facts
    folders: tuple[str, ...]
    stem: str  # the name without its ending, and without the date Jekyll puts before it
    date: str  # as it states it, else of its name


def parse(source: Source, address: str = "") -> Document:
    """The posts of a folder; `address` is that of the blog, or of the folder its posts lie in."""
    rules = rules_of(source.members, address)
    lost, others = Lost(source.location), Counter[Said]()
    posts: list[Post] = []
    unread: list[str] = []
    for number, member in enumerate(source.members, 1):
        if not _TEXT.search(member.name) or _ASIDE.search(member.name) or not _FACTS.match(member.head):
            continue
        facts = read(member.read(MAX_BYTES).decode("utf-8", "replace"))
        if facts is None or "" in facts.unread:
            lost.add(number, N_("The facts above {file} could not be read."), file=member.name)
            continue
        unread += [member.name] * len(facts.unread)
        text = _text(member, facts)
        if left := _left(text, rules.kind):
            others[left] += 1
        else:
            posts.append(_post(text, rules))
    hint = Said(
        "Give the address of the folder its posts lie in too, such as --site https://acme.example/blog."
    )
    return Document(
        title=fields.one_line(rules.title),
        link=rules.home,
        language=rules.language,
        posts=tuple(posts),
        skipped=lost.skipped(),
        notices=(
            *left_out(others, source.location),
            *unlinked(posts, source.location, hint),
            *_unread(unread, source.location),
        ),
        format=FORMAT,
    )


def _text(member: Source, facts: Facts) -> Text:
    parts = _TEXT.sub("", member.name).split("/")
    folders, stem = tuple(parts[:-1]), parts[-1]
    if stem in ("index", "page", "+page") and folders:  # a folder of its own for a post and its pictures
        folders, stem = folders[:-1], folders[-1]
    named = _NAMED.fullmatch(stem)
    date = facts.text(*(name for name in DATES if not isinstance(facts.values.get(name), bool)))
    if named:
        stem, date = named[4], date or f"{named[1]}-{named[2]:0>2}-{named[3]:0>2}"
    return Text(member, facts, folders, stem, date)


def _left(text: Text, kind: str) -> Said | None:
    """Why a text is no post; None where it is one.

    What a site's own program leaves out of it: texts of a day to come by Hugo and Jekyll (Eleventy and Astro
    show them), those past their `expiryDate` by Hugo, those without an address
    (`permalink: false`) by Eleventy.
    """
    values = text.facts.values
    flags = {name: str(value).casefold() for name, value in values.items()}
    status = text.facts.text("status", "visibility", "state").casefold()
    if flags.get("draft") in _YES or flags.get("published") in _NO or "_drafts" in text.folders:
        return DRAFTS
    if status in ("draft", "pending", "scheduled", "future", "wip") or values.get("permalink") is False:
        return DRAFTS
    if status in _HIDDEN or flags.get("private") in _YES or text.facts.text("password"):
        return PRIVATE
    today = current().today
    if kind and today:
        begins = fields.moment(text.facts.text("publishdate") or text.date)
        ends = fields.moment(text.facts.text("expirydate")) if kind == "hugo" else None
        if begins and begins.date() > today and flags.get("future") not in _YES:
            return _TO_COME
        if ends and ends.date() <= today:
            return _EXPIRED
    if values.get("headless") is True or text.stem == "_index" or not text.date:
        return _PAGES
    return _PAGES if text.folders[-1:] == ("content",) or text.stem.lower() == "readme" else None


def _post(text: Text, rules: Rules) -> Post:
    facts = text.facts
    title = facts.text("title") or " ".join(re.split(r"[-_]+", text.stem)).capitalize()
    link = rules.address(facts, text.folders, text.stem, text.date)
    old = [absolute(alias, link or rules.home) for alias in facts.listed("aliases", "redirect_from")]
    return make_post(
        stated_id=link or text.source.name,
        link=link,
        title=title,
        title_is_text=True,
        published=text.date,
        modified=facts.text("lastmod", "updated", "last_modified_at", "updateddate", "modified"),
        author=", ".join(facts.listed("author", "authors")),
        summary=facts.text("description", "summary", "excerpt").replace("<", "&lt;"),
        content=_plain(facts.body),
        categories=facts.listed("categories", "category", "tags"),
        aliases=old if link or rules.home else (),
        image=absolute(facts.text("image", "cover", "featured_image", "heroimage"), rules.home),
        base=rules.home,
    )


def _plain(body: str) -> str:
    """Markdown as HTML of its paragraphs, without its marks."""
    text = _IMAGE.sub("", _FENCE.sub("", body))
    text = _MARKS.sub("", _LINK.sub(r"\1", text))
    return "".join(f"<p>{part.strip()}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())


def _unread(unread: Sequence[str], where: str) -> tuple[Notice, ...]:
    if not unread:
        return ()
    told = Said(
        "{n} fact above a text is written in a way that is not read: {key}.",
        many="{n} facts above texts are written in a way that is not read, such as {key}.",
        n=len(unread),
        key=Quoted(unread[0]),
    )
    return (
        Notice(
            text=told, hint=Said("Look whether it matters: title, date and address stand there."), where=where
        ),
    )
