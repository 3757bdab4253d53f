"""How fast pairing is on texts as people write them: most updates are about no post.

    python -m tests.benchmarks.bench_pair_spoken [POSTS] [UPDATES ...]

Made-up words ask less of it than an archive does: here replies, chatter and links elsewhere share everyday
words with many titles. Five invented authors in three languages put seed sentences together, each in a manner
of its own; names are of syllables, as unevenly used as names are. Printed are seconds of the processor for
each number of updates, the exponent of their growth, the peak of memory, precision and recall, and the ratio
to as many updates of `bench_pair`.
"""

import datetime as dt
import itertools
import math
import random
import resource
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from handover.model import Post, Update
from tests.benchmarks import bench_pair
from tests.benchmarks.bench_pair import BLOG, START, SYLLABLES, YEARS, by_handover, timed

SIZES = ("10000", "50000", "100000", "200000")
NAMES = 6_000

# Of each language: what sentences begin with, do, speak of and end with, apart at `|`; {} is a name.
ENGLISH = """
we | our baker {} | the new oven | my neighbour in {} | half the town | nobody I know |
the ferry from {} | a guest | the choir | I | the printer's apprentice | this old map of {} |
everyone at the market | the committee

will repair | is still waiting for | has finally opened | can't stop talking about | grew |
wrote a song about | moved | painted | promised us | forgot | is looking for | built | saved |
counted | taught me to love

the bread of {} | a quieter harbour | three small rooms above the shop |
the garden behind the library | what a good chair costs | the long winter | cheaper tickets |
her first harvest | the recipe for plum jam | a working week of four days | the bicycle workshop |
letters from {} | the accounts of last year

before the holidays | and it rained all day | for the third time this month | on the way to {} |
with no money | as {} always said | so come early | , which surprised me | at last | without a plan |
every Tuesday | again | !
"""
GERMAN = """
wir | unsere Gärtnerin {} | der neue Ofen | mein Nachbar aus {} | die halbe Stadt | niemand |
die Fähre nach {} | ein Gast | der Chor | ich | die Werkstatt | diese alte Karte von {} |
alle auf dem Markt | der Verein

repariert endlich | wartet noch auf | eröffnet morgen | redet nur von | baut | vergisst nie | zählt |
verspricht uns | sucht | malt | rettet | zeigt den Kindern | schreibt ein Lied über | verkauft

das Brot aus {} | einen stilleren Hafen | drei kleine Zimmer über dem Laden |
den Garten hinter der Bücherei | was ein guter Stuhl kostet | den langen Winter | günstige Karten |
die erste Ernte | das Rezept für Pflaumenmus | die Viertagewoche | die Fahrradwerkstatt |
Briefe aus {} | die Rechnungen vom letzten Jahr

vor den Ferien | bei Regen | zum dritten Mal | auf dem Weg nach {} | ohne Geld | wie {} immer sagte |
, das hat mich überrascht | ohne Plan | jeden Dienstag | schon wieder | und alle kommen | !
"""
FRENCH = """
nous | notre boulangère {} | le nouveau four | mon voisin de {} | la moitié du village | personne |
le bac de {} | un client | la chorale | je | l’atelier | cette vieille carte de {} | tout le marché |
l’association

répare enfin | attend toujours | ouvre demain | ne parle que de | construit | n’oublie jamais |
compte | nous promet | cherche | peint | sauve | apprend aux enfants | chante | vend

le pain de {} | un port plus calme | trois petites chambres au-dessus du magasin |
le jardin de la mairie | le prix d’une bonne chaise | le long hiver | des billets moins chers |
sa première récolte | la recette de la confiture de prunes | la semaine de quatre jours |
l’atelier de vélos | des lettres de {}

avant les vacances | sous la pluie | pour la troisième fois | en route vers {} | sans argent |
comme disait {} | , quelle surprise | sans plan | chaque mardi | encore une fois |
et tout le monde vient | !
"""
PARTS = {
    tag: [[words.strip() for words in part.split("|")] for part in told.split("\n\n")]
    for tag, told in (("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH))
}


class Author(NamedTuple):
    """A manner of writing: of titles ({n} counts, {s} is what it is about) and of the words about a post."""

    language: str
    titles: tuple[str, ...]
    shares: tuple[str, ...]
    likes: tuple[
        int, ...
    ]  # how often each kind: link, short, words, title, chatter, elsewhere, reply, repost


AUTHORS = (
    Author(
        "en",
        ("{s}", "How {s}", "Notes of the week {n}"),
        ("New post: {t}", "{t}"),
        (4, 4, 2, 1, 19, 15, 50, 5),
    ),
    Author(
        "en",
        ("{s}", "Open studio", "{s}, part {n}"),
        ("I wrote about this: {t}", "{t} …"),
        (2, 2, 2, 1, 43, 20, 25, 5),
    ),
    Author(
        "de",
        ("{s}", "Warum {s}", "Fundstücke {n}"),
        ("Neu im Blog: {t}", "{t}"),
        (5, 6, 4, 2, 38, 25, 15, 5),
    ),
    Author(
        "fr",
        ("{s}", "Le carnet n° {n}", "Pourquoi {s}"),
        ("Nouvel article : {t}", "“{t}”"),
        (5, 6, 4, 2, 33, 20, 25, 5),
    ),
    Author(
        "en",
        ("{s}", "Five questions for {s}", "Monday reading"),
        ("{t} #blog", "From the archive: {t}"),
        (10, 14, 6, 3, 32, 20, 10, 5),
    ),
)
KINDS = ("link", "short", "words", "title", "chatter", "elsewhere", "reply", "repost")


def speaker(chance: random.Random) -> Callable[[str], str]:
    """A function that says a sentence in a language."""
    names = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 3))).capitalize() for _ in range(NAMES)]
    weights = list(itertools.accumulate(1 / rank for rank in range(1, NAMES + 1)))

    def say(language: str) -> str:
        said = " ".join(map(chance.choice, PARTS[language])).replace(" ,", ",").replace(" !", "!")
        while "{}" in said:
            said = said.replace("{}", chance.choices(names, cum_weights=weights)[0], 1)
        return said[0].upper() + said[1:]

    return say


