"""Which sectors a sentence belongs to, by the words it uses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from comity.vocab import load

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?(?:&[^\W_]+)?")
_SHORTEST_STEM = 3


class _Lexicon:
    """Phrases by their first word; the last word of a phrase may be a stem."""

    def __init__(self, table: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], bool, str]]] = {}
        self._stems: dict[str, list[str]] = {}
        for phrase, meaning in table:
            stem = phrase.endswith("*")
            first, *rest = phrase.removesuffix("*").split()
            if stem and not rest:
                self._stems.setdefault(first, []).append(meaning)
            else:
                self._exact.setdefault(first, []).append((tuple(rest), stem, meaning))

    def at(self, words: Sequence[str], i: int) -> Iterator[tuple[str, int]]:
        """Meaning and end of each phrase that begins at word ``i``."""
        for rest, stem, meaning in self._exact.get(words[i], ()):
            end = i + 1 + len(rest)
            if _same(words[i + 1 : end], rest, stem):
                yield meaning, end
        for length in range(_SHORTEST_STEM, len(words[i]) + 1):
            for meaning in self._stems.get(words[i][:length], ()):
                yield meaning, i + 1


def _same(words: Sequence[str], rest: tuple[str, ...], stem: bool) -> bool:
    if len(words) != len(rest):
        return False
    if not stem:
        return tuple(words) == rest
    return tuple(words[:-1]) == rest[:-1] and words[-1].startswith(rest[-1])


@cache
def _lexicons() -> tuple[_Lexicon, _Lexicon]:
    content = load("sectors")
    shown = _Lexicon((phrase, sector) for sector, phrases in content["sectors"].items() for phrase in phrases)
    return shown, _Lexicon((phrase, "") for phrase in content["not"])


@lru_cache(maxsize=256)
def sectors_of(text: str) -> tuple[str, ...]:
    """The sectors whose words ``text`` uses, in the order of the codebook; none where it uses no such word.

    Case, accents and hyphens make no difference. Time is linear in the length of ``text``; the records of one sentence
    ask for the same again.
    """
    shown, hidden = _lexicons()
    words = _WORD.findall(_fold(text))
    found: set[str] = set()
    free = 0
    for i in range(len(words)):
        free = max([free, *(end for _, end in hidden.at(words, i))])
        found.update(meaning for meaning, end in shown.at(words, i) if i >= free or end > free)
    return tuple(sector for sector in load("kinds")["sectors"] if sector in found)


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()
