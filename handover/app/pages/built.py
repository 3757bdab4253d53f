"""*Build* and *Files*: what would come out, how far it is, and what has."""

import tempfile
from pathlib import Path
from typing import Any

import click
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route

from handover.app.desk import BUILD, KEEP
from handover.app.folder import Written
from handover.app.pages.face import Face, text
from handover.app.shown import files_of
from handover.write import WRITERS
from handover.write.slug import slug_of
from handover.write.zipped import pack


class BuiltPages:
    """`temporary` is the folder that the zip is made in."""

    def __init__(self, face: Face, temporary: Path) -> None:
        self.face, self.desk, self.temporary = face, face.desk, temporary
        face.contexts |= {"build": self._build, "files": self._files}
        self.routes = [
            Route("/build", lambda request: face.page(request, "build")),
            Route("/build", self.build, methods=["POST"]),
            Route("/stop", self.stop, methods=["POST"]),
            Route("/files", lambda request: face.page(request, "files")),
            Route("/files/{number:int}", self.file),
            Route("/to-send.zip", self.zip),
            Route("/open", self.open, methods=["POST"]),
        ]

    def _build(self, request: Request) -> dict[str, Any]:
        shown, chosen = self.face.shown(request), self.desk.formats()
        formats = [(name, shown._(what), name in chosen) for name, (_module, what) in WRITERS.items()]
        return {"formats": formats, "summary": shown.summary(), "checks": shown.checks()}

    async def build(self, request: Request) -> Response:
        form = await request.form()
        chosen = [str(name) for name in form.getlist("format") if name in WRITERS]
        await run_in_threadpool(self.desk.build, chosen)
        return RedirectResponse("/build", 303)

    def stop(self, request: Request) -> Response:
        work = self.desk.work
        if work and work.name != KEEP:  # what was decided is kept to its end
            work.stop()
        return RedirectResponse("/build" if work and work.name == BUILD else "/", 303)

    def _files(self, request: Request) -> dict[str, Any]:
        summary = self.face.shown(request).summary() if self.desk.built else []
        return {**files_of(self._written(), self.face.words(request)), "summary": summary}

    def _written(self) -> list[Written]:
        return self.desk.folder.written(self.desk.reading.details)

    def file(self, request: Request) -> Response:
        """A file that was written, by its number: to be kept, never to be run on this page."""
        written, number = self._written(), request.path_params["number"]
        if number >= len(written):
            return RedirectResponse("/files", 303)
        path = written[number].path
        return FileResponse(path, filename=path.name, headers={"Content-Security-Policy": "sandbox"})

    async def open(self, request: Request) -> Response:
        """Open a file that was written in the program it belongs to, where it lies: edits go into it."""
        form = await request.form()
        named = text(form, "name")
        if file := next((file for file in self._written() if file.name == named), None):
            await run_in_threadpool(click.launch, str(file.path), False, bool(form.get("folder")))
        return RedirectResponse("/files", 303)

    def zip(self, request: Request) -> Response:
        """What is to be sent, as one file."""
        details, feed = self.desk.reading.details, self.desk.reading.feed
        slug = slug_of(details.client.name or (feed.title if feed else ""))
        path = Path(tempfile.mkdtemp(dir=self.temporary)) / f"{slug}.zip"
        pack(path, ((file.name, file.path) for file in self._written() if file.is_attached))
        return FileResponse(path, filename=path.name, media_type="application/zip")
