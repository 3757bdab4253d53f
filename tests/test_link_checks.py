"""Short links and dead links, asked of a real server on this machine."""

import datetime as dt
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, cast

import pytest
import requests

from handover.read import link_checks
from handover.read.fetch import open_session
from handover.read.link_checks import check_links, resolve_links


class Web(ThreadingHTTPServer):
    """A server that answers as it is told, and remembers what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, str]] = {}  # path -> status, Location
        self.heads: dict[str, int] = {}  # path -> status for HEAD alone
        self.asked: list[tuple[str, str]] = []
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()
        super().__init__(("127.0.0.1", 0), _Handler)

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.server_port}/{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Web

    def _answer(self) -> None:
        with self.server.lock:
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.most_at_once, self.server.at_once)
            self.server.asked.append((self.command, self.path))
        path = self.path.lstrip("/")
        status, location = self.server.pages.get(path, (404, ""))
        if self.command == "HEAD":
            status = self.server.heads.get(path, status)
        with self.server.lock:
            self.server.at_once -= 1
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET = _answer  # noqa: N815

    def log_message(self, *told: Any) -> None:
        return None


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(autouse=True)
def _may_ask_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(link_checks, "open_session", lambda: open_session(private=True))
    monkeypatch.setattr(link_checks.platformdirs, "user_cache_dir", lambda *a: str(tmp_path / "cache"))


HERE = {"127.0.0.1"}
POST = "https://blog.example/the-quiet-chair"


def test_a_short_link_is_asked_with_head_and_its_target_never(web: Web) -> None:
    web.pages["abc"] = (301, POST)
    assert resolve_links([web.address("abc")], hosts=HERE, pause=0) == {web.address("abc"): POST}
    assert web.asked == [("HEAD", "/abc")]


def test_a_short_link_to_a_short_link_is_followed(web: Web) -> None:
    web.pages |= {"a": (302, web.address("b")), "b": (307, "/c"), "c": (301, POST)}
    assert resolve_links([web.address("a")], hosts=HERE, pause=0) == {web.address("a"): POST}


def test_only_known_shorteners_are_asked(web: Web) -> None:
    web.pages["abc"] = (301, POST)
    assert resolve_links([web.address("abc")], hosts={"bit.ly"}, pause=0) == {}
    assert resolve_links([web.address("abc")], pause=0) == {}
    assert web.asked == []


@pytest.mark.parametrize(
    "page",
    [{}, {"x": (200, "")}, {"x": (301, "/x")}, {"x": (503, "")}],
    ids=["gone", "page", "loop", "broken"],
)
def test_what_gives_no_target_is_left_out(web: Web, page: dict[str, tuple[int, str]]) -> None:
    web.pages |= page
    assert resolve_links([web.address("x")], hosts=HERE, pause=0) == {}


def test_a_second_run_asks_nothing_again(web: Web, tmp_path: Path) -> None:
    web.pages |= {"a": (301, POST), "b": (404, "")}
    both = [web.address("a"), web.address("b"), web.address("a")]
    cache = tmp_path / "deep" / "short.json"
    first = resolve_links(both, hosts=HERE, pause=0, cache=cache)
    assert json.loads(cache.read_text()) == first
    web.asked.clear()
    assert resolve_links(both, hosts=HERE, pause=0, cache=cache) == first
    assert web.asked == [("HEAD", "/b")]


@pytest.mark.parametrize("broken", ["", "[1]", "{", '{"http://127.0.0.1/a": 7}'])
def test_a_broken_cache_is_no_trouble(web: Web, tmp_path: Path, broken: str) -> None:
    cache = tmp_path / "short.json"
    cache.write_text(broken)
    web.pages["a"] = (301, POST)
    assert resolve_links([web.address("a")], hosts=HERE, pause=0, cache=cache) == {web.address("a"): POST}
    assert json.loads(cache.read_text()) == {web.address("a"): POST}


def test_a_cache_that_cannot_be_written_is_no_trouble(web: Web, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    web.pages["a"] = (301, POST)
    assert resolve_links([web.address("a")], hosts=HERE, pause=0, cache=tmp_path / "file" / "no" / "x.json")


def test_one_host_is_asked_one_thing_at_a_time(web: Web) -> None:
    web.pages |= {f"p{n}": (301, f"{POST}-{n}") for n in range(20)}
    found = resolve_links([web.address(f"p{n}") for n in range(20)], hosts=HERE, pause=0)
    assert len(found) == 20
    assert web.most_at_once == 1


def test_several_hosts_are_asked_side_by_side_and_the_result_keeps_the_order(web: Web) -> None:
    web.pages |= {f"p{n}": (301, f"{POST}-{n}") for n in range(6)}
    asked = [web.address(f"p{n}", host) for n in range(6) for host in ("localhost", "127.0.0.1")]
    found = resolve_links(asked, hosts={"localhost", "127.0.0.1"}, pause=0)
    assert list(found) == asked


def test_a_given_session_is_used_and_left_open(web: Web) -> None:
    web.pages["a"] = (301, POST)
    with open_session(private=True) as session:
        assert resolve_links([web.address("a")], hosts=HERE, pause=0, session=session)
        assert check_links([web.address("a")], pause=0, session=session) != {}
        assert session.get(web.address("a")).status_code == 301


def test_when_time_is_up_the_rest_is_left_out_and_named(web: Web) -> None:
    web.pages["a"] = (301, POST)
    unasked: list[str] = []
    assert resolve_links([web.address("a")], hosts=HERE, pause=0, deadline=-1, unasked=unasked) == {}
    assert check_links([web.address("b")], pause=0, deadline=-1, unasked=unasked) == {}
    assert unasked == [web.address("a"), web.address("b")]
    assert web.asked == []


def test_what_is_beyond_the_number_of_a_run_is_named(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handover.read.link_checks.MOST", 2)
    unasked: list[str] = []
    check_links([web.address(f"p{n}") for n in range(3)], pause=0, unasked=unasked)
    assert unasked == [web.address("p2")]


def test_progress_is_told(web: Web) -> None:
    told: list[tuple[str, int, int | None]] = []
    check_links([web.address(f"p{n}") for n in range(3)], pause=0, progress=lambda *step: told.append(step))
    assert [step[1:] for step in told] == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (200, ""),
        (204, ""),
        (401, ""),
        (403, ""),
        (429, ""),
        (404, "not there (404)"),
        (410, "removed (410)"),
        (500, "fault (500)"),
    ],
)
def test_a_link_is_dead_when_the_page_is_gone_not_when_it_is_closed(web: Web, status: int, why: str) -> None:
    web.pages["x"] = (status, "")
    dead = check_links([web.address("x")], pause=0)
    assert why in dead.get(web.address("x"), "")
    assert bool(dead) == bool(why)


@pytest.mark.parametrize("refused", [400, 403, 404, 405, 501])
def test_a_server_that_knows_no_head_is_asked_again_with_get(web: Web, refused: int) -> None:
    web.pages["x"] = (200, "")
    web.heads["x"] = refused
    assert check_links([web.address("x")], pause=0) == {}
    assert web.asked == [("HEAD", "/x"), ("GET", "/x")]


def test_a_link_that_is_sent_on_is_followed_to_its_end(web: Web) -> None:
    web.pages |= {"a": (301, "/b"), "b": (302, "/c"), "c": (200, ""), "d": (301, "/gone"), "e": (301, "/e")}
    asked = [web.address(name) for name in "ade"]
    dead = check_links(asked, pause=0)
    assert list(dead) == asked[1:]
    assert "404" in dead[web.address("d")]
    assert "circle" in dead[web.address("e")]


def test_a_host_that_does_not_answer_is_dead(web: Web) -> None:
    port = web.server_port
    web.shutdown()
    web.server_close()
    address = f"http://127.0.0.1:{port}/x"
    assert check_links([address], pause=0)[address]


def test_a_living_link_is_believed_and_a_dead_one_asked_again(web: Web, tmp_path: Path) -> None:
    web.pages["a"] = (200, "")
    both = [web.address("a"), web.address("b")]
    cache = tmp_path / "living.json"
    assert list(check_links(both, pause=0, cache=cache)) == [both[1]]
    web.asked.clear()
    assert list(check_links(both, pause=0, cache=cache)) == [both[1]]
    assert {path for _, path in web.asked} == {"/b"}


def test_what_is_no_web_address_is_not_asked() -> None:
    assert check_links(["mailto:me@blog.example", "", "urn:x"], pause=0) == {}
    assert resolve_links(["mailto:me@bit.ly", "bit.ly", ""], pause=0, deadline=-1) == {}


class _NoNet:
    """A session without any connection, or with none for one host."""

    def __init__(self, *, reaches: str = "") -> None:
        self.reaches = reaches

    def request(self, method: str, address: str, **told: Any) -> Any:
        if self.reaches and self.reaches in address:
            return requests.Session().request(method, address, timeout=5, allow_redirects=False, stream=True)
        raise requests.ConnectionError("NameResolutionError: getaddrinfo failed")


def test_without_a_connection_nothing_is_called_dead(web: Web) -> None:
    asked = [f"https://host-{n}.example/a" for n in range(3)]
    unasked: list[str] = []
    assert check_links(asked, session=cast(Any, _NoNet()), pause=0, unasked=unasked) == {}
    assert unasked == asked
    unasked.clear()
    assert resolve_links(asked, session=cast(Any, _NoNet()), hosts={"host-1.example"}, unasked=unasked) == {}
    assert unasked == asked[1:2]


def test_a_host_that_is_gone_is_dead_where_others_answer(web: Web) -> None:
    web.pages["a"] = (200, "")
    session = cast(Any, _NoNet(reaches="127.0.0.1"))
    asked = [web.address("a"), "https://gone.example/a"]
    assert list(check_links(asked, session=session, pause=0)) == asked[1:]


def test_a_host_is_asked_once_a_second_and_no_more_once_it_asks_for_patience(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(link_checks.time, "sleep", waited.append)
    web.pages |= {"a": (200, ""), "b": (429, ""), "c": (200, "")}
    web.heads["a"] = web.heads["b"] = 405
    unasked: list[str] = []
    assert check_links([web.address(name) for name in "abcd"], unasked=unasked) == {}
    assert web.asked == [("HEAD", "/a"), ("GET", "/a"), ("HEAD", "/b"), ("GET", "/b")]
    assert waited == [1.0] * 3
    assert unasked == [web.address(name) for name in "cd"]


@pytest.mark.parametrize(("days", "fresh"), [(0, True), (7, True), (8, False), (-7, True), (-8, False)])
def test_an_answer_is_believed_for_a_week_whatever_the_clock_was_then(days: int, fresh: bool) -> None:
    today = dt.date(2026, 11, 29)
    assert link_checks._is_fresh((today - dt.timedelta(days=days)).isoformat(), today) is fresh
