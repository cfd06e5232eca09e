"""What the names of states, their people, capitals, bodies, treaties, leaders and places stand for.

One dictionary from folded token sequences to forms; ``match`` takes the longest that starts at a token. The data are
the tables of ``vocab/`` (states, organisations, instruments, officeholders, places, readings), with their sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from comity.language.folding import fold, fold_name, fold_token
from comity.language.gazetteer_rows import (
    RANKS,
    Form,
    Kind,
    State,
    Term,
    capital_form,
    forms,
    place_form,
    place_lines,
    states,
    terms,
)
from comity.vocab import load, rows

__all__ = ["Entry", "Form", "Gazetteer", "Kind", "State", "Term", "fold", "gazetteer"]

ACRONYM = 4
ARTICLES = frozenset({"al", "el"})
"""Arabic articles, which are in lower case in the middle of a sentence ("al-Qaeda")."""
DEPUTIES = ("vice ", "deputy ", "assistant ")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name found in running text: ``form`` says what it names, ``length`` how many tokens it covers."""

    form: Form
    length: int

    @property
    def kind(self) -> Kind:
        """What is named."""
        return self.form.kind

    @property
    def name(self) -> str:
        """Canonical name; for demonyms that of the state."""
        return self.form.name

    @property
    def iso3(self) -> str:
        """ISO 3166 alpha-3 code of the state it belongs to, empty where none."""
        return self.form.iso3

    @property
    def state(self) -> str:
        """Canonical name of the state it belongs to, empty where none."""
        return self.form.state

    @property
    def subtype(self) -> str:
        """Type of place, organisation or instrument; ``adjective`` or ``noun``; a person's post."""
        return self.form.subtype

    @property
    def weak(self) -> bool:
        """Whether the bare name needs context (a common word, a surname, a name that holds in some texts only)."""
        return self.form.weak


REMEMBERED = 50_000
"""Stretches of words whose names are kept in memory: the same are asked about several times a document."""


