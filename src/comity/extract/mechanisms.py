"""Mechanisms: standing arrangements through which parties deal with each other (codebook section 6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from comity.extract.draft import Draft
from comity.extract.mechanism_names import named_in_full
from comity.extract.things.acts import Act, Lexicon, find_act
from comity.extract.things.phrases import Phrase, likeness, modifiers, phrase, words
from comity.extract.things.sides import Party, completed, is_public, named_within, parties, put_parties
from comity.extract.things.stating import stated
from comity.extract.things.times import ahead
from comity.language.entities import Mention
from comity.language.reading import Reading
from comity.language.syntax import Token
from comity.vocab import load

_ALIKE = 0.6
_NEAR = 8


@dataclass(slots=True)
class Found:
    """A mechanism in one sentence, with what is known for merging."""

    draft: Draft
    phrase: Phrase
    kind: str
    name: str
    back: bool


@cache
def _data() -> dict[str, Any]:
    content: dict[str, Any] = load("mechanisms")
    return content


@cache
def _acts() -> Lexicon:
    return Lexicon.of(_data()["acts"])


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(_data()[name])


def mechanisms(reading: Reading) -> list[Draft]:
    """The mechanisms of a document, mentions of one merged, in document order."""
    kept: list[Found] = []
    for sentence in reading.sentences:
        if sentence.block.zone == "headline":
            continue
        within = -1
        for token in sentence.tokens:
            spec = _data()["heads"].get(token.lemma)
            if spec is None or not token.tag.startswith("N") or (token.i <= within and token.text[0].isupper()):
                continue
            found = _mechanism(reading, token, spec)
            if found is not None:
                _add(kept, found)
                within = found.phrase.end if _named(reading, found.phrase) else within
    return [f.draft for f in kept]


def _mechanism(reading: Reading, head: Token, spec: dict[str, Any]) -> Found | None:
    outer = head.head.lemma if head.dep == "compound" and head.head.i > head.i else ""
    if outer in _data()["heads"] and not (outer in _set("rounds") and spec["type"] in _set("organs")):
        return None  # but of "the Joint Commission Meeting" the commission is the mechanism
    if head.text[0].isupper() and (_of_a_text(reading, head) or _of_a_year(reading, head)):
        return None
    if head.lemma == "commission" and any(c.lower in _data()["embassies"] for c in head.children):
        return None
    found = phrase(reading, head, complements=_set("complements"))
    found = named_in_full(reading, found)
    mention = _body(reading, head)
    within = named_within(reading, min(found.first, mention.start if mention else head.i), head.i)
    within = within if len(within) >= 2 else named_within(reading, head.i, found.end)
    if mention is not None and not _multilateral(reading, mention, found, within):
        return None
    act = _ended_session(find_act(reading, found, _acts()), found)
    standing = _standing(reading, found, spec, mention, within) or _founded(reading, found, spec, act, within)
    if not standing:
        return None
    general = head.lemma in _data()["general"] and found.plural and not _named(reading, found)
    if general and (act is None or act.stage not in _set("founding")):
        return None
    if act is not None and act.stage == "upgraded" and reading.tokens[found.first - 1].lower == "to":
        return None
    doing = act is not None and not act.subject and bool(found.determiner or "needs" in spec or _named(reading, found))
    who = within if len(within) >= 2 else parties(reading, found, act.word if act and doing else None)
    if not _counts(reading, found, spec, act, who, mention):
        return None
    return _made(reading, found, spec, act, who, mention)


def _of_a_text(reading: Reading, head: Token) -> bool:
    """ "The Border Cooperation Treaty", "the Cooperation and Friendship Treaty": a word of the name of a text."""
    for token in reading.tokens[head.i + 1 : head.sentence.tokens[-1].i + 1]:
        if token.text in _set("texts"):
            return True
        if not token.text[0].isupper() and token.lower != "and":
            return False
    return False


def _of_a_year(reading: Reading, head: Token) -> bool:
    """ "The Year of Lao-Thai Exchange": what a year is named after."""
    start = head.sentence.tokens[0].i
    before = head.i
    while before > start and (reading.tokens[before - 1].text[0].isupper() or reading.tokens[before - 1].text == "-"):
        before -= 1
    return before > start + 1 and [t.text for t in reading.tokens[before - 2 : before]] == ["Year", "of"]


def _ended_session(act: Act | None, found: Phrase) -> Act | None:
    """ "The commission ended its session": what it ends is not itself; what comes is new if nobody knows it."""
    comes = act is not None and act.subject and act.word.lemma in _set("coming")
    if comes and found.determiner not in {"a", "an"}:
        return None
    if act is not None and act.subject and act.stage == "dissolved" and act.word.child("obj") is not None:
        return replace(act, stage="active")
    return act


def _body(reading: Reading, head: Token) -> Mention | None:
    """The mention a name of a body makes; one merely guessed to be a person's is none."""
    mention = reading.mention_at(head)
    guessed = mention is not None and mention.entity.kind == "person" and not mention.entity.known
    return None if guessed else mention


