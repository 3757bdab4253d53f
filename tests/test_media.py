"""Pictures and films with their alternative texts: kept from source to workbook and next tool."""

import copy
import datetime as dt
import pickle
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from handover.model import Media, Slot, Update
from handover.model.media import media_of
from handover.read import read_updates
from handover.read.richest import richest
from handover.write.job import Job
from handover.write.media.gallery import Gallery
from handover.write.next_tool import write as write_next_tool
from handover.write.xlsx import write as write_workbook
from tests.made import make_handover

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12)


def test_it_is_its_address_as_a_str() -> None:
    media = Media("https://a.example/1.jpg", alt="A\nloaf")
    assert media == "https://a.example/1.jpg" == media.address
    assert {media: 1}["https://a.example/1.jpg"] == 1  # type: ignore[index]
    assert media.alt == "A loaf"
    for twin in (copy.deepcopy(media), pickle.loads(pickle.dumps(media))):
        assert (twin, twin.alt, twin.file, twin.kind) == (media, "A loaf", None, "")


@given(TEXTS, TEXTS)
def test_what_a_cell_shows_is_read_back(address: str, alt: str) -> None:
    media = Media(address, alt=alt)
    back = Media.told(media.shown)
    assert (str(back), back.alt) == (str(media), media.alt)


def test_a_plain_address_becomes_media_and_of_two_the_described_one_stays() -> None:
    update = Update(text="x", media=media_of(["1.jpg", "2.jpg"]))
    assert [type(one) for one in update.media] == [Media, Media]
    assert [m.alt for m in media_of(["1.jpg", Media("1.jpg", alt="A loaf"), "1.jpg"])] == ["A loaf"]


def test_sources_that_are_merged_keep_the_alternative_text_of_either() -> None:
    first = Update(network="x", text="Rye", media=media_of(["https://a.example/1.jpg?s=9"]))
    other = Update(network="x", text="Rye", media=(Media("https://a.example/1.jpg", alt="A loaf"),))
    assert [m.alt for m in richest([first, other]).media] == ["A loaf"]
    assert [m.alt for m in richest([other, first]).media] == ["A loaf"]


def test_the_workbook_shows_the_alternative_text_and_gives_it_back(tmp_path: Path) -> None:
    handover = make_handover(2)
    pair = handover.pairs[0]
    media = (Media("https://a.example/1.jpg", alt="A loaf | cut, on a board"), Media("odd | name.jpg"))
    pairs = (replace(pair, update=replace(pair.update, media=media)), *handover.pairs[1:])
    handover = replace(handover, pairing=replace(handover.pairing, pairs=pairs))
    path, *_ = write_workbook(Job(handover=handover, folder=tmp_path, slug="t"))
    back = next(u for u in read_updates(path).items if u.id == pair.update.id)
    assert [(m.address, m.alt) for m in back.media] == [
        ("https://a.example/1.jpg", "A loaf / cut, on a board"),
        ("odd | name.jpg", ""),
    ]
    assert handover.pairs[0].update.media == back.media


def test_the_next_tool_gets_the_alternative_text_where_it_has_a_place(tmp_path: Path) -> None:
    handover = make_handover(2)
    pictures = (Media("https://a.example/1.jpg", alt="A loaf"), Media("https://a.example/2.jpg"))
    media = (*pictures, Media("C:/x/3.mov", alt="A film"))
    update = replace(handover.pairs[0].update, media=media, network="facebook", state="published")
    slot = Slot(date=dt.date(2027, 1, 4), network="facebook", post=handover.posts[0], update=update)
    paths = write_next_tool(Job(handover=replace(handover, plan=(slot,)), folder=tmp_path, slug="t"))
    told = {path.parent.name: path.read_text("utf-8-sig") for path in paths if path.suffix == ".csv"}
    publer = next(text for name, text in told.items() if "publer" in name)
    metricool = next(text for name, text in told.items() if "metricool" in name)
    assert "A loaf||" in publer
    assert ',"A loaf","",' in metricool
    readme = next(path.read_text("utf-8") for path in paths if path.suffix == ".txt")
    assert "3.mov | A film" in readme


def test_a_picture_that_is_only_a_file_has_its_name_and_the_post_s_picture_goes_out_for_it(
    tmp_path: Path,
) -> None:
    handover = make_handover(2)
    media = (Media("media/posts/1.jpg", alt="A loaf", file="/x/1.jpg"),)
    update = replace(handover.pairs[0].update, media=media, network="instagram", state="published")
    post = replace(handover.posts[0], image="https://a.example/post.jpg")
    slot = Slot(date=dt.date(2027, 1, 4), network="instagram", post=post, update=update)
    gallery = Gallery(names={"/x/1.jpg": "2025-03-14-instagram-rye-1.jpg"})
    told = replace(handover, plan=(slot,))
    paths = write_next_tool(Job(handover=told, folder=tmp_path, slug="t", gallery=gallery))
    files = {path.parent.name: path.read_text("utf-8-sig") for path in paths if path.suffix == ".csv"}
    assert "https://a.example/post.jpg" in files["buffer"]
    assert '"2025-03-14-instagram-rye-1.jpg"' in files["any-tool"]
    readme = next(path.read_text("utf-8") for path in paths if path.suffix == ".txt")
    assert "2025-03-14-instagram-rye-1.jpg | A loaf" in readme
    assert "no picture of their own on the web" in " ".join(readme.split())


def test_a_column_of_alternative_texts_goes_to_the_pictures_of_its_row(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(
        "Date,Network,Caption,Image,Alt text\n"
        "2026-03-02,Facebook,One,cup.jpg,A cup\n"
        '2026-03-03,Facebook,Two,"a.jpg, b.jpg",First||Second\n'
        '2026-03-04,Facebook,Three,c.jpg,"A cup,\nwith steam"\n'
        "2026-03-05,Facebook,Four,,Nowhere to go\n"
    )
    read = read_updates(tmp_path / "plan.csv")
    assert [[one.alt for one in item.media] for item in read.items] == [
        ["A cup"],
        ["First", "Second"],
        ["A cup, with steam"],
        [],
    ]
    assert [str(notice.text) for notice in read.notices] == [
        "Under 'Alt text' 1 cell describes a picture that its row does not name, and was not used (row 5)."
    ]


def test_rows_in_python_keep_what_their_media_tell() -> None:
    row = {"text": "Rye", "network": "x", "media": [Media("loaf.jpg", alt="A loaf"), "film.mp4"]}
    (item,) = read_updates([row]).items
    assert [(one.address, one.alt) for one in item.media] == [("loaf.jpg", "A loaf"), ("film.mp4", "")]
