"""The Word document: the built-in template or the user's own, filled with `template_context`."""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from handover.model import Notice
from handover.write.docx.compiled_template import TEMPLATE, built_in
from handover.write.docx.render import Renderer
from handover.write.docx.starting import write_template
from handover.write.docx.template import WordSource
from handover.write.docx.variables import FUNCTIONS, template_variables
from handover.write.job import Job
from handover.write.view import template_context

_NO_PAGES: Final[Mapping[str, int]] = defaultdict(int)


def write(job: Job) -> tuple[Path, ...]:
    """Write the document and return its path.

    With `job.page_numbers` LibreOffice counts the pages for the contents: seconds for a short document, a
    minute for a long one. Without, a line of the contents is a link and has no number; Word fills them in
    at "Update field".

    Raises TemplateError for a mistake in the user's template, DetailsError for a logo that cannot be shown,
    OutputError when page numbers were asked for and LibreOffice cannot be used.
    """
    source = _source(job.template)
    context = template_context(job.handover, workbook="xlsx" in job.made)
    path = job.path("handover.docx")
    path.parent.mkdir(parents=True, exist_ok=True)

    def render(pages: Mapping[str, int] | None) -> None:
        Renderer(source, job.handover, context, trusted=job.template is None).write(path, pages)

    if job.page_numbers:
        from handover.write.docx.pages import count_pages  # loads what starts other programs

        render(_NO_PAGES)  # laid out with a number in each line of the contents, as it will be
        render(count_pages(path))
    else:
        render(None)
    return (path,)


def _source(own: Path | None) -> WordSource:
    if own is None:
        return built_in()
    from handover.write.docx.user_template.reading import (
        read_own,  # loads docxtpl, which only a user's template needs
    )

    return read_own(own)


def left_out(template: Path) -> tuple[Notice, ...]:
    """What stands in the user's template and in no document made from it. Raises TemplateError."""
    from handover.write.docx.user_template import reading  # as above

    return reading.left_out(reading.read_own(template))


__all__ = ["FUNCTIONS", "TEMPLATE", "left_out", "template_variables", "write", "write_template"]
