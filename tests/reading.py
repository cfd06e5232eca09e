"""Readings of short texts with the pipeline that ships, for tests of what is read; each text is parsed once."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

import pytest

from comity.errors import ModelError
from comity.language.pipeline import pipeline
from comity.language.reading import Reading, read
from comity.model import Document
from comity.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

    from comity.language.syntax import Token

PUBLISHED = "2025-04-16"  # a Wednesday


@cache
def nlp() -> Language:
    """The pipeline of the environment's settings; a test without one is skipped."""
    try:
        return pipeline(Settings.from_environment(os.environ).pipeline)
    except ModelError as error:
        pytest.skip(str(error))


@cache
def reading_of(text: str, *, published: str = PUBLISHED, title: str = "") -> Reading:
    """The reading of a text as if it were a file."""
    return read(Document(id="t", source="t.txt", text=text, published=published, title=title), nlp())


def word(reading: Reading, text: str, *, nth: int = 0) -> Token:
    """The token that is spelled so (the ``nth`` of them)."""
    return [t for t in reading.tokens if t.text == text][nth]
