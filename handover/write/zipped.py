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
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(file for file in made if job.may_be_sent(file)):
            entry = zipfile.ZipInfo(file.relative_to(job.folder).as_posix(), _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # the same on every system, with rights that all of them can read
            entry.external_attr = _RIGHTS
            with file.open("rb") as source, archive.open(entry, "w") as target:
                shutil.copyfileobj(source, target)
    return path
