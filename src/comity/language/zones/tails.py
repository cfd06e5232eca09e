"""Other stories told in full sentences after the article's end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import fmean

from comity.language.zones import lexicon
from comity.language.zones.lexicon import limit
from comity.language.zones.page import Page

_NAME = re.compile(r"(?<![.!?:“\"] )(?<!^)\b[A-ZÀ-ÞĐ][\w’'-]+")


def tails(page: Page) -> None:
    """Set aside, paragraph by paragraph, what follows the article's end; the article ends at an end sign, at an
    agency's credit when the rest has other names, or where the text falls apart into single-paragraph topics."""
    first = _after_sign(page)
    if first < 0:
        first = _after_credit(page)
    if first < 0:
        first = _break(page)
    if first < 0:
        return
    for index in range(first, len(page.paragraphs)):
        if page.free(index):
            page.zones[index] = "teaser"


def _after_sign(page: Page) -> int:
    for index, paragraph in enumerate(page.paragraphs):
        if page.free(index) and lexicon.find("end_signs", paragraph.text[-40:]):
            before = any(page.free(i) and page.paragraphs[i].prose for i in range(min(index + 1, 400)))
            if before and paragraph.words <= 3:
                page.zones[index] = "navigation"
            if before and index + 1 < len(page.paragraphs):
                return index + 1
    return -1


def _after_credit(page: Page) -> int:
    prose = page.article_prose()
    tried = 0
    for index in range(len(page.paragraphs) - 1):
        alone = page.zones[index] == "byline" and page.paragraphs[index].words <= 4
        if alone or (page.free(index) and _credited(page, index)):
            tried += 1
            if _strange_rest(page, index + 1, prose):
                return index + 1
            if tried >= limit("credits_tried"):
                break
    return -1


def _credited(page: Page, index: int) -> bool:
    return bool(lexicon.credit().search(page.paragraphs[index].text[-80:]))


def _strange_rest(page: Page, first: int, prose: Sequence[int]) -> bool:
    body = [i for i in prose if i < first]
    rest = [i for i in prose if i >= first][: int(limit("tail_window"))]
    if len(body) < 3 or len(rest) < 2:
        return False
    known = frozenset[str]().union(*(names(page, i) for i in body))
    return fmean(_novelty(names(page, i), known) for i in rest) >= limit("tail_credit_novelty")


def names(page: Page, index: int) -> frozenset[str]:
    """Capitalised words inside the sentences of a paragraph, and its figures' years left out."""
    found = _NAME.findall(page.paragraphs[index].text[:2400])
    return frozenset(name.removesuffix("’s").removesuffix("'s") for name in found)


def _novelty(own: frozenset[str], known: frozenset[str]) -> float:
    return len(own - known) / len(own) if own else 0.0


def _break(page: Page) -> int:
    """The first paragraph of a tail that shares hardly a name with the body or with its own neighbours."""
    prose = page.article_prose()
    shortest, body = int(limit("tail_paragraphs")), int(limit("tail_body"))
    if page.formal or len(prose) < shortest + body or len(prose) > 400:
        return -1
    own = [names(page, i) for i in prose]
    scores = _scores(own)
    for cut in range(body, len(prose) - shortest + 1):
        tail = scores[cut:]
        sure = fmean(tail) >= limit("tail_novelty") and min(tail) >= 0.5
        if sure and fmean(scores[1:cut]) <= limit("body_novelty") and all(len(one) > 1 for one in own[cut:]):
            return prose[cut]
    return -1


def _scores(own: list[frozenset[str]]) -> list[float]:
    """For each paragraph the share of its names that none of the earlier ones has."""
    known: set[str] = set()
    scores: list[float] = []
    for one in own:
        scores.append(_novelty(one, frozenset(known)) if known else 0.0)
        known |= one
    return scores
