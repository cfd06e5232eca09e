"""Positions: stances held, stated, named and quoted; acts, compliments and views of analysts are none."""

from __future__ import annotations

import pytest

from comity.extract.draft import Draft
from comity.extract.positions import positions
from reading import reading_of


def found(text: str) -> list[Draft]:
    return positions(reading_of(text))


def one(text: str) -> Draft:
    made = found(text)
    assert len(made) == 1, [(d.rule, d.value("stance")) for d in made]
    return made[0]


@pytest.mark.parametrize(
    ("text", "rule", "by", "stance"),
    [
        (
            "Poland opposes the tariffs that Germany announced.",
            "position.holding.oppose",
            "Poland",
            "opposes the tariffs that Germany announced",
        ),
        (
            "Cuba condemned the sanctions of the United States.",
            "position.holding.condemn",
            "Cuba",
            "condemned the sanctions of the United States",
        ),
        (
            "Rwanda denied that it supports rebels in Congo.",
            "position.holding.deny",
            "Rwanda",
            "denied that it supports rebels in Congo",
        ),
        (
            "Ghana's foreign minister Samuel Okudzeto Ablakwa stressed the importance of peace with Togo.",
            "position.stating.stress",
            "Samuel Okudzeto Ablakwa",
            "the importance of peace with Togo",
        ),
        (
            "Relations with Vietnam are a top priority of Cambodia's policy, Prime Minister Hun Manet affirmed.",
            "position.stating.affirm",
            "Hun Manet",
            "Relations with Vietnam are a top priority of Cambodia's policy",
        ),
        (
            "Malaysian Prime Minister Anwar Ibrahim said no nation should be forced to pick between India and Japan.",
            "position.stating.say",
            "Anwar Ibrahim",
            "no nation should be forced to pick between India and Japan",
        ),
        (
            "Iraq expressed full support for the sovereignty of Syria.",
            "position.named.support",
            "Iraq",
            "full support for the sovereignty of Syria",
        ),
        (
            "Colombia's opposition to the blockade of Venezuela is firm.",
            "position.named.opposition",
            "Colombia",
            "opposition to the blockade of Venezuela",
        ),
    ],
)
def test_each_rule(text: str, rule: str, by: str, stance: str) -> None:
    made = one(text)
    assert (made.rule, made.value("by"), made.value("stance")) == (rule, (by,), stance)
    assert made.certainty == "asserted"


def test_a_running_quotation_takes_a_stand() -> None:
    text = (
        '"The islands belong to Japan," Chief Cabinet Secretary Yoshimasa Hayashi said. '
        '"Such claims by China are unacceptable."'
    )
    assert [(d.rule, d.value("stance"), d.speaker) for d in found(text)] == [
        ("position.stating.say", "The islands belong to Japan", "Yoshimasa Hayashi"),
        ("position.quoted.unacceptable", "Such claims by China are unacceptable", "Yoshimasa Hayashi"),
    ]


def test_a_stance_reported_of_the_state_is_the_states() -> None:
    made = one("Nepali Foreign Minister Arzu Rana Deuba said Nepal attaches importance to its ties with China.")
    assert (made.value("by"), made.speaker) == (("Nepal",), "Arzu Rana Deuba")


@pytest.mark.parametrize(
    "text",
    [
        "Israel will oppose the plan of Egypt.",  # a commitment
        "Indian Prime Minister Narendra Modi described Bhutan as a true friend and praised its king.",
        "Ugandan President Yoweri Museveni called Kenya a true friend that had always stood by Uganda.",
        "Poland praised Ukraine for its courage and hailed the deal.",
        "Mexican President Claudia Sheinbaum thanked Brazil for its warm hospitality.",
        "Japanese Foreign Minister Takeshi Iwaya said he met his Indian counterpart on Friday.",
        "Kenya told Uganda that its road was open.",
        "A Kenyan official, who declined to be named, spoke in Uganda.",
        "Kenya will act if they sail through what it regards as its waters.",
        "An analyst stressed the importance of peace.",
        "Oman welcomed the Indian delegation.",
        "Oman and India recognised the progress made on the port.",
        "Rwanda claimed victory in a showdown with Burundi.",
        '"We remain committed to opening the border," Peruvian President Dina Boluarte told Chile.',
    ],
)
def test_what_is_none(text: str) -> None:
    assert found(text) == []


