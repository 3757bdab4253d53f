"""Which post a link leads to: moved, cut, renamed, numbered, and what only looks like a post."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from handover.model import Evidence, Post, Update
from handover.pair import pair_updates

BLOG = "https://lumen.example"
DAY = dt.datetime(2024, 5, 6, 9, tzinfo=dt.UTC)
SLUGS = ("a-lamp-for-reading", "standing-desks-compared", "the-quiet-chair-of-elm", "paint-a-small-hall")


def post(slug: str, *, day: int = 0, host: str = BLOG, **more: Any) -> Post:
    published = DAY + dt.timedelta(days=day)
    made: dict[str, Any] = {
        "id": slug,
        "title": slug.replace("-", " ").capitalize(),
        "permalink": f"{host}/{published:%Y/%m}/{slug}/",
        "published": published,
    }
    return Post(**(made | more))


POSTS = tuple(post(slug, day=30 * n) for n, slug in enumerate(SLUGS))


def linked(*links: str, day: int = 0, **more: Any) -> Update:
    posted = DAY + dt.timedelta(days=day, hours=1)
    return Update(**({"text": "Look", "network": "x", "posted_at": posted, "links": links} | more))


def led_to(posts: tuple[Post, ...], *updates: Update) -> list[str]:
    return [pair.post.id for pair in pair_updates(posts, updates).pairs]


@pytest.mark.parametrize(
    "link",
    [
        f"{BLOG}/a-lamp-for-reading",
        f"{BLOG}/archive/2024/05/A_Lamp_For_Reading.html",
        "https://www.lumen.example/blog/alampforreading",
        f"{BLOG}/2024/05/a-lamp-for-reading/?session=8",
        f"{BLOG}/2024/05/a-lamp-for-reading/comment-page-2/#comment-7",
        f"{BLOG}/2024/05/a-lamp-for-reading/feed",
        f"{BLOG}/2024/05/a-lamp-for-raeding",
        "https://static.lumen.example/a-lamp-for-reading",
        f"{BLOG}/2024/05/a-lamp-for-re…",
    ],
)
def test_the_blogs_own_links_are_understood_in_other_spellings(link: str) -> None:
    pair = pair_updates(POSTS, [linked(link)]).pairs[0]
    assert (pair.post.id, pair.evidence) == (SLUGS[0], Evidence.LINK)


@pytest.mark.parametrize(
    "link",
    [
        BLOG,
        f"{BLOG}/?utm_source=x",
        f"{BLOG}/about",
        f"{BLOG}/tag/a-lamp-for-reading",
        f"{BLOG}/category/news/a-lamp-for-reading",
        f"{BLOG}/uploads/2024/a-lamp-for-reading.pdf",
        f"{BLOG}/2024/05",
        f"{BLOG}/feed",
        f"{BLOG}/page/2",
        f"{BLOG}/2024/…",
        f"{BLOG}/2011/03/a-lamp-for-reading",
        "https://other.example/2024/05/a-lamp-for-reading",
        "https://lumen.example.evil.example/a-lamp-for-reading",
    ],
)
def test_what_is_no_post_is_paired_with_none(link: str) -> None:
    pairing = pair_updates(POSTS, [linked(link)])
    assert not pairing.pairs


def test_a_former_home_is_learnt_from_three_posts_and_then_believed() -> None:
    old = [linked(f"http://elm-and-oak.example/{slug}", day=30 * n) for n, slug in enumerate(SLUGS)]
    assert led_to(POSTS, *old) == list(SLUGS)
    assert led_to(POSTS, *old[:2]) == []


def test_a_former_home_with_short_names_is_learnt_from_four_posts() -> None:
    names = ("carbonara", "amatriciana", "gricia", "cacio-e-pepe")
    posts = tuple(post(name, day=30 * n) for n, name in enumerate(names))
    old = [linked(f"http://elm-and-oak.example/{name}", day=30 * n) for n, name in enumerate(names)]
    assert led_to(posts, *old) == list(names)
    assert led_to(posts, *old[:3]) == []


def test_a_page_renamed_on_a_former_home_is_known_by_its_number() -> None:
    old = [
        linked(f"http://oak.example/post/{97000000000 + n}/{slug}", day=30 * n)
        for n, slug in enumerate(SLUGS)
    ]
    renamed = linked("http://oak.example/post/97000000001/desks-first-draft", day=30)
    assert led_to(POSTS, *old, renamed)[-1] == SLUGS[1]


def test_a_blog_about_other_peoples_articles_makes_no_former_home_of_them() -> None:
    shared = [
        linked(f"https://essays.example/{slug}", POSTS[n].permalink, day=30 * n)
        for n, slug in enumerate(SLUGS)
    ]
    alone = linked("https://essays.example/a-lamp-for-reading", day=200)
    assert led_to(POSTS, *shared, alone) == list(SLUGS)


def test_of_two_blogs_with_one_slug_the_host_decides() -> None:
    here = post("merry-christmas")
    there = post("merry-christmas", host="https://oak.example", id="there")
    assert led_to((here, there), linked("http://www.oak.example/merry-christmas/")) == ["there"]
    assert led_to((here, there), linked("http://third.example/merry-christmas/")) == []


def test_a_number_in_place_of_a_name_leads_to_its_post() -> None:
    numbered = replace(POSTS[0], aliases=(f"{BLOG}/?p=512",))
    assert led_to((numbered, *POSTS[1:]), linked("http://www.lumen.example/?p=512&utm_source=x")) == [
        SLUGS[0]
    ]


def test_a_number_given_out_again_after_a_move_is_not_believed() -> None:
    numbered = replace(POSTS[3], aliases=(f"{BLOG}/?p=12",))
    assert led_to((numbered,), linked(f"{BLOG}/?p=12", day=0)) == []
    assert led_to((numbered,), linked(f"{BLOG}/?p=12", day=91)) == [SLUGS[3]]


def test_wordpress_short_links_are_read_offline_when_the_blog_is_known() -> None:
    # 512 is "8g" in base 62.
    known = replace(POSTS[0], aliases=(f"{BLOG}/?p=512", "https://wp.me/pAbC1-8g"))
    other = replace(POSTS[1], aliases=(f"{BLOG}/?p=513",))
    posts = (known, other)
    assert led_to(posts, linked("https://wp.me/pAbC1-8h", day=30)) == [SLUGS[1]]
    assert led_to(posts, linked("https://wp.me/pZzZ9-8h", day=30)) == []


def test_the_blog_of_wordpress_short_links_is_learnt_from_posts_that_were_new() -> None:
    posts = tuple(replace(p, aliases=(f"{BLOG}/?p={512 + n}",)) for n, p in enumerate(POSTS))
    told = [linked(f"https://wp.me/pAbC1-8{'ghij'[n]}", day=30 * n) for n in range(2)]
    assert led_to(posts, *told, linked("https://wp.me/pAbC1-8i", day=300)) == list(SLUGS[:3])


def test_a_short_link_of_the_blogs_own_is_taken_for_what_it_is() -> None:
    told = [
        linked(f"https://lmn.ex/a{n}Xq", text=f"New: {p.title} https://lmn.ex/a{n}Xq", day=30 * n)
        for n, p in enumerate(POSTS)
    ]
    again = linked("https://lmn.ex/a1Xq", text="Once more", day=90)
    pairing = pair_updates(POSTS, [*told, again])
    assert [p.post.id for p in pairing.pairs] == [*SLUGS, SLUGS[1]]
    assert pairing.pairs[-1].evidence is Evidence.SHORT_LINK


def test_posts_at_fragments_of_one_page_are_kept_apart() -> None:
    changes = tuple(
        post(f"v{n}", permalink=f"{BLOG}/changes#v{n}", title=f"Version {n}", day=n) for n in range(3)
    )
    assert led_to(changes, linked(f"{BLOG}/changes#v1")) == ["v1"]
    assert led_to(changes, linked(f"{BLOG}/changes")) == []


def test_posts_that_differ_in_one_parameter_are_kept_apart() -> None:
    asked = tuple(
        post(f"q{n}", permalink=f"{BLOG}/index.php?id={n}", title=f"Question {n}") for n in range(3)
    )
    assert led_to(asked, linked("lumen.example/?utm_medium=x&id=2")) == ["q2"]
    assert led_to(asked, linked(f"{BLOG}/index.php?id=9")) == []


def test_two_posts_about_one_foreign_article_are_settled_by_the_words() -> None:
    twice = tuple(
        post(f"n{n}", permalink="https://essays.example/light", title=title)
        for n, title in enumerate(("What light does to a room", "Once more on windows to the north"))
    )
    told = linked("https://essays.example/light", text="Once more on windows to the north:")
    assert led_to(twice, told) == ["n1"]
    assert led_to(twice, linked("https://essays.example/light", text="Read this!")) == []


@pytest.mark.parametrize(
    "link",
    [
        "https://medium.com/p/1a2b3c4d5e6f",
        "https://medium.com/@lumen/another-title-1a2b3c4d5e6f?source=x",
        "https://lumen.medium.com/another-title-1a2b3c4d5e6f",
        "https://stories.lumen.example/another-title-1a2b3c4d5e6f",
    ],
)
def test_mediums_id_is_its_post_wherever_it_stands(link: str) -> None:
    mine = post("m", permalink="https://stories.lumen.example/a-lamp-1a2b3c4d5e6f", title="A lamp")
    assert led_to((mine, *POSTS), linked(link)) == ["m"]
    assert led_to(POSTS, linked(link)) == []


@pytest.mark.parametrize(
    ("link", "paired"),
    [
        ("https://open.substack.com/pub/lumen/p/the-quiet-chair-of-elm?r=1", [SLUGS[2]]),
        ("https://lumen.substack.com/p/the-quiet-chair-of-elm", [SLUGS[2]]),
        ("https://medium.com/@lumen/the-quiet-chair-of-elm", [SLUGS[2]]),
        ("https://medium.com/@oak/the-quiet-chair-of-elm", []),
        ("https://oak.substack.com/p/the-quiet-chair-of-elm", []),
        ("https://lumen.oak.example/the-quiet-chair-of-elm", []),
    ],
)
def test_the_same_name_on_a_host_of_many_owners_is_the_clients(link: str, paired: list[str]) -> None:
    assert led_to(POSTS, linked(link, day=70)) == paired


def test_a_link_that_carries_its_target_leads_there() -> None:
    own = (
        "https://l.facebook.com/l.php?u=https%3A%2F%2Flumen.example%2F2024%2F05%2Fa-lamp-for-reading%2F&h=AT"
    )
    away = "https://l.facebook.com/l.php?u=https%3A%2F%2Foak.example%2Fstory&h=AT"
    pairing = pair_updates(POSTS, [linked(own), linked(away)])
    assert [pair.post.id for pair in pairing.pairs] == [SLUGS[0]]
    assert "oak.example/story" in pairing.unpaired[0].reason
