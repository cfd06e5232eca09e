"""Threats without a verb of threatening, faults, meetings and calls told otherwise, bodies that meet, ships in port."""

from __future__ import annotations

import pytest

from drafts import event_of_form as of_form
from drafts import events_of as found
from drafts import fields


@pytest.mark.parametrize(
    ("text", "form", "actors", "recipients"),
    [
        ("Colombia would have no choice but to retaliate, it told Ecuador.", "threat", "Colombia", "Ecuador"),
        ("Unless Ecuador lifts the duties, Colombia will respond in kind.", "threat", "Colombia", "Ecuador"),
        ("Iran's navy said it would strike back if Israel attacked its ships.", "threat", "Iran", "Israel"),
        (
            "Any attempt to dam the Nile would be treated as an act of war, Egypt told Ethiopia.",
            "threat",
            "Egypt",
            "Ethiopia",
        ),
        ("Ankara would regard a wider claim by Greece as a cause for war.", "threat", "Turkey", "Greece"),
        ("Chad said Sudan would face serious consequences.", "threat", "Chad", "Sudan"),
        ("Chad said that Sudan was to blame for the raid.", "accusation", "Chad", "Sudan"),
        ("Burundi said that the raid was the fault of Rwanda.", "accusation", "Burundi", "Rwanda"),
        ("Ghana is responsible for the deadlock, Togo's foreign minister said.", "accusation", "Togo", "Ghana"),
        ("The docking of a Russian frigate in Port Sudan annoyed Egypt.", "visit", "Russia", "Sudan"),
        ("Norway has put on ice almost two million dollars in payments to Chad.", "sanction", "Norway", "Chad"),
        (
            "Egypt and Ethiopia are neighbours. Were that to continue, Cairo said last month, any attempt to dam "
            "the straits would be treated as an act of war.",
            "threat",
            "Egypt",
            "Ethiopia",
        ),
        ("Mexico's president boycotted the summit in Lima, Peru.", "other", "Mexico", "Peru"),
    ],
)
def test_acts_of_one_side(text: str, form: str, actors: str, recipients: str) -> None:
    assert fields(of_form(text, form), "actors", "recipients") == ((actors,), (recipients,))


@pytest.mark.parametrize(
    ("text", "form", "actors"),
    [
        (
            "The presidents of Peru and Bolivia were joined by Chile's president.",
            "meeting",
            {"Peru", "Bolivia", "Chile"},
        ),
        ("The joint committee on water of Iraq and Syria is to meet in Basra next week.", "meeting", {"Iraq", "Syria"}),
        ("Iran and Oman are neighbours. The joint committee met in Muscat on Monday.", "meeting", {"Iran", "Oman"}),
        (
            "A delegation from the parliament of Ghana, led by Speaker Alban Bagbin, was received in Lome on Monday by "
            "Prime Minister Faure Gnassingbe.",
            "meeting",
            {"Alban Bagbin", "Faure Gnassingbe"},
        ),
        (
            "Sudan's foreign minister, Ali Youssef, was in Amman. The visitor was received by King Abdullah of Jordan.",
            "meeting",
            {"Ali Youssef", "Abdullah"},
        ),
        ("Keir Starmer was on the phone with Emmanuel Macron on Monday.", "call", {"Keir Starmer", "Emmanuel Macron"}),
        ("Ecuador's army chief rang his Colombian opposite number.", "call", {"Ecuador", "Colombia"}),
        (
            "A telephone call, in which Daniel Noboa and Gustavo Petro agreed to open the border, lasted an hour.",
            "call",
            {"Daniel Noboa", "Gustavo Petro"},
        ),
        (
            "Relations between Peru and Laos have grown since their establishment in 1989.",
            "establishment",
            {"Peru", "Laos"},
        ),
        (
            "Since their establishment in 1994, ties between Oman and Laos have grown.",
            "establishment",
            {"Oman", "Laos"},
        ),
    ],
)
def test_events_of_both_sides(text: str, form: str, actors: set[str]) -> None:
    made = of_form(text, form)
    assert set(made.value("actors")) == actors


