"""``comity show``: records of a ledger by kind, relation, time and much else; and the other views of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from comity.cli import views
from comity.cli.ledgers import as_of_option, day_option, db_option, form_of, form_option, opened, relation_option, today
from comity.cli.printing import json_lines, nothing, pieces_out, show
from comity.vocab import load

if TYPE_CHECKING:
    from comity.ledger import Ledger
    from comity.ledger.asking import Wanted
    from comity.model import LedgerRecord

CODEBOOK = load("kinds")
PLURALS = {forms[1]: kind for kind, forms in load("labels")["counts"].items()}
STATUSES = sorted({r for ladder in load("progress")["ladders"].values() for r in (*ladder["rungs"], *ladder["beside"])})
STANDINGS = ("due", "overdue", "dormant")
FILTERS = ("relation", "since", "until", "status", "judgement", "sector", "actor", "certainty", "source_class", "text")


class _Kind(click.Choice[str]):
    """Kinds in the plural; the singular is understood too."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        singular = {kind: plural for plural, kind in PLURALS.items()}
        return super().convert(singular.get(value, value), param, ctx)


@click.command("show")
@click.argument("kind", required=False, type=_Kind([*PLURALS, "conflicts", *views.VIEWS]), metavar="[KIND]")
@relation_option()
@day_option("--since", "first", "Records whose date touches this day or a later one.")
@day_option("--until", "last", "Records whose date touches this day or an earlier one.")
@click.option("--status", type=click.Choice(STATUSES), help="The stage reached.")
@click.option("--standing", type=click.Choice(STANDINGS), help="How it stands on the day of --as-of.")
@click.option("--judgement", type=click.Choice(load("ledger_words")["order"]), help="How sources agree on a field.")
@click.option("--sector", type=click.Choice(CODEBOOK["sectors"]), metavar="SECTOR", help="A sector of the codebook.")
@click.option("--actor", metavar="NAME", help="Somebody who takes part or vouches for it, in any spelling.")
@click.option("--certainty", type=click.Choice(CODEBOOK["certainties"]), help="How firmly it is said.")
@click.option("--source-class", type=click.Choice(list(load("brief")["class_words"])), help="Told by such a source.")
@click.option("--text", metavar="WORDS", help='Words that it must have; "two words" is a phrase, word* a beginning.')
@click.option("--review", type=click.Choice(["open", "accepted", "rejected"]), help="What a person ruled.")
@as_of_option("The ledger as documents published until then tell it; due and overdue on that day.  [default: today]")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
@form_option("table", "json", "csv")
@db_option
def command(
    kind: str | None,
    form: str | None,
    db: Path | None,
    as_of: date | None,
    standing: str | None,
    limit: int | None,
    **filters: Any,
) -> int:
    """Show records: events, agreements, mechanisms, projects, commitments, indicators, roles, positions, or all.

    Further KINDs: conflicts (the records whose sources contradict each other), documents, offices (who held which
    office when) and intensity (how warm a relation is, month by month).
    """
    from comity.ledger.asking import Wanted

    with opened(db) as ledger:
        if kind in views.VIEWS:
            return _view(ledger, str(kind), form_of(form), as_of, limit, filters)
        named = PLURALS.get(kind or "")
        disputed = kind == "conflicts"
        if as_of:
            found = _kept(ledger.records(kind=named, as_of=as_of, **filters), as_of, standing, disputed)
            listed = list(islice(found, limit))
        else:
            days = filters.pop("since"), filters.pop("until")
            wanted = Wanted(kind=named, days=days, **filters)
            plain = form_of(form) == "table" and not disputed
            listed = _listed(ledger, wanted, standing or "", limit=limit, plain=plain, disputed=disputed)
        _put(listed, form_of(form), as_of or today(), named, disputed)
    return 0


def _listed(
    ledger: Ledger, wanted: Wanted, standing: str, *, limit: int | None, plain: bool, disputed: bool
) -> list[LedgerRecord]:
    """The records that fit today, no more than are shown; in short for a ``plain`` table."""
    from comity.ledger.lists import choice

    fitting = choice(wanted, standing=standing, today=today(), disputed=disputed)
    ids = [line.id for line in ledger.lists.lines(fitting, limit=limit)]
    return ledger.lists.whole(ids, short=plain)


def _view(ledger: Ledger, kind: str, form: str, as_of: date | None, limit: int | None, filters: dict[str, Any]) -> int:
    wrong = [name for name in (*FILTERS[1:], "review") if filters.get(name)]
    if wrong:
        option = wrong[0].replace("_", "-")
        raise click.UsageError(f"--{option} is for records; {kind} can be asked for with --relation and --as-of")
    view = views.VIEWS[kind](ledger, filters["relation"], as_of)
    views.put(view, form, limit)
    return 0


def _kept(
    records: Sequence[LedgerRecord], as_of: date, standing: str | None, conflicts: bool
) -> Iterator[LedgerRecord]:
    from comity.reconcile.progress import standing as standing_of

    for record in records:
        if (not standing or standing_of(record, as_of) == standing) and (not conflicts or record.conflicts):
            yield record


def _put(records: Sequence[LedgerRecord], form: str, as_of: date, kind: str | None, conflicts: bool) -> None:
    """Write records in a form."""
    if not records:
        nothing(f"no {'conflicts' if conflicts else load('labels')['counts'][kind][1] if kind else 'records'}", form)
    if form == "json":
        json_lines(record.as_dict() for record in records)
    elif form == "csv":
        from comity.export.ledger_csv import pieces

        pieces_out(pieces(records, [kind] if kind else ()))
    elif records:
        _table(records, as_of, conflicts)


def _table(records: Sequence[LedgerRecord], as_of: date, conflicts: bool) -> None:
    from comity.export.ledger_sheet import conflict
    from comity.export.ledger_table import table
    from comity.reconcile.phrasing import counted

    if conflicts:
        show(*(conflict(record) for record in records))
    else:
        show(table(records, as_of))
        kinds = {record.kind for record in records}
        click.echo(counted(len(records), kinds.pop()) if len(kinds) == 1 else f"{len(records)} records")
