"""Are two records of different documents one thing? One rule a kind, each with its reasons.

``keys`` and ``meets`` say which claims are worth comparing at all, ``compare`` compares two, ``apart`` says that two
can be no one thing whatever else joins them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from comity.model import Join
from comity.reconcile.features import Features
from comity.reconcile.match import acts, agreements, events, figures, things
from comity.reconcile.match.keys import keys, meets

__all__ = ["apart", "compare", "keys", "meets"]

_RULES: Mapping[str, tuple[Callable[[Features, Features], Join | None], Callable[[Features, Features], bool]]] = {
    "event": (events.event, events.apart),
    "agreement": (agreements.agreement, agreements.apart),
    "mechanism": (things.mechanism, things.mechanisms_apart),
    "project": (things.project, things.projects_apart),
    "commitment": (acts.commitment, acts.apart),
    "position": (acts.position, acts.apart),
    "indicator": (figures.indicator, figures.apart),
}


def compare(a: Features, b: Features) -> Join | None:
    """Why two claims of one kind are, may be, or are part of, one thing; None where nothing joins them.

    The order of the two does not matter. Claims of one document are joined by an exact key alone: all else was
    done when it was read.
    """
    if a.exact or b.exact:
        return _by_key(a, b)
    if a.kind != b.kind or a.document == b.document:
        return None
    first, second = (a, b) if a.claim < b.claim else (b, a)
    rule = _RULES.get(a.kind)
    return rule[0](first, second) if rule else None


def apart(a: Features, b: Features) -> bool:
    """Whether two claims cannot be one thing, be they joined by others or not."""
    if a.kind != b.kind:
        return True
    if a.exact or b.exact:
        return a.exact != b.exact
    if a.document == b.document:
        return True
    rule = _RULES.get(a.kind)
    return rule is None or rule[1](a, b)


def _by_key(a: Features, b: Features) -> Join | None:
    if a.exact != b.exact:
        return None
    first, second = sorted((a.claim, b.claim))
    reason = "same person and office" if a.kind == "role" else "same standing instrument"
    return Join(first, second, "same", 1.0, (reason,))
