"""The door to a ledger: what comes in, what can be asked."""

from __future__ import annotations

import json
from datetime import date

import pytest

import comity
from comity.errors import NotFound, UnreadableInput, UsageError
from comity.export.history_sheet import history
from comity.ledger import Ledger
from comity.settings import Settings
from small_world import world


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "it.db", settings=Settings()) as opened:
        yield opened


@pytest.fixture
def full(ledger):
    list(ledger.add_extractions(world()))
    return ledger


def of(ledger, kind, **more):
    return ledger.records(kind=kind, **more)


def test_each_document_is_told_of_in_its_turn(ledger):
    rows = list(ledger.add_extractions(world()))
    assert [row.state for row in rows] == ["added"] * 6
    assert [row.name for row in rows][:2] == ["herald.txt", "courier.txt"]
    assert (rows[0].new, rows[0].repeats) == (4, 0)
    assert (rows[1].new, rows[1].repeats, rows[1].contradicts) == (0, 3, 1)
    assert [row.as_dict() for row in ledger.add_extractions(world())] == [
        {"name": r.name, "key": r.key, "state": "known", "refusal": None, "records": r.records, "new": 0, "repeats": 0,
         "contradicts": 0, "copy_of": None, "instead_of": [], "withdrawn": None} for r in rows
    ]  # fmt: skip


def test_one_by_one_is_told_as_together(ledger, tmp_path):
    together = list(ledger.add_extractions(world()))
    with Ledger.open(tmp_path / "other.db", settings=Settings()) as other:
        assert [other.add_extraction(read) for read in world()] == together


def test_what_several_documents_tell_is_one_record(full):
    (visit,) = of(full, "event", text="visit")
    assert {member.name for member in visit.members} == {"herald", "courier", "gazette", "undated"}
    assert visit.get("date") == "2025-03-10"
    assert visit.fields["date"].judgement == "refined"
    assert set(visit.states) == {"PER", "CHL"}


def test_any_claim_leads_to_its_record(full):
    (visit,) = of(full, "event", text="visit")
    assert {full.record(member.claim).id for member in visit.members} == {visit.id}
    with pytest.raises(NotFound, match="no record ev-nowhere"):
        full.record("ev-nowhere")


def test_filters(full):
    everything = full.records()
    assert {r.kind for r in everything} == {"event", "agreement", "commitment", "role", "project", "indicator",
                                            "position"}  # fmt: skip
    assert [r.id for r in full.records(relation="CHL-PER")] == [r.id for r in full.records(relation=("PER", "CHL"))]
    assert full.records(relation="per") and not full.records(relation="PER-BRA")
    assert {r.kind for r in full.records(since="2025-12-01", until=date(2025, 12, 31))} >= {"event"}
    assert [r.kind for r in full.records(judgement="contradicted")] == ["indicator", "agreement"]
    assert full.records(status="operating")[0].kind == "project"
    assert {r.kind for r in full.records(actor="Ana Quispe")} == {"event", "role"}
    assert (
        full.records(certainty="hedged") == full.records(sector="maritime") == full.records(source_class="social") == []
    )
    assert {r.kind for r in full.records(text='"border post"')} >= {"commitment", "project"}
    assert full.records(text='"post border"') == []


def test_paging_gives_all_once(full):
    whole = [r.id for r in full.records()]
    paged, after = [], None
    while page := full.records(limit=2, after=after):
        paged += [r.id for r in page]
        after = paged[-1]
    assert paged == whole
    past = [r.id for r in full.records(as_of="2026-01-01")]
    assert [r.id for r in full.records(as_of="2026-01-01", limit=3)] == past[:3]
    assert [r.id for r in full.records(as_of="2026-01-01", after=past[2])] == past[3:]


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "treaty"}, {"relation": "Peru"}, {"relation": "PER-CHL-BRA"}, {"since": "spring"}, {"text": "!?"},
     {"review": "maybe"}, {"certainty": "sure"}, {"sector": "chess"}, {"as_of": "2025"}],
)  # fmt: skip
def test_what_cannot_be_is_a_usage_error(full, wrong):
    with pytest.raises(UsageError):
        full.records(**wrong)


