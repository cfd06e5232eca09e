"""What single lines show: furniture, credits, forms, and boxes of headlines, topics and forms."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comity.language.zones import lexicon
from comity.language.zones.lexicon import data, limit, words
from comity.language.zones.lines import Line, chain, is_prose, list_mark

_DASH = re.compile(r"^[-\u2013\u2014]+$")
_CITIES = re.compile(r"^[A-ZÀ-Ý][A-ZÀ-Ý.'’ ]+(?:[/,] ?[A-ZÀ-Ý][A-ZÀ-Ý.'’ ]+)*$")
_REASONS = {"headlines": "teaser", "tags": "navigation", "form": "newsletter_form", "poll": "comment_form"}


def mark_lines(lines: Sequence[Line], fixed: Sequence[str]) -> list[str]:
    """The reason for each line that is furniture by itself or in a box, "" for the rest. ``fixed`` holds what is known."""
    marks = list(fixed)
    for index, line in enumerate(lines):
        if not marks[index]:
            marks[index] = _furniture(lines, marks, index) if line.whole else _embed(line)
    _city_lines(lines, marks)
    _images(lines, marks)
    _boxes(lines, marks)
    _forms(lines, marks)
    return marks


def _embed(line: Line) -> str:
    return "navigation" if lexicon.pattern("embed_lines").search(line.raw_open) else ""


def _furniture(lines: Sequence[Line], marks: Sequence[str], index: int) -> str:
    line = lines[index]
    if not line.key:
        return "" if _inside(lines, marks, index) else "navigation"
    for reason, pattern in lexicon.line_patterns():
        if pattern.search(line.text) and not _inside(lines, marks, index):
            return reason
    reason = lexicon.exact_lines().get(line.key, "")
    if not reason and _is_credit(line.key):
        reason = "byline"
    return "" if reason and _inside(lines, marks, index) else reason


def _is_credit(key: str) -> bool:
    parts = [part.strip() for part in re.split(r"[/,&;|]| and | with ", key) if part.strip()]
    return 0 < len(parts) <= 4 and all(part in words("agencies") for part in parts)


def _inside(lines: Sequence[Line], marks: Sequence[str], index: int) -> bool:
    """Whether the line is a piece of a sentence that was broken at a hyperlink."""
    line = lines[index]
    before = lines[index - 1] if index and not marks[index - 1] else None
    if before and before.words > 2 and not before.closed and (before.dangles or (line.continues and bool(line.text))):
        return True
    last = chain(lines, index, min(len(lines), index + 12))
    if last > index + 1 and lines[index + 1].key in lexicon.exact_lines():
        return False
    count = sum(one.words for one in lines[index:last])
    return last > index + 1 and bool(line.key) and is_prose(count, lines[last - 1].text)


def _city_lines(lines: Sequence[Line], marks: list[str]) -> None:
    """A city in capitals alone on a line, the dash of its dateline on the next."""
    for index in range(len(lines) - 1):
        if _DASH.match(lines[index + 1].text) and _CITIES.match(lines[index].text) and lines[index].words < 9:
            marks[index] = marks[index + 1] = "byline"


def _images(lines: Sequence[Line], marks: list[str]) -> None:
    """Image markup and kramdown classes give the reason to the paragraph after them."""
    for index, line in enumerate(lines):
        raw = line.raw_open
        if lexicon.pattern("image_lines").search(raw):
            marks[index] = "caption"
        elif raw.startswith("{:") and lexicon.pattern("class_lines").search(raw):
            reason = _class_reason(raw.casefold())
            marks[index] = reason or "navigation"
            following = index + 1
            while reason and following < min(len(lines), index + 7) and not lines[following].after_blank:
                marks[following] = marks[following] or reason
                following += 1


def _class_reason(raw: str) -> str:
    return next((r for r, names in data("class_reasons").items() if any(name in raw for name in names)), "")


def _boxes(lines: Sequence[Line], marks: list[str]) -> None:
    index = 0
    while index < len(lines):
        kind = _opens(lines, marks, index)
        index = _fill(lines, marks, index, kind) if kind else index + 1


def _opens(lines: Sequence[Line], marks: Sequence[str], index: int) -> str:
    line = lines[index]
    if not line.key or line.words > 7 or marks[index] in {"front_matter", "caption"}:
        return ""
    kind = lexicon.openers().get(line.key, "")
    if not kind and line.words <= 6 and line.key.startswith(tuple(data("openers")["headline_prefixes"])):
        kind = "headlines" if not line.terminal else ""
    if not kind and line.text.endswith(":") and line.words <= 3:
        kind = "headlines" if _lone_teaser(lines, marks, index) else ""
    return "" if kind and _inside(lines, marks, index) else kind


def _lone_teaser(lines: Sequence[Line], marks: Sequence[str], index: int) -> bool:
    """ "In Ruritania:" and one headline between two paragraphs of running text."""
    if not 0 < index < len(lines) - 2 or lines[index].key in words("kept_openers") or marks[index + 1]:
        return False
    link, after = lines[index + 1], lines[index + 2]
    around = is_prose(lines[index - 1].words, lines[index - 1].text) and is_prose(after.words, after.text)
    return around and 4 <= link.words <= limit("heading_words") and not link.closed and not list_mark(link.raw_open)


def _fill(lines: Sequence[Line], marks: list[str], first: int, kind: str) -> int:
    """Mark the box opened at ``first``; return the index after it."""
    reason = _REASONS[kind]
    marks[first] = reason
    index, stop = first + 1, min(len(lines), first + 1 + int(limit("run_lines")))
    while index < stop and not _opens(lines, marks, index) and marks[index] != "front_matter":
        last = chain(lines, index, stop)
        if not marks[index] and not _in_box(lines, marks, index, last, kind):
            break
        for one in range(index, last):
            marks[one] = marks[one] or reason
        index = last
    if kind == "headlines" and index < len(lines) and _subheading(lines, marks, first, index):
        marks[index - 1] = ""
    return index


def _in_box(lines: Sequence[Line], marks: Sequence[str], index: int, last: int, kind: str) -> bool:
    line = lines[index]
    count = sum(one.words for one in lines[index:last])
    prose = is_prose(count, lines[last - 1].text)
    if kind == "headlines":
        return not line.heading and (not prose or _list_goes_on(lines, index, last))
    if kind == "tags":
        return count <= limit("tag_words") and not line.closed and not line.heading
    return bool(marks[index]) or count <= limit("tag_words") or _form_words(line) > 1


def _list_goes_on(lines: Sequence[Line], index: int, last: int) -> bool:
    """Whether headlines alternate with single sentences from here on, as in a list of stories with their first lines."""
    shapes: list[bool] = [True]
    while last < len(lines) and len(shapes) < 7:
        end = chain(lines, last, min(len(lines), last + 12))
        shapes.append(is_prose(sum(one.words for one in lines[last:end]), lines[end - 1].text))
        last = end
    pairs = any(a and b for a, b in zip(shapes, shapes[1:], strict=False))
    return not pairs and shapes.count(False) >= 2 and not lines[index].after_blank


def _subheading(lines: Sequence[Line], marks: Sequence[str], first: int, index: int) -> bool:
    """Whether the last line taken into the box is the sub-heading of the text that follows."""
    last = lines[index - 1]
    if index - first < 3 or marks[index - 1] != "teaser" or last.words > 8 or marks[index]:
        return False
    before = lines[index - 2]
    return before.words >= 5 and (last.text.isupper() or last.words <= 4) and last.key not in words("sections")


def _form_words(line: Line) -> int:
    known = words("form_words")
    return sum(part.strip(".,:;!?()").removesuffix("'s") in known for part in line.text.casefold().split()[:60])


def _forms(lines: Sequence[Line], marks: list[str]) -> None:
    """Lines between two sure lines of a form, and its title, belong to the form."""
    sure = [i for i, mark in enumerate(marks) if mark in {"newsletter_form", "comment_form"}]
    for left, right in zip(sure, sure[1:], strict=False):
        gap = range(left + 1, right)
        if 0 < len(gap) <= limit("form_reach") + 2 and all(_fits_form(lines[i], marks[i]) for i in gap):
            for i in gap:
                marks[i] = marks[left]
    for first in sure:
        title = first - 1
        if title > 0 and marks[first] == "newsletter_form" and not marks[title] and not lines[title].closed:
            short = lines[title].words <= 3 or _form_words(lines[title]) > 1
            if (
                short
                and is_prose(lines[title - 1].words, lines[title - 1].text)
                and first + 1 < len(lines)
                and marks[first + 1]
            ):
                marks[title] = "newsletter_form"


def _fits_form(line: Line, mark: str) -> bool:
    if mark:
        return mark in {"navigation", "newsletter_form", "comment_form", "advert"}
    return line.words <= 4 or _form_words(line) > 1


def is_city(text: str) -> bool:
    """Whether a text is one or more names in capitals ("HANOI/WASHINGTON"), a dash after them left out."""
    return bool(_CITIES.match(text.strip(" \n\t-\u2013\u2014")))
