"""Details: every wrong line is told with its place, nothing secret comes through."""

import dataclasses
import datetime as dt
import re
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handover.details import FILE_NAME, check_dates, own_file, read_details, slips, write_example
from handover.details.example import EXAMPLE, example_in
from handover.errors import DetailsError, OutputError, SecretError
from handover.model import Account, Client, Content, Dates, Details, Me
from handover.write import WRITERS
from handover.write.words import languages
from tests.extent import share

NONE = Path("there-is-none.toml")  # an own file that is not there
DAY = dt.date(2026, 12, 31)


def read(folder: Path, text: str, *, own: str | None = None) -> Details:
    (folder / FILE_NAME).write_text(text, "utf-8")
    if own is not None:
        (folder / "me.toml").write_text(own, "utf-8")
    return read_details(folder / FILE_NAME, own=folder / "me.toml")


def fault(folder: Path, text: str, **more) -> DetailsError:
    with pytest.raises(DetailsError) as caught:
        read(folder, text, **more)
    return caught.value


def test_a_file_is_read_with_every_section(tmp_path):
    details = read(
        tmp_path,
        """
        highlights = ["One", "Two"]
        [client]
        name = "Acme Tea"
        [dates]
        last_day = 2026-12-31
        [content]
        updates = "updates.xlsx"
        per_week = 2
        [[account]]
        name = "LinkedIn"
        [[account]]
        name = "X"
        [[tool]]
        name = "Buffer"
        renews = 2027-03-01
        [[tool]]
        name = "Canva"
        renews = "monthly"
        """,
    )
    assert details.highlights == ("One", "Two")
    assert details.client.name == "Acme Tea"
    assert details.dates.last_day == DAY
    assert details.content.updates == ("updates.xlsx",)
    assert [a.name for a in details.account] == ["LinkedIn", "X"]
    assert [t.renews for t in details.tool] == [dt.date(2027, 3, 1), "monthly"]
    assert details.base == str(tmp_path)


def test_what_an_account_is_told_of_and_what_the_client_should_read_besides(tmp_path):
    details = read(
        tmp_path,
        """
        [client]
        greeting = "Liebe Martina"
        form_of_address = "familiar"
        timezone = "europe/berlin"
        [[account]]
        name = "LinkedIn"
        url = "linkedin.example/acme"
        apps = "Buffer"
        two_step = "Bea's phone"
        done_on = 2026-12-28
        [[section]]
        title = "Answers"
        text = '''One.

        Two.'''
        [[file]]
        name = "Brand kit"
        where = "https://drive.example/brand"
        """,
    )
    assert details.client.timezone == "Europe/Berlin"
    (account,) = details.account
    assert account.apps == ("Buffer",) and account.done_on == dt.date(2026, 12, 28)
    assert details.section[0].text.startswith("One.\n\n") and details.file[0].name == "Brand kit"


@pytest.mark.parametrize(("written", "taken"), [("false", False), ("true", ""), ('"a word"', "a word")])
def test_a_referral_is_a_text_or_switched_off(tmp_path, written, taken):
    assert read(tmp_path, f"[ask]\nreferral = {written}").ask.referral == taken


def test_a_mapping_has_the_same_shape():
    given_ = {"client": {"name": "Acme"}, "dates": {"last_day": "2026-12-31"}, "account": [{"name": "X"}]}
    details = read_details(given_, own=NONE)
    assert (details.client.name, details.dates.last_day, details.account) == (
        "Acme",
        DAY,
        (Account(name="X"),),
    )


def test_details_are_taken_as_they_are():
    details = Details(client=Client(name="Acme"))
    assert read_details(details, own=NONE) is details


def test_a_folder_stands_for_the_file_in_it(tmp_path):
    read(tmp_path, '[client]\nname = "Acme"')
    assert read_details(tmp_path, own=NONE).client.name == "Acme"


