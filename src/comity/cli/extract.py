"""``comity extract``: records of single documents."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.terminal import complain, progress
from comity.cli.writing import Write, opened, writer
from comity.errors import InputError
from comity.ingest import Source, sources
from comity.ingest.dates import required_date
from comity.model import Extraction
from comity.settings import Settings
from comity.vocab import load

if TYPE_CHECKING:
    from comity.ledger.running import Outcome

KINDS = tuple(load("kinds")["kinds"])


@click.command("extract", no_args_is_help=True)
@click.argument("inputs", nargs=-1, required=True, metavar="[FILE|FOLDER|URL|LIST|-]...")
@click.option("--format", "form", type=click.Choice(["sheet", "jsonl"]), help="Default: sheet on a terminal.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only these; may be repeated.")
@click.option("--explain", is_flag=True, help="Name the rule that made each record.")
@click.option("--jobs", type=click.IntRange(1), default=1, show_default=True, help="Documents read side by side.")
@click.option("--published", default="", metavar="DATE", help="Date of publication of all inputs, as 2025-04-14.")
@click.option("--publisher", default="", metavar="NAME", help="Outlet of all inputs.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write to FILE.")
def command(
    inputs: tuple[str, ...],
    form: str | None,
    kinds: tuple[str, ...],
    explain: bool,
    jobs: int,
    published: str,
    publisher: str,
    out: Path | None,
) -> int:
    """Read documents and print their records, each with the words that say it.

    Inputs are text and HTML files, folders of them, addresses, files that list addresses, or - for standard input.
    A file NAME.txt may have its date and outlet beside it in NAME.meta.json. Inputs that cannot be used are named on
    standard error, and the others go on.
    """
    from comity.ledger.running import Order, outcomes

    order = Order(required_date(published), publisher, Settings.from_environment(os.environ))
    found, refused = expand(inputs)
    shape = form or ("sheet" if out is None and sys.stdout.isatty() else "jsonl")
    seen = out is None and sys.stdout.isatty()  # the output itself shows the progress
    with opened(out) as stream, progress(len(found), wanted=not seen) as advance:
        write = writer(shape, stream, explain=explain)
        refused += deliver(announced(outcomes(found, order, jobs=min(jobs, max(len(found), 1))), advance), write, kinds)
    return 1 if refused else 0


def expand(inputs: Iterable[str]) -> tuple[list[Source], int]:
    """What the arguments stand for, and how many stand for nothing; those are named on standard error."""
    found: list[Source] = []
    refused = 0
    for argument in inputs:
        try:
            found += sources(argument)
        except InputError as error:
            complain(str(error))
            refused += 1
    return found, refused


def announced(results: Iterable[Outcome], advance: Callable[[str], None]) -> Iterator[Outcome]:
    """Pass outcomes on and tell each one's name."""
    for result in results:
        yield result
        advance(result.name)


def deliver(results: Iterable[Outcome], write: Write, kinds: tuple[str, ...] = ()) -> int:
    """Write what was extracted, name on standard error what was refused, and return how many were."""
    refused = 0
    for result in results:
        if result.extraction is None:
            complain(result.refusal)
            refused += 1
        else:
            write(only(result.extraction, kinds))
    return refused


def only(extraction: Extraction, kinds: tuple[str, ...]) -> Extraction:
    """The same extraction with records of the given kinds; all if none is given."""
    if not kinds:
        return extraction
    kept = tuple(record for record in extraction.records if record.kind in kinds)
    return Extraction(extraction.document, kept, extraction.set_aside)
