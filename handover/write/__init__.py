"""Writing: what may be sent, as it was asked for, and the manager's working copy; all of it or none."""

import dataclasses
import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from handover.errors import OutputError
from handover.model import N_, Handover, Progress, Returned, Said
from handover.model.gc_pause import no_collection
from handover.model.packed import hand_back
from handover.model.paths import expanded
from handover.options import taken
from handover.text.safe import one_line
from handover.write.earlier import of_earlier_builds
from handover.write.job import WORKING_COPY, Job
from handover.write.slug import slug_of
from handover.write.store import Store
from handover.write.words import addressed

if TYPE_CHECKING:
    from handover.write.media.gallery import Gallery

# Format -> (module with `write(job)`, what a person gets). In the order they are written: the e-mail
# attaches the files made before it. What a writer puts into the folder `FOR_YOU` is never sent.
WRITERS: dict[str, tuple[str, str]] = {
    "xlsx": ("handover.write.xlsx", N_("Excel workbook with every post and update")),
    "docx": ("handover.write.docx", N_("Word document that says goodbye")),
    "pdf": ("handover.write.pdf", N_("the document as PDF (through LibreOffice)")),
    "html": ("handover.write.html", N_("preview page to search and copy from")),
    "ics": ("handover.write.ics", N_("calendar of the plan and the dates")),
    "media": ("handover.write.media", N_("folder of the original pictures and films")),
    "csv": ("handover.write.next_tool", N_("files to import into the client's next tool")),
    "eml": ("handover.write.eml", N_("farewell e-mail draft with the files attached")),
}

Writer = Callable[[Job], tuple[Path, ...]]
BOOKS = "xlsx"  # the format whose writer writes the working copy too, and so is asked at every build


def check_formats(formats: Sequence[str]) -> tuple[str, ...]:
    """The formats in the order they are written, each once. Raises HandoverError for an unknown name."""
    asked = taken("formats", formats) if formats else ()
    return tuple(name for name in WRITERS if name in asked)


@no_collection()
def write_handover(
    handover: Handover,
    out_dir: str | Path = ".",
    *,
    formats: Sequence[str] = ("xlsx", "docx"),
    template: str | Path | None = None,
    overwrite: bool = False,
    page_numbers: bool = False,
    zip: bool = False,
    pictures: str = "first",
    strip_gps: bool = False,
    progress: Progress | None = None,
) -> Handover:
    """Write the files and return the handover with `files` (format -> absolute path) and `working_copy`.

    `formats` are what may be sent; `()`: nothing as yet. Whatever they are, the working copy is written, to
    the folder `for-you`: it holds everything and is for the manager alone. The path of `csv` is the folder of
    its files.
    `page_numbers` lets LibreOffice count the pages for the document's contents, which takes some seconds.
    `zip` puts what is sent beside the letter into one file, too: `files["zip"]`. Where LibreOffice or the
    document's typeface is missing, the PDF or the numbers are left out, and `notices` say so.
    `pictures` are shown beside their updates: "all", the "first" of each, or "none"; `strip_gps` takes the
    place where they were taken out of the copies of originals. Nothing is written when anything fails. An
    edited workbook that was read whole is replaced, and kept under another name (`kept`).

    Raises OutputError when the folder cannot be written, another build is at work there, or a file was
    edited since it was written (unless `overwrite`); TemplateError for a mistake in the user's template;
    HandoverError for an unknown format.
    """
    wanted = check_formats(formats)
    whose = one_line(handover.details.client.name or handover.feed.title)
    slug = slug_of(whose)
    own, has_place = expanded(template) if template else None, True
    if own and not {"docx", "pdf"}.isdisjoint(wanted):
        from handover.write.docx import left_out, shows_drafts  # as `_run` does

        has_place = shows_drafts(own)
        handover = dataclasses.replace(handover, notices=(*handover.notices, *left_out(own, handover)))
    language = addressed(handover.language, handover.details.client.form_of_address)
    with Store(expanded(out_dir), client=whose) as store:
        handover = dataclasses.replace(
            handover,
            notices=(
                *handover.notices,
                *of_earlier_builds(store, f"{slug}-media", wanted, WRITERS),
            ),
        )
        worded = dataclasses.replace(handover, language=language)
        folder = store.staging / f"{slug}-media"
        gallery = _gallery(worded, folder, wanted, pictures, strip_gps=strip_gps, is_zipped=zip)
        if gallery:
            handover, worded = (_with_told(one, gallery) for one in (handover, worded))
        job = _laid_out(
            Job(
                handover=worded,
                folder=store.staging,
                slug=slug,
                template=own,
                shows_drafts=has_place,
                wanted=wanted,
                page_numbers=page_numbers,
                gallery=gallery,
            )
        )
        handover = dataclasses.replace(handover, notices=job.handover.notices)
        steps = [name for name in WRITERS if name in job.wanted or name == BOOKS]
        made: dict[str, tuple[Path, ...]] = {}
        for done, name in enumerate(steps):
            if progress:
                progress("write", done, len(steps))
            job = dataclasses.replace(job, made={name: made[name] for name in made if name in wanted})
            made[name] = _run(name, job)
            hand_back(len(handover.posts))
        if zip:
            made["zip"] = (_zipped(job, made),)
        names = {path.relative_to(store.staging).as_posix(): f for f, paths in made.items() for path in paths}
        working = job.for_you(WORKING_COPY)
        names[working.relative_to(store.staging).as_posix()] = "working copy"
        returned = _judged(store, handover.updates.returned, names)
        kept = store.commit(
            names,
            overwrite=overwrite,
            returned=returned,
            today=handover.today,
            digests=_in_folder(slug, gallery.digests if gallery else {}),
            shows=_in_folder(slug, gallery.shows if gallery else {}),
            missing=gallery.missing if gallery else frozenset(),
            asked=(*job.wanted, "zip"),  # an older one holds older files
        )
        if progress:
            progress("write", len(steps), len(steps))
        hers = [path for paths in made.values() for path in paths if not job.may_be_sent(path)]
        return dataclasses.replace(
            handover,
            files={
                f: _place(store, sent, is_set=True)
                for f, paths in made.items()
                if (sent := _to_send(job, paths))
            },
            working_copy=_place(store, (working,)),
            for_you=tuple(_place(store, (path,)) for path in hers),
            kept=tuple(path.resolve() for path in kept),
        )


