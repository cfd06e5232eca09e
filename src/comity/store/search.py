"""Derived: full-text search over passages of documents and over records, blind to case, diacritics and đ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex
from sqlalchemy import Connection, insert, select

from comity.language.folding import fold
from comity.store import sqlite
from comity.store.rows import picked
from comity.store.schema import passages
from comity.vocab import load

PARAGRAPH = regex.compile(r"[^\n]+")
SENTENCE_END = regex.compile(r"(?<=[.!?…][\"'”’)]?)\s+")
WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
ASKED = regex.compile(r'"(?P<phrase>[^"]*)"|(?P<word>\S+)')


def query(asked: str) -> str:
    """The query of the full-text index for what a person typed; empty if it has no word.

    All words must occur, each in the singular or plural, those within quotation marks as a phrase as it stands;
    ``word*`` stands for all that begin so.
    """
    parts = []
    for found in ASKED.finditer(asked.replace("“", '"').replace("”", '"')):
        given = WORD.findall(fold(found["phrase"] if found["phrase"] is not None else found["word"]))
        if found.group().endswith("*") or found["phrase"] is not None or len(given) != 1:
            parts += [f'"{" ".join(given)}"' + ("*" if found.group().endswith("*") else "")] if given else []
        else:
            parts.append(_any_of(numbers_of(given[0])))
    return " AND ".join(parts)


def _any_of(words: Sequence[str]) -> str:
    quoted = [f'"{word}"' for word in words]
    return quoted[0] if len(quoted) == 1 else f"({' OR '.join(quoted)})"


def numbers_of(word: str) -> tuple[str, ...]:
    """A word with its other number in English ("durian", "durians"), where it is long enough to have one."""
    if len(word) < load("store")["shortest_plural"] or not word.isascii() or not word.isalpha():
        return (word,)
    for ending, other in load("store")["plural_endings"]:
        if word.endswith(ending):
            return word, word[: len(word) - len(ending)] + other
    return word, f"{word}s"


def words_asked(asked: str) -> tuple[tuple[str, bool], ...]:
    """The folded words of a query, each with whether it stands for all that begin so, for marking them in a text."""
    found = []
    for part in ASKED.finditer(asked.replace("“", '"').replace("”", '"')):
        words = WORD.findall(fold(part.group()))
        open_ended = part.group().endswith("*")
        alone = len(words) == 1 and part["phrase"] is None and not open_ended
        words = list(numbers_of(words[0])) if alone else words
        found += [(word, open_ended and word is words[-1]) for word in words]
    return tuple(dict.fromkeys(found))


def pieces_of(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the passages of a text: paragraphs, long ones divided between sentences."""
    most = load("store")["passage_characters"]
    for paragraph in PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        if not paragraph.group().strip():
            continue
        cuts = [m.end() for m in SENTENCE_END.finditer(text, start, end)] if end - start > most else []
        for cut, following in zip(cuts, [*cuts[1:], end], strict=False):
            if following - start > most and cut > start:
                yield start, cut
                start = cut
        if start < end:
            yield start, end


def index_document(connection: Connection, document: str, text: str) -> None:
    """Make a document findable."""
    rows = []
    for start, end in pieces_of(text):
        made = connection.execute(insert(passages).values(document=document, start=start, end=end)).inserted_primary_key
        rows.append((int(made[0]) if made else 0, fold(text[start:end])))
    sqlite.index_words(connection, "passage_words", rows)


def find_passages(connection: Connection, asked: str, limit: int) -> list[tuple[str, int, int, float]]:
    """Passages that match, best first: document key, start, end, rank (lower is better)."""
    ranked = dict(sqlite.matching(connection, "passage_words", query(asked), limit)) if query(asked) else {}
    rows = picked(connection, select(passages), passages.c.serial, [str(serial) for serial in ranked])
    found = [(row.document, row.start, row.end, ranked[row.serial]) for row in rows]
    return sorted(found, key=lambda hit: (hit[3], hit[0], hit[1]))


def find_records(connection: Connection, asked: str, limit: int) -> Sequence[tuple[int, float]]:
    """Serials of the records that match, best first, with their rank."""
    return list(sqlite.matching(connection, "record_words", query(asked), limit)) if query(asked) else []


def marks(text: str, asked: str) -> tuple[tuple[int, int], ...]:
    """Where the words that were asked for stand in a text, as start and end."""
    wanted = words_asked(asked)
    found = []
    for word in WORD.finditer(text):
        folded = fold(word.group())
        if any(folded == w or (open_ended and folded.startswith(w)) for w, open_ended in wanted):
            found.append(word.span())
    return tuple(found)
