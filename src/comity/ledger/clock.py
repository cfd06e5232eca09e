"""The only clock of a ledger: when a decision was taken."""

from __future__ import annotations

from datetime import UTC, datetime


def instant() -> str:
    """Now, as an ISO 8601 instant in UTC to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
