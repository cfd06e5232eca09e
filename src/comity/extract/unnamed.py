"""Leaders and officials without a name, who act for the state that stands with them."""

from __future__ import annotations

from comity.language.actors import Actor
from comity.language.reading import Reading
from comity.language.syntax import Token
from comity.vocab import load

_BESIDE = frozenset({"amod", "compound", "nmod:poss", "nmod"})
_OF = frozenset({"of", "for", "from"})


def state_beside(reading: Reading, head: Token) -> Actor | None:
    """The state or body in "the Greek premier", "the president of Kenya", "the Union's envoy"; None if none is told."""
    for c in head.children:
        if c.dep not in _BESIDE or (c.dep == "nmod" and not any(x.lower in _OF for x in c.all("case"))):
            continue
        mention = reading.references.at.get(c.i)
        if mention is not None and mention.entity.kind == "org" and mention.entity.known and not mention.entity.iso3:
            return Actor(mention.entity.name, "org", "", mention.start, mention.end)
        if mention is not None and mention.entity.kind == "state" and mention.entity.iso3:
            iso3 = mention.entity.iso3
            return Actor(reading.references.state(iso3), "state", iso3, mention.start, mention.end)
    return None


def holds_office(head: Token) -> bool:
    """Whether a noun is that of a leader or official who can bind a state."""
    return head.lemma in load("references")["office_holders"]


def is_sent(head: Token) -> bool:
    """Whether a noun is for those whom a parliament or ministry sends."""
    return head.lemma in load("references")["sent_bodies"]


def sent_from(reading: Reading, head: Token) -> str:
    """The state (ISO 3166 alpha-3) in "a delegation from the National Assembly of Peru"; empty if none is told."""
    for c in head.all("nmod"):
        if is_sent(head) and any(x.lower in {"from", "of"} for x in c.all("case")):
            inside = (reading.references.at.get(i) for i in range(c.left, c.right + 1))
            return next((m.entity.iso3 for m in inside if m and m.entity.iso3), "")
    return ""
