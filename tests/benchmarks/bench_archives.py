"""How long a large X archive takes, and how much memory, beside the way one would write first.

    python -m tests.benchmarks.bench_archives [MB]       # of text; 500 unless told

The archive is made: a zip with tweets in parts of 100 MB and one long part, long posts, messages (which must
not be read) and pictures that do not compress. Each reader is a process of its own; the peer reads the same
zip with `json.loads` of a whole file, as public readers do, and only replaces the short links. Compared are
seconds, the peak of memory, and the same for the folder that the zip unpacks to.
"""

import datetime as dt
import html
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from handover.read import read_updates

PART = 100 * 1024**2  # bytes of one part, the first aside, which gets what is left
PICTURES = 2_000
EPOCH = 1_288_834_974_657


def make_archive(path: Path, megabytes: int) -> int:
    """Writes an archive with so much text; returns how many tweets it holds."""
    chance = random.Random(4)
    words = [
        "".join(chance.choices("abcdefghijklmnoprstuvwz", k=chance.randint(2, 9))) for _ in range(20_000)
    ]
    left, tweets, part = megabytes * 1024**2, 0, 1
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        account = [{"account": {"username": "lumenbakery", "accountId": "77001"}}]
        archive.writestr("data/account.js", "window.YTD.account.part0 = " + json.dumps(account))
        while left > 0:
            size = min(left, PART) if part > 1 else max(left - 2 * PART, left // 2)
            name = f"data/tweets-part{part}.js" if part > 1 else "data/tweets.js"
            with archive.open(name, "w", force_zip64=True) as stream:
                tweets += _write_part(
                    stream, f"window.YTD.tweets.part{part - 1} = [", size, chance, words, tweets
                )
            left, part = left - size, part + 1
        messages = [{"dmConversation": {"messages": [{"messageCreate": {"text": " ".join(words)}}]}}] * 20
        archive.writestr(
            "data/direct-messages.js", "window.YTD.direct_messages.part0 = " + json.dumps(messages)
        )
        for number in range(PICTURES):
            archive.writestr(f"data/tweets_media/{number}.jpg", chance.randbytes(50_000))
    return tweets


def _write_part(stream, before, size, chance, words, first):  # type: ignore[no-untyped-def]
    stream.write(before.encode())
    written = count = 0
    while written < size:
        entry = json.dumps(_tweet(first + count, chance, words), indent=2, ensure_ascii=False).encode()
        stream.write((b",\n" if count else b"\n") + entry)
        written += len(entry) + 2
        count += 1
    stream.write(b"\n]")
    return count


def _tweet(number, chance, words):  # type: ignore[no-untyped-def]
    at = dt.datetime(2012, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=20 * number)
    name = str((int(at.timestamp() * 1000) - EPOCH) << 22)
    text = " ".join(chance.choices(words, k=24)) + " &amp; " + chance.choice(words)
    link = f"https://blog.example/{at:%Y/%m}/{'-'.join(chance.choices(words, k=4))}/"
    urls = [
        {
            "url": f"https://t.co/{number:010x}",
            "expanded_url": link,
            "display_url": link[8:34] + "…",
            "indices": ["0", "23"],
        }
    ]
    edit = {
        "initial": {
            "editTweetIds": [name],
            "editableUntil": at.isoformat(),
            "editsRemaining": "5",
            "isEditEligible": True,
        }
    }
    return {
        "tweet": {
            "edit_info": edit,
            "retweeted": False,
            "source": '<a href="https://buffer.com" rel="nofollow">Buffer</a>',
            "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": urls},
            "display_text_range": ["0", str(len(text))],
            "favorite_count": str(number % 90),
            "id_str": name,
            "truncated": False,
            "retweet_count": str(number % 7),
            "id": name,
            "possibly_sensitive": False,
            "created_at": f"{at:%a %b %d %H:%M:%S +0000 %Y}",
            "favorited": False,
            "full_text": f"{text} {urls[0]['url']}",
            "lang": "en",
        }
    }


def ours(path: str) -> int:
    return len(read_updates(path).items)


def peer(path: str) -> int:
    """Whole files, dictionaries, no structure: the least one can do."""
    found = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("data/tweets") and name.endswith(".js"):
                text = archive.read(name).decode()
                for item in json.loads(text[text.index("=") + 1 :]):
                    tweet = item["tweet"]
                    words = html.unescape(tweet["full_text"])
                    for url in tweet["entities"]["urls"]:
                        words = words.replace(url["url"], url["expanded_url"])
                    when = dt.datetime.strptime(tweet["created_at"], "%a %b %d %H:%M:%S %z %Y")
                    found.append((tweet["id_str"], words, when))
    return len(found)


def measure(reader: str, path: Path) -> None:
    """Prints what one reader needs, in a process of its own."""
    command = [sys.executable, "-m", __spec__.name, "--run", reader, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    print(f"{reader:6} {path.name:14} {done.stdout.strip()}", flush=True)


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--run"]:
        start = time.perf_counter()
        count = {"ours": ours, "peer": peer}[arguments[1]](arguments[2])
        seconds = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{count:9,} updates {seconds:7.1f} s {peak:7,} MB")
        return
    megabytes = int(arguments[0]) if arguments else 500
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "twitter.zip"
        tweets = make_archive(path, megabytes)
        print(f"{megabytes} MB of text, {tweets:,} tweets, zip of {path.stat().st_size // 1024**2} MB")
        measure("ours", path)
        measure("peer", path)
        unpacked = Path(folder) / "unpacked"
        with zipfile.ZipFile(path) as archive:
            archive.extractall(unpacked)
        measure("ours", unpacked)


if __name__ == "__main__":
    main(sys.argv[1:])
