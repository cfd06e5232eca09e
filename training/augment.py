"""More sentences to learn names from: the treebanks' sentences with other names put in the place of theirs.

Persons are drawn from Faker's lists, places and bodies from comity's gazetteer and from the training sentences
themselves, parties and ministries are put together from their usual parts. Names keep their titles.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import yaml
from spacy.language import Language

from comity.vocab import load, rows
from training.convert import Sentence
from training.words import names

SWAPPED = 0.7
"""Share of the names that are exchanged."""
LISTED = 0.3
"""Share of the bodies that are drawn from the gazetteer, and again of those that are made up."""


def spans(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """The names of a sentence: words ``[start, end)`` and label."""
    start = 0
    for i, tag in enumerate([*sentence.names, "O"]):
        if not tag.startswith("I-"):
            if start < i and (label := sentence.names[start][2:]):
                yield start, i, label
            start = i


class Exchange:
    """Draws names of each type; the same ``seed`` draws the same names."""

    def __init__(self, sentences: Iterable[Sentence], nlp: Language, seed: int) -> None:
        self.random = random.Random(seed)
        self.nlp = nlp
        self.given, self.family = sorted(names("first")), sorted(names("last"))
        self.states = [row[2] for row in rows("states")]
        self.adjectives = [row[5].split("|")[0].lstrip("~") for row in rows("states") if row[5]]
        self.cities = [name for row in rows("places") if (name := row[1] or row[0].partition("|")[0].title())]
        self.bodies = [row[0].lstrip("~") for row in rows("organisations")]
        self.seen = [s.words[a:b] for s in sentences for a, b, label in spans(s) if label == "ORG"]
        self.parts: Mapping[str, list[str]] = yaml.safe_load(
            Path(__file__).with_name("made_names.yaml").read_text(encoding="utf-8")
        )
        self.titles = {w for post in load("offices")["posts"] for w in post.split()} | set(load("bodies")["honorifics"])

    def swapped(self, sentence: Sentence) -> Sentence | None:
        """The sentence with most of its names exchanged, or None where it has none."""
        found = list(spans(sentence))
        if not found:
            return None
        words, spaces, tags, last = list[str](), list[bool](), list[str](), 0
        for start, end, label in [*found, (len(sentence.words), len(sentence.words), "")]:
            words += sentence.words[last:start]
            spaces += sentence.spaces[last:start]
            tags += ["O"] * (start - last)
            new = self._new(sentence.words[start:end], label) if label else []
            if new:
                words += [w for w, _ in new]
                spaces += [*(space for _, space in new[:-1]), sentence.spaces[end - 1]]
                tags += [f"B-{label}", *[f"I-{label}"] * (len(new) - 1)]
            last = end
        return replace(Sentence(words=words, spaces=spaces), names=tags)

    def _new(self, old: Sequence[str], label: str) -> list[tuple[str, bool]]:
        """A name of the same type, in words with their spaces; the old one where it stays."""
        kept = [(w, True) for w in old]
        if self.random.random() > SWAPPED or label == "EVENT":
            return kept
        if label == "PERSON":
            title = next((i for i, w in enumerate(old) if w.lower() not in self.titles and w[0].isupper()), len(old))
            bare = old[title:]
            if not bare or len(bare) > 3 or not all(w[0].isupper() for w in bare):
                return kept
            return [*kept[:title], *self._words(self._person(len(bare)))]
        return self._words(self._place() if label == "PLACE" else self._body())

    def _words(self, name: str) -> list[tuple[str, bool]]:
        return [(t.text, bool(t.whitespace_)) for t in self.nlp.make_doc(name)]

    def _person(self, length: int) -> str:
        one = self.random.choice
        if length == 1:
            return one(self.family) if self.random.random() < 0.7 else one(self.given)
        middle = [one([f"{one(self.given)[0]}.", one(self.given)])] if length == 3 else []
        return " ".join([one(self.given), *middle, one(self.family)])

    def _place(self) -> str:
        return self.random.choice(self.random.choice([self.states, self.cities, self.cities]))

    def _body(self) -> str:
        draw = self.random.random()
        if draw < LISTED:
            return self.random.choice(self.bodies)
        if draw < 2 * LISTED:
            return self._made(self.random.choice(self.parts[self.random.choice(["party", "body"])]))
        return " ".join(self.random.choice(self.seen))

    def _made(self, pattern: str) -> str:
        lists = {name.rstrip("s"): words for name, words in self.parts.items()}
        lists |= {"adjective": self.adjectives, "state": self.states, "city": self.cities, "family": self.family}
        return re.sub(r"\{(\w+)\}", lambda part: self.random.choice(lists[part[1]]), pattern)
