"""What a download gives piece by piece is what it gives when each file is read whole, damaged or not."""

import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.errors import HandoverError
from handover.model import Skipped
from handover.read import read_updates
from handover.read.source import Source, from_bytes
from handover.read.updates import bluesky, facebook, instagram, json_items, json_stream, mastodon, threads
from handover.read.updates.json_items import NotPlainError, read_entry, take_entries, under_key
from handover.read.updates.options import Options
from tests.extent import share

PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ACTOR = "https://m.example/users/crumb"
Entry = dict[str, Any]


def _facebook(n: int, text: str) -> Entry:
    title = ("Acme Tea shared a link.", "Marten wrote on Acme's timeline.", "Acme posted in Tea Lovers.")[
        n % 3
    ]
    link = [{"data": [{"external_context": {"url": f"https://acme.example/{n}"}}]}] if n % 2 else []
    return {"timestamp": 1741081500 + n // 2, "title": title, "data": [{"post": text}], "attachments": link}


def _instagram(n: int, text: str) -> Entry:
    return {"media": [{"uri": f"{n}.jpg", "creation_timestamp": 1741081500 + n, "title": text}]}


def _threads(n: int, text: str) -> Entry:
    told = {"uri": "", "creation_timestamp": 1741081500, "title": text, "text_app_post": {"is_reply": n > 2}}
    return {"media": [told]}


def _mastodon(n: int, text: str) -> Entry:
    note = {"type": "Note", "url": f"https://m.example/@crumb/{n}", "content": f"<p>{text}</p>"}
    boost = {"type": "Announce", "actor": ACTOR, "to": [PUBLIC], "object": f"https://m.example/@a/{n}"}
    return boost if n % 4 == 3 else {"type": "Create", "actor": ACTOR, "to": [PUBLIC], "object": note}


def _bluesky(n: int, text: str) -> Entry:
    record = {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2026-01-05T10:00:00Z"}
    by = {
        "did": "did:plc:b" if n == 0 else "did:plc:a",
        "handle": "handle.invalid" if n == 1 else "a.example",
    }
    return {"post": {"uri": f"at://{by['did']}/app.bsky.feed.post/{n}", "author": by, "record": record}}


OUTBOX = {"id": "outbox.json", "type": "OrderedCollection"}
# The reader, the name of its file, how an entry is made, and under which key all stand.
DOWNLOADS: dict[str, tuple[Any, str, Callable[[int, str], Entry], str, Entry]] = {
    "facebook": (facebook, "posts/profile_posts_1.json", _facebook, "", {}),
    "instagram": (instagram, "media/posts_1.json", _instagram, "", {}),
    "instagram reels": (instagram, "media/reels.json", _instagram, "ig_reels_media", {}),
    "threads": (threads, "threads/threads_and_replies.json", _threads, "text_post_app_text_posts", {}),
    "mastodon": (mastodon, "outbox.json", _mastodon, "orderedItems", OUTBOX),
    "mastodon's list": (mastodon, "activities.json", _mastodon, "", {}),
    "bluesky": (bluesky, "feed.json", _bluesky, "feed", {}),
    "bluesky's list": (bluesky, "list.json", _bluesky, "", {}),
}
TEXTS = st.text(max_size=30) | st.sampled_from(["}, {", '"orderedItems": [', "},{", "\\", "]}", "é\ud83d"])
STRANGE = st.sampled_from([None, 1, "x", [], {}, {"media": 1}, {"type": 3}, {"object": {"to": {}}}])
AFTER = st.sampled_from([
    {}, {"cursor": "2012"}, {"more": [{}, {"a": [{}]}]}, {"orderedItems": []}, {"ig_igtv_media": [{}]},
    {"posts": [_bluesky(5, "five")]}, {"ig_stories": [{"uri": "s.jpg"}]}, {"nested": {"feed": [{"a": {}}]}},
])  # fmt: skip


def slowly(
    source: Source,
    type_: type[Any],
    take: Callable[[Iterable[Any]], Any],
    key: str = "",
    shell: type[Any] | None = None,
    whole: Callable[[], tuple[list[msgspec.Raw], tuple[Skipped, ...]]] | None = None,
) -> tuple[Any, tuple[Skipped, ...]]:
    """`take_entries`, with the whole file in memory."""
    found = whole() if whole else under_key(source, shell, key)
    return take(read_entry(raw, type_) for raw in found[0]), found[1]


def never_plain(*_: object) -> None:
    """In place of `posts_of`, so that Instagram's files are read whole."""
    raise NotPlainError("read it whole", location="")


def result(reader: Any, name: str, data: bytes) -> tuple[object, list[object]]:
    """Updates, and the lines about what is none without their detail; the error where there is one."""
    source = from_bytes(data, name)
    given_ = source
    if reader is not bluesky:
        bundles = reader.gather([source])
        if not bundles:
            return "not taken for one", []
        given_ = bundles[0]
    elif not reader.accepts(source):
        return "not taken for one", []
    try:
        updates = reader.parse(given_, Options())
    except HandoverError as error:
        return type(error).__name__ if type(error) is not NotPlainError else "DamagedError", []
    return updates.items, [(s.location, re.sub(r"\(.*\)", "", s.reason)) for s in updates.skipped]


def assert_same(download: str, data: bytes, window: int) -> None:
    reader, name, *_ = DOWNLOADS[download]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(json_stream, "WINDOW", window)
        streamed = result(reader, name, data)
        if reader is instagram:
            patch.setattr(reader, "posts_of", never_plain)
        else:
            patch.setattr(reader, "take_entries", slowly)
        assert streamed == result(reader, name, data)


@pytest.mark.parametrize("download", DOWNLOADS)
@settings(max_examples=share(120), deadline=None)
@given(
    texts=st.lists(TEXTS, min_size=1, max_size=9),
    strange=st.none() | st.tuples(st.integers(0, 9), STRANGE),
    after=AFTER,
    layout=st.sampled_from([(None, None), (2, None), (None, (",", ":"))]),
    window=st.integers(20, 400),
    mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
)
def test_piece_by_piece_gives_what_the_whole_file_gives(
    download: str,
    texts: list[str],
    strange: tuple[int, Any] | None,
    after: Entry,
    layout: tuple[int | None, tuple[str, str] | None],
    window: int,
    mark: bytes,
) -> None:
    _, _, make, key, before = DOWNLOADS[download]
    entries: list[Any] = [make(n, text) for n, text in enumerate(texts)]
    if strange:
        entries.insert(*strange)
    told = {**before, key: entries, **{k: v for k, v in after.items() if k != key}} if key else entries
    assert_same(download, mark + json.dumps(told, indent=layout[0], separators=layout[1]).encode(), window)


@pytest.mark.parametrize("download", DOWNLOADS)
@settings(max_examples=share(120), deadline=None)
@given(
    cut=st.integers(1, 600),
    broken=st.sampled_from([None, b"\xff", b"\x00", b"]", b"}", b'"', b"NaN", b"\\ud83d"]),
    window=st.integers(20, 400),
)
def test_a_damaged_file_gives_the_same_before_the_damage(
    download: str, cut: int, broken: bytes | None, window: int
) -> None:
    _, _, make, key, before = DOWNLOADS[download]
    entries = [make(n, f"post {n}") for n in range(8)]
    data = json.dumps({**before, key: entries} if key else entries).encode()
    assert_same(download, data[:-cut] + (broken + data[-cut:] if broken else b""), window)


def test_a_file_that_holds_its_list_twice_is_read_whole() -> None:
    one, two = (json.dumps([_threads(0, word)]) for word in ("one", "two"))
    key = "text_post_app_text_posts"
    data = f'{{"{key}": {one}, "{key}": {two}}}'.encode()
    items, _ = result(threads, "threads_and_replies.json", data)
    assert [item.text for item in items] == ["two"]  # type: ignore[attr-defined]


def test_a_list_that_stands_deeper_is_not_the_files_own() -> None:
    inner = {"text_post_app_text_posts": [_threads(0, "inner")]}
    data = json.dumps({"other": inner, "text_post_app_text_posts": [_threads(0, "own")]}).encode()
    items, _ = result(threads, "threads_and_replies.json", data)
    assert [item.text for item in items] == ["own"]  # type: ignore[attr-defined]


def test_no_more_than_a_few_windows_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Source, "read", None)  # nothing asks for a whole file
    monkeypatch.setattr(json_stream, "WINDOW", 256)
    for reader, name, make, key, before in DOWNLOADS.values():
        entries = [make(n, f"post {n}") for n in range(2, 60)]
        data = json.dumps({**before, key: entries} if key else entries).encode()
        items, skipped = result(reader, name, data)
        assert len(items) > 15, name  # type: ignore[arg-type]
        assert not any("damaged" in str(line) for line in skipped)


def test_a_broken_sign_in_one_entry_is_no_damage_of_the_file() -> None:
    data = json.dumps({**OUTBOX, "orderedItems": [_mastodon(n, "caf\ud83d") for n in range(2)]}).encode()
    items, skipped = result(mastodon, "outbox.json", data)
    assert [item.text for item in items] == ["caf?", "caf?"]  # type: ignore[attr-defined]
    assert skipped == []


def test_files_of_posts_may_hold_more_of_them_than_an_x_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_stream, "MOST_ENTRIES", 3)
    data = json.dumps([{"a": n} for n in range(9)]).encode()
    assert take_entries(from_bytes(data, "a.json"), dict, list)[0] == [{"a": n} for n in range(9)]
    monkeypatch.setattr(json_items, "MOST_POSTS", 5)
    with pytest.raises(HandoverError, match="more than 5 entries"):
        take_entries(from_bytes(data, "a.json"), dict, list)


DATA = Path(__file__).parent / "data" / "updates"
# Who the owner is, is asked for by each reader of a download and for its name.
ASKED_AGAIN = ("personal_information.json", "account.js", "user_details.js")


@pytest.mark.parametrize("folder", sorted(path.name for path in DATA.iterdir() if path.is_dir()))
def test_a_member_of_a_zip_is_opened_for_its_beginning_and_once_for_all_of_it(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(path for path in (DATA / folder).rglob("*") if path.is_file())
    path = tmp_path / "download.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in files:
            archive.write(file, file.relative_to(DATA / folder))
    opened = Counter[str]()
    open_, location = zipfile.ZipFile.open, str(path)

    def counted(self: zipfile.ZipFile, name: Any, *args: Any, **kwargs: Any) -> Any:
        if self.filename == location:
            opened[getattr(name, "filename", name)] += 1
        return open_(self, name, *args, **kwargs)

    monkeypatch.setattr(zipfile.ZipFile, "open", counted)
    try:
        read_updates(path)
    except HandoverError:  # pages in a language that is not read
        assert "html" in folder
    assert opened
    assert {name: n for name, n in opened.items() if n > 2 + name.endswith(ASKED_AGAIN)} == {}
