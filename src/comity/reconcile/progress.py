"""How far a thing has come, as its sources tell it in the order of their dates; and how it stands on a given day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from comity.language.folding import fold
from comity.model import Claim, Decision, Evidence, Head, LedgerRecord, Milestone, Step
from comity.model.edtf import first_day, last_day
from comity.reconcile.fulfil import rung_of
from comity.reconcile.kept import by_itself, says_kept
from comity.reconcile.unkept import says_unkept, tells_unkept
from comity.vocab import load

Told = tuple[Claim, Head]
"""A claim with the head of the document that makes it."""

YEAR = 365.25
"""Days."""

FAR = "9999-99-99"
"""Sorts what has no date behind everything that has one."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs of a kind, lowest first; ``off`` are the stages beside it, each with the rungs that lead back."""

    field: str
    rungs: tuple[str, ...]
    off: Mapping[str, tuple[str, ...]]
    dated: Mapping[str, str]

    def rank(self, rung: str) -> int:
        """The place of a rung, from 0; what stands beside the ladder has -1."""
        return self.rungs.index(rung) if rung in self.rungs else -1

    def moves(self, here: str, top: int, rung: str) -> bool:
        """Whether a rung told now is news where ``here`` was reached last and ``top`` is the highest rank so far."""
        if here in self.off:
            return rung in self.off[here] or (rung in self.off and rung != here)
        return rung in self.off or self.rank(rung) > top


@cache
def ladder(kind: str) -> Ladder | None:
    """The ladder of a kind, None for kinds without progress (indicators, positions)."""
    raw = load("progress")["ladders"].get(kind)
    if raw is None:
        return None
    off = {stage: tuple(back) for stage, back in raw["beside"].items()}
    return Ladder(raw["field"], tuple(raw["rungs"]), off, raw["dated"])


def steps(
    kind: str, members: Sequence[Told], fulfilling: Sequence[Told] = (), decisions: Sequence[Decision] = ()
) -> tuple[Step, ...]:
    """All steps of a record in the order of their dates, each with its evidence; empty for kinds without a ladder.

    ``fulfilling`` are the claims that tell that a commitment was kept, confirmed by rule or person (``is_sure`` of
    ``fulfil``), or that nothing has come of it (``unkept``); ``decisions`` those in force. Repeats, lower stages told
    later and evidence that is not plainly asserted are kept with ``reached`` False.
    """
    own = ladder(kind)
    if own is None:
        return ()
    told = list(_promises(members) if kind == "commitment" else _staged(own, members))
    told += [_kept(deed, members) for deed in fulfilling] if kind == "commitment" else []
    told += _ruled(own, members, decisions)
    return tuple(_climbed(own, _once(sorted(told, key=lambda step: _order(own, step)))))


def _once(told: Iterable[Step]) -> Iterator[Step]:
    """Of what one document tells of a promise that was not kept, in order, only the first."""
    seen = set()
    for step in told:
        if step.rule != "unkept" or step.evidence.document not in seen:
            yield step
        seen.update([step.evidence.document] if step.rule == "unkept" else [])


def status_of(kind: str, told: Sequence[Step]) -> str:
    """The rung on which a record of ``kind`` stands after ``told`` (as ``steps`` gives them), empty if on none."""
    return next((step.rung for step in reversed(told) if step.reached), "") if ladder(kind) else ""


def _order(own: Ladder, step: Step) -> tuple[str, int, str, str, str]:
    by = step.evidence
    day = first_day(step.date) if step.date else ""
    height = len(own.rungs) if step.rung in own.off else own.rank(step.rung)
    return (day or FAR, height, by.published or FAR, by.document, by.claim)


def _climbed(own: Ladder, told: Iterable[Step]) -> Iterator[Step]:
    """Decide for each step, in order, whether it reached anything."""
    here, top = "", -1
    for step in told:
        ruled = step.rule.startswith("de-")
        reached = ruled or (step.reached and own.moves(here, top, step.rung))
        if reached:
            here = step.rung
            top = own.rank(here) if ruled or here not in own.off else top
        yield Step(step.rung, step.date, step.evidence, reached, step.rule)


def _staged(own: Ladder, members: Sequence[Told]) -> Iterator[Step]:
    """What each member tells of the stage; one that states none makes no step."""
    for claim, head in members:
        if stage := str(claim.record.get(own.field) or ""):
            sure = claim.record.certainty in load("progress")["advances"]
            yield Step(stage, _dated(own, stage, claim, head), evidence(claim, head, own.field), sure, "stage")


def _dated(own: Ladder, stage: str, claim: Claim, head: Head) -> str:
    """The date the text gives for a stage, else the day of publication."""
    value = claim.record.get(own.dated.get(stage, ""))
    if isinstance(value, Milestone):
        value = value.value if value.basis == "actual" else ""
    return str(value or head.published)


def _promises(members: Sequence[Told]) -> Iterator[Step]:
    """A step for each telling of a promise."""
    first = min((_told_at(member) for member in members), default=("", "", ""))
    yield from (_promised(member, again=_told_at(member) > first) for member in members)


