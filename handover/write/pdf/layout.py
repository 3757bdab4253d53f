"""How the document lies on its pages, as LibreOffice lays it out: nothing else here can."""

import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from handover.later import dataclass
from handover.model import Notice, Said
from handover.write.docx import write_document
from handover.write.docx.typeface import body_typeface
from handover.write.job import Job
from handover.write.pdf.libreoffice import find_libreoffice, to_pdf

_NO_PAGES: Final[Mapping[str, int]] = defaultdict(int)

# Typefaces that are cut so that each letter is as wide as the other's: what is set in one breaks at the
# same places. LibreOffice's own table (officecfg, VCL.xcu) puts each in the other's place.
TWINS: Final[Mapping[str, tuple[str, ...]]] = {
    "Calibri": ("Carlito",),
    "Cambria": ("Caladea",),
    "Arial": ("Liberation Sans", "Arimo", "Helvetica"),
    "Helvetica": ("Liberation Sans", "Arimo", "Arial"),
    "Times New Roman": ("Liberation Serif", "Tinos", "Times"),
    "Courier New": ("Liberation Mono", "Cousine", "Courier"),
    "Georgia": ("Gelasio",),
}


# Emoji that are pictures within the typeface (its tables CBDT, sbix). Before 7.5 LibreOffice took the
# outlines, which are empty; since then it writes a Type 3 font (LibreOffice bugs 104403, 121327).
_HOLLOW: Final = re.compile(
    rb"/Subtype\s*/TrueType\s*/BaseFont\s*/(?:[A-Z]{6}\+)?(?:NotoColorEmoji|AppleColorEmoji)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What was counted, and what the manager should know of it."""

    pages: Mapping[str, int] | None = None  # of each heading's target, from 1; None: not known
    as_in_word: bool = False  # whether they are those a reader with Word will see
    can_be_pdf: bool = False
    notices: tuple[Notice, ...] = ()


def lay_out(job: Job) -> Layout:
    """Lay the document out once, with a number in each line of its contents as it will be.

    `job.wanted` and `job.page_numbers` say what for. Without LibreOffice nothing is known, which is a
    notice. Raises TemplateError for a mistake in the template, OutputError where LibreOffice fails.
    """
    if not find_libreoffice():
        return Layout(notices=tuple(_without_libreoffice(job)))
    with TemporaryDirectory(prefix="handover-layout-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "document.docx"
        source = write_document(job, path, _NO_PAGES)
        pdf = to_pdf(path)
    wanted, pages = body_typeface(source.parts), pages_of(pdf)
    used = typefaces_of(pdf)
    there = any(_squeezed(name) in used for name in (wanted, *TWINS.get(wanted, ())))
    return Layout(
        pages=pages or None,
        as_in_word=bool(pages) and there,
        can_be_pdf=True,
        notices=(*(() if there else _in_another(job, wanted)), *_blank_emoji(job, pdf)),
    )


def pages_of(pdf: bytes) -> dict[str, int]:
    """The pages of the destinations `_Toc…` in a PDF of LibreOffice's.

    It writes the list of pages as `/Kids[ 1 0 R 4 0 R ... ]` and a destination as
    `/5FToc00000001[4 0 R/XYZ ...]`, the underscore as its code.
    """
    pdf = _unpacked(pdf)
    kids = re.search(rb"/Type/Pages\b.*?/Kids\[([^\]]*)\]", pdf, re.DOTALL)
    order = re.findall(rb"(\d+) \d+ R", kids[1]) if kids else []
    number = {key: position for position, key in enumerate(order, 1)}
    found = re.findall(rb"/(?:_|5F|#5F)(Toc\d+)\[(\d+) \d+ R/XYZ", pdf)
    return {"_" + name.decode(): number[page] for name, page in found if page in number}


def typefaces_of(pdf: bytes) -> frozenset[str]:
    """The typefaces of a PDF, without case and spaces: `/BaseFont/BAAAAA+Carlito-Bold` is "carlito"."""
    found = re.findall(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([\w,#]+)", _unpacked(pdf))
    return frozenset(re.sub(r"(ps)?mt$", "", name.decode("latin-1").lower()) for name in found)


def are_emoji_blank(pdf: bytes) -> bool:
    """Whether a PDF holds emoji by their outlines, of typefaces that have none."""
    return _HOLLOW.search(_unpacked(pdf)) is not None


def _unpacked(pdf: bytes) -> bytes:
    """A PDF with what stands in its object streams (ISO 32000-1, 7.5.7), which newer versions make."""
    packed = re.findall(rb"/Type\s*/ObjStm.{0,300}?stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return b"\n".join((pdf, *(zlib.decompressobj().decompress(stream) for stream in packed)))


def _squeezed(name: str) -> str:
    return name.replace(" ", "").lower()


def _without_libreoffice(job: Job) -> Iterator[Notice]:
    get = Said("Install LibreOffice (https://www.libreoffice.org) and build again.")
    if "pdf" in job.wanted:
        yield Notice(
            text=Said("There is no PDF: it is made with LibreOffice, which was not found."), hint=get
        )
    if _numbered(job):
        yield Notice(
            text=Said("The contents have no page numbers: LibreOffice counts them, and was not found."),
            hint=get,
        )


def _in_another(job: Job, wanted: str) -> Iterator[Notice]:
    names: Sequence[str] = (wanted, *TWINS.get(wanted, ()))
    hint = Said("Install the typeface {name} and build again.", name=names[min(1, len(names) - 1)])
    if "pdf" in job.wanted:
        yield Notice(
            text=Said(
                "The PDF is set in another typeface than {name}, which is not on this computer.", name=wanted
            ),
            hint=hint,
        )
    if _numbered(job):
        yield Notice(
            text=Said(
                "The contents have no page numbers: {name} is not on this computer, and in another typeface "
                "they would be wrong.",
                name=wanted,
            ),
            hint=hint,
        )


def _blank_emoji(job: Job, pdf: bytes) -> Iterator[Notice]:
    if "pdf" in job.wanted and are_emoji_blank(pdf):
        yield Notice(
            text=Said("The PDF shows gaps where emoji stand: this LibreOffice cannot print them in colour."),
            hint=Said(
                "Build again with LibreOffice 7.5 or newer, or open the Word document in Word and save it "
                "as PDF."
            ),
        )


def _numbered(job: Job) -> bool:
    return job.page_numbers and "docx" in job.wanted
