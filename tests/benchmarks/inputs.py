"""Generated inputs of any size that look like real ones: a WordPress-like feed of about 3.9 KB a post, and
three updates a post, most of them about no post.

The same size gives the same bytes. Posts and updates are made of the sentences below, in three languages, so
a real blog compresses worse. Of ten updates two name their post's address, one has a short link with the
post's title before it, one has the title alone, and six are about no post: a greeting, a question, a link
elsewhere.
"""

import csv
import datetime as dt
import itertools
import random
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

# By language: what a post is about, what it says of it, whole sentences, and what is said of no post.
SEEDS = {
    "en": (
        [
            "hard water",
            "the small menu",
            "a grinder that squeaks",
            "our second harbour shop",
            "paper filters",
        ],
        ["what we learnt about {}", "how to live with {}", "{} in five steps", "the quiet case for {}"],
        [
            "We weighed every dose for a month and wrote the numbers down.",
            "Most kettles are too hot, and nobody can taste why.",
            "The baker next door asked for less sugar, so we changed the syrup.",
            "Ask three guests and you get four opinions & one good idea.",
            "It took two winters before the roof stopped leaking.",
            "A thermometer costs less than the beans you burn without one.",
        ],
        [
            "Good morning from the counter! What are you drinking today?",
            "Thank you all for a lovely Saturday. We are still tired.",
            "Fresh buns at eight, gone by ten. You know the rules 🥐",
            "Reading this on a rainy afternoon: https://magazine.example/{}/",
            "Which one would you keep if you could only keep one?",
        ],
    ),
    "de": (
        ["hartes Wasser", "die kleine Karte", "eine Mühle, die quietscht", "Filter aus Papier"],
        ["Was wir über {} wissen", "Wie man mit {} lebt", "{} in fünf Schritten"],
        [
            "Wir haben einen Monat lang jede Dosis gewogen und aufgeschrieben.",
            "Die meisten Kessel sind zu heiß, und keiner schmeckt, warum.",
            "Der Bäcker nebenan wollte weniger Zucker, also wurde der Sirup ein anderer.",
            "Ein Thermometer kostet weniger als die Bohnen, die ohne es verbrennen.",
        ],
        [
            "Guten Morgen von der Theke! Was trinkt ihr heute?",
            "Danke für einen schönen Samstag. Wir sind noch müde.",
            "Gelesen an einem Regentag: https://magazine.example/{}/",
        ],
    ),
    "fr": (
        ["l’eau dure", "la petite carte", "un moulin qui grince", "les filtres en papier"],
        ["Ce que nous savons de {}", "Vivre avec {}", "{} en cinq étapes"],
        [
            "Pendant un mois, nous avons pesé et noté chaque dose.",
            "La plupart des bouilloires sont trop chaudes, et personne ne sait pourquoi.",
            "Un thermomètre coûte moins cher que les grains brûlés sans lui.",
        ],
        [
            "Bonjour du comptoir ! Que buvez-vous aujourd’hui ?",
            "Merci à tous pour ce beau samedi. Nous sommes encore fatigués.",
            "Lu un après-midi de pluie : https://magazine.example/{}/",
        ],
    ),
}
NAMES = ("Tern", "Ilse", "Tomas", "Møller", "Quay 4", "Larkfield", "Brandt", "Aoife", "Nordhafen", "Sable")
LANGUAGES = ("en", "en", "en", "en", "en", "en", "en", "de", "de", "fr")  # of ten posts
NETWORKS = {  # and how each addresses an update
    "LinkedIn": "https://www.linkedin.com/feed/update/urn:li:share:70{}",
    "X": "https://x.com/benchmark/status/17{}",
    "Facebook": "https://www.facebook.com/benchmark/posts/10{}",
}
START = dt.datetime(2010, 1, 1, 8, 0, tzinfo=dt.UTC)
BLOG = "https://blog.example"
SHORT = "https://tern.example/"
PAGE = 10_000  # posts in one file


def language_of(number: int) -> str:
    return LANGUAGES[number % len(LANGUAGES)]


def sentence(chance: random.Random, language: str) -> str:
    return f"{chance.choice(NAMES)}: {chance.choice(SEEDS[language][2])}"


def title(chance: random.Random, number: int) -> str:
    subjects, ways, *_ = SEEDS[language_of(number)]
    words = chance.choice(ways).format(chance.choice(subjects))
    return f"{words[0].upper()}{words[1:]}: {chance.choice(NAMES)}, {chance.choice(NAMES)} no. {number}"


def slug(number: int) -> str:
    return f"note-{number}"


