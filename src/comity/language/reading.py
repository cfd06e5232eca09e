"""The Reading: a document understood as language. Not stored; recomputed whenever it is needed.

``read(document)`` puts the room's parts together: view, blocks, syntax, names, titles, references, dates, amounts.
All offsets inside are those of the view; ``Reading.span`` turns them into spans of the stored text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from comity.ingest.view import View
from comity.language.actors import Actor
from comity.language.amounts import find_amounts
from comity.language.certainty import certainty
from comity.language.currencies import national
from comity.language.dates import find_dates, first_full_date
from comity.language.entities import Mention
from comity.language.gazetteer import gazetteer
from comity.language.names import NameFinder
from comity.language.offices import find_offices
from comity.language.pipeline import flat, parse
from comity.language.references import References
from comity.language.syntax import Sentence, Token
from comity.language.titles import attach_titles
from comity.language.zones import Block, find_blocks
from comity.model import Document, Quantity, SetAside, Span, TimeMention
from comity.vocab import load

if TYPE_CHECKING:
    from spacy.language import Language

GOVERNING = frozenset({"government", "legislature", "ministry", "agency"})
JOINT_OPENING = 4
"""Words of a heading among which "joint statement" is looked for."""
READ_ZONES = frozenset({"article", "headline", "list_item"})


@dataclass(slots=True, eq=False)
class Reading:
    """A document's text with all that was understood of it."""

    document: Document
    view: View
    blocks: Sequence[Block]
    sentences: Sequence[Sentence]
    tokens: Sequence[Token]
    references: References
    dates: Sequence[TimeMention]
    amounts: Sequence[Quantity]
    set_aside: Sequence[SetAside]
    anchor: str

    def span(self, start: int, end: int) -> Span:
        """The span of the stored text for ``[start, end)`` of the view, blanks at its ends left out."""
        text = self.view.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return self.document.span(*self.view.to_stored(start, end))

    def words(self, first: int, last: int) -> Span:
        """The span of the tokens ``first`` up to and including ``last``."""
        return self.span(self.tokens[first].start, self.tokens[last].end)

    def quote(self, sentence: Sentence) -> Span:
        """The sentence as a record's quote, the colon of a label before it left out."""
        first = sentence.tokens[0]
        return self.span(first.end if first.text == ":" else sentence.start, sentence.end)

    def text_of(self, first: int, last: int) -> str:
        """The words of the tokens ``first`` to ``last`` as written, line breaks as blanks."""
        return " ".join(flat(self.view.text[self.tokens[first].start : self.tokens[last].end]).split())

    def dates_in(self, start: int, end: int) -> list[TimeMention]:
        """The time expressions that begin in ``[start, end)`` of the view."""
        first, last = (bisect_left(self.dates, at, key=_start) for at in (start, end))
        return list(self.dates[first:last])

    def amounts_in(self, start: int, end: int) -> list[Quantity]:
        """The figures that begin in ``[start, end)`` of the view."""
        first, last = (bisect_left(self.amounts, at, key=_start) for at in (start, end))
        return list(self.amounts[first:last])

    def mentions_in(self, sentence: Sentence) -> list[Mention]:
        """The names in a sentence."""
        refs = self.references
        first, last = sentence.tokens[0].i, sentence.tokens[-1].i
        return refs.mentions[bisect_left(refs.starts, first) : bisect_left(refs.starts, last + 1)]

    def mention_at(self, token: Token) -> Mention | None:
        """The name that covers a word, if any."""
        return self.references.at.get(token.i)

    def speaker(self, token: Token, *, itself: bool = True) -> str:
        """Canonical name of the one who vouches for the clause of ``token``; empty for the outlet and for joint acts.

        Without ``itself`` the token is taken as what is reported even where it is a verb of speech.
        """
        subject = self.references.speaker_of(token, itself=itself)
        if subject is None:
            return ""
        if subject.tag == "NNS" and subject.i not in self.references.at:
            return self._group(subject)
        actors = self.references.actors(subject)
        if any(c.tag.startswith("N") for c in subject.all("conj")) and len(actors) < len(subject.conjuncts):
            return ""  # "the Prime Minister and the Taoiseach", of whom one alone is known
        unnamed = [a for a in actors if a.kind == "other" and subject.lemma in load("references")["mute"]]
        return actors[0].name if len(actors) == 1 and not unnamed else ""

    def _group(self, head: Token) -> str:
        """A plural that speaks ("US officials"), as written; empty where nothing says whose ("the leaders")."""
        owners = [c for c in head.children if c.i < head.i and c.dep in {"amod", "compound", "nmod:poss"}]
        if owners and owners[0].tag == "PRP$":
            theirs = self.references.names(owners[0])
            return theirs[0] if len(theirs) == 1 else ""
        return self.text_of(min(c.left for c in owners), head.i) if owners else ""

    def certainty(self, token: Token) -> tuple[str, Span | None]:
        """Certainty of the statement with this predicate, and the cue as a span of the stored text."""
        value, cue = certainty(token)
        return value, self.span(cue.start, cue.end) if cue else None

    def pair(self) -> tuple[str, ...]:
        """Names of the two states the document is about (fewer where it names fewer)."""
        return tuple(self.references.state(i) for i in self.references.pair)

    def actors(self, token: Token) -> list[Actor]:
        """The actors of the phrase with this head."""
        return self.references.actors(token)


