"""``comity record``: one record of a ledger in full."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.ledgers import as_of_option, db_option, form_of, form_option, opened, today
from comity.cli.printing import json_lines, show

if TYPE_CHECKING:
    from comity.ledger import Ledger
    from comity.model import Decision, LedgerRecord


@click.command("record", no_args_is_help=True)
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@as_of_option("The record as documents published until then tell it.  [default: all of them]")
@form_option("table", "json")
@db_option
def command(ids: tuple[str, ...], as_of: date | None, form: str | None, db: Path | None) -> int:
    """Show records in full: all values side by side with the words that give them, the steps, why it is one thing.

    ID is the id of a record, or of any claim that belongs to it.
    """
    with opened(db) as ledger:
        found = [ledger.record(given, as_of=as_of) for given in ids]
        if form_of(form) == "json":
            json_lines(record.as_dict() for record in found)
        else:
            from comity.export.ledger_sheet import sheet

            for record in found:
                own = decisions_on(ledger, record)
                show(sheet(record, as_of or today(), decisions=own, captions=_captions(ledger, record)))
    return 0


def decisions_on(ledger: Ledger, record: LedgerRecord) -> list[Decision]:
    """The decisions that bear on a record, in the order in which they were taken."""
    return [decision for decision in ledger.decisions() if decision.id in record.decisions]


def _captions(ledger: Ledger, record: LedgerRecord) -> dict[str, str]:
    from comity.export.ledger_sheet import doubtful

    return {one: ledger.record(one).caption for one in [*(link.record for link in record.links), *doubtful(record)]}
