"""Pairing as a whole: what wins over what, what is never lost, and what a person reads."""

import datetime as dt
import gc
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.model import Evidence, Origin, Pair, Pairing, Placed, Post, Unpaired, Update, Updates
from handover.pair import pair_updates, short_links
from handover.pair.by_text import Texts
from handover.pair.candidates import TitleIndex
from tests.extent import share

BLOG = "https://lumen.example"
DAY = dt.datetime(2024, 5, 6, 9, tzinfo=dt.UTC)


def post(slug: str, title: str = "", *, day: int = 0, **more: Any) -> Post:
    told = title or slug.replace("-", " ").capitalize()
    made: dict[str, Any] = {
        "id": slug,
        "title": told,
        "permalink": f"{BLOG}/{slug}",
        "published": DAY + dt.timedelta(days=day),
    }
    return Post(**(made | more))


def update(text: str = "", *, day: int = 0, network: str = "linkedin", **more: Any) -> Update:
    made: dict[str, Any] = {
        "text": text,
        "network": network,
        "posted_at": DAY + dt.timedelta(days=day, hours=2),
    }
    return Update(**(made | more))


LAMPS = post("how-to-choose-a-lamp-for-reading", "How to choose a lamp for reading")
DESKS = post("standing-desks-compared", "Standing desks compared", day=7)
CHAIRS = post("the-quiet-chair", "The quiet chair", day=14)
POSTS = (LAMPS, DESKS, CHAIRS)


def only(pairing: Pairing) -> Pair:
    assert len(pairing.pairs) == 1, pairing.unpaired
    return pairing.pairs[0]


def left(pairing: Pairing) -> Unpaired:
    assert not pairing.pairs, pairing.pairs
    assert len(pairing.unpaired) == 1
    return pairing.unpaired[0]


# --- what the user states ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "word",
    [
        "the-quiet-chair",
        "https://www.lumen.example/the-quiet-chair/?utm_source=plan",
        "lumen.example/the-quiet-chair",
        "The quiet chair",
        "  the QUIET  chair ",
        "/the-quiet-chair",
        "The Quiet Ch…",
    ],
)
def test_the_users_word_wins_over_every_link(word: str) -> None:
    told = update("Standing desks compared", links=(DESKS.permalink,), post=word)
    pair = only(pair_updates(POSTS, [told]))
    assert (pair.post, pair.evidence, pair.score) == (CHAIRS, Evidence.STATED, 1.0)


def test_a_word_that_names_no_post_is_said_and_never_guessed_from_the_text() -> None:
    told = update(
        "The quiet chair", post="The silent chairs", origin=Origin(file="plan.xlsx", sheet="May", row=7)
    )
    pairing = pair_updates(POSTS, [told])
    open_ = left(pairing)
    assert "The silent chairs" in open_.reason
    assert open_.suggestions[0][0] == CHAIRS
    assert pairing.notices[0].where == "plan.xlsx › May, row 7"


def test_a_word_that_names_no_post_leaves_the_link_to_decide_and_is_said() -> None:
    pairing = pair_updates(POSTS, [update("New", links=(DESKS.permalink,), post="Desks, compared twice")])
    pair = only(pairing)
    assert (pair.post, pair.evidence) == (DESKS, Evidence.LINK)
    assert "Desks, compared twice" in pair.reason
    assert len(pairing.notices) == 1


def test_a_title_that_two_posts_bear_is_settled_by_the_link_or_left_open() -> None:
    twins = (post("news", "News"), post("news-2", "News", day=30))
    assert (
        only(pair_updates(twins, [update("Hi", post="News", links=(twins[1].permalink,))])).post == twins[1]
    )
    open_ = left(pair_updates(twins, [update("Hi", post="News")]))
    assert "2 posts" in open_.reason
    assert {p.id for p, _ in open_.suggestions} == {"news", "news-2"}


