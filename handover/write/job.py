"""What every writer is handed, and what it gives back."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from handover.later import dataclass
from handover.model import Handover

if TYPE_CHECKING:
    from handover.write.media.gallery import Gallery

FOR_YOU = "for-you"  # the folder of what is for the manager alone; all else of a build may be sent
WORKING_COPY = "working-copy.xlsx"  # its first file, which every build writes


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One writer's task: put its files under `folder` and return their paths.

    `folder` is a staging copy of the output folder: what lies at `folder / "next-tool" / "buffer.csv"`
    is moved to `out_dir / "next-tool" / "buffer.csv"` together with all other files, or not at all.
    """

    handover: Handover
    folder: Path
    slug: str  # client or blog as a file name: "acme-tea"
    template: Path | None = None  # the user's own Word template
    shows_drafts: bool = True  # whether the Word document has a place for the suggested ones
    page_numbers: bool = False  # whether the Word document's contents show them
    pages: Mapping[str, int] | None = None  # of each heading's target, where they were counted
    wanted: Sequence[str] = ()  # the formats that were asked for
    made: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)  # staged by the formats before this

    gallery: "Gallery | None" = None  # the pictures and films, gone through; None: no file needs them

    @property
    def today(self) -> dt.date:
        return self.handover.today

    def path(self, ending: str) -> Path:
        """Where a file to be sent goes: `job.path("handover.docx")`."""
        return self.folder / f"{self.slug}-{ending}"

    def for_you(self, ending: str) -> Path:
        """Where a file goes that is for the manager alone."""
        return self.folder / FOR_YOU / f"{self.slug}-{ending}"

    def may_be_sent(self, path: Path) -> bool:
        """Whether a file of this handover is one for the client."""
        return FOR_YOU not in path.relative_to(self.folder).parts
