"""Who may ask, and what a browser may do with the answer.

Another page in the same browser can send requests here, and with a name of its own that it lets point to
this computer (DNS rebinding) even read the answers. So every request must name our own host, every one that
changes something must come from our own page, and all of them need the cookie that the one-time address gave.
"""

import secrets
from collections.abc import Callable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from handover.model import Said

HOST = "127.0.0.1"
MAX_FORM = 1_000_000  # bytes of a request that brings no file
UPLOAD = "/upload"

# The page loads its own style and script and nothing else; no script stands in it.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_OLD = Said("This address has been used, or belongs to an app that has ended. Start it again: handover app")


class Access:
    """Lets through what our own page asks. `token` opens it once; `say` words a sentence for the reader."""

    def __init__(self, app: ASGIApp, port: int, token: str, say: Callable[[str], str] = str) -> None:
        self.app, self.token, self.say = app, token, say
        self.host = f"{HOST}:{port}"
        self.cookie = f"handover-{port}"  # cookies know no ports, and two apps may run
        self.secret = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refused = self._refused(scope)
        await (refused or self.app)(scope, receive, with_headers)

    def _refused(self, scope: Scope) -> Response | None:
        """The answer to a request that is not let through."""
        headers = Headers(scope=scope)
        if headers.getlist("host") != [self.host]:
            return self._no(421, Said("This is not the address of the app."))
        changes = scope["method"] not in ("GET", "HEAD")
        if changes and headers.get("origin") != f"http://{self.host}":
            return self._no(403, Said("Another page asked for this."))
        if changes and scope["path"] != UPLOAD:
            length = headers.get("content-length", "")
            if not length.isdecimal() or int(length) > MAX_FORM:
                return self._no(413, Said("More was sent than the page takes at once."))
        if self._is_known(headers):
            return None
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        if (
            scope["method"] == "GET"
            and self.token
            and secrets.compare_digest(given.encode(), self.token.encode())
        ):
            self.token = ""
            return self._welcome()
        return self._no(403, _OLD)

    def _is_known(self, headers: Headers) -> bool:
        try:
            cookie = SimpleCookie("; ".join(headers.getlist("cookie"))).get(self.cookie)
        except CookieError:
            return False
        return cookie is not None and secrets.compare_digest(cookie.value.encode(), self.secret.encode())

    def _welcome(self) -> Response:
        answer = RedirectResponse("/", status_code=303)
        answer.set_cookie(self.cookie, self.secret, httponly=True, samesite="strict", path="/")
        return answer

    def _no(self, status: int, why: Said) -> Response:
        return PlainTextResponse(self.say(why) + "\n", status)