def test_nothing_given_gives_the_defaults():
    assert read_details(None, own=NONE) == Details()


def test_a_missing_file_is_told_with_the_way_to_get_one(tmp_path):
    with pytest.raises(DetailsError, match="There is no details file") as caught:
        read_details(tmp_path / "nope.toml", own=NONE)
    assert "handover init" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "key", "says", "hint"),
    [
        ('[me]\nnmae = "x"', "me.nmae", 'line 2: me.nmae = "x" is not a key', "Did you mean name?"),
        ('[me]\ncolor = "#123456"', "me.color", "line 2", "Did you mean brand_colour?"),
        ('[clients]\nname = "x"', "clients", "line 1: clients", "Did you mean client?"),
        ('[ask]\nhighlights = ["a"]', "ask.highlights", "line 2", "above the first [section]"),
        ("[me]\nlast_day = 2026-12-31", "me.last_day", "line 2", "belongs under [dates]"),
        ("[me]\nzzz = 1", "me.zzz", "me.zzz = 1", "The keys here are: name, email"),
        ('[dates]\nlast_day = "31.12.2026"', "dates.last_day", 'a date, not "31.12.2026"', "= 2026-12-31"),
        ("[dates]\nlast_day = 20261231", "dates.last_day", "a date, not 20261231", "= 2026-12-31"),
        ('[content]\nminimum = "3"', "content.minimum", 'a whole number, not "3"', "minimum = 3"),
        ("[content]\nminimum = true", "content.minimum", "a whole number, not true", "minimum = 3"),
        ("[content]\nminimum = -1", "content.minimum", "0 or more, not -1", "minimum = 3"),
        ('[content]\nstrict = "yes"', "content.strict", 'true or false, not "yes"', "strict = true"),
        ("[content]\nformats = 3", "content.formats", "a list, not 3", 'formats = ["xlsx", "docx"]'),
        ("[content]\nmap = 3", "content.map", "a section, not 3", "map = {"),
        ("highlights = [1]", "highlights[1]", "text, not 1", ""),
        ("me = 3", "me", "a section, not 3", "Write [me]"),
        ('account = "LinkedIn"', "account[1]", "a section", "Write [[account]]"),
        (
            '[[account]]\nname = "X"\n[[account]]\nhow = "y"',
            "account[2]",
            "line 3: account[2] has no name",
            "",
        ),
        ('[me]\nbrand_colour = "green"', "me.brand_colour", '"green"', "#1f6f6b"),
        ('[me]\nemail = "ana"', "me.email", '"ana"', "ana@example.com"),
        ('[me]\nlogo = "logo.svg"', "me.logo", "a PNG or JPEG", "logo.png"),
        ('[client]\nform_of_address = "du"', "client.form_of_address", "familiar or formal", '"familiar"'),
        ('[client]\ntimezone = "Europe/Berln"', "client.timezone", "a time zone", "Europe/Berlin"),
        ('[client]\ntime_zone = "UTC"', "client.time_zone", "is not a key", "Did you mean timezone?"),
        ('[[account]]\nname = "X"\n2fa = "Bea"', "account[1].2fa", "is not a key", "two_step"),
        ('[[account]]\nname = "X"\nurl = "the page"', "account[1].url", "a web address", "https://"),
        ('[[account]]\nname = "X"\ndone_on = "yes"', "account[1].done_on", "a date", "2026-12-31"),
        ('[[section]]\ntext = "x"', "section[1]", "has no title", "title ="),
        ('[[file]]\nwhere = "x"', "file[1]", "has no name", "name ="),
        ("[ask]\nreferral = 3", "ask.referral", "text, or false", "referral = false"),
        ('[content]\ntemplate = "t.odt"', "content.template", "a Word file", "template.docx"),
        ('[content]\nlanguage = "klingon"', "content.language", "tag of a language", '"de" or "pt-BR"'),
        ("[invoice]\nnumber = 2026017", "invoice.number", "text, not 2026017", 'number = "..."'),
    ],
)
def test_a_wrong_line_is_told_with_key_value_and_the_right_way(tmp_path, text, key, says, hint):
    error = fault(tmp_path, text)
    assert error.key == key
    assert str(error).startswith(f"{FILE_NAME}, line ") and says in str(error)
    assert hint in error.hint
    assert error.location.startswith(str(tmp_path / FILE_NAME) + ":")


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ('[content]\nout_dir = "C:\\Users\\me"', 2, "single quotes"),
        ("[client]\nname = Acme", 2, "Text stands in quotes"),
        ('[account]\nname = "a"\n[account]\nname = "b"', 3, "[[account]]"),
        ('[client]\nname "Acme"', 2, 'key = "value"'),
        ('[client]\nname = "Acme\n', 2, "Close the quotes"),
    ],
)
def test_a_line_that_is_no_toml_is_told_with_the_usual_cure(tmp_path, text, line, hint):
    error = fault(tmp_path, text)
    assert f"line {line}" in str(error)
    assert hint in error.hint


