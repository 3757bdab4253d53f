"""How long a Word document takes, beside docxtpl, python-docx, pandoc and the bare cost of compressing it.

    python -m tests.benchmarks.bench_docx                 # 1000 2000 10000
    python -m tests.benchmarks.bench_docx 1000 50000
    python -m tests.benchmarks.bench_docx --patient       # every peer at every size: a quarter of an hour

Each run is a process of its own, three in rotation (peers that take minutes: one), the median of CPU seconds
without imports. The same posts, updates and live links for all. Ours is written from a template of the
user's own, the built-in one saved elsewhere, so that it is read, checked and mended as a stranger's; the
peers get the plainest document that holds the same.

- handover: from the handover to the file, the template read, every text and date made
- handover filling: the same with the values made before, as the peers get theirs
- docxtpl: its RichText links, each a relationship. docxtpl fields: links as HYPERLINK fields, which its
  template can hold and its links are not
- python-docx: its own calls, and the XML of a link by hand, as its manual has no call for one
- pandoc: from Markdown as it reads it unasked, and fast: read as CommonMark, its quickest reader of text;
  the seconds are those of the program
- floor: zlib level 6 over the document part that was written, in one piece

Peers stop where they take minutes (`MOST`); what they would take is reckoned from how they grow, and marked.
"""

import argparse
import itertools
import json
import math
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from handover.model import Handover, Pair, Post
from tests.benchmarks.one import peak
from tests.made import ARTICLES, make_handover

RUNS = 3
PATIENCE = 1_000  # posts from which a peer that stops early runs once only
# Up to how many posts each runs unasked.
MOST = {
    "handover": 10**9,
    "handover filling": 10**9,
    "docxtpl": 2_000,
    "docxtpl fields": 10**9,
    "python-docx": 2_000,
    "pandoc": 10**9,
    "pandoc fast": 10**9,
}

Work = Callable[[], None]


def varied(posts: int) -> Handover:
    """A handover whose texts repeat no more than real ones do."""
    chance = random.Random(7)
    words = sorted({w for article in ARTICLES for text in (article[1], *article[3]) for w in text.split()})
    words += [f"{w[:4]}{n}" for w in words for n in range(5)]

    def text(n: int) -> str:
        return " ".join(chance.choice(words) for _ in range(n)) + "."

    handover = make_handover(posts=posts, short=False, language="en-GB")
    said = {p.id: replace(p, title=text(6), summary=f"{text(14)} {text(12)}") for p in handover.posts}
    pairs = tuple(
        replace(p, post=said[p.post.id], update=replace(p.update, text=f"{text(18)}\n{p.post.permalink}"))
        for p in handover.pairs
    )
    pairing = replace(handover.pairing, posts=tuple(said.values()), pairs=pairs)
    return replace(handover, pairing=pairing, plan=())


def ours(handover: Handover, path: Path) -> Work:
    from handover.write.docx import TEMPLATE, write
    from handover.write.docx.user_template import reading
    from handover.write.job import Job

    assert reading  # imported before the clock runs
    template = shutil.copy(TEMPLATE, path.with_suffix(".own.docx"))

    def run() -> None:
        job = Job(handover=handover, folder=path.parent, slug="b", template=Path(template), made={"xlsx": ()})
        (made,) = write(job)
        made.replace(path)

    return run


def filling(handover: Handover, path: Path) -> Work:
    from handover.write.docx import TEMPLATE
    from handover.write.docx.render import Renderer
    from handover.write.docx.user_template.reading import read_own
    from handover.write.view import template_context

    source = read_own(Path(shutil.copy(TEMPLATE, path.with_suffix(".own.docx"))))
    context = made_now(template_context(handover))
    return lambda: Renderer(source, handover, context, trusted=False).write(path)


def made_now(value: Any) -> Any:
    """Values that are made when they are read, made at once."""
    if isinstance(value, dict):
        return {key: made_now(inside) for key, inside in value.items()}
    return value if isinstance(value, str | int) else [made_now(inside) for inside in value]


