"""Zones of a page: what is the article, and what stands beside it and why.

``find_blocks`` sorts a text into paragraphs. It reads the page's own furniture (vocab/zones.yaml), joins lines that
were broken by hand or at hyperlinks, and finds the article's end. It runs in time linear in the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from comity.language.zones import boxes, edges, repeats, tails
from comity.language.zones.datelines import find_dateline
from comity.language.zones.lexicon import credit, limit, words
from comity.language.zones.lines import Line, list_mark, split_lines
from comity.language.zones.page import Page, Paragraph, build

__all__ = ["Block", "find_blocks"]

_ARTICLE = frozenset({"article", "headline", "list_item"})
_DASHES = " \n\t-\u2013\u2014"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a line of the page, ``[start, end)`` in the text given; line breaks in it are read as blanks.

    ``zone`` is ``headline``, ``article``, ``list_item`` or a reason of ``zones`` in vocab/kinds.yaml. ``body_start``
    is where the running text begins: after a dateline, the mark of a list item or of a heading. ``dateline_place``
    and ``dateline_date`` are as written.
    """

    start: int
    end: int
    zone: str
    body_start: int
    dateline_place: str = ""
    dateline_date: str = ""


def find_blocks(text: str, *, title: str = "", set_aside: Sequence[tuple[int, int, str]] = ()) -> list[Block]:
    """Blocks of ``text`` in order; together they cover all that is not blank.

    ``title`` is the document's title if it is known. ``set_aside`` holds ``(start, end, reason)`` of stretches already
    known not to be the article. Blocks keep off their limits.
    """
    lines = _cut(split_lines(text), text, set_aside)
    fixed = _fixed(lines, text, set_aside)
    page = build(text, title, lines, boxes.mark_lines(lines, fixed))
    edges.captions(page)
    edges.head(page)
    repeats.repeats(page)
    edges.between(page)
    edges.links(page)
    tails.tails(page)
    edges.foot(page)
    _article(page)
    return list(_blocks(page))


def _cut(lines: list[Line], text: str, set_aside: Sequence[tuple[int, int, str]]) -> list[Line]:
    """Cut lines at the limits of stretches that are set aside already."""
    limits = sorted({offset for start, end, _ in set_aside for offset in (start, end)})
    if not limits:
        return lines
    result: list[Line] = []
    for line in lines:
        inner = limits[bisect_right(limits, line.start) : bisect_right(limits, line.end - 1)]
        result.extend(_pieces(line, text, inner) if inner else [line])
    return result


def _pieces(line: Line, text: str, inner: Sequence[int]) -> Iterator[Line]:
    for start, end in zip([line.start, *inner], [*inner, line.end], strict=True):
        for piece in split_lines(text[start:end]):
            yield replace(piece, start=piece.start + start, end=piece.end + start, after_blank=line.after_blank)


def _fixed(lines: Sequence[Line], text: str, set_aside: Sequence[tuple[int, int, str]]) -> list[str]:
    """The reason of each line that is set aside already; front matter is found where nobody marked it."""
    spans = sorted(set_aside) or _front_matter(lines)
    starts = [span[0] for span in spans]
    fixed: list[str] = []
    for line in lines:
        at = bisect_right(starts, line.start) - 1
        fixed.append(spans[at][2] if at >= 0 and line.start < spans[at][1] else "")
    return fixed


def _front_matter(lines: Sequence[Line]) -> list[tuple[int, int, str]]:
    if not lines or lines[0].shape.opening != "---":
        return []
    for line in lines[1:80]:
        if line.shape.opening in {"---", "..."}:
            return [(lines[0].start, line.end, "front_matter")]
    return []


def _article(page: Page) -> None:
    """Give the paragraphs that are left their place in the article."""
    listed = False
    for index, paragraph in enumerate(page.paragraphs):
        if not page.free(index):
            listed = listed and page.zones[index] == "advert"
            continue
        item = paragraph.listed or (listed and _imperative(paragraph))
        page.zones[index] = "list_item" if item else "headline" if _subheading(page, index) else "article"
        listed = paragraph.text.endswith(":") or (listed and item)


def _imperative(paragraph: Paragraph) -> bool:
    first = paragraph.text.split(" ", 1)[0].strip('*_“"').casefold()
    return paragraph.words <= 45 and (first in words("imperatives") or paragraph.text.endswith(";"))


def _subheading(page: Page, index: int) -> bool:
    paragraph = page.paragraphs[index]
    if paragraph.heading:
        return True
    if (
        paragraph.words > limit("heading_words")
        or paragraph.terminal
        or paragraph.text.endswith((":", ";", ",", "./."))
    ):
        return False
    following = page.paragraphs[index + 1 : index + 3]
    return any(p.words > paragraph.words for p in following) and (not page.formal or paragraph.text.isupper())


def _blocks(page: Page) -> Iterator[Block]:
    place = ""
    first = 0
    while first < len(page.paragraphs):
        zone, last = page.zones[first], first + 1
        if zone in _ARTICLE:
            yield from _text(page, page.paragraphs[first], zone, place)
            place = ""
        else:
            while last < len(page.paragraphs) and page.zones[last] == zone and _one(zone, page.paragraphs[last]):
                last += 1
            block = Block(
                page.paragraphs[first].start, page.paragraphs[last - 1].end, zone, page.paragraphs[first].start
            )
            place = _city(page, block)
            yield block
        first = last


def _one(zone: str, paragraph: Paragraph) -> bool:
    """Neighbouring furniture of one reason is one block; captions and teasers in full sentences stay apart."""
    return zone == "front_matter" or not (zone == "duplicate" or paragraph.prose or _caption(zone, paragraph))


def _caption(zone: str, paragraph: Paragraph) -> bool:
    return zone == "caption" and paragraph.after_blank


def _city(page: Page, block: Block) -> str:
    """The city of a dateline that stands on a line of its own, for the block after it."""
    written = page.text[block.start : block.end] if block.end - block.start <= 80 else ""
    return written.strip(_DASHES) if block.zone == "byline" and written.isupper() and boxes.is_city(written) else ""


def _text(page: Page, paragraph: Paragraph, zone: str, place: str) -> Iterator[Block]:
    start, end = paragraph.start, paragraph.end
    cut = _credit_start(page.text, start, end) if zone == "article" else end
    stop = start + len(page.text[start:cut].rstrip())
    yield _opened(page.text, start, stop, zone, place)
    if cut < end:
        yield Block(cut, end, "byline", cut)


def _credit_start(text: str, start: int, end: int) -> int:
    offset = max(start, end - 120)
    found = credit().search(text[offset:end])
    return offset + found.start(1) if found else end


def _opened(text: str, start: int, end: int, zone: str, place: str) -> Block:
    shown = text[start : min(end, start + 160)]
    if zone == "list_item":
        return Block(start, end, zone, start + list_mark(shown))
    if zone == "headline":
        return Block(start, end, zone, start + len(shown) - len(shown.lstrip("#* ")) if shown.strip("#* ") else start)
    found = find_dateline(shown)
    if found and start + found.length < end:
        return Block(start, end, zone, start + found.length, found.place or place, found.date)
    return Block(start, end, zone, start, place)
