"""``comity export``: a ledger as a file for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.ledgers import as_of_option, db_option, opened, relation_option
from comity.cli.printing import pieces_out
from comity.cli.writing import opened as written
from comity.vocab import load

if TYPE_CHECKING:
    from comity.ledger import Ledger

FORMS = ("json", "csv", "plover")


@click.command("export")
@click.option("--format", "form", type=click.Choice(FORMS), default="json", show_default=True, help="See below.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(list(load("kinds")["kinds"])), help="Only these.")
@relation_option()
@as_of_option("The ledger as documents published until then tell it.  [default: all of them]")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write to FILE.")
@db_option
def command(
    form: str,
    kinds: tuple[str, ...],
    relation: tuple[str, ...] | None,
    as_of: date | None,
    out: Path | None,
    db: Path | None,
) -> int:
    """Write a ledger to standard output or a file.

    json has everything: each record with all values, quotes, steps, joins and decisions. csv is a table for a
    spreadsheet, a row a record. plover is the table of events in the manner of POLECAT, with PLOVER categories, ISO
    codes, coordinates and Goldstein's weights.
    """
    if form == "plover" and set(kinds) - {"event"}:
        raise click.UsageError("plover is a table of events; leave --kind out")
    with opened(db) as ledger, written(out) as stream:
        pieces_out(_pieces(ledger, form, kinds, relation, as_of), stream)
    return 0


def _pieces(
    ledger: Ledger, form: str, kinds: tuple[str, ...], relation: tuple[str, ...] | None, as_of: date | None
) -> Iterator[str]:
    from comity.export import ledger_csv, ledger_json, plover
    from comity.query import every

    wanted = kinds or ((*load("kinds")["kinds"],) if form != "plover" else ("event",))
    records = (record for kind in wanted for record in every(ledger, kind=kind, relation=relation, as_of=as_of))
    if form == "json":
        return ledger_json.pieces(records)
    return ledger_csv.pieces(records, kinds) if form == "csv" else plover.pieces(records, ledger.documents())
