"""Posts in a sentence: "General Secretary", "foreign ministry spokesperson", "Deputy Prime Minister"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from comity.language.syntax import Sentence
from comity.vocab import load


@dataclass(frozen=True, slots=True)
class Office:
    """A post at words ``[start, end)`` of a sentence, with its level and what it belongs to where no body is named.

    An ``expert`` (analyst, professor) speaks for no state; ``plural`` is "foreign ministers".
    """

    start: int
    end: int
    name: str
    level: str
    where: str
    expert: bool = False
    plural: bool = False


Entry = tuple[tuple[str, ...], str, str, bool]


@cache
def _lexicon() -> dict[str, list[Entry]]:
    """Posts by their first word, the longest first."""
    out: dict[str, list[Entry]] = {}
    for name, post in load("offices")["posts"].items():
        words = tuple(name.replace("-", " - ").replace("'s", " 's").split())
        out.setdefault(words[0], []).append((words, post["level"], post["of"], post.get("expert", False)))
    for entries in out.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return out


def find_offices(sentence: Sentence) -> list[Office]:
    """The posts named in a sentence, longest match first, not overlapping."""
    words = [t.lower.replace("’", "'") for t in sentence.tokens]
    lexicon = _lexicon()
    out: list[Office] = []
    i = 0
    while i < len(words):
        found = _at(words, i, lexicon.get(words[i]) or lexicon.get(words[i].removesuffix("s")) or ())
        named = found is not None and any(other(sentence, found) for other in (_in_a_name, _given_name, _in_a_body))
        if found is None or named or not _is_noun(sentence, found) or _counted(sentence, i):
            i += 1
            continue
        out.append(found)
        i = found.end
    return out


def _counted(sentence: Sentence, i: int) -> bool:
    """ "An 11-member delegation": no member is meant."""
    return i > 1 and sentence.tokens[i - 1].text == "-" and sentence.tokens[i - 2].tag == "CD"


def _given_name(sentence: Sentence, found: Office) -> bool:
    """ "Amir Hassan": a rank that is a given name as well is one unless "the" or an owner stands before it."""
    if found.name not in load("offices")["given_names"]:
        return False
    following = sentence.tokens[found.end].text if found.end < len(sentence.tokens) else ""
    before = sentence.tokens[found.start - 1] if found.start else None
    owned = before is not None and (before.lower in {"the", "'s", "’s"} or before.text.isupper())
    return following[:1].isupper() and not owned


def _in_a_body(sentence: Sentence, found: Office) -> bool:
    """ "The Cabinet of Ministers": those who sit in a body hold no post of whoever is named behind it."""
    before = [t.lower for t in sentence.tokens[max(0, found.start - 2) : found.start]]
    return found.plural and len(before) > 1 and before[1] == "of" and before[0] in load("offices")["bodies_of_holders"]


def _is_noun(sentence: Sentence, found: Office) -> bool:
    """Whether a post ends in a noun, or begins with one and ends in what tells more of it ("Secretary General").

    A counterpart right before a name is a noun, whatever it was read as.
    """
    first, last = sentence.tokens[found.start], sentence.tokens[found.end - 1]
    named = found.end < len(sentence.tokens) and sentence.tokens[found.end].text[0].isupper()
    peer = named and found.name in load("offices")["peers"]
    return peer or last.tag.startswith("N") or (last.tag == "JJ" and first.tag.startswith("N"))


def _in_a_name(sentence: Sentence, found: Office) -> bool:
    """Whether a post is but an adjective in the name of a body or text: "the General Cooperation Agreement"."""
    if found.name not in load("offices")["also_adjectives"]:
        return False
    for token in sentence.tokens[found.end :]:
        if not token.text[0].isupper():
            return False
        if token.lower in load("agreements")["heads"] or token.lower in _body_heads():
            return True
    return False


@cache
def _body_heads() -> frozenset[str]:
    return frozenset(word for group in load("bodies")["heads"].values() for word in group)


def _at(words: Sequence[str], i: int, entries: Sequence[Entry]) -> Office | None:
    for parts, level, where, expert in entries:
        found = tuple(words[i : i + len(parts)])
        if found == (*parts[:-1], f"{parts[-1]}s"):
            return Office(i, i + len(parts), " ".join(parts), level, where, expert, plural=True)
        if found == parts:
            return Office(i, i + len(parts), " ".join(parts), level, where, expert)
    return None
