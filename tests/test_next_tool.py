"""The files for the next tool: what its importer takes, and nothing left out in silence."""

import csv
import datetime as dt
import io
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handover.model import Content, Details, Evidence, Handover, Pair, Pairing, Post, Slot, Unpaired, Update
from handover.networks import NETWORKS, Network
from handover.read import read_updates
from handover.write.job import Job
from handover.write.next_tool import TOOLS, write
from handover.write.next_tool.buffer import length as buffer_length
from handover.write.next_tool.library import guarded
from handover.write.words import languages, words
from tests.made import make_handover

LINK = "https://tidewell.example/oolong"
PICTURE = "https://tidewell.example/oolong.jpg"
FIRST = dt.date(2027, 1, 4)


def slot(
    text: str = f"Brew it slowly 🍵\n{LINK}",
    network: str = "linkedin",
    day: int = 0,
    *,
    image: str = "",
    **fields: object,
) -> Slot:
    update = Update(text=text, network=network, **fields)  # type: ignore[arg-type]
    post = Post(id="p", title="How we blend oolong", permalink=LINK, image=image)
    return Slot(date=FIRST + dt.timedelta(days=day), network=network, post=post, update=update)


def written(folder: Path, *plan: Slot, zone: str = "", **fields: object) -> dict[str, Path]:
    details = Details(content=Content(timezone=zone))
    handover = make_handover(plan=plan, details=details, **fields)
    paths = write(Job(handover=handover, folder=folder, slug="tidewell"))
    return {path.relative_to(folder / "next-tool").as_posix(): path for path in paths}


def rows(path: Path, separator: str = ",") -> list[list[str]]:
    text = io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=separator))


def rows_of(files: dict[str, Path], tool: str) -> list[list[str]]:
    (path,) = (path for name, path in files.items() if name.startswith(f"{tool}/"))
    return rows(path)


def names(files: dict[str, Path], tool: str) -> list[str]:
    return [name for name in files if name.startswith(f"{tool}/")]


def readme(files: dict[str, Path]) -> str:
    """The README on one line, as its words."""
    return " ".join(files["README.txt"].read_text(encoding="utf-8-sig").split())


# --- the files --------------------------------------------------------------------------------------


def test_a_file_a_channel_where_the_tool_wants_it_and_one_for_all_where_not(tmp_path: Path) -> None:
    files = written(tmp_path, slot(), slot(network="x"), slot(network="google_business"))
    for tool in (
        "buffer",
        "highlevel",
        "highlevel-advanced",
        "publer",
        "vista-social",
        "hootsuite",
        "sprout",
    ):
        assert sorted(names(files, tool)) == [
            f"{tool}/{tool}-gbp-account-time.csv",
            f"{tool}/{tool}-linkedin-account-time.csv",
            f"{tool}/{tool}-twitter-account-time.csv",
        ]
    assert names(files, "metricool") == ["metricool/metricool-account-time.csv"]
    assert names(files, "any-tool") == ["any-tool/any-tool-account-time.csv"]


def test_the_zone_stands_in_the_name_and_in_the_readme(tmp_path: Path) -> None:
    files = written(tmp_path, slot(), zone="America/Sao_Paulo")
    assert "buffer/buffer-linkedin-america-sao-paulo.csv" in files
    assert "America/Sao_Paulo" in readme(files)


def test_the_first_path_lies_in_the_folder_itself(tmp_path: Path) -> None:
    assert next(iter(written(tmp_path, slot()))) == "README.txt"


@pytest.mark.parametrize("tool", sorted(TOOLS))
def test_every_file_is_utf_8_in_quotes_with_crlf(tmp_path: Path, tool: str) -> None:
    files = written(tmp_path, slot('He said "steep", then\nwaited; grüßte 🍵'))
    (name,) = names(files, tool)
    data = files[name].read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") == (tool in ("buffer", "metricool"))
    text = data.decode("utf-8-sig")
    assert text.endswith('"\r\n')
    assert '""steep""' in text
    assert all(row.startswith('"') for row in text.split("\r\n") if row)


