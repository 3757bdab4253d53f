"""Whatever is said while checking, drafting, planning and building can be said in any language."""

import pytest

from handover import build as building
from handover.check import find_shortfalls, too_long
from handover.drafts import suggest
from handover.errors import HandoverError, ShortfallError, TemplateError
from handover.model import Notice, Pairing, Post, Said, Shortfall, Unpaired, Update
from handover.plan import make_plan
from handover.read import link_checks
from handover.write.words import words
from tests.brackets import HOUSE, bare, plain_sentences

BORN = [
    *(HOUSE / "check").glob("*.py"),
    *(HOUSE / "drafts").glob("*.py"),
    HOUSE / "plan" / "__init__.py",
    HOUSE / "build.py",
]
POST = Post(id="1", title="Bread & salt", text="Bread needs salt and time. " * 9)


def long_ones(network: str, text: str, count: int) -> tuple[Notice, ...]:
    updates = [Update(id=str(n), network=network, text=f"{n} {text}") for n in range(count)]
    return too_long(Pairing(posts=(), unpaired=tuple(Unpaired(update=u, reason="") for u in updates)))


@pytest.mark.parametrize("count", [1, 4])
@pytest.mark.parametrize(
    ("network", "text"),
    [("x", "bread " * 80), ("bluesky", "👨‍👩‍👧‍👦" * 290), ("instagram", "#bread " * 40)],
)
def test_that_a_text_does_not_fit_can_be_said_in_any_language(network, text, count):
    notices = long_ones(network, text, count)
    assert notices
    for notice in notices:
        (words_of_hers,) = bare(notice.text, "X Bluesky Instagram")
        assert words_of_hers.removesuffix(" …") in f"0 {text}"
        assert bare(notice.hint, "X Bluesky Instagram") == []


def test_the_words_of_a_text_stand_in_the_quotes_of_the_readers_language():
    (notice,) = long_ones("x", "bread " * 80, 1)
    assert words("de").said(notice.text).startswith("„0 bread") and "280" in notice.text


def raised(job, *given, **named) -> HandoverError:
    with pytest.raises(HandoverError) as caught:
        job(*given, **named)
    return caught.value


def test_what_is_wrong_with_a_number_can_be_said_in_any_language():
    for error in (
        raised(find_shortfalls, Pairing(posts=()), -1),
        raised(make_plan, Pairing(posts=()), {}, start=None, days=-1),
    ):
        assert bare(error.message) == bare(error.hint) == []


@pytest.mark.parametrize("text", ["{{ words", "{{ wordz }}"])
def test_what_is_wrong_with_a_draft_template_can_be_said_in_any_language(text, tmp_path):
    for kind in ("sentence", "question", "figure", "item", "title", "opening", "topics"):
        (tmp_path / f"drafts.{kind}.j2").write_text(text)
    short = Shortfall(post=POST, wanted=3, found=0, missing=3)
    error = raised(suggest, short, (), language="en", templates=tmp_path)
    assert isinstance(error, TemplateError)
    assert bare(error.message, f"{error.template} {error.line}") == bare(error.hint) == []


def test_our_word_for_a_missing_title_is_no_words_of_the_post():
    untitled = Post(id="1", title=Said("(without title)"), categories=("Bread",))
    short = Shortfall(post=untitled, wanted=3, found=0, missing=3)
    assert suggest(short, (), language="en") == ()
    assert POST.own_title == "Bread & salt" and untitled.own_title == ""


@pytest.mark.parametrize("count", [1, 2])
def test_that_posts_are_short_can_be_said_in_any_language(count):
    short = (Shortfall(post=POST, wanted=3, found=0, missing=3),) * count
    error = building._too_short(short, 3)
    assert isinstance(error, ShortfallError)
    assert bare(error.message, POST.title) == bare(error.hint) == []


def test_what_is_said_of_links_and_language_can_be_said_in_any_language(monkeypatch):
    why = Said("the page is not there (404)")
    monkeypatch.setattr(link_checks, "check_links", lambda addresses, **_: dict.fromkeys(addresses, why))
    feed = building.Feed(title="Kitchen", posts=(Post(id="1", title="a", permalink="https://k.example/a"),))
    notices = [
        *building._language_notice("tlh"),
        *building._dead_links(feed, Pairing(posts=()), None, []),
        *building._unasked(["https://k.example/a"]),
        *building._unasked(["https://k.example/a"] * 2),
    ]
    assert len(notices) == 4
    own = "tlh https://k.example/a en, de, es, fr, it, pt-BR"
    assert [bare(text, own) for n in notices for text in (n.text, n.hint)] == [[]] * 8


@pytest.mark.parametrize("path", BORN, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_sentence_is_a_bare_text_where_it_is_born(path):
    assert list(plain_sentences(path)) == []
