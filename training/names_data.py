"""Turn the open treebanks into the corpora that names are learned from and measured on.

To learn from: train and dev of both sets (what was chosen on dev is fixed in ``names.cfg``), the sentences of EWT that
the project marked itself, and copies with other names. To measure: whole documents of GUM, and single sentences of
CrossNER, which has no documents.
"""

from __future__ import annotations

import argparse
from itertools import groupby
from pathlib import Path

import spacy

from training.augment import Exchange
from training.convert import Sentence, read_conllu, read_iob, save, to_doc, to_docs
from training.ewt_names import read_marks, with_names
from training.gaps import with_gaps

COPIES = {"gum": 0, "crossner": 2, "ewt": 0}
"""How often each set is added again with other names; CrossNER is small and the nearest to what comity reads."""
NEWS = ("weblog", "newsgroup")
"""Kinds of EWT's documents that are learned from; mail, reviews and questions cost two points on GUM dev for none."""
SEED = 7


def convert_names(treebanks: Path, out: Path) -> None:
    """Write ``names-*.spacy`` for training, watching the training and test into ``out``."""
    nlp = spacy.blank("en")
    parts = ("train", "dev", "test")
    gum = {p: list(read_conllu(treebanks / f"gum-{p}.conllu.gz")) for p in parts}
    crossner = {p: list(read_iob(treebanks / f"crossner-politics-{p}.iob.gz")) for p in parts}
    ewt = (s for s in read_conllu(treebanks / "ewt-train.conllu.gz") if s.id.startswith(NEWS))
    learned = {
        "gum": [with_gaps(s) for s in gum["train"] + gum["dev"]],
        "crossner": crossner["train"] + crossner["dev"],
        "ewt": list(with_names(ewt, read_marks())),
    }
    exchange = Exchange([s for sentences in learned.values() for s in sentences], nlp, SEED)
    copies: list[Sentence] = []
    for bank, sentences in learned.items():
        copies += [made for s in sentences * COPIES[bank] if (made := exchange.swapped(s))]
    save((d for part in (*learned.values(), copies) for d in to_docs(part, nlp.vocab)), out / "names-train.spacy")
    save(to_docs(gum["dev"], nlp.vocab), out / "names-dev.spacy")
    documents = [list(group) for _, group in groupby(gum["test"], key=lambda s: s.document)]
    save((to_doc(group, nlp.vocab) for group in documents), out / "names-test-gum.spacy")
    save((to_doc([s], nlp.vocab) for s in crossner["test"]), out / "names-test-crossner.spacy")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    convert_names(args.treebanks, args.out)
