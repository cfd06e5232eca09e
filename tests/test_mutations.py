"""Articles damaged in every way that files get damaged: reading never breaks, and no offset is ever wrong."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import comity
from comity.errors import InputError
from quality.sets import inexact
from sample import DOSSIER

pytestmark = pytest.mark.slow

ARTICLES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(DOSSIER.glob("*.txt"))}
ODD = [
    "\0", "\x1b[31m", "\u200b", "\u202e", "\u2067", "\ufeff", "\U0001f1fb\U0001f1f3", "\U00012043", "e\u0301\u0302",
    "\ud800", "\xad", "\u2028", "\r", "\t", "<b>", "</p>", "&nbsp;", "&#x202e;", "[[", "{%", "`", "\\", "\u201c",
    "\u201d", '"', "(", ")", "\u2026", ";", ",", ".", " - ", "\u4e60\u8fd1\u5e73", "Nguy\u1ec5n", "\u0645\u0631\u062d",
    "A" * 300, "9" * 40, "$", "%", "May", "March 32", "2025-13-45", "1.2.3.4", "99999999999999999999 billion", "-1",
    "the the the", "agreed to agreed to",
]  # fmt: skip

Mutation = Callable[[str, random.Random], str]


def cut_out(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text) + 1)
    return text[:start] + text[start + chance.randrange(400) :]


def truncate(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def behead(text: str, chance: random.Random) -> str:
    return text[chance.randrange(len(text) + 1) :]


def double(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text) + 1)
    end = start + chance.randrange(600)
    return text[:end] + text[start:end] + text[end:]


def insert(text: str, chance: random.Random) -> str:
    for _ in range(chance.randrange(1, 12)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(ODD) + text[at:]
    return text


def shuffle_paragraphs(text: str, chance: random.Random) -> str:
    parts = text.split("\n")
    chance.shuffle(parts)
    return "\n".join(parts)


def shuffle_words(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def drop_marks(text: str, chance: random.Random) -> str:
    return "".join(sign for sign in text if sign.isalnum() or sign.isspace() or chance.random() < 0.3)


def one_line(text: str, chance: random.Random) -> str:
    return " ".join(text.split())


def word_by_word(text: str, chance: random.Random) -> str:
    return "\n".join(text.split())


def change_case(text: str, chance: random.Random) -> str:
    return chance.choice([str.upper, str.lower, str.title, str.swapcase])(text)


def swap_letters(text: str, chance: random.Random) -> str:
    signs = list(text)
    for _ in range(min(len(signs), 200) // 2):
        i, j = chance.randrange(len(signs)), chance.randrange(len(signs))
        signs[i], signs[j] = signs[j], signs[i]
    return "".join(signs)


def misread(text: str, chance: random.Random) -> str:
    return text.encode("utf-8", "replace").decode("cp1252", "replace")


def mix(text: str, chance: random.Random) -> str:
    other = ARTICLES[chance.choice(sorted(ARTICLES))]
    return text[: len(text) // 2] + other[len(other) // 2 :]


MUTATIONS: list[Mutation] = [
    cut_out, truncate, behead, double, insert, shuffle_paragraphs, shuffle_words, drop_marks, one_line, word_by_word,
    change_case, swap_letters, misread, mix,
]  # fmt: skip


def check(text: str, *, published: str) -> None:
    try:
        extraction = comity.extract(text, published=published)
    except InputError as refused:
        assert "\n" not in str(refused)
        return
    stored, found = extraction.document.text, extraction.as_dict(explain=True)
    assert len(stored) == len(text)
    assert inexact(stored, found) == 0
    assert all(0 <= s["start"] < s["end"] <= len(stored) for s in found["set_aside"])
    assert all(r["rule"] and r["quotes"] == sorted(r["quotes"], key=lambda q: q["start"]) for r in found["records"])


@settings(max_examples=200, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(
    name=st.sampled_from(sorted(ARTICLES)),
    mutations=st.lists(st.sampled_from(MUTATIONS), min_size=1, max_size=4),
    seed=st.integers(0, 2**32),
    published=st.sampled_from(["", "2025-04-15"]),
)
def test_damaged_articles(name, mutations, seed, published):
    chance, text = random.Random(seed), ARTICLES[name]
    for mutate in mutations:
        text = mutate(text, chance)
    check(text, published=published)


@settings(max_examples=100, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=300) | st.lists(st.sampled_from(ODD), max_size=60).map("".join))
def test_any_text(text):
    check(text, published="2025-04-15")


def test_a_phrase_repeated_a_thousand_times():
    for phrase in (
        "agreed to ",
        "the two sides ",
        "and ",
        "he said that ",
        "China and Vietnam, ",
        "on Monday ",
        "$5 billion; ",
    ):
        check(phrase * 1000, published="2025-04-15")
