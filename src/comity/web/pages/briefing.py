"""The brief: a preview in the page for a period, relation and sectors, and its download."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from comity.errors import UsageError
from comity.export.brief_markdown import markdown
from comity.export.brief_words import line, relation_words
from comity.query.brief import Brief, brief
from comity.query.citing import Citation
from comity.vocab import load
from comity.web.desk import TheLedger
from comity.web.downloads import attachment
from comity.web.pages.frame import DAY, Frame, frame_of
from comity.web.twins import View, page

router = APIRouter()


class Notes:
    """The footnotes of a brief in the order in which its lines call for them."""

    def __init__(self) -> None:
        self.cited: dict[tuple[str, int, int], tuple[int, Citation]] = {}

    def number(self, citation: Citation) -> int:
        """The number of a quote, the same whenever it is called for."""
        return self.cited.setdefault(citation.key, (len(self.cited) + 1, citation))[0]


def asked(frame: Frame) -> Brief | None:
    """The brief that the parameters ask for; None as long as no relation is chosen."""
    if not frame.relation:
        return None
    as_of, since = _day(frame, "as_of") or frame.today, _day(frame, "since")
    wanted = frame.params.get("sector", "").split(",")
    sectors = [s for s in load("kinds")["sectors"] if s in wanted]
    return brief(frame.ledger, frame.relation, as_of, since=since, sectors=sectors)


def _day(frame: Frame, name: str) -> date | None:
    given = frame.params.get(name, "")
    if not given:
        return None
    if not DAY.fullmatch(given):
        raise UsageError(f"{given[:40]!r} is no day; write 2025-04-14")
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise UsageError(f"{given} is no day of the calendar; write 2025-04-14") from error


def _rows(made: Brief) -> Iterator[dict[str, Any]]:
    for section in made.sections:
        for fact in section.facts:
            words = line(fact)
            for citation in fact.citations:
                yield {
                    "section": section.name,
                    "line": words,
                    "record": fact.record.id,
                    "quote": citation.quote.exact,
                    "document": citation.evidence.name,
                    "published": citation.evidence.published,
                }


@page(router, "/brief")
def brief_page(request: Request, ledger: TheLedger) -> View:
    """What stands, what is due, what is disputed; every line with its quotes."""
    frame = frame_of(request, ledger)
    made = asked(frame)
    frame.look_up([head.key for head in made.sources] if made else ())

    def rows() -> list[dict[str, Any]]:
        return list(_rows(made)) if made else []

    context = {
        "frame": frame,
        "brief": made,
        "notes": Notes(),
        "line": line,
        "title": relation_words(made.relation) if made else "",
        "headings": load("brief")["headings"],
        "nothing": load("brief")["none"],
        "sectors": load("kinds")["sectors"],
        "chosen": frame.params.get("sector", "").split(",") if frame.params.get("sector") else [],
    }
    return View("brief.html", context, lambda: {"lines": rows()}, rows, "brief")


@router.get("/brief.md", response_model=None)
def brief_markdown(request: Request, ledger: TheLedger) -> Response:
    """The brief as Markdown with footnotes."""
    made = asked(frame_of(request, ledger))
    if made is None:
        raise UsageError("a brief is on one relation; add relation=CHN-VNM")
    name = f"brief-{'-'.join(made.relation)}-{made.as_of}.md"
    return Response(markdown(made).encode("utf-8", "replace"), media_type="text/markdown", headers=attachment(name))
