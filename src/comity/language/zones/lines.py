"""Lines of a page: where each stands and what its characters show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from comity.language.zones.lexicon import limit, words

_MARKUP = re.compile(
    r"\*\*|</?(?:[biu]|strong|em|p|br|span)\s*/?>|^#{1,6}\s+|\s+#{1,6}$|\\(?=[.#*_-])|[\u200b-\u200f\u2060\ufeff]"
)
_SPACE = re.compile(r"\s+")
_OUTER = " \t.:*_#|<>«»\u2013\u2014-•►▶→…\"'“”‘’()[]{}!?,;&/\\"
_CLOSERS = "\"'”’)]*_»}\\ \t"
_TERMINAL = (".", "!", "?", "…", "。")
_HARD_BLANKS = ("&nbsp;", "&#160;")
_TRAILER = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]$")
_LIST_MARK = re.compile(
    r"\s*(?:[-*+•▪●◦‣·–—]\s+|\(?(?:\d{1,3}|[ivx]{1,5}|[a-z])(?:\\?\.|\))\s+|(?:\d{1,2}\.){2,}\d*\s+|o\s+)(?=\S)"
)
_HEAD_CUT, _TAIL_CUT = 2000, 400


@dataclass(frozen=True, slots=True)
class Shape:
    """What the characters of a line show.

    ``text`` is the line to read: entities decoded, markup dropped, the middle of a very long line left out; ``key``
    is its folded form, empty for a line too long for the lexicon. ``terminal``: ends like a sentence. ``closed``:
    nothing of it can follow on the next line. ``continues``: begins in the middle of a sentence. ``dangles``: ends in
    a word or sign after which a sentence must go on. ``linked``: ends in a hard blank, as before a hyperlink.
    """

    text: str
    key: str
    words: int
    opening: str
    heading: bool
    terminal: bool
    closed: bool
    continues: bool
    dangles: bool
    linked: bool
    listed: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line, ``[start, end)`` without outer blanks, and whether a blank line stands before it."""

    start: int
    end: int
    after_blank: bool
    shape: Shape


def is_terminal(text: str) -> bool:
    """Whether a text ends like a sentence; a bracketed credit after the full stop does not matter."""
    if text.rstrip(_CLOSERS).endswith(_TERMINAL):
        return True
    return text.endswith((")", "]")) and _TRAILER.sub("", text).rstrip("\"'”’* ").endswith(_TERMINAL)


def is_prose(count: int, text: str) -> bool:
    """Whether a stretch of ``count`` words reads as running text and not as a headline, a name or a button."""
    if count >= limit("endless_words"):
        return True
    if count < limit("prose_words") or not is_terminal(text):
        return False
    return count >= limit("question_words") or not text.rstrip(_CLOSERS).endswith("?")


def list_mark(text: str) -> int:
    """Length of a list marker ("- ", "(a) ", "2. ") at the start of a text, 0 if there is none."""
    found = _LIST_MARK.match(text[:40])
    return found.end() if found else 0


def fold(text: str) -> str:
    """A text as the lexicon writes it: folded, without outer punctuation."""
    return text.casefold().replace("’", "'").strip(_OUTER)


def split_lines(text: str) -> list[Line]:
    """The non-blank lines of a text, in order."""
    lines: list[Line] = []
    blank = False
    position = 0
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            start = position + (0 if raw[0] == bare[0] else len(raw) - len(raw.lstrip()))
            lines.append(Line(start, start + len(bare), blank, _shape_of(bare)))
        blank = not bare
        position += len(raw)
    return lines


def _shape_of(bare: str) -> Shape:
    return _short_shape(bare) if len(bare) <= limit("line") else _shape(bare)


@lru_cache(maxsize=8192)
def _short_shape(bare: str) -> Shape:
    return _shape(bare)


def _shape(bare: str) -> Shape:
    shown = bare if len(bare) <= _HEAD_CUT + _TAIL_CUT else f"{bare[:_HEAD_CUT]} {bare[-_TAIL_CUT:]}"
    text = _plain(shown)
    count = text.count(" ") + 1 if shown is bare else len(bare) // 7
    terminal = is_terminal(text)
    closed = text != "…" and (terminal or text.rstrip(_CLOSERS).endswith((";", ":")))
    listed = list_mark(bare) > 0
    return Shape(
        text=text,
        key=fold(text) if len(bare) <= limit("line") else "",
        words=count,
        opening=bare[:200],
        heading=bare.startswith("#") or (bare[:2] == "**" == bare[-2:] and bare.count("**") == 2),
        terminal=terminal,
        closed=closed,
        continues=bare.startswith(_HARD_BLANKS) or (not listed and _continues(text)),
        dangles=not text.isupper() and _dangles(text, count),
        linked=bare.endswith(_HARD_BLANKS),
        listed=listed,
    )


def _plain(text: str) -> str:
    """Decode entities, drop markup and squeeze blanks."""
    if "&" in text:
        text = unescape(text)
    return _SPACE.sub(" ", _MARKUP.sub("", text)).strip()


def _continues(text: str) -> bool:
    if not text:
        return False
    rest = text.lstrip("“\"‘'(")
    return text[0].islower() or text[0] in ",.;:)!?’…%" or rest[:1].islower()


def _dangles(text: str, count: int) -> bool:
    if text.endswith((",", "…")):
        return count > 3 or text == "…"
    last = text.rsplit(" ", 1)[-1].casefold().strip("“”\"'’(")
    return count > 1 and last in words("open_ends")


def chain(lines: Sequence[Line], first: int, stop: int) -> int:
    """Index after the last line that plainly continues the one at ``first``."""
    last = first + 1
    while last < stop and lines[last].shape.continues and not lines[last - 1].shape.closed:
        last += 1
    return last


def reads_on(lines: Sequence[Line], first: int, last: int) -> bool:
    """Whether the lines of ``[first, last)``, read as one stretch, are running text."""
    return is_prose(sum(line.shape.words for line in lines[first:last]), lines[last - 1].shape.text)


def wrap_width(lines: Sequence[Line], marks: Sequence[str]) -> int:
    """The column at which the text was wrapped by hand, 0 if it was not."""
    rows = zip(lines, lines[1:], marks, marks[1:], strict=False)
    pairs = [(a, b) for a, b, one, two in rows if not one and not two and not b.after_blank]
    lengths = sorted(a.end - a.start for a, _ in pairs)
    if len(lengths) < 4 or 2 * sum(not a.shape.closed for a, _ in pairs) < len(pairs):
        return 0
    width = lengths[int(len(lengths) * 0.97)]
    full = sum(length >= width - 18 for length in lengths)
    return width if limit("wrap_min") <= width <= limit("wrap_max") and full * 5 >= len(lengths) * 3 else 0
