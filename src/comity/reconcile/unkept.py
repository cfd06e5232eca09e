"""When later evidence tells that nothing has come of a promise: "has not yet", "failed to", "no progress on".

It closes nothing. The promise stays where it is, with a dated and quoted step that says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from comity.language.folding import fold
from comity.model import Claim, Head, Join
from comity.reconcile.fulfil_acts import Asked, asked, content, limits, named_states, parties, states_of, told_words
from comity.reconcile.windows import window_of
from comity.vocab import load

Told = tuple[Claim, Head]


@cache
def _rules() -> Mapping[str, Any]:
    return dict(load("progress")["unkept"])


def says_unkept(claim: Claim) -> bool:
    """Whether the words of a promise say that it was not kept ("has not fulfilled its pledge to V")."""
    return claim.kind == "commitment" and _has(claim, "broken")


def tells_unkept(claim: Claim) -> bool:
    """Whether what is told of a thing or a deed may leave a promise open: it is denied, or there is no progress."""
    if claim.kind == "position":
        return _has(claim, "idle")
    denied = claim.record.certainty == "denied"
    return claim.kind in _rules()["kinds"] and (denied or _has(claim, "idle"))


def tells_pending(claim: Claim) -> bool:
    """Whether it is denied only for the time being ("has not yet", "has yet to")."""
    return claim.record.certainty == "denied" and _has(claim, "pending")


def _has(claim: Claim, which: str) -> bool:
    return _told_so(tuple(quote.exact for quote in claim.record.quotes), which)


@lru_cache(maxsize=16384)
def _told_so(quotes: tuple[str, ...], which: str) -> bool:
    words = " ".join(map(fold, quotes))
    return any(phrase in words for phrase in _rules()[which])


def leaves_open(promise: Told, deed: Told, states: Mapping[str, frozenset[str]]) -> Join | None:
    """The join with verdict ``leaves_open`` (``first`` tells that the promise ``second`` was not kept), or None.

    ``deed`` is a claim of another document, told later, of which ``tells_unkept`` is true; ``states`` are ISO codes by
    claim id, where more is known than the names tell.
    """
    (what, head), (denied, source) = promise, deed
    wanted = asked(str(what.record.get("action") or "")) if what.kind == "commitment" else None
    if wanted is None or what.record.certainty == "denied" or denied.document == what.document:
        return None
    mine, theirs = (states.get(claim.id) or states_of(claim) for claim in (what, denied))
    later = bool(head.published) and bool(source.published) and _after(source.published, head.published)
    if not later or not mine & theirs or not _fits(wanted, denied):
        return None
    score, reason = _host(what, denied, theirs) if wanted.act.goal == "host" else _words(wanted, what, denied)
    if score < limits()["sure"]:
        return None
    return Join(denied.id, what.id, "leaves_open", score, (reason, f"told {source.published} as not done"))


def _after(day: str, other: str) -> bool:
    """Whether a day (EDTF) lies wholly after another."""
    one, two = window_of(day), window_of(other)
    return one is not None and two is not None and one.first > two.last


def _fits(wanted: Asked, denied: Claim) -> bool:
    """Whether what is denied is a deed that would keep the promise, or all progress is."""
    figure = denied.kind == "indicator" and wanted.act.goal == "words"
    return figure or _has(denied, "idle") or bool(wanted.act.rung(denied))


def _host(promise: Claim, denied: Claim, theirs: frozenset[str]) -> tuple[float, str]:
    """A visit that was not made, by the same visitor to the same state."""
    hosts = named_states(str(promise.record.get("action") or "")) or states_of(promise, ("to",))
    visited = states_of(denied, ("recipients",)) or theirs
    same = parties(promise, ("by",)) & parties(denied, ("actors",))
    return (1.0, f"the visit to {', '.join(sorted(hosts))}") if hosts and hosts <= visited and same else (0.0, "")


def _words(wanted: Asked, promise: Claim, denied: Claim) -> tuple[float, str]:
    """The same object: most of what either names."""
    told = unkept_words(denied)
    shared = wanted.object & told
    if wanted.act.goal == "people" and not wanted.object:
        who, met = parties(promise, ("by", "to")), parties(denied, ("actors", "recipients"))
        return (1.0, "the same parties did not meet") if len(who) > 1 and who <= met else (0.0, "")
    if not shared or (len(shared) < limits()["shared_words"] and shared != wanted.object):
        return 0.0, ""
    if _figures(told) and not _figures(wanted.object) <= told:
        return 0.0, ""
    return round(len(shared) / min(len(wanted.object), len(told)), 4), f"same object ({', '.join(sorted(shared))})"


def unkept_words(claim: Claim) -> frozenset[str]:
    """The content words by which that is known of which there is no progress."""
    return content(str(claim.record.get("stance") or "")) if claim.kind == "position" else told_words(claim)


def _figures(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdigit())
