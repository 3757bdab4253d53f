"""A path as a person wrote it, made one of this computer."""

import os
from pathlib import Path


def expanded(path: str | os.PathLike[str]) -> Path:
    """The path, "~" at its beginning being the home folder; "~$plan.xlsx", which is nobody's, as it is."""
    return Path(os.path.expanduser(path))  # noqa: PTH111 - pathlib's raises where there is no such user
