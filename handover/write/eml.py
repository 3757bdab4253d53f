"""The farewell e-mail as a draft that opens ready to send, and the same text to paste into webmail.

`X-Unsent: 1` makes Outlook and others open the file as a draft. The subjects to choose from and how to send
stand in a file for the manager alone: what is in the draft and in the text beside it may be sent.
"""

import binascii
import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import fields
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from pathlib import Path
from typing import Any

from handover.errors import DetailsError
from handover.model import Quoted, Said
from handover.text.safe import one_line, web
from handover.write.colours import brand, readable
from handover.write.job import Job
from handover.write.letter import Item, Letter, write_letter
from handover.write.templates import render
from handover.write.words import N_, words

# Formats that are attached: what the file is for, and its media subtype (RFC 6838, application/...).
_ATTACHED = {
    "docx": (
        N_("to read and print: your posts with their updates, the dates and all that changes hands"),
        "vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "xlsx": (
        N_("to work with: every post and update, to search, filter and use again"),
        "vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}
_LINE, _LINE_IN_BASE64 = 57, 76  # bytes of a file in a line of base64, and characters of it (RFC 2045, 6.8)
_LARGE = 20 * 1000**2  # bytes; many mailboxes refuse more than 25 MB, and base64 adds a third


class _Policy(EmailPolicy):
    """7-bit lines as RFC 5322 has them; a file name stays in one piece, as Outlook wants it."""

    def fold_binary(self, name: str, value: Any) -> bytes:
        if name.lower() == "content-disposition":
            return bytes(_UNFOLDED.fold_binary(name, value))
        return bytes(super().fold_binary(name, value))


_POLICY = _Policy(linesep="\r\n", cte_type="7bit")
_UNFOLDED = SMTP.clone(cte_type="7bit", max_line_length=900)


def write(job: Job) -> tuple[Path, ...]:
    """Write the draft (`-farewell.eml`), its text for webmail (`-farewell.txt`) and, for the manager alone,
    how to send them (`for-you/…-how-to-send.txt`); the draft comes first.

    Raises DetailsError for an address that is none, TemplateError for a mistake in the user's template.
    """
    files = {
        path: _ATTACHED[name]
        for name in _ATTACHED
        for path in job.made.get(name, ())
        if job.may_be_sent(path)
    }
    _ = words(job.handover.language)
    letter = write_letter(
        job.handover,
        tuple(Item(name=path.name, about=_(about)) for path, (about, _kind) in files.items()),
        readable(brand(job.handover.details.me.brand_colour)),
        drafts="docx" in job.made,
    )
    values = _values(letter)
    text = render("email.txt.j2", job.handover, values)
    html = render("email.html.j2", job.handover, values)
    contents = {path: path.read_bytes() for path in files}

    draft = job.path("farewell.eml")
    message = _message(job, letter, text, html)
    for path, (_about, subtype) in files.items():
        message.add_attachment(_stand_in(path), "application", subtype, filename=one_line(path.name))
    _fix_boundaries(message)
    draft.write_bytes(_with_attachments(message.as_bytes(policy=_POLICY), contents))

    paste = job.path("farewell.txt")
    paste.write_text(text, encoding="utf-8-sig", newline="\r\n")

    how_to = job.for_you("how-to-send.txt")
    how_to.parent.mkdir(exist_ok=True)
    told = _how_to_send(job, letter, sum(map(len, contents.values())))
    how_to.write_text(told, encoding="utf-8-sig", newline="\r\n")
    return draft, paste, how_to


def _message(job: Job, letter: Letter, text: str, html: str) -> EmailMessage:
    details = job.handover.details
    message = EmailMessage(policy=_POLICY)
    if details.me.email:
        message["From"] = _address("me.email", details.me.name, details.me.email)
    if details.client.email:
        to = details.client
        message["To"] = _address("client.email", to.contact or to.name, to.email)
    message["Subject"] = letter.subjects[0]
    message["Date"] = dt.datetime.combine(job.today, dt.time(12), dt.UTC)
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    return message


def _address(key: str, name: str, email: str) -> Address:
    user, _at, domain = one_line(email).rpartition("@")
    try:
        return Address(one_line(name), addr_spec=f"{user}@{domain.encode('idna').decode()}")
    except (HeaderParseError, ValueError, IndexError) as error:
        raise DetailsError(
            Said("{key} is not an e-mail address: {value}.", key=key, value=Quoted(one_line(email))),
            key=key,
            hint=Said("Write: {line}", line='"ana@example.com"'),
        ) from error


def _stand_in(path: Path) -> bytes:
    """What stands for a file until the message is made: the library writes base64 line by line, twice."""
    return hashlib.sha512(path.name.encode("utf-8", "replace")).digest()[:_LINE]


def _with_attachments(message: bytes, contents: Mapping[Path, bytes]) -> bytes:
    """The message with each file in the place of its stand-in."""
    for path, data in contents.items():
        written = binascii.b2a_base64(data, newline=False)
        lines = [written[n : n + _LINE_IN_BASE64] for n in range(0, len(written), _LINE_IN_BASE64)]
        before, stand_in, after = message.partition(binascii.b2a_base64(_stand_in(path), newline=False))
        assert stand_in, "the message holds every file's stand-in"
        message = b"".join((before, b"\r\n".join(lines), after))
    return message


def _fix_boundaries(message: EmailMessage) -> None:
    """Boundaries from the content, where the library would draw them at random."""
    for number, part in enumerate(p for p in message.walk() if p.is_multipart()):
        told = f"{number}\n{message['Subject']}\n{message['Date']}".encode("utf-8", "replace")
        part.set_boundary(f"=_{hashlib.sha256(told).hexdigest()[:32]}_=")


def _values(letter: Letter) -> Mapping[str, Any]:
    """The names a template may use: the letter's sentences, and the website as a link where it is one."""
    values = {field.name: getattr(letter, field.name) for field in fields(letter)}
    return {**values, "website_link": web(_with_scheme(letter.website))}


def _with_scheme(address: str) -> str:
    return address if "://" in address or not address else f"https://{address}"


def _how_to_send(job: Job, letter: Letter, size: int) -> str:
    """The text file for the manager: how to send, and subjects to choose from."""
    _ = words(job.handover.for_manager.language)
    lines = [
        _("For you, not for the client."),
        _("The .eml file opens as a draft in Outlook, Apple Mail and Thunderbird."),
        _(
            "In webmail, paste the text of the .txt file beside it into a new message "
            "and attach the files yourself."
        ),
    ]
    if size > _LARGE:
        megabytes = _.number(round(size / 1000**2))
        lines.append(
            _("The files are {size} MB together; a link to a shared folder travels better.", size=megabytes)
        )
    lines += ["", _("Three subject lines to choose from:")]
    lines += [f"{number}. {subject}" for number, subject in enumerate(letter.subjects, 1)]
    return "\n".join(lines) + "\n"
