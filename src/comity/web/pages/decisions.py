"""What people ruled, the latest first; and the search over records and documents."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter, Request

from comity.ledger.results import Words
from comity.model import Decision
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages.frame import frame_of
from comity.web.twins import View, page

router = APIRouter()


def named(taken: Iterable[Decision]) -> dict[str, str]:
    """The sentences of the claims that decisions are pinned to."""
    return {anchor.claim: anchor.quote.exact for one in taken for anchor in one.anchors}


@page(router, "/decisions")
def decisions_page(request: Request, ledger: TheLedger) -> View:
    """All decisions."""
    frame = frame_of(request, ledger)
    taken = list(reversed(ledger.decisions()))
    rows = [dict(decision.as_dict()) for decision in taken]
    undone = {target for decision in taken if decision.action == "undo" for target in decision.targets}
    shown = taken[: load("desk")["most"]["rows"]]
    context = {
        "frame": frame,
        "decisions": shown,
        "total": len(taken),
        "undone": undone,
        "named": named(shown),
    }
    columns = ("id", "when", "who", "action", "targets", "field", "value", "why")
    return View("decisions.html", context, {"decisions": rows}, rows, "decisions", columns)


def pieces(snippet: str, marks: Iterable[tuple[int, int]]) -> list[tuple[str, bool]]:
    """A text, each piece with whether it is a word that was searched for."""
    found, place = [], 0
    for start, end in marks:
        found += [(snippet[place:start], False), (snippet[start:end], True)]
        place = end
    return [piece for piece in [*found, (snippet[place:], False)] if piece[0]]


def _said(words: Words) -> list[tuple[str, bool]]:
    return pieces(words.text, words.marks)


@page(router, "/search")
def search_page(request: Request, ledger: TheLedger) -> View:
    """Records, then passages, that have all words."""
    frame = frame_of(request, ledger)
    text = frame.params.get("text", "").strip()
    hits = ledger.search(text, limit=load("web")["search"]["hits"]) if text else []
    told = [(hit, pieces(hit.snippet, hit.marks)) for hit in hits]
    rows = [{"sort": h.sort, "snippet": h.snippet, "record": h.record.id if h.record else None} for h in hits]
    asked = "text" in request.query_params
    most = load("web")["search"]["hits"]
    context = {"frame": frame, "asked": asked, "text": text, "hits": told, "most": most, "said": _said}
    return View("search.html", context, {"hits": [hit.as_dict() for hit in hits]}, rows, "search")
