"""Drafts say nothing that the post does not say."""

import datetime as dt
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover import drafts as drafts_of
from handover.drafts import boilerplate, material, repeated, suggest, too_few_drafts
from handover.drafts.material import Kind
from handover.errors import TemplateError
from handover.languages import leaning
from handover.languages.sentences import sentences_of
from handover.model import Evidence, Pair, Pairing, Post, Shortfall, Unpaired, Update
from handover.networks import NETWORKS
from handover.read import read_feed
from handover.text.comparing import bare, split
from handover.text.counted_links import links
from handover.text.length import fits
from tests.extent import share

OOLONG = Post(
    id="p1",
    title="How we blend our spring oolong",
    permalink="https://brew.example/oolong",
    summary="Our spring oolong rests for 12 days before it is blended. Read more",
    text="""Our spring oolong rests for 12 days before it is blended.
Why does oolong need so much rest after it was rolled? Because the leaf is alive.
This is what most people get wrong.
Dr. Lee, who grows it at 1,400 metres, turns every tray by hand.
We taste each batch three times, and we throw the dull ones away.
What you need
A gaiwan of 120 ml
Water at 90 degrees
Ten minutes of quiet
The post How we blend our spring oolong appeared first on Brew.""",
    categories=("Oolong", "Tea farms", "Uncategorized"),
)


def short(post: Post = OOLONG, missing: int = 3) -> Shortfall:
    return Shortfall(post=post, wanted=missing, found=0, missing=missing)


def used(*networks: str, post: Post = OOLONG, texts: tuple[str, ...] = ()) -> Pairing:
    updates = [Update(text=f"About tea, {n}", network=network) for n, network in enumerate(networks)]
    other = Post(id="other", title="Other")
    pairs = [Pair(post=other, update=u, evidence=Evidence.LINK, score=1.0, reason="Link.") for u in updates]
    pairs += [
        Pair(
            post=post,
            update=Update(text=text, network=networks[0]),
            evidence=Evidence.LINK,
            score=1.0,
            reason="Link.",
        )
        for text in texts
    ]
    return Pairing(posts=(post, other), pairs=tuple(pairs))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def test_a_shortfall_gets_as_many_drafts_as_are_missing_all_different() -> None:
    for missing in (1, 2, 3, 4):
        drafts = suggest(short(missing=missing), used("linkedin", "x"), language="en")
        assert len(drafts) == missing
        assert len({" ".join(words(d.text)) for d in drafts}) == missing
        assert len({d.id for d in drafts}) == missing


def test_drafts_are_marked_as_drafts_and_name_their_post() -> None:
    for draft in suggest(short(), used("linkedin"), language="en"):
        assert draft.state == "draft"
        assert draft.kind == "original"
        assert draft.posted_at is None
        assert draft.post == "https://brew.example/oolong"
        assert draft.links == ("https://brew.example/oolong",)


def test_drafts_come_from_a_strong_sentence_a_question_a_figure_and_a_list() -> None:
    texts = [d.text for d in suggest(short(missing=6), used("x"), language="en")]
    link = "\n\nhttps://brew.example/oolong"
    assert texts[0] == "We taste each batch three times, and we throw the dull ones away." + link
    assert texts[1] == "Why does oolong need so much rest after it was rolled?" + link
    assert texts[2] == "Our spring oolong rests for 12 days before it is blended." + link
    assert "• A gaiwan of 120 ml\n• Water at 90 degrees\n• Ten minutes of quiet" in texts[3]
    assert "How we blend our spring oolong" + link not in texts  # no title and link alone
    assert not any("#" in text for text in texts)  # nothing made of categories


def test_a_sentence_that_leans_on_the_one_before_it_is_no_draft() -> None:
    drafts = suggest(short(missing=20), used("x"), language="en")
    assert not any("This is what" in d.text or "Because" in d.text for d in drafts)


def test_what_the_blog_software_adds_is_no_draft() -> None:
    drafts = suggest(short(missing=20), used("x"), language="en")
    assert not any("appeared first" in d.text or "Read more" in d.text for d in drafts)


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    drafts = suggest(short(missing=20), used("x"), language="en")
    assert any("Dr. Lee, who grows it at 1,400 metres, turns every tray by hand." in d.text for d in drafts)


def test_a_german_date_does_not_end_a_sentence() -> None:
    post = Post(id="d", title="Tee", text="Am 14. März beginnt die Ernte in den Hügeln von Nantou. Schluss.")
    texts = [d.text for d in suggest(short(post), used("x"), language="de-AT")]
    assert "Am 14. März beginnt die Ernte in den Hügeln von Nantou." in texts