@pytest.mark.parametrize(
    "text",
    [
        "Chile will respond to the survey if the farmers of Peru ask.",
        "Kenya said it would act if the drought in Somalia got worse.",
        "Peru would treat the pact with Chile as a gift, a minister said.",
        "Ghana is responsible for security in the area, said Togo's army.",
        "Peru reviewed the growth of its rail links with Chile.",
        "Peru was joined by Chile in the Pacific Alliance.",
        "Iran and Oman are neighbours. The council met on Monday in Muscat to pass Oman's budget.",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    assert not [d for d in found(text) if d.value("form") in {"threat", "accusation", "meeting"}]


def test_a_date_behind_since_is_not_that_of_the_talks() -> None:
    text = "During talks with Oman's foreign minister, Iran's president hailed ties since their founding in 1968."
    assert not [d for d in found(text) if d.value("form") == "meeting" and d.value("date") == "1968"]


def test_an_office_in_a_headline_is_whoever_holds_it() -> None:
    text = "Visit of the President to Togo\n\nJohn Mahama, President of Ghana, is on a visit to Togo from 2 to 4 May.\n"
    assert [d.value("actors") for d in found(text) if d.value("form") == "visit"] == [("John Mahama",)]


def test_what_somebody_is_accused_of_is_no_event_of_its_own() -> None:
    made = found("Kenya accused Somali officers of beating two Kenyan drivers.")
    assert [d.value("form") for d in made] == ["accusation"]


def test_a_crossing_that_no_list_names_is_the_place() -> None:
    """ "The X border post" is where they met."""
    made = of_form("Chadian President Ali Deby met Libyan leader Omar Fezzani at the Tummo border post.", "meeting")
    assert made.value("place") == "Tummo"


def test_what_goes_on_meanwhile_has_a_clause_of_its_own() -> None:
    """ "As the leaders of both states met": the meeting is of the day on which the ban was lifted."""
    made = of_form("Togo lifted a ban on Beninese maize on Monday as the leaders of both states met.", "meeting")
    assert fields(made, "actors", "date") == (("Togo", "Benin"), "2025-04-14")


def test_the_day_of_a_ballot_is_not_that_of_its_rejection() -> None:
    """A ballot ahead is of this year, and says nothing of when it was rejected."""
    text = "The Kenyan parliament rejected Somalia's claims to the sea area through a referendum on June 3."
    assert of_form(text, "other").value("date") is None


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Kuwait's emir received Oman's foreign minister on Monday.", ("Kuwait", "Oman")),
        ("Oman's foreign minister was received by Kuwait's emir on Monday.", ("Kuwait", "Oman")),
        ("President Tebboune received Niger's ambassador on Monday.", ("Tebboune", "Niger")),
        ("Egypt's president received on Monday his Cypriot counterpart Ana Kombou.", ("Egypt", "Ana Kombou")),
        (
            "Jordan's Prime Minister Ali Hassan received on Monday in Amman Iraqi Foreign Minister Fuad Omar.",
            ("Ali Hassan", "Fuad Omar"),
        ),
        (
            "Jordan's Prime Minister Ali Hassan received in Amman on Monday the Foreign Minister of Iraq.",
            ("Ali Hassan", "Iraq"),
        ),
    ],
)
def test_who_is_received(text: str, actors: tuple[str, ...]) -> None:
    """A guest without a name is one all the same, also behind words of time and place."""
    assert fields(of_form(text, "meeting"), "actors", "date") == (actors, "2025-04-14")


@pytest.mark.parametrize("thing", ["Chinese drones", "a letter from Oman's minister", "on Monday the first Omani gas"])
def test_what_is_received_is_no_meeting(thing: str) -> None:
    """Goods and letters are received, too."""
    assert not [d for d in found(f"Kuwait's emir received {thing}.") if d.value("form") == "meeting"]


def test_what_is_denied_with_the_charge_that_tells_it() -> None:
    """The deed is told as denied, not as done."""
    made = of_form("Togo's minister Ali Baba denied claims that his country closed the border with Ghana.", "incident")
    assert made.certainty == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "The announcement will contribute to the speedy normalization of relations between Chad and Niger.",
        "Togo's minister has warned Ghanaians over the border opening.",
        "Morocco's action has led to a 69% reduction in arrivals in Spain.",
        "Serbia's embassy in Kinshasa will host Hungary's mission.",
    ],
)
def test_what_is_only_spoken_of_is_no_event(text: str) -> None:
    """Aims, openings that are talked about, arrivals that are counted, offices that are housed."""
    assert not {d.value("form") for d in found(text)} & {"establishment", "opening", "visit", "meeting"}