def article(chance: random.Random, number: int) -> str:
    """The HTML of one post as the block editor of WordPress writes it: pictures, headings, lists, links."""
    language = language_of(number)
    paragraphs = [" ".join(escape(sentence(chance, language)) for _ in range(6)) for _ in range(5)]
    paragraphs[1] += (
        f' <a href="{BLOG}/note-{number - 1}/" rel="noopener">Last week&#8217;s note</a> tells more.'
    )
    picture = f"{BLOG}/wp-content/uploads/note-{number}"
    points = "".join(f"<li>{escape(sentence(chance, language))}</li>\n" for _ in range(3))
    return (
        f'<figure class="wp-block-image size-large"><img loading="lazy" decoding="async" width="1024" '
        f'height="683" src="{picture}-1024x683.jpg" alt="A note" class="wp-image-{number}" '
        f'srcset="{picture}-1024x683.jpg 1024w, {picture}-300x200.jpg 300w" '
        f'sizes="auto, (max-width: 1024px) 100vw, 1024px" /><figcaption>A note</figcaption></figure>\n'
        + "".join(f'<p class="wp-block-paragraph">{text}</p>\n' for text in paragraphs[:3])
        + f'<h2 class="wp-block-heading">{escape(title(chance, number))}</h2>\n'
        + f'<ul class="wp-block-list">{points}</ul>\n'
        + "".join(f"<p>{text}</p>\n" for text in paragraphs[3:])
        + f'<p>The post <a href="{BLOG}/">first appeared here</a>.</p>'
    )


def update(chance: random.Random, number: int, n: int, name: str, link: str) -> tuple[str, str]:
    """The text of a post's update, and the link that its row names; most are about no post."""
    language = language_of(number)
    kind = (3 * number + n) % 10
    if kind < 2:
        return f"{sentence(chance, language)} {link}", link
    if kind == 2:
        return f"{name} {SHORT}{number:x}{n}", f"{SHORT}{number:x}{n}"
    if kind == 3:
        return f"{name}. {sentence(chance, language)}", ""
    said = chance.choice(SEEDS[language][3]).format(f"{number}-{n}")
    return f"{said} {sentence(chance, language)}", ""


def write_inputs(folder: Path, posts: int, per_post: int = 3) -> tuple[Path, Path]:
    """A feed of so many posts and a CSV of its updates; the paths of both.

    A feed of 100 MB is read no more, so of very many posts the feed is a folder of pages.
    """
    folder.mkdir(parents=True, exist_ok=True)
    feed, sheet = folder / f"feed-{posts}.xml", folder / f"updates-{posts}.csv"
    if posts > PAGE:
        feed = folder / f"feed-{posts}"
    if feed.exists() and sheet.exists():
        return feed, sheet
    chance = random.Random(posts)
    with sheet.open("w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(["Date", "Network", "Text", "Link", "Permalink"])
        for first in range(0, posts, PAGE):
            page = feed
            if posts > PAGE:
                feed.mkdir(exist_ok=True)
                page = feed / f"page-{first // PAGE:03}.xml"
            with page.open("w", encoding="utf-8") as xml:
                xml.write(_HEAD)
                for number in range(first, min(first + PAGE, posts)):
                    xml.write(_post(chance, number, rows, per_post))
                xml.write("</channel></rss>\n")
    return feed, sheet


def _post(chance: random.Random, number: int, rows: Any, per_post: int) -> str:
    """One post of the feed; its updates go to `rows`."""
    language = language_of(number)
    name = title(chance, number)
    when = START + dt.timedelta(hours=14 * number)
    link = f"{BLOG}/{when:%Y/%m}/{slug(number)}/"
    body = article(chance, number)
    item = _ITEM.format(
        title=escape(name), link=link, date=format_datetime(when), id=number,
        lead=escape(sentence(chance, language)), body=body,
        category=escape(chance.choice(SEEDS[language][0])),
    )  # fmt: skip
    for n, network in zip(range(per_post), itertools.cycle(NETWORKS)):
        posted = when + dt.timedelta(days=n, minutes=7 * n)
        own = NETWORKS[network].format(f"{number:012}{n:05}")
        text, named = update(chance, number, n, name, link)
        rows.writerow([posted.isoformat(), network, text, named, own])
    return item


_HEAD = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Benchmark blog</title><link>https://blog.example</link><language>en</language>
"""
_ITEM = """<item><title>{title}</title><link>{link}</link><dc:creator><![CDATA[A. Writer]]></dc:creator>
<pubDate>{date}</pubDate><category><![CDATA[{category}]]></category>
<guid isPermaLink="false">https://blog.example/?p={id}</guid><description><![CDATA[{lead}]]></description>
<content:encoded><![CDATA[{body}]]></content:encoded></item>
"""
