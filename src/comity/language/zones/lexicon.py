"""The lexicon of page furniture (vocab/zones.yaml), compiled once."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from comity.vocab import load

Pattern = re.Pattern[str]


def data(name: str) -> Any:
    """One list or table of vocab/zones.yaml as it stands there."""
    return load("zones")[name]


@cache
def limit(name: str) -> float:
    """A threshold of vocab/zones.yaml."""
    return float(data("limits")[name])


@cache
def words(name: str) -> frozenset[str]:
    """A list of vocab/zones.yaml as a set of folded strings."""
    return frozenset(str(word).casefold() for word in data(name))


@cache
def exact_lines() -> dict[str, str]:
    """Folded lines that are furniture as a whole, with their reason."""
    return {str(line).casefold(): reason for reason, lines in data("lines").items() for line in lines}


def line_reason(text: str) -> str:
    """The reason a line's pattern gives, "" if none fits."""
    for anchored, reason, pattern in _line_patterns():
        if anchored and pattern.match(text):
            return reason
    if _triggered("line", text):
        return next((r for anchored, r, p in _line_patterns() if not anchored and p.search(text)), "")
    return ""


@cache
def _line_patterns() -> tuple[tuple[bool, str, Pattern], ...]:
    """(bound to the line's start, reason, pattern), those of one reason joined, in the order of the file."""
    found: list[tuple[bool, str, Pattern]] = []
    for reason, patterns in data("patterns").items():
        for anchored in (True, False):
            chosen = [one for one in patterns if one.startswith("^") is anchored]
            if chosen:
                found.append((anchored, reason, _any(chosen)))
    return tuple(found)


@cache
def opener_starts() -> tuple[str, ...]:
    """Folded beginnings of lines that open a box of headlines."""
    return tuple(data("openers")["headline_prefixes"])


def find(name: str, text: str) -> re.Match[str] | None:
    """Search a pattern of vocab/zones.yaml where one of its trigger strings stands in the text."""
    return pattern(name).search(text) if _triggered(name, text) else None


def _triggered(name: str, text: str) -> bool:
    folded = text.casefold()
    for trigger in _triggers(name):  # noqa: SIM110 -- a plain loop, this runs for every line
        if trigger in folded:
            return True
    return False


@cache
def _triggers(name: str) -> tuple[str, ...]:
    return tuple(data("triggers")[name])


@cache
def openers() -> dict[str, str]:
    """Folded lines that open a box, with the kind of box; lists of the article itself are left out."""
    kept = words("kept_openers")
    boxes = {k: v for k, v in data("openers").items() if k != "headline_prefixes"}
    return {str(line).casefold(): kind for kind, lines in boxes.items() for line in lines if line not in kept}


@cache
def pattern(name: str) -> Pattern:
    """A pattern, or a list of patterns read as alternatives, of vocab/zones.yaml; case is ignored."""
    value = data(name)
    return _any([value] if isinstance(value, str) else value)


@cache
def credit() -> Pattern:
    """An agency credit at the end of a paragraph, after its full stop."""
    names = "|".join(re.escape(name) for name in sorted(data("agencies"), key=len, reverse=True))
    several = rf"(?:{names})(?:\s*(?:[/,&;|+-]|and)\s*(?:{names}|[A-Za-z]{{1,12}}))*"
    ending = r"[.!?\u2026][\"\u201d\u2019')]*(?:/\.)?"
    return re.compile(rf"{ending}\s*((?:[(\[]\s*{several}\s*[)\]]|[\u2014\u2013/-]+\s*{several})\s*\.?)\s*$")


def _any(patterns: list[str]) -> Pattern:
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)
