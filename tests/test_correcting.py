"""Values as people write them: what is shown for editing is read as the same value."""

from __future__ import annotations

import pytest

from comity.errors import UsageError
from comity.ledger import Ledger
from comity.ledger.correcting import parsed, written
from comity.settings import Settings
from sample import NAMES, extraction


def test_every_value_is_read_as_it_is_written(tmp_path):
    with Ledger.open(tmp_path / "ledger.db", settings=Settings()) as ledger:
        list(ledger.add_extractions(extraction(name) for name in NAMES))
        fields = [(r.kind, view) for r in ledger.records() for view in r.fields.values() if view.value is not None]
    assert {view.name for _, view in fields} >= {"amount", "completion", "due", "actors", "value", "reaffirmed"}
    for kind, view in fields:
        assert parsed(kind, view.name, written(view.value)) == view.value, (kind, view.name)


@pytest.mark.parametrize(
    ("kind", "field", "text"),
    [
        ("indicator", "value", "many"),
        ("indicator", "value", "1.2.3"),
        ("project", "amount", "8 billion"),
        ("project", "amount", "8 billion XYZ"),
        ("event", "date", "soon"),
        ("event", "x", "y"),
    ],
)
def test_what_cannot_be_a_value_is_refused_with_what_can(kind, field, text):
    with pytest.raises(UsageError, match=r"write|take one of"):
        parsed(kind, field, text)
