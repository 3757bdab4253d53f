"""The table of options: everything that shows one agrees with it, and whoever has the first word wins."""

import dataclasses
import datetime as dt
import inspect
import itertools
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_type_hints

import click
import pytest
from babel import Locale

from handover import HandoverError, build_handover, cli, flags, read_updates, write_handover
from handover.details import read_details
from handover.details.example import EXAMPLE
from handover.errors import DetailsError
from handover.model import Content, Details
from handover.options import DETAILS, FORMATS, KEYS, OPTIONS, TABLE, Option, Options, settle, zone_of
from handover.options.kinds import FIELDS, in_toml
from handover.options.tongues import language_tag
from handover.read.updates.tables.header.user_map import MAPPABLE
from handover.write import WRITERS
from handover.write.words import languages

README = Path(__file__).parent.parent / "README.md"
NONE = Path("there-is-none.toml")
NOT_SAID = object()

# Two values of each option that a file can hold; a switch has no more.
VALUES: Mapping[str, tuple[Any, Any]] = {
    "out_dir": ("here", "there"),
    "formats": (["docx"], ["eml", "xlsx"]),
    "minimum": (0, 5),
    "template": ("one.docx", "two.docx"),
    "language": ("de", "pt-BR"),
    "map": ({"text": "Caption"}, {"text": "Words", "network": "Where"}),
    "network": ({"plan.xlsx": "instagram"}, {"plan.xlsx › March": "x", "b.csv": "facebook"}),
    "timezone": ("Europe/Vienna", "UTC"),
    "pictures": ("all", "none"),
    "site": ("https://one.example", "https://two.example"),
    **{name: (True, False) for name, option in KEYS.items() if option.kind.is_switch},
}


# --- everything that shows an option agrees with the table


def test_the_keywords_of_build_handover_are_the_table() -> None:
    keywords = {
        name: parameter.default
        for name, parameter in inspect.signature(build_handover).parameters.items()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY
    }
    assert keywords == {option.name: option.default for option in TABLE}


def test_what_writes_by_itself_has_the_same_defaults() -> None:
    parameters = inspect.signature(write_handover).parameters
    shared = {name: parameter.default for name, parameter in parameters.items() if name in OPTIONS}
    assert shared == {name: OPTIONS[name].default for name in shared}
    assert set(shared) > {"out_dir", "formats", "overwrite"}


def test_the_keys_under_content_are_the_table_and_none_is_set_by_itself() -> None:
    only_there = {"updates", "per_week"}
    assert {field.name for field in dataclasses.fields(Content)} == {*KEYS, *only_there}
    assert settle({}, Details()) == Options()


def test_the_readme_s_table_is_the_table() -> None:
    def shown(option: Option) -> str:
        code = option.kind.is_path or option.name == "formats"
        default = f"`{option.shown}`" if code and option.default else option.shown
        return f"| `{option.name}` | {option.help} | {default} |"

    text = README.read_text("utf-8")
    (table,) = re.findall(r"(?m)^\| option \| meaning \| default \|\n\|[-|]+\|\n((?:\|.+\n)+)", text)
    assert table.splitlines() == [shown(option) for option in TABLE]


def flags_of(command: click.Command) -> dict[str, click.Option]:
    return {param.name or "": param for param in command.params if isinstance(param, click.Option)}


@pytest.mark.parametrize("option", TABLE, ids=lambda option: option.name)
def test_the_flags_of_build_and_check_are_the_table(option: Option) -> None:
    for command, takes in ((cli.build, option.flag), (cli.check, option.flag and not option.writing)):
        assert (option.name in flags_of(command)) == takes
        if takes:
            flag = flags_of(command)[option.name]
            assert flag.opts == [option.said]
            assert flag.secondary_opts == ([f"--no-{option.said[2:]}"] if option.kind.is_switch else [])
            assert option.help.replace("`", "")[1:] in (flag.help or "")


def test_the_commands_have_no_other_flag() -> None:
    assert set(flags_of(cli.build)) - {option.name for option in TABLE} == {"as_json", "quiet", "debug"}


def test_the_example_shows_every_key_with_a_value_that_will_do() -> None:
    content = EXAMPLE.read_text("utf-8").partition("\n[content]\n")[2].partition("\n[")[0]
    for name, option in KEYS.items():
        (line,) = re.findall(rf"(?m)^# ({name} = .+?)(?:\s+#.*)?$", content)
        details = read_details({"content": tomllib.loads(line)}, own=NONE)
        assert getattr(details.content, name) not in (None, "", (), {}), option


