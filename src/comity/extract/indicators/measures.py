"""What a figure measures: the noun or verb it hangs on, told by the lexicon of measures."""

from __future__ import annotations

from collections.abc import Mapping

from comity.extract.indicators.figures import Figure, is_people
from comity.extract.indicators.flows import FLOWING, flow_of, polled, regular
from comity.extract.indicators.goods import goods_moved
from comity.extract.indicators.lexicon import Measure, base, lexicon
from comity.extract.indicators.parts import done_with, trade_part, traded
from comity.extract.indicators.people import antecedent, doing_of, toll_of
from comity.language.syntax import SUBJECTS, Token

PRENOMINAL = frozenset({"nummod", "compound", "amod", "nmod:unmarked", "det", "nmod:poss"})
INSIDE = frozenset({"compound", "amod", "nmod", "nmod:unmarked", "nmod:poss"})
HELD = frozenset({"of", "in", "for", "between", "worth", "with"})
STEPS = 7
"""So many governors above a figure are climbed."""
NEAR = 4
"""So many words before "goods worth" or behind its figure are searched for the verb."""
LEAST = {"votes": "least_votes", "deaths": "least_toll"}
"""Measures of which fewer than thousands count."""
BACK = 9
"""So many words before a figure are searched where the tree does not help."""


def measure_of(noun: Token, depth: int = 0) -> Measure | None:
    """What the phrase with this head measures, through nouns that only carry it ("value of bilateral trade")."""
    lex = lexicon()
    lemma = base(noun)
    if lemma in lex.modified and (found := _modified(noun, lex.modified[lemma])):
        return found
    if lemma in lex.nouns:
        return lex.nouns[lemma]
    if depth > 2 or lemma not in lex.words["carriers"]:
        return None
    if lemma == "number" and any("of" in _cases(c) and is_people(c) for c in noun.children if c.dep == "nmod"):
        return lex.measures["people"]
    for child in noun.children:
        if (
            child.dep in INSIDE
            and (child.i < noun.i or _cases(child) & HELD)
            and (found := measure_of(child, depth + 1))
        ):
            return found
    return None


def _modified(noun: Token, wanted: Mapping[str, Measure]) -> Measure | None:
    return next((wanted[base(t)] for c in noun.children for t in (c, *c.children) if base(t) in wanted), None)


def _cases(token: Token) -> set[str]:
    """The prepositions of a phrase, also where the tree hangs them on its determiner."""
    return {c.lower for t in (token, *token.all("det")) for c in t.children if c.dep == "case"}


def find_measure(figure: Figure, tokens: list[Token], earlier: Figure | None) -> None:
    """Set ``measure`` and ``noun`` (or ``whole`` for a share); leave them empty where nothing of the lexicon fits.

    ``earlier`` is the figure whose measure a pronoun may repeat.
    """
    if _told(figure, tokens, earlier):
        return
    if figure.counted is not None and (_counts(figure, figure.counted) or _things(figure, figure.counted)):
        return
    if figure.family in FLOWING and (flow := flow_of(figure)) is not None:
        figure.verb = flow.verb
        if _take(figure, flow.noun, flow.rule, flow.measure):
            return
    if figure.family == "percent" and (asked := polled(figure)) is not None:
        figure.verb = asked.verb
        if _take(figure, asked.noun, asked.rule, asked.measure):
            return
    if figure.family in {"percent", "share"} and not figure.sign and _share(figure, earlier):
        return
    if figure.family == "money" and _sum(figure, tokens, earlier):
        return
    if _goods(figure, tokens) or _held(figure) or _given(figure, tokens) or _above(figure, earlier):
        return
    if figure.family in {"money", "percent"} | FLOWING and not _nearby(figure, tokens) and earlier is not None:
        _continued(figure, tokens, earlier)


def _told(figure: Figure, tokens: list[Token], earlier: Figure | None) -> bool:
    """What becomes of people or what they do: "48 people are dead", "900,000 of them registered with the UN"."""
    if (toll := toll_of(figure, tokens)) is not None:
        return _take(figure, toll.word, "verb", toll.measure)
    told = doing_of(figure, tokens) if figure.counted is None or not measure_of(figure.counted) else None
    if told is None:
        return False
    figure.verb, noun = told.word, figure.counted
    if told.part and noun is None:
        same = earlier is not None and earlier.measure is told.measure
        noun = earlier.noun if same and earlier is not None else antecedent(figure, tokens)
    if noun is None and told.part:
        return False
    return _take(figure, noun or told.word, "people" if noun is not None else "doing", told.measure)


