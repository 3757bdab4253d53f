"""*Pairs* and *Again?*: which post an update belongs to, and whether it can be posted again."""

from dataclasses import replace
from typing import Any, cast

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from handover.app.deciding import Decision, key_of
from handover.app.pages.face import CARD, Face, number, text
from handover.app.shown import AGAIN, FOUND, PAGE
from handover.model import Lasting, Update


class DecidingPages:
    def __init__(self, face: Face) -> None:
        self.face, self.desk = face, face.desk
        face.contexts |= {"pairs": self._pairs, "again": self._again}
        self.routes = [
            Route("/pairs", lambda request: face.page(request, "pairs")),
            Route("/posts/{key}", self.post),
            Route("/updates/{key}", self.update),
            Route("/again", lambda request: face.page(request, "again")),
            Route("/decide", self.decide, methods=["POST"]),
        ]

    def _pairs(self, request: Request) -> dict[str, Any]:
        shown, query = self.face.shown(request), request.query_params.get("q", "")
        first = number(request.query_params.get("from", ""))
        return {
            "open": len(shown.open),
            "cards": [shown.card(item) for item in shown.open[first : first + PAGE]],
            "next": first + PAGE if first + PAGE < len(shown.open) else 0,
            "rows": shown.rows(query),
            "query": query,
        }

    def post(self, request: Request) -> Response:
        """One post with its updates."""
        shown = self.face.shown(request)
        post = shown.posts.get(request.path_params["key"])
        if post is None:
            return RedirectResponse("/pairs", 303)
        told = {"key": key_of(post), "title": shown._.said(post.title), "link": post.permalink}
        return self.face.page(request, "post", post=told, updates=shown.pairs_of(post))

    def update(self, request: Request) -> Response:
        """One update, to choose any post for it."""
        shown, query = self.face.shown(request), request.query_params.get("q", "")
        item = shown.item(request.path_params["key"])
        if item is None:
            return RedirectResponse("/pairs", 303)
        rows = shown.rows(query)
        more = max(0, len(rows) - FOUND)
        return self.face.page(
            request, "update", card=shown.card(item), rows=rows[:FOUND], more=more, query=query
        )

    async def decide(self, request: Request) -> Response:
        form = await request.form()
        return await run_in_threadpool(self._decide, request, form)

    def _decide(self, request: Request, form: FormData) -> Response:
        shown, key, post = self.face.shown(request), text(form, "update"), text(form, "post")
        item, lasting = shown.item(key), text(form, "lasting")
        off = shown.posts.get(text(form, "off"))
        if item is not None and lasting in AGAIN:
            return self._overrule(request, item.update, lasting)
        if item is None or not (post == "-" or post in shown.posts or off):
            return RedirectResponse("/pairs", 303)
        self.desk.decide(Decision(update=key, to=shown.posts.get(post), off=off, alone=post == "-"))
        if request.headers.get("accept") == CARD:
            offers = self.desk.offers.setdefault(key, item.suggestions)
            return self.face.piece(request, "card", shown.card(replace(item, suggestions=offers), post))
        return RedirectResponse(f"/posts/{key_of(off)}" if off else "/pairs", 303)

    def _again(self, request: Request) -> dict[str, Any]:
        shown = self.face.shown(request)
        every, word = shown.verdicts(), request.query_params.get("of", "")
        word = word if word in every else next((word for word in every if every[word]), "look")
        first = number(request.query_params.get("from", ""))
        return {
            "kinds": [(one, shown._.heading(shown._(AGAIN[one])), len(every[one])) for one in every],
            "word": word,
            "runway": shown.handover.runway if shown.handover else None,
            "cards": [shown.verdict(update) for update in every[word][first : first + PAGE]],
            "next": first + PAGE if first + PAGE < len(every[word]) else 0,
        }

    def _overrule(self, request: Request, update: Update, lasting: str) -> Response:
        self.desk.decide(Decision(update=key_of(update), lasting=cast("Lasting", lasting)))
        if request.headers.get("accept") == CARD:
            card = {**self.face.shown(request).verdict(update), "mine": True}
            return self.face.piece(request, "verdict", card)
        return RedirectResponse("/again", 303)
