"""Files to import into the client's next tool, with the dates of the plan.

One module a scheduler; to add one, write the module and its line in `TOOLS`. All files are UTF-8 with every
field in quotes. They hold what is to be published, so nothing is put before a text that begins like a
formula; only `content-library.csv`, which people open in a spreadsheet program, is guarded against that, and
parts its columns as the Excel of its reader's country does.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from handover.networks import NETWORKS
from handover.write.job import Job
from handover.write.next_tool import (
    any_tool,
    buffer,
    highlevel,
    highlevel_advanced,
    hootsuite,
    metricool,
    publer,
    sprout,
    vista_social,
)
from handover.write.next_tool.library import library
from handover.write.next_tool.readme import Outcome, readme
from handover.write.next_tool.rows import ImportRow, scheduled
from handover.write.next_tool.tool import Reason, Tool
from handover.write.words import words

TOOLS: dict[str, Tool] = {
    "buffer": buffer.TOOL,
    "highlevel": highlevel.TOOL,
    "highlevel-advanced": highlevel_advanced.TOOL,
    "publer": publer.TOOL,
    "metricool": metricool.TOOL,
    "vista-social": vista_social.TOOL,
    "hootsuite": hootsuite.TOOL,
    "sprout": sprout.TOOL,
    "any-tool": any_tool.TOOL,
}
ACCOUNT_TIME = "account-time"  # in file names, where nobody said which zone the accounts are in


def write(job: Job) -> tuple[Path, ...]:
    """Write the folder `next-tool`: a README, the library as CSV for people, and a folder a tool.

    Nothing is left out in silence: what a tool cannot take is named in the README with the reason.
    """
    folder = job.folder / "next-tool"
    folder.mkdir(parents=True, exist_ok=True)
    entries = scheduled(job.handover, job.gallery.names if job.gallery else None)
    zone = job.handover.details.content.timezone.replace("/", "-").replace("_", "-").lower() or ACCOUNT_TIME
    outcomes = [_write_tool(folder, key, tool, entries, zone) for key, tool in TOOLS.items()]
    notes = folder / "README.txt"
    notes.write_text(readme(job.handover, entries, outcomes), encoding="utf-8-sig", newline="\r\n")
    people = folder / "content-library.csv"
    separator = words(job.handover.language).list_separator
    _write_csv(people, library(job.handover), byte_order_mark=True, separator=separator)
    return (notes, people, *(folder / name for outcome in outcomes for name in outcome.files))


def _write_tool(folder: Path, key: str, tool: Tool, entries: Sequence[ImportRow], zone: str) -> Outcome:
    """The files of one tool, and what it does not take."""
    groups: dict[str, list[ImportRow]] = defaultdict(list)
    left_out: list[tuple[ImportRow, Reason]] = []
    for entry in entries:
        if reason := tool.minds(entry):
            left_out.append((entry, reason))
        else:
            groups[entry.network if tool.by_network else ""].append(entry)
    files: dict[str, int] = {}
    for network, group in groups.items():
        stem = "-".join(part for part in (key, _in_names(network), zone) if part)
        parts = list(_parts(tool, group))
        for number, part in enumerate(parts, 1):
            name = f"{key}/{stem}-{number}.csv" if len(parts) > 1 else f"{key}/{stem}.csv"
            (folder / key).mkdir(exist_ok=True)
            head = [row for row in (tool.above, tool.header(network)) if row]
            rows = [row for entry in part for row in tool.rows(entry)]
            _write_csv(folder / name, [*head, *rows], byte_order_mark=tool.byte_order_mark)
            files[name] = len(part)
    return Outcome(tool=tool, files=files, left_out=left_out)


def _in_names(network: str) -> str:
    """A network in the names of files, one word; "" where a file is for all."""
    return (NETWORKS[network].file_name if network in NETWORKS else "") or network


def _parts(tool: Tool, entries: Iterable[ImportRow]) -> Iterator[list[ImportRow]]:
    """The entries in files of at most as many rows as the tool takes; no entry is torn apart."""
    part: list[ImportRow] = []
    size = 0
    for entry in entries:
        rows = len(tool.rows(entry))
        if part and tool.most_rows is not None and size + rows > tool.most_rows:
            yield part
            part, size = [], 0
        part.append(entry)
        size += rows
    if part:
        yield part


def _write_csv(
    path: Path, rows: Iterable[Sequence[str]], *, byte_order_mark: bool, separator: str = ","
) -> None:
    encoding = "utf-8-sig" if byte_order_mark else "utf-8"
    with path.open("w", encoding=encoding, newline="") as stream:
        writer = csv.writer(stream, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerows(rows)
