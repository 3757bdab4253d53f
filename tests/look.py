"""README's pictures, made anew of the sample: python -m tests.look (needs LibreOffice and poppler).

LibreOffice before 7.5 shows gaps for emoji; a fontconfig file that rejects "Noto Color Emoji" helps it
(with fonts-symbola).
"""

import datetime as dt
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from handover import build_handover
from handover.write.pdf.libreoffice import find_libreoffice

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "sample_data"
PICTURES = ROOT / ".github" / "look"
WIDE, TALL = 700, 990  # pixels of a page


def main() -> None:
    with TemporaryDirectory() as folder:
        done = build_handover(
            SAMPLE / "feed.xml",
            SAMPLE / "updates.xlsx",
            details=SAMPLE / "handover.toml",
            out_dir=folder,
            formats=("xlsx", "pdf"),
            today=dt.date(2026, 11, 29),
        )
        picture(done.files["pdf"], 1, "cover")
        picture(done.files["pdf"], fullest(done.files["pdf"], "Read the post"), "posts")
        picture(as_pdf(done.files["xlsx"], Path(folder)), 1, "workbook")


def as_pdf(workbook: Path, folder: Path) -> Path:
    """The workbook as it is printed."""
    command = [find_libreoffice(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run([*command, "--convert-to", "pdf", "--outdir", folder, workbook], check=True)
    return folder / f"{workbook.stem}.pdf"


def fullest(pdf: Path, words: str) -> int:
    """The page, from 1, that says the words most often."""
    told = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout
    counts = [page.count(words) for page in told.split("\f")]
    return counts.index(max(counts)) + 1


def picture(pdf: Path, page: int, name: str) -> None:
    scale = ["-scale-to-x", str(WIDE), "-scale-to-y", str(TALL)]
    where = ["-f", str(page), "-l", str(page), "-singlefile", pdf, PICTURES / name]
    subprocess.run(["pdftoppm", "-png", *scale, *where], check=True)


if __name__ == "__main__":
    main()
