"""Standard streams: encoding, messages, progress."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, TextIO

from comity.export.printable import printable

if TYPE_CHECKING:
    from rich.progress import Progress


def prepare(*streams: TextIO) -> None:
    """Let no character stop the output: what an encoding lacks is shown as a question mark or an escape."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace" if stream is sys.stderr else "replace")


def utf8(stream: TextIO) -> None:
    """Make a stream write UTF-8 whatever the locale says: line JSON is UTF-8."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", newline="\n")


def silence(stream: TextIO) -> None:
    """Point a stream whose reader is gone at nothing, so that closing it does not complain."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, stream.fileno())
    os.close(null)


def complain(sentence: str, *, hint: str = "") -> None:
    """Say what is wrong, on standard error and on one line; nobody hears it where standard error is closed."""
    if sys.stderr is None:  # print would take standard output
        return
    print(printable(f"comity: {sentence}{f' ({hint})' if hint else ''}"), file=sys.stderr, flush=True)


@contextmanager
def progress(total: int, *, wanted: bool) -> Iterator[Callable[[str], None]]:
    """A bar on standard error while documents are read, if ``wanted`` and if someone is there to see it.

    Gives a function to be called with the name of each document that is done.
    """
    if not wanted or total < 2 or not sys.stderr.isatty():
        yield lambda name: None
        return
    with _bar("reading") as bar:
        task = bar.add_task("", total=total)
        yield lambda name: bar.update(task, advance=1, description=printable(name))


def _bar(doing: str) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    name_column = TextColumn("{task.description}", markup=False)
    return Progress(*columns, name_column, console=Console(stderr=True), transient=True, redirect_stdout=False)


@contextmanager
def deriving(why: str) -> Iterator[Callable[[int, int], None]]:
    """Say on standard error that documents are derived anew and why, and how far it is where someone sees it.

    Gives a function to be called with the number of documents done, from 0, and of all; without a call nothing is said.
    """
    with ExitStack() as stack:
        shown: list[Progress] = []

        def tell(done: int, total: int) -> None:
            if done == 0:
                complain(
                    f"{why}: all that follows from its {total} document{'' if total == 1 else 's'} is derived anew"
                )
            if done == 0 and sys.stderr is not None and sys.stderr.isatty():
                shown.append(stack.enter_context(_bar("deriving")))
                shown[0].add_task("", total=total)
            for bar in shown:
                bar.update(bar.task_ids[0], completed=done)

        yield tell
