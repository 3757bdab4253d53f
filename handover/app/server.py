"""The server of the page: on this computer alone, until it is told to end."""

import secrets
import socket
import tempfile
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from handover.app.access import HOST, Access
from handover.app.desk import Desk
from handover.app.folder import ClientFolder
from handover.app.pages import Pages


def serve(
    place: Path,
    *,
    port: int = 0,
    tell: Callable[[str], None],
    say: Callable[[str], str] = str,
    browse: bool = True,
) -> None:
    """Serve the page of a folder until the person ends it, in the page or by Ctrl+C.

    `port` 0 takes a free one. `tell` is called, once somebody can ask, with the address, which opens the page
    one time. `say` words a sentence. Raises OSError when the port is taken.
    """
    with tempfile.TemporaryDirectory(prefix="handover-app-", ignore_cleanup_errors=True) as temporary:
        listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        with listening:
            listening.bind((HOST, port))
            port = listening.getsockname()[1]
            token = secrets.token_urlsafe(32)
            desk = Desk(ClientFolder(place))
            pages = Pages(desk, Path(temporary), end=lambda: setattr(server, "should_exit", True))
            config = uvicorn.Config(
                Access(pages.app(), port, token, say),
                log_level="warning",
                access_log=False,
                server_header=False,
                ws="none",
                timeout_graceful_shutdown=3,
            )
            server = Server(config, lambda: _opened(f"http://{HOST}:{port}/?token={token}", tell, browse))
            server.run(sockets=[listening])


class Server(uvicorn.Server):
    """A server that says when it can be asked."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()


def _opened(address: str, tell: Callable[[str], None], browse: bool) -> None:
    tell(address)
    if browse:
        webbrowser.open(address)
