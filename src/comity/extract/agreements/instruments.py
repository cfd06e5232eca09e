"""Instruments that a text names: agreements, deals, memoranda, statements, and bundles of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from comity.extract.agreements.counting import counts, dated, framed, points_back, under
from comity.extract.agreements.items import items_of
from comity.extract.agreements.lexicon import acts, data, listing
from comity.extract.agreements.naming import christened, consent, needed
from comity.extract.agreements.standing import is_meant
from comity.extract.agreements.subjects import subjects_of
from comity.extract.draft import Draft
from comity.extract.things.acts import Act, find_act
from comity.extract.things.figures import count_of, money_of
from comity.extract.things.phrases import Phrase, phrase, proper
from comity.extract.things.sides import Party, completed, is_public, parties, put_parties
from comity.extract.things.stating import stated
from comity.extract.things.times import date_of
from comity.language.reading import Reading
from comity.language.syntax import RELATIVE, Sentence, Token
from comity.model import TimeMention
from comity.vocab import load

_ACRONYM_REACH = 8
MOST = 16
"""Items that a list of documents may have."""


@dataclass(slots=True)
class Found:
    """An instrument in one sentence, with what is known for merging it with other mentions of the same one."""

    draft: Draft
    phrase: Phrase
    kind: str
    stage: str
    back: bool
    title: str
    weak: bool = False
    acted: bool = False
    entered: bool = False
    parties: list[Party] = field(default_factory=list)
    headline: bool = False
    telling: bool = False


def instruments(reading: Reading) -> list[Found]:
    """The instruments of a document, mention by mention, in document order."""
    out: list[Found] = []
    heads = data()["heads"]
    for sentence in reading.sentences:
        listed = _resumes_list(sentence, out)
        for token in sentence.tokens:
            if not token.tag.startswith("N"):
                continue
            spec = heads.get(token.lemma) or heads.get(token.lower) or christened(reading, token)
            if spec is None or (spec.get("weak") and _within_title(token, out)):
                continue
            made = _instrument(reading, token, spec, out, listed)
            if made is not None:
                out.append(made)
                listed = listed or _opens_list(made.phrase, reading)
        out += _elliptic(reading, sentence, out)
        out += _items(reading, sentence, out)
    return out


def _within_title(token: Token, before: Sequence[Found]) -> bool:
    """Whether a word stands in what another instrument is on ("a Letter of Intent on Defence Space Partnership")."""
    last = before[-1].phrase if before else None
    inside = last is not None and last.last < token.i <= last.end and last.head.sentence is token.sentence
    return inside and token.child("det") is None


def _items(reading: Reading, sentence: Sentence, before: list[Found]) -> list[Found]:
    """ "… seven agreements, including one on A and one on B": each of those told apart."""
    bundle = next((f for f in before if f.kind == "bundle" and f.phrase.head.sentence is sentence), None)
    if bundle is None:
        return []
    kind = data()["heads"].get(bundle.phrase.head.lemma, {}).get("type", "agreement")
    items = items_of(reading, bundle.phrase)
    return [_made(reading, item, kind, None, bundle.parties, bundle.stage) for item in items]


def _instrument(reading: Reading, head: Token, spec: dict[str, Any], before: list[Found], listed: bool) -> Found | None:
    last = _head_end(reading, head, spec)
    if last is None or _inside(reading, head):
        return None
    found = phrase(reading, head, last, complements=listing("complements"))
    if not needed(reading, found, spec) or consent(reading, found) or _standing(reading, found):
        return None
    kind = _type(reading, found, spec)
    act = _act(reading, found, kind)
    who = parties(reading, found, act.word if act and not act.subject else None)
    previous = before[-1] if before else None
    item = head.sentence.block.zone == "list_item"
    if item and listed:
        previous = next((f for f in reversed(before) if f.kind == "bundle"), previous)
    if listed and previous is not None and (_is_item(found) if item else found.determiner in {"a", "an"}):
        return _made(reading, found, kind, act, who or previous.parties, previous.stage)
    back = points_back(reading, found, spec)
    counted = counts(reading, found, spec, act, kind)
    if not counted and not back:
        return None
    if not any(is_public(reading, p) for p in who) and not _state_beside(reading, head, named=bool(who)):
        return None
    stage = _stage(act, kind, found, who, under=under(reading, found))
    made = _made(reading, found, kind, act, who, stage, back=back)
    made.telling = counted and (
        found.end > found.last or _told_by_participle(act, who) or dated(reading, found) or framed(found)
    )
    return made


def _told_by_participle(act: Act | None, who: list[Party]) -> bool:
    """ "The seven agreements signed by X and Y last year": what is said of them tells which are meant."""
    return act is not None and act.word.dep == "acl" and act.stage in listing("concluding") and len(who) > 1


def _state_beside(reading: Reading, head: Token, *, named: bool) -> bool:
    """Whether states stand beside those who conclude something: two in the text, or the leaders of one.

    Where nobody is named, it is enough that the text is about two states, or that its sentence speaks of one.
    """
    here = any(m.entity.kind == "state" for m in reading.mentions_in(head.sentence))
    if not named and here:
        return True
    every = reading.references.mentions
    leaders = any(m.entity.kind == "person" and m.entity.iso3 for m in every)
    return leaders or len({m.entity.iso3 for m in every if m.entity.kind == "state"}) > 1


def _act(reading: Reading, found: Phrase, kind: str) -> Act | None:
    """What is done with it; what is published of a contract is not the contract's own stage."""
    act = find_act(reading, found, acts()) or _brought(found)
    if act is not None and act.subject:
        clauses = found.head.all("acl", "acl:relcl")
        act = next((a for c in clauses if (a := _concluded(c, found)) is not None), act)
    if act is not None and act.word.lemma == "strike" and reading.tokens[act.word.i + 1].lower == "down":
        act = replace(act, stage="terminated")
    published = act is not None and act.stage == "issued" and kind not in listing("issued_types")
    return None if published else act


