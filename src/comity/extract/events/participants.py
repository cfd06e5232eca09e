"""Who takes part: names and titles one after the other, and whose something is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from comity.extract.events.grammar import FINITE, STOPS, after, agent, case, doer_head, finite, general, reduced
from comity.extract.events.lexicon import words
from comity.extract.events.scene import Scene
from comity.extract.unnamed import holds_office, is_sent, sent_from, state_beside
from comity.language.actors import Actor
from comity.language.entities import Mention
from comity.language.syntax import SUBJECTS, Token

SKIPPED = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "both", "with", "by", "to", "of", "mr", "mr.", "mrs", "ms"}
)
JOINING = frozenset({",", "and", "&", "as", "well", "then", "later", "also", "separately"})


def doers(scene: Scene, verb: Token) -> list[Actor]:
    """The parties that do what a verb says, those listed before its subject included ("he and X", "A, B sign")."""
    head = doer_head(verb)
    found = [a for a in actors_of(scene, head) if not verb.within(head) or a.start < verb.i] if head is not None else []
    if head is not None and found:
        return distinct([*_listed_before(scene, head, verb), *found, *_listed_after(scene, head, verb)])
    lost = finite(verb) and not verb.child("nsubj:pass", "aux:pass") and (head is None or head.i < verb.i)
    return _name_before(scene, verb) if lost else []


def _name_before(scene: Scene, verb: Token) -> list[Actor]:
    """The nearest name to the left that no preposition governs, for a verb whose subject the parser lost."""
    i, start = verb.i - 1, verb.sentence.tokens[0].i
    while i >= start:
        token, mention = scene.tokens[i], scene.mention(i)
        if (token.tag in FINITE and token is not verb and token.dep not in {"aux", "aux:pass"}) or token.text in STOPS:
            return []
        if mention is None:
            i -= 1
            continue
        first = min([mention.start, *(t.start for t in mention.titles)])
        before = scene.tokens[first - 1] if first > start else None
        itself = reduced(verb) and mention.start <= verb.head.i < mention.end  # "the X Agreement signed in May"
        actor = _acting(scene, mention) if not itself else None
        if actor is not None and (before is None or before.pos != "ADP"):
            return [actor]
        i = first - 1
    return []


def _acting(scene: Scene, mention: Mention) -> Actor | None:
    """A name as an actor; a capital stands for its state; other places and demonyms do not act."""
    entity = mention.entity
    if mention.form != "demonym" and entity.kind in {"person", "state", "org"}:
        return scene.person(mention)
    if entity.subtype == "capital" and entity.iso3:
        return Actor(scene.state(entity.iso3).name, "state", entity.iso3, mention.start, mention.end)
    return None


def _listed_before(scene: Scene, head: Token, verb: Token) -> list[Actor]:
    first = _first_word(scene, head)
    sentence = head.sentence
    start = sentence.tokens[0].i
    joins = {"and", "&"} | ({","} if scene.is_headline(sentence) else set())
    if head.i > verb.i or first - 2 < start or scene.tokens[first - 1].lower not in joins:
        return []
    before = scene.tokens[first - 2]
    mention = scene.mention(before.i)
    if mention is None and before.tag == "NNP" and before.child("nmod:poss"):
        whole = Actor(before.text, "other", "", before.left, before.i + 1)
        named = _named_by_owner(scene, whole)
        return [named] if named is not None else []  # "Iraq's Sudani and Turkey's Erdogan"
    if before.text == "," and (beside := scene.mention(first - 3)) and scene.tokens[beside.start - 1].text == ",":
        mention = beside if beside.entity.kind == "person" else None  # "the minister, A, and B's C signed"
    if mention and (mention.entity.kind == "person" or (mention.entity.kind == "state" and mention.form == "name")):
        return [scene.person(mention)]
    if before.tag == "PRP":
        return [a for a in scene.reading.actors(before) if a.kind in {"person", "state"}]
    return []


def _first_word(scene: Scene, head: Token) -> int:
    """Where the name of a subject begins, its title included; where its phrase does if it is no name."""
    mention = scene.mention(head.i)
    if mention is None or mention.entity.kind != "person":
        return phrase_start(scene, head)
    first = min([mention.start, *(t.start for t in mention.titles)])
    for i in range(first - 1, max(first - 5, head.sentence.tokens[0].i), -1):
        if scene.tokens[i].lower == "and":
            return i + 1
        if not scene.tokens[i].tag.startswith(("PRP$", "DT", "JJ", "NN", "POS")):
            break
    return first


def _listed_after(scene: Scene, head: Token, verb: Token) -> list[Actor]:
    """The last of a headline's list, right before the verb ("A, B sign")."""
    mention, last = scene.mention(head.i), scene.mention(verb.i - 1)
    if mention is None or last is None or last is mention or scene.tokens[mention.end].text not in {",", "and", "&"}:
        return []
    actor = _acting(scene, last) if last.start == mention.end + 1 else None
    return [actor] if actor is not None else []


