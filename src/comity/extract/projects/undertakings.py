"""Railways, ports, plants and other undertakings that a text names, mention by mention."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from comity.extract.agreements.standing import is_corridor
from comity.extract.draft import Draft
from comity.extract.projects.lexicon import acts, data, listed
from comity.extract.projects.milestones import milestones
from comity.extract.projects.predicates import fixed_phrase, gives_way, predicate, split_verb
from comity.extract.projects.telling import ends, has_name, is_located, is_told, joins
from comity.extract.things.acts import Act, find_act, outlook
from comity.extract.things.figures import money_of
from comity.extract.things.phrases import Phrase, modifiers, phrase, words
from comity.extract.things.sides import Party, parties
from comity.extract.things.stating import stated
from comity.language.gazetteer import gazetteer
from comity.language.reading import Reading
from comity.language.syntax import Token


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
    placed: bool = False


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
            if token.is_verb or joins(reading, found.phrase):
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
    elliptic = verb.tag == "VBG" and any(w in listed("elliptic") for w in near)
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
    found = _with_reach(reading, phrase(reading, head, complements=listed("complements")))
    before = modifiers(reading, found)
    mention = reading.mention_at(head)
    if mention is not None and not _is_project_name(mention.entity.kind, mention.entity.name):
        return None
    corridor = mention is not None and mention.entity.kind == "instrument"
    if mention is not None and mention.start < found.first and (corridor or mention.entity.kind == "place"):
        found = replace(found, first=mention.start)
    named = corridor or has_name(reading, found)
    located = is_located(reading, found)
    back = found.determiner in words("definite") - {"its", "their"} and not named and not located
    needs = spec.get("needs")
    known = back and found.end == found.last  # not "the field of fisheries"
    if needs is not None and mention is None and not known and not _has(reading, found, spec, before):
        return None
    act = _act(reading, found)
    bare = not [m for m in before if m not in words("vague")] and found.end == found.last
    meant = needs is None or mention is not None or _has(reading, found, spec, before)  # no "$1 billion oil facility"
    counts = corridor or (
        meant and not (back and bare) and is_told(reading, found, spec, act, named or located, before)
    )
    return _made(reading, found, spec, act, named=named, back=back, counts=counts, modifiers=before)


def _has(reading: Reading, found: Phrase, spec: dict[str, Any], before: list[str]) -> bool:
    """Whether a word that means many things stands with one that tells that an undertaking is meant."""
    behind = [t.lower for t in reading.tokens[found.last + 1 : found.end + 1]] if spec.get("behind") else []
    return bool(set(spec["needs"]).intersection([*before, *behind])) or joins(reading, found)


def _act(reading: Reading, found: Phrase) -> Act | None:
    """What is done with it; of "approved the construction of" the verb says how far it is."""
    act = predicate(reading, found) or gives_way(reading, found) or split_verb(reading, found)
    act = act or find_act(reading, _on_top(reading, found), acts())
    spoken = fixed_phrase(reading, found) if act is None or act.word.dep == "acl" else None
    act = spoken or act  # "a cable funded by X went live"
    if act is not None and act.word.lemma in listed("parts"):
        return _on_part(act, found)
    if act is None or act.word.is_verb or not act.word.head.is_verb or act.word.dep not in {"obj", "nsubj:pass"}:
        return act
    if act.stage in listed("own_stages") and act.word.head.lemma in listed("finishing"):
        return act  # "completed financing for the plant"
    if act.stage == "feasibility_study":
        return act  # "begun a study for the line": what is begun is the study
    stage = acts().objects.get(act.word.head.lemma, "")
    return Act(act.word.head, stage, outlook(act.word.head, found), near=True) if stage else act


def _on_top(reading: Reading, found: Phrase) -> Phrase:
    """The phrase with the word of its name that stands highest as its head ("the Grand X Dam", read from left)."""
    mention = reading.mention_at(found.head)
    if mention is None or found.head.head.i not in range(mention.start, mention.end):
        return found
    inside = reading.tokens[mention.start : mention.end]
    top = next((t for t in inside if t.is_root or not mention.start <= t.head.i < mention.end), found.head)
    return replace(found, head=top)


def _on_part(act: Act, found: Phrase) -> Act:
    """Work begun on a part is begun on the whole; what else becomes of a part says nothing of the whole."""
    up = act.word.head
    for word in (up, up.head):
        stage = acts().objects.get(word.lemma, "") if word.is_verb else acts().nouns.get(word.lemma, "")
        if stage in listed("part_stages"):
            return Act(word, stage, outlook(word, found), near=True)
    return act


def _with_reach(reading: Reading, found: Phrase) -> Phrase:
    """The phrase with "linking A and B" after it."""
    after = reading.tokens[found.last + 1] if found.last + 1 < len(reading.tokens) else None
    if after is None or after.sentence is not found.head.sentence or found.end > found.last:
        return found
    if after.lemma in data()["link_verbs"] and after.tag == "VBG":
        return replace(found, end=clause_end(reading, after.i))
    return found


def _with_apposition(reading: Reading, found: Phrase) -> Phrase:
    """The phrase with what stands beside it to describe it: "the X railway, a 760-km line from A to B"."""
    beside = next((c for c in found.head.all("appos") if c.lemma in data()["heads"] and c.i > found.end), None)
    return replace(found, end=max(beside.right, clause_end(reading, beside.i))) if beside is not None else found


def _inside(reading: Reading, head: Token) -> bool:
    """Whether the noun only modifies another noun that is an undertaking itself, or names something else."""
    if head.dep in {"compound", "amod", "nmod"} and head.head.i > head.i:
        return True
    following = reading.tokens[head.i + 1] if head.i + 1 < len(reading.tokens) else head
    if following.lemma in data()["heads"] and following.tag.startswith("NN") and following.sentence is head.sentence:
        return True
    if head.dep == "appos" and head.head.lemma in data()["heads"] and reading.tokens[head.head.i - 1].text != "-":
        return True
    if head.lemma in listed("project_words") and _of_a_work(head):
        return True  # "the project of a new bridge": the bridge
    if head.child("cop") is not None and data()["heads"][head.lemma].get("project"):
        return True
    mention = reading.mention_at(head)
    if mention is not None and mention.end > head.i + 1:
        return True
    after = reading.tokens[head.i + 1] if head.i + 1 < len(reading.tokens) else head
    return after.text == "-" and head.sentence is after.sentence and after.i + 1 < len(reading.tokens)


def _of_a_work(project: Token) -> bool:
    """Whether a project is one "of" or "for" an undertaking that its own noun names."""
    for work in project.all("nmod"):
        spec = data()["heads"].get(work.lemma, {})
        own = work.lemma in data()["heads"] and "needs" not in spec and not spec.get("project")
        if own and any(c.lower in {"of", "for"} for c in work.all("case")) and not project.text[0].isupper():
            return True
    return False


def _is_project_name(kind: str, name: str) -> bool:
    return kind in {"place", "event", "org"} or (kind == "instrument" and is_corridor(name))


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
    described = _with_apposition(reading, found)
    _places(reading, made, described)
    _participants(reading, made, found, act)
    money = money_of(reading, described)
    if money is not None:
        made.put("amount", money[0], money[1])
    for field, milestone, span in milestones(reading, found, act, kind):
        made.put(field, milestone, span)
    acronym = reading.tokens[found.last - 1].text if found.last > found.head.i else ""
    headline = found.head.sentence.block.zone == "headline"
    placed = named or is_located(reading, found)
    return Found(made, found, kind, name, named, back, counts, headline, acronym, placed)


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
    if found.head.lemma in listed("general"):
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
    for first, last in ends(reading, found):
        entry = gazetteer().match([t.text for t in reading.tokens[first : last + 1]], 0)
        if entry is None or entry.kind != "demonym":
            out[entry.name if entry is not None else reading.text_of(first, last)] = (first, last)
    joined = {i for first, last in out.values() for i in range(first, last + 1)}
    for i in range(found.first, found.end + 1):
        mention = reading.references.at.get(i) if i not in joined else None
        if mention is not None and joined & set(range(mention.start, mention.end)):
            continue
        if mention is not None and mention.entity.kind in {"place", "state"} and mention.form == "name":
            out.setdefault(mention.entity.name, (mention.start, mention.end - 1))
    made.put("places", tuple(out), *[reading.words(a, b) for a, b in out.values()])


def _participants(reading: Reading, made: Draft, found: Phrase, act: Act | None) -> None:
    """States, banks and companies that act on it or that its name gives; the pair for what lies between two states."""
    who: list[Party] = parties(reading, found, act.word if act is not None and not act.subject else None)
    spans = [reading.words(p.start, p.end - 1) for p in who if p.start >= 0]
    made.put("participants", tuple(p.name for p in who), *spans)
