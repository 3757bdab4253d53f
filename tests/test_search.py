"""Updates are found wherever they lie: folders, zips, zips within zips, several files at once."""

import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from handover.errors import ParseError, SourceError, UnknownFormatError
from handover.model import Update, Updates
from handover.read import read_updates, search
from handover.read.source import Source

DATA = Path(__file__).parent / "data" / "updates"
DOWNLOADS = ["x-archive", "x-tweet-js", "x-until-2018", "facebook-page", "instagram-2025", "mastodon"]


def zipped(folder: Path, to: Path) -> Path:
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, file.relative_to(folder))
    return to


def tarred(folder: Path, to: Path) -> Path:
    with tarfile.open(to, "w:gz" if to.name.endswith("gz") else "w") as archive:
        archive.add(folder, ".")
    return to


def twice(folder: Path, to: Path) -> Path:
    inner = zipped(folder, to.with_name("inner.zip"))
    with zipfile.ZipFile(to, "w") as archive:
        archive.write(inner, "from the network/inner.zip")
    return to


def words(updates: Updates) -> list[tuple[str, str, str, object]]:
    return sorted((u.network, u.kind, u.text, u.posted_at) for u in updates.items)  # type: ignore[type-var]


@pytest.mark.parametrize("case", DOWNLOADS)
@pytest.mark.parametrize(
    ("pack", "name"), [(zipped, "a.zip"), (tarred, "a.tar"), (tarred, "a.tar.gz"), (twice, "b.zip")]
)
def test_a_download_reads_the_same_packed_or_not(
    case: str, pack: Callable[[Path, Path], Path], name: str, tmp_path: Path
) -> None:
    packed = read_updates(pack(DATA / case, tmp_path / name))
    plain = read_updates(DATA / case)
    assert words(packed) == words(plain)
    assert [s.reason for s in packed.skipped] == [s.reason for s in plain.skipped]


def test_a_folder_of_everything_is_read_whole(tmp_path: Path) -> None:
    zipped(DATA / "x-archive", tmp_path / "twitter-2024.zip")
    zipped(DATA / "instagram-2025", tmp_path / "instagram.zip")
    (tmp_path / "plan.csv").write_text(
        "Date,Platform,Caption\n2024-09-03 10:00,LinkedIn,Rye for the office\n"
    )
    (tmp_path / "logo.png").write_bytes(b"\x89PNG")
    updates = read_updates(tmp_path)
    assert {u.network for u in updates.items} == {"x", "instagram", "threads", "linkedin"}
    assert not [s for s in updates.skipped if "logo.png" in s.location]


def test_several_paths_are_read_together(tmp_path: Path) -> None:
    updates = read_updates([DATA / "mastodon-statuses.json", DATA / "tiktok.json", DATA / "facebook-page"])
    assert {u.network for u in updates.items} == {"mastodon", "tiktok", "facebook"}
    assert [source.format for source in updates.sources] == ["Mastodon", "TikTok", "Facebook"] or len(
        updates.sources
    ) == 3


def test_the_scripts_of_an_archive_may_be_given_one_by_one() -> None:
    data = DATA / "x-archive" / "data"
    updates = read_updates(
        [data / name for name in ("tweets.js", "account.js", "note-tweet.js", "tweets-part1.js")]
    )
    assert all(u.account == "lumenbakery" for u in updates.items)
    assert any("ten-flours" in u.text for u in updates.items)


def test_two_archives_of_one_name_are_two_accounts(tmp_path: Path) -> None:
    for number, account in enumerate(("one", "two")):
        folder = tmp_path / account
        folder.mkdir()
        (folder / "account.js").write_text(
            f'window.YTD.account.part0 = [{{"account": {{"username": "{account}", "accountId": "1"}}}}]'
        )
        tweet = {
            "id_str": str(1896851868873654273 + number),
            "full_text": account,
            "created_at": "Tue Mar 04 09:15:02 +0000 2025",
        }
        (folder / "tweets.js").write_text("window.YTD.tweets.part0 = " + json.dumps([{"tweet": tweet}]))
    given = [tmp_path / a / name for a in ("one", "two") for name in ("tweets.js", "account.js")]
    assert {u.account for u in read_updates(given).items} == {"one", "two"}


