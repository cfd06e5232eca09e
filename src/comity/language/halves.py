"""States called by their half of a name: "the North" where a text tells of North Korea."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.language.candidates import Candidate
from comity.language.gazetteer import Gazetteer
from comity.language.syntax import Sentence
from comity.vocab import load


def with_halves(
    gazetteer: Gazetteer, sentences: Sequence[Sentence], chosen: Sequence[Sequence[Candidate]]
) -> list[list[Candidate]]:
    """The chosen names of each sentence, with those halves that stand for a state which the text names in full."""
    named = {pick.entry.iso3 for picks in chosen for pick in picks if pick.entry and pick.kind == "state"}
    meant = {word: iso3 for word, iso3 in load("references")["halves"].items() if iso3 in named}
    if not meant:
        return [list(picks) for picks in chosen]
    out = []
    for sentence, picks in zip(sentences, chosen, strict=True):
        halves = list(_halves(gazetteer, sentence, picks, meant))
        at = {c.start for c in halves}
        out.append(sorted([*(p for p in picks if p.start not in at), *halves], key=lambda c: c.start))
    return out


def _halves(
    gazetteer: Gazetteer, sentence: Sentence, picks: Sequence[Candidate], meant: dict[str, str]
) -> Iterator[Candidate]:
    """ "the North", a name of its own: no capital behind it, nothing but the article before it."""
    longer = {i for p in picks if p.end - p.start > 1 for i in range(p.start, p.end)}
    tokens = sentence.tokens
    for i in range(1, len(tokens)):
        alone = i + 1 == len(tokens) or not tokens[i + 1].text[0].isupper()
        if tokens[i].text not in meant or tokens[i - 1].lower != "the" or i in longer or not alone:
            continue
        state = gazetteer.states[meant[tokens[i].text]].name.split()
        if entry := gazetteer.match(state, 0):
            yield Candidate(i, i + 1, "state", 0, entry)
