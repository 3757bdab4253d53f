"""What two texts, links and names have in common, and what says no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.read.sameness.accounts import account_of, differ
from handover.read.sameness.link_targets import lead_apart, targets_of
from handover.read.sameness.wording import Likeness, is_slip, likeness, read_words, tails_of

SALE = "The winter sale of Larkfield Nursery has begun, all bulbs at half price"


@pytest.mark.parametrize(
    "other",
    [
        f"{SALE}!",
        f"🌷 {SALE} 🌷",
        f"{SALE}\n\n#garden #bulbs",
        f"{SALE} https://larkfield.example/sale?utm_source=x #garden",
        SALE.upper(),
        SALE.replace(",", " –"),
        f"{SALE}: larkfield.example/sale",
    ],
)
def test_what_a_tool_adds_or_changes_leaves_the_words_the_same(other: str) -> None:
    assert likeness(read_words(SALE), read_words(other)) is Likeness.SAME


@pytest.mark.parametrize(
    "other",
    [
        "The winter sale of Larkfield…",
        "The winter sale of Larkfield Nurs...",
        "The winter sale of Larkfield Nursery has begun, all bulbs at half price: htt…",
        "The winter sale of Larkfield https://t.co/x…",
    ],
)
def test_the_beginning_of_a_text_that_was_cut_may_be_it(other: str) -> None:
    assert likeness(read_words(SALE), read_words(other)) in (Likeness.CUT, Likeness.SAME)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Part 1 of our series", "Part 2 of our series"),
        ("Menu of the day #monday", "Menu of the day #tuesday"),
        ("Our baker Ilse", "Our baker Tomas"),
        ("第一回のお知らせ", "第二回のお知らせ"),
        ("दिन की शुरुआत", "दान की शुरुआत"),
        ("Sale", "Sale on bulbs"),
    ],
)
def test_another_word_number_or_hashtag_is_another_text(one: str, other: str) -> None:
    assert likeness(read_words(one), read_words(other)) is None


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("bulbs", "blubs", True),
        ("bulbs", "bulb", False),  # too short a word to tell: "bulb" has four letters
        ("bulbs", "bulbss", True),
        ("price", "prize", True),
        ("Nursery", "Nursary", True),
        ("winter", "summer", False),
    ],
)
def test_a_slip_of_the_pen_is_one_letter_of_one_longer_word(one: str, other: str, slip: bool) -> None:
    assert is_slip(SALE.replace("bulbs", one), SALE.replace("bulbs", other)) is slip


@given(st.text(), st.text())
def test_likeness_asks_no_order(one: str, other: str) -> None:
    a, b = read_words(one), read_words(other)
    assert likeness(a, b) == likeness(b, a)
    assert likeness(a, a) is Likeness.SAME


def test_a_line_below_three_texts_is_a_habit_and_a_number_in_it_is_none() -> None:
    texts = [f"Text {n}\n\nLink in bio" for n in range(3)] + [f"More {n}\nPart 2" for n in range(3)]
    tails = tails_of(texts)
    assert tails == {"Link in bio"}
    assert likeness(read_words(texts[0], tails), read_words("Text 0")) is Likeness.SAME
    assert likeness(read_words(texts[0], tails), read_words(texts[0])) is Likeness.SAME
    assert likeness(read_words(texts[0], tails), read_words(texts[1], tails)) is None


BLOG = "https://larkfield.example"


@pytest.mark.parametrize(
    ("ours", "theirs", "apart"),
    [
        ((f"{BLOG}/a",), ("http://www.larkfield.example/a/?utm_source=x",), False),
        ((f"{BLOG}/a",), (f"{BLOG}/b",), True),
        ((f"{BLOG}/?p=1",), (f"{BLOG}/?p=2",), True),
        ((f"{BLOG}/a?lang=de",), (f"{BLOG}/a?lang=en",), True),
        ((f"{BLOG}/a",), (f"{BLOG}/a", f"{BLOG}/b"), False),
        ((f"{BLOG}/a", f"{BLOG}/c"), (f"{BLOG}/a", f"{BLOG}/b"), True),
        ((f"{BLOG}/a",), ("https://t.co/x1",), False),
        (("https://bit.ly/1",), ("https://bit.ly/2",), True),
        (("https://bit.ly/1",), ("https://buff.ly/2",), False),
        ((f"{BLOG}/a",), ("https://lark.ly/x7Kq2",), False),
        ((f"{BLOG}/a#one",), (f"{BLOG}/a#two",), True),
        ((f"{BLOG}/a#one",), (f"{BLOG}/a",), False),
        ((f"{BLOG}/a",), (f"{BLOG}/a", "https://x.com/lark/status/18/photo/1"), False),
        ((f"{BLOG}/a",), ("https://l.facebook.com/l.php?u=https%3A%2F%2Flarkfield.example%2Fa&h=x",), False),
        ((f"{BLOG}/b",), ("https://l.facebook.com/l.php?u=https%3A%2F%2Flarkfield.example%2Fa&h=x",), True),
        ((f"{BLOG}/a",), (), False),
    ],
)
def test_two_whole_links_to_two_pages_lead_apart(
    ours: tuple[str, ...], theirs: tuple[str, ...], apart: bool
) -> None:
    assert lead_apart(targets_of(ours), targets_of(theirs)) is apart
    assert lead_apart(targets_of(theirs), targets_of(ours)) is apart


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("@Larkfield", "larkfield", False),
        ("Larkfield Norwich", "Larkfield Ipswich", True),
        ("larkfield", "larkfield_se", True),
        ("Larkfield Nursery", "larkfieldnursery", False),
        ("Larkfield Nursery", "plants_by_lark", False),
        ("Larkfield Norwich", "larkfield_ipswich", True),
        ("ada@garden.social", "@ada", False),
        ("ada@garden.social", "ada@other.social", True),
        ("did:plc:abc", "lark.example", False),
        ("1784140", "larkfield", False),
        ("", "larkfield", False),
    ],
)
def test_two_names_are_two_accounts_where_they_are_made_alike_and_differ(
    one: str, other: str, two: bool
) -> None:
    assert differ(account_of(one), account_of(other), only=True) is two
    assert differ(account_of(other), account_of(one), only=True) is two


def test_a_handle_beside_a_name_is_another_account_where_a_source_knows_several() -> None:
    assert differ(account_of("Larkfield Nursery"), account_of("lark_plants"), only=False)