def test_buffer_has_its_columns(tmp_path: Path) -> None:
    header, row = rows_of(written(tmp_path, slot()), "buffer")
    assert header == ["Text", "Image URL", "Tags", "Posting Time"]
    assert row == [f"Brew it slowly 🍵\n{LINK}", "", "", "2027-01-04 10:00"]


def test_buffer_has_a_fifth_column_for_pinterest(tmp_path: Path) -> None:
    header, row = rows_of(written(tmp_path, slot(network="pinterest", media=(PICTURE,))), "buffer")
    assert header[-1] == "Board Name"
    assert row[1] == PICTURE
    assert len(row) == 5


def test_highlevel_has_its_columns(tmp_path: Path) -> None:
    header, row = rows_of(written(tmp_path, slot(media=(PICTURE, PICTURE + "?v=2"))), "highlevel")
    assert header[0] == "postAtSpecificTime (YYYY-MM-DD HH:mm:ss)"
    assert row == [
        "2027-01-04 10:00:00",
        f"Brew it slowly 🍵\n{LINK}",
        "",
        f"{PICTURE}, {PICTURE}?v=2",
        "",
        "",
    ]


def test_highlevels_advanced_file_has_its_two_rows_of_headers_and_says_what_a_pin_is_called(
    tmp_path: Path,
) -> None:
    pin, words_alone = slot(network="pinterest", media=(PICTURE,)), slot(network="facebook")
    found = written(tmp_path, words_alone, pin)
    above, header, row = rows(found[names(found, "highlevel-advanced")[-1]])
    assert (len(above), len(header), len(row)) == (40, 40, 40)
    assert Counter(above) == {
        "All Social": 12,
        "Facebook": 1,
        "Instagram": 1,
        "LinkedIn": 2,
        "Google (GBP)": 10,
        "YouTube": 3,
        "TikTok": 7,
        "Community": 2,
        "Pinterest": 2,
    }
    told = {place: cell for place, cell in zip(zip(above, header, strict=True), row, strict=True) if cell}
    assert told == {
        ("All Social", "postAtSpecificTime (YYYY-MM-DD HH:mm:ss)"): "2027-01-04 10:00:00",
        ("All Social", "content"): pin.update.text,
        ("All Social", "imageUrls (comma-separated)"): PICTURE,
        ("Pinterest", "title"): pin.post.title,
        ("Pinterest", "link"): LINK,
    }
    above, header, row = rows(found[names(found, "highlevel-advanced")[0]])
    told = dict(zip(zip(above, header, strict=True), row, strict=True))
    assert told["All Social", "OGmetaUrl (url)"] == LINK  # without a picture, the link makes the card
    assert told["Facebook", "type (post/story/reel)"] == "post"


def test_publer_has_its_twelve_columns(tmp_path: Path) -> None:
    header, row = rows_of(written(tmp_path, slot(media=(PICTURE,))), "publer")
    assert len(header) == len(row) == 12
    assert row[:4] == ["2027-01-04 10:00", f"Brew it slowly 🍵\n{LINK}", LINK, PICTURE]


def test_metricool_says_true_for_the_network_alone(tmp_path: Path) -> None:
    header, row = rows_of(written(tmp_path, slot(media=(PICTURE,))), "metricool")
    cells = dict(zip(header, row, strict=True))
    assert len(header) == 97
    assert (cells["Date"], cells["Time"], cells["Draft"]) == ("2027-01-04", "10:00:00", "false")
    assert [name for name in header[4:14] if cells[name] == "true"] == ["LinkedIn"]
    assert cells["Picture Url 1"] == PICTURE


def test_vista_social_tells_articles_messages_and_pictures_apart(tmp_path: Path) -> None:
    plan = (slot(day=0), slot("Only words", day=1), slot(day=2, media=(PICTURE, PICTURE + "?v=2")))
    header, *found = rows_of(written(tmp_path, *plan), "vista-social")
    assert header == ["message", "type", "link", "time"]
    assert [row[1:] for row in found] == [
        ["article", LINK, "2027-01-04 10:00"],
        ["message", "", "2027-01-05 10:00"],
        ["image", PICTURE, "2027-01-06 10:00"],
        ["image", PICTURE + "?v=2", "2027-01-06 10:00"],
    ]


