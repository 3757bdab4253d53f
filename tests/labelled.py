"""Invented blogs with labelled updates (`data/pairing`), and how right the pairs made of them are."""

import datetime as dt
import itertools
import random
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handover.model import Pairing, Post, Update
from handover.pair import pair_updates

BLOGS = tuple(sorted((Path(__file__).parent / "data" / "pairing").glob("*.toml")))


@dataclass(frozen=True)
class Labelled:
    """A blog, updates about it, and the verdict on each update (see `data/pairing/README.md`)."""

    posts: tuple[Post, ...]
    updates: tuple[Update, ...]
    verdicts: tuple[str, ...]


@dataclass
class Score:
    """What is right and wrong of a pairing; wrong and missed ones as lines a person reads."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    offered: int = 0  # posts that are paired or suggested, where there is one to be found
    sought: int = 0
    unoffered: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + len(self.missed))

    def __iadd__(self, other: "Score") -> "Score":
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        self.offered += other.offered
        self.sought += other.sought
        self.unoffered += other.unoffered
        return self


def load(path: Path) -> Labelled:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    updates = tuple(_update(n, *row) for n, row in enumerate(told["updates"]))
    return Labelled(
        posts=tuple(_post(told["site"], *row) for row in told["posts"]),
        updates=updates,
        verdicts=tuple(row[2] for row in told["updates"]),
    )


def score(blog: Labelled, pairing: Pairing | None = None) -> Score:
    """Pair the updates of a blog and count."""
    found = pairing or pair_updates(blog.posts, blog.updates)
    got: dict[str, set[str]] = {update.id: set() for update in blog.updates}
    for pair in found.pairs:
        got[pair.update.id].add(pair.post.id)
    offered = {item.update.id: {post.id for post, _ in item.suggestions} for item in found.unpaired}
    total = Score()
    for update, verdict in zip(blog.updates, blog.verdicts, strict=True):
        mine = got[update.id]
        wanted = set(verdict.split()) if verdict[:1] not in ("?", "~") else set()
        allowed = wanted | ({verdict[1:]} if verdict[:1] == "~" else set())
        line = f"{update.posted_at:%Y-%m-%d} [{verdict}] {update.text[:90]!r}"
        total.right += len(mine & wanted)
        total.wrong += [f"{line} -> {post}" for post in sorted(mine - allowed)]
        total.missed += [f"{line} x {post}" for post in sorted(wanted - mine)]
        for post in set(verdict.strip("?~").split()):
            total.sought += 1
            if post in mine | offered.get(update.id, set()):
                total.offered += 1
            else:
                total.unoffered.append(f"{line} not offered: {post}")
    return total


def _post(site: str, key: str, when: str, title: str, address: str, *more: Any) -> Post:
    return Post(
        id=key,
        title=title,
        permalink=address if "://" in address else site + address,
        published=dt.datetime.fromisoformat(when).replace(tzinfo=dt.UTC),
        text=more[0] if more else "",
    )


def _update(number: int, when: str, network: str, _verdict: str, text: str) -> Update:
    network, _, kind = network.partition("/")
    return Update(
        id=f"u{number}",
        network=network,
        text=text,
        posted_at=dt.datetime.fromisoformat(when).replace(tzinfo=dt.UTC),
        kind=kind or "original",  # type: ignore[arg-type]
    )


def many(posts: int = 3_000, seed: int = 5) -> Labelled:
    """A magazine of so many recipes, whose titles differ in a word or two; and updates about a fifth of them.

    Of those without a post, half have the title of a recipe that is not there.
    """
    chance = random.Random(seed)
    titles = [" ".join(told).capitalize() for told in itertools.product(*PARTS)]
    chance.shuffle(titles)
    start = dt.datetime(2012, 1, 2, 9, tzinfo=dt.UTC)
    site = "https://ladle.example"
    blog = [
        Post(
            id=f"r{n}",
            title=title,
            permalink=f"{site}/recipes/{title.lower().replace(' ', '-')}/",
            published=start + n * dt.timedelta(hours=30),
        )
        for n, title in enumerate(titles[:posts])
    ]
    updates, verdicts = [], []
    for n, post in enumerate(chance.sample(blog, posts // 5)):
        absent = chance.choice(titles[posts:])
        text, verdict = (
            (f"{post.title} https://bit.ly/{n:05x}Q", post.id),
            (f"New: {post.title}!\n\nServe at once. https://bit.ly/{n:05x}Q", post.id),
            (f"So good {post.permalink}?utm_source=x", post.id),
            (f"{absent} https://bit.ly/{n:05x}Q", ""),
            (f"{absent}: https://else.example/recipes/{n}", ""),
            (f"Who is cooking with {absent.split()[1]} tonight?", ""),
        )[n % 6]
        posted = (post.published or start) + dt.timedelta(hours=chance.choice((1, 5, 20)))
        updates.append(Update(id=f"u{n}", network="x", text=text, posted_at=posted))
        verdicts.append(verdict)
    return Labelled(posts=tuple(blog), updates=tuple(updates), verdicts=tuple(verdicts))


PARTS = (
    ("roast", "braised", "grilled", "pickled", "smoked", "baked", "stuffed", "poached"),
    ("leeks", "trout", "carrots", "quail", "beets", "squash", "turnips", "mackerel", "figs", "plums", "eggs"),
    ("with", "and"),
    ("thyme", "miso", "walnuts", "saffron", "horseradish", "capers", "dill", "orange", "juniper", "lentils"),
    ("for two", "for a crowd", "on toast", "in a hurry"),
)


def report() -> str:
    """What is right, wrong and missed on each blog and on all."""
    every, lines = Score(), []
    for path in BLOGS:
        told = score(load(path))
        every += told
        lines.append(_line(path.stem, told))
        lines += [f"   wrong  {line}" for line in told.wrong]
        lines += [f"   missed {line}" for line in told.missed]
        lines += [f"   {line}" for line in told.unoffered]
    return "\n".join([*lines, _line("all", every), ""])


def _line(name: str, told: Score) -> str:
    shares = f"P {told.precision:.3f}  R {told.recall:.3f}"
    return f"{name:10} {shares}  offered {told.offered}/{told.sought}"


if __name__ == "__main__":  # python -m tests.labelled
    sys.stdout.write(report())
