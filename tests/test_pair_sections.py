"""Pages of the own site that are called like a post, and are none."""

import datetime as dt

import pytest

from handover.model import Post, Update
from handover.pair import pair_updates

DAY = dt.datetime(2023, 9, 4, 8, tzinfo=dt.UTC)
SITE = "https://harrow.example"


def post(key: str, title: str, at: str, *, day: int = 0) -> Post:
    return Post(id=key, title=title, permalink=at, published=DAY + dt.timedelta(days=day))


def linked(*links: str, day: int = 0, text: str = "Look") -> Update:
    return Update(text=text, network="x", posted_at=DAY + dt.timedelta(days=day, hours=4), links=links)


def led_to(posts: list[Post], *updates: Update) -> list[str]:
    return [pair.post.id for pair in pair_updates(posts, updates).pairs]


COMPANY = [
    post("chair", "The quiet chair of elm", f"{SITE}/blog/the-quiet-chair-of-elm/"),
    post("yoga", "Yoga", f"{SITE}/blog/yoga/", day=5),
    post("news", "Archives", f"{SITE}/blog/2023/archives/", day=9),
]
PERSONAL = [
    post("chair", "The quiet chair of elm", f"{SITE}/2023/09/the-quiet-chair-of-elm/"),
    post("yoga", "Yoga", f"{SITE}/2023/09/yoga/", day=5),
    post("lists", "Archives", f"{SITE}/2023/09/archives/", day=9),
]
ELSEWHERE = [
    "/shop/the-quiet-chair-of-elm",
    "/en-gb/shop/the-quiet-chair-of-elm",
    "/product/the-quiet-chair-of-elm",
    "/produkte/moebel/the-quiet-chair-of-elm",
    "/courses/the-quiet-chair-of-elm",
    "/podcast/the-quiet-chair-of-elm",
    "/jobs/the-quiet-chair-of-elm",
    "/boutique/the-quiet-chair-of-elm",
    "/docs/the-quiet-chair-of-elm",
    "/wiki/The_Quiet_Chair_Of_Elm",
    "/eventos/the-quiet-chair-of-elm",
]


@pytest.mark.parametrize("posts", [COMPANY, PERSONAL], ids=["company", "personal"])
@pytest.mark.parametrize("path", ELSEWHERE)
@pytest.mark.parametrize(
    "text", ["Look", "The quiet chair of elm", "New on the blog: The quiet chair of elm"]
)
def test_the_same_name_in_another_part_of_the_site_is_another_page(
    posts: list[Post], path: str, text: str
) -> None:
    pairing = pair_updates(posts, [linked(SITE + path, text=text)])
    assert not pairing.pairs
    assert "another part of your own site" in pairing.unpaired[0].reason
    assert "somewhere else" not in pairing.unpaired[0].reason


@pytest.mark.parametrize("host", ["docs", "shop", "wiki", "help", "jobs", "podcast", "forum"])
def test_a_host_below_the_site_that_is_no_blog_has_no_posts(host: str) -> None:
    assert led_to(COMPANY, linked(f"https://{host}.harrow.example/the-quiet-chair-of-elm")) == []


def test_a_blog_that_is_a_podcast_or_a_shop_itself_has_its_posts_there() -> None:
    posts = [post("one", "The quiet chair of elm", f"{SITE}/podcast/the-quiet-chair-of-elm/")]
    assert led_to(posts, linked(f"{SITE}/podcast/2023/the-quiet-chair-of-elm.html")) == ["one"]
    assert led_to(posts, linked("https://harrow.example/shop/the-quiet-chair-of-elm")) == []


@pytest.mark.parametrize(
    ("path", "company", "personal"),
    [
        ("/news/the-quiet-chair-of-elm", ["chair"], ["chair"]),
        ("/2023/09/the-quiet-chair-of-elm", ["chair"], ["chair"]),
        ("/the-quiet-chair-of-elm", ["chair"], ["chair"]),
        ("/furniture/the-quiet-chair-of-elm", [], ["chair"]),
        ("/yoga", [], ["yoga"]),
        ("/classes/yoga", [], []),
        ("/retreats/yoga", [], []),
        ("/archives/", [], []),
    ],
)
def test_a_blog_inside_a_larger_site_is_strict_where_a_persons_own_is_not(
    path: str, company: list[str], personal: list[str]
) -> None:
    assert led_to(COMPANY, linked(SITE + path, day=9)) == company
    assert led_to(PERSONAL, linked(SITE + path, day=9)) == personal


