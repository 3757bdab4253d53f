"""The document as PDF, made by LibreOffice: the same pages, with page numbers in its contents."""

import hashlib
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from handover.write.docx import write_document
from handover.write.job import Job
from handover.write.pdf.libreoffice import to_pdf


def write(job: Job) -> tuple[Path, ...]:
    """Write the PDF and return its path. The pages of its contents are those of `job.pages`.

    Raises TemplateError for a mistake in the user's template, OutputError where LibreOffice fails.
    """
    path = job.path("handover.pdf")
    with TemporaryDirectory(prefix="handover-pdf-", ignore_cleanup_errors=True) as folder:
        document = Path(folder) / f"{job.slug}.docx"
        write_document(job, document, job.pages)
        path.write_bytes(undated(to_pdf(document), job.today.strftime("%Y%m%d")))
    return (path,)


def undated(pdf: bytes, day: str) -> bytes:
    """A PDF with `day` ("20261231") for the moment it was made, and names made of it: same in, same out.

    What is replaced stays as long as it was, since the file ends with a table of where things stand.
    """
    moment = re.compile(rb"(/(?:CreationDate|ModDate)\(D:)\d{14}")
    pdf = moment.sub(rb"\g<1>" + f"{day}000000".encode(), pdf)
    names = re.compile(rb"(/ID\s*\[\s*<|>\s*<|/DocChecksum\s*/)[0-9A-F]{32}(?=>|\s)")
    bare = names.sub(rb"\g<1>" + b"0" * 32, pdf)
    made_of_it = hashlib.md5(bare, usedforsecurity=False).hexdigest().upper()
    return names.sub(rb"\g<1>" + made_of_it.encode(), pdf)
