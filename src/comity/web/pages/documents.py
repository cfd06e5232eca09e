"""Documents: the list, the reader, and the place where an own article is read."""

from __future__ import annotations

from collections import Counter
from typing import Any

from fastapi import APIRouter, Request

from comity.export.describe import describe
from comity.ledger import Ledger
from comity.ledger.asking import Wanted
from comity.ledger.lists import choice
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages import wording
from comity.web.pages.frame import frame_of
from comity.web.pages.memory import kept
from comity.web.pages.reading import found, pieces
from comity.web.twins import View, page

router = APIRouter()


@page(router, "/documents/new")
def new_page(request: Request, ledger: TheLedger) -> View:
    """Paste or drop an article."""
    frame = frame_of(request, ledger)
    limit = {"most_bytes": load("web")["body_bytes"][""]}
    return View("add.html", {"frame": frame, **limit}, limit, [limit], "read")


@kept
def count_of(ledger: Ledger, relation: str, words: str, source_class: str) -> int:
    """How many documents tell of a relation (any for an empty one), have some words and are of a class."""
    wanted: dict[str, Any] = {"words": words, "source_class": source_class}
    if relation:
        wanted["telling"] = choice(Wanted(relation=relation))
    return sum(ledger.lists.classes(**wanted).values())


@kept
def classes_of(ledger: Ledger) -> list[tuple[str, int]]:
    """How many documents there are of each class of sources, the commonest first."""
    return sorted(ledger.lists.classes().items(), key=lambda item: (-item[1], item[0]))


@page(router, "/documents")
def documents_page(request: Request, ledger: TheLedger) -> View:
    """All documents, the newest first, page by page."""
    frame = frame_of(request, ledger)
    given = {name: frame.params.get(name, "") for name in ("text", "class")}
    wanted: dict[str, Any] = {"words": given["text"], "source_class": given["class"]}
    if frame.relation:
        wanted["telling"] = frame.choice()
    most, number = load("desk")["most"]["documents"], frame.page
    total = count_of(ledger, frame.relation, given["text"], given["class"])
    context = {
        "frame": frame,
        "heads": ledger.lists.heads(**wanted, limit=most, start=(number - 1) * most),
        "total": total,
        "pages": -(-total // most),
        "classes": classes_of(ledger),
        "given": given,
    }

    def rows() -> list[dict[str, Any]]:
        return [head.as_dict() for head in ledger.lists.heads(**wanted)]

    return View("documents.html", context, lambda: {"documents": rows()}, rows, "documents")


@page(router, "/documents/{name}")
def reader_page(request: Request, ledger: TheLedger, name: str) -> View:
    """A document by key or name: text left, records right."""
    frame = frame_of(request, ledger)
    document = ledger.document(name)
    claims = found(ledger, document)
    adds = Counter(item.adds for item in claims)
    context = {
        "frame": frame,
        "document": document,
        "pieces": list(pieces(document)),
        "claims": claims,
        "adds": {name: adds[name] for name in ("new", "repeats", "contradicts") if adds[name] or name != "rejected"},
        "described": {item.claim.id: describe(item.claim.record, dated=wording.day) for item in claims},
    }
    rows = [
        {"number": c.number, "record": c.record.id, "claim": c.claim.id, "kind": c.claim.kind, "adds": c.adds}
        | {"caption": c.record.caption, "quote": c.claim.quote.exact}
        for c in claims
    ]
    data = {
        "document": document.head.as_dict(),
        "text": document.text,
        "set_aside": [aside.as_dict() for aside in document.set_aside],
        "records": [{"claim": c.id, **c.record.as_dict()} for c in document.claims],
        "adds": dict(adds),
    }
    return View("reader.html", context, data, rows, document.head.name)
