"""The names that the whole reader finds, marked in the manner of the set they are measured on.

comity keeps titles out of names, and takes an owner into the name of a body ("China's Ministry of Commerce"). The sets
have conventions of their own; a name that is found but marked in another manner is not counted as a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.language import Language

from comity.language.entities import Mention
from comity.language.gazetteer import gazetteer
from comity.language.names import NameFinder
from comity.language.offices import find_offices
from comity.language.pipeline import parse
from comity.language.references import References
from comity.language.titles import attach_titles
from comity.language.zones import Block
from comity.vocab import load
from training.gaps import Word, unmarkable

Span = tuple[int, int, str]
KINDS = {"person": "PERSON", "org": "ORG", "place": "PLACE", "state": "PLACE"}
OWNING = frozenset({"'s", "’s"})


@dataclass(frozen=True)
class Convention:
    """How a set marks names.

    ``honorifics`` belong to a person's name, and with ``posts`` so do the capitalised words of a post; with ``peoples``
    the name of a people ("Americans", not "American") is one of persons. With ``gaps`` a set marks no name that is
    ``unmarkable``, by the tags and the tree of the pipeline.
    """

    honorifics: frozenset[str]
    posts: bool = False
    peoples: bool = False
    gaps: bool = False


GUM = Convention(frozenset(load("bodies")["honorifics"]), posts=True, peoples=True)
CONVENTIONS = {
    "gum": GUM,
    "gum_own_tags": replace(GUM, gaps=True),
    "crossner": Convention(frozenset({"sir", "lord", "lady", "king", "queen", "pope"})),
}
"""GUM: "Dr. Bailey", "President Trump". CrossNER: "Lord Hall", but "President" left out. Only the edges of names that
were found are moved, owners split off, and in GUM peoples called persons; no name is left out or made up, but for
"gum_own_tags", which leaves out what GUM's layer never marks, as far as the pipeline's own tags and trees tell it."""


def reader_names(nlp: Language, text: str, convention: Convention) -> set[Span]:
    """Character spans and labels of the names; states are places, adjectives of states and instruments no names."""
    sentences, guesses = parse(nlp, text, [Block(0, len(text), "article", 0)])
    posts = [find_offices(s) for s in sentences]
    found = NameFinder(gazetteer(), guesses).read(sentences, posts)
    references = References([m for ms in found for m in ms], sentences)
    attach_titles(sentences, posts, references)
    tokens = references.tokens
    spans = [s for m in references.mentions for s in _marked(references, m, convention)]
    words = [Word(t.tag, t.pos, t.dep, t.head.i) for t in tokens]
    return {
        (tokens[start].start, tokens[end - 1].end, label)
        for start, end, label in spans
        if not (convention.gaps and unmarkable(words, start, end))
    }


def _marked(references: References, mention: Mention, convention: Convention) -> Iterator[Span]:
    """A mention as tokens ``[start, end)`` and label, in the set's manner."""
    tokens = references.tokens
    label = _label(references, mention, convention)
    if not label:
        return
    start = _with_title(references, mention, convention) if label == "PERSON" else mention.start
    if label == "ORG" and (owned := next((i for i in range(start, mention.end) if tokens[i].text in OWNING), 0)):
        words = [t.text for t in tokens[start:owned]]
        owner = gazetteer().match(words, 0)
        if owner and owner.length == len(words):
            yield start, owned, "PLACE"
            start = owned + 1
    yield start, mention.end, label


def _label(references: References, mention: Mention, convention: Convention) -> str:
    """The set's type of a mention, empty where it is no name there."""
    if mention.form == "demonym":
        people = all(t.tag == "NNPS" for t in references.tokens[mention.start : mention.end])
        return "PERSON" if convention.peoples and people else ""
    return KINDS.get(mention.entity.kind, "") if mention.form == "name" else ""


def _with_title(references: References, mention: Mention, convention: Convention) -> int:
    """The first token of a person's name with the capitalised title right before it, as the convention has it."""
    titles = {i for t in mention.titles for i in range(t.start, t.end)} if convention.posts else set[int]()
    posts = load("offices")["posts"] if convention.posts else {}
    tokens, start = references.tokens, mention.start
    while start and tokens[start - 1].text[0].isupper():
        before = tokens[start - 1]
        honorific = {before.text, before.lower} & convention.honorifics
        if start - 1 not in titles and before.lower not in posts and not honorific:
            break
        start -= 1
    return start
