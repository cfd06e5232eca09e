"""What only a server can refuse, and the one shape in which every error is told.

::

    ComityError
    └── Refused                 a request that is not carried out
        ├── WrongHost           it is addressed to another server (400)
        ├── NotSignedIn         it shows neither the token nor a session (401)
        ├── Forged              it comes from another site, or lacks the sign of the desk's own forms (403)
        ├── TooLarge            its body is longer than is taken (413)
        ├── WrongMedia          its body is of a sort that is not read (415)
        └── TooMany             there were too many writes in a short time (429)
"""

from __future__ import annotations

from typing import Any

from comity.errors import ComityError


class Refused(ComityError):
    """A request that is not carried out."""

    code = "refused"
    http_status = 400


class WrongHost(Refused):
    """The request names a host that this server is not."""

    code = "wrong_host"


class NotSignedIn(Refused):
    """The request shows neither the token nor a session."""

    code = "not_signed_in"
    http_status = 401


class Forged(Refused):
    """The request comes from another site, or lacks the sign of the desk's own forms."""

    code = "forged"
    http_status = 403


class TooLarge(Refused):
    """The body of the request is longer than is taken."""

    code = "too_large"
    http_status = 413


class WrongMedia(Refused):
    """The body of the request is of a sort that is not read."""

    code = "wrong_media"
    http_status = 415


class TooMany(Refused):
    """There were too many writes in a short time; ``wait`` says after how many seconds to try again."""

    code = "too_many"
    http_status = 429

    def __init__(self, sentence: str, *, wait: int) -> None:
        super().__init__(sentence)
        self.wait = wait


def told(code: str, sentence: str) -> dict[str, Any]:
    """An error as JSON: ``{"error": {"code", "message", "hint"}}``.

    Sentences say what is wrong, then after a semicolon what to do; ``hint`` is the latter, empty where there is none.
    """
    message, _, hint = sentence.rpartition("; ")
    return {"error": {"code": code, "message": message or hint, "hint": hint if message else ""}}
