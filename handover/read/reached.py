"""How far a walk has reached, in words: whether what was read is the whole blog.

`why` is what ended the walk: the end of a sentence, with its full stop.
"""

import datetime as dt

from handover.model import Extent, Notice, Said
from handover.read.feeds.platforms import BlogPage, Plan, closed


def all_of(total: int) -> Said:
    return Said(
        "The site itself counts {n} post, and it was read.",
        many="The site itself counts {n} posts, and all of them were read.",
        n=total,
    )


def less_than(total: int, plan: Plan, shown: int) -> Said:
    return Said(
        "{read}; the site counts {total}, it showed {shown}.", read=plan.done, total=total, shown=shown
    )


def to_the_end(plan: Plan, requests: int, why: str) -> Said:
    if why:
        return Said(
            "{read} ({n} request); {why}",
            many="{read} ({n} requests); {why}",
            read=plan.done,
            n=requests,
            why=why,
        )
    return Said("{read} ({n} request).", many="{read} ({n} requests).", read=plan.done, n=requests)


def nothing_older(plan: Plan, why: str) -> Said:
    if plan.is_guess:
        return Said("The site gives out only its newest posts: no way to older ones was found.")
    if why:
        return Said("The site does not give out older posts: {why}", why=why)
    return Said("The site does not give out older posts.")


def one_page(first: BlogPage) -> tuple[Extent, Said]:
    """The verdict on a feed that has no second page to ask for."""
    row = closed(first)
    if row is None:
        return "newest_only", Said("No way to older posts is known for this feed.")
    _, size, words = row
    listed = len(first.document.posts)
    if size is None or listed >= size:
        return "newest_only", words
    return "walked", Said(
        "This platform lists up to {size} posts and the feed has {n}, so these are all.", size=size, n=listed
    )


def as_read_on(day: dt.date, days: int) -> Said:
    """That older pages were read on that day, and when what changed on them is seen."""
    return Said(
        "Older pages as read on {date}: what was changed or taken away there since is seen {n} days after"
        " that day, or with --fresh.",
        date=day,
        n=days,
    )


def came_since(newer: int) -> Said:
    """That this many posts came after the older pages were read."""
    return Said("{n} post came since then.", many="{n} posts came since then.", n=newer)


def broke_off(count: int, why: str) -> Said:
    return Said(
        "The walk broke off after {n} post: {why}",
        many="The walk broke off after {n} posts: {why}",
        n=count,
        why=why,
    )


def to_go_on(count: int, why: str, where: str) -> Notice:
    """What to do about a walk that broke off."""
    return Notice(
        text=Said(
            "The blog was not read to its end: {why} {n} post was read.",
            many="The blog was not read to its end: {why} {n} posts were read.",
            n=count,
            why=why,
        ),
        hint=Said(
            "Run the same command again: it goes on at that page. Or export the blog"
            " (in WordPress: Tools > Export) and give the file."
        ),
        where=where,
    )
