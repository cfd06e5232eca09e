"""``comity demo``: a ledger of the sample dossier, what it tells, and the desk on it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from comity.cli.add import teller
from comity.cli.diff import ordered, shown
from comity.cli.ledgers import db_option, opened
from comity.cli.printing import show
from comity.ingest.dossier import folder
from comity.settings import Settings
from comity.vocab import load

if TYPE_CHECKING:
    from comity.ledger import Ledger

CHANGES = 6
"""Changes by the last article that are shown."""


@click.command("demo")
@click.option("--no-serve", is_flag=True, help="Only show; do not open the desk. For scripts.")
@click.option(
    "--port", default=0, type=click.IntRange(0, 65535), metavar="PORT", help="Of the desk.  [default: a free one]"
)
@db_option
def command(no_serve: bool, port: int, db: Path | None) -> int:
    """Make a ledger of the sample dossier and show what it tells: twelve articles written for comity from public facts.

    It ends with one disagreement of sources, one promise that is overdue, and what the last article added. Then the
    desk is opened on the ledger, on this machine only, until Ctrl-C. The ledger is thrown away unless --db says where
    to keep it.
    """
    with _kept(db) as path:
        refused = _told(path)
        if no_serve:
            click.echo(_farewell(db))
        else:
            _desk(path, port)
    return 1 if refused else 0


@contextmanager
def _kept(db: Path | None) -> Iterator[Path]:
    """The file to use: the one that was named, else one that is gone afterwards."""
    if db is not None:
        yield db
        return
    with TemporaryDirectory(prefix="comity-") as made:
        yield Path(made) / "demo.db"


def _told(path: Path) -> int:
    """Make the ledger and show what it tells; returns how many articles were refused."""
    with opened(path, create=True) as ledger:
        refused = _added(ledger, folder())
        days = sorted({head.published for head in ledger.documents() if head.published})
        last = date.fromisoformat(days[-1])
        _disagreement(ledger)
        _overdue(ledger, last)
        if len(days) > 1:
            _news(ledger, date.fromisoformat(days[-2]), last)
    return refused


def _desk(path: Path, port: int) -> None:
    from comity.cli.serve import keep_open, listen

    host = "127.0.0.1"
    click.echo()
    keep_open(path, Settings.from_environment(os.environ), listen(host, port), host=host)


def _added(ledger: Ledger, place: Path) -> int:
    """Add the dossier, a line a document; returns how many were refused."""
    from comity.ingest import sources

    found = list(sources(str(place)))
    click.echo(f"Reading {len(found)} articles in {place}")
    refused = [
        result for result in ledger.add(found, progress=teller(len(found), seen=True)) if result.state == "refused"
    ]
    held = ledger.statistics()
    click.echo(f"{held['records']} records out of {held['documents']} documents; every value rests on a quote.\n")
    return len(refused)


def _title(words: str) -> None:
    from rich.text import Text

    show(Text(words, style="bold cyan"))


def _disagreement(ledger: Ledger) -> None:
    from comity.export.ledger_sheet import conflict

    found = next((item for item in ledger.review_queue() if item.sort == "conflict"), None)
    _title("Where sources disagree")
    show(conflict(found.records[0], found.field) if found else "nowhere\n")


def _overdue(ledger: Ledger, day: date) -> None:
    from comity.export.ledger_sheet import promise
    from comity.reconcile.phrasing import date_words
    from comity.reconcile.progress import standing

    late = [r for r in ledger.records(kind="commitment", as_of=day) if standing(r, day) == "overdue"]
    found = sorted(late, key=lambda r: r.get("modality") not in load("brief")["promising"])
    _title(f"A promise that is overdue on {date_words(day.isoformat())}, as far as the articles tell")
    show(promise(found[0], day) if found else "none\n")


def _news(ledger: Ledger, before: date, last: date) -> None:
    from comity.query import diff
    from comity.reconcile.phrasing import date_words

    changes = ordered(diff(ledger, before, last))
    _title(f"What the last article added ({date_words(last.isoformat())})")
    shown(changes[:CHANGES])
    if (more := len(changes) - CHANGES) > 0:
        click.echo(f"and {more} more changes")


def _farewell(db: Path | None) -> str:
    keep = f"Look further: comity show --db {db}" if db else "Keep the ledger with: comity demo --db demo.db"
    return f"\n{keep}\nMake your own: comity add FOLDER, then comity show"
