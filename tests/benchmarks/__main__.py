"""Every figure in one command: each stage and the whole, their growth, and the ratios to what a user would
pick instead, on the same work, in the same run.

    pip install -e '.[bench]'
    python -m tests.benchmarks                     # 100 to 50,000 posts, then all others: half an hour
    python -m tests.benchmarks --sizes 1000,10000 --runs 5
    python -m tests.benchmarks --only stages          # or: parse, whole, others
    python -m tests.benchmarks --readme               # the table of README, written into it
    python -m tests.benchmarks --feed blog.xml --updates updates.csv    # the stages with what you have

Each measurement is a process of its own; of several runs the median counts. Seconds are CPU seconds: without
imports where a stage is timed, and of the whole process, imports included, for the whole.
Memory is the peak of the process. Quote ratios of one run: the machine may be busy.
"""

import argparse
import itertools
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks import readme
from tests.benchmarks.inputs import write_inputs

STAGES = ("read_feed", "read_updates", "pair", "check", "xlsx", "docx", "eml")
PARSERS = ("handover", "feedparser", "feedparser fast", "fastfeedparser")
OTHERS = (
    "bench_pair",
    "bench_pair_spoken",
    "bench_xlsx",
    "bench_docx",
    "bench_updates",
    "bench_archives",
    "bench_downloads",
    "bench_walk",
    "bench_batch",
    "bench_long",
    "bench_app",
    "bench_media",
)
WORTH_WAITING = 2_000  # posts, for peers that take minutes with more
ONCE = 50_000  # posts that are measured once


def run(words: Sequence[str], runs: int) -> dict[str, list[float]] | None:
    """`tests.benchmarks.one` so many times; name -> [median seconds, peak MB], or None: not to be had."""
    found: dict[str, list[list[float]]] = {}
    for _ in range(runs):
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.one", *words],
            capture_output=True,
            text=True,
            check=False,
            env=environment(),
        )
        if done.returncode:
            return None
        for name, pair in json.loads(done.stdout.splitlines()[-1]).items():
            found.setdefault(name, []).append(pair)
    return {
        name: [statistics.median(column) for column in zip(*pairs, strict=True)]
        for name, pairs in found.items()
    }


def environment() -> dict[str, str]:
    """Ours, with compiled modules kept, as every installed program has them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "handover-benchmarks")}


def show(line: str) -> None:
    print(line, flush=True)


def stages(folder: Path, sizes: Sequence[int], runs: int) -> None:
    show("\nStages: CPU seconds (peak MB), and how they grow from size to size, and from 1,000 to the last")
    results = []
    for size in sizes:
        feed, sheet = write_inputs(folder, size)
        results.append(run(["stages", str(feed), str(sheet)], 1 if size >= ONCE else runs) or {})
    show(f"{'':14}" + "".join(f"{size:>20,}" for size in sizes) + "   exponents")
    for stage in STAGES:
        cells = [result.get(stage, [math.nan, math.nan]) for result in results]
        measured = [(size, seconds) for size, (seconds, _) in zip(sizes, cells, strict=True)]
        steps = list(itertools.pairwise(measured))
        large = [pair for pair in measured if pair[0] >= 1_000]
        grown = [exponent(*step) for step in steps if step[0][1] > 0.05]
        overall = f"   overall {exponent(large[0], large[-1]):.2f}" if len(large) > 1 else ""
        shown = "".join(f"{seconds:12.3f} ({mb:4.0f})" for seconds, mb in cells)
        show(f"{stage:14}{shown}   {' '.join(f'{e:.2f}' for e in grown)}{overall}")


def exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    return math.log(max(large[1], 1e-9) / max(small[1], 1e-9)) / math.log(large[0] / small[0])


def own(feed: str, sheet: str, runs: int) -> None:
    show(f"\nStages with {feed} and {sheet}: CPU seconds (peak MB)")
    for stage, (seconds, mb) in (run(["stages", feed, sheet], runs) or {}).items():
        show(f"{stage:14}{seconds:12.3f} ({mb:4.0f})")


def parse(folder: Path, sizes: Sequence[int], runs: int) -> None:
    show("\nFrom the bytes of a feed to posts: CPU seconds (peak MB), and times the time of handover")
    for size in sizes:
        feed, _ = write_inputs(folder, size)
        if feed.is_file():
            compare(
                f"{size:,} posts, {feed.stat().st_size / 1e6:.1f} MB",
                {
                    name: run(["parse", name, str(feed)], runs if name == "handover" else 1)
                    for name in PARSERS
                },
                "handover",
            )


def whole(folder: Path, sizes: Sequence[int], runs: int) -> None:
    show("\nThe whole job: xlsx, docx and eml, by handover and by a plain script of feedparser, pandas and")
    show("docxtpl. CPU seconds of the whole process, imports included (peak MB)")
    run(["whole", *map(str, write_inputs(folder, 10)), str(folder / "out")], 1)  # compiles the modules
    for size in sizes:
        feed, sheet = write_inputs(folder, size)
        words = [str(feed), str(sheet), str(folder / "out")]
        found = {"handover": run(["whole", *words], 1 if size >= ONCE else runs)}
        if size <= WORTH_WAITING:
            found["plain script"] = run(["script", *words], 1)
        else:
            show(f"  {size:,} posts: no plain script above {WORTH_WAITING:,} posts: its links are quadratic")
        compare(f"{size:,} posts", found, "handover")


def compare(title: str, found: dict[str, dict[str, list[float]] | None], ours: str) -> None:
    show(f"  {title}")
    base = (found[ours] or {"": [math.nan, math.nan]}).values()
    mine = next(iter(base))[0]
    for name, result in found.items():
        if result is None:
            show(f"    {name:18} not to be had here (pip install -e '.[bench]')")
        else:
            seconds, mb = next(iter(result.values()))
            show(f"    {name:18}{seconds:9.2f} s {mb:6.0f} MB   x {seconds / mine:.1f}")


def others(folder: Path, sizes: Sequence[int], runs: int) -> None:
    for module in OTHERS:
        show(f"\n== python -m tests.benchmarks.{module}")
        subprocess.run([sys.executable, "-m", f"tests.benchmarks.{module}"], check=False)


PARTS: dict[str, Callable[[Path, Sequence[int], int], None]] = {
    "stages": stages,
    "parse": parse,
    "whole": whole,
    "others": others,
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="100,1000,10000,50000")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", choices=PARTS, action="append")
    parser.add_argument("--feed", help="measure the stages with this feed instead of generated ones")
    parser.add_argument("--updates", help="and these updates")
    parser.add_argument("--readme", action="store_true", help="measure the table of README and write it")
    told = parser.parse_args()
    if told.readme:
        readme.main(environment())
        return
    if told.feed and told.updates:
        own(told.feed, told.updates, told.runs)
        return
    sizes = [int(size) for size in told.sizes.split(",")]
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        for part in told.only or PARTS:
            PARTS[part](Path(name), sizes, told.runs)
    show(f"\n{time.monotonic() - start:.0f} s in all")


if __name__ == "__main__":
    main()
