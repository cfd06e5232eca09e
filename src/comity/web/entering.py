"""Sessions on their way into and out of a browser."""

from __future__ import annotations

from starlette.responses import Response

from comity.vocab import load
from comity.web.access import Access


def admit(answer: Response, access: Access, *, secure: bool) -> None:
    """Give the browser a session: a cookie that no script can read and no other site can make it send."""
    answer.set_cookie(
        access.cookie,
        access.new_session(),
        max_age=load("web")["session_seconds"],
        httponly=True,
        samesite="strict",
        secure=secure,
    )
    answer.headers["Cache-Control"] = "no-store"


def dismiss(answer: Response, access: Access) -> None:
    """Make the browser forget its session."""
    answer.delete_cookie(access.cookie, httponly=True, samesite="strict")


def own_address(given: str) -> str:
    """An address of this server as a path with query; ``/`` for whatever could lead to another one."""
    plain = given.startswith("/") and not given.startswith(("//", "/\\")) and given.isprintable() and "\\" not in given
    return given if plain else "/"
