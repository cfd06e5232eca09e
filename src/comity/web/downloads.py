"""Names of what is downloaded, safe on every system whatever they were made from."""

from __future__ import annotations

from urllib.parse import quote

import regex

from comity.language.folding import fold

UNSAFE = regex.compile(r"[^\p{L}\p{M}\p{N}._-]+")
LONGEST = 80


def safe_name(name: str) -> str:
    """A file name without folders, signs of control and other signs that a system or shell gives a meaning."""
    stem, dot, suffix = UNSAFE.sub("-", name).rpartition(".")
    return f"{(stem or 'comity').strip('.-')[:LONGEST] or 'comity'}{dot}{suffix[:10]}"


def attachment(name: str) -> dict[str, str]:
    """The header that makes a browser save an answer under ``name`` (RFC 6266)."""
    safe = safe_name(name)
    plain = safe if safe.isascii() else safe_name(fold(safe).encode("ascii", "ignore").decode())
    extended = "" if plain == safe else f"; filename*=UTF-8''{quote(safe)}"
    return {"Content-Disposition": f'attachment; filename="{plain}"{extended}'}
