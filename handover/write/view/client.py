"""The client's half of a handover: what may be sent.

A handover is read by two people. The manager's working copy holds all of it; whatever writes a file for the
client asks here first, so that no working note can reach it.
"""

import datetime as dt
from dataclasses import replace
from functools import partial

from handover.model import Details, Handover, Post, Unpaired, Update, Updates
from handover.model.moments import in_zone
from handover.options.zones import zone_of


def zone_name(details: Details) -> str:
    """The zone of the client's times, else that of the times read; "" where neither is known."""
    name = details.client.timezone or details.content.timezone
    return "" if not name or zone_of(name) in (None, dt.UTC) else name


def for_client(handover: Handover, *, hers: bool = True) -> Handover:
    """The handover as its client may read it: originals only, and nothing about how it was made.

    Replies and reposts, what was skipped and noticed, why an update has no post and which might be its own,
    what was read from where, and how far the blog is known: all of that is the manager's. Drafts stay,
    marked by their state. What the manager's is of an update itself (account, labels, origin) is shown by
    none of our writers.

    Moments are in the client's zone, so that their days are hers; with `hers=False` those of updates stay in
    UTC, for who shows times.
    """
    name = zone_name(handover.details)
    zone = zone_of(name) if name else None
    here = partial(_update_in, zone) if zone and hers else _as_it_is
    unpaired = (here(open_.update) for open_ in handover.unpaired if open_.update.kind == "original")
    return replace(
        handover,
        feed=replace(handover.feed, source="", extent_reason="", skipped=(), notices=()),
        updates=Updates(items=tuple(u for u in handover.updates.items if u.kind == "original")),
        pairing=replace(
            handover.pairing,
            posts=tuple(_post_in(zone, post) for post in handover.posts) if zone else handover.posts,
            pairs=tuple(
                replace(pair, update=here(pair.update)) if zone and hers else pair
                for pair in handover.pairs
                if pair.update.kind == "original"
            ),
            unpaired=tuple(Unpaired(update=update, reason="") for update in unpaired),
            notices=(),
        ),
        skipped=(),
        notices=(),
        changes=None,
    )


def _post_in(zone: dt.tzinfo, post: Post) -> Post:
    published, modified = (moment and moved(moment, zone) for moment in (post.published, post.modified))
    return replace(post, published=published, modified=modified)


def _update_in(zone: dt.tzinfo, update: Update) -> Update:
    return replace(update, posted_at=moved(update.posted_at, zone)) if update.posted_at else update


def moved(moment: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """The moment in a zone; a day without a time stays that day."""
    try:
        return in_zone(moment, zone)
    except OverflowError:  # at the end of the calendar
        return moment


def _as_it_is(update: Update) -> Update:
    return update