def test_hootsuite_has_no_header_and_adds_the_link_itself(tmp_path: Path) -> None:
    plan = (slot(day=0), slot(f"First {LINK} then tea", day=14), slot(LINK, day=28))
    assert rows_of(written(tmp_path, *plan), "hootsuite") == [
        ["01/04/2027 10:00", "Brew it slowly 🍵", LINK],
        ["01/18/2027 10:00", f"First {LINK} then tea", ""],
        ["02/01/2027 10:00", LINK, ""],
    ]


@pytest.mark.parametrize(
    ("tool", "most"), [("buffer", 100), ("highlevel", 90), ("vista-social", 100), ("hootsuite", 350)]
)
def test_files_are_split_at_the_rows_the_tool_takes(tmp_path: Path, tool: str, most: int) -> None:
    files = written(tmp_path, *(slot(f"Text {n} {LINK}", day=n) for n in range(360)))
    found = [rows(files[name]) for name in names(files, tool)]
    body = [page if tool == "hootsuite" else page[1:] for page in found]
    assert max(map(len, body)) == most
    assert sum(map(len, body)) == 360
    assert names(files, tool)[0] == f"{tool}/{tool}-linkedin-account-time-1.csv"


def test_pictures_of_one_update_are_never_in_two_files(tmp_path: Path) -> None:
    three = tuple(f"https://tidewell.example/{n}.png" for n in range(3))
    files = written(tmp_path, *(slot(f"Text {n}", day=n, media=three) for n in range(40)))
    pages = [rows(files[name])[1:] for name in names(files, "vista-social")]
    assert [len(page) for page in pages] == [99, 21]


# --- texts, links, times ----------------------------------------------------------------------------


def test_several_on_one_day_and_network_have_times_of_their_own(tmp_path: Path) -> None:
    plan = (slot("One"), slot("Two"), slot("Three", "x"))
    found = rows_of(written(tmp_path, *plan), "any-tool")[1:]
    assert [(row[1], row[3]) for row in found] == [("10:00", "One"), ("10:00", "Three"), ("13:00", "Two")]


def test_even_fifty_a_week_have_times_within_the_day(tmp_path: Path) -> None:
    found = rows_of(written(tmp_path, *(slot(f"Text {n}") for n in range(12))), "any-tool")[1:]
    assert len({row[1] for row in found}) == 12
    assert all("10:00" <= row[1] <= "21:55" for row in found)


def test_they_go_out_at_the_clients_own_hour(tmp_path: Path) -> None:
    plan = [replace(slot(f"Text {n}"), hour=17) for n in range(2)]
    late = [replace(slot(f"Late {n}", day=1), hour=22) for n in range(3)]
    found = rows_of(written(tmp_path, *plan, *late), "any-tool")[1:]
    assert [row[1] for row in found] == ["17:00", "20:00", "10:00", "13:00", "16:00"]


def test_no_two_of_a_day_are_nearer_than_a_tool_allows(tmp_path: Path) -> None:
    found = rows_of(written(tmp_path, *(slot(f"Text {n}") for n in range(50))), "any-tool")[1:]
    minutes = [int(row[1][:2]) * 60 + int(row[1][3:]) for row in found]
    assert all(two - one >= 10 and two % 5 == 0 for one, two in pairwise(minutes))


def test_sprout_social_has_its_columns(tmp_path: Path) -> None:
    header, row = rows_of(written(tmp_path, slot()), "sprout")
    assert header == ["date", "time_24hr", "message_text"]
    assert row == ["01/04/2027", "10:00", f"Brew it slowly 🍵\n{LINK}"]


