"""The cleaned view of a stored text: what is read, with a way back to what is stored.

Language and rules work on ``View.text``; offsets are carried back with ``View.to_stored``. The stored text is never
altered. What is dropped and replaced is data (``vocab/cleaning.yaml``).
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any

from comity.vocab import load

Edit = tuple[int, int, str]
"""``[start, end)`` of a text and what stands there instead."""


@dataclass(frozen=True, slots=True)
class View:
    """A cleaned text whose every character stands for a half-open stretch of a stored text.

    ``starts[i]`` and ``ends[i]`` bound, in code points of the stored text, what character ``i`` of ``text`` stands for;
    both are None where each character stands for the one in the same place.
    """

    text: str
    stored_length: int
    starts: array[int] | None = None
    ends: array[int] | None = None

    @classmethod
    def of(cls, text: str) -> View:
        """Clean ``text``: damage repaired, invisible and stray characters dropped, NFC, line feeds, plain spaces."""
        view = cls(text, len(text))
        if text.isascii() and not _patterns().dirty.search(text):
            return view
        from comity.ingest import mojibake, strays

        view = view.edited(mojibake.repairs(text))._without_references()._without_invisible()._composed()
        return view.edited(strays.edits(view.text))._composed()._with_initials()

    @property
    def is_identity(self) -> bool:
        """Whether each character stands for the one in the same place of the stored text."""
        return self.starts is None

    def to_stored(self, start: int, end: int) -> tuple[int, int]:
        """Carry ``[start, end)`` of the view back to the stored text; raise ``ValueError`` if it lies outside."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"[{start}, {end}) is no span of a view of {len(self.text)} characters")
        if self.starts is None or self.ends is None:
            return start, end
        if start < end:
            return self.starts[start], self.ends[end - 1]
        at = self.starts[start] if start < len(self.starts) else self.stored_length
        return at, at

    def from_stored(self, start: int, end: int) -> tuple[int, int]:
        """The span of the view that ``[start, end)`` of the stored text touches; empty where all of it was dropped."""
        if not 0 <= start <= end <= self.stored_length:
            raise ValueError(f"[{start}, {end}) is no span of a text of {self.stored_length} characters")
        if self.starts is None or self.ends is None:
            return start, end
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))

    def edited(self, edits: Iterable[Edit]) -> View:
        """Apply ``edits`` of ``self.text``, in order, without overlap; each replacement stands for all it replaces."""
        pieces: list[str] = []
        starts, ends, at = array("I"), array("I"), 0
        for start, end, new in edits:
            self._copy(at, start, pieces, starts, ends)
            first, last = self.to_stored(start, end)
            pieces.append(new)
            starts.extend([first] * len(new))
            ends.extend([last] * len(new))
            at = end
        if not pieces:
            return self
        self._copy(at, len(self.text), pieces, starts, ends)
        return View("".join(pieces), self.stored_length, starts, ends)

    def _copy(self, start: int, end: int, pieces: list[str], starts: array[int], ends: array[int]) -> None:
        pieces.append(self.text[start:end])
        if self.starts is None or self.ends is None:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend(self.starts[start:end])
            ends.extend(self.ends[start:end])

    def _without_references(self) -> View:
        """Resolve the character references of HTML that a page's text was left with ("&nbsp;", "&amp;")."""
        found = ((m, unescape(m[0])) for m in _patterns().reference.finditer(self.text))
        return self.edited((m.start(), m.end(), new) for m, new in found if new != m[0])

    def _with_initials(self) -> View:
        """Join a drop cap on a line of its own to the rest of its word."""
        return self.edited((m.end() - 1, m.end(), "") for m in _patterns().initial.finditer(self.text))

    def _without_invisible(self) -> View:
        found = _patterns()
        view = self.edited((m.start(), m.end(), "") for m in found.drop.finditer(self.text))
        view = view.edited((m.start(), m.end(), "\n") for m in found.crlf.finditer(view.text))
        text = found.breaks.sub("\n", found.spaces.sub(" ", view.text))
        return View(text, view.stored_length, view.starts, view.ends)

    def _composed(self) -> View:
        if unicodedata.is_normalized("NFC", self.text):
            return self
        return self.edited(_compositions(self.text))


def _compositions(text: str) -> Iterator[Edit]:
    for match in _patterns().cluster.finditer(text):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            yield match.start(), match.end(), composed


@dataclass(frozen=True, slots=True)
class _Patterns:
    drop: Any
    spaces: Any
    breaks: Any
    crlf: Any
    cluster: Any
    reference: Any
    initial: Any
    dirty: Any


@cache
def _patterns() -> _Patterns:
    import regex

    data = load("cleaning")
    drop, keep, spaces, breaks = ("".join(data[key]) for key in ("drop", "keep", "spaces", "breaks"))
    unseen = f"[[{drop}]--[{keep}]]"
    return _Patterns(
        drop=regex.compile(f"{unseen}+", regex.V1),
        spaces=regex.compile(f"[[{spaces}]--[ ]]", regex.V1),
        breaks=regex.compile(f"[{breaks}]", regex.V1),
        crlf=regex.compile("\r\n"),
        cluster=regex.compile(r"\P{M}\p{M}+"),
        reference=regex.compile(r"&(?:[a-zA-Z]{2,31}|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});"),
        initial=regex.compile(r"(?m)^\p{Lu}\n(?=\p{Ll}{2})"),
        dirty=regex.compile(rf"{unseen}|[{breaks}]|&[a-zA-Z#]|(?m:^[A-Z]$)", regex.V1),
    )
