"""No download, however broken, raises anything but an error of ours; what is whole in it still comes out."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.errors import HandoverError
from handover.model import Updates
from handover.read.search import ArchiveFormat
from handover.read.source import Source, from_bytes
from handover.read.updates import bluesky, facebook, instagram, mastodon, threads, tiktok, x_archive
from handover.read.updates.options import Options
from tests.changed import paths_in, with_value
from tests.extent import share

DATA = Path(__file__).parent / "data" / "updates"
PAGE = "this_profile's_activity_across_facebook"
READERS = {
    "x": (x_archive, "x-archive/data/tweets.js"),
    "x until 2018": (x_archive, "x-until-2018/data/js/tweets/2014_03.js"),
    "facebook": (
        facebook,
        f"facebook-page/facebook-lumenbakery-2024-10-01-Qw12Er34/{PAGE}/posts/profile_posts_1.json",
    ),
    "instagram": (instagram, "instagram-2025/your_instagram_activity/media/posts_1.json"),
    "threads": (threads, "instagram-2025/your_instagram_activity/threads/threads_and_replies.json"),
    "mastodon": (mastodon, "mastodon/outbox.json"),
    "mastodon statuses": (mastodon, "mastodon-statuses.json"),
    "bluesky feed": (bluesky, "bluesky-feed.json"),
    "bluesky records": (bluesky, "bluesky-records.json"),
    "tiktok": (tiktok, "tiktok.json"),
}
VALUES = st.sampled_from(
    [
        None,
        True,
        0,
        -1,
        10**30,
        1.5,
        "",
        "x",
        "é\ud83d",
        "https://[",
        "&#xD800;",
        [],
        [[]],
        {},
        {"uri": 1},
        [None],
        "9" * 99,
    ]
)


def read(reader: Any, file: Source) -> Updates | None:
    """What the reader makes of it; None when it does not take it, or says that it cannot."""
    try:
        if isinstance(reader, ArchiveFormat):
            bundles = reader.gather([file])
            return reader.parse(bundles[0], Options()) if bundles else None
        return reader.parse(file, Options()) if reader.accepts(file) else None  # type: ignore[no-any-return]
    except HandoverError as error:
        assert error.hint
        return None


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=share(35), deadline=None)
@given(data=st.data())
def test_a_value_of_another_kind_costs_its_entry_at_most(name: str, data: st.DataObject) -> None:
    reader, sample = READERS[name]
    whole = (DATA / sample).read_bytes().decode("utf-8")
    start = whole.index("=") + 1 if sample.endswith(".js") else 0
    document = json.loads(whole[start:])
    path = data.draw(st.sampled_from(paths_in(document)))
    changed = whole[:start] + json.dumps(with_value(document, path, data.draw(VALUES)))
    before = read(reader, from_bytes(whole.encode(), sample))
    after = read(reader, from_bytes(changed.encode("utf-8", "surrogatepass"), sample))
    assert before
    deep = len(path) > 3  # within one entry, below the lists that hold all
    if deep and after is not None:
        assert len(after.items) >= len(before.items) - 2  # a tweet may be the newer version of another


@pytest.mark.parametrize("name", [*READERS, "car"])
@settings(max_examples=share(35), deadline=None)
@given(data=st.data())
def test_broken_bytes_give_an_error_of_ours_or_are_read(name: str, data: st.DataObject) -> None:
    reader, sample = READERS.get(name, (bluesky, "bluesky.car"))
    damaged = bytearray((DATA / sample).read_bytes())
    for _ in range(data.draw(st.integers(0, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(damaged)) | st.just(len(damaged)))
    read(reader, from_bytes(bytes(damaged[:cut]), sample))


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=share(20), deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_behind_the_sign_of_a_format_do_no_harm(name: str, data: bytes) -> None:
    reader, sample = READERS[name]
    whole = (DATA / sample).read_bytes()
    read(reader, from_bytes(data, sample))
    read(reader, from_bytes(whole[:200] + data, sample))