def test_highlevel_gets_the_link_once(tmp_path: Path) -> None:
    pictured = rows_of(written(tmp_path / "one", slot(media=(PICTURE,))), "highlevel")[1]
    assert (LINK in pictured[1], pictured[2]) == (True, "")
    bare = rows_of(written(tmp_path / "two", slot()), "highlevel")[1]
    assert bare[2] == LINK


def test_vista_social_has_board_and_title_for_pinterest(tmp_path: Path) -> None:
    header, row = rows_of(written(tmp_path, slot(network="pinterest", media=(PICTURE,))), "vista-social")
    assert header == ["message", "type", "link", "time", "title", "board"]
    assert row[4:] == ["How we blend oolong", ""]


def test_the_readme_begins_with_how_many_are_in_the_files(tmp_path: Path) -> None:
    plan = (slot(), slot("Brew", "instagram"), slot("Steep", "instagram"), slot("word " * 120, "bluesky"))
    told = readme(written(tmp_path, *plan, slot("Rest", "other")))
    first = (
        "1 of 5 are in the files of a named tool, 4 only in the file for any other tool: 2 need a picture, "
        "1 is too long, 1 is on a network"
    )
    assert told.startswith(f"Files for your next tool ======================== {first}")
    assert "any-tool/any-tool-account-time.csv 5 updates" in told
    assert "left out" not in readme(written(tmp_path, slot())).split("Import the files")[0]


def test_a_link_that_stood_in_a_card_is_put_below_the_text(tmp_path: Path) -> None:
    (row,) = rows_of(written(tmp_path, slot("Brew it", links=(LINK,))), "any-tool")[1:]
    assert row[3:5] == [f"Brew it\n\n{LINK}", LINK]


def test_an_update_that_never_had_a_link_gets_none(tmp_path: Path) -> None:
    (row,) = rows_of(written(tmp_path, slot("Brew it")), "any-tool")[1:]
    assert row[3:5] == ["Brew it", ""]


def test_texts_are_published_as_they_are_even_where_they_begin_like_a_formula(tmp_path: Path) -> None:
    files = written(tmp_path, slot("=1+1 is two\nsteeps"))
    for tool in TOOLS:
        assert any("=1+1 is two\nsteeps" in row for row in rows_of(files, tool))


# --- what is left out -------------------------------------------------------------------------------


def test_too_long_for_buffer_is_left_out_of_buffer_and_named(tmp_path: Path) -> None:
    files = written(tmp_path, slot("word " * 1_001, "facebook"))
    assert names(files, "buffer") == []
    assert names(files, "publer")
    assert "not for Buffer: it has 5,004 characters, and Buffer (Facebook) takes 5,000." in readme(files)


def test_buffer_counts_utf_16_and_links_as_the_network_does() -> None:
    assert buffer_length("𝐛🍵", "linkedin") == 4
    assert buffer_length("Tea https://tidewell.com/" + "a" * 50, "x") == 4 + 23
    assert buffer_length("Tea https://tidewell.com/" + "a" * 50, "linkedin") == 4 + 71


def test_too_long_for_the_network_is_only_in_the_file_for_people_to_map(tmp_path: Path) -> None:
    files = written(tmp_path, slot("word " * 120, "bluesky"))
    assert [name.split("/")[0] for name in files if "/" in name] == ["any-tool"]
    assert "it has 599 characters, and Bluesky takes 300" in readme(files)


def test_a_network_a_tool_does_not_offer_is_named(tmp_path: Path) -> None:
    files = written(tmp_path, slot(network="mastodon"))
    assert names(files, "metricool") == []
    assert "not for Metricool: Metricool does not take Mastodon in its file." in readme(files)


def test_instagram_without_a_picture_on_the_web_is_named(tmp_path: Path) -> None:
    files = written(tmp_path, slot(network="instagram", media=("IMG_1.jpg",)))
    assert names(files, "buffer") == []
    said = readme(files)
    assert "Instagram asks for a picture, and none of this update is on the web" in said
    assert "Pictures to add by hand" in said
    assert "IMG_1.jpg" in said


