"""What keeps two entries apart, however alike their words."""

from handover.read.sameness.accounts import differ
from handover.read.sameness.entry import DAY, SourceEntry
from handover.read.sameness.link_targets import lead_apart
from handover.read.sameness.wording import likeness
from handover.urls import canonical

LATE = 15 * 60  # seconds between the time in one source and in another: planned for nine, sent at five past
PLANNED = 60 * 60  # seconds that a plan may be off


def contradict(one: SourceEntry, other: SourceEntry) -> bool:
    """Whether something says that these are two updates."""
    a, b = one.update, other.update
    if one.network != other.network and one.network and other.network:
        return True
    if (one.kind == "repost") != (other.kind == "repost") and one.kind and other.kind:
        return True
    if a.id == b.id and (a.placed is not None or b.placed is not None):
        return False  # the user's own edits in our workbook change nothing in what it is
    if one.source == other.source:
        return not _is_twice(one, other)
    if are_one_address(one, other):
        return False  # one of them may be a label or a note, or was edited since
    return (
        are_two_addresses(one, other)
        or (one.kind != other.kind and bool(one.kind and other.kind))
        or differ(one.account, other.account, only=one.is_only and other.is_only)
        or lead_apart(one.pages, other.pages)
        or _belong_apart(a.post, b.post)
        or are_apart_in_time(one, other)
    )


def are_one_address(one: SourceEntry, other: SourceEntry) -> bool:
    """Whether both have the address that names this post and no other."""
    return one.own is not None and one.own.sure and one.own == other.own


def are_two_addresses(one: SourceEntry, other: SourceEntry) -> bool:
    """Whether each has an address of its own that names another post."""
    if one.own is None or other.own is None:
        return False
    return one.own.kind == other.own.kind and one.own != other.own


def _is_twice(one: SourceEntry, other: SourceEntry) -> bool:
    """Whether one source has the same update in two rows: all the same, the minute or the day included.

    Rows without a date are two, for all we know: a text that is posted again and again stands there as
    often. So are rows that share an address but not the words, for one of them was copied wrongly.
    """
    a, b = one.update, other.update
    if (a.kind, a.account) != (b.kind, b.account):
        return False
    if are_one_address(one, other):
        return (
            likeness(one.words, other.words) is not None
            and not lead_apart(one.pages, other.pages)
            and not _belong_apart(a.post, b.post)
            and not are_apart_in_time(one, other)
        )
    return (
        one.stamp is not None
        and (a.text, a.post, a.posted_at, one.own) == (b.text, b.post, b.posted_at, other.own)
        and one.pages == other.pages
    )


def _belong_apart(one: str, other: str) -> bool:
    """Whether the user has put these to two posts; an address and a title cannot be compared."""
    if not one or not other or one == other:
        return False
    if ("://" in one) != ("://" in other):
        return False
    if "://" in one:
        return canonical(one) != canonical(other)
    one, other = one.casefold(), other.casefold()
    return one not in other and other not in one


def are_apart_in_time(one: SourceEntry, other: SourceEntry) -> bool:
    """Whether their times are those of two updates."""
    if one.stamp is None or other.stamp is None:
        return False
    apart = abs(one.stamp - other.stamp)
    if one.vague and other.vague:
        return apart > 0
    if not (one.vague or other.vague):
        told_twice = _is_plan_and_sent(one, other) or _is_one_text(one, other)
        return apart >= LATE and (apart > PLANNED or not told_twice)
    return apart > 2 * DAY or (apart >= LATE and not set(one.days) & set(other.days))


def _is_plan_and_sent(one: SourceEntry, other: SourceEntry) -> bool:
    return (one.update.state == "published") != (other.update.state == "published")


def _is_one_text(one: SourceEntry, other: SourceEntry) -> bool:
    """Whether both tell of one text, which nobody posts twice on a network within the hour: a calendar says
    when it was to go out, an archive when it did; or their clocks are an hour apart."""
    if one.own is not None and other.own is not None:
        return False
    return one.words.many and one.words.letters == other.words.letters
