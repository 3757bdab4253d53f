"""Whatever goes wrong while files are written can be said in any language."""

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

from handover.errors import HandoverError, OutputError, TemplateError
from handover.model import Returned, Said
from handover.starters import write_starters
from handover.write import eml, message, write_handover
from handover.write.disk import digest
from handover.write.docx import write
from handover.write.docx.picture import Logo
from handover.write.job import Job
from handover.write.pdf import libreoffice
from handover.write.store import Store
from handover.write.templates import render
from handover.write.words import languages, words
from handover.write.xlsx.compare import lost_in
from tests.brackets import HOUSE, bare, plain_sentences
from tests.made import make_handover

BORN = [*(HOUSE / "write").rglob("*.py"), HOUSE / "starters.py"]
NAME = "mine.docx"
# What a template's writer has typed besides the tags, and the names in them, wrong and right.
OWN = f"{NAME} Dear … , hello nam name postz posts fro for + uper upper evn even titel first include nowhere"
OWN += " endfor __self__"


def raised(job: Any, *given: Any, **named: Any) -> HandoverError:
    with pytest.raises(HandoverError) as caught:
        job(*given, **named)
    return caught.value


def left_bare(error: HandoverError, own: str) -> list[str]:
    """What is neither message nor tag nor the user's words in an error; lists of names are the program's."""
    left = [*bare(error.message, own), *bare(error.hint, own)]
    return [text for text in left if not re.fullmatch(r"[{%}]\S?.*|[\w, ]+, \w+", text)]


def filled(folder: Path, *paragraphs: str) -> None:
    template = docx.Document()
    for text in paragraphs:
        template.add_paragraph(text)
    template.save(str(folder / NAME))
    made = make_handover(posts=3, rich=True)
    write(Job(handover=made, folder=folder, slug="own", template=folder / NAME))


