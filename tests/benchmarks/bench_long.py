"""Long runs: what a whole build costs, and whether it grows with the square of what it is given.

    python -m tests.benchmarks.bench_long                # three sizes of each kind, minutes
    python -m tests.benchmarks.bench_long short 10000 20000
    python -m tests.benchmarks.bench_long big 50000      # 50,000 posts, 150,000 updates

Kinds: `one` (that many updates about one post), `short` (that many posts, all but every tenth without any
update, so that drafts are made for each), `big` (that many posts, three updates each). Every measurement
is a process of its own with all six formats; seconds are the processor's, memory is the peak. The exponent
between two sizes is 1 where twice the work takes twice the time. Archives of gigabytes: bench_archives.
"""

import datetime as dt
import json
import math
import random
import resource
import subprocess
import sys
import tempfile
import time

from handover import build_handover
from handover.model import Feed, Post, Update
from handover.write import WRITERS

SIZES = {"one": (1_000, 5_000, 20_000), "short": (1_000, 5_000, 10_000), "big": (1_000, 5_000, 10_000)}
WORDS = ("bread", "oven", "flour", "rye", "salt", "tea", "morning", "crust", "market", "baker", "garden")
FIRST = dt.datetime(2015, 1, 1, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 22)


def said(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def made(kind: str, size: int) -> tuple[Feed, list[Update]]:
    """A blog of that kind and the updates about it."""
    chance = random.Random(1)
    count = 20 if kind == "one" else size
    posts = tuple(
        Post(
            id=str(n),
            title=f"How {said(chance, 1)} and {said(chance, 1)} meet {n}",
            permalink=f"https://blog.example/{n}",
            published=FIRST + dt.timedelta(hours=7 * n),
            summary=said(chance, 12),
            text=f"{said(chance, 60)}. {said(chance, 12)}.",
        )
        for n in range(count)
    )
    about = {"one": [0] * size, "short": range(0, size, 10), "big": [n // 3 for n in range(3 * size)]}[kind]
    updates = [
        Update(
            text=f"{said(chance, 14)} number {n}. https://blog.example/{post}",
            network=chance.choice(("x", "linkedin", "facebook")),
            posted_at=FIRST + dt.timedelta(hours=7 * post + n % 1_000 + 1),
            permalink=f"https://x.com/bakery/status/{10**15 + n}",
        )
        for n, post in enumerate(about)
    ]
    return Feed(title="Bakery", link="https://blog.example/", posts=posts, language="en"), updates


def measure(kind: str, size: int) -> None:
    """Prints [seconds, peak MB] of one build as JSON."""
    feed, updates = made(kind, size)
    start = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        build_handover(feed, updates, out_dir=folder, formats=tuple(WRITERS), timezone="UTC", today=DAY)
    spent = time.process_time() - start
    unit = 1024**2 if sys.platform == "darwin" else 1024
    print(json.dumps([spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit]))


def main(kinds: dict[str, tuple[int, ...]]) -> None:
    for kind, sizes in kinds.items():
        before: tuple[int, float] | None = None
        for size in sizes:
            words = [sys.executable, "-m", "tests.benchmarks.bench_long", "--one", kind, str(size)]
            done = subprocess.run(words, capture_output=True, text=True, check=True)
            seconds, megabytes = json.loads(done.stdout.splitlines()[-1])
            grown = ""
            if before:
                exponent = math.log(seconds / before[1]) / math.log(size / before[0])
                grown = f", exponent {exponent:.2f}"
            before = (size, seconds)
            print(f"{kind:6} {size:>7,}: {seconds:6.2f} s, {megabytes:5.0f} MB{grown}", flush=True)


if __name__ == "__main__":
    told = sys.argv[1:]
    if told[:1] == ["--one"]:
        measure(told[1], int(told[2]))
    else:
        main({told[0]: tuple(map(int, told[1:]))} if told else SIZES)
