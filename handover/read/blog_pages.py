"""The pages of one blog, each asked for once."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import field
from typing import Literal
from urllib.parse import urlsplit

from handover.errors import HandoverError
from handover.later import dataclass
from handover.model import Said
from handover.read.feeds import page as web_page
from handover.read.feeds.document import Document
from handover.read.feeds.platforms import BlogPage
from handover.read.source import Source, from_bytes
from handover.read.web import Web, told

GONE = frozenset((404, 410))


Reader = Callable[[Source, str], Document]


# What came instead of a page: the site says there is none; no answer, or a broken one; what was read
# already; something that is no feed but a web page.
NoPage = Literal["gone", "failed", "same", "web page"]


def bare(address: str) -> str:
    """The host of an address without "www."."""
    try:
        host = (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    with suppress(UnicodeError):
        host = host.encode("idna").decode("ascii")  # "bäcker.example" is "xn--bcker-gra.example"
    return host


@dataclass(slots=True)
class Pages:
    """What is asked of a blog, and what came."""

    web: Web
    read: Reader
    first: BlogPage
    hosts: frozenset[str]  # of the feed's own site
    pages: int = 1
    why: str = ""  # what ended the plan: the end of a sentence, with its full stop
    _visited: set[str] = field(default_factory=set)
    _bodies: set[int] = field(default_factory=set)

    def _page(self, address: str) -> BlogPage | NoPage:
        """The page at `address`; what came instead, with `why` in words, when there is none."""
        self._visited.add(address)
        self.pages += 1
        answer = self.web.get(address, stay=self._is_own)
        if answer.error or answer.status != 200:
            self.why = Said("{address}: {why}.", address=address, why=told(answer))
            beyond = answer.status in GONE or b"rest_post_invalid_page" in answer.body[:500]
            if answer.circular or answer.elsewhere:
                return "same"
            return "gone" if beyond and not answer.error else "failed"
        body = hash(answer.body)
        if body in self._bodies:
            return "same"
        self._bodies.add(body)
        source = from_bytes(answer.body, address)
        try:
            document = self.read(source, answer.address)
        except HandoverError as error:
            self.web.cache.drop(address)
            self.why = error.message
            return "web page" if web_page.accepts(source) else "failed"
        if document.broken and not document.posts:
            self.web.cache.drop(address)
            self.why = Said("{address} came in pieces.", address=address)
            return "failed"
        self._visited.add(answer.address)
        return BlogPage(
            asked=address, address=answer.address, document=document, headers=dict(answer.headers)
        )

    def _is_own(self, address: str) -> bool:
        host = bare(address)
        return any(host == own or host.endswith(f".{own}") or own.endswith(f".{host}") for own in self.hosts)
