"""From the newest page to the whole blog, and how sure it is that it is the whole.

The walk asks one page after the other by the ways `platforms` knows, until the site says that this was
all, repeats itself or fails. Posts are told apart by what they are, not by their place: a post that is
published during the walk shifts every later page by one.
"""

import time
from dataclasses import field
from typing import Literal
from urllib.parse import urlsplit

from handover.errors import HandoverError
from handover.later import dataclass
from handover.model import Extent, Notice, Post, Progress, Said, Skipped
from handover.read import reached
from handover.read.blog_pages import NoPage, Pages
from handover.read.cache import now
from handover.read.feeds.document import Document, unique
from handover.read.feeds.platforms import BlogPage, Plan, Steps, keys_of, plans_for
from handover.read.kept import Kept, packed
from handover.read.source import from_bytes

MAX_PAGES = 3_000
MAX_POSTS = 50_000
MAX_SECONDS = 3_600.0
MAX_RECEIVED = 1024**3  # bytes of all pages
SAME_AGAIN = Said("the site answered with the same posts again.")

# How a plan ended: at the end of the blog; without one post that was new; because a page failed, led to
# another site, or a limit of ours was met; where what was read joins what is kept of an earlier walk.
End = Literal["end", "nothing", "failed", "limit", "joined"]


