"""Whatever is said of pairs, and of updates without a post, can be said in any language."""

import datetime as dt
from typing import Any

import pytest

from handover.model import Evidence, Origin, Placed, Post, Update
from handover.pair import pair_updates
from handover.write.words import words
from tests.brackets import HOUSE, bare, plain_sentences

DAY = dt.datetime(2024, 5, 6, 9, tzinfo=dt.UTC)
BEES = Post(
    id="7", title="How we count our bees in winter", published=DAY, permalink="https://h.example/b/bees/"
)
OWN = f"{BEES} h.example/2024/lost-page-of-ours, h.example/b/bee, h.example/shop/a"


def update(text: str = "Look", *, days: int = 0, **more: Any) -> Update:
    posted = DAY + dt.timedelta(days=days, hours=3)
    return Update(**({"text": text, "network": "x", "posted_at": posted} | more))


UPDATES = [
    *(update(post=word) for word in ("7", "bees", BEES.title, BEES.permalink, "wasps")),
    *(update(BEES.title, days=days) for days in (-1, 0, 1, 2, 900)),
    update("How we count our moths in winter https://bit.ly/3Qw8Er"),
    update("Coming tomorrow: How we count our bees in winter"),
    *(
        update(f"Look {page}")
        for page in ("https://o.example/story", "https://h.example/shop/a", "https://bit.ly/3Q")
    ),
    *(update(f"@ana {page}") for page in ("https://o.example/story", "https://h.example/", "")),
    *(
        update(f"Look {page}", kind="repost")
        for page in ("https://o.example/story", "https://linktr.ee/h", "")
    ),
    *(
        update(f"Look {page}")
        for page in (
            f"{BEES.permalink}?a=b",
            "https://h.example/b/bee/",
            "https://h.example/2024/lost-page-of-ours",
        )
    ),
    update("", media=("a.png",)),
    update("Good morning", posted_at=None),
    update(placed=()),
    update(
        placed=(Placed(post="wasps", evidence=Evidence.STATED),),
        origin=Origin(file="a.xlsx", sheet="S", row=4),
    ),
]


@pytest.mark.parametrize("count", [0, 1])
def test_what_is_said_of_pairing_can_be_said_in_any_language(count):
    own = " ".join([OWN, *(f"{u.text} {u.post} {u.permalink} {u.id}" for u in UPDATES), "a.xlsx › S 4"])
    pairing = pair_updates([BEES] * count, UPDATES)
    told = [one.reason for one in (*pairing.pairs, *pairing.unpaired)]
    told += [text for n in pairing.notices for text in (n.text, n.hint, n.where)]
    assert len(told) > len(UPDATES)
    assert [(text, left) for text in told if (left := bare(text, own))] == []


def test_many_words_that_name_no_post_are_one_notice_that_can_be_said_in_any_language():
    (notice,) = pair_updates([BEES], [update(post=f"wasps {n}") for n in range(40)]).notices
    assert notice.text.startswith("40 updates name a post")
    assert bare(notice.text, "wasps 0") == bare(notice.hint) == []


def test_a_reason_is_worded_in_german():
    (pair,) = pair_updates([BEES], [update(BEES.title, days=3)]).pairs
    assert words("de").said(pair.reason) == (
        "Der Titel des Artikels steht wörtlich im Text, 3 Tage nach der Veröffentlichung."
    )


@pytest.mark.parametrize("path", [*(HOUSE / "pair").glob("*.py")], ids=lambda path: path.name)
def test_no_sentence_is_a_bare_text_where_it_is_born(path):
    assert list(plain_sentences(path)) == []
