"""Facts as the page shows them: plain values, in the manager's language."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

from handover.app.deciding import YOURS, key_of
from handover.app.desk import Desk, Reading
from handover.app.folder import ClientFolder, Written
from handover.app.sheets import UnknownSheet
from handover.columns import WORDS
from handover.errors import HandoverError
from handover.later import dataclass
from handover.model import Handover, Notice, Pair, Post, Skipped, Unpaired, Update
from handover.model.places import INSIDE, where, without_folders
from handover.terminal import ProgressBar
from handover.text.safe import web
from handover.write.view import Entry, entries
from handover.write.words import Words

AGAIN = {word: WORDS["lasting"][word] for word in ("look", "lasting", "seasonal", "dated", "unfit")}
FEW = 12  # rows of a kind that are shown at once
PAGE = 50  # open updates on one page
FOUND = 30  # posts that a search shows


def problem(error: HandoverError, folder: ClientFolder, _: Words) -> dict[str, str]:
    """An error as two sentences: what is wrong, and what to do."""
    return {
        "text": folder.tidied(_.said(error.message)),
        "hint": folder.tidied(_.said(error.hint)) if error.hint else "",
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One thing that was given, and what was found in it."""

    told: str  # as handover.toml names it
    name: str
    found: tuple[str, ...] = ()  # "X archive: 11 updates"
    left_out: tuple[str, ...] = ()
    more: int = 0  # of what was left out, beyond those shown
    is_missing: bool = False
    unknown: UnknownSheet | None = None  # its columns are to be told
    nameless: int = 0  # updates that name no network