def test_instagram_without_any_picture_takes_the_posts_and_says_so(tmp_path: Path) -> None:
    files = written(tmp_path, slot("Brew it", "instagram", image=PICTURE))
    assert rows_of(files, "buffer")[1][1] == PICTURE
    assert "With the picture of the post" in readme(files)
    assert names(files, "hootsuite") == []
    assert "not for Hootsuite: Instagram asks for a picture, and the file for Hootsuite takes none" in readme(
        files
    )


def test_pictures_beyond_what_a_file_holds_are_named(tmp_path: Path) -> None:
    files = written(tmp_path, slot(media=(PICTURE, PICTURE + "?v=2")))
    assert "Buffer: 1 picture has no place in the file." in readme(files)
    assert "Hootsuite: 2 pictures have no place in the file." in readme(files)


def test_an_update_of_no_known_network_is_in_the_file_for_people_to_map(tmp_path: Path) -> None:
    files = written(tmp_path, slot(network="other"))
    assert [name.split("/")[0] for name in files if "/" in name] == ["any-tool"]
    assert "its network is not known" in readme(files)


def test_the_readme_names_drafts_and_no_folder_of_a_computer(tmp_path: Path) -> None:
    media = ("C:\\Users\\Zoe\\pics\\tea one.jpg", "file:///home/zoe/pics/two.jpg", "x/media/three.mp4")
    told = readme(written(tmp_path, slot(state="draft", media=media)))
    assert "These updates have not been published yet." in told
    assert all(name in told for name in ("tea one.jpg", "two.jpg", "three.mp4"))
    assert not any(folder in told for folder in ("Zoe", "zoe", "pics", "x/media"))
    assert "have not been published" not in readme(written(tmp_path, slot()))


def test_the_readme_says_which_posts_the_library_holds(tmp_path: Path) -> None:
    feed = replace(make_handover().feed, extent="newest_only", extent_reason="No older page.")
    told = readme(written(tmp_path, slot(), feed=feed))
    assert "older ones are not in it." in told
    assert "No older page" not in told


def test_without_a_plan_the_readme_says_so(tmp_path: Path) -> None:
    files = written(tmp_path)
    assert list(files) == ["README.txt", "content-library.csv"]
    assert "There is no plan" in readme(files)


@given(plan=st.lists(st.tuples(st.sampled_from(sorted(NETWORKS)), st.integers(1, 6_000)), max_size=12))
def test_each_planned_update_is_in_the_file_of_each_tool_or_named(
    tmp_path_factory: pytest.TempPathFactory, plan: list[tuple[str, int]]
) -> None:
    slots = [slot(f"Nr{n}: " + "w" * size, network, day=n) for n, (network, size) in enumerate(plan)]
    files = written(tmp_path_factory.mktemp("plan"), *slots)
    left_out = readme(files)
    for number in range(len(slots)):
        for tool in TOOLS:
            held = any(
                any(cell.startswith(f"Nr{number}: ") for cell in row)
                for name in names(files, tool)
                for row in rows(files[name])
            )
            assert held or f"Nr{number}: " in left_out


# --- read back --------------------------------------------------------------------------------------

READ = (
    slot("Brew it slowly 🍵\n\nThen rest.\n" + LINK, "linkedin", 0),
    slot(f"=1+1 “quoted” {LINK}", "linkedin", 14),
    slot(f"-5 % off nothing: {LINK}", "x", 16),
    slot("No link, only words", "x", 30),
    slot(f"Grüße; a, b | c {LINK}", "facebook", 31, media=(PICTURE,)),
)


@pytest.mark.parametrize("tool", sorted(TOOLS))
def test_our_own_readers_read_the_same_back(tmp_path: Path, tool: str) -> None:
    files = written(tmp_path, *READ, zone="Europe/Vienna")
    found = read_updates([str(files[name]) for name in names(files, tool)], timezone="Europe/Vienna")
    expected = {
        (s.network, " ".join(s.update.text.replace(LINK, "").split()), s.date, LINK in s.update.text)
        for s in READ
    }
    assert {
        (
            u.network,
            " ".join(u.text.replace(LINK, "").split()),
            u.posted_at and u.posted_at.date(),
            LINK in u.links,
        )
        for u in found.items
    } == expected
    assert found.skipped == ()
    assert len(found.items) == len(READ)


