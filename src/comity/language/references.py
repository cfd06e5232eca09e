"""Who is meant: noun phrases and pronouns to actors.

"The two sides" and "both countries" are the pair of states the text is about; "the Chinese leader" is the person of
that state named last; "he" the person last spoken of; "Beijing" as an actor is China. What cannot be resolved stays
as written.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache

from comity.language.actors import Actor
from comity.language.antecedents import joined_subject, own_subject, reporter
from comity.language.couples import coupled, pair_of, side
from comity.language.entities import Entity, Mention
from comity.language.gazetteer import gazetteer
from comity.language.groups import both_sides, counted_states, group_before, is_paired, paired_states
from comity.language.office_groups import all_leaders, all_of_an_office, decides, holds, of_that_office
from comity.language.pointing import body_again, body_before, clause_subjects, ministry_beside, of_its_own, told_beside
from comity.language.speech import attributions, sources, speech_subject
from comity.language.spelling import plain, spelled
from comity.language.syntax import Sentence, Token
from comity.language.tellers import tellers, tells
from comity.language.transcripts import labelled
from comity.vocab import load

OWNING = frozenset({"amod", "compound", "nmod:poss", "det", "nmod:unmarked"})
NEAR = 3
"""Sentences back in which "the two sides" looks for who acted together."""


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in load("references").items()}


class References:
    """Resolves phrases against the mentions of one document.

    ``home`` is the state whose body publishes the text (ISO 3166 alpha-3): "we" is that state where nobody else speaks;
    of a ``joint`` statement it is both.
    """

    def __init__(
        self, mentions: Sequence[Mention], sentences: Sequence[Sentence], *, home: str = "", joint: bool = False
    ) -> None:
        self.home = home
        self.joint = joint
        self.mentions = sorted(mentions, key=lambda m: m.start)
        self.starts = [m.start for m in self.mentions]
        self.tokens = [t for s in sentences for t in s.tokens]
        self.sentences = sentences
        self.entities: dict[str, Entity] = {m.entity.name: m.entity for m in self.mentions}
        self.at: dict[int, Mention] = {i: m for m in self.mentions for i in range(m.start, m.end)}
        self._sources = sources(sentences)
        self.quoted = {**labelled(sentences, self.at), **attributions(sentences, self._sources)}
        self.titled: dict[int, Mention] = {}
        self._known: dict[int, list[Actor]] = {}
        self.settle()

    @property
    def parties(self) -> frozenset[str]:
        """States (ISO 3166 alpha-3) and international bodies (canonical names) that the text names."""
        acting = [m.entity for m in self.mentions if m.entity.kind != "place" or m.entity.subtype == "capital"]
        states = {e.iso3 for e in acting if e.iso3}
        bodies = {m.entity.name for m in self.mentions if m.entity.subtype in _lists()["international"]}
        return frozenset(states | bodies | ({self.home} if self.home else set()))

    def settle(self) -> None:
        """Tell anew who the text is about; called again once titles have said which states persons act for."""
        self._couples = list(coupled(self.mentions, self.tokens))
        self.pair = pair_of(self.mentions, self.tokens, self._couples, self._is_subject)
        self._tellers = tellers(self, self.sentences, self._sources)
        self._known.clear()

    def state(self, iso3: str) -> str:
        """Short English name of a state."""
        found = gazetteer().states.get(iso3)
        return found.name if found else iso3

    def actors(self, head: Token) -> list[Actor]:
        """The actors of the noun phrase with this head, its coordinations included, without doubles."""
        out: list[Actor] = []
        for token in head.conjuncts:
            if token.excepted:
                continue  # "not X but Y"
            if token is not head and any(c.lower in _lists()["instead"] for c in token.all("cc")):
                continue  # "the state, rather than the firms"
            for actor in self._known[token.i] if token.i in self._known else self._resolve(token):
                if actor.name not in {a.name for a in out}:
                    out.append(actor)
        return out

    def speaks_for_a_state(self, actor: Actor) -> bool:
        """Whether an actor is a state, or a person or public body that acts for one; a firm acts for itself."""
        entity = self.entities.get(actor.name)
        if actor.kind == "person":
            return bool(actor.iso3) or bool(entity and entity.posts)
        if actor.kind != "org":
            return actor.kind == "state"
        return entity is None or entity.subtype not in _lists()["private_bodies"]

    def names(self, head: Token) -> tuple[str, ...]:
        """The canonical names of ``actors(head)``."""
        return tuple(a.name for a in self.actors(head))

    def _resolve(self, token: Token) -> list[Actor]:
        self._known[token.i] = []  # what points back to itself names nobody
        found = (
            self._from_mention(token) or self._from_pronoun(token) or self._from_noun(token) or self._as_written(token)
        )
        self._known[token.i] = found
        return found

    def _from_mention(self, token: Token) -> list[Actor]:
        mention = self.at.get(token.i) or self.titled.get(token.i)
        named = token.dep != "conj" or token.lemma in _lists()["person_nouns"]
        if mention is None and named and (name := token.child("flat", "appos")):
            inner = self.at.get(name.i)
            mention = inner if inner and inner.entity.kind == "person" else None
        folk = token.dep in {"nsubj", "obj", "obl", "iobj"} and self._definite(token)  # "the Chinese offered"
        if mention is None or (mention.form == "demonym" and not folk and token.tag not in {"NNS", "NNPS", "NNP"}):
            return []
        return [self.actor_of(mention)]

    def actor_of(self, mention: Mention) -> Actor:
        """What a mention names, as an actor."""
        return self._actor(mention.entity, mention.start, mention.end)

    def _actor(self, entity: Entity, start: int, end: int) -> Actor:
        if entity.subtype in {"capital", "government"} and entity.iso3:
            seat = load("references")["seats"].get(entity.name, "")
            if seat in self.entities and self.state(entity.iso3) not in self.entities:
                return Actor(seat, "org", "", start, end)  # "the EU … Brussels plans to"
            return Actor(self.state(entity.iso3), "state", entity.iso3, start, end)
        return Actor(entity.name, entity.kind, entity.iso3, start, end)

    def _from_pronoun(self, token: Token) -> list[Actor]:
        words = _lists()
        lower = token.lower
        if token.tag == "PRP$" and (owner := own_subject(self, token)):
            return owner
        if lower in words["person_pronouns"] and not token.text.isupper():
            if (told := told_beside(self, token)) is not None:
                return [self.actor_of(told)]
            own = clause_subjects(self, token)
            if going_on := self._going_on(token, lambda m: True):
                return going_on
            return self._back(token, lambda m: m.entity.kind == "person" and m.entity.name not in own, subject=True)
        if lower in words["plural_pronouns"] or lower in words["paired"]:
            return group_before(self, token) or self.both(token)
        if lower == "it" and (found := reporter(self, token) or joined_subject(self, token)):
            return found
        if lower in words["state_pronouns"]:
            strict = token.tag == "PRP"
            return body_before(self, token) or self._back(token, self._named_body, subject=True, strict=strict)
        if lower in words["self_pronouns"]:
            return self._speaker(token)
        if lower in words["own_pronouns"]:
            return self._own_side(token)
        return []

    def _from_noun(self, token: Token) -> list[Actor]:
        words = _lists()
        lemma = token.lemma.removesuffix("s") if token.tag == "NNPS" else token.lemma
        if not token.tag.startswith("N") and token.tag != "CD":
            return []
        if (holder := self._by_initials(token)) is not None:
            return holder
        if counted := counted_states(self, token):
            return counted
        mods = self._modifiers(token)
        if (together := self._together(token, lemma, named=bool(mods))) is not None:
            return together
        states = [m for m in mods if m.entity.kind == "state" or m.entity.subtype == "capital"]
        if (
            lemma in words["person_nouns"]
            and token.tag in {"NN", "NNP"}
            and (found := self._person_noun(token, states))
        ):
            return found
        if body := body_again(self, token, states[0] if states else None) or of_its_own(self, token):
            return body
        if states and (ministry := ministry_beside(self, token, states[0])):
            return [ministry]
        if not states and lemma in words["own_state_nouns"] and token.tag == "NN" and self._definite(token):
            return self._own_side(token) or self._back(
                token, lambda m: m.entity.kind == "state" and m.form == "name", subject=True
            )
        acts_for_it = self._acts_for_a_state(token, lemma)
        if not acts_for_it or self._indefinite(token):
            return []
        return [Actor(self.state(m.entity.iso3), "state", m.entity.iso3, token.left, token.right + 1) for m in states]

    def _together(self, token: Token, lemma: str, *, named: bool) -> list[Actor] | None:
        """Both sides, as "the parties", "both countries", "the two leaders", "the meeting agreed"; None for no such."""
        words, paired = _lists(), is_paired(token)
        if both_sides(token, lemma):
            return self.both(token)
        leaders = lemma in words["leader_nouns"] and (paired or (not named and all_leaders(token)))
        if token.lower == "pair" or leaders or (token.tag in {"NNS", "NNPS"} and all_of_an_office(token)):
            return self._leaders(token)
        gathered = lemma.lower() in words["gatherings"] and not named and self._definite(token) and decides(token)
        return self.both(token) if gathered else None

    def _by_initials(self, token: Token) -> list[Actor] | None:
        """ "The CE": whoever holds the post of which these are the initials; None where they are no one's."""
        if not (token.text.isupper() and 1 < len(token.text) < 4 and self._definite(token)):
            return None

        def fits(m: Mention) -> bool:
            return any("".join(w[0] for w in post.split()).upper() == token.text for post in m.entity.posts)

        return self._back(token, fits) or None

    def _person_noun(self, token: Token, states: list[Mention]) -> list[Actor]:
        """ "The Chinese leader", "the president": the person of that state, or with that post, named last."""
        if any(c.dep == "det" and c.lower in {"a", "an", "some", "one", "another"} for c in token.children):
            return []
        iso3 = states[0].entity.iso3 if states else ""
        lemma = token.lemma

        def fits(m: Mention) -> bool:
            e = m.entity
            if e.kind != "person" or (iso3 and e.iso3 != iso3):
                return False
            return bool(iso3) or any(lemma in post for post in e.posts)

        definite = bool(states) or any(c.dep == "det" and c.lower == "the" for c in token.children)
        if lemma in {"official", "analyst", "expert", "man", "woman", "source"} or not definite:
            return []
        plain = [c.lower for c in token.all("amod", "compound")] == []

        def just(m: Mention) -> bool:
            return fits(m) and any(holds(lemma, post) for post in m.entity.posts)

        going_on = self._going_on(token, just) if plain and not iso3 else []
        return going_on or (self._back(token, just) if plain else []) or self._back(token, fits)

    def _going_on(self, token: Token, fits: Callable[[Mention], bool]) -> list[Actor]:
        """Whoever told what stands before, where a word without a name says who tells this; nobody named in between."""
        told = self._tellers.get(token.sentence.index) if tells(token) else None
        first = token.sentence.tokens[0].i
        inside = (m for m in self._before(token, 8) if m.start >= first and m.entity.kind == "person")
        if told is None or not fits(told) or any(self._is_subject(m) for m in inside):
            return []
        return [self._actor(told.entity, token.i, token.i + 1)]

    def _modifiers(self, token: Token) -> list[Mention]:
        """Names that modify this noun: "Chinese", "China's", "of China", of who acts for a state also "from China"."""
        out: list[Mention] = []
        ways = {"of", "from"} if self._acts_for_a_state(token, token.lemma) else {"of"}
        vice = token.child("compound")  # "the Botswana vice-president", in three words
        for c in [*token.children, *(vice.children if vice and vice.lower in {"vice", "deputy"} else [])]:
            owning = c.dep in OWNING or (c.dep == "nmod" and any(x.lower in ways for x in c.all("case")))
            out += [m for x in c.conjuncts if (m := self.at.get(x.i))] if owning else []
        return out

    @staticmethod
    def _acts_for_a_state(noun: Token, lemma: str) -> bool:
        """Whether a noun names who acts for the state beside it: "officials", "working groups", "opposite number"."""
        if lemma in _lists()["government_nouns"] or lemma in _lists()["office_holders"]:
            return True
        wanted = {"number": "opposite", "group": "working"}.get(lemma)
        return any(c.lower == wanted for c in noun.children)

    @staticmethod
    def _definite(token: Token) -> bool:
        return any(c.dep == "det" and c.lower == "the" for c in token.children)

    @staticmethod
    def _indefinite(token: Token) -> bool:
        return any(c.dep == "det" and c.lower in {"a", "an", "some"} for c in token.children)

    def both(self, token: Token) -> list[Actor]:
        """The pair of states the text is about, as meant by the phrase of ``token``; empty where it has none."""
        left, right = token.left, token.right + 1
        pair = self._named_just_before(token) or self._near_couple(token) or self.pair
        return [self._side(i, left, right) for i in pair] if len(pair) == 2 else []

    def _side(self, side: str, left: int, right: int) -> Actor:
        """A state of the pair, or the body of many states that is one of the two, as an actor."""
        state = side in gazetteer().states
        return Actor(self.state(side), "state" if state else "org", side if state else "", left, right)

    def _named_just_before(self, token: Token) -> tuple[str, ...]:
        """ "Pakistan accused Kabul of it. The two countries …": the two whom the sentence before is about."""
        here = token.sentence.index
        if not paired_states(token):
            return ()
        near = [m for m in self._before(token) if self.tokens[m.start].sentence.index == here - 1]
        named = {m.entity.iso3: m for m in near if m.entity.iso3 and m.entity.kind in {"state", "place"}}
        if any(m.entity.kind == "org" and side(m) for m in near):
            return ()  # "ASEAN and X met in Y": a couple, if they are one
        acting = any(self._is_subject(m) for m in near if m.entity.kind == "state" and m.form == "name")
        return tuple(named) if len(named) == 2 and acting else ()

    def _near_couple(self, token: Token) -> tuple[str, ...]:
        """The two who acted together last, in this sentence or the few before."""
        at = bisect_left(self._couples, (token.i, ("", ""))) - 1
        if at < 0:
            return ()
        where, couple = self._couples[at]
        return couple if token.sentence.index - self.tokens[where].sentence.index <= NEAR else ()

    def _leaders(self, token: Token) -> list[Actor]:
        """The last two persons of different states before here; the pair of states where there are none.

        Of "the ministers" and "the presidents" those who hold such an office, where the text names any.
        """
        out: list[Actor] = []
        before = [m for m in self._before(token) if m.entity.kind == "person" and m.entity.iso3]
        fitting = of_that_office(token, before)
        if fitting is None:
            return self.both(token)
        paired = [m for m in fitting if m.entity.iso3 in self.pair]
        whole = len({m.entity.iso3 for m in paired}) > 1
        for mention in paired if whole else fitting:
            e = mention.entity
            if e.iso3 not in {a.iso3 for a in out}:
                out.append(Actor(e.name, "person", e.iso3, token.left, token.right + 1))
            if len(out) == 2:
                return out[::-1]
        return self.both(token)

    def _before(self, token: Token, limit: int = 40) -> list[Mention]:
        at = bisect_left(self.starts, token.i)
        return self.mentions[max(0, at - limit) : at][::-1]

    @staticmethod
    def _named_body(mention: Mention) -> bool:
        entity = mention.entity
        return (entity.kind in {"state", "org"}) and mention.form == "name"

    def _back(self, token: Token, fits: object, *, subject: bool = False, strict: bool = False) -> list[Actor]:
        """The nearest earlier mention that fits; with ``subject`` a grammatical subject of the last sentences first.

        With ``strict`` nothing but such a subject, or a name in the same sentence, will do.
        """
        assert callable(fits)
        near = [m for m in self._before(token) if fits(m)]
        if not near:
            return []
        chosen = near[0]
        if subject:
            here = token.sentence.index
            recent = [m for m in near if here - self.tokens[m.start].sentence.index <= 2]
            found = next((m for m in recent if self._is_subject(m)), None)
            if found is None and strict and self.tokens[chosen.start].sentence is not token.sentence:
                return []
            chosen = found or chosen
        return [self._actor(chosen.entity, token.i, token.i + 1)]

    def _is_subject(self, mention: Mention) -> bool:
        for t in self.tokens[mention.start : mention.end]:
            if t.dep in {"nsubj", "nsubj:pass"}:
                return True
            head = t.head
            if t.dep in {"flat", "appos", "compound", "conj"} and head.dep in {"nsubj", "nsubj:pass"}:
                return True
        return False

    def _speaker(self, token: Token) -> list[Actor]:
        subject = self.speaker_of(token)
        return self.actors(subject) if subject is not None and subject is not token else []

    def speaker_of(self, token: Token, *, itself: bool = True) -> Token | None:
        """Head of the phrase that names who says what ``token`` stands in; None for the outlet's own voice."""
        return speech_subject(token, itself=itself) or self.quoted.get(token.sentence.index)

    def _own_side(self, token: Token) -> list[Actor]:
        """ "We": the state of whoever speaks; the speaker where no state is known."""
        spoken = self._speaker(token)
        if not spoken and self.joint:
            return self.both(token)
        if not spoken and self.home:
            return [Actor(self.state(self.home), "state", self.home, token.i, token.i + 1)]
        if spoken and spoken[0].iso3:
            return [Actor(self.state(spoken[0].iso3), "state", spoken[0].iso3, token.i, token.i + 1)]
        return spoken

    def _as_written(self, token: Token) -> list[Actor]:
        if not token.tag.startswith(("N", "J", "CD")):
            return []
        left = token.left
        stop = token.i
        while left < stop and (
            self.tokens[left].pos in {"DET", "PUNCT", "CCONJ", "ADP"} or self.tokens[left].dep in {"case", "fixed"}
        ):
            left += 1
        words = [t.text for t in self.tokens[left : stop + 1]]
        if self.tokens[left].tag == "PRP$" and left < stop:  # "Its transport secretary"
            owner = self.names(self.tokens[left])
            words = [f"{owner[0]}'s", *words[1:]] if len(owner) == 1 else words[1:]
        return [Actor(plain(spelled(words)), "other", "", left, stop + 1)]
