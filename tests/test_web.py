"""Pages one after the other: redirects, patience, and nowhere the user did not point to."""

import socket

import pytest

from handover.read import fetch as fetch_module
from handover.read import web as web_module
from handover.read.web import Web, failure
from tests.farm import Drop, Reply, served


def web_for(farm, **options):
    return Web(home=farm.url, pause=0, wait=options.pop("wait", lambda seconds: None), **options)


def redirecting(*targets):
    """A site whose page /N leads to target N."""

    def site(asked):
        step = asked.path.strip("/")
        if step.isdigit() and int(step) < len(targets):
            return Reply(status=302, headers={"Location": targets[int(step)].replace("ROOT", asked.root)})
        return Reply(b"arrived")

    return site


def test_a_redirect_is_followed_to_its_end():
    with served(redirecting("/1", "/2", "/end")) as farm, web_for(farm) as web:
        answer = web.get(farm.url + "/0")
    assert (answer.body, answer.address) == (b"arrived", farm.url + "/end")


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("file:///etc/passwd", "no web address"),
        ("ftp://127.0.0.1/x", "no web address"),
        ("javascript:alert(1)", "no web address"),
        ("/0", "circle"),
    ],
)
def test_a_redirect_that_leads_nowhere_good_is_refused(target, why):
    with served(redirecting(target)) as farm, web_for(farm) as web:
        answer = web.get(farm.url + "/0")
    assert why in answer.error
    assert len(farm.asked) == 1


def test_more_redirects_than_five_are_a_circle():
    with served(redirecting(*(f"/{n}" for n in range(1, 20)))) as farm, web_for(farm) as web:
        answer = web.get(farm.url + "/0")
    assert "circle" in answer.error
    assert len(farm.asked) <= 6


def test_a_redirect_off_the_site_is_refused_where_the_walk_must_stay():
    with served(lambda asked: Reply(b"other")) as other:
        away = other.url.replace("127.0.0.1", "localhost")
        with served(redirecting(away)) as farm, web_for(farm) as web:
            answer = web.get(farm.url + "/0", stay=lambda address: "127.0.0.1" in address)
    assert "another site (localhost)" in answer.error
    assert other.asked == []


