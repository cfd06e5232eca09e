"""``comity add``: documents, or records that others wrote, into a ledger."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.extract import expand
from comity.cli.ledgers import db_option, form_of, form_option, opened
from comity.cli.printing import json_lines
from comity.cli.terminal import complain, progress
from comity.ingest.dates import required_date
from comity.vocab import load

if TYPE_CHECKING:
    from comity.ledger import Added, Ledger


@click.command("add", no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, metavar="[FILE|FOLDER|URL|LIST|-]...")
@click.option("--records", is_flag=True, help="Inputs are records in the exchange format, not documents.")
@click.option(
    "--texts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="With --records: where the texts are.  [default: in the records or beside them]",
)
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Documents read side by side.")
@click.option("--published", default="", metavar="DATE", help="Date of publication of all inputs, as 2025-04-14.")
@click.option("--publisher", default="", metavar="NAME", help="Outlet of all inputs.")
@form_option("table", "json")
@db_option
def command(
    inputs: tuple[str, ...],
    records: bool,
    texts: Path | None,
    jobs: int,
    published: str,
    publisher: str,
    form: str | None,
    db: Path | None,
) -> int:
    """Read documents and add what they say to a ledger, which is made where there is none.

    Inputs are those of comity extract. For each document a line says how many of its records are new, how many repeat
    what is known, and how many contradict another source. A document is added wholly or not at all; what is in the
    ledger already is left alone, so that the same command can be given again at any time.
    """
    day = _published(published, records)
    found, refused = ([], 0) if records else expand(inputs)
    seen = form_of(form) == "table"
    with opened(db, create=True) as ledger:
        with progress(len(found), wanted=not (seen and sys.stdout.isatty())) as advance:
            tell = teller(len(found), seen=seen, advance=advance)
            if records:
                done = ledger.add_records(inputs, texts=texts, publisher=publisher, progress=tell)
            else:
                done = ledger.add(found, published=day, publisher=publisher, jobs=jobs, progress=tell)
        tally = Counter[str](result.state for result in done)
        if seen:
            click.echo(summary(tally, ledger))
    return 1 if refused or tally["refused"] else 0


def _published(published: str, records: bool) -> str:
    if records and published:
        raise click.UsageError("--published is for documents; records carry the date of their document")
    return required_date(published)


def teller(total: int, *, seen: bool, advance: Callable[[str], None] = lambda name: None) -> Callable[[Added], None]:
    """A function that tells of a document when it is done, in words or as JSON; refusals go to standard error."""
    numbers = count(1)

    def tell(result: Added) -> None:
        number = next(numbers)
        if result.state == "refused":
            complain(result.refusal)
        if not seen:
            json_lines([result.as_dict()])
        elif result.state != "refused":
            click.echo(line(result, number, total))
        advance(result.name)

    return tell


def line(result: Added, number: int, total: int) -> str:
    """``3/12  name  21 records: 18 new, 3 repeat what is known``."""
    from comity.export.printable import printable
    from comity.ingest.metadata import is_address
    from comity.ingest.naming import spoken

    place = f"{number:>{len(str(total))}}/{total}  " if total else ""
    name = spoken(result.name if is_address(result.name) else Path(result.name).name)
    return f"{place}{printable(name)}  {words(result)}"


def words(result: Added) -> str:
    """What became of a document that was not refused."""
    from comity.export.printable import printable
    from comity.reconcile.phrasing import listed

    said = load("ledger_words")["added"]
    if result.copy_of:
        return str(said["copy"].format(name=printable(result.copy_of)))
    if result.withdrawn:
        return str(said["withdrawn"].format(decision=result.withdrawn))
    if result.state == "known":
        return "is in the ledger already"
    if not result.records:
        return "no records"
    parts = [said["instead"].format(names=printable(listed(result.instead_of)))] if result.instead_of else []
    parts += [said["new"].format(n=result.new)] if result.new else []
    parts += [said[name][n != 1].format(n=n) for name in ("repeats", "contradicts") if (n := getattr(result, name))]
    return f"{result.records} record{'' if result.records == 1 else 's'}: {', '.join(parts)}"


def summary(tally: Counter[str], ledger: Ledger) -> str:
    """What was done, and what the ledger holds now."""
    told = {"added": "added", "known": "known already", "refused": "refused"}
    done = ", ".join(f"{tally[state]} {words}" for state, words in told.items() if tally[state]) or "nothing to add"
    held = ledger.statistics()
    records, documents = (
        f"{held[name]} {name[: -1 if held[name] == 1 else None]}" for name in ("records", "documents")
    )
    undated = f" {held['undated']} without a date; to give one, add it again with --published."
    return f"{done}. {ledger.path} holds {records} out of {documents}.{undated if held['undated'] else ''}"
