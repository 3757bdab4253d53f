"""Writing: the workbook, the document and whatever else was asked for, all of them or none."""

import dataclasses
import importlib
import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from handover.errors import OutputError
from handover.model import Handover, Progress
from handover.model.gc_pause import no_collection
from handover.options import taken
from handover.write.job import FOR_YOU, Job
from handover.write.store import Store

# Format -> (module with `write(job)`, what a person gets). In the order they are written: the e-mail
# attaches the files made before it.
WRITERS: dict[str, tuple[str, str]] = {
    "xlsx": ("handover.write.xlsx", "Excel workbook with every post and update"),
    "docx": ("handover.write.docx", "Word document that says goodbye"),
    "html": ("handover.write.html", "preview page to search and copy from"),
    "ics": ("handover.write.ics", "calendar of the plan and the dates"),
    "csv": ("handover.write.next_tool", "files to import into the client's next tool"),
    "eml": ("handover.write.eml", "farewell e-mail draft with the files attached"),
}

Writer = Callable[[Job], tuple[Path, ...]]


def check_formats(formats: Sequence[str]) -> tuple[str, ...]:
    """The formats in the order they are written, each once. Raises HandoverError for an unknown name."""
    asked = taken("formats", formats)
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
    progress: Progress | None = None,
) -> Handover:
    """Write the files and return the handover with `files` filled in: format -> absolute path.

    The path of `csv` is the folder of its files. `page_numbers` lets LibreOffice count the pages for the
    document's contents, which takes some seconds. Nothing is written when anything fails.

    Raises OutputError when the folder cannot be written, another build is at work there, or a file was
    edited since it was written (unless `overwrite`); TemplateError for a mistake in the user's template;
    HandoverError for an unknown format.
    """
    wanted = check_formats(formats)
    slug = slug_of(handover.details.client.name or handover.feed.title)
    with Store(Path(out_dir).expanduser()) as store:
        made: dict[str, tuple[Path, ...]] = {}
        for done, name in enumerate(wanted):
            if progress:
                progress("write", done, len(wanted))
            job = Job(
                handover=handover,
                folder=store.staging,
                slug=slug,
                template=Path(template).expanduser() if template else None,
                made=dict(made),
                page_numbers=page_numbers,
            )
            made[name] = _run(name, job)
        names = {path.relative_to(store.staging).as_posix(): f for f, paths in made.items() for path in paths}
        store.commit(names, overwrite=overwrite)
        if progress:
            progress("write", len(wanted), len(wanted))
        files = {f: _place(store, sent) for f, paths in made.items() if (sent := _to_send(store, paths))}
    return dataclasses.replace(handover, files=files)


def _run(name: str, job: Job) -> tuple[Path, ...]:
    # Imported by name, so that a build loads only the libraries of the formats it writes.
    write = cast(Writer, importlib.import_module(WRITERS[name][0]).write)
    try:
        return write(job)
    except OSError as error:
        raise OutputError(
            f"The {name} file could not be written ({error.strerror or error}).",
            path=str(error.filename or job.folder),
            hint="Nothing was changed. Check that there is room on the disk, or choose another --out-dir.",
        ) from error


def _to_send(store: Store, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Those of a format's files that are for the client."""
    return tuple(path for path in paths if FOR_YOU not in path.relative_to(store.staging).parts)


def _place(store: Store, paths: tuple[Path, ...]) -> Path:
    """Where a format's file ended up: the first of its files, or the folder they have to themselves."""
    first = paths[0].relative_to(store.staging)
    own_folder = len(paths) > 1 and first.parent != Path()
    return (store.folder / (first.parent if own_folder else first)).resolve()


def slug_of(name: str) -> str:
    """A name as part of a file name, safe on every system: "Café Łódź & Co" -> "cafe-lodz-co"."""
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L").replace("ß", "ss"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = unicodedata.normalize("NFC", plain)
    return re.sub(r"[\W_]+", "-", plain).strip("-")[:60].strip("-") or "blog"
