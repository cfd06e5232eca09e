"""Spellings made comparable: one folded form for the ways in which a name is written."""

from __future__ import annotations

from functools import lru_cache

from anyascii import anyascii

_TOKEN = str.maketrans("", "", ".'-/`_")
_KEY = str.maketrans({".": "", "'": "", "`": "", "-": " ", "/": " ", ",": " , ", "(": " ( ", ")": " ) "})
POSSESSIVE = "'s"


@lru_cache(maxsize=65536)
def _romanised(text: str) -> str:
    return anyascii(text)


def fold(text: str) -> str:
    """Lower case, Latin letters without diacritics ("Việt Nam" to "viet nam"), straight apostrophes and hyphens."""
    return text.lower() if text.isascii() else _romanised(text).lower()


@lru_cache(maxsize=65536)
def fold_token(token: str) -> str:
    """Fold one token of running text; hyphens and other marks that only join words give ``""``."""
    return fold(token).translate(_TOKEN)


def fold_name(name: str) -> str:
    """Fold a name to its folded tokens, joined by single blanks, as ``fold_token`` would give them in running text.

    The possessive is a token ("people s republic of china"); hyphens and full stops vanish ("st petersburg").
    """
    folded = fold(name)
    if folded.isalpha():
        return folded
    spaced = f"{folded} ".replace(f"{POSSESSIVE} ", " s ")
    return " ".join(spaced.translate(_KEY).split())
