"""The one place that touches the network: polite, bounded, and never led astray.

Every request of the library goes through `request`: one address, no redirect followed, and fixed
limits of time, bytes on the wire and bytes unpacked. `ask` is the same for "what does it say?".
"""

import ipaddress
import logging
import re
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase, HTTPBasicAuth
from requests.exceptions import ContentDecodingError
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import NewConnectionError

from handover.later import dataclass
from handover.model import Said
from handover.model.said import N_

MAX_WIRE = 30 * 1024**2  # bytes of one answer as they travel
MAX_BODY = 100 * 1024**2  # bytes of one answer, unpacked
DEADLINE = 60.0  # seconds for one request, from dialling to the last byte
CONNECT = 10.0  # seconds to get a connection
SILENCE = 20.0  # seconds without a byte
REDIRECTS = frozenset((301, 302, 303, 307, 308))
CHUNK = 64 * 1024

log = logging.getLogger("handover")


@cache  # a look into the folder of packages for every page took a twentieth of a walk
def agent() -> str:
    """How every request names us, and which release of us."""
    try:
        number = version("content-handover")
    except PackageNotFoundError:
        number = "dev"
    return f"content-handover/{number} (+https://pypi.org/project/content-handover/)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one request brought."""

    address: str  # the address that was asked
    status: int = 0  # 0: no answer
    location: str = ""  # where a redirect leads, absolute; "" when it is none
    headers: Mapping[str, str] = field(default_factory=dict)  # names in lower case
    body: bytes = b""  # unpacked; only where it was asked for
    error: str = ""  # why there is no (whole) answer, as the end of a sentence; "" when there is one
    permanent: bool = False  # the error will not go away by asking again
    circular: bool = False  # the error: its redirects end where they began
    elsewhere: bool = False  # the error: it redirects to another site
    unreached: bool = False  # the error: nothing was heard of any server, as without a connection
    private: bool | None = None  # the address that was connected to lies in a private network; None: unknown


# --- one request ------------------------------------------------------------------------------------


class _NoAuth(AuthBase):
    """Sends no credentials: a stranger's redirect must not collect what ~/.netrc holds."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


class _Dialler(HTTPAdapter):
    """Connections that can be cut off from outside and, if told so, refuse private networks."""

    def __init__(self, *, private: bool) -> None:
        self.private = private
        self.live: Any = None  # the connection in use; one request at a time
        super().__init__(pool_connections=4, pool_maxsize=1)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, **options)
        self.poolmanager.pool_classes_by_scheme = {
            "http": type("Pool", (HTTPConnectionPool,), {"ConnectionCls": self._watched(HTTPConnection)}),
            "https": type("Pools", (HTTPSConnectionPool,), {"ConnectionCls": self._watched(HTTPSConnection)}),
        }

    def _watched(self, base: Any) -> Any:
        dialler = self

        class Watched(base):  # type: ignore[misc]
            def _new_conn(self) -> Any:
                self.leads_inside = None
                sock = super()._new_conn()
                # Judged is the address that was connected to: a name may stand for another one by now.
                private = is_private(sock.getpeername()[0])
                if private and not dialler.private:
                    sock.close()
                    raise NewConnectionError(self, "it lies in a private network")
                self.leads_inside = private
                return sock

            def request(self, *args: Any, **options: Any) -> None:
                dialler.live = self
                super().request(*args, **options)

        return Watched

    def cut_off(self) -> None:
        sock = getattr(self.live, "sock", None)
        if sock is not None:
            try:
                sock.shutdown(2)
            except OSError:
                log.debug("the connection was closed already")


# Ways to write an IPv4 address as an IPv6 one: RFC 4291 (2.5.5.1 and 2.5.5.2) and RFC 6052, by their first
# 96 bits. What they stand for is judged; behind NAT64 a public site is a public site.
_HOLDING_IPV4 = tuple(map(ipaddress.IPv6Network, ("::/96", "::ffff:0:0/96", "64:ff9b::/96")))
# Public by the registry, and yet no place for a web site: RFC 8215, 3056 (6to4, given up), 3879.
_NO_SITES = tuple(map(ipaddress.IPv6Network, ("64:ff9b:1::/48", "2002::/16", "fec0::/10")))


def is_private(host: str) -> bool:
    """Whether this IP address lies in a private network, on loopback, link-local or is a group's."""
    try:
        number = ipaddress.ip_address(host.split("%")[0])
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv6Address):
        if any(number in network for network in _NO_SITES):
            return True
        if any(number in network for network in _HOLDING_IPV4):
            number = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
    return number.is_multicast or not number.is_global


class Session(requests.Session):
    """A requests session that leaves redirects (and their bodies) to us."""

    def __init__(self, *, private: bool = False) -> None:
        super().__init__()
        self.auth = _NoAuth()
        self.dialler = _Dialler(private=private)
        self.mount("http://", self.dialler)
        self.mount("https://", self.dialler)

    def get_redirect_target(self, resp: requests.Response) -> None:
        return None


def open_session(*, private: bool = False) -> Session:
    """A session for `ask` and `fetch`; `private=True` lets it reach loopback and private networks."""
    return Session(private=private)


