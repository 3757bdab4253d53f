"""The steps that go by words."""

from collections import Counter, defaultdict
from collections.abc import Callable
from functools import cached_property

from handover.languages import small_words
from handover.languages.announcements import announces, foretells
from handover.later import dataclass
from handover.model import Evidence, Update
from handover.networks import NETWORKS
from handover.pair import reasons, title_rules
from handover.pair.candidates import TitleIndex
from handover.pair.differences import differs, parted
from handover.pair.formulas import phrases
from handover.pair.leads import Lead, Use, half_read, is_general, lead_of, repeated, standing
from handover.pair.notes import by_note
from handover.pair.paths import is_article, slug_words
from handover.pair.quotes import Quotes
from handover.pair.sections import same_language
from handover.pair.state import Choice, Work
from handover.pair.suggestions import Named, Suggestions
from handover.pair.title_rules import Hint
from handover.pair.titles import Likeness, Text, places
from handover.text.comparing import figures, open_tags, size, words
from handover.urls import parse

USUAL = 0.1  # share of a network's updates with links from which on one without is hardly about a post
SAME_WORDS = 30  # letters two updates must share to be one text
SAME_DAYS = 3  # days in which the same words mean the same post
SPEAKING = 2  # words of a post that they must have at other times
_WITHOUT_LINKS = frozenset(key for key, network in NETWORKS.items() if not network.links_work)
SAID_ELSE = frozenset((title_rules.Why.AHEAD, title_rules.Why.SEVERAL))  # a quotation settles neither
NAMED = 2  # words from which on the last part of an address names what it leads to


# What the most telling link of an update says.
HINTS = (
    (Lead.ITSELF, Hint.HIDDEN),
    (Lead.HIDDEN, Hint.HIDDEN),
    (Lead.OWN, Hint.OWN),
    (Lead.HOME, Hint.NOTHING),
    (Lead.PART, Hint.ELSEWHERE),
    (Lead.ELSEWHERE, Hint.ELSEWHERE),
    (Lead.GENERAL, Hint.NOTHING),
)