def test_a_long_value_is_cut_visibly(tmp_path):
    error = fault(tmp_path, f'[me]\nnmae = "{"word " * 100}"')
    assert len(str(error)) < 150 and "..." in str(error)


def test_lines_are_counted_past_comments_lists_and_long_texts(tmp_path):
    text = (
        'highlights = [\n  "a [client]",\n  "b", # ]\n]\nvoice = """\n[me]\nname = 1\n"""\n'
        '[client] # here\n"name" = "x"\nmap.text = 1\n'
    )
    assert "line 11: client.map" in str(fault(tmp_path, text))


def test_files_of_every_editor_are_read(tmp_path):
    path = tmp_path / FILE_NAME
    path.write_bytes(b'\xef\xbb\xbf[client]\r\nname = "Caf\xc3\xa9"\r\n')
    assert read_details(path, own=NONE).client.name == "Café"
    path.write_bytes(b'[client]\nname = "Caf\xe9"\n')
    with pytest.raises(DetailsError, match="UTF-8"):
        read_details(path, own=NONE)


def test_own_file_client_file_and_defaults_win_in_this_order(tmp_path):
    own = '[me]\nname = "Ana"\nemail = "ana@example.com"\n[content]\nper_week = 5\nminimum = 2\n'
    details = read(tmp_path, '[me]\nname = "Ana M."\n[content]\nminimum = 4\n', own=own)
    assert details.me == Me(name="Ana M.", email="ana@example.com")
    assert (details.content.minimum, details.content.per_week) == (4, 5)
    assert details.content.strict is None


def test_paths_of_the_own_file_come_back_absolute(tmp_path):
    details = read(
        tmp_path, '[me]\nname = "Ana"', own='[me]\nlogo = "logo.png"\n[content]\ntemplate = "t.docx"'
    )
    assert details.me.logo == str(tmp_path / "logo.png")
    assert details.content.template == str(tmp_path / "t.docx")


def test_the_own_file_holds_nothing_of_a_client(tmp_path):
    error = fault(tmp_path, "", own='[client]\nname = "Acme"')
    assert "me.toml, line 1: client belongs to one client" in str(error)
    assert FILE_NAME in error.hint


def test_the_own_file_lies_in_the_users_configuration():
    assert own_file().name == "me.toml" and own_file().is_absolute()


# --- the file that `handover init` writes


def test_the_example_parses_cleanly_as_it_is(tmp_path):
    assert read_details(write_example(tmp_path), own=NONE) == Details(base=str(tmp_path))


def test_the_example_names_the_language_asked_for(tmp_path):
    assert read_details(write_example(tmp_path, "pt-BR"), own=NONE).content.language == "pt-BR"


def test_the_example_leaves_an_english_default_to_the_blog(tmp_path):
    assert read_details(write_example(tmp_path / "a.toml", "en"), own=NONE).content.language == ""


