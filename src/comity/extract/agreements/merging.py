"""One record for each agreement: mentions that name the same one, or point back to it, are merged."""

from __future__ import annotations

import re
from typing import cast

from comity.extract.agreements.instruments import Found, instruments
from comity.extract.agreements.lexicon import data
from comity.extract.agreements.standing import standing
from comity.extract.draft import Draft
from comity.extract.things.phrases import likeness, tells_apart
from comity.language.reading import Reading

_ALIKE = 0.6
_NEAR = 6
_FAR = 14
_SOON = 3
_FILLED = ("date", "amount", "subjects", "count", "count_qualifier")


def agreements(reading: Reading) -> list[Draft]:
    """The agreements of a document, mentions of one merged, in document order."""
    kept: list[Found] = []
    mentions = instruments(reading)
    body = [m for m in mentions if not m.headline]
    for mention in [*body, *(m for m in mentions if m.headline)]:
        earlier = _same([k for k in kept if not (mention.back and _outdated(reading, k, mention))], mention)
        if earlier is not None:
            _merge(reading, earlier, mention)
        elif not mention.back or mention.telling or (mention.acted and not mention.weak):
            kept.append(mention)
    return sorted([*(f.draft for f in kept), *standing(reading)], key=lambda d: d.at)


def _same(kept: list[Found], mention: Found) -> Found | None:
    """The earlier instrument that a mention names again; a headline names the first, or the one it is most like."""
    if mention.headline:
        fitting = [k for k in kept if _one(k, mention)]
        own = _parties(mention)
        return max(fitting, key=lambda k: (_parties(k) == own, likeness(k.title, mention.title)), default=None)
    for earlier in reversed(kept):
        if _one(earlier, mention):
            return earlier
    return None


def _one(earlier: Found, mention: Found) -> bool:
    plural = mention.kind == "bundle"
    if plural != (earlier.kind == "bundle"):
        return False
    counts = earlier.draft.value("count"), mention.draft.value("count")
    if all(counts) and counts[0] != counts[1]:
        return False
    if mention.headline:
        return plural or earlier.kind == mention.kind or likeness(earlier.title, mention.title) > 0
    if mention.phrase.head.dep == "conj" and mention.phrase.head.head is earlier.phrase.head:
        return False  # "the Patrol Agreement and the Crossing Agreement"
    years = _year(earlier), _year(mention)
    if all(years) and years[0] != years[1]:
        return False
    gap = mention.phrase.head.sentence.index - earlier.phrase.head.sentence.index
    if _introduced(earlier, mention, gap):
        return True
    if mention.back:
        near = gap <= (_FAR if mention.kind == earlier.kind else _NEAR)
        return near and _may_mean(mention, earlier) and not _tells_apart(earlier, mention)
    if plural and not all(counts):
        return _same_bundle(earlier, mention)
    if _unnamed(mention) and gap <= _FAR and not plural and mention.acted and _may_mean(mention, earlier):
        return _parties(mention) == _parties(earlier)
    return likeness(earlier.title, mention.title) >= _ALIKE and (plural or earlier.kind == mention.kind)


def _year(found: Found) -> str:
    """The year in the title of an instrument, or of its date; nothing where neither tells."""
    named = re.findall(r"\b(?:1[789]|20)\d\d\b", found.title)
    return named[0] if len(named) == 1 else str(found.draft.value("date") or "")[:4]


def _introduced(earlier: Found, mention: Found, gap: int) -> bool:
    """Whether "the Bahari Agreement" is what was just called "a landmark agreement": the same is done with both."""
    named = mention.phrase.determiner == "the" and _has_own_name(mention) and not _has_own_name(earlier)
    fresh = earlier.phrase.determiner in data()["indefinite"] and 0 <= gap <= _SOON
    same = mention.kind == earlier.kind and mention.phrase.head.lemma == earlier.phrase.head.lemma
    return named and fresh and same and mention.stage == earlier.stage and not earlier.draft.value("subjects")


def _has_own_name(found: Found) -> bool:
    """Whether it is called by a name of its own, head included, in capitals."""
    head = found.phrase.head
    before = [t for t in head.sentence.tokens if found.phrase.first <= t.i < head.i]
    return head.text[0].isupper() and any(t.text[0].isupper() and t.tag.startswith("NNP") for t in before)


def _tells_apart(earlier: Found, mention: Found) -> bool:
    return tells_apart(earlier.phrase, earlier.draft.quotes, mention.phrase)


def _outdated(reading: Reading, earlier: Found, mention: Found) -> bool:
    """Whether an earlier instrument is years old, so that "the accord" hardly means it, unless by the same word."""
    written = str(earlier.draft.value("date") or "") or " ".join(re.findall(r"\b(?:19|20)\d\d\b", earlier.title)[:1])
    old = written[:4].isdigit() and reading.anchor[:4].isdigit() and int(written[:4]) < int(reading.anchor[:4]) - 1
    return old and earlier.phrase.head.lemma != mention.phrase.head.lemma


def _may_mean(mention: Found, earlier: Found) -> bool:
    """Whether "the agreement", "the contract" may be this one: a general word any, a special word only its like."""
    return mention.kind in {"agreement", "bundle", earlier.kind}


def _same_bundle(earlier: Found, mention: Found) -> bool:
    """Whether two bundles, not both counted, are one: signed by the same, and not said to be others."""
    tokens, first = mention.phrase.head.sentence.tokens, mention.phrase.first
    if any(t.lower in data()["others"] for t in tokens if first <= t.i < mention.phrase.head.i):
        return False
    unlike = mention.phrase.head.lemma != earlier.phrase.head.lemma
    if unlike and mention.draft.value("amount") and not earlier.back:
        return False  # "contracts worth 90 million dollars" are not the documents of before
    return earlier.stage == mention.stage and _parties(earlier) == _parties(mention)


def _parties(found: Found) -> frozenset[str]:
    return frozenset(cast("tuple[str, ...]", found.draft.value("parties") or ()))


def _unnamed(mention: Found) -> bool:
    """Whether the words only say that there is an instrument ("signed a partnership")."""
    return mention.weak and mention.phrase.first == mention.phrase.head.i


def _merge(reading: Reading, earlier: Found, mention: Found) -> None:
    if _has_own_name(mention) and not _has_own_name(earlier):
        earlier.draft.fields["title"], earlier.title = mention.draft.fields["title"], mention.title
        earlier.phrase = mention.phrase
    for quote in mention.draft.quotes:
        earlier.draft.quote(quote)
    for name in _FILLED:
        content = mention.draft.fields.get(name)
        if content is not None and name not in earlier.draft.fields:
            earlier.draft.fields[name] = content
    done = earlier.stage in data()["open_stages"] and mention.stage == "signed"  # first spoken of, then signed
    if mention.stage and (not earlier.stage or mention.entered or done):
        earlier.stage = mention.stage
        earlier.draft.fields["status"] = mention.draft.fields["status"]
