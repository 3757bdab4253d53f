"""How many requests a whole blog takes on each platform, beside what `?paged=` alone would take.

    python -m tests.benchmarks.bench_walk [POSTS]      # 1,000 unless told

The sites are models on loopback (`tests/farm`); nothing is asked of anyone else. `again`: the requests of a
second run within a week, which asks for what came since; `late`: of one after it, which asks each page
whether it has changed.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from unittest.mock import patch

from handover.read import read_feed
from tests.farm import served, sites
from tests.weeks import WEEK

SIZE = 10  # posts of a page of the feed: WordPress' default, and so what `?paged=` gives
PLATFORMS: dict[str, tuple[Callable[[int], sites.Site], str]] = {
    "WordPress with REST": (lambda n: sites.wordpress(n, rest=True), "/feed/"),
    "WordPress without": (sites.wordpress, "/feed/"),
    "Blogger": (lambda n: sites.blogger(n, 150), "/feeds/posts/default"),
    "Squarespace": (sites.squarespace, "/?format=rss"),
    "Tumblr": (sites.tumblr, "/rss"),
    "Substack": (sites.substack, "/feed"),
    "Ghost 2": (sites.old_ghost, "/rss/"),
    "JSON Feed": (sites.json_pages, "/feed.json"),
    "RFC 5005": (sites.archived, "/atom"),
    "unknown, ?page=": (lambda n: sites.unknown(n, "page"), "/rss.xml"),
}


def main(posts: int) -> None:
    """Prints a line for each platform."""
    print(f"{'platform':22}{'posts':>7}{'requests':>10}{'again':>7}{'late':>6}{'?paged=':>9}{'ratio':>7}")
    for name, (site, path) in PLATFORMS.items():
        with tempfile.TemporaryDirectory() as cache, served(site(posts)) as farm:
            read = len(read_feed(farm.url + path, pause=0, cache=cache).posts)
            first = len(farm.asked)
            read_feed(farm.url + path, pause=0, cache=cache)
            again = len(farm.asked) - first
            with patch("handover.read.online.now", lambda: time.time() + WEEK):
                read_feed(farm.url + path, pause=0, cache=cache)
            late = len(farm.asked) - first - again
        alone = -(-posts // SIZE) + 1  # the last one answers that there is no more
        print(f"{name:22}{read:7,}{first:10,}{again:7,}{late:6,}{alone:9,}{first / alone:7.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
