"""The Word document: the built-in template or the user's own, filled with `template_context`."""

import shutil
from pathlib import Path
from typing import Final

from handover.errors import TemplateError
from handover.write.docx.package import read_package
from handover.write.docx.render import Renderer
from handover.write.docx.source import read_source
from handover.write.job import Job
from handover.write.view import template_context

TEMPLATE: Final = Path(__file__).parent.parent.parent / "templates" / "handover.docx"


def write(job: Job) -> tuple[Path, ...]:
    """Write the document and return its path.

    Raises TemplateError for a mistake in the user's template, DetailsError for a logo that cannot be shown.
    """
    template = job.template or TEMPLATE
    try:
        data = template.read_bytes()
    except OSError as error:
        raise TemplateError(
            f"The template {template.name} could not be read ({error.strerror}).",
            template=template.name,
            hint="Check the path, or write the built-in template to start from: handover init --template",
        ) from error
    source = read_source(read_package(data, template.name), template.name)
    context = template_context(job.handover, workbook="xlsx" in job.made)
    path = job.path("handover.docx")
    path.parent.mkdir(parents=True, exist_ok=True)
    Renderer(source, job.handover, context, trusted=job.template is None).write(path)
    return (path,)


def write_template(path: Path) -> Path:
    """Copy the built-in template to `path`, as a start for one's own."""
    shutil.copyfile(TEMPLATE, path)
    return path


__all__ = ["write", "write_template"]
