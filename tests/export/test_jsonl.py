import json

import pytest

from comity.export.jsonl import line
from sample import NAMES, extraction, gold


@pytest.mark.parametrize("name", NAMES)
def test_a_line_holds_the_whole_extraction(name):
    written = line(extraction(name))
    assert "\n" not in written
    read = json.loads(written)
    assert read["document"]["text_sha256"] == gold(name)["document"]["text_sha256"]
    assert read["set_aside"] == gold(name)["set_aside"]
    kept = ("kind", "quotes", "speaker", "certainty", "cue", "sectors", "fields")
    assert read["records"] == [{key: record[key] for key in kept} for record in gold(name)["records"]]


def test_rules_are_named_only_when_asked():
    assert "rule" not in json.loads(line(extraction(NAMES[0])))["records"][0]
    assert json.loads(line(extraction(NAMES[0]), explain=True))["records"][0]["rule"].startswith("gold.")


def test_letters_stay_letters():
    assert "\u201c" in line(extraction(NAMES[0])) or "\\u" not in line(extraction(NAMES[0]))
