"""Lines of a page and the paragraphs they make when broken lines are joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from comity.language.zones.lexicon import limit, words

_MARKUP = re.compile(
    r"\*\*|</?[bui]>|</?(?:strong|em|p|br|span)\s*/?>|^#{1,6}\s+|\s+#{1,6}$|\\(?=[.#*_-])|[\u200b-\u200f\u2060\ufeff]"
)
_SPACE = re.compile(r"\s+")
_OUTER = " \t.:*_#|<>«»\u2013\u2014-•►▶→…\"'“”‘’()[]{}!?,;&/\\"
_CLOSERS = "\"'”’)]*_»}\\ \t"
_TERMINAL = ".!?…。"
_TRAILER = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]$")
_LIST_MARK = re.compile(
    r"^\s*(?:[-*+•▪●◦‣·–—]\s+|\(?(?:\d{1,3}|[ivx]{1,5}|[a-z])(?:\\?\.|\))\s+|(?:\d{1,2}\.){2,}\d*\s+)(?=\S)"
)
_HEAD_CUT, _TAIL_CUT = 2000, 400


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line: offsets without outer blanks, the text to read (entities decoded, markup dropped; the
    middle of a very long line is left out), its folded key, and whether a blank line stands before it."""

    start: int
    end: int
    text: str
    key: str
    words: int
    after_blank: bool
    raw_open: str
    raw_close: str
    heading: bool

    @property
    def whole(self) -> bool:
        """Whether the line is short enough for the lexicon."""
        return self.end - self.start <= limit("line")

    @property
    def terminal(self) -> bool:
        """Whether it ends like a sentence."""
        return is_terminal(self.text)

    @property
    def closed(self) -> bool:
        """Whether nothing of it can follow on the next line."""
        if self.text == "…":
            return False
        return self.terminal or self.text.rstrip(_CLOSERS).endswith((";", ":"))

    @property
    def continues(self) -> bool:
        """Whether it begins in the middle of a sentence."""
        if self.raw_open.startswith(("&nbsp;", "&#160;")):
            return True
        if list_mark(self.raw_open) or not self.text:
            return False
        first, rest = self.text[0], self.text.lstrip("“\"‘'(")
        return first.islower() or first in ",.;:)!?’…%" or (bool(rest) and rest[0].islower())

    @property
    def dangles(self) -> bool:
        """Whether it ends in a word or sign after which a sentence must go on."""
        if self.text.endswith((",", "…")) and not self.text.isupper():
            return self.words > 3 or self.text == "…"
        last = self.text.rsplit(" ", 1)[-1].casefold().strip("“”\"'’(")
        return self.words > 1 and last in words("open_ends") and not self.text.isupper()


def is_terminal(text: str) -> bool:
    """Whether a text ends like a sentence; a bracketed credit after the full stop does not matter."""
    bare = text.rstrip(_CLOSERS)
    if bare.endswith(tuple(_TERMINAL)) or text.endswith("./."):
        return True
    return _TRAILER.sub("", text).rstrip("\"'”’* ").endswith(tuple(_TERMINAL))


def list_mark(text: str) -> int:
    """Length of a list marker ("- ", "(a) ", "2. ") at the start of a text, 0 if there is none."""
    found = _LIST_MARK.match(text[:40])
    return found.end() if found else 0


def fold(text: str) -> str:
    """A text as the lexicon writes it: folded, without outer punctuation."""
    return text.casefold().replace("’", "'").strip(_OUTER)


def plain(text: str) -> str:
    """Decode entities, drop markup and squeeze blanks."""
    if "&" in text:
        text = unescape(text)
    return _SPACE.sub(" ", _MARKUP.sub("", text.strip())).strip()


def split_lines(text: str) -> list[Line]:
    """The non-blank lines of a text, in order."""
    lines: list[Line] = []
    blank = False
    position = 0
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            start = position + len(raw) - len(raw.lstrip())
            lines.append(_line(bare, start, blank))
        blank = not bare
        position += len(raw)
    return lines


def _line(bare: str, start: int, blank: bool) -> Line:
    length = len(bare)
    shown = bare if length <= _HEAD_CUT + _TAIL_CUT else f"{bare[:_HEAD_CUT]} {bare[-_TAIL_CUT:]}"
    read = plain(shown)
    count = read.count(" ") + 1 if length == len(shown) else length // 7
    heading = bare.startswith("#") or (bare.startswith("**") and bare.endswith("**") and bare.count("**") == 2)
    key = fold(read) if length <= limit("line") else ""
    return Line(start, start + length, read, key, count, blank, bare[:40], bare[-8:], heading)


def is_prose(count: int, text: str) -> bool:
    """Whether a stretch of ``count`` words reads as running text and not as a headline, a name or a button."""
    if count >= limit("endless_words"):
        return True
    if not is_terminal(text) or count < limit("prose_words"):
        return False
    return not text.rstrip(_CLOSERS).endswith("?") or count >= limit("question_words")


def chain(lines: Sequence[Line], first: int, stop: int) -> int:
    """Index after the last line that plainly continues the one at ``first``."""
    last = first + 1
    while last < stop and lines[last].continues and not lines[last - 1].closed:
        last += 1
    return last


def wrap_width(lines: Sequence[Line], marks: Sequence[str]) -> int:
    """The column at which the text was wrapped by hand, 0 if it was not."""
    pairs = zip(lines, lines[1:], marks, marks[1:], strict=False)
    lengths = sorted(a.end - a.start for a, b, one, two in pairs if not one and not two and not b.after_blank)
    if len(lengths) < 4:
        return 0
    width = lengths[int(len(lengths) * 0.97)]
    full = sum(length >= width - 18 for length in lengths)
    return width if limit("wrap_min") <= width <= limit("wrap_max") and full * 5 >= len(lengths) * 3 else 0
