"""``comity rebuild``: what follows from documents and decisions, made anew."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.ledgers import db_option, form_of, form_option, opened
from comity.cli.terminal import deriving
from comity.cli.verify import told


@click.command("rebuild")
@form_option("table", "json")
@db_option
def command(form: str | None, db: Path | None) -> int:
    """Drop all that follows from the documents and decisions of a ledger, and make it anew.

    Records and their ids come out the same. It is needed after an update of comity that changes how records are
    compared. Exit code 1 if something could not be made as it was.
    """
    with opened(db) as ledger:
        with deriving(f"{ledger.path} is rebuilt") as tell:
            report = ledger.rebuild(progress=tell)
        told(report, form_of(form), f"{ledger.path} was rebuilt")
    return 0 if report.sound else 1
