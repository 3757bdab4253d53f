"""Who may ask the page: nobody but the browser that was given its first address, from its own pages."""

import http.client
import os
import stat
import tempfile
from pathlib import Path

import pytest
import requests

from tests.served import Served, served


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    with served(tmp_path_factory.mktemp("client")) as app:
        app.settled()
        yield app


def status(app: Served, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> int:
    """The status of a request with these headers and no others."""
    host, port = app.origin.removeprefix("http://").split(":")
    connection = http.client.HTTPConnection(host, int(port), timeout=30)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    if method == "POST" and "Content-Length" not in headers:
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body)
    with connection.getresponse() as answer:
        return answer.status


FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_only_our_own_page_is_answered(app: Served) -> None:
    own = app.origin.removeprefix("http://")
    cookie = {"Cookie": "; ".join(f"{c.name}={c.value}" for c in app.session.cookies)}
    port = own.rpartition(":")[2]
    ours = {"Host": own, "Origin": app.origin, **cookie, **FORM}
    assert status(app, "GET", "/", {"Host": own, **cookie}) == 200
    assert status(app, "POST", "/forget", ours) == 303
    for method, headers in (
        ("GET", {"Host": f"evil.example:{port}", **cookie}),  # DNS rebinding: its name, our computer
        ("GET", {"Host": f"localhost:{port}", **cookie}),
        ("GET", {"Host": "127.0.0.1", **cookie}),
        ("GET", cookie),
        ("GET", {"Host": own}),  # without the cookie
        ("GET", {"Host": own, "Cookie": f"handover-{port}=guessed"}),
        ("GET", {"Host": own, "Cookie": "\x7f=;;;,"}),
        ("POST", {**ours, "Origin": "https://evil.example"}),  # CSRF: another page's form
        ("POST", {**ours, "Origin": "null"}),
        ("POST", {**ours, "Origin": f"http://localhost:{port}"}),
        ("POST", {name: value for name, value in ours.items() if name != "Origin"}),
        ("POST", {**ours, "Content-Length": "2000000"}),
        ("PUT", {**ours, "Origin": "https://evil.example"}),
    ):
        assert status(app, method, "/" if method == "GET" else "/forget", headers) in (400, 403, 413, 421), (
            headers
        )


def test_the_first_address_opens_once_and_its_cookie_stays_here(app: Served) -> None:
    other = requests.Session()
    other.trust_env = False
    assert other.get(app.first, timeout=30).status_code == 403
    assert other.get(app.first.rpartition("=")[0] + "=", timeout=30).status_code == 403
    with served(Path(tempfile.mkdtemp())) as another:
        answer = another.ask("GET", "/")
        assert answer.status_code == 200
        assert app.origin != another.origin
        (cookie,) = another.session.cookies
        assert cookie.has_nonstandard_attr("HttpOnly")
        assert cookie.get_nonstandard_attr("SameSite") == "strict"
        assert app.session.cookies.keys() != [cookie.name]  # cookies know no ports: two apps, two names


def test_every_answer_says_what_the_browser_may_do(app: Served) -> None:
    for path in ("/", "/pairs", "/static/app.js", "/state", "/nothing"):
        answer = app.ask("GET", path)
        policy = answer.headers["Content-Security-Policy"]
        assert (
            "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        )
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "server" not in answer.headers
        assert "<script>" not in answer.text and "style=" not in answer.text and "http://" not in answer.text


def test_no_path_is_read_because_it_was_typed(app: Served, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text("<rss version='2.0'><channel><title>SECRET</title></channel></rss>")
    for typed in (str(tmp_path / "feed.xml"), (tmp_path / "feed.xml").as_uri(), "../feed.xml", "/etc/passwd"):
        answer = app.post("/blog", data={"blog": typed})
        assert answer.status_code == 422 and "This is no web address." in answer.text
        app.post("/forget", data={"told": typed})
        app.post("/open", data={"name": typed})
    assert (tmp_path / "feed.xml").exists()
    for path in ("/static/../../cli.py", "/static/%2e%2e/%2e%2e/cli.py", "/files/0", "/files/99999999999999"):
        assert "import" not in app.get(path)
    assert "SECRET" not in app.get("/")


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("../../../evil.csv", "evil.csv"),
        ("C:\\Users\\me\\plan.xlsx", "plan.xlsx"),
        ('a"b<c>|?.csv', "a_b_c___.csv"),
        ("CON.csv", "_CON.csv"),
        ("...", "_"),
        ("plän\u202e \x00.csv", None),
        ("x" * 400 + ".zip", "x" * 146 + ".zip"),
    ],
)
def test_a_file_gets_a_name_that_every_system_takes(told: str, name: str | None) -> None:
    from handover.app.uploads import safe_name

    found = safe_name(told)
    assert found == name if name else "/" not in found and "\x00" not in found
    assert 0 < len(found) <= 150


def body(*names: str, end: bytes = b"--x--\r\n") -> bytes:
    part = b'--x\r\nContent-Disposition: form-data; name="files"; filename="%s"\r\n\r\nDate,Text\r\n'
    return b"".join(part % name.encode() for name in names) + end


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (body("a.csv", end=b""), "did not come whole"),
        (body(*(f"{n}.csv" for n in range(201))), "more than 200 files"),
        (b"nothing of the kind", "These are no files."),
    ],
)
def test_a_broken_upload_is_refused_and_leaves_nothing(app: Served, sent: bytes, said: str) -> None:
    form = {"Content-Type": "multipart/form-data; boundary=x", "Accept": "application/json"}
    answer = app.post("/upload", data=sent, headers=form)
    assert answer.status_code == 422 and said in answer.json()["text"]


def test_an_upload_larger_than_the_disk_is_refused_before_it_comes(app: Served) -> None:
    own = app.origin.removeprefix("http://")
    cookie = {"Cookie": "; ".join(f"{c.name}={c.value}" for c in app.session.cookies)}
    form = {"Content-Type": "multipart/form-data; boundary=x", "Content-Length": str(10**15)}
    assert status(app, "POST", "/upload", {"Host": own, "Origin": app.origin, **cookie, **form}) == 422


@pytest.mark.skipif(os.name == "nt", reason="looks at the rights of a POSIX folder")
def test_the_temporary_folder_is_private_and_goes_with_the_app(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with served(tmp_path / "client") as app:
        (private,) = tmp_path.glob("handover-app-*/")
        assert stat.S_IMODE(private.stat().st_mode) == 0o700
        app.settled()
    assert list(tmp_path.glob("handover-app-*/")) == []
