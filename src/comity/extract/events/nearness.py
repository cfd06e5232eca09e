"""How near a date or a place hangs to the words of an event: on them, on their clause, or beside them."""

from __future__ import annotations

from comity.extract.events.grammar import FINITE
from comity.extract.events.lexicon import words
from comity.extract.events.scene import Scene
from comity.language.syntax import Token

NEAR = 3


def closeness(scene: Scene, token: Token, frame: list[Token]) -> int:
    """1 where a word hangs on the event's own words, 2 on its clause or the one it shares, 3 near it; 0 for none."""
    climb = [token, *token.ancestors()]
    if told_apart(token, frame):
        return 0
    for depth, t in enumerate(climb):
        if any(t is f for f in frame):
            return 1
        if depth and _heads_clause(t):
            break
    clause = clause_of(token)
    if clause.dep == "acl:relcl" and not frame[0].within(clause):
        return 0
    if any(clause is c for c in _shared_clauses(frame[0])):
        return 2
    if frame[0].within(clause) and clause is not token:
        return 0
    low, high = sorted((token.i, frame[0].i))
    between = scene.tokens[low + 1 : high]
    if len(between) <= 14 and not any(t.tag in FINITE or t.text in {";", "“", '"'} for t in between):
        return NEAR
    return 0


def told_apart(token: Token, frame: list[Token]) -> bool:
    """Whether a word tells of what came before or after the event: "following his arrival in X on Tuesday"."""
    for above in (token, *token.ancestors()):
        if any(above is f for f in frame):
            return False
        aside = above if _marked(above) & words("apart_from") else _aside_before(above)
        if aside is not None and not any(f.within(aside) for f in frame):
            return True
        if above.dep == "acl:relcl":
            return False
    return False


def _aside_before(token: Token) -> Token | None:
    """The phrase in commas that a word closes although it hangs above it: ", following his arrival in X on Tuesday"."""
    for c in token.head.children:
        comma = c.child("punct")
        if c.right + 1 == token.left and comma is not None and comma.i == c.left and _marked(c) & words("apart_from"):
            return c
    return None


def sooner(token: Token, trigger: Token) -> bool:
    """Whether a word stands before the phrase that sets the event apart: "in the 1990s, following a visit in 1989"."""
    for above in (trigger, *trigger.ancestors()):
        if token.within(above):
            return False
        if _marked(above) & words("apart_from"):
            return token.i < above.left
    return False


def _marked(token: Token) -> set[str]:
    return {c.lower for c in token.children if c.dep in {"case", "mark"}}


def _heads_clause(token: Token) -> bool:
    return token.is_root or (token.is_verb and token.dep not in {"amod", "compound"}) or token.child("cop") is not None


def clause_of(token: Token) -> Token:
    """The word that heads the clause a word stands in."""
    if _heads_clause(token):
        return token
    return next((t for t in token.ancestors() if _heads_clause(t)), token)


def _shared_clauses(trigger: Token) -> list[Token]:
    """The clause of an event and those above whose time and place are its own too: participles, infinitives, "as"."""
    out = [clause_of(trigger)]
    for _ in range(4):
        clause = out[-1]
        marks = {c.lower for c in clause.children if c.dep in {"mark", "advmod"}}
        if (
            clause.dep in {"xcomp", "conj"}
            or (clause.dep in {"advcl", "acl"} and clause.tag in {"VBG", "VB"} and not marks & words("apart"))
            or (clause.dep == "advcl" and marks & words("meanwhile"))
        ):
            out.append(clause_of(clause.head))
        else:
            break
    return out
