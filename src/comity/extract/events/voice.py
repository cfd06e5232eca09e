"""Who vouches for an event: whoever says it in a clause of report; empty for the outlet."""

from __future__ import annotations

from comity.language.reading import Reading
from comity.language.speech import is_speech
from comity.language.syntax import SUBJECTS, Token


def voucher(reading: Reading, trigger: Token) -> str:
    """Canonical name of the one person or body in whose reported clause the event stands, else empty."""
    subject = _reporter(trigger)
    if subject is None:
        return ""
    actors = reading.actors(subject)
    return actors[0].name if len(actors) == 1 and actors[0].kind != "other" else ""


def _reporter(trigger: Token) -> Token | None:
    """The subject of the verb of speech whose complement holds the event, or that stands in parentheses beside it."""
    below = trigger
    for above in trigger.ancestors():
        if is_speech(above) and below.dep == "ccomp":
            return above.subject()
        for child in above.children:
            if child is not below and child.dep == "parataxis" and is_speech(child):
                return child.child(*SUBJECTS)
        below = above
    return None
