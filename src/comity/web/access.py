"""Who may do what: the token, sessions made from it, and the sign that a form is the desk's own.

Nothing is kept on the server: a session is a cookie that only the holder of the token can have got.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from dataclasses import dataclass, field
from ipaddress import ip_address

from comity.vocab import load

LOOPBACK_NAMES = ("localhost",)


@dataclass(frozen=True, slots=True)
class Session:
    """A visitor who showed the token; ``csrf`` is what the desk's own forms send along."""

    name: str
    csrf: str

    def is_own(self, given: str) -> bool:
        """Whether it is what the forms of this session carry, compared in constant time."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.csrf.encode())


@dataclass(frozen=True, slots=True)
class Access:
    """The rights on a server that listens on ``host``.

    With ``token`` a visitor may do everything; without it only read, and that only where the server listens on this
    machine alone (``local``). ``names`` are host names under which it may be addressed beside its own.
    """

    host: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    names: tuple[str, ...] = ()

    @property
    def local(self) -> bool:
        """Whether nobody but this machine can reach the server."""
        return is_loopback(self.host)

    def is_token(self, given: str) -> bool:
        """Whether it is the token, compared in constant time."""
        return hmac.compare_digest(given.encode("utf-8", "replace"), self.token.encode())

    def answers_to(self, header: str) -> bool:
        """Whether a ``Host`` header names this server; others are names that lead here by no doing of ours.

        A server that other machines reach is also known by any address in figures.
        """
        name = host_name(header)
        if name in {host_name(self.host), *map(host_name, self.names)} or is_loopback(name):
            return True
        return not self.local and is_address(name)

    @property
    def cookie(self) -> str:
        """The name of the session cookie: browsers share cookies between all ports of a host."""
        return f"comity-{self._mac('cookie')[:8]}"

    def new_session(self) -> str:
        """The value of a session cookie."""
        said = f"{int(time.time())}.{secrets.token_urlsafe(16)}"
        return f"{said}.{self._mac('session', said)}"

    def session(self, cookie: str) -> Session | None:
        """The session of a cookie's value; None if it was not made here, or is too old (vocab/web.yaml)."""
        said, _, mac = cookie.rpartition(".")
        if not hmac.compare_digest(mac.encode("utf-8", "replace"), self._mac("session", said).encode()):
            return None
        if time.time() - int(said.partition(".")[0]) > load("web")["session_seconds"]:
            return None
        return Session(said, self._mac("csrf", said))

    def _mac(self, *parts: str) -> str:
        key, said = self.token.encode(), "\0".join(parts).encode("utf-8", "replace")
        return hmac.new(key, said, hashlib.sha256).hexdigest()


def host_name(header: str) -> str:
    """The name in a ``Host`` header, in lower case, without port and brackets."""
    given = header.strip().lower()
    if given.startswith("["):
        return given[1:].partition("]")[0]
    return given if given.count(":") > 1 else given.partition(":")[0].rstrip(".")


def is_address(name: str) -> bool:
    """Whether it is an IP address in figures."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether a host is this machine itself and cannot be another."""
    name = host_name(host)
    return name in LOOPBACK_NAMES or (is_address(name) and ip_address(name).is_loopback)
