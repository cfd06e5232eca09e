"""The spaCy pipeline that reads syntax and names: our own by default, another by a setting.

The rules of extraction are written for Universal Dependencies and Penn tags; a pipeline with another scheme would be
read wrongly without a word, so it is refused.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from comity.errors import ModelError
from comity.language.gazetteer import gazetteer
from comity.language.lemmas import lemma_of
from comity.language.recasing import Letters
from comity.language.syntax import Sentence, Token, settle
from comity.language.zones import Block
from comity.vocab import load

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc
    from thinc.types import Ints2d

CLOSING = frozenset(".!?…:;\"”’')]—。！？")
"""Characters after which a sentence may begin."""
LABEL = 12
"""Words that a label may have, its colon included."""
NAME_JOINTS = frozenset({"of", "for", "and", "the", "de", "al", "bin", "to"})
NUMBERING = frozenset({"No", "Nos", "no", "nos", "Art", "Res"})
"""Shortened words before a number."""
QUOTATION = frozenset('"”')

BASE_TAGS = frozenset({"NN", "VB"})
"""Tags of singulars and infinitives: each is its own lemma, which a lemmatizer without number and mood cannot know."""

STARTS = "starts"
"""Key of a document's user data: where its words start, told where blanks were left out."""

PIECE = 6000
"""Characters a stretch may have before it is cut at a blank: keeps memory flat on texts without a full stop."""


