"""Events (codebook section 4): what happens at a time between states, or people or bodies acting for one.

``search`` finds mentions by lexicon and grammar, ``merge`` makes one thing of the mentions of one event, ``finish``
settles what the mentions leave open.
"""

from __future__ import annotations

from comity.extract.draft import Draft
from comity.extract.events.finish import finish
from comity.extract.events.merge import merge
from comity.extract.events.scene import Scene
from comity.extract.events.search import search
from comity.language.reading import Reading

__all__ = ["events"]


def events(reading: Reading) -> list[Draft]:
    """The events of a document, mentions of one merged, in document order."""
    scene = Scene(reading)
    return finish(scene, merge(scene, search(scene)))
