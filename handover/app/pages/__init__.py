"""The addresses of the page. What changes something is a POST; every answer is a page, or a piece of one."""

import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from handover.app.desk import Desk
from handover.app.pages.built import BuiltPages
from handover.app.pages.deciding import DecidingPages
from handover.app.pages.details import DetailsPages
from handover.app.pages.face import HERE, Face
from handover.app.pages.given import GivenPages
from handover.app.shown import problem, stages
from handover.errors import HandoverError


class Pages:
    """The page of one folder. `temporary` is a private folder that goes when the app ends; `end` ends it."""

    def __init__(self, desk: Desk, temporary: Path, end: Callable[[], None] = lambda: None) -> None:
        self.desk, self.end = desk, end
        self.face = Face(desk)
        self.routes = [
            *GivenPages(self.face, temporary).routes,
            *DecidingPages(self.face).routes,
            *DetailsPages(self.face).routes,
            *BuiltPages(self.face, temporary).routes,
            Route("/state", self.state),
            Route("/end", self.ended, methods=["POST"]),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ]

    def app(self) -> Starlette:
        @contextlib.asynccontextmanager
        async def lifespan(app: Starlette) -> AsyncIterator[None]:
            self.desk.look()
            yield
            await run_in_threadpool(self.desk.close)

        handlers = dict.fromkeys((HandoverError, OSError), self.face.failed)
        return Starlette(routes=self.routes, lifespan=lifespan, exception_handlers=handlers)

    def state(self, request: Request) -> Response:
        """How far the work is, for the script to ask."""
        work, _ = self.desk.work, self.face.words(request)
        failed = work.error if work and not work.is_running else None
        return JSONResponse(
            {
                "busy": self.desk.is_busy,
                "work": work.name if work else "",
                "stages": stages(self.desk, _),
                "failed": problem(failed, self.desk.folder, _) if failed else None,
                "stopped": bool(work and work.was_stopped),
            }
        )

    def ended(self, request: Request) -> Response:
        self.end()
        kept = self.face.words(request)("All is kept in {folder}.", folder=str(self.desk.folder.place))
        return self.face.page(request, "ended", text=kept)
