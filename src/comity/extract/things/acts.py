"""What is done with a thing: the word that governs its name, and whether that is done, decided or only foreseen.

A kind brings its lexicon (word to stage); here the governing word is looked for beside the name first and in the tree
after that, because long names are what parsers attach worst.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from comity.extract.things.phrases import Phrase, papers, words
from comity.language.reading import Reading
from comity.language.syntax import RELATIVE, Token

Outlook = Literal["done", "decided", "foreseen"]
_EMBEDDED = frozenset({"xcomp", "ccomp", "obj", "nmod", "obl", "acl", "nsubj:pass", "conj", "csubj", "nsubj", "advcl"})
_REACH = 16
_BACK = 5


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words to stages: verbs with the thing as object or participle, as subject, and nouns ("signing of")."""

    objects: Mapping[str, str]
    subjects: Mapping[str, str]
    nouns: Mapping[str, str]

    @classmethod
    def of(cls, data: Mapping[str, Mapping[str, list[str]]]) -> Lexicon:
        """The lexicon from lists of words by stage, as ``vocab`` keeps them."""
        flat = {
            part: {w: stage for stage, ws in data[part].items() for w in ws}
            for part in ("objects", "subjects", "nouns")
        }
        return cls(flat["objects"], flat["subjects"], flat["nouns"])


@dataclass(frozen=True, slots=True)
class Act:
    """The governing word, the stage it gives, how firm that is, and whether the thing is its subject.

    ``near`` tells that the word governs the thing itself, not through another noun.
    """

    word: Token
    stage: str
    outlook: Outlook
    subject: bool = False
    near: bool = True


def find_act(reading: Reading, found: Phrase, lexicon: Lexicon) -> Act | None:
    """What is done with the thing, or None where its sentence does not say."""
    said = next(_candidates(reading, found, lexicon), None)
    if said is None or not said[1]:
        said = next((more for more in _beside(found, lexicon) if more[1] or said is None), said)
    if said is None:
        return None
    word, stage, subject, near = said
    return Act(word, stage, outlook(word, found), subject, near)


def _candidates(reading: Reading, found: Phrase, lexicon: Lexicon) -> Iterator[tuple[Token, str, bool, bool]]:
    noun = noun_before(reading, found)
    if noun is not None and noun.lemma in lexicon.nouns:
        yield noun, lexicon.nouns[noun.lemma], False, True
    after = _participle(reading, found, lexicon)
    if after is not None and after.i - found.end <= 1:
        yield after, lexicon.objects[after.lemma], False, True
    yield from _above(found.head, lexicon)
    if after is not None:
        yield after, lexicon.objects[after.lemma], False, True
    verb = _verb_before(reading, found, lexicon)
    if verb is not None:
        yield verb, lexicon.objects[verb.lemma], False, True


def _beside(found: Phrase, lexicon: Lexicon) -> Iterator[tuple[Token, str, bool, bool]]:
    """What participles and relative clauses behind the name say: "a cable, paid for by X, will connect Y"."""
    for participle in found.head.all("acl"):
        if participle.tag == "VBN" and participle.i > found.last and participle.lemma in lexicon.objects:
            yield participle, lexicon.objects[participle.lemma], False, True
    yield from _relative(found.head, lexicon)


def _relative(head: Token, lexicon: Lexicon) -> Iterator[tuple[Token, str, bool, bool]]:
    """What the relative clause behind the name says: "that X is building", "which will link A and B"."""
    for clause in head.all("acl:relcl"):
        for verb in (v for v in clause.conjuncts if v.is_verb):
            subject = clause.child("nsubj", "nsubj:pass")
            itself = subject is not None and subject.lower in RELATIVE
            passive = verb.child("aux:pass") is not None
            if itself and not passive and verb.lemma in lexicon.subjects:
                yield verb, lexicon.subjects[verb.lemma], True, True
            elif verb.lemma in lexicon.objects and (passive if itself else not _has_object(verb)):
                yield verb, lexicon.objects[verb.lemma], False, True


def _has_object(verb: Token) -> bool:
    """Whether a verb of a relative clause acts on something else than what the clause is about."""
    thing = verb.child("obj")
    return thing is not None and thing.lower not in RELATIVE


def noun_before(reading: Reading, found: Phrase) -> Token | None:
    """The noun of which the name is the complement: "signing" in "the signing of the new treaty"."""
    tokens, start = reading.tokens, found.head.sentence.tokens[0].i
    i = found.first - 1
    while i > start and tokens[i].lower in words("determiners") | {"“", '"', "'s"}:
        i -= 1
    if i > start and tokens[i].tag in {"IN", "TO"} and tokens[i - 1].tag.startswith("N"):
        return tokens[i - 1]
    return None


