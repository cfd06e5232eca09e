"""``comity brief``: the state of a relation in Markdown, every line with its quotes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from comity.cli.ledgers import as_of_option, day_option, db_option, opened, relation_option, today
from comity.cli.printing import pieces_out
from comity.cli.terminal import complain
from comity.cli.writing import opened as written
from comity.vocab import load


@click.command("brief")
@relation_option(required=True)
@as_of_option("The day for which it is written.  [default: today]")
@day_option("--since", "last", "Also what documents published after this day changed.")
@click.option(
    "--sector", "sectors", multiple=True, type=click.Choice(load("kinds")["sectors"]), metavar="SECTOR",
    help="Only this sector; may be repeated.",
)  # fmt: skip
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write to FILE.")
@db_option
def command(
    relation: tuple[str, ...],
    as_of: date | None,
    since: date | None,
    sectors: tuple[str, ...],
    out: Path | None,
    db: Path | None,
) -> int:
    """Write a brief on a relation: what stands, what is new, due, overdue, disputed, and told by one source alone.

    It is Markdown; each line has footnotes that lead to a quote with its source and date. Only documents published
    until the day of --as-of count, so undated ones do not.
    """
    from comity.export.brief_markdown import markdown
    from comity.query import brief

    day = as_of or today()
    if since and since >= day:
        raise click.UsageError(f"--since ({since}) must lie before the day of the brief ({day})")
    with opened(db) as ledger:
        made = brief(ledger, relation, day, since=since, sectors=sectors)
        if undated := ledger.undated():
            complain(f"the brief leaves out what has no date: {undated} document{'' if undated == 1 else 's'}")
    with written(out) as stream:
        pieces_out([markdown(made)], stream)
    return 0
