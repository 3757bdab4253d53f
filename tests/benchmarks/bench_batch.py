"""How many clients a second `build_many` builds, with one worker and with two.

    python -m tests.benchmarks.bench_batch [CLIENTS] [POSTS]      # 200 clients of 50 posts

Each client is a feed, a CSV of three updates a post, and a workbook and a document. Wall seconds, since
that is what a second worker saves; and the CPU of each client, which says on a busy machine too what
a second worker costs more.
"""

import resource
import sys
import tempfile
import time
from pathlib import Path

from handover import build_many
from tests.benchmarks.inputs import write_inputs


def main(clients: int = 200, posts: int = 50) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        feed, sheet = write_inputs(folder, posts)
        rates = {}
        for workers in (1, 2):
            jobs = [
                {
                    "name": f"client {number}",
                    "feed_url": str(feed),
                    "updates": str(sheet),
                    "out_dir": str(folder / str(workers) / str(number)),
                    "whole_blog": False,
                    "timezone": "UTC",
                }
                for number in range(clients)
            ]
            start = time.perf_counter()
            before = _cpu()
            results = build_many(jobs, workers=workers, light=True)
            seconds = time.perf_counter() - start
            busy = _cpu() - before
            failed = sum(bool(result.error) for result in results)
            rates[workers] = clients / seconds
            print(
                f"{workers} worker{'s' * (workers > 1)}: {clients} clients of {posts} posts in "
                f"{seconds:.1f} s, {rates[workers]:.1f} a second, "
                f"{1000 * busy / clients:.0f} ms of CPU each, {failed} failed"
            )
        print(f"two workers: x {rates[2] / rates[1]:.2f}")


def _cpu() -> float:
    """CPU seconds of this process and of its workers that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
