"""Whether an event is held, scheduled, background, off, or only wished for, by the words that govern it."""

from __future__ import annotations

from comity.extract.events.grammar import case, governor
from comity.extract.events.lexicon import supports, words
from comity.language.certainty import unmade, until_then
from comity.language.clauses import modal
from comity.language.syntax import SUBJECTS, Token
from comity.vocab import load

UNREAL = "unreal"


def outlook(token: Token, form: str) -> tuple[str, int]:
    """Phase of the event of this form that a word names, and how plainly it is told; ``unreal`` where only wished."""
    if (form == "signing" and _talked_about(token)) or (token.tag == "VBG" and _topic(token)):
        return UNREAL, 0
    phase, firm = _verb_outlook(token) if token.is_verb else _noun_outlook(token, form)
    return (UNREAL, 0) if phase != UNREAL and _wished(token) else (phase, firm)


def _talked_about(token: Token) -> bool:
    """Whether a signing is what talks are on or what is sped up: "consultations on the signing of", "hasten the …"."""
    first = _first(token)
    if token.tag not in {"NN", "VBG"} or first.is_root:
        return False
    if first.head.is_verb and first.dep in {"obj", "xcomp", "obl"}:
        return _is_unreal(first.head) or first.head.lemma in words("preparing")
    return _topic(token)


def _first(token: Token) -> Token:
    """The first of a row: "consider issuing A and signing B"."""
    while token.dep == "conj" and token.head.tag == token.tag:
        token = token.head
    return token


def _topic(token: Token) -> bool:
    """Whether a deed is what talks are on or opinions about: "exchanged views on lifting the ban"."""
    first = _first(token)
    above = first.head
    marks = {c.lower for c in first.children if c.dep in {"case", "mark"}}
    held = above.child("obj") if above.is_verb else above  # "held talks on signing a treaty"
    talks = words("meeting", "nouns") | words("preparing") | words("opinions")
    return bool(marks & words("topics")) and held is not None and not held.is_verb and held.lemma in talks


def _wished(token: Token) -> bool:
    """Whether the clause is what somebody hopes, proposes or invites to."""
    below = token
    for above in token.ancestors():
        if below.dep in {"ccomp", "acl", "xcomp"} and above.lemma in words("wishes"):
            return True
        past = below.tag == "VBN" and below.dep == "acl" and below is not token  # "the consensus reached at the talks"
        if past or (below.dep == "nmod" and above.lemma in words("caused")):
            return False  # "proposed a ban in retaliation for the raid"
        if below.dep in {"acl:relcl", "parataxis"}:
            return False
        below = above
    return False


def _verb_outlook(verb: Token) -> tuple[str, int]:
    if verb.tag == "VB" and verb.is_root and not any(c.dep in {"mark", "aux", *SUBJECTS} for c in verb.children):
        return UNREAL, 0
    if any(c.lower in words("negations") for c in verb.children if c.dep == "advmod"):
        return ("historical", 2) if until_then(verb) else (UNREAL, 0)
    nothing = any(c.lower in words("nobody") for c in verb.all("obj", "nsubj:pass"))
    if nothing or unmade(verb) or any(c.lower == "whether" for c in verb.all("mark")):
        return UNREAL, 0
    if verb.tag == "VBG" and any(c.lower in words("averted") for c in verb.all("mark", "case")):
        return UNREAL, 0
    if verb.tag == "VBG" and any(c.lower in words("negations") for c in verb.head.all("advmod")):
        return UNREAL, 0  # "will never tolerate the killing"
    for token in _chain(verb):
        word = modal(token)
        if word in words("scheduled", "modals"):
            return "scheduled", 2
        if word in words("unreal_modals"):
            return UNREAL, 0
    if aim := _aim(verb):
        return aim
    object_clause = verb.dep in {"xcomp", "ccomp", "acl"} or (verb.dep == "advcl" and verb.i == verb.head.i + 1)
    if object_clause and _is_unreal(verb.head) and verb.tag in {"VB", "VBG", "VBP"}:
        return UNREAL, 0
    if verb.tag == "VBG" and verb.dep in {"advcl", "xcomp", "obl"} and verb.head.lemma in words("shunned"):
        return UNREAL, 0
    return _told(verb)


def _told(verb: Token) -> tuple[str, int]:
    marks = {c.lower for c in verb.children if c.dep in {"mark", "case", "advmod"}}
    if verb.tag == "VBG" and verb.dep == "advcl" and not marks:
        return ("held", 2) if _beside_past(verb) else ("", 0)
    if verb.tag == "VBD" and "after" in marks and _long_after(verb):
        return "historical", 2
    if verb.tag == "VBG" and marks & words("scheduled", "prepositions"):
        return "scheduled", 1
    if verb.tag in {"VBZ", "VBP"} and marks & words("unreached"):
        return UNREAL, 0
    if marks & words("historical", "adverbs"):
        return "historical", 1
    return ("held", 2) if verb.tag in {"VBD", "VBN", "VBZ", "VBP"} else ("", 0)


