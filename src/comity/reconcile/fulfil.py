"""When later evidence tells that a promise was kept. Rather nothing than a promise wrongly closed.

A promise is looked for only where its act is one that leaves a deed (vocab/progress.yaml, ``fulfilment``); "promote
cooperation" is never closed by rule. Deeds that are told at least as early as the promise, in the same document, hedged
or denied keep nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from comity.language.amounts import find_amounts
from comity.model import Claim, Head, Join
from comity.reconcile.fulfil_acts import (
    SIDES,
    STAGE,
    Act,
    Asked,
    When,
    acts,
    asked,
    content,
    horizon,
    limits,
    named_states,
    names,
    parties,
    states_of,
    told_words,
    when,
)
from comity.reconcile.names import key_of_name, state_of_name
from comity.reconcile.unkept import leaves_open, tells_unkept, unkept_words
from comity.reconcile.windows import Window, window_of

Told = tuple[Claim, Head]
States = Mapping[str, frozenset[str]]
"""ISO codes of the states of a claim by its id, where more is known than its names tell."""

UNSURE = 0.79
"""What a rule may not be sure of stays below the threshold in vocab/progress.yaml."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well a deed fits: ``score`` in [0, 1], the reason in words, and whether a rule may be sure of it."""

    score: float
    reason: str
    sure: bool = True


def fulfils(promise: Told, deed: Told, *, states: States | None = None) -> Join | None:
    """The join with verdict ``fulfils`` (``first`` the deed, ``second`` the promise), or None.

    ``promise`` is a commitment with its document's head, ``deed`` a claim of another document. See ``is_sure``. The
    verdict is ``leaves_open`` where the deed is told as not done.
    """
    (what, head), (done, source) = promise, deed
    if tells_unkept(done):
        return leaves_open(promise, deed, states or {})
    wanted = asked(str(what.record.get("action") or "")) if what.kind == "commitment" else None
    told = window_of(head.published) if head.published else None
    if wanted is None or told is None or not _may(what, done, wanted.act):
        return None
    at = when(done, source)
    if at is None or not _later(told, at, source, horizon(what, told)):
        return None
    match = _object(wanted, what, done, states or {})
    if match is None or match.score < limits()["maybe"]:
        return None
    sure = match.sure and _plain(what, wanted) and _settled(told, at)
    score = match.score if sure else min(match.score, UNSURE)
    reasons = (match.reason, f"{wanted.act.name.replace('_', ' ')}, told {source.published or 'without a date'}")
    return Join(done.id, what.id, "fulfils", score, reasons)


def is_sure(join: Join) -> bool:
    """Whether a join that tells of a kept promise holds by rule or decision, without waiting for a person."""
    return join.verdict == "fulfils" and (bool(join.decision) or join.score >= limits()["sure"])


def rung_of(deed: Claim, promises: Sequence[Claim]) -> str:
    """The rung of a commitment that a deed reaches: ``fulfilled``, or ``under_way`` where it is only a beginning.

    Where a person linked a deed that no rule knows, the promise is fulfilled.
    """
    wanted = [asked(str(promise.record.get("action") or "")) for promise in promises]
    rungs = {rung for ask in wanted if ask and (rung := ask.act.rung(deed))}
    return "under_way" if rungs == {"under_way"} else "fulfilled"


