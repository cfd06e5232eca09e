"""Certainty: hedged, conditional and denied statements with the word that makes them so."""

from __future__ import annotations

import pytest

from reading import reading_of, word


@pytest.mark.parametrize(
    ("text", "spelled", "value", "cue"),
    [
        ("Kazakhstan reportedly plans to buy jets from France.", "buy", "hedged", "reportedly"),
        ("Iran may resume talks with Oman in May.", "resume", "hedged", "may"),
        ("Armenian officers are believed to have visited Baku.", "visited", "hedged", "believed"),
        ("The deal is seen as helping Laos.", "helping", "hedged", "seen"),
        ("Ghana appears to support Togo.", "support", "hedged", "appears"),
        ("It is likely that Chile will sign.", "sign", "hedged", "likely"),
        ("Serbia will join the talks if Kosovo withdraws its police.", "join", "conditional", "if"),
        ("Unless Ethiopia changes its plan, Egypt will appeal to the council.", "appeal", "conditional", "Unless"),
        ("Rwanda denied that it supports rebels in Congo.", "supports", "denied", "denied"),
        ("Cuba did not attend the summit in Peru.", "attend", "denied", "not"),
        ("Malaysia never agreed to the terms of Singapore.", "agreed", "denied", "never"),
        ("Norway and Denmark signed the treaty.", "signed", "asserted", None),
        ("Poland will open the crossing.", "open", "asserted", None),
    ],
)
def test_cues(text: str, spelled: str, value: str, cue: str | None) -> None:
    reading = reading_of(text)
    found, span = reading.certainty(word(reading, spelled))
    assert (found, span.exact if span else None) == (value, cue)


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Peru rejected the claim and said it would send two ships to Chile.", "send"),
        ("Peru rejected the claim and recalled its ambassador.", "recalled"),
        ("Minsk dismissed the report and invited Vilnius to talks.", "invited"),
    ],
)
def test_a_denial_ends_at_its_own_clause(text: str, spelled: str) -> None:
    reading = reading_of(text)
    assert reading.certainty(word(reading, spelled)) == ("asserted", None)


def test_a_hedge_is_shared_by_what_it_stands_over() -> None:
    reading = reading_of("Oman may host the talks and mediate.")
    assert reading.certainty(word(reading, "mediate"))[0] == "hedged"


@pytest.mark.parametrize(
    ("text", "spelled", "cue"),
    [
        ("Chile failed to ratify the treaty with Peru.", "ratify", "failed"),
        ("Chile has yet to ratify the treaty with Peru.", "ratify", "yet"),
        ("The crossing between Chile and Peru is yet to be built.", "built", "yet"),
        ("Construction of the bridge between Chile and Peru has not begun.", "Construction", "not"),
        ("Work on the bridge between Chile and Peru has yet to begin.", "Work", "yet"),
    ],
)
def test_what_is_still_to_be_done_is_denied(text: str, spelled: str, cue: str) -> None:
    reading = reading_of(text)
    found, span = reading.certainty(word(reading, spelled))
    assert (found, span.exact if span else None) == ("denied", cue)


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Chile did not fail to ratify the treaty with Peru.", "ratify"),
        ("Chile has yet to open the crossing that it promised to Peru to build by June.", "promised"),
        ("Construction of the bridge between Chile and Peru has begun.", "Construction"),
    ],
)
def test_what_was_done_or_promised_is_not_denied_with_it(text: str, spelled: str) -> None:
    reading = reading_of(text)
    assert reading.certainty(word(reading, spelled)) == ("asserted", None)


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("The plan was considered after talks between Chad and Sudan.", "talks"),
        ("Bahrain dismissed the claim during a meeting with Qatar's envoy.", "meeting"),
        ("The visit of the Chadian president to Sudan was seen as a warning to Egypt.", "visit"),
    ],
)
def test_what_only_stands_beside_a_doubt_is_not_doubted(text: str, spelled: str) -> None:
    reading = reading_of(text)
    assert reading.certainty(word(reading, spelled)) == ("asserted", None)


@pytest.mark.parametrize(
    ("text", "spelled", "cue"),
    [
        ("Hungary has neither signed the pact with Ukraine nor ratified it.", "signed", "neither"),
        ("Hungary has neither signed the pact with Ukraine nor ratified it.", "ratified", "nor"),
        ("Norway and Sweden signed neither the treaty nor the protocol.", "signed", "neither"),
        ("Iraq will not sign the treaty, nor will it expel the envoy, the minister said.", "expel", "nor"),
        ("Senators in Kenya voted against ratifying the treaty with Chad.", "ratifying", "voted"),
        ("Norway decided against signing the agreement with Russia.", "signing", "decided"),
        ("Japan stopped short of signing the treaty with Iran.", "signing", "short"),
        ("Far from condemning Russia, India bought more oil.", "condemning", "Far"),
        ("India was far from signing the pact with Pakistan.", "signing", "far"),
        ("Chad hesitated to expel the Libyan envoy.", "expel", "hesitated"),
        ("Georgia was unwilling to sign the agreement with Russia.", "sign", "unwilling"),
        ("Qatar balked at signing the treaty with Iran.", "signing", "balked"),
        ("Mexico avoided signing the agreement with Cuba.", "signing", "avoided"),
        ("Qatar held off on recalling its ambassador from Tehran.", "recalling", "off"),
        ("Turkey is nowhere near recognising Cyprus.", "recognising", "nowhere"),
    ],
)
def test_what_is_told_not_to_be_done_is_denied(text: str, spelled: str, cue: str) -> None:
    reading = reading_of(text)
    found, span = reading.certainty(word(reading, spelled))
    assert (found, span.exact if span else None) == ("denied", cue)


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Mali went as far as expelling the French ambassador.", "expelling"),
        ("Chad was not far from signing the treaty with Sudan.", "signing"),
        ("Jordan did not hesitate to expel the Syrian envoy.", "expel"),
        ("Far from condemning Russia, India bought more oil.", "bought"),
        ("Qatar avoided a dispute, signing the treaty with Iran.", "signing"),
        ("Peru voted against the resolution and recalled its ambassador.", "recalled"),
    ],
)
def test_what_is_done_all_the_same_is_asserted(text: str, spelled: str) -> None:
    reading = reading_of(text)
    assert reading.certainty(word(reading, spelled)) == ("asserted", None)


@pytest.mark.parametrize(
    ("text", "spelled", "cue"),
    [
        ("The spokesman declined to confirm that Peru had expelled the envoy.", "expelled", "declined"),
        ("Kenya's spokesman refused to confirm or deny that Uganda had closed the border.", "closed", "refused"),
        ("The spokesman would neither confirm nor deny that Peru had expelled the envoy.", "expelled", "neither"),
        ("Mali was unable to confirm that Chad had attacked Niger.", "attacked", "unable"),
        ("Iran did not deny that it had expelled the Iraqi envoy.", "expelled", "not"),
        ("Iran did not rule out signing a treaty with Iraq.", "signing", "not"),
    ],
)
def test_what_is_neither_confirmed_nor_denied_is_hedged(text: str, spelled: str, cue: str) -> None:
    reading = reading_of(text)
    found, span = reading.certainty(word(reading, spelled))
    assert (found, span.exact if span else None) == ("hedged", cue)


def test_what_is_confirmed_is_asserted() -> None:
    reading = reading_of("Chile confirmed that Peru had expelled the Bolivian envoy.")
    assert reading.certainty(word(reading, "expelled")) == ("asserted", None)