def _beside_past(gerund: Token) -> bool:
    """ "Vowed to widen trade, signing a plan": a participle behind a comma goes with the past above the infinitive."""
    above, comma = gerund.head, gerund.child("punct")
    if above.tag == "VB" and above.dep == "xcomp" and comma is not None and comma.i < gerund.i:
        above = above.head
    return above.tag == "VBD"


def _long_after(verb: Token) -> bool:
    """Whether the clause lies months or years back: "three months after X travelled to Y"."""
    mark = verb.child("mark")
    if mark is None or mark.i == mark.sentence.tokens[0].i:
        return False
    before = mark.sentence.tokens[mark.i - mark.sentence.tokens[0].i - 1]
    return before.lemma in words("long_times")


def _chain(verb: Token) -> list[Token]:
    """A verb and those before it whose auxiliary it shares."""
    out = [verb]
    while out[-1].dep == "conj" and out[-1].head.is_verb and not out[-1].child("nsubj", "aux"):
        if out[-1].head.tag != out[-1].tag:
            break
        out.append(out[-1].head)
    return out


def _aim(verb: Token) -> tuple[str, int] | None:
    """What an infinitive is under: "is due to", "agreed to", "arrived to"; a headline's infinitive foretells."""
    top = _chain(verb)[-1]
    governors = words("scheduled", "governors")
    if any(c.lower in governors for c in top.children if c.dep in {"mark", "advmod", "aux"}):
        return "scheduled", 2
    marked = any(c.lower == "to" for c in top.children if c.dep in {"mark", "aux"})
    if not marked:
        return None
    above = top.head
    if top.dep == "acl" and any(c.lower in words("rankings") for c in above.children if c.dep == "amod"):
        return "held", 1
    if above.tag == "VBN" and any(c.lower == "had" for c in above.all("aux")):
        return UNREAL, 0  # "had been expected to": it did not come about
    if top.is_root or above.lemma in governors or above.lower in governors:
        return "scheduled", 2
    if _is_unreal(above):
        return UNREAL, 0
    return ("", 0) if above.is_verb and above.tag in {"VBD", "VBN", "VBZ"} else ("scheduled", 1)


def _is_unreal(token: Token) -> bool:
    return token.lemma in words("unreal") or token.lower in words("unreal")


def _noun_outlook(noun: Token, form: str) -> tuple[str, int]:
    verb = governor(noun)
    off = verb is not None and noun.dep in {"obj", "nsubj:pass"} and _cancels(verb)
    if (beside := _beside(noun)) and not off:
        return beside
    if not off and _took_place(noun, verb):
        return "held", 2
    if verb is None:
        if noun.child("cop") and modal(noun) in words("scheduled", "modals"):
            return "scheduled", 2
        return (UNREAL, 0) if not noun.is_root and _is_unreal(noun.head) else ("", 0)
    if off:
        return "cancelled", 2
    if noun.dep in {"obj", "nsubj:pass"} and _broken_off(verb):
        return UNREAL, 0
    if noun.dep in {"obj", "nsubj:pass"} and verb.lemma in words("postponed"):
        return "scheduled", 2
    if verb.lemma in supports(form) and noun.dep != "nsubj":
        return _verb_outlook(verb)
    asked = noun.dep == "obj" or (noun.dep == "obl" and noun.i > verb.i and case(noun) == "for")
    if noun.head is verb and asked and verb.lemma in words("wishes"):
        return UNREAL, 0
    return (UNREAL, 0) if noun.head is not verb and _is_unreal(noun.head) else ("", 0)


def _took_place(noun: Token, verb: Token | None) -> bool:
    """ "After a summit in which they condemned …, X said": it is behind those who spoke then."""
    within = any(c.tag == "VBD" and not modal(c) and _placed_in(c) for c in noun.all("acl:relcl"))
    within = within or any(c.tag == "VBN" and c.lemma in words("meeting", "held") for c in noun.all("acl"))
    return within or (verb is not None and verb.tag == "VBD" and case(noun) == "after" and noun.head is verb)


def _placed_in(clause: Token) -> bool:
    """Whether a relative clause tells what went on there: "at which", "in which", "where"."""
    return any(c.lower in {"where", "which"} and (c.dep == "advmod" or c.child("case")) for c in clause.children)


def _cancels(verb: Token) -> bool:
    return verb.lemma in words("cancelled") or (verb.lemma == "call" and any(c.lower == "off" for c in verb.children))


def _broken_off(verb: Token) -> bool:
    """ "broke off talks": what is broken off is not held."""
    wanted = load("events")["broken_off"].get(verb.lemma)
    return wanted is not None and (not wanted or any(c.lower in wanted for c in verb.children))


def _beside(noun: Token) -> tuple[str, int] | None:
    """What the words before a noun of action tell: "upcoming", "last", "ahead of"."""
    for c in noun.children:
        if c.dep in {"amod", "compound", "det"} and c.lower in words("scheduled", "modifiers"):
            return "scheduled", 1
        if c.dep in {"amod", "det"} and c.lower in words("historical", "modifiers"):
            return "historical", 2
        if c.dep == "case" and c.lower in words("scheduled", "prepositions"):
            return "scheduled", 1
    return None