def test_the_example_never_replaces_a_file(tmp_path):
    write_example(tmp_path).write_text("mine")
    with pytest.raises(OutputError, match="already"):
        write_example(tmp_path)
    assert (tmp_path / FILE_NAME).read_text() == "mine"


def test_the_example_is_written_in_the_language_asked_for(tmp_path):
    assert "Ihr letzter Tag" in write_example(tmp_path / "a.toml", "de-CH").read_text("utf-8")
    assert "your last day" in write_example(tmp_path / "b.toml", "fi").read_text("utf-8")


@pytest.mark.parametrize("tag", [tag for tag in languages() if tag != "en"])
def test_an_example_in_another_language_says_the_same_and_differs_in_its_comments_alone(tmp_path, tag):
    english, own = (filled_example(path).splitlines() for path in (EXAMPLE, example_in(tag)))
    assert example_in(tag) != EXAMPLE
    keys = [[_without_comment(line) for line in text if _without_comment(line)] for text in (english, own)]
    assert keys[0] == keys[1]
    assert read(tmp_path, filled_example(example_in(tag))) == read(tmp_path, filled_example())
    comments = [
        {line.partition("# ")[2] for line in text if not re.search(r"toml:|\(\w+/\w+,", line)} - {""}
        for text in (english, own)
    ]
    assert len(comments[0]) > 50 and not comments[0] & comments[1]
    text = example_in(tag).read_text("utf-8")
    assert set(re.search(r"(?m)^# formats = .*: (.+)$", text)[1].split()) == set(WRITERS)
    assert set(re.search(r"(?m)^# language = \"de\".*?: ([\w -]+?) ?;", text)[1].split()) == set(languages())


def _without_comment(line: str) -> str:
    return "" if line.startswith("#") else re.split(r"\s{2,}# ", line)[0]


def filled_example(path: Path = EXAMPLE) -> str:
    return re.sub(r"(?m)^# (?=\[\[|\w+ = )", "", path.read_text("utf-8"))


def test_the_example_parses_with_every_line_taken_in(tmp_path):
    details = read(tmp_path, filled_example())
    assert details.highlights and details.account and details.invoice.due


def test_the_example_explains_every_key_there_is():
    text = filled_example()
    for section, kind in get_type_hints(Details).items():
        item = get_args(kind)[0] if get_origin(kind) is tuple else kind
        if section != "base" and dataclasses.is_dataclass(item):
            part = re.split(r"(?m)^\[", re.split(rf"(?m)^\[+{section}\]+$", text, maxsplit=1)[1])[0]
            for field in dataclasses.fields(item):
                assert re.search(rf"(?m)^{field.name} = ", part), f"{section}.{field.name}"
        elif section != "base":
            assert re.search(rf"(?m)^{section} = ", text), section


def test_the_example_lists_every_format_and_language_there_is():
    text = EXAMPLE.read_text("utf-8")
    formats = re.search(r"# any of: (.+)", text)
    spoken = re.search(r"# of the documents: ([\w -]+);", text)
    assert formats and set(formats[1].split()) == set(WRITERS)
    assert spoken and set(spoken[1].split()) == set(languages())


# --- slips of the keyboard and of the editor


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("last_day = 18.12.2026", "Write: last_day = 2026-12-18"),
        ('last_day = "18.12.2026"', "Write: last_day = 2026-12-18"),
        ("last_day = 18. Dezember 2026", "Write: last_day = 2026-12-18"),
        ("last_day = le 18", "Text stands in quotes"),
        ('last_day = "18 de diciembre de 2026"', "Write: last_day = 2026-12-18"),
        ("last_day = December 18, 2026", "Write: last_day = 2026-12-18"),
        ("last_day = 12/18/2026", "Write: last_day = 2026-12-18"),
        ("last_day = 03/04/2026", "last_day = 2026-04-03 or last_day = 2026-03-04, whichever"),
        ("last_day = 31.02.2026", "Compare the line"),
        ('last_day = "soon"', "last_day = 2026-12-31"),
    ],
)
def test_a_date_as_people_write_it_is_said_as_the_file_wants_it(tmp_path, line, hint):
    assert hint in fault(tmp_path, f"[dates]\n{line}").hint


