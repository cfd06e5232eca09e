"""One line to know a ledger record by, made of its shown values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from comity.model import FieldView
from comity.reconcile.features import without_object
from comity.reconcile.phrasing import date_words, label, listed, quantity
from comity.vocab import load

Fields = Mapping[str, FieldView]
EM = "\u2013"


def caption(kind: str, fields: Fields, quote: str = "") -> str:
    """The line for a record of ``kind``: "Xi Jinping visits Vietnam", "45 documents, China and Vietnam".

    Where the fields say nothing that would make a line, ``quote`` stands for it, cut to ``longest`` of
    vocab/captions.yaml.
    """
    line = " ".join(_KINDS[kind](_Shown(fields, quote)).split()).strip(" :,")
    return line[:1].upper() + line[1:] if line else _cut(quote)


class _Shown:
    """The shown values of a record as text; what is not given is empty."""

    def __init__(self, fields: Fields, quote: str) -> None:
        self._fields = fields
        self.quote = quote

    def raw(self, name: str) -> Any:
        """The value as JSON, or None."""
        view = self._fields.get(name)
        return None if view is None else view.value

    def __call__(self, name: str) -> str:
        value = self.raw(name)
        if value is None:
            return ""
        return listed([str(item) for item in value]) if isinstance(value, list) else str(value).replace("_", " ")

    def text(self, name: str) -> str:
        """A text as it stands, cut to a length; its underscores are its own."""
        return _cut(str(self.raw(name) or ""))

    def date(self, name: str) -> str:
        """A date in words."""
        return date_words(str(self.raw(name) or ""))

    def several(self, *names: str) -> bool:
        """Whether the fields name more than one together."""
        return sum(len(self.raw(name) or ()) for name in names) > 1


def _cut(text: str, limit_of: str = "longest") -> str:
    limit = int(load("captions")[limit_of])
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[:limit].rsplit(' ', 1)[0]} …"


def _excerpt(quote: str) -> str:
    """The beginning of a sentence within quotation marks; where it is a quotation itself, without its own."""
    own = quote.strip('“”" ') if quote[:1] in '“"' else quote
    return f"“{_cut(own, 'excerpt')}”"


def _event(shown: _Shown) -> str:
    forms = load("captions")["event"]
    one, many = forms.get(shown.raw("form"), forms["other"])
    verb = many if shown.several("actors") else one
    actors = shown("actors") or shown("recipients")
    if not actors:
        return f"{shown('form') or 'event'}: {_excerpt(shown.quote)}"
    towards = shown("recipients") if shown("actors") else ""
    if shown.raw("form") in forms["joint"]:
        actors = listed([*(shown.raw("actors") or ()), *(shown.raw("recipients") or ())])
        verb, towards = (many if shown.several("actors", "recipients") else one), ""
    line = verb.format(form=shown("form") or "event", actors=actors, towards=towards, count=_count(shown, "count", ""))
    place = shown.text("place")
    where = f" in {place}" if place and place not in line else ""
    phase = load("captions")["phases"].get(shown.raw("phase"), "")
    said = f": {_excerpt(shown.quote)}" if shown.raw("form") in forms["quoted"] and shown.quote else ""
    if said and not phase and verb == "{actors}" and all(name in shown.quote for name in _named(shown)):
        return said.removeprefix(": ")
    return f"{line.strip()}{where}{f' ({phase})' if phase else ''}{said}"


def _named(shown: _Shown) -> list[str]:
    return [str(name) for field in ("actors", "recipients") for name in shown.raw(field) or ()]


def _count(shown: _Shown, name: str, qualifier: str) -> str:
    value = shown.raw(name)
    return "" if value is None else quantity(value, "", str(shown.raw(qualifier) or "") if qualifier else "")


def _agreement(shown: _Shown) -> str:
    count = _count(shown, "count", "count_qualifier")
    title = shown.text("title") or shown("instrument_type")
    if count and (shown.raw("instrument_type") == "bundle" or not shown.text("title")):
        title = f"{count} documents"
    elif shown.raw("instrument_type") == "bundle" and not shown.text("title"):
        title = "documents"
    return ", ".join(filter(None, [title, _unless_said(shown("parties"), title)]))


def _mechanism(shown: _Shown) -> str:
    name = shown.text("name") or shown("mechanism_type")
    return ", ".join(filter(None, [name, _unless_said(shown("parties"), name)]))


def _project(shown: _Shown) -> str:
    return shown.text("name") or f"{shown('project_type')} {shown('places')}"


def _commitment(shown: _Shown) -> str:
    one, many = load("captions")["commitment"].get(shown.raw("modality"), ("", ""))
    who = " ".join(filter(None, [shown("by"), many if shown.several("by") else one]))
    action = shown.text("action")
    bare = bool(action) and without_object(action) and shown.quote != action
    return ": ".join(filter(None, [who, action, _excerpt(shown.quote) if bare else ""]))


def _indicator(shown: _Shown) -> str:
    between = EM.join(filter(None, [shown("area"), shown("counterpart")]))
    what = ", ".join(filter(None, [" ".join(filter(None, [shown.text("measure"), shown.date("period")])), between]))
    value = shown.raw("value")
    unit, how = str(shown.raw("unit") or ""), str(shown.raw("qualifier") or "")
    moved = shown.raw("change")
    figure = quantity(value, unit, how) if value is not None else f"{quantity(moved, 'percent')}" if moved else ""
    return ": ".join(filter(None, [what, figure]))


def _role(shown: _Shown) -> str:
    post, body = shown.text("post"), shown.text("organization")
    office = post if not body or _said(body, post) else f"{post}, {body}"
    status = label("roles", str(shown.raw("status") or ""))
    return ", ".join(filter(None, [shown.text("person"), office])) + (f" ({status})" if status else "")


def _position(shown: _Shown) -> str:
    return ": ".join(filter(None, [shown("by"), shown.text("stance") or shown.text("on")]))


def _said(part: str, whole: str) -> bool:
    return part.casefold() in whole.casefold()


def _unless_said(names: str, title: str) -> str:
    """The parties, unless the title names them all."""
    said = all(_said(name, title) for name in names.replace(" and ", ", ").split(", "))
    return "" if said else names


_KINDS: dict[str, Callable[[_Shown], str]] = {
    "event": _event,
    "agreement": _agreement,
    "mechanism": _mechanism,
    "project": _project,
    "commitment": _commitment,
    "indicator": _indicator,
    "role": _role,
    "position": _position,
}