def test_what_nobody_can_read_is_named_with_a_reason(tmp_path: Path) -> None:
    zipped(DATA / "x-archive", tmp_path / "x.zip")
    (tmp_path / "brief.docx").write_bytes(b"PK\x03\x04 not really")
    (tmp_path / "facts.json").write_text('{"a": 1}')
    (tmp_path / "page.html").write_text("<html></html>")
    (tmp_path / "empty.csv").write_text("")
    (tmp_path / "notes.md").write_text("# Notes")
    reasons = {Path(s.location).name.split(" › ")[-1]: s.reason for s in read_updates(tmp_path).skipped}
    for name in ("brief.docx", "facts.json", "page.html", "empty.csv", "notes.md"):
        assert reasons[name], name
        assert str(tmp_path) not in reasons[name]


def test_a_file_that_was_named_and_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_text('{"a": 1}')
    with pytest.raises(UnknownFormatError, match=r"facts\.json is JSON, but of no network"):
        read_updates(path)
    with pytest.raises(UnknownFormatError, match=r"facts\.json is JSON, but of no network"):
        read_updates([path, path])
    read = read_updates([DATA / "tiktok.json", path])
    assert read.items
    assert str(path) in [skipped.location for skipped in read.skipped]


def test_a_folder_without_anything_to_read_says_what_is_wrong_with_each_file(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("{}")
    for name in "bcdef":
        (tmp_path / f"{name}.pdf").write_bytes(b"%PDF")
    with pytest.raises(UnknownFormatError, match="Nothing in") as caught:
        read_updates(tmp_path)
    first, second = caught.value.hint.splitlines()
    assert first.startswith("a.json: This file is JSON")
    assert second.startswith("b.pdf, c.pdf, d.pdf, e.pdf and f.pdf: This file is a PDF.")


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError, match="no updates in"):
        read_updates(tmp_path)


def test_a_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no file or folder"):
        read_updates(tmp_path / "gone.csv")


def test_a_damaged_zip_is_an_error_when_named_and_a_line_when_found(tmp_path: Path) -> None:
    whole = zipped(DATA / "mastodon", tmp_path / "whole.zip").read_bytes()
    broken = tmp_path / "broken.zip"
    broken.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ParseError, match="damaged"):
        read_updates(broken)
    assert any("damaged" in s.reason for s in read_updates(tmp_path).skipped)


def test_a_zip_with_a_password_says_so(tmp_path: Path) -> None:
    path = zipped(DATA / "mastodon", tmp_path / "locked.zip")
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        for info in archive.infolist():
            data[info.header_offset + 6] |= 1  # the flag of encryption, in both places it stands
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    path.write_bytes(bytes(data))
    with pytest.raises(SourceError) as caught:
        read_updates(path)
    assert "password" in str(caught.value) + caught.value.hint


