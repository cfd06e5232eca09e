"""``comity history``: how a record came to be what it is."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.ledgers import db_option, form_of, form_option, opened
from comity.cli.printing import json_lines, show
from comity.cli.record import decisions_on


@click.command("history", no_args_is_help=True)
@click.argument("given", metavar="ID")
@form_option("table", "json")
@db_option
def command(given: str, form: str | None, db: Path | None) -> int:
    """Show how a record came to be what it is: which document added what, the steps reached, what people ruled.

    ID is the id of a record, or of any claim that belongs to it.
    """
    from comity.export.history_sheet import history, sheet

    with opened(db) as ledger:
        record = ledger.record(given)
        moments = history(record, decisions_on(ledger, record))
    if form_of(form) == "json":
        json_lines(moment.as_dict() for moment in moments)
    else:
        show(sheet(record, moments))
    return 0
