"""The command line as a person uses it: a process of its own."""

import ast
import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from handover.cli import main

PACKAGE = Path(__file__).parent.parent / "handover"
SAMPLES = Path(__file__).parent.parent / "sample_data"
FEED, SHEET, DETAILS = (str(SAMPLES / name) for name in ("feed.xml", "updates.xlsx", "handover.toml"))


def run(*words: str, cwd: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "handover", *words],
        cwd=cwd,
        env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", **(env or {})},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_build_prints_the_summary_and_the_paths_and_nothing_else(tmp_path: Path) -> None:
    done = run("build", FEED, SHEET, "--details", DETAILS, "--out-dir", "out", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "12 posts, 36 updates" in done.stdout
    out = (tmp_path / "out").resolve()
    assert f"To send  {out / 'tern-tide-coffee-content-library.xlsx'}\n" in done.stdout
    assert f"         {out / 'tern-tide-coffee-handover.docx'}\n" in done.stdout
    assert f"For you  {out / 'for-you' / 'tern-tide-coffee-working-copy.xlsx'}\n" in done.stdout
    assert "Runway:" in done.stdout
    assert "Next:" in done.stdout


def test_quiet_prints_nothing(tmp_path: Path) -> None:
    done = run("build", FEED, SHEET, "--quiet", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert len(list(tmp_path.glob("tern-tide-coffee-*"))) == 2


def test_handover_alone_builds_in_a_folder_with_a_details_file(tmp_path: Path) -> None:
    shutil.copytree(SAMPLES, tmp_path / "client")
    done = run(cwd=tmp_path / "client")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "client" / "tern-tide-coffee-handover.docx").exists()


@pytest.mark.parametrize(
    "words", [("client",), ("client/handover.toml", "--formats", "docx"), ("build", "client")]
)
def test_the_name_of_a_client_s_folder_or_details_builds_into_it(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    shutil.copytree(SAMPLES, tmp_path / "client")
    done = run(*words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "client" / "tern-tide-coffee-handover.docx").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["client"]


NOTES = "Date,Network,Text\n2026-02-03,X,A word of our own\n"


@pytest.mark.parametrize("place", [".", "handover.toml"])
def test_the_details_of_a_folder_count_where_updates_are_named_beside_it(tmp_path: Path, place: str) -> None:
    shutil.copytree(SAMPLES, tmp_path / "client")
    (tmp_path / "client" / "notes.csv").write_text(NOTES, "utf-8")
    done = run("build", place, "notes.csv", cwd=tmp_path / "client")
    assert done.returncode == 0, done.stderr
    assert "12 posts, 1 update;" in done.stdout
    assert (tmp_path / "client" / "tern-tide-coffee-handover.docx").exists()


def test_a_folder_whose_details_name_no_blog_is_the_blog(tmp_path: Path) -> None:
    (tmp_path / "handover.toml").write_text('[client]\nname = "Acme Tea"\n', "utf-8")
    for title in ("Tea", "Cups"):
        post = f"---\ntitle: {title}\ndate: 2026-02-01\n---\nAll of it.\n"
        (tmp_path / f"{title}.md").write_text(post, "utf-8")
    (tmp_path / "notes.csv").write_text(NOTES, "utf-8")
    done = run("check", ".", "notes.csv", cwd=tmp_path)
    assert "Acme Tea: 2 posts" in done.stdout, done.stdout + done.stderr


def test_handover_alone_elsewhere_shows_the_help(tmp_path: Path) -> None:
    done = run(cwd=tmp_path)
    assert done.returncode == 0
    assert "Hand a client's blog and its social updates over" in done.stdout
    assert all(command in done.stdout for command in ("build", "check", "init", "batch", "formats"))


def test_a_flag_wins_over_the_details_file_even_at_its_default(tmp_path: Path) -> None:
    (tmp_path / "handover.toml").write_text("[content]\nminimum = 9\n")
    words = ("check", FEED, SHEET, "--details", "handover.toml")
    assert "9 updates" in run(*words, cwd=tmp_path).stdout
    assert "9 updates" not in run(*words, "--minimum", "3", cwd=tmp_path).stdout


def test_check_writes_nothing_and_leaves_with_1_when_something_needs_a_look(tmp_path: Path) -> None:
    done = run("check", FEED, SHEET, cwd=tmp_path)
    assert done.returncode == 1
    assert "=SUM(a good espresso): 2 of 3 updates" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_check_leaves_with_0_when_all_is_well(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(
        "<rss version='2.0'><channel><title>T</title><link>https://t.example</link><language>en</language>"
        "<item><title>One</title><link>https://t.example/one</link><guid>1</guid>"
        "<pubDate>Tue, 03 Feb 2026 10:00:00 GMT</pubDate></item></channel></rss>"
    )
    (tmp_path / "updates.csv").write_text(
        "Date,Network,Text\n"
        + "".join(f"2026-02-0{n} 10:00Z,LinkedIn,Text {n} https://t.example/one\n" for n in (3, 4, 5))
    )
    done = run("check", "feed.xml", "updates.csv", "--timezone", "UTC", "--no-whole-blog", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("build", FEED), 2, "no updates"),
        (("build",), 2, "no feed"),
        (("build", "missing.xml", SHEET), 2, "missing.xml"),
        (("build", FEED, SHEET, "--formats", "odt"), 2, "odt"),
        (("build", FEED, SHEET, "--minimum", "-2"), 2, "-2"),
        (("build", FEED, SHEET, "--map", "nonsense"), 2, "nonsense"),
        (("build", "http://127.0.0.1:99999/feed", SHEET), 3, "127.0.0.1"),
        (("build", FEED, SHEET, "--strict"), 1, "fewer than 3"),
        (("build", FEED, SHEET, "--out-dir", "taken/out"), 4, "taken"),
        (("nonsense",), 2, "nonsense"),
        (("biuld", FEED), 2, "build"),
        (("init", "client", "--language", "klingonisch"), 2, "--language should be the tag of a language"),
        (("taken.toml",), 2, "There is no details file"),
        (("folder",), 2, "There is no feed to read"),
    ],
)
def test_an_error_is_a_sentence_with_its_exit_code_and_no_traceback(
    tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    (tmp_path / "folder").mkdir()
    done = run(*words, cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert {p.name for p in tmp_path.rglob("*")} == {"taken", "folder"}


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    done = run("build", "missing.xml", SHEET, "--debug", cwd=tmp_path)
    assert "Traceback" in done.stderr


def test_init_writes_what_a_user_starts_from_and_it_can_be_read(tmp_path: Path) -> None:
    done = run("init", "client", "--template", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    names = {p.name for p in (tmp_path / "client").iterdir()}
    assert names == {
        "handover.toml",
        "updates.xlsx",
        "handover-template.docx",
        "handover-template-variables.txt",
    }
    listed = (tmp_path / "client" / "handover-template-variables.txt").read_text("utf-8")
    assert "client.name:" in listed
    built = run(
        "build", FEED, SHEET, "--details", "client/handover.toml", "--template",
        "client/handover-template.docx", "--out-dir", "out", cwd=tmp_path,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr


def test_init_writes_the_template_alone_where_the_details_are(tmp_path: Path) -> None:
    (tmp_path / "handover.toml").write_text("mine")
    assert run("init", "--template", cwd=tmp_path).returncode == 0
    assert (tmp_path / "handover.toml").read_text() == "mine"
    assert {path.name for path in tmp_path.iterdir()} == {
        "handover.toml",
        "handover-template.docx",
        "handover-template-variables.txt",
    }


def test_init_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "handover.toml").write_text("mine")
    done = run("init", cwd=tmp_path)
    assert done.returncode == 4
    assert (tmp_path / "handover.toml").read_text() == "mine"
    assert not (tmp_path / "updates.xlsx").exists()


def test_formats_lists_every_line_of_the_tables(tmp_path: Path) -> None:
    from handover.read import FEED_FORMATS, UPDATE_FORMATS
    from handover.write import WRITERS

    shown = " ".join(run("formats", cwd=tmp_path).stdout.split())
    for row in (*FEED_FORMATS, *UPDATE_FORMATS):
        assert row.name in shown
    for name in WRITERS:
        assert f"{name} " in shown


@pytest.mark.parametrize("env", [{"PYTHONIOENCODING": "cp1252"}, {"PYTHONUTF8": "0", "LC_ALL": "C"}])
def test_an_old_console_never_ends_the_run(tmp_path: Path, env: dict[str, str]) -> None:
    done = run("check", FEED, SHEET, cwd=tmp_path, env=env)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_batch_builds_every_client_and_names_the_one_that_fails(tmp_path: Path) -> None:
    (tmp_path / "clients.toml").write_text(
        f"[[client]]\nname = 'good'\nfeed = {FEED!r}\nupdates = [{SHEET!r}]\n"
        f"[[client]]\nname = 'bad'\nfeed = 'missing.xml'\nupdates = [{SHEET!r}]\n"
    )
    done = run("batch", "clients.toml", "--workers", "2", cwd=tmp_path)
    assert done.returncode == 2
    assert "error: bad: There is no file" in done.stderr
    assert "1 of 2 clients done." in done.stdout
    assert len(list((tmp_path / "good").glob("tern-tide-coffee-*"))) == 2


def test_in_a_german_terminal_an_error_and_the_formats_are_german(tmp_path: Path) -> None:
    german = {"LC_ALL": "de_AT.UTF-8"}
    done = run("build", "missing.xml", SHEET, cwd=tmp_path, env=german)
    assert done.stderr.startswith("Fehler: Es gibt keine Datei") and "\nTipp: " in done.stderr
    listed = run("formats", cwd=tmp_path, env=german).stdout
    assert "Blogs, die gelesen werden können" in listed and "Tabelle" in listed
    assert not re.search(r"\b(?:the|of|with|or)\b", listed.replace("of.", ""))


def test_the_managers_own_language_wins_over_the_terminals_even_where_the_details_are_wrong(
    tmp_path: Path,
) -> None:
    (tmp_path / "handover.toml").write_text("[me]\nlanguage = 'fr'\n[client]\nnmae = 'x'\n")
    german = {"LC_ALL": "de_AT.UTF-8"}
    wrong = run("check", FEED, SHEET, "--details", "handover.toml", cwd=tmp_path, env=german)
    assert wrong.stderr.startswith("erreur\u00a0: handover.toml, ligne 4")
    (tmp_path / "handover.toml").write_text("[me]\nlanguage = 'fr'\n")
    taken = ("build", FEED, SHEET, "--details", "handover.toml", "--out-dir", "handover.toml/out")
    assert "n’a pas pu être écrit" in run(*taken, cwd=tmp_path, env=german).stderr


def test_without_a_language_of_her_own_an_error_is_in_the_documents(tmp_path: Path) -> None:
    done = run("build", FEED, SHEET, "--language", "it", "--strict", cwd=tmp_path)
    assert done.returncode == 1 and done.stderr.startswith("errore: ")


def test_a_file_of_clients_is_closed_and_its_errors_told_in_each_managers_language(tmp_path: Path) -> None:
    (tmp_path / "es.toml").write_text("[me]\nlanguage = 'es'\n")
    (tmp_path / "clients.toml").write_text(
        f"[[client]]\nname = 'bad'\nfeed = 'missing.xml'\nupdates = [{SHEET!r}]\ndetails = 'es.toml'\n"
    )
    done = run("batch", "clients.toml", "--workers", "1", cwd=tmp_path, env={"LC_ALL": "pt_BR.UTF-8"})
    assert done.stderr.startswith("error: bad: No hay ningún archivo") and "consejo: " in done.stderr
    assert done.stdout == "0 de 1 cliente concluído.\n"


def test_a_stage_is_called_in_her_language_and_a_client_by_its_name() -> None:
    from handover.terminal import ProgressBar, Reader

    shown: dict[str, str] = {}
    reader = Reader()
    reader.language = "de"
    bar = ProgressBar(True, reader)
    bar._bar = SimpleNamespace(
        add_task=lambda label, total: shown.setdefault(label, label), update=lambda *_, **__: 0
    )
    for stage in ("feed", "Checking links", "iPhone Shop"):
        bar._show(stage, 0, None)
    assert list(shown) == ["Blog wird gelesen", "Links werden geprüft", "iPhone Shop"]


def test_every_stage_a_build_may_tell_has_a_label() -> None:
    from handover.terminal import ProgressBar

    package = Path(__file__).parent.parent / "handover"
    code = "\n".join(path.read_text("utf-8") for path in package.rglob("*.py"))
    told = set(re.findall(r"""(?:progress|say|_ask_all)\(\s*"([^"]+)",""", code))
    assert len(told) >= 6 and told <= set(ProgressBar.LABELS)


EVIL = "\x1b]0;owned\x07\x9b31m\u202egnp\u2066\rerror: no"


@pytest.mark.parametrize(
    "words",
    [
        ("build", EVIL, "u.csv"),
        ("build", "feed.json", EVIL),
        ("check", "feed.json", "in"),
        ("check", "feed.json", "u.zip"),
        ("build", "feed.json", "u.csv", "--out-dir", EVIL),
        ("formats", EVIL),
        (EVIL,),
        ("build", f"https://{EVIL}.invalid/", "u.csv"),
        ("batch", "clients.toml"),
        ("build", "--details", "h.toml"),
    ],
)
def test_a_strangers_name_commands_no_terminal(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    table = "Text,Network\nBread is ready,x\n"
    (tmp_path / "u.csv").write_text(table)
    with contextlib.suppress(OSError):  # no name of a file on Windows
        (tmp_path / "in" / f"{EVIL}.csv").write_text("nothing")
        (tmp_path / "in" / f"{EVIL}2.csv").write_text(table)
    with zipfile.ZipFile(tmp_path / "u.zip", "w") as packed:
        packed.writestr(f"{EVIL}.csv", "nothing")
        packed.writestr(f"{EVIL}2.csv", table)
    item = {"id": "1", "title": EVIL, "content_text": "Bread."}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": EVIL, "items": [item]}
    (tmp_path / "feed.json").write_text(json.dumps(feed))
    name = json.dumps(EVIL.replace("\x07", ""))
    (tmp_path / "h.toml").write_text(f"{name} = 1\n")
    client = f'name = {name}\nfeed = "feed.json"\nupdates = "u.csv"\nout_dir = "out"\n'
    (tmp_path / "clients.toml").write_text(f"[[client]]\n{client}[[client]]\n{client}")
    with pytest.raises(SystemExit):
        main(words)
    printed = "".join(capsys.readouterr())
    assert printed and not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", printed)


def test_all_that_is_printed_is_cleaned_at_one_place() -> None:
    tree = ast.parse((PACKAGE / "cli.py").read_text("utf-8"))
    printing = [
        node for node in ast.walk(tree) if ast.unparse(node) in ("click.echo", "click.secho", "print")
    ]
    assert len(printing) == 1
    assert not [p.name for p in PACKAGE.rglob("*.py") if ".expanduser()" in p.read_text("utf-8")]  # raises
