"""The page of each heading, counted by LibreOffice: nothing else here can lay a document out."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from handover.errors import OutputError
from handover.model import Said

_NAMES: Final = ("soffice", "libreoffice")
_EXPORT: Final = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_SECONDS: Final = 600
_HINT: Final = Said("Install LibreOffice so that “soffice” is found, or leave page_numbers off.")


def count_pages(document: Path) -> Mapping[str, int]:
    """The page of each bookmark `_Toc…` of a document, from 1. Takes seconds to minutes.

    Raises OutputError when LibreOffice is missing or cannot lay the document out.
    """
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        raise OutputError(Said("Page numbers were asked for, and LibreOffice was not found."), hint=_HINT)
    with TemporaryDirectory(prefix="handover-pages-") as folder:
        command = [
            program,
            f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",  # never the user's own
            "--headless",
            "--convert-to",
            _EXPORT,
            "--outdir",
            folder,
            str(document),
        ]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
            pages = pages_of(Path(folder, document.stem + ".pdf").read_bytes())
        except (OSError, subprocess.SubprocessError) as error:
            raise OutputError(Said("LibreOffice could not count the pages."), hint=_HINT) from error
    if not pages:
        raise OutputError(Said("LibreOffice gave no page numbers."), hint=_HINT)
    return pages


def pages_of(pdf: bytes) -> dict[str, int]:
    """The pages of the destinations `_Toc…` in a PDF of LibreOffice's.

    It writes the list of pages as `/Kids[ 1 0 R 4 0 R ... ]` and a destination as
    `/5FToc00000001[4 0 R/XYZ ...]`, the underscore as its code.
    """
    kids = re.search(rb"/Type/Pages\b.*?/Kids\[([^\]]*)\]", pdf, re.DOTALL)
    order = re.findall(rb"(\d+) \d+ R", kids[1]) if kids else []
    number = {key: position for position, key in enumerate(order, 1)}
    found = re.findall(rb"/(?:_|5F|#5F)(Toc\d+)\[(\d+) \d+ R/XYZ", pdf)
    return {"_" + name.decode(): number[page] for name, page in found if page in number}
