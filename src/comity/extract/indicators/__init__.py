"""Indicators: figures that measure something about a relation or its parties (codebook section 9).

A number alone makes none: what it hangs on must name a measure of ``vocab/measures.yaml``. A change belongs to the
figure that changed and is a record of its own only where the text gives no other figure.
"""

from __future__ import annotations

from comity.extract.draft import Draft, draft
from comity.extract.indicators.changes import attach, mark_change
from comity.extract.indicators.compared import set_against, time_of
from comity.extract.indicators.figures import Figure, figures
from comity.extract.indicators.lexicon import lexicon
from comity.extract.indicators.measures import find_measure
from comity.extract.indicators.naming import name_of
from comity.extract.indicators.parts import pair_up, share_unit
from comity.extract.indicators.people import toll_of
from comity.extract.indicators.periods import candidates, period
from comity.extract.indicators.ranks import rank_of
from comity.extract.indicators.sides import Side, sides
from comity.language.reading import Reading
from comity.language.syntax import Sentence, Token
from comity.model import TimeMention

__all__ = ["indicators"]


def indicators(reading: Reading) -> list[Draft]:
    """The indicators of a document, one for each thing measured, in document order."""
    out: list[Draft] = []
    earlier: Figure | None = None
    latest: Draft | None = None
    for sentence in reading.sentences:
        found = [f for f in figures(reading, sentence) if _counts(f, sentence)]
        if not found:
            continue
        for number, figure in enumerate(found):
            share_unit(figure, found[:number], sentence.tokens)
            mark_change(reading, sentence, figure)
            if figure.family != "rank":
                find_measure(figure, sentence.tokens, earlier)
                set_against(figure, found[:number], sentence.tokens)
            level = figure.sign == 0 or earlier is None or earlier.measure is not figure.measure
            earlier = figure if figure.measure is not None and figure.whole is None and level else earlier
        pair_up(found, sentence.tokens)
        made = _of_sentence(reading, sentence, found, latest)
        latest = made[-1] if made else None
        for new in made:
            _merge(out, new)
    return out


def _counts(figure: Figure, sentence: Sentence) -> bool:
    """Whether a number can be a figure: small ones without a noun only where they count the dead or the like."""
    large = figure.family != "bare" or figure.quantity.value >= lexicon().limits["least_bare"]
    return large or toll_of(figure, sentence.tokens) is not None


def _of_sentence(reading: Reading, sentence: Sentence, found: list[Figure], latest: Draft | None) -> list[Draft]:
    """The records of a sentence; a change without a figure of its own may belong to ``latest``, the one before it."""
    dates = candidates(reading, sentence)
    drafts: dict[Figure, Draft] = {}
    for figure in found:
        if figure.sign == 0 and (made := _level(reading, sentence, figure, found, dates)):
            drafts[figure] = made
            _inherit(figure, made, drafts)
    for figure in found:
        if figure.sign:
            _change(reading, sentence, figure, drafts, latest, dates)
    return sorted(drafts.values(), key=lambda d: d.at)


def _inherit(figure: Figure, made: Draft, drafts: dict[Figure, Draft]) -> None:
    """A share without an owner is that of the figure before it ("$3 billion of debt, or 45 percent of GDP")."""
    area = next((d.fields["area"] for d in list(drafts.values())[-2::-1] if "area" in d.fields), None)
    if figure.whole is not None and made.value("area") is None and area is not None:
        made.put("area", area.value, *area.quotes)


def _level(
    reading: Reading, sentence: Sentence, figure: Figure, found: list[Figure], dates: list[TimeMention]
) -> Draft | None:
    if figure.family == "rank":
        return _rank(reading, sentence, figure, found, dates)
    if figure.measure is None:
        return None
    return _record(reading, sentence, figure, found, dates)


def _record(
    reading: Reading, sentence: Sentence, figure: Figure, found: list[Figure], dates: list[TimeMention]
) -> Draft:
    assert figure.measure is not None
    made = _start(reading, sentence, figure, figure.measure.name)
    name, spans = name_of(reading, figure)
    made.put("measure", name, *spans)
    _value(reading, made, figure)
    edtf, date = time_of(reading, sentence, figure, dates, found)
    _dated(reading, made, date if not _current(figure) else None, edtf)
    _sided(reading, made, *sides(reading, figure))
    return made


def _current(figure: Figure) -> bool:
    """ "To triple the current trade of $5 billion by 2020": the day is that of the aim."""
    return figure.noun is not None and any(c.lower in lexicon().words["current"] for c in figure.noun.all("amod"))


