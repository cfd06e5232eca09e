"""``comity verify``: is a ledger sound?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.ledgers import db_option, form_of, form_option, opened
from comity.cli.printing import json_lines

if TYPE_CHECKING:
    from comity.ledger import Report


@click.command("verify")
@form_option("table", "json")
@db_option
def command(form: str | None, db: Path | None) -> int:
    """Check a ledger: every quote against the stored text, every text against its sha256, every id recomputed.

    Exit code 1 if anything is wrong.
    """
    with opened(db) as ledger:
        report = ledger.verify()
        told(report, form_of(form), f"{ledger.path} is sound")
    return 0 if report.sound else 1


def told(report: Report, form: str, sound: str) -> None:
    """Tell what a report found; each thing that is wrong on a line."""
    if form == "json":
        json_lines([report.as_dict()])
        return
    counts = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in report.checked.items() if count)
    for problem in report.problems:
        click.echo(f"wrong: {problem}")
    click.echo(f"{sound if report.sound else f'{len(report.problems)} things are wrong'}: {counts or 'it is empty'}.")
