"""A Google Sheet given by its address: whoever gives it means it to be read, where it is shared by link.

The address opens the sheet to whoever has it, so it stands in no message and no file: the sheet is called
"Google Sheet" everywhere.
"""

import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from handover.errors import FetchError
from handover.later import pattern
from handover.model import Said
from handover.read.source import Source, from_bytes

if TYPE_CHECKING:
    from handover.read.fetch import Answer

NAME = "Google Sheet"
# As the browser shows it; "/d/e/..." is one that is published to the web. A `Path` keeps one slash of two.
_ADDRESS = pattern(
    r"(?:https?:/{1,2})?docs\.google\.com/(?:a/[^/]+/)?spreadsheets/(?:u/\d+/)?d/(?P<public>e/)?(?P<id>[\w-]+)",
    re.IGNORECASE,
)
_OWN = ("docs.google.com", ".googleusercontent.com")  # where a shared sheet's download is sent from


def is_google_sheet(given: str | Path) -> bool:
    """Whether this is the address of a Google Sheet."""
    return _ADDRESS.match(str(given).strip()) is not None


def google_sheet(given: str | Path, name: str = NAME) -> Source:
    """The sheet as the .xlsx that Google makes of it, all tabs; `name` is what messages call it.

    Raises FetchError, without the address, when it is not shared by link or does not come.
    """
    from handover.read.web import Web, told  # loads the libraries of the network, which files need not

    address = _export_of(given)
    with Web(home=address) as web:
        answer = web.get(address, stay=_stays)
    if answer.body[:2] == b"PK" and answer.status == 200 and not answer.error:
        return from_bytes(answer.body, name)
    raise FetchError(
        Said("The Google Sheet is not shared by link.")
        if _is_closed(answer)
        else Said("The Google Sheet could not be fetched ({error}).", error=told(answer)),
        location=name,
        status=answer.status or None,
        hint=Said("Open it, choose File > Download > Microsoft Excel (.xlsx), and give that."),
    )


def _export_of(given: str | Path) -> str:
    found = _ADDRESS.match(str(given).strip())
    assert found is not None
    base = "https://docs.google.com/spreadsheets/d/"
    return (
        f"{base}e/{found['id']}/pub?output=xlsx"
        if found["public"]
        else f"{base}{found['id']}/export?format=xlsx"
    )


def _stays(target: str) -> bool:
    return f".{urlsplit(target).hostname or ''}".endswith(tuple(f".{host.lstrip('.')}" for host in _OWN))


def _is_closed(answer: "Answer") -> bool:
    """Whether Google asks who is there: it leads to its sign-in, refuses, or shows a page in its place."""
    return answer.elsewhere or answer.status in (401, 403) or (answer.status == 200 and not answer.error)
