"""Whatever is said of the details, the options and a file of clients can be said in any language."""

import datetime as dt
import re
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

from handover import batch
from handover.batch import running
from handover.details import check_dates, gather, read_details, write_example
from handover.errors import HandoverError
from handover.model import Content, Dates, Details
from handover.options import KEYS, OPTIONS, settle
from handover.write.words import words
from tests.brackets import HOUSE, bare, plain_sentences

BORN = [
    *(HOUSE / "details").glob("*.py"),
    *(HOUSE / "options").glob("*.py"),
    *(HOUSE / "batch").glob("*.py"),
]
TODAY = dt.date(2026, 12, 1)


def raised(job: Any, *given: Any, **named: Any) -> HandoverError:
    with pytest.raises(HandoverError) as caught:
        job(*given, **named)
    return caught.value


def left_bare(error: HandoverError, own: str) -> list[str]:
    """What is no message and none of the user's words in an error; lists of keys are the program's names."""
    left = [*bare(error.message, own), *bare(error.hint, own)]
    return [text for text in left if not re.fullmatch(r"[\w\[\]]+(, [\w\[\]]+)*", text)]


WRONG = {  # of handover.toml -> what of a hint is the program's own, to be typed
    "nmae = 1": "",
    'client = "Acme"': "[client]",
    "account = 1": 'account = ["...", "..."]',
    'account = ["x"]': "[[account]]",
    "[client]\nnmae = 1": "",
    '[client]\nhighlights = ["x"]': "",
    '[client]\nme = "x"': "",
    '[client]\nlogo = "x"': "",
    "[client]\nqqqq = 1": "",
    "[[account]]\nowner_now = 'x'": 'name = "..."',
    "[me]\nname = 1": 'name = "..."',
    '[me]\nemail = "ana"': 'email = "ana@example.com"',
    '[me]\nbrand_colour = "green"': 'brand_colour = "#1f6f6b"',
    '[me]\nlogo = "a.svg"': 'logo = "logo.png"',
    '[me]\nwebsite = "a"': 'website = "https://example.com"',
    '[dates]\nlast_day = "soon"': "last_day = 2026-12-31",
    "[content]\nper_week = 500": "per_week = 3",
    "highlights = 1": 'highlights = ["...", "..."]',
    '[content]\nminimum = "x"': "minimum = 3",
    '[content]\ntimezone = "Europe/Viena"': "Europe/Vienna",
    '[content]\nlanguage = "klingon"': "",
    '[content]\nformats = ["docs"]': "docx",
    "[content]\nformats = []": "",
    '[content]\nmap = "x"': 'map = { text = "Caption" }',
    "[content.map]\ntxet = 'x'": 'text "txet"',
    '[me]\npassword = "x"': "",
    '[[account]]\nname = "a"\nhow = "password: hunter2"': "",
    "[client]\nname = Acme": "",
    '[client]\nname = "Acme': "",
    '[content]\nout_dir = "C:\\Users"': "",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_in_the_details_can_be_said_in_any_language(text, tmp_path):
    path = tmp_path / "handover.toml"
    path.write_text(text)
    error = raised(read_details, path, own=tmp_path / "none.toml")
    own = f"{path} {text} handover.toml 1 2 3 {error.key} {error.key}[1] {WRONG[text]}"
    assert left_bare(error, own) == []


def test_what_is_wrong_with_the_file_itself_can_be_said_in_any_language(tmp_path):
    own, none = tmp_path / "me.toml", tmp_path / "none.toml"
    own.write_text("[client]\nname = 'x'")
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b"[client]\nname = 'Caf\xe9'")
    write_example(tmp_path)
    for error in (
        raised(read_details, None, own=own),
        raised(read_details, none, own=none),
        raised(read_details, latin, own=none),
        raised(read_details, {"nmae": 1}, own=none),
        raised(write_example, tmp_path),
        raised(write_example, latin / "within"),
    ):
        own_words = f"me.toml {none} {tmp_path} latin.toml {latin}/within/handover.toml 1 client"
        assert left_bare(error, own_words + " [me], [content], [ask]") == []


