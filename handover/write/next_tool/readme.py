"""What a person needs to know before importing: which file, which zone, and what is in none of them."""

import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from handover.later import dataclass
from handover.model import Handover
from handover.text.quotas import excesses
from handover.write.next_tool.rows import ImportRow
from handover.write.next_tool.tool import (
    NO_NETWORK,
    NO_PICTURE,
    NO_VIDEO,
    TAKES_NONE,
    TOO_LONG,
    TOO_MANY,
    Reason,
    Tool,
)
from handover.write.view import extent
from handover.write.words import Words, words

WIDTH = 78


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of the plan for one tool."""

    tool: Tool
    files: Mapping[str, int]  # name within the folder: how many updates
    left_out: Sequence[tuple[ImportRow, Reason]]


def readme(handover: Handover, entries: Sequence[ImportRow], outcomes: Sequence[Outcome]) -> str:
    """The text of README.txt, in the handover's language."""
    _ = words(handover.language)
    sections = [
        _beginning(_, handover, entries, outcomes),
        *(_tool(_, outcome) for outcome in outcomes if outcome.files),
        _drafts(_, entries),
        _left_out(_, outcomes),
        _too_many_hashtags(_, entries),
        _pictures(_, entries, outcomes),
        _borrowed(_, entries),
        _library(_, handover),
    ]
    return "\n\n\n".join("\n".join(section) for section in map(list, sections) if section) + "\n"


def _beginning(
    _: Words, handover: Handover, entries: Sequence[ImportRow], outcomes: Sequence[Outcome]
) -> Iterator[str]:
    yield from _title(_("Files for your next tool"))
    if not entries:
        yield from _lines(_("There is no plan, so there is nothing to import."))
        return
    zone = handover.details.content.timezone
    if left := _in_no_file(outcomes):
        yield from _lines(_of_all(_, len(entries), left))
        yield ""
    yield from _lines(
        _.plural("{n} update has a new date", "{n} updates have new dates", len(entries))
        + _(
            ", from {first} to {last}.",
            first=_.date(entries[0].at.date()),
            last=_.date(entries[-1].at.date()),
        )
        + " "
        + _("Import the files of the one tool you use; the others hold the same updates.")
    )
    yield ""
    yield from _lines(
        _("The times are meant in the zone {zone}: set your account to it before you import.", zone=zone)
        if zone
        else _("The times are read in the zone of the account you import into; check it there first.")
    )
    yield ""
    yield from _lines(
        _("Do not open and save the files with Excel first: it changes dates, long numbers and emoji.")
    )


def _in_no_file(outcomes: Sequence[Outcome]) -> list[Reason]:
    """Why entries are in the file of no tool but the one for people to complete, a reason each."""
    whole = [outcome.left_out for outcome in outcomes if not outcome.tool.takes_all]
    refused = Counter(id(entry) for left_out in whole for entry, _reason in left_out)
    return [reason for entry, reason in (whole[0] if whole else ()) if refused[id(entry)] == len(whole)]


def _of_all(_: Words, total: int, left: Sequence[Reason]) -> str:
    """How many a tool takes, and how many only the file for people to complete, by what is the matter."""
    counted = Counter(NO_PICTURE if reason.text == TAKES_NONE else reason.text for reason in left)
    told = []
    if n := counted.pop(NO_PICTURE, 0):
        told.append(_.plural("{n} needs a picture", "{n} need a picture", n))
    if n := counted.pop(NO_VIDEO, 0):
        told.append(_.plural("{n} needs a video", "{n} need a video", n))
    if n := counted.pop(TOO_LONG, 0):
        told.append(_.plural("{n} is too long", "{n} are too long", n))
    if n := counted.pop(TOO_MANY["hashtags"], 0):
        told.append(_.plural("{n} has too many hashtags", "{n} have too many hashtags", n))
    if n := counted.pop(TOO_MANY["links"], 0):
        told.append(_.plural("{n} has too many links", "{n} have too many links", n))
    if n := counted.pop(NO_NETWORK, 0):
        told.append(
            _.plural("{n} is on a network that is not known", "{n} are on a network that is not known", n)
        )
    if n := counted.total():
        told.append(_.plural("{n} for another reason", "{n} for other reasons", n))
    return _(
        "{kept} of {total} are in the files of a named tool, {left} only in the file for any other tool: "
        "{why}.",
        kept=_.number(total - len(left)),
        total=_.number(total),
        left=_.number(len(left)),
        why=", ".join(told),
    )


