"""Rows of CSV files that a spreadsheet opens without harm: UTF-8 with a byte-order mark, no cell a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

BOM = "\ufeff"
"""Makes spreadsheets read the file as UTF-8."""

FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
"""Signs (and their full-width twins) with which a spreadsheet begins a formula."""


def table(header: Iterable[str], rows: Iterable[Iterable[Any]]) -> Iterator[str]:
    """The lines of a CSV file (RFC 4180), the byte-order mark and the header first; one piece of text a row."""
    yield BOM + line(header)
    for row in rows:
        yield line(row)


def line(values: Iterable[Any]) -> str:
    """One row with its line end; see ``cell``."""
    out = io.StringIO()
    csv.writer(out).writerow([cell(value) for value in values])
    return out.getvalue()


def cell(value: Any) -> Any:
    """A value as a cell: lists joined by ``"; "``, empty for None, numbers as they are.

    A text that a spreadsheet would run as a formula gets an apostrophe before it, blanks before the sign or not.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    text = text.replace("\x00", "")
    runs = text.lstrip()[:1] in FORMULA or text.startswith(("\t", "\r", "\n"))
    return f"'{text}" if runs else text
