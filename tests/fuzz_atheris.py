"""The targets of `tests.fuzz`, led by the lines of our code that a case reaches. Needs `pip install atheris`.

    python -m tests.fuzz_atheris updates -max_total_time=3600

What stands behind the target goes to libFuzzer. The first byte of a case chooses which real file lends its
name, the others are its content. A find is written to the folder this is called in, to become a test.
"""

import contextlib
import random
import sys
import tempfile
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["handover"]):
    from tests import fuzz


class FindError(Exception):
    """A case that broke a promise; libFuzzer stops at it."""


def mutate(data: bytes, max_size: int, seed: int) -> bytes:
    """A sound zip is changed within one of its members, everything else anywhere."""
    content = data[1:]
    if seed % 5 and zipfile.is_zipfile(BytesIO(content)):
        damaged = (
            zipfile.BadZipFile,
            NotImplementedError,
            RuntimeError,
            ValueError,
            OSError,
            zlib.error,
            EOFError,
        )
        with contextlib.suppress(*damaged):
            return data[:1] + fuzz.mutate_zip(content, random.Random(seed))[: max_size - 1]
    return bytes(atheris.Mutate(data, max_size))


def main() -> None:
    target = sys.argv.pop(1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part in ("corpus", "case"):
            (folder / part).mkdir()
        files = fuzz.seeds(target, folder)
        for number, file in enumerate(files[:256]):
            (folder / "corpus" / str(number)).write_bytes(bytes([number]) + file.read_bytes())

        def one(data: bytes) -> None:
            case = folder / "case" / files[(data[0] if data else 0) % len(files)].name
            case.write_bytes(data[1:])
            if why := fuzz.attempt(target, case):
                raise FindError(why)

        limits = ("-timeout=10", "-rss_limit_mb=2048", f"-max_len={2**21}")
        atheris.Setup([*sys.argv, *limits, str(folder / "corpus")], one, custom_mutator=mutate)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
