"""Future acts without a word that governs them: what a deal provides for, what one may or must do, has a year for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from comity.extract.commitments.governed import Governed
from comity.extract.commitments.lexicon import lexicon
from comity.language.clauses import Complement, complements, coordinated, modal
from comity.language.reading import Reading
from comity.language.speech import is_speech
from comity.language.syntax import Token

CLAUSES = frozenset({"ROOT", "ccomp", "parataxis", "conj"})
PATIENTS = ("nsubj:pass", "nsubj")
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "yet"})


def constructed(reading: Reading, token: Token) -> Iterator[Governed]:
    """The future acts that a clause with this verb tells without a governing word."""
    if not token.is_verb:
        return
    if token.lemma in lexicon().terms:
        yield from _terms(token)
    if token.lemma in lexicon().sets["banning"]:
        yield from _banned(token)
    if token.lemma == "have":
        yield from _must(token)
    if token.lemma == "let" and token.tag == "VB":
        yield from _let_us(token)
    if token.lemma == "go" and token.tag == "VBG":
        yield from _going_to(token)
    if token.lemma in lexicon().sets["mutual"]:
        yield from _deed_agreed(reading, token)
    if token.lemma in lexicon().sets["sought"]:
        yield from _sought(token)
    if token.lemma in lexicon().sets["wanting"]:
        yield from _wanted(token)
    if token.lemma in lexicon().sets["setting"]:
        yield from _time_for(token)
    if modal(token) in lexicon().sets["possible"]:
        yield from _possible(reading, token)


def _terms(verb: Token) -> Iterator[Governed]:
    """ "The deal provides for the release of X and the return of Y": what the parties do for one another."""
    text, wanted = verb.doer(), lexicon().terms[verb.lemma]
    if text is None or text.lemma not in lexicon().sets["concluded"] or verb.child("nsubj:pass") or modal(verb):
        return
    told = verb.all("obl") if wanted else verb.all("obj")
    told = [c for c in told if not wanted or any(x.lower in wanted for x in c.all("case"))]
    for vow in [c for c in told[:1] if lexicon().nouns.get(c.lemma) == "pledged"]:
        of = next((c for c in vow.all("nmod") if any(x.lower in {"of", "to"} for x in c.all("case"))), None)
        acts = complements(vow) or ([Complement(of, "phrase")] if of is not None else [])
        yield from (Governed(vow, "agreed", act, text) for act in acts)
    deeds = [noun for c in told[:1] for noun in _row(c) if _is_deed(noun)]
    for noun, following in zip_longest(deeds, deeds[1:]):
        last = _before(following) if following is not None else None
        yield Governed(verb, "agreed", Complement(noun, "phrase", last=last), text)


def _banned(verb: Token) -> Iterator[Governed]:
    """ "The clause prohibits X from V-ing": what X binds itself not to do."""
    text, sets = verb.doer(), lexicon().sets
    bound = verb.child("obj")
    if text is None or bound is None or text.lemma not in sets["concluded"] | sets["texts"] | sets["rules"]:
        return
    for act in verb.all("advcl", "xcomp"):
        if act.tag == "VBG" and any(c.lower == "from" for c in act.all("mark", "case")):
            yield Governed(verb, "pledged", Complement(act, "gerund", bound), bound)


def _before(noun: Token) -> int:
    """The last word before a further item of a row, without what joins it."""
    tokens = noun.sentence.tokens
    joins = [c.i for c in noun.children if c.i < noun.i]
    last = min([noun.i, *joins]) - 1
    while tokens[last - tokens[0].i].text in {",", "and"}:
        last -= 1
    return last


def _row(noun: Token) -> list[Token]:
    """A noun and those coordinated with it, also where the parser hung them onto its complement."""
    tokens = noun.sentence.tokens
    inside = tokens[noun.i + 1 - tokens[0].i : noun.right + 1 - tokens[0].i]
    inner = [t for t in inside if t.dep == "conj" and t.head is not noun and _is_deed(t) and t.child("det")]
    return sorted({t.i: t for t in (*noun.conjuncts, *inner)}.values(), key=lambda t: t.i)


def _is_deed(noun: Token) -> bool:
    """Whether a noun tells what is done to something: "the release of the crew"."""
    named = noun.lemma in lexicon().sets["concluded"] | lexicon().sets["texts"]
    return _of(noun) and not named and noun.lemma.endswith((*lexicon().sets["deeds"], "lease", "return"))


def _deed_agreed(reading: Reading, verb: Token) -> Iterator[Governed]:
    """ "The lifting of the levy was agreed by X and Y": what both will do."""
    deed = verb.child("nsubj:pass")
    if deed is None or modal(verb) or any(c.lower in NEGATIONS for c in verb.children):
        return
    by = verb.child("obl:agent")
    heads = [noun for noun in (deed, *deed.all("conj")) if _is_deed(noun) or (noun.lower.endswith("ing") and _of(noun))]
    for noun, following in zip_longest(heads, heads[1:]):
        last = _before(following) if following is not None else None
        yield Governed(verb, "agreed", Complement(noun, "phrase", last=last), by, joint=by is None)


def _of(noun: Token) -> bool:
    return any(x.lower == "of" for c in noun.all("nmod") for x in c.all("case"))


def _must(verb: Token) -> Iterator[Governed]:
    """ "X said Y would have to V": what is asked of Y."""
    act = next((c for c in verb.all("xcomp") if c.tag == "VB" and c.child("mark") and c.i > verb.i), None)
    subject = verb.child("nsubj")
    if act is None or subject is None or verb.child("obj") or any(c.lower in NEGATIONS for c in verb.children):
        return
    reported = verb.dep == "ccomp" and is_speech(verb.head)
    if not (reported and (modal(verb) in {"will", "would"} or verb.tag in {"VBZ", "VBP"})):
        return
    for one in coordinated(act):
        if one.lemma not in lexicon().sets["empty"]:
            yield Governed(verb, "urged", Complement(one, "infinitive", subject), verb.head.subject())


def _let_us(verb: Token) -> Iterator[Governed]:
    """ "Let us V together": both are asked."""
    us = next((c for c in verb.all("obj", "iobj") if c.lower in {"us", "'s"}), None)
    act = next((c for c in verb.all("xcomp", "ccomp") if c.tag == "VB" and not c.child("mark")), None)
    if us is None or act is None:
        return
    for one in coordinated(act):
        if one.lemma not in lexicon().sets["empty"]:
            yield Governed(verb, "urged", Complement(one, "infinitive"), us)


def _going_to(verb: Token) -> Iterator[Governed]:
    """ "X is going to V"; in the past only as reported."""
    be = next((c for c in verb.all("aux") if c.lemma == "be"), None)
    act = next((c for c in verb.all("xcomp") if c.tag == "VB" and c.child("mark") and c.i <= verb.i + 3), None)
    subject = verb.subject()
    if be is None or act is None or subject is None or (be.tag == "VBD" and verb.dep != "ccomp"):
        return
    for one in coordinated(act):
        if one.lemma not in lexicon().sets["empty"]:
            yield Governed(verb, "planned", Complement(one, "infinitive"), subject)


def _sought(verb: Token) -> Iterator[Governed]:
    """ "X sought Y's cooperation in V-ing", "X wants more information": what is asked of the other."""
    thing, subject = verb.child("obj"), verb.doer()
    if thing is None or subject is None or verb.child("nsubj:pass"):
        return
    if not {thing.lemma, *(c.lemma for c in thing.all("compound"))} & lexicon().sets["wanted"]:
        return
    owner = thing.child("nmod:poss")
    asked = owner if owner is not None and owner.tag != "PRP$" else None
    giving = (c for c in (*thing.all("nmod"), *verb.all("obl")) if any(x.lower == "from" for x in c.all("case")))
    asked = asked or next(giving, None)
    if any(c.tag == "VBN" for c in thing.all("acl")):
        return  # "wants an apology made"
    if asked is not None or thing.child("nmod", "acl", "amod"):
        aim = next((c for c in verb.all("xcomp", "advcl") if c.left == thing.right + 1 and c.tag == "VB"), None)
        yield Governed(verb, "urged", Complement(thing, "phrase", asked, last=aim.right if aim else None), subject)


def _wanted(verb: Token) -> Iterator[Governed]:
    """ "X wants an apology made and the envoy withdrawn": what is asked of the other side."""
    subject = verb.subject()
    if subject is None or verb.child("nsubj:pass") or (verb.tag in {"VBD", "VBN"} and not is_speech(verb.head)):
        return
    made = [(thing, act) for thing in verb.all("obj") if thing.i > verb.i and (act := _undergone(verb, thing))]
    heads = [verb, *(act for _, act in made)]
    done = [c for h in heads for c in h.all("xcomp", "ccomp", "conj") if c.tag == "VBN" and c.child(*PATIENTS)]
    for thing, act in made:
        later = [c.left for c in done if c.left > thing.i]
        last = min([act.right, *(_before_and(verb, at) for at in later)])
        yield Governed(verb, "urged", Complement(thing, "phrase", last=last), subject)
    for one in done:
        theme = one.child(*PATIENTS)
        yield Governed(verb, "urged", Complement(theme or one, "phrase", last=one.right), subject)


def _undergone(verb: Token, thing: Token) -> Token | None:
    """What is wanted to be done to a thing: "wants the ban lifted"."""
    acts = (*thing.all("acl"), *(c for c in verb.all("xcomp") if c.i > thing.i and not c.child(*PATIENTS)))
    return next((a for a in acts if a.tag == "VBN"), None)


def _before_and(verb: Token, at: int) -> int:
    """The last word before a further item, without the "and" that joins it."""
    tokens = verb.sentence.tokens
    last = at - 1
    while tokens[last - tokens[0].i].lower in {"and", ","}:
        last -= 1
    return last


def _time_for(verb: Token) -> Iterator[Governed]:
    """ "The two men gave themselves a year to conclude a deal"."""
    own = next((c for c in verb.all("obj", "iobj") if c.lower in {"themselves", "itself"}), None)
    subject = verb.doer()
    if own is None or subject is None or verb.child("nsubj:pass"):
        return
    thing = next((c for c in verb.all("obj", "obl", "obl:unmarked") if c is not own and c.i > own.i), own)
    acts = [c for t in (verb, thing, own) for c in complements(t) if c.kind == "infinitive"]
    for act in {c.head.i: c for c in acts}.values():
        yield Governed(verb, "agreed", Complement(act.head, "infinitive"), subject)


def _possible(reading: Reading, head: Token) -> Iterator[Governed]:
    """ "X may take the case to court, a diplomat said": what an actor is thought to do, or weighs."""
    subject, sets = head.child("nsubj"), lexicon().sets
    if subject is None or head.dep not in CLAUSES or head.lemma in sets["empty"] | sets["befalling"]:
        return
    if head.child("cop", "aux:pass") or any(c.lower in NEGATIONS for c in head.children):
        return
    if any(c.lemma in {"have", "be"} for c in head.all("aux")) or _asked(head):
        return
    if not any(reading.references.speaks_for_a_state(a) for a in reading.actors(subject)):
        return
    for verb in coordinated(head):
        if verb is head or not modal(verb):
            yield Governed(head, "expected", Complement(verb, "that", None, modal(head)), subject)


def _asked(head: Token) -> bool:
    """Whether the clause belongs to another governing word, or asks, or stands under a condition of its own."""
    above = head.head
    return head.dep == "ccomp" and (above.lemma in lexicon().verbs or any(c.lower == "if" for c in head.all("mark")))