# --- known copies -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("copy", "permalink"),
    [
        (
            "https://twitter.com/lumen/status/1790000000000000001",
            "https://x.com/Lumen/status/1790000000000000001",
        ),
        (
            "https://mastodon.social/@lumen/112400000000000001",
            "https://mastodon.social/@lumen/112400000000000001",
        ),
        (
            "https://bsky.app/profile/lumen.example/post/3ks7abc",
            "https://bsky.app/profile/did:plc:1/post/3ks7abc",
        ),
    ],
)
def test_a_post_that_names_its_copy_gets_it(copy: str, permalink: str) -> None:
    named = replace(CHAIRS, syndication=(copy,))
    pair = only(pair_updates((LAMPS, named), [update("Sit down.", network="", permalink=permalink)]))
    assert (pair.post, pair.evidence) == (named, Evidence.SYNDICATION)


# --- links --------------------------------------------------------------------------------------------


def test_an_update_with_links_to_several_posts_belongs_to_each() -> None:
    both = update("Two reads", links=(LAMPS.permalink, DESKS.permalink + "?utm_source=x", LAMPS.permalink))
    assert [(p.post, p.evidence) for p in pair_updates(POSTS, [both]).pairs] == [
        (LAMPS, Evidence.LINK),
        (DESKS, Evidence.LINK),
    ]


def test_a_link_in_the_text_counts_with_and_without_https() -> None:
    texts = (f"Read this ({BLOG}/the-quiet-chair).", "Read on: www.lumen.example/the-quiet-chair, please")
    assert [p.post for p in pair_updates(POSTS, [update(t) for t in texts]).pairs] == [CHAIRS, CHAIRS]


def test_a_reply_is_paired_by_its_link_but_never_by_its_words() -> None:
    linked = update("@ana here you are", kind="reply", links=(CHAIRS.permalink,), day=14)
    assert only(pair_updates(POSTS, [linked])).evidence is Evidence.LINK
    for told in (update("@ana The quiet chair", day=14), update("The quiet chair", kind="reply", day=14)):
        assert left(pair_updates(POSTS, [told])).suggestions[0][0] == CHAIRS


def test_an_old_post_linked_again_years_later_is_still_its_post() -> None:
    assert only(pair_updates(POSTS, [update("Evergreen", links=(LAMPS.permalink,), day=3000)])).post == LAMPS


def test_the_same_short_link_is_the_same_post() -> None:
    told = [
        update("How to choose a lamp for reading https://bit.ly/Ab3Xy", network="x"),
        update("In case you missed it https://bit.ly/Ab3Xy", network="x", day=40),
        update("@ana see https://bit.ly/Ab3Xy", network="x", day=41, kind="reply"),
        update("Something else https://bit.ly/Zz9Qq", network="x", day=40),
    ]
    pairing = pair_updates(POSTS, told)
    assert [(p.update.text[:5], p.evidence) for p in pairing.pairs] == [
        ("How t", Evidence.TITLE),
        ("In ca", Evidence.SHORT_LINK),
        ("@ana ", Evidence.SHORT_LINK),
    ]


def test_a_short_link_that_was_looked_up_decides() -> None:
    told = update("Sit https://bit.ly/Ab3Xy", network="x")
    resolved = {"https://bit.ly/Ab3Xy": CHAIRS.permalink + "?utm_source=bitly"}
    pair = only(pair_updates(POSTS, [told], resolved=resolved))
    assert (pair.post, pair.evidence) == (CHAIRS, Evidence.SHORT_LINK)
    away = pair_updates(POSTS, [update("The quiet chair https://bit.ly/Ab3Xy", day=14)], resolved={
        "https://bit.ly/Ab3Xy": "https://other.example/the-story"
    })  # fmt: skip
    assert "other.example" in left(away).reason