def test_what_is_missing_can_be_said_in_any_language(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for feed in (None, "feed.xml"):
        assert left_bare(raised(gather, feed, [], {}), "") == []


def test_what_the_dates_leave_to_wish_for_can_be_said_in_any_language():
    last = dt.date(2026, 12, 10)
    before, after, long_ago = dt.date(2026, 12, 2), dt.date(2026, 12, 20), dt.date(2025, 12, 10)
    of_all = (
        Dates(last_day=last),
        Dates(last_day=dt.date(2026, 12, 2)),
        Dates(last_day=last, notice=before, questions_until=before, files_kept_until=before),
        Dates(last_day=last, notice=after),
        Dates(last_day=long_ago),
    )
    notices = [notice for dates in of_all for notice in check_dates(Details(dates=dates), TODAY)]
    assert len(notices) >= 7
    own = f"{last} {before} {after} {long_ago} {TODAY} questions_until files_kept_until"
    assert [text for n in notices for text in (n.text, n.hint) if bare(text, own)] == []
    assert words("de").said(notices[0].text).startswith("Von heute (2026-12-01)")


OPTION_VALUES = {"whole": "x", "list": [], "nothing": object, "path": 7, "word": "x y", "map": {"txet": "x"}}


@pytest.mark.parametrize("value", OPTION_VALUES.values(), ids=OPTION_VALUES)
@pytest.mark.parametrize("name", OPTIONS)
def test_what_is_wrong_with_an_option_can_be_said_in_any_language(name, value):
    try:
        settle({name: value}, Details())
    except HandoverError as error:
        sample = re.escape(name) + r"=.*"
        left = [
            text for text in left_bare(error, f"{name} {value!r} 'x' 'y'") if not re.fullmatch(sample, text)
        ]
        assert left == []


def test_an_option_or_template_there_is_none_of_can_be_said_in_any_language():
    for error in (
        raised(settle, {"minimun": 3}, Details()),
        raised(settle, {"qqqqqq": 3}, Details()),
        raised(settle, {"template": "none.docx"}, Details()),
        raised(settle, {}, Details(content=Content(minimum=-1))),
    ):
        assert left_bare(error, "minimun qqqqqq none.docx content.minimum -1 minimum=3") == []


CLIENTS = (
    "",
    "[[client",
    "client = 3",
    "[[client]]\nfed = 1",
    "[[client]]\nqqqqq = 1",
    "[[client]]\nfeed = 1",
)
CLIENTS += ('[[client]]\nminimum = "x"', '[[client]]\nfeed = "a"\nupdates = "b"\nout_dir = "c"\n' * 2)


@pytest.mark.parametrize("text", CLIENTS)
def test_what_is_wrong_in_a_file_of_clients_can_be_said_in_any_language(text, tmp_path):
    path = tmp_path / "clients.toml"
    path.write_text(text)

    def read() -> None:
        for job in batch.read_jobs(path):
            if isinstance(job, batch.Result) and job.error:
                raise job.error  # what is wrong with one client alone

    error = raised(read)
    assert left_bare(error, f'{path} {text} {tmp_path}/c 1 minimum = 3 feed = "..."') == []


def test_a_file_of_clients_that_is_not_there_can_be_said_in_any_language(tmp_path):
    error = raised(batch.read_jobs, tmp_path / "none.toml")
    assert left_bare(error, f"{tmp_path}/none.toml") == []


def test_a_worker_that_died_can_be_said_in_any_language():
    future: Future[Any] = Future()
    future.set_exception(BrokenProcessPool())
    error = running._result("Acme", future).error
    assert isinstance(error, HandoverError)
    assert left_bare(error, "Acme") == []


@pytest.mark.parametrize("path", BORN, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_sentence_is_a_bare_text_where_it_is_born(path: Path):
    assert list(plain_sentences(path)) == []


def test_keys_that_a_file_may_hold_are_all_tried():
    assert set(KEYS) <= set(OPTIONS)
