"""The steps that go by the user's word, by known copies and by addresses."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from handover.model import Evidence, Update
from handover.networks import network_of
from handover.pair import reasons
from handover.pair.articles import DAY_BEFORE, Found, days_after, is_too_young
from handover.pair.leads import Lead, lead_of, unread
from handover.pair.named_by_user import StatementIndex
from handover.pair.paths import shown_number, wordpress_number
from handover.pair.state import Choice, Work
from handover.pair.update_links import Link
from handover.pair.witnesses import witnessed
from handover.urls import Address, canonical, parse

OWN_BLOGS = 2  # posts that must fit a wp.me blog before its numbers are believed
BY_WORDS = frozenset((Evidence.STATED, Evidence.SYNDICATION, Evidence.TITLE, Evidence.TEXT))
UNMOVED = frozenset((Evidence.STATED, Evidence.SYNDICATION))  # nothing is added to these
FRESH = 3  # days after a post in which its wp.me link fits it


def by_word(work: Work) -> None:
    """What the user states decides; a word that names no post, or several, is a doubt."""
    stated = [(number, update) for number, update in enumerate(work.updates) if update.post.strip()]
    if not stated:
        return
    index = StatementIndex(work.posts, work.index)
    for number, update in stated:
        meant = index.find(update.post)
        posts = one(work, meant.posts) or _linked_among(work, number, meant.posts)
        if posts:
            reason = reasons.named(meant.how)
            work.choices[number] = [Choice(n, Evidence.STATED, 1.0, reason) for n in posts]
        elif meant.posts:
            work.doubts[number] = reasons.several_posts(update.post, len(meant.posts))
        else:
            work.doubts[number] = reasons.unknown_post(update.post)


def by_copy(work: Work) -> None:
    """Posts that name the update as their copy."""
    copies: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for post_number, post in enumerate(work.posts):
        for address in post.syndication:
            for key in _copy_keys(network_of(address), address):
                copies[key].add(post_number)
    if not copies:
        return
    for number in work.open:
        update = work.updates[number]
        keys = _copy_keys(update.network, update.permalink) if update.permalink else []
        keys.append((update.network, update.id))
        posts = sorted({n for key in keys for n in copies.get(key, ())})
        reason = reasons.copied(update.network)
        work.choices[number] = [Choice(n, Evidence.SYNDICATION, 1.0, reason) for n in posts]


def by_link(work: Work) -> None:
    """Links that lead to posts; what is learnt on the way (numbers of moved pages) serves a second look."""
    blogs = _wordpress_blogs(work)
    for number in work.open:
        _look(work, number, blogs)
    for number in work.open:
        if any(lead_of(work, link, number) is Lead.OWN for link in work.links[number]):
            _look(work, number, blogs)


def by_same_link(work: Work) -> None:
    """A link that cannot be read leads to the same post wherever it stands."""
    known: defaultdict[str, set[int]] = defaultdict(set)
    for number, choices in enumerate(work.choices):
        by_words = choices and all(choice.evidence in BY_WORDS for choice in choices)
        keys = unread(work, number) if by_words else []
        if len(keys) == 1:
            known[keys[0]].update(choice.post for choice in choices)
    for number, choices in enumerate(work.choices):
        more = len(work.links[number]) > 1 if choices else bool(work.links[number])
        if not more or number in work.doubts or any(choice.evidence in UNMOVED for choice in choices):
            continue
        mine = {choice.post for choice in choices}
        for key in unread(work, number):
            posts = known.get(key, set())
            if len(posts) == 1 and not posts & mine and not _is_younger(work, posts, number):
                reason = reasons.same_link(key)
                choices += [Choice(post, Evidence.SHORT_LINK, 0.9, reason) for post in posts]
                mine |= posts


def _is_younger(work: Work, posts: set[int], number: int) -> bool:
    return any(is_too_young(work.posts[post], work.updates[number].posted_at) for post in posts)


def _look(work: Work, number: int, blogs: frozenset[str]) -> None:
    found: dict[int, Choice] = {}
    update = work.updates[number]
    for link in work.links[number]:
        address = link.address
        hit = _find(work, link, update, blogs)
        if hit is None or address is None:
            continue
        evidence = Evidence.SHORT_LINK if link.asked else Evidence.LINK
        reason = reasons.ASKED if link.asked else hit.how
        for post in hit.posts:
            if len(hit.posts) == 1:
                work.index.slugs.learn_number(address, post)
            if post not in found or found[post].score < hit.score:
                found[post] = Choice(post, evidence, hit.score, reason)
    work.choices[number] = [found[n] for n in sorted(found)]


def _find(work: Work, link: Link, update: Update, blogs: frozenset[str]) -> Found | None:
    address, index, sites = link.address, work.index, work.sites
    if address is None:
        return None
    if link.cut:
        return index.at(address) or index.beginning_with(address.key) if sites.is_own(address) else None
    hit = index.at(address, update.posted_at) or index.below(address) or index.by_medium_id(address)
    if hit:
        return hit
    if blog_and_id := wordpress_number(address):
        return index.by_id(blog_and_id[1], update.posted_at, "") if blog_and_id[0] in blogs else None
    former = sites.stands_for(address)
    if not former and not sites.is_own(address):
        return None if sites.is_short(address) else witnessed(index, address, update)
    if shown := shown_number(address):
        return index.by_id(shown, update.posted_at, address.host)
    slugs, posted = index.slugs, update.posted_at
    found = slugs.elsewhere(address, posted, former) or slugs.renamed(address, posted, former)
    return found or witnessed(index, address, update)


def _wordpress_blogs(work: Work) -> frozenset[str]:
    """The blogs in wp.me links that are this blog: their numbers fit several posts that were new then."""
    sure = {
        blog_and_id[0]
        for post in work.posts
        for alias in post.aliases
        if "wp.me" in alias.lower() or not alias.isascii()
        for address in [parse(alias)]
        if address and (blog_and_id := wordpress_number(address))
    }
    fits: Counter[str] = Counter()
    for update, links in zip(work.updates, work.links, strict=True):
        for blog_and_id in [wordpress_number(a) for _, a, *_ in links if a and a.host == "wp.me"]:
            found = work.index.by_id(blog_and_id[1], update.posted_at, "") if blog_and_id else None
            days = days_after(work.posts[found.posts[0]], update.posted_at) if found else None
            if blog_and_id and days in range(DAY_BEFORE, FRESH + 1):
                fits[blog_and_id[0]] += 1
    return frozenset(sure | {blog for blog, count in fits.items() if count >= OWN_BLOGS})


def _addresses(links: Iterable[Link]) -> list[Address]:
    return [link.address for link in links if link.address]


def one(work: Work, posts: tuple[int, ...]) -> tuple[int, ...]:
    """The posts when they are one: a single one, or one article told twice."""
    if len(posts) < 2:
        return posts
    articles = {(canonical(work.posts[n].permalink), work.posts[n].title) for n in posts}
    return posts if len(articles) == 1 and work.posts[posts[0]].permalink else ()


def _linked_among(work: Work, number: int, posts: tuple[int, ...]) -> tuple[int, ...]:
    hits = [work.index.at(address) for address in _addresses(work.links[number])]
    return tuple(sorted({n for hit in hits if hit for n in hit.posts if n in posts}))


def _copy_keys(network: str, address: str) -> list[tuple[str, str]]:
    parts = parse(address)
    if parts is None:
        return [(network, address)]
    keys = [(network, parts.page)]
    if parts.segments and network != "other":
        # The name of the account may change, the number of an update never does.
        keys.append((network, parts.segments[-1]))
    return keys
