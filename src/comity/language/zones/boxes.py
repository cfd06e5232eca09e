"""What single lines show: furniture, credits, forms, and boxes of headlines, topics and forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from comity.language.zones import lexicon
from comity.language.zones.lexicon import data, limit, words
from comity.language.zones.lines import Line, Shape, chain, fold, is_prose, reads_on

_DASHES = " \n\t-\u2013\u2014"
_CITIES = re.compile(r"^[A-ZÀ-Ý][A-ZÀ-Ý.'’ ]+(?:[/,] ?[A-ZÀ-Ý][A-ZÀ-Ý.'’ ]+)*$")
_PARTS = re.compile(r"[/,&;|]| and | with ")
_REASONS = {"headlines": "teaser", "tags": "navigation", "form": "newsletter_form", "poll": "comment_form"}
_FORMS = frozenset({"newsletter_form", "comment_form"})
_FORM_FILLING = _FORMS | {"navigation", "advert"}
_CHAIN = 12


def mark_lines(lines: Sequence[Line], fixed: Sequence[str]) -> list[str]:
    """The reason for each line that is furniture by itself or in a box, "" for the rest; ``fixed`` is what is known."""
    marks = list(fixed)
    for index, line in enumerate(lines):
        if not marks[index]:
            reason = _furniture(line.shape)
            if reason and not _inside(lines, marks, index):
                marks[index] = reason
    _city_lines(lines, marks)
    _images(lines, marks)
    _linked(lines, marks)
    _boxes(lines, marks)
    _forms(lines, marks)
    return marks


def is_city(text: str) -> bool:
    """Whether a text is one or more names in capitals ("HANOI/WASHINGTON"), a dash after them left out."""
    return len(text) < 80 and bool(_CITIES.match(text.strip(_DASHES)))


@lru_cache(maxsize=8192)
def _furniture(shape: Shape) -> str:
    """The reason for which a line by itself is furniture, or ""."""
    if shape.opening[0] == "<" and lexicon.pattern("embed_lines").search(shape.opening):
        return "navigation"
    if not shape.key:
        return "" if shape.words > 1 else "navigation"
    reason = lexicon.line_reason(shape.text)
    if not reason:
        reason = lexicon.exact_lines().get(shape.key, "")
    return reason or ("byline" if _is_credit(shape) else "navigation" if _is_bar(shape) else "")


def _is_bar(shape: Shape) -> bool:
    """A row of links: "Copy link | Email | Print"."""
    if shape.terminal or shape.words > limit("bar_words") * limit("tag_words"):
        return False
    parts = [part for part in lexicon.pattern("bar").split(shape.text) if part.strip()]
    if len(parts) < 2 or any(len(part.split()) > limit("bar_words") for part in parts):
        return False
    if len(parts) > limit("bar_parts") and all(len(part.split()) < limit("bar_parts") for part in parts):
        return True
    known = sum(_known(part) for part in parts)
    return known >= max(1, limit("bar_known") * len(parts)) or (known > 0 and len(parts) >= limit("bar_parts"))


def _known(part: str) -> bool:
    """Whether a part of a bar is furniture or the name of a section."""
    key = fold(part)
    return key in lexicon.exact_lines() or key in words("sections") or bool(lexicon.line_reason(part.strip()))


def _is_credit(shape: Shape) -> bool:
    if shape.words > limit("tag_words"):
        return False
    parts = [part.strip() for part in _PARTS.split(shape.key) if part.strip()]
    return 0 < len(parts) <= 4 and all(part in words("agencies") for part in parts)


def _inside(lines: Sequence[Line], marks: Sequence[str], index: int) -> bool:
    """Whether the line is a piece of a sentence that was broken at a hyperlink."""
    shape = lines[index].shape
    before = lines[index - 1].shape if index and not marks[index - 1] else None
    if before and before.words > 2 and not before.closed and (before.dangles or (shape.continues and bool(shape.text))):
        return True
    last = chain(lines, index, min(len(lines), index + _CHAIN))
    if last == index + 1 or not shape.key or lines[index + 1].shape.key in lexicon.exact_lines():
        return False
    return reads_on(lines, index, last)


def _city_lines(lines: Sequence[Line], marks: list[str]) -> None:
    """A city in capitals alone on a line, the dash of its dateline on the next."""
    for index in range(1, len(lines)):
        if not lines[index].shape.key and not lines[index].shape.text.strip(_DASHES):
            city = lines[index - 1].shape
            if lines[index].shape.text and city.words < 9 and is_city(city.text):
                marks[index - 1] = marks[index] = "byline"


def _images(lines: Sequence[Line], marks: list[str]) -> None:
    """Image markup and kramdown classes give the reason to the paragraph after them."""
    for index, line in enumerate(lines):
        raw = line.shape.opening
        if raw[0] not in "<![{":
            continue
        if lexicon.pattern("image_lines").search(raw):
            marks[index] = "caption"
        elif lexicon.pattern("class_lines").search(raw):
            _class_line(lines, marks, index)


def _class_line(lines: Sequence[Line], marks: list[str], index: int) -> None:
    raw = lines[index].shape.opening.casefold()
    reason = next((r for r, names in data("class_reasons").items() if any(name in raw for name in names)), "")
    marks[index] = reason or "navigation"
    following = index + 1
    while reason and following < min(len(lines), index + 7) and not lines[following].after_blank:
        marks[following] = marks[following] or reason
        following += 1


def _linked(lines: Sequence[Line], marks: list[str]) -> None:
    """Teasers, several of them, that each end in a link with an arrow ("Read more »")."""
    arrows = tuple(words("arrows"))
    links = [
        i
        for i, line in enumerate(lines)
        if i and line.shape.key in words("teaser_links") and line.shape.text.endswith(arrows)
    ]
    for i in links if len(links) > 1 else []:
        marks[i] = "teaser"
        marks[i - 1] = marks[i - 1] or "teaser"


def _boxes(lines: Sequence[Line], marks: list[str]) -> None:
    index = 0
    while index < len(lines):
        kind = _opens(lines, marks, index)
        index = _fill(lines, marks, index, kind) if kind else index + 1


def _opens(lines: Sequence[Line], marks: Sequence[str], index: int) -> str:
    shape = lines[index].shape
    if not shape.key or shape.words > limit("tag_words") or marks[index] in {"front_matter", "caption"}:
        return ""
    kind = lexicon.openers().get(shape.key, "")
    kept = shape.key in words("kept_openers")
    if (
        not kind
        and not kept
        and shape.words <= 6
        and not shape.terminal
        and shape.key.startswith(lexicon.opener_starts())
    ):
        kind = "headlines"
    if not kind and shape.words <= 3 and shape.text.endswith(":") and _lone_teaser(lines, marks, index):
        kind = "headlines"
    if kind == "tags" and index + 1 < len(lines) and reads_on(lines, index + 1, index + 2):
        return ""
    return "" if kind and _inside(lines, marks, index) else kind


def _lone_teaser(lines: Sequence[Line], marks: Sequence[str], index: int) -> bool:
    """ "In Ruritania:" and one headline between two paragraphs of running text."""
    if not 0 < index < len(lines) - 2 or lines[index].shape.key in words("kept_openers") or marks[index + 1]:
        return False
    link = lines[index + 1].shape
    around = reads_on(lines, index - 1, index) and reads_on(lines, index + 2, index + 3)
    return around and 4 <= link.words <= limit("heading_words") and not link.closed and not link.listed


def _fill(lines: Sequence[Line], marks: list[str], first: int, kind: str) -> int:
    """Mark the box opened at ``first``; return the index after it."""
    reason = _REASONS[kind]
    marks[first] = reason
    index, stop = first + 1, min(len(lines), first + 1 + int(limit("run_lines")))
    while index < stop and not _opens(lines, marks, index) and marks[index] != "front_matter":
        last = chain(lines, index, min(stop, index + _CHAIN))
        if not marks[index] and not _in_box(lines, marks, index, last, kind):
            break
        for one in range(index, last):
            marks[one] = marks[one] or reason
        index = last
    if kind == "headlines" and index < len(lines) and _subheading(lines, marks, first, index):
        marks[index - 1] = ""
    return index


def _in_box(lines: Sequence[Line], marks: Sequence[str], index: int, last: int, kind: str) -> bool:
    shape = lines[index].shape
    count = sum(one.shape.words for one in lines[index:last])
    if kind == "headlines":
        return not shape.heading and (not reads_on(lines, index, last) or _list_goes_on(lines, marks, index, last))
    if kind == "tags":
        return count <= limit("tag_words") and not shape.closed and not shape.heading
    return (count <= limit("tag_words") and not shape.closed) or _form_words(shape) > 1


def _list_goes_on(lines: Sequence[Line], marks: Sequence[str], index: int, last: int) -> bool:
    """Whether headlines alternate with single sentences from here on, as in a list of stories."""
    shapes: list[bool] = [True]
    headlines = 0
    while (
        last < len(lines) and len(shapes) < 7 and not marks[last] and not lexicon.openers().get(lines[last].shape.key)
    ):
        end = chain(lines, last, min(len(lines), last + _CHAIN))
        shapes.append(reads_on(lines, last, end))
        headlines += not shapes[-1] and lines[last].shape.words > 4 and not lines[last].shape.text.isupper()
        last = end
    return headlines >= 2 and not any(a and b for a, b in pairwise(shapes)) and not lines[index].after_blank


def _subheading(lines: Sequence[Line], marks: Sequence[str], first: int, index: int) -> bool:
    """Whether the last line taken into the box is the sub-heading of the text that follows."""
    last = lines[index - 1].shape
    if index - first < 3 or marks[index - 1] != "teaser" or last.words > limit("tag_words") or marks[index]:
        return False
    short = last.text.isupper() or last.words <= 4
    return lines[index - 2].shape.words >= 5 and short and last.key not in words("sections")


def _form_words(shape: Shape) -> int:
    known = words("form_words")
    return sum(part.strip(".,:;!?()").removesuffix("'s") in known for part in shape.text.casefold().split()[:60])


def _forms(lines: Sequence[Line], marks: list[str]) -> None:
    """Lines between two sure lines of a form, and its title, belong to the form."""
    sure = [i for i, mark in enumerate(marks) if mark in _FORMS]
    for left, right in pairwise(sure):
        gap = range(left + 1, right)
        if 0 < len(gap) <= limit("form_reach") and all(_fits_form(lines[i].shape, marks[i]) for i in gap):
            for i in gap:
                marks[i] = marks[left]
    for first in sure:
        if first > 1 and marks[first] == "newsletter_form" and _form_title(lines, marks, first - 1):
            marks[first - 1] = "newsletter_form"


def _form_title(lines: Sequence[Line], marks: Sequence[str], title: int) -> bool:
    shape = lines[title].shape
    if marks[title] or shape.closed or title + 2 >= len(lines) or not marks[title + 2]:
        return False
    before = lines[title - 1].shape
    return (shape.words <= 3 or _form_words(shape) > 1) and is_prose(before.words, before.text)


def _fits_form(shape: Shape, mark: str) -> bool:
    if mark:
        return mark in _FORM_FILLING
    return shape.words <= 4 or _form_words(shape) > 1 or not is_prose(shape.words, shape.text)