def test_only_links_of_known_shorteners_are_worth_asking() -> None:
    told = [
        update("A https://bit.ly/Ab3Xy and https://lumen.example/x", links=()),
        update("B", links=("https://buff.ly/3abcd", "https://other.example/y", "https://bit.ly/Ab3Xy")),
        update("C https://t.co/cut…"),
    ]
    assert short_links(told) == ("https://bit.ly/Ab3Xy", "https://buff.ly/3abcd")


# --- words --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("How to choose a lamp for reading", "New on the blog: How to choose a lamp for reading 💡"),
        ("How to choose a lamp for reading", "𝗛𝗼𝘄 𝘁𝗼 𝗰𝗵𝗼𝗼𝘀𝗲 𝗮 𝗹𝗮𝗺𝗽 𝗳𝗼𝗿 𝗿𝗲𝗮𝗱𝗶𝗻𝗴. Link in bio."),
        ("Bien choisir l’éclairage d’un café", "Nouvel article : « Bien choisir l'éclairage d'un café »"),
        ("Größere Räume durch Licht: fünf Ideen", "Neu im Blog: GRÖSSERE RÄUME durch Licht – fünf Ideen"),
        (
            "東京の新しいカフェを五つ紹介します",
            "ブログを更新しました。「東京の新しいカフェを五つ紹介します」ぜひどうぞ",
        ),
        ("如何为阅读选择一盏好灯", "新文章：如何为阅读选择一盏好灯，欢迎阅读"),
        ("조용한 의자를 고르는 방법", "새 글: 조용한 의자를 고르는 방법"),
        ("Don&#39;t buy the <em>wrong</em> lamp", "Don’t buy the wrong lamp! #light"),
        ("Pop-up lamps for small rooms", "Popup lamps for small rooms"),
        ("New paper lamp for small rooms", "We made it: new #PaperLamp for small rooms"),
    ],
)
def test_a_title_in_the_text_is_found_in_every_language(title: str, text: str) -> None:
    mine = post("a", title)
    others = (
        post("b", "Ten questions for an architect"),
        post("c", "照明の基本", day=1),
        post("d", "灯光", day=2),
    )
    pair = only(pair_updates((mine, *others), [update(text)]))
    assert (pair.post, pair.evidence) == (mine, Evidence.TITLE)


def test_a_post_without_a_title_is_known_by_its_first_words() -> None:
    note = Post(
        id="n1",
        title="",
        permalink=f"{BLOG}/notes/1",
        published=DAY,
        text="Repainted the workshop in a green that looks grey until noon.",
    )
    pair = only(pair_updates((note, LAMPS), [update(note.text + " #workshop")]))
    assert (pair.post, pair.evidence) == (note, Evidence.TEXT)


def test_the_same_words_on_another_network_belong_to_the_same_post() -> None:
    text = "Your back will thank you: what three months of testing taught us about sitting and standing."
    told = [
        update(f"{text} {DESKS.permalink}", day=7),
        update(text.upper() + " 🪑", day=7, network="instagram"),
    ]
    assert [(p.post, p.evidence) for p in pair_updates(POSTS, told).pairs] == [
        (DESKS, Evidence.LINK),
        (DESKS, Evidence.TEXT),
    ]


def test_neighbours_of_a_series_are_told_apart_by_their_number() -> None:
    parts = [
        post(f"light-diary-{n}", f"Light diary of a small shop, part {n}", day=7 * n) for n in range(1, 5)
    ]
    told = [
        update(f"Light diary of a small shop, part {n} https://t.co/a{n}", day=7 * n) for n in range(1, 5)
    ]
    assert [p.post for p in pair_updates(parts, told).pairs] == parts


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Light diary of a small shop, part 2", "Light diary of a small shop, part 3 https://t.co/abc123"),
        ("Light diary of a small shop", "Light diary of a small shop, part 3 https://t.co/abc123"),
        ("Light diary of a small shop II", "Light diary of a small shop III https://t.co/abc123"),
        ("What we read in March", "What we read in May https://t.co/abc123"),
        ("Our year in light 2023", "Our year in light 2024 https://t.co/abc123"),
    ],
)
def test_a_member_of_a_series_that_is_not_here_is_paired_with_no_neighbour(title: str, text: str) -> None:
    left(pair_updates([post("a", title)], [update(text, day=2)]))