@cache
def pipeline(name: str = "") -> Language:
    """Load the pipeline ``name`` (a package or a path), by default the one that ships with comity.

    Raises ``ModelError`` where it is missing or its labels are not those of Universal Dependencies.
    """
    import spacy

    from comity.language.embedding import register

    register()
    where = name or str(files("comity.language").joinpath("pipeline_en"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            nlp = spacy.load(where)
    except Exception as error:  # what is named may be any package, and raise anything
        raise ModelError(
            f"the language pipeline {name or 'that ships with comity'} cannot be loaded ({error}); "
            "set COMITY_PIPELINE to an installed spaCy pipeline or reinstall comity"
        ) from error
    _check_labels(nlp, name or "that ships with comity")
    return nlp


def _check_labels(nlp: Language, name: str) -> None:
    scheme = load("pipeline")
    for component, wanted in scheme["required_labels"].items():
        if component not in nlp.pipe_names:
            raise ModelError(
                f"the pipeline {name} has no {component}; comity needs one trained on Universal Dependencies"
            )
        missing = set(wanted) - set(nlp.get_pipe(component).labels)  # type: ignore[attr-defined]
        if missing:
            raise ModelError(
                f"the pipeline {name} uses another label scheme: its {component} lacks {', '.join(sorted(missing))}; "
                "comity needs Universal Dependencies and Penn tags"
            )


@cache
def _name_labels() -> dict[str, str]:
    labels: dict[str, str] = load("pipeline")["name_labels"]
    return labels


def parse(nlp: Language, text: str, blocks: Sequence[Block]) -> tuple[list[Sentence], list[tuple[int, int, str]]]:
    """Parse the given stretches of ``text``.

    Returns the sentences in order, and the names the model sees as ``(first token, after last token, label)`` with
    label ``PERSON``, ``ORG``, ``PLACE`` or ``EVENT``.
    """
    pieces = [piece for block in blocks for piece in _pieces(text, block)]
    sentences: list[Sentence] = []
    names: list[tuple[int, int, str]] = []
    labels = _name_labels()
    count = 0
    letters = Letters(nlp, " ".join(flat(text[b.body_start : b.end]) for b in blocks if b.zone == "article"))
    lines = (_line(text[start:end], block, letters) for start, end, block in pieces)
    strings = _strings(nlp)
    made = (_without_blanks(nlp.make_doc(line)) for line in lines)
    told = (_prepared(doc, strings, block.zone) for doc, (_, _, block) in zip(made, pieces, strict=True))
    docs = nlp.pipe(told, batch_size=64)
    for (start, _, block), doc in zip(pieces, docs, strict=True):
        tokens = _tokens(doc, strings, start, count)
        sentences += _sentences(doc, tokens, block, len(sentences))
        names += [
            (count + entity.start, count + entity.end, labels[entity.label_])
            for entity in doc.ents
            if entity.label_ in labels
        ]
        count += len(tokens)
    return sentences, names


class _Strings(dict[int, str]):
    """What the numbers in a document's columns stand for, each looked up once."""

    def __init__(self, store: StringStore) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, key: int) -> str:
        self[key] = text = self._store[key]
        return text

    def column(self, doc: Doc, attribute: str) -> list[str]:
        """One attribute of all words of a document."""
        return [self[key] for key in doc.to_array(attribute).tolist()]


@cache
def _strings(nlp: Language) -> _Strings:
    return _Strings(nlp.vocab.strings)


def _line(text: str, block: Block, letters: Letters) -> str:
    """A stretch as the parser gets it, of the same length; headlines and shouted openings with small letters."""
    if block.zone == "headline" or text.isupper():
        return readable(letters.lowered(flat(text)))
    return readable(letters.opened(text) if text[:2].isupper() else text)


def _without_blanks(doc: Doc) -> Doc:
    """Without the tokens that spaCy makes of blanks, which no treebank has; ``STARTS`` keeps the offsets."""
    from spacy.tokens import Doc

    if not doc.to_array("IS_SPACE").any():
        return doc
    words = [t for t in doc if not t.is_space]
    parted = [bool(t.whitespace_) or (t.i + 1 < len(doc) and doc[t.i + 1].is_space) for t in words]
    made = Doc(doc.vocab, words=[t.text for t in words], spaces=parted)
    made.user_data[STARTS] = [t.idx for t in words]
    return made


def _prepared(doc: Doc, strings: _Strings, zone: str) -> Doc:
    """Tell the parser what the letters already say.

    No sentence begins where the one before has no closing mark, and one begins behind a label ("Ms Soto: We call …").
    A capitalised small word before another capital inside a sentence is a name ("To Lam", "He Wei"), shown to the
    model as one through its norm.
    """
    words = strings.column(doc, "ORTH")
    small = _small_words()
    named = [i for i, word in enumerate(words[:-1]) if word.istitle() and word.lower() in small]
    starts = doc.to_array(["SENT_START"]).astype("int64")  # 1 begins a sentence, -1 goes on, 0 is the parser's to tell
    for i in range(1, len(words)):
        if _opens_quotation(doc, words, i):
            starts[i - 1], starts[i] = 1, -1
        elif not _closed(words, i) or _numbered(words, i):
            starts[i] = -1
    if zone != "headline" and (behind := _behind_label(words)):
        starts[behind] = 1
    doc.from_array(["SENT_START"], cast("Ints2d", starts.astype("uint64")))
    for i in named:
        inside = starts[i] == -1 and starts[i - 1] != 1
        if _is_person(words, i) or (inside and words[i + 1][0].isupper() and words[i + 1][1:2].islower()):
            doc[i].norm_ = words[i + 1].lower()
    return doc


def _behind_label(words: Sequence[str]) -> int:
    """Where the text of a paragraph begins that opens with a label, all of it in capitals; 0 where there is none."""
    colon = words.index(":", 0, LABEL) if ":" in words[:LABEL] else 0
    label = [w for w in words[:colon] if w[0].isalnum() and w not in NAME_JOINTS]
    return colon + 1 if label and colon + 1 < len(words) and all(w[0].isupper() for w in label) else 0


def _opens_quotation(doc: Doc, words: Sequence[str], i: int) -> bool:
    """Whether the mark before a word opens a quotation behind a full stop: what stands before it is over."""
    if words[i - 1] != '"' or i < 2 or words[i - 2][-1] not in ".!?":
        return False
    return bool(doc[i - 2].whitespace_) and not doc[i - 1].whitespace_


def _numbered(words: Sequence[str], i: int) -> bool:
    """Whether a number stands before which no sentence ends: "Protocol No. 44"."""
    return i > 1 and words[i][0].isdigit() and words[i - 1] == "." and words[i - 2] in NUMBERING


def _closed(words: Sequence[str], i: int) -> bool:
    """Whether a sentence may be over before a word; what a closing quotation mark ends, the word before it tells."""
    last = words[i - 1]
    if last in QUOTATION and i > 1:
        last = words[i - 2]
    elif last.isspace():
        last = next((w for w in reversed(words[max(0, i - 3) : i]) if not w.isspace()), last)
    return last[-1] in CLOSING or last.isspace()


def _is_person(words: Sequence[str], i: int) -> bool:
    entry = gazetteer().match(words, i)
    return entry is not None and entry.kind == "person"


@cache
def _small_words() -> frozenset[str]:
    return frozenset(load("pipeline")["small_words"])


def _tokens(doc: Doc, strings: _Strings, offset: int, count: int) -> list[Token]:
    """The document's words."""
    tokens: list[Token] = []
    starts = doc.user_data.get(STARTS) or doc.to_array("IDX").tolist()
    columns = (strings.column(doc, name) for name in ("ORTH", "TAG", "LEMMA", "POS", "DEP"))
    for i, (at, text, tag, base, pos, dep) in enumerate(zip(starts, *columns, strict=True), count):
        lower, start = text.lower(), offset + at
        lemma = lemma_of(lower, lower if tag in BASE_TAGS else (base or text).lower(), tag)
        tokens.append(Token(i, text, lower, lemma, tag, pos, dep, start, start + len(text)))
    for i, (token, head) in enumerate(zip(tokens, doc.to_array("HEAD").astype("int64").tolist(), strict=True)):
        token.head = tokens[i + head]
    return tokens


def _sentences(doc: Doc, tokens: list[Token], block: Block, count: int) -> list[Sentence]:
    out: list[Sentence] = []
    for span in doc.sents:
        sentence = Sentence(count + len(out), tokens[span.start : span.end], block)
        settle(sentence)
        out.append(sentence)
    return out


ENUMERATOR = re.compile(r"(?<=\s)\((?:[ivx]{1,4}|[a-h]|\d)\)(?=\s)")

TURN = re.compile(r"^\s*(?:Q|A|Question|Answer)\d?\s?:(?=\s)")

DASH = re.compile(r"(?<=\w)–(?=[A-ZÀ-Ž])")

_SHOUTED = re.compile(r"\b[A-Z]{5,}\b(?= [a-z'’A-Z])")

SCARE_QUOTES = re.compile(r"[\"“]([\w'’-]+(?: [\w'’-]+){0,1})[\"”]")


def flat(text: str) -> str:
    """The text with line breaks and tabs as blanks, of the same length."""
    return text.translate({10: " ", 13: " ", 9: " ", 0x2028: " ", 0x2029: " "})


def readable(text: str) -> str:
    """The text as the parser gets it, of the same length.

    On one line, verbs in capitals ("DECIDED") in small letters, names joined by a hyphen ("Belgrade-Budapest"), without
    the marks of enumerations ("(ii)"), of question and answer ("Q:"), honorifics with points ("H.E.") and the quotation
    marks around a word or two ("relaunch"), which mislead it.
    """
    text = TURN.sub(lambda mark: " " * len(mark[0]), text)
    text = DASH.sub("-", ENUMERATOR.sub(lambda mark: " " * len(mark[0]), flat(text)))
    text = _SHOUTED.sub(lambda word: word[0].lower() if word[0].lower() in _verb_forms() else word[0], text)
    text = _dotted().sub(lambda found: " " * len(found[0]), text)
    return SCARE_QUOTES.sub(lambda quoted: quoted[0] if _nickname(text, quoted) else f" {quoted[1]} ", text)


@cache
def _dotted() -> re.Pattern[str]:
    """Honorifics with points before a name ("H.E. Mihai Popsoi"), where a sentence seems to end."""
    return re.compile(
        rf"(?<![\w.])(?:{'|'.join(map(re.escape, load('pipeline')['dotted_honorifics']))})(?= (?!M[rs]|Dr)[A-Z])"
    )


@cache
def _verb_forms() -> frozenset[str]:
    """Forms of the verbs of speech, agreement and promise, which communiqués write in capitals."""
    verbs = [v for group in load("commitments")["verbs"].values() for v in (*group["clause"], *group["phrase"])]
    verbs += [*load("speech")["verbs"], *load("pipeline")["regular_verbs"]]
    stems = {(v, v.removesuffix("e")) for v in verbs}
    return frozenset(form for v, stem in stems for form in (f"{v}s", f"{stem}ed", f"{stem}ing", f"{v}d"))


def _nickname(text: str, quoted: re.Match[str]) -> bool:
    """Whether the quotation marks stand inside a name: Joko "Jokowi" Widodo."""
    before = text[: quoted.start()].rsplit(maxsplit=1)[-1:] if quoted.start() else []
    after = text[quoted.end() + 1 : quoted.end() + 2]
    return quoted[1].istitle() and " " not in quoted[1] and after.isupper() and bool(before) and before[0].istitle()


def _pieces(text: str, block: Block) -> Iterator[tuple[int, int, Block]]:
    start = block.body_start
    while block.end - start > PIECE:
        cut = max(text.rfind(". ", start, start + PIECE), text.rfind("\n", start, start + PIECE)) + 1
        cut = cut if cut > start else (text.rfind(" ", start + 1, start + PIECE) + 1 or start + PIECE)
        yield start, cut, block
        start = cut
    if start < block.end:
        yield start, block.end, block
