"""What bare names are by what is known of them: towns by the gazetteer, persons by the post before them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from comity.language.bodies import listed
from comity.language.entities import EntityKind, Mention
from comity.language.gazetteer import Entry, Gazetteer
from comity.language.speech import is_speech
from comity.language.spelling import ministry_name, spelled
from comity.language.syntax import SUBJECTS, Token
from comity.vocab import load

FAR_LARGER = 5
"""How many times more people live in the town that a bare name means than in the next one of that name."""
WITHIN_A_STATE = frozenset({"city", "province", "district", "capital"})
LONGEST_STATE = 4
"""Words of the longest name of a state that is looked for behind a post."""


def speaking(token: Token) -> bool:
    """Whether a word is who says something ("…, Banda said"): places do not, where a person has the name."""
    return token.dep in SUBJECTS and is_speech(token.head)


def town(gazetteer: Gazetteer, words: Sequence[str]) -> Entry | None:
    """The place of that name which is meant if nothing else is said: a capital, the only one, or by far the largest."""
    found = [e for e in gazetteer.candidates(words, 0) if e.kind == "capital" or e.subtype in WITHIN_A_STATE]
    if not found or found[0].length != len(words):
        return None
    if capital := next((e for e in found if e.kind == "capital"), None):
        return capital
    sizes = sorted((e.form.population for e in found), reverse=True)
    clear = len({e.iso3 for e in found}) == 1 or sizes[0] > FAR_LARGER * sizes[1]
    return max(found, key=lambda e: e.form.population) if clear else None


def common(entry: Entry, word: str) -> bool:
    """Whether a place is named as anything may be: by a common word with a capital ("Federal"), by letters ("ERD")."""
    own = entry.form.written
    lettered = word.isupper() and len(word) > 1 and not own.isupper()
    return entry.kind == "place" and entry.length == 1 and (lettered or word.lower() in load("bodies")["no_places"])


def body_name(gazetteer: Gazetteer, words: Sequence[str]) -> tuple[str, str]:
    """Canonical name of a body, and its state: "Chinese Trade Ministry" is the Ministry of Trade of China."""
    entry = gazetteer.match(words, 0)
    vague = entry is not None and (common(entry, words[0]) or (entry.weak and entry.kind in {"organisation", "place"}))
    iso3 = entry.iso3 if entry and not vague else ""
    if not entry or entry.kind not in {"state", "demonym"}:
        last = len(words) - 1
        named = [(i, e) for i in range(1, len(words)) if (e := gazetteer.match(words, i))]
        whose = {e.iso3 for i, e in named if e.kind == "demonym" or (e.kind == "state" and i == last)}
        return spelled(words), whose.pop() if len(whose) == 1 else iso3
    rest = words[entry.length :]
    if rest and rest[0] in {"'s", "’s"}:
        rest = rest[1:]
    return ministry_name(rest, gazetteer.states[iso3].name) or spelled(words), iso3


def before_nation(gazetteer: Gazetteer, words: Sequence[str], start: int, end: int) -> int:
    """Where a name ends, without the nation behind a capital ("received in Rabat Spanish minister X")."""
    first = gazetteer.match(words[:end], start) if start < end else None
    behind = start + first.length if first is not None else end
    if first is None or first.kind != "capital" or behind >= end:
        return end
    nation = gazetteer.match(words[:end], behind)
    return behind if nation is not None and nation.kind == "demonym" else end


def behind_post(words: Sequence[str], start: int, in_office: Collection[int]) -> bool:
    """ "The foreign minister, X Y, met Z": two or three capitalised words between commas behind a post."""
    end = start
    while end < len(words) and words[end].istitle() and words[end].isalpha():
        end += 1
    closed = end < len(words) and words[end] == ","
    return closed and start - 2 in in_office and words[start - 2][0].isupper() and 2 <= end - start <= 3


def after_post(gazetteer: Gazetteer, words: Sequence[str], start: int, in_office: Collection[int]) -> bool:
    """Whether a name at ``start`` is a person's by the post, its state and the comma before it ("Minister of X, Y")."""
    if start == 0 or words[start - 1] != ",":
        return False
    if behind_post(words, start, in_office):
        return True
    for first in range(start - 2, max(start - 2 - LONGEST_STATE, 1), -1):
        if words[first - 1].lower() not in {"of", "the"}:
            continue
        entry = gazetteer.match(words, first)
        if entry is None or entry.kind != "state" or first + entry.length != start - 1:
            continue
        before = first - 1 - (words[first - 1].lower() == "the")
        return before in in_office or before - 1 in in_office
    return False


def lists_state(gazetteer: Gazetteer, words: Sequence[str]) -> bool:
    """Whether a state is named among the words, as in "Hanoi, Vietnam"."""
    return any((e := gazetteer.match(words, i)) and e.kind == "state" for i in range(len(words)))


def only_states(gazetteer: Gazetteer, words: Sequence[str], kind: EntityKind) -> bool:
    """Whether what the model names is but a demonym, or but states side by side ("Japan-Philippines")."""
    entries = [gazetteer.match(words, i) for i in range(len(words)) if words[i][0].isupper()]
    kinds = {entry.kind if entry else "" for entry in entries}
    return kinds == {"demonym"} if len(words) == 1 else kind != "place" and kinds <= {"state", "demonym"}


def prefixed(words: Sequence[str], start: int, end: int, kind: EntityKind) -> bool:
    """ "Trans-Afghan": a word before the hyphen of a name that the gazetteer knows is no place by itself."""
    joined = kind == "place" and end - start == 1 and end + 1 < len(words) and words[end] == "-"
    return joined and words[start].lower() in listed("joined_prefixes")


def arrangement(words: Sequence[str], kind: EntityKind) -> bool:
    """Whether the model calls a place or body what is a standing arrangement named after one ("Nairobi Process")."""
    last = words[-1].lower()
    headed = any(last in heads for heads in load("bodies")["heads"].values())
    return kind in {"place", "org"} and len(words) > 1 and last in load("mechanisms")["heads"] and not headed


def where_held(words: Sequence[str], start: int, end: int, in_office: Collection[int]) -> bool:
    """Whether a post is held at what the model calls a person, since its holder follows ("mayor of X, Y Z")."""
    behind = words[end + 1 : end + 3]
    named = len(behind) == 2 and all(word.istitle() for word in behind)
    return named and words[end] == "," and start > 1 and words[start - 1] == "of" and start - 2 in in_office


def says_where(place: Mention, nation: Mention | None) -> bool:
    """ "Received in Rabat Spanish minister X": a capital before another nation says where, not whose minister."""
    capital = place.entity.subtype == "capital" and nation is not None and nation.form == "demonym"
    return capital and nation is not None and nation.entity.iso3 != place.entity.iso3
