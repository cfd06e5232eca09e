import pytest

from comity.errors import UnsupportedText
from comity.ingest import read_bytes, read_text, require_english
from comity.ingest.tongue import detect

from .texts import CHINESE, ENGLISH, RUSSIAN, VIETNAMESE, windows_1258

FRENCH = (
    "Les deux ministres se sont rencontrés lundi dans la capitale et sont convenus de rouvrir le poste frontière dans "
    "un délai de trois mois, ont déclaré des responsables."
)


@pytest.mark.parametrize(
    ("text", "code"), [(ENGLISH, "en"), (VIETNAMESE, "vi"), (RUSSIAN, "ru"), (CHINESE * 9, "zh"), (FRENCH, "fr")]
)
def test_languages(text, code):
    assert detect(text) == code


@pytest.mark.parametrize("text", ["", "Hai bộ trưởng", "Talks begin", "12 34 56"])
def test_too_few_words_to_tell(text):
    assert detect(text) == ""


def test_names_and_headlines_are_not_taken_for_another_language():
    names = (
        "Xi Jinping, To Lam, Li Qiang, Wang Yi, Hanoi, Beijing, Guangxi, Yunnan, Lao Cai, Lang Son, Hekou, Quang Ninh"
    )
    assert detect(f"{names}, ASEAN, RCEP") in ("", "en")


@pytest.mark.parametrize("data", [VIETNAMESE.encode(), windows_1258(VIETNAMESE)])
def test_another_language_is_refused_by_name(data):
    document = read_bytes(data, source="a.txt")
    with pytest.raises(UnsupportedText, match=r"a\.txt is in Vietnamese \(vi\); comity reads English"):
        require_english(document)


def test_english_and_unknown_pass():
    require_english(read_text(ENGLISH))
    require_english(read_text("Talks begin"))
