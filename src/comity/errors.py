"""What can go wrong, as one tree::

    ComityError
    ├── InputError            one input cannot be used; the rest goes on (exit code 1)
    │   ├── UnreadableInput   missing, no permission, empty, binary, too large
    │   └── UnsupportedText   readable, but not text that comity reads (another language, navigation only)
    ├── ModelError            a language pipeline cannot be used
    ├── VocabularyError       a data file in ``vocab/`` is not as it should be
    ├── RecordError           a record breaks the codebook (a defect of a rule, never of an input)
    └── UsageError            the caller asked for something that does not exist (exit code 2)

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
