"""Errors as answers: a page for people who look at pages, else ``{"error": {"code", "message", "hint"}}``."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse, Response
from starlette.exceptions import HTTPException

from comity.errors import ComityError
from comity.vocab import load
from comity.web.errors import NotSignedIn, TooMany, told
from comity.web.rendering import Data, render

log = logging.getLogger("comity.web")


def install(app: FastAPI) -> None:
    """Let every error of an app be answered here."""
    app.add_exception_handler(ComityError, _known)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _defect)


def refusal(request: Request, error: ComityError) -> Response:
    """The answer to a request that met an error; who is not signed in is shown the way where a page was wanted."""
    if isinstance(error, NotSignedIn) and wants_page(request) and request.method == "GET":
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/signin?next={quote(asked, safe='/')}", 303)
    headers = {}
    if isinstance(error, TooMany):
        headers["Retry-After"] = str(error.wait)
    if isinstance(error, NotSignedIn):
        headers["WWW-Authenticate"] = "Bearer"
    return answer(request, error.http_status, error.code, str(error), headers)


def answer(request: Request, status: int, code: str, sentence: str, headers: dict[str, str]) -> Response:
    """An error as a page or as JSON."""
    body = told(code, sentence)
    if wants_page(request):
        return render(request, "error.html", status=status, headers=headers, status_code=status, **body)
    return Data(body, status_code=status, headers=headers)


def fixed_headers() -> dict[str, str]:
    """The headers that every answer has (vocab/web.yaml)."""
    return {name: " ".join(value.split()) for name, value in load("web")["headers"].items()}


def wants_page(request: Request) -> bool:
    """Whether it is a page that was asked for, by a browser."""
    path = request.url.path
    data = path.startswith("/api/") or path.endswith((".json", ".csv"))
    return not data and "text/html" in request.headers.get("accept", "")


async def _known(request: Request, error: Exception) -> Response:
    assert isinstance(error, ComityError)
    if error.http_status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("%s %s: %s", request.method, request.url.path, error)
    return refusal(request, error)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return answer(
        request, 422, "invalid", f"{invalid(error.errors()[0])}; see /api/v1/openapi.json for what is taken", {}
    )


def invalid(first: Mapping[str, Any]) -> str:
    """What is wrong with a part of a request, in words of our own (vocab/web.yaml) and without what was sent."""
    words = load("web")["invalid"]
    kind, place = first["type"], ".".join(str(part) for part in first["loc"][1:])
    named = place[:100] if place and kind != "json_invalid" else f"the {first['loc'][0]}"
    return f"{named} {words.get(kind, words['other']).format(**first.get('ctx', {}))}"


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if isinstance(error.__cause__, ComityError):  # met while the body was read
        return refusal(request, error.__cause__)
    status = HTTPStatus(error.status_code)
    sentence = _SENTENCES.get(status, f"{error.detail}; see /api/v1/openapi.json for what is taken")
    return answer(request, status, status.phrase.lower().replace(" ", "_"), sentence, dict(error.headers or {}))


_SENTENCES = {
    HTTPStatus.NOT_FOUND: "there is nothing at this address; go to the overview, or see /api/v1/openapi.json",
    HTTPStatus.METHOD_NOT_ALLOWED: "this address does not take that; see /api/v1/openapi.json for what it takes",
}


async def _defect(request: Request, error: Exception) -> Response:
    sentence = "the server met a defect of comity; please report what comity serve printed just now"
    return answer(request, 500, "defect", sentence, fixed_headers())  # the guard no longer sees this one
