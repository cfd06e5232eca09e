"""The head and the foot of a page: headline, names, dates, captions, and what stands after the article."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from comity.language.zones import lexicon
from comity.language.zones.lexicon import limit, words
from comity.language.zones.lines import fold, list_mark
from comity.language.zones.page import Page
from comity.vocab.calendar import months, weekdays

_TOKENS = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)
_RUNS = frozenset({"navigation", "newsletter_form", "comment_form", "teaser"})


def captions(page: Page) -> None:
    """Picture captions: a credit at the end, a side in brackets, "FILE -" at the start."""
    for index, paragraph in enumerate(page.paragraphs):
        if page.free(index) and paragraph.words <= limit("caption_words") and _caption(paragraph.text, paragraph.words):
            page.zones[index] = "caption"
    _under_agency(page)
    _bare_caption(page)


def _under_agency(page: Page) -> None:
    """A picture's agency alone on a line, the caption without a full stop on the next."""
    for index in range(1, len(page.paragraphs)):
        paragraph = page.paragraphs[index]
        credit = page.zones[index - 1] == "byline" and page.paragraphs[index - 1].key in words("photo_agencies")
        if credit and page.free(index) and not paragraph.terminal and 5 <= paragraph.words <= limit("endless_words"):
            page.zones[index - 1] = page.zones[index] = "caption"


def links(page: Page) -> None:
    """Two or more headlines of other stories in a row between two pieces of running text."""
    body = page.article_prose()
    if page.formal:
        return
    for left, right in pairwise(body):
        run = range(left + 1, right)
        if len(run) > 1 and not page.paragraphs[left].text.endswith(":") and all(_link(page, i) for i in run):
            for index in run:
                page.zones[index] = "teaser"


def _link(page: Page, index: int) -> bool:
    paragraph = page.paragraphs[index]
    headline = paragraph.words >= 5 and not paragraph.text.endswith((".", ":", ";")) and not paragraph.text.isupper()
    return page.free(index) and headline and not paragraph.listed and not paragraph.heading


@lru_cache(maxsize=4096)
def _caption(text: str, count: int) -> bool:
    if text.casefold().startswith(tuple(lexicon.data("caption_starts"))):
        return True
    if lexicon.find("photo_credits", text[-90:]) and not lexicon.credit().search(text[-90:]):
        return True
    sided = lexicon.find("caption_sides", text)
    enumerated = sided is not None and sided.start() == 0 and list_mark(text) > 0
    if sided and not enumerated and text.count("“") + text.count('"') < 2:
        return "(" in sided.group() or _present(text)
    return _loose_credit(text) and count <= 50


def _loose_credit(text: str) -> bool:
    """An agency in brackets with no full stop before it: "Troops at the gate (VOA)"."""
    if not text.endswith((")", "]")):
        return False
    found = re.search(r"[^.!?…\"”’\s]\s*[(\[]([^()\[\]]{2,40})[)\]]$", text)
    return bool(found) and fold(found.group(1) if found else "") in words("agencies")


def _present(text: str) -> bool:
    folded = [part.strip(".,").casefold() for part in text.split()[:30]]
    return any(part in words("caption_verbs") for part in folded)


def _bare_caption(page: Page) -> None:
    """A first paragraph without credit that only repeats, in the present tense or cut short, what the body says."""
    rest = [i for i in range(len(page.paragraphs)) if page.free(i)]
    if page.formal or len(rest) < 4 or rest[0] > 1:
        return
    first = page.paragraphs[rest[0]]
    if not 8 <= first.words <= limit("lead_caption_words") or same_line(first.key, fold(page.title)) or not page.title:
        return
    if first.terminal and not _present(first.text):
        return
    content = _content(first.text)
    others = [_content(page.paragraphs[i].text) for i in rest[1:40]]
    if not first.terminal:
        others = [frozenset[str]().union(*others)]
    best = max(len(content & one) for one in others)
    if content and best >= limit("lead_caption_cover") * len(content):
        page.zones[rest[0]] = "caption"


def _content(text: str) -> frozenset[str]:
    parts = (part.strip(".,:;\"“”'‘’()").casefold() for part in text.split()[:120])
    return frozenset(part.removesuffix("'s").removesuffix("’s")[:6] for part in parts if len(part) > 3)


def same_line(key: str, other: str) -> bool:
    """Whether two folded lines are the same headline, give or take a few words."""
    if not key or not other or abs(len(key) - len(other)) > 0.5 * len(other) + 4:
        return False
    left, right = set(key.split()), set(other.split())
    return key == other or len(left & right) >= 0.8 * max(len(left), len(right))


