"""How long the JSON of one network's large download takes, and how much memory, beside `json.loads` of it.

    python -m tests.benchmarks.bench_downloads [MB] [network ...]       # of text; 200, and all, unless told

Each download is made as its network writes it: Mastodon's and Bluesky's without white space, Meta's with two
spaces and every byte of a text as a sign. Each reader is a process of its own, in turn.
"""

import datetime as dt
import json
import random
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from handover.read import read_updates
from tests.benchmarks.bench_archives import measure, tell
from tests.benchmarks.inputs import BLOG, SEEDS, language_of, sentence, slug, title

RUNS = 3
FIRST = dt.datetime(2012, 1, 1, tzinfo=dt.UTC)
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ACTOR = "https://mastodon.example/users/lumen"
DID = "did:plc:lumenlumenlumenlumen2222"
Entry = dict[str, Any]


def words(number: int, chance: random.Random) -> tuple[str, str]:
    """What an update says, and the link it ends with; two of five have one."""
    if number % 5 < 2:
        link = f"{BLOG}/{2012 + number % 14}/{slug(number)}/"
        return f"{title(chance, number)} & {sentence(chance, language_of(number))} {link}", link
    said = chance.choice(SEEDS[language_of(number)][3]).format(number)
    return f"{sentence(chance, language_of(number))} {said}", ""


def mastodon(number: int, at: dt.datetime, chance: random.Random) -> Entry:
    text, link = words(number, chance)
    said = text.replace("&", "&amp;")
    shown = (
        f'<a href="{link}" target="_blank" rel="nofollow noopener" translate="no">'
        f'<span class="invisible">https://</span><span class="ellipsis">{link[8:38]}</span>'
        f'<span class="invisible">{link[38:]}</span></a>'
    )
    name = f"{ACTOR}/statuses/{number:018}"
    when, to, cc = f"{at:%Y-%m-%dT%H:%M:%SZ}", [PUBLIC], [f"{ACTOR}/followers"]
    picture = {
        "type": "Document",
        "mediaType": "image/jpeg",
        "url": f"/media_attachments/files/{number}/a.jpg",
    }
    note = {
        "id": name,
        "type": "Note",
        "summary": None,
        "inReplyTo": None,
        "published": when,
        "url": f"https://mastodon.example/@lumen/{number:018}",
        "attributedTo": ACTOR,
        "to": to,
        "cc": cc,
        "sensitive": False,
        "atomUri": name,
        "content": f"<p>{said.replace(link, shown) if link else said}</p>",
        "contentMap": {"en": f"<p>{said.replace(link, shown) if link else said}</p>"},
        "attachment": [{**picture, "name": "A loaf"}] if number % 3 == 0 else [],
        "tag": [],
        "replies": {"id": f"{name}/replies", "type": "Collection"},
    }
    told = {"id": f"{name}/activity", "type": "Create", "actor": ACTOR, "published": when, "to": to, "cc": cc}
    return {**told, "object": note, "signature": {"type": "RsaSignature2017", "signatureValue": "x" * 340}}


def _picture(number: int, at: dt.datetime, text: str) -> Entry:
    exif = [{"device_id": f"android-{number}", "date_time_original": f"{at:%Y%m%dT%H%M%S}.000Z"}]
    return {
        "uri": f"media/posts/{at:%Y%m}/{number}.jpg",
        "creation_timestamp": int(at.timestamp()),
        "media_metadata": {"photo_metadata": {"exif_data": exif}},
        "title": text.encode().decode("latin-1"),
        "cross_post_source": {"source_app": "FB"},
    }


def instagram(number: int, at: dt.datetime, chance: random.Random) -> Entry:
    text, _ = words(number, chance)
    if number % 4:
        return {"media": [_picture(number, at, text)]}
    said = {"title": text.encode().decode("latin-1"), "creation_timestamp": int(at.timestamp())}
    return {"media": [_picture(4 * number + n, at, "") for n in range(3)], **said}


def threads(number: int, at: dt.datetime, chance: random.Random) -> Entry:
    text, _ = words(number, chance)
    told = {"reply_control": "everyone", "geo_gated_country_list": "", "is_reply": number % 6 == 0}
    return {"media": [{**_picture(number, at, text), "uri": "", "text_app_post": told}]}


def facebook(number: int, at: dt.datetime, chance: random.Random) -> Entry:
    text, link = words(number, chance)
    picture = {**_picture(number, at, ""), "description": text.encode().decode("latin-1")}
    data = [{"external_context": {"url": link, "name": "Note"}}] if link else [{"media": picture}]
    said = [{"post": text.encode().decode("latin-1")}, {"update_timestamp": int(at.timestamp())}]
    did = "shared a link." if link else "added a new photo."
    return {
        "timestamp": int(at.timestamp()),
        "attachments": [{"data": data}] if number % 3 else [],
        "data": said,
        "title": f"Lumen Bakery {did}",
    }


