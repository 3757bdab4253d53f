"""A build in a language in which every message stands in brackets shows no word outside of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from handover.model import Media, Notice, Said, Skipped, Unpaired, Update
from handover.networks import NETWORKS
from handover.pair import pair_updates
from handover.write import WRITERS, write_handover
from handover.write import words as wording
from handover.write.next_tool import TOOLS
from tests.brackets import Brackets
from tests.made import make_handover
from tests.spoken import all_in_greek, texts_of

FORMATS = tuple(name for name in WRITERS if name != "pdf")  # which LibreOffice makes of the document

_BRACKETED = re.compile(r"\[[^\[\]]*\]")
# Dates and months are the locale's, names of networks their own; a tab may not have brackets in its name.
_NOT_OURS = re.compile(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*")

NAMES = {"LinkedIn", "Facebook", "Instagram", "Bluesky", "UTC"}


@pytest.fixture
def brackets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(wording, "Words", lambda language: Brackets())
    wording.words.cache_clear()
    yield
    wording.words.cache_clear()


def outside(text: str) -> str:
    """What of a cell stands in no bracket."""
    while (less := _BRACKETED.sub("", text)) != text:
        text = less
    return _NOT_OURS.sub("", text)


def test_no_word_of_the_working_copy_is_left_in_english_but_the_users_own(
    tmp_path: Path, brackets: None
) -> None:
    made = make_handover(rich=True)
    pairing = pair_updates(
        made.posts,
        [pair.update for pair in made.pairs]
        + [Update(id="zz1", text="zz", network="other"), Update(id="zz2", text="zz", network="x", post="zz")],
    )
    told = Said("{n} row without a network took the one above.", n=3)
    handover = replace(
        made,
        pairing=pairing,
        feed=replace(made.feed, extent_reason=Said("The site does not give out older posts.")),
        verdicts={key: replace(v, reason=told) for key, v in made.verdicts.items()},
        skipped=(Skipped(location="zz", line=3, reason=told),),
        notices=(Notice(text=told, hint=told, where="zz"),),
    )
    done = write_handover(handover, tmp_path, formats=("xlsx",))
    users = (made.posts, made.details, made.shortfalls, made.plan, made.feed.title, made.updates, "zz")
    own = repr(users)
    assert done.working_copy
    book = openpyxl.load_workbook(done.working_copy)
    tabs = {sheet.title for sheet in book}
    left = [
        (sheet.title, cell.coordinate, text)
        for sheet in book
        if sheet.sheet_state == "visible"
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(text := cell.value, str) and not text.startswith("=") and text not in tabs
        for word in re.findall(r"[^\W\d_]{3,}", outside(text))
        if word not in own and word not in NAMES
    ]
    assert left == []


# Names of networks, tools, formats and files; what a tool's import file is called and how its columns are.
NOT_WORDS = {
    *(network.label for network in NETWORKS.values() if network.key != "other"),
    *(tool.name for tool in TOOLS.values()),
    *("Outlook", "Apple", "Mail", "Thunderbird", "Excel", "Word", "UTC", "kB"),
}
FILE = re.compile(
    r"[\w./-]+\.(?:csv|docx|xlsx|eml|txt|html|ics)\b|next-tool/|[\w-]+-media/|\bfacebook\.com/\S+|https?://\S+|[\w.+-]+@[\w.-]+|[\w-]+\.example\S*"
)


def test_no_word_of_any_file_is_left_in_english_but_the_users_own(tmp_path: Path, brackets: None) -> None:
    """All that is the user's is in Greek letters, so that a Latin word outside of brackets is ours."""
    made = all_in_greek(make_handover(rich=True))
    photo = Media("https://γ.example/α.jpg")
    other = Update(id="o1", text="αβγ", network="other", state="draft", media=(photo,))
    told = Said("{n} row without a network took the one above.", n=3)
    handover = replace(
        made,
        pairing=replace(made.pairing, unpaired=(*made.unpaired, Unpaired(update=other, reason=told))),
        plan=(*made.plan, replace(made.plan[0], update=replace(other, id="o2"), network="other")),
        verdicts={key: replace(v, reason=told) for key, v in made.verdicts.items()},
    )
    done = write_handover(handover, tmp_path, formats=FORMATS)
    assert done.working_copy and set(done.files) == set(FORMATS)
    tabs = openpyxl.load_workbook(done.files["xlsx"]).sheetnames
    left = []
    for path in sorted(tmp_path.rglob("*")):
        by_tool = path.parent.parent.name == "next-tool"  # whose columns are the tool's own
        if path.is_dir() or path.name.startswith(".handover") or by_tool or path == done.working_copy:
            continue
        texts = list(texts_of(path))
        assert any("[" in text for text in texts), path  # it was read at all
        for text in texts:
            words_left = FILE.sub("", outside(" ".join(text.split())))
            for name in sorted(NOT_WORDS, key=len, reverse=True):
                words_left = words_left.replace(name, "")
            if (found := re.findall(r"[A-Za-z]{2,}", words_left)) and text not in tabs:
                left.append((path.name, found, text[:90]))
    assert left == []
