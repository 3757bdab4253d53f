"""*You and the client*: the form of handover.toml."""

from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from handover.app.about import GROUPS, answers, name_of, rows_of, values_of
from handover.app.pages.face import Face
from handover.app.shown import problem
from handover.errors import HandoverError

MOST = 5_000  # inputs of the form


class DetailsPages:
    def __init__(self, face: Face) -> None:
        self.face, self.folder = face, face.desk.folder
        self.routes = [
            Route("/about", lambda request: self._page(request, values_of(self.folder.details()))),
            Route("/about", self.save, methods=["POST"]),
        ]

    def _page(self, request: Request, values: Mapping[str, str], **more: Any) -> Response:
        groups = [(group, rows_of(group, values)) for group in GROUPS]
        kept = "kept" in request.query_params and not more
        return self.face.page(
            request, "about", groups=groups, values=values, name_of=name_of, kept=kept, **more
        )

    async def save(self, request: Request) -> Response:
        form = await request.form(max_fields=MOST)
        return await run_in_threadpool(self._save, request, form)

    def _save(self, request: Request, form: FormData) -> Response:
        try:
            self.folder.save(answers(form, self.folder.details()), self.face.words(request).tag)
        except HandoverError as error:  # what was typed is not lost
            values = {name: value for name, value in form.items() if isinstance(value, str)}
            told = problem(error, self.folder, self.face.words(request))
            return self._page(request, values, error=told, status=422)
        return RedirectResponse("/about?kept", 303)
