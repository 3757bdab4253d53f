"""The folder of originals: byte for byte, under readable names, once, and nothing left out in silence."""

import csv
import datetime as dt
import hashlib
import io
import shutil
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from handover.errors import OutputError
from handover.model import Handover, Media, MediaLeft, Pairing, Post, Unpaired, Update
from handover.read import read_updates
from handover.read.media_files import opened
from handover.write import write_handover
from handover.write.media import gallery
from handover.write.media.choice import choose
from handover.write.media.pieces import pieces
from tests.made import make_handover
from tests.test_gps import taken

DAY = dt.datetime(2025, 3, 14, 9, tzinfo=dt.UTC)


def jpeg(colour: str = "red", size: tuple[int, int] = (40, 30)) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, colour).save(data, "JPEG")
    return data.getvalue()


def with_media(*updates: Update, post: Post | None = None) -> Handover:
    """A handover of these updates, the first of them paired with the post."""
    made = make_handover(1)
    post = post or replace(made.posts[0], id="oven", title="Our new oven", published=DAY)
    pairs = (replace(made.pairs[0], post=post, update=updates[0]),)
    rest = tuple(Unpaired(update=update, reason="") for update in updates[1:])
    return replace(
        made,
        pairing=Pairing(posts=(post,), pairs=pairs, unpaired=rest),
        updates=replace(made.updates, items=updates),
        shortfalls=(),
        plan=(),
        originals=opened,
    )


def update(text: str, *media: Media, **told: object) -> Update:
    return Update(**{"network": "instagram", "text": text, "media": media, "posted_at": DAY, **told})


def lying(root: Path, files: dict[str, bytes], packed: str) -> dict[str, Media]:
    """The files in a folder, zip or tar, as reading them has found them: by name."""
    if packed == "folder":
        for name, data in files.items():
            (root / name).write_bytes(data)
        places = {name: str(root / name) for name in files}
    elif packed == "zip":
        with zipfile.ZipFile(root / "a.zip", "w") as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        places = {name: f"{root / 'a.zip'} › {name}" for name in files}
    else:
        with tarfile.open(root / "a.tar.gz", "w:gz") as tar:
            for name, data in files.items():
                info = tarfile.TarInfo(name)
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
        places = {name: f"{root / 'a.tar.gz'} › {name}" for name in files}
    return {name: Media(name, file=places[name], size=len(files[name]), kind="picture") for name in files}


def index(folder: Path) -> list[dict[str, str]]:
    return list(csv.DictReader((folder / "index.csv").read_text("utf-8-sig").splitlines()))


@pytest.mark.parametrize("packed", ["folder", "zip", "tar"])
def test_originals_lie_under_readable_names_each_once_and_what_is_not_there_is_named(
    tmp_path: Path, packed: str
) -> None:
    given, out = tmp_path / "given", tmp_path / "out"
    given.mkdir()
    files = {"1.jpg": jpeg(), "2.png": jpeg("blue"), "3.jpg": jpeg(), "4.jpg": b"<html>", "5.jpg": b""}
    lie = lying(given, files, packed)
    web = "https://a.example/6.jpg"
    media = (*(lie[name] for name in ("1.jpg", "2.png")), Media("gone/7.jpg"), Media(web, alt="=A loaf"))
    later = update("Rye again", *(lie[n] for n in ("3.jpg", "4.jpg", "5.jpg")), posted_at=None)
    others = update("RT", Media("8.jpg", file="nowhere.zip › 8.jpg"), kind="repost")
    built = write_handover(with_media(update("Look", *media), later, others), out, formats=["media"])
    folder = built.files["media"]
    stem = "2025-03-14-instagram-our-new-oven"
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "index.csv"} == {
        f"{stem}-1.jpg": files["1.jpg"],
        f"{stem}-2.jpg": files["2.png"],  # a JPEG, whatever its name was
    }
    assert [(row["File"], row["Alternative text"], row["Address"]) for row in index(folder)] == [
        (f"{stem}-1.jpg", "", ""),
        (f"{stem}-2.jpg", "", ""),
        ("", "'=A loaf", web),
        (f"{stem}-1.jpg", "", ""),
    ]
    assert {Path(s.location.rpartition(" › ")[2]).name for s in built.skipped} == {"4.jpg", "5.jpg"}
    told = " ".join(str(notice.text) for notice in built.notices)
    assert "gone" not in told
    assert "7.jpg (" in told
    assert "1 picture or film is known by its address only." in told
    assert "1 picture or film of replies and reposts" in told
    assert not list(out.glob("**/*.part"))
    sent = b"".join(path.read_bytes() for path in folder.iterdir())
    assert str(tmp_path).encode() not in sent


