"""ETags: an answer stays good while the ledger, the day, the address and the visitor are the same."""

from __future__ import annotations

import hashlib
from datetime import date

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from comity import __version__
from comity.web.desk import Desk

UNTOLD = ("/static/", "/signin")
"""What does not depend on the ledger."""


class Conditional:
    """Middleware: gives answers to GET an ETag, and answers 304 at once where the visitor has that answer already.

    The tag is taken before the ledger is read, so that a tag never stands for a newer answer than it was given with.
    """

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app, self._desk = app, desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer that nothing has changed."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"} or scope["path"].startswith(UNTOLD):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        tag = self._tag(scope, headers)
        if tag in {given.strip() for given in headers.get("if-none-match", "").split(",")}:
            await send({"type": "http.response.start", "status": 304, "headers": _raw(tag)})
            await send({"type": "http.response.body", "body": b""})
            return

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                MutableHeaders(scope=message).update(dict(_named(tag)))
            await send(message)

        await self._app(scope, receive, tagged)

    def _tag(self, scope: Scope, headers: Headers) -> str:
        visitor = f"{headers.get('cookie', '')} {scope['state']['bearer']} {headers.get('accept', '')}"
        place = f"{scope['path']}?{scope['query_string'].decode('latin-1')}"
        said = "\n".join([self._desk.version(), date.today().isoformat(), __version__, place, visitor])
        return f'W/"{hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:24]}"'


def _named(tag: str) -> list[tuple[str, str]]:
    return [("ETag", tag), ("Cache-Control", "private, no-cache"), ("Vary", "Cookie, Authorization, Accept")]


def _raw(tag: str) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode()) for name, value in _named(tag)]
