"""What can be posted again, on 387 invented texts of nine languages that were written before the words were.

Of trades that no list was made for: a dentist, a choir, a law firm, a nursery, a bike shop, a charity.
"""

import datetime as dt
import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from handover.check import judge_lasting
from handover.model import Update

TEXTS = Path(__file__).parent / "data" / "lasting.jsonl"
TODAY = dt.date(2026, 11, 20)
LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt-BR", "sv")


@cache
def said(careful: bool = False) -> dict[str, Counter[tuple[str, str]]]:
    """By language, how often a label met a verdict."""
    found: dict[str, Counter[tuple[str, str]]] = {language: Counter() for language in LANGUAGES}
    for line in TEXTS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        posted = dt.datetime.fromisoformat(row["posted"]).replace(tzinfo=dt.UTC)
        update = Update(text=row["text"], network="x", posted_at=posted)
        verdict = judge_lasting(update, row["language"], TODAY, careful=careful)
        found[row["language"]][row["label"], verdict.lasting] += 1
    return found


def precision(counts: Counter[tuple[str, str]]) -> float:
    called = sum(n for (_, verdict), n in counts.items() if verdict == "lasting")
    return counts["lasting", "lasting"] / called


def recall(counts: Counter[tuple[str, str]]) -> float:
    labelled = sum(n for (label, _), n in counts.items() if label == "lasting")
    return counts["lasting", "lasting"] / labelled


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_called_lasting_is_in_every_language(language: str) -> None:
    counts = said()[language]
    assert sum(counts.values()) >= 40
    assert precision(counts) >= 0.93


@pytest.mark.parametrize("language", LANGUAGES)
def test_most_of_what_lasts_is_called_so_in_every_language(language: str) -> None:
    assert recall(said()[language]) >= 0.8


def test_over_all_languages_nine_of_ten_that_last_are_found() -> None:
    whole = sum(said().values(), Counter[tuple[str, str]]())
    assert (recall(whole) >= 0.9, precision(whole) >= 0.95) == (True, True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_texts_are_left_to_a_person(language: str) -> None:
    counts = said()[language]
    assert sum(n for (_, verdict), n in counts.items() if verdict == "look") <= 0.15 * sum(counts.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_nothing_to_post_is_said_to_be_so(language: str) -> None:
    counts = said()[language]
    assert counts["unfit", "unfit"] == sum(n for (label, _), n in counts.items() if label == "unfit")


def test_whoever_is_careful_is_told_of_more_and_called_lasting_is_less() -> None:
    plain, careful = (sum(said(way).values(), Counter[tuple[str, str]]()) for way in (False, True))
    looks = [sum(n for (_, verdict), n in counts.items() if verdict == "look") for counts in (plain, careful)]
    assert looks[0] < looks[1]
    assert careful["lasting", "lasting"] < plain["lasting", "lasting"]
    assert all(careful[label, "lasting"] <= plain[label, "lasting"] for label in ("dated", "seasonal"))
