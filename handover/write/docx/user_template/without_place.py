"""What of a handover a user's template has no place for: said to the manager, and promised by no file."""

import re
from collections.abc import Iterator
from typing import Final

from handover.model import Handover, Notice, Said
from handover.write.docx.template import TAG, WordSource

DRAFTS: Final = frozenset({"short"})  # the names of `template_context` that hold them
_ALONE: Final = frozenset({"completeness"})
_POSTS: Final = frozenset({"posts", "library"})
_NAME: Final = re.compile(r"[^\W\d]\w*")


def words_in(source: WordSource) -> frozenset[str]:
    """All names in the template's tags."""
    tags = (tag[0] for part in (source.main, *source.others) for tag in TAG.finditer(part.source))
    return frozenset(name for tag in tags for name in _NAME.findall(tag))


def of_handover(source: WordSource, handover: Handover) -> Iterator[Notice]:
    """What the handover has and the template does not show."""
    used = words_in(source)
    drafts = sum(len(short.drafts) for short in handover.shortfalls)
    missing = []
    if handover.posts and _POSTS.isdisjoint(used):
        missing.append(Said("{n} post (posts)", many="{n} posts (posts)", n=len(handover.posts)))
    if handover.counts.more and _ALONE.isdisjoint(used):
        missing.append(
            Said(
                "{n} update that is not assigned to a post (completeness)",
                many="{n} updates that are not assigned to a post (completeness)",
                n=handover.counts.more,
            )
        )
    if drafts and DRAFTS.isdisjoint(used):
        missing.append(Said("{n} suggested draft (short)", many="{n} suggested drafts (short)", n=drafts))
    if missing:
        yield Notice(
            text=Said(
                "The template {template} has no place for: {what}. The document does not hold them.",
                template=source.name,
                what=tuple(missing),
            ),
            hint=Said(
                "Put them in if your client is to read them there; “handover init --template” writes a "
                "template that has them all."
            ),
            where=source.name,
        )
