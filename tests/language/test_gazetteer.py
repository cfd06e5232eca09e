"""Names of states, bodies, leaders and places, on sentences written for these tests."""

from __future__ import annotations

import json
import subprocess
import sys
import timeit
from collections.abc import Sequence
from pathlib import Path

import pytest
import spacy

from comity.language.folding import fold_name, fold_token
from comity.language.gazetteer import Entry, Gazetteer, fold, gazetteer
from comity.vocab import load, rows

GEOVIRUS = Path(__file__).parents[3] / "shared" / "corpus" / "external" / "geo-geovirus.jsonl"
FOUND_FLOOR = 0.90
NLP = spacy.blank("en")


@pytest.fixture(scope="module")
def names() -> Gazetteer:
    return gazetteer()


def found(names: Gazetteer, text: str) -> list[tuple[str, Entry]]:
    tokens: Sequence[str] = [token.text for token in NLP(text)]
    out, i = [], 0
    while i < len(tokens):
        entry = names.match(tokens, i)
        if entry:
            out.append((" ".join(tokens[i : i + entry.length]), entry))
        i += entry.length if entry else 1
    return out


def only(names: Gazetteer, text: str) -> Entry:
    entries = found(names, text)
    assert len(entries) == 1, entries
    return entries[0][1]


@pytest.mark.parametrize(
    ("text", "kind", "name", "iso3"),
    [
        ("Việt Nam", "state", "Vietnam", "VNM"),
        ("Viet Nam", "state", "Vietnam", "VNM"),
        ("the People’s Republic of China", "state", "China", "CHN"),
        ("Türkiye", "state", "Turkey", "TUR"),
        ("Côte d’Ivoire", "state", "Ivory Coast", "CIV"),
        ("Guinea-Bissau", "state", "Guinea-Bissau", "GNB"),
        ("U.S.", "state", "United States", "USA"),
        ("S. Korea", "state", "South Korea", "KOR"),
        ("Filipinos", "demonym", "Philippines", "PHL"),
        ("Emirati", "demonym", "United Arab Emirates", "ARE"),
        ("Nigerien", "demonym", "Niger", "NER"),
        ("Hà Nội", "capital", "Hanoi", "VNM"),
        ("Sana'a", "capital", "Sanaa", "YEM"),
        ("Washington, D.C.", "capital", "Washington", "USA"),
        ("the Kremlin", "organisation", "Kremlin", "RUS"),
        ("Workers' Party of Korea", "party", "Workers' Party of Korea", "PRK"),
        ("the Lao People’s Revolutionary Party", "party", "Lao People's Revolutionary Party", "LAO"),
        ("the State Duma", "legislature", "State Duma", "RUS"),
        ("Asean", "organisation", "ASEAN", ""),
        ("UNCLOS", "instrument", "United Nations Convention on the Law of the Sea", ""),
        ("Tô Lâm", "person", "To Lam", "VNM"),
        ("Kim Jong-un", "person", "Kim Jong Un", "PRK"),
        ("Haiphong", "place", "Hai Phong", "VNM"),
        ("St. Petersburg", "place", "Saint Petersburg", "RUS"),
        ("Mong Cai–Dongxing", "place", "Mong Cai-Dongxing", ""),
        ("Diaoyu Islands", "place", "Senkaku Islands", ""),
    ],
)
def test_canonical_names(names: Gazetteer, text: str, kind: str, name: str, iso3: str) -> None:
    entry = only(names, text)
    assert (entry.kind, entry.name, entry.iso3) == (kind, name, iso3)


def test_case_tells_names_from_words(names: Gazetteer) -> None:
    assert found(names, "they asked us to roast a turkey on china for the doc") == []
    assert [entry.iso3 for _, entry in found(names, "Turkey and the US")] == ["TUR", "USA"]
    assert [entry.kind for _, entry in found(names, "the DOC")] == ["instrument"]
    assert found(names, "Us") == []


def test_longest_match_and_length(names: Gazetteer) -> None:
    text = "The National Assembly of Vietnam met envoys of Papua New Guinea."
    assert [(written, entry.name) for written, entry in found(names, text)] == [
        ("National Assembly of Vietnam", "National Assembly of Vietnam"),
        ("Papua New Guinea", "Papua New Guinea"),
    ]


def test_weak_names_need_context(names: Gazetteer) -> None:
    assert only(names, "Nice").weak
    assert only(names, "Reading").weak
    assert not only(names, "Nanning").weak
    assert not only(names, "Tay Ninh").weak


def test_contested_sea_names_the_context_that_decides(names: Gazetteer) -> None:
    readings = names.candidates(["East", "Sea"], 0)
    assert [entry.name for entry in readings if entry.form.context == "VNM"] == ["South China Sea"]
    assert [entry.name for entry in readings if entry.form.context == "KOR"] == ["Sea of Japan"]
    assert all(entry.weak for entry in readings)
    assert not only(names, "South China Sea").weak


def test_namesakes_come_with_the_likeliest_first(names: Gazetteer) -> None:
    readings = [entry.iso3 for entry in names.candidates(["Lagos"], 0)]
    assert readings[0] == "NGA"
    assert "PRT" in readings


