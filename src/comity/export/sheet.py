"""A readable sheet of one document's records: grouped by kind, each with the words that say it.

Nothing of a document is ever taken for markup or sent to the terminal unseen: all text goes through ``printable``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Console, Group, RenderableType
from rich.text import Text

from comity.export.describe import describe
from comity.export.hanging import Hanging
from comity.export.printable import printable
from comity.ingest.naming import spoken
from comity.model import Document, Extraction, Record, SetAside, Span
from comity.reconcile.phrasing import counted, date_words, label
from comity.vocab import load

_QUOTES_SHOWN = 3
_REPEATED = 80  # a quote longer than this is not written out twice in one group
_ASIDE_SHOWN = 60
_CERTAINTY = {"hedged": "yellow", "conditional": "yellow", "denied": "red"}


def show(extraction: Extraction, console: Console, *, explain: bool = False) -> None:
    """Print the sheet of one document; ``explain`` adds the rule that made each record."""
    console.print(sheet(extraction, explain=explain), highlight=False, markup=False, emoji=False)


def sheet(extraction: Extraction, *, explain: bool = False) -> Group:
    """The sheet of one document for rich, at any width."""
    parts: list[RenderableType] = [*_head(extraction.document), _summary(extraction)]
    numbered = list(enumerate(extraction.records, 1))
    for kind in load("kinds")["kinds"]:
        if entries := [(number, record) for number, record in numbered if record.kind == kind]:
            parts += ["", _heading(label("headings", kind), str(len(entries))), *_group(entries, explain)]
    if extraction.set_aside:
        parts += ["", _heading("Set aside", "not the article"), *map(_aside, extraction.set_aside)]
    return Group(*parts, "")


def _head(document: Document) -> Iterator[Hanging]:
    name = spoken(document.source)
    yield Hanging(Text(printable(document.title or name), style="bold"), indent=0)
    published = date_words(document.published) if document.published else "undated"
    source = [document.publisher, published, name if document.title else ""]
    yield Hanging(Text(" \u00b7 ".join(printable(part) for part in source if part), style="dim"), indent=0)


def _summary(extraction: Extraction) -> Hanging:
    counts = Counter(record.kind for record in extraction.records)
    parts = [counted(counts[kind], kind) for kind in load("kinds")["kinds"] if counts[kind]]
    words = ", ".join(parts) or "no records: nothing here that the codebook records"
    return Hanging(Text(words, style="dim"), indent=0)


def _heading(title: str, note: str) -> Text:
    return Text(title, style="bold cyan").append(f"  {note}", style="not bold dim")


def _group(entries: list[tuple[int, Record]], explain: bool) -> Iterator[Hanging]:
    """The records of one kind; a long sentence that gives several is quoted once."""
    first_at: dict[Span, int] = {}
    for number, record in entries:
        head, *rest = _lines(record, first_at)
        yield Hanging(head, str(number))
        yield from (Hanging(line) for line in rest)
        if explain:
            yield Hanging(Text(f"rule {printable(record.rule) or 'unnamed'}", style="magenta"))
        for quote in record.quotes:
            first_at.setdefault(quote, number)


def _lines(record: Record, first_at: dict[Span, int]) -> Iterator[Text]:
    words = describe(record)
    head = Text().append(printable(words.label), style="bold").append("  " if words.label and words.title else "")
    head.append(printable(words.title))
    details = Text(" \u00b7 ".join(printable(part) for part in words.details))
    if record.sectors:
        sectors = ", ".join(sector.replace("_", " ") for sector in record.sectors)
        (details or head).append(f"  [{sectors}]", style="dim")
    yield from filter(None, (head, details, _voice(record)))
    yield from _quotes(record, first_at)


def _voice(record: Record) -> Text:
    """Who vouches for it and how firmly; empty where it is the outlet's plain word."""
    text = Text().append(f"according to {printable(record.speaker)}" if record.speaker else "", style="italic")
    if record.certainty != "asserted":
        cue = f" (\u201c{printable(record.cue.exact)}\u201d)" if record.cue else ""
        text.append(" \u00b7 " if text else "").append(record.certainty + cue, f"bold {_CERTAINTY[record.certainty]}")
    return text


def _quotes(record: Record, first_at: dict[Span, int]) -> Iterator[Text]:
    """The sentences that state it, quiet, with the words that give a value standing out."""
    marks = [span for content in record.fields.values() for span in content.quotes]
    for quote in record.quotes[:_QUOTES_SHOWN]:
        if quote in first_at and len(quote.exact) > _REPEATED:
            yield Text(f"\u201c\u2026\u201d as in {first_at[quote]}", style="dim")
        else:
            yield _quote(quote, marks, record)
    more = len(record.quotes) - _QUOTES_SHOWN
    if more > 0:
        yield Text(f"and {more} more {'mention' if more == 1 else 'mentions'}", style="dim")


def _quote(quote: Span, marks: Iterable[Span], record: Record) -> Text:
    text = Text(f"\u201c{printable(quote.exact)}\u201d", style="dim")
    for mark in marks:
        _stylize(text, quote, mark, "not dim")
    if record.cue:
        _stylize(text, quote, record.cue, f"not dim {_CERTAINTY.get(record.certainty, '')}")
    return text


def _stylize(text: Text, quote: Span, mark: Span, style: str) -> None:
    if mark.overlaps(quote):
        text.stylize(style, max(mark.start, quote.start) - quote.start + 1, min(mark.end, quote.end) - quote.start + 1)


def _aside(stretch: SetAside) -> Hanging:
    words = printable(stretch.span.exact).strip()
    shown = words if len(words) <= _ASIDE_SHOWN else words[: _ASIDE_SHOWN - 1].rstrip() + "\u2026"
    return Hanging(Text().append(stretch.reason.replace("_", " ")).append(f"  \u201c{shown}\u201d", style="dim"))
