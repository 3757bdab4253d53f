"""What a build or a check found, for scripts and agents: `--json`.

The shape is `report.schema.json` beside this file; `python -m handover.report` brings it up to date. A key
that is there stays; new ones may come. Sentences are in the manager's language, all else is the same in all.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from handover.errors import HandoverError
from handover.model import Extent, Handover, Notice, Post, Skipped, Unpaired
from handover.model.places import where

SCHEMA = Path(__file__).parent / "report.schema.json"
VERSION: Literal[1] = 1
Say = Callable[[str], str]


class _Struct(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    pass


class PostNamed(_Struct, frozen=True):
    """A post of the blog."""

    title: str
    permalink: str  # "" where the blog gives none


class Short(_Struct, frozen=True):
    """A post that would leave with too few updates."""

    post: PostNamed
    wanted: int
    found: int
    missing: int


class LeftOut(_Struct, frozen=True):
    """Something that could not be read."""

    place: str  # file, sheet or address
    row: int | None  # from 1, as the spreadsheet program counts
    reason: str


class Look(_Struct, frozen=True):
    """Something a person should look at."""

    text: str
    hint: str
    where: str


class Suggested(_Struct, frozen=True):
    """A post that an open update may belong to."""

    post: PostNamed
    score: float  # 0 to 1


class Undecided(_Struct, frozen=True):
    """An update that belongs to no post as yet, and may belong to one of these."""

    network: str
    text: str
    place: str
    reason: str
    suggestions: list[Suggested]


class Blog(_Struct, frozen=True):
    """The blog as it was read."""

    title: str
    link: str
    extent: Extent
    reason: str  # how that is known


class Numbers(_Struct, frozen=True):
    """How many of each there are."""

    posts: int
    updates: int
    paired: int
    open: int
    replies_and_reposts: int
    withheld: int  # updates that are held back from the client
    lasting: int  # that can be posted again at any time
    ready: int  # of these, what a plan can take as it is
    weeks: int  # that those that are ready carry


class Edits(_Struct, frozen=True):
    """What an edited working copy brought."""

    changed: int
    new: int
    gone: int


class Written(_Struct, frozen=True):
    """Where the files are; empty where nothing was to be written."""

    to_send: dict[str, str]  # format -> absolute path
    for_you: list[str]  # absolute paths, the working copy first
    kept: list[str]  # where edited workbooks are that were read and replaced


class Report(_Struct, frozen=True):
    """What was found."""

    version: Literal[1]
    client: str
    needs_a_look: bool
    summary: list[str]
    blog: Blog
    numbers: Numbers
    networks: dict[str, int]  # the paired updates of each
    shortfalls: list[Short]
    undecided: list[Undecided]
    skipped: list[LeftOut]
    notices: list[Look]
    edits: Edits | None
    files: Written


class Problem(_Struct, frozen=True):
    """Why nothing came of it."""

    kind: str  # name of the error's class: "FetchError"
    text: str
    hint: str
    exit_code: int


class Failure(_Struct, frozen=True):
    """What went wrong, in the report's place."""

    version: Literal[1]
    error: Problem


def report(handover: Handover, say: Say) -> str:
    """What was found, as JSON; `say` words a sentence."""
    return _text(_report(handover, say))


def failure(error: HandoverError, say: Say) -> str:
    """An error as JSON."""
    told = Problem(
        kind=type(error).__name__,
        text=say(error.message),
        hint=say(error.hint) if error.hint else "",
        exit_code=error.exit_code,
    )
    return _text(Failure(version=VERSION, error=told))


def _report(handover: Handover, say: Say) -> Report:
    counts, feed, runway = handover.counts, handover.feed, handover.runway
    edits = handover.changes
    return Report(
        version=VERSION,
        client=handover.details.client.name or feed.title,
        needs_a_look=handover.needs_a_look,
        summary=[say(line) for line in handover.summary],
        blog=Blog(
            title=feed.title,
            link=feed.link,
            extent=feed.extent,
            reason=say(feed.extent_reason) if feed.extent_reason else "",
        ),
        numbers=Numbers(
            posts=len(handover.posts),
            updates=len(handover.updates.items),
            paired=counts.updates,
            open=counts.more,
            replies_and_reposts=counts.others,
            withheld=counts.withheld,
            lasting=runway.lasting if runway else 0,
            ready=runway.ready if runway else 0,
            weeks=runway.weeks if runway else 0,
        ),
        networks=dict(counts.networks),
        shortfalls=[
            Short(post=_post(s.post, say), wanted=s.wanted, found=s.found, missing=s.missing)
            for s in handover.shortfalls
        ],
        undecided=[_undecided(item, say) for item in handover.unpaired if item.suggestions],
        skipped=[_skipped(one, say) for one in handover.skipped],
        notices=[_notice(one, say) for one in handover.notices],
        edits=Edits(changed=edits.changed, new=edits.new, gone=edits.gone) if edits else None,
        files=Written(
            to_send={name: str(path) for name, path in handover.files.items()},
            for_you=[str(path) for path in handover.for_you],
            kept=[str(path) for path in handover.kept],
        ),
    )


def _post(post: Post, say: Say) -> PostNamed:
    return PostNamed(title=say(post.title), permalink=post.permalink)


def _undecided(item: Unpaired, say: Say) -> Undecided:
    update = item.update
    return Undecided(
        network=update.network,
        text=update.text,
        place=say(where(update)),
        reason=say(item.reason),
        suggestions=[
            Suggested(post=_post(post, say), score=round(score, 3)) for post, score in item.suggestions
        ],
    )


def _skipped(skipped: Skipped, say: Say) -> LeftOut:
    return LeftOut(place=say(skipped.location), row=skipped.line, reason=say(skipped.reason))


def _notice(notice: Notice, say: Say) -> Look:
    return Look(text=say(notice.text), hint=say(notice.hint) if notice.hint else "", where=say(notice.where))


def _text(told: msgspec.Struct) -> str:
    return json.dumps(msgspec.to_builtins(told), indent=2)  # in ASCII: the same in every code page


def schema() -> Mapping[str, Any]:
    """The JSON Schema (2020-12) of what `report` and `failure` give."""
    kinds: Iterable[type] = (Report, Failure)
    (one, other), parts = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "handover --json",
        "anyOf": [one, other],
        "$defs": parts,
    }


if __name__ == "__main__":
    SCHEMA.write_text(json.dumps(schema(), indent=2) + "\n", encoding="utf-8")
