"""What the command line shows while it works, and the language it speaks."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from handover.errors import HandoverError
from handover.model import N_, Details, Handover, Progress, Quoted, Said
from handover.text.safe import for_terminal

if TYPE_CHECKING:
    from handover.write.words import Words


class Reader:
    """Who reads what is printed: the manager, in her language.

    That is the one `[me] language` names, else the documents', else the terminal's. What click says of a
    wrong command line, and the help, are English throughout.
    """

    def __init__(self) -> None:
        self.language = ""

    def of(self, feed: str | None, details: str | Path | None) -> None:
        """Learn the language from files that may yet turn out to be wrong."""
        from handover.details import manager_language

        self.language = manager_language(feed, details)

    def learn(self, details: Details, language: str | None) -> None:
        self.language = details.me.language or language or details.content.language or self.language

    @property
    def words(self) -> "Words":
        from babel import default_locale

        from handover.write.words import words

        return words(self.language or default_locale("LC_MESSAGES") or "en")


class ProgressBar:
    """A progress bar on stderr, only where a person looks at it."""

    LABELS: ClassVar = {
        "feed": N_("Reading the blog"),
        "updates": N_("Reading the updates"),
        "Asking where short links lead": N_("Asking where short links lead"),
        "titles": N_("Reading the titles"),
        "media": N_("Downloading pictures"),
        "pair": N_("Pairing"),
        "check": N_("Checking"),
        "Checking links": N_("Checking links"),
        "write": N_("Writing"),
    }

    def __init__(self, quiet: bool, reader: Reader) -> None:
        self._reader = reader
        self._bar: Any = None
        self._tasks: dict[str, Any] = {}
        if not quiet and sys.stderr.isatty():
            from rich import progress
            from rich.console import Console  # only where there is a terminal

            self._bar = progress.Progress(console=Console(stderr=True), transient=True)

    def __enter__(self) -> Progress | None:
        if self._bar:
            self._bar.start()
            return self._show
        return None

    def __exit__(self, *exception: object) -> None:
        if self._bar:
            self._bar.stop()

    def _show(self, stage: str, done: int, total: int | None) -> None:
        if stage not in self._tasks:
            label = self._reader.words(self.LABELS[stage]) if stage in self.LABELS else _literal(stage)
            self._tasks[stage] = self._bar.add_task(label, total=total)
        self._bar.update(self._tasks[stage], completed=done, total=total)


def _literal(name: str) -> str:
    """A client's name as rich shows it: "[red]" is no colour, and "[/]" ends nothing."""
    from rich.markup import escape  # only where there is a terminal

    return escape(for_terminal(name))


def how_to_get(
    name: str, formats: Iterable[tuple[str, str]], ways: Mapping[str, Any], _: "Words"
) -> Iterator[str]:
    """The lines that tell how to get the exports so called; `formats` are names and what their files are,
    `ways` the rows of `read.how_to_export`.

    Raises HandoverError when none is called so.
    """
    rows = {row[0]: row[1] for row in reversed(list(formats))}
    sought = name.casefold()
    found = [row for row in reversed(rows) if _is_called(sought, row) or _is_called(sought, _(row))]
    if not found:
        said = Said("There is no format {name}.", name=Quoted(name))
        raise HandoverError(said, hint=Said("All of them: {command}", command="handover formats"))
    for number, row in enumerate(found):
        yield from ([""] if number else [])
        yield f"{_(row)}: {_(rows[row])}"
        how = ways.get(row)
        if how is None:
            yield _(
                "The page on which its maker tells how to export was not found: look in its settings for "
                "'Export' or 'Download your data'."
            )
            continue
        told = (
            (_("Who"), how.who),
            (_("Format"), how.format),
            (_("How long"), how.waits),
            (_("What is lost"), how.ends),
        )
        if how.where:
            yield f"  {_('Where to click (English menus)')}: {how.where}"
        yield from (f"  {label}: {_(text)}" for label, text in told if text)
        if how.source:
            yield f"  {_('Source')}: {how.source} ({_.date(how.read)})"
        if how.told_by_others:
            yield _("So others than its maker tell it; the maker's own page was not found.")


def _is_called(sought: str, name: str) -> bool:
    words = name.casefold()
    return words.startswith(sought) or any(word.startswith(sought) for word in words.split())


def to_look_at(handover: Handover) -> list[str]:
    """Every thing that needs a look, a line each, in the manager's language."""
    _ = words_of(handover)
    lines = [
        _.said(
            Said(
                "{title}: {n} of {wanted} updates",
                title=short.post.title,
                n=short.found,
                wanted=short.wanted,
            )
        )
        for short in handover.shortfalls
    ]
    for skipped in handover.skipped:
        row = skipped.line
        place = _("{place}, row {n}", place=skipped.location, n=row) if row else skipped.location
        told = _("{file}: {problem}", file=place, problem=_.said(skipped.reason))
        lines.append(f"{told} {_.said(skipped.hint)}".rstrip())
    lines += [f"{_.said(notice.text)} {_.said(notice.hint)}".rstrip() for notice in handover.notices]
    return [f"- {line}" for line in lines]


def summary(handover: Handover) -> list[str]:
    """The summary in the manager's language."""
    return said_in(handover.for_manager.language, handover.summary)


def said_in(language: str, lines: Iterable[str]) -> list[str]:
    """Lines of what was said, in a language."""
    from handover.write.words import words  # loads babel

    return [words(language).said(line) for line in lines]


def words_of(handover: Handover) -> "Words":
    """The manager's words."""
    from handover.write.words import words  # loads babel

    return words(handover.for_manager.language)
