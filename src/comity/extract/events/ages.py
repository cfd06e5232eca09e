"""How old relations are: "the 50th anniversary of relations", "75 years of ties", "ties date back to 1950"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comity.extract.events.grammar import after
from comity.extract.events.lexicon import words
from comity.extract.events.participants import partners
from comity.extract.events.scene import Found, Scene
from comity.language.syntax import Sentence, Token
from comity.model import TimeMention

_AGE = re.compile(r"P(\d{1,3})(Y|DE)")
_DECADE = 10
_YEAR = re.compile(r"\d{4}")
BOTH = 2
REACH = 14
"""Words after the relations within which both sides are named."""


def by_age(scene: Scene, noun: Token) -> Iterator[Found]:
    """ "the 50th anniversary of (the establishment of) diplomatic relations", "50 years of diplomatic ties"."""
    target = _relations(scene, noun)
    years = _years_before(scene, noun)
    if target is None or years is None or not _diplomatic(target):
        return
    found = _founded(scene, noun, target)
    year = _counted_from(scene, noun.sentence)
    if found is not None:
        found.edtf, found.basis = (f"{year - years:04d}", "inferred") if year is not None else ("", "")
        yield found


def by_reach(scene: Scene, verb: Token) -> Iterator[Found]:
    """ "Ties between X and Y date back to 1950"; a tagger may take the verb for a noun."""
    last = verb.sentence.tokens[-1].i
    if verb.i + 2 > last or scene.tokens[verb.i + 1].lower != "back":
        return
    first = verb.sentence.tokens[0].i
    before = (t for t in reversed(scene.tokens[first : verb.i]) if t.lemma in words("establishment", "relations"))
    target = next(before, None)
    date = next((d for d in scene.reading.dates_in(verb.start, verb.sentence.end) if _YEAR.match(d.edtf)), None)
    if target is None or date is None or not _unnarrowed(target):
        return
    found = _founded(scene, verb, target)
    if found is not None:
        found.date, found.edtf, found.basis = date, date.edtf, date.basis
        yield found


def _relations(scene: Scene, noun: Token) -> Token | None:
    """The relations that a count of years is of, directly or by their establishment."""
    for _, head in after(scene, noun, {"of", "since"}, reach=8):
        if head.lemma in words("establishment", "relations"):
            return head
        if head.lemma not in words("establishment", "nouns"):
            return None
    return None


def _years_before(scene: Scene, noun: Token) -> int | None:
    """The number of years that the noun ends or is counted by."""
    for mention in _durations(scene, noun.sentence):
        if mention.span.start < noun.end <= mention.span.end:
            found = _AGE.fullmatch(mention.timex_value)
            return int(found[1]) * (_DECADE if found[2] == "DE" else 1) if found else None
    return None


def _durations(scene: Scene, sentence: Sentence) -> list[TimeMention]:
    return [d for d in scene.reading.dates_in(sentence.start, sentence.end) if d.timex_type == "DURATION"]


def _diplomatic(target: Token) -> bool:
    return any(c.lower in words("establishment", "qualities") for c in target.children)


def _unnarrowed(target: Token) -> bool:
    """Whether relations as such are meant, not those of one field ("trade ties")."""
    told = [c.lower for c in target.children if c.dep in {"amod", "compound"}]
    return all(w in words("establishment", "qualities") | words("establishment", "plain") for w in told)


def _counted_from(scene: Scene, sentence: Sentence) -> int | None:
    """The year that the age belongs to: this or the next, where the sentence names it, else that of the dateline."""
    anchor = scene.reading.anchor[:4]
    if not _YEAR.fullmatch(anchor):
        return None
    near = {int(anchor) - 1, int(anchor), int(anchor) + 1}
    named = [d.edtf for d in scene.reading.dates_in(sentence.start, sentence.end) if _YEAR.fullmatch(d.edtf)]
    return next((int(year) for year in named if int(year) in near), int(anchor))


def _founded(scene: Scene, trigger: Token, target: Token) -> Found | None:
    """The founding of relations between those that are named beside them, else the pair the text is about."""
    named = [a for a in partners(scene, target, {"with", "between"}, reach=REACH) if a.kind in {"state", "person"}]
    states = dict.fromkeys(a.iso3 for a in named if a.iso3)
    pair = scene.reading.references.pair
    if len(states) == 1 and states.keys() <= set(pair):
        states = dict.fromkeys([*states, *pair])
    known = list(states) if len(states) > 1 else list(pair) if not states else []
    if len(known) != BOTH:
        return None
    actors = [next((a for a in named if a.iso3 == iso3 and a.kind == "state"), scene.state(iso3)) for iso3 in known]
    rule = f"event.establishment.{trigger.lemma}"
    return Found("establishment", rule, trigger, actors=actors, phase="historical", firm=1)


__all__ = ["by_age", "by_reach"]
