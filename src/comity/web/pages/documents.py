"""Documents: the list, the reader, and the place where an own article is read."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request

from comity.export.describe import describe
from comity.language.folding import fold
from comity.model import Head
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.pages.frame import Frame, frame_of
from comity.web.pages.reading import found, pieces
from comity.web.twins import View, page

router = APIRouter()


@page(router, "/documents/new")
def new_page(request: Request, ledger: TheLedger) -> View:
    """Paste or drop an article."""
    frame = frame_of(request, ledger)
    limit = {"most_bytes": load("web")["body_bytes"][""]}
    return View("add.html", {"frame": frame, **limit}, limit, [limit], "read")


def chosen(heads: tuple[Head, ...], frame: Frame) -> list[Head]:
    """The documents that fit the parameters ``text``, ``class`` and ``state``, the newest first."""
    words, sort = fold(frame.params.get("text", "")).split(), frame.params.get("class", "")
    fitting = (h for h in heads if not sort or h.source_class == sort)
    told = ((fold(f"{h.title} {h.name} {h.outlet} {h.publisher}"), h) for h in fitting)
    return sorted((h for text, h in told if all(w in text for w in words)), key=lambda h: h.published, reverse=True)


@page(router, "/documents")
def documents_page(request: Request, ledger: TheLedger) -> View:
    """All documents, the newest first."""
    frame = frame_of(request, ledger)
    heads = ledger.documents()
    fitting = chosen(heads, frame)
    most = load("desk")["most"]["documents"]
    context = {
        "frame": frame,
        "heads": fitting[:most],
        "total": len(fitting),
        "classes": Counter(head.source_class for head in heads).most_common(),
        "given": {name: frame.params.get(name, "") for name in ("text", "class")},
    }
    rows = [head.as_dict() for head in fitting]
    return View("documents.html", context, {"documents": rows}, rows, "documents")


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
        "described": {item.claim.id: describe(item.claim.record) for item in claims},
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
