"""python -m tests.worlds [WORLDS] [POSTS] [FIRST]: counts so many worlds, each with so many posts."""

import sys
import tempfile
from pathlib import Path

from tests.worlds.counting import FAULTS, Count
from tests.worlds.made import count_world, make_world

SHOWN = 12


def main(worlds: int = 100, posts: int = 12, first: int = 0) -> None:
    """Print what was counted, and some of the faults."""
    found = Count()
    for seed in range(first, first + worlds):
        with tempfile.TemporaryDirectory() as folder:
            one = count_world(make_world(Path(folder), seed, posts))
        for name in FAULTS:
            setattr(one, name, [f"world {seed}: {fault}" for fault in getattr(one, name)])
        found.add(one)
    print(f"{worlds} worlds: {found}")
    for name in FAULTS:
        for fault in getattr(found, name)[:SHOWN]:
            print(f"  {name}: {fault}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