def phrase_start(scene: Scene, head: Token) -> int:
    """Index of the first word of a noun phrase, prepositions and articles left out."""
    i = head.left
    while i < head.i and (
        scene.tokens[i].pos in {"ADP", "DET", "PUNCT", "CCONJ", "SCONJ"} or scene.tokens[i].tag == "TO"
    ):
        i += 1
    return i


def named(scene: Scene, first: int) -> list[Actor]:
    """The persons named one after the other from word ``first`` on, titles read over; empty where none begins there."""
    out: list[Actor] = []
    i, last = first, scene.tokens[first].sentence.tokens[-1].i
    while i <= last:
        mention = _person_at(scene, i)
        if mention is None:
            skip = scene.tokens[i].lower
            if skip in SKIPPED or (out and skip in JOINING):
                i += 1
                continue
            if home := _home(scene, i) if out else None:
                i = home.end + (scene.tokens[i].text == "(")
                continue
            mention = _described(scene, i, last) if out and scene.tokens[i - 1].lower not in {",", "also"} else None
            if mention is None:
                break
        out.append(scene.person(mention))
        i = max(mention.end, *(t.end for t in mention.titles), 0)
    return out


def _home(scene: Scene, i: int) -> Mention | None:
    """The state behind a person's name ("X of Peru and Y of Chile", "X (Peru) and Y (Chile)")."""
    if scene.tokens[i].text == "(" and (inside := scene.mention(i + 1)) and inside.entity.kind == "state":
        return inside if scene.tokens[inside.end].text == ")" else None
    mention = scene.mention(i)
    named = mention is not None and mention.form == "name" and mention.entity.kind == "state"
    return mention if named and scene.tokens[i - 1].lower in {"of", "from"} else None


def _described(scene: Scene, i: int, last: int) -> Mention | None:
    """The person after words that are no known title ("and his father Senate president X")."""
    for k in range(i, min(i + 6, last + 1)):
        if mention := _person_at(scene, k):
            return mention
        if not scene.tokens[k].tag.startswith(("NN", "JJ", "PRP$", "POS")):
            return None
    return None


def _person_at(scene: Scene, i: int) -> Mention | None:
    titled = scene.titled.get(i)
    if titled and not _other_state(titled, i):
        return titled
    mention = scene.mention(i)
    return mention if mention and mention.entity.kind == "person" and mention.start == i else None


def _other_state(mention: Mention, i: int) -> bool:
    """Whether a title names another state than the person's, so that it is hardly theirs."""
    iso3 = mention.entity.iso3
    return any(t.start == i and t.state and len(t.state) == 3 and iso3 and t.state != iso3 for t in mention.titles)


def actors_of(scene: Scene, head: Token) -> list[Actor]:
    """The parties a noun phrase names, that can take part in an event; empty where it names none."""
    listed = _included(scene, head) or _apposed(scene, head) or _led_by(scene, head)
    if listed:
        return listed
    first = phrase_start(scene, head)
    found = named(scene, first) if not head.tag.startswith("PRP") else []
    found = found or _officials_of_states(scene, head) or _named_behind(scene, head)
    rest = [_placed(scene, a) for a in scene.reading.actors(head) if _can_act(scene, a)]
    if not found and len(rest) == 1 and rest[0].kind == "other":
        rest = _in_commas(scene, head, rest[0]) or rest
    elif not found and len(rest) == 1 and rest[0].kind == "person" and rest[0].start > head.i:
        rest = [_of_state(scene, head, rest[0], rest[0])]
    if found:
        rest = [a for a in rest if a.kind in {"person", "state"} and a.start >= found[-1].end]
    return distinct([*found, *rest])


def _named_behind(scene: Scene, head: Token) -> list[Actor]:
    """ "Georgia's foreign minister, minister of culture, A": the one name behind a row of posts."""
    if head.lower not in words("officials") or not any(c.lower in words("officials") for c in head.all("appos")):
        return []
    names = [m for c in head.all("appos") if (m := scene.mention(c.i)) and m.entity.kind == "person"]
    return [scene.person(m) for m in names] if len(names) == 1 else []