@pytest.fixture
def internet(monkeypatch):
    """Names that all lead to loopback; a test says which of them lie in a private network by now."""
    inside, asked = {"inside.example"}, []
    real = socket.getaddrinfo

    def look_up(host, *args, **options):
        name = host.decode() if isinstance(host, bytes) else host
        asked.append(name)
        return real("127.0.0.1" if name.endswith(".example") else name, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(fetch_module, "is_private", lambda address: asked[-1] in inside)
    return inside


@pytest.mark.parametrize("target", ["inside.example", "moves.example", "MOVES.example", "home.example"])
@pytest.mark.parametrize("again", [False, True], ids=["by a redirect", "by the next page"])
def test_a_public_page_never_leads_into_a_private_network(internet, target, again):
    """Neither by a name that leads there, nor by one that has come to lead there since it was judged."""

    def site(asked):
        internet.update(("moves.example", "home.example"))
        return Reply(b"secret") if asked.path == "/inside" else Reply(**answer(asked))

    def answer(asked):
        place = f"http://{target}:{asked.host.rpartition(':')[2]}/inside"
        close = {"Connection": "close"}
        return (
            {"body": b"here", "headers": close}
            if again
            else {"status": 302, "headers": {"Location": place, **close}}
        )

    with served(site) as farm:
        port = farm.url.rpartition(":")[2]
        with Web(home=f"http://home.example:{port}/", pause=0, wait=lambda seconds: None) as web:
            told = web.get(f"http://home.example:{port}/")
            if again:
                assert told.body == b"here"
                told = web.get(f"http://{target}:{port}/inside")
    assert "private network" in told.error
    assert [asked.path for asked in farm.asked] == ["/"]


def test_a_retry_is_judged_anew(internet):
    def site(asked):
        internet.add("home.example")
        return Reply(b"secret") if asked.number > 1 else Reply(status=503, headers={"Connection": "close"})

    with served(site) as farm:
        home = farm.url.replace("127.0.0.1", "home.example")
        with Web(home=home, pause=0, wait=lambda seconds: None) as web:
            assert "private network" in web.get(home).error
    assert len(farm.asked) == 1


def test_what_the_user_named_in_a_private_network_may_lead_on_in_it(internet):
    internet.add("home.example")
    with served(redirecting()) as inside:
        target = inside.url.replace("127.0.0.1", "inside.example")
        with served(redirecting("/1", f"{target}/end")) as farm:
            home = farm.url.replace("127.0.0.1", "home.example")
            with Web(home=home, pause=0, wait=lambda seconds: None) as web:
                assert web.get(f"{home}/0").body == b"arrived"


@pytest.mark.parametrize(
    ("address", "signed"),
    [
        ("https://blog.example/feed", True),
        ("https://BLOG.example:443/other", True),
        ("http://blog.example/feed", False),
        ("https://blog.example:8443/feed", False),
        ("https://www.blog.example/feed", False),
        ("https://blog.example.evil.example/feed", False),
        ("https://blog.example:x/feed", False),
    ],
)
def test_a_login_stays_with_scheme_host_and_port(address, signed):
    web = Web(home="https://blog.example/", login="ada:bread")
    assert ("ada:bread@" in web._signed(address)) is signed


def test_patience_is_as_long_as_the_server_asks():
    waited = []

    def site(asked):
        if asked.number <= 2:
            return Reply(b"", status=429, headers={"Retry-After": "7"})
        return Reply(b"here")

    with served(site) as farm, web_for(farm, wait=waited.append) as web:
        answer = web.get(farm.url)
    assert answer.body == b"here"
    assert [seconds for seconds in waited if seconds] == [7, 7]


def test_patience_may_be_asked_for_by_a_date():
    waited = []

    def site(asked):
        if asked.number == 1:
            raw = (
                b"HTTP/1.1 503 Busy\r\nDate: Thu, 01 Jan 2015 10:00:00 GMT\r\nContent-Length: 0\r\n"
                b"Retry-After: Thu, 01 Jan 2015 10:00:20 GMT\r\n\r\n"
            )
            return Reply(raw=[raw])
        return Reply(b"here")

    with served(site) as farm, web_for(farm, wait=waited.append) as web:
        assert web.get(farm.url).body == b"here"
    assert max(waited) == 20


def test_more_patience_than_a_minute_is_not_had():
    with (
        served(lambda asked: Reply(status=429, headers={"Retry-After": "3600"})) as farm,
        web_for(farm) as web,
    ):
        assert web.get(farm.url).status == 429
    assert len(farm.asked) == 1


def test_a_dropped_connection_is_tried_again():
    def site(asked):
        if asked.number < 3:
            raise Drop
        return Reply(b"here")

    with served(site) as farm, web_for(farm) as web:
        assert web.get(farm.url).body == b"here"


def test_trying_again_has_an_end():
    with served(lambda asked: Reply(status=503)) as farm, web_for(farm) as web:
        assert web.get(farm.url).status == 503
    assert len(farm.asked) == web_module.TRIES


def test_requests_keep_their_distance():
    waited = []
    with (
        served(lambda asked: Reply(b"x")) as farm,
        Web(home=farm.url, pause=1.5, wait=waited.append) as web,
    ):
        for name in "abc":
            web.get(f"{farm.url}/{name}")
    assert waited == [1.5, 1.5]


@pytest.mark.parametrize(
    ("status", "word"),
    [(401, "password"), (403, "programs"), (404, "browser"), (429, "hour"), (500, "later")],
)
def test_a_failure_names_the_address_the_answer_and_a_way_out(status, word):
    with served(lambda asked: Reply(status=status)) as farm, web_for(farm) as web:
        error = failure(farm.url, web.get(farm.url))
    assert farm.url in str(error)
    assert str(status) in str(error)
    assert word in error.hint
    assert "Tools > Export" in error.hint
    assert (error.status, error.exit_code) == (status, 3)
