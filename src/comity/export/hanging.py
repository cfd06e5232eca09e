"""Text that hangs: wrapped at the console's width with its lines indented, a number or a name in the gutter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions
from rich.text import Text

GUTTER = 5
"""Columns before a line where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """Text wrapped at the console's width with every line indented, the first after ``gutter``; no trailing blanks."""

    text: Text
    gutter: str = ""
    indent: int = GUTTER

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        lines = self.text.wrap(console, max(options.max_width - self.indent, 1))
        for number, line in enumerate(lines):
            line.rstrip()
            before = self.gutter.rjust(self.indent - 2) if number == 0 else ""
            yield Text().append(before.ljust(self.indent), style="dim").append_text(line)