@pytest.mark.parametrize(
    ("language", "sentence", "whole"),
    [
        ("en", "Two shirts are enough; the third pair of shoes stays at home.", True),
        ("en", "A washer costs $2.50 and ten minutes of quiet.", True),
        ("en", "Set the total to $amount; then print it once more.", False),
        ("en", "The price of salt &amp; water is small today.", False),
        ("de", "„Ich höre zu, bevor ich messe“, sagt Marta am Ofen.", True),
        ("pl", "„Najpierw słucham, potem mierzę”, mówi Marta przy piecu.", True),
        ("de", "„Ich höre zu, bevor ich etwas sage, und messe dann.", False),
        ("en", "“I listen before I measure,” says Marta at the oven.", True),
        ("en", "“I listen before I measure, and then I measure.", False),
    ],
)
def test_a_sentence_with_a_semicolon_a_price_or_closed_quotation_marks_is_whole_and_code_is_none(
    language: str, sentence: str, whole: bool
) -> None:
    post = Post(id="1", title="On bells", permalink="https://b.example/1", text=sentence)
    drafts = suggest(short(post, 1), (), language=language)
    assert [sentence in draft.text for draft in drafts] == [True] * whole


def test_where_there_is_room_the_title_stands_above() -> None:
    (draft,) = suggest(short(missing=1), used("linkedin"), language="en")
    assert draft.text.startswith("How we blend our spring oolong\n\n")
    (draft,) = suggest(short(missing=1), used("bluesky"), language="en")
    assert not draft.text.startswith("How we blend")


def test_drafts_are_for_the_networks_the_client_uses_most() -> None:
    pairing = used(*["linkedin"] * 30, *["x"] * 20, *["threads"] * 2, *["instagram"] * 40)
    assert [d.network for d in suggest(short(), pairing, language="en")] == ["linkedin", "x", "linkedin"]


def test_a_network_the_post_already_has_comes_last() -> None:
    pairing = used("linkedin", "linkedin", "x", texts=("Something else",))
    assert [d.network for d in suggest(short(), pairing, language="en")] == ["x", "linkedin", "x"]


def test_a_client_of_whom_nothing_is_known_gets_drafts_for_the_usual_networks() -> None:
    drafts = suggest(short(), Pairing(posts=(OOLONG,)), language="en")
    assert [d.network for d in drafts] == ["linkedin", "facebook", "x"]


def test_what_was_said_already_is_not_suggested_again() -> None:
    said = "Ah! Why does oolong need so much rest after it was rolled? https://brew.example/oolong"
    drafts = suggest(short(missing=20), used("x", texts=(said,)), language="en")
    assert drafts
    assert not any("Why does" in d.text for d in drafts)


def test_the_updates_themselves_may_be_given_in_place_of_a_pairing() -> None:
    existing = [Update(text="How we blend our spring oolong", network="bluesky")]
    drafts = suggest(short(missing=20), existing, language="en")
    assert {d.network for d in drafts} == {"bluesky"}


def test_a_post_with_only_a_title_gets_no_draft_and_that_is_said() -> None:
    post = Post(id="t", title="Oolong, at last", permalink="https://brew.example/t", categories=("Tea",))
    assert suggest(short(post), used("x"), language="en") == ()
    enough = replace(short(), drafts=suggest(short(), used("x"), language="en"))
    (notice,) = too_few_drafts([enough, short(post)])
    assert notice.text == "1 post has fewer drafts than it misses updates: 'Oolong, at last'."
    assert not [*too_few_drafts([enough])]


def test_a_post_without_any_words_gets_no_draft() -> None:
    assert suggest(short(Post(id="e", title="", permalink="https://brew.example/e")), [], language="en") == ()


def test_words_that_break_off_are_no_draft() -> None:
    post = Post(id="c", title="Oolong", summary="The leaf is rolled by hand, dried and [...]")
    assert suggest(short(post), used("x"), language="en") == ()


def test_a_sentence_too_long_for_the_network_is_none_there() -> None:
    long = "The leaf is " + "rolled and " * 28 + "dried."
    post = Post(id="l", title="Oolong", text=f"{long} We taste each batch three times.")
    texts = [d.text for d in suggest(short(post), used("x"), language="en")]
    assert texts == ["We taste each batch three times."]