# --- the library for people -------------------------------------------------------------------------


def library(folder: Path, handover: Handover) -> list[dict[str, str]]:
    write(Job(handover=handover, folder=folder, slug="tidewell"))
    path, separator = folder / "next-tool" / "content-library.csv", words(handover.language).list_separator
    header, *body = rows(path, separator)
    return [dict(zip(header, row, strict=True)) for row in body]


def test_the_library_holds_every_post_and_every_update(tmp_path: Path) -> None:
    handover = make_handover()
    found = library(tmp_path, handover)
    assert {row["Post"] for row in found} - {""} == {post.title for post in handover.posts}
    texts = [pair.update.text for pair in handover.pairs] + [alone.update.text for alone in handover.unpaired]
    assert sorted(row["Text"] for row in found if row["Text"]) == sorted(texts)


@pytest.mark.parametrize("language", ["en", "de-CH", "fr", "es-MX", "it", "pt-BR"])
def test_the_library_is_parted_as_its_readers_excel_wants_and_read_back_by_us(
    language: str, tmp_path: Path
) -> None:
    handover = make_handover(language=language)
    write(Job(handover=handover, folder=tmp_path, slug="tidewell"))
    path = tmp_path / "next-tool" / "content-library.csv"
    separator = words(language).list_separator
    header = path.read_text("utf-8-sig").splitlines()[0]
    assert header.count(f'"{separator}"') == 10
    texts = {p.update.text for p in handover.pairs} | {u.update.text for u in handover.unpaired}
    read = read_updates(path)
    assert [source.format for source in read.sources] == ["content library as CSV"]
    assert {u.text.strip() for u in read.items} == {text.strip() for text in texts}
    told = {u.text.strip(): u for u in read.items}
    for pair in handover.pairs:
        back = told[pair.update.text.strip()]
        assert (back.network, back.state) == (pair.update.network, pair.update.state)
        assert back.post in {p.post.permalink or p.post.title for p in handover.pairs}


def test_the_times_of_the_library_are_in_the_zone_its_header_names_and_come_back(tmp_path: Path) -> None:
    made = make_handover()
    client = replace(made.details.client, timezone="America/Denver")
    handover = replace(made, details=replace(made.details, client=client))
    posted = {
        alone.update.text.strip(): alone.update.posted_at
        for alone in (*handover.pairs, *handover.unpaired)
        if alone.update.posted_at
    }
    day = dt.datetime(2026, 3, 25, tzinfo=dt.UTC)  # no more of it is known
    first = replace(handover.pairs[0], update=replace(handover.pairs[0].update, posted_at=day))
    posted[first.update.text.strip()] = day
    handover = replace(handover, pairing=replace(handover.pairing, pairs=(first, *handover.pairs[1:])))
    found = library(tmp_path, handover)
    assert {row["Posted (UTC)"] for row in found if row["Text"] == first.update.text} == {"2026-03-25"}
    read = read_updates(tmp_path / "next-tool" / "content-library.csv", timezone="America/Denver")
    for update in read.items:
        if update.text.strip() in posted:
            assert update.posted_at == posted[update.text.strip()].replace(second=0, microsecond=0)


def test_the_library_says_what_lasts_and_when_it_is_planned(tmp_path: Path) -> None:
    handover = make_handover()
    row = next(row for row in library(tmp_path, handover) if row["Text"] == handover.plan[0].update.text)
    assert row["Lasting"] == "lasting"
    assert row["State"] == "published"
    assert row["Planned"] == handover.plan[0].date.isoformat()