def test_documents(full):
    assert [head.name for head in full.documents()][:2] == ["undated", "herald"]
    stored = full.document("herald")
    assert stored.text == world()[0].document.text
    assert [claim.record for claim in stored.claims] == list(world()[0].records)
    assert full.document(stored.head.key) == stored
    with pytest.raises(NotFound, match="'nobody'"):
        full.document("nobody")


def test_a_name_that_several_have_is_refused(full):
    list(full.add_extractions([comity.Extraction(comity.Document("herald", "other/herald.txt", "A line."), ())]))
    with pytest.raises(UsageError, match="several documents are called 'herald'"):
        full.document("herald")


def test_as_of_tells_what_was_known_then(full):
    (visit,) = full.records(kind="event", as_of="2025-03-11")
    assert [member.name for member in visit.members] == ["herald"]
    (bundle,) = full.records(kind="agreement", as_of="2025-03-11")
    assert bundle.fields["count"].judgement == "single_source"
    assert full.records(as_of="2025-03-10") == []
    assert full.undated() == 1
    assert full.record(visit.id, as_of="2025-03-11") == visit
    with pytest.raises(NotFound, match="2025-03-10"):
        full.record(visit.id, as_of="2025-03-10")


def test_a_kept_promise_is_linked_to_its_deed(full):
    (kept,) = full.records(kind="commitment")
    (deed,) = full.records(kind="event", text="opened")
    links = [link for link in kept.links if link.relation == "fulfilled_by"]
    assert deed.id in {link.record for link in links}
    assert kept.id in {link.record for link in deed.links}
    assert kept.status == "fulfilled"


def test_conflicts_and_what_waits(full):
    assert {record.kind for record in full.conflicts("PER-CHL")} == {"agreement", "indicator"}
    items = full.review_queue("PER-CHL")
    assert {(item.sort, item.field) for item in items} >= {("conflict", "count"), ("conflict", "value")}
    assert [item.weight for item in items] == sorted((item.weight for item in items), reverse=True)
    assert all(item.as_dict()["question"] for item in items)
    assert full.review_queue("BRA") == []


def test_search_is_blind_to_marks(ledger):
    text = "Tô Lâm crossed at Đồng Đăng.\n\nNothing else happened."
    document = comity.Document("gate", "gate.txt", text, published="2025-04-14")
    ledger.add_extraction(comity.Extraction(document, ()))
    for asked in ("dong dang", "to lam", "Tô Lâm", '"Đồng Đăng"', "LAM cross*"):
        (hit,) = ledger.search(asked)
        assert (hit.sort, hit.head.name, hit.passage.exact) == ("passage", "gate", "Tô Lâm crossed at Đồng Đăng.")
        assert hit.marks and hit.as_dict()["document"]["name"] == "gate"
    (hit,) = ledger.search("to lam")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Tô", "Lâm"]
    assert ledger.search('"lam to"') == []
    for nothing in ("", "?!"):
        with pytest.raises(UsageError, match="no word to search for"):
            ledger.search(nothing)


def test_search_finds_records(full):
    hits = full.search("border post")
    assert {hit.sort for hit in hits} == {"record", "passage"}
    assert {hit.record.kind for hit in hits if hit.record} == {"commitment", "project", "event"}


def test_statistics(full):
    found = full.statistics()
    assert (found["documents"], found["undated"], found["claims"]) == (6, 1, 20)
    assert found["records"] == sum(found["kinds"].values()) == len(full.records())
    assert found["relations"] == {"CHL-PER": len(full.records(relation="CHL-PER"))}


def test_records_in_the_exchange_format(ledger, tmp_path):
    first, second = (read.as_dict() | {} for read in world()[:2])
    (tmp_path / "herald.txt").write_text(world()[0].document.text, encoding="utf-8")
    (tmp_path / "herald.meta.json").write_text('{"publisher": "The Highland Herald"}', encoding="utf-8")
    (tmp_path / "herald.json").write_text(json.dumps(first), encoding="utf-8")
    second["document"]["text"] = world()[1].document.text
    (tmp_path / "more.jsonl").write_text(f"{json.dumps(second)}\nno json\n", encoding="utf-8")
    rows = list(ledger.add_records(tmp_path))
    assert [row.state for row in rows] == ["added", "added", "refused"]
    assert "line 2" in rows[2].refusal
    assert [row.key for row in rows[:2]] == [row.key for row in map(ledger.add_extraction, world()[:2])]


