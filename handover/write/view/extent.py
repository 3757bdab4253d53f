"""Which posts a library holds, in words for its client."""

import datetime as dt

from handover.model import Handover
from handover.write.words import words

WHOLE = ("proved", "walked")  # extents without older posts


def days_of(handover: Handover) -> tuple[dt.date, dt.date] | None:
    """The days of the first and the last post, None where no post has a date."""
    days = [moment.date() for post in handover.posts if (moment := post.published or post.modified)]
    return (min(days), max(days)) if days else None


def extent(handover: Handover) -> str:
    """The span of the blog, and that older posts are not there where there are or may be some.

    How that is known is said to the manager only.
    """
    _, count, days = words(handover.language), len(handover.posts), days_of(handover)
    as_given = handover.feed.extent == "as_given"
    whole = handover.feed.extent in WHOLE or as_given
    if not count:
        return ""
    older = _("If the blog has older posts, they are not in the library.") if as_given else ""
    if days is None:
        if whole:
            return older
        return _.plural(
            "The library holds {n} post; older ones are not in it.",
            "The library holds {n} posts; older ones are not in it.",
            count,
        )
    first, last = (_.date(day) for day in days)
    if first == last:
        if whole:
            return f"{_('The library holds what was published on {date}.', date=first)} {older}".rstrip()
        return _("The library holds what was published on {date}; older posts are not in it.", date=first)
    if whole:
        held = _("The library holds posts from {first} to {last}.", first=first, last=last)
        return f"{held} {older}".rstrip()
    return _(
        "The library holds posts from {first} to {last}; older ones are not in it.", first=first, last=last
    )