def test_the_attribution_behind_is_no_part_of_it() -> None:
    made = one("China regards Pakistan as an iron brother, Foreign Minister Wang Yi said.")
    assert (made.value("stance"), made.speaker) == ("regards Pakistan as an iron brother", "Wang Yi")


def test_a_quote_is_exact() -> None:
    text = "Poland opposes the tariffs that Germany announced."
    made = one(text)
    for content in made.fields.values():
        assert all(text[q.start : q.end] == q.exact for q in content.quotes)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("India is apprehensive about China's growing presence in the Indian Ocean.", "India"),
        ("Kenya is against any change to the border with Somalia.", "Kenya"),
        ("Armenia is in favour of opening the border with Turkey.", "Armenia"),
        ("The ministry said China does not approve of the move by Canada.", "China"),
        ("Georgia's position is that Abkhazia belongs to Georgia, an envoy of Russia wrote.", "Georgia"),
        ("Ireland said the attack on Lebanon was unacceptable.", "Ireland"),
        ("Pakistan maintains that Kashmir is a disputed territory of India.", "Pakistan"),
        ("Guatemala stands with Taiwan.", "Guatemala"),
        ("Malaysia, which claims part of the sea, voiced concern over the Chinese ship.", "Malaysia"),
        ("Ghana and Togo share the view that the talks must go on.", "Ghana and Togo"),
        ("Kenya refused to open the border with Somalia.", "Kenya"),
        ("Kenya ruled out closing the border with Somalia.", "Kenya"),
        ("Kenya turned down the offer of Somalia.", "Kenya"),
        ("Kenya, which shares the lake, insists that no ship of Uganda may sail without its consent.", "Kenya"),
        ("Kenya reserves the right to defend its fishers against Somalia.", "Kenya"),
        ("Fiji has no faith in the promises of Tonga.", "Fiji"),
        ("Oman sees the treaty with India as a lifeline.", "Oman"),
        ("Oman welcomes India's leadership of the mission.", "Oman"),
        ("Mali is denying accusations that it fired at Niger's trucks.", "Mali"),
        ("Honduras made clear that the border with Belize was not up for debate.", "Honduras"),
        ("The dam of Laos has sparked fears in Bangkok that the river will fall.", "Thailand"),
        ("Laos and Thailand met. The Thai envoy was told that the raid was unacceptable.", "Laos"),
        (
            "No aid from Chile is needed, according to Peruvian President Dina Boluarte.",
            "Dina Boluarte",
        ),
        ('"Chile cannot treat us so," Peruvian President Dina Boluarte posted on Monday.', "Dina Boluarte"),
        ('"Let me stress that there is no link to Chile," Peruvian President Dina Boluarte said.', "Dina Boluarte"),
        ("Peru takes the view that the treaty with Chile is void.", "Peru"),
        ("Chile asserted its neutrality in the dispute of Peru with Bolivia.", "Chile"),
        ("Kenya is against sanctions, while Uganda backs them.", "Kenya"),
    ],
)
def test_further_stances(text: str, by: str) -> None:
    assert tuple(by.split(" and ")) in [d.value("by") for d in found(text)]


def test_what_ought_to_be_and_asks_nobody_is_a_stance() -> None:
    (made,) = found("President William Ruto of Kenya argued that trade with Uganda should be led by private firms.")
    assert made.value("stance") == "trade with Uganda should be led by private firms"
    assert found("President William Ruto of Kenya said roads should be built by Uganda.") == []


def test_what_is_denied_in_a_stance_is_held() -> None:
    (made,) = found("Kenya does not recognise the election in Uganda, its minister said.")
    assert (made.value("by"), made.certainty) == (("Kenya",), "asserted")


def test_a_clause_with_while_reports_nothing() -> None:
    first, second = found("Kenya is against sanctions, while Uganda backs them.")
    assert (first.speaker, second.value("by")) == ("", ("Uganda",))


