"""Which language a document is in, judged offline. English is told by its function words; others by py3langid."""

from __future__ import annotations

from functools import cache
from typing import Any

from comity.errors import UnsupportedText
from comity.ingest.naming import spoken
from comity.model import Document
from comity.vocab import load


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the language of ``text``, or empty where there are too few words to tell."""
    limits = load("languages")["judged"]
    sample = text[: limits["sample_characters"]]
    words = [word.lower() for word in _word_pattern().findall(sample)]
    if len(words) < limits["least_words"]:
        return ""
    common = set(load("languages")["function_words"])
    if sum(word in common for word in words) >= limits["english_share"] * len(words):
        return "en"
    return _ranked(words[: limits["ranked_words"]], limits["least_margin"])


def _ranked(words: list[str], margin: float) -> str:
    """The likeliest language, or empty where English is nearly as likely (lists of names, headlines)."""
    import py3langid  # type: ignore[import-untyped]

    scores: dict[str, float] = {
        code: score for code, score in py3langid.rank(" ".join(words)) if code in load("languages")["names"]
    }
    best = max(scores, key=lambda code: scores[code])
    if best != "en" and (scores[best] - scores["en"]) / len(words) < margin:
        return ""
    return best


def require_english(document: Document) -> None:
    """Raise ``UnsupportedText``, naming the language, if ``document`` was found to be in another one than English."""
    if document.language in ("", "en"):
        return
    name = load("languages")["names"].get(document.language, "another language")
    what = f"{spoken(document.source)} is in {name} ({document.language})"
    raise UnsupportedText(f"{what}; comity reads English, so give an English version of it")


@cache
def _word_pattern() -> Any:
    """Words; in scripts without spaces each letter counts as one."""
    import regex

    return regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]|[\p{L}\p{M}]+")
