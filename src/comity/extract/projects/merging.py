"""One record for each project: mentions that name the same one, or point back to it, are merged."""

from __future__ import annotations

import re

from comity.extract.draft import Draft
from comity.extract.projects.lexicon import data
from comity.extract.projects.undertakings import Found, undertakings
from comity.extract.things.phrases import likeness, tells_apart
from comity.language.gazetteer import gazetteer
from comity.language.reading import Reading

_ALIKE = 0.55
_NEAR = 8
_TELLING = frozenset({"status", "amount", "completion", "start"})
"""Fields that make an undertaking of a name when a later mention has one."""


def projects(reading: Reading) -> list[Draft]:
    """The projects of a document, mentions of one merged, in document order."""
    kept: list[Found] = []
    mentions = undertakings(reading)
    for mention in [m for m in mentions if not m.headline]:
        earlier = next((e for e in reversed(kept) if _one(e, mention)), None)
        if earlier is not None:
            _merge(earlier, mention)
        elif mention.counts or mention.proper or (mention.placed and not mention.back and not _within(kept, mention)):
            kept.append(mention)
    for mention in [m for m in mentions if m.headline]:
        _headline(kept, mention)
    return sorted((f.draft for f in kept if f.counts), key=lambda d: d.at)


def _within(kept: list[Found], mention: Found) -> bool:
    """Whether the mention is part of the name of another undertaking ("a railway to the port of X")."""
    at = mention.phrase.head.i
    return any(k.phrase.first <= at <= k.phrase.end for k in kept[-3:])


def _one(earlier: Found, mention: Found) -> bool:
    """Whether a mention names an earlier project again: by its name, its acronym, or pointing back to its kind."""
    if earlier.acronym and mention.name in {earlier.acronym, earlier.name}:
        return True
    if earlier.phrase.plural != mention.phrase.plural or earlier.phrase.head.is_verb:
        return False
    if mention.back:
        gap = mention.phrase.head.sentence.index - earlier.phrase.head.sentence.index
        if tells_apart(earlier.phrase, earlier.draft.quotes, mention.phrase):
            return False
        pointing = mention.phrase.head.lemma in {*data()["pointing"], earlier.phrase.head.lemma}
        return gap <= _NEAR and (mention.kind == earlier.kind or pointing)
    if likeness(_of_states(earlier.name), _of_states(mention.name)) >= _ALIKE:
        return mention.kind == earlier.kind
    return not mention.phrase.plural and _nameless(earlier, mention)


def _of_states(name: str) -> str:
    """A name with its states named plainly: "the Lao-Thai line" is the Laos-Thailand line."""
    words = name.replace("-", " - ").split()
    entries = (gazetteer().match([word], 0) for word in words)
    return " ".join(e.name if e and e.kind == "demonym" else w for w, e in zip(words, entries, strict=True))


def _nameless(earlier: Found, mention: Found) -> bool:
    """Whether one of two is only described ("a 300-km railway"), and nothing tells it from the other beside it."""
    gap = mention.phrase.head.sentence.index - earlier.phrase.head.sentence.index
    if gap > _NEAR or mention.phrase.determiner in {"another", "other"} or mention.phrase.head.is_verb:
        return False
    general = mention.phrase.head.lemma in data()["project_words"]
    described = not (mention.proper and earlier.proper) and not (mention.placed and earlier.placed)
    described = described and not _called_otherwise(earlier, mention) and not _measured_otherwise(earlier, mention)
    return described and (mention.kind == earlier.kind or general)


def _called_otherwise(earlier: Found, mention: Found) -> bool:
    """Whether both have names before their nouns and none in common: a substation at X is no part of the line of Y."""
    ours, theirs = (_names_before(f) for f in (earlier, mention))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _measured_otherwise(earlier: Found, mention: Found) -> bool:
    """Whether both give a length or a power, and none in common: a 260-km line is no 760-km line."""
    ours, theirs = (set(re.findall(r"\d[\d,.]*(?=[\s-]?(?:k|m|g)\w*)", f.name.lower())) for f in (earlier, mention))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _names_before(found: Found) -> set[str]:
    """The capitalised words before the noun; those behind it may only say where something is."""
    head = found.phrase.head
    before = [t.text for t in head.sentence.tokens if found.phrase.first <= t.i < head.i]
    return {text for text in before if text[0].isupper() and len(text) > 1}


def _headline(kept: list[Found], mention: Found) -> None:
    """A headline adds its quote to the project of the body most like it; alone it stands where it says enough."""
    fits = [e for e in kept if e.counts and mention.kind in {e.kind, "other"}]
    if fits:
        best = max(fits, key=lambda e: likeness(e.name, mention.name))
        best.draft.quote(mention.draft.quotes[0])
    elif mention.counts:
        kept.append(mention)


def _merge(earlier: Found, mention: Found) -> None:
    for quote in mention.draft.quotes:
        earlier.draft.quote(quote)
    earlier.counts = earlier.counts or mention.counts or not _TELLING.isdisjoint(mention.draft.fields)
    for name, content in mention.draft.fields.items():
        known = earlier.draft.value(name)
        if known is None or (name == "status" and _later(str(content.value), str(known))):
            earlier.draft.fields[name] = content
    if mention.proper and not earlier.proper:
        earlier.draft.fields["name"] = mention.draft.fields["name"]
        earlier.name, earlier.proper = mention.name, True


def _later(one: str, other: str) -> bool:
    order: list[str] = data()["order"]
    return order.index(one) > order.index(other)
