import pytest

from comity import extract
from comity.errors import UnreadableInput, UsageError
from comity.settings import Settings, names, unknown, variable


def test_nothing_given_is_the_default():
    assert Settings.from_environment({}) == Settings()
    assert Settings.from_environment({"COMITY_PIPELINE": "  ", "COMITY_MAX_CHARS": ""}) == Settings()


def test_variables_are_read():
    settings = Settings.from_environment({"COMITY_PIPELINE": " en_core_web_sm ", "COMITY_MAX_CHARS": "5000"})
    assert settings == Settings(pipeline="en_core_web_sm", max_chars=5000)


@pytest.mark.parametrize("written", ["0", "-3", "many", "1.5", "\u0663"])
def test_a_bad_number_is_one_sentence(written):
    with pytest.raises(UsageError, match=r"COMITY_MAX_CHARS is .* whole number"):
        Settings.from_environment({"COMITY_MAX_CHARS": written})


def test_misspelt_variables_are_named():
    assert unknown({"COMITY_PIPLINE": "x", "COMITY_MAX_CHARS": "1", "HOME": "/"}) == ("COMITY_PIPLINE",)


def test_every_setting_is_explained():
    assert all(variable(name) in str(Settings.__doc__) for name in names())


def test_the_limit_is_enforced_before_anything_is_read():
    with pytest.raises(UnreadableInput, match=r"has 43 characters, more than the 20 that COMITY_MAX_CHARS allows"):
        extract("Peru and Chile reopened the road last week.", settings=Settings(max_chars=20))