def test_the_names_in_the_table_are_those_of_the_stages() -> None:
    assert tuple(WRITERS) == FORMATS
    assert tuple(MAPPABLE) == FIELDS
    assert ", ".join(languages()[:2]) in OPTIONS["language"].help
    assert all(language in OPTIONS["language"].help for language in languages())


def test_every_option_has_two_values_to_try() -> None:
    assert set(VALUES) == set(KEYS)


def test_the_table_is_there_without_the_stages() -> None:
    code = "import sys, handover.options; print(*[m for m in sys.modules if m.startswith('handover.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[1] for name in done.stdout.split()}
    assert loaded <= {"options", "model", "errors", "later", "networks", "urls"}


# --- the call, then the client's file, then the user's own file, then the default


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Options]]:
    """The options a build was asked for; no build takes place."""
    found: list[Options] = []

    def prepare(feed: Any, updates: Any, options: Options, details: Details) -> None:
        found.append(options)
        raise HandoverError("far enough")

    monkeypatch.setattr("handover.build.prepare", prepare)
    monkeypatch.setattr("handover.details.reading.own_file", lambda: tmp_path / "me.toml")
    monkeypatch.chdir(tmp_path)
    for place in (tmp_path, tmp_path / "client"):
        place.mkdir(exist_ok=True)
        for name in VALUES["template"]:
            (place / name).touch()
    yield found


def say(file: Path, name: str, value: Any) -> None:
    file.write_text("" if value is NOT_SAID else f"[content]\n{name} = {in_toml(value)}\n", "utf-8")


def by_call(name: str, value: Any) -> None:
    given = {} if value is NOT_SAID else {name: value}
    with pytest.raises(HandoverError, match="far enough"):
        build_handover("feed.xml", "updates.csv", details="client", **given)


def on_the_line(name: str, value: Any) -> None:
    said = []
    if isinstance(value, bool):
        said = [f"--{'' if value else 'no-'}{OPTIONS[name].said[2:]}"]
    elif value is not NOT_SAID:
        said = [OPTIONS[name].said, flags.on_the_line(value)]
    with pytest.raises(HandoverError, match="far enough"):
        cli.cli.main(
            ["build", "feed.xml", "updates.csv", "--details", "client", *said], standalone_mode=False
        )


def meant(name: str, value: Any, folder: Path) -> Any:
    """The value as a build has it: a path is meant from where its file lies."""
    taken = OPTIONS[name].take(value)
    return str(folder / taken) if OPTIONS[name].kind.is_path and folder != Path() else taken


@pytest.mark.parametrize("door", [by_call, on_the_line], ids=["in Python", "on the command line"])
@pytest.mark.parametrize("name", KEYS)
def test_the_call_wins_over_the_client_s_file_this_over_the_user_s_own_and_this_over_the_default(
    tmp_path: Path, told: list[Options], name: str, door: Any
) -> None:
    own, client = tmp_path / "me.toml", tmp_path / "client" / "handover.toml"
    default = OPTIONS[name].default
    sayable = [value for value in VALUES[name] if value != default]
    given = [NOT_SAID, *sayable, *([default] if default is not None else [])]
    filed = [NOT_SAID, *sayable, *([default] if isinstance(default, int) else [])]
    for call, in_file, in_own in itertools.product(given, filed, filed):
        say(own, name, in_own)
        say(client, name, in_file)
        door(name, call)
        if call is not NOT_SAID:
            wanted = meant(name, call, Path())
        elif in_file is not NOT_SAID:
            wanted = meant(name, in_file, client.parent)
        elif in_own is not NOT_SAID:
            wanted = meant(name, in_own, tmp_path if name == "template" else client.parent)
        else:
            wanted = default
        assert getattr(told[-1], name) == wanted, (call, in_file, in_own)


def test_an_edited_file_is_not_overwritten_where_the_call_says_so(
    told: list[Options], tmp_path: Path
) -> None:
    (tmp_path / "client" / "handover.toml").write_text("[content]\noverwrite = true\n")
    by_call("overwrite", False)
    assert told[-1].overwrite is False