def test_the_folder_is_part_of_the_set(tmp_path: Path) -> None:
    lie = lying(tmp_path, {"1.jpg": jpeg(), "2.jpg": jpeg("blue")}, "folder")
    both = with_media(update("Look", *lie.values()))
    out = tmp_path / "out"
    (one, two, *_) = sorted(write_handover(both, out, formats=["media"]).files["media"].glob("*.jpg"))
    manifest = (out / ".handover.json").read_text()
    assert hashlib.sha256(jpeg()).hexdigest() in manifest
    two.write_bytes(b"painted over")
    with pytest.raises(OutputError, match="was changed since it was written"):
        write_handover(both, out, formats=["media"])
    two.write_bytes(jpeg("blue"))
    write_handover(with_media(update("Look", lie["1.jpg"])), out, formats=["media"])
    assert (one.exists(), two.exists()) == (True, False)  # what this run has no more goes


def test_without_a_picture_there_is_no_folder_and_an_earlier_one_goes(tmp_path: Path) -> None:
    lie = lying(tmp_path, {f"{n}.jpg": jpeg(size=(n + 1, 9)) for n in range(100)}, "folder")
    out = tmp_path / "out"
    write_handover(with_media(update("Look", *lie.values())), out, formats=["media"])
    built = write_handover(with_media(update("Look")), out, formats=["media"])
    assert "media" not in built.files
    assert [path.name for path in out.iterdir() if path.is_dir()] == ["for-you"]
    assert [str(n.text) for n in built.notices if "no folder" in n.text]


@pytest.mark.parametrize("book", ["working copy", "client's", "moved"])
def test_built_from_a_workbook_alone_the_originals_stay(tmp_path: Path, book: str) -> None:
    """The archive they came from is not given again."""
    lie = lying(tmp_path, {"1.jpg": jpeg(), "2.jpg": jpeg("blue")}, "zip")
    out, formats = tmp_path / "out", ["media", "xlsx"]
    first = write_handover(with_media(update("Look at our new oven", *lie.values())), out, formats=formats)
    before = {path.name: path.read_bytes() for path in first.files["media"].glob("*.jpg")}
    given = first.working_copy if book == "working copy" else first.files["xlsx"]
    if book == "moved":
        given = given.rename(tmp_path / "moved.xlsx")
    read = read_updates(given)
    again = write_handover(replace(with_media(*read.items), updates=read), out, formats=formats)
    assert {path.name: path.read_bytes() for path in out.glob("*-media/*.jpg")} == before
    assert ("media" in again.files) is (book != "moved")
    assert len(before) == 2


def test_what_belongs_to_nobody_is_told_by_number(tmp_path: Path) -> None:
    made = with_media(update("Look", *lying(tmp_path, {"1.jpg": jpeg()}, "zip").values()))
    left = MediaLeft(place="a.zip", files=frozenset(["a.zip › 2.jpg", "a.zip › 3.jpg"]), private=1)
    made = replace(made, updates=replace(made.updates, media_left=(left,)))
    told = [str(n.text) for n in write_handover(made, tmp_path / "out", formats=["media"]).notices]
    assert [text[:20] for text in told if "not handed over" in text] == [
        "2 pictures or films ",
        "1 picture or film of",
    ]
    assert "3.jpg" not in " ".join(told)


def test_many_originals_have_a_folder_a_year(tmp_path: Path) -> None:
    lie = lying(tmp_path, {f"{n}.jpg": jpeg(size=(n + 1, 9)) for n in range(100)}, "folder")
    built = write_handover(with_media(update("Look", *lie.values())), tmp_path / "out", formats=["media"])
    assert len(list(built.files["media"].glob("2025/2025-03-14-instagram-our-new-oven-*.jpg"))) == 100


