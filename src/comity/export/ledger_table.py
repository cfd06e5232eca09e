"""Records of a ledger as a table for a terminal: a line each, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from comity.export.ledger_words import judgement, reporters, said, stands, verdict
from comity.export.printable import printable
from comity.model import LedgerRecord
from comity.reconcile.phrasing import date_words, listed
from comity.reconcile.progress import standing
from comity.vocab import load


def table(records: Sequence[LedgerRecord], as_of: date) -> Table:
    """The records in their order, with how they stand on a day. The kind is shown where there are several."""
    mixed = len({record.kind for record in records}) > 1
    out = columns(*(["kind"] if mixed else []), "date", "what", "stands", "told by", "id")
    for record in records:
        cells = [Text(record.kind)] if mixed else []
        out.add_row(*cells, _when(record), _what(record), _stage(record, as_of), _told(record), Text(record.id))
    return out


def columns(*names: str, wide: str = "what") -> Table:
    """A plain table with one line under its head; ids are never broken, the ``wide`` column takes what room is left."""
    out = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="dim", expand=True)
    for name in names:
        widths = load("ledger_words")["columns"].get(name, {})
        out.add_column(name, ratio=1 if name == wide else None, **widths)
    return out


def _when(record: LedgerRecord) -> Text:
    """The record's own date; one that is only the day of the first telling is quiet."""
    own = any(record.get(name) for name in ("date", "due", "period", "as_of", "start"))
    return Text(_short(record.date) if record.date else "undated", style="" if own else "dim")


def _short(edtf: str) -> str:
    """A date in words, months by their first three letters."""
    months = load("calendar")["months"]
    return " ".join(word[:3] if word in months else word for word in date_words(edtf).split(" "))


def _what(record: LedgerRecord) -> Text:
    text = Text(printable(record.caption))
    if record.certainty != "asserted":
        text.append(f"  {said('certainties', record.certainty)}", style=colour(record.certainty))
    if told := reporters(record):
        text.append(f"  according to {printable(listed(told))}", style="italic dim")
    return text


def _stage(record: LedgerRecord, as_of: date) -> Text:
    return Text(stands(record, as_of), style=colour(standing(record, as_of)))


def _told(record: LedgerRecord) -> Text:
    """How many independent sources, and how they agree; that one source stands alone needs no word."""
    words = "" if judgement(record) == "single_source" else f"  {verdict(record)}"
    return Text(str(record.witnesses)).append(words, style=colour(judgement(record)))


def colour(value: str) -> str:
    """The style of a judgement, certainty or standing on a terminal."""
    return str(load("ledger_words")["colours"].get(value, ""))


def rows(head: Iterable[str], lines: Iterable[Iterable[str]], *, wide: str) -> Table:
    """Any table of plain words."""
    out = columns(*head, wide=wide)
    for line in lines:
        out.add_row(*(Text(printable(cell)) for cell in line))
    return out
