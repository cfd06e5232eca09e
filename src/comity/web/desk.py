"""What all requests of one server share: the ledger, the settings, who may do what."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request

from comity.ledger import Ledger
from comity.settings import Settings
from comity.web.access import Access


@dataclass(slots=True)
class Desk:
    """One ledger on the desk. ``ledger`` is open while the server runs and serves all threads.

    ``reading`` is held while a document is read and added, so that one is read at a time.
    """

    path: Path
    settings: Settings
    access: Access
    ledger: Ledger | None = None
    reading: Lock = field(default_factory=Lock)
    _started: str = field(default_factory=lambda: secrets.token_hex(8))

    def version(self) -> str:
        """What changes whenever anybody writes to the ledger, and with every start."""
        return f"{self._started} {self.ledger.version if self.ledger else 0}"

    @contextmanager
    def opened(self) -> Iterator[None]:
        """Keep the ledger open."""
        with Ledger.open(self.path, settings=self.settings) as ledger:
            self.ledger = ledger
            try:
                yield
            finally:
                self.ledger = None


def desk_of(request: Request) -> Desk:
    """The desk that a request came to."""
    desk: Desk = request.app.state.desk
    return desk


def ledger_of(request: Request) -> Ledger:
    """The ledger that a request is about."""
    ledger = desk_of(request).ledger
    if ledger is None:
        raise RuntimeError("the server has not started: its lifespan opens the ledger")
    return ledger


TheDesk = Annotated[Desk, Depends(desk_of)]
"""A parameter of a route that is given the desk."""

TheLedger = Annotated[Ledger, Depends(ledger_of)]
"""A parameter of a route that is given the open ledger."""
