"""Words that govern a future act: "agreed to V", "called for N", "is ready to V", "plans to V", "will V"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from comity.extract.commitments.governed import ASKING, Governed, has_talks, holder_of, is_amount, of_a_state
from comity.extract.commitments.lexicon import Governor, lexicon
from comity.extract.commitments.modals import PAST, by_modal, modality_of, reported
from comity.language.clauses import BASE_FORMS, Complement, complements, coordinated, like_adverb, modal
from comity.language.reading import Reading
from comity.language.syntax import CLOSED, SUBJECTS, Token
from comity.vocab import load


def governed(reading: Reading, token: Token) -> list[Governed]:
    """The future acts that ``token`` governs; a modal clause comes before what it embeds."""
    if token.pos in CLOSED:
        return []
    found = list(_governed(reading, token))
    return [] if found and _alleged(token) else found


def _governed(reading: Reading, token: Token) -> Iterator[Governed]:
    words = lexicon()
    if token.pos in {"VERB", "AUX", "ADJ", "NOUN"} or token.child("cop"):
        yield from by_modal(reading, token)
    if token.is_root and (token.tag.startswith("N") or token.tag == "VB"):
        yield from _by_fragment(token)
    if token.lower in words.adjectives and _is_predicate(token):
        yield from _by_adjective(token)
    elif token.is_verb and token.lemma in words.verbs:
        yield from _by_verb(reading, token, words.verbs[token.lemma])
    elif token.lemma in words.nouns and token.tag.startswith("NN"):
        yield from _by_noun(token)


def _alleged(token: Token) -> bool:
    """Whether it stands in a clause that only tells a charge or a notion: "the claim that X asked for N"."""
    for clause in (token, *token.ancestors()):
        if clause.dep in {"acl", "acl:relcl"} and clause.child("mark"):
            return clause.head.lemma in lexicon().sets["alleged"]
    return False


def _is_predicate(token: Token) -> bool:
    """Whether an adjective or participle is said of somebody: "is ready", "remains committed", "expected to"."""
    if token.child("cop", "aux:pass"):
        return True
    dependent = token.dep in {"xcomp", "acl", "advcl", "conj", "acl:relcl"}
    return dependent and token.tag in {"JJ", "VBN"} and not token.is_root


def _can_want(reading: Reading, subject: Token | None) -> bool:
    """Whether whoever wants or expects it is a party; an analyst only foresees it."""
    return subject is None or any(a.kind in {"person", "state", "org"} for a in reading.actors(subject))


def _by_verb(reading: Reading, verb: Token, governor: Governor) -> Iterator[Governed]:
    """ "agreed to V", "called on X to V", "suggested that X V", "called for N"."""
    wished = verb.lemma in lexicon().sets["conditional_wishes"]
    if wished and modal(verb) != "would":
        return
    blamed = verb.tag == "VBG" and any(c.lower == "of" for c in verb.all("mark"))
    if blamed and verb.lemma in lexicon().sets["weak"]:
        return  # "accused X of seeking to V"
    current = any(c.dep in {"aux", "aux:pass"} and c.tag in {"VBZ", "VBP"} for c in verb.children)
    weak_past = verb.lemma in lexicon().sets["weak"] and verb.tag in PAST and not reported(verb) and not current
    if weak_past and governor.modality in {"planned", "hoped"}:
        return
    impersonal = verb.child("expl") or next((c for c in verb.all("nsubj:pass") if c.lower == "it"), None)
    passive = verb.child("nsubj:pass") if governor.modality not in {"expected", "planned"} and not impersonal else None
    subject = None if passive else verb.doer()
    joint = governor.modality in {"agreed", "hoped"} and impersonal is not None
    for act in _acts_of(reading, verb, governor):
        asked = passive is not None and governor.modality == "urged" and act.actor is None
        if verb.lemma in lexicon().sets["owing"]:
            if verb.dep == "acl":
                continue  # "the view that X needs to V"
            yield Governed(verb, "urged", replace(act, actor=subject), subject)
            continue
        if (
            act.kind == "infinitive"
            and act.actor is None
            and not passive
            and verb.lemma in lexicon().sets["requesting"]
        ):
            yield Governed(verb, "proposed", replace(act, actor=subject), subject)  # "asked to base jets there"
            continue
        wanted = act.controlled and verb.lemma in lexicon().sets["wanting"] and _can_want(reading, subject)
        modality = "urged" if wanted else governor.modality
        if modality == "agreed" and modal(verb) in lexicon().sets["possible"]:
            modality = "expected"
        yield Governed(verb, modality, replace(act, actor=passive) if asked else act, subject, joint)


def _acts_of(reading: Reading, verb: Token, governor: Governor) -> list[Complement]:
    found = [c for c in complements(verb) if _is_act(verb, governor, c)] if governor.clause else []
    found = _bound(verb) or found
    phrases = list(_phrases(verb)) if governor.phrase else []
    purpose = verb.lemma in lexicon().prepositions and phrases and found and phrases[0].i < found[0].head.i
    aimed = bool(phrases and found) and phrases[0].dep == "obj" and found[0].head.dep in {"advcl", "xcomp"}
    if aimed and governor.modality == "proposed" and not _acting(reading, phrases[0]):
        found = []  # "proposed a pact to secure access"
    if purpose and found and not (found[0].kind == "infinitive" and _acting(reading, phrases[0])):
        found = []
    asked = verb.child("iobj", "obj") if verb.lemma in lexicon().prepositions and verb.child("obl") else None
    asked = asked if governor.modality != "pledged" else None  # "assured X of support" pledges one's own
    later = [c for c in verb.all("conj") if c.tag == "VBG" and _cased(c, frozenset({"to"}), "mark")] if phrases else []
    if later and lexicon().prepositions.get(verb.lemma, frozenset()) & {"to"}:  # "look forward to N and to V-ing"
        return [*(Complement(h, "phrase") for h in phrases), *(Complement(c, "gerund") for c in later)]
    phrases = [h for h in phrases if not (governor.modality == "urged" and h.dep == "obj" and _is_asked(h))]
    return found or _bare_clause(verb, governor) or [Complement(h, "phrase", _agent(h) or asked) for h in phrases]


def _is_asked(noun: Token) -> bool:
    """ "urged the ministries": whoever is asked is nothing that is asked for."""
    words = load("references")
    return any(c.lemma in words["government_nouns"] for c in noun.conjuncts)


def _acting(reading: Reading, phrase: Token) -> bool:
    """Whether what is called for is somebody who shall act ("called for both sides to V"), not a thing."""
    return any(a.kind in {"person", "state", "org"} for a in reading.actors(phrase))


def _bound(verb: Token) -> list[Complement]:
    """ "the treaty commits each side to V": what binds a party is the party's own commitment."""
    sides = load("references")["pair_nouns"]
    things = [t for t in verb.all("obj", "iobj") if t.i > verb.i and (t.lemma in sides or not is_amount(t))]
    if verb.lemma not in lexicon().sets["binding"] or not things:
        return []
    own = [(things[0], c) for c in complements(verb) if c.head.i > things[0].i]
    bound = own or [(thing, c) for thing in things for c in complements(thing)]
    return [replace(c, actor=thing, controlled=False) for thing, c in bound if c.kind in {"infinitive", "gerund"}]


