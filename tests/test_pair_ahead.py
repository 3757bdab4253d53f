"""What is said before a post is there, and of what others wrote: no promotion."""

import datetime as dt

import pytest

from handover.languages.announcements import announces, foretells
from handover.model import Post, Update
from handover.pair import pair_updates

DAY = dt.datetime(2024, 5, 6, 9, tzinfo=dt.UTC)
BLOG = "https://harrow.example"


def post(title: str) -> Post:
    return Post(id="mine", title=title, permalink=f"{BLOG}/blog/mine/", published=DAY)


def led_to(title: str, text: str, *, hours: int = 5) -> list[str]:
    told = Update(text=text, network="x", posted_at=DAY + dt.timedelta(hours=hours))
    return [pair.post.id for pair in pair_updates([post(title)], [told]).pairs]


RECIPE = "A better recipe for the rye starter"


@pytest.mark.parametrize(
    "text",
    [
        f'Who proofreads my article "{RECIPE}" before I publish it?',
        f"Anyone to look over “{RECIPE}” before it goes live?",
        f"Soon on the blog: {RECIPE}",
        f"Coming tomorrow: {RECIPE}",
        f"{RECIPE}. Next week on our blog!",
        f"I'm writing about it: {RECIPE}",
        f"I will publish it on Friday: {RECIPE}",
        f"{RECIPE}: stay tuned",
        f"Morgen im Blog: {RECIPE}",
        f"{RECIPE} – demnächst in unserem Blog",
        f"Bientôt sur le blog : {RECIPE}",
        f"Pronto en el blog: {RECIPE}",
        f"Presto sul blog: {RECIPE}",
        f"Em breve no blog: {RECIPE}",
        f"Binnenkort op de blog: {RECIPE}",
        f"Wkrótce na blogu: {RECIPE}",
        f"Soon on the blog: {RECIPE} https://bit.ly/3Qw8Er",
    ],
)
def test_what_is_said_before_a_post_is_there_is_no_pair_and_offers_it(text: str) -> None:
    told = Update(text=text, network="x", posted_at=DAY - dt.timedelta(hours=4))
    pairing = pair_updates([post(RECIPE)], [told])
    assert not pairing.pairs
    assert pairing.unpaired[0].suggestions[0][0].id == "mine"


@pytest.mark.parametrize(
    "text",
    [
        f"{RECIPE} https://bit.ly/3Qw8Er Stay tuned for part two!",
        f"{RECIPE}. I'm going to write about flour next https://bit.ly/3Qw8Er",
        f"New on the blog: {RECIPE}",
        f"Before you ask: yes, {RECIPE}",
        f"Soon enough you will thank us: {RECIPE}",
    ],
)
def test_a_post_that_is_there_may_stand_beside_a_word_of_the_next(text: str) -> None:
    assert led_to(RECIPE, text) == ["mine"]


def test_a_title_that_speaks_of_the_future_itself_forbids_nothing() -> None:
    title = "The new mill is coming soon to our street"
    assert led_to(title, f"{title} https://bit.ly/3Qw8Er") == ["mine"]


@pytest.mark.parametrize(
    "text",
    [
        "Is it ironic that I read about the Garden Reader closing in Garden Reader?",
        "I've just read an article: the Garden Reader closes",
        "Great article by @greta on why the Garden Reader closes",
        "Ich habe gelesen, dass der Garden Reader schließt, an article",
        "J'ai lu un article sur Garden Reader closes",
        "He leído un artículo: Garden Reader closes",
    ],
)
def test_what_others_wrote_is_announced_by_nobody(text: str) -> None:
    assert not announces(text)


def test_only_sure_words_count_beside_a_link() -> None:
    assert foretells("Stay tuned", linked=False)
    assert not foretells("Stay tuned", linked=True)
    assert foretells("Soon on our blog", linked=True)
    assert not foretells("We published it before you asked", linked=False)