def test_two_posts_of_one_title_on_one_day_are_left_to_the_person() -> None:
    twins = (post("a", "Merry Christmas to all of you"), post("b", "Merry Christmas to all of you"))
    open_ = left(pair_updates(twins, [update("Merry Christmas to all of you!")]))
    assert {p.id for p, _ in open_.suggestions} == {"a", "b"}


def test_a_title_used_again_years_later_is_the_latest_before_the_update() -> None:
    years = [post(f"y{n}", "What we learnt about light this year", day=365 * n) for n in range(3)]
    told = update("What we learnt about light this year", day=366)
    assert only(pair_updates(years, [told])).post == years[1]


def test_a_link_to_somewhere_else_vetoes_a_title() -> None:
    told = update("The quiet chair", links=("https://maker.example/products/the-chair",), day=14)
    open_ = left(pair_updates(POSTS, [told]))
    assert "maker.example" in open_.reason
    assert open_.suggestions[0][0] == CHAIRS


def test_a_post_that_did_not_exist_yet_is_no_pair() -> None:
    left(pair_updates(POSTS, [update("The quiet chair, one day", day=3)]))


def test_common_words_make_no_pair() -> None:
    snow = post("snow", "Snow")
    told = [update(f"So much snow today, number {n}", network="x", day=n) for n in range(5)]
    assert not pair_updates([snow, LAMPS], told).pairs


# --- what stays open ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (update("Look", links=("https://other.example/story",)), "somewhere else (other.example/story)"),
        (update("Look", links=(f"{BLOG}/about",)), "your own site (lumen.example/about)"),
        (update("Look https://bit.ly/Ab3Xy"), "not visible where its link (bit.ly/Ab3Xy) leads"),
        (update("Good morning, dear all"), "It has no link"),
        (
            update("", permalink="https://x.com/a/status/1790000000000000001", network="x"),
            "neither a text nor a link",
        ),
        (update("Yes!", kind="reply"), "a reply"),
        (update("Nice words", kind="repost"), "someone else's"),
        (
            update(
                "A long text that was cu… https://twitter.com/i/web/status/1790000000000000001",
                network="x",
                permalink="https://x.com/lumen/status/1790000000000000001",
            ),
            "cut short",
        ),
    ],
)
def test_every_open_update_says_why(told: Update, says: str) -> None:
    open_ = left(pair_updates(POSTS, [told]))
    assert says in open_.reason
    assert open_.reason.endswith(".")
    assert len(open_.suggestions) <= 3


def test_without_posts_all_updates_stand_open() -> None:
    assert left(pair_updates([], [update("Hello")])).reason == "There are no posts to pair it with."


def test_updates_may_come_as_read_and_progress_is_told() -> None:
    told: list[tuple[str, int, int | None]] = []
    pairing = pair_updates(
        iter(POSTS),
        Updates(items=(update("x", links=(LAMPS.permalink,)),)),
        progress=lambda *step: told.append(step),
    )
    assert only(pairing).post == LAMPS
    assert told[-1][1:] == (1, 1)


# --- the laws -----------------------------------------------------------------------------------------

