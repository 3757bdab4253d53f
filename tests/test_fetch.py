"""One request: bounded, never led astray, never raising."""

import gzip
import time
import zlib

import brotli
import pytest
import zstandard

from handover.read import fetch
from handover.read.fetch import ask, open_session, request
from tests.farm import Drop, Reply, served

MB = 1024**2


@pytest.fixture
def session():
    with open_session(private=True) as found:
        yield found


def test_a_redirect_is_told_and_not_followed(session):
    with served(lambda asked: Reply(status=301, headers={"Location": "/there?a=é"})) as farm:
        answer = ask(farm.url + "/here", session=session)
    assert (answer.status, answer.location, answer.error) == (301, farm.url + "/there?a=é", "")
    assert [asked.method for asked in farm.asked] == ["HEAD"]


def test_a_status_is_told_with_its_headers(session):
    with served(lambda asked: Reply(status=404, headers={"X-Why": "gone"})) as farm:
        answer = ask(farm.url, method="GET", session=session)
    assert (answer.status, answer.headers["x-why"], answer.body) == (404, "gone", b"")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://no-such-host.invalid/", "no server of that name"),
        ("file:///etc/passwd", "only http and https"),
        ("http://[::1", "not valid"),
        ("kitchen", "not valid"),
    ],
)
def test_trouble_is_an_answer_with_a_reason(address, why):
    answer = ask(address)
    assert answer.status == 0
    assert why in answer.error


def test_a_private_network_is_refused_unless_asked_for():
    with served(lambda asked: Reply()) as farm:
        answer = ask(farm.url)
    assert "private network" in answer.error
    assert farm.asked == []


PRIVATE = """127.0.0.1 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.251
239.255.0.1
255.255.255.255 ::1 :: fe80::1 fe80::1%eth0 fd00::1 fec0::1 ff02::1 ff0e::1 ::7f00:1 ::a00:1 ::ffff:10.0.0.1
64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 64:ff9b:1::808:808 2002:7f00:1:: 2002:808:808:: 2001:0:808:808::1"""
PUBLIC = "8.8.8.8 93.184.216.34 2606:4700::1111 2a00:1450::1 ::ffff:8.8.8.8 64:ff9b::808:808 blog.example"


@pytest.mark.parametrize(("addresses", "private"), [(PRIVATE, True), (PUBLIC, False)], ids=["in", "out"])
def test_an_address_is_judged_by_what_it_stands_for(addresses, private):
    assert [a for a in addresses.split() if fetch.is_private(a) is not private] == []


def test_no_credentials_leave_the_machine(session, tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login ada password bread\n")
    monkeypatch.setenv("NETRC", str(netrc))
    with served(lambda asked: Reply()) as farm:
        ask(farm.url, session=session)
    assert "authorization" not in farm.asked[0].headers
    assert "content-handover" in farm.asked[0].headers["user-agent"]


def packed(coding):
    zeros = b"\0" * (64 * MB)
    if coding == "gzip":
        return gzip.compress(zeros, 9)
    if coding == "deflate":
        return zlib.compress(zeros, 9)
    if coding == "br":
        return brotli.compress(zeros, quality=3)
    return zstandard.compress(zeros)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd"])
def test_a_packed_bomb_is_stopped(coding, session, monkeypatch):
    monkeypatch.setattr(fetch, "MAX_BODY", 4 * MB)
    bomb = packed(coding)
    with served(lambda asked: Reply(bomb, headers={"Content-Encoding": coding})) as farm:
        answer = request(session, "GET", farm.url)
    # Where urllib3 knows no zstd, an answer packed by it cannot be read at all.
    assert ("more than" in answer.error) or (coding == "zstd" and "packed" in answer.error)
    assert answer.body == b""


def test_the_body_of_a_redirect_is_never_unpacked(session, monkeypatch):
    monkeypatch.setattr(fetch, "_read", lambda *_: pytest.fail("the body was read"))
    headers = {"Content-Encoding": "gzip", "Location": "/x"}
    with served(lambda asked: Reply(packed("gzip"), status=302, headers=headers)) as farm:
        assert request(session, "GET", farm.url).location == farm.url + "/x"


def test_an_answer_that_is_too_long_on_the_wire_is_stopped(session, monkeypatch):
    monkeypatch.setattr(fetch, "MAX_WIRE", 1 * MB)
    with served(lambda asked: Reply(b"x" * (3 * MB))) as farm:
        assert "more than" in request(session, "GET", farm.url).error


def drip(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield b" "
        time.sleep(0.05)


def test_a_body_that_drips_is_cut_off(session):
    with served(lambda asked: Reply(pieces=drip(20))) as farm:
        answer = request(session, "GET", farm.url, deadline=0.4)
    assert "longer than" in answer.error


def test_headers_that_drip_are_cut_off(session):
    def head():
        yield b"HTTP/1.1 200 OK\r\nX-Slow: "
        yield from drip(20)

    with served(lambda asked: Reply(raw=head())) as farm:
        answer = request(session, "GET", farm.url, deadline=0.4)
    assert "longer than" in answer.error


def test_a_short_body_is_no_body(session):
    with served(lambda asked: Reply(b"half", length=1000)) as farm:
        answer = request(session, "GET", farm.url)
    assert "broke off" in answer.error


def hang_up(asked):
    raise Drop


def test_a_server_that_hangs_up_is_named(session):
    with served(hang_up) as farm:
        answer = request(session, "GET", farm.url)
    assert "closed the connection" in answer.error
    assert not answer.permanent