def _gallery(
    handover: Handover, folder: Path, formats: Sequence[str], pictures: str, **how: bool
) -> "Gallery | None":
    """All pictures and films, gone through before any file is written; None where no file needs them."""
    shown = taken("pictures", pictures)
    if "media" not in formats and (shown == "none" or not _has_files(handover)):
        return None
    from handover.write.media import gallery_of  # loads what counts and copies them

    with _explained("media", folder):
        return gallery_of(handover, folder, formats, shown, **how)


def _has_files(handover: Handover) -> bool:
    return any(one.file for update in handover.updates.items for one in update.media)


def _in_folder(slug: str, told: Mapping[str, str]) -> dict[str, str]:
    """What is told of originals by their names, with the way from the output folder."""
    return {f"{slug}-media/{name}": value for name, value in told.items()}


def _with_told(handover: Handover, gallery: "Gallery") -> Handover:
    return dataclasses.replace(
        handover,
        skipped=(*handover.skipped, *gallery.skipped),
        notices=(*handover.notices, *gallery.notices),
    )


def _run(name: str, job: Job) -> tuple[Path, ...]:
    # Imported by name, so that a build loads only the libraries of the formats it writes.
    write = cast(Writer, importlib.import_module(WRITERS[name][0]).write)
    with _explained(name, job.folder):
        return write(job)


@contextmanager
def _explained(name: str, folder: Path) -> Iterator[None]:
    """An operating system's refusal as a sentence."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            Said(
                "The {format} file could not be written ({error}).",
                format=name,
                error=str(error.strerror or error),
            ),
            path=str(error.filename or folder),
            hint=Said(
                "Nothing was changed. Check that there is room on the disk, or choose another --out-dir."
            ),
        ) from error


def _laid_out(job: Job) -> Job:
    """The task once it is known how the document lies on its pages, where that was asked for."""
    if not ("pdf" in job.wanted or (job.page_numbers and "docx" in job.wanted)):
        return job
    from handover.write.pdf.layout import lay_out  # loads what starts other programs

    layout = lay_out(job)
    handover = dataclasses.replace(job.handover, notices=(*job.handover.notices, *layout.notices))
    return dataclasses.replace(
        job,
        handover=handover,
        wanted=tuple(name for name in job.wanted if name != "pdf" or layout.can_be_pdf),
        page_numbers=job.page_numbers and layout.as_in_word,
        pages=layout.pages,
    )


def _zipped(job: Job, made: Mapping[str, tuple[Path, ...]]) -> Path:
    from handover.write.zipped import write_zip  # as `_run` does

    # The letter is what they are attached to.
    return write_zip(job, (path for name, paths in made.items() if name != "eml" for path in paths))


def _judged(store: Store, returned: Sequence[Returned], names: Iterable[str]) -> Iterator[Returned]:
    """The workbooks that were read, each with what a new one in its place would lose."""
    new = {(store.folder / name).resolve(): store.staging / name for name in names}
    for one in returned:
        place = new.get(one.path.resolve())
        if place and not one.lost:
            from handover.write.xlsx.compare import lost_in  # loads what opens workbooks

            yield dataclasses.replace(one, lost=lost_in(one.path, place))
        else:
            yield one


def _to_send(job: Job, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Those of a format's files that are for the client."""
    return tuple(path for path in paths if job.may_be_sent(path))


def _place(store: Store, paths: tuple[Path, ...], *, is_set: bool = False) -> Path:
    """Where files ended up: the first of them or, of all that are one format's to send, the folder that they
    have to themselves."""
    first = paths[0].relative_to(store.staging)
    own_folder = is_set and first.parent != Path()
    return (store.folder / (first.parent if own_folder else first)).resolve()
