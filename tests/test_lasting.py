"""What can be posted again: the verdict says so, and by which words."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.check import judge_lasting, runway, verdicts
from handover.check.lexicon import language_of, lexicon, words_of
from handover.check.seasons import WINDOWS, windows
from handover.languages import all_languages
from handover.model import Evidence, Kind, Lasting, Pair, Pairing, Post, Unpaired, Update, Verdict
from handover.write.words import words

TODAY = dt.date(2026, 11, 20)


def judged(text: str, language: str = "en", posted: dt.date | None = dt.date(2024, 3, 1)) -> Verdict:
    moment = dt.datetime(posted.year, posted.month, posted.day, 9, tzinfo=dt.UTC) if posted else None
    return judge_lasting(Update(text=text, network="x", posted_at=moment), language, TODAY)


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("en", "Tasting on 14 March 2024, doors open.", "names 14 March 2024"),
        ("en", "March 14th, 2024: our tasting", "names March 14th, 2024"),
        ("en", "Come by on the 14th of March", "names 14th of March"),
        ("en", "Tasting: 2024-03-14", "names 2024-03-14"),
        ("en", "Tasting 14/03/2024", "names 14/03/2024"),
        ("en", "May 5 is tasting day", "names May 5"),
        ("en", "The best teas of 2024", "names the year 2024"),
        ("en", "Looking back at 2023", "names the year 2023"),
        ("en", "See you at #TeaCon2024", "speaks of an event: “See you at”"),
        ("en", "What a #TeaCon2024 it was", "speaks of an event: “#TeaCon2024”"),
        ("en", "Only this week: oolong", "says “this week”"),
        ("en", "See you tomorrow", "says “tomorrow”"),
        ("en", "Doors open on Friday", "names Friday"),
        ("en", "Last chance to order", "speaks of an end: “Last chance”"),
        ("en", "Register for our free webinar", "speaks of an event: “webinar”"),
        ("en", "We are opening a second shop", "calls it new: “We are opening”"),
        ("en", "Harbour festival! Find our blue cart", "speaks of an event: “festival”"),
        ("en", "New on the blog: oolong", "calls it new: “New on the blog”"),
        ("de", "Am 14. März 2024 ist Verkostung", "nennt 14. März 2024"),
        ("de", "Am 14.3. ist Verkostung", "nennt 14.3."),
        ("de", "Verkostung am 14.03.2024", "nennt 14.03.2024"),
        ("de", "Heute im Laden: Oolong", "sagt „Heute“"),
        ("de", "Nächste Woche ist Verkostung", "sagt „Nächste Woche“"),
        ("de", "Wir sehen uns am Freitag", "nennt Freitag"),
        ("de", "Neu im Blog: Oolong", "nennt es neu: „Neu im Blog“"),
        ("fr", "Dégustation le 14 mars 2024", "indique 14 mars 2024"),
        ("fr", "Aujourd’hui, on goûte", "dit « Aujourd’hui »"),
        ("fr", "Rendez-vous vendredi pour goûter", "indique vendredi"),
        ("es", "Cata el 14 de marzo de 2024", "menciona 14 de marzo de 2024"),
        ("es", "Mañana hay cata", "dice «Mañana»"),
        ("es", "Últimas plazas para la cata", "habla de un final: «Últimas plazas»"),
        ("pt", "Prova no dia 14 de março de 2024", "menciona 14 de março de 2024"),
        ("pt", "Amanhã há prova de chá", "diz “Amanhã”"),
        ("pt-BR", "Na próxima semana tem prova", "diz “Na próxima semana”"),
        ("it", "Degustazione il 14 marzo 2024", "indica 14 marzo 2024"),
        ("it", "Domani si assaggia", "dice «Domani»"),
        ("it", "Iscriviti al nostro webinar", "parla di un evento: «webinar»"),
        ("nl", "Proeverij op 14 maart", "names 14 maart"),  # months and weekdays of any language
        ("ja", "試飲会は2024年3月14日です", "names 2024年3月14日"),
        ("ko", "시음회는 3월 14일", "names 3월 14일"),
        ("pl", "Degustacja 14 marca 2024", "names 14 marca 2024"),
        (
            "en",
            "Wir freuen uns auf euch, morgen ist die Verkostung und der Eintritt ist frei",
            "says “morgen”",
        ),
    ],
)
def test_a_text_that_names_a_time_is_dated_and_the_reason_quotes_it(
    language: str, text: str, reason: str
) -> None:
    verdict = judged(text, language)
    assert (verdict.lasting, words(language).said(verdict.reason)) == ("dated", reason)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "How to brew oolong in five steps"),
        ("en", "Ten teas that forgive hot water. 3 minutes, 90 degrees."),
        ("en", "Read it here: https://brew.example/2024/03/14/oolong"),
        ("en", "Thanks to @tea2024 for the picture"),
        ("en", "Brewing tea since 2019"),
        ("en", "In 1662 a queen made tea the fashion"),
        ("en", "Climate neutral by 2050: what tea growers do"),
        ("en", "Every Monday a cup of oolong"),
        ("en", "Every first Saturday we mend pots. First Saturday, bring yours"),
        ("en", "Tea for today's world"),
        ("en", "You may march with us, the water may fall"),
        ("en", "How to plan a webinar that people remember"),
        ("en", "Spring, summer, autumn, winter: one pot for all of them"),
        ("en", "It costs €2024 or 2024 kcal"),
        ("de", "Guten Morgen! So gelingt der Tee"),
        ("de", "Jeden Freitag frisch geröstet"),
        ("de", "Auch heute noch rollt man ihn von Hand"),
        ("fr", "Le lundi, on infuse plus longtemps"),
        ("fr", "Le thé depuis 2019"),
        ("fr", "Mars a deux lunes"),
        ("es", "Un té por la mañana"),
        ("es", "Hoy en día se bebe frío"),
        ("pt", "Hoje em dia bebe-se frio"),
        ("it", "Ogni lunedì una tazza"),
    ],
)
def test_a_text_tied_to_no_time_lasts(language: str, text: str) -> None:
    assert judged(text, language) == Verdict(lasting="lasting", reason="nothing in it ties it to a time")


@pytest.mark.parametrize(
    ("language", "text", "word", "first", "last"),
    [
        ("en", "A Christmas blend", "Christmas", dt.date(2026, 11, 15), dt.date(2026, 12, 26)),
        ("en", "Happy Easter to you", "Easter", dt.date(2027, 2, 28), dt.date(2027, 3, 29)),
        ("en", "Iced tea for the summer", "summer", dt.date(2027, 6, 1), dt.date(2027, 8, 31)),
        ("en", "Black Friday, calm tea", "Black Friday", dt.date(2026, 11, 13), dt.date(2026, 11, 30)),
        ("en", "Mother's Day gifts", "Mother's Day", dt.date(2027, 4, 18), dt.date(2027, 5, 9)),
        ("en", "In March we harvest", "March", dt.date(2027, 3, 1), dt.date(2027, 3, 31)),
        (
            "de",
            "Weihnachtsplätzchen zum Tee",
            "Weihnachtsplätzchen",
            dt.date(2026, 11, 15),
            dt.date(2026, 12, 26),
        ),
        ("de", "Tee im Herbst", "Herbst", dt.date(2026, 9, 1), dt.date(2026, 11, 30)),
        ("fr", "La fête des mères approche", "fête des mères", dt.date(2027, 5, 9), dt.date(2027, 5, 30)),
        ("es", "Té helado para el verano", "verano", dt.date(2027, 6, 1), dt.date(2027, 8, 31)),
        ("pt", "Um presente de Natal", "Natal", dt.date(2026, 11, 15), dt.date(2026, 12, 26)),
        ("it", "Il tè di Ferragosto", "Ferragosto", dt.date(2027, 8, 1), dt.date(2027, 8, 15)),
    ],
)
def test_a_seasonal_text_says_which_season_and_when_it_is_on(
    language: str, text: str, word: str, first: dt.date, last: dt.date
) -> None:
    verdict = judged(text, language, posted=None)
    assert (verdict.lasting, verdict.reason) == ("seasonal", f"speaks of “{word}”")
    assert verdict.season[0] == (first, last)


def test_seasons_are_those_of_the_half_of_the_earth_it_was_posted_in() -> None:
    southern = judged("Iced tea for the summer", posted=dt.date(2024, 1, 10))
    assert southern.season[0] == (dt.date(2026, 12, 1), dt.date(2027, 2, 28))


def test_a_feast_of_another_calendar_is_seasonal_but_claims_no_days() -> None:
    assert judged("Tea for Ramadan") == Verdict(lasting="seasonal", reason="speaks of “Ramadan”")


@pytest.mark.parametrize("own", ["lasting", "dated"])
def test_the_users_own_word_overrules(own: Lasting) -> None:
    update = Update(text="Tasting on 14 March 2024, a Christmas blend", lasting=own)
    assert judge_lasting(update, "en", TODAY) == Verdict(lasting=own, reason="your own word")


def test_an_update_its_owner_calls_seasonal_fits_when_its_words_or_its_first_posting_say() -> None:
    worded = judge_lasting(Update(text="A Christmas blend", lasting="seasonal"), "en", TODAY)
    assert worded.season[0] == (dt.date(2026, 11, 15), dt.date(2026, 12, 26))
    posted = dt.datetime(2024, 2, 3, tzinfo=dt.UTC)
    silent = judge_lasting(Update(text="Our blend", lasting="seasonal", posted_at=posted), "en", TODAY)
    assert silent.season == ((dt.date(2027, 2, 1), dt.date(2027, 2, 28)),)
    assert silent.reason == "your own word"


def test_a_year_counts_from_the_time_of_posting() -> None:
    assert judged("Tea in 2016", posted=dt.date(2016, 5, 1)).lasting == "dated"
    assert judged("Tea in 2016", posted=dt.date(2024, 5, 1)).lasting == "lasting"
    assert judged("Tea in 2019", posted=None).lasting == "dated"


@pytest.mark.parametrize(
    ("kind", "reason"), [("reply", "answers somebody"), ("repost", "repeats somebody else's words")]
)
def test_replies_and_reposts_are_nothing_to_post_again(kind: Kind, reason: str) -> None:
    update = Update(text="Thank you", kind=kind)
    assert judge_lasting(update, "en", TODAY) == Verdict(lasting="dated", reason=reason)


def test_an_update_without_words_is_nothing_to_post_again() -> None:
    verdict = judge_lasting(Update(permalink="https://x.com/brew/status/1"), "en", TODAY)
    assert verdict == Verdict(lasting="dated", reason="has no text to use again")


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "pt", "it"])
def test_every_season_of_every_language_has_its_window(language: str) -> None:
    known = lexicon(language)
    seasons = {name for found in known.phrases.values() for _, rule, name in found if rule == "season"}
    assert seasons | set(known.stems.values()) <= set(WINDOWS)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "en",
            ["your own word", "answers somebody", "speaks of “Winter”"],
        ),
        ("de", ["von Hand so bestimmt", "antwortet jemandem", "spricht von „Winter“"]),
        ("fr", ["choisi à la main", "répond à quelqu’un", "parle de « Winter »"]),
        ("nl", ["your own word", "answers somebody", "speaks of “Winter”"]),
    ],
)
def test_a_reason_is_said_in_the_readers_language_whatever_the_updates_is(
    language: str, told: list[str]
) -> None:
    updates = [
        Update(text="Winter", lasting="dated"),
        Update(text="Winter", kind="reply"),
        Update(text="Winter"),
    ]
    reasons = [judge_lasting(update, "en", TODAY).reason for update in updates]
    assert [words(language).said(reason) for reason in reasons] == told


@given(st.sampled_from(sorted(WINDOWS)), st.dates(dt.date(2001, 1, 1), dt.date(2099, 1, 1)))
def test_windows_are_open_or_to_come_within_a_year(season: str, today: dt.date) -> None:
    for first, last in windows({season}, today, None):
        assert first <= last
        assert last >= today
        assert (first - today).days <= 365


@given(st.text(max_size=80), st.sampled_from(["en", "de", "fr-CA", "xx", "", "zh-Hant", "👻"]))
def test_no_text_and_no_language_is_a_crash(text: str, language: str) -> None:
    update = Update(text=text, permalink="https://x.com/b/1")
    assert judge_lasting(update, language, TODAY).reason


def pairing(*updates: Update) -> Pairing:
    post = Post(id="p", title="Oolong")
    pairs = tuple(
        Pair(post=post, update=u, evidence=Evidence.LINK, score=1.0, reason="Link.") for u in updates
    )
    return Pairing(posts=(post,), pairs=pairs)


def test_verdicts_cover_every_update_paired_or_not() -> None:
    alone = Unpaired(update=Update(text="See you tomorrow"), reason="No link.")
    whole = Pairing(posts=(), pairs=pairing(Update(text="Oolong")).pairs, unpaired=(alone,))
    found = verdicts(whole, "en", TODAY)
    assert [v.lasting for v in found.values()] == ["lasting", "dated"]
    assert alone.update.id in found


def test_the_runway_counts_lasting_originals_once_in_whole_weeks() -> None:
    lasting = [Update(text=f"Oolong number {n}") for n in range(7)]
    whole = pairing(
        *lasting, lasting[0], Update(text="Thanks", kind="reply"), Update(text="See you tomorrow")
    )
    found = runway(whole, verdicts(whole, "en", TODAY), 3)
    assert (found.lasting, found.per_week, found.weeks) == (7, 3, 2)


def test_without_a_pace_there_are_no_weeks() -> None:
    whole = pairing(Update(text="Oolong"))
    assert runway(whole, verdicts(whole, "en", TODAY), 0).weeks == 0


@given(st.text(alphabet=st.characters(max_codepoint=0x17F)))
def test_the_words_of_a_text_are_runs_of_letters_and_figures_in_lower_case(text: str) -> None:
    assert words_of(text) == tuple(re.findall(r"[^\W_]+", text.lower()))


def test_a_text_is_in_the_language_stated_unless_two_more_common_words_are_anothers() -> None:
    german = ["der", "Kaffee", "und", "die", "Bohne", "sind", "nicht", "für", "alle"]
    assert language_of(frozenset(german), "en") == "de"
    assert language_of(frozenset(german), "de-AT") == "de-AT"
    assert language_of(frozenset(["der", "the", "and"]), "en") == "en"
    assert language_of(frozenset(), "xx") == "xx"


def test_words_of_one_letter_prove_no_language() -> None:
    assert language_of(frozenset(["plan", "a", "e", "o", "i", "y", "vitamin", "à", "è", "é"]), "en") == "en"
    assert [known.tag for known in all_languages() if 1 in map(len, words_of(known.time.common))] == []


@pytest.mark.parametrize("text", ["Do as locals do", "No tea, no ale, as we say", "On the die, in me"])
def test_words_that_two_languages_share_do_not_make_a_short_text_foreign(text: str) -> None:
    assert language_of(frozenset(words_of(text)), "en") == "en"
