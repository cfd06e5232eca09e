"""Complements of a governing word, and the stretch of words a clause covers.

"agreed to maintain A and upgrade B; strengthen C" has three complements of ``agreed``; "called on X to stop" one, whose
actor is X; "suggested both sides deepen trust" one, whose actor is both sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from comity.language.syntax import SUBJECTS, Token
from comity.vocab import load

ComplementKind = Literal["infinitive", "gerund", "that", "phrase"]
NOT_OF_THE_ACTION = frozenset(
    {"mark", "aux", "nsubj", "nsubj:pass", "nsubj:outer", "cc", "expl", "discourse", "aux:pass", "cop"}
)
ASIDE = frozenset({"while", "whereas", "as", "after", "before", "since", "because", "although", "though", "when"})
ASIDE_LEAST = 4
"""So many words at least stand behind a verb that is parted from its act by an aside."""
INFLECTED = frozenset({"VBD", "VBZ", "VBG", "VBN"})
INFINITIVAL = frozenset({"xcomp", "advcl", "acl", "ccomp", "obl", "nmod", "csubj"})
GERUND_MARKS = frozenset({"to", "on", "for", "in", "of", "about", "with", "at"})
"""Prepositions under which a gerund is what the governing word is about."""
BASE_FORMS = frozenset({"VB", "VBP"})


@dataclass(frozen=True, slots=True)
class Complement:
    """What is governed: its head word, its form, who is to act where the words say so, and its modal ("will").

    ``last`` is the index of its last token where a list says where it ends, None where the tree does; ``controlled``
    tells that the actor is an object of the governing word ("urged X to act"), which not every word gives the act to.
    """

    head: Token
    kind: ComplementKind
    actor: Token | None = None
    modal: str = ""
    last: int | None = None
    controlled: bool = False


def complements(trigger: Token) -> list[Complement]:
    """The verbal complements of a verb, noun or adjective, coordinated ones one by one, in order of the text."""
    found = [c for child in _governed(trigger) for c in _of_child(trigger, child)]
    if not found and trigger.is_verb:
        inner = [c for child in trigger.all("obl") if child.i > trigger.i for c in child.all("acl")]
        found = [c for child in inner for c in _of_child(trigger, child) if c.kind == "infinitive"]
    if trigger.tag.startswith("NN"):
        found += _beside(trigger) or _also(trigger, found)
    elif trigger.is_verb and not found:
        found = [c for clause in told(trigger) for c in _of_child(trigger, clause)]
        found = found or _after_aside(trigger) or _behind_adverbs(trigger)
    elif trigger.is_verb:
        found += _rest_of_row(trigger, next((c for c in reversed(found) if c.head.tag in BASE_FORMS), found[-1]))
    found.sort(key=lambda c: c.head.i)
    return _with_items(found) if found and found[0].kind == "infinitive" else found


def told(verb: Token) -> list[Token]:
    """ "promised the envoy that X would V": clauses that the parser hung onto whoever is told."""
    people = load("references")["person_nouns"], load("references")["actor_nouns"]
    hearers = [c for c in verb.all("obj", "iobj") if c.dep == "iobj" or any(c.lemma in words for words in people)]
    clauses = [c for hearer in hearers for c in hearer.all("acl", "acl:relcl") if c.child(*SUBJECTS)]
    return [c for c in clauses if any(m.lower == "that" for m in c.all("mark"))]


def _rest_of_row(verb: Token, last: Complement) -> Iterator[Complement]:
    """ "agreed to V, V and V", "agreed that they would V and would V": the parts hung onto a verb above them."""
    for above in (verb, *verb.ancestors()):
        rest = [c for c in above.all("conj", "parataxis") if c.i > last.head.i and _in_row(last, c)]
        joined = any(v.child("cc") for c in rest for v in c.conjuncts)  # not "make here, make for all"
        if joined and above.tag in INFLECTED:
            yield from (replace(last, head=v) for c in rest for v in coordinated(c))
            return


def _in_row(last: Complement, other: Token) -> bool:
    """Whether a verb has the form of the last act of a row, which no inflected verb above it can share."""
    to = [c.lower for c in other.all("mark")]
    if last.kind not in {"that", "infinitive"} or other.tag not in BASE_FORMS or other.child(*SUBJECTS):
        return False
    if last.modal:
        return modal(other) == last.modal and not to
    bare = not other.child("aux") and not (other.tag == "VBP" and other.child("xcomp", "ccomp"))
    return bare and last.head.tag in BASE_FORMS and (not to or (to == ["to"] and last.kind == "infinitive"))


def _governed(trigger: Token) -> Iterator[Token]:
    """The children that may be complements; after a first "to" clause a further one only says what for."""
    taken = False
    for child in trigger.children:
        purpose = child.dep == "advcl" and child.tag in BASE_FORMS and child.i > trigger.i and not in_a_row(child)
        if not (purpose and taken):
            yield child
        taken = taken or (child.tag in BASE_FORMS and child.dep in {"xcomp", "advcl", "acl"} and child.i > trigger.i)


def in_a_row(clause: Token) -> bool:
    """ "to V, to V and to V": a row of three, of which none only says what for."""
    return any(c.tag in BASE_FORMS and any(x.lower == "to" for x in c.all("mark")) for c in clause.all("conj"))


def _after_aside(verb: Token) -> list[Complement]:
    """ "vowed, as they do each year, to V": what is vowed stands behind the aside."""
    tokens = verb.sentence.tokens
    behind = tokens[verb.i + 1 - tokens[0].i :]
    if len(behind) < ASIDE_LEAST or behind[0].text != ",":
        return []
    for comma, to, act in zip(behind[1:], behind[2:], behind[3:], strict=False):
        if comma.text == "," and to.lower == "to" and act.tag in BASE_FORMS:
            return [Complement(v, "infinitive") for v in coordinated(act)]
        if comma.is_verb and comma.dep in {"conj", "parataxis"}:
            return []
    return []


def _behind_adverbs(verb: Token) -> list[Complement]:
    """ "agreed to jointly and swiftly address crimes": the parser lost the act behind a row of adverbs."""
    to, *behind = verb.sentence.tokens[verb.i + 1 - verb.sentence.tokens[0].i :] or [verb]
    act = next((t for t in behind if t.tag != "RB" and t.lower not in {"and", ","}), verb)
    split = to.lower == "to" and act.i > to.i + 1 and act.tag in BASE_FORMS
    return [Complement(v, "infinitive") for v in coordinated(act)] if split else []


def _beside(noun: Token) -> list[Complement]:
    """ "affirmed their commitment to V-ing and to V-ing": complements that the parser hung onto the verb."""
    verb = noun.head
    if not verb.is_verb:
        return []
    for child in verb.children:
        near = child.left == noun.i + 1 or (child.left == noun.right + 1 and _belongs(noun))
        if near and child.tag in {"VB", "VBG"} and any(c.lower == "to" for c in child.children):
            later = [c for c in verb.children if c.dep == "conj" and c.tag == child.tag and c.i > child.i]
            heads = [*coordinated(child), *(c for c in later if any(x.lower == "to" for x in c.children))]
            kind: ComplementKind = "gerund" if child.tag == "VBG" else "infinitive"
            return [Complement(h, kind, child.child(*SUBJECTS)) for h in dict.fromkeys(heads)]
    return []


def _belongs(noun: Token) -> bool:
    """Whether a noun is somebody's: "the readiness of X"."""
    return any(x.lower == "of" for c in noun.all("nmod") if c.right == noun.right for x in c.all("case"))