def make(posts: int, updates: int) -> tuple[list[Post], list[Update], dict[str, str]]:
    """Posts, updates, and which post each update about one is about; the same numbers give the same texts."""
    chance = random.Random(16)
    say = speaker(chance)
    step = dt.timedelta(days=365 * YEARS) / posts
    blog = []
    for n in range(posts):
        author = AUTHORS[n % len(AUTHORS)]
        frame = chance.choices(author.titles, (8, 1, 1))[0]
        blog.append(
            Post(
                id=f"p{n}",
                title=frame.format(s=say(author.language), n=n // len(AUTHORS)),
                permalink=f"{BLOG}/{n}/{chance.choice(SYLLABLES)}-{n:x}/",
                published=START + n * step,
                text=". ".join(say(author.language) for _ in range(12)),
            )
        )
    told: list[Update] = []
    truth: dict[str, str] = {}
    for n in range(updates):
        number = chance.randrange(posts)
        post, author = blog[number], AUTHORS[number % len(AUTHORS)]
        assert post.published is not None
        kind = chance.choices(KINDS, author.likes)[0]
        text, about = _text(chance, say, author, post, kind), kind in ("link", "short", "words", "title")
        days = chance.choice((0, 0, 0, 1, 2, 30)) if about else chance.randint(0, 300)
        told.append(
            Update(
                id=f"u{n}",
                network="mastodon" if author.language == "de" else "x",
                text=text,
                posted_at=post.published + dt.timedelta(days=days, hours=3),
                kind="reply" if kind == "reply" else "repost" if kind == "repost" else "original",
            )
        )
        if about:
            truth[f"u{n}"] = post.id
    return blog, told, truth


def _text(chance: random.Random, say: Callable[[str], str], author: Author, post: Post, kind: str) -> str:
    said = f"{say(author.language)} #{''.join(chance.choices(SYLLABLES, k=3))}"
    key = f"{chance.getrandbits(40):x}"
    return {
        "link": f"{said} {post.permalink}?utm_source=social",
        "short": f"{chance.choice(author.shares).format(t=post.title)} https://bit.ly/{key}",
        "words": f"{chance.choice(post.text.split('. '))}. {said} https://bit.ly/{key}",
        "title": chance.choice(author.shares).format(t=post.title),
        "chatter": said if chance.random() < 0.6 else f"{said}. {say(author.language)}",
        "elsewhere": f"{said} https://news.example/{key}/{chance.choice(SYLLABLES)}",
        "reply": f"@{chance.choice(SYLLABLES)}{chance.choice(SYLLABLES)} {said}",
        "repost": f"RT @{chance.choice(SYLLABLES)}: {said} https://bit.ly/{key}",
    }[kind]


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """With what power of the number of updates the time grows, from the first to the last."""
    return math.log(seconds[-1] / seconds[0]) / math.log(sizes[-1] / sizes[0])


def main() -> None:
    count, *many = map(int, (sys.argv[1:2] or ["10000"]) + (sys.argv[2:] or list(SIZES)))
    taken = []
    for size in many:
        posts, updates, truth = make(count, size)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        seconds, found = timed(partial(by_handover, posts, updates))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        taken.append(seconds)
        print(
            f"{count:,} posts, {size:,} updates: the data {before / 1024:.0f} MB, "
            f"the peak {peak / 1024:.0f} MB"
        )
        bench_pair.report("handover, as people write", seconds, found, truth, taken[0])
    if len(many) > 1:
        print(f"exponent from {many[0]:,} to {many[-1]:,} updates: {exponent(many, taken):.2f}")
    posts, updates, _ = bench_pair.make(count, many[-1])
    seconds, _ = timed(partial(by_handover, posts, updates))
    print(f"as many updates of made-up words: {seconds:.2f} s, x{taken[-1] / seconds:.2f} of it here")


if __name__ == "__main__":
    main()