def _take(figure: Figure, noun: Token | None, rule: str, measure: Measure | None = None) -> bool:
    """Accept a noun as the measure where its units fit the figure."""
    measure = measure or (measure_of(noun) if noun is not None else None)
    if measure is None or not _allowed(figure, measure):
        return False
    figure.measure, figure.noun, figure.rule = measure, noun and _carried(figure, noun), rule
    return True


def _carried(figure: Figure, noun: Token) -> Token:
    """ "The growth of trade, which reached 62 million euros": the trade, not its growth, has that level."""
    if figure.sign or figure.family == "percent" or base(noun) not in lexicon().signs:
        return noun
    return next((c for c in noun.children if c.dep in INSIDE and c.i > noun.i and measure_of(c)), noun)


def _allowed(figure: Figure, measure: Measure) -> bool:
    if figure.sign:
        return measure.name not in {"share", "votes"}
    if figure.family == "bare":
        return "persons" in measure.units
    return figure.family in measure.units


def _counts(figure: Figure, counted: Token) -> bool:
    """Counted nouns of the lexicon, and people of whom a verb says something that is counted."""
    words, limits, value = lexicon().words, lexicon().limits, figure.quantity.value
    measure = measure_of(counted)
    if measure is not None:
        least = limits[LEAST.get(measure.name, "least_people")]
        return value >= least and _take(figure, counted, "counted", measure)
    if not is_people(counted) or value < limits["least_people"]:
        return False
    if not any(t.lemma in words["people_verbs"] for t in (counted.head, *counted.children)):
        return False
    figure.verb = counted.head if counted.head.is_verb else None
    return _take(figure, counted, "people", lexicon().measures["people"])


def _things(figure: Figure, counted: Token) -> bool:
    """ "180 Turkish companies operate in X", "there are 12 flights a week"."""
    measure, lex = lexicon().things.get(base(counted)), lexicon()
    above = counted.head.head if counted.dep == "conj" else counted.head
    near = (above, *above.children, *counted.children)
    there = any(t.lower == "there" for t in near) or any(t.lemma in lex.words["things_verbs"] for t in near)
    if measure is None or not there or figure.quantity.value < lex.limits["least_things"]:
        return False
    if measure.name == "traffic" and figure.quantity.value < lex.limits["least_traffic"] and not regular(counted):
        return False
    return _take(figure, counted, "counted", measure)


def _share(figure: Figure, earlier: Figure | None) -> bool:
    """ "27 percent of X's exports": a share where the whole is a measure or a verb of shares governs it."""
    whole = next((c for c in figure.head.children if c.dep == "nmod" and "of" in _cases(c)), None)
    if whole is None:
        return False
    verb = next((t for t in figure.head.ancestors() if t.is_verb or t.child("cop")), None)
    governed = verb is not None and (verb.lemma in lexicon().words["share_verbs"] or _asked(figure, verb))
    if whole.tag == "PRP" and earlier is not None and earlier.noun is not None:
        whole = earlier.noun
    known = [m for t in (whole, *whole.children) if (m := measure_of(t)) and m.name != "votes"]
    if not (governed or known or _bought(whole)) or (whole.tag in {"PRP", "WP", "DT"} and not _bought(whole)):
        return False
    figure.whole, figure.noun, figure.rule = whole, whole, "share"
    figure.measure, figure.verb = lexicon().measures["share"], verb
    return True


def _bought(whole: Token) -> bool:
    """ "Nine-tenths of what X buys from Y": trade told by a clause."""
    tokens = whole.sentence.tokens
    behind = tokens[whole.i + 1 - tokens[0].i :][:NEAR]
    forms = {form for t in behind for form in (t.lemma, t.lower.removesuffix("s"))}
    return whole.tag == "WP" and not forms.isdisjoint(lexicon().flow_verbs)


def _asked(figure: Figure, verb: Token) -> bool:
    """ "58 percent of Poles oppose …": the figure counts those who hold an opinion."""
    return verb.lemma in lexicon().words["opinion_verbs"] and verb.child(*SUBJECTS) is figure.head


def _sum(figure: Figure, tokens: list[Token], earlier: Figure | None) -> bool:
    """ "66 million of it has been earmarked", "$9bn of sales" after trade itself."""
    if (done := done_with(figure, tokens)) is not None:
        figure.verb = done[0]
        return _take(figure, done[0], "verb", done[1])
    part = trade_part(figure, tokens, earlier)
    return part is not None and _take(figure, part[0], "held", part[1])