def _participle(reading: Reading, found: Phrase, lexicon: Lexicon) -> Token | None:
    """A participle after the name ("documents in many fields signed between …"), or the passive verb of its clause."""
    tokens, stop = reading.tokens, found.head.sentence.tokens[-1].i
    for i in range(found.last + 1, min(stop, found.last + _REACH) + 1):
        token = tokens[i]
        if token.tag in {"VBD", "VBZ", "VBP", "MD"} and token.tag != "VBN" and token.lemma not in {"be", "have"}:
            return None
        if token.text in {";", ":"} or (
            token.tag == "CC" and i + 1 <= stop and tokens[i + 1].lower in words("openers")
        ):
            return None
        if token.tag == "VBN" and token.lemma in lexicon.objects and not token.child("nsubj"):
            if token.dep == "acl" and token.head.i > found.end and token.head.lower in words("another_one"):
                return None  # "the treaty is modelled on one reached in 1995"
            near = i - found.end <= 2 or token.dep.startswith(("acl", "ROOT"))
            return token if near else None
    return None


def _above(head: Token, lexicon: Lexicon) -> Iterator[tuple[Token, str, bool, bool]]:
    """The governors of the head in the lexicon, nearest first, up to the verb of its clause.

    Only nouns and verbs that add nothing of their own ("a series of …", "witness the signing of …") are climbed past.
    """
    token, near = head, True
    for _ in range(6):
        if token.is_root:
            return
        up, dep = token.head, token.dep
        if dep in {"conj", "appos"} and not up.is_verb:
            token = up.head if _counted_beside(token, up.head) else up
            continue
        if dep in {"nsubj", "nsubj:pass"} and (raised := _raised(up)) is not None:
            up, dep = raised, "nsubj:pass" if raised.child("aux:pass") else "nsubj"
        subject = dep in {"nsubj", "csubj"} and not up.child("aux:pass")
        if dep == "obl" and (beside := _subject_of_talks(token, up, lexicon)) is not None:
            yield beside, lexicon.nouns[beside.lemma], False, near
        if subject and up.lemma in lexicon.subjects:
            yield up, lexicon.subjects[up.lemma], True, near
        elif not subject and up.is_verb and up.lemma in lexicon.objects and not _adjunct(token, up):
            yield up, lexicon.objects[up.lemma], False, near
        elif not subject and not up.is_verb and up.lemma in lexicon.nouns and dep in {"nmod", "compound", "obl", "acl"}:
            yield up, lexicon.nouns[up.lemma], False, near
        if subject or up.lemma not in words("transparent"):
            return
        token, near = up, False


def _counted_beside(token: Token, paper: Token) -> bool:
    """ "An agreement on trade and two protocols", the protocols hung beside the trade: they go with the agreement."""
    return token.child("nummod") is not None and {token.lemma, paper.lemma} <= papers()


def _subject_of_talks(token: Token, verb: Token, lexicon: Lexicon) -> Token | None:
    """ "Entered into negotiations with X on a treaty", the treaty hung onto the verb: what the negotiations are on."""
    on = any(c.lower in {"on", "over", "about"} for c in token.all("case"))
    before = (c for c in verb.all("obj", "obl") if c.i < token.i and c.lemma in lexicon.nouns)
    return next(before, None) if on else None


def _raised(up: Token) -> Token | None:
    """The verb that a word of expectation hands its subject to ("is due to open", "is expected to be signed")."""
    if up.lemma in words("foreseen", "governors") or up.lower in words("foreseen", "governors"):
        return next((c for c in up.children if c.dep in {"xcomp", "advcl"} and _infinitive(c)), None)
    return None


def _infinitive(verb: Token) -> bool:
    passive = verb.tag == "VBN" and any(c.tag == "VB" for c in verb.all("aux:pass"))
    return verb.tag == "VB" or passive


def _adjunct(token: Token, verb: Token) -> bool:
    """Whether a phrase says where, when or by what, not what is acted on ("connected by roads")."""
    if token.dep not in {"obl", "nmod", "obl:agent"}:
        return False
    cases = {c.lower for c in token.children if c.dep == "case"}
    if cases & words("beside"):
        return False
    return bool(cases & words("adjuncts")) or ("from" in cases and verb.lemma not in words("leaving"))


def _verb_before(reading: Reading, found: Phrase, lexicon: Lexicon) -> Token | None:
    """The verb right before the name, whatever the tree says."""
    tokens, start = reading.tokens, found.head.sentence.tokens[0].i
    for i in range(found.first - 1, max(start, found.first - _BACK) - 1, -1):
        token = tokens[i]
        if token.is_verb:
            return token if token.lemma in lexicon.objects else None
        if token.text in {",", ";", ".", ":"} or token.tag.startswith("N"):
            return None
    return None


