"""What every request has to pass before anything looks at it, and what every answer is sent with."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from comity.vocab import load
from comity.web.access import Access, Session
from comity.web.answers import fixed_headers, refusal
from comity.web.entering import admit, own_address
from comity.web.errors import Forged, NotSignedIn, Refused, TooLarge, TooMany, WrongHost

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
API = "/api/"
OPEN = ("/signin", "/static/")
"""What is answered to anybody: the way in, and files that are the same for all."""

VISITORS = 10_000
"""Visitors whose writes are counted; beyond, the one that was seen longest ago is forgotten."""


class Guard:
    """Middleware: host, origin, rights, number of writes and length of the body; headers of the answer.

    Sets ``request.state.session`` (a ``Session`` or None) and ``request.state.bearer`` (whether the token was shown).
    """

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access
        self._writes = Writes()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer why not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        sent = _Sent(send, _keeping(scope))
        scope.setdefault("state", {}).update(self._shown(headers))
        try:
            self._check_host(headers)
            if way_in := self._entering(scope):
                await way_in(scope, receive, sent.send)
                return
            self._check_rights(scope, headers)
            body = _Limited(receive, _most(scope["path"]))
            body.refuse(headers.get("content-length", ""))
            await self._app(scope, body.receive, sent.send)
        except Refused as error:
            if sent.begun:
                raise
            await refusal(Request(scope), error)(scope, receive, sent.send)

    def _shown(self, headers: Headers) -> dict[str, object]:
        """The rights that a request shows."""
        scheme, _, given = headers.get("authorization", "").partition(" ")
        bearer = scheme.lower() == "bearer" and self._access.is_token(given.strip())
        return {"bearer": bearer, "session": self._session(headers.get("cookie", ""))}

    def _session(self, header: str) -> Session | None:
        try:
            cookie = SimpleCookie(header).get(self._access.cookie)
        except CookieError:
            return None
        return self._access.session(cookie.value) if cookie else None

    def _entering(self, scope: Scope) -> Response | None:
        """An address that carries the token is exchanged for a session, and the token goes out of sight."""
        given = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        tokens = [value for name, value in given if name == "token"]
        if not tokens or scope["method"] != "GET" or scope["path"].startswith(API):
            return None
        if not self._access.is_token(tokens[0]):
            raise NotSignedIn("the address carries another token; use the one that comity serve printed last")
        rest = urlencode([pair for pair in given if pair[0] != "token"])
        answer = RedirectResponse(own_address(f"{scope['path']}{'?' if rest else ''}{rest}"), 303)
        admit(answer, self._access, secure=scope["scheme"] == "https")
        return answer

    def _check_host(self, headers: Headers) -> None:
        """Raise ``WrongHost`` for a name that leads here by no doing of ours."""
        host = headers.get("host", "")
        if not self._access.answers_to(host):
            raise WrongHost(f"this server is not {host[:100] or 'nameless'}; use the address that comity serve printed")

    def _check_rights(self, scope: Scope, headers: Headers) -> None:
        """Raise what stands against a request: no right to it, another site behind it, too many before it."""
        known = scope["state"]["bearer"] or scope["state"]["session"] is not None
        writes, entrance = scope["method"] not in SAFE, scope["path"].startswith(OPEN)
        if not known and not entrance and (writes or not self._access.local):
            raise NotSignedIn("this needs the token; sign in with the token that comity serve printed")
        if writes:
            _check_origin(scope, headers)
            self._writes.count(_visitor(scope))


def _check_origin(scope: Scope, headers: Headers) -> None:
    """Browsers say where a write comes from; other programs need not."""
    origin = headers.get("origin")
    if headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise Forged("the request comes from another site; write from the desk's own pages")
    if origin is not None and (urlsplit(origin).scheme, urlsplit(origin).netloc) != (scope["scheme"], headers["host"]):
        raise Forged(f"the request comes from {origin[:100]}; write from the desk's own pages")


def _visitor(scope: Scope) -> str:
    client = scope.get("client")
    return client[0] if client else ""


def _keeping(scope: Scope) -> str:
    """How long an answer may be kept that does not say so itself; files with a mark of their content for good."""
    if not scope["path"].startswith("/static/"):
        return "no-store"
    return "public, max-age=31536000, immutable" if b"v=" in scope["query_string"] else "no-cache"


def _most(path: str) -> int:
    limits: dict[str, int] = load("web")["body_bytes"]
    return next(most for beginning, most in limits.items() if path.startswith(beginning))


async def require_own_form(request: Request) -> AsyncIterator[None]:
    """A write in a session must carry the session's sign: the header ``X-CSRF-Token``, or the form's field ``csrf``.

    Raises ``Forged``. Requests that show the token itself need none: no other site can make a browser send that.
    Files that came with a form are closed when the request has been answered.
    """
    session: Session | None = request.state.session
    if request.method in SAFE or request.state.bearer or session is None:
        yield
        return
    async with AsyncExitStack() as stack:
        given = request.headers.get("x-csrf-token", "")
        if not given and request.headers.get("content-type", "").startswith(FORMS):
            field = (await stack.enter_async_context(request.form())).get("csrf", "")
            given = field if isinstance(field, str) else ""
        if not session.is_own(given):
            raise Forged("the form is not one that the desk gave out in this session; load the page again and repeat")
        yield


FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class Writes:
    """Counts the writes of each visitor: a bucket that holds ``burst`` and is filled by ``per_second``."""

    def __init__(self) -> None:
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def count(self, visitor: str) -> None:
        """Count one write. Raises ``TooMany``."""
        limits, now = load("web")["writes"], time.monotonic()
        left, since = self._left.pop(visitor, (float(limits["burst"]), now))
        left = min(limits["burst"], left + (now - since) * limits["per_second"])
        self._left[visitor] = (max(left - 1, 0), now) if left >= 1 else (left, now)
        if len(self._left) > VISITORS:
            self._left.popitem(last=False)
        if left < 1:
            wait = int((1 - left) / limits["per_second"]) + 1
            raise TooMany(f"there were too many writes at once; try again in {wait} s", wait=wait)


class _Limited:
    """A body that may not be longer than ``most`` bytes."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._most, self._seen = receive, most, 0

    def refuse(self, stated: str) -> None:
        """Raise ``TooLarge`` where the length that is announced is too much already."""
        if stated.isascii() and stated.isdigit():
            self._measure(int(stated))

    async def receive(self) -> Message:
        """The next piece. Raises ``TooLarge``."""
        message = await self._receive()
        self._seen += len(message.get("body", b""))
        self._measure(self._seen)
        return message

    def _measure(self, length: int) -> None:
        if length > self._most:
            raise TooLarge(f"the request is longer than {self._most // 1_000_000} MB; divide it and send the parts")


class _Sent:
    """An answer on its way out, with the headers that every answer has."""

    def __init__(self, send: Send, keeping: str) -> None:
        self._send, self._keeping = send, keeping
        self.begun = False

    async def send(self, message: Message) -> None:
        """Send a piece of it."""
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            headers.setdefault("Cache-Control", self._keeping)
            for name, value in fixed_headers().items():
                headers.setdefault(name, value)
        await self._send(message)
