"""Pages of a site one after the other, as a polite guest asks for them.

Follows redirects itself (http and https only, at most five, never from a public site into a private
network), tries again where a server asks for patience, pauses between pages, remembers what it has.
"""

import http.client
import logging
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from urllib.parse import urlsplit

import requests

from handover.errors import FetchError
from handover.later import dataclass
from handover.model import Said
from handover.read.cache import PageCache, Stored
from handover.read.fetch import Answer, Session, open_session, request
from handover.read.fields import moment

MAX_REDIRECTS = 5
TRIES = 4
PATIENCE = 60.0  # the longest Retry-After that is honoured, in seconds
AGAIN = frozenset((429, 500, 502, 503, 504))

log = logging.getLogger("handover")


@dataclass(slots=True)
class Web:
    """Brings pages one after the other: redirects followed, patience where a server asks for it.

    `home` is the address the user named: its host may lie in a private network. A public page never leads
    to a private one: what a host is, is told by the address that was first connected to, whatever its name
    stands for later.
    """

    home: str
    login: str = ""  # "name:password" for the host of `home`, as an address writes it; never shown or kept
    session: requests.Session | None = None  # the user's own, used as it is
    pause: float = 1.0  # seconds between two requests
    cache: PageCache = field(default_factory=PageCache)
    wait: Callable[[float], None] = time.sleep
    requests: int = 0  # made so far
    received: int = 0  # bytes of bodies
    _own: dict[bool, Session] = field(default_factory=dict)
    _private: dict[str, bool] = field(default_factory=dict)  # host -> whether it lies in a private network

    def __enter__(self) -> "Web":
        return self

    def __exit__(self, *_: object) -> None:
        for session in self._own.values():
            session.close()

    def get(self, address: str, *, stay: Callable[[str], bool] | None = None, first: bool = False) -> Answer:
        """The answer to GET, `address` being the last one asked. Never raises for network trouble.

        A page of the walk that was cut off comes from the cache; one of an earlier walk is asked for
        with its own validators. `stay` says of a redirect's target whether it may be followed. `first`:
        the page that tells whether the blog has changed, so always asked for.
        """
        stored = self.cache.find(address)
        if stored is not None and stored.current and not first:
            return Answer(address=stored.final, status=200, headers=stored.headers, body=stored.body)
        answer = self._follow(address, stored, stay)
        self.received += len(answer.body)
        if answer.status == 304 and stored is not None:
            answer = Answer(address=stored.final, status=200, headers=stored.headers, body=stored.body)
        if answer.status == 200 and not answer.error:
            self.cache.keep(address, answer.address, answer.headers, answer.body)
        return answer

    def _follow(self, address: str, stored: Stored | None, stay: Callable[[str], bool] | None) -> Answer:
        headers = stored.validators if stored else {}
        seen, home = {address}, _host(self.home)
        # Only what lies in a private network itself may lead into one, and the user may name one.
        allowed = self._private.get(home, _host(address) == home)
        answer = self._patiently(address, headers, private=allowed)
        while answer.location and not answer.error:
            target = answer.location.split("#")[0]
            if urlsplit(target).scheme.lower() not in ("http", "https"):
                nowhere = Said("it leads to {address}, which is no web address", address=target[:200])
                return _refused(answer, nowhere)
            if target in seen or len(seen) > MAX_REDIRECTS:
                return replace(_refused(answer, Said("it redirects in a circle")), circular=True)
            if stay and not stay(target):
                away = Said("it leads to another site ({host})", host=str(urlsplit(target).hostname))
                return replace(_refused(answer, away), elsewhere=True)
            allowed = allowed and answer.private is not False
            seen.add(target)
            back = _host(target) == home and self._private.get(home, False)
            answer = self._patiently(target, headers, private=allowed or back)
        return answer

    def _patiently(self, address: str, headers: Mapping[str, str], *, private: bool) -> Answer:
        answer = Answer(address=address)
        for attempt in range(TRIES):
            session = self.session or self._session(private and self._private.get(_host(address), True))
            if self.requests:
                self.wait(self.pause)
            self.requests += 1
            answer = request(session, "GET", self._signed(address), headers=headers)
            if answer.private is not None:
                self._private.setdefault(_host(address), answer.private)
            answer = replace(answer, address=address, location=without_login(answer.location)[0])
            again = answer.status in AGAIN or (answer.error and not answer.permanent)
            if not again or attempt == TRIES - 1:
                break
            delay = _retry_after(answer, default=self.pause * 2**attempt)
            if delay > PATIENCE:
                break
            log.info("%s: %s; again in %.0f s", address, answer.error or answer.status, delay)
            self.wait(delay)
        return answer

    def _signed(self, address: str) -> str:
        """The address with the login, where it leads to the very server the user wrote it for."""
        if not self.login or _server(address) != _server(self.home):
            return address
        parts = urlsplit(address)
        return parts._replace(netloc=f"{self.login}@{parts.netloc}").geturl()

    def _session(self, private: bool) -> Session:
        if private not in self._own:
            self._own[private] = open_session(private=private)
        return self._own[private]


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""


