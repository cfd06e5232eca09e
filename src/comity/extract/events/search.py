"""The search: every word whose lemma may show an event is handed to the rules that know it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from comity.extract.events import (
    accusing,
    acts,
    ages,
    bodies,
    deed_nouns,
    encounters,
    journeys,
    meetings,
    relations,
    signings,
    statements,
    threatening,
    visits,
)
from comity.extract.events.lexicon import act_nouns, prepositions, words
from comity.extract.events.lexicon import acts as act_verbs
from comity.extract.events.scene import Found, Scene
from comity.language.syntax import Token
from comity.vocab import load

Rule = Callable[[Scene, Token], Iterator[Found]]
Row = tuple[Rule, frozenset[str] | set[str]]


def search(scene: Scene) -> list[Found]:
    """All mentions of events, in order of their triggers."""
    table = _rules()
    out: list[Found] = []
    for token in scene.tokens:
        for rule in table.get(token.lemma, ()):
            out += rule(scene, token)
    return out


@cache
def _rules() -> Mapping[str, tuple[Rule, ...]]:
    table: dict[str, tuple[Rule, ...]] = {}
    for rule, lemmas in (*_moves(), *_deeds(), *_solemn()):
        for lemma in lemmas:
            table[lemma] = (*table.get(lemma, ()), rule)
    return table


def _moves() -> list[Row]:
    """Visits, meetings and calls."""
    return [
        (visits.by_verb, set(prepositions("visit"))),
        (visits.by_noun, words("visit", "nouns")),
        (visits.by_list, words("visit", "nouns")),
        (visits.by_visiting, words("visit", "visiting")),
        (visits.by_stay, {"in"}),
        (visits.by_welcome, words("visit", "welcoming")),
        (journeys.by_headline_stay, {"in"}),
        (journeys.by_sending, words("visit", "sending")),
        (journeys.by_attending, words("visit", "attending")),
        (journeys.by_port_call, words("visit", "docking") | {"call"}),
        (visits.by_expectation, words("visit", "expected")),
        (meetings.by_noun, words("meeting", "nouns") | words("call", "nouns") | words("meeting", "short_visits")),
        (meetings.by_verb, set(prepositions("meeting"))),
        (bodies.by_sitting, words("meeting", "sitting")),
        (bodies.by_chairing, words("meeting", "chairing")),
        (encounters.by_joining, {"join"}),
        (encounters.on_the_phone, words("call", "devices")),
        (meetings.telephoned, words("call", "verbs")),
    ]


def _deeds() -> list[Row]:
    """Signings and what one side does to another."""
    return [
        (signings.by_verb, words("signing", "verbs") | words("signing", "signatures")),
        (signings.by_noun, words("signing", "nouns")),
        (acts.by_verb, set(act_verbs())),
        (deed_nouns.by_noun, set(act_nouns())),
        (accusing.by_judgement, words("accusing", "judging")),
        (accusing.by_report, words("accusing", "wrongs")),
        (accusing.by_link, words("accusing", "linking")),
        (accusing.by_denial, words("accusing", "denying")),
        (accusing.by_fault, words("accusing", "faults")),
        (threatening.by_answer, words("answering")),
        (threatening.by_regard, words("accusing", "judging") | words("regarding")),
        (threatening.by_consequence, words("consequences")),
    ]


def _solemn() -> list[Row]:
    """The founding of relations, statements and ceremonies."""
    data = load("events")
    formal = {n for group in data["statement"]["pairs"].values() for n in group} | words("statement", "nouns")
    founding = [words("establishment", part) for part in ("found", "creating", "having", "raise", "designate")]
    return [
        (relations.by_verb, frozenset().union(*founding)),
        (relations.by_noun, words("establishment", "nouns")),
        (ages.by_age, words("establishment", "ages")),
        (ages.by_reach, words("establishment", "reaching")),
        (statements.statement, formal),
        (statements.announced, words("statement", "announcing")),
        (statements.ceremony, words("ceremony", "nouns")),
        (statements.welcome, words("ceremony", "verbs")),
    ]
