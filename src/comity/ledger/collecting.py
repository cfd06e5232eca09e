"""Python's collector of cycles, and when it may rest."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_LOCK = Lock()
_RESTING = [0]


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector rest, in all threads, while a few documents are worked on.

    Claims and records hold no cycles and go when the last reference does. The collector would go over all that are at
    hand again and again to find so, which took a quarter of the time of adding. A collector that somebody else has
    stopped stays so.
    """
    with _LOCK:
        began = gc.isenabled() or _RESTING[0] > 0
        _RESTING[0] += began
        gc.disable()
    try:
        yield
    finally:
        with _LOCK:
            _RESTING[0] -= began
            if began and not _RESTING[0]:
                gc.enable()