@pytest.mark.parametrize("name", ["template", "language", "map", "network", "timezone", "site"])
def test_none_is_a_word_too_where_it_is_the_default(told: list[Options], tmp_path: Path, name: str) -> None:
    say(tmp_path / "client" / "handover.toml", name, VALUES[name][0])
    by_call(name, None)
    assert getattr(told[-1], name) is None
    on_the_line(name, "")
    assert getattr(told[-1], name) is None
    say(tmp_path / "me.toml", name, VALUES[name][0])
    say(tmp_path / "client" / "handover.toml", name, {} if name in ("map", "network") else "")
    by_call(name, NOT_SAID)
    assert getattr(told[-1], name) is None


# --- what will not do is said in a sentence, with the nearest right name


WRONG = [
    ("minimum", True),
    ("minimum", "3"),
    ("minimum", 3.0),
    ("minimum", -1),
    ("minimum", None),
    ("formats", []),
    ("formats", 3),
    ("formats", ["xlsx", 3]),
    ("formats", None),
    ("strict", "yes"),
    ("strict", 1),
    ("strict", None),
    ("out_dir", 3),
    ("out_dir", ""),
    ("template", "letter.odt"),
    ("template", 3),
    ("language", 3),
    ("language", "klingon"),
    ("map", "Caption"),
    ("map", {"text": 3}),
    ("map", {"texte": "Caption"}),
    ("network", "instagram"),
    ("network", {"plan.xlsx": "instgram"}),
    ("network", {"plan.xlsx": 3}),
    ("timezone", 3),
    ("timezone", "Europe/Wien"),
    ("timezone", dt.timezone(dt.timedelta(hours=2))),
    ("site", 3),
    ("site", "my blog"),
    ("today", "2026-11-29"),
    ("progress", 3),
    ("details", 3),
]


@pytest.mark.parametrize(("name", "value"), WRONG, ids=lambda value: repr(value))
def test_a_wrong_value_is_told_with_the_name_and_what_to_write(name: str, value: Any) -> None:
    with pytest.raises(HandoverError) as caught:
        build_handover("feed.xml", "updates.csv", **{name: value})
    assert re.match(rf"{name} should be .+, not .+\.$", str(caught.value)), caught.value
    assert caught.value.hint and caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, value) for name, value in WRONG if name in KEYS and value not in (None, "")],
    ids=lambda value: repr(value),
)
def test_a_wrong_value_in_a_file_in_details_or_in_a_job_is_told_alike(
    tmp_path: Path, name: str, value: Any
) -> None:
    content = {"content": {name: value}}
    made = Details(content=Content(**{name: value}))
    for details in (content, *([made] if value not in ([], {}) else [])):
        with pytest.raises(DetailsError) as caught:
            build_handover("feed.xml", "updates.csv", details=details)
        assert f"content.{name} should be" in str(caught.value)
        assert caught.value.key.startswith(f"content.{name}") and caught.value.hint


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("minimun", "minimum"), ("format", "formats"), ("overwrit", "overwrite"), ("time_zone", "timezone")],
)
def test_a_name_that_is_none_gets_the_nearest_right_one(wrong: str, right: str) -> None:
    with pytest.raises(HandoverError) as caught:
        build_handover("feed.xml", "updates.csv", **{wrong: 3})
    assert (str(caught.value), caught.value.hint) == (
        f"There is no option {wrong!r}.",
        f"Did you mean {right}?",
    )
    with pytest.raises(DetailsError, match=rf"content\.{wrong} = 3 is not a key") as in_file:
        build_handover("feed.xml", "updates.csv", details={"content": {wrong: 3}})
    assert right in in_file.value.hint


