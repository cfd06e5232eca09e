import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.ingest import View

from .texts import ENGLISH, VIETNAMESE

DAMAGE = st.sampled_from(
    [
        "\x00",
        "\u200b",
        "\u00ad",
        "\u202e",
        "\ufeff",
        "\r\n",
        "\r",
        "\xa0",
        "\u2009",
        "\x85",
        "e\u0301",
        "o\u0323\u0302",
        "Viá»‡t",
        "donâ€™t",
        "HÃ\xa0",
        "Ã  ",
        "a\ua9d1b",
        "习近平",
        "\u0430",
        " ",
        "\n",
        "word",
        "Tô Lâm",
        "…”",
    ]
)
HOSTILE = st.lists(st.one_of(DAMAGE, st.text(max_size=5)), max_size=30).map("".join)


def shown(view, stored, start, end):
    first, last = view.to_stored(start, end)
    return stored[first:last]


@given(HOSTILE)
def test_every_character_stands_for_a_stretch_within_the_stored_text(stored):
    view = View.of(stored)
    spans = [view.to_stored(i, i + 1) for i in range(len(view.text))]
    assert all(0 <= start < end <= len(stored) for start, end in spans)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(spans))


@given(HOSTILE)
def test_a_view_is_composed_and_free_of_what_cannot_be_seen(stored):
    text = View.of(stored).text
    assert unicodedata.is_normalized("NFC", "".join(c for c in text if c.isascii() or unicodedata.combining(c)))
    assert not set(text) & set("\x00\u200b\u00ad\u202e\ufeff\r\xa0\u2009\u2028\x85")
    assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Cs"} and sign not in "\n\t" for sign in text)


@given(HOSTILE, st.data())
def test_a_span_carried_there_and_back_covers_itself(stored, data):
    view = View.of(stored)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    first, last = view.from_stored(*view.to_stored(start, end))
    assert first <= last
    if start < end:
        assert first <= start and end <= last


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=200))
def test_a_clean_text_is_its_own_view(stored):
    view = View.of(stored)
    assert view.text == stored
    assert view.is_identity
    assert view.to_stored(0, len(stored)) == (0, len(stored))


@pytest.mark.parametrize("text", [ENGLISH, VIETNAMESE, "Xi Jinping(习近平) said “yes…”", "5 μm of π", "ĐỒNG ½ fi ﬁ"])
def test_sound_text_is_left_alone(text):
    assert View.of(text).text == text
    assert View.of(text).is_identity


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("Minis\x00ter", "Minister"),
        ("\ufeffTalks\u200b be\u00adgin", "Talks begin"),
        ("\u202etalks\u202c", "talks"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("3\xa0000\u2009km", "3 000 km"),
        ("line\u2028line", "line\nline"),
        ("e\u200b\u0301", "é"),
    ],
)
def test_what_cannot_be_seen_goes(stored, text):
    assert View.of(stored).text == text


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("the an\ua9d1d the", "the and the"),
        ("a so\U00012043me talk", "a some talk"),
        ("Chin\u0430 said", "China said"),
        ("Wang Yi (王毅) and 李强", "Wang Yi (王毅) and 李强"),
        ("Wang王 Li李 Zhao赵 Han韩", "Wang王 Li李 Zhao赵 Han韩"),
        ("Wang Yi王毅 met", "Wang Yi met"),
    ],
)
def test_strays_in_latin_words_go_while_they_are_few(stored, text):
    assert View.of(stored).text == text


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("Viá»‡t Nam", "Việt Nam"),
        ("They donâ€™t", "They don’t"),
        ("TÃ´ LÃ¢m in HÃ\xa0 Ná»™i", "Tô Lâm in Hà Nội"),
        ("TÃ´ LÃ¢m in HÃ  Ná»™i", "Tô Lâm in Hà Nội"),
        ("TÃ´ LÃ¢m in HÃ Ná»™i", "Tô Lâm in Hà Nội"),
        ("Hồ Đức and TÃ´", "Hồ Đức and Tô"),
        ("it\x92s", "it’s"),
    ],
)
def test_wrongly_decoded_words_are_repaired(stored, text):
    assert View.of(stored).text == text


def test_a_repaired_character_stands_for_the_characters_it_was_made_from():
    stored = "In Viá»‡t Nam donâ€™t"
    view = View.of(stored)
    at = view.text.index("ệ")
    assert shown(view, stored, at, at + 1) == "á»‡"
    assert shown(view, stored, at + 1, at + 2) == "t"
    at = view.text.index("Nam")
    assert shown(view, stored, at, at + 3) == "Nam"


def test_decomposed_vietnamese_is_composed_and_maps_back():
    stored = unicodedata.normalize("NFD", "Tô Lâm met")
    view = View.of(stored)
    assert view.text == "Tô Lâm met"
    assert shown(view, stored, 0, 6) == unicodedata.normalize("NFD", "Tô Lâm")


def test_a_quote_across_a_stray_holds_it():
    stored = "the border\u200b cros\ua9d1sing"
    view = View.of(stored)
    assert shown(view, stored, 4, len(view.text)) == "border\u200b cros\ua9d1sing"


def test_a_dropped_stretch_is_empty_in_the_view():
    view = View.of("ab\u200b\u200bcd")
    assert view.from_stored(2, 4) == (2, 2)
    assert view.to_stored(2, 2) == (4, 4)


def test_spans_outside_are_refused():
    with pytest.raises(ValueError, match="no span"):
        View.of("abc").to_stored(2, 4)
    with pytest.raises(ValueError, match="no span"):
        View.of("abc").from_stored(-1, 2)


@pytest.mark.parametrize("piece", ["x", "习", "á»‡", "e\u0301", "\xa0\u200b", "\r\n"])
def test_a_line_of_a_million_characters(piece):
    stored = piece * (1_000_000 // len(piece))
    view = View.of(stored)
    assert view.to_stored(0, len(view.text))[1] <= len(stored)