WORDS = [
    "lamp",
    "desk",
    "chair",
    "light",
    "part",
    "2",
    "3",
    "東京の店",
    "été",
    "\ud800",
    "a",
    "#PaperLamp",
    "März",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
SLUGS = st.sampled_from(
    ["lamp", "desk", "the-quiet-chair", "light-2", "light-3", "", "tag/lamp", "2024/05/lamp"]
)
LINKS = st.one_of(
    SLUGS.map(lambda slug: f"{BLOG}/{slug}"),
    SLUGS.map(lambda slug: f"http://old.example/{slug}?p=3"),
    st.sampled_from(
        ["https://bit.ly/Ab3Xy", "https://t.co/x…", "javascript:1", "https://wp.me/p1-3", f"{BLOG}/?p=3"]
    ),
)
TIMES = st.one_of(st.none(), st.integers(0, 40).map(lambda n: DAY + dt.timedelta(days=n)))
POST_STATES = st.builds(
    Post,
    id=st.sampled_from(["1", "2", "3", "4", f"{BLOG}/?p=3"]),
    title=TEXTS,
    permalink=LINKS | st.just(""),
    published=TIMES,
    text=TEXTS,
    aliases=st.lists(LINKS, max_size=2).map(tuple),
    syndication=st.lists(st.sampled_from(["https://x.com/a/status/17900000", "odd"]), max_size=1).map(tuple),
)
UPDATE_STATES = st.builds(
    Update,
    id=st.sampled_from(["u1", "u2", "u3"]),
    network=st.sampled_from(["x", "linkedin", "instagram"]),
    text=st.tuples(TEXTS, LINKS | st.just("")).map(" ".join),
    posted_at=TIMES,
    links=st.lists(LINKS, max_size=2).map(tuple),
    kind=st.sampled_from(["original", "reply", "repost"]),
    post=st.sampled_from(["", "", "", "lamp", "1", f"{BLOG}/desk", "nothing at all"]),
    permalink=st.sampled_from(["", "https://twitter.com/b/status/17900000"]),
)


def seen(pairing: Pairing) -> Counter[Any]:
    pairs = Counter[Any]((p.post, p.update, p.evidence, p.score, p.reason) for p in pairing.pairs)
    return pairs + Counter((u.update, u.reason, tuple(s for _, s in u.suggestions)) for u in pairing.unpaired)


@settings(max_examples=share(60), deadline=None)
@given(st.lists(POST_STATES, max_size=6), st.lists(UPDATE_STATES, max_size=8))
def test_nothing_is_lost_whatever_the_data(posts: list[Post], updates: list[Update]) -> None:
    pairing = pair_updates(posts, updates)
    assert pairing.posts == tuple(posts)
    given_ = Counter(map(id, updates))
    paired = {id(p.update) for p in pairing.pairs}
    open_ = Counter(id(u.update) for u in pairing.unpaired)
    assert all(open_[key] == (0 if key in paired else count) for key, count in given_.items())
    assert all(0 <= p.score <= 1 and p.reason and p.post in posts for p in pairing.pairs)
    assert all(u.reason and len(u.suggestions) <= 3 for u in pairing.unpaired)


@settings(max_examples=share(60), deadline=None)
@given(
    st.lists(POST_STATES, max_size=5, unique=True),
    st.lists(UPDATE_STATES, max_size=6, unique=True),
    st.randoms(use_true_random=False),
)
def test_the_order_of_posts_and_updates_changes_nothing(posts: Any, updates: Any, random: Any) -> None:
    before = seen(pair_updates(posts, updates))
    random.shuffle(posts)
    random.shuffle(updates)
    assert seen(pair_updates(posts, updates)) == before


@settings(max_examples=share(40), deadline=None)
@given(st.lists(POST_STATES, max_size=5), st.lists(UPDATE_STATES, max_size=6))
def test_an_unrelated_post_changes_no_pair(posts: list[Post], updates: list[Update]) -> None:
    stranger = Post(
        id="zzz",
        title="Zwölf Boxkämpfer jagen Viktor",
        permalink="https://lumen.example/zwoelf-boxkaempfer-jagen-viktor",
        published=DAY - dt.timedelta(days=4000),
    )
    with_stranger = pair_updates([*posts, stranger], updates)
    without = pair_updates(
        [*posts, replace(stranger, title="Franz fährt quer", permalink=f"{BLOG}/qq")], updates
    )
    assert [(p.post, p.update, p.evidence) for p in with_stranger.pairs] == [
        (p.post, p.update, p.evidence) for p in without.pairs
    ]


def test_the_same_ids_given_twice_lose_nothing() -> None:
    posts = (LAMPS, replace(DESKS, id=LAMPS.id))
    told = [update("One", id="u", links=(LAMPS.permalink,)), update("Two", id="u", links=(DESKS.permalink,))]
    assert [(p.post, p.update.text) for p in pair_updates(posts, told).pairs] == [
        (posts[0], "One"),
        (posts[1], "Two"),
    ]


def test_one_article_told_twice_gets_its_updates_in_both_places() -> None:
    posts = (LAMPS, replace(LAMPS, id="again"))
    pairing = pair_updates(posts, [update("One", links=(LAMPS.permalink,))])
    assert {p.post.id for p in pairing.pairs} == {LAMPS.id, "again"}


def test_rows_of_the_workbook_with_one_id_are_each_kept_where_they_were() -> None:
    place = Placed(post=CHAIRS.id, evidence=Evidence.STATED, score=1.0, reason="Moved by hand.")
    told = [update("One", id="u", placed=(place,)), update("Two", id="u", placed=())]
    pairing = pair_updates(POSTS, told)
    assert [(p.post, p.update.text) for p in pairing.pairs] == [(CHAIRS, "One")]
    assert [u.update.text for u in pairing.unpaired] == ["Two"]


@pytest.mark.parametrize(
    "hostile",
    [
        "#" + "A" * 50_000 + "_",
        "<" * 50_000,
        "@" * 50_000,
        "https://" * 5_000,
        f"{BLOG}/" + "../" * 10_000,
        f"{BLOG}/?" + "&".join(f"a{n}={n}" for n in range(5_000)),
        "&#" * 20_000,
        "漢字" * 20_000,
        "how to choose a lamp " * 5_000,
        "\x00\u202e\ufeff" * 5_000,
    ],
    ids=["hashtag", "tags", "mentions", "schemes", "dots", "parameters", "entities", "han", "words", "marks"],
)
def test_hostile_text_neither_breaks_nor_holds_pairing(hostile: str) -> None:
    told = update(hostile, links=(hostile,), post=hostile[:1_000])
    pairing = pair_updates([*POSTS, post("x", hostile), post("y", text=hostile, title="")], [told])
    assert len(pairing.pairs) + len(pairing.unpaired) >= 1


def test_updates_of_posts_that_the_feed_does_not_list_are_counted_and_named() -> None:
    listed = [Post(id="1", title="Listed here", permalink="https://b.example/2020/01/listed-here/")]
    updates = [
        Update(text=f"Number {n} https://b.example/2019/0{1 + n % 2}/gone-{n % 2}/", network="x")
        for n in range(5)
    ] + [Update(text="Home https://b.example/"), Update(text="A tag https://b.example/tag/tea/")]
    (notice,) = pair_updates(listed, updates).notices
    assert notice.text.startswith("5 updates point at 2 posts the feed does not list: ")
    assert "b.example/2019/01/gone-0" in notice.text
    assert "Export" in notice.hint


def test_many_names_of_no_post_become_one_notice_and_keep_each_its_reason() -> None:
    updates = [Update(text=f"Number {n}", post=f"https://else.example/{n}") for n in range(40)]
    pairing = pair_updates([Post(id="1", title="One", permalink="https://b.example/one/")], updates)
    (notice,) = pairing.notices
    assert notice.text.startswith("40 updates name a post")
    assert all("else.example" in open_.reason for open_ in pairing.unpaired)


def test_what_was_learnt_of_the_words_goes_with_the_pairing_and_waits_for_no_collector() -> None:
    told = update("A lamp for the evening, and a quiet chair", day=15)
    gc.collect()
    gc.disable()
    try:
        assert pair_updates(POSTS, [told]).unpaired[0].suggestions
        assert not [kept for kept in gc.get_objects() if isinstance(kept, Texts | TitleIndex)]
    finally:
        gc.enable()
