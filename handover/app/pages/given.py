"""*Blog and updates*: what is given, what it was taken for, and what was left out of it."""

import tempfile
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from handover.app.pages.face import Face, text
from handover.app.sheets import ROLES
from handover.app.shown import problem
from handover.app.uploads import Incoming
from handover.networks import NETWORKS


class GivenPages:
    """`temporary` is the folder that files are streamed to."""

    def __init__(self, face: Face, temporary: Path) -> None:
        self.face, self.folder, self.temporary = face, face.desk.folder, temporary
        face.contexts["sources"] = self._context
        self.routes = [
            Route("/", lambda request: face.page(request, "sources")),
            Route("/blog", self.name_blog, methods=["POST"]),
            Route("/upload", self.upload, methods=["POST"]),
            Route("/read", self.read, methods=["POST"]),
            Route("/forget", self.forget, methods=["POST"]),
            Route("/columns", self.columns, methods=["POST"]),
            Route("/network", self.network, methods=["POST"]),
        ]

    def _context(self, request: Request) -> dict[str, Any]:
        shown, errors = self.face.shown(request), self.face.desk.reading.errors
        told = {name: problem(error, self.folder, shown._) for name, error in errors.items()}
        return {
            "blog": shown.blog(),
            "sources": shown.sources(),
            "errors": {"feed": None, "updates": None, **told},
            "roles": ROLES,
            "networks": [network for network in NETWORKS.values() if network.key != "other"],
        }

    async def name_blog(self, request: Request) -> Response:
        form = await request.form()
        language = self.face.words(request).tag
        await run_in_threadpool(self.folder.name_blog, text(form, "blog"), language)
        return self.face.read_again("/")

    async def upload(self, request: Request) -> Response:
        place = Path(tempfile.mkdtemp(dir=self.temporary))
        incoming = Incoming(place, request.headers.get("content-type", ""))
        length = request.headers.get("content-length", "0")
        files = await incoming.take(request.stream(), int(length) if length.isdecimal() else 0)
        if files:
            await run_in_threadpool(self.folder.take, files, self.face.words(request).tag)
        return self.face.read_again("/")

    def read(self, request: Request) -> Response:
        """All of it again: after it was stopped, or could not be had."""
        self.face.desk.read_anew()
        return RedirectResponse("/", 303)

    async def forget(self, request: Request) -> Response:
        form = await request.form()
        await run_in_threadpool(self.folder.forget, text(form, "told"))
        return self.face.read_again("/")

    async def columns(self, request: Request) -> Response:
        """What the columns of an unknown sheet are, as a person says: kept as `map` in handover.toml."""
        form = await request.form()
        reading = self.face.desk.reading
        sheet = reading.unknown.get(text(form, "told"))
        told = [(text(form, f"column-{n}"), name) for n, name in enumerate(sheet.headers if sheet else ())]
        if roles := {role: name for role, name in told if role in ROLES}:
            roles = {**reading.details.content.map, **roles}
            await run_in_threadpool(self.folder.save, {("content", "map"): roles})
        return self.face.read_again("/")

    async def network(self, request: Request) -> Response:
        """Which network a file is for that does not say so itself: kept as `network` in handover.toml."""
        form = await request.form()
        told, network = text(form, "told"), text(form, "network")
        content = self.face.desk.reading.details.content
        if network in NETWORKS and told in content.updates:
            named = {**content.network, told.rpartition("/")[2]: network}
            await run_in_threadpool(self.folder.save, {("content", "network"): named})
        return self.face.read_again("/")