MISTAKES = {
    "name": ("Dear {{ client.nam }}, hello",),
    "list": ("{%p for post in postz %}", "x", "{%p endfor %}"),
    "end": ("{%p for post in posts %}", "x"),
    "tag": ("{%p fro post in posts %}",),
    "whole list": ("{{ posts }}",),
    "of a list": ("{{ posts.titel }}",),
    "of a text": ("{{ client.name.first }}",),
    "filter": ("{{ client.name|uper }}",),
    "test": ("{{ client.name is evn }}",),
    "include": ("{% include 'a' %}",),
    "open": ("Dear {{ client.name, hello",),
    "sign": ("{{ posts + 1 }}",),
    "power": ("{{ 10**99**9 }}",),
    "python": ("{{ link.__self__ }}",),
    "jump": ("{{r jump('nowhere', 'x') }}",),
    "division": ("{{ 1/0 }}",),
    "bracket": ("{{ (1 }}",),
    "torn": ("{% for p in posts %}", "{% endfor %}{% endfor %}"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_a_word_template_can_be_said_in_any_language(mistake: str, tmp_path: Path) -> None:
    error = raised(filled, tmp_path, *MISTAKES[mistake])
    assert isinstance(error, TemplateError)
    assert left_bare(error, OWN) == []


def test_a_mistake_in_a_word_template_is_read_in_german(tmp_path: Path) -> None:
    error = raised(filled, tmp_path, "Dear {{ client.nam }}, hello")
    assert words("de").said(error.message) == (
        "In der Vorlage mine.docx (das Dokument), bei „Dear … , hello“: das Tag {{ client.nam }}: "
        "es gibt kein „nam“."
    )
    assert words("de").said(error.hint) == "Meinten Sie „name“?"


def test_a_file_that_is_no_template_can_be_said_in_any_language(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"no zip")
    job = Job(handover=make_handover(), folder=tmp_path, slug="own", template=tmp_path / NAME)
    assert left_bare(raised(write, job), NAME) == []
    (tmp_path / NAME).unlink()
    assert left_bare(raised(write, job), NAME) == []


@pytest.mark.parametrize(
    "text", ["{{ wordz }}", "{{ words", "{{ 1/0 }}", "{% for n in range(9) %}{{ n.x }}{% endfor %}"]
)
def test_a_mistake_in_a_text_template_can_be_said_in_any_language(text: str, tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "email.txt.j2").write_text(text)
    made = make_handover()
    made = replace(made, details=replace(made.details, base=str(tmp_path)))
    error = raised(render, "email.txt.j2", made, {"words": "x"})
    assert left_bare(error, "email.txt.j2 1 words") == []


@pytest.mark.parametrize("name", ["none.png", "logo.txt"])
def test_a_logo_that_cannot_be_shown_can_be_said_in_any_language(name: str, tmp_path: Path) -> None:
    (tmp_path / "logo.txt").write_text("no picture")
    assert left_bare(raised(Logo, tmp_path / name), name) == []


def test_what_is_no_address_can_be_said_in_any_language() -> None:
    error = raised(message._address, "me.email", "Nora", "nora feldt@@")
    assert left_bare(error, 'me.email nora feldt@@ "ana@example.com"') == []


def test_a_pdf_that_cannot_be_made_can_be_said_in_any_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "find_libreoffice", lambda: sys.executable)  # which fails at once
    assert left_bare(raised(libreoffice.to_pdf, tmp_path / "a.docx"), "pdf formats page-numbers off") == []


def commit(folder: Path, *names: str, **more: Any) -> None:
    with Store(folder) as store:
        for name in names:
            (store.staging / name).write_text("new")
        store.commit(dict.fromkeys(names, "xlsx"), overwrite=False, **more)


@pytest.mark.parametrize("names", [["a.xlsx"], ["a.xlsx", "b.xlsx"], ["a.xlsx", "b.xlsx", "c.xlsx"]])
def test_that_files_were_changed_can_be_said_in_any_language(names: list[str], tmp_path: Path) -> None:
    for name in names:
        (tmp_path / name).write_text("hers")
    own = str(tmp_path / "a.xlsx")
    assert left_bare(raised(commit, tmp_path, *names), own) == []
    lost = Said("The {things} in it would be lost.", things=Said("charts"))
    read = [Returned(path=tmp_path / n, sha256=digest(tmp_path / n), lost=lost) for n in names]
    error = raised(commit, tmp_path, *names, returned=read)
    assert left_bare(error, own) == []
    told = words("de").said(error.hint)
    assert "Diagramme" in told and "would" not in told and "--overwrite" in told


def test_a_folder_in_use_or_that_cannot_be_made_can_be_said_in_any_language(tmp_path: Path) -> None:
    with Store(tmp_path):
        assert left_bare(raised(Store(tmp_path).__enter__), str(tmp_path)) == []
    (tmp_path / "file").write_text("")
    assert left_bare(raised(commit, tmp_path / "file" / "out", "a"), str(tmp_path / "file" / "out")) == []


def test_a_full_disk_can_be_said_in_any_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(job: Job) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(eml, "write", full)
    error = raised(write_handover, make_handover(), tmp_path, formats=("eml",))
    assert isinstance(error, OutputError)
    assert left_bare(error, "eml") == []


def test_a_start_that_is_already_there_can_be_said_in_any_language(tmp_path: Path) -> None:
    (tmp_path / "updates.xlsx").write_text("hers")
    assert left_bare(raised(write_starters, tmp_path), str(tmp_path / "updates.xlsx")) == []


def test_a_workbook_of_another_kind_can_be_said_in_any_language(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_text("no workbook")
    assert bare(lost_in(tmp_path / "a.xlsx", tmp_path / "a.xlsx")) == []


@pytest.mark.parametrize("path", BORN, ids=lambda path: str(path.relative_to(HOUSE)))
def test_no_sentence_is_a_bare_text_where_it_is_born(path: Path) -> None:
    assert list(plain_sentences(path)) == []


@pytest.mark.parametrize("language", [tag for tag in languages() if tag != "en"])
def test_what_the_program_wants_typed_is_the_same_in_every_language(language: str) -> None:
    told = words(language).said(raised(commit_over, language).hint)
    assert "--out-dir" in told and "--overwrite" in told


def commit_over(language: str) -> None:
    raise Store(Path("x"))._refusal(["a.xlsx"], {})
