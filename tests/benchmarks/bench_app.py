"""How long the page of `handover app` makes a person wait where posts are many.

    python -m tests.benchmarks.bench_app [POSTS]      # 10,000 unless told

Seconds on the clock, three updates a post: reading the folder, the list of all posts as it is asked for, the
same in Chromium until it stands there (where there is one), and a decision until it is on the disk.
"""

import contextlib
import re
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.benchmarks.inputs import write_inputs
from tests.browser import browser
from tests.served import Served, served


def main(posts: int) -> None:
    """Prints a line for each wait."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        feed, updates = write_inputs(folder, posts)
        toml = f'[client]\nfeed = "{feed.name}"\n[content]\nupdates = ["{updates.name}"]\ntimezone = "UTC"\n'
        (folder / "handover.toml").write_text(toml)
        start = time.perf_counter()
        with served(folder) as app:
            app.settled()
            told("read the folder", start)
            start = time.perf_counter()
            page = app.get("/pairs")
            told(f"list {page.count('/posts/'):,} posts", start)
            decide(app)
        with contextlib.suppress(pytest.skip.Exception), browser() as tab, served(folder, tab.visit) as app:
            while tab.run("!!document.getElementById('working')"):
                tab.until_loaded(tab.loaded)
            start = time.perf_counter()
            tab.visit(app.origin + "/pairs")
            tab.run("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
            told("the same in Chromium", start)


def decide(app: Served) -> None:
    """One update taken off its post."""
    post = re.findall(r'href="/posts/(\w+)"', app.get("/pairs"))[0]
    update = re.findall(r'name="update" value="(\w+)"', app.get(f"/posts/{post}"))[0]
    start = time.perf_counter()
    app.post("/decide", data={"update": update, "off": post}, allow_redirects=False)
    told("take a decision", start)
    app.settled()
    told("keep it on the disk", start)


def told(what: str, start: float) -> None:
    print(f"{what:24}{time.perf_counter() - start:8.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
