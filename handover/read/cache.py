"""Pages of a blog that were read already: a walk that was cut off goes on, a second one asks politely.

One folder a blog, one file a page: a line of JSON, then the body. A page belongs to the walk that
brought it; pages of the walk in progress are used as they are, older ones only after the server has
confirmed them by their own validators. Without a folder that can be written nothing is kept, and
nothing fails.
"""

import hashlib
import json
import logging
import shutil
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

KEPT_BLOGS = 30
_HEADERS = ("etag", "last-modified", "content-type", "link", "x-wp-total", "x-wp-totalpages")
_JOURNAL = "walk.json"

log = logging.getLogger("handover")


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
    _kept: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, blog: str, root: str | Path | None = None) -> "PageCache":
        """The cache for the blog at this address, below `root` (default: the user's cache folder)."""
        try:
            base = (
                Path(root) if root else Path(platformdirs.user_cache_dir("content-handover", False)) / "blogs"
            )
            folder = base / _digest(blog)
            folder.mkdir(parents=True, exist_ok=True)
            cache = cls(folder=folder)
            cache._begin()
            _forget_oldest(base, folder)
        except (OSError, RuntimeError) as error:  # RuntimeError: no home folder to be found
            log.info("pages are not kept: %s", error)
            return cls()
        return cache

    def _begin(self) -> None:
        assert self.folder is not None
        journal = self.folder / _JOURNAL
        try:
            self.run = str(json.loads(journal.read_bytes())["run"])
            self.resumed = True
        except (OSError, ValueError, KeyError, TypeError):
            self.restart()

    def restart(self) -> None:
        """Begins a new walk: what is stored must be confirmed before it is used."""
        self.run, self.resumed = uuid.uuid4().hex, False
        self._write(_JOURNAL, json.dumps({"run": self.run}).encode())

    def find(self, address: str) -> Stored | None:
        """The page as it was last read; None when it is not there or not whole."""
        if self.folder is None:
            return None
        try:
            line, _, body = (self.folder / _digest(address)).read_bytes().partition(b"\n")
            facts = json.loads(line)
            if facts["address"] != address or facts["size"] != len(body):
                return None
            return Stored(
                final=str(facts["final"]),
                headers={str(k): str(v) for k, v in facts["headers"].items()},
                body=body,
                current=facts["run"] == self.run,
            )
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def keep(self, address: str, final: str, headers: Mapping[str, str], body: bytes) -> None:
        """Keeps the page for the walk in progress."""
        facts = {
            "address": address,
            "final": final,
            "headers": {name: headers[name] for name in _HEADERS if name in headers},
            "size": len(body),
            "run": self.run,
        }
        self._write(_digest(address), json.dumps(facts).encode() + b"\n" + body)
        self._kept.add(_digest(address))

    def drop(self, address: str) -> None:
        """Forgets a page that turned out to be none, so that it is asked for again."""
        if self.folder is not None:
            with suppress(OSError):
                (self.folder / _digest(address)).unlink(missing_ok=True)

    def finish(self) -> None:
        """The walk ended well: the next run confirms every page. Pages it no longer met are removed."""
        if self.folder is None:
            return
        try:
            (self.folder / _JOURNAL).unlink(missing_ok=True)
            for path in self.folder.iterdir():
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
            beside.write_bytes(data)
            beside.replace(self.folder / name)
        except OSError as error:
            log.info("a page was not kept: %s", error)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


def _forget_oldest(base: Path, current: Path) -> None:
    blogs = sorted(
        (p for p in base.iterdir() if p.is_dir() and p != current), key=lambda p: p.stat().st_mtime
    )
    for folder in blogs[: max(len(blogs) - KEPT_BLOGS, 0)]:
        shutil.rmtree(folder, ignore_errors=True)
