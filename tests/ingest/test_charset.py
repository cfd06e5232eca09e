import os

import pytest

from comity.errors import UnreadableInput
from comity.ingest import View, read_bytes
from comity.ingest.charset import decode

from .texts import CHINESE, ENGLISH, RUSSIAN, VIETNAMESE, windows_1258

CURLY = "The naïve envoy’s “shared” café — " + ENGLISH


@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_in_each_charset(codec):
    assert decode(CURLY.encode(codec), source="a.txt") == CURLY


@pytest.mark.parametrize(("text", "codec"), [(RUSSIAN, "cp1251"), (CHINESE * 2, "gb18030"), (VIETNAMESE, "utf-16")])
def test_other_languages(text, codec):
    assert decode(text.encode(codec), source="a.txt") == text


def test_windows_1258_reads_as_the_same_words():
    text = decode(windows_1258(VIETNAMESE), source="a.txt")
    assert text != VIETNAMESE
    assert View.of(text).text == VIETNAMESE


def test_vietnamese_names_in_an_english_text_are_windows_1258():
    english = ENGLISH + " The gate at Hữu Nghị was opened by Phạm Văn Đông."
    assert View.of(decode(windows_1258(english), source="a.txt")).text == english


@pytest.mark.parametrize("western", ["São Paulo, può, ciò, Perù and Võru", "Þór and Sigríður, café, garçon"])
def test_names_of_the_west_are_not(western):
    text = f"{ENGLISH} {western}."
    assert decode(text.encode("cp1252"), source="a.txt") == text


def test_a_few_signs_beyond_ascii_are_windows_1252():
    assert decode("café talks".encode("cp1252"), source="a.txt") == "café talks"


def test_newlines_and_mark_stay_as_in_the_file():
    data = b"\xef\xbb\xbfFirst line.\r\nSecond line.\rThird."
    assert decode(data, source="a.txt") == data.decode("utf-8")


def test_broken_utf8_loses_only_what_is_broken():
    data = f"Tô Lâm. {ENGLISH}".encode() + b" \xff."
    assert decode(data, source="a.txt") == f"Tô Lâm. {ENGLISH} \ufffd."


def test_a_cut_off_last_character():
    assert decode(f"{ENGLISH} “".encode()[:-1], source="a.txt") == f"{ENGLISH} \ufffd"
    assert decode("the café".encode("cp1252"), source="a.txt") == "the café"


def test_a_page_declares_its_charset():
    data = "<html><head><meta charset='windows-1251'></head><p>Мир".encode("cp1251")
    assert decode(data, source="a.html").endswith("Мир")
    assert decode("мир и мир".encode("koi8-r"), source="a", declared="KOI8-R") == "мир и мир"


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf", "\ufeff".encode("utf-16"), b"\x00\x00"])
def test_nothing_in_it(data):
    with pytest.raises(UnreadableInput, match=r"a\.txt is empty; give"):
        decode(data, source="a.txt")


@pytest.mark.parametrize(
    "data", [os.urandom(5000), bytes(range(256)), b"\x00\x01\x02" * 50, b"\x01\x02\x03", b"--- ...\n"]
)
def test_no_text(data):
    with pytest.raises(UnreadableInput, match=r"a\.txt (is a binary file|has no words)"):
        decode(data, source="a.txt")


@pytest.mark.parametrize(
    ("data", "what"), [(b"%PDF-1.7", "a PDF file"), (b"PK\x03\x04", "a ZIP or Office"), (b"\x89PNG\r\n", "a picture")]
)
def test_other_formats_are_named(data, what):
    with pytest.raises(UnreadableInput, match=f"is {what}.*save its text"):
        decode(data + b" some words", source="a.txt")


def test_a_few_nuls_are_no_reason_to_refuse():
    text = "Hel\x00lo wor\x00ld"
    assert read_bytes(text.encode(), source="a.txt").text == text
