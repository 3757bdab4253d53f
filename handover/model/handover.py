"""The result of a build, and its summary in a few lines."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from handover.model.details import Details
from handover.model.types import (
    Changes,
    Feed,
    Notice,
    Pair,
    Pairing,
    Post,
    Runway,
    Shortfall,
    Skipped,
    Slot,
    Unpaired,
    Updates,
    Verdict,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """All there is to hand over, and the files it was written to."""

    feed: Feed
    updates: Updates
    pairing: Pairing
    shortfalls: tuple[Shortfall, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Notice, ...] = ()
    details: Details = field(default_factory=Details)
    files: Mapping[str, Path] = field(default_factory=dict)  # by format: what may be sent
    working_copy: Path | None = None  # the workbook with everything in it, for the manager alone
    for_you: tuple[Path, ...] = ()  # all files that are for the manager alone, the working copy first
    kept: tuple[Path, ...] = ()  # where edited workbooks are that were read and replaced
    today: dt.date = dt.date(1970, 1, 1)
    language: str = "en"
    minimum: int = 3
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)  # by update id
    runway: Runway | None = None
    plan: tuple[Slot, ...] = ()
    changes: Changes | None = None

    @property
    def posts(self) -> tuple[Post, ...]:
        return self.pairing.posts

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return self.pairing.pairs

    @property
    def unpaired(self) -> tuple[Unpaired, ...]:
        return self.pairing.unpaired

    @property
    def needs_a_look(self) -> bool:
        """Whether a person should look at something before the files go out."""
        undecided = any(open_.suggestions for open_ in self.unpaired)
        return bool(self.shortfalls or self.skipped or self.notices or undecided)

    def __str__(self) -> str:
        """The summary a person wants to read: what is there, what needs a look, where the files are."""
        lines = [self._counts(), self._blog(), self._open()]
        c = self.changes
        if c and (c.changed or c.new or c.gone):
            lines.append(f"Your edits: {c.changed} changed, {c.new} new, {c.gone} gone.")
        if self.runway:
            r = self.runway
            lines.append(
                f"Runway: {_n(r.lasting, 'lasting update')}, {r.per_week} a week: {_n(r.weeks, 'week')}."
            )
        lines += _listed("To send", tuple(self.files.values()))
        lines += _listed("For you", self.for_you)
        lines += [f"What you had edited was read, and is kept as {path}." for path in self.kept]
        if self.working_copy:
            lines.append(self._next_step())
        return "\n".join(line for line in lines if line)

    def _counts(self) -> str:
        paired = len({pair.update.id for pair in self.pairs})
        networks = {pair.update.network for pair in self.pairs}
        name = self.details.client.name or self.feed.title or "The blog"
        return (
            f"{name}: {_n(len(self.posts), 'post')}, {_n(len(self.updates.items), 'update')}; "
            f"{paired} paired on {_n(len(networks), 'network')}, {len(self.unpaired)} open."
        )

    def _blog(self) -> str:
        whole = {
            "proved": "The whole blog was read",
            "walked": "The blog was read to its end",
            "newest_only": "Only the newest posts were read",
            "as_given": "The blog was read as given",
        }[self.feed.extent]
        return f"{whole}{f': {self.feed.extent_reason.rstrip(chr(46))}' if self.feed.extent_reason else ''}."

    def _open(self) -> str:
        if not self.minimum:
            return ""
        if not self.shortfalls:
            return f"Every post has at least {_n(self.minimum, 'update')}."
        missing = sum(short.missing for short in self.shortfalls)
        return (
            f"{_n(len(self.shortfalls), 'post')} with fewer than {_n(self.minimum, 'update')}: "
            f"{missing} missing, e.g. for {self.shortfalls[0].post.title!r}."
        )

    def _next_step(self) -> str:
        look = [
            _n(len(found), word)
            for found, word in ((self.skipped, "row not read"), (self.notices, "notice"))
            if found
        ]
        if look:
            return f"Next: open the working copy at 'Please check' ({', '.join(look)})."
        if undecided := sum(bool(open_.suggestions) for open_ in self.unpaired):
            return f"Next: open the working copy at 'Unpaired' ({_n(undecided, 'update')} with suggestions)."
        if self.shortfalls:
            return "Next: open the working copy at 'Shortfall' and adopt or write what is missing."
        told = {"docx": "the document", "xlsx": "the workbook"}
        first = next((told[name] for name in told if name in self.files), "what is to be sent")
        return f"Next: read {first} once, then send it with your farewell e-mail."


def _listed(title: str, paths: Sequence[Path]) -> list[str]:
    """Paths one below the other, the first beside the title."""
    space = " " * len(title)
    return [f"{space if n else title}  {path}" for n, path in enumerate(paths)]


def _n(count: int, word: str) -> str:
    """A number with its word: "1 post", "12 posts", "3 rows not read"."""
    first, _, rest = word.partition(" not ")
    plural = first if count == 1 else f"{first}s"
    return f"{count:,} {plural}{f' not {rest}' if rest else ''}"
