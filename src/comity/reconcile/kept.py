"""When the telling of a promise says that it was kept: "has carried out its promise to", "made good on the pledge"."""

from __future__ import annotations

import re
from functools import cache

from comity.language.folding import fold
from comity.model import Claim
from comity.reconcile.fulfil_acts import states_of
from comity.reconcile.names import state_of_name
from comity.vocab import load


@cache
def _said() -> re.Pattern[str]:
    rules = load("progress")["kept"]
    verbs, whose, what, undone = ("|".join(rules[name]) for name in ("verbs", "whose", "what", "undone"))
    return re.compile(rf"(?P<undone>\b(?:{undone}) )?\b(?:{verbs}) (?:{whose})(?: \w+)? (?:{what})\b")


def says_kept(claim: Claim) -> bool:
    """Whether the words of a promise say that it was kept."""
    words = " ".join(fold(quote.exact) for quote in claim.record.quotes) if claim.kind == "commitment" else ""
    found = _said().search(words)
    return found is not None and not found["undone"]


def by_itself(claim: Claim) -> bool:
    """Whether nobody vouches for it but the side that promised."""
    speaker = state_of_name(claim.record.speaker) if claim.record.speaker else ""
    return bool(speaker) and speaker in states_of(claim, ("by",))
