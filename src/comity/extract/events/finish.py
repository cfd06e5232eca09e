"""What the event's own mentions leave open: background or not, dates and places carried over; then the drafts."""

from __future__ import annotations

from collections.abc import Sequence

from comity.extract.draft import Draft, draft
from comity.extract.events import circumstances as when
from comity.extract.events.lexicon import category
from comity.extract.events.merge import Thing
from comity.extract.events.nearness import told_apart
from comity.extract.events.scene import Found, Place, Scene
from comity.extract.events.voice import voucher
from comity.language.actors import Actor
from comity.language.gazetteer import gazetteer
from comity.model import Span

CARRIED = frozenset({"meeting", "signing", "ceremony", "visit", "statement"})


def finish(scene: Scene, things: Sequence[Thing]) -> list[Draft]:
    """The drafts of a document's events, in document order."""
    _phases(scene, things)
    lead = _lead(scene, things)
    things = sorted(things, key=lambda t: t.at)
    for thing in things:
        _carry(scene, thing.first, lead, things)
    return [_draft(scene, t) for t in things]


def _phases(scene: Scene, things: Sequence[Thing]) -> None:
    """Background is what lies well before the dateline, or an earlier stop of the same visitor."""
    for thing in things:
        first = thing.first
        if when.is_past(scene, first.edtf) and first.phase != "cancelled":
            first.phase, first.firm = "historical", 3
        elif when.is_future(scene, first.edtf) and first.phase in {"", "held"}:
            first.phase, first.firm = "scheduled", 3
        elif not first.phase:
            first.phase = "held"
    _inside_background(things)
    visits = [t for t in things if t.form == "visit" and t.first.phase == "held"]
    main = next((t for t in visits if t.first.edtf), visits[0] if visits else None)
    for thing in visits:
        first = thing.first
        if main is not None and thing is not main and not first.edtf and _same(first.actors, main.first.actors):
            first.phase = "historical"


def _inside_background(things: Sequence[Thing]) -> None:
    """What is told only within sentences on a visit of the past is of the past too ("during his last visit, …")."""
    past = {
        m.trigger.sentence.index
        for t in things
        if t.form == "visit" and t.first.phase == "historical"
        for m in t.mentions
    }
    now = {
        m.trigger.sentence.index
        for t in things
        if t.form == "visit" and t.first.phase != "historical"
        for m in t.mentions
    }
    for thing in things:
        told = {m.trigger.sentence.index for m in thing.mentions}
        if thing.first.phase == "held" and not thing.first.edtf and told <= past - now:
            thing.first.phase = "historical"


def _same(one: list[Actor], other: list[Actor]) -> bool:
    return bool({a.name for a in one} & {a.name for a in other})


def _lead(scene: Scene, things: Sequence[Thing]) -> Found | None:
    """The first event of the article's own news that has a day."""
    fresh = [t.first for t in things if t.first.phase == "held" and len(t.first.edtf) >= 10 and t.form in CARRIED]
    return min(fresh, key=lambda f: f.trigger.i, default=None)


def _carry(scene: Scene, first: Found, lead: Found | None, things: Sequence[Thing]) -> None:
    if first.phase == "held" and not first.edtf and lead is not None and _told_with(first, lead):
        first.edtf, first.basis, first.date = _day(scene, lead.edtf, first.form), lead.basis, lead.date
    if (
        first.place is None
        and first.phase in {"held", "scheduled"}
        and first.form in {"meeting", "signing", "ceremony"}
    ):
        states = {a.iso3 for a in [*first.actors, *first.recipients]}
        visit = next((t.first for t in things if t.form == "visit" and t.first.phase != "historical"), None)
        if visit and visit.place and visit.host in states and {a.iso3 for a in visit.actors} & states:
            first.place = visit.place


def _told_with(first: Found, lead: Found) -> bool:
    """Whether an event without a day has that of the news: told in its paragraph, or later of the same parties."""
    if first.form not in CARRIED or _elsewhere(first, lead) or told_apart(first.trigger, [lead.trigger]):
        return False
    if first.trigger.sentence.block is lead.trigger.sentence.block:
        return True
    mine, theirs = ({a.iso3 or a.name for a in [*f.actors, *f.recipients]} for f in (first, lead))
    return lead.trigger.i < first.trigger.i and bool(mine & (theirs | {lead.host}))


def _elsewhere(first: Found, lead: Found) -> bool:
    """Whether an event is placed in another state than that of the news, or elsewhere in one sentence: another day."""
    named = [f.place for f in (first, lead) if f.place and f.place.name and not _is_state(f.place)]
    if first.trigger.sentence is lead.trigger.sentence and len({p.name for p in named}) > 1:
        return True
    there = lead.place.iso3 if lead.place and lead.place.iso3 else lead.host
    return bool(first.place and first.place.iso3 and there and first.place.iso3 != there)


def _is_state(place: Place) -> bool:
    found = gazetteer().state_of(place.name)
    return found is not None and found.name == place.name


def _day(scene: Scene, edtf: str, form: str) -> str:
    """When in the lead's span an event without a day was: on its days up to that of the dateline."""
    start, slash, end = edtf.partition("/")
    if not slash or form == "visit":
        return edtf
    anchor = scene.reading.anchor
    if not start <= anchor <= end:
        return edtf
    return start if anchor == start else f"{start}/{anchor}"


def _draft(scene: Scene, thing: Thing) -> Draft:
    first, reading = thing.first, scene.reading
    made = draft(reading, "event", first.rule, first.trigger)
    for mention in thing.mentions:
        made.quote(reading.quote(mention.trigger.sentence))
    made.at = thing.at
    made.speaker = "" if first.form == "statement" else voucher(reading, first.trigger)
    made.put("form", first.form, reading.words(first.trigger.i, first.trigger.i))
    made.put("category", first.category or category(first.form))
    made.put("actors", tuple(a.name for a in first.actors), *_spans(scene, first.actors))
    recipients = first.recipients
    if first.form == "visit" and not recipients and first.host:
        recipients = [scene.state(first.host)]
    made.put("recipients", tuple(a.name for a in recipients), *_spans(scene, recipients))
    if first.edtf:
        span = [reading.span(first.date.span.start, first.date.span.end)] if first.date else []
        made.put("date", first.edtf, *span, basis=first.basis or "relative")
    if first.place and first.place.name:
        made.put("place", first.place.name, reading.words(first.place.start, first.place.end - 1))
    made.put("count", first.count)
    made.put("phase", first.phase)
    return made


def _spans(scene: Scene, actors: list[Actor]) -> list[Span]:
    return [scene.reading.words(a.start, a.end - 1) for a in actors if a.end > a.start]
