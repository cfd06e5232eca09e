"""Stray signs of a foreign script inside or at the edge of a Latin word ("an꧑d"), which no encoding repair sees.

A run of letters, marks or digits of another script that touches a Latin letter is a stray only while there are few
such runs in the text, so that names written in two scripts side by side survive; names in brackets touch no letter.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from comity.vocab import load


def edits(text: str) -> list[tuple[int, int, str]]:
    """The strays of ``text`` as edits, in order: dropped, or replaced by the Latin letter that they look like."""
    if text.isascii():
        return []
    data, pattern, latin = load("cleaning")["strays"], *_patterns()
    found = [match for match in pattern.finditer(text) if not set(match[0]) <= set(data["kept"])]
    if not found:
        return []
    letters = sum(len(match[0]) for match in latin.finditer(text))
    if sum(len(match[0]) for match in found) > max(data["most"], data["most_share"] * letters):
        return []
    alike = data["lookalikes"]
    return [(match.start(), match.end(), "".join(alike.get(sign, "") for sign in match[0])) for match in found]


@cache
def _patterns() -> tuple[Any, Any]:
    import regex

    latin, most = r"\p{Script=Latin}", load("cleaning")["strays"]["longest_run"]
    foreign = rf"[[\p{{L}}\p{{M}}\p{{N}}]--[{latin}\p{{Script=Common}}\p{{Script=Inherited}}]]"
    run = rf"(?<!{foreign}){foreign}{{1,{most}}}(?!{foreign})"
    touching = rf"(?<={latin}){run}|{run}(?={latin})"
    return regex.compile(touching, regex.V1), regex.compile(rf"{latin}+", regex.V1)