def test_the_users_own_template_replaces_ours(tmp_path: Path) -> None:
    (tmp_path / "drafts.question.j2").write_text("Q: {{ words }} ({{ network }})", encoding="utf-8")
    texts = [d.text for d in suggest(short(), used("x"), language="en", templates=tmp_path)]
    assert "Q: Why does oolong need so much rest after it was rolled? (x)" in texts


@pytest.mark.parametrize(
    "mistake",
    ["{{ wrods }}", "{% if %}", "{{ words.__class__.__mro__ }}", "{{ 1 / 0 }}", "{{ words + 1 }}"],
)
def test_a_mistake_in_the_users_template_is_named(tmp_path: Path, mistake: str) -> None:
    (tmp_path / "drafts.sentence.j2").write_text(mistake, encoding="utf-8")
    with pytest.raises(TemplateError, match=r"drafts\.sentence\.j2") as caught:
        suggest(short(), used("x"), language="en", templates=tmp_path)
    assert caught.value.template == "drafts.sentence.j2"


def test_words_of_a_post_are_never_a_template() -> None:
    post = Post(id="j", title="{{ 7 * 7 }} teas {% raw %}", text="We taste each batch three times.")
    (draft,) = suggest(short(post), used("linkedin"), language="en")
    assert draft.text.startswith("{{ 7 * 7 }} teas {% raw %}")


PARTS = """
Tea oolong rests. Why? 12 days, Because the leaf rolls! … [...] Am 14. März z. B. - one • two
“so good” (really) @brew https://brew.example/x <b> {{ words }} 茶は春に摘みます。 👩‍👩‍👧 Ünder the;
water at 90 degrees: more less and it cools slowly until morning comes
"""
TEXT = st.lists(st.sampled_from([*PARTS.split(), "\n", "\n", "\ud800", "\x00"]), max_size=80).map(" ".join)


@settings(max_examples=share(80), deadline=dt.timedelta(seconds=5))
@given(
    title=TEXT,
    summary=TEXT,
    text=TEXT,
    categories=st.lists(TEXT, max_size=2),
    link=st.sampled_from(["", "https://brew.example/" + "p" * 150]),
    network=st.sampled_from(sorted(NETWORKS)),
    missing=st.integers(1, 6),
)
def test_every_draft_is_the_posts_own_words_fits_differs_and_is_a_draft(
    title: str, summary: str, text: str, categories: list[str], link: str, network: str, missing: int
) -> None:
    post = Post(id="p", title=title, summary=summary, text=text, permalink=link, categories=tuple(categories))
    drafts = suggest(short(post, missing), used(network), language="de")
    own = set(words(" ".join((title, summary, text, link))))
    tags = {"".join(words(category)) for category in categories}
    assert len(drafts) <= missing
    assert len({" ".join(words(d.text.replace(link, ""))) for d in drafts}) == len(drafts)
    for draft in drafts:
        assert set(words(draft.text)) <= own | tags
        assert fits(draft.text, draft.network)
        assert draft.state == "draft"
        assert not link or link in draft.text
    assert drafts == suggest(short(post, missing), used(network), language="de")


@given(st.text(alphabet='ab{};$&:()_#/=. 12€“”„"«»[]', max_size=12))
def test_a_quick_look_at_a_sentence_sees_what_the_long_one_sees(text: str) -> None:
    assert material._is_code(text) == bool(material._CODE.search(text))
    assert material._has_link(text) == (next(links(text), None) is not None)
    found = [sign[0].strip() for sign in material._FIGURE.finditer(text)]
    assert material._has_figure(text) == any(not material._YEAR_ONLY.match(figure) for figure in found)
    assert not found or material._DIGIT.search(text)
    halves = [sign for pair in material._PAIRS for sign in pair]
    assert {*halves, "„", "“", "”", '"'} == set(material._HALVES)


def stands_alone(sentence: str) -> bool:
    words = sentence.count(" ") + 1
    wordless = words == 1 and len(sentence) >= 12
    first = sentence[0]
    return (
        (material.FEW <= words <= material.MANY or wordless)
        and (first.isupper() or first.isdigit() or first in "“„«¿¡\"'‘" or wordless)
        and not sentence.startswith(("#", "//"))
        and not leaning().match(sentence)
        and "@" not in sentence
        and "://" not in sentence
        and not material._CUT.search(sentence)
        and not any(phrase in sentence.lower() for phrase in boilerplate.PHRASES)
        and next(links(sentence), None) is None
        and material._is_closed(sentence)
    )


