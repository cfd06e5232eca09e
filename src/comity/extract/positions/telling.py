"""Which verbs of stance take one: courtesies and promises do not, reserving a right and seeing X as Y do."""

from __future__ import annotations

from comity.extract.commitments.lexicon import lexicon as commitments
from comity.extract.positions.lexicon import lexicon
from comity.language.clauses import complements
from comity.language.reading import Reading
from comity.language.syntax import Token

WILLS = frozenset({"planned", "hoped", "pledged", "expected"})
"""Modalities of acts that are somebody's own."""


def stood_for(verb: Token) -> bool:
    """ "reserves the right to V", "sees X as Y", "has no faith in X", "refuses to V", "rules out V-ing"."""
    thing = verb.child("obj")
    if verb.lemma in lexicon().declining:
        acts = (c for c in verb.all("xcomp") if c.child("mark"))
        return any(c.lemma not in lexicon().silence for c in acts)
    if verb.lemma in lexicon().refusing:
        return any(c.lower in lexicon().refusing[verb.lemma] and c.dep != "case" for c in verb.children)
    if thing is None:
        return False
    if verb.lemma == "reserve":
        return thing.lemma == "right"
    if verb.lemma == "have":
        return thing.lemma in lexicon().trusting and any(c.lower == "no" for c in thing.all("det"))
    seen = (c for c in (*verb.all("obl", "xcomp", "advcl"), *thing.all("nmod")) if c.i > thing.i)
    return verb.lemma == "see" and any(x.lower == "as" for c in seen for x in c.all("case", "mark"))


def courteous(reading: Reading, verb: Token) -> bool:
    """Whether somebody is welcomed in person, or a success is praised, claimed or acknowledged: no stance."""
    thing = verb.child("obj", "iobj")
    if thing is None:
        return verb.lemma in lexicon().receiving
    if thing.lemma in lexicon().results.get(verb.lemma, frozenset()):
        return True
    if verb.lemma not in lexicon().receiving:
        return False
    mention = reading.mention_at(thing)
    named = thing.tag in {"NNP", "PRP"} or (mention is not None and mention.entity.kind in {"person", "state"})
    return named or thing.lemma in lexicon().guests


def compliments(reading: Reading, verb: Token, content: Token) -> bool:
    """Whether a verb of naming only pays a compliment: "described X as a true friend"."""
    if verb.lemma not in lexicon().naming:
        return False
    words = reading.tokens[verb.i + 1 : max(content.right, verb.right) + 1]
    thing = verb.child("obj")
    if thing is not None and thing.lemma in lexicon().occasions | lexicon().outcomes:
        blamed = lexicon().verdicts | lexicon().blaming | lexicon().wronging
        return not any(t.lower in blamed or t.lemma in blamed for t in words)
    return any(t.lemma in lexicon().courtesies for t in words)


def praises_an_occasion(clause: Token) -> bool:
    """ "This visit is of great significance", "the talks were fruitful": praise of a meeting, no stance."""
    theme = clause.child("nsubj")
    if theme is None or theme.lemma not in lexicon().occasions or refuses(clause):
        return False
    return clause.lemma not in lexicon().wronging and clause.lower not in lexicon().verdicts


def promises(clause: Token) -> bool:
    """Whether a clause promises or demands an act: "we remain committed to V-ing", "we need to V"."""
    heads = (clause, *clause.all("xcomp"))
    if any(h.lower in commitments().adjectives and h.lower != "necessary" and complements(h) for h in heads):
        return True
    wills = commitments().verbs.get(clause.lemma)
    willing = wills is not None and wills.modality in WILLS and not refuses(clause)
    return (willing or clause.lemma == "need") and any(c.kind == "infinitive" for c in complements(clause))


def refuses(clause: Token) -> bool:
    """ "X cannot treat them so", "they are not criminals", "we do not want war": a denial in the present."""
    denied = any(c.lower in {"not", "n't", "n’t"} for c in clause.all("advmod"))
    denied = denied and not any(c.lower in {"only", "just"} for c in clause.all("advmod"))
    helped = (c for c in clause.all("aux", "cop") if c.tag in {"VBZ", "VBP"} or c.lower in {"can", "ca"})
    return denied and any(c.lemma != "have" for c in helped)


def thanked(verb: Token) -> bool:
    """ "I thank the government, which has supported our people": courtesy to whoever did."""
    return verb.dep == "acl:relcl" and any(a.lemma in lexicon().thanking for a in verb.ancestors())


def stands_with(verb: Token) -> bool:
    """ "stands with X"."""
    return verb.lemma == "stand" and any(
        c.lower in {"with", "by", "behind", "alongside"} for o in verb.all("obl") for c in o.all("case")
    )
