"""Throw broken files at every reader: only our own errors may escape, soon and in little memory.

    python -m tests.fuzz --seconds 36000       # for as long as you like, with a new seed
    python -m tests.fuzz --seed 17 --target updates --cases 500

Each case is a real file (of `sample_data` or `tests/data`) with some of its bytes changed, read by a child
of its own where the system can fork, so that seconds and memory of the C libraries count too. What escapes,
takes too long or too much is written to a folder, to become a test. `tests.fuzz_atheris` does the same, led
by coverage.
"""

import argparse
import dataclasses
import datetime as dt
import functools
import io
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock
from urllib.parse import parse_qs, urlsplit

from handover import Handover, HandoverError, build_handover, read_updates, write_handover
from handover.details import read_details
from handover.model import Pairing
from handover.read import read_feed, web
from handover.read.fetch import Answer
from tests.farm import Asked, sites
from tests.measure import Spent, can_measure, measured

ROOT = Path(__file__).parent.parent
SECONDS, MEGABYTES = 2.0, 256.0
TOKENS = [
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b'"', b"'", b"<", b"]]>", b"&#xD800;", b"&#0;", b"{", b"[",
    b"\\ud800", b"1e999", b"-1", b"9" * 40, b"\xed\xa0\x80", b"{{", b"{%", b"%}", b"A" * 5000, b"<a " * 50,
    b"=", b";", b"\t", b"null", b"2024-13-45", b"PK\x03\x04",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Find:
    """A case that broke a promise."""

    target: str
    seed: str
    data: bytes
    why: str


def mutate(data: bytes, chance: random.Random, tokens: list[bytes] = TOKENS) -> bytes:
    """The bytes with a few changes: flipped, cut, doubled, moved, or with a nasty token in them."""
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 4, 16])):
        at = chance.randrange(len(changed) + 1)
        end = min(len(changed), at + chance.choice([1, 4, 32, 512]))
        match chance.randrange(6):
            case 0 if changed and at < len(changed):
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                del changed[at:end]
            case 2:
                changed[at:at] = changed[at:end] * chance.choice([1, 2, 50])
            case 3:
                changed[at:at] = chance.choice(tokens)
            case 4:
                changed[at:end] = chance.choice(tokens)
            case _:
                del changed[at + chance.randrange(1 + len(changed) - at) :]
    return bytes(changed)