def _start(reading: Reading, sentence: Sentence, figure: Figure, name: str) -> Draft:
    trigger = figure.verb or figure.head
    made = draft(
        reading, "indicator", f"indicator.{name.replace(' ', '_')}.{figure.rule or 'rank'}", trigger, sentence=sentence
    )
    made.at = figure.head.i
    if made.certainty == "asserted" and (cue := _aim(figure)) is not None:
        made.certainty, made.cue = "hedged", reading.words(cue.i, cue.i)
    return made


def _aim(figure: Figure) -> Token | None:
    """The word that makes the figure a target or a forecast, above it in its clause or in its own phrase."""
    aims = lexicon().words["aims"]
    for node in (figure.head, *figure.head.ancestors()):
        if node.lemma in aims and node.i != figure.head.i:
            return node
        if node.is_verb and node.tag != "VB" and node.dep != "xcomp":
            return None
    return None


def _rank(
    reading: Reading, sentence: Sentence, figure: Figure, found: list[Figure], dates: list[TimeMention]
) -> Draft | None:
    ranked = rank_of(reading, figure)
    if ranked is None:
        return None
    noun, owner, holder = ranked
    made = _start(reading, sentence, figure, f"rank {noun.lemma}")
    made.put("measure", reading.text_of(figure.first, noun.i).removeprefix("the "), reading.words(figure.first, noun.i))
    _value(reading, made, figure)
    _dated(reading, made, period(reading, sentence, figure, dates, found))
    _sided(reading, made, owner, holder)
    return made


def _value(reading: Reading, made: Draft, figure: Figure) -> None:
    quantity = figure.quantity
    span = reading.span(quantity.span.start, quantity.span.end)
    value = abs(figure.percentage) if figure.sign else figure.percentage
    made.put("value", value, span)
    made.put("unit", "percent" if figure.sign else _unit(figure), span)
    made.put("qualifier", quantity.qualifier)


def _unit(figure: Figure) -> str:
    """The unit as records give it: a code, ``persons``, ``percent``, or what is counted, in the plural."""
    lex, unit = lexicon(), figure.quantity.unit
    if figure.family == "money":
        return unit
    if figure.family in {"persons", "bare"}:
        return "persons"
    if unit in lex.names:
        return lex.names[unit]
    if unit in lex.families:
        return unit + "s"
    counted = figure.counted
    assert counted is not None
    return counted.text if counted.text[:2].isupper() else counted.lower


def _dated(reading: Reading, made: Draft, date: TimeMention | None, edtf: str = "") -> None:
    """Put the period that a date tells; ``edtf`` is another that follows from it."""
    if date is not None:
        basis = date.basis if edtf in {"", date.edtf} else "relative"
        made.put("period", edtf or date.edtf, reading.span(date.span.start, date.span.end), basis=basis)


def _sided(reading: Reading, made: Draft, area: Side | None, counterpart: Side | None) -> None:
    for name, side in (("area", area), ("counterpart", counterpart)):
        if side is not None:
            made.put(name, side.name, *([reading.words(side.first, side.last)] if side.first >= 0 else []))


def _change(
    reading: Reading,
    sentence: Sentence,
    figure: Figure,
    drafts: dict[Figure, Draft],
    latest: Draft | None,
    dates: list[TimeMention],
) -> None:
    """Add a change to the figure it belongs to, or make a record of it."""
    level = attach([f for f in drafts if not f.sign], figure)
    if level is not None:
        _changed(reading, drafts[level], figure)
    elif figure.rule == "repeated" and latest is not None and not latest.value("change"):
        latest.quote(reading.quote(sentence))
        _changed(reading, latest, figure)
    elif figure.measure is not None:
        drafts[figure] = _record(reading, sentence, figure, list(drafts), dates)
        _changed(reading, drafts[figure], figure)


def _changed(reading: Reading, made: Draft, figure: Figure) -> None:
    if made.value("change") is None:
        span = reading.span(figure.quantity.span.start, figure.quantity.span.end)
        made.put("change", figure.sign * figure.percentage, span)
        made.put("change_basis", figure.basis)


def _merge(out: list[Draft], new: Draft) -> None:
    """Add a record, or its quotes and fields to an earlier one of the same thing."""
    same = next((d for d in out if _same(d, new)), None)
    if same is None:
        out.append(new)
        return
    for quote in new.quotes:
        same.quote(quote)
    for name, content in new.fields.items():
        same.fields.setdefault(name, content)


def _same(one: Draft, other: Draft) -> bool:
    """Equal figures of one class that no field tells apart; percentages must also agree on the sides."""
    if one.value("value") != other.value("value") or one.value("unit") != other.value("unit"):
        return False
    if one.rule.split(".")[1] != other.rule.split(".")[1]:
        return False
    if one.value("unit") in {"percent", "rank"} and one.value("measure") != other.value("measure"):
        return False
    pairs = [(one.value(name), other.value(name)) for name in ("period", "area", "counterpart")]
    return all(a == b or not a or not b for a, b in pairs)