@dataclass(slots=True)
class Walk(Pages):
    """The pages of one blog and the posts on them."""

    progress: Progress | None = None
    door: tuple[str, ...] = ()  # see `Kept`; (): nothing is kept for the next run
    kept: Kept | None = None  # of an earlier walk through this door
    posts: list[Post] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    total: int | None = None  # as the site states it
    only_changed: int = 0  # posts that state no publishing date
    extent: Extent = "newest_only"
    reason: str = ""
    shifted: bool = False  # a page repeated some posts: something was published meanwhile
    ended: End = "nothing"
    _known: set[str] = field(default_factory=set)
    _by_id: bool = True
    _began: float = field(default_factory=time.monotonic)

    def run(self) -> None:
        """Walks as far as the site lets us; `posts`, `extent` and `reason` are the result."""
        document = self.first.document
        ids = [post.id for post in unique(document.posts)[0]]
        self._by_id = not any(identity.endswith(" (2)") for identity in ids)
        self._add(document)
        self.total = document.total
        self._visited |= {self.first.asked, self.first.address}
        if document.complete:
            self.extent, self.reason = "proved", Said("The feed says that it lists every post.")
            self.web.cache.finish()
            return
        end: End = "joined" if self._joins() else "nothing"
        used: Plan | None = None
        for plan in plans_for(self.first) if end != "joined" else ():
            used, before = plan, len(self.posts)
            end = self._follow(plan)
            if end == "end" and len(self.posts) > before and plan.from_zero:
                self._add_page(plan.from_zero(self.first))
            if len(self.posts) > before or end == "joined" or (end != "nothing" and not plan.covers_first):
                break
            if plan.covers_first and self.total is not None and len(self.posts) >= self.total:
                break
        if self.shifted and end != "failed":
            self._look_again()
        self.ended = end
        if end == "joined" and self.kept:
            self._take_over(self.kept)
            return
        self.extent, self.reason = self._verdict(used, end)
        if end not in ("failed", "limit"):
            self._keep()
            self.web.cache.finish()

    # --- what an earlier walk has brought -------------------------------------------------------------

    def _joins(self) -> bool:
        how = self.kept.joins(self.posts, self.total) if self.kept else "never"
        if how == "never":
            self.kept = None
        return how == "joined"

    def _take_over(self, kept: Kept) -> None:
        older = kept.older(self.posts)
        fresh = len(self.posts) + len(older) - len(kept.posts)
        self.posts += older
        self.skipped = list(dict.fromkeys((*self.skipped, *kept.skipped)))
        self.notices = list(dict.fromkeys((*self.notices, *kept.notices)))
        self.only_changed = kept.only_changed + min(self.only_changed, fresh)
        self.extent, self.reason = kept.verdict(kept.newer + fresh, self.total, len(self.posts))
        if self.total is None and kept.total is not None:
            self.total = kept.total + fresh
        self._keep(kept, fresh)
        self.web.cache.finish(tidy=False)
        if self.progress:
            self.progress("feed", len(self.posts), self.total)

    def _keep(self, before: Kept | None = None, fresh: int = 0) -> None:
        """Keeps the blog for the next run, where it is more than its newest page."""
        if not self.door or (before is None and len(self.posts) <= len(self.first.document.posts)):
            return
        kept = Kept(
            door=self.door,
            read=before.read if before else now(),
            posts=tuple(self.posts),
            newer=before.newer + fresh if before else 0,
            total=self.total,
            extent=before.extent if before else self.extent,
            reason=before.reason if before else self.reason,
            skipped=tuple(self.skipped),
            notices=tuple(self.notices),
            only_changed=self.only_changed,
        )
        self.web.cache.remember(packed(kept))

    # --- one plan -----------------------------------------------------------------------------------

    def _follow(self, plan: Plan) -> End:
        last, number, received = self.first, 0, 0
        while True:
            address = plan.following(Steps(first=self.first, last=last, number=number, received=received))
            if not address:
                self.why = ""
                return "end"
            if address in self._visited:
                self.why = Said("the last page names itself as the next.")
                return "end" if number else "nothing"
            self.why = ""
            if not self._is_own(address):
                away = str(urlsplit(address).hostname)
                self.why = Said("the next page lies on another site ({host}).", host=away)
                return "failed" if number else "nothing"
            if limit := self._limit():
                self.why = limit
                return "limit"
            page = self._page(address)
            if isinstance(page, str):
                if page == "web page" and number and self._goes_on(plan, last, number, received):
                    return "failed"
                return self._ended(page, plan, number)
            fresh = self._add(page.document)
            self.total = self._stated(page) or self.total
            if self._joins():
                return "joined"
            number, received, last = number + 1, received + len(page.document.posts), page
            repeats = plan.covers_first and number == 1  # the feed's own posts once more
            self.shifted |= 0 < fresh < len(page.document.posts) and not repeats
            if not page.document.posts and plan.covers_first and number > 1:
                continue  # a page of WordPress' REST interface may be empty before the last
            if not page.document.posts:
                return "nothing" if repeats else "end"
            if not fresh and not repeats:
                return self._ended("same", plan, number - 1)

    def _add_page(self, address: str) -> None:
        """One more page, where it is one: a site that counts from 0 has its second page at 1."""
        page = self._page(address) if address not in self._visited else "same"
        if isinstance(page, BlogPage):
            self._add(page.document)

    def _goes_on(self, plan: Plan, last: BlogPage, number: int, received: int) -> bool:
        # A web page instead of a feed is how some sites say that there is no more, and others that they
        # are tired of us. The page after it tells.
        if not plan.is_numbered:
            return True
        why = self.why
        steps = Steps(first=self.first, last=last, number=number + 1, received=received)
        after = self._page(plan.following(steps))
        found = isinstance(after, BlogPage) and self._add(after.document) > 0
        self.why = why
        return found

    def _ended(self, instead: NoPage, plan: Plan, number: int) -> End:
        """How the plan ends when this came instead of the page after its first `number` pages."""
        sure = not plan.is_guess and not plan.covers_first
        if instead == "same":
            self.why = self.why or SAME_AGAIN
        if instead == "failed" or (plan.is_linked and number):
            return "failed" if number or sure else "nothing"  # a page that was named should be there
        if instead == "gone" and not plan.is_linked:
            self.why = ""
            return "end" if number or sure else "nothing"
        if instead == "same" and plan.last_repeats:
            return "end"
        return "end" if number else "nothing"

    def _look_again(self) -> None:
        # Something was published during the walk, so the first page now lists what no page showed.
        answer = self.web.get(self.first.asked, first=True)
        if answer.error or answer.status != 200:
            return
        try:
            document = self.read(from_bytes(answer.body, self.first.asked), answer.address)
        except HandoverError:
            return
        older, self.posts = self.posts, []
        self._add(document)
        self.posts += older

    def _add(self, document: Document) -> int:
        """Takes over the posts that are new; how many these were."""
        posts, notices = unique(document.posts)
        fresh = [(post, keys) for post in posts if self._known.isdisjoint(keys := self._keys(post))]
        for post, keys in fresh:
            self._known.update(keys)
            self.posts.append(post)
        if fresh:
            self.only_changed += document.only_changed
            self.skipped += document.skipped
            self.notices += (*document.notices, *notices)
        if self.progress:
            self.progress("feed", len(self.posts), self.total)
        return len(fresh)

    def _keys(self, post: Post) -> tuple[str, ...]:
        return (*keys_of(post), f"id {post.id}") if self._by_id else keys_of(post)

    def _stated(self, page: BlogPage) -> int | None:
        told_total = page.headers.get("x-wp-total", "")
        return int(told_total) if told_total.isdecimal() and len(told_total) < 9 else page.document.total

    def _limit(self) -> str:
        if self.pages >= MAX_PAGES:
            return Said("{n} pages were read.", n=MAX_PAGES)
        if len(self.posts) >= MAX_POSTS:
            return Said("{n} posts were read.", n=MAX_POSTS)
        if time.monotonic() - self._began > MAX_SECONDS:
            return Said("it took longer than {n} minutes.", n=round(MAX_SECONDS / 60))
        if self.web.received > MAX_RECEIVED:
            return Said("more than 1 GB was sent.")
        return ""

    # --- the verdict --------------------------------------------------------------------------------

    def _verdict(self, plan: Plan | None, end: End) -> tuple[Extent, Said]:
        count = len(self.posts)
        if end in ("failed", "limit"):
            self.notices.append(reached.to_go_on(count, self.why, self.first.address))
            return "newest_only", reached.broke_off(count, self.why)
        if self.total is not None and count >= self.total and plan is not None:
            return "proved", reached.all_of(self.total)
        if plan is None:
            return reached.one_page(self.first)
        if end == "nothing":
            return "newest_only", reached.nothing_older(plan, self.why)
        if self.total is not None and count < self.total:
            return "newest_only", reached.less_than(self.total, plan, count)
        return "walked", reached.to_the_end(plan, self.pages, "" if self.why == SAME_AGAIN else self.why)
