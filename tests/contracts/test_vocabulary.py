"""Word lists hold words: YAML reads an unquoted "no" or "on" as a truth value, and the word is lost without a sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import comity.vocab
from comity.vocab import load

FILES = sorted(path.stem for path in Path(comity.vocab.__file__).parent.glob("*.yaml"))


def listed(content: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    """Every item of every list, and every key, with the place it stands at."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield where, key
            yield from listed(value, f"{where}/{key}")
    elif isinstance(content, list):
        for item in content:
            yield where, item
            yield from listed(item, where)


@pytest.mark.parametrize("name", FILES)
def test_no_word_is_read_as_a_truth_value(name: str) -> None:
    assert [where for where, item in listed(load(name)) if isinstance(item, bool)] == []
