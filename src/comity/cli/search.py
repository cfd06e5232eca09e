"""``comity search``: records and passages that have some words."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from comity.cli.ledgers import db_option, form_of, form_option, opened
from comity.cli.printing import json_lines, nothing, show

if TYPE_CHECKING:
    from rich.text import Text

    from comity.ledger import Hit


@click.command("search", no_args_is_help=True)
@click.argument("text", nargs=-1, required=True, metavar="WORDS...")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="Records, and passages, at most.")
@form_option("table", "json")
@db_option
def command(text: tuple[str, ...], limit: int, form: str | None, db: Path | None) -> int:
    """Find records and passages of documents that have all WORDS.

    Case and diacritics make no difference: "to lam" finds "Tô Lâm". A "phrase" stands in quotation marks, word* is any
    word that begins so.
    """
    with opened(db) as ledger:
        hits = ledger.search(" ".join(text), limit)
    if form_of(form) == "json":
        json_lines(hit.as_dict() for hit in hits)
    else:
        _shown(hits)
    if not hits:
        nothing("nothing found", form_of(form))
    return 0


def _shown(hits: Iterable[Hit]) -> None:
    from rich.text import Text

    from comity.export.hanging import Hanging

    sort = ""
    for hit in hits:
        if hit.sort != sort:
            sort = hit.sort
            show(Text(f"{'Records' if sort == 'record' else 'Passages'}", style="bold cyan"))
        show(Hanging(_marked(hit), indent=2), Hanging(_where(hit), indent=2))


def _marked(hit: Hit) -> Text:
    from rich.text import Text

    from comity.export.printable import printable

    text = Text(printable(hit.snippet))
    for start, end in hit.marks:
        text.stylize("bold", start, end)
    return text


def _where(hit: Hit) -> Text:
    """A record's id and date, or a passage's document and place."""
    from rich.text import Text

    from comity.export.printable import printable
    from comity.reconcile.phrasing import date_words

    if hit.record:
        told = [hit.record.id, hit.record.kind, date_words(hit.record.date) if hit.record.date else "undated"]
    else:
        head, passage = hit.head, hit.passage
        day = date_words(head.published) if head and head.published else "undated"
        told = [head.name if head else "", day, f"{passage.start}–{passage.end}" if passage else ""]
    return Text(printable(" · ".join(told)), style="dim")