def _multilateral(reading: Reading, mention: Mention, found: Phrase, within: list[Party]) -> bool:
    """Whether a named body is an arrangement between states and no state's own organ."""
    entity = mention.entity
    if entity.kind == "event":  # "the Third Intergovernmental Summit" is one of its meetings
        return reading.tokens[mention.start].lower not in _set("ordinals")
    if entity.kind != "org":
        return False
    if entity.known:
        return entity.subtype in _set("multilateral") and found.head.lemma in _set("multilateral_heads")
    return not entity.iso3 or len(within) >= 2 or bool(_set("shared").intersection(modifiers(reading, found)))


def _standing(
    reading: Reading, found: Phrase, spec: dict[str, Any], mention: Mention | None, within: list[Party]
) -> bool:
    """Whether the words are those of a standing arrangement."""
    before = modifiers(reading, found)
    capitals = _named(reading, found)
    if mention is not None and mention.entity.known:
        return True
    if "needs" in spec:
        wider = [t.lower for t in reading.tokens[max(0, found.first - 3) : found.first]]
        if spec.get("behind"):
            behind = (t.lower for t in reading.tokens[found.last + 1 : found.end + 1])
            wider += [w for w in behind if w in spec["behind"]]
        return any(m in spec["needs"] for m in (*before, *wider)) or (capitals and spec["type"] == "fund")
    if spec.get("quoted"):
        return _quoted(reading, found)
    if any(m in spec.get("recurring", ()) for m in before) and not found.plural and not capitals:
        return len(within) >= 2 or len(reading.pair()) == 2
    if spec.get("capital"):
        return (capitals or bool(spec.get("founded"))) and not any(m in spec.get("not", ()) for m in before)
    if spec.get("standing") and not _recurs(reading, found):
        organ = spec["type"] in _set("organs") and len(within) < 2
        if (
            organ
            and any(m in _set("domestic") for m in before)
            and not any(m in _set("standing") - _set("domestic") for m in before)
        ):
            return False
        of_two = len(within) >= 2 and spec["type"] != "forum"
        return capitals or of_two or any(m in _set("standing") for m in before)
    return True


def _founded(reading: Reading, found: Phrase, spec: dict[str, Any], act: Act | None, within: list[Party]) -> bool:
    """Whether several states found it, or one proposes to: then its word need not be that of a standing arrangement."""
    if act is None or act.stage not in _set("founding") or act.subject:
        return False
    if spec.get("endowed") and reading.amounts_in(reading.tokens[found.head.i].end, reading.tokens[found.end].end):
        return len(reading.pair()) == 2
    body = spec.get("standing") or (found.head.lemma in _set("bodies") and _named(reading, found))
    if not body or spec.get("plain") or set(modifiers(reading, found)) & _set("domestic"):
        return False
    return len(within) >= 2 or _together(reading, act) or act.stage == "proposed" or act.outlook != "done"


