"""``comity diff``: what documents published between two days change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.ledgers import DayType, db_option, form_of, form_option, opened, relation_option
from comity.cli.printing import json_lines, nothing, show
from comity.vocab import load

if TYPE_CHECKING:
    from comity.query import Change


@click.command("diff", no_args_is_help=True)
@click.argument("since", type=DayType("last"), metavar="FROM")
@click.argument("until", type=DayType("last"), metavar="TO")
@relation_option()
@form_option("table", "json")
@db_option
def command(since: date, until: date, relation: tuple[str, ...] | None, form: str | None, db: Path | None) -> int:
    """Show what documents published after FROM and up to TO change: new records, other stages, values and conflicts.

    Each side is the ledger as it was on its day. Undated documents are in neither.
    """
    from comity.query import diff

    if since >= until:
        raise click.UsageError(f"FROM ({since}) must lie before TO ({until})")
    with opened(db) as ledger:
        found = list(diff(ledger, since, until, relation=relation))
    if form_of(form) == "json":
        json_lines(change.as_dict() for change in found)
    else:
        shown(ordered(found))
    if not found:
        nothing("nothing has changed", form_of(form))
    return 0


def ordered(changes: Iterable[Change]) -> list[Change]:
    """The gravest changes first: conflicts and stages before what is new, repeated or refined."""
    ranks = load("ledger_words")["changes"]
    return sorted(changes, key=lambda change: ranks.index(change.sort))


def shown(changes: Iterable[Change]) -> None:
    """Print changes in words, each with the quotes that make it."""
    from rich.text import Text

    from comity.export.brief_words import line
    from comity.export.hanging import Hanging
    from comity.export.ledger_words import source_words
    from comity.export.printable import printable
    from comity.query.facts import Fact

    for c in changes:
        words = line(Fact(c.sort, c.record, c.citations, c.field, c.before, c.after))
        show(Hanging(Text(f"{c.sort}  ", style="bold").append(printable(words), style="not bold"), indent=0))
        for citation in c.citations:
            quote = f"“{printable(citation.quote.exact)}”  {printable(source_words(citation.evidence))}"
            show(Hanging(Text(quote, style="dim")))