class Shown:
    """One reading of a folder, for its pages."""

    def __init__(self, desk: Desk, reading: Reading, words: Words) -> None:
        self.desk, self.reading, self._ = desk, reading, words
        self.handover = reading.handover

    # -- what was given ----------------------------------------------------------------------------

    def blog(self) -> dict[str, Any]:
        """The blog: where it was named, how many posts, how sure it is that these are all."""
        _, feed, told = self._, self.reading.feed, self.reading.details.client.feed
        if feed is None:
            return {"told": told, "name": _named(told), "found": (), "extent": "", "left_out": (), "more": 0}
        posts = _.plural("{n} post", "{n} posts", len(feed.posts))
        why = _.said(feed.extent_reason) if feed.extent_reason else ""
        return {
            "told": told,
            "name": _named(told),
            "found": [_("{file}: {problem}", file=feed.title, problem=posts) if feed.title else posts],
            "extent": why,
            "left_out": [self._skipped(one, told) for one in feed.skipped[:FEW]],
            "more": max(0, len(feed.skipped) - FEW),
        }

    def sources(self) -> list[Source]:
        """The updates that were given, each with what was found in it and what was left out, and why."""
        details, updates, folder = self.reading.details, self.reading.updates, self.desk.folder
        items = updates.items if updates else ()
        lost = Counter(i.origin.file for i in items if i.network == "other" and i.origin)
        shown = []
        for told in details.content.updates:
            path = details.beside(told)
            mine = [s for s in updates.sources if _is_in(s.name, path)] if updates else []
            skipped = [s for s in updates.skipped if _is_in(s.location, path)] if updates else []
            notices = [n for n in updates.notices if n.where and _is_in(n.where, path)] if updates else []
            left = [self._skipped(one, told) for one in skipped] + [self._notice(one) for one in notices]
            shown.append(
                Source(
                    told="" if folder.is_working_copy(told) else told,
                    name=_named(told),
                    found=tuple(self._found(one.format, one.count) for one in mine),
                    left_out=tuple(left[:FEW]),
                    more=max(0, len(left) - FEW),
                    is_missing="://" not in path and not Path(path).exists(),
                    unknown=self.reading.unknown.get(told),
                    nameless=sum(n for place, n in lost.items() if _is_in(place, path)),
                )
            )
        return shown

    def _found(self, format: str, count: int) -> str:
        _ = self._
        return _("{file}: {problem}", file=_(format), problem=_.plural("{n} update", "{n} updates", count))

    def _skipped(self, skipped: Skipped, _told: str = "") -> str:
        _, place = self._, without_folders(skipped.location)
        if skipped.line:
            place = _("{place}, row {n}", place=place, n=skipped.line)
        return _("{file}: {problem}", file=place, problem=_.said(skipped.reason))

    def _notice(self, notice: Notice) -> str:
        told = f"{self._.said(notice.text)} {self._.said(notice.hint)}".rstrip()
        return self.desk.folder.tidied(told)

    # -- pairs -------------------------------------------------------------------------------------

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        return entries(self.handover) if self.handover else ()

    @cached_property
    def posts(self) -> Mapping[str, Post]:
        """By key."""
        return {key_of(post): post for post in self.handover.posts} if self.handover else {}

    @cached_property
    def open(self) -> tuple[Unpaired, ...]:
        """What a person may decide: updates with suggestions, originals first, then originals without any."""
        every = self.handover.unpaired if self.handover else ()
        waiting = [item for item in every if item.update.placed != () and item.update.kind == "original"]
        return tuple(sorted(waiting, key=lambda item: not item.suggestions))

    def card(self, item: Unpaired, chosen: str = "") -> dict[str, Any]:
        """An open update with the posts it may belong to; `chosen` is the key of one, "-" for none."""
        offered = [post for post, _score in item.suggestions]
        if chosen in self.posts and self.posts[chosen] not in offered:
            offered.append(self.posts[chosen])
        return {
            **self.update(item.update),
            "reason": self._.said(item.reason),
            "chosen": chosen,
            "offers": [
                {"key": key_of(post), "title": self._.said(post.title), "date": self._day(post)}
                for post in offered
            ],
        }

    def rows(self, words: str = "") -> list[tuple[str, str, str, str, str]]:
        """The posts, newest first: key, title, day, how many updates, how many are missing ("" for none)."""
        _, found = self._, []
        days: dict[Any, str] = {}
        numbers: dict[int, str] = {}
        missing: dict[int, str] = {}
        sought = words.casefold().split()
        for entry in self.entries:
            post = entry.post
            if sought and not all(word in post.title.casefold() for word in sought):
                continue
            day = post.published.date() if post.published else None
            if day and day not in days:
                days[day] = _.date(day, "medium")
            n, short = len(entry.pairs), entry.shortfall.missing if entry.shortfall else 0
            if n not in numbers:
                numbers[n] = _.plural("{n} update", "{n} updates", n)
            if short and short not in missing:
                missing[short] = _.plural("{n} missing", "{n} missing", short)
            found.append(
                (key_of(post), _.said(post.title), days.get(day, ""), numbers[n], missing.get(short, ""))
            )
        return found

    def pairs_of(self, post: Post) -> list[dict[str, Any]]:
        """The updates of a post, each with why it is there."""
        entry = next(entry for entry in self.entries if entry.post.id == post.id)
        return [{**self.update(pair.update), "reason": self._reason(pair)} for pair in entry.pairs]

    def _reason(self, pair: Pair) -> str:
        return self._.said(pair.reason)

    def update(self, update: Update) -> dict[str, Any]:
        _ = self._
        return {
            "key": key_of(update),
            "network": _.network(update.network),
            "date": _.date(update.posted_at, "medium") if update.posted_at else "",
            "text": update.text or ", ".join((update.permalink, *update.links)).strip(", "),
            "link": web(update.permalink),
            "where": _.said(without_folders(where(update))),
        }

    # -- what may be posted again ------------------------------------------------------------------

    def verdicts(self) -> dict[str, list[Update]]:
        """The originals by whether they can be posted again, each once; what a person must say first."""
        found: dict[str, dict[str, Update]] = {word: {} for word in AGAIN}
        if self.handover:
            every = [pair.update for pair in self.handover.pairs]
            every += [item.update for item in self.handover.unpaired]
            for update in every:
                verdict = self.handover.verdicts.get(update.id)
                if verdict and update.kind == "original":
                    found[verdict.lasting][update.id] = update
        return {word: list(updates.values()) for word, updates in found.items()}

    def verdict(self, update: Update) -> dict[str, Any]:
        """An update with what is thought of it, and why."""
        verdict = self.handover.verdicts.get(update.id) if self.handover else None
        return {
            **self.update(update),
            "reason": self._.said(verdict.reason) if verdict else "",
            "lasting": verdict.lasting if verdict else "",
            "mine": update.lasting is not None or (verdict is not None and verdict.reason == YOURS),
            "words": [(word, self._.heading(self._(name))) for word, name in AGAIN.items() if word != "look"],
        }

    def item(self, key: str) -> Unpaired | None:
        """An update by its key, as one that is open; None where there is none such."""
        if not self.handover:
            return None
        for item in self.handover.unpaired:
            if key_of(item.update) == key:
                return item
        for pair in self.handover.pairs:
            if key_of(pair.update) == key:
                return Unpaired(update=pair.update, reason=pair.reason, suggestions=((pair.post, 1.0),))
        return None

    def _day(self, post: Post) -> str:
        return self._.date(post.published, "medium") if post.published else ""

    # -- building ----------------------------------------------------------------------------------

    def summary(self) -> list[str]:
        """What a build would find now, a line each."""
        if not self.handover:
            return []
        return [self._.said(line) for line in _without_files(self.handover).summary]

    def checks(self) -> list[str]:
        """What needs a look."""
        if not self.handover:
            return []
        skipped = [self._skipped(one) for one in self.handover.skipped]
        return [*(self._notice(one) for one in self.handover.notices), *skipped]


def _named(told: str) -> str:
    """What handover.toml names, as a person calls it: a file without its folders."""
    return told if "://" in told else told.rpartition("/")[2]


def _without_files(handover: Handover) -> Handover:
    return replace(handover, files={}, for_you=(), working_copy=None, kept=())


def _is_in(place: str, path: str) -> bool:
    """Whether a place is a file or folder, or lies in it."""
    outer = str(place).partition(INSIDE)[0]
    return outer == path or outer.startswith((path.rstrip("/") + "/", path + ", "))


def stages(desk: Desk, _: Words) -> list[dict[str, Any]]:
    """The stages of the work that goes on, each with how far it is."""
    work = desk.work
    if work is None:
        return []
    told: Iterable[tuple[str, tuple[int, int | None]]] = work.stages.items()
    return [
        {
            "label": _(ProgressBar.LABELS[stage]) if stage in ProgressBar.LABELS else stage,
            "done": done,
            "total": total,
        }
        for stage, (done, total) in told
    ]


def files_of(written: Sequence[Written], _: Words) -> dict[str, list[dict[str, str]]]:
    """The files that were written: those to send, and those for her alone."""
    shown: dict[str, list[dict[str, str]]] = {"send": [], "hers": []}
    for file in written:
        row = {"name": file.name, "size": _.size(file.size), "path": str(file.path)}
        shown["hers" if file.is_hers else "send"].append(row)
    return shown
