"""Each shortcut of pairing finds what the long way finds."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.model import Pairing, Post, Update
from handover.pair import formulas, pair_updates, title_rules
from handover.pair.by_text import Texts
from handover.pair.candidates import BODY, HEAD, TitleIndex
from handover.pair.quotes import Quotes, _sentences
from handover.pair.state import prepare
from handover.pair.suggestions import NEW, Suggestions
from handover.pair.title_rules import Hint
from handover.pair.titles import Likeness, Text
from handover.text.comparing import figures, is_figure, open_tags, words
from tests.benchmarks import bench_pair, bench_pair_spoken
from tests.test_title_rules import STANDS, Silent

Made = tuple[list[Post], list[Update]]


def spoken() -> Made:
    """Made texts, some of them a title or two and little else, of posts some of which are called alike."""
    posts, updates, _ = bench_pair_spoken.make(150, 700)
    chance = random.Random(3)
    posts += [
        Post(
            id=f"again{n}",
            title=change(chance.choice(posts).title),
            permalink=f"https://blog.example/again/{n}",
            published=chance.choice(posts).published,
        )
        for n, change in enumerate([str.upper, lambda t: t.replace(" ", "-"), lambda t: f"{t}, again"] * 8)
    ]
    for n in range(300):
        one, other = chance.sample(posts, 2)
        text = chance.choice(
            (
                one.title,
                f"“{one.title}” and a word",
                f"{one.title} {other.title}",
                f"I will write: {one.title}",
            )
        )
        link = chance.choice(("", f"https://bit.ly/{n:x}zQ", "https://blog.example/gone/"))
        updates.append(Update(id=f"t{n}", network="x", text=f"{text} {link}", posted_at=one.published))
    return posts, updates


def made() -> Made:
    posts, updates, _ = bench_pair.make(150, 700)
    return posts, updates


def told(pairing: Pairing) -> list[tuple[object, ...]]:
    pairs = [(p.post.id, p.update.id, p.evidence, p.score, p.reason) for p in pairing.pairs]
    rest = [(u.update.id, u.reason, [(p.id, score) for p, score in u.suggestions]) for u in pairing.unpaired]
    return [*pairs, *rest]


@pytest.mark.parametrize("make", [made, spoken])
def test_a_title_that_decides_at_once_is_what_all_candidates_come_to(
    monkeypatch: pytest.MonkeyPatch, make: Callable[[], Made]
) -> None:
    posts, updates = make()
    sure: list[int] = []
    at_once = Texts._surely_named

    def noted(texts: Texts, number: int, text: Text) -> object:
        found = at_once(texts, number, text)
        sure.extend([number] * bool(found))
        return found

    monkeypatch.setattr(Texts, "_surely_named", noted)
    quickly = told(pair_updates(posts, updates))
    monkeypatch.setattr(Texts, "_surely_named", lambda *_: [])
    assert told(pair_updates(posts, updates)) == quickly
    assert len(sure) > 50


LIKENESSES = st.builds(
    STANDS._replace,
    post=st.integers(1, 3),
    whole=st.booleans(),
    apart=st.booleans(),
    share=st.sampled_from([0.5, 0.8, 1.0]),
    near=st.sampled_from([0.6, 0.9, 1.0]),
    focus=st.sampled_from([0.3, 0.6, 0.9]),
    days=st.sampled_from([None, -3, 0, 1, 40]),
    size=st.sampled_from([8, 20, 30]),
)


@given(st.lists(LIKENESSES, max_size=3), st.lists(LIKENESSES, max_size=3), st.sampled_from(Hint))
def test_what_is_surely_named_is_decided_for_whatever_else_comes_near(
    standing: list[Likeness], others: list[Likeness], hint: Hint
) -> None:
    standing = [likeness._replace(whole=True) for likeness in standing]
    others = [likeness._replace(whole=False, apart=False) for likeness in others]
    if hint is not Hint.ELSEWHERE and (sure := title_rules.surely_named(standing, hint, Silent())):
        assert title_rules.decide([*standing, *others], hint, Silent()).verdicts == sure


def test_titles_that_begin_in_a_text_are_found_from_their_first_words() -> None:
    posts, updates = spoken()
    index = TitleIndex(posts)
    for update in updates:
        said = tuple(words(update.text))
        begun = {said[n : n + HEAD] for n in range(len(said))}
        slowly = {n for head in begun - index._series.heads for n in index._heads.get(head, ())}
        assert slowly <= set(index._find_quoted(Text(update.text, said, None)))


def test_what_shares_too_little_of_any_title_has_no_candidates_when_each_title_is_asked() -> None:
    posts, updates = spoken()
    index = TitleIndex(posts)
    texts = [Text(update.text, words(update.text), None) for update in updates]
    index.weigh([text.words for text in texts])
    quickly = [index.candidates(text) for text in texts]
    assert 0 < quickly.count([]) < len(texts) and index._least > 0
    index._least = 0.0
    assert [index.candidates(text) for text in texts] == quickly


def test_what_is_known_of_a_post_are_the_words_of_its_title_and_of_its_article_that_any_text_has() -> None:
    posts, updates = spoken()
    index = TitleIndex(posts)
    index.weigh([words(update.text) for update in updates])
    for number, post in enumerate(posts):
        article = {*words(f"{post.summary} {post.text[:BODY]}")} & index.weights.keys()
        assert index.known_of(number) == index.titles[number].set | article


def test_a_text_that_goes_to_several_networks_is_paired_there_as_it_is_alone() -> None:
    posts, updates = spoken()
    again = [replace(update, id=f"{update.id}-again", network="mastodon") for update in updates]
    texts = Texts(prepare(posts, [*updates, *again], None))
    known = texts._titles.vocabulary
    assert texts._words == [tuple(words(open_tags(update.text, known))) for update in [*updates, *again]]
    asked = dict(enumerate([*updates, *again]))
    quotes = Quotes(posts, asked, texts._words)
    assert quotes._said == {number: [*_sentences(update.text)] for number, update in asked.items()}


@given(st.lists(st.sampled_from("abc"), max_size=6), st.lists(st.lists(st.sampled_from("abc"), min_size=1)))
def test_titles_are_looked_for_where_one_may_begin(said: list[str], titles: Sequence[list[str]]) -> None:
    lengths: dict[tuple[str, ...], set[int]] = {}
    for title in titles:
        lengths.setdefault(tuple(title[: formulas.FIRST]), set()).add(len(title))
    slowly = {
        tuple(said[start : start + length])
        for start in range(len(said))
        for begun in ((said[start],), tuple(said[start : start + 2]))
        for length in lengths.get(begun, ())
    }
    firsts = frozenset(begun[0] for begun in lengths)
    assert set(formulas._titles_in(tuple(said), firsts, lengths)) == slowly


SCORED = st.tuples(st.sampled_from([0.2, 0.3, 0.4]), st.frozensets(st.sampled_from("abcd"), min_size=1))


@given(st.lists(SCORED, max_size=6))
def test_the_best_new_posts_are_those_that_come_first_by_all_that_counts(
    scored: list[tuple[float, frozenset[str]]],
) -> None:
    class Weighing(Suggestions):
        def __init__(self) -> None:
            pass

        def _weight(self, common: frozenset[str]) -> float:
            return sum("abcd".index(word) for word in common)

    found = [(score, post, common) for post, (score, common) in enumerate(scored)]
    ranked = sorted(found, key=lambda each: (-each[0], -Weighing()._weight(each[2]), -each[1]))
    best = Weighing()._best(list(found))
    assert set(best) == {(post, score) for score, post, _ in ranked[:NEW]}


@given(st.text("a1ivxé²½", max_size=4))
def test_a_word_is_a_figure_where_figures_are_found_in_it(word: str) -> None:
    assert is_figure(word) == bool(figures((word,)))
    assert is_figure("may") and is_figure("iii") and not is_figure("mayor")
