"""One site on one port, and a list of what it was asked."""

import http.server
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Asked:
    """One request."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]  # names in lower case
    host: str  # "127.0.0.1:12345"
    number: int  # from 1
    method: str = "GET"

    @property
    def root(self) -> str:
        return f"http://{self.host}"


@dataclass(frozen=True)
class Reply:
    body: bytes = b""
    status: int = 200
    type: str = "application/rss+xml; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    pieces: Iterable[bytes] | None = None  # sent one by one instead of the body, without a length
    length: int | None = None  # a length that is not the true one
    raw: Iterable[bytes] | None = None  # sent as they are, head and all


class Drop(Exception):  # noqa: N818 - a signal, not an error
    """The server hangs up without an answer."""


Site = Callable[[Asked], Reply]


@dataclass
class Farm:
    """A running site."""

    url: str
    asked: list[Asked] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]


@contextmanager
def served(site: Site) -> Iterator[Farm]:
    """`site` behind a real server; the farm knows its address and what it was asked."""
    farm = Farm("")

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 64 * 1024  # headers and body in one packet: no wait for its acknowledgement

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            asked = Asked(
                path=parts.path,
                query={key: values[-1] for key, values in parse_qs(parts.query).items()},
                headers={key.lower(): value for key, value in self.headers.items()},
                host=self.headers.get("Host", ""),
                number=len(farm.asked) + 1,
                method=self.command,
            )
            farm.asked.append(asked)
            try:
                self.answer(site(asked))
            except (Drop, ConnectionError):
                self.close_connection = True

        do_HEAD = do_GET  # noqa: N815 - the name http.server looks for

        def answer(self, reply: Reply) -> None:
            if reply.raw is not None:
                self.close_connection = True
                self.pieces(reply.raw)
                return
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.type)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.pieces is not None:
                self.close_connection = True
                self.send_header("Connection", "close")
                self.end_headers()
                self.pieces(reply.pieces)
                return
            length = len(reply.body) if reply.length is None else reply.length
            self.send_header("Content-Length", str(length))
            self.end_headers()
            if self.command != "HEAD" and reply.status != 304:
                self.wfile.write(reply.body)
            if length != len(reply.body):
                self.close_connection = True

        def pieces(self, pieces: Iterable[bytes]) -> None:
            for piece in pieces:
                self.wfile.write(piece)
                self.wfile.flush()

        def log_message(self, *_: object) -> None:
            pass

    class Server(http.server.ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """A client that hangs up is no news."""

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    farm.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield farm
    finally:
        server.shutdown()
        server.server_close()
