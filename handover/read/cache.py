"""Pages of a blog that were read already: a walk that was cut off goes on, a second one asks politely.

One folder a blog, one file a page: a line of JSON, then the packed body. A page belongs to the walk that
brought it; pages of the walk in progress are used as they are, older ones only after the server has
confirmed them by their own validators, and none as it is after `DAYS`. Without a folder that can be
written nothing is kept, and nothing fails.

The folder is for its owner alone, names no blog (its names are digests), holds no login, and may be
deleted at any time. A blog takes up to `ROOM` bytes; what nobody has asked for in `IDLE` seconds goes.
"""

import hashlib
import json
import logging
import shutil
import time
import uuid
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import field
from pathlib import Path

import platformdirs

from handover.later import dataclass

KEPT_BLOGS = 30
DAYS = 7  # after which all is read anew
ROOM = 64 * 1024**2  # bytes of one blog, packed
IDLE = 60 * 86_400.0  # seconds without a run, after which a blog is forgotten
MAX_BODY = 100 * 1024**2  # bytes of one page, unpacked: as the network has it
_HEADERS = ("etag", "last-modified", "content-type", "link", "x-wp-total", "x-wp-totalpages")
_JOURNAL = "walk.json"
_WHOLE = "whole.json"

log = logging.getLogger("handover")


def now() -> float:
    """Seconds since 1970."""
    return time.time()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One page as it was read."""

    final: str  # the address it came from, after redirects
    headers: Mapping[str, str]
    body: bytes
    current: bool  # of the walk in progress

    @property
    def validators(self) -> dict[str, str]:
        """The headers that ask "has it changed?" of this very page."""
        asked = {
            "If-None-Match": self.headers.get("etag"),
            "If-Modified-Since": self.headers.get("last-modified"),
        }
        return {name: value for name, value in asked.items() if value}


@dataclass(slots=True)
class PageCache:
    """The pages of one blog; `PageCache()` keeps nothing."""

    folder: Path | None = None
    run: str = ""  # the walk in progress
    resumed: bool = False  # it was begun by an earlier process
    fresh: bool = False  # nothing of earlier walks is used, and no page asked whether it has changed
    _kept: set[str] = field(default_factory=set)
    _used: int = 0  # bytes of the folder

    @classmethod
    def of(cls, blog: str, root: str | Path | None = None, *, fresh: bool = False) -> "PageCache":
        """The cache for the blog at this address, below `root` (default: the user's cache folder).

        `fresh`: all is to be asked for anew; only a walk begun so and cut off goes on.
        """
        try:
            base = (
                Path(root) if root else Path(platformdirs.user_cache_dir("content-handover", False)) / "blogs"
            )
            folder = base / _digest(blog)
            folder.mkdir(parents=True, exist_ok=True)
            for private in (base, folder) if root is None else (folder,):
                private.chmod(0o700)
            cache = cls(folder=folder, fresh=fresh)
            cache._begin()
            _forget_oldest(base, folder, now() - IDLE)
        except (OSError, RuntimeError) as error:  # RuntimeError: no home folder to be found
            log.info("pages are not kept: %s", error)
            return cls()
        return cache

    def _begin(self) -> None:
        assert self.folder is not None
        self._used = sum(path.stat().st_size for path in self.folder.iterdir())
        try:
            journal = json.loads((self.folder / _JOURNAL).read_bytes())
            self.run = str(journal["run"])
            self.resumed = bool(journal.get("fresh")) or not self.fresh
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            self.resumed = False
        if not self.resumed:
            self.restart()
        if self.fresh:
            self._remove(_WHOLE)

    def restart(self) -> None:
        """Begins a new walk: what is stored must be confirmed before it is used."""
        self.run, self.resumed = uuid.uuid4().hex, False
        self._write(_JOURNAL, json.dumps({"run": self.run, "fresh": self.fresh}).encode())

    def find(self, address: str) -> Stored | None:
        """The page as it was last read; None when it is not there or not whole."""
        if self.folder is None:
            return None
        try:
            line, _, body = (self.folder / _digest(address)).read_bytes().partition(b"\n")
            facts = json.loads(line)
            own = facts["run"] == self.run
            if facts["address"] != address or facts["size"] != len(body) or (self.fresh and not own):
                return None
            return Stored(
                final=str(facts["final"]),
                headers={str(k): str(v) for k, v in facts["headers"].items()},
                body=zlib.decompressobj().decompress(body, MAX_BODY),
                current=own and self._is_young(facts["read"]),
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError, zlib.error):
            return None

    def _is_young(self, read: float) -> bool:
        return 0 <= now() - read < DAYS * 86_400

    def keep(self, address: str, final: str, headers: Mapping[str, str], body: bytes) -> None:
        """Keeps the page for the walk in progress."""
        packed = zlib.compress(body, 1)
        if self.folder is None or self._used + len(packed) > ROOM:
            return
        facts = {
            "address": address,
            "final": final,
            "headers": {name: headers[name] for name in _HEADERS if name in headers},
            "size": len(packed),
            "run": self.run,
            "read": now(),
        }
        self._write(_digest(address), json.dumps(facts).encode() + b"\n" + packed)
        self._kept.add(_digest(address))

    def drop(self, address: str) -> None:
        """Forgets a page that turned out to be none, so that it is asked for again."""
        self._remove(_digest(address))

    def remember(self, whole: bytes) -> None:
        """Keeps what a walk to the end has brought, for `recall` by the runs of the next days."""
        if self._used + len(whole) <= ROOM:
            self._write(_WHOLE, whole)
            self._kept.add(_WHOLE)

    def recall(self) -> bytes:
        """What the last walk to the end has brought; b"" where there was none."""
        try:
            return (self.folder / _WHOLE).read_bytes() if self.folder else b""
        except OSError:
            return b""

    def _remove(self, name: str) -> None:
        if self.folder is not None:
            with suppress(OSError):
                (self.folder / name).unlink(missing_ok=True)

    def finish(self, *, tidy: bool = True) -> None:
        """The walk ended well: the next run confirms every page. Pages it no longer met are removed.

        `tidy=False`: it did not have to meet all pages, so all stay.
        """
        if self.folder is None:
            return
        try:
            (self.folder / _JOURNAL).unlink(missing_ok=True)
            for path in self.folder.iterdir() if tidy else ():
                if path.name not in self._kept and not self._is_current(path):
                    path.unlink(missing_ok=True)
        except OSError as error:
            log.info("the cache was not tidied: %s", error)

    def _is_current(self, path: Path) -> bool:
        try:
            with path.open("rb") as stream:
                return bool(json.loads(stream.readline())["run"] == self.run)
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def _write(self, name: str, data: bytes) -> None:
        if self.folder is None:
            return
        try:
            beside = self.folder / f"{name}.{uuid.uuid4().hex[:8]}.part"
            path = self.folder / name
            before = path.stat().st_size if path.exists() else 0
            beside.write_bytes(data)
            beside.replace(path)
            self._used += len(data) - before
        except OSError as error:
            log.info("a page was not kept: %s", error)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def _forget_oldest(base: Path, current: Path, idle: float) -> None:
    """Leaves the blogs read last, and none that was last read before `idle`."""
    others = [(p.stat().st_mtime, p) for p in base.iterdir() if p.is_dir() and p != current]
    blogs = sorted(others, reverse=True)
    for number, (read, folder) in enumerate(blogs, 1):
        if number > KEPT_BLOGS or read < idle:
            shutil.rmtree(folder, ignore_errors=True)