def test_names_that_climb_are_only_names(tmp_path: Path) -> None:
    path = tmp_path / "climb.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../outbox.json", (DATA / "mastodon" / "outbox.json").read_bytes())
        archive.writestr("/etc/plan.csv", "Date,Platform,Text\n2024-09-03,X,Hello from the plan\n")
    updates = read_updates(path)
    assert {u.network for u in updates.items} == {"mastodon", "x"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["climb.zip"]


def test_the_files_of_an_earlier_run_are_no_source(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text("Date,Platform,Text\n2024-09-03 10:00,X,Written by hand\n")
    (tmp_path / "next-tool").mkdir()
    made = tmp_path / "next-tool" / "buffer.csv"
    made.write_text("Text,Image URL,Tags,Posting Time\nMade by us,,,2026-12-01 10:00\n")
    (tmp_path / ".handover.json").write_text(json.dumps({"files": {"next-tool/buffer.csv": {"sha256": "0"}}}))
    assert [u.text for u in read_updates(tmp_path).items] == ["Written by hand"]


def test_a_mistake_in_one_reader_costs_one_file_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Updates:
        raise RuntimeError("a bug")

    monkeypatch.setattr("handover.read.updates.tiktok.parse", fail)
    (tmp_path / "tiktok.json").write_bytes((DATA / "tiktok.json").read_bytes())
    (tmp_path / "statuses.json").write_bytes((DATA / "mastodon-statuses.json").read_bytes())
    updates = read_updates(tmp_path)
    assert updates.items
    assert "mistake in the program" in updates.skipped[-1].reason or any(
        "mistake" in s.reason for s in updates.skipped
    )


def test_progress_is_told_for_each_file() -> None:
    told: list[tuple[str, int, int | None]] = []
    read_updates([DATA / "tiktok.json", DATA / "mastodon"], progress=lambda *step: told.append(step))
    assert [done for _, done, _ in told] == [1, 2]


def test_updates_pass_through_and_rows_are_read() -> None:
    row = Update(text="As given", network="x")
    assert read_updates(Updates(items=(row,))).items == (row,)
    assert [u.text for u in read_updates([{"text": "One", "network": "x"}]).items] == ["One"]


def test_an_edited_workbook_that_was_put_by_is_no_source(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text("Date,Platform,Text\n2024-09-03 10:00,X,Written by hand\n")
    ours = tmp_path / "acme-content-library (edited 2026-11-29 2).xlsx"
    ours.write_bytes((DATA / "content-library.xlsx").read_bytes())
    assert [u.text for u in read_updates(tmp_path).items] == ["Written by hand"]
    assert read_updates(tmp_path).skipped == ()
    assert len(read_updates(ours).items) == 6  # but who names it wants it read


def test_a_sheet_of_hers_with_such_a_name_is_a_source(tmp_path: Path) -> None:
    (tmp_path / "plan (edited 2026-11-29).csv").write_text("Date,Platform,Text\n2024-09-03,X,By hand\n")
    book = Workbook()
    for row in (["Date", "Platform", "Text"], ["2024-09-04", "X", "By hand, too"]):
        book.active.append(row)
    book.save(tmp_path / "plan (edited 2026-11-29).xlsx")
    assert [u.text for u in read_updates(tmp_path).items] == ["By hand", "By hand, too"]


@pytest.mark.parametrize("inside", ["", "clients/acme/"])
def test_what_an_earlier_run_wrote_for_the_manager_is_passed_over(tmp_path: Path, inside: str) -> None:
    out = tmp_path / inside
    (out / "for-you" / "letters").mkdir(parents=True)
    files = ("acme-handover.docx", "for-you/letters/notice.txt", "for-you/acme-my-steps.ics")
    for name in files:
        (out / name).write_text("Caption;Date\nno update;2024-09-03\n")
    (out / "for-you" / "acme-working-copy.xlsx").write_bytes((DATA / "content-library.xlsx").read_bytes())
    names = {name: {"sha256": "0"} for name in (*files, "for-you/acme-working-copy.xlsx")}
    (out / ".handover.json").write_text(json.dumps({"files": names}))
    for folder in (tmp_path, out, out / "for-you"):
        found = read_updates(folder)
        assert len(found.items) == 6 and found.skipped == ()
        assert [source.format for source in found.sources] == ["content library"]


def test_signs_that_could_not_be_read_are_said(tmp_path: Path) -> None:
    tweet = {
        "id_str": "2008119552018337792",
        "created_at": "Mon Jan 05 10:00:00 +0000 2026",
        "full_text": "Caf\xe9",
    }
    text = f"window.YTD.tweets.part0 = {json.dumps([{'tweet': tweet}], ensure_ascii=False)}"
    (tmp_path / "tweets.js").write_bytes(text.encode("latin-1"))
    assert "1 text holds a sign that could not be read (\ufffd)." in [
        n.text for n in read_updates(tmp_path).notices
    ]
    (tmp_path / "tweets.js").write_text(text, encoding="utf-8")
    assert read_updates(tmp_path).notices == ()


def test_of_very_many_files_that_nobody_can_read_no_more_are_opened_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "ENOUGH_UNREAD", 5)
    files = {f"notes/{number:02}.txt": "hello" for number in range(20)}
    files |= {f"sheets/{number:02}.csv": "a,b\n1,2\n" for number in range(3)}
    for number in range(9):
        files[f"z/{number:02}.csv"] = f"Text,Network,Date\nBread {number},x,2026-01-02\n"
    with zipfile.ZipFile(tmp_path / "u.zip", "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    opened: list[str] = []
    real = search.Search._file

    def counted(self: search.Search, file: Source, **options: bool) -> Updates:
        opened.append(file.name)
        return real(self, file, **options)

    monkeypatch.setattr(search.Search, "_file", counted)
    read = read_updates(tmp_path / "u.zip", timezone="UTC")
    assert len(read.items) == 9  # an ending of which some were not read is gone on with
    assert sum(name.endswith(".txt") for name in opened) == 5
    (told,) = [skipped for skipped in read.skipped if "not opened" in skipped.reason]
    assert "15 files that end in .txt" in told.reason and told.location.endswith("05.txt")