def mutate_zip(data: bytes, chance: random.Random) -> bytes:
    """A sound zip with one member mutated and the rest as they were, so that the fault lies deep."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    name = chance.choice(sorted(members))
    members[name] = mutate(members[name], chance)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return out.getvalue()


@functools.cache
def _made(posts: int) -> Handover:
    with tempfile.TemporaryDirectory() as folder:
        made = build_handover(
            ROOT / "sample_data" / "feed.xml",
            ROOT / "sample_data" / "updates.csv",
            out_dir=folder,
            formats=("html",),
            whole_blog=False,
            timezone="UTC",
            today=dt.date(2026, 11, 22),
        )
    return dataclasses.replace(made, pairing=_of_first(made.pairing, posts), plan=())


def _of_first(pairing: Pairing, posts: int) -> Pairing:
    kept = pairing.posts[:posts]
    return dataclasses.replace(pairing, posts=kept, pairs=tuple(p for p in pairing.pairs if p.post in kept))


def _template(path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_handover(_made(1), folder, formats=("docx",), template=path)


WALKED = (  # where the feed of a site lies, and the site
    *(
        ("/feed/", site)
        for site in (sites.wordpress(23), sites.wordpress(120, rest=True), sites.substack(40))
    ),
    *(("/rss/", sites.old_ghost(30)), ("/rss", sites.tumblr(70)), ("/feed.json", sites.json_pages(40))),
    *(("/feeds/posts/default", sites.blogger(60, 25)), ("/?format=rss", sites.squarespace(45))),
    ("/atom", sites.archived(40)),
)
ANSWERED = ("Link", "Location", "X-WP-Total", "X-WP-TotalPages", "ETag", "Last-Modified", "Content-Type")


def _walk(path: Path) -> object:
    """Walk a blog whose pages and headers break on the way, as the bytes of the case decide."""
    chance = random.Random(path.read_bytes())
    start, site = chance.choice(WALKED)
    asked: list[str] = []

    def request(_: object, method: str, address: str, **options: object) -> Answer:
        parts = urlsplit(address)
        asked.append(address)
        query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        try:
            reply = site(Asked(parts.path, query, {}, parts.netloc, len(asked)))
        except (ValueError, KeyError):  # the made-up site does not understand the question
            reply = sites.LOST
        headers = {"Content-Type": reply.type, **reply.headers}
        body, status = reply.body, reply.status
        if chance.random() < 0.3:
            body = mutate(body, chance)
        if chance.random() < 0.3:
            name = chance.choice(ANSWERED)
            headers[name] = mutate(headers.get(name, address).encode(), chance).decode("latin-1")
            status = chance.choice([status, status, 301]) if name == "Location" else status
        location = headers.get("Location", "") if status == 301 else ""
        lowered = {name.lower(): value for name, value in headers.items()}
        return Answer(address=address, status=status, headers=lowered, body=body, location=location)

    with mock.patch.object(web, "request", request), tempfile.TemporaryDirectory() as cache:
        return read_feed(f"http://127.0.0.1{start}", pause=0, cache=cache)


def seeds(target: str, folder: Path) -> list[Path]:
    """The real files a target starts from."""
    samples, data = ROOT / "sample_data", ROOT / "tests" / "data"
    files = [p for p in sorted(data.rglob("*")) if p.is_file() and "expected" not in p.name]
    if target in ("feed", "walk"):
        return [samples / "feed.xml", *(p for p in files if "feeds" in p.parts)]
    if target == "details":
        return [samples / "handover.toml"]
    if target == "template":
        return [ROOT / "handover" / "templates" / "handover.docx"]
    built = folder / "workbook.xlsx"
    if not built.exists():
        with tempfile.TemporaryDirectory() as out:
            made = write_handover(_made(6), out, formats=("xlsx",))
            assert made.working_copy
            built.write_bytes(made.working_copy.read_bytes())
    if target == "workbook":
        return [built]
    return [*(p for p in samples.iterdir() if p.name.startswith(("updates", "x-", "mastodon"))), *(
        p for p in files if "updates" in p.parts)]  # fmt: skip


TARGETS: dict[str, Callable[[Path], object]] = {
    "feed": lambda path: read_feed(path, whole_blog=False),
    "walk": _walk,
    "updates": lambda path: read_updates(path, timezone="UTC"),
    "workbook": lambda path: read_updates(path, timezone="UTC"),
    "details": lambda path: read_details(path),
    "template": _template,
}


OUR_MISTAKE = "mistake in the program"  # what the last net says when a reader fell into it


def attempt(target: str, path: Path) -> str:
    """What went wrong with this file, or ""."""
    try:
        read = TARGETS[target](path)
        fell = [s.reason for s in getattr(read, "skipped", ()) if OUR_MISTAKE in s.reason]
        if fell:
            return fell[0]
    except HandoverError as error:
        if not str(error).strip() or "Traceback" in str(error):
            return f"an error without words: {error!r}"
        if OUR_MISTAKE in error.hint:
            return f"{error} {error.__cause__!r}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return ""


def _too_much(spent: Spent) -> str:
    if spent.seconds > SECONDS:
        return f"{spent.seconds:.1f} s"
    return f"{spent.megabytes:.0f} MB" if spent.megabytes > MEGABYTES else ""


def fuzz(
    target: str, *, seed: int, cases: int | None = None, until: float | None = None, measure: bool = False
) -> Iterator[Find | None]:
    """One result a case, None where all was well, for so many cases or until a monotonic time.

    With `measure` each case runs in a child, and what it costs above an idle one counts.
    """
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "case").mkdir()
        files = seeds(target, folder)
        if target == "template":
            _made(1)  # once, before the children that need it
        number = 0
        while (cases is None or number < cases) and (until is None or time.monotonic() < until):
            number += 1
            source = chance.choice(files)
            data = source.read_bytes()
            deep = zipfile.is_zipfile(source) and chance.random() < 0.8
            data = mutate_zip(data, chance) if deep else mutate(data, chance)
            case = folder / "case" / source.name
            case.write_bytes(data)
            if measure and can_measure:
                spent = measured(functools.partial(attempt, target, case))
                why = spent.said or _too_much(spent)
            else:
                why = attempt(target, case)
            yield Find(target, source.name, data, why) if why else None


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--cases", type=int)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--target", choices=TARGETS, action="append")
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "handover-fuzz")
    told = parser.parse_args()
    targets = told.target or list(TARGETS)
    found = total = 0
    for target in targets:
        until = None if told.cases else time.monotonic() + told.seconds / len(targets)
        for find in fuzz(target, seed=told.seed, cases=told.cases, until=until, measure=True):
            total += 1
            if find:
                found += 1
                told.out.mkdir(parents=True, exist_ok=True)
                kept = told.out / f"{target}-{told.seed}-{total}-{find.seed}"
                kept.write_bytes(find.data)
                sys.stdout.write(f"{target}: {find.why[:200]}\n  {kept}\n")
    sys.stdout.write(f"{total} cases, {found} finds, seed {told.seed}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
