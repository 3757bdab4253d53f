"""The farewell e-mail: a draft with the files attached, whole in another make's parser."""

import base64
import dataclasses
import datetime as dt
import email
import json
import os
import quopri
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handover.errors import DetailsError, TemplateError
from handover.model import Ask, Client, Dates, Details, Handover, Me, Shortfall, Update
from handover.write.eml import write
from handover.write.job import Job
from handover.write.words import languages
from tests.extent import share
from tests.made import LAST_DAY, make_handover

BYTES = {"docx": bytes(range(256)) * 40, "xlsx": b"PK\x03\x04" + b"\r\n.\r\n--=_x\n" * 50}
NAMES = {"docx": "Übergabe – Café Łódź 王-handover.docx", "xlsx": "tidewell-content-library.xlsx"}


def job_for(folder: Path, handover: Handover, formats: tuple[str, ...] = ("docx", "xlsx")) -> Job:
    made = {}
    for name in formats:
        path = folder / NAMES[name]
        path.write_bytes(BYTES[name])
        made[name] = (path,)
    return Job(handover=handover, folder=folder, slug="tidewell", made=made)


def draft(folder: Path, handover: Handover | None = None, **more) -> bytes:
    return write(job_for(folder, handover or make_handover(rich=True), **more))[0].read_bytes()


def letter(folder: Path, handover: Handover, **more) -> str:
    """The plain text of the draft, decoded by the older half of the standard library's parser."""
    message = email.message_from_bytes(draft(folder, handover, **more))
    part = next(p for p in message.walk() if p.get_content_type() == "text/plain")
    return quopri.decodestring(part.get_payload()).decode().replace("\r\n", "\n")


def with_details(**details) -> Handover:
    return dataclasses.replace(make_handover(), details=Details(**details))


def test_draft_and_text_lie_side_by_side_and_how_to_send_them_is_for_the_manager(tmp_path):
    paths = write(job_for(tmp_path, make_handover(rich=True)))
    assert [p.relative_to(tmp_path).as_posix() for p in paths[:3]] == [
        "tidewell-farewell.eml",
        "tidewell-farewell.txt",
        "for-you/tidewell-how-to-send.txt",
    ]
    assert all(p.parent == tmp_path / "for-you" / "letters" for p in paths[3:])
    assert "For you, not for the client." in paths[2].read_text("utf-8-sig")


def test_the_text_beside_the_draft_is_the_letter_and_nothing_else(tmp_path):
    handover = make_handover(rich=True)
    paste = write(job_for(tmp_path, handover))[1].read_text("utf-8-sig")
    assert paste == letter(tmp_path, handover)


def test_a_file_for_the_manager_alone_is_neither_attached_nor_named(tmp_path):
    own = tmp_path / "for-you" / "tidewell-working-copy.xlsx"
    own.parent.mkdir()
    own.write_bytes(b"PK\x03\x04 private")
    job = job_for(tmp_path, make_handover(rich=True))
    job = dataclasses.replace(job, made={**job.made, "xlsx": (*job.made["xlsx"], own)})
    message = email.message_from_bytes(write(job)[0].read_bytes())
    attached = [part.get_payload(decode=True) for part in message.walk() if part.get_filename()]
    assert sorted(attached) == sorted(BYTES.values())
    assert "working-copy" not in message.as_string()


def test_drafts_are_promised_only_with_the_document_that_holds_them(tmp_path):
    assert "marked as drafts" in letter(tmp_path, make_handover(rich=True), formats=("docx",))
    assert "drafts" not in letter(tmp_path, make_handover(rich=True), formats=("xlsx",))


