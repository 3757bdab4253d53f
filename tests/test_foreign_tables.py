"""Tables that hold no updates stay out, counted by kind and without a word of theirs; plans are read."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from handover.errors import HandoverError, UnknownFormatError
from handover.model import Updates
from handover.read import read_updates
from handover.read.updates.tables.foreign.kinds import LIKENESSES, NEVER_READ
from handover.read.updates.tables.foreign.kinds import LOGS as KINDS_OF_LOGS
from handover.read.updates.tables.foreign.known import KNOWN
from handover.read.updates.tables.foreign.log_signs import LOG_SIGNS, OF_PLANS
from handover.read.updates.tables.foreign.signs import SIGNS
from handover.read.updates.tables.foreign.trade import COPY, NOT_HERS, SENT, TRADE, WEAK
from handover.read.updates.tables.header.user_map import spelled
from handover.read.updates.tables.rows.cell_words import listed
from tests.extent import EVERYTHING
from tests.strangers import PLAN, SECRET, Rows, as_text, as_workbook, rows_of, tables

PRIVATE, NO_UPDATES, KEPT, BARE, LOGS = (
    tables(name) for name in ("private", "no-updates", "kept", "bare", "logs")
)
PLANNED = {text for _, _, text in PLAN[1:]}


def found(folder: Path, name: str, table: str) -> Updates:
    """What is read of a folder that holds a plan and this table."""
    (folder / "plan 0.csv").write_text(as_text(PLAN), "utf-8")
    (folder / name).write_text(table, "utf-8")
    return read_updates(folder, timezone="UTC")


def reason(updates: Updates, name: str) -> str:
    (told,) = [s.reason for s in updates.skipped if s.location.endswith(name)]
    return told


# --- tables of strangers ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", PRIVATE)
def test_a_private_table_is_never_read_whoever_names_it(name: str, tmp_path: Path) -> None:
    table, _ = PRIVATE[name]
    updates = found(tmp_path, name, table)
    assert {update.text for update in updates.items} == PLANNED
    assert SECRET not in repr((updates.items, updates.skipped, updates.notices)).lower()
    assert reason(updates, name)
    with pytest.raises(HandoverError) as caught:
        read_updates(tmp_path / name, timezone="UTC")
    error = caught.value
    assert SECRET not in f"{error} {error.hint} {getattr(error, 'headers', ())}".lower()


@pytest.mark.parametrize("name", LOGS)
def test_a_private_log_is_refused_with_what_to_do_if_it_is_none(name: str, tmp_path: Path) -> None:
    table, _ = LOGS[name]
    updates = found(tmp_path, name, table)
    assert {update.text for update in updates.items} == PLANNED
    assert SECRET not in repr((updates.items, updates.skipped, updates.notices)).lower()
    with pytest.raises(HandoverError) as caught:
        read_updates(tmp_path / name, timezone="UTC")
    error = caught.value
    assert SECRET not in f"{error} {error.hint} {getattr(error, 'headers', ())}".lower()
    ways = ("--map text=", "Give it a first row that names its columns", "put them into a table with columns")
    assert any(way in error.hint for way in ways)


def test_a_log_is_read_where_the_user_says_which_column_is_the_text(tmp_path: Path) -> None:
    table, _ = LOGS["time sheet.csv"]
    path = _written(tmp_path / "one", "t.csv", table)
    assert len(read_updates(path, map={"text": "Post"}, timezone="UTC").items) == 2


@pytest.mark.parametrize("name", NO_UPDATES)
def test_a_table_of_another_trade_is_not_read_where_it_is_only_found(name: str, tmp_path: Path) -> None:
    table, _ = NO_UPDATES[name]
    updates = found(tmp_path, name, table)
    assert {update.text for update in updates.items} == PLANNED
    assert SECRET not in repr((updates.items, updates.skipped, updates.notices)).lower()
    assert reason(updates, name)


@pytest.mark.parametrize("name", KEPT)
def test_a_plan_is_read_found_or_named_though_its_word_for_the_text_is_weak(
    name: str, tmp_path: Path
) -> None:
    table, count = KEPT[name]
    assert len(found(tmp_path, name, table).items) == count + len(PLANNED)
    assert len(read_updates(tmp_path / name, timezone="UTC").items) == count


@pytest.mark.parametrize("name", BARE)
def test_a_plan_without_a_sign_is_read_where_it_is_named_and_said_where_it_is_found(
    name: str, tmp_path: Path
) -> None:
    table, count = BARE[name]
    assert len(read_updates(_written(tmp_path / "one", name, table), timezone="UTC").items) == count
    (tmp_path / "two").mkdir()
    updates = found(tmp_path / "two", name, table)
    assert {update.text for update in updates.items} == PLANNED
    told = reason(updates, name)
    assert told.startswith("This file holds 2 rows under '")
    assert "name the file itself" in told and "--map text=" in told


def _written(folder: Path, name: str, table: str) -> Path:
    folder.mkdir()
    path = folder / name
    path.write_text(table, "utf-8")
    return path


# --- the same tables in other places and shapes -----------------------------------------------------

TABLES = {name: rows_of(table) for name, (table, _) in PRIVATE.items() if name.endswith(".csv")}
HEADED = {name: rows for name, rows in TABLES.items() if "header" not in name}
GAP: Rows = ((),)
SHAPES: dict[str, Callable[[Rows], dict[str, str | bytes]]] = {
    "with tabs": lambda rows: {"t.tsv": as_text(rows, "\t")},
    "a sheet beside the plan": lambda rows: {"t.xlsx": as_workbook({"Plan": PLAN, "Other": rows})},
    "below the plan": lambda rows: {"t.csv": as_text((*PLAN, *GAP, *rows))},
    "below the plan in a workbook": lambda rows: {"t.xlsx": as_workbook({"S": (*PLAN, *GAP, *rows)})},
    "above the plan in a workbook": lambda rows: {"t.xlsx": as_workbook({"S": (*rows, *GAP, *PLAN)})},
    "without its header": lambda rows: {"t.csv": as_text(rows[1:]), "plan.csv": as_text(PLAN)},
}


# Each shape and each table are met either way; all of both where everything is asked for.
SOME = [
    (name, shape)
    for n, name in enumerate(HEADED)
    for m, shape in enumerate(SHAPES)
    if EVERYTHING or (n + m) % 4 == 0
]


@pytest.mark.parametrize(("name", "shape"), SOME)
def test_a_private_table_stays_out_in_whatever_shape_and_place(name: str, shape: str, tmp_path: Path) -> None:
    for file, data in SHAPES[shape](HEADED[name]).items():
        (tmp_path / file).write_bytes(data.encode() if isinstance(data, str) else data)
    for given in (tmp_path, *tmp_path.iterdir()):
        try:
            told = repr(read_updates(given, timezone="UTC"))
        except HandoverError as error:
            told = f"{error} {error.hint} {getattr(error, 'headers', ())}"
        assert SECRET not in told.lower()


def test_a_sheet_of_people_beside_a_plan_is_counted_at_its_place(tmp_path: Path) -> None:
    people = [("Name", "E-mail", "Phone"), *((f"P{n}", f"p{n}@a.example", f"+4940{n}000") for n in range(3))]
    path = tmp_path / "work.xlsx"
    path.write_bytes(as_workbook({"Plan": PLAN, "People": people}))
    updates = read_updates(path, timezone="UTC")
    assert {update.text for update in updates.items} == PLANNED
    (left,) = updates.skipped
    assert (left.location, left.line) == (f"{path} › People", 2)
    assert left.reason.startswith("3 rows that look like a list of people: left out.")


# --- known downloads --------------------------------------------------------------------------------

LINKEDIN = {
    "Shares.csv": (
        "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n2026-03-06 09:00:00,"
        "https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7435000000002080491,"
        "Rye for the office,,,MEMBER_NETWORK\n"
    ),
    "messages.csv": (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
        f"2-A==,,Ana {SECRET},https://a.example,Jo,2026-03-04 10:11:12 UTC,,We part in May {SECRET},INBOX\n"
    ),
    "Comments_77.csv": (
        "Date,Link,Message\n2026-03-05 08:15:21,https://www.linkedin.com/feed/update/"
        f"urn%3Ali%3Aactivity%3A7348931489261527529,Thanks {SECRET}!\n"
    ),
    "Positions.csv": f"Company Name,Title,Description,Started On\nB,Baker,Of {SECRET},Jan 2020\n",
    "Invitations.csv": (
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
        f"Ana,Jo,\"3/5/26, 1:45 AM\",Hello {SECRET},INCOMING,https://a.example,https://b.example\n"
    ),
    "Recommendations_Received.csv": (
        f"First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nA,{SECRET},C,J,Fine,05/03/26,V\n"
    ),
    "Connections.csv": (
        "Notes:\n\"When exporting your connection data, you may notice gaps.\"\n\n"
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        f"Ana,{SECRET},https://a.example,ana@{SECRET}.example,C,P,05 Mar 2026\n"
    ),
    "Reactions.csv": (
        "Date,Type,Link\n2026-03-05 08:15:21,LIKE,https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A7\n"
    ),
    "Learning.csv": (
        "Content Title,Content Description,Content Type,Content Last Watched Date (if viewed),Content Saved\n"
        f"Talk,About {SECRET},Course,2026-01-01,false\n"
    ),
}  # fmt: skip
SAID = {
    "messages.csv": "1 direct message",
    "Comments_77.csv": "1 comment under other people's posts",
    "Positions.csv": "1 position",
    "Invitations.csv": "1 invitation",
    "Recommendations_Received.csv": "1 recommendation",
    "Connections.csv": "1 person",
    "Reactions.csv": "1 reaction",
    "Learning.csv": "1 school or course",
}


def test_of_a_linkedin_download_only_the_shares_are_read_and_the_rest_is_counted(tmp_path: Path) -> None:
    for name, table in LINKEDIN.items():
        (tmp_path / name).write_text(table, "utf-8")
    updates = read_updates(tmp_path, timezone="UTC")
    assert [update.text for update in updates.items] == ["Rye for the office"]
    told = {s.location.rpartition(" › ")[2]: s.reason for s in updates.skipped}
    assert told == {name: f"This file holds {said}: left out." for name, said in SAID.items()}


@pytest.mark.parametrize("name", SAID)
def test_another_table_of_a_linkedin_download_is_refused_by_what_it_holds(name: str, tmp_path: Path) -> None:
    path = tmp_path / "renamed.csv"
    path.write_text(LINKEDIN[name], "utf-8")
    with pytest.raises(UnknownFormatError, match=SAID[name]) as caught:
        read_updates(path)
    assert SECRET not in f"{caught.value} {caught.value.hint}"


def test_a_sheet_of_dates_links_and_messages_of_ones_own_is_no_list_of_comments(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("Date,Link,Message\n2026-03-05,https://blog.example/rye,Rye for the office\n")
    assert [update.text for update in read_updates(path, timezone="UTC").items] == ["Rye for the office"]


@pytest.mark.parametrize("seen", ["Public", "Anyone", "MEMBER_NETWORK", "Member Network", "public", ""])
def test_what_all_could_see_is_read_however_it_is_spelled(seen: str, tmp_path: Path) -> None:
    path = tmp_path / "Shares.csv"
    path.write_text(LINKEDIN["Shares.csv"].replace("MEMBER_NETWORK", seen))
    assert len(read_updates(path).items) == 1


@pytest.mark.parametrize("seen", ["CONNECTIONS", "Connections only", "SELF", "Group members"])
def test_what_some_could_see_stays_out(seen: str, tmp_path: Path) -> None:
    path = tmp_path / "Shares.csv"
    path.write_text(LINKEDIN["Shares.csv"].replace("MEMBER_NETWORK", seen))
    assert read_updates(path).items == ()


# --- single rules -----------------------------------------------------------------------------------


def table_of(*rows: str) -> str:
    return "".join(f"{row}\n" for row in rows)


def test_a_column_that_was_mapped_needs_no_second_proof(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(table_of("Date,Message", "2026-03-02,Our spring menu is here"))
    assert len(read_updates(tmp_path, map={"text": "Message"}, timezone="UTC").items) == 1


def test_a_private_table_is_not_read_though_its_column_was_mapped(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(table_of("Date,Sender,Message", f"2026-03-02,Ana,Farewell {SECRET}"))
    with pytest.raises(UnknownFormatError, match="private messages") as caught:
        read_updates(path, map={"text": "Message"}, timezone="UTC")
    assert SECRET not in f"{caught.value} {caught.value.hint}"


def test_handles_under_a_networks_name_are_no_words(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        table_of(
            "Date,Caption,Instagram,Link",
            "2026-03-02,Our spring menu is here,@tern,https://blog.example/a",
            "2026-03-03,Meet the new barista,@ana,https://blog.example/b",
        )
    )
    assert [u.text for u in read_updates(path, timezone="UTC").items] == [
        "Our spring menu is here",
        "Meet the new barista",
    ]


def test_names_of_accounts_and_counts_under_networks_are_no_words(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(as_text(PLAN))
    people = [f"{SECRET}{n},{SECRET}.{n},{1000 * n},https://a.example/{n},open" for n in range(1, 6)]
    (tmp_path / "t.csv").write_text(table_of("Instagram,TikTok,YouTube,Link,Status", *people))
    updates = read_updates(tmp_path, timezone="UTC")
    assert {update.text for update in updates.items} == PLANNED
    assert "5 rows that look like a list of people" in reason(updates, "t.csv")
    assert SECRET not in repr(updates)


def test_ones_own_accounts_beside_the_words_are_no_people(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        table_of(
            "Date,Platform,Handle,Text",
            "2026-03-02,Instagram,@tern,Our spring menu is here",
            "2026-03-03,X,@ternandtide,Meet the new barista",
        )
    )
    assert len(read_updates(path, timezone="UTC").items) == 2


def test_a_tab_without_a_sign_is_read_beside_one_that_has_it_under_the_same_header(tmp_path: Path) -> None:
    header = ("Date", "Text")
    book = {
        "March": (header, ("2026-03-02", "Our menu is here")),
        "April": (header, ("2026-04-02", "Meet the new barista #team")),
        "Ideas": (("Title", "Text"), ("Rye", f"About {SECRET}")),
    }
    (tmp_path / "t.xlsx").write_bytes(as_workbook(book))
    updates = read_updates(tmp_path, timezone="UTC")
    assert {update.text for update in updates.items} == {"Our menu is here", "Meet the new barista #team"}
    assert SECRET not in repr(updates)


def test_a_direct_message_among_the_rows_of_a_report_stays_out(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        table_of(
            "Date,Network,Type,Caption",
            "2026-03-02,Instagram,Post,Our spring menu is here",
            f"2026-03-02,Instagram,DM,Between us {SECRET}",
            f"2026-03-03,Instagram,Direct Message,More of {SECRET}",
        )
    )
    updates = read_updates(path, timezone="UTC")
    assert [update.text for update in updates.items] == ["Our spring menu is here"]
    assert [s.reason for s in updates.skipped] == ["It is a direct message: left out (rows 3 to 4)."]


def test_a_number_or_address_where_the_words_should_be_is_no_update(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        table_of(
            "Date,Network,Caption",
            "2026-03-02,Instagram,Our spring menu is here",
            f"2026-03-02,Instagram,ana@{SECRET}.example",
            "2026-03-02,Instagram,+44 20 7946 0001",
        )
    )
    updates = read_updates(path, timezone="UTC")
    assert [update.text for update in updates.items] == ["Our spring menu is here"]
    assert SECRET not in repr(updates.skipped)


def test_a_month_grid_of_appointments_is_not_read_where_it_is_found(tmp_path: Path) -> None:
    days = "Mon,Tue,Wed,Thu,Fri,Sat,Sun"
    note = f"A long talk with the {SECRET} about who is to leave in May and who may stay"
    (tmp_path / "calendar.csv").write_text(table_of("March 2026,,,,,,", days, f"2 {note},3,4,5,6,7,8"))
    (tmp_path / "plan.csv").write_text(as_text(PLAN))
    updates = read_updates(tmp_path, timezone="UTC")
    assert {update.text for update in updates.items} == PLANNED
    assert "calendar of appointments" in reason(updates, "calendar.csv")
    assert SECRET not in repr(updates)


def test_a_second_table_that_is_none_of_updates_is_named_as_not_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(as_text(PLAN) + table_of("", "", "Month,,impressions", "March,,51040", "April,,14044"))
    updates = read_updates(path, timezone="UTC")
    assert {update.text for update in updates.items} == PLANNED
    (left,) = updates.skipped
    assert left.line == 7
    assert left.reason.startswith("2 rows that look like another table: left out.")


def test_a_gap_and_a_heading_do_not_end_a_table(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    more = table_of("", "Phase two,", "", "2026-03-09,Facebook,Open again", "TBC,X,To be dated")
    path.write_text(as_text(PLAN) + more)
    texts = {update.text for update in read_updates(path, timezone="UTC").items}
    assert texts == {*PLANNED, "Open again", "To be dated"}


def test_no_cell_of_a_sheet_without_header_is_listed_as_a_column(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_text(as_text(PLAN))
    (tmp_path / "people.csv").write_text(
        table_of(f"Ana {SECRET},Harbour Times,Editor", f"Ben {SECRET},Coast Weekly,Reporter")
    )
    updates = read_updates(tmp_path, timezone="UTC")
    assert reason(updates, "people.csv")
    assert SECRET not in repr(updates) and "Harbour" not in repr(updates)


# --- the tables of words ----------------------------------------------------------------------------

TOLD = {**SIGNS, **LOG_SIGNS}
ALL_SIGNS = {word for words in TOLD.values() for word in listed(words)}


@pytest.mark.parametrize("words", [ALL_SIGNS, OF_PLANS, WEAK, SENT, COPY, TRADE, NOT_HERS])
def test_every_word_is_spelled_as_headers_are_compared(words: set[str]) -> None:
    assert {word for word in words if spelled(word) != word} == set()


def test_no_table_of_words_names_one_twice() -> None:
    for name, words in TOLD.items():
        assert len(listed(words)) == len(set(listed(words))), name


def test_every_sign_that_makes_a_kind_exists() -> None:
    told = {"words", "wordless", "weak", "sent", "copy", "alone", "bare", "many", "crowd", "authors",
            "handles", "posts", "quoted", "aside", "messenger",
            "emails", "phones"}  # fmt: skip
    used = {
        s.replace("-", " ")
        for k in (*NEVER_READ, *KINDS_OF_LOGS, *LIKENESSES)
        for signs in k.signs
        for s in signs.split()
    }
    assert used - told <= set(TOLD)


def test_every_header_of_a_known_download_is_known_with_its_own_words() -> None:
    for known in KNOWN:
        assert all(word == spelled(word).replace(" ", "") for word in known.proof)


def _messages(days: Sequence[int], text: str, place: str = "Telegram") -> str:
    rows = "".join(f"2024-05-{day:02},{place},{text.format(n=day)}\n" for day in days)
    return f"Date,Channel,Text\n{rows}"


WEEKLY = (1, 8, 15, 22, 29)
NOTE = "Tea note {n}: https://tern.example/post-{n}"


@pytest.mark.parametrize(
    ("days", "text", "is_read"),
    [
        (WEEKLY, NOTE, True),
        ((1, 4, 15, 22, 23), NOTE, False),  # as it happened, not as it was planned
        (WEEKLY, "Hi Anna, your parcel: https://track.example/{n}", False),
        (WEEKLY, "Hallo Frau Muster https://track.example/{n}", False),
        (WEEKLY, "We talked about the invoice", False),
        (WEEKLY[:3], NOTE, False),
    ],
)
def test_only_what_no_conversation_shows_makes_a_plan_of_a_channel_where_people_talk_in_private(
    tmp_path: Path, days: Sequence[int], text: str, is_read: bool
) -> None:
    (tmp_path / "plan.csv").write_text(_messages(days, text), "utf-8")
    if is_read:
        assert len(read_updates(tmp_path / "plan.csv").items) == len(days)
    else:
        with pytest.raises(HandoverError, match="private messages"):
            read_updates(tmp_path / "plan.csv")


@pytest.mark.parametrize("name", ["mots-de-passe.csv", "privado.csv", "zugaenge.csv"])
def test_a_list_of_passwords_is_called_so(name: str, tmp_path: Path) -> None:
    table, _ = PRIVATE[name]
    told = reason(found(tmp_path, name, table), name)
    assert "look like a list of passwords" in told and "people" not in told


def test_a_file_of_no_kind_is_told_what_can_be_read_each_once(tmp_path: Path) -> None:
    (tmp_path / "notes.dat").write_bytes(b"\x01\x02 nothing \x03")
    with pytest.raises(UnknownFormatError) as caught:
        read_updates(tmp_path / "notes.dat", timezone="UTC")
    assert caught.value.hint.count("Trello") == 1 and "overview" not in caught.value.hint
    assert "sheet kept by hand" in caught.value.hint
