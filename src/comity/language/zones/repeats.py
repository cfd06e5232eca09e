"""What the page says twice: pull-quotes, a repeated title, a repeated paragraph."""

from __future__ import annotations

from collections import defaultdict

from comity.language.zones.lexicon import limit
from comity.language.zones.lines import fold
from comity.language.zones.page import Page

_CANDIDATES = 4
_QUOTES = "\"“‘'«"


def repeats(page: Page) -> None:
    """Set repetitions aside. A standfirst that the body repeats is kept: it is the outlet's own summary."""
    _titles(page)
    _paragraphs(page)
    _pullquotes(page)


def _titles(page: Page) -> None:
    title = fold(page.title)
    same = [i for i, p in enumerate(page.paragraphs) if title and p.key == title and not page.aside(i)]
    for index in same[1:]:
        page.zones[index] = "duplicate"


def _paragraphs(page: Page) -> None:
    seen: dict[str, int] = {}
    opening = page.article_prose()[:1]
    for index, paragraph in enumerate(page.paragraphs):
        if page.aside(index) or paragraph.words < limit("pullquote_words") or not paragraph.key:
            continue
        if paragraph.key not in seen:
            seen[paragraph.key] = index
        elif seen[paragraph.key] not in opening or index - seen[paragraph.key] == 1:
            page.zones[index] = "duplicate"


def _pullquotes(page: Page) -> None:
    """A quotation standing alone that a paragraph of the body contains, and what the page's own marks call one."""
    marked = [i for i, zone in enumerate(page.zones) if zone == "duplicate" and _long(page, i)]
    loose = [i for i in range(len(page.paragraphs)) if page.free(i) and _long(page, i) and _quotation(page, i)]
    index = _index(page, {_opening(page, i) for i in [*marked, *loose]})
    for one in loose:
        if _contained(page, one, index):
            page.zones[one] = "duplicate"
    first: dict[str, int] = {}
    for position, paragraph in enumerate(page.paragraphs):
        first.setdefault(paragraph.key, position)
    for one in marked:
        if first[page.paragraphs[one].key] == one and not _contained(page, one, index):
            page.zones[one] = ""


def _long(page: Page, index: int) -> bool:
    return page.paragraphs[index].words >= limit("pullquote_words")


def _quotation(page: Page, index: int) -> bool:
    text = page.paragraphs[index].text
    return text[:1] in _QUOTES or not page.paragraphs[index].terminal


def _opening(page: Page, index: int) -> tuple[str, ...]:
    return tuple(_words(page.paragraphs[index].text)[:6])


def _words(text: str) -> list[str]:
    return [part.strip(".,:;!?\"“”'‘’()—–-") for part in text.casefold().split()]


def _index(page: Page, wanted: set[tuple[str, ...]]) -> dict[tuple[str, ...], list[int]]:
    """Paragraphs that hold one of the six-word openings."""
    found: dict[tuple[str, ...], list[int]] = defaultdict(list)
    if not wanted:
        return found
    for index, paragraph in enumerate(page.paragraphs):
        if page.aside(index) or not paragraph.prose:
            continue
        parts = _words(paragraph.text)
        for gram in zip(*(parts[offset:] for offset in range(6)), strict=False):
            if gram in wanted and len(found[gram]) < _CANDIDATES and index not in found[gram]:
                found[gram].append(index)
    return found


def _contained(page: Page, one: int, index: dict[tuple[str, ...], list[int]]) -> bool:
    needle = " ".join(_words(page.paragraphs[one].text))
    others = [i for i in index.get(_opening(page, one), []) if i != one]
    return any(_within(page, one, other, needle) for other in others)


def _within(page: Page, one: int, other: int, needle: str) -> bool:
    longer = page.paragraphs[other].words > page.paragraphs[one].words + 1
    return longer and needle in " ".join(_words(page.paragraphs[other].text))
