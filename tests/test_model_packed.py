"""Long texts that lie packed are, to whoever asks, the texts they were."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.model import Post, Said, Update
from handover.model import types as model
from handover.model.nothing import NOTHING
from handover.model.packed import MANY, hand_back

ODD = "“Gläser” \x00 \ud83d \ud83d\ude00 \U0001f680 "


def packed(post: Post) -> Post:
    model._TEXTS.pack([post])
    return post


@given(st.text(st.characters(), max_size=40), st.integers(1, 400))
def test_a_packed_post_is_the_post_it_was(words: str, many: int) -> None:
    post = Post(id="a", title="Mugs", text=words * many)
    told = (repr(post), hash(post), dataclasses.asdict(post))
    other = packed(dataclasses.replace(post))
    assert other.text == words * many
    assert other == post
    assert (repr(other), hash(other), dataclasses.asdict(other)) == told
    assert dataclasses.replace(other, title="Jugs") == dataclasses.replace(post, title="Jugs")
    assert pickle.loads(pickle.dumps(other)) == copy.deepcopy(other) == post


def test_texts_of_all_kinds_of_characters_come_back() -> None:
    assert packed(Post(id="a", title="", text=ODD * 200)).text == ODD * 200


def test_a_text_that_is_more_than_a_text_stays_so() -> None:
    said = Said("It holds {what}.", what="mugs " * 200)
    assert packed(Post(id="a", title="", text=said)).text is said


@pytest.mark.parametrize("many", [MANY - 1, MANY])
def test_only_a_very_big_blog_is_packed(many: int) -> None:
    post = Post(id="a", title="", text="mugs and jugs " * 100)
    model.pack_texts([post] * many)
    kept: Any = model._TEXTS._slot.__get__(post)
    assert isinstance(kept, bytes) is (many == MANY)
    assert post.text == "mugs and jugs " * 100


def test_posts_of_a_very_big_blog_share_their_author_and_categories() -> None:
    told = "Ida Lumen"
    names = [told, "".join(told), f"{told[:3]} Lumen", Said("Ida Lumen"), "Ida"]
    posts = [Post(id=str(n), title="", author=name, categories=(name[:3],)) for n, name in enumerate(names)]
    before = [repr(post) for post in posts]
    model.pack_texts(posts, MANY)
    assert [repr(post) for post in posts] == before
    assert posts[0].author is posts[1].author is posts[2].author is not posts[3].author
    assert isinstance(posts[3].author, Said)
    assert len({id(post.categories) for post in posts}) == 1


def test_updates_without_figures_share_what_is_empty() -> None:
    one, other = Update(text="a"), Update(text="b", figures={}, extra={}, told={})
    assert one.figures is one.extra is one.told is other.figures is other.extra is other.told
    assert one.figures == {}
    assert repr(one.figures) == "{}"
    assert pickle.loads(pickle.dumps(one)).figures is NOTHING
    assert copy.deepcopy(one).figures is NOTHING
    assert dataclasses.asdict(one)["figures"] == {}


def test_what_is_shared_cannot_be_filled() -> None:
    for fill in (
        lambda: NOTHING.__setitem__("likes", 1),
        lambda: NOTHING.update(likes=1),
        lambda: NOTHING.setdefault("likes", 1),
        lambda: NOTHING.__ior__({"likes": 1}),
    ):
        with pytest.raises(TypeError):
            fill()
    assert not NOTHING


def test_the_last_pages_of_a_very_big_blog_are_packed_as_they_are_read() -> None:
    page = [Post(id="a", title="", text="mugs and jugs " * 100)]
    model.pack_texts(page, MANY - 1)
    assert isinstance(model._TEXTS._slot.__get__(page[0]), str)
    model.pack_texts(page, MANY)
    assert isinstance(model._TEXTS._slot.__get__(page[0]), bytes)


def test_a_copy_of_a_packed_post_is_packed() -> None:
    post = packed(Post(id="a", title="", text="mugs and jugs " * 100))
    copied = model.packed_as(post, dataclasses.replace(post, id="b"))
    assert model._TEXTS._slot.__get__(copied) is model._TEXTS._slot.__get__(post)
    assert copied == dataclasses.replace(post, id="b")


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_memory_is_handed_back_where_it_can_be(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", system)
    hand_back(MANY)
