"""A page while it is being sorted: its paragraphs, each with the zone found so far ("" for none yet)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from comity.language.zones.lexicon import limit, pattern, words
from comity.language.zones.lines import Line, Shape, fold, is_prose, is_terminal, wrap_width

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
    heading: bool
    listed: bool
    terminal: bool
    prose: bool

    @property
    def name_like(self) -> bool:
        """Whether it may be a name: a few words, most with a capital, no full stop."""
        if self.terminal or not 0 < self.words <= limit("name_words"):
            return False
        parts = [part.lstrip("(@") for part in self.text.split()]
        letters = [part for part in parts if part[:1].isalpha()]
        return sum(part[0].isupper() for part in letters) * 2 > len(letters)


@dataclass(slots=True)
class Page:
    """Paragraphs and their zones, in parallel. ``formal``: a statement or treaty text and not a news page."""

    text: str
    title: str
    paragraphs: list[Paragraph]
    zones: list[str]
    formal: bool

    def free(self, index: int) -> bool:
        """Whether no zone was given yet."""
        return not self.zones[index]

    def aside(self, index: int) -> bool:
        """Whether the paragraph was set aside."""
        return self.zones[index] not in ARTICLE_ZONES

    def article_prose(self) -> list[int]:
        """Indices of running text that was not set aside."""
        pairs = enumerate(zip(self.paragraphs, self.zones, strict=True))
        return [i for i, (paragraph, zone) in pairs if paragraph.prose and zone in ARTICLE_ZONES]


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
    top = [p for p, zone in zip(paragraphs[:60], zones, strict=False) if not zone][:8]
    formal = bool(width) or any(pattern("letterheads").search(p.text[:120]) for p in top)
    return Page(text, title, paragraphs, zones, formal)


def _paragraph(lines: Sequence[Line]) -> Paragraph:
    line, one = lines[0], lines[0].shape
    text, key, count = one.text, one.key, one.words
    if len(lines) > 1:
        text = " ".join(line.shape.text for line in lines if line.shape.text)
        key = fold(text)
        count = sum(line.shape.words for line in lines)
    return Paragraph(
        start=line.start,
        end=lines[-1].end,
        text=text,
        key=key,
        words=count,
        after_blank=line.after_blank,
        heading=one.heading,
        listed=one.listed,
        terminal=is_terminal(text),
        prose=is_prose(count, text),
    )


def _joins(lines: Sequence[Line], marks: Sequence[str], first: int, index: int, width: int) -> bool:
    """Whether the line at ``index`` goes on with the paragraph that began at ``first``."""
    gap = lines[index].after_blank
    before, shape = lines[index - 1].shape, lines[index].shape
    if before.heading or shape.heading or not (shape.text or before.text):
        return False
    if shape.listed and lines[first].shape.listed and not shape.continues:
        return False
    if width and not gap and _wrapped(lines[index - 1], shape, width):
        return True
    if before.closed:
        return _city_alone(before, shape) if index - 1 == first else not gap and shape.text in {".", ",", ";", "…"}
    if shape.continues:
        return not gap or (before.words > 2 and bool(shape.text) and shape.text[0] != "(")
    if gap:
        return False
    apart = shape.terminal and shape.words > limit("heading_words")
    return (before.dangles and not apart) or _resumes(lines, marks, first, index)


def _wrapped(line: Line, following: Shape, width: int) -> bool:
    """Whether the next line's first word had no room left on this line."""
    return len(following.opening.split(" ", 1)[0]) > width - (line.end - line.start) - 2


def _city_alone(before: Shape, following: Shape) -> bool:
    """A dateline's city on a line of its own ("Jakarta."), the running text on the next."""
    return before.words <= 3 and following.terminal and before.key in words("dateline_places")


def _resumes(lines: Sequence[Line], marks: Sequence[str], first: int, index: int) -> bool:
    """A name alone on its line between two pieces of one sentence."""
    if index + 1 >= len(lines) or marks[index + 1]:
        return False
    before, shape = lines[index - 1].shape, lines[index].shape
    if shape.closed or not lines[index + 1].shape.continues:
        return False
    inner = before.linked or index - 1 > first or ". " in before.text or before.words > limit("heading_words")
    return inner and before.words + shape.words > 1
