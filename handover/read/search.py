"""Finding updates in whatever was given: files, folders, zips, zips within zips, several at once."""

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from itertools import filterfalse
from operator import attrgetter
from typing import Protocol, cast, runtime_checkable

from handover.errors import HandoverError, ParseError, SourceError, UnknownFormatError
from handover.later import dataclass, named, pattern
from handover.model import Joined, Notice, Progress, Said, Skipped, SourceCount, Updates
from handover.model.places import INSIDE
from handover.read.ours import without_ours
from handover.read.signs import Sign
from handover.read.source import Bundle, Source
from handover.read.unknown import is_worth_trying, unknown
from handover.read.updates.options import Options

log = logging.getLogger("handover")


class FileFormat(Protocol):
    """Reads one file on its own."""

    def accepts(self, source: Source) -> bool: ...

    def parse(self, source: Source, options: Options) -> Updates: ...


@runtime_checkable
class ArchiveFormat(Protocol):
    """Reads several files of one download together."""

    def accepts(self, source: Source) -> bool: ...

    def gather(self, files: Sequence[Source]) -> list[Bundle]: ...

    def parse(self, bundle: Bundle, options: Options) -> Updates: ...


@dataclass(frozen=True, slots=True)
class UpdateFormat:
    """A line of the table of formats."""

    name: str  # as the user reads it
    place: str  # of its reader, a module of `handover.read.updates`
    may_be: Sign  # whether a file may be of it; where none may, its reader is not even loaded
    files: str  # what such files are called, and where they come from
    gathers: bool = False  # whether its reader is an `ArchiveFormat`
    is_read: bool = True  # else its reader only says what the file is, and what to give instead

    @property
    def reader(self) -> FileFormat | ArchiveFormat:
        return cast("FileFormat | ArchiveFormat", named(f"handover.read.updates.{self.place}"))

    def accepts(self, source: Source) -> bool:
        """Whether a file is of this format, or a folder or zip has a download of it."""
        files = source.files if self.gathers else (source,)
        return any(map(self.may_be, files)) and self.reader.accepts(source)

    def gather(self, files: Sequence[Source]) -> list[Bundle]:
        """The downloads of this format among files."""
        return cast(ArchiveFormat, self.reader).gather(files) if any(map(self.may_be, files)) else []


# Facebook's and Instagram's conversations: thousands of files, all of them private. They are not even opened.
CONVERSATION = pattern(r"(?:^|/)messages/(?:[^/]+/)+message_\d+\.(?:json|html)$")
_NO_POSTS = Said("There is no post in it.")
LOST_SIGN = "\ufffd"  # stands where bytes were no character
NAMED_FILES = 12  # how many unreadable files of one kind an error names
ENOUGH_UNREAD = 1_000  # files of one ending that nobody can read, after which no more of them are opened
NEVER = 10**9  # more files than are ever met


@dataclass(slots=True)
class Search:
    """One walk through all that was given; `run` may be called once."""

    formats: Sequence[UpdateFormat]
    options: Options
    progress: Progress | None = None
    done: int = 0
    several: bool = field(init=False, default=False)
    errors: list[SourceError] = field(init=False, default_factory=list)  # of what the user named
    unread: Counter[str] = field(init=False, default_factory=Counter)  # ending -> files, while none was read

    def run(self, given: Sequence[Source]) -> list[Updates]:
        """What was read, one `Updates` a file or download, in the order given.

        Raises UnknownFormatError or ParseError for a file the user named that cannot be read, and for
        a folder or zip in which nothing can. Of several given, one that cannot be read costs itself and is
        named; the first one's error is raised where none can be read.
        """
        self.several = len(given) > 1
        found: list[Updates] = []
        for folder in dict.fromkeys(_folder(source) for source in given):
            plain = [source for source in given if not source.is_container and _folder(source) == folder]
            found += self._files(plain, named=True)
        for source in given:
            if source.is_container:
                found += self._container(source, named=True)
        if self.errors and not any(updates.items or updates.sources for updates in found):
            raise self.errors[0]
        return found

    def _not_read(self, source: Source | Bundle, error: SourceError, *, named: bool) -> Updates:
        if named and not self.several:
            raise error
        if named:
            self.errors.append(error)
        from handover.read.updates.json_items import as_skipped  # most files can be read

        return Updates(skipped=(as_skipped(source, error),))

    def _container(self, source: Source, *, named: bool) -> list[Updates]:
        try:
            children = without_ours(source)
        except SourceError as error:
            return [self._not_read(source, error, named=named)]
        archives = [child for child in children if _is_nested(child)]
        nested = {id(child) for child in archives}
        files = [c for c in children if id(c) not in nested and not CONVERSATION.search(c.name)]
        found = list(self._files(files, named=False))
        for child in archives:
            found += self._container(child, named=False)
        if named and not any(updates.items or updates.sources for updates in found):
            return [*found, self._not_read(source, _nothing_in(source, found, self.formats), named=True)]
        return found

    def _files(self, files: Sequence[Source], *, named: bool) -> Iterator[Updates]:
        read: set[int] = set()
        idle: set[int] = set()
        for format_ in filter(_gathers, self.formats):
            for bundle in format_.gather(files):
                read |= {id(file) for file in bundle.files}
                idle |= {id(file) for file in bundle.idle}
                yield self._read(format_, bundle, named=named)
        given_up: dict[str, list[Source]] = {}
        for file in files:
            if id(file) in read or (file.is_media and not named):
                continue
            ending = _ending(file)
            if self.unread[ending] >= ENOUGH_UNREAD and not named:
                given_up.setdefault(ending, []).append(file)
                continue
            found = self._file(file, named=named, idle=id(file) in idle)
            self.unread[ending] += -NEVER if found.items or found.sources else bool(found.skipped)
            yield found
        if given_up:
            yield Updates(skipped=tuple(map(_given_up, given_up, given_up.values())))

    def _file(self, file: Source, *, named: bool, idle: bool) -> Updates:
        try:
            if named or (is_worth_trying(file) and not (idle and not file.name.endswith(".json"))):
                for format_ in filterfalse(_gathers, self.formats):
                    if format_.accepts(file):
                        return self._read(format_, file, named=named)
            if idle:  # the rest of a download whose posts were read
                return Updates()
            raise unknown(file, [f.name for f in self.formats if f.is_read])
        except SourceError as error:
            return self._not_read(file, error, named=named)

    def _read(self, format_: UpdateFormat, source: Source | Bundle, *, named: bool) -> Updates:
        try:
            read = _parsed(format_, source, self.options if named else replace(self.options, found=True))
        except SourceError as error:
            return self._not_read(source, error, named=named)
        finally:
            self.done += 1
            if self.progress:
                self.progress("updates", self.done, None)
        if not (read.items or read.skipped or read.notices):
            read = replace(read, skipped=(Skipped(location=source.location, reason=_NO_POSTS),))
        if lost := sum(LOST_SIGN in item.text for item in read.items):
            read = replace(read, notices=(*read.notices, _unreadable_signs(lost, source.location)))
        count = SourceCount(name=source.location, format=format_.name, count=len(read.items))
        return replace(read, sources=(count,))


