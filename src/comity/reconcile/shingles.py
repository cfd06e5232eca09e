"""Near-duplicates: a signature of a text by which reprints and light rewrites find each other.

MinHash in the form of one-permutation hashing with rotation (Li, Owen and Zhang 2012; Shrivastava and Li 2014): every
shingle is hashed once and falls into one slot, a slot keeps its least hash, an empty slot borrows from the next.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

import regex

from comity.language.folding import fold
from comity.vocab import load

WORD = regex.compile(r"[\p{L}\p{N}]+")
SPAN = 1 << 32

Signature = tuple[int, ...]


def signature(text: str) -> Signature:
    """The signature of a text: 32-bit integers, ``size`` of vocab/witnesses.yaml; empty for a few words.

    Likeness of case, punctuation, spacing and diacritics plays no part.
    """
    rules = load("witnesses")
    found = WORD.findall(fold(text))
    length = int(rules["shingle"])
    slots: list[int | None] = [None] * int(rules["size"])
    for shingle in {" ".join(found[i : i + length]) for i in range(len(found) - length + 1)}:
        slot, rank = divmod(_hash(shingle), SPAN)
        slot %= len(slots)
        before = slots[slot]
        slots[slot] = rank if before is None else min(before, rank)
    return _filled(slots)


def bands(signature: Signature) -> tuple[str, ...]:
    """Keys for finding likely duplicates: two texts that share one are to be compared by ``likeness``."""
    rows = int(load("witnesses")["rows"])
    return tuple(
        hashlib.blake2b(repr((i, signature[i : i + rows])).encode(), digest_size=8).hexdigest()
        for i in range(0, len(signature), rows)
    )


def likeness(one: Signature, other: Signature) -> float:
    """Estimated share of shingles that two texts have in common, from 0 to 1 (Jaccard); 0 where either is empty."""
    if not one or not other:
        return 0.0
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


def echoes(one: Signature, other: Signature) -> bool:
    """Whether two texts are so alike that they are one text, reprinted or lightly rewritten."""
    return likeness(one, other) >= float(load("witnesses")["echo"])


@lru_cache(maxsize=65536)
def _hash(shingle: str) -> int:
    return int.from_bytes(hashlib.blake2b(shingle.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _filled(slots: list[int | None]) -> Signature:
    """Each empty slot takes the value of the next that has one, marked by how far off it was."""
    if all(value is None for value in slots):
        return ()
    out: list[int] = []
    for i in range(len(slots)):
        steps = next(n for n in range(len(slots)) if slots[(i + n) % len(slots)] is not None)
        value = slots[(i + steps) % len(slots)]
        out.append((int(value or 0) + steps * 0x9E3779B1) % SPAN)
    return tuple(out)
