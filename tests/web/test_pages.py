"""Every screen: its twins, no script or style of its own, forms that work without JavaScript, hostile records."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from fastapi.testclient import TestClient

from comity.ledger import Ledger
from comity.ledger.lists import Lists
from comity.settings import Settings
from comity.web.app import create_app
from screens import SCREENS
from web.conftest import ADDRESS, TOKEN, csrf_of
from web.hostile import ATTACKS, Reader, drawing_faults, extractions, formulas

DRAWN = {"/timeline", "/network", "/", "/map"}


def twin(screen: str, suffix: str) -> str:
    return f"{'/index' if screen == '/' else screen}{suffix}"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> TestClient:
    path = tmp_path_factory.mktemp("hostile-pages") / "ledger.db"
    with Ledger.open(path, settings=Settings()) as ledger:
        list(ledger.add_extractions(extractions()))
    with TestClient(create_app(path, settings=Settings(), token=TOKEN), base_url=ADDRESS) as client:
        client.get("/signin", params={"token": TOKEN})
        yield client


@pytest.mark.parametrize("screen", SCREENS)
def test_each_screen_has_its_data(desk, screen):
    page, data, table = desk.get(screen), desk.get(twin(screen, ".json")), desk.get(twin(screen, ".csv"))
    assert (page.status_code, data.status_code, table.status_code) == (200, 200, 200)
    assert isinstance(data.json(), dict)
    assert table.content.startswith(b"\xef\xbb\xbf")
    assert twin(screen, ".csv") in page.text or screen in {"/documents/new", "/brief"}


@pytest.mark.parametrize("screen", [*SCREENS, "/ledger?order=date", "/timeline?lanes=sector", "/ledger?thin=1"])
def test_hostile_records_stay_text(hostile, screen):
    answer = hostile.get(screen, headers={"Accept": "text/html"})
    reader = Reader()
    reader.feed(answer.text)
    assert answer.status_code == 200
    assert not reader.faults
    assert not re.search(r"<style|<script(?! src=)|\sstyle=", answer.text)


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_actor_called_by_an_attack_has_a_page(hostile, attack):
    answer = hostile.get(f"/actors/{quote(attack, safe='')}", headers={"Accept": "text/html"})
    reader = Reader()
    reader.feed(answer.text)
    assert answer.status_code == 200
    assert not reader.faults


def test_every_drawing_can_be_kept_with_its_source(desk):
    series = re.search(r'/indicators\.svg\?series=([^"&]+)', desk.get("/indicators").text)
    assert series
    for address in ("/timeline", "/network", "/intensity", "/map", "/heatmap", f"/indicators@?series={series[1]}"):
        path, mark, query = address.replace("@", "").partition("?")
        drawing = desk.get(f"{path}.svg{mark}{query}")
        assert "Source: comity" in drawing.text
        assert 'href="/' not in drawing.text  # a file has no place of its own from which to lead anywhere
        assert desk.get(f"{path}.png{mark}{query}").content.startswith(b"\x89PNG")
    assert desk.get("/indicators.svg?series=none").status_code == 404


@pytest.mark.parametrize("name", ["timeline", "network", "map", "heatmap", "intensity", "indicators"])
def test_drawings_of_hostile_records_are_files(hostile, name):
    """A figure of one measure is named by the page; where nothing can be drawn, that is said."""
    asked = re.search(r"/indicators\.svg(\?[^\"]+)", hostile.get("/indicators").text) if name == "indicators" else None
    query = unescape(asked[1]) if asked else ""
    drawing = hostile.get(f"/{name}.svg{query}")
    if drawing.status_code == 404:
        assert drawing.json()["error"]["hint"]
        return
    assert drawing.headers["content-disposition"].startswith("attachment")
    assert not drawing_faults(drawing.text, ADDRESS)
    assert hostile.get(f"/{name}.png{query}").content.startswith(b"\x89PNG")


@pytest.mark.parametrize("screen", SCREENS)
def test_tables_of_hostile_records_are_no_formulas(hostile, screen):
    assert not formulas(hostile.get(twin(screen, ".csv")).content)


def test_tables_of_single_hostile_things_are_no_formulas(hostile):
    record = hostile.get("/ledger.json").json()["records"][0]["id"]
    document = hostile.get("/documents.json").json()["documents"][0]["key"]
    for address in (f"/record/{record}.csv", f"/documents/{document}.csv", "/brief.csv?relation=BRA-ARG"):
        assert not formulas(hostile.get(address).content), address


@pytest.mark.parametrize("screen", [screen for screen in SCREENS if screen not in DRAWN])
def test_pages_without_drawings_are_small(desk, screen):
    assert len(desk.get(screen).content) < 100_000


def test_no_form_writes_for_who_is_not_signed_in(desk):
    for screen in SCREENS:
        assert 'method="post"' not in desk.get(screen).text, screen


def test_deciding_and_undoing_with_forms_alone(signed_in):
    record = next(r for r in signed_in.get("/ledger.json").json()["records"] if r["kind"] == "event")
    form = {"action": "accept", "target": record["id"], "csrf": csrf_of(signed_in), "back": f"/record/{record['id']}"}
    answer = signed_in.post("/decide", data=form)
    assert answer.status_code == 303
    page = signed_in.get(answer.headers["location"]).text
    decision = re.search(r"Decision (de-[a-z2-7]{12}) is kept", page)
    assert decision
    assert "accepted" in page
    undo = {"action": "undo", "target": decision[1], "csrf": csrf_of(signed_in), "back": "/decisions"}
    assert signed_in.post("/decide", data=undo).status_code == 303
    assert signed_in.get(f"/record/{record['id']}.json").json()["review"] == "open"


def test_a_conflict_is_decided_and_gone(signed_in):
    conflict = signed_in.get("/conflicts.json").json()["conflicts"][0]
    value = conflict["values"][1]["value"]
    form = {
        "action": "correct",
        "target": conflict["record"],
        "field": conflict["field"],
        "value": json.dumps(value),
        "csrf": csrf_of(signed_in),
        "back": "/conflicts",
    }
    assert signed_in.post("/decide", data=form).headers["location"].startswith("/conflicts?decided=de-")
    left = signed_in.get("/conflicts.json").json()["conflicts"]
    assert (conflict["record"], conflict["field"]) not in {(c["record"], c["field"]) for c in left}
    assert signed_in.get(f"/record/{conflict['record']}.json").json()["fields"][conflict["field"]]["value"] == value


def test_a_name_is_kept_and_signs_decisions(signed_in):
    csrf = csrf_of(signed_in)
    signed_in.post("/who", data={"who": "Trần Anh", "csrf": csrf})
    record = signed_in.get("/ledger.json").json()["records"][0]["id"]
    signed_in.post("/decide", data={"action": "accept", "target": record, "csrf": csrf})
    assert signed_in.get("/decisions.json").json()["decisions"][0]["who"] == "Trần Anh"


@pytest.mark.parametrize("back", ["//attack.example", "https://attack.example", "/\\attack.example", "javascript:x"])
def test_forms_lead_nowhere_else(signed_in, back):
    answer = signed_in.post("/who", data={"who": "A", "csrf": csrf_of(signed_in), "back": back})
    assert urlsplit(answer.headers["location"]).netloc == ""
    assert answer.headers["location"] == "/"


def test_without_the_sign_nothing_is_written(signed_in):
    for path in ("/decide", "/who", "/seen", "/documents/add", "/documents/sample"):
        assert (
            signed_in.post(path, data={"action": "accept", "target": "ev-x", "who": "A", "day": "x"}).status_code == 403
        )


def test_reading_an_own_article(signed_in):
    text = "HANOI, May 2 - Vietnam and Laos signed an agreement on border trade in Vientiane on Friday, officials said."
    form = {"text": text, "published": "2025-05-03", "publisher": "Own Paper", "csrf": csrf_of(signed_in)}
    answer = signed_in.post("/documents/add", data=form)
    assert answer.status_code == 303
    page = signed_in.get(answer.headers["location"]).text
    assert "This document adds:" in page
    assert "Own Paper" in page


def test_neither_text_nor_file_is_refused_in_one_sentence(signed_in):
    answer = signed_in.post("/documents/add", data={"csrf": csrf_of(signed_in)}, headers={"Accept": "text/html"})
    assert answer.status_code == 422
    assert "paste a text, or choose a file" in answer.text


def test_what_was_marked_as_seen_is_not_new(signed_in):
    signed_in.post("/seen", data={"day": "2099-01-01", "csrf": csrf_of(signed_in)})
    assert "New since last visit" in signed_in.get("/").text
    assert signed_in.post("/seen", data={"day": "soon", "csrf": csrf_of(signed_in)}).status_code == 400


def test_an_empty_ledger_says_how_to_begin(tmp_path):
    with TestClient(create_app(tmp_path / "new.db", settings=Settings(), token=TOKEN), base_url=ADDRESS) as client:
        client.get("/signin", params={"token": TOKEN})
        assert "Load the sample" in client.get("/").text
        for screen in SCREENS:
            assert client.get(screen).status_code == 200, screen


def test_filters_stand_in_the_address_and_page_on(desk):
    first = desk.get("/ledger?kind=event&order=date")
    assert 'value="event" selected' in first.text
    rows = list(csv.DictReader(io.StringIO(desk.get("/ledger.csv?kind=event").content.decode("utf-8-sig"))))
    assert {row["kind"] for row in rows} == {"event"}
    assert desk.get("/ledger?kind=nonsense").status_code == 400


def test_a_record_is_found_by_any_of_its_claims(desk):
    record = max(desk.get("/ledger.json").json()["records"], key=lambda r: len(r["members"]))
    for member in record["members"]:
        assert desk.get(f"/record/{member['claim']}.json").json()["id"] == record["id"]
    assert desk.get("/record/ev-aaaaaaaaaaaa").status_code == 404


def test_the_brief_of_a_relation_with_its_footnotes(desk):
    page = desk.get("/brief?relation=VNM-CHN&as_of=2025-12-31").text
    notes = set(re.findall(r'href="#n(\d+)"', page))
    assert notes
    assert notes == set(re.findall(r'id="n(\d+)"', page))
    assert desk.get("/brief.md?relation=VNM-CHN").text.startswith("# China and Vietnam")
    assert desk.get("/brief.md").status_code == 400
    assert desk.get("/brief?relation=VNM-CHN&as_of=2025-02-31").status_code == 400


def test_the_map_shows_every_place_and_leads_to_every_record(desk):
    told = desk.get("/map.json").json()["places"]
    assert {"Hanoi", "Beijing"} <= {place["place"] for place in told}
    page = desk.get("/map").text
    for name in {place["place"] for place in told}:
        inside = [place["id"] for place in told if place["place"] == name]
        assert f"<title>{name}: {len(inside)} record" in page
        listed = desk.get("/map", params={"place": name}).text
        assert all(f"/record/{record}" in listed for record in inside)
    assert "de facto" in page
    assert desk.get("/map.svg?relation=FRA-PER").status_code == 404


def test_the_numbers_of_a_relation_are_those_of_its_own_pages(desk):
    relations = desk.get("/relations.json").json()["relations"]
    first = next(r for r in relations if r["relation"] == "CHN-VNM")
    assert first["name"] == "China–Vietnam"
    own = desk.get("/index.json?relation=CHN-VNM").json()
    assert first["records"] == own["records"] == len(desk.get("/ledger.csv?relation=CHN-VNM").text.splitlines()) - 1
    assert first["conflicts"] == own["conflicts"]
    assert first["overdue"] == own["standings"]["overdue"]


def test_a_field_is_corrected_with_what_a_person_writes(signed_in):
    records = signed_in.get("/ledger.json?kind=indicator").json()["records"]
    record = next(r["id"] for r in records if "value" in r["fields"])
    page = signed_in.get(f"/record/{record}").text
    assert 'name="written"' in page
    form = {"action": "correct", "target": record, "field": "value", "csrf": csrf_of(signed_in)}
    assert signed_in.post("/decide", data={**form, "written": "1.5 billion"}).status_code == 303
    assert signed_in.get(f"/record/{record}.json").json()["fields"]["value"]["value"] == 1_500_000_000
    assert signed_in.post("/decide", data={**form, "written": "many"}).status_code == 400
    assert "corrected value: 1.5 billion" in signed_in.get("/decisions").text


def test_several_questions_are_answered_at_once_and_undone_at_once(signed_in):
    queue = signed_in.get("/review.json").json()["queue"]
    names = re.findall(r'name="item" value="([^"]+)"', signed_in.get("/review").text)
    assert len(names) == len(queue)
    maybe = [name for name in names if name.startswith("maybe.")]
    other = [name for name in names if not name.startswith("maybe.")]
    form = {"action": "different", "csrf": csrf_of(signed_in), "back": "/review"}
    answer = signed_in.post("/decide/batch", data={**form, "item": maybe})
    assert answer.status_code == 303
    taken = re.findall(r"de-[a-z2-7]{12}", answer.headers["location"])
    assert len(taken) == len(maybe)
    assert len(signed_in.get("/review.json").json()["queue"]) == len(queue) - len(maybe)
    undo = {"action": "undo", "target": taken, "csrf": form["csrf"]}
    assert signed_in.post("/decide", data=undo).status_code == 303
    assert len(signed_in.get("/review.json").json()["queue"]) == len(queue)
    assert signed_in.post("/decide/batch", data={**form, "action": "merge", "item": other}).status_code == 400
    assert signed_in.post("/decide/batch", data=form).status_code == 400


def test_the_review_shows_the_document_beside_the_fields(desk):
    assert desk.get("/review").text.count('class="passage"') >= 2


def test_a_record_shows_the_sentences_of_all_that_tell_of_it(desk):
    record = max(desk.get("/ledger.json").json()["records"], key=lambda r: len(r["members"]))
    page = desk.get(f"/record/{record['id']}").text
    assert "History" in page
    assert page.count("<footer>") >= len(record["members"])


def test_the_ledger_counts_the_kinds_that_fit_the_other_filters(desk):
    page = desk.get("/ledger?sector=transport&kind=event").text
    told = re.findall(r'>([a-z]+)</a> <span class="soft">(\d+)</span>', page)
    counts = {name: int(n) for name, n in told}
    for kind, heading in (("event", "events"), ("project", "projects")):
        listed = desk.get(f"/ledger.csv?sector=transport&kind={kind}").text.splitlines()[1:]
        assert counts[heading] == len(listed) > 0
    assert counts.pop("all") == sum(counts.values())


def test_several_records_are_ruled_on_in_one_decision(signed_in):
    records = [r["id"] for r in signed_in.get("/ledger.json?kind=role").json()["records"][:3]]
    assert 'data-key="a"' in signed_in.get("/ledger").text
    form = {"action": "accept", "target": records, "csrf": csrf_of(signed_in), "back": "/ledger"}
    assert signed_in.post("/decide", data=form).status_code == 303
    assert {signed_in.get(f"/record/{record}.json").json()["review"] for record in records} == {"accepted"}
    assert len(signed_in.get("/decisions.json").json()["decisions"]) == 1


def test_a_brief_on_several_sectors(desk):
    page = desk.get("/brief?relation=CHN-VNM&sector=trade&sector=transport").text
    assert "trade, transport only" in page
    assert page.count(" checked>") == 2
    assert "/brief.md?relation=CHN-VNM&amp;sector=trade%2Ctransport" in page


def test_the_method_page_tells_how_accurately_texts_are_read(desk):
    accuracy = desk.get("/sources.json").json()["accuracy"]
    page = desk.get("/sources").text
    for name in ("other_pairs", "seeds and dev"):
        assert f"{accuracy[name]['kinds']['all']['f1']:.2f}" in page
    project = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert '"docs/accuracy.json" = "comity/accuracy.json"' in project


def test_the_page_of_a_state_tells_who_holds_its_offices(desk):
    page = desk.get("/actors/Vietnam").text
    assert "Offices by date" in page
    assert "To Lam" in page


def test_a_month_of_the_drawing_leads_to_all_its_days(desk):
    for since, until in re.findall(r"kind=event&amp;since=(\d{4}-\d\d)-01&amp;until=([\d-]+)", desk.get("/").text):
        following = date.fromisoformat(until) + timedelta(days=1)
        assert (until[:7], following.day) == (since, 1)


def test_a_series_that_a_writer_begins_meanwhile_is_drawn(desk, monkeypatch):
    asked = Lists.tally

    def before_it_was_written(self, wanted, *parts):
        return {} if parts == ("series",) else asked(self, wanted, *parts)

    monkeypatch.setattr(Lists, "tally", before_it_was_written)
    assert re.search(r"/indicators\.svg\?series=", desk.get("/indicators").text)


def test_a_record_that_is_found_by_its_quote_shows_it(desk):
    page = desk.get("/search", params={"text": "landed"}, headers={"Accept": "text/html"}).text
    assert re.search(r'class="rowlink line"[^>]*>[^<]*</a><blockquote>[^<]*<mark>landed</mark>', page)
