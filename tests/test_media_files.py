"""Where the pictures of a download lie, so that they can be handed over with its updates."""

import json
import zipfile
from pathlib import Path

import pytest

from handover.model import Media
from handover.read import read_updates
from handover.read.media_files import kind_of, opened

WHEN = 1767607200
POSTS = "your_instagram_activity/media/posts_1.json"


def instagram(*paths: str) -> str:
    media = [{"uri": path, "creation_timestamp": WHEN} for path in paths]
    return json.dumps([{"media": media, "title": "Rye", "creation_timestamp": WHEN}])


def tweets(*media: dict[str, str]) -> str:
    tweet = {
        "id_str": "2008119552018337792",
        "full_text": "Rye",
        "created_at": "Mon Jan 05 10:00:00 +0000 2026",
    }
    told = [{"tweet": {**tweet, "extended_entities": {"media": media}}}]
    return f"window.YTD.tweets.part0 = {json.dumps(told)}"


def folder(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


def media_in(path: Path) -> list[Media]:
    return [media for item in read_updates(path).items for media in item.media]


@pytest.mark.parametrize("packed", [False, True], ids=["folder", "zip"])
def test_a_picture_is_found_in_its_download_and_can_be_opened(tmp_path: Path, packed: bool) -> None:
    files = {POSTS: instagram("media/posts/202601/loaf_1.jpg"), "media/posts/202601/loaf_1.jpg": "JPEG"}
    given = folder(tmp_path / "ig", files)
    if packed:
        given = tmp_path / "ig.zip"
        with zipfile.ZipFile(given, "w") as archive:
            for name, text in files.items():
                archive.writestr(name, text)
    (media,) = media_in(given)
    assert (media, media.kind) == ("media/posts/202601/loaf_1.jpg", "picture")
    assert media.file
    assert [source.read() for _, source in opened([media.file, "gone.zip › 1.jpg"])] == [b"JPEG"]


def test_a_picture_in_another_part_of_the_download_is_found(tmp_path: Path) -> None:
    one = folder(tmp_path / "part1", {POSTS: instagram("media/posts/202601/loaf_1.mp4")})
    two = folder(tmp_path / "part2", {"media/posts/202601/loaf_1.mp4": "MP4"})
    (media,) = read_updates([one, two]).items[0].media
    assert (media.kind, media.file) == ("film", str(two / "media/posts/202601/loaf_1.mp4"))


def test_a_short_name_elsewhere_is_another_picture_and_a_long_one_the_same(tmp_path: Path) -> None:
    given = folder(
        tmp_path,
        {
            POSTS: instagram("media/posts/202601/1.jpg", "media/posts/202601/118_99_20260105_n.jpg"),
            "media/other/1.jpg": "another",
            "moved/118_99_20260105_n.jpg": "the same",
        },
    )
    assert [media.file for media in media_in(given)] == [None, str(given / "moved/118_99_20260105_n.jpg")]


@pytest.mark.parametrize(
    "where", ["messages/inbox/ana_1/photos", "media/stories/202601", "direct_messages_media", "trash"]
)
def test_a_private_picture_is_never_taken_for_one_that_is_missing(tmp_path: Path, where: str) -> None:
    name = "118_99_20260105_n.jpg"
    given = folder(tmp_path, {POSTS: instagram(f"media/posts/202601/{name}"), f"{where}/{name}": "private"})
    assert [media.file for media in media_in(given)] == [None]


def test_pictures_of_x_are_found_by_the_posts_id_and_a_film_where_there_is_one(tmp_path: Path) -> None:
    number = "2008119552018337792"
    host = "https://pbs.twimg.com/media"
    given = folder(
        tmp_path,
        {
            "data/tweets.js": tweets(
                {"media_url_https": f"{host}/abc.jpg", "type": "photo"},
                {"media_url_https": f"{host}/first.jpg", "type": "video"},
                {"media_url_https": f"{host}/gone.jpg", "type": "photo"},
            ),
            f"data/tweets_media/{number}-abc.jpg": "JPEG",
            f"data/tweets_media/{number}-large.mp4": "MP4",
            "data/tweets_media/2008119552018337799-gone.jpg": "another post's",
        },
    )
    told = [(one.kind, one.file and Path(one.file).name) for one in media_in(given)]
    assert told == [("picture", f"{number}-abc.jpg"), ("film", f"{number}-large.mp4"), ("picture", None)]


def test_of_two_files_by_one_name_the_one_beside_the_posts_counts(tmp_path: Path) -> None:
    for brand in ("oak", "ash"):
        folder(tmp_path / brand, {POSTS: instagram("media/posts/1.jpg"), "media/posts/1.jpg": brand})
    found = [
        one.file for item in read_updates([tmp_path / "oak", tmp_path / "ash"]).items for one in item.media
    ]
    assert str(tmp_path / "oak/media/posts/1.jpg") in found
    (only,) = media_in(tmp_path / "ash")
    assert only.file == str(tmp_path / "ash/media/posts/1.jpg")


def test_a_sheet_names_the_pictures_beside_it(tmp_path: Path) -> None:
    given = folder(
        tmp_path, {"plan.csv": "Date,Network,Caption,Image\n2026-03-02,X,Rye,Loaf.JPG\n", "img/loaf.jpg": ""}
    )
    assert [media.file for media in media_in(given)] == [str(given / "img/loaf.jpg")]


def test_an_address_on_the_web_is_no_file_however_it_ends(tmp_path: Path) -> None:
    row = "2026-03-02,X,Rye,https://a.example/loaf.jpg"
    given = folder(tmp_path, {"plan.csv": f"Date,Network,Caption,Image\n{row}\n", "loaf.jpg": ""})
    assert [(media.file, media.kind) for media in media_in(given)] == [(None, "picture")]


@pytest.mark.parametrize(
    ("name", "kind"), [("a.JPG?x=1.mp4", "picture"), ("b.mp4", "film"), ("c.srt", ""), ("", "")]
)
def test_the_ending_tells_the_kind(name: str, kind: str) -> None:
    assert kind_of(name) == kind
