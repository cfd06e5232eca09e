"""Names as they are written out: words joined, without diacritics, nicknames and capitals throughout; ministries."""

from __future__ import annotations

from collections.abc import Sequence

from comity.vocab import load

NICKNAME_MARKS = frozenset("\"'“”‘’")


def spelled(words: Sequence[str]) -> str:
    """Words as one name: no blanks around hyphens and before 's."""
    text = " ".join(words)
    for mark in ("-", "'s", "’s", ",", "."):
        text = text.replace(f" {mark}", mark)
    return text.replace("- ", "-")


def person_name(words: Sequence[str]) -> str:
    """A person's canonical name: without diacritics, nicknames and letters behind it ("MP")."""
    while len(words) > 2 and words[-1] in load("bodies")["postnominals"]:
        words = words[:-1]
    marks = [i for i, w in enumerate(words) if w in NICKNAME_MARKS]
    if len(marks) == 2:
        words = [*words[: marks[0]], *words[marks[1] + 1 :]]
    shouted = not all(w.isupper() for w in words if w[0].isalpha())
    return plain(spelled([_cased(w) if shouted else w for w in words]))


def _cased(word: str) -> str:
    """A surname in capitals as others are written; initials and numerals stay."""
    initials = "." in word or set(word) <= set("IVX")
    return word.capitalize() if word.isupper() and len(word) > 2 and not initials else word


def plain(text: str) -> str:
    """The text without diacritics, letters and case kept."""
    from anyascii import anyascii

    return anyascii(text) if not text.isascii() else text


def ministry_name(words: Sequence[str], state: str) -> str:
    """ "Foreign Ministry" with its state as a canonical name, or empty where the words are no ministry."""
    lowers = [w.lower() for w in words]
    portfolios: dict[str, str] = load("bodies")["portfolios"]
    if lowers and lowers[-1] in {"ministry", "office"} and (name := portfolios.get(" ".join(lowers[:-1]))):
        return f"{name} of {state}"
    if len(lowers) > 1 and lowers[0] in {"ministry", "department"}:
        return f"{spelled(words)} of {state}"
    return ""