def _is_act(verb: Token, governor: Governor, c: Complement) -> bool:
    """Whether a complement is a future act: infinitives and gerunds are, clauses where their modal or mood says so."""
    if verb.lemma in lexicon().sets["informing"] and not (
        c.kind == "infinitive" and (c.controlled or verb.child("nsubj:pass"))
    ):
        return False
    if c.head.lemma in lexicon().sets["courtesies"]:
        return False  # "I want to thank X"
    if c.kind == "infinitive":
        return True
    lasting = governor.modality == "pledged" and c.head.lemma in lexicon().sets["continuing"]
    if c.head.lemma in lexicon().sets["empty"] and not lasting and not has_talks(c.head):
        return False
    if c.kind == "gerund":
        return True
    if governor.modality == "planned" or verb.lemma in lexicon().sets["naming"]:
        return False
    if governor.modality == "urged":
        return modality_of(c.modal, c.head) == "urged" or _subjunctive(c.head)
    proposed = governor.modality == "proposed" and c.modal in lexicon().sets["possible"]
    return proposed or c.modal in lexicon().modals or (governor.modality in ASKING and _subjunctive(c.head))


def _subjunctive(verb: Token) -> bool:
    """Whether a clause after "demanded that" has its verb in the bare form ("X return the ship")."""
    passive = any(c.dep == "aux:pass" and c.lower == "be" for c in verb.children) and not modal(verb)
    bare = verb.tag in BASE_FORMS or (verb.tag == "VBD" and verb.lower == verb.lemma) or like_adverb(verb)
    return passive or (bare and not modal(verb))


