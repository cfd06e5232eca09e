"""Acts listed line by line below a sentence that announces them: "The two sides agreed to:"."""

from __future__ import annotations

from collections.abc import Iterator

from comity.extract.commitments.governed import Governed
from comity.extract.commitments.lexicon import lexicon
from comity.language.clauses import Complement, modal
from comity.language.reading import Reading
from comity.language.syntax import Sentence, Token


def announced(reading: Reading, sentence: Sentence) -> Governed | None:
    """What a sentence that ends in a colon says of the items below it, or None where it governs nothing."""
    if sentence.tokens[-1].text != ":":
        return None
    words = lexicon()
    for token in reversed(sentence.tokens):
        if token.is_verb and token.lemma in words.verbs and not token.child("nsubj:pass"):
            return Governed(token, words.verbs[token.lemma].modality, Complement(token, "infinitive"), token.subject())
        if token.tag.startswith("NN") and token.lemma in words.nouns and (holder := _holder(token)):
            return Governed(token, words.nouns[token.lemma], Complement(token, "infinitive"), holder)
        if token.tag == "MD" and token.lower in words.modals and (subject := _before(token) or token.head.subject()):
            joint = len(reading.actors(subject)) > 1
            modality = words.modals[token.lower]
            return Governed(
                token, "agreed" if joint and modality == "pledged" else modality, Complement(token, "that"), subject
            )
    return None


def _before(modal_verb: Token) -> Token | None:
    """The phrase right before a modal at the end of its clause: "Under the plan X and Y will:"."""
    tokens = modal_verb.sentence.tokens
    at = modal_verb.i - 1 - tokens[0].i
    noun = tokens[at] if at >= 0 else None
    while noun is not None and noun.dep in {"conj", "flat", "compound"} and noun.head.i < noun.i:
        noun = noun.head
    return noun if noun is not None and noun.tag.startswith(("N", "PRP")) else None


def headed(sentence: Sentence) -> Token | None:
    """Who acts in the items below a sentence that ends in a colon ("The two sides:", "They also:")."""
    if sentence.tokens[-1].text != ":":
        return None
    root = sentence.root
    last = sentence.tokens[-2] if len(sentence.tokens) > 1 else root
    if last.tag in {"NNS", "NNPS"} and not root.is_verb:
        return last  # "On trade, the two sides:"
    return root if root.tag.startswith(("N", "PRP")) else root.subject()


def _holder(noun: Token) -> Token | None:
    owner = noun.child("nmod:poss")
    by = (c for c in noun.all("nmod", "obl") if any(x.lower in {"by", "of"} for x in c.all("case")))
    return owner or next(by, None)


def item_of(heading: Governed, sentence: Sentence) -> Iterator[Governed]:
    """The act of one item, taken to its end; an item that is a statement of its own is left to the other rules."""
    tokens = [t for t in sentence.tokens if t.text[0].isalpha() and t.lower not in {"and", "or"}]
    if not tokens or modal(sentence.root) or sentence.root.tag in {"VBD", "VBZ"}:
        return
    first = next((t for t in tokens[:3] if t.lower not in {"and", "to"} and t.tag != "RB"), tokens[0])
    end = sentence.tokens[-1]
    while end.i > first.i and end.text in {".", ";", ",", "and"}:
        end = sentence.tokens[end.i - sentence.tokens[0].i - 1]
    if first.tag in {"VB", "VBP", "NN", "VBG"}:
        act = Complement(first, "infinitive", last=end.i)
    else:
        act = Complement(sentence.root, "phrase", last=end.i)
    yield Governed(heading.trigger, heading.modality, act, heading.subject)