def test_the_draft_is_read_whole_by_a_parser_of_another_make(tmp_path):
    module = os.environ.get("POSTAL_MIME", "")
    if not (shutil.which("node") and module and Path(module).is_dir()):
        pytest.skip("needs node, and POSTAL_MIME: the folder of the npm package postal-mime")
    (tmp_path / "draft.eml").write_bytes(draft(tmp_path))
    script = (
        "const P = require(process.argv[1]); new (P.default || P)({attachmentEncoding: 'base64'})"
        ".parse(require('fs').readFileSync(process.argv[2]))"
        ".then(m => console.log(JSON.stringify(m)))"
    )
    run = subprocess.run(
        ["node", "-e", script, module, str(tmp_path / "draft.eml")], capture_output=True, check=True
    )
    read = json.loads(run.stdout)
    assert read["from"] == {"address": "nora@feldt.example", "name": "Nora Feldt"}
    assert read["to"] == [{"address": "ida@tidewell.example", "name": "Ida"}]
    assert read["subject"] == "As discussed: the handover for Tidewell Garden Studio"
    assert read["text"].startswith("Hello Ida,") and "<p>Hello Ida,</p>" in read["html"]
    got = {a["filename"]: base64.b64decode(a["content"]) for a in read["attachments"]}
    assert got == {NAMES[f]: BYTES[f] for f in NAMES}


def test_the_draft_is_seven_bit_with_short_lines(tmp_path):
    data = draft(tmp_path)
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert b"\r\nX-Unsent: 1\r\n" in data


def test_a_file_name_of_any_script_stays_in_one_piece(tmp_path):
    data = draft(tmp_path)
    assert b"filename*=utf-8''%C3%9Cbergabe%20%E2%80%93%20Caf%C3%A9" in data
    assert b"filename*0" not in data


def test_the_same_handover_gives_the_same_draft(tmp_path):
    assert draft(tmp_path) == draft(tmp_path)


def test_three_subjects_are_offered_outside_the_draft(tmp_path):
    handover = make_handover(rich=True)
    told = write(job_for(tmp_path, handover))[2].read_text("utf-8-sig")
    subjects = re.findall(r"(?m)^[123]\. (.+)$", told)
    assert len(set(subjects)) == 3
    message = email.message_from_bytes(draft(tmp_path, handover))
    assert message["Subject"] == subjects[0]
    assert subjects[1] not in message.as_string()


def test_the_letter_thanks_with_the_real_numbers(tmp_path):
    text = letter(tmp_path, make_handover(rich=True))
    assert "12 blog posts and 34 updates on " in text
    assert "The roof-terrace story brought 41 enquiries in its first month." in text


def test_the_letter_names_the_attached_files_only(tmp_path):
    assert NAMES["xlsx"] not in letter(tmp_path, make_handover(rich=True), formats=("docx",))
    assert "is attached" not in letter(tmp_path, make_handover(rich=True), formats=())


def test_files_stand_with_their_sizes_and_what_lies_beside_is_offered(tmp_path):
    job = job_for(tmp_path, make_handover())
    page, folder = tmp_path / "tidewell-preview.html", tmp_path / "next-tool"
    page.write_bytes(b"x" * 2_450_000)
    folder.mkdir()
    (folder / "buffer.csv").write_bytes(b"x")
    made = {**job.made, "html": (page,), "csv": (folder / "buffer.csv",)}
    text = write(dataclasses.replace(job, made=made))[1].read_text("utf-8-sig")
    assert f"- {NAMES['docx']} (10 kB)" in text
    beside = text.partition("gladly send you by a link")[2]
    assert "- tidewell-preview.html (2.5 MB)" in beside and "- next-tool/\n" in beside
    assert "buffer.csv" not in text


def test_what_is_attached_stays_under_15_mb_and_the_rest_is_said_to_both(tmp_path):
    job = job_for(tmp_path, make_handover())
    job.made["docx"][0].write_bytes(b"x" * 15_000_000)
    paths = write(job)
    message = email.message_from_bytes(paths[0].read_bytes())
    assert [p.get_payload(decode=True) for p in message.walk() if p.get_filename()] == [BYTES["xlsx"]]
    assert NAMES["docx"] in paths[1].read_text("utf-8-sig").partition("gladly send you by a link")[2]
    assert f"more than 15 MB: {NAMES['docx']}" in paths[2].read_text("utf-8-sig")


