"""What schedulers' files and people's own sheets hold of the updates: less than the networks know.

Times are those of the place where she works; an update goes out in the minute it was planned for, or later.
"""

from collections.abc import Sequence
from pathlib import Path

import openpyxl

from tests.worlds.exports import table
from tests.worlds.told import Told, in_rows
from tests.worlds.truth import Sent

LABELS = {
    "x": "X",
    "facebook": "Facebook",
    "instagram": "IG",
    "linkedin": "LinkedIn",
    "threads": "Threads",
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
}
METRICOOL = {
    "facebook": "Facebook",
    "x": "Twitter/X",
    "linkedin": "LinkedIn",
    "instagram": "Instagram",
    "threads": "Threads",
    "bluesky": "Bluesky",
}
HEADER = ("Date", "Time", "Platform", "Account", "Copy", "Link", "Status")


def _file(path: Path, tool: str, sent: Sequence[Sent]) -> Path:
    network = sent[0].network
    return path / f"{tool}-{'twitter' if network == 'x' else network}.csv"


def buffer(path: Path, sent: Sequence[Sent]) -> Told:
    """One channel a file, which its name tells."""
    rows = [[one.whole, "", "", f"{one.planned:%Y-%m-%d %H:%M}"] for one in sent]
    return in_rows(
        table(_file(path, "buffer", sent), ["Text", "Image URL", "Tags", "Posting Time"], rows), sent
    )


def hootsuite(path: Path, sent: Sequence[Sent]) -> Told:
    """No header."""
    first, *rest = ([f"{one.planned:%m/%d/%Y %H:%M}", one.bare, one.link] for one in sent)
    return in_rows(table(_file(path, "hootsuite", sent), first, rest), sent, 1)


def publer(path: Path, sent: Sequence[Sent]) -> Told:
    """The link in a column, with its campaign."""
    rows = [
        [f"{one.planned:%Y/%m/%d %H:%M}", one.bare, f"{one.link}?utm_source=publer", "", "", ""]
        for one in sent
    ]
    header = ["Date", "Message", "Link", "Media", "Title", "Labels"]
    return in_rows(table(_file(path, "publer", sent), header, rows), sent)


def metricool(path: Path, sent: Sequence[Sent]) -> Told:
    """A column for each network; the brand's name in place of the account's."""
    rows = []
    for one in sent:
        ticks = ["true" if network == one.network else "false" for network in METRICOOL]
        when = [f"{one.planned:%Y-%m-%d}", f"{one.planned:%H:%M:%S}", "false"]
        rows.append([one.whole, *when, *ticks, "", "Thistle & Oak"])
    header = ["Text", "Date", "Time", "Draft", *METRICOOL.values(), "Picture Url 1", "Brand name"]
    return in_rows(table(path / "metricool.csv", header, rows), sent)


def calendar(path: Path, sent: Sequence[Sent]) -> Told:
    """A sheet with dates and times; the hashtags were not yet thought of."""
    rows = []
    for one in sent:
        text = one.bare.partition(" #")[0]
        when = [f"{one.planned:%Y-%m-%d}", f"{one.planned:%H:%M}"]
        rows.append([*when, LABELS[one.network], one.account, text, one.link, "Posted"])
    return in_rows(table(path / "calendar.csv", HEADER, rows), sent)


def days(path: Path, sent: Sequence[Sent]) -> Told:
    """A sheet that knows the day only, its texts without the emoji."""
    rows = []
    for one in sent:
        text = one.whole.replace("🌿 ", "").replace(" 👇", "")
        rows.append([f"{one.here:%d.%m.%Y}", "", LABELS[one.network], f"@{one.account}", text, "", "Posted"])
    return in_rows(_sheet(path / "days.xlsx", HEADER, rows), sent)


def bare_days(path: Path, sent: Sequence[Sent]) -> Told:
    """A sheet that knows the day only, and no link."""
    rows = [[one.here.date(), "", LABELS[one.network], "", one.bare, "", "Posted"] for one in sent]
    return in_rows(_sheet(path / "bare-days.xlsx", HEADER, rows), sent, has_links=False)


def undated(path: Path, sent: Sequence[Sent]) -> Told:
    """A sheet without dates: what was written, for which network, with which link."""
    rows = [[LABELS[one.network], one.bare, one.link] for one in sent]
    return in_rows(_sheet(path / "library.xlsx", ("Network", "Text", "Link"), rows), sent, has_days=False)


def _sheet(path: Path, header: Sequence[str], rows: Sequence[Sequence[object]]) -> Path:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Plan")
    for row in (header, *rows):
        sheet.append(row)
    book.save(path)
    return path
