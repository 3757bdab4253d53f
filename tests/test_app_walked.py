"""The page in a browser: from an empty folder to the zip, as a person walks it."""

import contextlib
import http.server
import threading
from functools import partial
from pathlib import Path

import pytest

from handover import build_handover
from handover.details import gather
from tests.browser import Page, axe_source, browser
from tests.served import served
from tests.test_html_walked import AXE

SAMPLES = Path(__file__).parent.parent / "sample_data"

pytestmark = pytest.mark.long


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None: ...

    def do_GET(self) -> None:
        if self.path == "/feed.xml":
            super().do_GET()
        else:
            self.send_error(404)


@contextlib.contextmanager
def blog():
    """The address of the sample blog's feed, on this computer."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=SAMPLES))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/feed.xml"
    server.shutdown()
    server.server_close()


class Walk:
    """A person at the page: she clicks what she sees, and waits until the work is done."""

    def __init__(self, tab: Page, axe: str) -> None:
        self.tab, self.axe, self.clicks = tab, axe, 0

    def click(self, words: str) -> None:
        """Click the button or link with these words, as it is seen; the page it leads to is there after."""
        self.clicks += 1
        before = self.tab.loaded
        self.tab.run(
            f"[...document.querySelectorAll('button, a, summary')].find(one => one.checkVisibility() && "
            f"one.innerText.trim() === {words!r}).click()"
        )
        self.tab.until_loaded(before)
        self.wait()

    def wait(self) -> None:
        """Until no work goes on: the page loads itself anew then."""
        while self.tab.run("!!document.getElementById('working')"):
            self.tab.until_loaded(self.tab.loaded)

    def is_good(self) -> None:
        """Nothing to object to for axe, nothing beyond the edge of a phone."""
        for width in (1200, 360):
            self.tab.resize(width)
            assert self.tab.run("document.documentElement.scrollWidth") <= width
            faults = self.tab.run(
                f"{self.axe}; axe.run(document, {{runOnly: {AXE}}})"
                ".then(r => r.violations.map(v => [v.id, v.nodes[0].html]))"
            )
            assert faults == []

    def title(self) -> str:
        return self.tab.run("document.querySelector('h1').innerText")


def test_from_an_empty_folder_to_the_zip(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    axe, folder = axe_source(), tmp_path / "client"
    folder.mkdir()
    with browser() as tab, blog() as feed, served(folder, visit=tab.visit) as app:
        walk = Walk(tab, axe)
        tab.downloads_to(tmp_path)
        walk.wait()
        tab.requests.clear()
        tab.run(f"document.getElementById('blog').value = {feed!r}")  # one pasted address
        walk.click("Read the blog")
        tab.choose_files("#files", SAMPLES / "updates.xlsx", SAMPLES / "mastodon-archive.zip")
        walk.clicks += 2  # the button of the browser, and its window
        tab.until_loaded(tab.loaded)
        walk.wait()
        tab.until("document.body.innerText.includes('Mastodon: 5 updates')")
        walk.is_good()
        walk.click("Go on to the pairs")
        open_ = tab.run("document.querySelectorAll('form.card').length")
        walk.is_good()
        tab.key("1")  # a suggestion, by the keyboard alone
        tab.until("document.querySelectorAll('form.decided').length === 1")
        tab.key("0")
        tab.until("document.querySelectorAll('form.decided').length === 2")
        assert open_ > 2 and not tab.run("document.activeElement.closest('form').matches('.decided')")
        walk.click("Go on: what can be posted again?")
        walk.is_good()
        walk.click("Go on: about you and the client")
        walk.is_good()
        walk.click("Go on to build")
        walk.is_good()
        walk.click("Build the files")
        assert walk.title() == "Files"
        walk.is_good()
        walk.clicks += 1
        tab.run("document.querySelector('a[download]').click()")
        packed = tab.downloaded("tern-tide-coffee.zip", tmp_path)
        assert walk.clicks <= 12
        asked = [address for address in tab.requests if not address.startswith("data:")]  # the browser's own
        assert all(address.startswith(f"{app.origin}/") for address in asked)
        place, updates, details = gather(None, (), folder / "handover.toml")
        other = build_handover(place, updates, details=details, out_dir=tmp_path / "other")
        assert len(packed) == 2
        for path in other.files.values():
            assert packed[path.name] == path.read_bytes() == (folder / path.name).read_bytes()