def _brought(found: Phrase) -> Act | None:
    """ "Came home from Y with an action plan", "returned with two memorandums": what somebody brings back is agreed."""
    head = found.head
    while head.dep == "conj" and head.head.i < head.i:
        head = head.head
    verb, case = head.head, head.child("case")
    if head.dep != "obl" or not verb.is_verb or case is None or case.lower != "with":
        return None
    back = verb.lemma in listing("returning") or any(c.lower in listing("homeward") for c in verb.children)
    return Act(verb, "agreed", "done") if back and verb.tag in {"VBD", "VBN", "VBZ"} else None


def _concluded(participle: Token, found: Phrase) -> Act | None:
    """ "The pact, signed by X and Y, provides for Z": that it was concluded says more than what it provides."""
    stage = acts().objects.get(participle.lemma, "")
    thing = participle.child("obj")
    itself = participle.tag == "VBN" or (participle.tag == "VBD" and (thing is None or thing.lower in RELATIVE))
    if not itself or stage not in listing("concluding") or participle.i < found.last:
        return None
    return Act(participle, stage, "done")


def _standing(reading: Reading, found: Phrase) -> bool:
    """Whether the name, or the acronym in brackets that ends it, is that of a standing instrument."""
    for token in reading.tokens[found.head.i : found.end + _ACRONYM_REACH]:
        mention = reading.mention_at(token)
        if mention is not None and mention.entity.kind == "instrument" and is_meant(reading, mention.entity.name):
            return reading.tokens[mention.start - 1].text == "("
        if token.text in {",", ";", "."} or token.tag in {"VBD", "VBZ", "VBP"}:
            return False
    return False


def _head_end(reading: Reading, head: Token, spec: dict[str, Any]) -> int | None:
    """The last word of the name's head ("code of conduct"); None where the words asked for do not follow."""
    follow = spec.get("follow")
    tokens = reading.tokens
    if head.i + 2 < len(tokens) and tokens[head.i + 1].lower == "of" and tokens[head.i + 2].lower in listing("papers"):
        return None
    if follow is None:
        if head.lemma in {"memorandum", "memoranda", "memorandums"} and [
            t.lower for t in tokens[head.i + 1 : head.i + 3]
        ] == ["of", "understanding"]:
            return head.i + 2
        return head.i
    if [t.lower for t in tokens[head.i + 1 : head.i + 1 + len(follow)]] == follow:
        return head.i + len(follow)
    return None


def _inside(reading: Reading, head: Token) -> bool:
    """Whether the noun only modifies another, or is part of a name of something else."""
    outer, tokens = head.head, reading.tokens
    joined = not any(t.tag == "IN" for t in tokens[head.i + 1 : max(outer.i, head.i + 1)])
    if head.dep == "compound" and joined and outer.tag.startswith("N") and outer.lemma not in acts().nouns:
        return outer.i > head.i
    if head.i and tokens[head.i - 1].text == "(" and head.dep == "appos":
        return True
    if head.i and tokens[head.i - 1].lower == "of" and head.lemma == "understanding":
        return True
    if head.i in reading.references.titled:
        return True  # "the Chief of Presidential Protocol X"
    mention = reading.mention_at(head)
    if mention is not None and mention.entity.kind == "instrument" and not is_meant(reading, mention.entity.name):
        return False
    if mention is not None and mention.entity.kind == "place" and mention.end == head.i + 1 and not mention.entity.iso3:
        return False  # "the Lima-Sucre Vision", guessed to be a place
    return mention is not None and (mention.entity.known or mention.entity.kind in {"person", "place", "instrument"})


