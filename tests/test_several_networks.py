"""Rows of a sheet that are for several networks, and networks that a sheet names in its own way."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from handover import Update, read_updates
from handover.read.updates.tables.rows.several import by_network

FB = "https://www.facebook.com/crumb/posts/122000001"
IG = "https://www.instagram.com/p/DTern0002xx/"
LI = "https://www.linkedin.com/feed/update/urn:li:share:7262388722073600077"


def _read(tmp_path: Path, *rows: Sequence[str]) -> tuple[Update, ...]:
    path = tmp_path / "plan.csv"
    path.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    return read_updates(path, timezone="UTC").items


def test_a_text_with_an_address_for_each_network_is_one_update_each(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        ("Date", "Text", "Facebook", "Instagram", "LinkedIn"),
        ("2024-05-02", "Feed it twice", FB, IG, LI),
        ("2024-05-03", "Bubbles", "", IG + "2/", ""),
    )
    assert [(u.network, u.text, u.permalink) for u in found] == [
        ("facebook", "Feed it twice", FB),
        ("instagram", "Feed it twice", IG),
        ("linkedin", "Feed it twice", LI),
        ("instagram", "Bubbles", IG + "2/"),
    ]


@pytest.mark.parametrize("word", ["Link", "URL", "Permalink"])
def test_ticks_and_addresses_side_by_side_go_to_their_own_network(tmp_path: Path, word: str) -> None:
    found = _read(
        tmp_path,
        ("Date", "Caption", "FB", f"FB {word}", "IG", f"IG {word}"),
        ("2024-05-02", "Feed it twice", "x", FB, "x", IG),
        ("2024-05-03", "Bubbles", "x", "", "", ""),
    )
    assert [(u.network, u.permalink) for u in found] == [
        ("facebook", FB),
        ("instagram", IG),
        ("facebook", ""),
    ]


def test_columns_of_addresses_alone_say_the_networks(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        ("Date", "Caption", "facebook_url", "instagram_url"),
        ("2024-05-02", "Feed it twice", FB, IG),
    )
    assert [(u.network, u.permalink) for u in found] == [("facebook", FB), ("instagram", IG)]


def test_one_column_of_addresses_names_the_network_of_rows_without_one_too(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        ("Date", "Status", "Caption", "instagram_url"),
        ("2024-05-02", "published", "Feed it twice", IG),
        ("2024-05-03", "queued", "Bubbles", ""),
    )
    assert [(u.network, u.permalink, u.state) for u in found] == [
        ("instagram", IG, "published"),
        ("instagram", "", "scheduled"),
    ]


def test_hours_and_days_under_the_names_of_networks_are_their_times(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        ("Date", "Caption", "Facebook", "Instagram"),
        ("2024-05-02", "Feed it twice", "09:00", "12:30"),
        ("2024-05-03", "Bubbles", "10:00", ""),
    )
    assert [(u.network, u.text, f"{u.posted_at:%d %H:%M}") for u in found] == [
        ("facebook", "Feed it twice", "02 09:00"),
        ("instagram", "Feed it twice", "02 12:30"),
        ("facebook", "Bubbles", "03 10:00"),
    ]


@pytest.mark.parametrize(
    ("header", "networks"),
    [
        ("Insta/Facebook Caption", ["instagram", "facebook"]),
        ("FB + IG Copy", ["facebook", "instagram"]),
        ("Facebook & Instagram Text", ["facebook", "instagram"]),
        ("IG/FB", ["instagram", "facebook"]),
    ],
)
def test_a_text_for_two_networks_beside_that_of_a_third_is_an_update_of_each(
    tmp_path: Path, header: str, networks: list[str]
) -> None:
    found = _read(
        tmp_path, ("Date", header, "LinkedIn Caption"), ("2024-05-02", "Feed it twice", "Patience pays")
    )
    assert [(u.network, u.text) for u in found] == [
        *((name, "Feed it twice") for name in networks),
        ("linkedin", "Patience pays"),
    ]


def test_the_address_of_one_network_is_not_that_of_another_in_the_row(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        ("Date", "FB + IG Copy", "LinkedIn Copy", "FB Link", "IG Link"),
        ("2024-05-02", "Feed it twice", "Patience pays", FB, IG),
    )
    assert [(u.network, u.permalink) for u in found] == [
        ("facebook", FB),
        ("instagram", IG),
        ("linkedin", ""),
    ]
    shared = _read(
        tmp_path, ("Date", "Channel", "Text", "Post link"), ("2024-05-02", "FB / IG", "Bubbles", IG)
    )
    assert [(u.network, u.permalink) for u in shared] == [("facebook", ""), ("instagram", IG)]


def test_networks_in_a_row_above_the_header_tell_its_columns_apart(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        ("", "Facebook", "", "LinkedIn", ""),
        ("Blog post", "Copy", "Date", "Copy", "Date"),
        ("Sourdough", "Feed it twice", "2024-05-02", "Patience pays", "2024-05-03"),
        ("Rye", "Dark", "2024-05-04", "", ""),
    )
    assert [(u.network, u.text, f"{u.posted_at:%d}", u.post) for u in found] == [
        ("facebook", "Feed it twice", "02", "Sourdough"),
        ("linkedin", "Patience pays", "03", "Sourdough"),
        ("facebook", "Dark", "04", "Rye"),
    ]


def test_a_header_that_says_its_words_twice_has_two_updates_a_row(tmp_path: Path) -> None:
    head = ("Blog post", "Copy", "Date", "Copy", "Date")
    row = ("Sourdough", "Feed it twice", "2024-05-02", "Patience pays", "2024-05-03")
    found = _read(tmp_path, head, row, head, ("Rye", "Dark", "2024-05-04", "Slow", "2024-05-05"))
    assert [(u.text, f"{u.posted_at:%d}") for u in found] == [
        ("Feed it twice", "02"),
        ("Patience pays", "03"),
        ("Dark", "04"),
        ("Slow", "05"),
    ]


def test_words_under_the_names_of_networks_stay_words(tmp_path: Path) -> None:
    found = _read(
        tmp_path,
        ("Date", "Facebook", "LinkedIn"),
        ("2024-05-02", "Feed it twice", "Patience pays"),
        ("2024-05-03", "Bubbles", "x"),
    )
    assert [(u.network, u.text) for u in found] == [
        ("facebook", "Feed it twice"),
        ("linkedin", "Patience pays"),
        ("facebook", "Bubbles"),
    ]


@pytest.mark.parametrize(
    ("word", "network"),
    [
        ("📸 Instagram", "instagram"),
        ("Instagram 📸", "instagram"),
        ("𝕏", "x"),
        ("🐦 Twitter", "x"),
        ("crumbandco Twitter", "x"),
        ("Crumb_Instagram_EN", "instagram"),
        ("Kanal LinkedIn", "linkedin"),
        ("Golden Threads", "other"),
        ("How to grow on Instagram with a small shop", "other"),
    ],
)
def test_a_network_is_known_by_its_name_with_something_beside_it(
    tmp_path: Path, word: str, network: str
) -> None:
    (found,) = _read(tmp_path, ("Date", "Channel", "Text"), ("2024-05-02", word, "Feed it twice"))
    assert found.network == network


@pytest.mark.parametrize("word", ["All channels", "all", "Everywhere", "Alle Kanäle", "Todas las redes"])
def test_an_update_for_all_channels_is_one_for_each_that_the_file_names(tmp_path: Path, word: str) -> None:
    found = _read(
        tmp_path,
        ("Date", "Channel", "Text"),
        ("2024-05-02", "Facebook", "Feed it twice"),
        ("2024-05-03", word, "Bubbles"),
        ("2024-05-04", "LinkedIn", "Patience pays"),
    )
    assert [(u.network, u.text) for u in found] == [
        ("facebook", "Feed it twice"),
        ("facebook", "Bubbles"),
        ("linkedin", "Bubbles"),
        ("linkedin", "Patience pays"),
    ]


def test_networks_that_stay_unknown_are_asked_for_once(tmp_path: Path) -> None:
    rows = [("Date", "Channel", "Text"), ("2024-05-02", "Facebook", "Feed it twice")]
    rows += [("2024-05-03", "Our newsletter", "Bubbles"), ("2024-05-04", "", "Patience pays")]
    path = tmp_path / "plan.csv"
    path.write_text("\n".join(",".join(row) for row in rows) + "\n", encoding="utf-8")
    told = [notice.text for notice in read_updates(path, timezone="UTC").notices]
    assert told.count("2 updates name no network that is known, the first in row 3.") == 1
    path.write_text("\n".join(",".join(row) for row in rows[:2]) + "\n", encoding="utf-8")
    assert not read_updates(path, timezone="UTC").notices


def test_a_header_that_only_speaks_of_a_network_names_none(tmp_path: Path) -> None:
    header = ("Date", "Text", "Link(s) - several of them for FB carousels only")
    (found,) = _read(tmp_path, header, ("2024-05-02", "Feed it twice", "https://crumb.example/1/"))
    assert found.network == "other"


@pytest.mark.parametrize(
    "header",
    [
        "Post (FB + LI)",
        "Text (Facebook/LinkedIn)",
        "Beitrag (FB + LI)",
        "Texto (FB y LI)",
        "Texte (FB et LI)",
        "Post - FB & LI",
        "Copy: FB + LI",
        "Post for FB + LI",
    ],
)
def test_networks_in_or_behind_the_brackets_of_a_header_each_get_the_text(
    header: str, tmp_path: Path
) -> None:
    found = _read(tmp_path, ("Date", header, "IG caption"), ("2024-05-02", "Feed it twice", "Bubbles"))
    assert [(u.network, u.text) for u in found] == [
        ("facebook", "Feed it twice"),
        ("linkedin", "Feed it twice"),
        ("instagram", "Bubbles"),
    ]


@pytest.mark.parametrize("header", ["Text (EN)", "Text (x)", "Text (max 280)", "Text (final)", "Text / Link"])
def test_brackets_that_say_something_else_name_no_network(header: str, tmp_path: Path) -> None:
    (found,) = _read(tmp_path, ("Date", header, "Notes"), ("2024-05-02", "Feed it twice", ""))
    assert (found.network, found.text) == ("other", "Feed it twice")


@pytest.mark.parametrize(
    ("header", "first", "second"),
    [
        ("Post (draft)", "The kettle is on again", "Second flush is here"),
        ("Post (max 280)", "The kettle is on again", "Second flush is here"),
        ("Beitrag (Entwurf)", "Der Kessel dampft wieder", "Die zweite Ernte ist da"),
        ("Publicación (máx. 280)", "La tetera ya humea", "Llegó la segunda cosecha"),
        ("Post", "The kettle is on. Come in!", "Second flush #darjeeling"),
    ],
)
def test_a_post_beside_a_network_s_caption_holds_words_where_it_says_or_shows_so(
    tmp_path: Path, header: str, first: str, second: str
) -> None:
    rows = f"Date,{header},IG caption\n2024-05-01,{first},Kettle on #tea\n2024-05-02,{second},Flush #tea\n"
    (tmp_path / "plan.csv").write_text(rows, "utf-8")
    found = read_updates(tmp_path / "plan.csv").items
    assert [(u.network, u.text) for u in found[::2]] == [("other", first), ("other", second)]
    assert {u.post for u in found} == {""}


def test_a_post_beside_networks_captions_stays_the_name_of_an_article(tmp_path: Path) -> None:
    rows = "Date,Post,IG caption\n2024-05-01,How to brew green tea,Kettle\n2024-05-02,Why black tea,Flush\n"
    (tmp_path / "plan.csv").write_text(rows, "utf-8")
    found = read_updates(tmp_path / "plan.csv").items
    assert [u.post for u in found] == ["How to brew green tea", "Why black tea"]


def test_remarks_and_sums_do_not_hide_what_a_column_holds(tmp_path: Path) -> None:
    rows = (
        "Fecha,Red,Texto\n# borrador,,\n03/03/2025,Facebook,La pizarra\n14/03/2025,Instagram,Nieve\nTotal,2,"
    )
    (tmp_path / "plan.csv").write_text(rows, "utf-8")
    assert [u.network for u in read_updates(tmp_path / "plan.csv").items] == ["facebook", "instagram"]


@pytest.mark.parametrize("before", ["\n", "  ", "\n \t", "\u2028", "\u00a0\n"])
def test_blanks_before_the_first_name_change_nothing(before: str) -> None:
    cell = "FB: Come and see.\nIG: Look at this!"
    assert by_network(before + cell) == by_network(cell) != ()
    assert by_network(before + "News: " + cell) == ()
