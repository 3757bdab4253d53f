"""What is private, and what other people wrote, never comes out: not even into a reason."""

from pathlib import Path

import pytest

from handover.errors import HandoverError
from handover.read import read_updates

DATA = Path(__file__).parent / "data" / "updates"
MARK = "PRIVATE"  # stands in every private or foreign text and address of the samples
CASES = [
    "x-archive",  # messages, circle posts, deleted posts, likes
    "x-tweet-js",  # messages
    "facebook-page",  # messages, comments, unposted videos
    "facebook-profile-old",
    "facebook-profile-2024",  # messages of groups
    "facebook-html",
    "facebook-html-2019",  # signed addresses
    "facebook-html-page",  # messages, groups, the bin, words of others
    "facebook-html-2025",
    "instagram-2025",  # messages, stories, archived posts
    "instagram-before-2025",  # the owner's mail address
    "instagram-until-2020",  # stories, messages, the owner's words about themselves
    "instagram-html",
    "instagram-html-2021",  # where a picture was taken
    "instagram-html-2026",  # stories, archived posts, comments
    "pinterest.html",  # the account, searches, secret boards, words of others
    "linkedin-articles",  # comments
    "trello-board.json",  # members and comments
    "youtube-takeout.csv",  # private films
    "list-instagram-graph.json",  # stories, the key in the address of the next page
    "list-apify-instagram.json",  # comments, posts of others
    "mastodon-toots.json",
    "mastodon-activities.json",
    "mastodon",  # direct and followers-only posts, likes, bookmarks
    "mastodon-statuses.json",  # the same, and the words of a boosted post
    "bluesky-feed.json",  # words of reposted, quoted and answered posts, a stranger's post
    "bluesky-records.json",  # likes
    "bluesky.car",  # deleted posts
    "tiktok.json",  # messages, films for friends, signed addresses
    "tiktok-before-2025.json",  # favourites
]


@pytest.mark.parametrize("case", CASES)
def test_private_things_never_come_out(case: str) -> None:
    path = DATA / case
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    assert any(MARK.encode() in file.read_bytes() for file in files), "the sample must hold something private"
    try:
        told = repr(read_updates(path, timezone="UTC"))
    except HandoverError as error:
        told = f"{error} {error.hint}"
    assert MARK not in told


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        ("x-archive", "1 private post to a circle left out."),
        ("mastodon", "3 followers-only or direct posts left out."),
        ("mastodon-statuses.json", "2 followers-only or direct posts left out."),
        ("bluesky-feed.json", "1 post by another person left out."),
        ("tiktok.json", "2 videos that not everybody may see left out."),
        ("instagram-2025", "1 story, shown for a day, left out."),
    ],
)
def test_what_stays_out_is_counted_in_one_line(case: str, reason: str) -> None:
    assert [s.reason for s in read_updates(DATA / case).skipped].count(reason) == 1


def test_a_profile_whose_audience_is_unknown_is_a_notice() -> None:
    assert "who could see" in read_updates(DATA / "facebook-profile-old").notices[0].text
    assert not read_updates(DATA / "facebook-page").notices


def test_conversations_are_not_even_opened(tmp_path: Path) -> None:
    folder = tmp_path / "messages" / "inbox" / "marten_1"
    folder.mkdir(parents=True)
    (folder / "message_1.json").write_text("not even JSON: PRIVATE")
    (tmp_path / "tiktok.json").write_bytes((DATA / "tiktok.json").read_bytes())
    updates = read_updates(tmp_path)
    assert updates.items
    assert not [s for s in updates.skipped if "message_1" in s.location]


def test_the_address_of_the_computer_a_pin_was_made_on_never_comes_out() -> None:
    path = DATA / "pinterest.html"
    assert "192.0.2.77" in path.read_text("utf-8")
    assert "192.0.2.77" not in repr(read_updates(path, timezone="UTC"))