def _promised(member: Told, *, again: bool) -> Step:
    """A telling of a promise: it opens it, repeats it, or says that it is over."""
    claim, head = member
    record = claim.record
    if again and record.certainty in load("progress")["advances"] and (end := _ended(claim)):
        return Step(end, head.published, evidence(claim, head), True, "ended")
    if record.certainty in load("progress")["advances"] and says_kept(claim):
        return Step("fulfilled", head.published, evidence(claim, head), not by_itself(claim), "ended")
    opens = record.certainty in load("progress")["opens"]
    if says_unkept(claim):
        return Step("open", head.published, evidence(claim, head), opens, "unkept")
    rule = "reaffirmed" if record.get("reaffirmed") else "repeated" if again else "first_told"
    return Step("open", head.published, evidence(claim, head), opens, rule)


def _told_at(told: Told) -> tuple[str, str, str]:
    return (told[1].published or FAR, told[1].key, told[0].id)


def _ended(claim: Claim) -> str:
    words = " ".join(fold(quote.exact) for quote in claim.record.quotes)
    ends = load("progress")["ends"]
    return next((rung for rung, phrases in ends.items() if any(phrase in words for phrase in phrases)), "")


def _kept(deed: Told, members: Sequence[Told]) -> Step:
    """What a deed makes of a promise; one that was not done leaves it open."""
    claim, head = deed
    if tells_unkept(claim):
        return Step("open", str(head.published), evidence(claim, head), False, "unkept")
    rung = rung_of(claim, [promise for promise, _ in members])
    own = ladder(claim.kind)
    day = _dated(own, str(claim.record.get(own.field) or ""), claim, head) if own else str(head.published)
    sure = claim.record.certainty in load("progress")["advances"]
    return Step(rung, day, evidence(claim, head), sure, "fulfils")


def _ruled(own: Ladder, members: Sequence[Told], decisions: Sequence[Decision]) -> list[Step]:
    """Stages that people set: a correction of the stage, dated by the day of the decision."""
    by_id = {claim.id: (claim, head) for claim, head in members}
    found = []
    for decision in decisions:
        if decision.action != "correct" or decision.field not in {own.field, "status"}:
            continue
        target = next((by_id[t] for t in decision.targets if t in by_id), None)
        if target and isinstance(decision.value, str) and decision.value in {*own.rungs, *own.off}:
            found.append(Step(decision.value, decision.when[:10], evidence(*target), True, decision.id))
    return found


def evidence(claim: Claim, head: Head, field: str = "") -> Evidence:
    """Where a claim says it: the quotes of ``field`` where it has its own, else those of the record."""
    content = claim.record.fields.get(field)
    return Evidence(
        claim=claim.id,
        document=head.key,
        name=head.name,
        published=head.published,
        source_class=head.source_class,
        quotes=content.quotes if content and content.quotes else claim.record.quotes,
        speaker=claim.record.speaker,
        certainty=claim.record.certainty,
        basis=content.basis if content else "",
    )


def standing(record: LedgerRecord, as_of: date) -> str:
    """How a record stands on a day: ``overdue``, ``due`` (soon), ``dormant`` or empty; never stored.

    Overdue is what should be done before ``as_of`` and is not told to be; dormant is unfinished and no document has
    told of it for years. What is finished, rejected, or told of nowhere as plain fact is none of these.
    """
    if record.review == "rejected":
        return ""
    return stands(record.kind, record.status, awaited(record), record.last_told, as_of)


def stands(kind: str, status: str, due: str, told: str, as_of: date) -> str:
    """``standing`` of a record that was not rejected, by its status, the ISO day on which it is ``awaited`` (or
    empty) and the day on which a document told of it last.
    """
    today, soon, silent = _seen_from(as_of)
    if status in load("progress")["finished"].get(kind, ()):
        return ""
    if due:
        return "overdue" if due < today else "due" if due <= soon else ""
    return "dormant" if told and status and told < silent.get(kind, "") else ""


@lru_cache(maxsize=64)
def _seen_from(as_of: date) -> tuple[str, str, dict[str, str]]:
    """A day, the last day that is due soon then, and since when nothing was told of what is dormant, by kind."""
    return as_of.isoformat(), _moved(as_of, load("progress")["due_in_days"]), silent_since(as_of)


def _moved(day: date, days: int) -> str:
    """An ISO day so many days later, or the last (or first) day that there is."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal())).isoformat()


def is_finished(record: LedgerRecord) -> bool:
    """Whether it has reached a rung on which nothing more is awaited."""
    return record.status in load("progress")["finished"].get(record.kind, ())


def awaited(record: LedgerRecord) -> str:
    """The last day on which it is in time as ISO 8601; empty where none is stated, or it is open or finished."""
    limits = load("progress")
    rungs = limits["due_rungs"].get(record.kind)
    value = record.get(limits["due_field"].get(record.kind, ""))
    if isinstance(value, Mapping):
        value = value["value"]
    if not value or is_finished(record) or (rungs is not None and record.status not in rungs):
        return ""
    day = last_day(str(value))
    return day if "1000" < day < "9999" else ""


def silent_since(as_of: date) -> dict[str, str]:
    """By kind, the day (ISO 8601) before which an unfinished record was told last if it is dormant on ``as_of``."""
    years: Mapping[str, int] = load("progress")["dormant_after_years"]
    return {kind: _moved(as_of, -int(n * YEAR)) for kind, n in years.items()}