def docxtpl(handover: Handover, path: Path) -> Work:
    import docx as python_docx
    from docxtpl import DocxTemplate, RichText

    template = python_docx.Document()
    for text in ("{%p for p in posts %}", "{{ p.title }}", "{{ p.summary }} {{r p.link }}",
                 "{%p for u in p.updates %}", "{{ u.network }} {{ u.text }} {{r u.link }}",
                 "{%p endfor %}", "{%p endfor %}"):  # fmt: skip
        template.add_paragraph(text)
    template.save(str(path.with_suffix(".tpl.docx")))

    def run() -> None:
        document = DocxTemplate(path.with_suffix(".tpl.docx"))

        def link(address: str, label: str) -> RichText:
            rich = RichText()
            rich.add(label, url_id=document.build_url_id(address))
            return rich

        document.init_docx()
        document.render({"posts": values(handover, link)}, autoescape=True)
        document.save(path)

    return run


def docxtpl_fields(handover: Handover, path: Path) -> Work:
    import docx as python_docx
    from docxtpl import DocxTemplate

    template = python_docx.Document()
    for text, address in (("{%p for p in posts %}", ""), ("{{ p.title }}", ""),
                          ("{{ p.summary }} ", "p.link"), ("{%p for u in p.updates %}", ""),
                          ("{{ u.network }} {{ u.text }} ", "u.link"),
                          ("{%p endfor %}", ""), ("{%p endfor %}", "")):  # fmt: skip
        paragraph = template.add_paragraph(text)
        if address:
            add_field(paragraph, address)
    template.save(str(path.with_suffix(".tpl.docx")))

    def run() -> None:
        document = DocxTemplate(path.with_suffix(".tpl.docx"))
        document.render({"posts": values(handover, lambda address, _label: address)}, autoescape=True)
        document.save(path)

    return run


def add_field(paragraph: Any, address: str) -> None:
    """A HYPERLINK field whose address is a tag."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind in ("begin", "instruction", "separate", "text", "end"):
        run = paragraph.add_run("View" if kind == "text" else "")
        if kind == "instruction":
            element = OxmlElement("w:instrText")
            element.text = f' HYPERLINK "{{{{ {address} }}}}" '
            run._r.append(element)
        elif kind != "text":
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
            run._r.append(element)


def values(handover: Handover, link: Callable[[str, str], Any]) -> list[dict[str, Any]]:
    """What docxtpl is given."""
    return [
        {
            "title": post.title,
            "summary": post.summary,
            "link": link(post.permalink, "Read the post"),
            "updates": [
                {
                    "network": pair.update.network,
                    "text": pair.update.text,
                    "link": link(pair.update.permalink, "View"),
                }
                for pair in pairs
            ],
        }
        for post, pairs in grouped(handover)
    ]


def naive(handover: Handover, path: Path) -> Work:
    import docx as python_docx
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    def run() -> None:
        document = python_docx.Document()

        def link(paragraph: Any, address: str, label: str) -> None:
            key = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            element, inside, text = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
            element.set(qn("r:id"), key)
            text.text = label
            inside.append(text)
            element.append(inside)
            paragraph._p.append(element)

        for post, pairs in grouped(handover):
            document.add_heading(post.title, 2)
            link(document.add_paragraph(post.summary), post.permalink, "Read the post")
            for pair in pairs:
                line = document.add_paragraph(f"{pair.update.network} {pair.update.text}")
                link(line, pair.update.permalink, "View")
        document.save(str(path))

    return run


def pandoc(handover: Handover, path: Path, reader: str = "markdown") -> Work:
    source = path.with_suffix(".md")

    def lines() -> Iterator[str]:
        for post, pairs in grouped(handover):
            yield f"## {post.title}\n\n{post.summary} [Read the post]({post.permalink})\n\n"
            for pair in pairs:
                update = pair.update
                yield f"**{update.network}** {update.text} [View]({update.permalink})\n\n"

    source.write_text("".join(lines()), encoding="utf-8")

    def run() -> None:
        subprocess.run(["pandoc", "-f", reader, "-o", str(path), str(source)], check=True)

    return run


def grouped(handover: Handover) -> list[tuple[Post, list[Pair]]]:
    groups = itertools.groupby(handover.pairs, key=lambda p: p.post.id)
    posts = {p.id: p for p in handover.posts}
    return [(posts[key], list(group)) for key, group in groups]


ENGINES: dict[str, Callable[[Handover, Path], Work]] = {
    "handover": ours,
    "handover filling": filling,
    "docxtpl": docxtpl,
    "docxtpl fields": docxtpl_fields,
    "python-docx": naive,
    "pandoc": pandoc,
    "pandoc fast": partial(pandoc, reader="commonmark"),
}


def spent() -> float:
    """CPU seconds of this process and of those it started."""
    used = time.process_time()
    try:
        import resource
    except ImportError:  # Windows keeps no accounts of other processes
        return used
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used + children.ru_utime + children.ru_stime


def one(engine: str, posts: int) -> None:
    """One run in this process: CPU seconds, peak MB, MB of the file, seconds of the floor, MB of its XML."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.docx"
        run = ENGINES[engine](varied(posts), path)
        before = spent()
        run()
        seconds = spent() - before
        memory = peak("RUSAGE_CHILDREN" if engine.startswith("pandoc") else "RUSAGE_SELF")
        with zipfile.ZipFile(path) as archive:
            data = archive.read("word/document.xml")
        floors = []
        for _ in range(3):
            before = time.process_time()
            zlib.compress(data, 6)
            floors.append(time.process_time() - before)
        print(json.dumps([seconds, memory, path.stat().st_size / 1e6, min(floors), len(data) / 1e6]))


