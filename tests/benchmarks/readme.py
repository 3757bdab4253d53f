"""The table of README's section "How fast", measured here and now, each row beside what one would use.

    python -m tests.benchmarks --readme

CPU seconds and peak memory are those of whole processes, imports included; for the feed and the workbooks,
seconds are those of the work itself. Figures are the medians of three runs in turn.
The others have their fastest settings: feedparser neither sanitizes nor resolves addresses, XlsxWriter keeps
no rows in memory, and the archive is read as whole files with `json.loads`.
"""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.inputs import write_inputs
from tests.benchmarks.one import ALONE

RUNS = 3
ARCHIVE = 100  # MB of text
HEAD = ("", "`handover`", "beside it", "times as fast")
_PLACE = re.compile(r"(?s)(<!-- figures -->\n).*?(\n<!-- /figures -->)")
_SAMPLE = Path(__file__).parents[2] / "sample_data"

Figures = tuple[float, float]  # CPU seconds, MB
Words = Sequence[str]  # of a Python process, behind its name


def used(words: Words, env: dict[str, str]) -> Figures:
    """What one process takes, or says that its work took."""
    with tempfile.TemporaryFile("w+") as said:
        with subprocess.Popen([sys.executable, *words], env=env, stdout=said) as process:
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(words)} failed")
        said.seek(0)
        last = (said.read().splitlines() or [""])[-1]
    megabytes = usage.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
    if last.startswith(("{", "[")):  # as `one` and `bench_xlsx` tell it
        told = json.loads(last)
        return (next(iter(told.values())) if isinstance(told, dict) else told)[0], megabytes
    return usage.ru_utime + usage.ru_stime, megabytes


def measured(commands: Sequence[Words], env: dict[str, str]) -> list[Figures]:
    """The medians of each command, run in turn."""
    for words in commands:
        used(words, env)  # compiles its modules
    rounds = [[used(words, env) for words in commands] for _ in range(RUNS)]
    return [
        (statistics.median(s for s, _ in runs), statistics.median(mb for _, mb in runs))
        for runs in zip(*rounds, strict=True)
    ]


def rows(folder: Path) -> list[tuple[str, Words, str, Words | None]]:
    """What is done, the command of ours, what it is beside, and its command."""
    from tests.benchmarks.bench_archives import make_archive  # needs accounts that Windows does not keep

    small, large = write_inputs(folder, 1_000), write_inputs(folder, 10_000)
    archive = folder / "twitter.zip"
    make_archive(archive, ARCHIVE)

    def build(feed: Path, sheet: Path, *more: str) -> Words:
        out = ("--out-dir", str(folder / "out"), "--overwrite", "--timezone", "UTC")
        return ("-c", ALONE, "build", str(feed), str(sheet), *out, *more)

    one, books, x = "tests.benchmarks.one", "tests.benchmarks.bench_xlsx", "tests.benchmarks.bench_archives"
    whole = ("--no-whole-blog", "--formats", "xlsx,docx,eml")
    bare = "import sys; sys.modules['numpy'] = None; import openpyxl, docxtpl, feedparser"
    feed, sheet = map(str, small)
    script = ("script", feed, sheet, str(folder / "script"))
    return [
        ("the sample, workbook and document", build(_SAMPLE / "feed.xml", _SAMPLE / "updates.xlsx"),
         "`import openpyxl, docxtpl, feedparser` alone", ("-c", bare)),
        ("1,000 posts, 3,000 updates, all files", build(*small, *whole),
         "a plain script of feedparser, pandas and docxtpl", ("-m", one, *script)),
        ("10,000 posts, 30,000 updates, all files", build(*large, *whole),
         "(not run: the script's links are quadratic)", None),
        ("a feed of 1,000 posts", ("-m", one, "parse", "handover", feed),
         "feedparser", ("-m", one, "parse", "feedparser fast", feed)),
        ("both workbooks of 1,000 posts", ("-m", books, "--one", "handover", "1000"),
         "XlsxWriter", ("-m", books, "--one", "XlsxWriter constant_memory", "1000")),
        (f"{ARCHIVE} MB of an X archive", ("-m", x, "--run", "ours", str(archive)),
         "`json.loads` of its whole files", ("-m", x, "--run", "loads", str(archive))),
    ]  # fmt: skip


def line(what: str, ours: Figures, beside: str, theirs: Figures | None) -> tuple[str, ...]:
    """A row of the table."""
    shown = f"{ours[0]:.1f} s, {ours[1]:.0f} MB"
    if theirs is None:
        return what, shown, beside, ""
    return what, shown, f"{beside}: {theirs[0]:.1f} s, {theirs[1]:.0f} MB", f"{theirs[0] / ours[0]:.1f}"


def table(lines: Sequence[Sequence[str]]) -> str:
    return "\n".join(
        f"| {' | '.join(cells)} |".replace("|  |", "| |") for cells in (HEAD, ("---",) * 4, *lines)
    )


def put(text: str, made: str) -> str:
    """README with this table in its place."""
    return _PLACE.sub(lambda found: found[1] + made + found[2], text)


def main(env: dict[str, str]) -> None:
    path = Path(__file__).parents[2] / "README.md"
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for what, ours, beside, theirs in rows(Path(folder)):
            found = measured([ours, theirs] if theirs else [ours], env)
            lines.append(line(what, found[0], beside, found[1] if theirs else None))
            print(*lines[-1], sep=" · ", flush=True)
    path.write_text(put(path.read_text("utf-8"), table(lines)), "utf-8")
