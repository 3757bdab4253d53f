"""How long a sheet of many rows takes, beside csv.DictReader (and pandas, where it is installed).

    python tests/benchmarks/bench_updates.py [ROWS]

DictReader only cuts the text into cells; `handover` also finds the header, decides dates, zone and states,
finds links and makes checked updates. The first line is for a hand-kept sheet, the second for an export.
"""

import csv
import datetime as dt
import importlib
import io
import sys
import time
from collections.abc import Callable

from handover.read.source import from_bytes
from handover.read.updates import handkept, x_analytics
from handover.read.updates.options import Options

ROWS = 200_000
TEXT = (
    "Update number {} about bending ash, wheels and the third day 🚲 https://t.co/{:08d}\nwith a second line"
)


def hand_kept(rows: int) -> bytes:
    """A calendar as people keep it: day-first dates, a time, names of networks, states."""
    header = ["Date", "Time", "Platform", "Caption", "Link", "Status", "Hashtags"]
    networks, states = ["LinkedIn", "FB", "X", "Instagram"], ["Posted", "Scheduled", "Draft"]
    lines = []
    for number in range(rows):
        moment = dt.datetime(2015, 1, 1) + dt.timedelta(minutes=20 * number)
        lines.append(
            [
                f"{moment:%d/%m/%Y}",
                f"{moment:%H:%M}",
                networks[number % 4],
                TEXT.format(number, number),
                f"https://blog.birchwood.example/post-{number % 5000}/",
                states[number % 3],
                "#bikes #ash",
            ]
        )
    return as_csv(header, lines)


def x_content(rows: int) -> bytes:
    """The content export of X analytics: days, addresses with ids, figures."""
    header = [
        "Post id",
        "Date",
        "Post text",
        "Post Link",
        "Impressions",
        "Likes",
        "Engagements",
        "URL Clicks",
    ]
    lines = []
    for number in range(rows):
        moment = dt.datetime(2015, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=20 * number)
        key = str((int(moment.timestamp() * 1000) - 1_288_834_974_657) << 22)
        link = f"https://x.com/birchwood/status/{key}"
        lines.append(
            [
                key,
                f"{moment:%a, %b} {moment.day}, {moment.year}",
                TEXT.format(number, number),
                link,
                "1,234",
                "5",
                "6",
                "7",
            ]
        )
    return as_csv(header, lines)


def as_csv(header: list[str], lines: list[list[str]]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(header)
    writer.writerows(lines)
    return stream.getvalue().encode()


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """Seconds of the quickest of three runs, and what the run gave."""
    runs = []
    for _ in range(3):
        start = time.perf_counter()
        count = work()
        runs.append(time.perf_counter() - start)
    return min(runs), count


def main(rows: int) -> None:
    """Print seconds and ratios."""
    options = Options(timezone="Europe/Berlin")
    for name, data, reader in (
        ("hand-kept sheet", hand_kept(rows), handkept),
        ("X analytics", x_content(rows), x_analytics),
    ):
        source = from_bytes(data, "big.csv")
        ours, count = timed(lambda s=source, r=reader: len(r.parse(s, options).items))  # type: ignore[misc]
        text = data.decode()
        floor, _ = timed(lambda t=text: sum(1 for _ in csv.DictReader(io.StringIO(t, newline=""))))  # type: ignore[misc]
        line = (
            f"{name}: {count:,} updates of {len(data) / 1e6:.0f} MB in {ours:.2f} s; DictReader {floor:.2f} s"
        )
        print(f"{line}, ratio {ours / floor:.1f}{with_pandas(text, ours)}")


def with_pandas(text: str, ours: float) -> str:
    """The same beside pandas.read_csv, where pandas is installed."""
    try:
        pandas = importlib.import_module("pandas")
    except ImportError:
        return ""
    seconds, _ = timed(lambda: len(pandas.read_csv(io.StringIO(text))))
    return f"; pandas {seconds:.2f} s, ratio {ours / seconds:.1f}"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
