"""All files or none, and never over a file that a person has edited.

What was written is remembered in `.handover.json` beside the files, as the SHA-256 of each. A file that
still matches is ours and may be replaced; one that does not was edited, or was there before us. A workbook
that was edited and read back whole is replaced too, and kept beside the new one under a name with the day.

New files are made in a staging folder beside their places. A journal is written before the first of them
is moved in and removed after the last: a run that was cut off between the two is finished by the next one,
and whatever a run left that was cut off earlier is cleared.
"""

import contextlib
import datetime as dt
import json
import shutil
import tempfile
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from itertools import chain, count
from pathlib import Path, PurePosixPath

from handover.errors import OutputError
from handover.model import Joined, Returned, Said
from handover.write.disk import check_free, digest, explained, is_ours, link, write_json
from handover.write.lock import STAGING, Lock, is_living, staging_prefix
from handover.write.moves import is_under_way, move_in, recover

MANIFEST = ".handover.json"


class Store:
    """The output folder. Use `with Store(folder) as store:`; nothing of a failed run remains.

    `client` is whom the files are for: those of another client in the same folder are left alone.
    """

    def __init__(self, folder: Path, client: str = "") -> None:
        self.folder = folder
        self.client = client
        self.staging = folder
        self._made: list[Path] = []  # folders that were not there before
        self._lock = Lock(folder)

    def __enter__(self) -> "Store":
        try:
            with explained(self.folder):
                self._create_folder()
                self._lock.take()
                recover(self.folder)
                self._clear()
                self.staging = Path(tempfile.mkdtemp(prefix=staging_prefix(), dir=self.folder))
        except BaseException:
            self._leave()
            raise
        return self

    def __exit__(self, *exception: object) -> None:
        if self.staging != self.folder and not is_under_way(self.folder):
            shutil.rmtree(self.staging, ignore_errors=True)
        self._leave()

    def _leave(self) -> None:
        self._lock.let_go()
        for folder in reversed(self._made):
            with contextlib.suppress(OSError, ValueError):
                folder.rmdir()  # only when still empty

    def _create_folder(self) -> None:
        missing = [p for p in (self.folder, *self.folder.parents) if not p.exists()]
        self._made = missing[::-1]
        self.folder.mkdir(parents=True, exist_ok=True)

    def _clear(self) -> None:
        """Clear what runs left that were cut off; never what a living one is working on."""
        for left in self.folder.glob(f"{STAGING}*"):
            if left.is_symlink():
                left.unlink()
            elif not is_living(left):
                shutil.rmtree(left, ignore_errors=True)

    # -- what is there -----------------------------------------------------------------------------

    def manifest(self) -> dict[str, dict[str, str]]:
        """What earlier runs wrote: name -> {"sha256": ..., "format": ..., "client": ...}.

        An entry for a file elsewhere is none: the manifest lies where anybody may write to it.
        """
        try:
            files = json.loads((self.folder / MANIFEST).read_text("utf-8"))["files"]
            found = {n: {k: str(v) for k, v in entry.items()} for n, entry in files.items()}
            return {name: entry for name, entry in found.items() if is_ours(self.folder, name)}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}  # without it every file counts as the user's own, which errs on the safe side

    def edited(self, names: Mapping[str, str]) -> list[str]:
        """Those of the names that exist and are not as we wrote them."""
        known = self.manifest()
        return [
            name
            for name in names
            if (self.folder / name).exists()
            and digest(self.folder / name) not in (known.get(name, {}).get("sha256"), names[name])
        ]

    # -- moving in ---------------------------------------------------------------------------------

    def commit(
        self,
        formats: Mapping[str, str],
        *,
        overwrite: bool,
        returned: Iterable[Returned] = (),
        today: dt.date = dt.date(1970, 1, 1),
        digests: Mapping[str, str] | None = None,
        shows: Mapping[str, str] | None = None,
        missing: Set[str] = frozenset(),
        asked: Iterable[str] = (),
    ) -> list[Path]:
        """Move every staged file to its place: all of them, or none.

        `formats` says which format each staged name belongs to, `asked` which formats were written beside,
        and gave no file this time. Files of all these that an earlier run wrote, that nobody edited and that
        this run has no more, are removed with the same move.
        `returned` are the workbooks that were read: one that stands in the place of a staged one and was
        read whole is kept beside it, under a name with `today`. `digests` are those of staged files that are
        known already, which are not read again; `shows` says of pictures what they show (`model.media`), and
        those that show what is `missing` stay. Returns where edited workbooks are kept.
        Raises OutputError when another file was edited or is another client's (unless `overwrite`), or one
        cannot be replaced.
        """
        for name in formats:
            check_free(self.folder, name)
        known, told = self.manifest(), digests or {}
        with explained(self.folder):
            if not overwrite:
                self._check_client(formats, known)
            staged = {name: told.get(name) or digest(self.staging / name) for name in formats}
            edited = self.edited(staged)
            read = self._read_back(edited, returned)
            refused = [name for name in edited if name not in read or read[name].lost]
            if refused and not overwrite:
                raise self._refusal(refused, read)
            beside = [self._keep_beside(name, read[name], today) for name in edited if name not in refused]
            stale = self._stale(known, formats, {*formats.values(), *asked})
            stale = [n for n in stale if missing.isdisjoint(known[n].get("shows", "").split("\n"))]
            kept = {n: e for n, e in known.items() if n not in stale}
            kept |= {n: {"sha256": staged[n], "format": formats[n], "client": self.client} for n in staged}
            for name, told_of in (shows or {}).items():
                kept[name]["shows"] = told_of
            write_json(self.staging / MANIFEST, {"version": 1, "files": dict(sorted(kept.items()))})
            move_in(self.folder, self.staging.name, [*beside, *staged, MANIFEST], stale)
        return [self.folder / name for name in beside]

    def _stale(
        self, known: Mapping[str, Mapping[str, str]], staged: Collection[str], asked: Collection[str]
    ) -> list[str]:
        """What an earlier run for this client wrote in these formats, and this one does not."""
        gone = [
            name
            for name, entry in known.items()
            if name not in staged and entry.get("format") in asked and self.is_hers(entry)
        ]
        return [n for n in gone if (self.folder / n).is_file() and not self.edited({n: ""})]

    def is_hers(self, entry: Mapping[str, str]) -> bool:
        """Whether what the manifest tells of a file is that of this client's."""
        return entry.get("client", self.client) == self.client  # earlier releases did not note it

    def _check_client(self, names: Iterable[str], known: Mapping[str, Mapping[str, str]]) -> None:
        """Raises OutputError where a file of another client would be replaced."""
        for name in names:
            if (entry := known.get(name)) and not self.is_hers(entry) and (self.folder / name).exists():
                file = str(self.folder / name)
                raise OutputError(
                    Said(
                        "{file} is the file of another client, {name}.",
                        file=file,
                        name=entry.get("client", ""),
                    ),
                    path=file,
                    hint=Said(
                        "Nothing was written. Give each client a folder of its own with --out-dir, or "
                        "replace the file with --overwrite."
                    ),
                )

    def _read_back(self, edited: Iterable[str], returned: Iterable[Returned]) -> dict[str, Returned]:
        """Those of the edited files that were read as they are now."""
        by_path = {told.path.resolve(): told for told in returned}
        found = {name: by_path.get((self.folder / name).resolve()) for name in edited}
        return {
            name: told for name, told in found.items() if told and told.sha256 == digest(self.folder / name)
        }

    def _refusal(self, refused: Sequence[str], read: Mapping[str, Returned]) -> OutputError:
        file, more = str(self.folder / refused[0]), len(refused) - 1
        text = Said("{file} was changed since it was written.", file=file)
        if more:
            text = Said(
                "{file} was changed since it was written (and {n} more).",
                many="{file} was changed since it was written (and {n} more).",
                file=file,
                n=more,
            )
        other = Said("Choose another --out-dir, or replace the file with --overwrite.")
        hint: str = Joined(Said("Nothing was written."), other)
        if file.endswith(".xlsx"):
            hint = Said(
                "Nothing was written. Build from the edited workbook by naming it after the blog, or after "
                "the folder of handover.toml (handover build . {name}); choose another --out-dir, or replace "
                "the file with --overwrite.",
                name=file,
            )
        if told := read.get(refused[0]):
            hint = Joined(
                Said("Nothing was written. Its updates were read."),
                told.lost,
                other,
            )
        return OutputError(text, path=file, hint=hint)

    def _keep_beside(self, name: str, told: Returned, today: dt.date) -> str:
        """Stage an edited workbook under the name it is kept by, "plan (edited 2026-11-29).xlsx"."""
        place = PurePosixPath(name)
        tries = (f"{today}{n}" for n in chain([""], map(" {}".format, count(2))))
        names = (place.with_name(f"{place.stem} (edited {day}){place.suffix}") for day in tries)
        kept = next(str(one) for one in names if not (self.folder / one).exists())
        link(self.folder / name, self.staging / kept)
        if digest(self.staging / kept) != told.sha256:  # saved again this very moment
            raise self._refusal([name], {})
        return kept
