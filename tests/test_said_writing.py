"""A build in a language in which every message stands in brackets shows no word outside of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from handover.model import Notice, Said, Skipped, Update
from handover.pair import pair_updates
from handover.write import words as wording
from handover.write import write_handover
from tests.brackets import Brackets
from tests.made import make_handover

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
    told = Said("{n} row without a date took the one above.", n=3)
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
