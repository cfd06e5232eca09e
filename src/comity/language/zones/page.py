"""A page while it is being sorted: its paragraphs, each with the zone found so far ("" for none yet)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from comity.language.zones.lexicon import limit, pattern, words
from comity.language.zones.lines import Line, fold, is_prose, is_terminal, wrap_width

ARTICLE_ZONES = frozenset({"", "article", "headline", "list_item"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that make one paragraph; ``text`` is joined with blanks and decoded, for reading only."""

    start: int
    end: int
    text: str
    key: str
    words: int
    after_blank: bool
    raw_open: str
    heading: bool

    @property
    def terminal(self) -> bool:
        """Whether it ends like a sentence."""
        return is_terminal(self.text)

    @property
    def prose(self) -> bool:
        """Whether it reads as running text."""
        return is_prose(self.words, self.text)

    @property
    def name_like(self) -> bool:
        """Whether it may be a name: a few words, most with a capital, no full stop."""
        parts = [part for part in self.text.split() if part[:1].isalpha() or part[:1] in "(@"]
        capitals = sum(part.lstrip("(@")[:1].isupper() for part in parts)
        return 0 < self.words <= limit("name_words") and not self.terminal and capitals * 2 > len(parts)


@dataclass(slots=True)
class Page:
    """Paragraphs and their zones, in parallel."""

    text: str
    title: str
    paragraphs: list[Paragraph]
    zones: list[str]
    formal: bool = False
    single: set[int] = field(default_factory=set)

    def free(self, index: int) -> bool:
        """Whether no zone was given yet."""
        return not self.zones[index]

    def aside(self, index: int) -> bool:
        """Whether the paragraph was set aside."""
        return self.zones[index] not in ARTICLE_ZONES

    def article_prose(self) -> list[int]:
        """Indices of running text that was not set aside."""
        return [i for i, p in enumerate(self.paragraphs) if not self.aside(i) and p.prose]


def build(text: str, title: str, lines: Sequence[Line], marks: Sequence[str]) -> Page:
    """Join lines that belong together; a marked line stays alone."""
    width = wrap_width(lines, marks)
    paragraphs: list[Paragraph] = []
    zones: list[str] = []
    first = 0
    while first < len(lines):
        last = first + 1
        while last < len(lines) and not marks[first] and not marks[last] and _joins(lines, marks, first, last, width):
            last += 1
        paragraphs.append(_paragraph(lines[first:last]))
        zones.append(marks[first])
        first = last
    top = [p for p, zone in zip(paragraphs, zones, strict=True) if not zone][:8]
    letter = any(_letterhead(p) for p in top)
    return Page(text, title, paragraphs, zones, formal=bool(width) or letter)


def _letterhead(paragraph: Paragraph) -> bool:
    return bool(pattern("letterheads").search(paragraph.text[:120]))


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    one = lines[0]
    if len(lines) == 1:
        return Paragraph(one.start, one.end, one.text, one.key, one.words, one.after_blank, one.raw_open, one.heading)
    text = " ".join(line.text for line in lines if line.text)
    count = sum(line.words for line in lines)
    return Paragraph(one.start, lines[-1].end, text, fold(text), count, one.after_blank, one.raw_open, one.heading)


def _joins(lines: Sequence[Line], marks: Sequence[str], first: int, index: int, width: int) -> bool:
    """Whether the line at ``index`` goes on with the paragraph that began at ``first``."""
    before, line = lines[index - 1], lines[index]
    if before.heading or line.heading or not line.text and not before.text:
        return False
    if width and not line.after_blank:
        room = width - (before.end - before.start) - 1
        if len(line.raw_open.split(" ", 1)[0]) > room - 1:
            return True
    if _city_alone(before, line) and index - 1 == first:
        return True
    if before.closed:
        return line.text in {".", ",", ";", "…"} and not line.after_blank
    if line.continues:
        return not line.after_blank or (before.words > 2 and bool(line.text) and line.text[0] not in "(")
    if line.after_blank:
        return False
    apart = line.terminal and line.words > limit("heading_words")
    return (before.dangles and not apart) or _resumes(lines, marks, first, index)


def _city_alone(before: Line, line: Line) -> bool:
    """A dateline's city on a line of its own ("Jakarta."), the running text on the next."""
    return before.words <= 3 and before.text[-1:] in ".:" and before.key in words("dateline_places") and line.terminal


def _resumes(lines: Sequence[Line], marks: Sequence[str], first: int, index: int) -> bool:
    """A name alone on its line between two pieces of one sentence."""
    if index + 1 >= len(lines) or marks[index + 1] or not lines[index + 1].continues or lines[index].closed:
        return False
    before = lines[index - 1]
    inner = (
        index - 1 > first
        or before.raw_close.endswith(("&nbsp;", "&#160;"))
        or ". " in before.text
        or before.words > limit("heading_words")
    )
    return inner and before.words + lines[index].words > 1
