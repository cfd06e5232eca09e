"""Names in a text: gazetteer, the model's guesses, and the grammar of titles and bodies, put together.

A name that no list holds is still read when its title ("Foreign Minister X"), its head word ("X Corporation") or the
language model says what it is. Candidates of all sources compete for a sentence's words; the better attested and the
longer win. Short forms ("Lam", "Xi", "Putin") go back to the full name that the document gives elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from comity.language import bare_names as bare
from comity.language.acronyms import ACRONYM, find_acronyms
from comity.language.agreement import agreed, recurring
from comity.language.bodies import OF, BodyGrammar, Guesses, listed, part_of_more
from comity.language.candidates import Candidate, choose, dated, in_nickname, is_coined, part_of_a_name, styles
from comity.language.entities import Entity, EntityKind, Mention
from comity.language.formal_names import formal_names
from comity.language.gazetteer import ARTICLES, Entry, Gazetteer, fold
from comity.language.halves import with_halves
from comity.language.occasions import find_occasions, is_occasion
from comity.language.offices import Office
from comity.language.owned_names import owned_persons
from comity.language.portfolios import behind_affairs, behind_portfolio, is_portfolio, of_a_post
from comity.language.register import Register, officeholder, sounded
from comity.language.shared_heads import joined_names
from comity.language.spelling import person_name, plain, spelled
from comity.language.syntax import Sentence, Token
from comity.language.tree import as_name
from comity.vocab import load

ENTITY_KINDS: dict[str, EntityKind] = {
    "state": "state",
    "demonym": "state",
    "capital": "place",
    "place": "place",
    "organisation": "org",
    "party": "org",
    "legislature": "org",
    "instrument": "instrument",
    "person": "person",
}
MODEL_KINDS: dict[str, EntityKind] = {"PERSON": "person", "ORG": "org", "PLACE": "place", "EVENT": "event"}
PLACE_PREPOSITIONS = frozenset({"in", "at", "from", "to", "near", "via", "through", "between", "of", "around", "off"})
GUESSED = 3
"""Rank of names of several words that the model alone attests."""


@cache
def _surnames() -> frozenset[str]:
    """The folded surnames of all languages in the list."""
    return frozenset(fold(name) for names in load("name_parts")["surnames"].values() for name in names)


class NameFinder:
    """Finds the mentions of one document; ``read`` goes over all sentences twice, full names first."""

    def __init__(self, gazetteer: Gazetteer, guesses: Iterable[tuple[int, int, str]]) -> None:
        self.gazetteer = gazetteer
        self.register = Register()
        self._after_office: set[int] = set()
        self._single: set[int] = set()  # words that are alone a person's name after a title
        self.guesses: dict[int, tuple[int, int, EntityKind]] = {}
        for start, end, label in guesses:
            self.guesses[start] = (start, end, MODEL_KINDS[label])
        self.bodies = BodyGrammar(gazetteer)
        self._places = frozenset[str]()  # words that the model calls a place throughout
        self._certain: set[str] = set()  # persons whom more than the model's guess attests
        self.not_names = listed("not_names")
        self.honorifics = listed("honorifics")
        self.currency_nouns = listed("currency_nouns")
        self.particles = listed("particles")
        self.suffixes = frozenset(load("offices")["suffixes"])
        self.posts = load("offices")["posts"].keys()
        self.generic = listed("generic_bodies")
        self.surnames = _surnames()

    def read(self, sentences: Sequence[Sentence], posts: Sequence[Sequence[Office]]) -> list[list[Mention]]:
        """The mentions of every sentence, in order; ``posts`` are the offices found in each."""
        self.guesses = {guess[0]: guess for guess in agreed(self.guesses.values(), sentences)}
        self._places = recurring(self.guesses.values(), sentences, "place")
        chosen = [choose(self._candidates(s, p), len(s.tokens)) for s, p in zip(sentences, posts, strict=True)]
        acronyms = find_acronyms(sentences, chosen, self.guesses)
        for sentence, picks in zip(sentences, chosen, strict=True):
            named = {i for c in picks for i in range(c.start, c.end)}
            alone = (i for i, t in enumerate(sentence.tokens) if i not in named and t.text in acronyms)
            picks += [Candidate(i, i + 1, "org", 6) for i in alone]
        chosen = with_halves(self.gazetteer, sentences, chosen)
        for known in (True, False):
            for sentence, picks in zip(sentences, chosen, strict=True):
                self._introduce(sentence, [p for p in picks if (p.entry is not None) == known])
        return [self._mentions(s, picks) for s, picks in zip(sentences, chosen, strict=True)]

    def _introduce(self, sentence: Sentence, picks: Sequence[Candidate]) -> None:
        """Enter the persons named in full, so that their short forms are known wherever they stand."""
        for pick in picks:
            if pick.kind == "person":
                self._mention(sentence, pick)

    def _mentions(self, sentence: Sentence, picks: Sequence[Candidate]) -> list[Mention]:
        """The mentions of one sentence; what may be a place but shortens a person named in full is that person."""
        found = [m for c in picks if not self._shortens(sentence, c) and (m := self._mention(sentence, c))]
        return sorted([*found, *self._short_forms(sentence, found)], key=lambda m: m.start)

    def _shortens(self, sentence: Sentence, pick: Candidate) -> bool:
        sure = pick.kind in {"state", "person"} or (pick.entry is not None and pick.entry.kind == "capital")
        token = sentence.tokens[pick.start]
        if pick.end - pick.start > 1 or sure or token.text.isupper() or not (one := self.register.short([token.text])):
            return False
        return token.text not in self._places or one.known or one.name in self._certain or bare.speaking(token)

    def _candidates(self, sentence: Sentence, posts: Sequence[Office]) -> Iterator[Candidate]:
        words = [t.text for t in sentence.tokens]
        in_office = {i for o in posts for i in range(o.start, o.end)}
        office_ends = self._after_office = {self._end_of_post(words, o.end) for o in posts}
        offset = sentence.tokens[0].i
        found = [g for t in sentence.tokens if (g := self.guesses.get(t.i))]
        guesses = Guesses(tuple((start - offset, end - offset, kind) for start, end, kind in found))
        for i, word in enumerate(words):
            if (word in ARTICLES or word[0].isupper()) and (entry := self.gazetteer.match(words, i)):
                yield from self._listed(sentence, i, entry)
        yield from joined_names(self.gazetteer, words, ENTITY_KINDS)
        yield from formal_names(self.gazetteer, words)
        yield from (c for c in owned_persons(self.gazetteer, sentence.tokens) if c.start not in in_office)
        yield from (Candidate(i, i + 1, "org", 7) for i, word in enumerate(words) if is_coined(word))
        for start, end in self._runs(sentence, in_office):
            yield from self.bodies.find(words, (start, end), in_office, guesses)
            yield from self._persons(words, start, guesses.end_of_first(start, end), office_ends, guesses.persons)
        yield from find_occasions(sentence.tokens)
        for start, end, kind in guesses.spans:
            held = kind == "person" and bare.where_held(words, start, end, in_office)
            yield from self._guessed(words, start, end, "place" if held else kind, in_office)

    def _end_of_post(self, words: list[str], end: int) -> int:
        """The word after a post and its suffix ("Minister-designate")."""
        suffixed = words[end : end + 1] == ["-"] and end + 1 < len(words) and words[end + 1].lower() in self.suffixes
        return end + 2 if suffixed else end

    def _listed(self, sentence: Sentence, i: int, entry: Entry) -> Iterator[Candidate]:
        kind = ENTITY_KINDS[entry.kind]
        after = sentence.tokens[i + entry.length].lower if i + entry.length < len(sentence.tokens) else ""
        before = sentence.tokens[i - 1].lower if i else ""
        if part_of_a_name(entry, before, after) or (entry.length == 1 and sentence.tokens[i].lower in self.not_names):
            return
        if kind == "org" and entry.weak and part_of_more(sentence.tokens, i + entry.length):
            return
        if (entry.weak and not self._likely(sentence, i, kind)) or (kind == "state" and after in self.currency_nouns):
            return
        rank = 1 if entry.length > 1 and kind in {"org", "instrument", "person", "state"} else 3
        if entry.kind == "place" and entry.length == 1:
            if not self._likely(sentence, i, kind) or bare.common(entry, sentence.tokens[i].text):
                return
            rank = 5
        yield Candidate(i, i + entry.length, kind, rank, entry)

    def _likely(self, sentence: Sentence, i: int, kind: EntityKind) -> bool:
        """Whether the context bears out a weak entry: the model agrees, or a preposition of place stands before it."""
        token = sentence.tokens[i]
        guess = self.guesses.get(token.i)
        if guess:
            return guess[2] == kind
        before = sentence.tokens[i - 1].lower if i else ""
        if kind == "person":
            return before.rstrip(".") in self.honorifics or i in self._after_office
        return kind == "place" and before in PLACE_PREPOSITIONS

    def _runs(self, sentence: Sentence, in_office: set[int]) -> Iterator[tuple[int, int]]:
        """Maximal stretches of capitalised words, offices and sentence-initial small words left out."""
        tokens = sentence.tokens
        start = -1
        for i, token in enumerate(tokens):
            if self._capital(tokens, i) and i not in in_office:
                start = i if start < 0 else start
                continue
            if start >= 0 and i > start + 1 and tokens[i - 1].text == "-" and tokens[i - 1].end == token.start:
                continue
            if start >= 0 and in_nickname(tokens, i):
                continue
            inner = start >= 0 and i + 1 < len(tokens) and i not in in_office
            if inner and token.text == "-" and tokens[i - 1].end == token.start and tokens[i + 1].text[0].isalpha():
                continue
            ahead = i + 2 if inner and i + 2 < len(tokens) and tokens[i + 1].text == "-" else i + 1
            if inner and ahead + 1 < len(tokens) and tokens[ahead].lower in self.particles:
                ahead += 1  # "Ana de la Vega"
            if inner and token.lower in self.particles and self._capital(tokens, ahead):
                continue
            if start >= 0:
                yield start, i
            start = -1
        if start >= 0:
            yield start, len(tokens)

    def _capital(self, tokens: Sequence[Token], i: int) -> bool:
        token = tokens[i]
        if not token.text[0].isupper() or self._no_name([t.text for t in tokens[i : i + 2]]):
            return False
        return i > 0 or token.tag in {"NNP", "NNPS"} or token.i in self.guesses

    def _no_name(self, words: Sequence[str]) -> bool:
        """Whether the first word begins no name: a day, month or feast, unless another name follows ("Sun Weidong")."""
        if words[0].lower() not in self.not_names:
            return False
        follows = len(words) > 1 and words[1][0].isupper() and words[1].lower() not in self.not_names
        return not (follows and words[0].istitle() and words[0].lower() in load("bodies")["also_names"])

    def _persons(
        self, words: list[str], start: int, end: int, office_ends: set[int], persons: frozenset[int]
    ) -> Iterator[Candidate]:
        """Persons by the title or honorific before them, or by a surname at the place where their language has it."""
        first = behind_portfolio(words, start, end, office_ends)
        titled = first in office_ends or first > start
        if behind := styles(words, first, end):
            first, titled = behind, True
        titled = titled or self._addressed(words, first) or words[end - 1] in listed("postnominals")
        for i in range(first, end - 2):
            headed = words[i].lower() in self.bodies.heads and words[i + 1][0].isupper()
            if headed and end - i <= 5 and any(0 <= first - e <= 8 for e in office_ends):
                yield Candidate(behind_affairs(words, i + 1), end, "person", 2)
        entry = self.gazetteer.match(words, first) if first < end else None
        placed = entry is not None and entry.kind == "capital" and self._addressed(words, first)
        wide = entry is not None and entry.kind == "place" and entry.length > 1  # "Minister for the Middle East"
        belongs = entry is not None and (wide or entry.kind in {"state", "demonym", "capital"})
        if entry and belongs and not placed and end - first - entry.length >= 2:
            first = styles(words, first + entry.length, end) or first + entry.length
            titled = titled or any(0 < first - e <= 8 for e in office_ends)
        while titled and first < end - 1 and words[first].lower() in self.bodies.heads:
            first += 1
        long = sum(w.lower() not in self.particles for w in words[first:end]) > 6
        if first >= end or long or not words[first][0].isupper():
            return
        if end - first == 1 and words[first].lower() in self.posts:
            return
        if words[end - 1].lower() in listed("built"):
            return  # "the King Hussein Bridge"
        if titled:
            yield Candidate(first, end, "person", 2)
        elif 2 <= end - first <= 4 and fold(words[first]) in self.surnames:
            seen = not persons.isdisjoint(range(first, end))  # a part of it, by the model
            yield Candidate(first, end, "person", 2 if seen else 4)

    def _addressed(self, words: list[str], i: int) -> bool:
        """Whether an honorific stands right before the word, which is then a person's first name."""
        return i > 0 and bool({words[i - 1], words[i - 1].lower(), words[i - 1].lower().rstrip(".")} & self.honorifics)

    def _guessed(
        self, words: list[str], start: int, end: int, kind: EntityKind, in_office: set[int]
    ) -> Iterator[Candidate]:
        """What the model says, cut down to the name itself where it took the title along."""
        if kind == "event" and is_occasion(words[start:end]):
            yield Candidate(start, end, kind, 0)
            return
        if is_portfolio(words, start, end, self._after_office) or bare.prefixed(words, start, end, kind):
            return
        posted = end in in_office and kind == "org" and of_a_post(self.gazetteer, words, start, end)
        if posted or bare.arrangement(words[start:end], kind):
            return
        while start < end and (start in in_office or not self._begins_name(words, start, end, kind)):
            start += 1
        if kind == "person":
            end = next((i for i in range(start, end) if words[i].lower() in OF or "@" in words[i]), end)
            while start < end - 1 and (entry := self.gazetteer.match(words, start)) and entry.kind == "demonym":
                start += entry.length
        if kind in {"org", "place"} and bare.after_post(self.gazetteer, words, start, in_office):
            kind = "person"
        if kind == "org" and end - start == 1 and self._of_its_state(words, start):
            return
        if kind == "org":
            end = next((i for i in range(start + 1, end) if self.bodies.lists_person(words, i)), end)
        end = bare.before_nation(self.gazetteer, words, start, end)
        while end > start and (
            words[end - 1] in {"'s", "’s", ",", "."} or (end - 1) in in_office or words[end - 1].islower()
        ):
            end -= 1
        if (
            start < end
            and not self._no_name(words[start:end])
            and not bare.only_states(self.gazetteer, words[start:end], kind)
        ):
            entry = bare.town(self.gazetteer, words[start:end]) if kind == "place" else None
            yield Candidate(start, end, kind, self._rank(words[start:end], kind), entry)

    def _of_its_state(self, words: Sequence[str], i: int) -> bool:
        """ "The Government of the Kingdom of X": a body that is named by its state alone."""
        return words[i].lower() in self.generic and i + 1 < len(words) and words[i + 1].lower() == "of"

    def _begins_name(self, words: Sequence[str], start: int, end: int, kind: EntityKind) -> bool:
        """Whether a name begins at ``start``: a capitalised word that is no honorific, or "de" before a surname."""
        if kind == "person" and styles(words, start, end):
            return False
        if kind == "person" and behind_affairs(words, start) > start:
            return False
        particle = kind == "person" and words[start] in self.particles and start + 1 < end
        return particle or (words[start][0].isupper() and words[start].lower() not in self.honorifics)

    def _rank(self, words: Sequence[str], kind: EntityKind) -> int:
        """Names of several words stand before the states and places in them, and bodies with a head before the rest."""
        if (
            len(words) == 1
            or kind not in {"person", "org", "place"}
            or (kind == "place" and bare.lists_state(self.gazetteer, words))
        ):
            return 4
        return 1 if kind == "org" and any(w.lower() in self.bodies.heads for w in words) else GUESSED

    def _mention(self, sentence: Sentence, pick: Candidate) -> Mention | None:
        words = [t.text for t in sentence.tokens[pick.start : pick.end]]
        offset = sentence.tokens[0].i
        start, end = offset + pick.start, offset + pick.end
        if pick.entry:
            entry = pick.entry
            name = entry.name
            subtype = "capital" if entry.kind == "capital" else entry.subtype
            entity = self.register.add(pick.kind, name, iso3=entry.iso3, subtype=subtype, known=True)
            return Mention(start, end, entity, "demonym" if entry.kind == "demonym" else "name")
        if pick.kind == "person":
            if len(words) == 1:
                self._single.add(start)
                return None
            person = self._person(person_name(words))
            if pick.rank != GUESSED:
                self._certain.add(person.name)
            return Mention(start, end, person)
        unsure = {"org": not pick.subtype and len(words) > 1, "place": words[0] not in self._places}
        if unsure.get(pick.kind) and (shortened := self.register.short(spelled(words).split())):
            return Mention(start, end, shortened)
        name, iso3 = bare.body_name(self.gazetteer, words) if pick.kind == "org" else (spelled(words), "")
        entity = self.register.aliases.get(name) or self.register.add(pick.kind, name, iso3=iso3, subtype=pick.subtype)
        self._learn_acronym(sentence, pick, entity)
        return Mention(start, end, entity)

    def _person(self, name: str) -> Entity:
        """The person of a full name: known without the middle names, introduced before, or new."""
        parts = name.split()
        if found := self.register.short(parts) or self.register.variant(parts):
            return found
        shorter = self.gazetteer.match([parts[0], parts[-1]], 0) if len(parts) > 2 else None
        if shorter is not None and shorter.kind == "person" and shorter.length == 2:
            return self.register.add("person", shorter.name, iso3=shorter.iso3, subtype=shorter.subtype, known=True)
        known, iso3 = officeholder(tuple(sounded(parts)))
        return self.register.add("person", known or name, iso3=iso3, known=bool(known))

    def _learn_acronym(self, sentence: Sentence, pick: Candidate, entity: Entity) -> None:
        """ "China Road and Bridge Corporation (CRBC)": the letters in brackets stand for the body from here on."""
        after = sentence.tokens[pick.end : pick.end + 3]
        if pick.kind == "org" and len(after) == 3 and after[0].text == "(" and ACRONYM.fullmatch(after[1].text):
            self.register.aliases[after[1].text] = entity

    def _short_forms(self, sentence: Sentence, found: list[Mention]) -> list[Mention]:
        """Names of one word: what shortens a person named in full somewhere, and what the model calls a person."""
        covered = {i for m in found for i in range(m.start, m.end)}
        offset = sentence.tokens[0].i
        out: list[Mention] = []
        for token in sentence.tokens:
            if token.i in covered or not token.text[0].isupper() or not self._may_shorten(sentence, token):
                continue
            guess = self.guesses.get(token.i)
            called = guess is not None and guess[2] == "person" and guess[1] - guess[0] == 1
            called = called and not self._portfolio(sentence, token)
            end = self._end_of_hyphened(sentence.tokens, token)
            entity = self.register.short([spelled([t.text for t in sentence.tokens[token.i - offset : end - offset]])])
            called = called or self._stands_alone(token)
            if entity and not (called or entity.known or entity.name in self._certain or bare.speaking(token)):
                continue
            if not entity and called and token.lower in self.posts:
                continue  # "met Secretary and President": posts without a name
            if not entity and called:
                entity = self.register.variant([token.text]) or self.register.add("person", plain(token.text))
            if entity:
                as_name(token)
                out.append(Mention(token.i, end, entity))
        return out

    def _may_shorten(self, sentence: Sentence, token: Token) -> bool:
        """Whether a capitalised word may be a name: tagged as a noun, or part of a full name and at a name's place."""
        if token.lower in self.not_names:
            surname = token.lower in load("bodies")["also_names"] or self.register.short([token.text])
            if not surname or dated(sentence.tokens, token.i - sentence.tokens[0].i):
                return False
        if token.tag.startswith("N"):
            return True
        after = sentence.tokens[min(token.i + 1 - sentence.tokens[0].i, len(sentence.tokens) - 1)]
        placed = token is not sentence.tokens[0] or after.tag in {",", "POS", "VBD", "VBZ", "MD"}
        return placed and self.register.short([token.text]) is not None

    def _portfolio(self, sentence: Sentence, token: Token) -> bool:
        """ "Agriculture Minister X": what stands right before a post is what it is for."""
        after = token.i + 1 - sentence.tokens[0].i
        return after < len(sentence.tokens) and sentence.tokens[after].lower in self.posts

    def _end_of_hyphened(self, tokens: Sequence[Token], first: Token) -> int:
        """The token after a name's part with hyphens ("Al-Sudani"), where a person named in full has that part."""
        at = first.i - tokens[0].i
        words = [t.text for t in tokens[at : at + 3]]
        hyphened = len(words) == 3 and words[1] == "-" and tokens[at + 2].start - first.end == 1
        return first.i + (3 if hyphened and fold("".join(words)) in self.register.parts else 1)

    def _stands_alone(self, token: Token) -> bool:
        """Whether a title makes this one word a person's name ("Foreign Minister Sugiono")."""
        return token.i in self._single and token.tag in {"NNP", "NN"} and token.text.istitle()
