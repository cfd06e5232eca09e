"""What forms of the desk send: decisions, articles, names, marks. Every answer leads back to a page."""

from __future__ import annotations

import json
from typing import Annotated, Any
from urllib.parse import quote, unquote

from fastapi import APIRouter, Form, Request, UploadFile
from fastapi.responses import RedirectResponse, Response

from comity.errors import UnreadableInput, UsageError
from comity.ingest.dossier import folder
from comity.ledger.correcting import parsed
from comity.web.desk import TheDesk, TheLedger
from comity.web.entering import own_address
from comity.web.pages.frame import DAY, SEEN, WHO
from comity.web.pages.review import name_of, ruling
from comity.web.taking import take_file, take_text

router = APIRouter()
YEAR = 365 * 24 * 3600


def _back(address: str, **added: str) -> RedirectResponse:
    """Back to a page of the desk, with parameters added."""
    path, _, query = own_address(address).partition("?")
    more = "&".join(f"{name}={quote(value)}" for name, value in added.items())
    return RedirectResponse("?".join(filter(None, (path, "&".join(filter(None, (query, more)))))), 303)


@router.post("/decide", response_model=None)
def decide(
    request: Request,
    ledger: TheLedger,
    action: Annotated[str, Form()],
    target: Annotated[list[str], Form()],
    field: Annotated[str, Form()] = "",
    value: Annotated[str, Form()] = "",
    written: Annotated[str, Form()] = "",
    why: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "/",
) -> Response:
    """Take a decision, signed with the visitor's name; a correction has a ``value`` in JSON or as it is ``written``."""
    given = parsed(ledger.record(target[0]).kind, field, written) if written else _value(value) if value else None
    decision = ledger.decide(action, target, who=_who(request), why=why[:500], field=field, value=given)
    return _back(back, decided=decision.id)


@router.post("/decide/batch", response_model=None)
def decide_several(
    request: Request,
    ledger: TheLedger,
    action: Annotated[str, Form()],
    item: Annotated[list[str], Form()] = [],  # noqa: B006 - FastAPI copies it
    back: Annotated[str, Form()] = "/review",
) -> Response:
    """Answer several questions of the review queue alike."""
    waiting = {name_of(question): question for question in ledger.questions()}
    if not item or not set(item) <= waiting.keys():
        raise UsageError("no question is selected that still waits; select some in the review queue")
    taken = []
    selected = ledger.review_items([waiting[name] for name in item], short=True)
    for asked in [ruling(one, action) for one in selected]:
        homes = {ledger.record(target).id for target in asked["targets"]}
        if action != "merge" or len(homes) > 1:  # an earlier one may have joined them already
            taken.append(ledger.decide(who=_who(request), **asked).id)
    return _back(back, decided=".".join(taken))


def _who(request: Request) -> str:
    return unquote(request.cookies.get(WHO, ""))[:80].strip() or "analyst"


def _value(written: str) -> Any:
    try:
        return json.loads(written)
    except ValueError as error:
        raise UsageError("the value of a correction is sent as JSON; load the page again and repeat") from error


@router.post("/who", response_model=None)
def who(request: Request, who: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> Response:
    """Keep the name under which a visitor decides."""
    answer = _back(back)
    answer.set_cookie(WHO, quote(who.strip()[:80]), max_age=YEAR, httponly=True, samesite="strict")
    return answer


@router.post("/seen", response_model=None)
def seen(day: Annotated[str, Form()], back: Annotated[str, Form()] = "/") -> Response:
    """Mark everything that documents tell up to a day as seen."""
    if not DAY.fullmatch(day):
        raise UsageError(f"{day[:40]!r} is no day; write 2025-04-14")
    answer = _back(back)
    answer.set_cookie(SEEN, day, max_age=YEAR, httponly=True, samesite="strict")
    return answer


@router.post("/documents/add", response_model=None)
def add(
    desk: TheDesk,
    ledger: TheLedger,
    file: UploadFile | None = None,
    text: Annotated[str, Form()] = "",
    title: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    publisher: Annotated[str, Form()] = "",
) -> Response:
    """Read an article that was pasted or sent as a file, and show it."""
    if file is not None and file.size:
        added = take_file(desk, ledger, file, published=published, publisher=publisher)
    elif text.strip():
        added = take_text(desk, ledger, text, title=title, published=published, publisher=publisher)
    else:
        raise UnreadableInput("there is neither a text nor a file; paste a text, or choose a file")
    return RedirectResponse(f"/documents/{added.key}", 303)


@router.post("/documents/sample", response_model=None)
def sample(desk: TheDesk, ledger: TheLedger) -> Response:
    """Load the sample dossier."""
    with desk.reading:
        refused = [added.refusal for added in ledger.add([folder()]) if added.state == "refused"]
    if refused:
        raise UnreadableInput(refused[0])
    return RedirectResponse("/", 303)
