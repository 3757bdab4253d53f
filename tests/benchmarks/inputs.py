"""Generated inputs of any size: a WordPress-like feed of about 3.9 KB a post, and three updates a post.

The same size gives the same bytes. The words are invented sentences, so a real blog compresses worse.
"""

import csv
import datetime as dt
import itertools
import random
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

SUBJECTS = [
    "coffee",
    "harbour",
    "kettle",
    "grinder",
    "baker",
    "lighthouse",
    "ferry",
    "recipe",
    "morning",
    "roast",
    "café",
    "Müller",
]
VERBS = [
    "opens",
    "brews",
    "saves",
    "changes",
    "teaches",
    "carries",
    "follows",
    "answers",
    "surprises",
    "keeps",
]
THINGS = [
    "three friends",
    "the first week",
    "a smaller menu",
    "hard water & lime",
    "the long winter",
    "every guest",
]
NETWORKS = {  # and how each addresses an update
    "LinkedIn": "https://www.linkedin.com/feed/update/urn:li:share:70{}",
    "X": "https://x.com/benchmark/status/17{}",
    "Facebook": "https://www.facebook.com/benchmark/posts/10{}",
}
START = dt.datetime(2010, 1, 1, 8, 0, tzinfo=dt.UTC)
BLOG = "https://blog.example"
PAGE = 10_000  # posts in one file


def sentence(chance: random.Random) -> str:
    return (
        f"The {chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(THINGS)} "
        f"and the {chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(THINGS)}."
    )


def title(chance: random.Random, number: int) -> str:
    words = f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(THINGS)}"
    return f"{words.capitalize()}, note {number}"


def article(chance: random.Random, number: int) -> str:
    """The HTML of one post as the block editor of WordPress writes it: pictures, headings, lists, links."""
    paragraphs = [" ".join(sentence(chance) for _ in range(6)) for _ in range(5)]
    paragraphs[1] += (
        f' <a href="{BLOG}/note-{number - 1}/" rel="noopener">Last week&#8217;s note</a> tells more.'
    )
    picture = f"{BLOG}/wp-content/uploads/note-{number}"
    points = "".join(f"<li>{escape(sentence(chance))}</li>\n" for _ in range(3))
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
    name = title(chance, number)
    when = START + dt.timedelta(hours=14 * number)
    link = f"{BLOG}/{when:%Y/%m}/note-{number}/"
    body = article(chance, number)
    item = _ITEM.format(
        title=escape(name), link=link, date=format_datetime(when), id=number,
        lead=escape(sentence(chance)), body=body, category=chance.choice(SUBJECTS),
    )  # fmt: skip
    for n, network in zip(range(per_post), itertools.cycle(NETWORKS)):
        posted = when + dt.timedelta(days=n, minutes=7 * n)
        own = NETWORKS[network].format(f"{number:012}{n:05}")
        rows.writerow([posted.isoformat(), network, f"{name}: {sentence(chance)} {link}", link, own])
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