def _type(reading: Reading, found: Phrase, spec: dict[str, Any]) -> str:
    kind: str = spec["type"]
    modifiers = [t.lower for t in reading.tokens[found.first : found.head.i]]
    if kind == "declaration" and "joint" in modifiers:
        return "joint_statement"
    for word in modifiers:
        if word in data()["modifiers"]:
            return str(data()["modifiers"][word]) if kind == "agreement" else kind
    return kind


def _with_another(reading: Reading, found: Phrase) -> bool:
    """Whether the words name the other side ("a pact with the islanders"), be it no party that is known."""
    return any(token.lower == "with" for token in reading.tokens[found.last + 1 : found.end + 1])


def _stage(act: Act | None, kind: str, found: Phrase, who: list[Party], *, under: bool = False) -> str:
    if act is None:
        return "issued" if kind in listing("statements") else "agreed" if under else ""
    if act.stage not in listing("of_drafts") and any(c.lower == "draft" for c in found.head.children):
        return "proposed"
    if act.outlook != "done" and _enters(act):
        return ""  # "will enter into force": concluded, but not in force
    if act.outlook != "done" or _hastened(act.word):
        if act.stage in {"in_force", "amended", "terminated", "suspended"}:
            return "in_force" if act.stage == "in_force" or found.determiner not in {"a", "an", ""} else "proposed"
        if act.word.lemma in listing("finishing") or (
            act.stage == "under_negotiation" and act.word.head.lemma in listing("finishing")
        ):
            return "under_negotiation"
        return "under_negotiation" if act.outlook == "decided" and act.stage == "under_negotiation" else "proposed"
    if kind == "joint_statement":
        return "signed" if act.stage == "signed" and act.word.lemma in {"sign", "signing"} else "issued"
    return act.stage


def _enters(act: Act) -> bool:
    """Whether the act is that the instrument itself comes into force."""
    return act.subject and act.stage == "in_force" and act.word.lemma in listing("entering")


def _hastened(word: Token) -> bool:
    """ "Sped up the signing of X", "talks on signing X": what is still on its way is not done."""
    if word.tag == "VBG" and any(c.lower in load("events")["topics"] for c in word.all("mark")):
        return True
    return not word.is_verb and word.dep == "obj" and word.head.lemma in listing("finishing")


def _made(
    reading: Reading, found: Phrase, kind: str, act: Act | None, who: list[Party], stage: str, *, back: bool = False
) -> Found:
    trigger = act.word if act is not None else found.head
    count = count_of(reading, found)
    if kind in data()["bundle"] and (
        found.plural or found.head.lower == "mous" or (count is not None and count.value > 1)
    ):
        kind = "bundle"
    made = stated(reading, "agreement", f"agreement.{stage or 'named'}.{trigger.lemma}", trigger, found.head.sentence)
    made.at = found.head.i
    if excepting := found.head.excepted:  # "signed the protocol but not the treaty"
        made.certainty, made.cue = "denied", reading.words(excepting.i, excepting.i)
    first = found.first if count is None else min(found.first, count.first)
    who = who or _named_in_sentence(reading, found)
    title = reading.text_of(first, found.end)
    made.put("title", title, reading.words(first, found.end))
    made.put("instrument_type", kind, reading.words(found.head.i, found.last))
    if count is not None and kind == "bundle":
        made.put("count", count.value, count.span)
        made.put("count_qualifier", count.qualifier, count.span)
    if stage:
        made.put("status", stage, *([reading.words(trigger.i, trigger.i)] if act is not None else []))
    known = proper(reading, found) or _with_another(reading, found)
    who = who if known else completed(reading, who, found.head.sentence)
    names, spans = put_parties(who, reading)
    made.put("parties", names, *spans)
    _details(reading, made, found, act, stage)
    headline = found.head.sentence.block.zone == "headline"
    acted = act is not None and not act.subject and act.stage in listing("concluding")
    weak = bool(data()["heads"].get(found.head.lemma, {}).get("weak"))
    entered = act is not None and _enters(act) and act.outlook == "done"
    return Found(made, found, kind, stage, back, title, weak, acted, entered, who, headline)