@pytest.mark.parametrize(
    "text",
    [
        "Islamabad accuses Afghanistan of supporting attacks.",
        "The meeting discussed Poland's support for Ukraine.",
        "Vucic thanked Orban for Hungary's principled position on Serbia.",
        "The parties of Laos and China highly appreciated the work of the commission.",
        "Turkey described the talks with Egypt as fruitful.",
        "The ministry demanded that Chad respect the border of Niger.",
    ],
)
def test_praise_and_what_others_do_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Chile, which claims the whole bay, met Peru.", "claims the whole bay"),
        ("Chile has abstained from condemning Peru.", "abstained from condemning Peru"),
        ("Chile firmly adheres to the pact with Peru and is willing to talk.", "firmly adheres to the pact with Peru"),
        ("Russia warned Serbia against joining the sanctions.", "warned Serbia against joining the sanctions"),
        ("Fiji warned against unilateral steps.", "warned against unilateral steps"),
        ("Laos warns against escalation, its foreign minister said.", "warns against escalation"),
        ("Cuba also cautioned on Monday against double standards.", "against double standards"),
        ("Kenya warned of consequences for the region.", "consequences for the region"),
        ("Chile's leaders stressed managing differences with Peru.", "managing differences with Peru"),
    ],
)
def test_stances_in_other_words(text: str, stance: str) -> None:
    assert one(text).value("stance") == stance


def test_a_ceremony_held_is_no_stance() -> None:
    assert found("Xi Jinping held a welcome ceremony for Cyril Ramaphosa of South Africa.") == []


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Pakistan is opposed to any change of the treaty with India.", "Pakistan"),
        ("The Turkish president rejected the Greek claim.", "Turkey"),
        ("Hanoi does not take sides between Manila and Beijing.", "Vietnam"),
    ],
)
def test_stances_in_further_words(text: str, by: str) -> None:
    (made,) = positions(reading_of(text))
    assert made.value("by") == (by,)


def test_an_item_of_a_list_is_the_stance_of_whoever_heads_it() -> None:
    text = (
        "JOINT STATEMENT\n\nLima, 3 March 2025\n\nPeru and Morocco held talks in Lima and signed papers.\n\n"
        "The Parties:\n\n1. Agreed to convene the third session of the joint commission in Rabat in 2026;\n\n"
        "2. Reaffirmed their attachment to the principles of the United Nations Charter;\n\n"
        "3. Committed to concluding negotiations on a fishing agreement by June 2026.\n"
    )
    (made,) = positions(reading_of(text))
    assert made.value("by") == ("Peru", "Morocco")


def test_stance_ends_where_a_participle_tells_what_else_was_said() -> None:
    text = (
        "Kenya reaffirmed its view of Oman as a top priority in its foreign policy, emphasizing independence and trade."
    )
    stances = [d.value("stance") for d in positions(reading_of(text))]
    assert "its view of Oman as a top priority in its foreign policy" in stances


def test_what_somebody_told_reporters() -> None:
    (made,) = positions(reading_of('"Such acts are completely unacceptable," the Swedish minister told reporters.'))
    assert made.value("stance") == "Such acts are completely unacceptable"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The plan of Oman was rejected by India.", ("India",)),
        ("In India's view, the strait belongs to Oman.", ("India",)),
        ("The strait is a priority for India, Oman and nobody else.", ("India", "Oman")),
        ("India remains neutral in the dispute of Oman with Yemen.", ("India",)),
        ("Oman said the Yemeni raid violated its sovereignty.", ("Oman",)),
        ("Kinshasa accused Rwanda of plundering, a charge Rwanda denies.", ("Rwanda",)),
        (
            "Peru met Bolivia. Peru trusts that the Bolivian Government will refrain from measures that would hinder "
            "the transit of Peruvian cargo to Brazil, and reserves the right to appeal to the Andean Community.",
            ("Peru",),
        ),
        ("Oman gives priority to its ties with India.", ("Oman",)),
        ("Oman called the raid by Yemen a crime.", ("Oman",)),
    ],
)
def test_stances_in_the_passive_in_a_view_and_of_what_is_named(text: str, by: tuple[str, ...]) -> None:
    assert one(text).value("by") == by


