"""What may be posted again: the plan takes from it, and the runway counts it."""

from collections.abc import Iterable

from handover.model import Post, Update, Verdict
from handover.networks import lives_by_video, needs
from handover.text.length import fits
from handover.text.quotas import excesses


def is_usable(update: Update, verdict: Verdict | None) -> bool:
    """Whether it went out, has words, and lasts or has a season that is known."""
    if verdict is None or verdict.lasting not in ("lasting", "seasonal") or update.kind != "original":
        return False
    if update.state != "published":
        return False
    if verdict.lasting == "seasonal" and not verdict.season:
        return False  # nobody knows when its season is
    return not lives_by_video(update.network) and bool(update.text.strip())


def has_what_it_needs(update: Update, posts: Iterable[Post]) -> bool:
    """Whether there is a picture where the network asks for one: its own, or that of a post."""
    return not needs(update.network) or bool(update.media) or any(post.image for post in posts)


def is_taken_whole(update: Update) -> bool:
    """Whether its network takes it as it stands: neither too long nor with more hashtags than are allowed."""
    text, network = update.text, update.network
    return fits(text, network) and not any(e.is_refused for e in excesses(text, network))