def _also(noun: Token, found: list[Complement]) -> list[Complement]:
    """ "their commitment to V-ing and to V-ing", where the parser coordinated the second with the verb."""
    if not found or found[-1].head.tag != "VBG" or not noun.head.is_verb:
        return []
    later = [c for c in noun.head.all("conj") if c.tag == "VBG" and c.i > found[-1].head.i]
    to = [c for c in later if any(m.lower == "to" for m in c.all("mark"))]
    return [replace(found[-1], head=v) for c in to for v in coordinated(c)]


def _with_items(found: list[Complement]) -> list[Complement]:
    """Take a list apart by its semicolons: "agreed to V A and V B; V C; and V D".

    The parser loses its way in long lists, so the items are found by their marks: what stands after a semicolon and an
    "and" or adverbs is the verb of a further item.
    """
    first = found[0]
    tokens = first.head.sentence.tokens
    offset = tokens[0].i
    marks = [t.i - offset for t in tokens if t.text == ";" and t.i > first.head.i]
    if not marks:
        return found
    out = [c for c in found if c.head.i - offset < marks[0]]
    for at, mark in enumerate(marks):
        start = mark + 1
        while start < len(tokens) - 1 and (tokens[start].lower in {"and", "to"} or tokens[start].lower.endswith("ly")):
            start += 1
        end = (marks[at + 1] if at + 1 < len(marks) else len(tokens)) - 1
        if (
            start >= end
            or tokens[start].pos in {"DET", "PRON", "PROPN", "ADP", "NUM"}
            or not tokens[start].text.islower()
        ):
            break
        inner = [c for c in coordinated(tokens[start]) if c.i - offset <= end and c is not tokens[start]]
        while tokens[end].text in {".", ";", "”", '"'}:
            end -= 1
        out.append(Complement(tokens[start], "infinitive", first.actor, first.modal, None if inner else offset + end))
        out += [Complement(c, "infinitive", first.actor, first.modal) for c in inner]
    return out