def test_highlights_are_sentences(tmp_path):
    text = letter(tmp_path, with_details(highlights=("The shop opened", "Who knew?", "A third")))
    assert "The shop opened. Who knew?" in text and "third" not in text


@pytest.mark.parametrize(
    ("language", "own", "said"),
    [
        ("de", "Liebe Martina", "Liebe Martina,"),
        ("es", "Querida Martina", "Querida Martina:"),
        ("fr", "Chère Martina !", "Chère Martina !"),
    ],
)
def test_the_client_is_greeted_as_the_user_says(tmp_path, language, own, said):
    handover = dataclasses.replace(with_details(client=Client(greeting=own)), language=language)
    assert letter(tmp_path, handover).startswith(f"{said}\n\n")


# --- the letters before and after


def waiting(folder: Path, today: dt.date, language: str = "en", **details) -> dict[str, str]:
    handover = dataclasses.replace(with_details(**details), today=today, language=language)
    paths = [p for p in write(job_for(folder, handover)) if p.parent.name == "letters"]
    drafts = {p.stem.removeprefix("tidewell-"): p for p in paths if p.suffix == ".eml"}
    assert {p.with_suffix(".txt") for p in drafts.values()} == set(paths) - set(drafts.values())
    for path in drafts.values():
        assert email.message_from_bytes(path.read_bytes())["X-Unsent"] == "1"
    return {name: path.with_suffix(".txt").read_text("utf-8-sig") for name, path in drafts.items()}


def test_the_notice_waits_while_it_is_not_given(tmp_path):
    day, last = dt.date(2026, 12, 1), dt.date(2026, 12, 31)
    for notice in (None, day, day + dt.timedelta(days=3)):
        told = waiting(tmp_path, day, dates=Dates(notice=notice, last_day=last))
        assert list(told) == ["notice", "thank-you", "check-in"]
        assert "ends on December 31, 2026." in told["notice"]
    given = Dates(notice=day - dt.timedelta(days=1), last_day=last)
    assert list(waiting(tmp_path, day, dates=given)) == ["thank-you", "check-in"]


def test_a_letter_whose_day_is_past_is_not_written(tmp_path):
    last = dt.date(2026, 12, 31)
    assert list(waiting(tmp_path, dt.date(2027, 1, 10), dates=Dates(last_day=last))) == ["check-in"]
    assert waiting(tmp_path, dt.date(2027, 3, 1), dates=Dates(last_day=last)) == {}


def test_without_days_the_letters_name_none(tmp_path):
    told = waiting(tmp_path, dt.date(2026, 12, 1))
    assert list(told) == ["notice", "thank-you", "check-in"]
    assert not any(re.search(r"\d{4}|None", text) for name, text in told.items() if name != "thank-you")


@pytest.mark.parametrize("language", languages())
def test_the_letters_ask_gently_in_each_language(tmp_path, language):
    dates = Dates(last_day=dt.date(2026, 12, 31))
    told = waiting(tmp_path, dt.date(2026, 12, 1), language, dates=dates)
    silent = waiting(tmp_path, dt.date(2026, 12, 1), language, dates=dates, ask=Ask(referral=False))
    own = Ask(referral="Zwei Plätze.", testimonial="https://a.example/word")
    own_words = waiting(tmp_path, dt.date(2026, 12, 1), language, dates=dates, ask=own)
    for name in ("thank-you", "check-in"):
        (line,) = set(told[name].splitlines()) - set(silent[name].splitlines())
        mine = "https://a.example/word" if name == "thank-you" else "Zwei Plätze."
        assert f"{line} {mine}" in own_words[name].splitlines()
    assert told["notice"] == silent["notice"]


