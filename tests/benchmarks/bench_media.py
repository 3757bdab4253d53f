"""How long the pictures take: the folder of originals and those beside the updates, beside their peers.

    python -m tests.benchmarks.bench_media               # 850, and 5,000 of ours
    python -m tests.benchmarks.bench_media 200 850

The pictures lie in a zip, as a network's download has them, each another file. Each run is a process of its
own; seconds are those of the processor, without imports, memory is the peak of the process.

- handover: all originals copied under their names, with index.csv, and document, workbook and preview with
  a picture beside each update, the working copy among them
- of it, pictures: without the files, that is copying and making small
- bare: Pillow alone makes each as small and saves it; nothing is copied, nothing else written
- docxtpl, python-docx: one Word document with the original pictures, by their own calls, from files; they
  stop where they take minutes
"""

import io
import json
import math
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import replace
from pathlib import Path

from handover.model import Handover, Media
from tests.benchmarks.one import peak
from tests.made import make_handover

WORTH_WAITING = 850  # pictures, for peers
FORMATS = ("docx", "xlsx", "html", "media")


def archive(folder: Path, count: int) -> Path:
    """A zip of so many photographs of 1080 by 1350 pixels, each with bytes of its own."""
    from PIL import Image, ImageFilter

    path = folder / f"{count}.zip"
    if path.exists():
        return path
    made = []
    for seed in range(8):
        image = Image.effect_noise((135, 169), 60 + seed).resize((1080, 1350)).convert("RGB")
        data = io.BytesIO()
        image.filter(ImageFilter.GaussianBlur(2)).save(data, "JPEG", quality=88)
        made.append(data.getvalue())
    with zipfile.ZipFile(path, "w") as package:
        for n in range(count):
            package.writestr(name_of(n), made[n % 8] + f"{n:09}".encode())
    return path


def name_of(number: int) -> str:
    return f"media/posts/{number:05}_photo.jpg"


def pictured(path: Path, count: int) -> Handover:
    """A handover with a picture for each of so many updates."""
    from handover.read.media_files import opened

    made = make_handover(posts=-(-count // 3), short=False)
    pairs = []
    for n, pair in enumerate(made.pairs[:count]):
        media = Media(name_of(n), file=f"{path} › {name_of(n)}", kind="picture", size=200_000)
        pairs.append(replace(pair, update=replace(pair.update, media=(media,), kind="original")))
    updates = replace(made.updates, items=tuple(pair.update for pair in pairs))
    pairing = replace(made.pairing, pairs=tuple(pairs), unpaired=())
    return replace(made, pairing=pairing, updates=updates, plan=(), shortfalls=(), originals=opened)


def handover(path: Path, count: int, out: Path) -> float:
    from handover.write import docx, html, media, write_handover, xlsx

    made = pictured(path, count)
    assert docx and html and media and xlsx  # imported before the clock runs
    begin = time.process_time()
    write_handover(made, out, formats=FORMATS)
    return time.process_time() - begin


def pictures(path: Path, count: int, out: Path) -> float:
    from handover.write.media import gallery_of

    made = pictured(path, count)
    begin = time.process_time()
    gallery_of(made, out, FORMATS, "first", strip_gps=False, is_zipped=False)
    return time.process_time() - begin


def bare(path: Path, count: int, out: Path) -> float:
    from PIL import Image

    from handover.write.media.choice import choose
    from handover.write.media.pieces import pieces

    made = pictured(path, count)
    longest = choose(pieces(made), made, "first", FORMATS).longest
    out.mkdir()
    begin = time.process_time()
    with zipfile.ZipFile(path) as package:
        for n in range(count):
            with package.open(name_of(n)) as stream, Image.open(stream) as image:
                image.thumbnail((longest, longest))
                image.save(out / f"{n}.jpg", quality=82)
    return time.process_time() - begin


def docxtpl(path: Path, count: int, out: Path) -> float:
    import docx
    from docx.shared import Mm
    from docxtpl import DocxTemplate, InlineImage

    zipfile.ZipFile(path).extractall(out)
    template = docx.Document()
    for text in ("{%p for picture in pictures %}", "{{ picture }}", "{%p endfor %}"):
        template.add_paragraph(text)
    template.save(str(out / "template.docx"))
    begin = time.process_time()
    document = DocxTemplate(out / "template.docx")
    shown = [InlineImage(document, str(out / name_of(n)), width=Mm(26)) for n in range(count)]
    document.render({"pictures": shown})
    document.save(out / "made.docx")
    return time.process_time() - begin


def python_docx(path: Path, count: int, out: Path) -> float:
    import docx
    from docx.shared import Mm

    zipfile.ZipFile(path).extractall(out)
    begin = time.process_time()
    document = docx.Document()
    for n in range(count):
        document.add_picture(str(out / name_of(n)), width=Mm(26))
    document.save(str(out / "made.docx"))
    return time.process_time() - begin


WORKS = {
    "handover": handover,
    "of it, pictures": pictures,
    "bare": bare,
    "docxtpl": docxtpl,
    "python-docx": python_docx,
}


def measured(name: str, path: Path, count: int) -> tuple[float, float]:
    """CPU seconds and peak MB of one work, in a process of its own."""
    words = [sys.executable, "-m", "tests.benchmarks.bench_media", "--one", name, str(path), str(count)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    seconds, mb = json.loads(done.stdout.splitlines()[-1])
    return seconds, mb


def main(sizes: list[int]) -> None:
    """Prints a table for each size."""
    with tempfile.TemporaryDirectory() as name:
        before: tuple[int, float] | None = None
        for count in sizes:
            path = archive(Path(name), count)
            found = {
                work: measured(work, path, count)
                for work in WORKS
                if count <= WORTH_WAITING or work not in ("docxtpl", "python-docx")
            }
            base = found["bare"][0]
            print(f"{count:,} pictures, {path.stat().st_size / 1e6:.0f} MB")
            for work, (seconds, mb) in found.items():
                print(f"  {work:16}{seconds:9.2f} s {mb:6.0f} MB   x {seconds / base:.2f} of bare")
            mine = (count, found["handover"][0])
            if before:
                grown = math.log(mine[1] / before[1]) / math.log(mine[0] / before[0])
                print(f"  handover grows with exponent {grown:.2f}")
            before = mine


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        with tempfile.TemporaryDirectory() as own:
            told = WORKS[sys.argv[2]](Path(sys.argv[3]), int(sys.argv[4]), Path(own) / "out")
        print(json.dumps([told, peak()]))
    else:
        main([int(size) for size in sys.argv[1:]] or [850, 5_000])
