"""The result of a build, and its summary in a few lines."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from handover.later import dataclass
from handover.model.counts import Counts, count
from handover.model.details import Details
from handover.model.media import Originals
from handover.model.places import file_of
from handover.model.said import Blank, Joined, Quoted, Said
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
from handover.model.worked import Worked

STRANGERS = 3  # updates of which none is paired, before the blog is doubted


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
    guessed: str = ""  # the language of the posts, where the blog names none and nobody told one
    minimum: int = 3
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)  # by update id
    runway: Runway | None = None
    plan: tuple[Slot, ...] = ()
    worked: tuple[Worked, ...] = ()  # what worked best, by network; (): no figures are known
    changes: Changes | None = None
    # Opens the pictures and films of what was read; None: they are told only by their addresses.
    originals: Originals | None = field(default=None, compare=False, repr=False)

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
    def counts(self) -> Counts:
        """The numbers of every output."""
        return count(self.pairing)

    @property
    def needs_a_look(self) -> bool:
        """Whether a person should look at something before the files go out."""
        undecided = any(open_.suggestions for open_ in self.unpaired)
        return bool(self.shortfalls or self.skipped or self.notices or undecided)

    @property
    def for_manager(self) -> "Handover":
        """The same in the manager's own language."""
        own = self.details.me.language or self.language.partition("-x-")[0]  # no private part of the tag
        return replace(self, language=own) if own and own != self.language else self

    def __str__(self) -> str:
        """The summary a person wants to read: what is there, what needs a look, where the files are."""
        return "\n".join(self.summary)

    @property
    def summary(self) -> tuple[str, ...]:
        """The lines of the summary, each to be said in its reader's language."""
        lines = [
            self._counts(),
            self._others(),
            self._withheld(),
            self._stranger(),
            self._blog(),
            self._language(),
            self._open(),
        ]
        c = self.changes
        if c and (c.changed or c.new or c.gone):
            lines.append(
                Said(
                    "Your edits: {changed} changed, {new} new, {gone} gone.",
                    changed=c.changed,
                    new=c.new,
                    gone=c.gone,
                )
            )
        lines += self._said_runway()
        lines += _listed(Said("To send"), tuple(self.files.values()))
        lines += _listed(Said("For you"), self.for_you)
        lines += [
            Said("What you had edited was read, and is kept as {path}.", path=str(p)) for p in self.kept
        ]
        if self.working_copy:
            lines.append(self._next_step())
        return tuple(line for line in lines if line)

    def _counts(self) -> Said:
        counts = self.counts
        return Said(
            "{name}: {posts}, {updates}; {paired} on {networks}, {open}.",
            name=self.details.client.name or self.feed.title or Said("The blog"),
            posts=Said("{n} post", many="{n} posts", n=len(self.posts)),
            updates=_updates(len(self.updates.items)),
            paired=Said("{n} paired", many="{n} paired", n=counts.updates),
            networks=Said("{n} network", many="{n} networks", n=counts.on_networks),
            open=Said("{n} open", many="{n} open", n=counts.more),
        )

    def _said_runway(self) -> Iterator[Said]:
        runway = self.runway
        if runway is None:
            return
        lasting = Said("{n} lasting update", many="{n} lasting updates", n=runway.lasting)
        weeks = Said("{n} week", many="{n} weeks", n=runway.weeks)
        if runway.ready == runway.lasting:
            yield Said(
                "Runway: {lasting}, {per_week} a week: {weeks}.",
                lasting=lasting,
                per_week=runway.per_week,
                weeks=weeks,
            )
            return
        yield Said(
            "Runway: {lasting}, {ready} ready to be planned, {per_week} a week: {weeks}.",
            lasting=lasting,
            ready=runway.ready,
            per_week=runway.per_week,
            weeks=weeks,
        )

    def _others(self) -> str:
        others = self.counts.others
        if not others:
            return ""
        return Said(
            "{n} update is a reply or a repost: it stands in your working copy alone.",
            many="{n} updates are replies or reposts: they stand in your working copy alone.",
            n=others,
        )

    def _withheld(self) -> str:
        withheld = self.counts.withheld
        if not withheld:
            return ""
        return Said(
            "{n} update is held back from the client: it stands in your working copy alone.",
            many="{n} updates are held back from the client: they stand in your working copy alone.",
            n=withheld,
        )

    def _stranger(self) -> str:
        """Where nothing at all was paired, it is rather the wrong blog than forty mistakes."""
        if self.pairs or not self.posts or len(self.updates.items) < STRANGERS:
            return ""
        return Said(
            "None of the {n} updates belongs to a post of this blog: is {blog} the right one?",
            n=len(self.updates.items),
            blog=self.feed.link or self.feed.source or self.feed.title,
        )

    def _language(self) -> str:
        if not self.guessed:
            return ""
        return Said(
            "The blog names no language; its posts are in {language}. Say --language if that is wrong.",
            language=Quoted(self.guessed),
        )

    def _blog(self) -> Said:
        whole = {
            "proved": Said("The whole blog was read"),
            "walked": Said("The blog was read to its end"),
            "newest_only": Said("Only the newest posts were read"),
            "as_given": Said("The blog was read as given"),
        }[self.feed.extent]
        return Joined(Said("{what}.", what=whole), self.feed.extent_reason)

    def _open(self) -> str:
        if not self.minimum:
            return ""
        if not self.shortfalls:
            return Said("Every post has at least {updates}.", updates=_updates(self.minimum))
        missing = sum(short.missing for short in self.shortfalls)
        return Said(
            "{n} post needs {more} to have at least {minimum}: {title}.",
            many="{n} posts need {more} to have at least {minimum} each, e.g. {title}.",
            n=len(self.shortfalls),
            more=Said("{n} more update", many="{n} more updates", n=missing),
            minimum=self.minimum,
            title=Quoted(self.shortfalls[0].post.title),
        )

    def _next_step(self) -> Said:
        look = []
        if n := sum(skipped.line is not None for skipped in self.skipped):
            look.append(Said("{n} row not read", many="{n} rows not read", n=n))
        if files := {file_of(skipped.location) for skipped in self.skipped if skipped.line is None}:
            look.append(
                Said(
                    "{n} file with something left out",
                    many="{n} files with something left out",
                    n=len(files),
                )
            )
        if n := len(self.notices):
            look.append(Said("{n} notice", many="{n} notices", n=n))
        if look:
            return Said(
                "Next: open the working copy at '{sheet}' ({what}).",
                sheet=Said("Please check"),
                what=Joined(*look, by=", "),
            )
        if undecided := sum(bool(open_.suggestions) for open_ in self.unpaired):
            return Said(
                "Next: open the working copy at '{sheet}' ({updates} with suggestions).",
                sheet=Said("Unpaired"),
                updates=_updates(undecided),
            )
        if self.shortfalls:
            return Said(
                "Next: open the working copy at '{sheet}' and adopt or write what is missing.",
                sheet=Said("Shortfall"),
            )
        if "docx" in self.files:
            return Said("Next: read the document once, then send it with your farewell e-mail.")
        if "xlsx" in self.files:
            return Said("Next: read the workbook once, then send it with your farewell e-mail.")
        return Said("Next: read what is to be sent once, then send it with your farewell e-mail.")


def _listed(title: Said, paths: Sequence[Path]) -> list[str]:
    """Paths one below the other, the first beside the title."""
    return [Joined(Blank(title) if n else title, str(path), by="  ") for n, path in enumerate(paths)]


def _updates(count: int) -> Said:
    return Said("{n} update", many="{n} updates", n=count)
