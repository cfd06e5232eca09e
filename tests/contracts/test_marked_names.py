"""The names that the project marked in EWT are well formed, each sentence once, in order and without overlap."""

from __future__ import annotations

import pytest
from training.convert import Sentence
from training.ewt_names import read_marks, with_names


def test_the_marks_of_a_sentence_follow_each_other_and_none_is_empty():
    marks = read_marks()
    edges = {name: [i for start, end, _ in spans for i in (2 * start, 2 * end - 1)] for name, spans in marks.items()}
    assert [name for name, found in edges.items() if found != sorted(found) or min(found, default=0) < 0] == []
    assert sum(len(spans) for spans in marks.values()) > 5_000


def test_judged_sentences_get_their_names_and_the_others_are_left_out():
    sentences = [
        Sentence(words=["Suva", "and", "Dr.", "Ravu"], spaces=[True] * 4, id="a-1"),
        Sentence(words=["Apia"], spaces=[True], id="a-2"),
        Sentence(words=["yes"], spaces=[True], id="a-3"),
    ]
    found = list(with_names(sentences, {"a-1": [(0, 1, "PLACE"), (2, 4, "PERSON")], "a-3": []}))
    assert [s.names for s in found] == [["B-PLACE", "O", "B-PERSON", "I-PERSON"], ["O"]]


def test_a_label_that_is_none_is_refused(tmp_path):
    path = tmp_path / "marks.tsv"
    path.write_text("a-1\t0:1:GOD\n", encoding="utf-8")
    with pytest.raises(ValueError, match="0:1:GOD"):
        read_marks(path)
