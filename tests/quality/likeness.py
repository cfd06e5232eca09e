"""How alike two values of a field are, by the field's type. Every function answers between 0 and 1."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

EMPTY = (None, "", False, [], ())


@cache
def scoring() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("scoring.yaml").read_text(encoding="utf-8"))
    return loaded


def content_words(text: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D")).lower()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    rules = scoring()
    return frozenset(
        word[: rules["stem"]] for word in re.findall(r"[a-z0-9]+", plain) if word not in rules["small_words"]
    )


def of_texts(one: str, other: str) -> float:
    a, b = content_words(one), content_words(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def of_names(gold: Sequence[str], found: Sequence[str]) -> float:
    same = [[content_words(g) == content_words(f) for f in found] for g in gold]
    hits = sum(map(any, same)) + sum(map(any, zip(*same, strict=True)))
    return hits / (len(gold) + len(found))


def of_numbers(gold: Any, found: Any) -> float:
    return float(abs(float(gold) - float(found)) <= scoring()["tolerance"] * max(1.0, abs(float(gold))))


def of_dates(gold: str, found: str) -> float:
    return 1.0 if gold == found else 0.5 if gold.startswith(found) or found.startswith(gold) else 0.0


def of_money(gold: dict[str, Any], found: dict[str, Any]) -> float:
    return of_numbers(gold["value"], found["value"]) if gold["currency"] == found["currency"] else 0.0


def of_choices(gold: str, found: str) -> float:
    near = any({gold, found} <= set(group) for group in scoring()["near_modality"])
    return 1.0 if gold == found else 0.5 if near else 0.0


def of_values(kind: str, gold: Any, found: Any) -> float:
    """Likeness of two values of type ``kind`` (``vocab/kinds.yaml``); two empty ones are alike, one empty is not."""
    if gold in EMPTY or found in EMPTY:
        return float(gold in EMPTY and found in EMPTY)
    if kind == "text":
        return float(of_texts(gold, found) >= scoring()["text_alike"])
    if kind == "milestone":
        return of_dates(gold["value"], found["value"]) * (gold["basis"] == found["basis"])
    return float(COMPARE[kind](gold, found))


COMPARE = {
    "names": of_names,
    "number": of_numbers,
    "date": of_dates,
    "money": of_money,
    "choice": of_choices,
    "flag": lambda gold, found: gold == found,
}
