"""Events told without their usual verb: accusations in what is said of another, visits by being somewhere, courts."""

from __future__ import annotations

import pytest

from drafts import event_of_form as of_form
from drafts import events_of as found
from drafts import fields


@pytest.mark.parametrize(
    ("text", "actors", "recipients"),
    [
        ("Tunisia called Libya's decision illegal on Monday.", "Tunisia", "Libya"),
        ("Tunisia and Libya share a gulf. Tunisia described the decision as a provocation.", "Tunisia", "Libya"),
        ("Tunisia said Libya had misled its neighbours.", "Tunisia", "Libya"),
        ("The Chadian army said it has evidence linking Sudanese officers to the raid.", "Chad", "Sudan"),
        ("Mali denied accusations by Algeria that it had armed rebels.", "Algeria", "Mali"),
        ("Beijing labelled the US tariffs blackmail.", "China", "United States"),
    ],
)
def test_accusations_without_a_verb_of_accusing(text: str, actors: str, recipients: str) -> None:
    assert fields(of_form(text, "accusation"), "actors", "recipients") == ((actors,), (recipients,))


@pytest.mark.parametrize(
    "text",
    [
        "Tunisia called the talks with Libya useful.",
        "Algeria's foreign ministry described Mali's accusations as baseless.",
        "Fiji would never do anything that undermines the security of Tonga, it told reporters.",
    ],
)
def test_what_is_praised_or_denied_is_no_accusation(text: str) -> None:
    assert not [d for d in found(text) if d.value("form") == "accusation"]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Peruvian Foreign Minister Javier Diaz was dispatched to Quito on Friday.", "Ecuador"),
        ("Georgian President Mikheil Kavelashvili is attending a climate summit in Baku.", "Azerbaijan"),
        ("Two Chinese warships docked at Ream in Cambodia on Tuesday.", "Cambodia"),
        ("Egyptian president in Doha for summit", "Qatar"),
        ("President William Ruto of Kenya hosted Burundi's president for a working visit.", "Kenya"),
        ("During his Monday stopover in Dakar, the Malian prime minister met Bassirou Faye.", "Senegal"),
        ("During a Tuesday trip to Quito, Peruvian Foreign Minister Javier Diaz proposed talks.", "Ecuador"),
    ],
)
def test_visits_by_being_there(text: str, recipients: str) -> None:
    assert of_form(text, "visit").value("recipients") == (recipients,)


@pytest.mark.parametrize(
    ("text", "form", "actors", "recipients"),
    [
        ("The embassy of Iran in Baghdad was stormed by demonstrators.", "attack", ("Iraq",), ("Iran",)),
        ("A mob set fire to the Indian consulate in Dhaka.", "attack", ("Bangladesh",), ("India",)),
        ("Armenian forces drove out Azerbaijani troops in May 1992.", "attack", ("Armenia",), ("Azerbaijan",)),
        ("Peru informed Bolivia of its plans for the port.", "statement", ("Peru",), ("Bolivia",)),
        ("Colombia vowed to match the US duties.", "threat", ("Colombia",), ("United States",)),
        ("The ICJ ruled against Uganda.", "other", ("International Court of Justice",), ("Uganda",)),
    ],
)
def test_acts_by_their_doers_and_objects(
    text: str, form: str, actors: tuple[str, ...], recipients: tuple[str, ...]
) -> None:
    assert fields(of_form(text, form), "actors", "recipients") == (actors, recipients)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Foreign ministers of Oman and India co-chaired the 7th Joint Commission in Muscat.", "meeting"),
        ("India and France carried out joint surveillance missions off La Reunion in 2020.", "exercise"),
        ("Zambia and Malawi settled their dispute over the border on Friday.", "other"),
        ("The two defence ministries of Kenya and Somalia signed a letter of intent.", "signing"),
        ("Syrian leader Ahmed al-Sharaa called his Lebanese counterpart Joseph Aoun on Friday.", "call"),
    ],
)
def test_acts_of_two(text: str, form: str) -> None:
    assert len(of_form(text, form).value("actors")) == 2


@pytest.mark.parametrize(
    ("text", "form", "actors", "recipients"),
    [
        ("Tariffs would be slapped on all Peruvian goods, Donald Trump wrote.", "threat", "Donald Trump", "Peru"),
        ("Kenya turned away two Somali cargo planes on Monday.", "other", "Kenya", "Somalia"),
        ("Twelve Kenyan diplomats had to be pulled out of Somalia.", "other", "Kenya", "Somalia"),
        ("Peru and Chile differ. Chile said its neighbour had misled the court.", "accusation", "Chile", "Peru"),
    ],
)
def test_threats_and_refusals(text: str, form: str, actors: str, recipients: str) -> None:
    assert fields(of_form(text, form), "actors", "recipients") == ((actors,), (recipients,))


def test_a_text_signed_without_signatories_is_that_of_the_two() -> None:
    made = of_form("Peru and Chile had hoped for a treaty. A communique was signed instead.", "signing")
    assert made.value("actors") == ("Peru", "Chile")


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile gave themselves two years to conclude a deal on fish.",
        "Peru will never tolerate Chile threatening its fishermen.",
    ],
)
def test_what_is_aimed_at_or_not_tolerated_is_no_event(text: str) -> None:
    assert not [d for d in found(text) if d.value("form") in {"signing", "threat"}]