def _bare_clause(verb: Token, governor: Governor) -> list[Complement]:
    """ "suggested the sides strengthen X and expand Y", where the parser took the sides for the object."""
    sides = verb.child("obj")
    if governor.modality not in ASKING or sides is None or sides.tag not in {"NNS", "NNPS", "NNP"}:
        return []
    tokens = verb.sentence.tokens
    offset = tokens[0].i
    heads = [t for t in tokens[sides.i + 1 - offset :] if t.tag in BASE_FORMS and t.dep != "advmod"]
    if not heads or heads[0].i > sides.i + 2:
        return []
    first, *rest = heads
    later = [
        t
        for t in rest
        if t.dep == "conj" and t.head in {verb, sides, first} and tokens[t.i - 1 - offset].lower == "and"
    ]
    ends = [*(t.i - 2 for t in later), tokens[-1].i - 1]
    return [Complement(h, "that", sides, last=end) for h, end in zip([first, *later], ends, strict=True)]


def _phrases(verb: Token) -> Iterator[Token]:
    """The noun phrases that are themselves the act: "called for N", "proposed N"; one for each repeated preposition."""
    wanted = lexicon().prepositions.get(verb.lemma)
    for child in verb.children:
        if child.i < verb.i or not child.tag.startswith(("N", "CD", "$", "VBG")) or _behind_quotation(child):
            continue
        cases = {c.lower for c in (*child.all("case"), *(m for a in child.all("amod") for m in a.all("mark")))}
        deed = child.lemma.endswith(tuple(lexicon().sets["deeds"])) and child.lemma not in lexicon().sets["not_deeds"]
        if verb.lemma == "agree" and not deed:
            continue
        if verb.lemma in lexicon().sets["conditional_wishes"] and child.lemma not in lexicon().sets["wanted"]:
            continue
        assured = wanted is not None and _pledges_gifts(verb) and child.dep == "obj" and _given(child)
        if assured:
            yield child  # "assured support for the study"
        elif child.dep == "obj" and wanted is None and (verb.lemma != "offer" or verb.child("iobj") or _given(child)):
            yield child
        elif child.dep in {"obl", "nmod", "obj"} and wanted and cases & wanted:
            yield child
            yield from (x for x in child.conjuncts[1:] if any(c.lower in wanted for c in x.all("case")))
        elif child.dep == "obl" and verb.lemma == "advocate" and "for" in cases:
            yield from (x for x in child.conjuncts if any(c.lower == "for" for c in x.all("case")))


def _behind_quotation(noun: Token) -> bool:
    """ "… offered us a loan," Mr X told them: a name that only tells whose words these were."""
    tokens = noun.sentence.tokens
    comma, mark = tokens[max(0, noun.left - tokens[0].i - 2)], tokens[max(0, noun.left - tokens[0].i - 1)]
    return comma.text in {",", ".", "?", "!"} and mark.text in {"”", '"', "’"}


def _pledges_gifts(verb: Token) -> bool:
    """Whether a verb that takes "of" may also have what is pledged as its object ("assured support")."""
    return lexicon().verbs[verb.lemma].modality == "pledged" and verb.child("iobj") is None


def _given(noun: Token) -> bool:
    """Whether what is offered is help or money."""
    return noun.lower in lexicon().sets["gifts"] or noun.lemma in lexicon().sets["gifts"] or is_amount(noun)


def _agent(noun: Token) -> Token | None:
    """Who does what a noun names: "investment by X"."""
    return next((c for c in noun.all("nmod", "obl") if any(x.lower == "by" for x in c.all("case"))), None)


