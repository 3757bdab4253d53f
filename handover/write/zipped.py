"""All that is sent beside the letter as one file."""

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from handover.write.job import Job

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can hold: same in, same out
_RIGHTS: Final = 0o100644 << 16


def write_zip(job: Job, made: Iterable[Path]) -> Path:
    """Write those of the files that may be sent into one, folders as they are, and return its path."""
    path = job.path("handover.zip")
    sent = sorted(file for file in made if job.may_be_sent(file))
    pack(path, ((file.relative_to(job.folder).as_posix(), file) for file in sent))
    return path


def pack(path: Path, files: Iterable[tuple[str, Path]]) -> None:
    """Write files into a zip under these names: the same bytes for the same files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, file in files:
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system, with rights that all of them can read
            entry.external_attr = _RIGHTS
            entry.file_size = file.stat().st_size  # tells whether it needs the fields of large files
            with file.open("rb") as source, archive.open(entry, "w") as target:
                shutil.copyfileobj(source, target)
