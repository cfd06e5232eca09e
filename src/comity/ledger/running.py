"""Reading many documents: results in the order of the inputs whatever the number of jobs, few at a time in memory."""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Protocol

from comity.errors import ComityError, InputError, RecordError
from comity.model import Document, Extraction
from comity.settings import Settings

_AHEAD = 4  # documents that wait for a free job, for each job


class Readable(Protocol):
    """What gives one document when it is read (``comity.ingest.Source``)."""

    @property
    def name(self) -> str:
        """What to call it in messages."""

    @property
    def kind(self) -> str:
        """``file``, ``url`` or ``stdin``."""

    def read(self, *, published: str = "", publisher: str = "") -> Document:
        """Read it."""


@dataclass(frozen=True, slots=True)
class Order:
    """How documents are to be read: what is known of all of them, and the settings."""

    published: str = ""
    publisher: str = ""
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: an extraction, or the sentence that says why there is none."""

    name: str
    extraction: Extraction | None = None
    refusal: str = ""


Item = Readable | Document
Work = Callable[[Item, Order], Outcome]


def work(item: Item, order: Order) -> Outcome:
    """Read and extract one input. What concerns it alone is its outcome, a defect of comity on its text included.

    Raises ``ModelError``, ``VocabularyError`` and ``UsageError``, which concern every input.
    """
    from comity.extract import extract

    name = item.source if isinstance(item, Document) else item.name
    try:
        document = item if isinstance(item, Document) else _read(item, order)
        return Outcome(name, extract(document, settings=order.settings))
    except (InputError, RecordError) as error:
        return Outcome(name, refusal=str(error))
    except ComityError:
        raise
    except Exception as error:  # one text that a rule trips over must not cost the other thousands
        return Outcome(name, refusal=_defect(name, error))


def _defect(name: str, error: Exception) -> str:
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}, line {place.lineno}"
    return f"{name} met a defect of comity ({type(error).__name__}: {error}; {where}); please report it with the text"


def outcomes(items: Iterable[Item], order: Order, *, jobs: int = 1, work: Work = work) -> Iterator[Outcome]:
    """One outcome for each of ``items``, in their order; with several jobs each is a process of its own.

    Raises ``ComityError`` if a process dies, and whatever ``work`` raises.
    """
    if jobs == 1:
        yield from (work(item, order) for item in items)
        return
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_ignore_interrupts)
    try:
        yield from _in_order(pool, items, order, jobs * _AHEAD, work)
    except BrokenProcessPool as error:
        raise ComityError(
            "a process that read documents was stopped from outside, most likely for want of memory; "
            "give a lower number of --jobs"
        ) from error
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, items: Iterable[Item], order: Order, ahead: int, work: Work
) -> Iterator[Outcome]:
    waiting: deque[Future[Outcome] | Outcome] = deque()
    rest = iter(items)
    while True:
        waiting.extend(_submit(pool, item, order, work) for item in islice(rest, ahead - len(waiting)))
        if not waiting:
            return
        first = waiting.popleft()
        yield first if isinstance(first, Outcome) else first.result()


def _submit(pool: ProcessPoolExecutor, item: Item, order: Order, work: Work) -> Future[Outcome] | Outcome:
    """Standard input belongs to this process, everything else is read where it is extracted."""
    if isinstance(item, Document) or item.kind != "stdin":
        return pool.submit(work, item, order)
    try:
        return pool.submit(work, _read(item, order), order)
    except InputError as error:
        return Outcome(item.name, refusal=str(error))


def _read(item: Readable, order: Order) -> Document:
    return item.read(published=order.published, publisher=order.publisher)


def _ignore_interrupts() -> None:
    """Ctrl-C is for the process that started the others; it ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
