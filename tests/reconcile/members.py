"""Members of ledger records, written short: one document with one record each."""

from __future__ import annotations

from dataclasses import replace

from claims import told
from comity.model import Decision
from comity.reconcile.assemble import assemble
from comity.reconcile.witnesses import described

SAYS = "Ruritania and Graustark say that it is so."
DAYS = ("2025-04-14", "2025-04-15", "2025-04-16")
OUTLETS = ("Alpha", "Beta", "Gamma")


def member(name, record, published="", publisher="", text="", title=""):
    """The claim and the head of a document with one record; the head is described from publisher and text."""
    head, claims = told(name, published, {"says": SAYS, **record}, publisher=publisher)
    return claims[0], described(replace(head, title=title), text)


def together(*members, **more):
    """The ledger record that members make."""
    return assemble([claim for claim, _ in members], {head.key: head for _, head in members}, **more)


def judged(field, *records, published=DAYS, publishers=OUTLETS):
    """The field of the record that independent documents make, told on days one after the other."""
    made = (member(f"d{i}", record, published[i], publishers[i]) for i, record in enumerate(records))
    return together(*made).fields[field]


def decision(number, action, claim, **more):
    """A decision on a claim's record; later numbers were made later."""
    return Decision(f"de-{number:04d}", action, (claim.id,), "Ana", f"2025-05-01T00:00:{number:02d}Z", **more)
