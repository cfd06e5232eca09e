"""``comity conflicts``: where sources contradict each other."""

from __future__ import annotations

from pathlib import Path

import click

from comity.cli.ledgers import db_option, form_of, form_option, opened, relation_option
from comity.cli.printing import json_lines, nothing, show


@click.command("conflicts")
@relation_option()
@form_option("table", "json")
@db_option
def command(relation: tuple[str, ...] | None, form: str | None, db: Path | None) -> int:
    """Show where sources contradict each other: every value beside the words that give it, source and date.

    What a person settled (comity review) is not shown.
    """
    with opened(db) as ledger:
        found = ledger.conflicts(relation)
        if form_of(form) == "json":
            json_lines(record.as_dict() for record in found)
        elif found:
            from comity.export.ledger_sheet import conflict

            show(*(conflict(record) for record in found))
        if not found:
            nothing("no conflicts", form_of(form))
    return 0