def _in_commas(scene: Scene, head: Token, actor: Actor) -> list[Actor]:
    """ "An aide to the king, Omar Said, warned": the name in commas behind one who is but described."""
    if head.tag != "NN":
        return []
    last = head.sentence.tokens[-1].i
    for i in range(head.i + 1, min(head.i + 12, last)):
        mention = scene.mention(i + 1)
        if scene.tokens[i].text == "," and mention is not None:
            closed = mention.end <= last and scene.tokens[mention.end].text == ","
            if closed and mention.entity.kind == "person":
                return [_of_state(scene, head, scene.person(mention), actor)]
            return []
        if scene.tokens[i].tag in FINITE or scene.tokens[i].text == ",":
            return []
    return []


def _of_state(scene: Scene, head: Token, person: Actor, described: Actor) -> Actor:
    """A person whose state only the words before the name tell ("an aide to the king of X, A")."""
    inside = (scene.mention(k) for k in range(head.left, person.start))
    state = described.iso3 or next((m.entity.iso3 for m in inside if m and m.entity.iso3), "")
    return person if person.iso3 else replace(person, iso3=state)


def _officials_of_states(scene: Scene, head: Token) -> list[Actor]:
    """The states in "the leaders of X and Y" and "the X and Y delegations"."""
    two = any(c.lower in {"two", "both"} for c in head.all("nummod", "det", "det:predet"))
    if (
        two
        and head.tag == "NNPS"
        and _singular(head) & words("alike")
        and not any(scene.mention(c.i) for c in head.all("nmod"))
    ):
        return scene.reading.references.both(head)
    if head.tag not in {"NNS", "NNPS"} or not {head.lemma, head.lower.removesuffix("s")} & words("officials"):
        return []
    near = [
        c
        for c in head.children
        if c.dep in {"amod", "compound", "nmod:poss"} or (c.dep == "nmod" and case(c) in {"of", "from"})
    ]
    near += [c for c in head.children if near and c.dep == "conj" and scene.mention(c.i)]
    inside = (scene.mention(t.i) for c in near for t in c.conjuncts)
    states = distinct(scene.state(m.entity.iso3) for m in inside if m and m.entity.kind == "state" and m.entity.iso3)
    if not states and any(c.dep.startswith("nmod") and c.lemma in words("both_of") and c.tag == "NNS" for c in near):
        return scene.reading.references.both(head)
    return states if len(states) > 1 else []


def _singular(head: Token) -> set[str]:
    """What a plural may be the plural of: names in the plural keep their ending as lemma."""
    lower = head.lower
    return {head.lemma, lower.removesuffix("s"), lower[:-3] + "y" if lower.endswith("ies") else lower}


def _included(scene: Scene, head: Token) -> list[Actor]:
    """Those named after "including", for "top leaders, including X and Y"."""
    if head.tag not in {"NNS", "NNPS"} and head.lemma not in words("groups_of_leaders"):
        return []
    stop = head.sentence.tokens[-1].i
    for i in range(head.i + 1, min(head.i + 10, stop)):
        if scene.tokens[i].lower == "including":
            return named(scene, i + 1)
        if scene.tokens[i].is_verb:
            break
    return []


def forces(scene: Scene, head: Token) -> list[Actor]:
    """The states whose troops, ships or police a phrase names ("X and Y soldiers"): they act for them."""
    if not any(t.lemma in words("forces") for t in head.conjuncts):
        return []
    near = [c for t in head.conjuncts for c in t.children]
    near += [g for c in near if c.dep == "compound" for g in c.children]  # "Norwegian coast guards"
    every = [a for c in near for a in _states_beside(scene, c)]
    return distinct(every)


def _states_beside(scene: Scene, modifier: Token) -> list[Actor]:
    if modifier.dep not in {"amod", "compound", "nmod:poss"} and (
        modifier.dep != "nmod" or case(modifier) not in {"of", "from", "in"}
    ):
        return []
    inside = (scene.mention(t.i) for t in modifier.conjuncts)
    return [scene.state(m.entity.iso3) for m in inside if m and m.entity.iso3 and m.entity.kind in {"state", "place"}]


def _led_by(scene: Scene, head: Token) -> list[Actor]:
    """Who leads a delegation: "a delegation from Ghana, led by Speaker X, was received"."""
    if not is_sent(head) or head.tag != "NN":
        return []
    for clause in head.all("acl"):
        leader = agent(clause) if clause.tag == "VBN" and clause.lemma in {"lead", "head"} else None
        found = [a for a in actors_of(scene, leader) if a.kind == "person"] if leader is not None else []
        if found:
            return found[:1]
    return []


def _apposed(scene: Scene, head: Token) -> list[Actor]:
    """The persons named right after a plural of office: "the X and Y foreign ministers, A and B, met"."""
    if head.tag not in {"NNS", "NNPS"} or head.lemma not in words("officials"):
        return []
    i, last = head.i, head.sentence.tokens[-1].i
    if i + 2 > last or scene.tokens[i + 1].text != ",":
        return []
    persons = named(scene, i + 2)
    return persons if len(persons) > 1 else []


