"""How long a Word document takes, beside docxtpl, python-docx and the bare cost of compressing it.

    python -m tests.benchmarks.bench_docx            # 100 1000 10000
    python -m tests.benchmarks.bench_docx 1000

Each run is a process of its own, three in rotation, the median of CPU seconds without imports. The same
posts, updates and links for all; the peers get the plainest document that holds them. The floor is zlib
level 6 over the document part alone. Peers stop where they take minutes (`MOST`).
"""

import itertools
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from handover.model import Handover
from tests.made import ARTICLES, make_handover

RUNS = 3
MOST = {"ours": 10**9, "docxtpl": 1_000, "python-docx": 300}


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


def ours(handover: Handover, path: Path) -> Callable[[], None]:
    from handover.write.docx import write
    from handover.write.job import Job

    def run() -> None:
        (made,) = write(Job(handover=handover, folder=path.parent, slug="b", made={"xlsx": ()}))
        made.replace(path)

    return run


def docxtpl(handover: Handover, path: Path) -> Callable[[], None]:
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
        posts = [
            {
                "title": post.title,
                "summary": post.summary,
                "link": link(post.permalink, "Read the post"),
                "updates": [
                    {
                        "network": p.update.network,
                        "text": p.update.text,
                        "link": link(p.update.permalink, "View"),
                    }
                    for p in pairs
                ],
            }
            for post, pairs in grouped(handover)
        ]
        document.render({"posts": posts}, autoescape=True)
        document.save(path)

    return run


def naive(handover: Handover, path: Path) -> Callable[[], None]:
    import docx as python_docx
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    def run() -> None:
        document = python_docx.Document()

        def link(paragraph: object, address: str, label: str) -> None:
            key = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            element, inside, text = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
            element.set(qn("r:id"), key)
            text.text = label
            inside.append(text)
            element.append(inside)
            paragraph._p.append(element)  # type: ignore[attr-defined]

        for post, pairs in grouped(handover):
            document.add_heading(post.title, 2)
            link(document.add_paragraph(post.summary), post.permalink, "Read the post")
            for pair in pairs:
                line = document.add_paragraph(f"{pair.update.network} {pair.update.text}")
                link(line, pair.update.permalink, "View")
        document.save(str(path))

    return run


def grouped(handover: Handover) -> list[tuple]:  # type: ignore[type-arg]
    groups = itertools.groupby(handover.pairs, key=lambda p: p.post.id)
    posts = {p.id: p for p in handover.posts}
    return [(posts[key], list(group)) for key, group in groups]


ENGINES = {"ours": ours, "docxtpl": docxtpl, "python-docx": naive}


def one(engine: str, posts: int) -> None:
    """One run in this process: CPU seconds, peak MB, MB of the file, floor in seconds."""
    handover = varied(posts)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.docx"
        run = ENGINES[engine](handover, path)
        before = time.process_time()
        run()
        spent = time.process_time() - before
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        with zipfile.ZipFile(path) as archive:
            data = archive.read("word/document.xml")
        before = time.process_time()
        zlib.compress(data, 6)
        print(spent, peak, path.stat().st_size / 1e6, time.process_time() - before, len(data) / 1e6)


def main(sizes: list[int]) -> None:
    print(
        f"{'posts':>7} {'engine':<12} {'CPU s':>8} {'ratio':>6} {'peak MB':>8} {'file MB':>8} {'floor s':>8}"
    )
    for posts in sizes:
        found: dict[str, list[list[float]]] = {}
        for _ in range(RUNS):
            for engine, most in MOST.items():
                if posts <= most:
                    command = [
                        sys.executable,
                        "-m",
                        "tests.benchmarks.bench_docx",
                        "--one",
                        engine,
                        str(posts),
                    ]
                    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                    found.setdefault(engine, []).append([float(n) for n in said.split()])
        base = statistics.median(r[0] for r in found["ours"])
        for engine, runs in found.items():
            spent, peak, size, floor, _ = (statistics.median(column) for column in zip(*runs, strict=True))
            numbers = f"{spent:>8.3f} {spent / base:>6.1f} {peak:>8.0f} {size:>8.2f} {floor:>8.3f}"
            print(f"{posts:>7} {engine:<12} {numbers}")
            if engine == "ours":
                print(f"{'':>7} {'= floor x':<12} {spent / floor:>8.1f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(sys.argv[2], int(sys.argv[3]))
    else:
        main([int(n) for n in sys.argv[1:]] or [100, 1_000, 10_000])
