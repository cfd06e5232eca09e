"""Text of documents made safe for a terminal: nothing in it may move the cursor, colour or turn the reading order.

Every character is replaced by exactly one, so that offsets keep.
"""

from __future__ import annotations

import re
import unicodedata

_SUSPECT = re.compile(r"[^\x20-\x7e\xa0-\u02ff\u0370-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u20ff]")
_REPLACEMENT = "\ufffd"
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def printable(text: str) -> str:
    """``text`` with every blank as a space, control characters as pictures and what else is unseen as U+FFFD."""
    return _SUSPECT.sub(lambda match: _shown(match[0]), text)


def _shown(sign: str) -> str:
    if sign.isspace():
        return " "
    if sign < " ":
        return chr(0x2400 + ord(sign))
    if sign == "\x7f":
        return "\u2421"
    hidden = sign in _TURNING or unicodedata.category(sign) in {"Cc", "Cs", "Co", "Cn"}
    return _REPLACEMENT if hidden else sign
