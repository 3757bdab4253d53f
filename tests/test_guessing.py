"""The language of a blog that does not name it."""

from pathlib import Path

import pytest

from handover import build_handover
from handover.languages.guessing import FEWEST, guess

TEXTS = {
    "de": "Wir backen seit vielen Jahren mit dem Mehl aus der Mühle im Tal, und das schmeckt man auch"
    " in jedem Brot, das bei uns aus dem Ofen kommt. Heute zeigen wir euch, wie ihr zu Hause ein"
    " einfaches Brot backen könnt, das nicht viel Zeit braucht und für die ganze Familie reicht.",
    "en": "We have baked with the flour of the mill in the valley for many years, and you can taste"
    " it in every loaf that comes out of our oven. Today we show you how to bake a simple bread"
    " at home that does not take much time and is enough for the whole family.",
    "nl": "Wij bakken al vele jaren met het meel van de molen in het dal, en dat proef je in elk"
    " brood dat bij ons uit de oven komt. Vandaag laten we zien hoe je thuis een eenvoudig brood"
    " kunt bakken dat niet veel tijd kost en genoeg is voor de hele familie, ook als er gasten"
    " zijn.",
    "es": "Horneamos desde hace muchos años con la harina del molino del valle, y eso se nota en cada"
    " pan que sale de nuestro horno. Hoy te mostramos cómo hornear en casa un pan sencillo que"
    " no lleva mucho tiempo y que alcanza para toda la familia, también cuando vienen más"
    " personas.",
    "ja": "私たちは長年、谷の水車小屋の小麦粉でパンを焼いています。今日は、家でも簡単に焼けるパンの作り方を"
    "ご紹介します。時間もかからず、家族みんなで楽しめます。ぜひお試しください。焼きたてのパンの香りが"
    "広がります。",
    "ru": "Мы уже много лет печём хлеб из муки с мельницы в долине, и это чувствуется в каждой"
    " буханке, которая выходит из нашей печи. Сегодня мы покажем, как испечь дома простой хлеб,"
    " который не требует много времени и которого хватит на всю семью, если только не придут"
    " гости, но и для них что-то будет.",
    "ca": "Fa molts anys que fem el pa amb la farina del molí de la vall, i això es nota en cada pa"
    " que surt del nostre forn. Avui us ensenyem com fer a casa un pa senzill que no necessita"
    " molt de temps i que és prou per a tota la família, també quan venen els amics, amb oli i"
    " sal per als petits.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_tells_its_language(language):
    assert guess([TEXTS[language]]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ".join(TEXTS["de"].split()[: FEWEST - 10]),
        "a e i o u y " * 40,  # words of one letter are of no language
        "Kettle Teapot Larkfield Tern Harbour Oolong Assam Darjeeling " * 20,
        "function return const import export default class true null " * 20,
        f"{TEXTS['de']} {TEXTS['en']}",  # a blog in two languages
    ],
)
def test_better_no_guess_than_a_wrong_one(text):
    assert guess([text]) == ""


def feed_in(tmp_path: Path, language: str, stated: str = "") -> Path:
    path = tmp_path / "feed.xml"
    tag = f"<language>{stated}</language>" if stated else ""
    item = f"<item><title>1</title><guid>1</guid><description>{TEXTS[language]}</description></item>"
    path.write_text(
        f"<rss version='2.0'><channel><title>T</title>{tag}{item}</channel></rss>", encoding="utf-8"
    )
    return path


def test_the_documents_follow_the_posts_and_the_summary_says_so(tmp_path):
    built = build_handover(feed_in(tmp_path, "de"), [{"text": "Brot"}], out_dir=tmp_path / "out")
    assert built.language == "de"
    assert "The blog names no language; its posts are in 'de'. Say --language if that is wrong." in str(built)


def test_the_users_word_and_the_blogs_own_go_before_the_guess(tmp_path):
    path = feed_in(tmp_path, "de")
    told = build_handover(path, [{"text": "Brot"}], out_dir=tmp_path / "a", language="fr")
    stated = build_handover(feed_in(tmp_path, "de", "it"), [{"text": "Brot"}], out_dir=tmp_path / "b")
    assert (told.language, stated.language) == ("fr", "it")
    assert "names no language" not in f"{told}{stated}"


def test_a_language_without_texts_gives_english_documents_and_says_so(tmp_path):
    built = build_handover(feed_in(tmp_path, "nl"), [{"text": "Brood"}], out_dir=tmp_path / "out")
    assert any("no texts in the language 'nl'" in notice.text for notice in built.notices)
