"""Repair of text that was decoded with the wrong charset ("Viá»‡t", "donâ€™t"), word by word.

ftfy decides what is damaged and how it should read. Only its repair of encodings is used: quotes, widths and
ligatures stay as the source has them. Words are repaired one by one, so that sound Vietnamese next to a damaged word
is left alone and every repaired character can be mapped to the characters that it was made from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

Edit = tuple[int, int, str]

_SUSPECT = re.compile(r"[^\x00-\x7f]{2}|[\x80-\x9f]")
_WORD = re.compile(r"[^ \t\n\r]+")
_RUN = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")
# The second byte of "à" is a no-break space, which editors turn into a plain one: its first byte is left behind.
_LOST_SPACE = re.compile(r"Ã(?: (?= )|(?= ))")


def repairs(text: str) -> list[Edit]:
    """The edits that repair ``text``, in order and without overlap; empty where nothing is damaged."""
    if not _SUSPECT.search(text):
        return []
    from ftfy.badness import is_bad

    if not is_bad(text):
        return []
    edits = [edit for word in _WORD.finditer(text) for edit in _word_repairs(word)]
    if edits:
        edits += [(match.start(), match.end(), "à") for match in _LOST_SPACE.finditer(text)]
    return sorted(edits)


def _word_repairs(word: re.Match[str]) -> Iterator[Edit]:
    if not _SUSPECT.search(word[0]):
        return
    fixed = _fixed(word[0])
    if fixed == word[0]:
        return
    before, after = list(_RUN.finditer(word[0])), _RUN.findall(fixed)
    if [run[0].isascii() and run[0] for run in before] != [run.isascii() and run for run in after]:
        yield word.start(), word.end(), fixed
        return
    for run, new in zip(before, after, strict=True):
        if run[0] != new:
            yield from _run_repairs(word.start() + run.start(), run[0], new)


@lru_cache(maxsize=4096)
def _fixed(word: str) -> str:
    """``word`` as ftfy repairs it; where a word alone is too little for ftfy to judge, as its bytes read in UTF-8."""
    from ftfy import fix_encoding

    fixed = fix_encoding(word)
    return fixed if fixed != word else _RUN.sub(lambda run: _as_utf8(run[0]), word)


def _as_utf8(run: str) -> str:
    try:
        return run.encode("sloppy-windows-1252").decode("utf-8")
    except UnicodeError:
        return run


def _run_repairs(start: int, old: str, new: str) -> Iterator[Edit]:
    """One edit a character where each was made from as many characters as it has bytes, else one for the run."""
    sizes = [len(sign.encode("utf-8")) for sign in new]
    if sum(sizes) != len(old):
        yield start, start + len(old), new
        return
    for sign, size in zip(new, sizes, strict=True):
        yield start, start + size, sign
        start += size
