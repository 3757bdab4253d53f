"""Documents of Numbers, Pages and Keynote: files that are zips, or folders which a Mac shows as one file."""

import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

from handover.later import pattern

APPLES: Final = (".numbers", ".pages", ".key")
# What every such folder holds, of the makes there have been.
_PARTS: Final = ("Index", "Index.zip", "index.xml", "index.xml.gz", "index.apxl", "index.apxl.gz")
_INSIDE: Final = pattern(
    rf"(.*?(?:{'|'.join(map(re.escape, APPLES))}))/(?:{'|'.join(map(re.escape, _PARTS))})(?:/|$)",
    re.IGNORECASE,
)


def is_package(folder: Path) -> bool:
    """Whether a folder is a document."""
    return folder.name.lower().endswith(APPLES) and any((folder / part).exists() for part in _PARTS)


def packages_in(names: Iterable[str]) -> set[str]:
    """The documents among the names of an archive's files that are folders there: "client/plan.numbers"."""
    return {found[1] for name in names if (found := _INSIDE.match(name))}


def inside_of(name: str, packages: Collection[str]) -> bool:
    """Whether a file is part of one of these documents."""
    return any(name.startswith(f"{package}/") for package in packages)