def _held(figure: Figure) -> bool:
    """ "$7.4 billion of direct investment", "$2 billion in loans"."""
    inner = [figure.head, *(c for c in figure.head.children if figure.first <= c.i <= figure.last)]
    for token in inner:
        for child in token.children:
            behind = child.i > figure.last and child.dep in {"nmod", "obl", "acl"} and _cases(child) & HELD
            if behind and _take(figure, child, "held"):
                return True
    return False


def _above(figure: Figure, earlier: Figure | None) -> bool:
    """Climb from the figure to the noun it modifies or the clause it stands in; True where that decides it."""
    node, carriers = figure.head, lexicon().words["carriers"]
    for _ in range(STEPS):
        subject = _subject(node)
        if subject is not None and not figure.first <= subject.i <= figure.last:
            if _by_subject(figure, node, subject, earlier):
                return True
            if node.dep in {"ccomp", "parataxis", "acl:relcl"} or node.lemma in lexicon().words["other_verbs"]:
                return True
        if node.is_root:
            return False
        up = node.head
        if node.dep == "conj" and figure.counted is node:
            return False
        if up.tag.startswith("N") or up.lemma == "worth":
            if _take(figure, _weighed(up), "noun"):
                return True
            if not figure.sign and node.dep in PRENOMINAL and up.dep not in PRENOMINAL and base(up) not in carriers:
                return True
        elif up.is_verb and _by_verb(figure, node, up):
            return True
        node = up
    return False


def _goods(figure: Figure, tokens: list[Token]) -> bool:
    """Sums of goods that a verb of trade is said of."""
    found = goods_moved(figure, tokens)
    if found is None or not _take(figure, found[0], "verb", found[1]):
        return False
    figure.verb = found[0]
    return True


def _weighed(noun: Token) -> Token:
    """What is worth something, where the tree makes "worth" a noun or hangs the thing below it."""
    if noun.lemma != "worth":
        return noun
    return next((c for c in reversed(noun.children) if c.i < noun.i and c.tag.startswith("N")), noun)


def _subject(node: Token) -> Token | None:
    """The subject of a clause; for a relative clause the noun it describes."""
    subject = node.child(*SUBJECTS) or (node.subject() or _in_opening(node) if node.is_verb else None)
    if subject is not None and subject.lower in {"which", "that"} and node.dep == "acl:relcl":
        return _described(node, subject)
    return subject


def _in_opening(verb: Token) -> Token | None:
    """ "In the first half of 2024 trade rose": the subject that was taken for a part of the opening phrase."""
    opening = next((c for c in verb.all("obl") if c.left == verb.sentence.tokens[0].i and c.right < verb.i), None)
    inner = opening.all("nmod") if opening is not None and verb.tag == "VBD" else []
    times = (t for t in inner if t.right == verb.i - 1 and t.child("nummod", "compound", "det") and measure_of(t))
    return next(times, None)


def _described(clause: Token, pronoun: Token) -> Token:
    """What a relative clause is about: the noun that it hangs on, or the measure right before it."""
    tokens = pronoun.sentence.tokens
    near = next((t for t in reversed(tokens[: pronoun.i - tokens[0].i]) if t.text != ","), clause.head)
    if measure_of(clause.head) or not measure_of(near):
        return clause.head
    return near


def _by_subject(figure: Figure, node: Token, subject: Token, earlier: Figure | None) -> bool:
    """What the clause speaks of; a pronoun or "the figure" repeats what was measured before."""
    lex = lexicon()
    if node.lemma in lex.words["other_verbs"]:
        return False
    if figure.family == "bare" and (things := _numbered(subject)) is not None:
        figure.counted = things
        return _take(figure, subject, "subject", lex.things[base(things)])
    if _take(figure, subject, "subject"):
        figure.verb = node
        return True
    if (part := traded(subject, earlier)) and _take(figure, subject, "subject", lex.measures[part]):
        figure.verb = node
        return True
    if subject.lemma == "it" and (earlier is None or earlier.measure is None):
        return (named := _named_before(subject)) is not None and _take(figure, named, "repeated")
    if subject.lemma not in lex.words["repeating"] or earlier is None or earlier.measure is None:
        return False
    if node.lemma not in lex.words["repeat_verbs"] and node.lower not in lex.signs and node is not figure.head:
        return False
    if not figure.sign and earlier.family != figure.family:
        return False
    figure.verb = node
    return _take(figure, earlier.noun, "repeated", earlier.measure)