@pytest.mark.parametrize(
    ("text", "form", "actors", "recipients"),
    [
        ("Fiji has freed a Tongan bulk carrier.", "other", "Fiji", "Tonga"),
        ("Mali's air defences brought down an Algerian drone.", "incident", "Mali", "Algeria"),
        ("Algeria expelled more than 31,000 migrants to Niger in 2024.", "expulsion", "Algeria", "Niger"),
        ("Peru and Chile differ. Peru branded the detention piracy.", "accusation", "Peru", "Chile"),
        ("Peru impounded a Chilean tanker; the vessel was let go.", "incident", "Peru", "Chile"),
    ],
)
def test_ships_migrants_and_drones(text: str, form: str, actors: str, recipients: str) -> None:
    assert fields(of_form(text, form), "actors", "recipients") == ((actors,), (recipients,))


@pytest.mark.parametrize(
    ("text", "form", "actors"),
    [
        ("A joint border committee of Peru and Chile will sit again in Arica in March.", "meeting", 2),
        ("Peru and Chile are close. The armies concluded exercise Sol VI in Arica on 12 February.", "exercise", 2),
        ("Finland's defence minister, Antti Hakkanen, and Estonia's Hanno Pevkur signed a memorandum.", "signing", 2),
        ("The ministers of Peru and Chile signed a pact in Quito, with Marco Rubio looking on.", "signing", 2),
    ],
)
def test_acts_of_two_that_lists_and_bodies_name(text: str, form: str, actors: int) -> None:
    assert len(of_form(text, form).value("actors")) == actors


def test_a_name_in_commas_is_who_acts() -> None:
    made = of_form("An adviser to Iran's guide, Ali Velayati, accused Armenia of deceit.", "accusation")
    assert made.value("actors") == ("Ali Velayati",)


def test_what_one_was_supposed_to_sign_is_not_signed() -> None:
    assert not found("Peru was supposed to sign a pact with Chile.")


def test_an_honorific_with_points_ends_no_sentence() -> None:
    made = of_form("The Foreign Minister of Georgia, H.E. Levan Beridze, arrived in Moldova on Monday.", "visit")
    assert made.value("recipients") == ("Moldova",)


@pytest.mark.parametrize(
    ("text", "form", "actors", "recipients"),
    [
        ("San Salvador released four Honduran shrimpers.", "other", "El Salvador", "Honduras"),
        ("Iraq and Turkey are neighbours. Turkish jets struck depots near Amedi.", "attack", "Turkey", "Iraq"),
        ("Iraq and Turkey differ over water. Baghdad protested.", "protest_note", "Iraq", "Turkey"),
        ("Peru did not recognise Palestine until 2011.", "other", "Peru", "Palestine"),
    ],
)
def test_acts_without_a_recipient_of_their_own(text: str, form: str, actors: str, recipients: str) -> None:
    assert fields(of_form(text, form), "actors", "recipients") == ((actors,), (recipients,))


def test_a_later_leg_leaves_the_visit_as_it_is_and_the_host_welcomes_the_guest() -> None:
    text = (
        "Mongolian President Ukhnaagiin Khurelsukh has arrived in Kazakhstan on a state visit. An official welcoming "
        "ceremony took place in Astana. On October 30 Khurelsukh will fly to Turkistan."
    )
    assert fields(of_form(text, "visit"), "phase", "date") == ("held", None)
    assert fields(of_form(text, "ceremony"), "actors", "recipients") == (("Kazakhstan",), ("Ukhnaagiin Khurelsukh",))


def test_both_presidents_of_a_meeting_that_is_told_again() -> None:
    text = (
        "Honduran President Nasry Asfura met his Salvadoran colleague Nayib Bukele at sea. It was the first meeting of "
        "the countries' presidents since 2022."
    )
    assert len([d for d in found(text) if d.value("form") == "meeting"]) == 1


@pytest.mark.parametrize(
    ("text", "form", "actors"),
    [
        ("Foreign ministers Ana Diaz (Peru) and Jose Rios (Bolivia) chaired the second session in Puno.", "meeting", 2),
        ("Mongolian and Kazakh deputy ministers chaired the third round of the dialogue in Astana.", "meeting", 2),
        ("Oman and India announced in October that they had concluded talks on a deal.", "statement", 2),
        ("The Finnish president spent two days in Tallinn last week.", "visit", 1),
    ],
)
def test_doers_behind_brackets_adjectives_and_times(text: str, form: str, actors: int) -> None:
    assert len(of_form(text, form).value("actors")) == actors


def test_what_is_called_off_is_cancelled() -> None:
    made = of_form("A planned meeting between the Greek and Turkish leaders in Ankara was called off.", "meeting")
    assert made.value("phase") == "cancelled"


def test_money_spent_abroad_is_no_visit() -> None:
    assert not [d for d in found("The Finnish president spent a fortune in Tallinn.") if d.value("form") == "visit"]


def test_what_is_announced_at_a_joint_press_conference_is_one_statement() -> None:
    text = (
        "Oman and India announced a deal on ports on Monday. Omani minister Ali Saidi told a joint press conference "
        "with India's Raj Mehra that work would begin soon."
    )
    assert len([d for d in found(text) if d.value("form") == "statement"]) == 1