@pytest.mark.parametrize("quotes", ["“”", "„“", "«»", "””"])
def test_curled_quotes_are_named_and_what_stands_between_is_not_repeated(tmp_path, quotes):
    error = fault(tmp_path, f"[client]\nname = {quotes[0]}Acme{quotes[1]}")
    assert "straight quotes" in error.hint and "Acme" not in f"{error} {error.hint}"


def test_a_key_or_a_section_given_twice_is_named_with_both_lines(tmp_path):
    assert "line 2 and again in line 3" in fault(tmp_path, '[client]\nname = "A"\nname = "B"').hint
    assert "line 1 and again in line 3" in fault(tmp_path, '[client]\nname = "A"\n[client]\nfeed = "x"').hint


def test_sections_that_are_written_once_for_each_are_those_that_hold_several():
    listed = {
        f.name for f in dataclasses.fields(Details) if "tuple[" in str(f.type) and "str" not in str(f.type)
    }
    assert listed == set(slips.SEVERAL)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_in_the_encodings_that_editors_write(tmp_path, encoding):
    path = tmp_path / "handover.toml"
    path.write_bytes('[client]\nname = "Café Ängström"\n'.encode(encoding))
    assert read_details(path, own=NONE).client.name == "Café Ängström"


def test_a_document_of_a_word_processor_and_a_hidden_ending_are_said(tmp_path):
    (tmp_path / "handover.toml").write_text(r"{\rtf1\ansi [client] }")
    with pytest.raises(DetailsError, match="word processor") as caught:
        read_details(tmp_path, own=NONE)
    assert "plain text" in caught.value.hint
    (tmp_path / "handover.toml").rename(tmp_path / "handover.toml.txt")
    with pytest.raises(DetailsError, match="no details file") as caught:
        read_details(tmp_path, own=NONE)
    assert "handover.toml.txt" in caught.value.hint


# --- the secret guard


@pytest.mark.parametrize("key", ["recovery", "two_step", "apps", "payment", "checked_by"])
def test_no_key_of_an_account_takes_a_secret(tmp_path, key):
    error = fault(tmp_path, f"[[account]]\nname = 'X'\n{key} = 'Passwort: Sommer24'\n")
    assert isinstance(error, SecretError) and "Sommer24" not in f"{error} {error.hint}"


SECRETS = ["password: hunter2", "Login ana / kX9$mQ2!vL", "Tr0ub4dor&3", "Passwort lautet Sommer24"]


@pytest.mark.parametrize("text", SECRETS)
def test_what_looks_like_a_secret_stops_the_run_and_is_never_repeated(tmp_path, text):
    error = fault(tmp_path, f"[[account]]\nname = 'X'\nhow = '''{text}'''\n")
    assert isinstance(error, SecretError)
    assert error.key == "account[1].how" and "line 3" in str(error)
    told = f"{error} {error.hint} {error.__cause__} {error.__context__}"
    assert text not in told and not any(len(w) > 5 and w in told for w in text.split() if not w.isalpha())


@pytest.mark.parametrize(
    "key",
    ["password", "Passwort", "api_key", "apiKey", "access-token", "secret", "client_secret", "pwd", "token"],
)
def test_a_key_named_like_a_secret_stops_the_run(tmp_path, key):
    error = fault(tmp_path, f'[[account]]\nname = "X"\n{key} = "abc"\n')
    assert isinstance(error, SecretError) and "abc" not in str(error)


