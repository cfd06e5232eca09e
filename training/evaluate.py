"""Measure a pipeline on the test parts that training never saw, and write the figures down.

Syntax: tags, UAS and LAS on EWT, GUM and our own agency English (spaCy's scorer, punctuation left out, gold tokens and
sentences not given).
Names: exact spans by type on GUM and CrossNER politics, for the trained component alone, and for the whole reader with
titles and gazetteers. Speed: words a second of the whole pipeline in this process.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from comity.language.pipeline import pipeline as load_pipeline
from training.conventions import CONVENTIONS, Span, reader_names
from training.gaps import Word, unmarkable


def load(nlp: Language, path: Path) -> list[Doc]:
    """The documents of a binary corpus file."""
    return list(DocBin().from_disk(path).get_docs(nlp.vocab))


def syntax(nlp: Language, gold: list[Doc]) -> dict[str, float]:
    """Tag accuracy, UAS, LAS and sentence F1 on raw text, in percent."""
    examples = [Example(nlp(doc.text), doc) for doc in gold]
    scores = nlp.get_pipe("parser").score(examples) | nlp.get_pipe("tagger").score(examples)  # type: ignore[attr-defined]
    wanted = {"tag": "tag_acc", "uas": "dep_uas", "las": "dep_las", "sentences": "sents_f"}
    return {name: round(100 * scores[key], 1) for name, key in wanted.items()}


def f1_by_type(gold: Iterable[set[Span]], found: Iterable[set[Span]], types: Iterable[str]) -> dict[str, float]:
    """F1 of exact spans, by type and over all of ``types``."""
    hits, seen, made = Counter[str](), Counter[str](), Counter[str]()
    for g, p in zip(gold, found, strict=True):
        hits.update(label for *_, label in g & p)
        seen.update(label for *_, label in g)
        made.update(label for *_, label in p)
    out = {t: _f1(hits[t], seen[t], made[t]) for t in types}
    out["all"] = _f1(*(sum(c[t] for t in out) for c in (hits, seen, made)))
    return out


def _f1(hits: int, seen: int, made: int) -> float:
    return round(2 * hits / (seen + made), 3) if seen + made else 0.0


def gold_names(doc: Doc, types: set[str]) -> set[Span]:
    """Character spans of a document's gold names."""
    return {(e.start_char, e.end_char, e.label_) for e in doc.ents if e.label_ in types}


def markable(doc: Doc, found: set[Span]) -> set[Span]:
    """The names without those that GUM's layer of names leaves out throughout, by the tags and trees of the set."""
    words = [Word(t.tag_, t.pos_, t.dep_, t.head.i) for t in doc]
    return {(start, end, label) for start, end, label in found if not unmarkable(words, *_tokens(doc, start, end))}


def _tokens(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The tokens that the characters ``[start, end)`` touch."""
    touched = [t.i for t in doc if t.idx < end and start < t.idx + len(t)]
    return touched[0], touched[-1] + 1


def speed(nlp: Language, docs: list[Doc]) -> int:
    """Words a second of the bare pipeline."""
    texts = [d.text for d in docs]
    list(nlp.pipe(texts[:20]))
    start = time.process_time()
    words = sum(len(d) for d in nlp.pipe(texts))
    return round(words / (time.process_time() - start))


def names(nlp: Language, bank: str, gold: list[Doc]) -> dict[str, dict[str, float]]:
    """F1 of names on one set: the trained component alone, and the whole reader in the manner of the set.

    On GUM two more: without the names that its layer never marks, told by the pipeline's own tags, and by the set's.
    """
    kinds = {"PERSON", "ORG", "PLACE"}
    alone = [{(e.start_char, e.end_char, e.label_) for e in nlp(d.text).ents} for d in gold]
    every = {*kinds, "EVENT"}
    out = {f"names_{bank}": f1_by_type([gold_names(d, every) for d in gold], alone, sorted(every))}
    found = {name: [reader_names(nlp, d.text, how) for d in gold] for name, how in CONVENTIONS.items() if bank in name}
    if bank == "gum":
        found["gum_markable"] = [markable(d, whole) for d, whole in zip(gold, found["gum"], strict=True)]
    marked = [gold_names(d, kinds) for d in gold]
    return out | {f"reader_{name}": f1_by_type(marked, whole, sorted(kinds)) for name, whole in found.items()}


def evaluate(pipeline: Path, corpus: Path) -> dict[str, Any]:
    """All measures of a pipeline on the converted test corpora."""
    nlp = load_pipeline(str(pipeline))
    out: dict[str, Any] = {}
    for bank in ("ewt", "gum", "agency"):
        out[f"syntax_{bank}"] = syntax(nlp, load(nlp, corpus / f"syntax-test-{bank}.spacy"))
    for bank in ("gum", "crossner"):
        out |= names(nlp, bank, load(nlp, corpus / f"names-test-{bank}.spacy"))
    out["words_per_second"] = speed(nlp, load(nlp, corpus / "syntax-test-gum.spacy"))
    return out


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pipeline", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    result = json.dumps(evaluate(args.pipeline, args.corpus), indent=1)
    print(result)
    if args.out:
        args.out.write_text(result + "\n", encoding="utf-8")