def _of_child(trigger: Token, child: Token) -> Iterator[Complement]:
    if child.i < trigger.i and child.dep not in {"ccomp", "csubj"}:
        return
    kind = _kind(trigger, child)
    if kind is None:
        return
    actor = _actor(trigger, child, kind)
    for verb in coordinated(child):
        own = verb.child(*SUBJECTS)
        controlled = own is None and actor is not None and actor.head is trigger
        yield Complement(verb, kind, own or actor, modal(verb) or modal(child), controlled=controlled)


def _kind(trigger: Token, child: Token) -> ComplementKind | None:
    marks = {c.lower for c in child.children if c.dep in {"mark", "case"}}
    if "to" in marks and child.tag in BASE_FORMS and child.dep in INFINITIVAL:
        return "infinitive"
    if "to" in marks and child.dep == "xcomp" and child.tag == "NN":
        return "infinitive"
    if (
        child.tag == "VBG"
        and child.dep in {"xcomp", "ccomp", "advcl", "acl", "obl", "obj"}
        and (marks & GERUND_MARKS or (not marks and (child.dep in {"xcomp", "ccomp"} or _right_after(trigger, child))))
    ):
        return "gerund"
    if child.dep == "ccomp" and child.tag in BASE_FORMS and _listed(trigger, child):
        return "infinitive"
    if child.dep == "ccomp" or (
        child.dep in {"acl", "acl:relcl", "conj", "csubj"} and "that" in marks and child.child(*SUBJECTS)
    ):
        return "that"
    if child.dep == "xcomp" and child.tag in BASE_FORMS:
        return "infinitive" if "to" in marks else "that"
    return None


def _right_after(trigger: Token, child: Token) -> bool:
    """ "is considering selling ships": a gerund that follows its verb is its object."""
    return child.dep == "advcl" and child.i == trigger.i + 1 and trigger.is_verb


def _listed(trigger: Token, child: Token) -> bool:
    """ "agreed to: (i) hold talks; …": the first item of a list that the governing word announces."""
    tokens = trigger.sentence.tokens
    between = [t.lower for t in tokens[trigger.i + 1 - tokens[0].i : child.i - tokens[0].i]]
    return between[:2] == ["to", ":"] and child.child(*SUBJECTS) is None


def _actor(trigger: Token, child: Token, kind: ComplementKind) -> Token | None:
    own = child.child(*SUBJECTS)
    if own is not None:
        return own
    if kind == "infinitive":
        for c in trigger.children:
            if trigger.i < c.i < child.i and c.dep in {"obj", "iobj"}:
                beside = next((o for o in trigger.all("obj") if o.i == c.i + 1 and o.i < child.i), None)
                return beside or c  # "their customs authorities", taken for two objects
            if (
                trigger.i < c.i < child.i
                and c.dep in {"obl", "nmod"}
                and any(x.lower in {"on", "upon", "to", "for"} for x in c.children)
            ):
                return c
        for c in child.children:
            if c.dep == "obl" and c.i < child.i and any(x.lower == "for" for x in c.children):
                return c
    return None


def coordinated(verb: Token) -> list[Token]:
    """A verb and those coordinated with it, also where the parser hung a base form onto an object of the first."""
    out = [verb]
    for c in verb.children:
        if c.i <= verb.i:
            continue
        if c.dep == "conj" and _verbal(c, verb) and not _tells_more(c):
            out += coordinated(c)[1:] if shares_object(verb, c) else coordinated(c)
        elif c.dep == "advcl" and c.tag in BASE_FORMS and verb.tag in BASE_FORMS and (in_a_row(c) or c.child("cc")):
            out += coordinated(c)
        elif c.dep in {"obj", "obl", "nmod"} and verb.tag in BASE_FORMS and not (c.tag == "VB" and c.child("mark")):
            out += [v for n in c.conjuncts[1:] if n.tag in BASE_FORMS and n.pos == "VERB" for v in coordinated(n)]
        elif c.dep == "xcomp" and verb.lemma in load("references")["carrying_on"]:
            out += [v for v in coordinated(c)[1:] if v.child("obj") or v.child("obl")]  # "continue to V, V and V"
    return out


def shares_object(verb: Token, conjunct: Token) -> bool:
    """Whether verbs stand side by side and act on one object: "manage and resolve them", "build, own and run it"."""
    if conjunct.dep != "conj" or conjunct.head is not verb or conjunct.i <= verb.i:
        return False
    between = [c for c in verb.all("conj") if verb.i < c.i < conjunct.i]
    last = between[-1] if between and shares_object(verb, between[-1]) else verb
    near = conjunct.i - last.i <= 3 and conjunct.left >= last.i + 1
    return near and not any(c.dep in {"obj", "iobj"} and c.i < conjunct.i for c in (*verb.children, *last.children))


