"""How long a large X archive takes, and how much memory, beside the way one would write first.

    python -m tests.benchmarks.bench_archives [MB]       # of text; 500 unless told

The archive is made: a zip with tweets in parts of 100 MB and one long part, messages (which must not be
read) and pictures that do not compress; the tweets say what the other benchmarks' updates say, and are as an
archive of 2025 writes them. Each reader is a process of its own, in turn: `loads` is `json.loads` of the
whole files and nothing else; `peer` makes of that what public readers make, the text with its links in full
and the time. Compared are CPU seconds, which other work on the machine changes least, and the peak of memory,
for the zip and for the folder that it unpacks to.
"""

import datetime as dt
import html
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from handover.read import read_updates
from tests.benchmarks.inputs import BLOG, SEEDS, language_of, sentence, slug, title

PART = 100 * 1024**2  # bytes of one part, the first aside, which gets what is left
PICTURES = 2_000
RUNS = 3
EPOCH = 1_288_834_974_657


def make_archive(path: Path, megabytes: int) -> int:
    """Writes an archive with so much text; returns how many tweets it holds."""
    chance = random.Random(4)
    left, tweets, part = megabytes * 1024**2, 0, 1
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        account = [{"account": {"username": "lumenbakery", "accountId": "77001"}}]
        archive.writestr("data/account.js", "window.YTD.account.part0 = " + json.dumps(account))
        while left > 0:
            size = min(left, PART) if part > 1 else max(left - 2 * PART, left // 2)
            name = f"data/tweets-part{part}.js" if part > 1 else "data/tweets.js"
            with archive.open(name, "w", force_zip64=True) as stream:
                tweets += _write_part(stream, f"window.YTD.tweets.part{part - 1} = [", size, chance, tweets)
            left, part = left - size, part + 1
        messages = [
            {"dmConversation": {"messages": [{"messageCreate": {"text": "Private. " * 10_000}}]}}
        ] * 20
        archive.writestr(
            "data/direct-messages.js", "window.YTD.direct_messages.part0 = " + json.dumps(messages)
        )
        for number in range(PICTURES):
            archive.writestr(f"data/tweets_media/{number}.jpg", chance.randbytes(50_000))
    return tweets


def _write_part(stream: IO[bytes], before: str, size: int, chance: random.Random, first: int) -> int:
    stream.write(before.encode())
    written = count = 0
    while written < size:
        entry = json.dumps(_tweet(first + count, chance), indent=2, ensure_ascii=False).encode()
        stream.write((b",\n" if count else b"\n") + entry)
        written += len(entry) + 2
        count += 1
    stream.write(b"\n]")
    return count


def _tweet(number: int, chance: random.Random) -> dict[str, Any]:
    """Of twenty tweets five end with their only link, six have pictures (one of these four of them), three
    answer somebody, one repeats another's words."""
    at = dt.datetime(2012, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=20 * number)
    name = str((int(at.timestamp() * 1000) - EPOCH) << 22)
    kind, language = number % 20, language_of(number // 20)
    text = f"{sentence(chance, language)} {chance.choice(SEEDS[language][3]).format(number)}"
    tweet = _outer(name, at, number, language)
    entities: dict[str, Any] = {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []}
    if kind < 8:
        text = f"{title(chance, number)} &amp; {sentence(chance, language)} https://t.co/{number:010x}"
        entities["urls"] = [_url(number, f"{BLOG}/{at:%Y/%m}/{slug(number)}/")]
    elif "magazine.example" in text:
        entities["urls"] = [_url(number, f"https://magazine.example/{number}/")]
        text = text.replace(entities["urls"][0]["expanded_url"], entities["urls"][0]["url"])
    if kind in (5, 6, 7, 8, 9, 10):
        shown = [_picture(name, number, n) for n in range(4 if kind == 9 else 1)]
        text += f" {shown[0]['url']}"
        entities["media"] = shown[:1]
        tweet["extended_entities"] = {"media": shown}
    if kind in (11, 12, 13):
        text = f"@larkfield {text}"
        entities["user_mentions"] = [_mention()]
        tweet |= {"in_reply_to_user_id_str": "4242", "in_reply_to_screen_name": "larkfield"}
        tweet |= {"in_reply_to_status_id_str": str(int(name) - 99), "in_reply_to_user_id": "4242"}
    if kind == 14:
        text = f"RT @larkfield: {text}"
        entities["user_mentions"] = [_mention()]
    return {"tweet": {**tweet, "entities": entities, "full_text": text}}


def _outer(name: str, at: dt.datetime, number: int, language: str) -> dict[str, Any]:
    edit = {
        "editTweetIds": [name],
        "editableUntil": at.isoformat(),
        "editsRemaining": "5",
        "isEditEligible": True,
    }
    return {
        "edit_info": {"initial": edit},
        "retweeted": False,
        "source": '<a href="https://buffer.com" rel="nofollow">Buffer</a>',
        "display_text_range": ["0", "200"],
        "favorite_count": str(number % 90),
        "id_str": name,
        "truncated": False,
        "retweet_count": str(number % 7),
        "id": name,
        "possibly_sensitive": False,
        "created_at": f"{at:%a %b %d %H:%M:%S +0000 %Y}",
        "favorited": False,
        "lang": language,
    }


def _url(number: int, link: str) -> dict[str, Any]:
    short = f"https://t.co/{number:010x}"
    return {"url": short, "expanded_url": link, "display_url": link[8:34] + "…", "indices": ["0", "23"]}


def _mention() -> dict[str, Any]:
    return {
        "name": "Larkfield",
        "screen_name": "larkfield",
        "indices": ["0", "10"],
        "id_str": "4242",
        "id": "42",
    }


def _picture(name: str, number: int, n: int) -> dict[str, Any]:
    room = {"w": "1200", "h": "800", "resize": "fit"}
    return {
        "expanded_url": f"https://twitter.com/lumenbakery/status/{name}/photo/1",
        "indices": ["60", "83"],
        "url": f"https://t.co/m{number:09x}",
        "media_url": f"http://pbs.twimg.com/media/{number:09x}{n}.jpg",
        "id_str": name,
        "id": name,
        "media_url_https": f"https://pbs.twimg.com/media/{number:09x}{n}.jpg",
        "sizes": dict.fromkeys(("small", "large", "medium", "thumb"), room),
        "type": "photo",
        "display_url": f"pic.twitter.com/m{number:09x}",
    }


def ours(path: str) -> int:
    return len(read_updates(path).items)


def whole_files(path: str) -> Iterator[list[dict[str, Any]]]:
    """Each file of tweets, all of it at once."""
    if Path(path).is_dir():
        for file in sorted(Path(path).glob("data/tweets*.js")):
            text = file.read_bytes().decode()
            yield json.loads(text[text.index("=") + 1 :])
        return
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("data/tweets") and name.endswith(".js"):
                text = archive.read(name).decode()
                yield json.loads(text[text.index("=") + 1 :])


def loads(path: str) -> int:
    return sum(map(len, whole_files(path)))


def peer(path: str) -> int:
    """Whole files, dictionaries, no structure: the least one can do."""
    found = []
    for items in whole_files(path):
        for item in items:
            tweet = item["tweet"]
            words = html.unescape(tweet["full_text"])
            for url in tweet["entities"]["urls"]:
                words = words.replace(url["url"], url["expanded_url"])
            when = dt.datetime.strptime(tweet["created_at"], "%a %b %d %H:%M:%S %z %Y")
            found.append((tweet["id_str"], words, when))
    return len(found)


READERS = {"ours": ours, "loads": loads, "peer": peer}


def measure(module: str, reader: str, path: Path) -> tuple[int, float, int]:
    """How many updates one reader of a benchmark finds, in how many seconds and megabytes, in a process of
    its own."""
    command = [sys.executable, "-m", module, "--run", reader, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    count, seconds, peak = done.stdout.split()
    return int(count), float(seconds), int(peak)


def tell(read: Callable[[str], int], path: str) -> None:
    """What `measure` asks for."""
    start = time.process_time()
    count = read(path)
    seconds = time.process_time() - start
    print(count, f"{seconds:.2f}", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def compare(path: Path) -> None:
    """Each reader in turn, several times, and how long ours takes beside the others."""
    runs = [{reader: measure(__spec__.name, reader, path) for reader in READERS} for _ in range(RUNS)]
    medians = {reader: statistics.median(run[reader][1] for run in runs) for reader in READERS}
    for reader, seconds in medians.items():
        count, _, peak = runs[0][reader]
        told = f"{reader:6} {path.name:12} {count:9,} updates {seconds:6.1f} s {peak:6,} MB"
        print(
            told, "" if reader == "ours" else f"ours / {reader} {medians['ours'] / seconds:.2f}", flush=True
        )


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--run"]:
        tell(READERS[arguments[1]], arguments[2])
        return
    megabytes = int(arguments[0]) if arguments else 500
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "twitter.zip"
        tweets = make_archive(path, megabytes)
        print(f"{megabytes} MB of text, {tweets:,} tweets, zip of {path.stat().st_size // 1024**2} MB")
        compare(path)
        unpacked = Path(folder) / "unpacked"
        with zipfile.ZipFile(path) as archive:
            archive.extractall(unpacked)
        compare(unpacked)


if __name__ == "__main__":
    main(sys.argv[1:])
