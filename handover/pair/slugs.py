"""Which post an address of the blog's own means, though it is spelt otherwise: moved, renamed, misspelt."""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from handover.later import library
from handover.model import Post, Said
from handover.pair.articles import (
    EARLY,
    Found,
    Numbers,
    is_fresh,
    is_too_young,
    one_article,
    share,
)
from handover.pair.paths import (
    MIN_SLUG,
    day_of,
    has_name,
    is_article,
    long_numbers,
    month_of,
    path_of,
    slug_of,
    slug_words,
    without_number,
)
from handover.pair.sections import Sections, same_language
from handover.text.comparing import figures, size, squash, words
from handover.urls import Address, parse

if TYPE_CHECKING:
    from rapidfuzz import fuzz
else:
    fuzz = library("rapidfuzz.fuzz")

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "ae", "Ö": "oe", "Ü": "ue"})

SAME_PATH = Said("The update's link has the same path.")
SAME_END = Said("The update's link has the same last part of the address.")
MADE_OF_TITLE = Said("The update's link has an address made of this post's title.")
SAME_NUMBER = Said("The update's link has the same number in the address.")
NUMBER_ADDED = Said("The update's link has the same last part but for a number added.")
NEARLY = Said("The update's link is nearly this post's address.")
OF_THE_DAY = Said("The update's link names the day of this post, and half its words.")
ALL_WORDS = Said("The update's link has all the words of this new post's address.")

ALIKE = 88  # how alike (of 100) a misspelt slug must be
RECENT = dt.timedelta(days=30)  # how old a post with a misspelt slug may be
NEAR = 1  # days between the date an address names and the post's: zones differ
KEPT = 4_096  # posts whose words are kept: those of all would take as much room as their titles
TELLING = 10  # letters that two names of one page must share