def test_who_detains_is_the_state_where_it_is_done() -> None:
    """ "Detentions of Rwandans in Uganda" are Uganda's."""
    made = of_form("Illegal detentions of Rwandans in Uganda must end, Rwanda's minister said.", "incident")
    assert fields(made, "actors", "recipients") == (("Uganda",), ("Rwanda",))


@pytest.mark.parametrize(
    ("text", "form", "actors", "recipients", "date"),
    [
        ("Norway banned Russian vessels from docking in its ports.", "sanction", "Norway", "Russia", None),
        ("Russian vessels are banned from docking in Norwegian ports.", "sanction", "Norway", "Russia", None),
        ("Norwegian police arrested a suspected Russian agent.", "incident", "Norway", "Russia", None),
        (
            "Israel's premier Dan Levi will depart on Sunday for a two-day mission to Cyprus.",
            "visit",
            "Dan Levi",
            "Cyprus",
            "2025-04-20/2025-04-21",
        ),
    ],
)
def test_bans_arrests_and_missions(text: str, form: str, actors: str, recipients: str, date: str | None) -> None:
    """A ban on docking is no visit; a mission to a state is one."""
    assert fields(of_form(text, form), "actors", "recipients", "date") == ((actors,), (recipients,), date)


@pytest.mark.parametrize(
    "text",
    [
        "Chinese steps threaten stability in the region, Japan said.",
        "Russia's ministry warned that Norway's actions threatened fisheries cooperation.",
    ],
)
def test_what_is_in_danger_is_threatened_by_nobody(text: str) -> None:
    """Stability and cooperation are endangered, which is no threat of one state to another."""
    assert not [d for d in found(text) if d.value("form") == "threat"]


def test_a_meeting_that_follows_lies_ahead_too() -> None:
    """ "Will meet X on Sunday, followed by a meeting with Y on Monday": both are still to come."""
    text = (
        "Israel's premier Dan Levi will hold a meeting with Cypriot President Nikos Kouris on Sunday, "
        "followed by a meeting with Greek minister Kyriakos Manos on Monday."
    )
    assert [d.value("date") for d in found(text)] == ["2025-04-20", "2025-04-21"]


def test_a_bracket_is_read_over() -> None:
    """The other side may stand behind a sum in brackets."""
    text = "Egypt has signed three agreements worth 122 million euros ($139 million) with the European Investment Bank."
    assert of_form(text, "signing").value("actors") == ("Egypt", "European Investment Bank")


@pytest.mark.parametrize(
    "text",
    [
        "Jordan stopped short of expelling the Israeli ambassador.",
        "Ghana fell short of recognising Somaliland.",
        "Far from condemning Russia, India bought more oil.",
        "Chad hesitated to expel the Libyan envoy.",
        "Nepal balked at expelling the Indian envoy.",
        "Qatar shied away from condemning Israel.",
        "Chad neither recalled its ambassador from Niamey nor expelled the Nigerien envoy.",
        "Peru neither lifted the tariffs on Bolivia nor imposed new ones.",
        "Poland kept its ban, nor did it sign the agreement with Kyiv.",
        "Norway decided against signing the agreement with Russia.",
    ],
)
def test_what_was_not_done_is_no_event(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile exchanged views on lifting the sanctions on Cuba.",
        "Peru and Chile exchanged views on signing an agreement on water.",
        "Envoys of Oman and Iran aired opinions about imposing tariffs on China.",
        "Oman and Yemen exchanged ideas on condemning Russia and expelling the Russian envoy.",
    ],
)
def test_what_is_only_talked_of_is_no_event(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Ghana, not Togo, expelled the Malian ambassador.", ("Ghana",)),
        ("Not Togo but Ghana expelled the Malian ambassador.", ("Ghana",)),
        ("It was Kenya, and not Uganda, that closed the border with Sudan.", ("Kenya",)),
        ("Malta and Italy, but not Greece, signed the agreement with Libya.", ("Malta", "Italy", "Libya")),
        ("Malta, but not Greece or Cyprus, signed the agreement with Libya.", ("Malta", "Libya")),
        ("It is Kenya, not Uganda, which imposed tariffs on Tanzania.", ("Kenya",)),
        ("Oman, and not only Qatar, condemned Israel.", ("Oman", "Qatar")),
    ],
)
def test_who_is_excepted_is_no_actor(text: str, actors: tuple[str, ...]) -> None:
    assert [fields(event, "actors") for event in found(text)] == [(actors,)]
