"""How many hashtags and links a text has, and what its network makes of them."""

import pytest

from handover.text.quotas import excesses, hashtags


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Steeped slowly #tea #Oolong2026 #grünerTee", 3),
        ("#tea#oolong#slow", 3),  # hung together they are as many
        ("＃お茶 #茶", 2),
        ("We are #1, in C# and F#, at 5 &#38; #", 0),
        ("https://tidewell.example.com/#about https://tidewell.example.com/?q=#tea", 0),
        ("#️⃣ no key of a telephone", 0),
        ("(#tea), #tea: the same twice", 2),
        ("", 0),
    ],
)
def test_a_hashtag_begins_where_no_word_does_and_has_a_letter(text: str, wanted: int) -> None:
    assert hashtags(text) == wanted


def test_instagram_is_told_above_five_and_refuses_above_thirty() -> None:
    assert excesses("#tea " * 5, "instagram") == ()
    for count, refused in ((6, False), (30, False), (31, True)):
        (excess,) = excesses("#tea " * count, "instagram")
        assert (excess.what, excess.number, excess.is_refused) == ("hashtags", count, refused)


def test_threads_refuses_a_sixth_link_wherever_it_stands() -> None:
    addresses = [f"https://tidewell.example.com/{n}" for n in range(6)]
    (excess,) = excesses(" ".join(addresses), "threads")
    assert (excess.what, excess.number, excess.is_refused) == ("links", 6, True)
    (card,) = excesses(" ".join(addresses[:5]), "threads", addresses)
    assert card.number == 6
    assert excesses(" ".join(addresses[:5]), "threads", ["https://short.example.com/1"] * 5) == ()


def test_a_network_that_says_nothing_refuses_nothing() -> None:
    assert excesses("#tea " * 99 + "https://tidewell.example.com/ " * 99, "linkedin") == ()
    assert excesses("#tea " * 99, "nobody knows") == ()