def test_the_library_has_no_reasons_and_neither_replies_nor_reposts(tmp_path: Path) -> None:
    handover = make_handover(posts=2, short=False)
    first, *rest = handover.pairs
    reply = replace(first, update=replace(first.update, kind="reply"))
    alone = Unpaired(update=Update(text="Seen elsewhere.", kind="repost"), reason="It links to no post.")
    pairing = replace(handover.pairing, pairs=(reply, *rest), unpaired=(alone,))
    found = library(tmp_path, replace(handover, pairing=pairing))
    assert sorted(row["Text"] for row in found) == sorted(pair.update.text for pair in rest)
    assert not {"Why", "Reason", "Kind", "Found in"} & set(found[0])


def test_its_words_are_the_clients(tmp_path: Path) -> None:
    handover = make_handover(posts=1, per_post=1, language="de")
    (row,) = (row for row in library(tmp_path, handover) if row["Artikel"])
    assert (row["Stand"], row["Zeitlos"]) == ("veröffentlicht", "zeitlos")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_in_the_library_nothing_is_a_formula(tmp_path: Path, start: str) -> None:
    hostile = start + "HYPERLINK(A1)"
    post = Post(id="p", title=f"{start}title", permalink="javascript:alert(1)")
    update = Update(text=hostile, network="x", permalink="https://x.com/b/1", account=hostile)
    handover = replace(
        make_handover(plan=()),
        pairing=Pairing(
            posts=(post,),
            pairs=(Pair(post=post, update=update, evidence=Evidence.LINK, score=1.0, reason="Link."),),
            unpaired=(Unpaired(update=replace(update, id="alone"), reason="No link."),),
        ),
    )
    for row in library(tmp_path, handover):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
        assert row["Link"] == ""


@given(st.text(max_size=30))
def test_guarded_adds_an_apostrophe_or_nothing(text: str) -> None:
    assert guarded(text) in (text, f"'{text}")
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_same_handover_gives_the_same_bytes(tmp_path: Path) -> None:
    handover = make_handover(rich=True)
    one = {p.name: p.read_bytes() for p in write(Job(handover=handover, folder=tmp_path / "a", slug="t"))}
    two = {p.name: p.read_bytes() for p in write(Job(handover=handover, folder=tmp_path / "b", slug="t"))}
    assert one == two


def test_a_network_of_videos_takes_no_text_alone(tmp_path: Path) -> None:
    files = written(tmp_path, slot(network="youtube"), slot(network="linkedin"))
    assert "YouTube asks for a video, and the file for Buffer holds none" in readme(files)
    assert names(files, "buffer") == ["buffer/buffer-linkedin-account-time.csv"]


def test_a_tool_that_lists_its_networks_does_not_take_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(NETWORKS, "pixelfed", Network(key="pixelfed", label="Pixelfed"))
    files = written(tmp_path, slot(network="pixelfed"))
    assert "Buffer does not take Pixelfed in its file" in readme(files)
    assert names(files, "buffer") == []
    assert names(files, "publer") == ["publer/publer-pixelfed-account-time.csv"]


def test_more_hashtags_than_instagram_takes_are_said_and_stay(tmp_path: Path) -> None:
    text = "Steeped slowly " + "#tea " * 21
    files = written(tmp_path, slot(text, "instagram", media=(PICTURE,)))
    assert "21 hashtags; Instagram takes 5 since December 19, 2025." in readme(files)
    assert rows_of(files, "publer")[1][1] == text.strip()


def test_what_its_network_refuses_is_left_out_and_named(tmp_path: Path) -> None:
    many = " ".join(f"https://tidewell.example.com/{n}" for n in range(6))
    files = written(tmp_path, slot("#tea " * 31, "instagram", media=(PICTURE,)), slot(many, "threads"))
    assert "it has 31 hashtags, and Instagram takes 5" in readme(files)
    assert "it has 6 links, and Threads takes 5" in readme(files)
    assert names(files, "publer") == []


def test_no_name_of_a_tool_holds_the_comma_that_parts_two(tmp_path: Path) -> None:
    for language in languages():
        names = [words(language)(tool.name) for tool in TOOLS.values()]
        assert not [name for name in names if "," in name or "、" in name]