def _start(found: TimeMention | Quantity) -> int:
    return found.span.start


def read(document: Document, nlp: Language) -> Reading:
    """Understand a document; pure: the same document and pipeline give the same reading."""
    view = View.of(document.text)
    given = [(s.span.start, s.span.end, s.reason) for s in document.set_aside]
    blocks = find_blocks(view.text, title=document.title, set_aside=_in_view(view, given))
    sentences, guesses = parse(nlp, view.text, [b for b in blocks if b.zone in READ_ZONES])
    tokens = [t for s in sentences for t in s.tokens]
    plain = flat(view.text)
    posts = [find_offices(s) for s in sentences]
    finder = NameFinder(gazetteer(), guesses)
    found = finder.read(sentences, posts)
    home = _home(document.publisher) or _whose(document, blocks, view)
    joint = _is_joint(_heading(document, blocks, view))
    references = References([m for ms in found for m in ms], sentences, home=home, joint=joint)
    attach_titles(sentences, posts, references)
    anchor = document.published or _first_day(view.text, blocks)
    news = any(b.dateline_place for b in blocks)  # whose months are of a year that nothing tells
    story = not anchor and not news
    dates = find_dates(plain, anchor=anchor, anchor_inferred=not document.published, narrative=story)
    skip = [(d.span.start, d.span.end) for d in dates if d.timex_type != "DURATION"]
    states = [(tokens[m.start].start, m.entity.iso3) for m in references.mentions if m.entity.kind == "state"]
    amounts = national(find_amounts(plain, skip=skip), references.pair, states, plain)
    aside = [
        SetAside(document.span(*view.to_stored(b.start, b.end)), b.zone) for b in blocks if b.zone not in READ_ZONES
    ]
    return Reading(document, view, blocks, sentences, tokens, references, dates, amounts, aside, anchor)


def _first_day(text: str, blocks: Sequence[Block]) -> str:
    """The day from which a text without a date of publication is read: that of its opening, else of its signature.

    A day named further down is that of some other thing.
    """
    running = [b for b in blocks if b.zone == "article" and b.end - b.body_start > load("dates")["settings"]["opening"]]
    if len(running) < 3:
        return first_full_date(text)
    lines = (flat(text[b.start : b.end]).lstrip("*_ ") for b in reversed(running[2:]))
    signature = next((line for line in lines if line.lower().startswith(("done ", "signed "))), "")
    return first_full_date(text[: running[1].end]) or first_full_date(signature)


def _home(publisher: str) -> str:
    """The state whose body a publisher is ("The White House", "Ministry of Trade of X"); empty for outlets."""
    for form in gazetteer().lookup(publisher.removeprefix("The ")) if publisher else ():
        if form.kind in {"organisation", "legislature"} and form.subtype in GOVERNING:
            return form.iso3
    head, _, tail = publisher.rpartition(" of ")
    state = (
        gazetteer().state_of(tail)
        if head.split(" ")[0] in {"Ministry", "Government", "Department", "Embassy"}
        else None
    )
    return state.iso3 if state else ""


def _heading(document: Document, blocks: Sequence[Block], view: View) -> str:
    """The title of a document, else the first block of its text."""
    first = next((b for b in blocks if b.zone in READ_ZONES), None)
    return document.title or (flat(view.text[first.start : first.end]) if first else "")


def _is_joint(heading: str) -> bool:
    """Whether a text is what two states say together: "Joint Statement by …", "Joint Communiqué"."""
    opening = heading.lower().split()[:JOINT_OPENING]
    return "joint" in opening and not set(load("references")["joint_texts"]).isdisjoint(opening)


def _whose(document: Document, blocks: Sequence[Block], view: View) -> str:
    """The state whose minister speaks in the first person: "Remarks by the Minister of Trade of X at …"."""
    words = _heading(document, blocks, view).split()
    opening = load("references")["remarks"]
    if not words or words[0].lower().rstrip(":") not in opening or not {"by", "of"} & set(words[1:4]):
        return ""
    for i in range(1, min(len(words), 16)):
        entry = gazetteer().match(words, i)
        if entry is not None and entry.iso3 in gazetteer().states and entry.kind in {"state", "person"}:
            return entry.iso3
    return ""


def _in_view(view: View, given: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    return [(*view.from_stored(start, end), reason) for start, end, reason in given]
