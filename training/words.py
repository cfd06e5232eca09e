"""Make the table of words that the recogniser of names looks into; see ``comity.language.embedding``.

Brown clusters and frequencies by spelling come from spacy-lookups-data (MIT), given and family names from the lists of
Faker (MIT). Only words in Latin letters that are frequent enough, or names, are kept.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import faker.providers.person
from spacy.lookups import Lookups
from spacy.util import load_language_data, registry

from comity.language.embedding import TABLE, pack, register
from comity.language.spelling import plain

RAREST, RARE = -19.0, -16.0
"""Natural logarithms of the probabilities below which a word is left out: with a cluster, and without one."""
UNSEEN = -21.0
MARGIN = 1.5
AFTER_LATIN = 0x250


def _listed(what: str) -> Iterator[str]:
    """The given ("first") or family ("last") names of all locales of Faker, as written there."""
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute, value in vars(provider).items():
            if attribute.startswith(f"{what}_name") and isinstance(value, Iterable) and not isinstance(value, str):
                yield from (name for name in value if isinstance(name, str))


def _latin(word: str) -> bool:
    return word[:1].isalpha() and all(ord(c) < AFTER_LATIN and not c.isspace() for c in word)


def names(what: str) -> set[str]:
    """Single words of names in Latin letters, with and without their diacritics."""
    found = {name for name in _listed(what) if _latin(name) and len(name) > 1}
    return {form.title() for name in found for form in (name, plain(name))}


def casing(word: str, probability: Mapping[str, float]) -> int:
    """How a word is usually written: 1 small, 2 rather small, 3 rather capitalised, 4 capitalised, 5 all capitals."""
    small, title, upper = (probability.get(form, UNSEEN) for form in (word.lower(), word.title(), word.upper()))
    if upper > max(small, title) + MARGIN:
        return 5
    lead = title - small
    return 1 if lead < -MARGIN else 2 if lead < 0 else 3 if lead < MARGIN else 4


def word_table() -> Lookups:
    """The table, as lookups that a vocabulary can take."""
    files = registry.lookups.get("en")
    clusters: Any = load_language_data(files["lexeme_cluster"])
    probability: Any = load_language_data(files["lexeme_prob"])
    given, family = names("first"), names("last")
    words = {w for w, p in probability.items() if _latin(w) and p > (RAREST if clusters.get(w) else RARE)}
    packed: dict[str, int] = {}
    for word in sorted(words | given | family):
        flags = {"given": word.title() in given, "family": word.title() in family}
        packed[word] = pack(clusters.get(word, 0), casing(word, probability), **flags)
    out = Lookups()
    out.add_table(TABLE, packed)
    return out


register()
registry.misc.register("comity.WordTable.v1", func=word_table)
