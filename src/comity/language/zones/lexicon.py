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


@cache
def line_patterns() -> tuple[tuple[str, Pattern], ...]:
    """(reason, pattern) in the order of the file."""
    return tuple((reason, _any(patterns)) for reason, patterns in data("patterns").items())


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
