"""Positions: stances without a future act (codebook section 11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.extract.commitments.lexicon import lexicon as commitments
from comity.extract.commitments.lists import headed
from comity.extract.draft import Draft
from comity.extract.positions.extents import against, bare, before_more, opposed_from
from comity.extract.positions.judging import (
    denies_then,
    judged,
    judgement,
    quoted_whole,
    tells_of_the_past,
    told_as,
    undecided,
    within_others,
)
from comity.extract.positions.lexicon import lexicon
from comity.extract.positions.taking import ACTS, foreseen, stance
from comity.extract.positions.telling import (
    compliments,
    courteous,
    praises_an_occasion,
    promises,
    refuses,
    stands_with,
    stood_for,
    thanked,
)
from comity.extract.positions.wider import further
from comity.language.clauses import complements, extent, modal, told
from comity.language.reading import Reading
from comity.language.speech import FIRST_PERSON, before_report, is_speech
from comity.language.syntax import CLOSED, SUBJECTS, Sentence, Token
from comity.vocab import load

BACKGROUND = frozenset({"when", "after", "before", "since", "once"})
"""Openers of clauses that tell when something was, not what anybody holds."""
NOBODY = frozenset({"nobody", "none", "nothing"})


def positions(reading: Reading) -> list[Draft]:
    """The positions of a document, at most one for each stating or holding verb, in document order."""
    out: list[Draft] = []
    actor: Token | None = None  # who says what the items of a list say
    for sentence in reading.sentences:
        if sentence.block.zone == "headline":
            continue
        actor = actor if sentence.block.zone == "list_item" else headed(sentence)
        reach = -1
        if made := _quoted(reading, sentence):
            out.append(made)
            continue
        for token in sentence.tokens:
            if token.i <= reach or token.pos in CLOSED:
                continue
            opens = token.is_root and sentence.block.zone == "list_item"
            for made in _of(reading, token, actor if opens else None):
                out.append(made)
                reach = max(reach, made.at)
    return within_others(out)


def _quoted(reading: Reading, sentence: Sentence) -> Draft | None:
    """A sentence of a running quotation that takes a stand in the present ("Such concerns make no sense at all.")."""
    speaker = reading.references.quoted.get(sentence.index)
    root = sentence.root
    if (
        speaker is None
        or not (_present(root) or _is_principle(reading, root))
        or (modal(root) and not _is_principle(reading, root))
        or _wills(root)
        or tells_of_the_past(root)
    ):
        return None
    if not (_marked(reading, root) or _is_principle(reading, root)) or root.lemma in lexicon().holding:
        return None
    first, last = bare(reading.tokens, sentence.tokens[0].i, sentence.tokens[-1].i)
    return next(stance(reading, root, speaker, first, last, "quoted"), None)


def _wills(root: Token) -> bool:
    """Whether a verb governs a future act of whoever says "we" ("We look forward to V-ing")."""
    governors = load("commitments")["verbs"]
    ours = any(c.lower in FIRST_PERSON for c in root.all("nsubj"))
    return root.lemma in governors["planned"]["clause"] or (
        ours and any(root.lemma in governors[name]["clause"] for name in ("hoped", "expected", "pledged", "agreed"))
    )


def _of(reading: Reading, token: Token, actor: Token | None) -> Iterator[Draft]:
    words = lexicon()
    predicate = token.child("cop") or (token.tag == "VBN" and token.child("aux:pass"))
    if (predicate and (token.lower in words.feeling or _sides_with(token))) or _stays(token):
        yield from _felt(reading, token)
    elif token.lemma in words.unrecognised and token.tag == "VBN" and token.child("aux:pass"):
        yield from further(reading, token)
    elif token.is_verb and (token.lemma in words.holding or _refused(token) or stands_with(token) or stood_for(token)):
        yield from list(_held(reading, token, actor)) or further(reading, token)
    elif token.is_verb and token.lemma in words.stating:
        yield from list(_stated(reading, token, actor)) or further(reading, token)
    elif token.lemma in words.nouns and token.tag.startswith("NN"):
        yield from list(_named(reading, token)) or further(reading, token)
    else:
        yield from further(reading, token)


def _stays(adjective: Token) -> bool:
    """ "remains neutral", "stays opposed to X"."""
    words = lexicon()
    feels = adjective.dep == "xcomp" and (adjective.lower in words.feeling or adjective.lower in words.apart)
    return feels and adjective.head.lemma in words.staying


def _sides_with(noun: Token) -> bool:
    """ "is against any change", "are in favour of opening"."""
    case = noun.child("case")
    return case is not None and (case.lower in lexicon().siding or noun.lower in lexicon().siding_with)


def _refused(verb: Token) -> bool:
    """ "does not approve of", "will not" left out: a stance only where it is denied."""
    thing = verb.child("obj")
    if verb.lemma == "take" and thing is not None and thing.lemma == "side":
        return True
    return verb.lemma in lexicon().refused and any(c.lower in {"not", "n't", "n’t"} for c in verb.children)


def _felt(reading: Reading, head: Token) -> Iterator[Draft]:
    """ "X is apprehensive about Y", "X is against Y"."""
    subject = head.child(*SUBJECTS) or head.subject()
    if subject is None or foreseen(head):
        return
    first = min([head.i, *(c.left for c in head.children if c.dep in {"case", "advmod"} and c.i < head.i)])
    last = before_report(head, extent(head, reading.tokens)[1])
    yield from stance(reading, head, subject, first, last, "feeling")


def _held(reading: Reading, verb: Token, actor: Token | None) -> Iterator[Draft]:
    """ "China opposes X", "Cambodia has denied that X"."""
    listed = verb.head if verb.dep == "conj" and verb.head.tag == "VBG" else verb  # "accused X of V-ing and V-ing"
    loose = verb.dep not in {"advcl", "conj"} or listed.child("mark", "case") is not None
    dangling = verb.tag == "VBG" and loose and not verb.child("aux")
    if dangling or (verb.tag == "VB" and not verb.child("aux")) or verb.child("nsubj:pass") or foreseen(verb):
        return
    if verb.tag == "VBD" and any(c.lower in BACKGROUND for c in verb.all("mark", "advmod")):
        return  # "since 1960, when X recognised Y"
    subject = verb.doer() or actor
    if any(c.lower == "what" for c in (verb.head, *verb.children)) or thanked(verb):
        return  # "through what it regards as its waters"
    clause = verb.child("ccomp") if verb.lemma in lexicon().trustful else None
    weighed = verb.lemma in commitments().verbs and any(c.kind == "gerund" for c in complements(verb))
    if subject is None or weighed or courteous(reading, verb) or (clause is not None and modal(clause) in ACTS):
        return  # "trusts that X will V" is a hope, "considers opening a line" a plan
    told = next((c for c in verb.all("ccomp") if c.right < verb.i and not verb.child("obj")), None)
    if told is None and not _said(verb):
        yield from _of_what_is_named(reading, verb, subject)
        return
    if verb.dep == "conj" and verb.head.lemma in lexicon().holding and not stood_for(verb):
        return
    first = min([verb.i, *(c.left for c in verb.children if c.dep == "advmod" and c.i < verb.i)])
    last = before_report(verb, extent(verb, reading.tokens)[1])
    if told is not None:  # "the ban is illegal, X believes"
        first, last = bare(reading.tokens, told.left, told.right)
    yield from stance(reading, verb, subject, first, last, "holding")


def _of_what_is_named(reading: Reading, verb: Token, subject: Token) -> Iterator[Draft]:
    """ "a charge Rwanda denies": the thing stands before the clause."""
    thing = verb.head
    if verb.dep != "acl:relcl" or subject is thing or thing.i > verb.i or not verb.child("nsubj"):
        return
    first = min([thing.i, *(c.left for c in thing.all("amod", "compound", "nmod:poss"))])
    for made in stance(reading, verb, subject, first, verb.i, "holding"):
        made.speaker = ""  # said beside what another said
        yield made


def _said(verb: Token) -> bool:
    """Whether the verb has something to say it about."""
    after = [c for c in verb.children if c.i > verb.i]
    return any(c.dep in {"obj", "iobj", "ccomp", "obl", "xcomp"} or (c.dep == "advcl" and _from(c)) for c in after)


def _from(clause: Token) -> bool:
    """ "abstained from condemning X"."""
    return clause.tag == "VBG" and any(c.lower == "from" for c in clause.all("mark"))


def _stated(reading: Reading, verb: Token, actor: Token | None) -> Iterator[Draft]:
    """ "Xi stressed the need to X", "described X as Y", "X is a priority, he said"; each "that" clause by itself."""
    subject = verb.doer() or _let(verb) or actor
    content = _content(verb)
    if subject is None or content is None or verb.child("nsubj:pass") or foreseen(verb):
        return
    clause = (_is_clause(content) and not _plain_gerund(content)) or content is verb.head
    beside = (*content.all("conj"), *verb.all("conj")) if clause else ()
    more = [c for c in beside if any(x.lower == "that" for x in c.all("mark"))]
    for one in (content, *more):
        if _takes_stand(reading, verb, one, clause, subject):
            first, last = _words(reading, verb, one)
            last = min([last, *(c.left - 1 for c in more if one is content)])
            by = one.child(*SUBJECTS) if clause else None
            first, last = bare(reading.tokens, first, last)
            yield from stance(reading, verb, subject, first, last, "stating", owner=by)


def _takes_stand(reading: Reading, verb: Token, content: Token, clause: bool, subject: Token) -> bool:
    """Whether what is stated takes a stand, and neither promises, demands nor compliments."""
    if compliments(reading, verb, content) or stood_for(content) or (clause and praises_an_occasion(content)):
        return False
    ruled = clause and _is_principle(reading, content)
    if clause and ((modal(content) in ACTS and not ruled) or content.lemma in lexicon().holding or promises(content)):
        return False
    if content.dep == "obj" and content.lemma in load("commitments")["nouns_of_will"]:
        return False
    if verb.lemma not in lexicon().needing_mark or ruled:
        return True
    if clause and verb.lemma in lexicon().lasting and verb.tag in {"VBZ", "VBP"}:
        return True
    if clause and (undecided(content) or tells_of_the_past(content)):
        return False
    then = denies_then(verb, content) or _verdict(verb, content)
    known = any(a.kind in {"state", "org", "person"} for a in reading.actors(subject))
    marked = _marked(reading, content) or judged(verb) or (known and quoted_whole(content))
    return then or (marked and (not clause or _present(content) or refuses(content)))


def _let(verb: Token) -> Token | None:
    """ "Let me emphasise that": whoever speaks."""
    above = verb.head
    mine = above.child("obj", "iobj") if above.lemma == "let" and verb.dep in {"xcomp", "ccomp"} else None
    return mine if mine is not None and mine.tag == "PRP" else None


def _is_principle(reading: Reading, clause: Token) -> bool:
    """Whether a clause says what ought to be, and asks nobody: "no country should be forced", "trade must be fair"."""
    subject = clause.child(*SUBJECTS)
    if subject is None:
        return False
    if subject.lower in NOBODY or any(c.lower == "no" for c in subject.all("det")):
        return bool(modal(clause)) or (_present(clause) and not any(c.lemma == "have" for c in clause.all("aux")))
    lasting = clause.child("cop", "aux:pass") is not None and modal(clause) in {"should", "must"}
    asked = [a for head in (subject, *clause.all("obl:agent", "obl")) for a in reading.actors(head)]
    return lasting and subject.tag != "PRP" and not any(a.kind in {"person", "state", "org"} for a in asked)


def _content(verb: Token) -> Token | None:
    """What is stated: a clause, an object, or the phrase that "warn" and the like take; None for an order."""
    if any(c.kind == "infinitive" for c in complements(verb)):
        return None
    after = [c for c in verb.children if c.i > verb.i]
    clause = next((c for c in (*verb.children, *told(verb)) if _is_clause(c) and not is_speech(c)), None)
    thing = next((c for c in after if c.dep == "obj"), None)
    phrase = _phrase(after) if verb.lemma in lexicon().with_phrase else None
    if thing is None and clause is None and (fronted := judgement(verb)) is not None and verb.child("obj"):
        return fronted  # "which X calls discriminatory"
    if thing is None and verb.lemma in lexicon().naming | lexicon().underlining:
        thing = next((c for c in after if c.dep in {"xcomp", "ccomp", "advcl"} and _plain_gerund(c)), None)
    behind = verb.dep == "parataxis" and verb.head.i < verb.i and thing is None
    if verb.dep == "parataxis" and (not after or (clause is None and (behind or verb.lemma == "tell"))):
        return verb.head  # "…," she told reporters; "…," he wrote on Monday
    if phrase is not None and thing is not None and clause is None and verb.lemma in lexicon().with_phrase:
        return phrase
    return clause or (thing if verb.lemma not in lexicon().clause_only else None) or phrase


def _phrase(after: Sequence[Token]) -> Token | None:
    """What is warned of or insisted on; what is warned against goes before the day on which it is."""
    phrases = [c for c in after if c.dep == "obl" or _warned(c)]
    return next((c for c in phrases if against(c)), phrases[0] if phrases else None)


def _is_clause(child: Token) -> bool:
    """Whether a child is a clause that is stated, also where the parser has no name for its relation."""
    if child.dep.startswith("acl"):
        return any(c.lower == "that" for c in child.all("mark"))
    if child.dep == "parataxis" and any(c.tag in {"WRB", "WDT", "WP"} for c in child.all("advmod", "nsubj")):
        return False  # "— where they raised their ties to a partnership —"
    return child.dep in {"ccomp", "parataxis"} or (child.dep == "dep" and child.child(*SUBJECTS) is not None)


def _plain_gerund(clause: Token) -> bool:
    return clause.tag == "VBG" and not clause.child("mark", *SUBJECTS)


def _warned(clause: Token) -> bool:
    """ "cautioned against staging a withdrawal"."""
    return (
        clause.dep == "advcl" and clause.tag == "VBG" and any(c.lower in {"against", "of"} for c in clause.all("mark"))
    )


def _present(clause: Token) -> bool:
    """Whether a clause is in the present: a stance is held now, a report of what happened is none."""
    return clause.tag in {"VBZ", "VBP"} or any(c.tag in {"VBZ", "VBP"} for c in clause.all("cop", "aux"))


def _verdict(verb: Token, clause: Token) -> bool:
    """Whether a judgement is reported in the past: "said the attack was unacceptable"."""
    judged = clause.lower in lexicon().verdicts and clause.child("cop") is not None
    return verb.tag in {"VBD", "VBZ"} and (judged or clause.lemma in lexicon().wronging)


def _words(reading: Reading, verb: Token, content: Token) -> tuple[int, int]:
    """First and last token of what is stated, the reporting clause left out."""
    tokens = reading.tokens
    first, last = content.left, content.right
    if content is verb.head:
        last = verb.left - 1
    elif content.i > verb.i and (word := against(content)) is not None:
        return bare(tokens, opposed_from(verb, word), before_more(tokens, content, last))
    elif content.dep == "obj":
        beside = (*verb.all("obl", "xcomp", "advcl", "obl:unmarked"), *verb.all("obj")[1:])
        last = max([last, *(c.right for c in beside if c.i > content.i and told_as(c))])
    while first < content.i and _opens(tokens[first], content):
        first += 1
    return bare(tokens, first, before_more(tokens, content, last))


def _opens(token: Token, content: Token) -> bool:
    """Whether a word only leads up to what is stated; the preposition of "With this step, we …" is part of it."""
    led = token.dep in {"mark", "punct", "cc"} or (token.dep == "case" and token.head is content)
    return led or _is_that(token, content)


def _is_that(token: Token, clause: Token) -> bool:
    """Whether a word is the "that" of a clause, also where the parser took it for a determiner: "that trade must"."""
    return token.lower == "that" and clause.dep == "ccomp" and clause.child(*SUBJECTS) is token.head


def _marked(reading: Reading, content: Token) -> bool:
    marks = lexicon().marks
    if refuses(content):
        return True
    return any(t.lower in marks or t.lemma in marks for t in reading.tokens[content.left : content.right + 1])


def _named(reading: Reading, noun: Token) -> Iterator[Draft]:
    """ "expressed full support for X", "X's opposition to Y"."""
    wanted = lexicon().nouns[noun.lemma]
    about = [c for c in (*noun.children, *noun.head.all("obl")) if c.i > noun.i]
    about = [c for c in about if any(x.lower in wanted for x in c.children if x.dep in {"case", "mark"})]
    if noun.dep in {"nsubj", "nsubj:outer"} and noun.head.child("cop") and noun.head.child("mark"):
        yield from _said_to_be(reading, noun)
        return
    if not about:
        yield from _from_somebody(reading, noun)
        return
    if noun.head.tag == "VBG" and noun.head.head.lemma in commitments().verbs:
        return  # "assured X of giving priority to Y" promises it
    told = noun.is_root or noun.dep in {"nsubj", "nsubj:pass", "conj"} or noun.head.lemma in lexicon().expressing
    owner = noun.child("nmod:poss") if told else None
    owner = owner or next((c for c in noun.all("nmod") if any(x.lower == "from" for x in c.all("case"))), None)
    if owner is None and noun.head.is_verb and noun.head.lemma in lexicon().expressing:
        owner = noun.head.subject()
    if owner is not None:
        first = max(noun.left, owner.right + 1) if owner.head is noun else noun.left
        last = max(noun.right, about[0].right)
        yield from stance(reading, noun, owner, *bare(reading.tokens, min(first, noun.i), last), "named")


def _from_somebody(reading: Reading, noun: Token) -> Iterator[Draft]:
    """ "strong opposition from X and Y"."""
    near = (*noun.all("nmod"), *(c for c in noun.head.all("obl") if c.left == noun.i + 1))
    owner = next((c for c in near if c.i > noun.i and any(x.lower == "from" for x in c.all("case"))), None)
    if owner is None or noun.lemma not in lexicon().sided or not all(a.iso3 for a in reading.actors(owner)):
        return
    first = next(t.i for t in reading.tokens[noun.left :] if t.dep not in {"case", "punct", "det", "cc"})
    yield from stance(reading, noun, owner, first, noun.right, "named")


def _said_to_be(reading: Reading, noun: Token) -> Iterator[Draft]:
    """ "X's position is that Y belongs to X"."""
    owner, clause = noun.child("nmod:poss"), noun.head
    if owner is None or not _present(clause):
        return
    mark = clause.child("mark")
    first = mark.i + 1 if mark is not None else clause.left
    last = before_report(clause, extent(clause, reading.tokens)[1])
    yield from stance(reading, noun, owner, first, last, "named")