def test_the_manager_is_told_the_day_of_each_letter(tmp_path):
    handover = dataclasses.replace(
        with_details(dates=Dates(last_day=dt.date(2026, 12, 31))), today=dt.date(2026, 12, 1)
    )
    told = write(job_for(tmp_path, handover))[2].read_text("utf-8-sig")
    assert "- tidewell-thank-you.eml – January 4, 2027" in told
    assert "- tidewell-check-in.eml – February 1, 2027" in told


def test_an_introduction_is_asked_for_last_and_left_out_on_the_users_word(tmp_path):
    asked = letter(tmp_path, with_details(dates=Dates(last_day=LAST_DAY)))
    assert asked.rstrip().endswith("an introduction is welcome.")
    assert "P.S." not in letter(tmp_path, with_details(ask=Ask(referral=False)))


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        ("Two places are free.", "an introduction is welcome. Two places are free."),
        ("https://a.example/me", "an introduction is welcome: https://a.example/me"),
    ],
)
def test_the_mention_is_the_users_own_sentence_or_a_link_with_one(tmp_path, ask, said):
    assert letter(tmp_path, with_details(ask=Ask(referral=ask))).rstrip().endswith(said)


def test_the_period_ends_with_what_was_published(tmp_path):
    handover = make_handover()
    later = dt.datetime(2027, 3, 1, tzinfo=dt.UTC)
    first = handover.pairs[0]
    ahead = dataclasses.replace(first.update, state="scheduled", posted_at=later)
    pairs = (dataclasses.replace(first, update=ahead), *handover.pairs[1:])
    pairing = dataclasses.replace(handover.pairing, pairs=pairs)
    text = letter(tmp_path, dataclasses.replace(handover, pairing=pairing))
    assert "33 published updates" in text and "2027" not in text


def test_a_handover_without_details_is_still_a_letter(tmp_path):
    text = letter(tmp_path, with_details())
    assert text.startswith("Hello,\n\nAs discussed, here is the handover for Tidewell Garden Studio.")
    message = email.message_from_bytes(draft(tmp_path, with_details()))
    assert message["From"] is None and message["To"] is None


def test_an_empty_handover_is_still_a_letter(tmp_path):
    assert "Thank you for your trust" in letter(tmp_path, make_handover(0))


def test_a_feed_of_the_newest_posts_is_called_so(tmp_path):
    handover = make_handover()
    newest = dataclasses.replace(handover, feed=dataclasses.replace(handover.feed, extent="newest_only"))
    assert re.search(r"holds posts from .+ to .+; older ones are not in it\.", letter(tmp_path, newest))
    assert "older" not in letter(tmp_path, handover)


def test_every_post_with_enough_updates_is_said_and_room_for_more_too(tmp_path):
    assert "Every post comes with at least 3 updates." in letter(tmp_path, make_handover(short=False))
    assert "1 post has room for more updates" in letter(tmp_path, make_handover())


def test_drafts_are_promised_for_as_many_posts_as_have_one(tmp_path):
    made = make_handover(6, per_post=1)
    drafts = (Update(text="A draft.", state="draft"),)
    short = [
        Shortfall(post=post, wanted=3, found=1, missing=2, drafts=drafts if n < 2 else ())
        for n, post in enumerate(made.posts)
    ]
    told = letter(tmp_path, dataclasses.replace(made, shortfalls=tuple(short)))
    assert "6 posts have room for more updates; drafts for 2 of them are included" in told
    (tmp_path / "all").mkdir()
    told = letter(tmp_path / "all", dataclasses.replace(made, shortfalls=tuple(short[:2])))
    assert "2 posts have room for more updates; drafts for them are included" in told


def test_days_past_are_left_out(tmp_path):
    handover = dataclasses.replace(make_handover(rich=True), today=LAST_DAY + dt.timedelta(days=3))
    text = letter(tmp_path, handover)
    assert "came to a close" in text
    assert "suits you for a call" not in text
    assert "last update goes out" not in text


@pytest.mark.parametrize("language", languages())
def test_the_letter_is_written_in_each_language(tmp_path, language):
    text = letter(tmp_path, make_handover(rich=True, language=language))
    assert "{" not in text
    assert ("Hello Ida" in text) == (language == "en")
    assert "Nora Feldt" in text