@pytest.mark.parametrize(
    ("text", "by", "stance"),
    [
        ("Uganda's president called the raid a crime against Kenya.", "Uganda", "the raid a crime against Kenya"),
        ("The fee, which Kenya calls discriminatory, hits Uganda.", "Kenya", "discriminatory"),
        (
            "The Ugandan minister described the Kenyan freeze as patronising and warned that the poor would pay.",
            "Uganda",
            "the Kenyan freeze as patronising",
        ),
        (
            "A Kenyan foreign ministry spokesman said its dealings with Uganda were aimed at no third party.",
            "Kenya",
            "its dealings with Uganda were aimed at no third party",
        ),
        (
            '"Their security is our security," Kenyan minister Musalia Mudavadi said of Uganda.',
            "Musalia Mudavadi",
            "Their security is our security",
        ),
        (
            "Kenyan officials say the truce with Uganda was made by soldiers, and that there is no decision on talks.",
            "Kenya",
            "there is no decision on talks",
        ),
        (
            "Kenya's prime minister insists that her country had given up waiting for Ugandan gas.",
            "Kenya",
            "her country had given up waiting for Ugandan gas",
        ),
        (
            "Kenya's foreign minister denies having leant on Ugandan judges.",
            "Kenya",
            "denies having leant on Ugandan judges",
        ),
        (
            "Kenya's minister replied that all of it was the fault of the Ugandan minister.",
            "Kenya",
            "all of it was the fault of the Ugandan minister",
        ),
        ("Kenya threw its weight behind Uganda's plan.", "Kenya", "threw its weight behind Uganda's plan"),
        ("Kenya came out against the Ugandan levy.", "Kenya", "came out against the Ugandan levy"),
        ("Kenya poured cold water on Uganda's idea.", "Kenya", "poured cold water on Uganda's idea"),
        ("Uganda's claim is not recognised by Kenya.", "Kenya", "Uganda's claim is not recognised by Kenya"),
        ("The Ugandan map was never accepted in Nairobi.", "Kenya", "The Ugandan map was never accepted in Nairobi"),
    ],
)
def test_judgements_denials_and_phrases_of_stance(text: str, by: str, stance: str) -> None:
    told = {(d.names("by"), str(d.value("stance"))) for d in positions(reading_of(text))}
    assert ((by,), stance) in told


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's president said no one was hurt in Uganda.",
        "Kenya lists the Ugandans whom Kampala deems dangerous.",
        '"We want to sit down with our Ugandan friends," Kenyan President William Ruto said.',
        '"I am delighted," Kenyan President William Ruto said in Uganda.',
        '"This is a long time coming," Kenyan President William Ruto said in Uganda.',
        "Kenya calls the lake the Victoria Nyanza, unlike Uganda.",
    ],
)
def test_names_reports_and_feelings_are_no_stances(text: str) -> None:
    assert positions(reading_of(text)) == []


def test_a_stance_inside_another_is_part_of_it() -> None:
    text = '"We do not accept ultimatums from anyone," Uganda\'s foreign minister said of Kenya.'
    assert len(positions(reading_of(text))) == 1


def test_what_is_not_yet_decided_is_a_report() -> None:
    assert found("Kenyan officials say no decision has been taken on the Ugandan dam.") == []
    assert [
        d.value("stance") for d in found("Moscow maintains that it had nothing to do with the raid in Estonia.")
    ] == ["it had nothing to do with the raid in Estonia"]


def test_a_communique_from_one_side_is_not_of_both() -> None:
    text = "A communique from Chad's Ministry of Foreign Affairs said Sudan's remarks were an interference."
    (made,) = positions(reading_of(text))
    assert made.value("by") == ("Ministry of Foreign Affairs of Chad",)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Chad's foreign ministry recalled that the district belongs to Chad.", "the district belongs to Chad"),
        ("The plan, opposed by Uganda, would divert the river, Kenya said.", "opposed by Uganda"),
        ("Kenya acknowledged that Uganda has a right to the water.", "Uganda has a right to the water"),
    ],
)
def test_claims_that_are_recalled_or_told_beside(text: str, stance: str) -> None:
    assert [d.value("stance") for d in positions(reading_of(text))] == [stance]


def test_when_something_was_done_is_no_stance() -> None:
    text = "Ghana and Togo have had relations since 1960, when Ghana recognised Togo's independence."
    assert not positions(reading_of(text))
