"""One measurement in a process of its own: prints {name: [seconds, peak MB]} as its last line.

python -m tests.benchmarks.one stages FEED UPDATES
python -m tests.benchmarks.one parse feedparser FEED
python -m tests.benchmarks.one whole FEED UPDATES OUT
"""

import datetime as dt
import io
import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
DAY = dt.date(2026, 11, 22)
WRITTEN = ("xlsx", "docx", "eml")
# On the machine of most users there is no numpy, which openpyxl loads where it is: the peers brought it.
ALONE = "import sys; sys.modules['numpy'] = None; from handover.__main__ import run; run()"
found: dict[str, list[float]] = {}

try:
    import resource
except ImportError:  # Windows keeps no such accounts
    resource = None  # type: ignore[assignment]


def peak(who: str = "RUSAGE_SELF") -> float:
    """Peak memory in MB of this process, or of the largest child."""
    if resource is None:
        return 0.0
    value = resource.getrusage(getattr(resource, who)).ru_maxrss
    return value / (1024**2 if sys.platform == "darwin" else 1024)


def timed(name: str, act: Callable[[], T]) -> T:
    start = time.process_time()
    result = act()
    found[name] = [time.process_time() - start, peak()]
    return result


def stages(feed: str, sheet: str) -> None:
    import handover.build as build
    from handover.model import Details
    from handover.model.gc_pause import no_collection
    from handover.options import Options
    from handover.write import docx, eml, html, ics, xlsx  # noqa: F401 - imported before the clock runs

    read = timed("read_feed", lambda: build.read_feed(feed, whole_blog=False))
    updates = timed("read_updates", lambda: build.read_updates(sheet, timezone="UTC"))
    pairing = timed("pair", lambda: build.pair_updates(read.posts, updates.items))
    check = no_collection()(build.checked)
    made = timed("check", lambda: check(read, updates, pairing, Options(), Details(), DAY))
    with tempfile.TemporaryDirectory() as folder:
        marks: list[float] = []
        build.write_handover(
            made, folder, formats=WRITTEN, progress=lambda *_: marks.append(time.process_time())
        )
        for name, (begin, end) in zip(WRITTEN, itertools.pairwise(marks), strict=True):
            found[name] = [end - begin, peak()]  # the last one's time is also that of moving all in place


def parse(name: str, feed: str) -> None:
    if name == "handover":
        from handover import read_feed
        from handover.read.feeds import xml  # noqa: F401 - imported before the clock runs

        timed(name, lambda: read_feed(feed, whole_blog=False))
    elif name == "fastfeedparser":
        import fastfeedparser

        timed(name, lambda: fastfeedparser.parse(Path(feed).read_bytes()))
    else:
        import feedparser

        options = {"sanitize_html": False, "resolve_relative_uris": False} if "fast" in name else {}
        timed(name, lambda: feedparser.parse(io.BytesIO(Path(feed).read_bytes()), **options))


def process(words: list[str]) -> None:
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)
    if resource is None:
        raise SystemExit("needs the accounts of child processes, which Windows does not keep")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    found["whole"] = [used.ru_utime + used.ru_stime, peak("RUSAGE_CHILDREN")]


def main(kind: str, *words: str) -> None:
    if kind == "stages":
        stages(*words)
    elif kind == "parse":
        parse(*words)
    elif kind == "whole":
        feed, sheet, out = words
        process(["-c", ALONE, "build", feed, sheet, "--out-dir", out, "--formats", "xlsx,docx,eml",
                 "--no-whole-blog", "--timezone", "UTC", "--overwrite"])  # fmt: skip
    else:
        process(["-m", "tests.benchmarks.straightforward", *words])
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
