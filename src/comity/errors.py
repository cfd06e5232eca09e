"""What can go wrong, as one tree::

    ComityError
    ├── InputError            one input cannot be used; the rest goes on (exit code 1)
    │   ├── UnreadableInput   missing, no permission, empty, binary, too large
    │   └── UnsupportedText   readable, but not text that comity reads (another language, navigation only)
    ├── ModelError            a language pipeline cannot be used
    ├── VocabularyError       a data file in ``vocab/`` is not as it should be
    ├── RecordError           a record breaks the codebook (a defect of a rule, never of an input)
    ├── NotFound              a ledger has no such record, document or decision
    ├── StoreError            a ledger file cannot be used
    │   ├── DamagedStore      it is no ledger, or was cut short or overwritten
    │   ├── NewerStore        a newer version of comity made it
    │   ├── StoreFull         the disk has no room for what was to be added
    │   └── StoreBusy         another program has been writing for too long
    └── UsageError            the caller asked for something that does not exist (exit code 2)
        └── DecisionError     a decision cannot be taken as it was asked for

Each error carries one sentence that says what, where and what to do, a stable ``code``, the HTTP status a server
answers with and the exit code of the command line.
"""

from __future__ import annotations

from typing import ClassVar


class ComityError(Exception):
    """Root of all errors that comity raises on purpose."""

    code: ClassVar[str] = "error"
    http_status: ClassVar[int] = 500
    exit_code: ClassVar[int] = 1


class InputError(ComityError):
    """One input cannot be used; the others are not touched by it."""

    code = "input"
    http_status = 422


class UnreadableInput(InputError):
    """The bytes cannot be had or are no text: missing, no permission, empty, binary, too large."""

    code = "unreadable_input"


class UnsupportedText(InputError):
    """The text can be read but not understood: another language, or nothing but navigation."""

    code = "unsupported_text"


class ModelError(ComityError):
    """A language pipeline is missing, damaged, or uses labels that comity does not understand."""

    code = "model"


class VocabularyError(ComityError):
    """A data file in ``vocab/`` is missing or malformed."""

    code = "vocabulary"


class RecordError(ComityError):
    """A record breaks the codebook: no quote, an unknown kind, field or value."""

    code = "record"


class UsageError(ComityError):
    """The caller asked for something that does not exist."""

    code = "usage"
    http_status = 400
    exit_code = 2


class NotFound(ComityError):
    """A ledger has no record, document or decision of that name."""

    code = "not_found"
    http_status = 404


class StoreError(ComityError):
    """A ledger file cannot be opened, read or written."""

    code = "store"


class DamagedStore(StoreError):
    """The file is no ledger, or it was cut short or overwritten."""

    code = "damaged_store"


class NewerStore(StoreError):
    """The ledger was made by a newer version of comity."""

    code = "newer_store"


class StoreFull(StoreError):
    """The disk has no room; nothing of what was being added is in the ledger."""

    code = "store_full"
    http_status = 507


class StoreBusy(StoreError):
    """Another program has been writing to the ledger for too long."""

    code = "store_busy"
    http_status = 503


class DecisionError(UsageError):
    """A decision cannot be taken as it was asked for."""

    code = "decision"
    http_status = 422