class Texts:
    """The words of all updates, and the posts they come near to.

    Where links have decided everything, nobody asks, and no word is looked at.
    """

    def __init__(self, work: Work) -> None:
        self._work = work
        self.likely: dict[int, Named] = {}  # by the number of an update that stays open
        self.why: dict[int, title_rules.Why] = {}  # the same: why what it says is no proof
        self._hints: dict[int, Hint] = {}

    @cached_property
    def _titles(self) -> TitleIndex:
        return TitleIndex(self._work.posts)

    @cached_property
    def _words(self) -> list[tuple[str, ...]]:
        known = self._titles.vocabulary
        # Each word is kept once, however many texts have it.
        once = {word: word for title in self._titles.titles for word in title.words}.setdefault
        told: dict[str, tuple[str, ...]] = {}  # what goes to several networks is read once, and kept once
        for update in self._work.updates:
            if update.text not in told:
                told[update.text] = tuple([once(w, w) for w in words(open_tags(update.text, known))])
        return [told[update.text] for update in self._work.updates]

    @cached_property
    def _habit(self) -> frozenset[str]:
        return _habit(self._work)

    @cached_property
    def _phrases(self) -> frozenset[int]:
        """The posts whose titles recur in updates without a link that may lead to them."""
        work = self._work
        texts = (
            (self._words[n], _day(work.updates[n])) for n in work.open if self.hint(n) is not Hint.HIDDEN
        )
        return phrases(self._titles.titles, texts)

    def let_go(self) -> None:
        """Part from the suggestions, which ask this one: else all words of a blog stay until the garbage
        collector comes by, long after the files are written."""
        self.__dict__.pop("suggestions", None)

    def by_note(self) -> None:
        """Notes of the blog that went out word for word."""
        if self._work.open:  # else no word need be looked at
            by_note(self._work, self._words)

    def by_title(self, done: Callable[[int], None]) -> None:
        """Titles that stand in the text, where no readable link leads elsewhere."""
        linked = half_read(self._work)
        if not (self._work.open or linked):
            return
        self._titles.weigh(self._words)
        self._learn_standing()
        self._phrases  # noqa: B018 - looked for before any is decided
        for count, number in enumerate(self._work.open):
            done(count)
            text = self._text(number)
            open_to_words = number not in self._work.doubts and not self._is_answer(number)
            open_to_words = open_to_words and self.hint(number) is not Hint.ELSEWHERE
            if open_to_words and (choices := self._surely_named(number, text)):
                self._work.choices[number] = choices
                continue
            found = self._titles.candidates(text, articles=open_to_words)
            if open_to_words:
                self._work.choices[number] = self._choose(number, text, found)
            if not self._work.choices[number]:
                self.likely[number] = self.suggestions.named(number, found)
        for number in linked:
            self._name_more(number)

    def by_quote(self) -> None:
        """Sentences of a new post that stand in the text word for word."""
        work = self._work
        asked = {number: work.updates[number] for number in self.likely if self._may_quote(number)}
        for number, post, days in Quotes(work.posts, asked, self._words) if asked else ():
            if not self._asked(self._text(number), self.hint(number)).foretells(post):
                work.choices[number] = [Choice(post, Evidence.TEXT, 0.93, reasons.sentence(days))]

    def _may_quote(self, number: int) -> bool:
        spoken = number not in self._work.doubts and not self._is_answer(number)
        return spoken and self.hint(number) is not Hint.ELSEWHERE and self.why.get(number) not in SAID_ELSE

    def _text(self, number: int) -> Text:
        return Text(self._work.updates[number].text, self._words[number], _day(self._work.updates[number]))

    def _name_more(self, number: int) -> None:
        """Add the posts whose titles an update names beside its link to another, where one link is hidden."""
        work = self._work
        text = self._text(number)
        known = {choice.post for choice in work.choices[number]}
        found = self._titles.candidates(text)
        verdicts = title_rules.named(found, Hint.HIDDEN, self._asked(text, Hint.HIDDEN)).verdicts
        work.choices[number] += [self._chosen(v) for v in verdicts if v.likeness.post not in known]

    def _learn_standing(self) -> None:
        """Learn which links stand under everything, from the posts that texts with one link name."""
        uses = repeated(self._work)
        named = {number: self._use(number) for numbers in uses.values() for number in numbers}
        self._hints.clear()
        self._work.standing = standing({key: [named[n] for n in numbers] for key, numbers in uses.items()})

    def _use(self, number: int) -> Use:
        day = _day(self._work.updates[number])
        text = self._text(number)
        whole = [f for f in self._titles.candidates(text) if f.whole and (f.words > 1 or f.apart)]
        best = min(whole, key=lambda f: (-f.size, f.days is None, abs(f.days or 0), f.post), default=None)
        came = self._titles.titles[best.post].day if best else None
        return Use(day, self._words[number], (best.post, came) if best and came else None)

    def by_same_words(self) -> None:
        """An update with the very words of one that is paired for certain belongs to the same post."""
        work = self._work
        open_ = work.open
        if not open_:
            return
        asked = {told for n in open_ if len(told := self._words[n]) > 2 and size(told) >= SAME_WORDS}
        known: defaultdict[tuple[str, ...], dict[int, set[int]]] = defaultdict(dict)
        for number, choices in enumerate(work.choices):
            if choices and (told := self._words[number]) in asked:
                for choice in choices:
                    known[told].setdefault(choice.post, set()).add(_day(work.updates[number]) or 0)
        for number in open_:
            posts = known.get(self._words[number], {})
            if len(posts) != 1 or number in work.doubts or self.hint(number) is Hint.ELSEWHERE:
                continue
            (post, days) = next(iter(posts.items()))
            if self._is_same(number, post, days):
                work.choices[number] = [Choice(post, Evidence.TEXT, 0.9, reasons.SAME_WORDS)]

    def _is_same(self, number: int, post: int, days: set[int]) -> bool:
        """Whether the same words mean the same post again: in the same days, or because they speak of it.

        "New on our blog today. Have a look:" stands above many a link.
        """
        day = _day(self._work.updates[number])
        if day is not None and any(abs(day - known) <= SAME_DAYS for known in days):
            return True
        told = set(self._words[number]) - small_words()
        return len(told & self._work.index.slugs.names(post)) >= SPEAKING

    def hint(self, number: int) -> Hint:
        """What the links of an update say where they name no post."""
        if number not in self._hints:
            self._hints[number] = self._hint(number)
        return self._hints[number]

    def _hint(self, number: int) -> Hint:
        work = self._work
        leads = {lead_of(work, link, number) for link in work.links[number]}
        for told, hint in HINTS:
            if told in leads:
                return hint
        return Hint.UNUSUAL if work.updates[number].network in self._habit else Hint.NOTHING

    @cached_property
    def suggestions(self) -> Suggestions:
        """What is offered for the updates that stay open."""
        return Suggestions(self._work, self._titles, self._words, self.likely, self.hint)

    def _surely_named(self, number: int, text: Text) -> list[Choice]:
        """What `_choose` comes to where a title is all that the text says or stands there by itself, whatever
        else comes near: then nothing else need be looked for."""
        standing = self._titles.all_it_says(text) or self._titles.standing(text)
        if not standing:
            return []
        hint = self.hint(number)
        if hint is Hint.OWN:
            standing = [likeness for likeness in standing if self._may_be_meant(number, likeness)]
        return sorted(map(self._chosen, title_rules.surely_named(standing, hint, self._asked(text, hint))))

    def _choose(self, number: int, text: Text, found: list[Likeness]) -> list[Choice]:
        hint = self.hint(number)
        if hint is Hint.OWN:
            found = [likeness for likeness in found if self._may_be_meant(number, likeness)]
        decision = title_rules.decide(found, hint, self._asked(text, hint))
        if decision.why:
            self.why[number] = decision.why
        return sorted(map(self._chosen, decision.verdicts))

    def _asked(self, text: Text, hint: Hint) -> "_Asked":
        return _Asked(text, self._titles, self._phrases, self._work.index.slugs.names, hint)

    def _chosen(self, verdict: title_rules.Verdict) -> Choice:
        likeness = verdict.likeness
        from_text = self._titles.titles[likeness.post].from_text
        if likeness.whole:
            reason = reasons.quoted(likeness, from_text)
        else:
            reason = reasons.nearly(likeness, verdict.named)
        evidence = Evidence.TEXT if from_text else Evidence.TITLE
        return Choice(likeness.post, evidence, verdict.score, reason)

    def _may_be_meant(self, number: int, likeness: Likeness) -> bool:
        """Whether an unknown page of the own site may be this post: its name, if it has one, must agree.

        A long title that is all the text says stands above the name: the page was renamed.
        """
        mine = parse(self._work.posts[likeness.post].permalink)
        addresses = [link.address for link in self._work.links[number] if link.address]
        if not all(same_language(address, mine) for address in addresses):
            return False
        if title_rules.is_all_it_says(likeness):
            return True
        title = self._titles.titles[likeness.post]
        for address in filter(is_article, addresses):
            named = slug_words(address)
            if len(named) >= NAMED:
                shared = title.set & set(named)
                if len(shared) * 2 < len(set(named)) or figures(named) != title.figures:
                    return False
        return True

    def _is_answer(self, number: int) -> bool:
        update = self._work.updates[number]
        return update.kind != "original" or update.text.lstrip().startswith("@")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the rules may ask of a text."""

    text: Text
    titles: TitleIndex
    phrases: frozenset[int]
    names: Callable[[int], frozenset[str]]  # all words a post is called by
    hint: Hint

    def foretells(self, post: int) -> bool:
        linked = self.hint in (Hint.HIDDEN, Hint.OWN)
        title = self.titles.posts[post].title
        return foretells(self.text.raw, linked=linked) and not foretells(title, linked=False)

    def parts(self, post: int) -> bool:
        return parted(self.titles.titles[post], self.titles.posts[post].title, self.text)

    def is_phrase(self, post: int) -> bool:
        return post in self.phrases

    def places(self, post: int) -> tuple[tuple[int, int], ...]:
        return places(self.titles.titles[post], self.text)

    def announces(self) -> bool:
        return announces(self.text.raw)

    def of_series(self) -> tuple[int | None, bool]:
        return self.titles.series_names.member(self.text)

    def differs(self, post: int, loose: bool) -> bool:
        return differs(self.titles.titles[post], self.text, self.names(post), loose)


def _day(update: Update) -> int | None:
    return update.posted_at.toordinal() if update.posted_at else None


def _habit(work: Work) -> frozenset[str]:
    """Networks whose updates have links as a rule: there, one without a link is hardly about a post.

    Never one on which links do not work: what has one there was copied from another network.
    """
    every, linked = Counter[str](), Counter[str]()
    for update, links in zip(work.updates, work.links, strict=True):
        every[update.network] += 1
        linked[update.network] += any(link.address and not is_general(work, link.address) for link in links)
    return frozenset(
        network
        for network, count in every.items()
        if linked[network] > USUAL * count and network not in _WITHOUT_LINKS
    )