def _named_in_sentence(reading: Reading, found: Phrase) -> list[Party]:
    """The states of a sentence that names just two of them."""
    named = {
        m.entity.name: Party(m.entity.name, m.start, m.end)
        for m in reading.mentions_in(found.head.sentence)
        if m.entity.kind == "state"
    }
    return list(named.values()) if len(named) == 2 else []


def _details(reading: Reading, made: Draft, found: Phrase, act: Act | None, stage: str) -> None:
    dated_stage = stage in listing("concluding") | {"terminated", "ratified"} or (act is not None and _enters(act))
    if act is not None and act.outlook == "done" and dated_stage:
        date = date_of(reading, act.word)
        if date is None and stage in listing("concluding"):
            date = next(iter(reading.dates_in(reading.tokens[found.first].start, found.head.start)), None)
        if date is not None and not _in_title(reading, found, date):
            made.put("date", date.edtf, reading.span(date.span.start, date.span.end), basis=date.basis)
    money = money_of(reading, found)
    if money is not None:
        made.put("amount", money[0], money[1])
    listed = subjects_of(reading, found)
    made.put("subjects", tuple(s.exact for s in listed), *listed)


def _in_title(reading: Reading, found: Phrase, date: TimeMention) -> bool:
    """Whether a year is part of the title ("Vision 2030", "Work Plan 2023-2026", "a plan for 2022-2027")."""
    tokens = reading.tokens
    at = next((t.i for t in found.head.sentence.tokens if t.end > date.span.start), -1)
    if at == found.last + 1 and date.edtf[:4].isdigit() and len(date.edtf) != 10:
        return tokens[at].text[0].isdigit()
    if found.first < at <= found.end:
        return tokens[at - 1].text[0].isupper()
    return "/" in date.edtf and at > found.last and tokens[at - 1].lower in {"for", "of"}


def _opens_list(found: Phrase, reading: Reading) -> bool:
    """Whether the instruments named here are spelled out in what follows ("documents include …", "among them a …")."""
    after = [*reading.tokens[found.last + 1 : found.end + 3], *reading.tokens[found.end + 3 : found.end + 4]]
    spelled = any(t.lemma in listing("listing") for t in after[:-1])
    beside = " ".join(t.lower for t in after)
    told = spelled or any(f" {words} " in f" {beside} " for words in listing("listing_phrases"))
    return told and (found.plural or found.head.lower == "mous")


def _is_item(found: Phrase) -> bool:
    """Whether the phrase opens an item of a list, articles and numbers left out."""
    sentence = found.head.sentence
    before = [t for t in sentence.tokens if t.i < found.first]
    return sentence.block.zone == "list_item" and all(
        t.tag in {"DT", "CD", "LS", ":", "-LRB-", "-RRB-", "NFP"} for t in before
    )


def _resumes_list(sentence: Sentence, before: Sequence[Found]) -> bool:
    """Whether a sentence spells out the bundle of the one before it ("The texts include …")."""
    bundle = next((f for f in reversed(before[-MOST:]) if f.kind == "bundle"), None)
    if bundle is not None and sentence.block.zone == "list_item":
        opened = bundle.phrase.head.sentence.tokens[-1].text == ":"
        return opened and sentence.index - bundle.phrase.head.sentence.index <= MOST
    bundle = before[-1] if before and before[-1].kind == "bundle" else None
    subject = sentence.root.child("nsubj")
    near = bundle is not None and 0 < sentence.index - bundle.phrase.head.sentence.index <= 2
    return (
        near and sentence.root.lemma in listing("listing") and subject is not None and subject.lemma in listing("texts")
    )


def _elliptic(reading: Reading, sentence: Sentence, before: list[Found]) -> list[Found]:
    """ "… 12 with one country, 13 with another": numbers that count the documents named before."""
    out: list[Found] = []
    if not before or before[-1].kind != "bundle" or sentence.index - before[-1].phrase.head.sentence.index > 2:
        return out
    bundle = before[-1]
    for token in sentence.tokens[:-2]:
        after = reading.tokens[token.i + 2]
        if token.tag != "CD" or reading.tokens[token.i + 1].lower != "with":
            continue
        mention = reading.mention_at(after)
        if mention is None or mention.entity.kind != "state":
            continue
        found = Phrase(token, token.i, token.i, mention.end - 1)
        partner = Party(mention.entity.name, mention.start, mention.end)
        lead = [p for p in bundle.parties if p.name != partner.name][:1]
        made = _made(reading, found, "bundle", None, [*lead, partner], bundle.stage)
        out.append(made)
    return out
