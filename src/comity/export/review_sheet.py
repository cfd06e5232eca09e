"""What waits for a person, as a question with all that is needed to answer it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group
from rich.text import Text

from comity.export.hanging import Hanging
from comity.export.ledger_words import said, source_words
from comity.export.printable import printable
from comity.export.values import attested_words
from comity.ledger import ReviewItem
from comity.model import LedgerRecord
from comity.query.citing import citation, cite
from comity.reconcile.phrasing import listed


def item(asked: ReviewItem, number: int) -> Group:
    """The question, the records it is about with their words, and the commands that answer it."""
    lines = list(_conflict(asked) if asked.sort == "conflict" else _pair(asked))
    answers = (Text(f"comity review {answer}", style="cyan") for answer in _answers(asked))
    title = Text(f"{said('questions', asked.sort)}  ", style="bold yellow")
    head = Hanging(title.append(printable(_question(asked)), style="not yellow"), str(number))
    return Group(head, *map(Hanging, lines), *map(Hanging, answers), "")


def _question(asked: ReviewItem) -> str:
    if asked.sort != "conflict":
        return asked.question
    record = asked.records[0]
    values = [attested_words(record, asked.field, v) or "not told" for v in record.fields[asked.field].values]
    return f"{record.caption}: {asked.field.replace('_', ' ')} {listed(values)}"


def _conflict(asked: ReviewItem) -> Iterator[Text]:
    record = asked.records[0]
    yield Text(printable(record.fields[asked.field].reason), style="dim")
    for value in record.fields[asked.field].values:
        told = citation(record, value.evidence[0])
        words = f"{attested_words(record, asked.field, value) or 'not told'}  “{told.quote.exact}”"
        yield Text(printable(words)).append(f"  {printable(source_words(told.evidence))}", style="dim")


def _pair(asked: ReviewItem) -> Iterator[Text]:
    if asked.join:
        yield Text(printable(f"{asked.join.score:.2f}: {'; '.join(asked.join.reasons)}"), style="dim")
    for record in asked.records:
        yield from _told(record)


def _told(record: LedgerRecord) -> Iterator[Text]:
    for told in cite(record)[:1]:
        source = printable(f"{record.id}  {source_words(told.evidence)}")
        yield Text(f"“{printable(told.quote.exact)}”  ").append(source, style="dim")


def _answers(asked: ReviewItem) -> tuple[str, ...]:
    ids = " ".join(record.id for record in asked.records)
    if asked.sort == "conflict":
        return (
            f"correct {ids} {asked.field} VALUE",
            f"both {ids} {asked.field}",
            f"different {ids} --field {asked.field}",
        )
    if asked.sort == "fulfilment":
        return (f"accept {ids} --fulfils", f"reject {ids} --fulfils")
    return (f"merge {ids}", f"different {ids}")
