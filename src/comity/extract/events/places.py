"""Where an event is: the place after "in" or "at" that hangs on its words, or the one named before "where"."""

from __future__ import annotations

from comity.extract.events.grammar import FINITE, case
from comity.extract.events.lexicon import words
from comity.extract.events.nearness import clause_of, closeness
from comity.extract.events.scene import Place, Scene
from comity.language.entities import Mention
from comity.language.speech import is_speech
from comity.language.syntax import Token


def where(scene: Scene, frame: list[Token]) -> Place | None:
    """Where an event is: the place after "in" or "at" that hangs on its words, nearest first."""
    sentence = frame[0].sentence
    if (named := _where_before(scene, frame[0])) is not None:
        return named
    best: tuple[int, bool, int] | None = None
    chosen = _gate(scene, frame)
    for mention in scene.reading.mentions_in(sentence):
        if mention.entity.kind not in {"place", "state"} or mention.form != "name":
            continue
        head = next(
            (
                t
                for t in scene.tokens[mention.start : mention.end]
                if t.head.i < mention.start or t.head.i >= mention.end
            ),
            None,
        )
        if head is None or _dated(scene, mention):
            continue
        if head.dep == "nmod:poss" and head.head.lemma in words("place_nouns"):
            head = head.head
        if head.dep in {"compound", "amod", "nmod:poss"} or _of_a_speaker(head):
            continue
        case = scene.tokens[head.left].lower if head.left < mention.start else ""
        before = scene.tokens[mention.start - 1].lower if mention.start > sentence.tokens[0].i else ""
        place_words = words("place_prepositions")
        if case not in place_words and before not in place_words and not _place_before(scene, mention.start):
            continue
        rank = closeness(scene, head, frame)
        key = (rank, mention.entity.kind != "place", abs(mention.start - frame[0].i))
        if rank and (best is None or key < best):
            best, chosen = key, Place(mention.entity.name, mention.entity.iso3, mention.start, mention.end)
    return chosen


def _gate(scene: Scene, frame: list[Token]) -> Place | None:
    """ "Met at the Tummo border post": the crossing by its own name, which no list holds."""
    for noun in frame[0].sentence.tokens:
        border = next((c for c in noun.all("compound") if c.lower == "border"), None)
        if noun.lemma not in words("gates") or border is None or case(noun) not in words("place_prepositions"):
            continue
        named = [c for c in (*noun.all("compound"), *border.all("compound")) if c.text[0].isupper()]
        known = scene.mention(named[0].i) if named else None
        named = named if known is None or known.entity.kind not in {"state", "person"} else []
        if named and closeness(scene, noun, frame):
            first, last = named[0].left, named[-1].i
            return Place(scene.reading.text_of(first, last), "", first, last + 1)
    return None


def _of_a_speaker(place: Token) -> bool:
    """ "officials in Accra said": where those are who tell of it."""
    speaker = place.head
    return place.dep == "nmod" and speaker.dep in {"nsubj", "nsubj:pass"} and is_speech(speaker.head)


def _dated(scene: Scene, mention: Mention) -> bool:
    """Whether a place's name is here part of a date (March, Jordan May)."""
    start, end = scene.tokens[mention.start].start, scene.tokens[mention.end - 1].end
    sentence = scene.tokens[mention.start].sentence
    return any(d.span.start <= start and end <= d.span.end for d in scene.reading.dates_in(sentence.start, end))


def _where_before(scene: Scene, trigger: Token) -> Place | None:
    """The place named right before "where": "in Ankara, where he met Y"."""
    adverb = _where(scene, trigger)
    if adverb is None:
        return None
    for i in (adverb.i - 1, adverb.i - 2):
        mention = scene.mention(i) if i >= trigger.sentence.tokens[0].i else None
        if mention and mention.entity.kind in {"place", "state"} and mention.form == "name":
            return Place(mention.entity.name, mention.entity.iso3, mention.start, mention.end)
    return None


def _where(scene: Scene, trigger: Token) -> Token | None:
    """The "where" that opens the clause of an event; where the parser hangs it elsewhere, the one right before it."""
    clause = clause_of(trigger)
    adverb = next((c for c in clause.children if c.lower == "where" and c.i < clause.i), None)
    for i in range(trigger.i - 1, trigger.sentence.tokens[0].i, -1):
        if adverb is not None or scene.tokens[i].tag in FINITE:
            break
        adverb = scene.tokens[i] if scene.tokens[i].lower == "where" else None
    return adverb


def left_behind(scene: Scene, trigger: Token) -> bool:
    """Whether an event was where somebody then came from: "arrived on Monday from X, where he met Y"."""
    place = _where_before(scene, trigger)
    return place is not None and scene.tokens[max(place.start - 1, 0)].lower == "from"


def _place_before(scene: Scene, start: int) -> bool:
    """ "in the capital X", "in southern X": a preposition of place at most three words before."""
    for i in range(start - 1, max(start - 4, -1), -1):
        token = scene.tokens[i]
        if token.lower in words("place_prepositions"):
            return True
        if token.tag not in {"DT", "JJ", "NN", "NNP"}:
            return False
    return False


def goals(scene: Scene, head: Token) -> list[Place]:
    """The places a noun phrase names as where somebody goes, coordinated ones one by one."""
    out: list[Place] = []
    for token in head.conjuncts:
        place = place_of(scene, token)
        if place is not None and all(place.name != p.name for p in out):
            out.append(place)
    return out


def place_of(scene: Scene, token: Token) -> Place | None:
    """The place that a word names: a place or state by name, or a common noun that points back to one."""
    mention = scene.mention(token.i)
    if mention is None and (name := token.child("flat", "appos")):
        inner = scene.mention(name.i)
        mention = inner if inner and inner.entity.kind in {"place", "state"} and inner.form == "name" else None
    if mention and mention.form == "name":
        return _spot(scene, mention) if mention.entity.kind in {"place", "state"} else None
    for c in token.children:
        owner = scene.mention(c.i) if c.dep in {"nmod:poss", "compound", "amod"} else None
        if owner and owner.entity.kind in {"place", "state"}:
            return _spot(scene, owner) if owner.form == "name" else Place("", owner.entity.iso3, owner.start, owner.end)
    definite = any(c.dep == "det" and c.lower in {"the", "this"} for c in token.children)
    if token.lower == "there" or (definite and token.lemma in words("place_nouns")):
        return Place("", "", token.i, token.i + 1)
    return None


def _spot(scene: Scene, mention: Mention) -> Place:
    """A named place; one whose state is not known lies in that of its possessor ("Vietnam's Presidential Palace")."""
    iso3 = mention.entity.iso3
    if not iso3 and mention.start > 1 and scene.tokens[mention.start - 1].tag == "POS":
        owner = scene.mention(mention.start - 2)
        if owner and owner.entity.iso3:
            return Place(scene.state(owner.entity.iso3).name, owner.entity.iso3, owner.start, mention.end)
    return Place(mention.entity.name, iso3, mention.start, mention.end)
