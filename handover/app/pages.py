"""The addresses of the page. What changes something is a POST; every answer is a page, or a piece of one."""

import contextlib
import tempfile
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import jinja2
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from handover.app.deciding import Decision
from handover.app.desk import BUILD, KEEP, READ, Desk
from handover.app.folder import Written
from handover.app.shown import PAGE, Shown, files_of, post_key, problem, stages
from handover.app.uploads import Incoming
from handover.errors import HandoverError, in_words
from handover.write import WRITERS
from handover.write.slug import slug_of
from handover.write.words import Words, languages, words
from handover.write.zipped import pack

HERE = Path(__file__).parent
STEPS = ("sources", "pairs", "build", "files")


class Pages:
    """The page of one folder. `temporary` is a private folder that goes when the app ends."""

    def __init__(self, desk: Desk, temporary: Path, end: Callable[[], None] = lambda: None) -> None:
        self.desk, self.temporary, self.end = desk, temporary, end
        self.jinja = jinja2.Environment(
            loader=jinja2.FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def app(self) -> Starlette:
        routes = [
            Route("/", self.sources),
            Route("/pairs", self.pairs),
            Route("/posts/{key}", self.post),
            Route("/updates/{key}", self.update),
            Route("/build", self.build_page),
            Route("/files", self.files),
            Route("/files/{number:int}", self.file),
            Route("/to-send.zip", self.zip),
            Route("/state", self.state),
            Route("/blog", self.name_blog, methods=["POST"]),
            Route("/upload", self.upload, methods=["POST"]),
            Route("/forget", self.forget, methods=["POST"]),
            Route("/decide", self.decide, methods=["POST"]),
            Route("/build", self.build, methods=["POST"]),
            Route("/stop", self.stop, methods=["POST"]),
            Route("/open", self.open, methods=["POST"]),
            Route("/end", self.ended, methods=["POST"]),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ]

        @contextlib.asynccontextmanager
        async def lifespan(app: Starlette) -> AsyncIterator[None]:
            self.desk.look()
            yield
            await run_in_threadpool(self.desk.close)

        return Starlette(
            routes=routes,
            lifespan=lifespan,
            exception_handlers={HandoverError: self._failed, OSError: self._failed},
        )

    # -- what every page needs ---------------------------------------------------------------------

    def words(self, request: Request) -> Words:
        """The manager's language: the one her details name, else the first her browser asks for."""
        own = self.desk.reading.details.me.language
        return words(own or _asked_for(request.headers.get("accept-language", "")))

    def page(self, request: Request, step: str, *, status: int = 200, **more: Any) -> HTMLResponse:
        self.desk.look()
        work, _ = self.desk.work, self.words(request)
        busy = self.desk.is_busy and work is not None and work.name != KEEP
        failed = work.error if work and not work.is_running else None
        client = self.desk.reading.details.client.name
        feed = self.desk.reading.feed
        context = {
            "_": _,
            "plural": _.plural,
            "step": step,
            "steps": STEPS,
            "title": client or (feed.title if feed else "") or self.desk.folder.place.name,
            "busy": busy,
            "work": work.name if work else "",
            "stages": stages(self.desk, _) if busy else [],
            "failed": problem(failed, self.desk.folder, _) if failed else None,
            "stopped": bool(work and work.was_stopped and work.name == BUILD),
            "is_ready": self.desk.reading.handover is not None,
            "error": None,
            **more,
        }
        return HTMLResponse(self.jinja.get_template(f"{step}.html.j2").render(context), status)

    def shown(self, request: Request) -> Shown:
        return Shown(self.desk, self.desk.reading, self.words(request))

    def _failed(self, request: Request, error: Exception) -> Response:
        """What could not be done, on the page it was asked from."""
        step = _step_of(request)
        try:
            with in_words():
                raise error
        except HandoverError as in_a_sentence:
            told = problem(in_a_sentence, self.desk.folder, self.words(request))
        if request.headers.get("accept") == "application/json":
            return JSONResponse(told, 422)
        return self.page(request, step, status=422, **self._of(request, step), error=told)

    def _of(self, request: Request, step: str) -> dict[str, Any]:
        shown = self.shown(request)
        if step == "sources":
            return {"blog": shown.blog(), "sources": shown.sources(), "errors": self._errors(request)}
        if step == "pairs":
            return self._pairs(request, shown)
        if step == "build":
            return self._build(request, shown)
        return self._files(request)

    # -- blog and updates --------------------------------------------------------------------------

    def sources(self, request: Request) -> Response:
        return self.page(request, "sources", **self._of(request, "sources"))

    def _errors(self, request: Request) -> dict[str, dict[str, str] | None]:
        _ = self.words(request)
        errors = self.desk.reading.errors
        return {
            name: problem(errors[name], self.desk.folder, _) if name in errors else None
            for name in ("feed", "updates")
        }

    async def name_blog(self, request: Request) -> Response:
        form = await request.form()
        told, language = _text(form, "blog"), self.words(request).tag
        await run_in_threadpool(self.desk.folder.name_blog, told, language)
        return self._read_again("/")

    async def upload(self, request: Request) -> Response:
        place = Path(tempfile.mkdtemp(dir=self.temporary))
        incoming = Incoming(place, request.headers.get("content-type", ""))
        length = request.headers.get("content-length", "0")
        files = await incoming.take(request.stream(), int(length) if length.isdecimal() else 0)
        if files:
            await run_in_threadpool(self.desk.folder.take, files, self.words(request).tag)
        return self._read_again("/")

    async def forget(self, request: Request) -> Response:
        form = await request.form()
        await run_in_threadpool(self.desk.folder.forget, _text(form, "told"))
        return self._read_again("/")

    def _read_again(self, to: str) -> Response:
        self.desk.begin(READ)
        return RedirectResponse(to, 303)

    # -- pairs -------------------------------------------------------------------------------------

    def pairs(self, request: Request) -> Response:
        return self.page(request, "pairs", **self._pairs(request, self.shown(request)))

    def _pairs(self, request: Request, shown: Shown) -> dict[str, Any]:
        first = max(0, int(_digits(request.query_params.get("from", "")) or 0))
        query = request.query_params.get("q", "")
        return {
            "open": len(shown.open),
            "with_offers": sum(bool(item.suggestions) for item in shown.open),
            "cards": [shown.card(item) for item in shown.open[first : first + PAGE]],
            "next": first + PAGE if first + PAGE < len(shown.open) else 0,
            "rows": shown.rows(query),
            "query": query,
        }

    def post(self, request: Request) -> Response:
        shown = self.shown(request)
        post = shown.posts.get(request.path_params["key"])
        if post is None:
            return RedirectResponse("/pairs", 303)
        told = {"key": post_key(post), "title": shown._.said(post.title), "link": post.permalink}
        return self.page(request, "post", post=told, updates=shown.pairs_of(post))

    def update(self, request: Request) -> Response:
        """One update, to choose any post for it."""
        shown, query = self.shown(request), request.query_params.get("q", "")
        item = shown.item(request.path_params["key"])
        if item is None:
            return RedirectResponse("/pairs", 303)
        rows = shown.rows(query)
        return self.page(
            request, "update", card=shown.card(item), rows=rows[:30], more=max(0, len(rows) - 30), query=query
        )

    async def decide(self, request: Request) -> Response:
        form = await request.form()
        return await run_in_threadpool(self._decide, request, form)

    def _decide(self, request: Request, form: FormData) -> Response:
        shown, key, post = self.shown(request), _text(form, "update"), _text(form, "post")
        item = shown.item(key)
        off = shown.posts.get(_text(form, "off"))
        if item is None or not (post == "-" or post in shown.posts or off):
            return RedirectResponse("/pairs", 303)
        self.desk.decide(Decision(update=key, to=shown.posts.get(post), off=off, alone=post == "-"))
        if request.headers.get("accept") != "text/x-card":
            back = f"/posts/{post_key(off)}" if off else "/pairs"
            return RedirectResponse(back, 303)
        template = self.jinja.get_template("card.html.j2")
        offers = self.desk.offers.setdefault(key, item.suggestions)
        card = shown.card(replace(item, suggestions=offers), post)
        return HTMLResponse(template.render({"_": shown._, "card": card}))

    # -- build and files ---------------------------------------------------------------------------

    def build_page(self, request: Request) -> Response:
        return self.page(request, "build", **self._build(request, self.shown(request)))

    def _build(self, request: Request, shown: Shown) -> dict[str, Any]:
        _, chosen = self.words(request), self.desk.formats()
        formats = [(name, _(what), name in chosen) for name, (_module, what) in WRITERS.items()]
        return {"formats": formats, "summary": shown.summary(), "checks": shown.checks()}

    async def build(self, request: Request) -> Response:
        form = await request.form()
        chosen = [str(name) for name in form.getlist("format") if name in WRITERS]
        await run_in_threadpool(self.desk.build, chosen)
        return RedirectResponse("/build", 303)

    def stop(self, request: Request) -> Response:
        if self.desk.work:
            self.desk.work.stop()
        return RedirectResponse("/build" if self.desk.work and self.desk.work.name == BUILD else "/", 303)

    def files(self, request: Request) -> Response:
        return self.page(request, "files", **self._files(request))

    def _files(self, request: Request) -> dict[str, Any]:
        built = self.desk.built
        summary = self.shown(request).summary() if built else []
        return {**files_of(self.written(), self.words(request)), "summary": summary}

    def written(self) -> list[Written]:
        return self.desk.folder.written(self.desk.reading.details)

    def _file(self, name: str) -> Written | None:
        return next((file for file in self.written() if file.name == name), None)

    def file(self, request: Request) -> Response:
        """A file that was written, by its number: to be kept, never to be run on this page."""
        written = self.written()
        number = request.path_params["number"]
        if number >= len(written):
            return RedirectResponse("/files", 303)
        path = written[number].path
        return FileResponse(path, filename=path.name, headers={"Content-Security-Policy": "sandbox"})

    async def open(self, request: Request) -> Response:
        """Open a file that was written in the program it belongs to, where it lies: edits go into it."""
        form = await request.form()
        if file := self._file(_text(form, "name")):
            await run_in_threadpool(click.launch, str(file.path), False, bool(form.get("folder")))
        return RedirectResponse("/files", 303)

    def zip(self, request: Request) -> Response:
        """What is to be sent, as one file."""
        details = self.desk.reading.details
        feed = self.desk.reading.feed
        slug = slug_of(details.client.name or (feed.title if feed else ""))
        path = Path(tempfile.mkdtemp(dir=self.temporary)) / f"{slug}.zip"
        pack(path, ((file.name, file.path) for file in self.written() if file.is_attached))
        return FileResponse(path, filename=f"{slug}.zip", media_type="application/zip")

    # -- the app itself ----------------------------------------------------------------------------

    def state(self, request: Request) -> Response:
        """How far the work is, for the script to ask."""
        work, _ = self.desk.work, self.words(request)
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
        _ = self.words(request)
        self.end()
        return self.page(
            request, "ended", text=_("All is kept in {folder}.", folder=str(self.desk.folder.place))
        )


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value if isinstance(value, str) else ""


def _digits(text: str) -> str:
    return text if text.isascii() and text.isdecimal() and len(text) < 9 else ""


def _step_of(request: Request) -> str:
    return {"/decide": "pairs", "/build": "build", "/open": "files"}.get(request.url.path, "sources")


def _asked_for(header: str) -> str:
    """The first language of an Accept-Language header that there are texts in, else English."""
    known = {tag.split("-")[0].lower(): tag for tag in languages()}
    for wish in header.split(","):
        tag = wish.split(";")[0].strip()
        if tag.split("-")[0].lower() in known:
            return tag
    return "en"
