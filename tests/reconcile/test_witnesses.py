"""Who vouches: credits, registry, near-duplicates, and what counts as one witness."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import told as said
from comity.ids import digest
from comity.model import Head
from comity.reconcile.credits import credited, origins, split_publisher
from comity.reconcile.registry import agency_names, by_url, publisher, publishers
from comity.reconcile.shingles import bands, echoes, likeness, signature
from comity.reconcile.sightings import everyone
from comity.reconcile.witnesses import described, independent, witness_groups, word_of
from comity.vocab import load, rows

MET = {"kind": "event", "says": "Peru and Chile met.", "form": "meeting", "actors": ["Peru", "Chile"], "phase": "held"}
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
CLASSES = {"official", "state_media", "news_agency", "media", "think_tank", "company", "social", "unknown"}
STORY = (
    "The foreign ministers of Ruritania and Graustark met in Strelsau on Tuesday and agreed to reopen the mountain "
    "road before winter. Officials of both sides will draw up a timetable, and a joint commission is to meet in May. "
    "Trade between the two neighbours reached four hundred million crowns last year, customs figures show."
)


def head(name, text="", published="2025-01-01", **more):
    return described(Head(f"do-{digest(name)}", name, f"{name}.txt", published=published, **more), text)


@pytest.mark.parametrize(
    ("name", "outlet", "credits"),
    [
        ("RTHK / Reuters", "RTHK", ("Reuters",)),
        ("Bangkok Post / Reuters and Bloomberg", "Bangkok Post", ("Reuters", "Bloomberg")),
        ("RTHK (Radio Television Hong Kong) / Reuters/AFP", "RTHK", ("Reuters", "Agence France-Presse")),
        ("CNA (Channel NewsAsia)", "CNA", ()),
        ("Agence France-Presse", "Agence France-Presse", ("Agence France-Presse",)),
        ("Strelsau Gazette", "Strelsau Gazette", ()),
        ("Strelsau Gazette / Agencies", "Strelsau Gazette", ("agencies",)),
        ("", "", ()),
    ],
)
def test_a_publishers_name_gives_outlet_and_credits(name, outlet, credits):
    found = head("a", publisher=name)
    assert (found.outlet, found.credits) == (outlet, credits)


def test_class_and_state_follow_the_registry_and_unknown_stays_unknown():
    assert (head("a", publisher="Xinhua").source_class, head("a", publisher="Xinhua").state) == ("state_media", "CHN")
    assert (head("a", publisher="Reuters").source_class, head("a", publisher="Reuters").state) == ("news_agency", "")
    assert head("a", publisher="Strelsau Gazette").source_class == "unknown"
    assert (head("a").source_class, head("a").outlet) == ("unknown", "")
    official = head("a", publisher="Ministry of Foreign Affairs of Peru")
    assert (official.source_class, official.state) == ("official", "PER")
    assert publisher("Government Executive") is None


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.reuters.com/world/x", "Reuters"),
        ("https://edition.cnn.com/a?b=c", "CNN"),
        ("http://en.people.cn:8080/n3/", "People's Daily"),
        ("https://something.gob.mx/p", "something.gob.mx"),
        ("https://www.gov.uk/news", "GOV.UK"),
        ("https://reuters.com.example.org/", None),
        ("https://notreuters.com/", None),
        ("", None),
    ],
)
def test_an_address_gives_the_publisher_of_its_domain(url, name):
    found = by_url(url)
    assert (found.name if found else None) == name


def test_a_government_domain_gives_its_state():
    assert by_url("https://mfa.gov.xx.jp/") is None
    assert (by_url("https://x.go.jp").state, by_url("https://x.gov").state) == ("JPN", "USA")
    assert head("a", url="https://www.mofa.gov.vn/x").outlet == "Ministry of Foreign Affairs of Vietnam"


def test_the_registry_is_sound():
    states = {row[0] for row in rows("states")}
    names = Counter(name for row in rows("sources") for name in {row[0], *row[4].split("|")} - {""})
    hosts = Counter(host for row in rows("sources") for host in row[5].split("|") if host)
    assert [name for name, times in (names + hosts).items() if times > 1] == []
    for name, source_class, state, agency, _, _ in rows("sources"):
        assert source_class in CLASSES - {"unknown"}, name
        assert state in states | {""}, name
        assert agency in {"yes", ""}, name
        assert publisher(name).name == name
    assert len({row.name for row in publishers().values()}) > 500


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("HANOI (Reuters) - The two sides met.", ("Reuters",)),
        ("Hanoi (VNA) – The two sides met.", ("Vietnam News Agency",)),
        ("STRELSAU, April 14 (Xinhua) -- The two sides met.", ("Xinhua News Agency",)),
        ("The two sides met. (Reuters/AFP)", ("Reuters", "Agence France-Presse")),
        ("The two sides met. — AP", ("Associated Press",)),
        ("REUTERS", ("Reuters",)),
        ("Source: AFP/ec/dy", ("Agence France-Presse",)),
        ("With input from AFP and AP", ("Agence France-Presse", "Associated Press")),
        ("The two sides met. (Agencies)", ("agencies",)),
        ("FILE - A base, seen in 2017. (AFP)", ()),
        ("Photo: Reuters", ()),
        ("The minister told Reuters that they met.", ()),
        ("The apparatus met at the tap.", ()),
    ],
)
def test_credit_lines_are_told_from_pictures_and_quotations(line, agencies):
    assert credited(f"Ministers met in Strelsau.\n{line}") == agencies


def test_every_agency_is_credited_by_any_of_its_names():
    credits = {name: credited(f"BERLIN ({name}) - It rained.") for name in agency_names()}
    assert [name for name, found in credits.items() if found != (publisher(name).name,)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He agreed, Xinhua reported on Monday.", ("Xinhua News Agency",)),
        ("They met, according to a readout of the Chinese foreign ministry.", ("readout of CHN",)),
        ("“We agree,” a press release issued by the Chinese Foreign Ministry reads.", ("readout of CHN",)),
        ("The White House readout does not mention it.", ("readout of USA",)),
        ("The Japanese readout of the call differs.", ("readout of JPN",)),
        ("A press release of the Zenda Steel company says so.", ()),
        ("The sides met.", ()),
    ],
)
def test_a_text_without_credits_may_rest_on_an_agency_or_a_readout(text, found):
    assert origins(text) == found
    assert head("a", text, publisher="Strelsau Gazette").credits == found


def test_an_agencys_own_credit_goes_before_whom_it_quotes():
    assert head("a", "X met Y, Xinhua reported. (Reuters)").credits == ("Reuters",)
    assert split_publisher("Reuters") == ("Reuters", ())


def test_unnamed_agencies_give_way_to_named_ones():
    assert head("a", "They met. (Reuters)", publisher="Gazette / Agencies").credits == ("Reuters",)


def test_one_agency_one_outlet_one_readout_are_one_witness_each():
    one = witness_groups([head("a", publisher="RTHK / Reuters"), head("b", publisher="The Jakarta Post / Reuters")])
    assert independent(one.values()) == 1
    outlet = witness_groups([head("a", publisher="Zenda Post"), head("b", publisher="Zenda Post")])
    assert independent(outlet.values()) == 1
    two = [head("a", publisher="RTHK / Reuters"), head("b", publisher="RTHK / AP")]
    assert independent(witness_groups(two).values()) == 2
    readout = "A press release issued by the Chinese Foreign Ministry says so."
    same = witness_groups([head("a", publisher="RTHK / Xinhua"), head("b", readout, publisher="Zenda Post")])
    assert independent(same.values()) == 1
    assert set(same.values()) == {"readout of CHN"}


@pytest.mark.parametrize(
    ("speaker", "state"),
    [
        ("Ministry of Foreign Affairs of Peru", "PER"), ("Kremlin", "RUS"), ("Peru", "PER"),
        ("Embassy of Peru in Chile", "PER"), ("Dina Boluarte", ""), ("foreign ministry", ""), ("Reuters", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_body_speaks_for_its_state_and_a_person_for_himself(speaker, state):
    assert word_of(speaker) == state


def test_a_readout_that_agencies_pass_on_is_one_witness_and_their_own_words_are_others():
    def told(name, publisher, speaker):
        document, (claim,) = said(name, "2025-03-04", {**MET, "speaker": speaker}, publisher=publisher)
        return claim, described(document, "")

    ministry = "Ministry of Foreign Affairs of Peru"
    own = told("own", ministry, "")
    passed = [told("wire", "Reuters", ministry), told("other", "AP", ministry)]
    assert len(everyone([own, *passed], ()).names) == 1
    assert len(everyone([own, *passed, told("seen", "Reuters", "")], ()).names) == 2


def test_a_chain_of_shared_credits_is_one_witness_called_after_what_most_share():
    heads = [
        head("a", publisher="X Post / Reuters and Bloomberg"),
        head("b", publisher="Y Post / Reuters"),
        head("c", publisher="Z Post / Bloomberg"),
        head("d", publisher="V Post / Reuters"),
    ]
    assert set(witness_groups(heads).values()) == {"Reuters"}


def test_unnamed_agencies_add_nothing_beside_a_named_one():
    unnamed, named = head("a", publisher="X Post / Agencies"), head("b", publisher="Y Post / AP")
    outlet = head("c", publisher="Z Post")
    assert independent(witness_groups([unnamed, named]).values()) == 1
    assert independent(witness_groups([unnamed]).values()) == 1
    assert independent(witness_groups([unnamed, outlet]).values()) == 2


def test_documents_of_which_nothing_is_known_stand_for_themselves_unless_they_echo():
    a, b = head("a"), head("b")
    assert independent(witness_groups([a, b]).values()) == 2
    assert independent(witness_groups([a, b], [(b.key, a.key)]).values()) == 1
    assert independent(witness_groups([a], [(a.key, b.key)]).values()) == 1


def test_reprints_echo_and_other_texts_do_not():
    rewritten = STORY.replace("on Tuesday", "Tuesday").replace("Officials", "The officials").upper()
    assert echoes(signature(STORY), signature(f"By our staff\n{rewritten}\nAll rights reserved."))
    assert set(bands(signature(STORY))) & set(bands(signature(rewritten)))
    other = (
        "A court in Zenda upheld the sentence of a banker who was found guilty of fraud in one of the largest trials."
    )
    assert not echoes(signature(STORY), signature(other))
    assert not set(bands(signature(STORY))) & set(bands(signature(other)))
    assert likeness(signature(STORY), signature(STORY)) == 1


def test_texts_of_a_few_words_have_no_signature():
    assert signature("Too short") == ()
    assert likeness((), ()) == 0
    assert bands(()) == ()


def test_a_signature_is_the_same_on_every_machine():
    assert len(signature(STORY)) == load("witnesses")["size"]
    assert digest(repr(signature(STORY))) == "subvi4xwkrpr"


WIRES = ["", "Alpha Post", "Beta Post", "Alpha Post / Reuters", "Beta Post / AP", "X / Agencies"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WIRES), min_size=1, max_size=6), st.data())
def test_no_reprint_raises_the_count_whatever_its_order(names, data):
    heads = [head(f"d{i}", publisher=name) for i, name in enumerate(names)]
    before = independent(witness_groups(heads).values())
    of = data.draw(st.sampled_from(heads))
    reprint = replace(of, key="do-reprint", name="reprint")
    after = witness_groups(data.draw(st.permutations([*heads, reprint])), [(reprint.key, of.key)])
    assert independent(after.values()) <= before
    elsewhere = replace(reprint, outlet="Gamma Post", publisher="Gamma Post", credits=())
    echoed = witness_groups([*heads, elsewhere], [(of.key, elsewhere.key)])
    assert independent(echoed.values()) <= before


def test_what_is_known_of_independence_in_the_corpus():
    listed = CORPUS / "dev" / "across.json"
    if not listed.exists():
        pytest.skip("the shared corpus is not on this machine")
    expected = {("037", "038"): 1, ("032", "033"): 1, ("028", "029"): 1, ("026", "027"): 2}
    noted = {tuple(note["docs"]) for note in json.loads(listed.read_text())["independence"]}
    assert expected.keys() <= noted
    for names, count in expected.items():
        heads = []
        for name in names:
            meta = json.loads((listed.parent / f"{name}.meta.json").read_text())
            text = (listed.parent / f"{name}.txt").read_text()
            heads.append(head(name, text, publisher=meta["publisher"], published=meta["published"]))
        assert independent(witness_groups(heads).values()) == count, names