def _by_adjective(token: Token) -> Iterator[Governed]:
    """ "is ready to V", "are set to V", "is expected to V", "is committed to N"."""
    subject = token.child(*SUBJECTS) or token.subject() or _taken_for_empty(token)
    if lexicon().adjectives[token.lower] == "urged":
        asked = [c for c in complements(token) if c.kind == "infinitive"]
        impersonal = token.child("expl") or next((c for c in token.all("nsubj") if c.lower == "it"), None)
        told = token.dep == "ccomp" or token.child("parataxis") is not None or impersonal is None
        asked = [c for c in asked if impersonal is not None and (c.actor is not None or told)]
        yield from (Governed(token, "urged", c, _reporter(token)) for c in asked)
        return
    over = lexicon().adjectives[token.lower] == "planned" and any(c.tag == "VBD" for c in token.all("cop", "aux:pass"))
    if subject is None or (over and not reported(token)):
        return
    found = [c for c in (complements(token) or _behind(token)) if c.kind in {"infinitive", "gerund"}]
    found = [] if _goes_there(token, found) else found
    if not found and (wanted := lexicon().phrasal.get(token.lower)) is not None:
        near = [c for c in token.head.all("obl") if c.left == token.i + 1] if token.dep == "xcomp" else []
        phrases = (c for c in (*token.all("obl", "nmod"), *near) if any(x.lower == "to" for x in c.all("case")))
        found = [
            Complement(c, "phrase", last=c.right) for c in phrases if not wanted or c.lemma.endswith(tuple(wanted))
        ]
    for act in found:
        yield Governed(token, lexicon().adjectives[token.lower], act, subject)


def _taken_for_empty(adjective: Token) -> Token | None:
    """ "It is willing to V": only somebody can be, so that the pronoun means whoever was named."""
    willed = lexicon().adjectives[adjective.lower] in {"pledged", "planned"}
    return adjective.child("expl") if willed else None


def _goes_there(adjective: Token, acts: list[Complement]) -> bool:
    """ "is due in X to V": a journey, of which the act is the purpose."""
    place = (c for c in adjective.all("obl") if _cased(c, frozenset({"in", "at"})) and c.tag.startswith("NNP"))
    first = next(place, None)
    return adjective.lower == "due" and first is not None and bool(acts) and acts[0].head.i > first.i


def _behind(adjective: Token) -> list[Complement]:
    """ "remained ready to V": the act that the parser hung onto the verb of which the adjective is the predicate."""
    verb = adjective.head
    if adjective.dep != "xcomp" or not verb.is_verb:
        return []
    acts = [c for c in complements(verb) if c.head is not adjective]
    return acts if acts and acts[0].head.left <= adjective.i + 2 and acts[0].head.i > adjective.i else []


def _reporter(predicate: Token) -> Token | None:
    """Who says that something is necessary: the subject of the verb above or beside it."""
    beside = predicate.child("parataxis")
    return beside.subject() if beside is not None else predicate.head.subject()


def _by_noun(noun: Token) -> Iterator[Governed]:
    """ "expressed readiness to V", "their commitment to V-ing", "with plans to V", "hopes that X will V"."""
    if _none_of_it(noun):
        return  # "nor do we have any desire to V"
    holder = holder_of(noun)
    wide = noun.lemma not in lexicon().sets["purposes"] and any(c.lower == "with" for c in noun.all("case", "mark"))
    joint = holder is None and (wide or _reached(noun))
    if holder is None and not joint:
        return
    found = [c for c in complements(noun) if c.kind != "that" or _will_act(c)] or _addressed(noun)
    if not found and _reached(noun):
        found = [c for c in complements(noun.head) if c.kind == "infinitive"]
    text = joint and noun.lemma == "plan" and noun.tag == "NN"  # "came home with an action plan for a partnership"
    text = text or (noun.tag.startswith("NNP") and noun.lemma in lexicon().sets["texts"])  # "the Action Plan for X"
    if not found and not text and (phrase := _noun_phrase(noun)):
        found = [Complement(phrase, "phrase", last=_end_of_aim(phrase) if is_amount(phrase) else None)]
    taken = noun.dep == "obj" and noun.head.lemma == "accept" and lexicon().nouns[noun.lemma] in ASKING
    guest = noun.head.subject() if taken else None  # "X accepted Y's invitation to V": X will
    for act in found:
        if guest is not None:
            yield Governed(noun, "pledged", replace(act, actor=guest), guest)
        else:
            yield Governed(noun, lexicon().nouns[noun.lemma], act, holder, joint)


def _will_act(c: Complement) -> bool:
    """Whether the clause of a wish tells of an act, not of what a thing will be good for ("will serve as a model")."""
    return bool(c.modal) and (c.head.lemma not in lexicon().sets["empty"] or has_talks(c.head))


