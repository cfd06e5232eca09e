"""Records out of a document: ``extract`` reads it and runs the rules of every kind.

Pure: no files, no network, no clock; the same document gives the same records on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from comity.errors import UnreadableInput
from comity.extract.agreements import agreements
from comity.extract.commitments import commitments
from comity.extract.draft import Draft
from comity.extract.events import events
from comity.extract.indicators import indicators
from comity.extract.mechanisms import mechanisms
from comity.extract.positions import positions
from comity.extract.projects import projects
from comity.extract.roles import roles
from comity.ingest import require_english
from comity.language.pipeline import pipeline
from comity.language.reading import Reading, read
from comity.model import Document, Extraction
from comity.settings import Settings, variable

__all__ = ["extract", "records_of"]

RULES: Sequence[Callable[[Reading], list[Draft]]] = (
    events,
    agreements,
    mechanisms,
    projects,
    commitments,
    indicators,
    roles,
    positions,
)


def extract(document: Document, *, settings: Settings | None = None) -> Extraction:
    """Read one document and return its records in document order, with what was set aside.

    Raises ``UnreadableInput`` where the text is longer than the settings allow, ``UnsupportedText`` where it is not in
    English, ``ModelError`` where the language pipeline of the settings cannot be used.
    """
    settings = settings or Settings()
    _refuse_long(document, settings.max_chars)
    require_english(document)
    reading = read(document, pipeline(settings.pipeline))
    return Extraction(document, tuple(d.record() for d in records_of(reading)), tuple(reading.set_aside))


def _refuse_long(document: Document, most: int | None) -> None:
    if most is not None and len(document.text) > most:
        raise UnreadableInput(
            f"{document.source} has {len(document.text)} characters, more than the {most} that {variable('max_chars')} "
            "allows; raise the limit or split the text"
        )


def records_of(reading: Reading) -> list[Draft]:
    """The drafts of all kinds, in document order."""
    drafts = [d for rule in RULES for d in rule(reading)]
    return sorted(drafts, key=lambda d: (d.quotes[0].start, d.at, d.kind))
