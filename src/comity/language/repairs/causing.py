"""Infinitives hung onto what others are brought to do: "agreed to encourage firms to invest, to open a route"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from comity.language.repairs.words import words
from comity.language.tree import hang

if TYPE_CHECKING:
    from comity.language.syntax import Token


def mend_causing(tokens: Sequence[Token]) -> None:
    """Give such infinitives of one sentence back to the verb above, in place."""
    for verb in tokens:
        if verb.tag == "VB" and verb.lemma in words("causing") and _to(verb):
            _past_the_caused(verb)


def _past_the_caused(verb: Token) -> None:
    """ "agreed to encourage firms to invest, to open a route": the sides agreed to the latter, nobody is encouraged."""
    for caused in verb.all("xcomp", "advcl"):
        row = [c for c in caused.all("advcl") if c.all("conj") and any(x.text == "," for x in c.all("punct"))]
        for further in [c for c in (*row, *caused.conjuncts[1:]) if c.tag == "VB" and _to(c)]:
            hang(further, verb, "conj")


def _to(verb: Token) -> bool:
    return any(c.lower == "to" for c in verb.all("mark", "aux"))