def _server(address: str) -> tuple[str, str, int | None]:
    """Scheme, host and port: what a browser calls the origin (RFC 6454)."""
    parts = urlsplit(address)
    scheme = parts.scheme.lower()
    try:
        port = parts.port
    except ValueError:
        port = -1  # no number: no server's
    return scheme, parts.hostname or "", port or {"http": 80, "https": 443}.get(scheme)


def without_login(address: str) -> tuple[str, str]:
    """An address without the name and password before its host, and these as they stood there.

    What is shown, kept or made into a link for a client must not hold them.
    """
    head, slashes, rest = address.partition("://")
    host, *_ = re.split(r"[/?#]", rest, maxsplit=1)
    login, at, bare_host = host.rpartition("@")
    return (f"{head}{slashes}{bare_host}{rest[len(host) :]}", login) if at else (address, "")


def _refused(answer: Answer, why: str) -> Answer:
    return replace(answer, error=why, permanent=True)


def _retry_after(answer: Answer, default: float) -> float:
    """Seconds to wait as the server asks, else `default`. RFC 9110, section 10.2.3: seconds or a date."""
    told = answer.headers.get("retry-after", "").strip()
    if told.isascii() and told.isdigit():
        return float(told)
    if told and (date := moment(told)) and (now := moment(answer.headers.get("date"))):
        return max((date - now).total_seconds(), 0.0)  # both by the server's clock
    return default


_HINTS = {
    401: Said(
        "The page asks for a password. Save the feed in your browser and give the file, or export the blog"
        " (in WordPress: Tools > Export) and give the file."
    ),
    403: Said(
        "The site keeps programs out. Save the feed in your browser and give the file, or export the blog"
        " (in WordPress: Tools > Export) and give the file."
    ),
    404: Said(
        "Check the address in a browser. If the feed is gone, export the blog"
        " (in WordPress: Tools > Export) and give the file."
    ),
    410: Said("The feed is gone for good: export the blog (in WordPress: Tools > Export) and give the file."),
    429: Said(
        "The site asks for patience: try again in an hour, or export the blog"
        " (in WordPress: Tools > Export) and give the file."
    ),
}
_HINT_SERVER = Said(
    "The site has trouble of its own: try again later, or export the blog"
    " (in WordPress: Tools > Export) and give the file."
)
_HINT_NO_ANSWER = Said(
    "Check the address and your connection; if it opens in a browser, export the blog"
    " (in WordPress: Tools > Export) and give the file."
)


def told(answer: Answer) -> str:
    """What came instead of a page, in words: "the server answered 503 (Service Unavailable)"."""
    if answer.error:
        return answer.error
    if answer.headers.get("cf-mitigated") == "challenge":
        return Said("the site asks for a proof that a person is looking (Cloudflare)")
    status = str(answer.status)
    if phrase := http.client.responses.get(answer.status, ""):
        return Said("the server answered {status} ({phrase})", status=status, phrase=phrase)
    return Said("the server answered {status}", status=status)


def failure(address: str, answer: Answer) -> FetchError:
    """The error for a page that did not come: what the server said, and what to try."""
    hint = _HINTS.get(answer.status, _HINT_SERVER if answer.status >= 500 else _HINT_NO_ANSWER)
    return FetchError(
        Said("{address} could not be read: {why}.", address=address, why=told(answer)),
        location=address,
        status=answer.status or None,
        hint=hint,
    )
