"""A client's job, and what became of it."""

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from handover.later import dataclass
from handover.model import Handover
from handover.model.counts import Counts

Job = Mapping[str, Any]  # keywords of `build_handover`, and optionally "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build left: where its files are, its numbers and its summary; posts and updates stay there."""

    counts: Counts
    files: Mapping[str, Path] = field(default_factory=dict)  # by format: what may be sent
    working_copy: Path | None = None  # for the manager alone, as all of `for_you`
    for_you: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()  # where edited workbooks are that were read and replaced
    shortfalls: int = 0  # posts that need more updates
    skipped: int = 0  # rows and files that could not be read, and what was left out
    notices: int = 0
    needs_a_look: bool = False
    summary: tuple[str, ...] = ()  # its lines, each to be said in its reader's language
    language: str = "en"  # the manager's

    def __str__(self) -> str:
        return "\n".join(self.summary)

    @classmethod
    def of(cls, handover: Handover) -> "Built":
        """What a handover leaves."""
        return cls(
            counts=handover.counts,
            files=handover.files,
            working_copy=handover.working_copy,
            for_you=handover.for_you,
            kept=handover.kept,
            shortfalls=len(handover.shortfalls),
            skipped=len(handover.skipped),
            notices=len(handover.notices),
            needs_a_look=handover.needs_a_look,
            summary=handover.summary,
            language=handover.for_manager.language,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one client's job: what was built, or the error that ended it."""

    name: str
    built: Built | None = None
    handover: Handover | None = None  # with every post and update; None where only `built` was asked for
    error: BaseException | None = None
