"""``comity demo``: a ledger of the sample dossier, and what it tells."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from comity.cli.add import line
from comity.cli.diff import shown
from comity.cli.dossier import folder
from comity.cli.ledgers import db_option, opened
from comity.cli.printing import show
from comity.cli.terminal import complain

if TYPE_CHECKING:
    from comity.ledger import Ledger

CHANGES = 6
"""Changes by the last article that are shown."""
ORDER = ("conflict", "status", "joined", "new", "source", "value")
"""Which of them first."""


@click.command("demo")
@db_option
def command(db: Path | None) -> int:
    """Make a ledger of the sample dossier and show what it tells: twelve articles written for comity from public facts.

    It ends with one disagreement of sources, one promise that is overdue, and what the last article added. The ledger
    is thrown away unless --db says where to keep it.
    """
    place = folder()
    with _kept(db) as path, opened(path, create=True) as ledger:
        refused = _added(ledger, place)
        days = sorted({head.published for head in ledger.documents()})
        last, before = date.fromisoformat(days[-1]), date.fromisoformat(days[-2])
        _disagreement(ledger)
        _overdue(ledger, last)
        _news(ledger, before, last)
        click.echo(_farewell(place, db))
    return 1 if refused else 0


@contextmanager
def _kept(db: Path | None) -> Iterator[Path]:
    """The file to use: the one that was named, else one that is gone afterwards."""
    if db is not None:
        yield db
        return
    with TemporaryDirectory(prefix="comity-") as made:
        yield Path(made) / "demo.db"


def _added(ledger: Ledger, place: Path) -> int:
    """Add the dossier, a line a document; returns how many were refused."""
    from comity.ingest import sources

    found = list(sources(str(place)))
    refused = 0
    for number, result in enumerate(ledger.add(found), 1):
        if result.state == "refused":
            complain(result.refusal)
            refused += 1
        else:
            click.echo(line(result, number, len(found)))
    held = ledger.statistics()
    click.echo(f"{held['records']} records out of {held['documents']} documents; every value rests on a quote.\n")
    return refused


def _title(words: str) -> None:
    from rich.text import Text

    show(Text(words, style="bold cyan"))


def _disagreement(ledger: Ledger) -> None:
    from comity.export.ledger_sheet import conflict

    found = ledger.conflicts()
    _title("Where sources disagree")
    show(conflict(found[0]) if found else "nowhere\n")


def _overdue(ledger: Ledger, day: date) -> None:
    from comity.export.ledger_sheet import promise
    from comity.reconcile.phrasing import date_words
    from comity.reconcile.progress import standing

    found = [r for r in ledger.records(kind="commitment", as_of=day) if standing(r, day) == "overdue"]
    _title(f"A promise that is overdue on {date_words(day.isoformat())}, as far as the articles tell")
    show(promise(found[0], day) if found else "none\n")


def _news(ledger: Ledger, before: date, last: date) -> None:
    from comity.query import diff
    from comity.reconcile.phrasing import date_words

    changes = sorted(diff(ledger, before, last), key=lambda change: ORDER.index(change.sort))
    _title(f"What the last article added ({date_words(last.isoformat())})")
    shown(changes[:CHANGES])
    if (more := len(changes) - CHANGES) > 0:
        click.echo(f"and {more} more changes")


def _farewell(place: Path, db: Path | None) -> str:
    keep = f"Look further: comity show --db {db}" if db else "Keep the ledger with: comity demo --db demo.db"
    return f"\nThe articles are in {place}.\n{keep}\nMake your own: comity add FOLDER, then comity show"