def test_officeholders_change_with_the_date(names: Gazetteer) -> None:
    def holder(post: str, iso3: str, date: str) -> str:
        term = names.officeholder(post, iso3=iso3, date=date)
        return term.person if term else ""

    assert holder("foreign minister", "CHN", "2023-01-15") == "Qin Gang"
    assert holder("foreign minister", "CHN", "2024-01") == "Wang Yi"
    assert holder("premier", "CHN", "2020") == "Li Keqiang"
    assert holder("president", "VNM", "2024-06-01") == "To Lam"
    assert holder("general secretary", "VNM", "2024-06-01") == "Nguyen Phu Trong"
    assert holder("chancellor", "DEU", "2023-05") == "Olaf Scholz"
    assert holder("astronaut", "DEU", "2023-05") == ""


def test_an_open_end_reaches_only_to_the_last_check(names: Gazetteer) -> None:
    after = str(int(load("offices")["officeholders_checked"][:4]) + 1)
    assert names.officeholder("king", iso3="JOR") is not None
    assert names.officeholder("king", iso3="JOR", date=f"{after}-05-01") is None


def test_state_of(names: Gazetteer) -> None:
    def iso3(name: str) -> str:
        state = names.state_of(name)
        return state.iso3 if state else ""

    assert iso3("Chinese") == iso3("Beijing") == iso3("Xi Jinping") == iso3("Communist Party of China") == "CHN"
    assert iso3("Ministry of Foreign Affairs of Vietnam") == "VNM"
    assert iso3("Ministry of Defence of the United Arab Emirates") == "ARE"
    assert iso3("ASEAN") == iso3("nobody of note") == ""


def test_states_carry_parties_and_legislatures(names: Gazetteer) -> None:
    vietnam = names.states["VNM"]
    assert vietnam.parties == ("Communist Party of Vietnam",)
    assert vietnam.legislatures[0] == "National Assembly of Vietnam"


def test_name_orders(names: Gazetteer) -> None:
    assert names.name_order("VNM") == "family_first_short_last"
    assert names.name_order("HUN").startswith("family_first")
    assert names.name_order("JPN") == "given_first"
    assert names.name_order("IDN") == "single"
    assert names.name_order("") == "given_first"


def test_readings_go_both_ways(names: Gazetteer) -> None:
    assert names.readings("Li Qiang") == ("Ly Cuong",)
    assert names.readings("Lý Cường") == ("Li Qiang",)
    assert names.readings("Nanning") == ("Nam Ninh",)


def test_folding() -> None:
    assert fold("Đà Nẵng’s") == "da nang's"
    assert fold_token("U.S.") == "us"
    assert fold_token("–") == ""
    assert fold_name("Workers’ Party of Korea") == "workers party of korea"
    assert fold_name("People's Republic of China") == "people s republic of china"


def test_all_united_nations_members_are_there(names: Gazetteer) -> None:
    assert len(names.states) >= 193 + 2 + 4
    assert {"TWN", "HKG", "MAC", "XKX", "PSE", "VAT"} <= names.states.keys()
    assert len({state.name for state in names.states.values()}) == len(names.states)


def test_tables_are_well_formed(names: Gazetteer) -> None:
    widths = {"states": 12, "organisations": 6, "instruments": 6, "officeholders": 7, "places": 9, "readings": 5}
    for table, width in widths.items():
        assert {len(row) for row in rows(table)} == {width}, table
    agreement = load("kinds")["kinds"]["agreement"]
    assert {row[1] for row in rows("instruments")} <= {*agreement["instrument_type"]["values"], "code_of_conduct"}
    assert {row[2] for row in rows("instruments")} <= set(agreement["status"]["values"])
    codes = {row[3] for table in ("organisations", "officeholders") for row in rows(table)} - {""}
    assert codes <= names.states.keys()
    for post in load("offices")["posts"].values():
        assert post["level"] in load("kinds")["kinds"]["mechanism"]["level"]["values"]
    assert all(isinstance(part, str) for parts in load("name_parts")["surnames"].values() for part in parts)


def test_a_miss_is_quick(names: Gazetteer) -> None:
    tokens = ["Zzyzxian"]
    assert min(timeit.repeat(lambda: names.match(tokens, 0), number=1000, repeat=5)) < 0.01


def test_loading_is_quick() -> None:
    code = (
        "import time; from comity.language.gazetteer import Gazetteer; s = time.process_time(); Gazetteer();"
        "print(time.process_time() - s)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(3)]
    assert min(float(run.stdout) for run in runs) < 0.3


@pytest.mark.skipif(not GEOVIRUS.exists(), reason="the articles with located names are not in this checkout")
def test_coverage_of_place_names_in_the_news(names: Gazetteer) -> None:
    gold = [name["text"] for line in GEOVIRUS.read_text().splitlines() for name in json.loads(line)["toponyms"]]
    known = sum(any(form.kind in {"state", "place", "capital"} for form in names.lookup(name)) for name in gold)
    assert known / len(gold) >= FOUND_FLOOR


def test_every_capital_is_known_as_one() -> None:
    capitals = [(s.iso3, name) for s in gazetteer().states.values() for name in s.capitals if name.isalpha()]
    found = {(iso3, name): gazetteer().lookup(name) for iso3, name in capitals}
    assert [place for place, entries in found.items() if place[0] not in {e.iso3 for e in entries}] == []