def outlook(word: Token, found: Phrase) -> Outlook:
    """Whether the act is done, decided on ("agreed to build") or only foreseen ("will sign", "plans for")."""
    if any(c.dep == "amod" and c.lower in words("foreseen", "adjectives") for c in found.head.children):
        return "foreseen"
    return "done" if _reduced(word, found) else outlook_of(word)


def outlook_of(word: Token) -> Outlook:
    """The same by what governs a word, whatever it is done with."""
    token = word
    for depth in range(5):
        if any(c.dep == "aux" and c.lower in words("foreseen", "modals") for c in token.children):
            return "foreseen"
        if (mark := token.child("mark")) is not None and (mark.lower in words("foreseen", "marks") or _is_to(mark)):
            return "foreseen"
        up = token.head
        if token.dep == "advcl" and _dealt_on(token, up):
            return "decided"
        if _closes(token, outer=depth > 0):
            return _bare(word) if token is word else "done"
        if token.tag == "VB" and token.dep == "advcl" and _dealt(token, up):
            return "decided"
        if token.dep in _EMBEDDED and not (token.dep == "advcl" and token.tag == "VBN"):
            if up.lemma in words("agreed", "governors"):
                return "decided"
            if up.lemma in words("foreseen", "governors") or up.lower in words("foreseen", "governors"):
                return "foreseen"
            if token.tag == "VB" and token.dep in {"advcl", "acl"}:
                return "foreseen"
        token = up
    return _bare(word)


def _dealt(verb: Token, up: Token) -> bool:
    """ "Signed a deal to build a railway": the infinitive right behind the deal says what is agreed."""
    deal, mark = up.child("obj"), verb.child("mark")
    near = deal is not None and mark is not None and mark.i == deal.i + 1
    return near and deal is not None and deal.lemma in words("agreed", "governors") and up.tag in {"VBD", "VBN", "VBZ"}


def _dealt_on(gerund: Token, up: Token) -> bool:
    """ "A deal has been signed on building a line", "reached an agreement on building one"."""
    deals = (c for c in up.all("obj", "nsubj:pass") if c.lemma in words("agreed", "governors"))
    marked = any(c.lower in {"on", "for"} for c in gerund.all("mark"))
    return gerund.tag == "VBG" and marked and up.is_verb and next(deals, None) is not None


def _is_to(mark: Token) -> bool:
    """Whether the "to" follows a form of "be": "is to be built", "are to meet"."""
    before = mark.sentence.tokens[mark.i - mark.sentence.tokens[0].i - 1]
    return mark.lower == "to" and before.i < mark.i and before.lemma == "be" and before.tag in {"VBZ", "VBP", "VBD"}


def _bare(word: Token) -> Outlook:
    """A bare infinitive cut off from what governs it ("agreed to open A; build B") is no deed yet."""
    if not _uninflected(word) or word.head.lemma in words("helping"):
        return "done"
    earlier = (t for t in word.sentence.tokens if t.i < word.i)
    return "decided" if any(t.lemma in words("agreed", "governors") for t in earlier) else "foreseen"


def _uninflected(word: Token) -> bool:
    """An infinitive, also one that was taken for a present tense beside a past one ("agreed to open A; build B")."""
    present = word.tag == "VBP" and word.dep == "conj" and word.head.tag == "VBD" and not word.child("nsubj")
    return word.tag == "VB" or present


def _closes(token: Token, *, outer: bool) -> bool:
    """Whether a statement of its own ends here: what governs it says nothing on whether it is done."""
    adverbial = token.dep == "advcl" and token.tag != "VB" and not _gerund_object(token)
    if token.is_root or token.dep in {"acl:relcl", "parataxis"} or adverbial:
        return True
    return _finite(token) and (outer or token.dep == "conj")


def _gerund_object(token: Token) -> bool:
    """ "Proposed forming a committee", "agreed on forming one": a gerund right behind its governor is no clause."""
    apart = [c for c in token.all("mark", "nsubj") if c.lower not in words("gerund_marks")]
    return token.tag == "VBG" and token.left == token.head.i + 1 and not apart


def _reduced(word: Token, found: Phrase) -> bool:
    """Whether the act is a participle on the name: done, unless "to be" stands before it."""
    return word.tag == "VBN" and word.dep == "acl" and word.i > found.last and not word.child("aux:pass")


def _finite(token: Token) -> bool:
    return token.tag in {"VBD", "VBZ", "VBP"} and not token.child("mark")
