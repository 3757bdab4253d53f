"""The Word document: the built-in template or the user's own, filled with `template_context`."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path

from handover.model import Handover, Notice
from handover.write.docx.compiled_template import TEMPLATE, built_in
from handover.write.docx.render import Renderer
from handover.write.docx.starting import write_template
from handover.write.docx.template import WordSource
from handover.write.docx.variables import template_variables
from handover.write.docx.variables_file import write_variables
from handover.write.job import Job
from handover.write.view import template_context


def write(job: Job) -> tuple[Path, ...]:
    """Write the document and return its path.

    With `job.page_numbers` the lines of the contents have the pages that were counted (`job.pages`).
    Without, a line is a link and has no number; Word fills them in at "Update field".

    Raises TemplateError for a mistake in the user's template, DetailsError for a logo that cannot be shown.
    """
    path = job.path("handover.docx")
    path.parent.mkdir(parents=True, exist_ok=True)
    write_document(job, path, job.pages if job.page_numbers else None)
    return (path,)


def write_document(job: Job, path: Path, pages: Mapping[str, int] | None) -> WordSource:
    """Write the document to a path, with the page of each heading's target where they are given, and return
    the template. Raises as `write` does."""
    source = _source(job.template)
    handover = job.handover if job.shows_drafts else without_drafts(job.handover)
    context = template_context(handover, workbook="xlsx" in job.wanted, gallery=job.gallery)
    small = tuple(job.gallery.thumbnails.values()) if job.gallery else ()
    Renderer(source, job.handover, context, trusted=job.template is None, small=small).write(path, pages)
    return source


def without_drafts(handover: Handover) -> Handover:
    """The handover without the texts that were suggested for posts with too few updates."""
    short = tuple(dataclasses.replace(one, drafts=()) for one in handover.shortfalls)
    return dataclasses.replace(handover, shortfalls=short)


def _source(own: Path | None) -> WordSource:
    if own is None:
        return built_in()
    from handover.write.docx.user_template.reading import (
        read_own,  # loads docxtpl, which only a user's template needs
    )

    return read_own(own)


def left_out(template: Path, handover: Handover | None = None) -> tuple[Notice, ...]:
    """What stands in the user's template and in no document made from it, and what of the handover the
    template has no place for. Raises TemplateError."""
    from handover.write.docx.user_template import reading, without_place  # as above

    source = reading.read_own(template)
    return (*reading.left_out(source), *(without_place.of_handover(source, handover) if handover else ()))


def shows_drafts(template: Path) -> bool:
    """Whether the user's template has a place for the suggested drafts. Raises TemplateError."""
    from handover.write.docx.user_template import reading, without_place  # as above

    return not without_place.DRAFTS.isdisjoint(without_place.words_in(reading.read_own(template)))


__all__ = [
    "TEMPLATE",
    "left_out",
    "shows_drafts",
    "template_variables",
    "write",
    "write_document",
    "write_template",
    "write_variables",
]
