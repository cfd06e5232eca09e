"""Put the trained parts together into the pipeline that ships with comity.

Tagger, morphologizer and parser come from the syntax model, names from the names model; lemmas are made by rule from
the tables of spacy-lookups-data (WordNet), corrected by what the treebanks' annotators wrote.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from comity.language.embedding import TABLE, register
from training.convert import read_lemmas

UNHYPHENATED = [
    "operation",
    "operate",
    "operates",
    "operated",
    "operating",
    "operative",
    "ordination",
    "ordinate",
    "ordinates",
    "ordinated",
    "ordinating",
    "chair",
    "chairs",
    "chaired",
    "founder",
    "exist",
    "existence",
]
"""Words that British outlets write with "co-" and that the treebanks' tokens would take apart."""
RANKS = ("Col", "Lt", "Lieut", "Maj", "Capt", "Brig", "Sgt", "Cpl", "Pvt", "Spc", "Cmdr", "Cdr", "Hon", "Amb")
"""Ranks and styles before names, which keep their full stop, so that no sentence ends there."""
LEMMA_POS = {"NOUN", "VERB", "ADJ", "ADV", "AUX"}


def majority_lemmas(treebanks: Path) -> dict[tuple[str, str], str]:
    """The commonest lemma of each (lower-cased form, part of speech) in the training parts of the treebanks."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for bank in ("ewt", "gum"):
        for form, pos, lemma in read_lemmas(treebanks / f"{bank}-train.conllu.gz"):
            if pos in LEMMA_POS and form.isalpha() and lemma.isalpha():
                seen[form.lower(), pos][lemma.lower()] += 1
    return {key: counts.most_common(1)[0][0] for key, counts in seen.items()}


def add_lemmatizer(nlp: Language, treebanks: Path) -> None:
    """Add spaCy's rule lemmatizer, with an exception wherever its rules differ from the treebanks."""
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize()  # type: ignore[attr-defined]
    exceptions = lemmatizer.lookups.get_table("lemma_exc")  # type: ignore[attr-defined]
    index = lemmatizer.lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    for (form, pos), lemma in majority_lemmas(treebanks).items():
        doc = Doc(nlp.vocab, words=[form], pos=[pos])
        found = lemmatizer.rule_lemmatize(doc[0])[0]  # type: ignore[attr-defined]
        if found != lemma:
            exceptions.setdefault(pos.lower(), {})[form] = [lemma]
            # an exception ranks below a form that the rules reach: "hopes" would stay "hop" while the index knows it
            if found in (known := index.get(pos.lower(), [])):
                known.remove(found)
    lemmatizer.cache.clear()  # type: ignore[attr-defined]


def adapt_tokenizer(nlp: Language) -> None:
    """Keep "co-operation", "re-open" and "Col." together, and part "U.S.–Vietnam" as other pairs of names are."""
    tokenizer: Any = nlp.tokenizer
    tokenizer.token_match = re.compile(r"^(?:[Rr]e|[Pp]re)-[a-z]+$").match
    for stem in UNHYPHENATED:
        for prefix in ("co", "Co"):
            tokenizer.add_special_case(f"{prefix}-{stem}", [{"ORTH": f"{prefix}-{stem}", "NORM": f"co{stem}"}])
    for rank in RANKS:
        tokenizer.add_special_case(f"{rank}.", [{"ORTH": f"{rank}."}])
    infixes = [*(nlp.Defaults.infixes or []), r"(?<=[A-Za-z]\.)[-–—](?=[A-Z])"]
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer


def add_names(nlp: Language, names: Path) -> None:
    """Add the recogniser of names with its table of words."""
    register()
    finder = spacy.load(names)
    nlp.vocab.lookups.set_table(TABLE, finder.vocab.lookups.get_table(TABLE))
    nlp.add_pipe("ner", source=finder)


def renew_names(pipeline: Path, names: Path, out: Path) -> None:
    """Write ``pipeline`` to ``out`` with another recogniser of names and the tokenizer as above; all else stays."""
    register()
    nlp = spacy.load(pipeline)
    nlp.remove_pipe("ner")
    adapt_tokenizer(nlp)
    add_names(nlp, names)
    nlp.to_disk(out)


def assemble(syntax: Path, names: Path | None, treebanks: Path, out: Path) -> None:
    """Write the whole pipeline to ``out``; without ``names`` it has no name recognition (for trials only)."""
    nlp = spacy.load(syntax)
    adapt_tokenizer(nlp)
    add_lemmatizer(nlp, treebanks)
    if names is not None:
        add_names(nlp, names)
    nlp.meta.update(
        name="comity_reading",
        version="1.0.0",
        description="English syntax and names for texts on relations between states.",
        license="CC BY-SA 4.0",
        author="The comity project",
    )
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    nlp.to_disk(out)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("syntax", type=Path)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--names", type=Path)
    parser.add_argument("--renew", action="store_true", help="syntax is a whole pipeline; only its names are replaced")
    args = parser.parse_args()
    if args.renew:
        renew_names(args.syntax, args.names, args.out)
    else:
        assemble(args.syntax, args.names, args.treebanks, args.out)
