"""What really was: a blog's posts, and every update that was sent."""

import datetime as dt
import random
from dataclasses import dataclass
from zoneinfo import ZoneInfo

HOST = "https://journal.thistleandoak.example"
NETWORKS = ("x", "facebook", "instagram", "linkedin", "threads", "bluesky", "mastodon")
ZONES = ("UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo")
ADJECTIVES = (
    "quiet",
    "crooked",
    "amber",
    "hollow",
    "northern",
    "patient",
    "salted",
    "folded",
    "early",
    "broad",
)
NOUNS = ("hinge", "ladder", "kettle", "orchard", "harbour", "bench", "lantern", "drawer", "cellar", "saddle")
VERBS = ("mend", "carry", "season", "weigh", "polish", "borrow", "measure", "plant")
ENDINGS = (
    "in the rain",
    "without nails",
    "for two",
    "before winter",
    "on a Sunday",
    "by hand",
    "at the quay",
)
TEMPLATES = (
    "New on our blog today. Have a look: {link}",
    "New post! {link}",
    "Just published, tell us what you think {link}",
    "From the archive: {link}",
    "Neu im Blog, wir freuen uns auf eure Meinung: {link}",
    "ブログを更新しました。ぜひご覧ください {link}",
    "Have you read this one yet? {link} #thistleandoak",
)
OWN = (
    "{title} {link}",
    "How to {verb} a {noun} {ending}, told by someone who got it wrong twice: {link}",
    "“{adjective} is a compliment here.” More on {title} {link}",
    "{title}\n\nThe short answer: it depends on the {noun}. The long one 👇\n{link}",
    "Question {number} of our readers: may I {verb} the {noun} {ending}? {link} #askus #{noun}",
    "🌿 {title} – a small story about a {adjective} {noun} {ending}. {link}",
)


@dataclass(frozen=True, slots=True)
class Article:
    """A post of the blog."""

    number: int
    title: str
    link: str
    published: dt.datetime
    text: str


@dataclass(frozen=True, slots=True)
class Sent:
    """An update as it was sent."""

    number: int
    network: str
    account: str
    text: str  # with "{link}" where its link stands
    link: str
    at: dt.datetime  # in UTC, to the second, never the full minute
    here: dt.datetime  # the same where she works
    planned: dt.datetime  # there, the minute it was planned for
    article: int

    @property
    def whole(self) -> str:
        """The text with its link."""
        return self.text.format(link=self.link)

    @property
    def bare(self) -> str:
        """The text without its link."""
        return self.text.replace("{link}", "").strip()

    @property
    def shortened(self) -> str:
        """Its link as X writes it."""
        return f"https://t.co/{self.article:04d}x{self.number:04d}"


@dataclass(frozen=True, slots=True)
class Truth:
    """A blog and its updates."""

    articles: tuple[Article, ...]
    sent: tuple[Sent, ...]
    zone: str


def make_truth(chance: random.Random, posts: int) -> Truth:
    """A blog with so many posts: some on the same day, some re-posted, most told on several networks."""
    articles = tuple(_articles(chance, posts))
    networks = chance.sample(NETWORKS, chance.randint(2, 4))
    accounts = ("thistleandoak", "thistle_norwich") if chance.random() < 0.25 else ("thistleandoak",)
    zone = chance.choice(ZONES)
    sent: list[Sent] = []
    taken: set[tuple[str, dt.datetime]] = set()
    for article in articles:
        for text in {_text(chance, article): None for _ in range(chance.randint(1, 3))}:
            at, again = _moment(chance, article.published), chance.choice((None, None, None, 45, 200))
            for network in chance.sample(networks, chance.randint(1, len(networks))):
                for days in (0, again) if again else (0,):
                    for account in accounts if network == "x" else accounts[:1]:
                        when = at + dt.timedelta(days=days, seconds=chance.randint(0, 9))
                        while (network, when) in taken or not when.second or _is_midnight(when, zone):
                            when += dt.timedelta(seconds=1)
                        taken.add((network, when))
                        here = when.astimezone(ZoneInfo(zone))
                        late = dt.timedelta(minutes=chance.choice((0, 0, 0, 1, 2, 4)))
                        planned = here.replace(second=0) - late
                        told = (network, account, text, article.link, when, here, planned, article.number)
                        sent.append(Sent(len(sent), *told))
    return Truth(articles, tuple(sent), zone)


def _is_midnight(moment: dt.datetime, zone: str) -> bool:
    """Whether a plan for it may say midnight, which sheets and exports write for a day without a time."""
    return any(m.hour == 0 and m.minute < 5 for m in (moment, moment.astimezone(ZoneInfo(zone))))


def _articles(chance: random.Random, posts: int) -> list[Article]:
    day = dt.datetime(2024, 1, 8, 6, 0, tzinfo=dt.UTC)
    found: list[Article] = []
    slugs: set[str] = set()
    while len(found) < posts:
        words = (
            chance.choice(ADJECTIVES),
            chance.choice(NOUNS),
            chance.choice(VERBS),
            chance.choice(ENDINGS),
        )
        title = "The {} {} we {} {}".format(*words)
        slug = title.lower().replace(" ", "-")
        if slug in slugs:
            continue
        slugs.add(slug)
        text = " ".join(f"The {chance.choice(NOUNS)} is {chance.choice(ADJECTIVES)}." for _ in range(20))
        found.append(Article(len(found), title, f"{HOST}/{day:%Y/%m}/{slug}/", day, text))
        day += dt.timedelta(days=chance.choice((0, 1, 3, 7)), minutes=chance.randint(1, 50))
    return found


def _text(chance: random.Random, article: Article) -> str:
    if chance.random() < 0.4:
        return chance.choice(TEMPLATES)
    return chance.choice(OWN).format(
        title=article.title,
        link="{link}",
        verb=chance.choice(VERBS),
        noun=chance.choice(NOUNS),
        ending=chance.choice(ENDINGS),
        adjective=chance.choice(ADJECTIVES),
        number=chance.randint(1, 400),
    )


def _moment(chance: random.Random, published: dt.datetime) -> dt.datetime:
    day = published + dt.timedelta(days=chance.choice((0, 0, 0, 1, 2, 6)))
    return day.replace(
        hour=chance.randint(0, 23), minute=5 * chance.randrange(12), second=chance.randint(1, 40)
    )
