"""Bytes to text: byte order mark, strict UTF-8, what the page declares, then detection.

The text is what the codec gives, newlines and a UTF-8 byte order mark included; nothing is normalised.
"""

from __future__ import annotations

import codecs
import re
from itertools import pairwise

from comity.errors import UnreadableInput
from comity.vocab import load

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_HEAD = 4096


def decode(data: bytes, *, source: str, declared: str = "") -> str:
    """Decode ``data``; ``declared`` is a charset named from outside (an HTTP header).

    Raises ``UnreadableInput`` if the bytes are a file of another kind, are no text, or in no known charset.
    """
    refuse_other_formats(data, source)
    text = _decode(data, source, declared)
    refuse_binary(text, source)
    return text


def refuse_other_formats(data: bytes, source: str) -> None:
    """Raise ``UnreadableInput`` if ``data`` begins like a PDF, an Office file, a picture …"""
    for signature, what in load("ingest")["signatures"].items():
        if data.startswith(bytes.fromhex(signature)):
            raise UnreadableInput(f"{source} is {what}; comity reads text and HTML, so save its text as .txt first")


def _decode(data: bytes, source: str, declared: str) -> str:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data.decode(codec, "replace")
    if codec := _utf16_without_mark(data):
        return data.decode(codec, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut_off = error.reason == "unexpected end of data" and len(data) - error.start > 1
        if cut_off or _mostly_utf8(data):
            return data.decode("utf-8", "replace")
    _refuse_controls(data[:_HEAD].decode("latin-1"), source)
    return _declared(data, declared) or _detected(data, source)


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 of mostly Latin text has a zero in every other byte."""
    head = data[:_HEAD]
    half = len(head) // 2
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd * 2 > half and even * 20 < half:
        return "utf-16-le"
    return "utf-16-be" if even * 2 > half and odd * 20 < half else ""


def _mostly_utf8(data: bytes) -> bool:
    """Whether more characters beyond ASCII are sound UTF-8 than are broken."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(not sign.isascii() for sign in text) - broken > broken


def _declared(data: bytes, declared: str) -> str:
    inside = _DECLARED.search(data[:_HEAD])
    names = [declared, inside[1].decode("ascii", "replace") if inside else ""]
    for name in names:
        codec = load("ingest")["charsets"].get(name.strip().lower())
        if codec and codec != "utf-8":
            return data.decode(codec, "replace")
    return ""


def _detected(data: bytes, source: str) -> str:
    from charset_normalizer import from_bytes

    if text := _vietnamese(data) or _western(data):
        return text
    matches = list(from_bytes(data))
    if not matches:
        raise UnreadableInput(f"the characters of {source} are in no known charset; save it as UTF-8")
    equal = {match.encoding: match for match in matches if match.chaos <= matches[0].chaos}
    names = [name for name in load("ingest")["charset_preference"] if name in equal]
    return str(equal[names[0]] if names else matches[0])


def _vietnamese(data: bytes) -> str:
    """Text as windows-1258: its tones are marks, all of them behind vowels, and it has letters of its own."""
    tones, vowels, letters = (load("ingest")["vietnamese"][name] for name in ("tones", "vowels", "letters"))
    text = data.decode("cp1258", "replace").lower()
    marked = [before for before, sign in pairwise(text) if sign in tones]
    own = any(sign in letters for sign in text)
    return data.decode("cp1258", "replace") if own and len(marked) > 1 and all(v in vowels for v in marked) else ""


def _western(data: bytes) -> str:
    """A mostly ASCII text as windows-1252: its few other bytes are too little for detection."""
    others = len(data) - len(data.translate(None, delete=bytes(range(128, 256))))
    if others > load("ingest")["western_share"] * len(data):
        return ""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return ""


def refuse_binary(text: str, source: str) -> None:
    """Raise ``UnreadableInput`` if ``text`` is full of control characters or has no word in it."""
    _refuse_controls(text, source)
    if not any(sign.isalnum() for sign in text):
        what = "is empty" if not text.strip("\ufeff \t\r\n\x00") else "has no words in it"
        raise UnreadableInput(f"{source} {what}; give a file with the text of an article")


def _refuse_controls(text: str, source: str) -> None:
    limits = load("ingest")["binary"]
    controls = sum(sign < " " and sign not in "\t\n\v\f\r" for sign in text)
    if controls > limits["control_count"] and controls > limits["control_share"] * len(text):
        raise UnreadableInput(f"{source} is a binary file; comity reads text and HTML, so save its text as .txt first")