def test_a_name_like_no_other_gets_the_list() -> None:
    with pytest.raises(HandoverError) as caught:
        build_handover("feed.xml", "updates.csv", qqq=3)
    assert all(option.name in caught.value.hint for option in TABLE)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--minimun", "3"], "--minimum"),
        (["--minimum", "three"], "--minimum should be a whole number, not 'three'."),
        (["--minimum=-1"], "--minimum should be 0 or more, not -1."),
        (["--formats", "xlsx,dox"], 'Did you mean "docx"?'),
        (["--formats", ","], "at least one"),
        (["--map", "Caption"], "--map should be field=column, not 'Caption'."),
        (["--map", "texte=Caption"], 'Did you mean "text"?'),
        (["--map", "Caption"], "Write: --map text=Caption"),
        (["--network", "instagram"], "Write: --network updates.xlsx=instagram"),
        (["--network", "plan.xlsx=Facbook"], 'Did you mean "facebook"?'),
        (["--timezone", "europe/viena"], 'Did you mean "Europe/Vienna"?'),
        (["--template", "letter.odt"], "--template should be a Word file"),
        (["--strict=yes"], "--strict"),
        (["--today", "2026-01-01"], "--today"),
        *(
            ([option.said, f"--no-{option.said[2:]}"], f"--no-{option.said[2:]} cannot both be")
            for option in KEYS.values()
            if option.kind.is_switch
        ),
        (["--no-overwrite", "--formats", "docx", "--overwrite"], "cannot both be"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_wrong_word_on_the_command_line_is_a_sentence_and_leaves_with_2(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        cli.main(["build", "feed.xml", "updates.csv", *words])
    told = capsys.readouterr().err
    assert left.value.code == 2
    assert re.fullmatch(r"error: .+\nhint: .+\n", told), told
    assert said in told


def test_what_stands_behind_two_hyphens_is_no_flag(told: list[Options]) -> None:
    with pytest.raises(HandoverError, match="far enough"):
        cli.cli.main(["build", "--strict", "--", "feed.xml", "--no-strict"], standalone_mode=False)
    assert told[-1].strict


def test_columns_are_read_from_the_command_line_with_commas_quotes_and_apostrophes() -> None:
    read = OPTIONS["map"].kind.of_text
    assert read('text=Caption, posted_at="Go live, UK"') == {"text": "Caption", "posted_at": "Go live, UK"}
    assert read("text=What's on,date=When?") == {"text": "What's on", "date": "When?"}
    assert [read(text) for text in ("text", "text=", "=Caption", "a=b,c")] == [
        "text",
        "text=",
        "=Caption",
        "a=b,c",
    ]


# --- zones


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("UTC", "UTC"),
        ("utc", "UTC"),
        ("Utc", "UTC"),
        ("gmt", "UTC"),
        ("z", "UTC"),
        (" utc ", "UTC"),
        ("Europe/Vienna", "Europe/Vienna"),
        ("europe/vienna", "Europe/Vienna"),
        ("EUROPE/VIENNA", "Europe/Vienna"),
        ("america/new york", "America/New_York"),
        ("America/Port-au-prince", "America/Port-au-Prince"),
    ],
)
def test_a_zone_is_the_same_in_every_spelling_for_updates_and_build(
    told: list[Options], written: str, name: str
) -> None:
    Path("updates.csv").write_text("Date,Network,Text\n2026-07-01 12:00,X,Hello there\n", "utf-8")
    Path("client/handover.toml").touch()
    by_call("timezone", written)
    assert told[-1].timezone == name
    on_the_line("timezone", written)
    assert told[-1].timezone == name
    (update,) = read_updates("updates.csv", timezone=written).items
    zone = zone_of(name)
    assert update.posted_at == dt.datetime(2026, 7, 1, 12, tzinfo=zone)


@pytest.mark.parametrize("name", ["Europe/Wien", "+02:00", "Europe", "../etc/passwd", "Mars/Sea", "\0"])
def test_what_is_no_zone_is_refused_by_both_alike(name: str) -> None:
    refused = []
    for read in (
        lambda: read_updates([], timezone=name),
        lambda: build_handover("feed.xml", [], timezone=name),
    ):
        with pytest.raises(HandoverError) as caught:
            read()
        refused.append((str(caught.value), caught.value.hint))
    assert refused[0] == refused[1]


def test_the_annotations_can_be_read() -> None:
    assert set(get_type_hints(Options)) == set(OPTIONS)
    assert DETAILS.name not in OPTIONS


@pytest.mark.parametrize(
    ("said", "tag"),
    [
        ("German", "de"),
        ("deutsch", "de"),
        ("Français", "fr"),
        (" español ", "es"),
        ("alemão", "de"),
        ("pt-BR", "pt-BR"),
        ("nl", "nl"),
        ("Klingon", ""),
        ("de DE", ""),
    ],
)
def test_a_language_is_known_by_its_name(said: str, tag: str) -> None:
    assert language_tag(said) == tag


def test_every_language_that_is_spoken_is_known_by_its_name_in_all_of_them() -> None:
    names = {
        (of, Locale.parse(of, sep="-").get_language_name(by.replace("-", "_")))
        for of in languages()
        for by in languages()
    }
    assert {(of, name) for of, name in names if language_tag(name or "") != of.partition("-")[0]} == set()
