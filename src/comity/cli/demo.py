"""``comity demo``: the sample dossier, read and shown."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable

import click

from comity.cli.dossier import folder
from comity.cli.extract import deliver, expand
from comity.cli.writing import writer
from comity.export.words import counted
from comity.ledger.running import Order, outcomes
from comity.model import Extraction
from comity.settings import Settings
from comity.vocab import load


@click.command("demo")
def command() -> int:
    """Read the sample dossier and show what is found: twelve articles written for comity from public facts."""
    place = folder()
    found, _ = expand([str(place)])
    order = Order(settings=Settings.from_environment(os.environ))
    sheet = writer("sheet", sys.stdout, explain=False)
    seen: list[Counter[str]] = []

    def write(extraction: Extraction) -> None:
        sheet(extraction)
        seen.append(Counter(record.kind for record in extraction.records))

    refused = deliver(outcomes(found, order), write)
    click.echo(summary(seen))
    click.echo(f"The articles are in {place}; read your own with: comity extract FILE")
    return 1 if refused else 0


def summary(counts: Iterable[Counter[str]]) -> str:
    """One sentence on all documents, given the number of records by kind of each."""
    documents = list(counts)
    total = sum(documents, Counter[str]())
    parts = [counted(total[kind], kind) for kind in load("kinds")["kinds"] if total[kind]]
    found = f"{total.total()} records: {', '.join(parts)}" if parts else "no records"
    return f"{len(documents)} documents, {found}. Every record rests on a quote that stands in its document."