def fulfil_keys(claim: Claim, states: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Keys (``fulfil:…``) that a promise shares with the deeds that may keep it; empty for all other claims."""
    known = states or states_of(claim)
    if claim.kind == "commitment":
        wanted = asked(str(claim.record.get("action") or ""))
        return _keys(_circles(known), _marks(wanted)) if wanted else ()
    found = [act for act in acts() if act.rung(claim)]
    undone = tells_unkept(claim)
    if not undone and (not found or claim.record.certainty != "asserted"):
        return ()
    marks = {act.name for act in found if act.goal in {"host", "people"}}
    if undone or any(act.goal in {"words", "figure", "people"} for act in found):
        longest = sorted(unkept_words(claim), key=lambda word: (-len(word), word))
        marks |= set(longest[: limits()["deed_words"]])
    return _keys(_circles(known), marks)


def fulfil_spans(claim: Claim, head: Head) -> tuple[int, ...]:
    """The spans of years, by number, in which a promise may be kept or a deed was done; empty where nothing tells when.

    A promise and a deed that ``fulfils`` would join share one.
    """
    told = window_of(head.published) if head.published else None
    if claim.kind == "commitment":
        window = horizon(claim, told) if told else None
    else:
        at = None if tells_unkept(claim) else when(claim, head)
        window = at.window if at else told
    size = limits()["span_years"]
    return tuple(range(window.first.year // size, window.last.year // size + 1)) if window else ()


def _marks(wanted: Asked) -> set[str]:
    """By which words a promise is found: its object, else the act itself."""
    if wanted.act.goal == "host" or (wanted.act.goal == "people" and not wanted.object):
        return {wanted.act.name}
    return set(wanted.object)


def _circles(states: frozenset[str]) -> list[list[str]]:
    """Groups of states by which a thing is found: each alone, and each pair."""
    alone = sorted(states)
    pairs = ["-".join(pair) for pair in combinations(alone, 2)]
    return [alone, pairs] if 1 < len(alone) <= limits()["most_states"] else [alone]


def _keys(circles: Sequence[Sequence[str]], marks: set[str]) -> tuple[str, ...]:
    return tuple(sorted(f"fulfil:{who}:{mark}" for circle in circles for who in circle for mark in marks))


def _may(promise: Claim, deed: Claim, act: Act) -> bool:
    """Whether a deed may count at all."""
    other = deed.document != promise.document and deed.record.certainty == "asserted"
    return other and promise.record.certainty != "denied" and bool(act.rung(deed))


def _later(told: Window, at: When, source: Head, span: Window) -> bool:
    """Whether a deed is done and told no earlier than the promise, and not beyond the horizon."""
    published = window_of(source.published) if source.published else at.window
    early = at.window.last < told.first or (published is not None and published.last < told.first)
    return not early and at.window.first <= span.last


def _plain(promise: Claim, wanted: Asked) -> bool:
    """Whether a promise can be closed by rule: one act, no condition, no standing promise to go on."""
    bound = promise.record.get("condition") or promise.record.get("reaffirmed")
    return not bound and not wanted.several and promise.record.certainty == "asserted"


def _settled(told: Window, at: When) -> bool:
    """Whether it is beyond doubt that the deed came after the promise."""
    wait = 1 if at.own else limits()["settle_days"]
    return (at.window.first - told.last).days >= wait


def _object(wanted: Asked, promise: Claim, deed: Claim, states: States) -> Match | None:
    mine, theirs = (states.get(c.id) or states_of(c) for c in (promise, deed))
    if wanted.act.goal == "host":
        return _host(promise, deed, theirs)
    if not mine & theirs or not _stateless(promise) <= _stateless(deed):
        return None
    if not mine <= theirs:
        return _one_side(wanted, deed) if theirs < mine else None
    if wanted.act.goal == "people":
        return _people(wanted, promise, deed)
    return _figure(promise, deed) if wanted.act.goal == "figure" else _words(wanted.object, deed)


def _stateless(claim: Claim) -> frozenset[str]:
    """Keys of the parties behind whom the gazetteer knows no state, such as ASEAN."""
    return frozenset(key_of_name(n) for n in names(claim, SIDES[claim.kind]) if not state_of_name(n))


def _one_side(wanted: Asked, deed: Claim) -> Match | None:
    """One side did what several promised: only for a thing that can be told from all others by its words."""
    match = _words(wanted.object, deed) if wanted.act.goal == "words" and deed.kind == "project" else None
    few = match is not None and len(wanted.object & told_words(deed)) < limits()["one_side_words"]
    return None if few else match


def _words(wanted: frozenset[str], deed: Claim) -> Match | None:
    """How much of the object the deed names."""
    told = told_words(deed)
    shared = wanted & told
    if not shared or (len(shared) == 1 and shared != wanted):
        return None
    share = len(shared) / len(wanted)
    named = len(shared) / len(told) if STAGE.get(deed.kind) == "status" else 0.0
    enough = len(shared) >= limits()["shared_words"]
    score = max(share, min(named, UNSURE)) if enough else share
    return Match(score, f"same object ({', '.join(sorted(shared))})", sure=enough)


def _host(promise: Claim, deed: Claim, states: frozenset[str]) -> Match | None:
    """The same visitor in the state that was to be visited."""
    action = str(promise.record.get("action") or "")
    hosts = named_states(action) or states_of(promise, ("to",))
    visited = states_of(deed, ("recipients",)) or states
    who, came = parties(promise, ("by",)), parties(deed, ("actors",))
    if not hosts or not hosts <= visited:
        return None
    if who & came:
        return Match(1.0, f"the visit of the same visitor to {', '.join(sorted(hosts))}", sure=not who <= states)
    if who <= states and who & states_of(deed, ("actors",)):
        return Match(UNSURE, f"a visitor of {', '.join(sorted(who))} to {', '.join(sorted(hosts))}", sure=False)
    return None


def _people(wanted: Asked, promise: Claim, deed: Claim) -> Match | None:
    """The same people met, in time, and on the object if one was named."""
    who, met = parties(promise, ("by", "to")), parties(deed, ("actors", "recipients"))
    due, at = window_of(str(promise.record.get("due") or "")), window_of(str(deed.record.get("date") or ""))
    in_time = due is not None and at is not None and due.meets(at)
    if wanted.object:
        found = _words(wanted.object, deed)
        return found if found is None else Match(found.score, found.reason, sure=found.sure and (in_time or who <= met))
    if len(who) < 2 or not who <= met:
        return None
    return Match(1.0 if in_time else UNSURE, "the same parties met", sure=in_time)


def _figure(promise: Claim, deed: Claim) -> Match | None:
    """A figure of the same measure and unit that comes up to the target."""
    action = str(promise.record.get("action") or "")
    shared = content(action) & told_words(deed)
    value, unit = deed.record.get("value"), str(deed.record.get("unit") or "")
    targets = [q.value for q in find_amounts(action) if q.unit == unit and (q.is_money or unit == "percent")]
    if not shared or not targets or value is None or deed.record.get("qualifier") == "less_than":
        return None
    reached = f"{', '.join(sorted(shared))} of {value} {unit}, the target was {max(targets)}"
    return Match(1.0, reached) if value >= max(targets) else None
