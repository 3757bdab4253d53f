"""Tables in text: encodings, delimiters, broken rows; and what single headers and cells mean."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.errors import HandoverError
from handover.model import Updates
from handover.read.source import from_bytes
from handover.read.updates import handkept
from handover.read.updates.options import Options
from handover.read.updates.tables.files import csv_text
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.rows import cells
from handover.read.updates.tables.rows.cell_words import flag, state_of

WORDS = "Frühling – „Räder“ für 5 €, déjà vu"


def parsed(data: str | bytes, name: str = "plan.csv", **options: object) -> Updates:
    source = from_bytes(data.encode() if isinstance(data, str) else data, name)
    return handkept.parse(source, Options(**{"timezone": "UTC", **options}))  # type: ignore[arg-type]


# --- encodings --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_encoding_and_delimiter_gives_the_same_words(encoding: str, delimiter: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter).writerows(
        [["Date", "Platform", "Caption"], ["2025-03-04", "X", WORDS]]
    )
    (update,) = parsed(stream.getvalue().encode(encoding)).items
    assert update.text == WORDS


def test_an_encoding_that_was_guessed_is_said() -> None:
    updates = parsed(f"Datum;Kanal;Text\n04.03.2025;X;{WORDS}\n".encode("cp1252"))
    assert any("cp1252" in notice.text for notice in updates.notices)


def test_cyrillic_of_old_windows_is_read() -> None:
    words = "Ясень гнётся на третий день, а колёса хотят катиться дальше"
    (update,) = parsed(f"дата;текст\n04.03.2025;{words}\n".encode("cp1251")).items
    assert update.text == words


def test_a_few_damaged_letters_cost_only_themselves() -> None:
    good = "".join(f"2025-03-04,X,Fräse Nummer {n} für Räder\n" for n in range(30))
    data = f"Date,Platform,Caption\n{good}".encode().replace("Fräse Nummer 7".encode(), b"Fr\xe4se Nummer 7")
    updates = parsed(data)
    assert updates.items[0].text == "Fräse Nummer 0 für Räder"
    assert updates.items[7].text == "Fr\ufffdse Nummer 7 für Räder"
    assert any("damaged" in notice.text for notice in updates.notices)


def test_excels_hint_of_the_delimiter_is_no_row() -> None:
    (update,) = parsed("sep=;\nDate;Caption\n2025-03-04;Ash bends.\n").items
    assert update.origin is not None and update.origin.row == 2


# --- rows -------------------------------------------------------------------------------------------


def test_line_breaks_in_a_cell_make_one_row_as_the_spreadsheet_counts() -> None:
    updates = parsed('Date,Caption\n2025-03-04,"One\n\ntwo"\n2025-03-05,Three\n')
    assert [(u.text, u.origin.row) for u in updates.items if u.origin] == [("One\n\ntwo", 2), ("Three", 3)]


def test_a_quotation_mark_that_is_never_closed_costs_its_own_row() -> None:
    updates = parsed('Date,Caption\n2025-03-04,Before\n2025-03-05,"Open\n2025-03-06,After\n2025-03-07,Last\n')
    assert [u.text for u in updates.items] == ["Before", "After", "Last"]
    assert [(s.line, s.reason) for s in updates.skipped] == [
        (3, "A quotation mark in this row is never closed.")
    ]


def test_old_mac_line_ends_are_read() -> None:
    assert [u.text for u in parsed("Date,Caption\r2025-03-04,One\r2025-03-05,Two\r").items] == ["One", "Two"]


def test_rows_left_out_one_after_another_for_one_reason_are_told_once() -> None:
    updates = parsed("Date,Caption\n2025-03-04,One\n2025-03-05,\n2025-03-06,\n2025-03-07,\n")
    assert [(s.line, s.reason) for s in updates.skipped] == [
        (3, "Nothing stands under 'Caption' (rows 3 to 5).")
    ]


def test_no_text_is_dropped_in_silence() -> None:
    data = "Date,Platform,Caption,Status\n2025-03-04,X,One,Posted\n,,Two,Rejected\nTotal,5,,\nx,Blog,Three,\n"
    data += ",,,Posted\n2025-03-09,,,\n"
    updates = parsed(data)
    rows = {u.origin.row for u in updates.items if u.origin} | {s.line for s in updates.skipped}
    assert rows == {2, 3, 4, 5, 6}
    assert "rows 6 to 7" in updates.skipped[-1].reason


@pytest.mark.parametrize(
    "word", ["Rejected", "cancelled", "Abgelehnt", "annulé", "Not approved", "DO NOT POST", "❌ rejected"]
)
def test_what_is_marked_rejected_never_comes_out(word: str) -> None:
    updates = parsed(f"Date,Caption,Status\n2025-03-04,Ash bends.,{word}\n")
    assert updates.items == ()
    assert word in updates.skipped[0].reason


def test_control_characters_do_not_come_through() -> None:
    (update,) = parsed("Date,Caption\n2025-03-04,Ash\x07 bends\x1b[31m.\n").items
    assert update.text == "Ash bends[31m."


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused_with_a_sentence(data: bytes) -> None:
    for given_ in (data, b"Date,Caption,Link,Status,Platform\n" + data):
        source = from_bytes(given_, "plan.csv")
        if handkept.accepts(source):
            try:
                updates = handkept.parse(source, Options(timezone="UTC"))
            except HandoverError as error:
                assert error.hint
            else:
                assert all(update.text or update.permalink for update in updates.items)


# --- headers ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "field", "network"),
    [
        ("Caption (FR)", "text", ""),
        ("PostContent", "text", ""),
        ("Title / Hook", "hook", ""),
        ("COPY / HASHTAGS", "text", ""),
        ("Caption / Topic", "text", ""),
        ("linkedin_post", "text", "linkedin"),
        ("Tweet 2", "text", "x"),
        ("instagram_url", "permalink", "instagram"),
        ("Wednesday LinkedIn", "text", "linkedin"),
        ("Fecha publicación", "date", ""),
        ("DATE (MONTH/DAY/YEAR)", "date", ""),
        ("date_time_to_publish", "date", ""),
        ("time_wib", "time", ""),
        ("Picture Url 3", "media", ""),
        ("Blog Link", "post link", ""),
        ("Link publicado", "permalink", ""),
        ("Post Progress", "state", ""),
        ("Estado", "state", ""),
        ("Published date ", "date", ""),
        ("SOCIAL NETWORK", "network", ""),
        ("投稿文", "text", ""),
        ("Statut", "state", ""),
    ],
)
def test_headers_of_real_sheets_are_understood(header: str, field: str, network: str) -> None:
    role = role_of(header)
    assert role is not None
    assert (role.field, role.network) == (field, network)


@pytest.mark.parametrize(
    "header", ["Notes", "Target audience", "Goal", "Meta title", "Meta description", "Pin board",
        "Facebook Title", "Date- Sent for Approval", "Reactions, Comments and Shares", "", "…", "x" * 200]
)  # fmt: skip
def test_headers_that_mean_something_else_mean_nothing_here(header: str) -> None:
    assert role_of(header) is None


# --- cells ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "networks"),
    [
        ("FB / LI", [("facebook", ""), ("linkedin", "")]),
        ("X/Twitter", [("x", "")]),
        ("LinkedIn, Instagram and Facebook", [("linkedin", ""), ("instagram", ""), ("facebook", "")]),
        ("LinkedIn - Acme", [("linkedin", "Acme")]),
        ("Acme (Instagram)", [("instagram", "Acme")]),
        ("Instagram Stories", [("instagram", "")]),
        ("Newsletter", [("other", "Newsletter")]),
        ("Blog", []),
        ("Blog, Facebook", [("facebook", "")]),
        ("facebook, insta en linkedin", [("facebook", ""), ("instagram", ""), ("linkedin", "")]),
        ("Facebook e Instagram", [("facebook", ""), ("instagram", "")]),
        ("blog och FB och IG", [("facebook", ""), ("instagram", "")]),
        ("Facebook Pane e Vino", [("facebook", "")]),
        ("FB IG LI", [("facebook", ""), ("instagram", ""), ("linkedin", "")]),
        ("Facebook · Instagram", [("facebook", ""), ("instagram", "")]),
        ("Meta (FB + IG)", [("facebook", ""), ("instagram", "")]),
        ("IG feed + story", [("instagram", "")]),
        ("X (formerly Twitter)", [("x", "")]),
        ("LinkedIn (company)", [("linkedin", "")]),
        ("FB-Seite", [("facebook", "")]),
        ("Facebook (Tern & Tide)", [("facebook", "Tern & Tide")]),
        ("FB: Tern & IG: Tide", [("facebook", "Tern"), ("instagram", "Tide")]),
    ],
)
def test_a_cell_may_name_several_networks_and_an_account(cell: str, networks: list[tuple[str, str]]) -> None:
    assert list(cells.networks_in(cell)) == networks


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1,234", 1234), ("1.234", 1234), ("1 234", 1234), ("1,234,567.5", 1234567.5),
        ("3.3%", 0.033), ("3,3 %", 0.033), ("1.2K", 1200), ("0.0382", 0.0382), ("12", 12), (7, 7), ("-5", -5),
        ("", None), ("many", None), ("1.22187E+17", None),
        (True, None), (None, None), (float("nan"), None),
    ],
)  # fmt: skip
def test_figures_are_read_as_exports_write_them(written: object, number: float | None) -> None:
    assert cells.figure(written) == number


def test_a_rate_keeps_its_decimals() -> None:
    assert cells.figure("1.234", "engagement_rate") == 1.234


def test_an_address_is_an_updates_own_only_on_a_network() -> None:
    own = "https://x.com/birchwood/status/1896851868873654273"
    blog = "https://blog.birchwood.example/bend-ash/"
    video = "https://www.youtube.com/watch?v=abc"
    assert cells.sorted_addresses("x", [blog], [own]) == (own, [blog])
    assert cells.sorted_addresses("x", [], [video]) == ("", [video])
    assert cells.sorted_addresses("", [], [video]) == (video, [])
    assert cells.sorted_addresses("", [], ["https://x.com/birchwood"]) == ("", ["https://x.com/birchwood"])
    assert cells.sorted_addresses("mastodon", ["https://birch.example/@wood/1138"], [])[0]


def test_hashtags_of_a_column_go_below_the_text_once() -> None:
    assert cells.with_hashtags("Ash bends. #bikes", "#bikes, ash") == "Ash bends. #bikes\n\n#ash"
    assert cells.with_hashtags("Ash bends.", "") == "Ash bends."


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("published:18021234", "published"), ("Posted on 3/4", "published"), ("✅ Done", "published"),
        ("Scheduled ✔", "scheduled"),
        ("veröffentlicht", "published"), ("programmé", "scheduled"), ("In progress", "draft"),
        ("Not published", "draft"), ("à valider", "draft"), ("Boosted", None), ("donely", None),
        ("nog doen", "draft"), ("da fare", "draft"), ("da pubblicare", "scheduled"),
        ("afgekeurd", "rejected"),
    ],
)  # fmt: skip
def test_states_are_known_by_how_they_begin(word: str, state: str | None) -> None:
    assert state_of(word) == state


def test_a_tick_is_one_in_many_spellings() -> None:
    assert [flag(word) for word in ("x", "TRUE", "✓", "Ja", "no", "", "maybe")] == [
        True,
        True,
        True,
        True,
        False,
        None,
        None,
    ]


@settings(max_examples=150)
@given(st.text(max_size=60))
def test_any_cell_is_read_without_a_crash(word: str) -> None:
    cells.networks_in(word)
    cells.figure(word)
    cells.labels_in(word)
    role_of(word)
    state_of(word)
    for link in cells.addresses(word):
        assert link.startswith(("http://", "https://"))


@settings(max_examples=100)
@given(st.binary(max_size=200))
def test_any_bytes_become_text(data: bytes) -> None:
    assert isinstance(csv_text.decode(data)[0], str)
    csv_text.looks_like_text(data)


# --- whole sheets -----------------------------------------------------------------------------------


def test_a_second_state_beside_a_column_of_words_is_about_something_else() -> None:
    (update,) = parsed("Date,Copy,Status,Notes,Status\n2025-03-04,Ash bends.,Posted,call Jo,open\n").items
    assert update.text == "Ash bends."


def test_replies_and_reposts_are_known_by_their_type() -> None:
    updates = parsed(
        "Date,Type,Copy\n2025-03-04,Reply,A\n2025-03-05,Retweet,B\n2025-03-06,Share,C\n2025-03-07,Reel,D\n"
    )
    assert [update.kind for update in updates.items] == ["reply", "repost", "original", "original"]


def test_a_post_column_is_words_alone_and_the_blog_post_beside_words() -> None:
    assert parsed("Date,Network,Post\n2025-03-04,X,Ash bends.\n").items[0].text == "Ash bends."
    (update,) = parsed("Date,Post,Caption\n2025-03-04,How we bend ash,Ash bends.\n").items
    assert (update.text, update.post) == ("Ash bends.", "How we bend ash")


def test_a_topic_is_no_word_about_the_post() -> None:
    assert parsed("Date,Topic,Caption\n2025-03-04,Ash,Ash bends.\n").items[0].post == ""


def test_a_link_column_is_sorted_by_each_values_host() -> None:
    own, blog = "https://x.com/birchwood/status/1896851868873654273", "https://blog.birchwood.example/a/"
    updates = parsed(f"Network,Caption,Link\nX,One,{own}\nX,Two,{blog}\n").items
    assert [(u.permalink, u.links) for u in updates] == [(own, ()), ("", (blog,))]


def test_words_for_nothing_are_nothing() -> None:
    updates = parsed("Date,Platform,Caption,Link\nTBD,None,Ash bends.,N/A\n2025-03-05,X,unknown,\n")
    assert [(u.text, u.network, u.links, u.posted_at) for u in updates.items] == [
        ("Ash bends.", "other", (), None)
    ]
    assert [skipped.line for skipped in updates.skipped] == [3]


def test_a_column_of_plans_makes_no_published_updates() -> None:
    assert parsed("Scheduled date,Caption\n2025-03-04,Ash bends.\n").items[0].state == "scheduled"
    assert parsed("Date,Caption\n2025-03-04,Ash bends.\n").items[0].state == "published"


def test_a_ticked_row_is_published_and_an_unticked_one_is_not() -> None:
    updates = parsed("Date,Caption,Posted\n2025-03-04,A,TRUE\n2025-03-05,B,FALSE\n,C,\n").items
    assert [update.state for update in updates] == ["published", "scheduled", "draft"]


def test_a_published_column_may_hold_the_date_or_the_address() -> None:
    assert parsed("Caption,Published\nA,2025-03-04\n").items[0].posted_at is not None
    link = "https://www.linkedin.com/feed/update/urn:li:share:7302626358067200005"
    assert parsed(f"Caption,Live\nA,{link}\n").items[0].permalink == link


def test_the_map_wins_over_what_the_header_seems_to_say() -> None:
    (update,) = parsed("Caption,Copy,Date\nNo.,Yes.,2025-03-04\n", map={"text": "Copy"}).items
    assert update.text == "Yes."


def test_a_map_that_does_not_fit_a_sheet_is_said() -> None:
    updates = parsed("Date,Caption\n2025-03-04,A\n", map={"text": "Words"})
    assert any("'Words'" in notice.text for notice in updates.notices)


def test_a_heading_names_date_or_network_for_the_rows_below() -> None:
    data = "Date,Platform,Caption\nTue 4 March 2025,,\n,X,A\n,LinkedIn,B\nWed 5 March 2025,,\n,X,C\n"
    assert [f"{u.posted_at:%d}" for u in parsed(data).items if u.posted_at] == ["04", "04", "05"]


def test_a_file_named_after_a_network_tells_where_its_updates_went() -> None:
    assert parsed("Date,Caption\n2025-03-04,A\n", name="acme-linkedin.csv").items[0].network == "linkedin"
    assert parsed("Date,Caption\n2025-03-04,A\n", name="pin-board.csv").items[0].network == "other"


def test_an_account_that_only_begins_like_a_network_is_no_network() -> None:
    updates = parsed(
        "Date,Account,Caption\n2025-03-04,Meta Agency,A\n2025-03-05,LinkedIn - Birch,B\n2025-03-06,FB,C\n"
    )
    assert [(u.network, u.account) for u in updates.items] == [
        ("other", "Meta Agency"),
        ("linkedin", "Birch"),
        ("facebook", "FB"),
    ]


def test_a_file_named_after_two_networks_tells_of_neither() -> None:
    assert parsed("Date,Caption\n2025-03-04,A\n", name="facebook-and-x.csv").items[0].network == "other"


def test_no_cell_brings_control_characters_in() -> None:
    row = "2025-03-04,\x07Birch\x1b,A\x00b,\x08\x07,lab\x1fel\n"
    (update,) = parsed("Date,Account,Caption,Link,Labels\n" + row).items
    assert (update.account, update.text, update.labels) == ("Birch", "Ab", ("label",))


def test_a_column_that_names_the_zone_is_believed_row_by_row() -> None:
    for header in ("Timezone", "TZ", "Zeitzone", "Zona horaria"):
        updates = parsed(
            f"Date,Time,{header},Network,Text\n"
            "2024-10-08,09:00,America/New_York,X,Tea\n2024-10-08,09:00,Berlin,X,Cake\n"
        )
        times = [f"{update.posted_at:%H:%M}" for update in updates.items if update.posted_at]
        assert times == ["13:00", "07:00"]


def test_the_hour_of_a_publication_time_beside_its_date_is_kept() -> None:
    (update,) = parsed("Publication date,Publication time,Channel,Copy\n2025-03-04,09:00,X,Steam\n").items
    assert update.posted_at is not None
    assert f"{update.posted_at:%H:%M}" == "09:00"