def ask(
    address: str,
    *,
    method: str = "HEAD",
    session: requests.Session | None = None,
    timeout: float = 15.0,
) -> Answer:
    """One bounded request that follows no redirect and never raises: `error` says what went wrong.

    Without `session` private networks are refused; give `open_session(private=True)` to reach them.
    The body is not read.
    """
    if session is not None:
        return request(session, method, address, deadline=timeout, wants_body=False)
    with open_session() as own:
        return request(own, method, address, deadline=timeout, wants_body=False)


def request(
    session: requests.Session,
    method: str,
    address: str,
    *,
    headers: Mapping[str, str] | None = None,
    deadline: float = DEADLINE,
    wants_body: bool = True,
) -> Answer:
    """One bounded request; a redirect's body is never read. Never raises: `Answer.error` says why."""
    end = time.monotonic() + deadline
    sent = {
        "User-Agent": agent(),
        "Accept-Encoding": "gzip, deflate",
        "Accept": "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9,"
        " */*;q=0.8",
    } | dict(headers or {})
    answer = Answer(address=address)
    try:
        with (
            _watch(session, deadline),
            session.request(
                method,
                address,
                headers=sent,
                auth=_auth(address),
                stream=True,
                allow_redirects=False,
                timeout=(min(CONNECT, deadline), min(SILENCE, deadline)),
            ) as response,
        ):
            got = {name.lower(): value for name, value in response.headers.items()}
            target = got.get("location", "") if response.status_code in REDIRECTS else ""
            location = urljoin(address, _latin(target)) if target else ""
            answer = replace(
                answer, status=response.status_code, headers=got, location=location, private=_inside(session)
            )
            if wants_body and not target and method != "HEAD":
                answer = replace(answer, body=_read(response, end))
            if time.monotonic() >= end:  # a line that was cut looks like an end
                raise TimeoutError
    except _TooMuchError as error:
        return replace(answer, error=error.args[0], permanent=True)
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        late = time.monotonic() >= end
        why = _too_late(deadline) if late else _why(error)
        unreached = not answer.status and bool(_UNREACHED.search(f"{error!r} {error}"))
        return replace(
            answer,
            error=why,
            permanent=isinstance(error, ValueError) or late,
            unreached=unreached,
            private=_inside(session),
        )
    return answer


def _inside(session: requests.Session) -> bool | None:
    """Whether the connection in use leads into a private network; None where the session is not ours."""
    return getattr(session.dialler.live, "leads_inside", None) if isinstance(session, Session) else None


class _TooMuchError(Exception):
    """A limit of size was met."""


@contextmanager
def _watch(session: requests.Session, deadline: float) -> Iterator[None]:
    # No HTTP client has a limit for the whole answer: a server that sends a byte of its headers every
    # second holds it for ever. A timer that closes the line does.
    if not isinstance(session, Session):
        yield
        return
    timer = threading.Timer(deadline, session.dialler.cut_off)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _read(response: requests.Response, end: float) -> bytes:
    raw = response.raw
    codings = response.headers.get("Content-Encoding", "").lower().replace(",", " ").split()
    if unknown := [coding for coding in codings if coding not in (*raw.CONTENT_DECODERS, "identity")]:
        raise ContentDecodingError(f"cannot decode {unknown[0]}")
    body = bytearray()
    while chunk := raw.read1(CHUNK, decode_content=True):
        body += chunk
        if len(body) > MAX_BODY or raw.tell() > MAX_WIRE:
            size = min(len(body), MAX_BODY) // 1024**2 + 1
            raise _TooMuchError(Said("it sent more than {n} MB", n=size))
        if time.monotonic() > end:
            raise TimeoutError
    return bytes(body)


def _auth(address: str) -> AuthBase:
    parts = urlsplit(address)
    if parts.username:
        return HTTPBasicAuth(unquote(parts.username), unquote(parts.password or ""))
    return _NoAuth()


def _latin(header: str) -> str:
    # http.client reads headers as Latin-1; servers mean UTF-8.
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


_UNREACHED = re.compile("NameResolution|getaddrinfo|ConnectTimeout|unreachable|No route|ProxyError")
_REASONS = (  # what the libraries say -> what a person can use
    ("private network", N_("it lies in a private network, where a public site must not lead")),
    ("NameResolution", N_("no server of that name was found")),
    ("getaddrinfo", N_("no server of that name was found")),
    ("Connection refused", N_("the server refuses connections")),
    ("CERTIFICATE_VERIFY", N_("its certificate is not valid")),
    ("SSL", N_("no secure connection could be made")),
    ("ConnectTimeout", N_("the server did not answer in time")),
    ("timed out", N_("the server stopped answering")),
    ("IncompleteRead", N_("the answer broke off in the middle")),
    ("RemoteDisconnected", N_("the server closed the connection without an answer")),
    ("Connection aborted", N_("the server closed the connection without an answer")),
    ("reset by peer", N_("the server closed the connection")),
    ("decode", N_("the answer was packed in a broken or unknown way")),
    ("No connection adapters", N_("only http and https addresses are opened")),
    ("Invalid URL", N_("the address is not valid")),
    ("Failed to parse", N_("the address is not valid")),
    ("ValueError", N_("the address is not valid")),
)


def _why(error: Exception) -> Said:
    told = f"{type(error).__name__} {error!r} {error}"
    for sign, words in _REASONS:
        if sign in told:
            return Said(words)
    return Said("the connection failed ({error})", error=type(error).__name__)


def _too_late(deadline: float) -> Said:
    seconds = round(deadline)
    return Said("it took longer than {n} second", many="it took longer than {n} seconds", n=seconds)