def _tool(_: Words, outcome: Outcome) -> Iterator[str]:
    tool = outcome.tool
    yield from _title(_("Any other tool") if tool.name == "any tool" else _(tool.name), "-")
    width = max(map(len, outcome.files)) + 2
    for name, count in outcome.files.items():
        yield f"{name:<{width}}" + _.plural("{n} update", "{n} updates", count)
    yield ""
    if tool.by_network:
        yield from _lines(_("Import each file into the channel it is named after."))
    yield from _lines(_("Dates are written {dates}.", dates=tool.dates))
    if tool.note:
        yield from _lines(_(tool.note))


def _left_out(_: Words, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Each entry once, with the reasons and the tools that have them."""
    found: dict[ImportRow, dict[str, list[str]]] = {}
    for outcome in outcomes:
        for entry, reason in outcome.left_out:
            found.setdefault(entry, {}).setdefault(reason.said(_), []).append(_(outcome.tool.name))
    if not found:
        return
    yield from _title(_("Left out"), "-")
    for entry, reasons in found.items():
        yield from _named(_, entry)
        for why, tools in reasons.items():
            yield from _lines(_("not for {tools}: {why}.", tools=_.list(tools), why=why), "  ")


def _too_many_hashtags(_: Words, entries: Sequence[ImportRow]) -> Iterator[str]:
    """What its network takes, but not as it was meant: the files hold it as it was written."""
    lines: list[str] = []
    for entry in entries:
        for excess in excesses(entry.text, entry.network):
            if excess.what == "hashtags" and not excess.is_refused:
                values = {"network": entry.label, "limit": _.number(excess.quota.takes)}
                said = _.plural("{n} hashtag", "{n} hashtags", excess.number) + "; "
                since = excess.quota.since
                said += (
                    _("{network} takes {limit} since {date}.", date=_.date(since), **values)
                    if since
                    else _("{network} takes {limit}.", **values)
                )
                lines += [*_named(_, entry), *_lines(said, "  ")]
    if lines:
        yield from _title(_("More hashtags than the network takes"), "-")
        yield from _lines(_("The texts stand in the files as they were published. Leave some hashtags out."))
        yield from lines


def _pictures(_: Words, entries: Sequence[ImportRow], outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Pictures that are not on the web, and those a tool's file has no place for."""
    lines: list[str] = []
    for entry in entries:
        if entry.to_attach:
            lines += [*_named(_, entry), *(line for name in entry.to_attach for line in _lines(name, "  "))]
    for outcome in outcomes:
        for entry, count in _too_many(entries, outcome):
            lines += _named(_, entry)
            said = _.plural(
                "{tool}: {n} picture has no place in the file.",
                "{tool}: {n} pictures have no place in the file.",
                count,
                tool=_(outcome.tool.name),
            )
            lines += _lines(said, "  ")
    if lines:
        yield from (*_title(_("Pictures to add by hand"), "-"), *lines)


def _too_many(entries: Sequence[ImportRow], outcome: Outcome) -> Iterator[tuple[ImportRow, int]]:
    """The entries in a tool's files with more pictures than they hold, and how many more."""
    most = outcome.tool.most_pictures
    left_out = {id(entry) for entry, _reason in outcome.left_out}
    for entry in entries:
        if most is not None and len(entry.pictures) > most and id(entry) not in left_out:
            yield entry, len(entry.pictures) - most


def _drafts(_: Words, entries: Sequence[ImportRow]) -> Iterator[str]:
    found = [entry for entry in entries if entry.draft]
    if found:
        yield from _title(_("Drafts"), "-")
        yield from _lines(_("These updates have not been published yet. Read them before you import."))
        for entry in found:
            yield from _named(_, entry)


def _borrowed(_: Words, entries: Sequence[ImportRow]) -> Iterator[str]:
    found = [entry for entry in entries if entry.borrowed]
    if found:
        yield from _title(_("With the picture of the post"), "-")
        yield from _lines(
            _("These updates have no picture of their own on the web, and their network asks for one.")
        )
        for entry in found:
            yield from _named(_, entry)


def _library(_: Words, handover: Handover) -> Iterator[str]:
    yield from _title("content-library.csv", "-")
    yield from _lines(
        _(
            "The whole library to read, sort and copy from. It is not for importing: a text that begins like "
            "a formula has an apostrophe before it, so that a spreadsheet program shows it as text."
        )
    )
    yield from _lines(extent(handover))


def _named(_: Words, entry: ImportRow) -> Iterator[str]:
    lead = _("{label}:", label=f"{entry.label}, {_.date(entry.at.date())}")
    yield from _lines(f"* {lead} {entry.begin}")


def _title(text: str, line: str = "=") -> Iterator[str]:
    yield text
    yield line * len(text)
    yield ""


def _lines(text: str, indent: str = "") -> Iterator[str]:
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + ("  " if text.startswith("*") else ""),
        break_long_words=False,
        break_on_hyphens=False,
    )