def test_secrets_are_found_in_mappings_details_and_the_own_file(tmp_path):
    for source in ({"voice": ["password: hunter2"]}, Details(voice=("fine", "password: hunter2"))):
        with pytest.raises(SecretError, match=r"voice\[\d\]"):
            read_details(source, own=NONE)
    assert isinstance(fault(tmp_path, "", own='[ask]\nreferral = "password: hunter2"'), SecretError)


def test_a_column_of_a_sheet_may_be_named_anything():
    assert read_details({"content": {"map": {"text": "Token", "post": "Password"}}}, own=NONE).content.map


@settings(max_examples=share(100), deadline=None)
@given(st.text())
def test_any_text_is_details_or_an_error_a_person_can_read(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(text, "utf-8", errors="replace", newline="")
    try:
        assert isinstance(read_details(path, own=NONE), Details)
    except DetailsError as error:
        assert str(error).startswith("any.toml")


# --- notices for dates


def test_thirty_days_of_notice_are_enough():
    assert (
        check_dates(Details(dates=Dates(notice=dt.date(2026, 12, 1), last_day=DAY)), dt.date(2026, 12, 20))
        == ()
    )


def test_a_short_notice_is_a_notice_and_no_error():
    (notice,) = check_dates(Details(dates=Dates(last_day=DAY)), dt.date(2026, 12, 20))
    assert "11 days" in notice.text and notice.where == "dates.last_day"


@pytest.mark.parametrize("key", ["questions_until", "files_kept_until"])
def test_a_day_before_the_last_day_is_a_notice(key):
    dates = Dates(notice=dt.date(2026, 11, 1), last_day=DAY, **{key: dt.date(2026, 12, 1)})
    (notice,) = check_dates(Details(dates=dates), dt.date(2026, 11, 1))
    assert notice.where == f"dates.{key}"


def test_a_wrong_year_is_a_notice():
    (late,) = check_dates(Details(dates=Dates(last_day=DAY)), dt.date(2027, 12, 20))
    (older,) = check_dates(Details(dates=Dates(last_day=DAY)), dt.date(2029, 1, 1))
    (ahead,) = check_dates(Details(dates=Dates(last_day=DAY)), dt.date(2024, 12, 20))
    assert "two years ago" in older.text and "two years ahead" in ahead.text
    assert "three months" in late.text
    dates = Dates(notice=dt.date(2027, 11, 30), last_day=DAY)
    assert any(
        "after the last day" in n.text for n in check_dates(Details(dates=dates), dt.date(2026, 11, 1))
    )


def test_what_is_past_and_not_said_to_be_done_is_asked_of_the_manager():
    accounts = (Account(name="A", done_on=DAY), Account(name="B"), Account(name="C"))
    details = Details(dates=Dates(last_day=DAY), account=accounts)
    (notice,) = check_dates(details, DAY + dt.timedelta(days=1))
    assert "2 accounts do not say" in notice.text and "done_on = 2026-12-31" in notice.hint
    assert not [n for n in check_dates(details, DAY) if n.where == "account.done_on"]


def test_without_a_last_day_there_is_nothing_to_say():
    assert check_dates(Details(content=Content(minimum=3)), DAY) == ()


@pytest.mark.usefixtures("an_ordinary_user")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    read(tmp_path, "")
    (tmp_path / FILE_NAME).chmod(0)
    with pytest.raises(DetailsError, match="could not be read"):
        read_details(tmp_path, own=NONE)


def test_paths_are_no_secrets_whatever_their_names(tmp_path):
    folder = tmp_path / "tmp.kY3vR9xQzT7a"
    folder.mkdir()
    name = "archive-20240101120000-0123456789abcdef0123456789abcdef.zip"
    read(folder, f'[content]\nupdates = ["{name}", "facebook-acmetea-2025-04-01-aB3dEf9x.zip"]\n')
    details = read_details(folder, own=NONE)
    assert read_details(details) == details
    assert details.content.updates[0] == name
