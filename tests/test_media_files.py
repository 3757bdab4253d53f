"""Where the pictures of a download lie, so that they can be handed over with its updates."""

import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest

from handover.model import Media
from handover.model.media import kind_of
from handover.read import read_feed, read_updates
from handover.read.media_files import opened

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


def test_a_picture_in_an_archive_within_an_archive_can_be_opened(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("1.jpg", "JPEG")
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as outer:
        for name, data in (("in.zip", inner.getvalue()), ("2.jpg", b"PNG")):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            outer.addfile(info, io.BytesIO(data))
    root = tmp_path / "a.tar.gz"
    wanted = [f"{root} › 2.jpg", f"{root} › in.zip › 1.jpg"]
    assert sorted(b"".join(one.chunks()) for _, one in opened(wanted)) == [b"JPEG", b"PNG"]


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


@pytest.mark.parametrize(
    ("name", "found"),
    [("img/loaf.jpg", True), ("../loaf.jpg", False), ("/etc/loaf.jpg", False), ("loaf.txt", False)],
)
def test_a_sheet_that_is_given_alone_names_pictures_in_its_own_folder_only(
    tmp_path: Path, name: str, found: bool
) -> None:
    home = folder(
        tmp_path / "home",
        {
            "plan.csv": f"Date,Network,Caption,Image\n2026-03-02,X,Rye,{name}\n",
            "img/loaf.jpg": "",
            "../loaf.jpg": "",
            "loaf.txt": "",
        },
    )
    (media,) = media_in(home / "plan.csv")
    assert media.file == (str(home / name) if found else None)


def test_pictures_of_posts_come_from_attachments_and_lie_in_the_export(tmp_path: Path) -> None:
    def item(number: int, kind: str, *more: str) -> str:
        told = f"<wp:post_id>{number}</wp:post_id><wp:post_type>{kind}</wp:post_type>{''.join(more)}"
        return f"<item><title>Rye {number}</title><link>https://a.example/{number}/</link>{told}</item>"

    def meta(key: str, value: object) -> str:
        told = f"<wp:meta_key>{key}</wp:meta_key><wp:meta_value>{value}</wp:meta_value>"
        return f"<wp:postmeta>{told}</wp:postmeta>"

    uploads = "https://a.example/wp-content/uploads/2026/01"
    files = [
        item(
            8,
            "attachment",
            "<wp:status>inherit</wp:status><wp:post_parent>7</wp:post_parent>",
            f"<wp:attachment_url>{uploads}/inside.mp4</wp:attachment_url>",
        ),
        item(
            9,
            "attachment",
            "<wp:status>inherit</wp:status><wp:post_parent>0</wp:post_parent>",
            f"<wp:attachment_url>{uploads}/loaf.jpg</wp:attachment_url>",
            meta("_wp_attachment_image_alt", "A loaf"),
        ),
    ]
    post = item(7, "post", "<wp:status>publish</wp:status>", meta("_thumbnail_id", 9))
    spaces = 'xmlns:wp="http://wordpress.org/export/1.2/"'
    text = f'<rss version="2.0" {spaces}><channel><title>A</title>{files[0]}{post}{files[1]}</channel></rss>'
    place = "site/wp-content/uploads/2026/01/loaf.jpg"
    given = folder(tmp_path, {"export.xml": text, place: "JPEG", "wp-content/other/loaf.jpg": "another"})
    (read,) = read_feed(given).posts
    assert [(m.address, m.alt, m.kind, m.file) for m in read.pictures] == [
        (f"{uploads}/loaf.jpg", "A loaf", "picture", str(tmp_path / place)),
        (f"{uploads}/inside.mp4", "", "film", None),
    ]


def test_pictures_and_films_of_a_feeds_entry_are_kept_with_what_is_known_of_them(tmp_path: Path) -> None:
    parts = [
        '<enclosure url="https://a.example/talk.mp3" type="audio/mpeg" length="1"/>',
        '<enclosure url="https://a.example/film.mp4" type="video/mp4" length="1"/>',
        '<media:content url="https://a.example/2.webp" medium="image"/>',
        "<description>&lt;img src='https://a.example/0.png' alt='A loaf'&gt; Rye</description>",
    ]
    head = '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>A</title>'
    for shown, expected in ((parts, ["2.webp", "film.mp4"]), (parts[3:], ["0.png"])):
        entry = f"<item><title>Rye</title><link>https://a.example/1</link>{''.join(shown)}</item>"
        (tmp_path / "feed.xml").write_text(f"{head}{entry}</channel></rss>")
        (post,) = read_feed(tmp_path / "feed.xml").posts
        assert [one.removeprefix("https://a.example/") for one in post.pictures] == expected
    assert (post.pictures[0].alt, post.pictures[0].kind) == ("A loaf", "picture")


def test_what_lies_there_and_is_named_by_none_is_told_and_what_is_private_by_number_only(
    tmp_path: Path,
) -> None:
    made_before = {"acme-media/2.jpg": "ours", ".handover.json": '{"files": {"acme-media/2.jpg": {}}}'}
    given = folder(
        tmp_path / "ig",
        {
            POSTS: instagram("media/posts/1.jpg"),
            "media/posts/1.jpg": "JPEG",
            "media/posts/more.jpg": "nobody's",
            "media/stories/s.jpg": "private",
            "messages/inbox/ana_1/photos/9.jpg": "private",
            "start_here.html": "",
            "files/logo.png": "the page's",
            **made_before,
        },
    )
    (left,) = read_updates(given).media_left
    assert (left.place, left.private) == (str(given), 2)
    assert left.files == {str(given / "media/posts/more.jpg")}
    with zipfile.ZipFile(given / "x.zip", "w") as archive:  # each archive is named by itself
        archive.writestr("2.jpg", "nobody's")
    assert [one.place for one in read_updates(given).media_left] == [str(given), f"{given} › x.zip"]


def test_names_that_differ_in_capitals_are_two(tmp_path: Path) -> None:
    given = folder(tmp_path, {POSTS: instagram("a/1.jpg", "a/1.JPG"), "a/1.jpg": "one", "a/1.JPG": "two"})
    if len({path.name for path in (given / "a").iterdir()}) < 2:
        pytest.skip("this disk holds them for one")
    assert [media.file and Path(media.file).name for media in media_in(given)] == ["1.jpg", "1.JPG"]


def test_two_pictures_of_one_entry_stay_two_when_it_is_met_again(tmp_path: Path) -> None:
    paths = ("media/posts/1700000000001_5_n.jpg", "media/posts/1700000000002_5_n.jpg")
    for part in "ab":
        folder(tmp_path / part, {POSTS: instagram(*paths), **dict.fromkeys(paths, "JPEG")})
    (item,) = read_updates([tmp_path / "a", tmp_path / "b"]).items
    assert list(map(str, item.media)) == list(paths)