class SlugIndex:
    """Posts by what their addresses are called: path, last part, number; and by the slug of their title.

    `posts` must be sorted by time of publication, those without one last.
    """

    def __init__(self, posts: Sequence[Post]) -> None:
        self.posts = posts
        self.host_of: list[str] = []
        self.sections = Sections()
        self._paths: dict[str, Numbers] = {}
        self._slugs: dict[str, Numbers] = {}
        self._counted: dict[str, Numbers] = {}  # by the slug without a "-2" that its title does not have
        self._titles: dict[str, Numbers] = {}
        self._numbers: dict[tuple[str, str], Numbers] = {}
        self._names: dict[int, frozenset[str]] = {}
        self._published = [post.published for post in posts if post.published]

    def add(self, number: int, addresses: Sequence[Address]) -> None:
        """Take up a post, the next one in order, with all its addresses."""
        post, alone = self.posts[number], (number,)
        main = parse(post.permalink)
        self.host_of.append(main.host if main else "")
        self.sections.add(addresses)
        for address in addresses:
            if not address.segments:
                continue
            share(self._paths, path_of(address), alone)
            share(self._slugs, slug_of(address), alone)
            if (bare := without_number(address)) and not figures(words(post.title)):
                share(self._counted, bare, alone)
            for long in long_numbers(address):
                share(self._numbers, (address.host, long), alone)
        share(self._titles, squash(post.title), alone)
        if not post.title.isascii():
            share(self._titles, squash(post.title.translate(_GERMAN)), alone)

    def learn_number(self, address: Address, number: int) -> None:
        """Remember that the number in this address stands for a post (its slug may have changed)."""
        for long in long_numbers(address):
            share(self._numbers, (address.host, long), (number,))

    def named(self, address: Address) -> tuple[int, ...]:
        """The post whose slug, or whose title's slug, is the last part of an address."""
        slug = slug_of(address)
        return one_article(self.posts, self._slugs.get(slug) or self._titles.get(slug) or ())

    def elsewhere(
        self, address: Address, posted: dt.datetime | None, hosts: Collection[str] = ()
    ) -> Found | None:
        """The post an address of the blog's own (or of its former home) means, though spelt otherwise.

        `hosts`: the hosts of the posts that this address's place is known to stand for.
        """
        if not is_article(address):
            return None
        tried: tuple[tuple[Iterable[int] | None, float, Said], ...] = (
            (self._paths.get(path_of(address)) if has_name(address) else None, 0.98, SAME_PATH),
            (self._by_slug(address, self._slugs), 0.97, SAME_END),
            (self._by_slug(address, self._titles), 0.96, MADE_OF_TITLE),
            (self._by_number(address), 0.95, SAME_NUMBER),
            (self._counted_twice(address, posted), 0.95, NUMBER_ADDED),
        )
        for posts, score, why in tried:
            kept = self._fitting(posts or (), address, posted, hosts)
            if found := one_article(self.posts, kept):
                return Found(found, score, why)
        return None

    def renamed(
        self, address: Address, posted: dt.datetime | None, hosts: Collection[str] = ()
    ) -> Found | None:
        """The only post near in time whose name is nearly, or in part, that of the address."""
        if not is_article(address) or not (slug := slug_of(address)) or self.sections.exclude(address):
            return None

        def held(number: int) -> bool:
            own = parse(self.posts[number].permalink)
            here = bool(hosts) or self.sections.hold(address, own)
            return here and same_language(address, own) and self._same_date(number, address)

        tried = (
            (self._misspelt(address, slug, posted), 0.92, NEARLY),
            (self._of_the_day(address), 0.92, OF_THE_DAY),
            (self._with_all_words(address, posted), 0.91, ALL_WORDS),
        )
        for posts, score, how in tried:
            if found := one_article(self.posts, filter(held, posts)):
                return Found(found, score, how)
        return None

    def _misspelt(self, address: Address, slug: str, posted: dt.datetime | None) -> Iterator[int]:
        if len(slug) < 2 * MIN_SLUG:
            return
        digits = re.sub(r"\D", "", slug)
        for number in self._around(posted, month_of(address)):
            own = self._own_slugs[number]
            if fuzz.ratio(own, slug) >= ALIKE and re.sub(r"\D", "", own) == digits:
                yield number

    def _of_the_day(self, address: Address) -> list[int]:
        """The post of the day that an address names, where only one came then and shares half the words."""
        day = day_of(address)
        asked = set(slug_words(address))
        if day is None or not asked:
            return []
        near = self._between(day.toordinal() - NEAR, day.toordinal() + NEAR)
        exact = [n for n in near if self._published[n].date() == day]
        found = exact or near
        return [n for n in found if 2 * len(asked & self.names(n)) >= len(asked)] if len(found) == 1 else []

    def _with_all_words(self, address: Address, posted: dt.datetime | None) -> Iterator[int]:
        """The new posts whose slug has all the words of the address, or the other way round."""
        asked = frozenset(slug_words(address))
        if posted is None or size(asked) < TELLING:
            return
        day = posted.toordinal()
        for number in self._between(day - RECENT.days, day + 1):
            own = self._slug_sets[number]
            fewer = min(own, asked, key=len)
            same = (own <= asked or asked <= own) and figures(own) == figures(asked)
            if same and len(fewer) > 1 and size(fewer) >= TELLING and is_fresh(self.posts[number], posted):
                yield number

    @cached_property
    def _own_slugs(self) -> list[str]:
        """The slug of each post."""
        return [slug_of(parse(post.permalink)) for post in self.posts]

    @cached_property
    def _slug_sets(self) -> list[frozenset[str]]:
        """The words of the slug of each post."""
        mine = (parse(post.permalink) for post in self.posts)
        return [frozenset(slug_words(address)) if address else frozenset() for address in mine]

    def names(self, number: int) -> frozenset[str]:
        """The words of the slug and the title of a post."""
        found = self._names.get(number)
        if found is None:
            if len(self._names) >= KEPT:
                self._names.clear()
            found = self._names[number] = self._slug_sets[number].union(words(self.posts[number].title))
        return found

    def _around(self, posted: dt.datetime | None, month: dt.date | None) -> Iterable[int]:
        """The posts of a month, else those published within the weeks before an update."""
        dates = self._published
        if month:
            # Wider than the month by days, whatever zones the times are in.
            near = self._between(month.toordinal() - 3, month.toordinal() + 34)
            return [n for n in near if (dates[n].year, dates[n].month) == (month.year, month.month)]
        if posted is None:
            return ()
        first = bisect_left(dates, -RECENT, key=lambda published: published - posted)
        return range(first, bisect_right(dates, EARLY, key=lambda published: published - posted))

    def _between(self, first: int, last: int) -> range:
        """The posts published from one day to another, by their ordinals."""
        dates = self._published
        return range(
            bisect_left(dates, first, key=dt.date.toordinal),
            bisect_right(dates, last, key=dt.date.toordinal),
        )

    def _by_slug(self, address: Address, index: Mapping[str, Numbers]) -> Numbers | None:
        slug = slug_of(address)
        return index.get(slug) if len(slug) >= MIN_SLUG and not slug.isdecimal() else None

    def _by_number(self, address: Address) -> Numbers | None:
        for long in long_numbers(address):
            if found := self._numbers.get((address.host, long)):
                return found
        return None

    def _counted_twice(self, address: Address, posted: dt.datetime | None) -> list[int]:
        """New posts whose slug has a "-2" that the address lacks, or the other way round.

        WordPress and its kin add it to an address that is taken; a number in the title is another matter.
        """
        found: Iterable[int] = self._counted.get(slug_of(address), ())
        if not found and (bare := without_number(address)):
            found = [n for n in self._slugs.get(bare, ()) if not figures(words(self.posts[n].title))]
        return [n for n in found if is_fresh(self.posts[n], posted)]

    def _fitting(
        self, posts: Iterable[int], address: Address, posted: dt.datetime | None, hosts: Collection[str]
    ) -> list[int]:
        kept = [n for n in posts if self._may_be(n, address, posted, learnt=bool(hosts))]
        for favoured in ({address.host}, set(hosts)):
            if near := [n for n in kept if self.host_of[n] in favoured]:
                return near
        return kept

    def _may_be(self, number: int, address: Address, posted: dt.datetime | None, *, learnt: bool) -> bool:
        """Whether an address that is called like a post may be its: neither date nor place forbid it."""
        post = self.posts[number]
        if is_too_young(post, posted) or not self._same_date(number, address):
            return False
        own = parse(post.permalink)
        return self.sections.allow(address, own, fresh=is_fresh(post, posted), learnt=learnt)

    def _same_date(self, number: int, address: Address) -> bool:
        # /2010/05/the-slug names a month: another month is another article of that name.
        published, month = self.posts[number].published, month_of(address)
        return not (published and month) or abs((published.date() - month).days - 15) <= 35
