"""What is kept until the ledger changes; and the first day of a date."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from functools import wraps
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

from comity.ledger import Ledger
from comity.model.edtf import first_day

Given = TypeVar("Given")
Params = ParamSpec("Params")
MOST = 64
"""Answers of one function that are kept; beyond, the one that was asked for longest ago is forgotten."""


class _Memory:
    """Answers by what was asked. Who asks for one that somebody is working out already waits for it."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[Any, ...], Future[Any]] = OrderedDict()
        self._lock = Lock()

    def get(self, asked: tuple[Any, ...], make: Callable[[], Any]) -> Any:
        """What was made for it, or is made now; what fails is not kept."""
        with self._lock:
            known = self._known.get(asked)
            if known is None:
                own = self._known[asked] = Future[Any]()
                while len(self._known) > MOST:
                    self._known.popitem(last=False)
            else:
                self._known.move_to_end(asked)
        return known.result() if known is not None else self._made(asked, own, make)

    def _made(self, asked: tuple[Any, ...], own: Future[Any], make: Callable[[], Any]) -> Any:
        try:
            own.set_result(make())
        except BaseException as error:
            with self._lock:
                self._known.pop(asked, None)
            own.set_exception(error)
        return own.result()


def kept(make: Callable[Concatenate[Ledger, Params], Given]) -> Callable[Concatenate[Ledger, Params], Given]:
    """A function of a ledger whose answers are kept until anybody changes the ledger; what it is given is hashable.

    An answer that is worked out while the ledger changes is never older than the state it is kept for.
    """
    memory = _Memory()

    @wraps(make)
    def asked(ledger: Ledger, /, *args: Params.args, **named: Params.kwargs) -> Given:
        key = (ledger, ledger.version, args, tuple(sorted(named.items())))
        given: Given = memory.get(key, lambda: make(ledger, *args, **named))
        return given

    return asked


def begins(edtf: str) -> str:
    """The first day of a date, empty for none."""
    return first_day(edtf) if edtf else ""
