"""Which pictures and films are the client's: those of what her files show, each with what it belongs to."""

from collections.abc import Iterator

from handover.later import dataclass
from handover.model import Handover, Media, Post, Update
from handover.write.view.client import for_client
from handover.write.view.entries import entries


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One picture or film of an update, or of a post."""

    media: Media
    update: Update | None = None
    post: Post | None = None


def pieces(handover: Handover) -> tuple[Piece, ...]:
    """Every picture and film of the client's files, in the order of the posts, newest first.

    Those of replies and reposts are not hers, and drafts that were only suggested have none.
    """
    return tuple(_pieces(for_client(handover)))


def of_others(handover: Handover) -> int:
    """How many pictures and films lie there that belong to replies and reposts only."""
    hers = {one.file for u in handover.updates.items if u.kind == "original" for one in u.media}
    theirs = {one.file for u in handover.updates.items if u.kind != "original" for one in u.media}
    return len(theirs - hers - {None})


def _pieces(handover: Handover) -> Iterator[Piece]:
    for entry in entries(handover):
        for media in entry.post.pictures:
            yield Piece(media=media, post=entry.post)
        for pair in entry.pairs:
            yield from _of(pair.update, entry.post)
    for alone in handover.unpaired:
        yield from _of(alone.update, None)


def _of(update: Update, post: Post | None) -> Iterator[Piece]:
    for media in update.media:
        yield Piece(media=media, update=update, post=post)
