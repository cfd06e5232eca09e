"""Drafts that short texts give, for tests of what is read."""

from __future__ import annotations

from comity.extract.commitments import commitments
from comity.extract.draft import Draft
from comity.extract.events import events
from reading import reading_of


def events_of(text: str) -> list[Draft]:
    """The events of a text."""
    return events(reading_of(text))


def event_of_form(text: str, form: str) -> Draft:
    """The only event of a form."""
    fitting = [d for d in events_of(text) if d.value("form") == form]
    assert len(fitting) == 1, [(d.rule, d.value("actors")) for d in events_of(text)]
    return fitting[0]


def fields(draft: Draft, *names: str) -> tuple[object, ...]:
    """The values of some fields."""
    return tuple(draft.value(name) for name in names)


def commitments_of(text: str) -> list[Draft]:
    """The commitments of a text."""
    return commitments(reading_of(text))


def only_commitment(text: str) -> Draft:
    """The only commitment of a text."""
    made = commitments_of(text)
    assert len(made) == 1, [(d.rule, d.value("action")) for d in made]
    return made[0]
