"""Guesses that would give a link to a time.

A sheet knows what was written for which post, a download when it went out. Where the words are a phrase that
goes with many posts ("New on our blog today:"), a row with a link and an update without one may be any two of
them, and a wrong link is worse than an update told twice.
"""

from collections.abc import Sequence

from handover.read.sameness.group import Group


def gives(ours: Group, theirs: Group) -> bool:
    """Whether one of the two groups knows the time better, and would get its link or post from the other."""
    if ours.exactness == theirs.exactness or ours.sources & theirs.sources:
        return False
    vague, sure = (ours, theirs) if ours.exactness < theirs.exactness else (theirs, ours)
    if vague.pages and not sure.pages:
        return True
    return bool(vague.posts) and not sure.posts and vague.pages.isdisjoint(sure.pages)


def are_safe(guesses: Sequence[tuple[Group, Group]], is_of_one_page: bool) -> bool:
    """Whether guesses that hold together can but come out right: all that may be given is one and the same.

    And there is one for each to take, or the words go with no other page (`is_of_one_page`).
    """
    vague, sure = set(), set()
    for ours, theirs in guesses:
        less, more = (ours, theirs) if ours.exactness < theirs.exactness else (theirs, ours)
        vague.add(less)
        sure.add(more)
    given = {(group.pages, group.posts) for group in vague}
    return len(given) == 1 and (len(sure) <= len(vague) or is_of_one_page)