def strength(sentence: str, telling: set[str], place: int) -> float:
    shared = len(telling.intersection(material._content(sentence)))
    fit = 1.0 if 50 <= len(sentence) <= 180 else 0.4
    return fit + 0.5 * min(shared, 3) + 1.0 / (1 + place / 4) + (0.4 if sentence.endswith(("!", "?")) else 0)


def kind(sentence: str) -> str:
    if material._is_question(sentence):
        return "question"
    return "figure" if material._has_figure(sentence) else "sentence"


def slowly(post: Post, language: str) -> dict[str, list[str]]:
    """What `findings` gives, each thing looked for in each line and sentence."""
    lines: list[str] = []
    for line in (" ".join(line.split()) for line in f"{post.summary}\n{post.text}".splitlines()):
        if lines and line[:1].islower() and lines[-1] and not lines[-1].endswith((".", "!", "?", ":", "…")):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    lines = [line for line in lines if line and not material._CODE.search(line)]
    lines = [line for line in lines if not any(p in line[:200].lower() for p in boilerplate.PHRASES)]
    items = list(material._items(lines))
    whole = [s for line in lines if line not in items for s in sentences_of(line, language)]
    standing = [s for s in whole if stands_alone(s)]
    said = [split(bare(s)) for s in standing]
    title = split(bare(post.title))
    usable = [
        standing[said.index(key)]
        for at, key in enumerate(said)
        if key != title and key not in said[at + 1 :]  # the first spelling, in the place of the last
    ]
    telling = material._content(post.title)
    places = {sentence: place for place, sentence in enumerate(usable)}
    ranked = sorted(usable, key=lambda s: -strength(s, telling, places[s]))
    by_kind: dict[str, list[str]] = {"sentence": [], "question": [], "figure": []}
    for sentence in ranked:
        by_kind[kind(sentence)].append(sentence)
    return by_kind | {"item": list(material._in_threes(items))}


SAYINGS = st.sampled_from(
    """Tern: We weighed every dose & wrote it down.|Tern, we weighed every dose. And wrote it down!
Why is the café’s water so hard?|WHY IS THE CAFE'S WATER SO HARD?|Why is the water 12 degrees cold?
“Nobody,” she said, “can taste why.”|Nobody can taste (why|so it was 2019 (or 2020) at last.
Der 3. Kessel ist z. B. zu heiß.|C’est l’eau dure de l’été, dit-il.|Ce n’est pas l’eau dure ?
See https://brew.example/x for more tea.|Ask @ilse about the harder water.|Read more about hard water.
Fig. 3 shows what the water does…|Dr. Lee wrote it down in 1998.|Set x_y = {1} at once, please.
茶は春に摘みます。水は硬いですか？|Hard water, hard tea|A gaiwan of 120 ml|This leans on what was said.
Apareció primero en el agua dura.|Q &amp; A on hard water with Ilse.|Continue reading
Ünder the hard water;|It doesn't matter to the water.""".replace("\n", "|").split("|")
)
SAID = st.lists(st.tuples(SAYINGS, st.sampled_from([" ", " ", "\n"])).map("".join), max_size=14).map("".join)


@settings(max_examples=share(150), deadline=None)
@given(title=SAYINGS, summary=SAID, text=SAID, language=st.sampled_from(["en", "de", "fr", "ja"]))
def test_what_a_post_offers_is_found_quickly_as_it_is_found_slowly(
    title: str, summary: str, text: str, language: str
) -> None:
    post = Post(id="p", title=title, summary=summary, text=text)
    assert material.findings(post, language) == slowly(post, language)


def test_what_the_sample_offers_is_found_quickly_as_it_is_found_slowly() -> None:
    for post in read_feed("sample_data/feed.xml").posts:
        assert material.findings(post, "en") == slowly(post, "en")


@given(st.sampled_from(boilerplate.PHRASES), st.text("a eKé…\n", max_size=9), st.text("a eKé…\n", max_size=9))
def test_what_blog_software_adds_is_found_as_one_looks_for_each_phrase(
    phrase: str, before: str, after: str
) -> None:
    for text in (before + phrase + after, before + phrase[:-1] + after, before + phrase[1:] + after):
        lower = text.lower()
        assert boilerplate.phrases_in(lower) == tuple(p for p in boilerplate.PHRASES if p in lower)


def test_only_the_blank_of_the_keyboard_is_printable() -> None:
    assert [
        sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isspace() and sign.isprintable()
    ] == [" "]


