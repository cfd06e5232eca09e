"""Texts written for the tests of this room."""

import unicodedata

ENGLISH = (
    "The two ministers met in the capital on Monday and agreed to reopen the border crossing within three months, "
    "officials said after the talks."
)
VIETNAMESE = (
    "Hai bộ trưởng đã gặp nhau tại thủ đô hôm thứ Hai và nhất trí mở lại cửa khẩu biên giới trong vòng ba tháng tới, "
    "các quan chức cho biết sau cuộc họp."
)
RUSSIAN = (
    "Два министра встретились в столице в понедельник и договорились открыть переход через границу в течение трёх "
    "месяцев, сообщили после переговоров официальные лица обеих стран."
)
CHINESE = "两国部长周一在首都会晤,同意在三个月内重新开放边境口岸,双方官员在会谈后表示。"

_TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """The charset has vowels with their quality and the five tones, but not both in one character."""
    parts = []
    for sign in unicodedata.normalize("NFC", text):
        apart = unicodedata.normalize("NFD", sign)
        base = unicodedata.normalize("NFC", "".join(c for c in apart if c not in _TONES))
        parts.append(base + "".join(c for c in apart if c in _TONES))
    return "".join(parts).encode("cp1258")


def page(body: str, head: str = "<title>Border to reopen</title>") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


ARTICLE = f"<article><h1>Border to reopen</h1><p>{ENGLISH}</p></article>"
