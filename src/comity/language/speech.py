"""Who says it: the speaker of each stretch, from reporting verbs, "according to" and quotation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from comity.language.syntax import FINITE, SUBJECTS, Sentence, Token
from comity.vocab import load

FIRST_PERSON = frozenset({"i", "we"})
CONTRASTS = frozenset({"while", "whereas", "although", "though", "after", "before", "since", "because"})
QUOTES = frozenset('"“«„')


@cache
def _verbs() -> frozenset[str]:
    return frozenset(load("speech")["verbs"])


@cache
def _lists(name: str) -> frozenset[str]:
    return frozenset(load("speech")[name])


@cache
def _carriers() -> frozenset[str]:
    return frozenset(load("speech")["carriers"])


def is_speech(token: Token) -> bool:
    """Whether the word is a verb of speech."""
    return token.lemma in _verbs() and token.tag.startswith("VB")


def speech_subject(token: Token, *, itself: bool = True) -> Token | None:
    """The noun phrase's head of whoever utters the clause in which ``token`` stands, or None for the outlet itself.

    Climbs to the nearest reporting verb above whose subject the token is not part of; a parenthetic report ("…, he
    said") and "according to X" count for the clause they stand beside. Without ``itself`` a token that is a reporting
    verb is taken as what is reported, not as the report.
    """
    below = token
    for verb in (token, *token.ancestors()):
        if (
            is_speech(verb)
            and (verb is not below or (verb is token and itself))
            and not verb.child("nsubj:pass", "aux:pass")
            and not _aside(below)
        ):
            subject = verb.subject()
            if subject is not None and not token.within(subject):
                return _cited(verb) or _outermost(verb) or subject
        for child in verb.children:
            inserted = child.dep == "parataxis" or (child.dep == "advcl" and child.tag in FINITE)
            if child is not below and inserted and is_speech(child) and not child.child("mark"):
                subject = _cited(child) or child.child(*SUBJECTS)
                if subject is not None:
                    return subject
        if source := source_of(verb):
            return source
        below = verb
    return None


def _of_its_own(clause: Token) -> bool:
    """Whether a semicolon parts a clause from the one it stands beside: "X rejected it; Y later accused Z"."""
    tokens = clause.sentence.tokens
    between = tokens[clause.head.i + 1 - tokens[0].i : clause.i - tokens[0].i]
    return clause.dep == "parataxis" and any(t.text == ";" for t in between)


def _cited(report: Token) -> Token | None:
    """ "X met Y, the agency cites the ministry": whom an outlet cites vouches for it."""
    return report.child("obj") if report.lemma in _lists("citing") else None


def _outermost(report: Token) -> Token | None:
    """Who vouches for a report within a report: "X said Y hoped to V" is told by X; None where nothing is above."""
    top = report
    while top.dep == "conj" and top.head.i < top.i:
        top = top.head
    above = top.head
    if top.dep == "ccomp" and is_speech(above) and not above.child("nsubj:pass", "aux:pass"):
        return _outermost(above) or above.subject()
    asides = (c for c in top.children if c.dep == "parataxis" and is_speech(c) and not _of_its_own(c))
    beside = next(asides, None) if top.is_root else None
    if beside is None and top.is_root and _joint(top):
        return source_of(top)
    return beside.child(*SUBJECTS) if beside is not None and beside is not report else None


def _joint(report: Token) -> bool:
    """Whether more than one utter it ("the two agreed to V"): none of them vouches for it alone."""
    subject = report.child(*SUBJECTS)
    return subject is not None and (subject.tag in {"NNS", "NNPS"} or subject.child("conj") is not None)


def _aside(clause: Token) -> bool:
    """Whether a clause only stands beside a report: "X pledged aid, while Y offered to V"."""
    return (
        clause.dep == "advcl"
        and any(c.lower in CONTRASTS for c in clause.all("mark"))
        and bool(clause.child(*SUBJECTS))
    )


def before_report(head: Token, last: int) -> int:
    """Leave out the attribution that follows the act: "…, Foreign Minister X said"."""
    tokens = head.sentence.tokens
    offset = tokens[0].i
    for t in tokens[head.i + 1 - offset :]:
        if is_speech(t) and (t.is_root or t.dep == "parataxis") and not _in_between(t, last):
            commas = [c.i for c in tokens[head.i - offset : t.i - offset] if c.text == ","]
            return min(last, commas[-1] - 1) if commas else last
    return last


def _in_between(report: Token, last: int) -> bool:
    """ "X reserves the right, officials insist, to V": a report set off by commas within what it reports."""
    tokens = report.sentence.tokens
    at = report.i + 1 - tokens[0].i
    return report.dep == "parataxis" and last > report.i + 1 and at < len(tokens) and tokens[at].text == ","


def source_of(verb: Token) -> Token | None:
    """Head of the phrase that names the source of a clause ("according to X", "citing X"), or None."""
    for child in verb.children:
        if child.dep in {"obl", "nmod", "advmod", "advcl"}:
            if child.lower == "according":
                return _author(child.child("obl", "nmod", "obj"))
            marks = [c.lower for c in child.children if c.dep in {"case", "mark"}]
            if "according" in marks or "citing" in marks:
                return _author(child)
            if child.lower == "citing":
                return _author(child.child("obj"))
    return None


def _author(source: Token | None) -> Token | None:
    """Who made the data, figures or report that are named as the source."""
    if source is None or source.lemma not in _carriers():
        return source
    for child in source.children:
        if child.dep in {"nmod:poss", "compound"} and child.tag.startswith("NNP"):
            return child
        cases = {c.lower for c in child.children if c.dep == "case"}
        if child.dep == "nmod" and cases & {"of", "by", "from"}:
            return child
        if child.dep.startswith("acl") and (maker := child.child("obl:agent", "obl")) is not None:
            return maker
    return source


def sources(sentences: Sequence[Sentence]) -> dict[int, Token]:
    """Whom each sentence itself names as telling it, by index of the sentence."""
    return {s.index: found for s in sentences if (found := attribution(s))}


def attributions(sentences: Sequence[Sentence], own: dict[int, Token]) -> dict[int, Token]:
    """Who speaks in sentences that name no speaker themselves, by index of the sentence.

    A quotation that runs on belongs to the attribution at its end ("A. B," X said), one that only adds to what stood
    before to the last attribution; and after "X said:" the paragraphs that follow are X's until somebody else speaks.
    ``own`` are the ``sources`` of the sentences.
    """
    opened = _open_at(sentences)
    out = _statements(sentences, own)
    for at, sentence in enumerate(sentences):
        starts, ends = opened[at]
        if sentence.index in own or not (starts or sentence.tokens[0].text in QUOTES):
            continue
        later = next((own[s.index] for s in sentences[at + 1 : at + 4] if s.index in own), None) if ends else None
        earlier = next((own[s.index] for s in reversed(sentences[max(0, at - 4) : at]) if s.index in own), None)
        if found := later or earlier or out.get(sentence.index):
            out[sentence.index] = found
    return out


def _statements(sentences: Sequence[Sentence], own: dict[int, Token]) -> dict[int, Token]:
    """The paragraphs of a statement announced by "X said:"."""
    out: dict[int, Token] = {}
    speaker: Token | None = None
    quoted = False
    announced: Sentence | None = None
    for sentence in sentences:
        found = own.get(sentence.index)
        if found is not None and sentence.tokens[-1].text == ":":
            speaker, announced = found, sentence
        elif speaker is not None and announced is not None:
            opens = sentence.tokens[0].text in QUOTES
            quoted = opens if sentence.index == announced.index + 1 else quoted
            other = found is not None and found.lower not in FIRST_PERSON
            new_block = sentence.block is not sentences[sentence.index - 1].block
            if other or (quoted and new_block and not opens):
                speaker = None
            elif found is None:
                out[sentence.index] = speaker
    return out


def attribution(sentence: Sentence) -> Token | None:
    """The subject of the sentence's outermost reporting verb, or the source it names."""
    for token in sentence.tokens:
        if source := source_of(token):
            return source
        reports = token.is_root or token.dep in {"parataxis", "ccomp", "conj"}
        if is_speech(token) and reports and not _of_its_own(token):
            told = token.dep == "ccomp" and is_speech(token.head) and token.head.i > token.i
            subject = token.child(*SUBJECTS)
            if subject is not None and not (told and token.head.child(*SUBJECTS)):
                return subject
    return None


def _open_at(sentences: Sequence[Sentence]) -> list[tuple[bool, bool]]:
    """For each sentence whether a quotation is open where it starts and where it ends; none runs past its paragraph."""
    out: list[tuple[bool, bool]] = []
    opened = False
    block = None
    for sentence in sentences:
        opened = opened and sentence.block is block
        block = sentence.block
        before = opened
        for token in sentence.tokens:
            if token.text in {"“", "«", "„"}:
                opened = True
            elif token.text in {"”", "»"}:
                opened = False
            elif token.text == '"':
                opened = not opened
        out.append((before, opened))
    return out
