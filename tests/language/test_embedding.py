"""What the recogniser of names sees of a word."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from comity.language.embedding import FLAGS, NAME_COLUMNS, TABLE, WORD_COLUMNS, _features, name_embed, pack, word_embed


def columns(words: list[str], table: dict[str, int]) -> list[list[int]]:
    nlp = spacy.blank("en")
    nlp.vocab.lookups.add_table(TABLE, table)
    (found,) = _features(0.0, lists=True).predict([Doc(nlp.vocab, words=words)])
    assert found.shape == (len(words), NAME_COLUMNS)
    return found.tolist()


def test_a_word_brings_its_cluster_its_prefixes_and_its_lists() -> None:
    word = pack(0b1_0110_1100_1010, 4, given=False, family=True)
    ((*_, path, four, six, ten, flags, _, _),) = columns(["Merkel"], {"Merkel": word})
    assert (path, four, six, ten) == (0b1_0110_1100_1010, 0b1010, 0b00_1010, 0b10_1100_1010)
    assert flags == 4 << 2 | 1 == word & (1 << FLAGS) - 1


@pytest.mark.parametrize("written", ["HANOI", "Hanoi", "hanoi", "Hanöi"])
def test_another_spelling_falls_back_on_the_known_one(written: str) -> None:
    known = pack(9, 4, given=False, family=False)
    assert columns([written], {"Hanoi": known, "hanoi": known})[0][4] == 9


def test_names_of_the_gazetteer_and_heads_are_told_apart() -> None:
    rows = columns(["Viet", "Nam", "'s", "Ministry", "of", "tea"], {})
    classes, lists = [row[-2] for row in rows], [row[-1] for row in rows]
    assert lists[0] and lists[1] and lists[0] != lists[1]
    assert lists[2:] == [0, 0, 0, 0]
    assert classes[3] and not classes[5]


def test_an_embedding_needs_one_table_for_each_column() -> None:
    with pytest.raises(ValueError, match="11 columns"):
        name_embed(96, 48, [100] * 4, 0.0)


def test_the_parser_sees_no_list_that_may_change() -> None:
    nlp = spacy.blank("en")
    nlp.vocab.lookups.add_table(TABLE, {})
    (found,) = _features(0.0, lists=False).predict([Doc(nlp.vocab, words=["Ministry", "of", "Viet", "Nam"])])
    assert found.shape == (4, WORD_COLUMNS)
    with pytest.raises(ValueError, match="9 columns"):
        word_embed(96, 48, [100] * 11, 0.0)
