"""A brief as Markdown: every line carries footnotes that lead to a quote, its source and its date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from comity.export.brief_words import line, relation_words
from comity.export.printable import printable
from comity.model import Head
from comity.query.brief import Brief
from comity.query.citing import Citation
from comity.query.facts import Fact, Section
from comity.reconcile.phrasing import date_words
from comity.vocab import load

_MARKUP = re.compile(r"([\\`*_\[\]<>#|~&])")


def markdown(brief: Brief) -> str:
    """The whole text, ending with a line end. Texts of documents are escaped: none becomes markup or a link."""
    if not brief.sources:
        return "\n".join([*_title(brief), f"\n*{load('brief')['empty']}*"]) + "\n"
    notes = _Notes({head.key: head for head in brief.sources})
    body = [part for section in brief.sections for part in _section(brief, section, notes)]
    return "\n".join([*_title(brief), *body, *_sources(brief), "", *notes.lines()]) + "\n"


class _Notes:
    """The footnotes in the order in which lines call for them, each quote once."""

    def __init__(self, heads: Mapping[str, Head]) -> None:
        self._heads = heads
        self._numbers: dict[tuple[str, int, int], int] = {}
        self._cited: list[Citation] = []

    def marks(self, citations: Iterable[Citation]) -> str:
        """``[^1][^4]`` for some quotes."""
        return "".join(f"[^{self._number(citation)}]" for citation in citations)

    def _number(self, citation: Citation) -> int:
        if citation.key not in self._numbers:
            self._cited.append(citation)
            self._numbers[citation.key] = len(self._cited)
        return self._numbers[citation.key]

    def lines(self) -> Iterator[str]:
        """One footnote a line: the quote, who says it, where and when."""
        for number, citation in enumerate(self._cited, 1):
            yield f"[^{number}]: \u201c{plain(citation.quote.exact)}\u201d {self._source(citation)}"

    def _source(self, citation: Citation) -> str:
        evidence = citation.evidence
        head = self._heads[evidence.document]
        speaker = f"{evidence.speaker}, in: " if evidence.speaker else ""
        day = date_words(evidence.published) if evidence.published else "undated"
        kind = load("brief")["class_words"][evidence.source_class]
        where = f"{speaker}{head.title or head.name}, {_outlet(head)}{day}, {kind}"
        return f"{plain(where)} ({plain(evidence.name)}, {citation.quote.start}\u2013{citation.quote.end})"


def plain(text: str) -> str:
    """Text of a document on one line, with everything escaped that Markdown or HTML would take for markup."""
    return _MARKUP.sub(r"\\\1", " ".join(printable(text).split()))


def _outlet(head: Head) -> str:
    name = head.outlet or head.publisher
    return f"{name}, " if name else ""


def _title(brief: Brief) -> Iterator[str]:
    yield f"# {relation_words(brief.relation)}: brief as of {date_words(brief.as_of)}"
    if brief.sectors:
        yield f"\nSectors: {', '.join(sector.replace('_', ' ') for sector in brief.sectors)}"


def _section(brief: Brief, section: Section, notes: _Notes) -> Iterator[str]:
    since = date_words(brief.since) if brief.since else ""
    yield f"\n## {load('brief')['headings'][section.name].format(since=since)}\n"
    if section.name == "state":
        yield " ".join(f"{plain(line(fact))}.{notes.marks(fact.citations)}" for fact in section.facts)
    else:
        yield from (_item(fact, notes) for fact in section.facts)
    if not section.facts:
        yield f"*{load('brief')['none'][section.name]}*"
    if section.left_out:
        yield f"\n*and {section.left_out} more in the ledger*"


def _item(fact: Fact, notes: _Notes) -> str:
    return f"- {plain(line(fact))}.{notes.marks(fact.citations)} `{fact.record.id}`"


def _sources(brief: Brief) -> Iterator[str]:
    """The documents that the footnotes lead to, the oldest first."""
    yield f"\n## {load('brief')['headings']['sources']}\n"
    for head in brief.sources:
        day = date_words(head.published) if head.published else "undated"
        kind = load("brief")["class_words"][head.source_class]
        where = f" <{head.url}>" if re.fullmatch(r"https?://[^\s<>]+", head.url) else ""
        yield f"- {plain(head.title or head.name)}, {plain(_outlet(head))} {day} ({kind}; {plain(head.name)}){where}"
