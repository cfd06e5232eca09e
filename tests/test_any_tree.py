"""Whatever a parser makes of a sentence, reading it ends, never raises, and quotes exactly."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from comity.extract import records_of
from comity.language.pipeline import pipeline
from comity.language.reading import read
from comity.model import Document

DOSSIER = sorted((Path(__file__).parents[1] / "examples/dossier").glob("*.txt"))


class Scrambled:
    """The pipeline that ships, with a share of the heads, relations and tags of each sentence drawn by lot."""

    def __init__(self, nlp: Language, seed: int, share: float) -> None:
        self.nlp, self.random, self.share = nlp, random.Random(seed), share

    def __getattr__(self, name: str) -> Any:
        return getattr(self.nlp, name)

    def pipe(self, docs: Iterable[Doc], **options: Any) -> Iterator[Doc]:
        for doc in self.nlp.pipe(docs, **options):
            yield self.scrambled(doc)

    def scrambled(self, doc: Doc) -> Doc:
        heads, deps, tags = [t.head.i for t in doc], [t.dep_ for t in doc], [t.tag_ for t in doc]
        for sentence in doc.sents:
            order = [*range(sentence.start, sentence.end)]
            self.random.shuffle(order)
            fresh = self.random.random() < self.share
            for at, i in enumerate(order if fresh else []):
                heads[i] = order[self.random.randrange(at)] if at else i
                deps[i] = self.random.choice(deps) if at else "ROOT"
            for i in order:
                tags[i] = self.random.choice(tags) if self.random.random() < self.share / 4 else tags[i]
                deps[i] = "ROOT" if heads[i] == i else ("dep" if deps[i] == "ROOT" else deps[i])
        words, spaces = [t.text for t in doc], [bool(t.whitespace_) for t in doc]
        names = ["-".join(part for part in (t.ent_iob_, t.ent_type_) if part) for t in doc]
        made = Doc(
            doc.vocab, words=words, spaces=spaces, tags=tags, pos=[t.pos_ for t in doc], heads=heads, deps=deps,
            lemmas=[t.lemma_ for t in doc], ents=names,
        )  # fmt: skip
        made.user_data.update(doc.user_data)
        return made


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("share", [0.2, 1.0])
def test_no_tree_stops_the_reading(seed: int, share: float) -> None:
    text = DOSSIER[seed % len(DOSSIER)].read_text(encoding="utf-8")
    document = Document(id="t", source="t.txt", text=text, published="2025-04-16")
    reading = read(document, cast("Language", Scrambled(pipeline(), seed, share)))
    for draft in records_of(reading):
        record = draft.record()
        assert all(text[quote.start : quote.end] == quote.exact for quote in record.quotes)