_gathers = attrgetter("gathers")


def _ending(file: Source) -> str:
    """How the file's name ends, as "csv"; "" where it has no ending."""
    return file.name.rpartition("/")[2].rpartition(".")[2].lower() if "." in file.name else ""


def _given_up(ending: str, files: Sequence[Source]) -> Skipped:
    """What is said of files that were not opened, since so many like them could not be read."""
    return Skipped(
        location=files[0].location,
        reason=Said(
            "{n} file that ends in .{ending} was not opened, since {tried} like it could not be read. Give "
            "it by itself if it holds updates.",
            many="{n} files that end in .{ending}, this one first, were not opened, since {tried} like them "
            "could not be read. Give those that hold updates by themselves.",
            n=len(files),
            ending=ending,
            tried=ENOUGH_UNREAD,
        ),
    )


def _parsed(format_: UpdateFormat, source: Source | Bundle, options: Options) -> Updates:
    try:
        return format_.reader.parse(source, options)  # type: ignore[arg-type]
    except HandoverError:
        raise
    except Exception as error:  # a mistake of ours must not cost the user the other files
        log.exception("reading %s as %s", source.location, format_.name)
        raise ParseError(
            Said(
                "{place} could not be read as {format} ({error}).",
                place=source.location,
                format=Said(format_.name),
                error=type(error).__name__,
            ),
            location=source.location,
            hint=Said(
                "This is a mistake in the program: please report it, with the file if you may share it."
            ),
        ) from error


def _unreadable_signs(count: int, place: str) -> Notice:
    return Notice(
        text=Said(
            "{n} text holds a sign that could not be read (\ufffd).",
            many="{n} texts hold signs that could not be read (\ufffd).",
            n=count,
        ),
        hint=Said(
            "The file was saved in another encoding, or damaged: take the network's own file,"
            " or save as UTF-8."
        ),
        where=place,
    )


def _folder(source: Source) -> str:
    return str(source.path.parent) if source.path else ""


def _is_nested(source: Source) -> bool:
    try:
        return source.is_nested
    except SourceError:  # its reading will say why
        return False


def _nothing_in(
    source: Source, found: Sequence[Updates], formats: Sequence[UpdateFormat]
) -> UnknownFormatError | ParseError:
    reasons = [skipped for updates in found for skipped in updates.skipped]
    if not reasons:
        return UnknownFormatError(
            Said("There are no updates in {place}.", place=source.location),
            location=source.location,
            hint=Said(
                "What can be read: {formats}.", formats=Joined(*(Said(f.name) for f in formats), by="; ")
            ),
        )
    return UnknownFormatError(
        Said("Nothing in {place} could be read as updates.", place=source.location),
        location=source.location,
        hint=Joined(*_file_by_file(reasons), by="\n"),
    )


def _file_by_file(reasons: Sequence[Skipped]) -> Iterator[str]:
    """A line for each reason, with the files it holds for."""
    files: dict[str, list[str]] = {}
    for skipped in reasons:
        name = re.split(r"[/\\]", skipped.location.rpartition(INSIDE)[2])[-1]
        files.setdefault(skipped.reason, []).append(name)
    for reason, names in files.items():
        told: list[str] = names[:NAMED_FILES]
        if more := len(names) - len(told):
            told.append(Said("{n} more", n=more))
        yield Said("{file}: {problem}", file=tuple(told), problem=reason)
