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
from handover.model import Ask, Client, Dates, Details, Handover, Me
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
    assert [p.relative_to(tmp_path).as_posix() for p in paths] == [
        "tidewell-farewell.eml",
        "tidewell-farewell.txt",
        "for-you/tidewell-how-to-send.txt",
    ]
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
    assert "attached" not in letter(tmp_path, make_handover(rich=True), formats=())


def test_an_introduction_is_asked_for_only_with_the_work_delivered(tmp_path):
    handover = with_details(
        ask=Ask(referral="Two places are free from February."), dates=Dates(last_day=LAST_DAY)
    )
    delivered = letter(tmp_path, handover)
    assert delivered.rstrip().endswith("Two places are free from February.")
    assert "February" not in letter(tmp_path, handover, formats=())
    later = dataclasses.replace(handover, today=LAST_DAY + dt.timedelta(days=1))
    assert "February" in letter(tmp_path, later, formats=())


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        ("Two places are free.", "P.S. Two places are free."),
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
    assert "34 updates" in text and "2027" not in text


def test_without_a_referral_nothing_is_asked(tmp_path):
    assert "P.S." not in letter(tmp_path, with_details())


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