def _none_of_it(noun: Token) -> bool:
    """Whether what is told of a wish is that nobody has any: a stance."""
    modality, sets = lexicon().nouns.get(noun.lemma), lexicon().sets
    before = reversed(noun.sentence.tokens[: noun.i - noun.sentence.tokens[0].i])
    if modality == "agreed" and next((t for t in before if t.tag[:2] not in {"NN", "JJ"}), noun).lower == "no":
        return True  # "no decision to V"
    if (noun.dep == "nmod" and noun.head.lemma in sets["believing"]) or (
        noun.tag == "NNS" and noun.lemma in sets["single"]
    ):
        return True  # "no faith in X's commitment to V", "serves their interests in V-ing"
    wish = modality in {"hoped", "planned"} and noun.lemma not in sets["texts"]
    verb = noun.head
    any_ = any(c.lower == "any" for c in noun.all("det")) and verb.is_verb
    return wish and any_ and any(c.lower in {"nor", "not", "n't", "n’t", "never"} for c in verb.children)


def _reached(noun: Token) -> bool:
    """ "an agreement was reached to V", "there was consensus to V": both have it, if nobody is named who reached it."""
    verb = noun.head
    if noun.dep == "nsubj" and verb.lemma == "be" and verb.child("expl") is not None:
        return lexicon().nouns.get(noun.lemma) == "agreed"
    passive = noun.dep == "nsubj:pass" and verb.lemma in lexicon().sets["expressing"] and not verb.child("obl:agent")
    return passive and lexicon().nouns.get(noun.lemma) == "agreed"


def _addressed(noun: Token) -> list[Complement]:
    """ "its call for X to V", "an invitation to X to V": who is asked stands between the noun and the act."""
    asked = next((c for c in noun.all("nmod") if c.i > noun.i and _cased(c, frozenset({"for", "to", "on"}))), None)
    verb = noun.head
    if asked is None or not verb.is_verb or lexicon().nouns.get(noun.lemma) not in {*ASKING, "hoped"}:
        return []
    acts = [c for c in verb.all("advcl", "xcomp") if c.tag == "VB" and c.i > asked.i and c.child("mark")]
    return [Complement(v, "infinitive", asked, controlled=True) for act in acts[:1] for v in coordinated(act)]


def _noun_phrase(noun: Token) -> Token | None:
    """What a noun of will is about: "commitment to N", "plans for N"."""
    wanted = lexicon().noun_prepositions.get(noun.lemma, frozenset())
    beside = [c for c in noun.head.all("obl") if c.left == noun.i + 1]
    found = (c for c in (*noun.all("nmod"), *beside) if c.i > noun.i and _cased(c, wanted))
    sets = lexicon().sets
    signed = noun.lemma in sets["texts"] and noun.dep in {"obj", "nsubj:pass"} and noun.head.lemma in sets["concluding"]
    concluded = noun.lemma in sets["concluded"]  # "an agreement on the release", not "on fisheries"
    if signed and not concluded:
        return None
    return next((c for c in found if not of_a_state(c) and (not concluded or _is_deed(c))), None)


def _is_deed(noun: Token) -> bool:
    sets = lexicon().sets
    of = any(x.lower in {"of", "in"} for c in noun.all("nmod") for x in c.all("case"))
    return of and noun.lemma.endswith(tuple(sets["deeds"])) and noun.lemma not in sets["not_deeds"]


def _end_of_aim(amount: Token) -> int:
    """The last word of what is aimed at, "in" and "by" phrases behind the figure included."""
    verb = amount.head.head
    later = [c.right for c in verb.all("obl") if c.i > amount.i] if verb.is_verb else []
    return max([amount.right, *later])


def _cased(noun: Token, wanted: frozenset[str], dep: str = "case") -> bool:
    return any(c.lower in wanted for c in noun.all(dep))


def _by_fragment(root: Token) -> Iterator[Governed]:
    """ "Benin to accept bonds": a line that only says who is to do what."""
    noun = root.child("nsubj", "nsubj:pass") if root.tag == "VB" else root
    if noun is None:
        return
    acts = [c for c in (root, *noun.all("acl")) if c.tag == "VB" and c.i > noun.i and c.child("mark")]
    verbal = any(t.tag in {"VBD", "VBZ", "VBP", "MD"} and t.head.dep != "acl:relcl" for t in root.sentence.tokens)
    if verbal or not acts or acts[0].lemma in lexicon().sets["events"]:
        return
    mark = acts[0].child("mark")
    for verb in coordinated(acts[0]):
        yield Governed(mark or noun, "planned", Complement(verb, "infinitive"), noun)