HOSTILE = st.text(
    st.one_of(
        st.characters(), st.sampled_from('\r\n\0\x0b\x0c\x1c\x85\u2028\u2029\ud800\u202e"<>,;:@{}%\\王é')
    ),
    max_size=60,
)


@settings(max_examples=share(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(me=HOSTILE, client=HOSTILE, contact=HOSTILE, ask=HOSTILE, highlight=HOSTILE)
def test_no_name_can_add_a_header_or_break_the_draft(tmp_path, me, client, contact, ask, highlight):
    handover = with_details(
        me=Me(name=me, email="nora@feldt.example"),
        client=Client(name=client, contact=contact, email="ida@tidewell.example"),
        ask=Ask(referral=ask),
        highlights=(highlight,),
    )
    data = draft(tmp_path, handover)
    assert data.isascii() and b"\0" not in data
    head = data.split(b"\r\n\r\n")[0]
    names = re.findall(rb"(?m)^([!-9;-~]+):", head)
    assert names == [b"From", b"To", b"Subject", b"Date", b"X-Unsent", b"MIME-Version", b"Content-Type"]
    assert all(len(line) <= 998 for line in data.split(b"\r\n"))


def test_markup_in_names_stays_text(tmp_path):
    data = draft(tmp_path, with_details(client=Client(name="Q&A <b>bold</b>", contact="<img src=x>")))
    html = next(
        p for p in email.message_from_bytes(data).walk() if p.get_content_type() == "text/html"
    ).get_payload(decode=True)
    assert b"<b>" not in html and b"<img" not in html
    assert b"Q&amp;A &lt;b&gt;" in html


@pytest.mark.parametrize("link", ["javascript:alert(1)", 'https://a.example/"onclick=x', "ftp://a.example"])
def test_only_web_addresses_become_links(tmp_path, link):
    data = draft(tmp_path, with_details(me=Me(name="Nora", website=link)))
    assert b"href" not in data


def test_an_international_domain_is_written_in_ascii(tmp_path):
    data = draft(tmp_path, with_details(client=Client(email="ida@gärten.example")))
    assert email.message_from_bytes(data)["To"] == "ida@xn--grten-gra.example"


@pytest.mark.parametrize("address", ["ida", "ida@", "@x.example", "a b@x.example", "é@x.example", "a@b@c"])
def test_an_address_that_is_none_is_an_error_that_names_the_key(tmp_path, address):
    with pytest.raises(DetailsError, match=r"client\.email"):
        draft(tmp_path, with_details(client=Client(email=address)))


def test_the_user_s_own_template_replaces_ours(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "email.txt.j2").write_text("Dear {{ contact or 'all' }}: {{ thanks }}")
    own = dataclasses.replace(make_handover(), details=Details(base=str(tmp_path)))
    with pytest.raises(TemplateError, match=r"email\.txt\.j2, line 1: 'contact' is undefined"):
        draft(tmp_path, own)
    (tmp_path / "templates" / "email.txt.j2").write_text("Dear all.\n{{ thanks }}")
    assert letter(tmp_path, own).startswith("Dear all.\nThank you for your trust.")


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("a\n{{ greting }}", 2, "Did you mean greeting?"),
        ("{% for d in dates %}\n{{ d.nam }}{% endfor %}", 2, "Did you mean name?"),
        ("{% if thanks %}", 1, ""),
        ("{{ thanks.__class__.__mro__ }}", 1, ""),
    ],
)
def test_a_mistake_in_a_template_is_told_with_line_and_name(tmp_path, text, line, hint):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "email.txt.j2").write_text(text)
    own = make_handover(rich=True)
    own = dataclasses.replace(own, details=dataclasses.replace(own.details, base=str(tmp_path)))
    with pytest.raises(TemplateError) as caught:
        draft(tmp_path, own)
    assert (caught.value.line, caught.value.hint) == (line, hint)
