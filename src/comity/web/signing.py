"""Signing in with the token, and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from comity.web.desk import TheDesk
from comity.web.entering import admit, dismiss, own_address
from comity.web.rendering import render

router = APIRouter()


@router.get("/signin", response_model=None)
def form(request: Request, next: str = "/") -> Response:
    """The page that asks for the token."""
    return render(request, "signin.html", next=own_address(next), wrong=False)


@router.post("/signin", response_model=None)
def sign_in(
    request: Request,
    desk: TheDesk,
    token: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "/",
) -> Response:
    """Exchange the token for a session."""
    if not desk.access.is_token(token.strip()):
        return render(request, "signin.html", status=401, next=own_address(next), wrong=True)
    answer = RedirectResponse(own_address(next), 303)
    admit(answer, desk.access, secure=request.url.scheme == "https")
    return answer


@router.post("/signout", response_model=None)
def sign_out(desk: TheDesk) -> Response:
    """End the session in this browser."""
    answer = RedirectResponse("/", 303)
    dismiss(answer, desk.access)
    return answer
