"""The step that goes by what stands around an update in its sheet: a title said once for the rows below."""

from functools import cache

from handover.model import Evidence, Near
from handover.pair import reasons
from handover.pair.articles import days_after
from handover.pair.by_link import one
from handover.pair.by_text import Texts
from handover.pair.leads import Lead, lead_of
from handover.pair.named_by_user import Statement, StatementIndex
from handover.pair.state import Choice, Work

LONGEST_TAB = 31  # letters, in Excel
BEFORE = 14  # days an update may be older than the post above it: announced in advance
AFTER = 180  # and younger: told again; further away, the row is of another time
ELSEWHERE = frozenset((Lead.OWN, Lead.PART, Lead.ELSEWHERE))  # the row's own link says otherwise
NAMES = frozenset(("title", "address", "nearly", "path", "slip"))  # a number or a short name may be anything


def by_sheet(work: Work, texts: Texts) -> None:
    """Updates that nothing else decided belong to the post that their sheet names above or beside them.

    A word that names no post does nothing. Where the sheet leaves it open, or the row itself says otherwise
    (by link, title or date), the post is only the first suggestion.
    """
    open_ = [number for number in work.open if work.updates[number].near and number not in work.doubts]
    if not open_:
        return
    index = StatementIndex(work.posts, work.index)
    find = cache(index.find)
    for number in open_:
        for near in work.updates[number].near:
            # A workbook cuts the name of a tab.
            word = near.word + "…" if near.where == "sheet" and len(near.word) == LONGEST_TAB else near.word
            posts = one(work, _named(near, find(word)))
            if not posts:
                continue
            if near.sure and not _says_otherwise(work, texts, number, posts):
                reason = reasons.in_sheet(near)
                work.choices[number] = [Choice(n, Evidence.STATED, 1.0, reason) for n in posts]
            else:
                work.offered[number] = posts[0], near
            break


def _named(near: Near, told: Statement) -> tuple[int, ...]:
    return told.posts if near.where == "column" or told.how in NAMES else ()


def _says_otherwise(work: Work, texts: Texts, number: int, posts: tuple[int, ...]) -> bool:
    update = work.updates[number]
    if update.kind != "original" or any(
        lead_of(work, link, number) in ELSEWHERE for link in work.links[number]
    ):
        return True
    if number in texts.likely and not texts.likely[number].whole <= {*posts}:
        return True
    days = days_after(work.posts[posts[0]], update.posted_at)
    return days is not None and not -BEFORE <= days <= AFTER