def test_records_without_their_text_are_refused(ledger, tmp_path):
    given = world()[0].as_dict()
    path = tmp_path / "herald.json"
    path.write_text(json.dumps(given), encoding="utf-8")
    (row,) = ledger.add_records([path])
    assert row.state == "refused" and "nowhere to be found" in row.refusal
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "herald.txt").write_text("Another text.", encoding="utf-8")
    (row,) = ledger.add_records(str(path), texts=tmp_path / "texts")
    assert row.state == "refused" and "sha256" in row.refusal
    path.write_text("[1, 2]", encoding="utf-8")
    (row,) = ledger.add_records([path])
    assert row.state == "refused" and "exchange format" in row.refusal
    assert ledger.documents() == ()


def test_a_file_that_cannot_be_read_does_not_stop_the_others(ledger, tmp_path):
    note = tmp_path / "note.txt"
    note.write_text(
        "Peruvian President Ana Quispe met Chilean President Luis Tapia in Lima on Monday.", encoding="utf-8"
    )
    known = comity.read_path(note, published="2025-03-12")
    rows = list(ledger.add([tmp_path / "missing.txt", note, known], published="2025-03-12"))
    assert [row.state for row in rows] == ["refused", "added", "known"]
    assert "does not exist" in rows[0].refusal
    assert ledger.records(kind="event")[0].get("form") == "meeting"
    with pytest.raises(UsageError):
        ledger.add(note, published="12 March")


def test_verify_and_rebuild(full):
    before = [record.as_dict() for record in full.records()]
    report = full.verify()
    assert report.sound, report.problems
    assert report.checked["documents"] == 6 and report.checked["quotes"] > 18
    assert full.rebuild().checked["records"] == len(before)
    assert [record.as_dict() for record in full.records()] == before


def test_another_reading_takes_the_place_of_the_first(full):
    read = world()[1]
    full.add_extraction(comity.Extraction(read.document, read.records[:1]))
    assert [claim.kind for claim in full.document("courier").claims] == ["role"]
    (bundle,) = full.records(kind="agreement")
    assert [member.name for member in bundle.members] == ["herald"]
    before = [record.as_dict() for record in full.records()]
    full.rebuild()
    assert [record.as_dict() for record in full.records()] == before
    assert full.add_extraction(read).state == "added"
    assert full.verify().sound


def test_the_setting_names_the_file(tmp_path, monkeypatch):
    monkeypatch.setenv("COMITY_DB", str(tmp_path / "named.db"))
    with Ledger.open() as opened:
        assert opened.path == tmp_path / "named.db"
    assert (tmp_path / "named.db").is_file()
    with pytest.raises(NotFound, match="does not exist"):
        Ledger.open(tmp_path / "none.db", create=False)


def test_an_unreadable_list_is_an_outcome(ledger, tmp_path):
    (row,) = ledger.add([tmp_path / "empty"])
    assert row.state == "refused"
    (tmp_path / "empty").mkdir()
    (row,) = ledger.add([tmp_path / "empty"])
    assert row.state == "refused" and UnreadableInput.code == "unreadable_input"


def test_a_record_tells_why_its_claims_are_one_in_as_few_joins_as_hold_them_together(full):
    for record in full.records():
        inside = {member.claim for member in record.members}
        same = [join for join in record.joins if join.verdict == "same" and {join.first, join.second} <= inside]
        assert len(same) == len(record.members) - 1


def test_the_history_of_a_record_lists_undated_tellings_as_undated(full):
    (visit,) = of(full, "event", text="visit")
    told = [(moment.evidence.name, moment.day) for moment in history(visit) if moment.sort == "told"]
    assert told[-1] == ("undated", "")
    assert {name for name, _ in told} == {member.name for member in visit.members}
