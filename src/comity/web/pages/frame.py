"""What every page of the desk has around it: places, the relation, addresses that keep both, sources by key."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import quote, unquote, urlencode

import regex
from fastapi import Request

from comity.errors import NotFound, UsageError
from comity.ledger import Ledger
from comity.ledger.asking import Wanted
from comity.ledger.lists import Choice, Line, choice
from comity.model import Evidence, Head, LedgerRecord
from comity.query.citing import citation, evidence_in
from comity.reconcile.relations import parsed
from comity.vocab import load
from comity.web.pages.memory import kept
from comity.web.pages.passages import Passage, passage

WHO = "comity-who"
"""The cookie that keeps the name under which a visitor decides."""
SEEN = "comity-seen"
"""The cookie with the day up to which a visitor has seen what documents tell."""

PAGE = regex.compile(r"[1-9][0-9]{0,5}")
TWIN = regex.compile(r"\.(json|csv|svg|png)$")
DAY = regex.compile(r"\d{4}-\d\d-\d\d")
DECISION = regex.compile(r"de-[a-z2-7]{12}")


@dataclass
class Frame:
    """A page's surroundings. ``params`` is the query of its address, several values of one name joined by commas,
    ``relation`` one of it (``CHN-VNM``) or empty."""

    path: str
    params: Mapping[str, str]
    ledger: Ledger = field(repr=False)
    who: str = ""
    seen: str = ""
    today: date = field(default_factory=date.today)

    @cached_property
    def relation(self) -> str:
        """The pair of states (or one) that the page keeps to, codes sorted; empty for all. Raises ``UsageError``."""
        given = self.params.get("relation", "").strip()
        return "-".join(parsed(given)) if given else ""

    @property
    def page(self) -> int:
        """The number of the page of a list, from 1. Raises ``UsageError``."""
        given = self.params.get("page", "1")
        if not PAGE.fullmatch(given):
            raise UsageError(f"{given[:40]!r} is no page; take a number from 1")
        return int(given)

    @property
    def decided(self) -> list[str]:
        """The decisions that were just taken, to be undone."""
        return DECISION.findall(self.params.get("decided", ""))

    @property
    def relations(self) -> list[tuple[str, int]]:
        """Relations with their number of records, the largest first; the one that is chosen is always among them."""
        found = relations_of(self.ledger)
        shown = found[: int(load("desk")["most"]["relations"])]
        left_out = self.relation and self.relation not in dict(shown)
        return [*shown, (self.relation, dict(found).get(self.relation, 0))] if left_out else shown

    def choice(self, *, standing: str = "", kind: str = "", status: str = "", **more: Any) -> Choice:
        """Records of the relation that the page keeps to, for ``Ledger.lists``."""
        wanted = Wanted(relation=self.relation or None, kind=kind or None, status=status or None)
        return choice(wanted, standing=standing, today=self.today, **more)

    @property
    def places(self) -> list[dict[str, Any]]:
        """The places of the desk by group."""
        return list(load("desk")["places"])

    def url(self, path: str, **params: Any) -> str:
        """An address of the desk that keeps the relation; parts of the path are to be quoted already."""
        kept = {"relation": self.relation, **params}
        query = urlencode({name: value for name, value in kept.items() if value not in ("", None)})
        return f"{path}?{query}" if query else path

    def here(self, **changed: Any) -> str:
        """The address of this page with some parameters changed; those that are None or empty go."""
        kept = {name: value for name, value in self.params.items() if name not in {"decided", *changed}}
        query = urlencode({**kept, **{name: value for name, value in changed.items() if value not in ("", None)}})
        return f"{self.path}?{query}" if query else self.path

    def twin(self, suffix: str) -> str:
        """The address of this page as data."""
        address = self.here(record=None)
        path, mark, query = address.partition("?")
        return f"{'/index' if path == '/' else path}{suffix}{mark}{query}"

    def head(self, key: str) -> Head:
        """A document's head; each is looked up once a page. Raises ``NotFound``."""
        if key not in self._heads:
            self._heads.update(self.ledger.lists.titles([key]))
        if key not in self._heads:
            raise NotFound(f"the ledger has no document {key!r}; load the page again")
        return self._heads[key]

    def learn(self, records: Iterable[LedgerRecord]) -> None:
        """Look up the heads of all documents that some records quote, at once."""
        self.look_up({e.document for record in records for e in evidence_in(record)})

    def look_up(self, keys: Collection[str]) -> None:
        """Look up the heads of some documents at once, so that ``head`` need not do it one by one."""
        self._heads.update(self.ledger.lists.titles({*keys} - self._heads.keys()))

    @cached_property
    def _heads(self) -> dict[str, Head]:
        return {}

    def passage(self, record: LedgerRecord, evidence: Evidence) -> Passage:
        """What stands around a piece of evidence in its document."""
        return passage(self._text(evidence.document), citation(record, evidence).quote, evidence.quotes)

    def _text(self, key: str) -> str:
        if key not in self._texts:
            self._texts[key] = self.ledger.document(key).text
        return self._texts[key]

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {}

    def outlet(self, evidence: Evidence) -> str:
        """Who publishes the document that gives a piece of evidence, else what the document is called."""
        head = self.head(evidence.document)
        return head.outlet or head.publisher or head.name


@kept
def relations_of(ledger: Ledger) -> list[tuple[str, int]]:
    """All relations with their number of records, the largest first."""
    found = ledger.lists.facets(choice(), "relation")
    return sorted(((pair, n) for (pair,), n in found.items()), key=lambda item: (-item[1], item[0]))


def frame_of(request: Request, ledger: Ledger) -> Frame:
    """The frame of a request for a page or one of its twins."""
    path = TWIN.sub("", request.url.path)
    given = request.query_params
    params = {name: ",".join(filter(None, given.getlist(name))) for name in given}
    who = unquote(request.cookies.get(WHO, ""))[:80]
    seen = request.cookies.get(SEEN, "")
    return Frame("/" if path == "/index" else path, params, ledger, who, seen if DAY.fullmatch(seen) else "")


def segment(text: str) -> str:
    """A text as one segment of a path."""
    return quote(text, safe="")


def row(record: LedgerRecord) -> dict[str, Any]:
    """A record as a row of a table, flat."""
    return {
        "id": record.id,
        "kind": record.kind,
        "date": record.date,
        "caption": record.caption,
        "states": list(record.states),
        "status": record.status,
        "certainty": record.certainty,
        "documents": record.documents,
        "witnesses": record.witnesses,
        "conflicts": [view.name for view in record.conflicts],
        "sectors": list(record.sectors),
        "review": record.review,
        "first_told": record.first_told,
        "last_told": record.last_told,
    }


def rows(lines: Iterable[Line]) -> list[dict[str, Any]]:
    """Lines as rows of a table."""
    return [line.as_dict() for line in lines]
