"""Relations as people type them: ISO 3166 alpha-3 codes in any order; a misspelt one is answered with the nearest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache

from comity.errors import UsageError
from comity.reconcile.phrasing import listed
from comity.vocab import rows

_NEAREST = 3
_ALIKE = 0.6  # least likeness of a suggested name


def parsed(written: str | Sequence[str]) -> tuple[str, ...]:
    """Two codes, sorted, or one, out of ``VNM-CHN`` or a sequence. Raises ``UsageError``, which names the nearest."""
    names = _states()
    parts = _parts(written) if isinstance(written, str) else [str(part).strip() for part in written]
    codes = sorted({_code(part, names) for part in parts})
    if len(codes) != len(parts) or len(codes) > 2:
        raise UsageError(f"{written!r} is no relation; write two codes such as VNM-CHN, or one such as VNM")
    return tuple(codes)


def _parts(written: str) -> list[str]:
    whole = written.strip()
    return [whole] if whole.casefold() in _known() else [part.strip() for part in whole.split("-")]


def _code(part: str, names: Mapping[str, str]) -> str:
    code = part.upper()
    if code in names:
        return code
    raise UsageError(f"there is no state with the ISO 3166 code {part!r}; {_hint(part, names)}")


def _hint(part: str, names: Mapping[str, str]) -> str:
    if exact := _known().get(part.casefold()):
        return f"write {exact} for {names[exact]}"
    found = [f"{code} ({names[code]})" for code in nearest(part)]
    if not found:
        return "write one as VNM"
    return f"the nearest {'is' if len(found) == 1 else 'are'} {listed(found)}"


def nearest(written: str) -> tuple[str, ...]:
    """Codes that may have been meant, the likeliest first."""
    if len(written) > 3:
        return _best({code: _likeness(written.casefold(), name.casefold()) for code, name in _states().items()})
    return _best({code: _likeness(written.upper(), code) for code in _states()})


def _best(scores: Mapping[str, float]) -> tuple[str, ...]:
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    return tuple(code for code in ranked[:_NEAREST] if scores[code] >= _ALIKE)


def _likeness(one: str, other: str) -> float:
    """Likeness of two words; the same letters in another order are the likeliest slip."""
    return 1.0 if sorted(one) == sorted(other) else SequenceMatcher(None, one, other).ratio()


@cache
def _states() -> dict[str, str]:
    """State names by code."""
    return {row[0]: row[2] for row in rows("states")}


@cache
def _known() -> dict[str, str]:
    """Codes by what else a state is called: its name, its official name, its two-letter code."""
    return {called.casefold(): row[0] for row in rows("states") for called in row[1:4] if called}
