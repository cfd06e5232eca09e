"""What the environment may choose, read once and passed on; nothing here is global."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from comity.errors import UsageError

PREFIX = "COMITY_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings, each with the variable that gives it.

    ``db`` (``COMITY_DB``): the ledger file to use where none is named.
    ``pipeline`` (``COMITY_PIPELINE``): a spaCy pipeline to use instead of comity's own, by package name or path.
    ``max_chars`` (``COMITY_MAX_CHARS``): longest text to extract from, in characters; None sets no limit.
    ``user`` (``COMITY_USER``): who takes decisions in the command line, where ``--who`` does not say.
    """

    db: str = "comity.db"
    pipeline: str = ""
    max_chars: int | None = None
    user: str = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Settings:
        """Read the ``COMITY_*`` variables; an empty one counts as unset. Raises ``UsageError`` for a bad value."""
        given = {name: environment.get(variable(name), "").strip() for name in names()}
        return cls(
            db=given["db"] or cls().db,
            pipeline=given["pipeline"],
            max_chars=_count("max_chars", given["max_chars"]),
            user=given["user"],
        )


def names() -> tuple[str, ...]:
    """Names of all settings."""
    return tuple(field.name for field in fields(Settings))


def variable(name: str) -> str:
    """The environment variable of a setting."""
    return PREFIX + name.upper()


def unknown(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The ``COMITY_*`` variables that are no setting, sorted: most likely misspelt."""
    known = {variable(name) for name in names()}
    return tuple(sorted(name for name in environment if name.startswith(PREFIX) and name not in known))


def _count(name: str, written: str) -> int | None:
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and int(written) > 0):
        raise UsageError(f"{variable(name)} is {written!r}; give it a whole number above zero")
    return int(written)
