"""What is written in the exchange format comes back as it was; what breaks it is named."""

from __future__ import annotations

import pytest

from claims import extraction
from comity.errors import RecordError
from comity.model import claims_of
from comity.model.exchange import extraction_from, record_from

PORT = {
    "kind": "project", "name": "deep-water port", "project_type": "port", "places": ["Lamu"], "participants": ["Kenya"],
    "amount": {"value": 2500000, "currency": "USD", "qualifier": "about"},
    "completion": {"value": "2027", "basis": "planned"}, "says": "The deep-water port at Lamu is to cost 2.5 million.",
}  # fmt: skip


def test_a_record_survives_the_way_out_and_back():
    read = extraction("port", "2024-01-02", PORT)
    assert extraction_from(read.as_dict(), read.document) == read


def test_plain_values_and_gold_extras_are_understood():
    said = "Trade rose."
    data = {
        "kind": "event", "quotes": [{"start": 0, "end": 11, "exact": said}],
        "optional": True, "alt": {"form": ["call"]},
        "fields": {"form": "meeting", "actors": ["Kenya"], "date": "2024", "date_basis": "inferred", "place": ""},
    }  # fmt: skip
    record = record_from(data, said)
    assert (record.get("form"), record.fields["date"].basis) == ("meeting", "inferred")
    assert "place" not in record.fields


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"quotes": [{"start": 0, "end": 4, "exact": "Talk"}]}, "does not stand at"),
        ({"quotes": [{"start": 0}]}, "needs start, end and exact"),
        ({"quotes": []}, "at least one quote"),
        ({"kind": "rumour"}, "no kind of record"),
        ({"fields": {"colour": "red"}}, "no field 'colour'"),
        ({"fields": {"count": "many"}}, "event.count cannot be"),
        ({"fields": {"form": "picnic"}}, "cannot be 'picnic'"),
    ],
)
def test_what_breaks_the_format_is_named(change, says):
    data = {"kind": "event", "quotes": [{"start": 0, "end": 5, "exact": "Trade"}], "fields": {"form": "visit"}} | change
    with pytest.raises(RecordError, match=says):
        record_from(data, "Trade rose.")


def test_claim_ids_tell_records_of_one_sentence_apart_and_do_not_depend_on_fields():
    said = "They agreed to dig and to build."
    first = {"kind": "commitment", "by": ["Kenya"], "action": "dig", "modality": "agreed", "says": said}
    one = claims_of(extraction("a", "", first))
    other = claims_of(extraction("a", "", {**first, "action": "dig deep"}))
    assert one[0].id == other[0].id
    data = extraction("a", "", first).as_dict()
    data["records"] *= 2
    twice = claims_of(extraction_from(data, extraction("a", "", first).document))
    assert len({claim.id for claim in twice}) == 2
    assert twice[0].id == one[0].id
