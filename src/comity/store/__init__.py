"""The only room that knows SQL: what is kept for good, what follows from it, and searching.

``Store`` opens a ledger file and gives connections; the modules of this room read and write with them. What is
SQLite's own is in ``store.sqlite``.
"""

from comity.store.opening import Store

__all__ = ["Store"]