def measured(posts: int, *, patient: bool) -> dict[str, list[float]]:
    """The medians of each engine that can run here and is worth waiting for."""
    found: dict[str, list[list[float]]] = {}
    for turn in range(RUNS):
        for engine, most in MOST.items():
            slow = most < 10**9 and posts >= PATIENCE
            if (posts > most and not patient) or (slow and turn) or not is_there(engine):
                continue
            command = [sys.executable, "-m", "tests.benchmarks.bench_docx", "--one", engine, str(posts)]
            said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            found.setdefault(engine, []).append(json.loads(said.splitlines()[-1]))
    return {
        engine: [statistics.median(column) for column in zip(*runs, strict=True)]
        for engine, runs in found.items()
    }


def is_there(engine: str) -> bool:
    return not engine.startswith("pandoc") or shutil.which("pandoc") is not None


def reckoned(engine: str, posts: int, before: dict[int, dict[str, list[float]]]) -> tuple[float, float]:
    """What an engine would take, from its two largest sizes: seconds and the exponent. NaN where unknown."""
    known = sorted(size for size, rows in before.items() if engine in rows)[-2:]
    if len(known) < 2:
        return math.nan, math.nan
    exponent = grown(engine, known[0], known[1], before)
    return before[known[1]][engine][0] * (posts / known[1]) ** exponent, exponent


def grown(engine: str, small: int, large: int, rows: dict[int, dict[str, list[float]]]) -> float:
    return math.log(rows[large][engine][0] / rows[small][engine][0]) / math.log(large / small)


def show(posts: int, rows: dict[int, dict[str, list[float]]]) -> None:
    base = rows[posts]["handover"][0]
    for engine in MOST:
        if engine in rows[posts]:
            seconds, memory, size, floor, xml = rows[posts][engine]
            times = f"{seconds / floor:.1f} x floor" if engine.startswith("handover") else ""
            smaller = max((s for s in rows if s < posts and engine in rows[s]), default=0)
            growth = f"{grown(engine, smaller, posts, rows):.2f}" if smaller else ""
            print(
                f"{posts:>7} {engine:<16} {seconds:>9.3f} {seconds / base:>7.1f} {memory:>7.0f} {size:>6.2f} "
                f"{xml:>6.1f} {floor:>6.3f} {growth:>6}  {times}",
                flush=True,
            )
        elif not is_there(engine):
            print(f"{posts:>7} {engine:<16} not to be had here: no such program", flush=True)
        else:
            seconds, exponent = reckoned(engine, posts, rows)
            print(
                f"{posts:>7} {engine:<16} {seconds:>9.0f} {seconds / base:>7.0f}   reckoned from its growth "
                f"({exponent:.2f}); --patient measures it",
                flush=True,
            )


def main(sizes: list[int], *, patient: bool) -> None:
    print(
        f"{'posts':>7} {'':<16} {'CPU s':>9} {'ratio':>7} {'peak MB':>7} {'MB':>6} {'XML MB':>6} "
        f"{'floor':>6} {'growth':>6}"
    )
    rows: dict[int, dict[str, list[float]]] = {}
    for posts in sizes:
        rows[posts] = measured(posts, patient=patient)
        show(posts, rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000, 2_000, 10_000])
    parser.add_argument("--patient", action="store_true", help="run every peer at every size")
    parser.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    told = parser.parse_args()
    if told.one:
        one(told.one[0], int(told.one[1]))
    else:
        main(told.sizes, patient=told.patient)
