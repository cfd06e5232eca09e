"""Which words a line of a view shows."""

from __future__ import annotations

from dataclasses import replace

from comity.model import Span
from comity.query.citing import citation, evidence_in
from comity.reconcile.assemble import assemble
from query.shelf import said


def test_a_bare_name_gives_way_to_the_sentence_that_tells_it():
    says = "Moldova and Romania opened the bridge at Ungheni."
    claim, head = said("event", says, "2024-01-01", form="opening", phase="held", actors=["Moldova", "Romania"])
    record = assemble([claim], {head.key: head})
    evidence = next(evidence_in(record))
    alone = replace(evidence, quotes=(Span(900, 904, "Sandu"),))
    assert citation(record, alone).quote.exact == says
    longer = replace(evidence, quotes=(Span(900, 940, "Sandu opened it on Monday in the morning"),))
    assert citation(record, longer).quote.exact == "Sandu opened it on Monday in the morning"
