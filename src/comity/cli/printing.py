"""Output of the commands: a console that lets no lost reader pass for an error, and lines of JSON in UTF-8."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TextIO

import click

from comity.cli.terminal import complain, utf8

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PLAIN_WIDTH = 100
"""Columns of a sheet that goes to a file or a pipe."""


def console(stream: TextIO) -> Console:
    """A console on a stream, as wide as the terminal, else ``PLAIN_WIDTH``."""
    from rich.console import Console

    class Plain(Console):
        def on_broken_pipe(self) -> None:
            """Let ``main`` answer a lost reader as it does for line JSON; rich would end with code 1."""
            raise BrokenPipeError

    return Plain(file=stream, width=None if stream.isatty() else PLAIN_WIDTH)


def show(*parts: RenderableType) -> None:
    """Print to standard output; nothing in a text is taken for markup."""
    out = console(sys.stdout)
    for part in parts:
        out.print(part, highlight=False, markup=False, emoji=False)


def nothing(words: str, form: str) -> None:
    """Say that there is nothing to show: in an output for people itself, else beside it where somebody sees it."""
    if form == "table":
        click.echo(words)
    elif sys.stderr is not None and sys.stderr.isatty():
        complain(words)


def json_lines(objects: Iterable[Mapping[str, Any]]) -> None:
    """One object a line on standard output, in UTF-8, each sent off as it is made."""
    utf8(sys.stdout)
    for data in objects:
        sys.stdout.write(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n")
        sys.stdout.flush()


def pieces_out(texts: Iterable[str], stream: TextIO | None = None) -> None:
    """Text as it comes to a stream, in UTF-8; to standard output without one."""
    out = stream or sys.stdout
    utf8(out)
    for text in texts:
        out.write(text)
