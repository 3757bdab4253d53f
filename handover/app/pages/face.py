"""What every page has: the manager's language, the frame with its steps, the work that goes on, errors."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from handover.app.desk import KEEP, READ, Desk
from handover.app.shown import Shown, problem, stages
from handover.errors import HandoverError, in_words
from handover.write.words import Words, languages, words

HERE = Path(__file__).parent.parent
STEPS = ("sources", "pairs", "again", "about", "build", "files")
CARD = "text/x-card"  # what the script accepts: the piece of the page that has changed


class Face:
    """The frame of all pages of one folder."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        # Step -> what its page shows, to show it again with what went wrong.
        self.contexts: dict[str, Callable[[Request], dict[str, Any]]] = {}
        self.jinja = jinja2.Environment(
            loader=jinja2.FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def words(self, request: Request) -> Words:
        """The manager's language: the one her details name, else the first her browser asks for."""
        own = self.desk.reading.details.me.language
        return words(own or _asked_for(request.headers.get("accept-language", "")))

    def shown(self, request: Request) -> Shown:
        return Shown(self.desk, self.desk.reading, self.words(request))

    def page(self, request: Request, step: str, *, status: int = 200, **more: Any) -> HTMLResponse:
        """A page: what its step shows, unless `more` says it, in the frame."""
        self.desk.look()
        # The frame first: work that ends in between is still shown as going on, and the page asks again.
        frame = self._frame(request, step)
        context = self.contexts[step](request) if step in self.contexts else {}
        html = self.jinja.get_template(f"{step}.html.j2").render({**frame, **context, **more})
        return HTMLResponse(html, status)

    def _frame(self, request: Request, step: str) -> dict[str, Any]:
        work, _ = self.desk.work, self.words(request)
        busy = self.desk.is_busy and work is not None and work.name != KEEP
        failed = work.error if work and not work.is_running else None
        client, feed = self.desk.reading.details.client.name, self.desk.reading.feed
        return {
            "_": _,
            "plural": _.plural,
            "worded": _,  # for a text that is named elsewhere: `_` marks one to be translated
            "step": step,
            "steps": STEPS,
            "title": client or (feed.title if feed else "") or self.desk.folder.place.name,
            "busy": busy,
            "work": work.name if work else "",
            "stages": stages(self.desk, _) if busy else [],
            "failed": problem(failed, self.desk.folder, _) if failed else None,
            "stopped": work.name if work and work.was_stopped else "",
            "is_ready": self.desk.reading.handover is not None,
            "error": None,
        }

    def piece(self, request: Request, name: str, card: dict[str, Any]) -> HTMLResponse:
        """A piece of a page that has changed, for the script."""
        return HTMLResponse(
            self.jinja.get_template(f"{name}.html.j2").render({"_": self.words(request), "card": card})
        )

    def failed(self, request: Request, error: Exception) -> Response:
        """What could not be done, on the page it was asked from."""
        try:
            with in_words():
                raise error
        except HandoverError as in_a_sentence:
            told = problem(in_a_sentence, self.desk.folder, self.words(request))
        if request.headers.get("accept") == "application/json":
            return JSONResponse(told, 422)
        step = {"/decide": "pairs", "/build": "build", "/open": "files"}.get(request.url.path, "sources")
        return self.page(request, step, status=422, error=told)

    def read_again(self, to: str) -> Response:
        self.desk.begin(READ)
        return RedirectResponse(to, 303)


def text(form: FormData, name: str) -> str:
    """A text of a form; "" for none, and for a file in its place."""
    value = form.get(name)
    return value if isinstance(value, str) else ""


def number(told: str) -> int:
    """A whole number that stands in an address; 0 for anything else."""
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 9 else 0


def _asked_for(header: str) -> str:
    """The first language of an Accept-Language header that there are texts in, else English."""
    known = {tag.split("-")[0].lower(): tag for tag in languages()}
    for wish in header.split(","):
        tag = wish.split(";")[0].strip()
        if tag.split("-")[0].lower() in known:
            return tag
    return "en"