def _verbal(conjunct: Token, verb: Token) -> bool:
    if verb.tag in BASE_FORMS:
        plain = conjunct.pos == "VERB" and conjunct.tag not in INFLECTED
        return conjunct.tag in BASE_FORMS or plain or like_adverb(conjunct)
    if verb.tag == "VBG":
        return conjunct.tag == "VBG"
    return conjunct.is_verb


def _tells_more(gerund: Token) -> bool:
    """ "its commitment to supporting X, emphasising Y": behind a mere comma a participle is no second act."""
    joined = any(t.child("cc") or t.tag != "VBG" for t in (gerund, *gerund.head.conjuncts[1:], *gerund.conjuncts))
    return gerund.tag == "VBG" and not joined


def like_adverb(word: Token) -> bool:
    """Whether a word that was taken for an adverb has an object: "deepen trust and further exchanges"."""
    return word.tag.startswith("RB") and word.child("obj") is not None


def modal(verb: Token) -> str:
    """The modal verb of a clause, lower-cased, or empty."""
    for c in verb.children:
        if c.dep == "aux" and c.tag == "MD":
            return {"'ll": "will", "wo": "will", "ca": "can", "'d": "would"}.get(c.lower, c.lower)
    return ""


def extent(head: Token, tokens: Sequence[Token], *, keep: frozenset[str] = frozenset()) -> tuple[int, int]:
    """First and last token of the clause or phrase of ``head``, without subject, particle and coordinated clauses.

    ``tokens`` are those of the document; relations in ``keep`` stay inside.
    """
    out = NOT_OF_THE_ACTION - keep
    first = head.i
    for c in head.children:
        if c.i < head.i and c.dep not in out | {"punct", "case", "parataxis", "ccomp", "advcl", "obl", "conj"}:
            first = min(first, c.left)
    last = _last(head, tokens)
    return first, last


def _last(head: Token, tokens: Sequence[Token]) -> int:
    last = head.right
    for other in _later_clauses(head):
        last = min(last, other.left - 1)
    while last > head.i and (tokens[last].dep in {"cc", "punct"} or tokens[last].text in {",", ";", "and", ".", ":"}):
        if tokens[last].text in {")", "”", '"'}:
            break
        last -= 1
    return last


def _stands_alone(clause: Token) -> bool:
    """Whether an adverbial clause tells of something else: "while X does", "after it left"."""
    return clause.child(*SUBJECTS) is not None and any(c.lower in ASIDE for c in clause.all("mark", "advmod"))


def _later_clauses(head: Token) -> Iterator[Token]:
    """Clauses inside the subtree of ``head`` that are statements of their own."""
    stack = [c for c in head.children if c.right > head.i]
    while stack:
        token = stack.pop()
        if shares_object(head, token) or (token.head is not head and shares_object(token.head, token)):
            stack += token.children
            continue
        row = token.dep == "advcl" and token.tag in BASE_FORMS and head.tag in BASE_FORMS
        row = row and (in_a_row(token) or token.child("cc") is not None)
        alone = _stands_alone(token) and not token.head.tag.startswith("RB")  # not "as soon as it can"
        if token.dep == "advcl" and token.i > head.i and (row or alone):
            yield token
            continue
        past = token.tag == "VBD" or (token.tag == "VBN" and head.tag in BASE_FORMS)
        if token.i > head.i and token.dep == "conj" and past and head.tag in BASE_FORMS | {"VBG"}:
            yield token
            continue
        verbal = (token.pos == "VERB" and token.tag not in {"VBG", "VBN"}) or like_adverb(token)
        finite = token.i > head.i and token.dep == "conj" and verbal
        inside = token.head.dep == "ccomp" and token.head is not head and modal(token.head)
        if finite and not inside and (token.head is head or token.tag in BASE_FORMS):
            yield token
            continue
        perfect = token.tag == "VBN" and any(c.tag in {"VBD", "VBZ", "VBP", "MD"} for c in token.all("aux", "aux:pass"))
        if token.i > head.i and token.dep == "conj" and token.head is head and perfect:
            yield token
            continue
        stated = token.dep == "conj" and any(c.lower == "that" for c in token.all("mark"))
        if token.i > head.i and (token.dep == "parataxis" or (stated and token.child(*SUBJECTS))):
            yield token
            continue
        beside = token.i > head.i and token.dep == "conj" and token.head is head
        if beside and any(c.tag in {"VBZ", "VBP", "VBD"} for c in token.all("cop")):
            yield token
            continue
        if token.dep == "conj" and token.tag == "VBG" and token.head is head and head.tag == "VBG":
            yield token
            continue
        stack += token.children
