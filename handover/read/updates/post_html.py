"""A post that is HTML, as its writer typed it: text with its links in full, and where they lead."""

import re
from collections.abc import Mapping

from handover.read.anchors import anchors
from handover.read.fields import MAX_TAGS, clean, plain_text, tree_of
from handover.read.updates.links_in_text import unique

_PARAGRAPH = re.compile(r"<(?=/?(?:p|div|blockquote|ul|ol|pre|h[1-6])\b)", re.IGNORECASE)
_BREAK = re.compile(r"<(?=(?:br|li)\b)", re.IGNORECASE)
_MANY_BREAKS = re.compile(r"\n{3,}")


def text_of(html: str) -> str:
    """A post's HTML as its writer typed it: paragraphs apart, links in full.

    Mastodon hides the ends of a link in `<span class="invisible">`: all of its text is the address.
    """
    if html.count("<") > MAX_TAGS:
        return plain_text(html)
    broken = _BREAK.sub("\n<", _PARAGRAPH.sub("\n\n<", clean(html)))
    body = tree_of(broken).body
    text = clean(body.text()) if body else ""
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return _MANY_BREAKS.sub("\n\n", "\n".join(lines)).strip()


def hrefs_of(html: str | None) -> tuple[str, ...]:
    """Where the links lead that are neither mentions nor hashtags."""
    found = anchors(html) if html and "href" in html else ()
    return unique(told.get("href") for told in found if not _is_mention(told))


def _is_mention(attributes: Mapping[str, str | None]) -> bool:
    named = (attributes.get("class") or "").split() + (attributes.get("rel") or "").split()
    return bool({"mention", "hashtag", "tag"} & set(named))
