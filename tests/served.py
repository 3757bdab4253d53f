"""The page of a folder, served as `handover app` serves it, for tests to ask."""

import queue
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
import requests


class Served:
    """A session of a browser that knows the cookie, as one that was opened by the first address."""

    def __init__(self, address: str) -> None:
        self.first = address
        self.origin = "http://" + urlsplit(address).netloc
        self.session = requests.Session()
        self.session.trust_env = False

    def ask(self, method: str, path: str, **more: Any) -> requests.Response:
        headers = {"Origin": self.origin, **more.pop("headers", {})}
        return self.session.request(method, self.origin + path, headers=headers, timeout=60, **more)

    def get(self, path: str, **more: Any) -> str:
        return self.ask("GET", path, **more).text

    def post(self, path: str, **more: Any) -> requests.Response:
        return self.ask("POST", path, **more)

    def upload(self, *files: Path) -> requests.Response:
        return self.post("/upload", files=[("files", (file.name, file.read_bytes())) for file in files])

    def settled(self) -> dict[str, Any]:
        """The state once no work goes on: a test's files take a moment, so it is asked for at once again."""
        while (state := self.ask("GET", "/state").json())["busy"]:
            pass
        return state

    def keys(self, path: str, pattern: str) -> list[str]:
        return re.findall(pattern, self.get(path))


@contextmanager
def served(folder: Path, visit: Callable[[str], None] | None = None) -> Iterator[Served]:
    """The app of a folder; it ends as by its button. `visit` goes to the first address in our place."""
    for library in ("starlette", "uvicorn", "python_multipart"):
        pytest.importorskip(library)
    from handover.app import server

    made: list[Any] = []

    class Kept(server.Server):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args)
            made.append(self)

    told: queue.Queue[str] = queue.Queue()
    with patch.object(server, "Server", Kept):
        thread = threading.Thread(
            target=server.serve, args=(folder,), kwargs={"tell": told.put, "browse": False}
        )
        thread.start()
        app = Served(told.get(timeout=30))
    try:
        (visit or app.session.get)(app.first)
        yield app
    finally:
        made[0].should_exit = True
        thread.join(30)
        assert not thread.is_alive()
