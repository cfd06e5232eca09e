"""Whether a mention tells of an undertaking: somebody builds, pays for, opens or plans it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from comity.extract.projects.lexicon import acts, data, listed
from comity.extract.things.acts import Act
from comity.extract.things.phrases import Phrase, words
from comity.extract.things.sides import parties
from comity.language.gazetteer import gazetteer
from comity.language.reading import Reading
from comity.language.syntax import Token

_HYPHENS = frozenset({"-", "–"})
_WHERE = frozenset({"state", "demonym", "capital", "place"})


def is_told(
    reading: Reading, found: Phrase, spec: dict[str, Any], act: Act | None, placed: bool, before: list[str]
) -> bool:
    """Whether the mention alone shows an undertaking: somebody builds, pays for, opens or plans it."""
    telling = [m for m in before if m not in listed("vague_projects") and m not in words("vague")]
    bare = not telling and found.end == found.last and (found.plural or not found.determiner)
    if bare or set(before) & listed("never") or _nothing_done(reading, found, spec, act):
        return False
    if spec.get("civil") and not _across(reading, found):
        return False
    own = spec["type"] in listed("company_types") and not has_name(reading, found)
    if own and not _concerns_states(reading, found):
        return False
    if spec.get("project") and not placed and not set(telling) & set(data()["modifiers"]):
        return False
    if (act is None and spec["type"] in listed("reaching") and joins(reading, found)) or _priced(reading, found):
        return True
    if spec["type"] in listed("mere_places") and act is not None and act.word.lemma in listed("passing_acts"):
        return False
    if _built_beside(reading, found) or _linking_beside(reading, found):
        return True
    if act is None:
        alone = bool(spec.get("project")) or (_alone(spec) and has_name(reading, found))
        alone = alone or bool(listed("fresh").intersection(before) and not found.plural)
        return _backed(before) or (alone and placed) or (has_name(reading, found) and _called_project(reading, found))
    if act.subject and act.word.lemma in data()["link_verbs"] and links(reading, act.word):
        return True
    if act.stage == "" or act.subject:
        if found.plural and not telling and not joins(reading, found):
            return False
        between = "cross-border" in before or "border" in before or len(parties(reading, found)) >= 2
        state_acts = act.near and not act.subject and bool(parties(reading, found, act.word))
        return placed or _backed(before) or bool(spec.get("project")) or between or state_acts
    return True


def _nothing_done(reading: Reading, found: Phrase, spec: dict[str, Any], act: Act | None) -> bool:
    """ "Will fund development projects", "share repair facilities": things of a kind; also where somebody works."""
    if act is None and _is_a_body(reading, found):
        return True
    if not found.plural or has_name(reading, found) or spec["type"] != "other":
        return False
    counted = any(t.tag == "CD" for t in reading.tokens[found.first : found.head.i])
    done = act is not None and act.stage != "" and (act.outlook != "foreseen" or not spec.get("project"))
    return not counted and not done


def _is_a_body(reading: Reading, found: Phrase) -> bool:
    """ "Of the Asian Studies Centre": where somebody works."""
    mention = reading.mention_at(found.head)
    return mention is not None and mention.entity.kind == "org"


def _built_beside(reading: Reading, found: Phrase) -> bool:
    """ "A data centre that Singapore's Keppel is building": what stands behind the name says who builds it."""
    clauses = [c for c in found.head.all("acl", "acl:relcl") if c.i > found.last and c.lemma in acts().objects]
    firm = [c for c in clauses if acts().objects[c.lemma] in listed("building_stages")]
    named = (reading.references.at.get(i) for c in firm for i in range(c.left, c.right + 1))
    return any(m is not None and m.entity.kind == "state" for m in named)


def _linking_beside(reading: Reading, found: Phrase) -> bool:
    """ "A corridor, to be known as X, linking A with B"."""
    return any(c.lemma in data()["link_verbs"] and links(reading, c) for c in found.head.all("acl"))


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
    return any(t.lemma in listed("appositions") or t.lower in listed("money") for t in after[1:first_verb])


def joins(reading: Reading, found: Phrase) -> bool:
    """Whether the name says what it joins: "from A to B", "between A and B", "the A-B line"."""
    tokens = reading.tokens
    if len(ends(reading, found)) > 1:
        return True
    for i in range(found.last + 1, found.end):
        closing = data()["reaches"].get(tokens[i].lower)
        if closing and tokens[i + 1].text[0].isupper():
            after = tokens[i + 2 : found.end]
            return any(t.lower == closing and _name_or_the(tokens[t.i + 1]) for t in after)
    return False


def ends(reading: Reading, found: Phrase) -> list[tuple[int, int]]:
    """First and last word of each end of "the A-B railway"; none where no end is known for a place or a state."""
    tokens = reading.tokens
    hyphens = [i for i in range(found.first + 1, found.head.i) if tokens[i].text in _HYPHENS]
    joining = [i for i in hyphens if tokens[i - 1].text[0].isupper() and tokens[i + 1].text[0].isupper()]
    if not joining:
        return []
    first, last = joining[0] - 1, joining[-1] + 1
    while first > found.first and tokens[first - 1].text[0].isupper():
        first -= 1
    while last + 1 < found.head.i and (tokens[last + 1].text[0].isupper() or tokens[last + 1].lower in listed("inner")):
        last += 1
    bounds = [first - 1, *joining, last + 1]
    parts = [(a + 1, b - 1) for a, b in pairwise(bounds)]
    whole = gazetteer().match([t.text for t in tokens[first : last + 1]], 0)
    if whole is not None and whole.length > parts[0][1] - first + 1:
        return []
    if any(_adjective(tokens[a : b + 1]) for a, b in parts):
        return []  # "the Trans-Afghan railway"
    return parts if any(_known(tokens[a : b + 1]) for a, b in parts) else []


def _adjective(words: Sequence[Token]) -> bool:
    """Whether a part of a name with hyphens is but the adjective of a state."""
    entry = gazetteer().match([t.text for t in words], 0) if words else None
    return entry is not None and entry.kind == "demonym" and entry.length == len(words)


def _known(part: Sequence[Token]) -> bool:
    entry = gazetteer().match([t.text for t in part], 0)
    return entry is not None and not entry.weak and entry.length == len(part) and entry.kind in _WHERE


def _name_or_the(token: Token) -> bool:
    return token.text[0].isupper() or token.lower == "the"


def links(reading: Reading, verb: Token) -> bool:
    """Whether a verb of joining has two places or states behind it."""
    behind = [m for m in reading.mentions_in(verb.sentence) if m.start > verb.i]
    return len(behind) >= 2 and any(m.entity.kind in {"place", "state"} for m in behind)


def _priced(reading: Reading, found: Phrase) -> bool:
    """ "the $4 billion dam": a sum in front of the name."""
    return any(t.lower in listed("money") for t in reading.tokens[found.first : found.head.i])


def _across(reading: Reading, found: Phrase) -> bool:
    """Whether the sentence names two states, or a state and a place in another."""
    known = [m.entity for m in reading.mentions_in(found.head.sentence) if m.entity.known]
    own = {e.iso3 for e in known if e.kind != "place" and e.iso3}
    return len(own) >= 2 or (bool(own) and any(e.kind == "place" and e.iso3 not in own for e in known))


def _alone(spec: dict[str, Any]) -> bool:
    """Whether a named work of this kind counts wherever it is spoken of."""
    return bool(spec.get("alone")) or spec["type"] in listed("alone")


def _backed(before: list[str]) -> bool:
    return any(m.rpartition("-")[2] in listed("backed") for m in before)


def has_name(reading: Reading, found: Phrase) -> bool:
    """Whether it has a proper name: head and a word before it are capitalised, outside headlines."""
    if found.head.sentence.block.zone == "headline" or not found.head.text[0].isupper():
        return False
    return any(t.text[0].isupper() for t in reading.tokens[found.first : found.head.i])


def is_located(reading: Reading, found: Phrase) -> bool:
    """Whether a name of a place or state is part of the phrase or owns it, or two ends are named."""
    owned = found.determiner == "'s" and found.head.lemma not in listed("project_words")
    first = found.first - 2 if owned else found.first
    mentions = (reading.references.at.get(i) for i in range(max(0, first), found.end + 1))
    if joins(reading, found) or any(m is not None and m.entity.kind in {"place", "state"} for m in mentions):
        return True
    return _called_after(reading, found)


def _called_after(reading: Reading, found: Phrase) -> bool:
    """Whether a name that no list knows stands before a common noun: "the Grand Inga dam"."""
    before = reading.tokens[found.first : found.head.i]
    if not found.head.text.islower() or found.plural:
        return False
    return any(t.tag in {"NNP", "NNPS"} and t.text[0].isupper() and t.i not in reading.references.at for t in before)