def distinct(actors: Iterable[Actor]) -> list[Actor]:
    """The actors without doubles, in order."""
    out: list[Actor] = []
    for actor in actors:
        if all(actor.name != a.name for a in out):
            out.append(actor)
    return out


def _placed(scene: Scene, actor: Actor) -> Actor:
    """An actor as written with the state its words name ("Chinese company")."""
    if actor.kind != "other" or actor.iso3:
        return actor
    if (named := _named_by_owner(scene, actor) or _in_office(scene, actor)) is not None:
        return named
    inside = (scene.mention(i) for i in range(actor.start, actor.end))
    iso3 = next((m.entity.iso3 for m in inside if m and m.entity.iso3), "")
    head = scene.tokens[actor.end - 1]
    if not iso3 and holds_office(head) and (state := state_beside(scene.reading, head)) is not None:
        iso3 = state.iso3
    return replace(actor, iso3=iso3 or sent_from(scene.reading, head))


def _in_office(scene: Scene, actor: Actor) -> Actor | None:
    """ "General Secretary meets X" in a headline: the one person whom the text calls so."""
    if not scene.is_headline(scene.tokens[actor.start].sentence):
        return None
    post = " ".join(t.lower for t in scene.tokens[actor.start : actor.end])
    every = scene.reading.references.mentions
    held = {m.entity.name: m.entity for m in every if any(t.office.lower() == post for t in m.titles)}
    if len(held) != 1:
        return None
    (person,) = held.values()
    return Actor(person.name, "person", person.iso3, actor.start, actor.end)


def _named_by_owner(scene: Scene, actor: Actor) -> Actor | None:
    """ "Estonia's Hanno Pevkur": a name behind a state's genitive is that of a person of this state."""
    head = scene.tokens[actor.end - 1]
    owner = next((m for c in head.all("nmod:poss") if (m := scene.mention(c.i)) and m.entity.kind == "state"), None)
    if owner is None or head.tag != "NNP" or owner.end + 1 >= actor.end:
        return None
    words_of = scene.tokens[owner.end + 1 : actor.end]
    if not all(t.tag == "NNP" and t.text[:1].isupper() for t in words_of):
        return None
    return Actor(" ".join(t.text for t in words_of), "person", owner.entity.iso3, owner.end + 1, actor.end)


def _can_act(scene: Scene, actor: Actor) -> bool:
    if actor.kind in {"person", "state", "org"}:
        return True
    if actor.kind != "other":
        return False
    head = scene.tokens[actor.end - 1]
    if head.tag == "NNP" and any(c.dep == "nmod:poss" and scene.mention(c.i) for c in head.children):
        return True
    return head.lemma in words("officials") and not general(head)


def partners(scene: Scene, trigger: Token, wanted: Iterable[str], *, reach: int = 24) -> list[Actor]:
    """The parties after the first preposition of ``wanted`` that has any."""
    for _, noun in after(scene, trigger, wanted, reach=reach):
        if found := actors_of(scene, noun):
            return found
    return []


def owners(scene: Scene, noun: Token) -> list[Actor]:
    """Whose something is: the possessor, or the names and demonyms before the noun."""
    out: list[Actor] = []
    inner = (g for c in noun.children if c.dep == "compound" for g in c.children if g.dep == "nmod:poss")
    for c in (*inner, *noun.children):
        if c.dep == "nmod:poss":
            out += _possessor(scene, c)
        elif c.dep in {"amod", "compound"} and (m := scene.mention(c.i)) and m.entity.iso3:
            out.append(scene.state(m.entity.iso3) if m.entity.kind != "person" else scene.person(m))
        elif c.dep == "nmod" and case(c) == "of" and (m := scene.mention(c.i)) and m.entity.kind in {"state", "person"}:
            out += actors_of(scene, c)
    return distinct(out)


def _possessor(scene: Scene, owner: Token) -> list[Actor]:
    """Whose it is; a pronoun before the subject of its own sentence looks ahead to it."""
    if owner.tag != "PRP$":
        return actors_of(scene, owner)
    sentence = owner.sentence
    if owner.lower in {"his", "her"} and not scene.persons_before(owner.i, since=sentence.tokens[0].i):
        subject = sentence.root.child(*SUBJECTS)
        if subject is not None and subject.i > owner.i and not subject.tag.startswith("PRP"):
            ahead = [a for a in actors_of(scene, subject) if a.kind == "person"]
            if len(ahead) == 1:
                return ahead
    return actors_of(scene, owner)