def test_a_disk_without_room_is_told_before_anything_is_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lie = lying(tmp_path, {"1.jpg": jpeg()}, "folder")
    monkeypatch.setattr(gallery, "SPARE", 10**18)
    with pytest.raises(OutputError, match="MB are free"):
        write_handover(with_media(update("Look", *lie.values())), tmp_path / "out", formats=["media"])
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("strip", [False, True])
def test_an_original_that_says_where_it_was_taken_is_named_and_copied_without_on_wish(
    tmp_path: Path, strip: bool
) -> None:
    data = taken("JPEG", at_a_place=True)
    lie = lying(tmp_path, {"1.jpg": data}, "folder")
    handover = with_media(update("Look", *lie.values()))
    built = write_handover(handover, tmp_path / "out", formats=["media"], strip_gps=strip)
    (copy,) = built.files["media"].glob("*.jpg")
    assert (copy.read_bytes() == data) is not strip
    (told,) = [str(n.text) for n in built.notices if "taken" in n.text]
    assert copy.name in told
    assert write_handover(handover, tmp_path / "out", formats=["media"], strip_gps=strip)


@pytest.mark.parametrize("pictures", ["all", "first", "none"])
def test_pictures_stand_beside_their_updates_in_each_file(tmp_path: Path, pictures: str) -> None:
    photo = taken("JPEG", at_a_place=True)
    lie = lying(tmp_path, {"1.jpg": photo, "2.jpg": jpeg("blue"), "3.svg": b"<svg/>"}, "folder")
    told = update("Look", Media(lie["1.jpg"], alt="A <loaf>", file=lie["1.jpg"].file), lie["2.jpg"])
    handover = with_media(told, update("Film", lie["3.svg"], posted_at=None))
    out = tmp_path / "out"
    built = write_handover(handover, out, formats=["xlsx", "docx", "html"], pictures=pictures)
    page = built.files["html"].read_text("utf-8")
    shown = {"all": 2, "first": 1, "none": 0}[pictures]
    assert page.count("data:image/jpeg;base64,") == shown
    assert page.count("No alternative text yet") == (pictures == "all")
    inside: dict[str, list[bytes]] = {}
    for name, in_cells in (("docx", shown), ("xlsx", min(shown, 1))):
        with zipfile.ZipFile(built.files[name]) as package:
            parts = {part: package.read(part) for part in package.namelist()}
        inside[name] = [data for part, data in parts.items() if part.endswith(".jpeg")]
        assert len(inside[name]) == in_cells
        assert not any(b"Kestrel" in data for data in inside[name])
        if shown:
            assert any(b'descr="A &lt;loaf&gt;"' in data for data in parts.values())
    unseen = [str(notice.text) for notice in built.notices if "not shown" in notice.text]
    assert unseen == ["The picture is not shown in the documents: SVG is not shown."] * bool(shown)
    with zipfile.ZipFile(built.working_copy) as package:
        assert not [name for name in package.namelist() if name.startswith("xl/media")]
    again = write_handover(handover, out, formats=["xlsx", "docx", "html"], pictures=pictures)
    assert again.files == built.files


def test_many_pictures_are_fewer_and_smaller(tmp_path: Path) -> None:
    found = pieces(with_media(update("Look", Media("1.jpg", file="1.jpg"))))
    told = [
        choose(found * many, make_handover(1), "all", ["docx", "xlsx", "html"])
        for many in (1, 200, 1_000, 9_000)
    ]
    assert [(len(one.pieces), one.longest) for one in told[:3]] == [(1, 480), (200, 360), (1_000, 160)]
    assert 1_000 < len(told[3].pieces) < 2_000
    assert all(len(one.pieces) * one.most * (2 + 4 / 3) <= 15_000_000 for one in told)
    assert [len(one.notices) for one in told] == [0, 0, 1, 1]


def test_originals_of_an_earlier_build_stay_and_are_named_by_nothing_that_is_sent(tmp_path: Path) -> None:
    lie = lying(tmp_path, {"1.jpg": jpeg()}, "folder")
    made, out = with_media(update("Look", lie["1.jpg"])), tmp_path / "out"
    first = write_handover(made, out, formats=["media", "eml"])
    (original,) = first.files["media"].rglob("*.jpg")
    assert not any("earlier build" in notice.text for notice in first.notices)
    second = write_handover(made, out, formats=["docx", "html", "csv", "eml"], zip=True)
    (told,) = [notice.text for notice in second.notices if "earlier build" in notice.text]
    assert told.startswith(f"{first.files['media'].name} is of an earlier build")
    assert original.exists() and "media" not in second.files
    sent = [second.files["eml"].read_text("utf-8"), *zipfile.ZipFile(second.files["zip"]).namelist()]
    assert not any(first.files["media"].name in text for text in sent)
    shutil.rmtree(first.files["media"])
    third = write_handover(made, out, formats=["docx"])
    assert not any(first.files["media"].name in notice.text for notice in third.notices)