def is_date(text: str) -> bool:
    """Whether a line holds a date and nothing else ("Fri, January 12, 2024", "12 Dec 2023 12:25PM")."""
    if len(text) > 60:
        return False
    tokens = [token.casefold() for token in _TOKENS.findall(text)]
    named = months(short=True) | weekdays(short=True) | words("clock_words")
    if not tokens or len(tokens) > 12 or any(not t.isdigit() and t not in named for t in tokens):
        return False
    numbers = sum(token.isdigit() for token in tokens)
    return numbers >= 3 or (numbers >= 1 and any(token in months(short=True) for token in tokens) and len(tokens) > 1)


def head(page: Page) -> None:
    """Headline, section names above it, dates and reporters' names beside it."""
    body = page.article_prose()
    stop = body[0] if body else 0
    top = _headline(page, stop)
    for index in range(top if top >= 0 else 0):
        if page.free(index) and _section(page, index):
            page.zones[index] = "navigation"
    if page.formal:
        return
    reach = _head_reach(page, stop)
    for index in range(top + 1, reach):
        if page.free(index) and is_date(page.paragraphs[index].text):
            page.zones[index] = "byline"
    _names(page, top + 1, reach)
    for index in range(top + 1, stop):
        if page.free(index) and page.paragraphs[index].key in words("sections"):
            page.zones[index] = "navigation"


def _head_reach(page: Page, stop: int) -> int:
    """A standfirst may stand above the names: the head ends before the second piece of running text."""
    reach = stop + 1
    while reach < len(page.paragraphs) and not (page.free(reach) and page.paragraphs[reach].prose):
        reach += 1
    return min(reach, stop + int(limit("head_paragraphs")) + 1, len(page.paragraphs))


def _section(page: Page, index: int) -> bool:
    paragraph = page.paragraphs[index]
    return paragraph.key in words("sections") or (paragraph.words <= 3 and not paragraph.terminal and not page.formal)


def _headline(page: Page, stop: int) -> int:
    """Mark the headline and return its index, -1 if the text does not hold one."""
    title = fold(page.title)
    free = [i for i in range(min(len(page.paragraphs), 40)) if page.free(i) or page.zones[i] == "navigation"]
    found = next((i for i in free if title and same_line(page.paragraphs[i].key, title)), -1)
    if found < 0:
        likely = [i for i in range(stop) if page.free(i) and not page.paragraphs[i].text.endswith((".", ",", ";", ":"))]
        wordy = [i for i in likely if 4 <= page.paragraphs[i].words <= 30]
        found = wordy[0] if wordy else -1
    if found >= 0:
        page.zones[found] = "headline"
    return found


def _names(page: Page, first: int, stop: int) -> None:
    """Names that stand in one run with a date or a credit are the reporters'."""
    run: list[int] = []
    sure = False
    for index in range(first, stop + 1):
        inside = index < stop
        zone = page.zones[index] if inside else "end"
        if inside and (zone == "byline" or (not zone and page.paragraphs[index].name_like)):
            run.append(index)
            sure = sure or zone == "byline"
            continue
        if zone == "navigation" and run:
            continue
        for one in run if sure else []:
            page.zones[one] = "byline"
        run, sure = [], False


def foot(page: Page) -> None:
    """What stands after the last running text: names, then the page's furniture."""
    body = page.article_prose()
    if not body:
        return
    first = body[-1] + 1
    asides = [i for i in range(first, len(page.paragraphs)) if page.aside(i)]
    if asides and not page.formal:
        _foot_names(page, first, asides[0])
    reason = ""
    for index in range(asides[0] if asides else len(page.paragraphs), len(page.paragraphs)):
        paragraph = page.paragraphs[index]
        if not page.free(index):
            reason = page.zones[index] if page.zones[index] in {"teaser", "navigation"} else reason
        elif not (page.formal and not reason):
            page.zones[index] = reason if reason == "teaser" else "teaser" if paragraph.words > 5 else "navigation"
    _bare_headlines(page, first)


def _foot_names(page: Page, first: int, stop: int) -> None:
    free = range(first, stop)
    if 0 < len(free) <= 4 and all(page.paragraphs[i].name_like or is_date(page.paragraphs[i].text) for i in free):
        for index in free:
            page.zones[index] = "byline"


def _bare_headlines(page: Page, first: int) -> None:
    """Three or more headlines after the article, with no opener."""
    rest = [i for i in range(first, len(page.paragraphs)) if page.free(i)]
    wordy = [i for i in rest if page.paragraphs[i].words >= 6 and not page.paragraphs[i].heading]
    if page.formal or len(wordy) < limit("headline_tail") or len(wordy) * 2 < len(rest):
        return
    for index in rest:
        page.zones[index] = "teaser"


def between(page: Page) -> None:
    """A short line between two lines set aside for one reason goes with them."""
    for index in range(1, len(page.paragraphs) - 1):
        left, right = page.zones[index - 1], page.zones[index + 1]
        if page.free(index) and left == right and left in _RUNS and not page.paragraphs[index].prose:
            page.zones[index] = left if page.paragraphs[index].words <= limit("tag_words") else ""
