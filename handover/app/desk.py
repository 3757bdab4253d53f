"""What was read of the client's folder, and the work on it: reading, keeping what was decided, building."""

import contextlib
import datetime as dt
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from handover.app.deciding import Decision, key_of, shown_at_once, told
from handover.app.folder import ClientFolder, Stamp
from handover.app.sheets import UnknownSheet, unknown_sheet
from handover.app.work import StoppedError, Work
from handover.build import blog_of, build_handover, prepare, updates_of
from handover.details import gather
from handover.errors import HandoverError
from handover.later import dataclass
from handover.model import Details, Feed, Handover, Pair, Post, Progress, Updates
from handover.model.places import INSIDE
from handover.options import Options, settle
from handover.read.given import is_address
from handover.write import write_handover

READ, KEEP, BUILD = "read", "keep", "build"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The folder as it was read."""

    stamp: Stamp = ()
    details: Details = field(default_factory=Details)
    feed: Feed | None = None
    updates: Updates | None = None  # as they were read, before anything was made of them
    handover: Handover | None = None  # where blog and updates are both there
    errors: Mapping[str, HandoverError] = field(default_factory=dict)  # of "feed" and "updates"
    unknown: Mapping[str, UnknownSheet] = field(default_factory=dict)  # by what handover.toml names


class Desk:
    """One client's folder on the page. Every method may be called from any thread.

    What is decided is on the page at once, and on the disk as soon as it has been written: the working copy
    takes seconds where posts are many, so decisions that come meanwhile are written together.
    """

    def __init__(self, folder: ClientFolder, today: dt.date | None = None) -> None:
        self.folder, self.today = folder, today
        self.reading = Reading()
        self.built: Handover | None = None  # by this app
        self.work: Work | None = None
        self._lock = threading.RLock()  # of the fields
        self._disk = threading.Lock()  # of the folder
        self._todo: list[Decision] = []  # decided, and not yet on the disk
        self.offers: dict[
            str, tuple[tuple[Post, float], ...]
        ] = {}  # by key: what was suggested, once decided
        self._feeds: dict[str, Feed] = {}

    def begin(self, name: str) -> None:
        """Begin to read, keep or build, unless some work is going on; a build waits for what is kept."""
        runs: dict[str, Callable[[Progress], None]] = {
            READ: self._reread,
            KEEP: self._keep,
            BUILD: self._build,
        }
        with self._lock:
            before = self.work if self.is_busy else None
            if before and (before.name != KEEP or name == KEEP):
                return

            def run(progress: Progress) -> None:
                if before:
                    before.wait()
                runs[name](progress)

            self.work = Work(name, run, self._go_on).start()

    @property
    def is_busy(self) -> bool:
        return self.work is not None and self.work.is_running

    @property
    def is_stale(self) -> bool:
        """Whether the disk holds something else than what was read."""
        return self.reading.stamp != self.folder.stamp()

    def look(self) -> None:
        """Read the folder where it has changed since: by this page, another, Excel or an editor."""
        if not self.is_busy and self.is_stale:
            self.begin(READ)

    def close(self) -> None:
        """Bring to the disk what was decided; end what can be done again."""
        if self.work and self.work.is_running:
            if self.work.name != KEEP:
                self.work.stop()
            self.work.wait()
        if self._todo:
            with contextlib.suppress(HandoverError, StoppedError):
                self._keep(lambda stage, done, total: None)

    def _go_on(self, work: Work) -> None:
        """What was decided while some other work went on is kept after it."""
        with self._lock:
            if self._todo and work.error is None and not work.was_stopped:
                self.work = Work(KEEP, self._keep, self._go_on).start()

    # -- reading -----------------------------------------------------------------------------------

    def _reread(self, progress: Progress) -> None:
        with self._disk:
            stamp = self.folder.stamp()
            try:
                self._take(self._read(progress))
            except BaseException:  # as it is: read again when it has changed, or when she says so
                with self._lock:
                    self.reading = replace(self.reading, stamp=stamp)
                raise

    def read_anew(self) -> None:
        """Read all of it again, the blog too."""
        self._feeds = {}
        self.begin(READ)

    def _take(self, reading: Reading) -> None:
        """Show what was read, with what was decided and is not on the disk yet."""
        with self._lock:
            handover = reading.handover
            if handover:
                for decision in self._todo:
                    handover = shown_at_once(handover, decision)
            self.reading = replace(reading, handover=handover)

    def _read(self, progress: Progress) -> Reading:
        details = self.folder.details()
        if edited := self.folder.edited_copy(details):
            self.folder.save({("content", "updates"): [*self.folder.sources(details), edited]})
            details = self.folder.details()
        stamp, options = self.folder.stamp(), self._options(details, progress)
        errors: dict[str, HandoverError] = {}
        feed = updates = handover = None
        try:
            feed = self._blog(details, options)
        except HandoverError as error:
            errors["feed"] = error
        try:
            if paths := [details.beside(path) for path in details.content.updates]:
                updates = updates_of(paths, options)
        except HandoverError as error:
            errors["updates"] = error
        if feed and updates:
            handover = prepare(feed, updates, options, details)
        return Reading(
            stamp=stamp,
            details=details,
            feed=feed,
            updates=updates,
            handover=handover,
            errors=errors,
            unknown=self._unknown(details, updates, options),
        )

    def _unknown(
        self, details: Details, updates: Updates | None, options: Options
    ) -> Mapping[str, UnknownSheet]:
        """The sheets that nothing was recognised in, to be asked about."""
        read = {source.name.partition(INSIDE)[0] for source in updates.sources} if updates else set()
        paths = {name: details.beside(name) for name in self.folder.sources(details)}
        silent = {name: path for name, path in paths.items() if path not in read and not is_address(name)}
        sheets = {name: unknown_sheet(path, options) for name, path in silent.items()}
        return {name: sheet for name, sheet in sheets.items() if sheet}

    def _options(self, details: Details, progress: Progress | None = None) -> Options:
        given = {"today": self.today} if self.today else {}
        return settle({**given, "progress": progress}, details)

    def _blog(self, details: Details, options: Options) -> Feed | None:
        """The blog; what was read of it is not asked for again while the app runs."""
        place = details.beside(details.client.feed)
        if not place:
            return None
        asked = replace(options, progress=None, out_dir="", map=None)
        key = repr((place, asked, [mark for mark in self.folder.stamp() if mark[0] == details.client.feed]))
        if key not in self._feeds:
            self._feeds = {key: blog_of(place, options)}
        return self._feeds[key]

    # -- deciding ----------------------------------------------------------------------------------

    def decide(self, decision: Decision) -> None:
        """Take a decision: on the page at once, on the disk in a moment."""
        with self._lock:
            if self.reading.handover:
                self.reading = replace(self.reading, handover=shown_at_once(self.reading.handover, decision))
            self._todo.append(decision)
        self.begin(KEEP)

    def _keep(self, progress: Progress) -> None:
        """Write the working copy with all that was decided, and name it in handover.toml."""
        with self._disk, self.folder.alone():
            while True:
                with self._lock:
                    todo = list(self._todo)
                if not todo:
                    return
                reading = self.reading
                if reading.stamp != self.folder.stamp():  # Excel, an editor or another app was here
                    reading = self._read(progress)
                if reading.feed is None or reading.updates is None or reading.handover is None:
                    return
                reading = self._written(reading, todo, progress)
                with self._lock:
                    self._todo = self._todo[len(todo) :]
                self._take(reading)

    def _written(self, reading: Reading, todo: list[Decision], progress: Progress) -> Reading:
        """The folder as it is once these decisions are in its working copy."""
        assert reading.feed and reading.updates and reading.handover
        pairs: dict[str, list[Pair]] = {}
        for pair in reading.handover.pairs:
            pairs.setdefault(key_of(pair.update), []).append(pair)
        by_key: dict[str, list[Decision]] = {}
        for decision in todo:
            by_key.setdefault(decision.update, []).append(decision)
        items = []
        for update in reading.updates.items:
            for decision in by_key.get(key_of(update), ()):
                update = told(update, decision, pairs.get(decision.update, ()))
            items.append(update)
        updates = replace(reading.updates, items=tuple(items))
        details = reading.details
        options = self._options(details, progress)
        handover = prepare(reading.feed, updates, options, details)
        handover = write_handover(handover, self.folder.out_dir(details), formats=())
        self.folder.name_working_copy(handover)
        # Its rows are ours again: what the workbook that was read had to be kept for has been kept.
        updates = replace(updates, returned=())
        return replace(
            reading,
            stamp=self.folder.stamp(),
            details=self.folder.details(),
            updates=updates,
            handover=handover,
        )

    # -- building ----------------------------------------------------------------------------------

    def formats(self) -> tuple[str, ...]:
        """What would be built to be sent."""
        return tuple(self._options(self.reading.details).formats)

    def build(self, formats: Sequence[str]) -> None:
        """Begin to build; other formats than handover.toml has are noted in it."""
        if formats and set(formats) != set(self.formats()):
            is_stale = self.is_stale
            self.folder.save({("content", "formats"): list(formats)})
            with self._lock:  # what was read is the same
                stamp = () if is_stale else self.folder.stamp()
                self.reading = replace(self.reading, stamp=stamp, details=self.folder.details())
        self.begin(BUILD)

    def _build(self, progress: Progress) -> None:
        """What `handover` does in this folder on the command line."""
        self._keep(progress)
        with self._disk:
            place, updates, details = gather(None, (), self.folder.toml)
            given: dict[str, Any] = {"today": self.today} if self.today else {}
            if not details.content.out_dir:
                given["out_dir"] = self.folder.place
            is_stale = self.is_stale
            built = build_handover(place, updates, details=details, progress=progress, **given)
            self.built = built
            if is_stale:
                self._take(self._read(progress))
            else:  # what was read of the disk stands in the new files
                with self._lock:
                    self.reading = replace(self.reading, stamp=self.folder.stamp(), handover=built)
