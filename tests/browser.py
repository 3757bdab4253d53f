"""A headless Chromium for tests, driven over a pair of pipes by its DevTools protocol."""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 300  # seconds for a test: what it waits for will not come then, and it is to fail, not to hang
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")

FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe")
# Chromium reads commands from descriptor 3 and writes answers to 4.
LAUNCH = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(n), fcntl.F_DUPFD, 10) for n in sys.argv[1:3]]
for end, number in zip(ends, (3, 4)):
    os.dup2(end, number, inheritable=True)
os.execv(sys.argv[3], sys.argv[3:])
"""


def needed() -> str:
    """The path of Chromium; skips the test where there is none."""
    if sys.platform == "win32":
        pytest.skip("drives a browser over POSIX pipes")
    for name in NAMES:
        if found := shutil.which(name):
            return found
    pytest.skip(f"needs a browser on the PATH: {', '.join(NAMES)}")


def axe_source() -> str:
    """The text of axe-core; skips the test where AXE_CORE does not name it."""
    path = Path(os.environ.get("AXE_CORE", ""))
    if not path.is_file():
        pytest.skip("needs AXE_CORE: the path of axe.min.js of the npm package axe-core")
    return path.read_text("utf-8")


class Page:
    """One tab."""

    def __init__(self, into: int, out: int) -> None:
        self._into, self._out = os.fdopen(into, "wb", 0), os.fdopen(out, "rb", 1 << 20)
        self._number = 0
        self._session = ""
        self.requests: list[str] = []  # every address the page asked for
        self.loaded = 0  # pages
        self.finished = 0  # downloads
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._into.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, (method, answer["error"])
                return answer["result"]

    def _next(self) -> dict[str, Any]:
        data = bytearray()
        while (byte := self._out.read(1)) != b"\0":
            assert byte, "the browser went away"
            data += byte
        answer = json.loads(data)
        if answer.get("method") == "Network.requestWillBeSent":
            self.requests.append(answer["params"]["request"]["url"])
        self.loaded += answer.get("method") == "Page.loadEventFired"
        self.finished += answer.get("params", {}).get("state") == "completed"  # downloads
        return answer

    def open(self, path: Path, *, width: int = 1200, scripts: bool = True) -> None:
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.resize(width)
        self.visit(path.resolve().as_uri())

    def resize(self, width: int) -> None:
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=width < 600,
        )

    def visit(self, address: str) -> None:
        before = self.loaded
        self.call("Page.navigate", url=address)
        self.until_loaded(before)

    def until_loaded(self, before: int) -> None:
        """Until another page has come since `loaded` was this many."""
        while self.loaded == before:
            self._next()

    def until(self, condition: str) -> None:
        """Until a JavaScript expression is true; it is asked at each change of the page."""
        self.run(
            "new Promise(done => { const look = () => { if ("
            + condition
            + ") { watch.disconnect(); done(); } };"
            "const watch = new MutationObserver(look);"
            "watch.observe(document, {subtree: true, childList: true, attributes: true}); look(); })"
        )

    def choose_files(self, selector: str, *files: Path) -> None:
        """Choose files in an input, as its window does."""
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.call("DOM.setFileInputFiles", nodeId=node, files=[str(file) for file in files])

    def downloads_to(self, folder: Path) -> None:
        self.call(
            "Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder), eventsEnabled=True
        )

    def downloaded(self, name: str, folder: Path) -> dict[str, bytes]:
        """What is in a zip that is being downloaded to a folder, by name."""
        while not self.finished:
            self._next()
        with zipfile.ZipFile(folder / name) as packed:
            return {name: packed.read(name) for name in packed.namelist()}

    def media(self, kind: str = "", **features: str) -> None:
        """Emulate a medium ("print") and features such as prefers_color_scheme="dark"."""
        named = [{"name": k.replace("_", "-"), "value": v} for k, v in features.items()]
        self.call("Emulation.setEmulatedMedia", media=kind, features=named)

    def run(self, script: str, **more: Any) -> Any:
        """The value of a JavaScript expression, waited for when it is a promise."""
        found = self.call(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, **more
        )
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def shot(self, path: Path) -> None:
        """A picture of the window, for looking."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))

    def key(self, name: str, **more: Any) -> None:
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=name, code=name, **more)


@contextmanager
def browser() -> Iterator[Page]:
    program = needed()
    to_read, to_write = os.pipe()
    from_read, from_write = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        where = f"--user-data-dir={profile}"
        process = subprocess.Popen(
            [sys.executable, "-c", LAUNCH, str(to_read), str(from_write), program, *FLAGS, where],
            pass_fds=(to_read, from_write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_read)
        os.close(from_write)
        watch = threading.Timer(PATIENCE, process.kill)
        watch.daemon = True
        watch.start()
        try:
            yield Page(to_write, from_read)
        finally:
            watch.cancel()
            process.terminate()
            process.wait(timeout=20)
