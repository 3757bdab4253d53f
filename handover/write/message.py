"""A draft that opens ready to send: RFC 5322 in 7-bit lines, `X-Unsent: 1`, files attached.

`X-Unsent: 1` makes Outlook and others open the file as a draft. The same words and files give the same bytes.
"""

import binascii
import datetime as dt
import hashlib
from collections.abc import Mapping
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from pathlib import Path
from typing import Any

from handover.errors import DetailsError
from handover.model import Details, Quoted, Said
from handover.text.safe import one_line

_LINE, _LINE_IN_BASE64 = 57, 76  # bytes of a file in a line of base64, and characters of it (RFC 2045, 6.8)


class _Policy(EmailPolicy):
    """7-bit lines as RFC 5322 has them; a file name stays in one piece, as Outlook wants it."""

    def fold_binary(self, name: str, value: Any) -> bytes:
        if name.lower() == "content-disposition":
            return bytes(_UNFOLDED.fold_binary(name, value))
        return bytes(super().fold_binary(name, value))


_POLICY = _Policy(linesep="\r\n", cte_type="7bit")
_UNFOLDED = SMTP.clone(cte_type="7bit", max_line_length=900)


def draft(
    details: Details,
    today: dt.date,
    *,
    subject: str,
    text: str,
    html: str,
    attached: Mapping[Path, str] | None = None,
) -> bytes:
    """A draft from the user to the client, as far as the details name their addresses.

    `attached`: each file with its media subtype (RFC 6838, application/...).
    Raises DetailsError for an address that is none.
    """
    message = EmailMessage(policy=_POLICY)
    if details.me.email:
        message["From"] = _address("me.email", details.me.name, details.me.email)
    if details.client.email:
        to = details.client
        message["To"] = _address("client.email", to.contact or to.name, to.email)
    message["Subject"] = subject
    message["Date"] = dt.datetime.combine(today, dt.time(12), dt.UTC)
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    files = attached or {}
    contents = {path: path.read_bytes() for path in files}
    for path, subtype in files.items():
        message.add_attachment(_stand_in(path), "application", subtype, filename=one_line(path.name))
    _fix_boundaries(message)
    return _with_attachments(message.as_bytes(policy=_POLICY), contents)


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
