"""Our own treebank is sound: every sentence is one tree over its own text, in the relations of the open treebanks."""

from __future__ import annotations

import pytest
from training.convert import AGENCY, Sentence, agency, read_conllu

from comity.language.pipeline import pipeline

FILES = sorted(AGENCY.glob("*.conllu"))


def reaches_the_root(sentence: Sentence, word: int) -> bool:
    seen = set[int]()
    while word not in seen:
        seen.add(word)
        word = sentence.heads[word]
    return sentence.heads[word] == word


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_sentence_is_one_tree_in_known_relations(path):
    known = {*pipeline().get_pipe("parser").labels, "ROOT"}
    for sentence in read_conllu(path):
        assert sentence.deps.count("ROOT") == 1, sentence.id
        assert all(reaches_the_root(sentence, i) for i in range(len(sentence.words))), sentence.id
        assert {*sentence.deps} <= known, sentence.id


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_words_of_a_sentence_are_its_text(path):
    told = [
        line.removeprefix("# text = ").strip()
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("# text")
    ]
    made = ["".join(w + " " * s for w, s in zip(x.words, x.spaces, strict=True)).strip() for x in read_conllu(path)]
    assert made == told


def test_every_tenth_sentence_is_held_out():
    learned, tested = {s.id for s in agency("train")}, {s.id for s in agency("test")}
    assert not learned & tested
    assert 0.08 < len(tested) / len(learned | tested) < 0.12
    assert agency("dev") == []
