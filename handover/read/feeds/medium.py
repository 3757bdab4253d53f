"""Medium: the export zip (Settings > Security and apps > Download your information), one HTML file a story.

`posts/2020-01-31_Title-abc123.html` holds title, subtitle, body, the canonical address and the time;
drafts are called `draft_…`. Answers to others' stories are in the same folder. They have no title: Medium
takes the beginning of their first paragraph for it. It does so with a story without a title, too, which is
why each is named.
"""

import re
from collections import Counter
from html import unescape

from handover.model import Post, Said, Skipped
from handover.model.said import N_
from handover.read import fields
from handover.read.feeds.document import Document
from handover.read.feeds.entry import make_post
from handover.read.feeds.wordpress import DRAFTS, left_out
from handover.read.source import Source

FORMAT = N_("Medium export")
_STORY = re.compile(r"(?:^|/)posts/(?:draft_|\d{4}-\d\d-\d\d_)[^/]*\.html$")
_BODY = re.compile(r"""<section\s[^<>]*\bdata-field=["']body["'][^<>]*>""")
_FIRST = re.compile(r"""<p\b[^<>]*\bclass=["'][^"'<>]*\bgraf--leading\b[^<>]*>(.{1,4000}?)</p>""", re.DOTALL)
_TITLE = re.compile(r"""<h1\b[^<>]*\bclass=["']p-name["'][^<>]*>([^<]{1,2000})</h1>""")
_TAG = re.compile(r"<[^<>]*>")
_LETTERS = re.compile(r"[\W_]+")
ANSWER = Said(
    "It has no title of its own: an answer to somebody's story, as far as can be told. It was left out."
)
_SIGN = b"p-name"  # the microformat class of a story's title


def accepts(source: Source) -> bool:
    return source.is_container and any(_STORY.search(m.name) and _SIGN in m.head for m in source.members)


def parse(source: Source, address: str = "") -> Document:
    """The published stories of an export."""
    posts: list[Post] = []
    skipped: list[Skipped] = []
    others: Counter[Said] = Counter()
    for member in source.members:
        if not _STORY.search(member.name):
            continue
        if member.name.rsplit("/", 1)[-1].startswith("draft_"):
            others[DRAFTS] += 1
            continue
        html = member.read().decode("utf-8", "replace")
        if _is_answer(html):
            skipped.append(Skipped(location=member.location, reason=ANSWER))
            continue
        post = _post(member, html)
        if post is None:
            skipped.append(Skipped(location=member.location, reason=Said("This file holds no story.")))
        else:
            posts.append(post)
    return Document(
        title=posts[0].author if posts else "",
        posts=tuple(posts),
        skipped=tuple(skipped),
        notices=left_out(others, source.location),
        export=True,
        format=FORMAT,
    )


def _is_answer(html: str) -> bool:
    """Whether a story has no title, and what stands for it is how its first paragraph begins."""
    if "graf--title" in html or not (first := _FIRST.search(html)) or not (title := _TITLE.search(html)):
        return False
    begun, told = (
        _LETTERS.sub("", fields.clean(unescape(_TAG.sub("", part)))) for part in (first[1], title[1])
    )
    return bool(told) and begun.startswith(told)


def _post(member: Source, html: str) -> Post | None:
    frame, text = _parted(html)
    if frame.count("<") > fields.MAX_TAGS:  # no story of Medium's
        return None
    tree = fields.tree_of(frame)
    title = tree.css_first(".p-name") or tree.css_first("title")
    if title is None:
        return None
    link = tree.css_first("a.p-canonical")
    time = tree.css_first("time.dt-published")
    body = tree.css_first("section[data-field=body], .e-content")
    subtitle = tree.css_first("section[data-field=subtitle], .p-summary")
    author = tree.css_first("a.p-author")
    name = member.name.rsplit("/", 1)[-1]
    return make_post(
        stated_id=link.attributes.get("href") if link else name,
        link=link.attributes.get("href") if link else "",
        title=title.text(),
        title_is_text=True,
        published=(time.attributes.get("datetime") if time else None) or name[:10],
        author=author.text() if author else "",
        summary=subtitle.html if subtitle else "",
        content=text or (body.html if body else ""),
    )


def _parted(html: str) -> tuple[str, str]:
    """The page around a story, and the story: as it may be huge or nest deep, no tree is built of it."""
    start = _BODY.search(html)
    end = html.rfind("</section>")
    if start is None or end < start.end():
        return html, ""
    return html[: start.start()] + html[end + len("</section>") :], html[start.end() : end]
