"""Pipelines: another label scheme and a missing one are refused in one sentence; what the parser gets to see."""

from __future__ import annotations

import pytest
import spacy

from comity.errors import ModelError
from comity.language.pipeline import PIECE, parse, pipeline, readable
from comity.language.zones import Block, find_blocks
from comity.vocab import load
from reading import nlp, reading_of, word


def made(path, labels: dict[str, list[str]]) -> str:
    """A small untrained pipeline with these labels, on disk."""
    language = spacy.blank("en")
    for component, names in labels.items():
        pipe = language.add_pipe(component)
        for name in names:
            pipe.add_label(name)
    language.initialize()
    language.to_disk(path)
    return str(path)


def test_another_label_scheme_is_refused(tmp_path) -> None:
    name = made(tmp_path / "clear", {"parser": ["nsubj", "dobj", "pobj", "prep", "conj"], "tagger": ["VBD", "NNP"]})
    with pytest.raises(ModelError) as caught:
        pipeline(name)
    assert str(caught.value).startswith(f"the pipeline {name} uses another label scheme: its parser lacks ")
    assert "obl" in str(caught.value)
    assert str(caught.value).endswith("comity needs Universal Dependencies and Penn tags")


def test_other_tags_are_refused(tmp_path) -> None:
    scheme = load("pipeline")["required_labels"]
    name = made(tmp_path / "tags", {"parser": scheme["parser"], "tagger": ["VERB", "NOUN"]})
    with pytest.raises(ModelError, match=r"its tagger lacks .*NNP"):
        pipeline(name)


def test_a_pipeline_without_a_parser_is_refused(tmp_path) -> None:
    name = made(tmp_path / "flat", {"tagger": ["VBD"]})
    with pytest.raises(ModelError, match="has no parser; comity needs one trained on Universal Dependencies"):
        pipeline(name)


def test_a_missing_pipeline_is_one_sentence() -> None:
    with pytest.raises(ModelError, match=r"no_such_pipeline cannot be loaded .* set COMITY_PIPELINE to an installed"):
        pipeline("no_such_pipeline")


def test_the_pipeline_is_loaded_once() -> None:
    assert pipeline("") is pipeline("")


def test_the_parser_sees_one_line_of_the_same_length() -> None:
    text = 'They\nagreed (ii) to “relaunch” talks\twith Joko "Jokowi" Widodo.'
    shown = readable(text)
    assert shown == 'They agreed      to  relaunch  talks with Joko "Jokowi" Widodo.'
    assert len(shown) == len(text)


def test_no_sentence_begins_inside_a_name_with_a_nickname() -> None:
    assert len(reading_of('Indonesian President Joko "Jokowi" Widodo met Anwar Ibrahim in Jakarta.').sentences) == 1


def test_a_long_stretch_without_a_full_stop_is_cut_at_blanks() -> None:
    text = "Chile and Peru " * (PIECE // 5)
    sentences, _ = parse(nlp(), text, find_blocks(text, title="", set_aside=[]))
    assert "".join(t.text for s in sentences for t in s.tokens) == text.replace(" ", "")


def test_blanks_are_no_tokens() -> None:
    reading = reading_of("Ghana  and\n  Togo met.  They talked.")
    assert all(t.text.strip() for t in reading.tokens)


def test_verbs_in_capitals_are_read_in_small_letters() -> None:
    assert readable("The Presidents REAFFIRMED their support for NATO.") == (
        "The Presidents reaffirmed their support for NATO."
    )


def test_a_quotation_that_opens_behind_a_full_stop_begins_a_sentence() -> None:
    reading = reading_of('No breakthrough is near. "Peru will not join the club without Chile," the minister said.')
    assert [s.tokens[0].text for s in reading.sentences] == ["No", '"']


def test_runs_of_blanks_are_no_words_of_their_own() -> None:
    text = "The ministry plans to    open an office\n     in Quito."
    reading = reading_of(text)
    assert all(text[t.start : t.end] == t.text for t in reading.tokens)
    assert word(reading, "open").head is word(reading, "plans")


def test_no_sentence_ends_before_the_number_of_a_text() -> None:
    text = "Peru and Chile signed Protocol No. 44 in Lima. Article 2 of it is secret."
    assert [len(s.tokens) for s in parse(pipeline(), text, [Block(0, len(text), "article", 0)])[0]] == [11, 7]