def tiktok(number: int, at: dt.datetime, chance: random.Random) -> Entry:
    text, _ = words(number, chance)
    link = f"https://v16-webapp.tiktok.com/{number:032x}/video/tos/useast2a/?a=1988&br=1000&bt=500&expire=1"
    told = {"Date": f"{at:%Y-%m-%d %H:%M:%S}", "Link": link, "Likes": str(number % 90), "Title": text}
    return {**told, "Sound": "original", "Location": "", "WhoCanView": "Public", "AllowComments": "Yes"}


def bluesky(number: int, at: dt.datetime, chance: random.Random) -> Entry:
    text, link = words(number, chance)
    when, before = f"{at:%Y-%m-%dT%H:%M:%S.000Z}", len(text.removesuffix(link).encode())
    place = {"byteStart": before, "byteEnd": before + 30}
    feature = {"$type": "app.bsky.richtext.facet#link", "uri": link}
    shown = text.removesuffix(link) + link[8:35] + "..." if link else text
    record = {
        "$type": "app.bsky.feed.post",
        "text": shown,
        "langs": ["en"],
        "createdAt": when,
        "facets": [{"index": place, "features": [feature]}] if link else [],
    }
    author = {"did": DID, "handle": "lumenbakery.example", "displayName": "Lumen Bakery"}
    author |= {"avatar": "https://cdn.bsky.example/img/avatar/plain/" + "a" * 60, "labels": []}
    view = {"uri": f"at://{DID}/app.bsky.feed.post/{number:013}", "cid": "b" * 59, "author": author}
    return {"post": {**view, "record": record, "likeCount": number % 90, "indexedAt": when, "labels": []}}


OUTBOX = '{"@context":"https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection",'
# The file of each network, what stands before and after its list, and how it is indented.
Made = tuple[Callable[[int, dt.datetime, random.Random], Entry], str, str, str, int | None]
DOWNLOADS: dict[str, Made] = {
    "mastodon": (mastodon, "outbox.json", OUTBOX + '"totalItems":9,"orderedItems":[', "]}", None),
    "bluesky": (bluesky, "feed.json", '{"feed":[', '],"cursor":"2012"}', None),
    "instagram": (instagram, "your_instagram_activity/media/posts_1.json", "[", "]", 2),
    "threads": (
        threads,
        "your_instagram_activity/threads/threads_and_replies.json",
        '{"text_post_app_text_posts": [',
        "]}",
        2,
    ),
    "facebook": (facebook, "your_facebook_activity/posts/profile_posts_1.json", "[", "]", 2),
    "tiktok": (
        tiktok,
        "user_data_tiktok.json",
        '{"Profile": {"Profile Info": {}},"Post": {"Posts": {"VideoList": [',
        ']}},"Comment": {"Comments": {"CommentsList": []}}}',
        None,
    ),
}


def make_download(folder: Path, network: str, megabytes: int) -> Path:
    """The folder of one download with so much text."""
    make, name, before, after, indent = DOWNLOADS[network]
    chance = random.Random(4)
    path = folder / network / name
    path.parent.mkdir(parents=True)
    with path.open("wb") as stream:
        written, number = stream.write(before.encode()), 0
        while written < megabytes * 1024**2:
            entry = make(number, FIRST + dt.timedelta(minutes=20 * number), chance)
            text = json.dumps(entry, indent=indent, separators=None if indent else (",", ":"))
            written += stream.write((f",{text}" if number else text).encode())
            number += 1
        stream.write(after.encode())
    return folder / network


def ours(path: str) -> int:
    return len(read_updates(path).items)


def loads(path: str) -> int:
    [file] = (file for file in Path(path).rglob("*.json"))
    return len(json.loads(file.read_bytes()))


READERS = {"ours": ours, "loads": loads}


def compare(path: Path) -> None:
    runs = [{reader: measure(__spec__.name, reader, path) for reader in READERS} for _ in range(RUNS)]
    seconds = {reader: statistics.median(run[reader][1] for run in runs) for reader in READERS}
    count, _, peak = runs[0]["ours"]
    print(
        f"{path.name:10} {count:9,} updates {seconds['ours']:6.1f} s {peak:6,} MB; json.loads"
        f" {seconds['loads']:6.1f} s {runs[0]['loads'][2]:6,} MB: {seconds['ours'] / seconds['loads']:.2f}",
        flush=True,
    )


def main(arguments: list[str]) -> None:
    if arguments[:1] == ["--run"]:
        tell(READERS[arguments[1]], arguments[2])
        return
    megabytes = int(arguments[0]) if arguments else 200
    with tempfile.TemporaryDirectory() as folder:
        for network in arguments[1:] or DOWNLOADS:
            compare(make_download(Path(folder), network, megabytes))


if __name__ == "__main__":
    main(sys.argv[1:])