@pytest.mark.parametrize("kind", ["sentence", "question", "figure", "item"])
@pytest.mark.parametrize("network", ["x", "linkedin"])
@given(
    words=st.text("{}%a\n 'ü", max_size=9),
    title=st.text("{}%a\n ü", max_size=9),
    link=st.sampled_from(["", "https://brew.example/a{b}"]),
)
def test_our_own_templates_are_filled_in_as_jinja_does(
    kind: Kind, network: str, words: str, title: str, link: str
) -> None:
    offer, post = material.Finding(kind, words), Post(id="p", title=title, permalink=link)
    environment = drafts_of._environment(None)
    assert drafts_of._write(None, offer, post, network) == drafts_of._write(environment, offer, post, network)


# --- what is said more than once ---------------------------------------------------------------------

CALL = "If you have a question about your tea, call us at the counter."


def tea(number: int, last: str = CALL, first: str = "") -> Post:
    told = f"The {number}th oolong rests for {number} days in the cold cellar."
    return Post(
        id=f"t{number}", title=f"Oolong number {number}", text="\n".join(filter(None, (first, told, last)))
    )


def texts_for(post: Post, pairing: Pairing) -> str:
    return "\n".join(draft.text for draft in suggest(short(post, 5), pairing, language="en"))


@pytest.mark.parametrize("place", ["first", "last", "within"])
def test_a_sentence_that_stands_in_several_posts_is_no_draft_wherever_it_stands(place: str) -> None:
    told = {"first": {"last": "", "first": CALL}, "last": {}, "within": {"last": f"So we found. {CALL} Bye."}}
    posts = (tea(3), tea(4, **told[place]), tea(5))
    for post in posts:
        drafts = texts_for(post, Pairing(posts=posts, pairs=()))
        assert f"The {post.id[1:]}th oolong rests" in drafts and "call us" not in drafts


def test_a_sentence_of_one_post_alone_is_a_draft_also_where_that_is_there_twice() -> None:
    post = tea(3)
    posts = (post, replace(post, id="again"), tea(4, last=""))
    assert CALL in texts_for(post, Pairing(posts=posts, pairs=()))


def test_what_an_update_said_that_belongs_to_no_post_or_to_another_is_no_draft() -> None:
    post, other = tea(3), tea(4, last="")
    update = Update(text=f"🍵 {CALL}\n#tea", network="x")
    assert CALL in texts_for(post, Pairing(posts=(post, other), pairs=()))
    alone = Pairing(posts=(post, other), pairs=(), unpaired=(Unpaired(update=update, reason="No link."),))
    pair = Pair(post=other, update=update, evidence=Evidence.LINK, score=1.0, reason="Link.")
    for pairing in (alone, Pairing(posts=(post, other), pairs=(pair,))):
        drafts = texts_for(post, pairing)
        assert "The 3th oolong rests" in drafts and "call us" not in drafts


@given(st.lists(st.text(alphabet="ab .!?\n", max_size=40), max_size=6))
def test_what_stands_in_several_posts_is_found_as_by_looking_at_each_beside_each(texts: list[str]) -> None:
    posts = [Post(id=str(n), title=str(n), text=text) for n, text in enumerate(texts)]
    slow = {
        piece
        for one in posts
        for other in posts
        if one is not other
        for part in repeated.parts(one.text) & repeated.parts(other.text)
        for piece in repeated.pieces(part)
    }
    assert {*repeated.in_several(posts).values()} == slow


CUT = st.text(alphabet="ab'’*.!?…。” »)\n\t\u00a0", max_size=30)


@given(CUT)
def test_a_text_is_cut_at_the_same_places_by_one_branch_as_by_two(text: str) -> None:
    assert repeated._ENDS.split(text) == re.split(r"[.!?…][\"”»)]*\s+|[。！？\n]", text)


@given(st.lists(CUT, max_size=6), st.lists(CUT, max_size=2), CUT)
def test_what_was_said_is_known_as_written_where_it_is_known_by_its_words(
    texts: list[str], updates: list[str], more: str
) -> None:
    posts = tuple(Post(id=str(n), title=str(n), text=text) for n, text in enumerate(texts))
    alone = tuple(Unpaired(update=Update(id="u", text=text, network="x"), reason="") for text in updates)
    history = drafts_of.History(Pairing(posts=posts, pairs=(), unpaired=alone))
    several = {*repeated.in_several(posts).values()}
    said = frozenset().union(*map(repeated.pieces, updates))
    offers = {piece for text in texts for piece in text.split("\n")}
    for words in {more, *offers, *(f"{offer}. " for offer in offers), *(f"“{offer}”" for offer in offers)}:
        found = repeated.pieces(words)
        assert history.has_said(words) == bool(found and (found <= said or found <= several))
