"""The decision: the strongest evidence first, and what stays open keeps its reason.

1. What the user states wins over everything.
2. A post that names the update as its copy.
3. Links: to the post's address in any spelling, to a former home of the blog, cut short, by number.
4. Notes of the blog that went out word for word.
5. Titles in the text, by the rules of `judge`, where no readable link leads elsewhere.
6. A sentence of a new post, word for word, under the same condition.
7. The post that a sheet names above or beside the row, where the row says nothing else.
8. The same link, or the same words, as an update that is paired.

Every step looks at all updates before the next one starts, so their order makes no difference.
"""

from collections.abc import Iterable, Mapping, Sequence

from handover.model import Joined, Notice, Pair, Pairing, Post, Progress, Said, Unpaired, Update, Updates
from handover.model.gc_pause import no_collection
from handover.model.places import where
from handover.pair import reasons
from handover.pair.by_link import by_copy, by_link, by_same_link, by_word
from handover.pair.by_sheet import by_sheet
from handover.pair.by_text import Texts
from handover.pair.kept_by_user import keep_placed
from handover.pair.leads import lead_of
from handover.pair.named_by_user import StatementIndex
from handover.pair.state import Work, in_time, prepare
from handover.pair.title_rules import Hint
from handover.pair.unlisted import unlisted_posts

STAGE = "pair"
FEW_DOUBTS = 10  # notices of one kind that a person still reads one by one
NEAR = 0.9  # score of a suggestion that the user's sheet makes
STEP = 1_000  # updates between two reports of progress


def pair_updates(
    posts: Iterable[Post],
    updates: Iterable[Update] | Updates,
    *,
    resolved: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Pairing:
    """Pair every update with the post or posts it promotes, or say why it stays open.

    `resolved` tells where short links lead (short address -> target), as `resolve_links` finds out.
    `progress(stage, done, total)` is called now and then. Each update stands in `pairs` at least once or
    in `unpaired` once; each post stands in `posts`. The order of posts and updates changes nothing but the
    order of the result. Nothing is fetched, and odd data raise nothing.
    """
    items = updates.items if isinstance(updates, Updates) else tuple(updates)
    given = tuple(posts)
    with no_collection():
        work = prepare(in_time(given), items, resolved)
        by_word(work)
        by_copy(work)
        by_link(work)
        settled = len(items) - len(work.open)

        def done(count: int) -> None:
            if progress and count % STEP == 0:
                progress(STAGE, settled + count, len(items))

        texts = Texts(work)
        texts.by_note()
        texts.by_title(done)
        texts.by_quote()
        by_sheet(work, texts)
        by_same_link(work)
        texts.by_same_words()
        pairing = keep_placed(_pairing(given, work, texts))
        texts.let_go()
    if progress:
        progress(STAGE, len(items), len(items))
    return pairing


def _pairing(posts: tuple[Post, ...], work: Work, texts: Texts) -> Pairing:
    statements = StatementIndex(work.posts, work.index) if work.doubts else None
    pairs: list[Pair] = []
    unpaired: list[Unpaired] = []
    notices = _doubts(work)
    for number, update in enumerate(work.updates):
        doubt = work.doubts.get(number, "")
        for choice in work.choices[number]:
            pairs.append(
                Pair(
                    post=work.posts[choice.post],
                    update=update,
                    evidence=choice.evidence,
                    score=choice.score,
                    reason=reasons.both(choice.reason, doubt),
                )
            )
        if not work.choices[number]:
            offered = texts.suggestions.of(number)
            suggested = work.offered.get(number)
            if doubt and statements:
                offered = _first(statements.similar(update.post), offered)
            elif suggested:
                offered = _first([(suggested[0], NEAR)], offered)
            said = doubt or _reason(work, texts, number, offered)
            unpaired.append(
                Unpaired(
                    update=update,
                    reason=reasons.both(said, reasons.perhaps_in_sheet(suggested[1])) if suggested else said,
                    suggestions=tuple((work.posts[n], score) for n, score in offered),
                )
            )
    if gone := unlisted_posts(work):
        notices.append(gone)
    return Pairing(posts=posts, pairs=tuple(pairs), unpaired=tuple(unpaired), notices=tuple(notices))


def _first(
    told: Sequence[tuple[int, float]], others: Sequence[tuple[int, float]]
) -> tuple[tuple[int, float], ...]:
    """Three suggestions, those that the user's own words come near to first."""
    return (*told, *(other for other in others if other[0] not in dict(told)))[:3]


def _reason(work: Work, texts: Texts, number: int, offered: Sequence[tuple[int, float]]) -> str:
    if not work.posts:
        return reasons.NO_POSTS
    said = reasons.still_open(
        work.updates[number],
        [(lead_of(work, link, number), link) for link in work.links[number]],
        texts.why.get(number),
        similar=number in texts.likely and texts.likely[number].similar,
    )
    if offered and texts.hint(number) in (Hint.HIDDEN, Hint.OWN):
        first = offered[0][0]
        if sentence := texts.suggestions.in_common(number, first):
            return Joined(said, reasons.in_common(sentence, work.posts[first].title))
    return said


def _doubts(work: Work) -> list[Notice]:
    """What the user named and no post has: each by itself while they are few, else one for all."""
    doubts = [(work.updates[number], doubt) for number, doubt in sorted(work.doubts.items())]
    if len(doubts) <= FEW_DOUBTS:
        return [_notice(update, doubt) for update, doubt in doubts]
    first, doubt = doubts[0]
    return [
        Notice(
            text=Said(
                "{n} updates name a post that this blog does not have, the first: {doubt}",
                n=len(doubts),
                doubt=doubt,
            ),
            hint=Said(
                "Check that this is the right blog, and read whole. Each stands with its reason among the "
                "updates without a post."
            ),
            where=_notice(first, doubt).where,
        )
    ]


def _notice(update: Update, doubt: str) -> Notice:
    return Notice(
        text=doubt,
        hint=Said("Write the post's address or its exact title there and run again."),
        where=where(update),
    )
