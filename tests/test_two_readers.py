"""Two readers: what the client gets holds no working note, in whatever corner of a file one looks."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import count
from pathlib import Path

import openpyxl
import pytest

from handover import Handover, build_handover
from handover.model import (
    Changes,
    Dates,
    Notice,
    Origin,
    Pair,
    Placed,
    Skipped,
    SourceCount,
    Unpaired,
    Update,
    Updates,
    Verdict,
)
from handover.write import WRITERS, write_handover
from handover.write.words import languages, words
from tests.made import TODAY, make_details, make_handover
from tests.opened import opened

FORMATS = tuple(name for name in WRITERS if name != "pdf")  # which LibreOffice makes of the document


class Secrets:
    """Words no sentence has, each planted once and called by where it was."""

    def __init__(self) -> None:
        self._number = count(1)
        self.planted: dict[str, str] = {}

    def __call__(self, where: str) -> str:
        word = f"qzx{next(self._number)}jv"
        self.planted[word] = where
        return word


def with_secrets(secret: Secrets, folder: Path, language: str) -> Handover:
    """A handover with a secret in whatever only its manager may read."""
    handover = make_handover(rich=True, language=language)
    posts = handover.posts
    pairs = [_private(secret, pair) for pair in handover.pairs]
    others = [
        replace(pair, update=replace(pair.update, id=kind, kind=kind, text=secret(f"text of a {kind}")))
        for kind, pair in zip(("reply", "repost"), pairs, strict=False)
    ]
    unpaired = [
        replace(open_, update=_told(secret, open_.update), reason=secret("reason of an unpaired update"))
        for open_ in handover.unpaired
    ]
    unpaired += [
        Unpaired(
            update=Update(text=secret(f"text of a {kind} alone"), kind=kind, network="x"),
            reason=secret("reason of a reply"),
            suggestions=((posts[0], 0.123456789),),
        )
        for kind in ("reply", "repost")
    ]
    notice = Notice(text=secret("a notice"), hint=secret("a hint"), where=secret("where a notice is"))
    skipped = Skipped(location=f"/{secret('a folder')}/{secret('a file')} › {secret('a sheet')}", line=7,
                      reason=secret("why a row was skipped"))  # fmt: skip
    (folder / secret("the folder of the details")).mkdir()
    base = next(folder.iterdir())
    return replace(
        handover,
        feed=replace(
            handover.feed,
            extent="newest_only",
            source=secret("where the feed was read"),
            extent_reason=secret("how the extent is known"),
            skipped=(replace(skipped, reason=secret("what was skipped of the feed")),),
            notices=(replace(notice, text=secret("a notice on the feed")),),
        ),
        updates=Updates(
            items=tuple(pair.update for pair in (*pairs, *others)),
            skipped=(skipped,),
            sources=(SourceCount(name=secret("a source"), format=secret("a format"), count=3),),
            notices=(notice,),
            changes=Changes(changed=1),
        ),
        pairing=replace(
            handover.pairing,
            pairs=(*pairs, *others),
            unpaired=tuple(unpaired),
            notices=(replace(notice, text=secret("a notice on the pairs")),),
        ),
        skipped=(skipped,),
        notices=(notice,),
        details=replace(make_details(), base=str(base)),
        verdicts={pair.update.id: _verdict(secret, n) for n, pair in enumerate(pairs)},
        plan=tuple(
            replace(slot, update=next(p.update for p in pairs if p.update.id == slot.update.id))
            for slot in handover.plan
        ),
        changes=Changes(changed=1),
    )


def _private(secret: Secrets, pair: Pair) -> Pair:
    return replace(
        pair, update=_told(secret, pair.update), reason=secret("why a pair is one"), score=0.987654321
    )


def _told(secret: Secrets, update: Update) -> Update:
    """The update with all that is known of it besides what it says."""
    return replace(
        update,
        account=secret("an account"),
        labels=(secret("a label"),),
        figures={secret("the name of a figure"): 7.0},
        extra={secret("a column of her own"): secret("a cell of her own")},
        media=(
            f"C:\\{secret('a folder of pictures')}\\roast.jpg",
            f"file:///home/{secret('a folder of pictures, as an address')}/roast.jpg",
            "https://ternandtide.example/roast.jpg",
        ),
        post=secret("her own word for the post"),
        origin=Origin(
            file=f"/home/{secret('a home')}/{secret('a file')}.xlsx",
            sheet=secret("a sheet"),
            row=3,
            also=(secret("another place"),),
        ),
        placed=(Placed(post=secret("where it was placed"), reason=secret("why it was placed")),),
    )


def _verdict(secret: Secrets, n: int) -> Verdict:
    return Verdict(lasting=("lasting", "seasonal", "dated")[n % 3], reason=secret("why it lasts or not"))


def found(secret: Secrets, handover: Handover, out: Path) -> Iterator[str]:
    """Where a secret stands in what may be sent."""
    lying_open = {p for p in out.iterdir() if p.name not in ("for-you", ".handover.json")}
    for place in sorted({*handover.files.values(), *(p.resolve() for p in lying_open)}):
        for name, data in opened(place):
            yield from (f"{name}: {where}" for word, where in secret.planted.items() if word.encode() in data)
            yield from (f"{name}: a score" for score in (b"0.98765", b"0.12345") if score in data)


@pytest.mark.parametrize("language", languages())
def test_nothing_only_the_manager_may_read_stands_in_any_file_that_may_be_sent(
    tmp_path: Path, language: str
) -> None:
    secret, out = Secrets(), tmp_path / "out"
    (tmp_path / "in").mkdir()
    handover = write_handover(with_secrets(secret, tmp_path / "in", language), out, formats=FORMATS)
    assert set(handover.files) == set(FORMATS)
    assert len(secret.planted) > 400
    assert list(found(secret, handover, out)) == []


def test_what_the_client_is_not_told_stands_in_the_managers_files(tmp_path: Path) -> None:
    """But for folders of a computer, and what was only a way to what it led to."""
    secret, out = Secrets(), tmp_path / "out"
    (tmp_path / "in").mkdir()
    write_handover(with_secrets(secret, tmp_path / "in", "en"), out, formats=("docx",))
    told = b"".join(data for _, data in opened(out / "for-you"))
    assert {where for word, where in secret.planted.items() if word.encode() not in told} == {
        "a home", "a folder", "the folder of the details", "where the feed was read",
        "a source", "a format", "where it was placed", "why it was placed",
    }  # fmt: skip


def test_the_search_for_secrets_finds_them_in_every_corner(tmp_path: Path) -> None:
    """Planted where the client does read, each kind of file gives its secret away."""
    secret = Secrets()
    handover = make_handover(rich=True)
    pairs = tuple(replace(p, update=replace(p.update, text=secret("a text"))) for p in handover.pairs)
    plan = tuple(replace(s, update=replace(s.update, text=secret("a plan"))) for s in handover.plan)
    handover = replace(handover, pairing=replace(handover.pairing, pairs=pairs), plan=plan)
    handover = replace(handover, details=replace(handover.details, highlights=(secret("a highlight"),)))
    written = write_handover(handover, tmp_path, formats=FORMATS)
    places = {place.partition(":")[0] for place in found(secret, written, tmp_path)}
    assert {
        "tidewell-garden-studio-handover.docx › word/document.xml",
        "tidewell-garden-studio-content-library.xlsx › xl/sharedStrings.xml",
        "tidewell-garden-studio-preview.html",
        "tidewell-garden-studio-plan.ics (unfolded)",
        "tidewell-garden-studio-farewell.eml › text/plain",
        "tidewell-garden-studio-farewell.eml › text/html",
        "tidewell-garden-studio-farewell.txt",
        "content-library.csv",
        "metricool-account-time.csv",
    } <= places


@pytest.mark.parametrize("language", languages())
def test_a_build_of_a_sheet_with_faults_tells_its_client_none_of_them(tmp_path: Path, language: str) -> None:
    handover = troubled(tmp_path, language)
    assert handover.skipped and handover.notices and handover.unpaired
    assert "reply" in {update.kind for update in handover.updates.items}
    told = [skipped.reason for skipped in handover.skipped] + [open_.reason for open_ in handover.unpaired]
    told += [said for notice in handover.notices for said in (notice.text, notice.hint) if said]
    told += [words(language).said(text) for text in (*told, handover.feed.extent_reason)]
    names = ("qzfolder", "qzsheet", "qzfile", "qzaccount", "qzreply", "feed.json")
    secret = Secrets()
    secret.planted = {
        form: "a note" for text in told for form in (text, escape(text), escape(text, quote=False))
    }
    secret.planted |= dict.fromkeys(names, "a name")
    assert list(found(secret, handover, tmp_path / "out")) == []


def troubled(folder: Path, language: str) -> Handover:
    """A build of a small blog and of a sheet in which a row has no text, one is a reply, one has no post."""
    own = folder / "qzfolder"
    own.mkdir()
    post = (
        '{"id": "1", "title": "Repair day", "url": "https://b.example/repair", "content_text": "Bring it."}'
    )
    head = '{"version": "https://jsonfeed.org/version/1.1", "title": "Blog", "home_page_url": "https://b.example"'
    (own / "feed.json").write_text(f'{head}, "items": [{post}]}}', "utf-8")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "qzsheet"
    for row in (
        ("Date", "Network", "Text", "Link", "Type", "Account"),
        (
            "2026-03-04",
            "Facebook",
            "Bring your grinder.",
            "https://b.example/repair",
            "original",
            "qzaccount",
        ),
        ("2026-03-05 10:00", "X", "qzreply, thank you!", "https://b.example/repair", "reply", "qzaccount"),
        ("32.13.2026", "X", "", "", "original", "qzaccount"),
        (
            "2026-03-06 11:15",
            "X",
            "We are closed on Monday.",
            "https://else.example/",
            "original",
            "qzaccount",
        ),
    ):
        sheet.append(row)
    book.save(own / "qzfile.xlsx")
    return build_handover(
        own / "feed.json",
        own / "qzfile.xlsx",
        out_dir=folder / "out",
        formats=FORMATS,
        language=language,
        whole_blog=False,
        today=TODAY,
    )


def test_what_may_be_sent_never_names_a_file_for_the_manager_alone(tmp_path: Path) -> None:
    dates = Dates(notice=TODAY + dt.timedelta(days=3))
    handover = make_handover(plan=(), details=replace(make_details(), dates=dates))
    written = write_handover(handover, tmp_path, formats=("ics", "eml"))
    assert (tmp_path / "for-you" / "tidewell-garden-studio-my-steps.ics").is_file()
    assert {name: path.name for name, path in written.files.items()} == {
        "eml": "tidewell-garden-studio-farewell.eml"
    }


@pytest.mark.parametrize("language", [language for language in languages() if language != "en"])
def test_what_is_on_no_known_network_is_called_so_in_the_clients_language(
    tmp_path: Path, language: str
) -> None:
    def elsewhere(update: Update) -> Update:
        return replace(update, network="other", permalink="https://forum.example/t/1")

    made = make_handover(rich=True, language=language)
    pairs = tuple(replace(pair, update=elsewhere(pair.update)) for pair in made.pairs)
    alone = tuple(replace(open_, update=elsewhere(open_.update)) for open_ in made.unpaired)
    plan = tuple(replace(slot, network="other", update=elsewhere(slot.update)) for slot in made.plan)
    handover = replace(made, pairing=replace(made.pairing, pairs=pairs, unpaired=alone), plan=plan)
    write_handover(handover, tmp_path, formats=FORMATS)
    sent = [piece for path in tmp_path.iterdir() if path.name != "for-you" for piece in opened(path)]
    assert [name for name, data in sent if re.search(rb"\bOther\b", data)] == []
    assert any(words(language).network("other").encode() in data for _, data in sent)