def _recurs(reading: Reading, found: Phrase) -> bool:
    """ "a dialogue every year", "twice a year": what comes back is a standing arrangement."""
    text = " ".join(t.lower for t in reading.tokens[found.head.i + 1 : found.head.sentence.tokens[-1].i + 1])
    return any(phrase in text for phrase in _data()["recurring"])


def _named(reading: Reading, found: Phrase) -> bool:
    """Whether head and a word before it are written with capitals."""
    before = reading.tokens[found.first : found.head.i]
    return found.head.text[0].isupper() and any(t.text[0].isupper() for t in before)


def _quoted(reading: Reading, found: Phrase) -> bool:
    tokens = reading.tokens
    after = tokens[found.head.i + 1].text if found.head.i + 1 < len(tokens) else ""
    return after in {"”", '"', "’"} and found.first < found.head.i


def _counts(
    reading: Reading, found: Phrase, spec: dict[str, Any], act: Act | None, who: list[Party], mention: Mention | None
) -> bool:
    """Whether something is said of it that shows parties deal through it."""
    if spec.get("pair") and len(who) < 2:
        return False
    if not (mention or reading.pair() or any(is_public(reading, p) for p in who)):
        return False
    if spec.get("plain") and found.determiner in words("definite") and found.end > found.last:
        return True
    definite = found.determiner not in {"a", "an"} or found.head.dep == "compound"
    if spec.get("founded") and not _named(reading, found):
        return act is not None and act.stage == "established" and _together(reading, act)
    if act is not None and (
        act.stage in _set("founding") or act.word.lemma in _set("reviving") or spec.get("strong") or definite
    ):
        return True
    if _through(reading, found, _set("through") | set(spec.get("by", ()))):
        return True
    if mention is not None and len(who) < 2:
        return act is not None
    joint = spec.get("needs") or _set("shared").intersection(modifiers(reading, found))
    if act is not None and act.subject and joint and len(reading.pair()) == 2:
        return True
    if spec.get("strong") and any(t.lower in words("between") for t in reading.tokens[found.last + 1 : found.end]):
        return True
    return len(who) >= 2 or (bool(spec.get("strong")) and bool(who))


def _together(reading: Reading, act: Act) -> bool:
    """Whether it is several states that act, named or as "they" and "the two sides"."""
    subject = act.word.subject()
    return subject is not None and len([a for a in reading.actors(subject) if a.iso3 or a.kind == "state"]) >= 2


def _through(reading: Reading, found: Phrase, ways: frozenset[str]) -> bool:
    """ "through …", "mechanisms like …": parties deal by way of it."""
    tokens, start = reading.tokens, found.head.sentence.tokens[0].i
    for i in range(found.first - 1, max(start, found.first - 4) - 1, -1):
        if tokens[i].lower in ways:
            return True
        if tokens[i].lower not in words("determiners") and not tokens[i].tag.startswith("N"):
            return False
    return False


def _made(
    reading: Reading, found: Phrase, spec: dict[str, Any], act: Act | None, who: list[Party], mention: Mention | None
) -> Found:
    trigger = act.word if act is not None else found.head
    stage = _stage(act)
    made = stated(reading, "mechanism", f"mechanism.{stage}.{trigger.lemma}", trigger, found.head.sentence)
    made.at = found.head.i
    first = mention.start if mention is not None and mention.start < found.first else found.first
    name = reading.text_of(first, found.end)
    made.put("name", name, reading.words(first, found.end))
    kind = _type(reading, found, spec)
    made.put("mechanism_type", kind)
    made.put("status", stage, *([reading.words(trigger.i, trigger.i)] if act else []))
    level = _level(reading, found, kind)
    made.put("level", level)
    if mention is None or not mention.entity.known:
        if len(who) == 1 and not _state(reading, who[0]):
            who = []
        names, spans = put_parties(completed(reading, who, found.head.sentence), reading)
        made.put("parties", names, *spans)
    _next(reading, made, found)
    return Found(made, found, kind, name, _points_back(found))


