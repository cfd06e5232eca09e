import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from comity.export.printable import printable


def test_control_characters_become_pictures():
    assert printable("a\x1b[31mred\x1b[0m\x07") == "a\u241b[31mred\u241b[0m\u2407"
    assert printable("\x7f\x9b31m") == "\u2421\ufffd31m"


def test_blanks_become_spaces():
    assert printable("one\r\n\ttwo\u2028three\u3000four") == "one   two three four"


def test_what_turns_the_reading_order_is_shown():
    assert printable("abc\u202edef\u2069") == "abc\ufffddef\ufffd"


def test_letters_of_every_script_stay():
    text = "Tô Lâm, 习近平, Ελλάδα, हिन्दी, 한국어, “quoted” – 10 € 🙂"
    assert printable(text) == text


@given(st.text())
def test_one_character_for_one_and_none_that_a_terminal_obeys(text):
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Zl", "Zp"} for sign in shown)
