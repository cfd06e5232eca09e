"""comity reads what is written about relations between states and keeps a ledger of it."""

__version__ = "0.1.0"