def _state(reading: Reading, party: Party) -> bool:
    mention = reading.references.at.get(party.start)
    return mention is not None and mention.entity.kind == "state"


def _stage(act: Act | None) -> str:
    if act is None:
        return "active"
    if act.stage == "active" and any(c.lower in load("events")["meeting"]["occasions"] for c in act.word.all("case")):
        return "active"  # "agreed on it after a meeting of the commission"
    if act.outlook == "decided":
        return "active" if act.stage == "active" and act.word.lemma in _set("keeping") else "agreed"
    if act.outlook == "foreseen":
        return "active" if act.stage == "active" else "proposed"
    return act.stage


def _type(reading: Reading, found: Phrase, spec: dict[str, Any]) -> str:
    for word in reversed(modifiers(reading, found)):
        if word in _data()["modifiers"] and found.head.lemma in _data()["general"]:
            return str(_data()["modifiers"][word])
    return str(_data()["general"].get(found.head.lemma, spec["type"]))


def _level(reading: Reading, found: Phrase, kind: str) -> str:
    """The level that words in the name, or close after it, give."""
    stop = min(found.head.sentence.tokens[-1].i, found.end + _data()["reach"])
    near = [t.lower for t in reading.tokens[found.first : stop + 1]]
    joined = " ".join(near).replace(" - ", "-").replace(" + ", "+")
    present = set(joined.split()) | set(near)
    for level, marks in _data()["levels"].items():
        if any(m in present or (" " in m and m in joined) for m in marks):
            return str(level)
    return str(_data()["patrol_level"]) if kind == "patrol" else ""


def _next(reading: Reading, made: Draft, found: Phrase) -> None:
    """The date of the next session, if its sentence gives one that lies ahead."""
    sentence = found.head.sentence
    if not any(t.lemma in _set("rounds") for t in sentence.tokens):
        return
    for date in reading.dates_in(sentence.start, sentence.end):
        before = next((t for t in reversed(sentence.tokens) if t.end <= date.span.start), None)
        if before is not None and before.lower in load("commitments")["until"]:
            continue  # "agreed to share data by December, after a meeting of the commission"
        if date.edtf and ahead(reading, date):
            made.put("next_session", date.edtf, reading.span(date.span.start, date.span.end), basis=date.basis)
            return


def _points_back(found: Phrase) -> bool:
    return found.determiner in words("definite") and found.end == found.head.i == found.first


def _add(kept: list[Found], found: Found) -> None:
    for earlier in reversed(kept):
        if _one(earlier, found):
            for quote in found.draft.quotes:
                earlier.draft.quote(quote)
            for name, content in found.draft.fields.items():
                earlier.draft.fields.setdefault(name, content)
            return
    if not found.back:
        kept.append(found)


def _one(earlier: Found, found: Found) -> bool:
    if found.back:
        gap = found.phrase.head.sentence.index - earlier.phrase.head.sentence.index
        return gap <= _NEAR and (
            found.phrase.head.lemma == earlier.phrase.head.lemma or found.phrase.head.lemma in _data()["general"]
        )
    if earlier.phrase.head.sentence is found.phrase.head.sentence and _named_inside(earlier, found):
        return True
    return earlier.kind == found.kind and likeness(earlier.name, found.name) >= _ALIKE


def _named_inside(earlier: Found, found: Found) -> bool:
    """ "The Commission for Bilateral Cooperation", "the mechanism of the Boundary Committee": one, named once."""
    inside = earlier.phrase.first <= found.phrase.head.i <= earlier.phrase.end
    carried = earlier.phrase.head.lemma in _data()["general"] and found.name in earlier.name
    return inside and (found.name == earlier.name or carried)
