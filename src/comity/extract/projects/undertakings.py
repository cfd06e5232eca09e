"""Railways, ports, plants and other undertakings that a text names, mention by mention."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from comity.extract.agreements.standing import is_corridor
from comity.extract.draft import Draft
from comity.extract.projects.milestones import milestones
from comity.extract.things.acts import Act, Lexicon, find_act, outlook
from comity.extract.things.figures import money_of
from comity.extract.things.phrases import Phrase, modifiers, phrase, words
from comity.extract.things.sides import Party, parties
from comity.extract.things.stating import stated
from comity.language.reading import Reading
from comity.language.syntax import Token
from comity.vocab import load


@dataclass(slots=True)
class Found:
    """An undertaking in one sentence; ``counts`` tells that the mention alone makes a record."""

    draft: Draft
    phrase: Phrase
    kind: str
    name: str
    proper: bool
    back: bool
    counts: bool
    headline: bool
    acronym: str = ""


@cache
def data() -> dict[str, Any]:
    """``vocab/projects.yaml``."""
    content: dict[str, Any] = load("projects")
    return content


@cache
def acts() -> Lexicon:
    """What is done with undertakings."""
    return Lexicon.of(data()["acts"])


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(data()[name])


def undertakings(reading: Reading) -> list[Found]:
    """The undertakings of a document, mention by mention, in document order."""
    out: list[Found] = []
    acronyms: dict[str, Found] = {}
    for sentence in reading.sentences:
        joined = -1
        for token in sentence.tokens:
            found = _at(reading, token, out, acronyms)
            if found is None:
                continue
            found.counts = found.counts and token.i > joined
            if token.is_verb:
                joined = found.phrase.end
            if found.acronym:
                acronyms.setdefault(found.acronym, found)
            out.append(found)
    return out


def _at(reading: Reading, token: Token, before: list[Found], acronyms: dict[str, Found]) -> Found | None:
    """The undertaking that a word names, if it names one."""
    if token.lemma in data()["link_verbs"] and token.is_verb:
        return link(reading, token, before)
    spec = data()["heads"].get(token.lemma)
    if spec is not None and token.tag.startswith("N"):
        return _undertaking(reading, token, spec)
    earlier = acronyms.get(token.text)
    return _again(reading, token, earlier) if earlier is not None and token.i > earlier.phrase.last else None


def link(reading: Reading, verb: Token, before: list[Found]) -> Found | None:
    """ "one connecting A to B", "connect the line with that of C": an undertaking that only its verb names."""
    tokens = reading.tokens
    near = [t.lower for t in tokens[max(verb.sentence.tokens[0].i, verb.i - 2) : verb.i]]
    elliptic = verb.tag == "VBG" and any(w in _set("elliptic") for w in near)
    ends = _joined(verb)
    joining = len(ends) == 2
    if not elliptic and not joining:
        return None
    found = Phrase(verb, verb.i, verb.i, clause_end(reading, verb.i))
    kind = next((f.kind for f in reversed(before) if f.kind in data()["link_kinds"]), "")
    kind = (str(data()["heads"][ends[0]]["type"]) if joining else kind) or "other"
    firm = outlook(verb, found) == "done" and verb.tag in {"VBD", "VBN"}
    act = None if firm else Act(verb, "proposed", "foreseen")
    return _made(reading, found, {"type": kind}, act, named=True, back=False, counts=True, modifiers=[])


def _joined(verb: Token) -> list[str]:
    """The undertakings that a verb of joining joins: its object and what follows "with" or "to"."""
    out = []
    for c in verb.children:
        cases = {x.lower for x in c.children if x.dep == "case"}
        if c.lemma in data()["heads"] and (c.dep == "obj" or (c.dep == "obl" and cases & {"with", "to"})):
            out.append(c.lemma)
    return out


def clause_end(reading: Reading, start: int) -> int:
    """The last word before the next comma, "and" of a new clause or end of the sentence."""
    tokens = reading.tokens
    stop = tokens[start].sentence.tokens[-1].i
    i = start + 1
    while (
        i <= stop
        and tokens[i].text not in {",", ";", ".", ":"}
        and tokens[i].tag not in {"VBD", "VBZ", "VBP", "MD", "WDT"}
    ):
        i += 1
    return i - 1


def _undertaking(reading: Reading, head: Token, spec: dict[str, Any]) -> Found | None:
    if _inside(reading, head):
        return None
    found = _with_reach(reading, phrase(reading, head, complements=_set("complements")))
    before = modifiers(reading, found)
    mention = reading.mention_at(head)
    if mention is not None and not _is_project_name(mention.entity.kind, mention.entity.name):
        return None
    corridor = mention is not None and mention.entity.kind == "instrument"
    if corridor and mention is not None and mention.start < found.first:
        found = replace(found, first=mention.start)
    named = corridor or _named(reading, found)
    located = _located(reading, found)
    back = found.determiner in words("definite") - {"its", "their"} and not named and not located
    needs = spec.get("needs")
    if needs is not None and not back and mention is None and not set(before) & set(needs):
        return None
    act = _act(reading, found)
    bare = not [m for m in before if m not in words("vague")] and found.end == found.last
    counts = corridor or (not (back and bare) and _counts(reading, found, spec, act, named or located, before))
    return _made(reading, found, spec, act, named=named, back=back, counts=counts, modifiers=before)


def _act(reading: Reading, found: Phrase) -> Act | None:
    """What is done with it; of "approved the construction of" the verb says how far it is."""
    act = find_act(reading, found, acts())
    if act is None or act.word.is_verb or not act.word.head.is_verb or act.word.dep not in {"obj", "nsubj:pass"}:
        return act
    stage = acts().objects.get(act.word.head.lemma, "")
    return Act(act.word.head, stage, outlook(act.word.head, found), near=True) if stage else act


def _with_reach(reading: Reading, found: Phrase) -> Phrase:
    """The phrase with "linking A and B" after it."""
    after = reading.tokens[found.last + 1] if found.last + 1 < len(reading.tokens) else None
    if after is None or after.sentence is not found.head.sentence or found.end > found.last:
        return found
    if after.lemma in data()["link_verbs"] and after.tag == "VBG":
        return replace(found, end=clause_end(reading, after.i))
    return found


def _named(reading: Reading, found: Phrase) -> bool:
    if found.head.sentence.block.zone == "headline" or not found.head.text[0].isupper():
        return False
    return any(t.text[0].isupper() for t in reading.tokens[found.first : found.head.i])


def _located(reading: Reading, found: Phrase) -> bool:
    """Whether a name of a place or state is part of the phrase."""
    mentions = (reading.references.at.get(i) for i in range(found.first, found.end + 1))
    return any(m is not None and m.entity.kind in {"place", "state"} for m in mentions)


def _inside(reading: Reading, head: Token) -> bool:
    """Whether the noun only modifies another noun that is an undertaking itself, or names something else."""
    if head.dep in {"compound", "amod", "nmod"} and head.head.i > head.i:
        return True
    if head.dep == "appos" and head.head.lemma in data()["heads"]:
        return True
    if head.child("cop") is not None and data()["heads"][head.lemma].get("project"):
        return True
    mention = reading.mention_at(head)
    if mention is not None and mention.end > head.i + 1:
        return True
    after = reading.tokens[head.i + 1] if head.i + 1 < len(reading.tokens) else head
    return after.text == "-" and head.sentence is after.sentence and after.i + 1 < len(reading.tokens)


def _is_project_name(kind: str, name: str) -> bool:
    return kind in {"place", "event", "org"} or (kind == "instrument" and is_corridor(name))


def _counts(
    reading: Reading, found: Phrase, spec: dict[str, Any], act: Act | None, placed: bool, before: list[str]
) -> bool:
    """Whether the mention alone shows an undertaking: somebody builds, pays for, opens or plans it."""
    telling = [m for m in before if m not in _set("vague_projects") and m not in words("vague")]
    bare = not telling and found.end == found.last and (found.plural or not found.determiner)
    if bare or set(before) & _set("never"):
        return False
    own = spec["type"] in _set("company_types") and not _named(reading, found)
    if own and not _concerns_states(reading, found):
        return False
    if spec.get("project") and not placed and not set(telling) & set(data()["modifiers"]):
        return False
    if act is None:
        alone = bool(spec.get("project")) or (spec["type"] in _set("alone") and _named(reading, found))
        return _backed(before) or (alone and placed) or (_named(reading, found) and _called_project(reading, found))
    if act.stage == "" or act.subject:
        if found.plural and not telling:
            return False
        between = "cross-border" in before or "border" in before or len(parties(reading, found)) >= 2
        state_acts = act.near and not act.subject and bool(parties(reading, found, act.word))
        return placed or _backed(before) or bool(spec.get("project")) or between or state_acts
    return True


def _concerns_states(reading: Reading, found: Phrase) -> bool:
    """Whether its sentence speaks of a state, its people or its leaders at all."""
    return any(
        m.entity.kind == "state" or (m.entity.iso3 and m.entity.kind in {"person", "org"})
        for m in reading.mentions_in(found.head.sentence)
    ) or any(c.lower in words("joint") for c in found.head.sentence.tokens)


def _called_project(reading: Reading, found: Phrase) -> bool:
    """ "…, a $4 billion project": an apposition says what it is."""
    after = reading.tokens[found.end + 1 : found.end + 12]
    if not after or after[0].text != ",":
        return False
    first_verb = next((k for k, t in enumerate(after) if t.is_verb), len(after))
    return any(t.lemma in _set("appositions") for t in after[1:first_verb])


def _backed(before: list[str]) -> bool:
    return any(m.rpartition("-")[2] in _set("backed") for m in before)


def _made(
    reading: Reading,
    found: Phrase,
    spec: dict[str, Any],
    act: Act | None,
    *,
    named: bool,
    back: bool,
    counts: bool,
    modifiers: list[str],
) -> Found:
    trigger = act.word if act is not None else found.head
    stage = _stage(act, modifiers)
    made = stated(reading, "project", f"project.{stage or 'named'}.{trigger.lemma}", trigger, found.head.sentence)
    made.at = found.head.i
    name = reading.text_of(found.first, found.end)
    made.put("name", name, reading.words(found.first, found.end))
    kind = _type(found, spec, modifiers)
    made.put("project_type", kind, reading.words(found.head.i, found.head.i))
    made.put("status", stage, *([reading.words(trigger.i, trigger.i)] if act else []))
    _places(reading, made, found)
    _participants(reading, made, found, act)
    money = money_of(reading, found)
    if money is not None:
        made.put("amount", money[0], money[1])
    for field, milestone, span in milestones(reading, found, act, kind):
        made.put(field, milestone, span)
    acronym = reading.tokens[found.last - 1].text if found.last > found.head.i else ""
    headline = found.head.sentence.block.zone == "headline"
    return Found(made, found, kind, name, named, back, counts, headline, acronym)


def _again(reading: Reading, token: Token, earlier: Found) -> Found:
    """A later mention by acronym."""
    found = Phrase(token, token.i, token.i, token.i, "the")
    act = find_act(reading, found, acts())
    spec = {"type": earlier.kind}
    made = _made(reading, found, spec, act, named=False, back=True, counts=False, modifiers=[])
    made.name, made.kind = earlier.acronym, earlier.kind
    made.draft.fields.pop("name")
    return made


def _type(found: Phrase, spec: dict[str, Any], modifiers: list[str]) -> str:
    if found.head.lemma in _set("general"):
        for word in reversed(modifiers):
            if word in data()["modifiers"]:
                return str(data()["modifiers"][word])
    return str(spec["type"])


def _stage(act: Act | None, modifiers: list[str]) -> str:
    if act is None:
        return ""
    if act.outlook == "foreseen":
        return str(data()["foreseen_stage"][act.stage])
    if act.outlook == "decided":
        return str(data()["decided_stage"][act.stage])
    return act.stage


def _places(reading: Reading, made: Draft, found: Phrase) -> None:
    """Places in the name and its complement."""
    out: dict[str, tuple[int, int]] = {}
    for i in range(found.first, found.end + 1):
        mention = reading.references.at.get(i)
        if mention is not None and mention.entity.kind in {"place", "state"} and mention.form == "name":
            out.setdefault(mention.entity.name, (mention.start, mention.end - 1))
    made.put("places", tuple(out), *[reading.words(a, b) for a, b in out.values()])


def _participants(reading: Reading, made: Draft, found: Phrase, act: Act | None) -> None:
    """States, banks and companies that act on it or that its name gives; the pair for what lies between two states."""
    who: list[Party] = parties(reading, found, act.word if act is not None and not act.subject else None)
    spans = [reading.words(p.start, p.end - 1) for p in who if p.start >= 0]
    made.put("participants", tuple(p.name for p in who), *spans)
