"""How persons are styled between a post and their name: "His Excellency X", "Senator the Hon Y", "Gen (Retd) Z"."""

from __future__ import annotations

from collections.abc import Sequence

from comity.language.syntax import Token
from comity.vocab import load

STYLE_OPENERS = frozenset({"his", "her", "the", "right"})
"""Words before an honorific that belong to it ("Her Excellency", "the Rt Hon")."""
RETIRED = frozenset({"retd", "ret", "ret.", "retd.", "rtd", "retired"})
"""What stands in brackets behind a rank that its holder had."""


def behind_honorifics(tokens: Sequence[Token], i: int) -> int:
    """The next word that is no honorific ("the Prime Minister of Peru, Ms. X", "… of Fiji His Excellency X")."""

    def honours(at: int) -> bool:
        honorifics = load("bodies")["honorifics"]
        word = tokens[at] if at < len(tokens) else None
        return word is not None and any(w in honorifics for w in (word.text, word.lower, word.lower.rstrip(".")))

    while honours(i) or (i < len(tokens) and tokens[i].lower in STYLE_OPENERS and honours(i + 1)):
        i += 1
    retired = [t.lower for t in tokens[i : i + 2]]
    return i + 3 if len(retired) == 2 and retired[0] == "(" and retired[1] in RETIRED else i


def behind_courtesy(tokens: Sequence[Token], i: int) -> int:
    """The next word that is neither an honorific nor such a rank."""
    while (behind := behind_honorifics(tokens, i)) < len(tokens) and tokens[behind].lower in load("offices")[
        "courtesy"
    ]:
        i = behind + 1
    return behind


def opens_style(tokens: Sequence[Token], i: int) -> bool:
    """Whether what follows is how a person is styled: "His Excellency X", "the Rt Hon X"."""
    first = i + 1 if tokens[i].lower in STYLE_OPENERS else i
    return first < len(tokens) and tokens[first].text[0].isupper() and behind_honorifics(tokens, first) > first