def test_a_section_where_posts_once_were_is_learnt_from_what_was_said_of_them() -> None:
    posts = [
        post(name, name.replace("-", " ").capitalize(), f"{SITE}/blog/{name}/", day=n * 10)
        for n, name in enumerate(("the-quiet-chair-of-elm", "three-legs-are-enough", "oil-or-wax"))
    ]
    told = [
        linked(f"{SITE}/workbench/{p.id}", text=f"{p.title} is online", day=n * 10)
        for n, p in enumerate(posts[:2])
    ]
    later = linked(f"{SITE}/workbench/oil-or-wax", day=300)
    assert led_to(posts, *told, later) == [p.id for p in posts]
    assert led_to(posts, told[0], later) == [posts[0].id]


def test_another_clients_folder_is_not_the_clients() -> None:
    posts = [
        post(
            "tips",
            "Ten tips for a dry cellar",
            "https://agency.example/clients/acme/ten-tips-for-a-dry-cellar",
        )
    ]
    assert led_to(posts, linked("https://agency.example/clients/bravo/ten-tips-for-a-dry-cellar")) == []


@pytest.mark.parametrize("host", ["medium.com", "github.io", "dev.to"])
def test_on_a_host_of_many_owners_only_the_own_place_is_the_blogs(host: str) -> None:
    posts = [post("tips", "Ten tips for a dry cellar", f"https://{host}/@acme/ten-tips-for-a-dry-cellar")]
    assert led_to(posts, linked(f"https://{host}/@bravo/ten-tips-for-a-dry-cellar")) == []
    assert led_to(posts, linked(f"https://{host}/@acme/2023/ten-tips-for-a-dry-cellar")) == ["tips"]


# --- languages --------------------------------------------------------------------------------------------

GERMAN = post("de", "Sauna & Stille", f"{SITE}/de/blog/sauna-und-stille")
ENGLISH = post("en", "Sauna & silence", f"{SITE}/en/blog/sauna-and-silence")
ASKED = [post("de", "Stille", f"{SITE}/stille?lang=de"), post("en", "Silence", f"{SITE}/silence?lang=en")]


@pytest.mark.parametrize(
    ("posts", "link", "paired"),
    [
        ([GERMAN, ENGLISH], f"{SITE}/de/blog/sauna-und-stille/", ["de"]),
        ([GERMAN, ENGLISH], f"{SITE}/blog/sauna-und-stille", ["de"]),
        ([GERMAN, ENGLISH], f"{SITE}/it/blog/sauna-und-stille", []),
        ([GERMAN, ENGLISH], f"{SITE}/en/blog/sauna-und-stille", []),
        ([GERMAN, ENGLISH], "https://en.harrow.example/blog/sauna-und-stille", []),
        (
            [post("one", "Sauna and silence", f"{SITE}/blog/sauna-and-silence")],
            f"{SITE}/fr/blog/sauna-and-silence",
            [],
        ),
        (ASKED, f"{SITE}/stille?lang=de&utm_source=x", ["de"]),
        (ASKED, f"{SITE}/stille?lang=fr", []),
        ([post("one", "Silence", f"{SITE}/silence")], f"{SITE}/silence?lang=en", ["one"]),
    ],
)
def test_language_versions_stay_apart(posts: list[Post], link: str, paired: list[str]) -> None:
    assert led_to(posts, linked(link)) == paired


def test_the_title_beside_a_page_in_another_language_is_no_pair() -> None:
    told = linked(f"{SITE}/it/blog/sauna-e-silenzio", text="Sauna & silence, now in Italian")
    assert led_to([GERMAN, ENGLISH], told) == []