def _numbered(subject: Token) -> Token | None:
    """The things in "the number of X firms in Y has risen to 1,983"."""
    things = (c for c in subject.all("nmod") if "of" in _cases(c) and base(c) in lexicon().things)
    return next(things, None) if base(subject) == "number" else None


def _named_before(pronoun: Token) -> Token | None:
    """The measure that is the subject earlier in the sentence: "Trade is modest: it barely exceeds …"."""
    before = pronoun.sentence.tokens[: pronoun.i - pronoun.sentence.tokens[0].i]
    return next((t for t in before if t.dep == "nsubj" and measure_of(t)), None)


def _is_thing(token: Token) -> bool:
    """A noun that is no figure itself."""
    return token.tag.startswith("N") and token.child("nummod") is None


def _by_verb(figure: Figure, node: Token, verb: Token) -> bool:
    """The object or passive subject that the figure says something of; True also where that is no measure."""
    figure.verb = verb
    if node.dep not in {"obj", "nsubj"} or figure.sign:
        for child in verb.children:
            if child.dep == "obj" and child.tag == "PRP" and verb.lemma in lexicon().words["weighing_verbs"]:
                return _take(figure, _meant(child), "object")
            if child.dep in {"obj", "nsubj:pass"} and child is not node and _is_thing(child):
                return _take(figure, child, "object") or (
                    child.dep == "obj" and bool(_cases(node) & {"to", "by", "from"})
                )
    measure = lexicon().verbs.get(verb.lemma)
    return (
        measure is not None and node.i > verb.i and node.dep in {"obj", "obl"} and _take(figure, verb, "verb", measure)
    )


def _meant(pronoun: Token) -> Token | None:
    """The measure that a pronoun repeats: "a quota …; an official put it at 3 million tonnes"."""
    tokens = pronoun.sentence.tokens
    return next(
        (t for t in reversed(tokens[: pronoun.i - tokens[0].i]) if t.tag in {"NN", "NNS"} and measure_of(t)), None
    )


def _continued(figure: Figure, tokens: list[Token], earlier: Figure) -> bool:
    """ "… has risen to 8 percent and could reach 15 percent": nothing between that could be measured instead."""
    offset = tokens[0].i
    if earlier.last < offset or earlier.family != figure.family or earlier.noun is None:
        return False
    between = tokens[earlier.last - offset + 1 : figure.first - offset]
    if any(t.tag.startswith(("NN", "PRP")) for t in between):
        return False
    said = any(t.lemma in lexicon().words["repeat_verbs"] for t in between)
    return said and _take(figure, earlier.noun, "repeated", earlier.measure)


def _given(figure: Figure, tokens: list[Token]) -> bool:
    """ "… gave its ally 8 billion euros in military aid", where the tree hangs the aid on the verb."""
    return figure.family == "money" and _behind(figure, tokens)


def _behind(figure: Figure, tokens: list[Token]) -> bool:
    """ "$50 billion in bilateral trade", where the tree hangs the trade elsewhere."""
    start = figure.last - tokens[0].i + 1
    if start < len(tokens) and tokens[start].text == "(":
        start = next((k + 1 for k in range(start, min(start + BACK, len(tokens))) if tokens[k].text == ")"), start)
    if start >= len(tokens) or tokens[start].lower not in HELD:
        return False
    for token in tokens[start + 1 : start + BACK]:
        if token.tag.startswith("N") and token.dep not in PRENOMINAL:
            return _take(figure, token, "held")
        if token.tag not in {"JJ", "DT", "NN", "NNP", "HYPH", "CD", "PRP$", "POS"}:
            return False
    return False


def _nearby(figure: Figure, tokens: list[Token]) -> bool:
    """The nearest noun of the lexicon before the figure with no verb of another clause between, or right behind it."""
    if _behind(figure, tokens):
        return True
    start = figure.first - tokens[0].i
    for token in reversed(tokens[max(0, start - BACK) : start]):
        if token.text in {";", ":", "(", "“", '"'} or token.tag == "CD":
            return False
        if (token.tag.startswith("N") or base(token) != token.lower) and _take(figure, token, "near"):
            return True
        if token.tag in {"NNS", "NN"} and not (base(token) in lexicon().words["carriers"] or _moves(token)):
            return False
    return False


def _moves(token: Token) -> bool:
    """A word for a rise or fall, which the parser may take for a noun."""
    return token.lower in lexicon().signs