class Gazetteer:
    """Read-only lookup of names; get the one instance from ``gazetteer()``."""

    __slots__ = ("_capitals", "_forms", "_longest", "_matched", "_met", "_places", "_terms", "states")

    states: dict[str, State]

    def __init__(self) -> None:
        self.states = states()
        self._terms: tuple[Term, ...] = terms()
        self._capitals = {(state.iso3, fold_name(name)) for state in self.states.values() for name in state.capitals}
        self._forms: dict[str, list[Form]] = {}
        for form in forms():
            self._forms.setdefault(fold_name(form.written), []).append(form)
        self._places: dict[str, str] = {}
        for line in place_lines():
            for key in line[: line.index("\t")].split("|"):
                self._places[key] = f"{self._places[key]}\n{line}" if key in self._places else line
        for state in self.states.values():
            for name in state.capitals:
                if f"\t{state.iso3}\t" not in self._places.get(key := fold_name(name), ""):
                    self._forms.setdefault(key, []).append(capital_form(state, name))
        self._met: dict[str, tuple[Form, ...]] = {}
        self._matched: dict[tuple[str, ...], Entry | None] = {}
        self._longest: dict[str, int] = {}
        for key in (*self._forms, *self._places):
            if " " in key:
                first = key[: key.index(" ")]
                self._longest[first] = max(self._longest.get(first, 1), key.count(" ") + 1)

    def match(self, tokens: Sequence[str], i: int) -> Entry | None:
        """The longest name that starts at token ``i``, its likeliest reading; ``None`` if none does."""
        first = fold_token(tokens[i])
        if first not in self._longest and first not in self._forms and first not in self._places:
            return None
        window = tuple(tokens[i : i + 2 * self._longest.get(first, 1)])  # all that candidates look at
        if window not in self._matched:
            if len(self._matched) == REMEMBERED:
                self._matched.clear()
            self._matched[window] = next(iter(self.candidates(tokens, i)), None)
        return self._matched[window]

    def candidates(self, tokens: Sequence[str], i: int) -> tuple[Entry, ...]:
        """All readings of the longest name that starts at token ``i``, likeliest first.

        Tokens are spaCy's. The first must not be in lower case, but for an article of Arabic; short acronyms (US, DOC)
        must stand in capitals.
        """
        article = tokens[i] in ARTICLES
        if (tokens[i][0].islower() and not article) or not fold_token(tokens[i]):
            return ()
        words, ends = _window(tokens, i, self._longest.get(fold_token(tokens[i]), 1))
        for size in range(len(words), article, -1):
            named = self._named(" ".join(words[:size]))
            if not named:
                continue
            stretch = tokens[i : ends[size - 1]]
            fitting = _distinct(f for f in named if _same_case(f.written, stretch))
            if fitting:
                return tuple(Entry(form, len(stretch)) for form in fitting)
        return ()

    def lookup(self, name: str) -> tuple[Form, ...]:
        """All forms of exactly this name, any case, likeliest first."""
        return tuple(_distinct(self._named(fold_name(name))))

    def state_of(self, name: str) -> State | None:
        """The state a name stands for or belongs to: state, demonym, capital, body, person, "Ministry ... of X"."""
        for form in self.lookup(name):
            if form.iso3 in self.states:
                return self.states[form.iso3]
        head, _, tail = name.rpartition(" of ")
        return self.state_of(tail.removeprefix("the ")) if head else None

    def officeholder(self, who: str, *, iso3: str = "", date: str = "") -> Term | None:
        """The term of a person, or of the holder of a post, on a date (EDTF); without a date the latest.

        Dates after the last check of the list (``officeholders_checked``) give ``None`` where the end is open.
        """
        checked = str(load("offices")["officeholders_checked"])
        named = [term for term in self._terms if not iso3 or term.iso3 == iso3]
        people = {form.name for form in self.lookup(who) if form.kind == "person"}
        found = [term for term in named if term.person in people] or _of_post(who, named)
        if date:
            found = [term for term in found if term.covers(date, checked)]
        return max(found, key=lambda term: term.start, default=None)

    def name_order(self, iso3: str) -> str:
        """One of ``given_first``, ``family_first``, ``family_first_short_last``, ``single``, ``double_surname``."""
        state = self.states.get(iso3)
        return state.name_order if state else "given_first"

    def readings(self, name: str) -> tuple[str, ...]:
        """The same name in other readings, either way (a Chinese name as read in Vietnamese, older romanisations)."""
        wanted = fold_name(name)
        pairs = [(fold_name(own), fold_name(other), own, other) for own, other, *_ in rows("readings")]
        there = [other for key, _, _, other in pairs if key == wanted]
        return (*there, *(own for _, key, own, _ in pairs if key == wanted))

    def _named(self, key: str) -> tuple[Form, ...]:
        """The forms of a folded name, likeliest first; each name's are put in order when it is first met."""
        if key not in self._forms and key not in self._places:
            return ()
        if key not in self._met:
            self._met[key] = self._ranked(key)
        return self._met[key]

    def _ranked(self, key: str) -> tuple[Form, ...]:
        found = list(self._forms.get(key, ()))
        if key in self._places:
            found += [place_form(line, key, self._capitals) for line in self._places[key].split("\n")]
        found.sort(key=lambda form: (bool(form.context), form.weak and form.kind != "place", RANKS[form.kind]))
        return tuple(found)


def _distinct(found: Iterable[Form]) -> list[Form]:
    """One form for each thing named, the first."""
    first: dict[tuple[str, str, str], Form] = {}
    for form in found:
        first.setdefault((form.kind, form.name, form.iso3), form)
    return list(first.values())


def _window(tokens: Sequence[str], i: int, longest: int) -> tuple[list[str], list[int]]:
    """Up to ``longest`` folded words from token ``i`` on, and for each the token position after it."""
    words: list[str] = []
    ends: list[int] = []
    for position in range(i, min(len(tokens), i + 2 * longest)):
        word = fold_token(tokens[position])
        if word:
            words.append(word)
            ends.append(position + 1)
            if len(words) == longest:
                break
    return words, ends


def _same_case(written: str, stretch: Sequence[str]) -> bool:
    """Whether tokens are capitalised as the written name asks: short acronyms throughout, others at the last word."""
    bare = written.replace(".", "")
    if len(bare) <= ACRONYM and sum(letter.isupper() for letter in bare) > 1 and len(stretch) == 1:
        return stretch[0].isupper() or stretch[0] == written
    own = written.replace("-", " ").split()[-1]
    return len(stretch) == 1 or not stretch[-1][0].islower() or own[0].islower()


def _post(title: str) -> tuple[str, str, str]:
    """What makes two titles the same post: body, ministry and level; a title not in the list is only itself."""
    folded = fold(title)
    post = load("offices")["posts"].get(folded.replace("-", " "))
    if post is None or folded.startswith(DEPUTIES):
        return folded, "", ""
    return post["of"], post.get("ministry", ""), post["level"]


def _of_post(title: str, named: Iterable[Term]) -> list[Term]:
    held = list(named)
    exact = [term for term in held if fold(term.post) == fold(title)]
    return exact or [term for term in held if _post(term.post) == _post(title)]


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, loaded once (about a tenth of a second)."""
    return Gazetteer()
