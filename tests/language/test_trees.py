"""What the rules need of the trees that ship: verbs, their subjects and objects, rows, names in one piece."""

from __future__ import annotations

import pytest

from comity.language.syntax import Token
from reading import reading_of, word


def said(text: str, verb: str) -> tuple[str, str, str, str]:
    """Tag, lemma, subject and object of a verb."""
    found = word(reading_of(text), verb)
    subject, thing = found.subject(), found.child("obj")
    return found.tag, found.lemma, _text(subject), _text(thing)


def _text(token: Token | None) -> str:
    return token.text if token else ""


@pytest.mark.parametrize(
    ("text", "verb", "subject", "thing"),
    [
        ("Riyadh severed ties in January 2016.", "severed", "Riyadh", "ties"),
        ("Ishiba said Japan strongly opposed coercion in the East China Sea.", "opposed", "Japan", "coercion"),
        ("India undertakes to complete land acquisition by December.", "complete", "India", "acquisition"),
        ("Hanoi's ambition is to double trade with Seoul.", "double", "ambition", "trade"),
        ("Addis Ababa retaliated by suspending visas for traders.", "suspending", "Addis", "visas"),
        ("Greece proposed that Turkey and Cyprus hold talks.", "hold", "Turkey", "talks"),
        (
            "The ministry demanded that China respect Vietnam's border, investigate the case and pay.",
            "respect",
            "China",
            "border",
        ),
        ("The African Union offered to mediate.", "mediate", "Union", ""),
        ("Peru bans fruit from Ecuador.", "bans", "Peru", "fruit"),
        ("The mood was good. Mr Ruto pledged to cut tariffs.", "pledged", "Ruto", ""),
        ("They thanked him for what Mr Modi offered.", "offered", "Modi", ""),
        (
            "The sides have since reopened three trading posts and Beijing has promised more.",
            "reopened",
            "sides",
            "posts",
        ),
        (
            "The sides have since reopened three trading posts and Beijing has promised more.",
            "promised",
            "Beijing",
            "more",
        ),
        ("Honduras condemns El Salvador's border closure.", "condemns", "Honduras", "closure"),
        ("Turkish, Iraqi foreign ministers hold talks in Baghdad.", "hold", "ministers", "talks"),
        ("Kazakh president arrives in Ulaanbaatar on state visit.", "arrives", "president", ""),
        ("Denmark rebuffs Trump over Greenland.", "rebuffs", "Denmark", "Trump"),
        ("Fiji, Solomon Islands sign policing pact.", "sign", "Fiji", "pact"),
        ("Indonesian and Philippine presidents hold talks in Manila.", "hold", "presidents", "talks"),
        ("Rwanda, Burundi trade blame over border closure.", "trade", "Rwanda", "blame"),
        ("Malaysia plans to import durians from Thailand.", "plans", "Malaysia", ""),
        ("Moscow plans to cut supplies to Bulgaria.", "cut", "Moscow", "supplies"),
        (
            "The navies of the two countries wrapped up the JIMEX exercise off Visakhapatnam last week.",
            "wrapped",
            "navies",
            "exercise",
        ),
        ("Beijing opposes the creation of military blocs, a spokesperson said.", "opposes", "Beijing", "creation"),
        ("Norway's government called in the Russian ambassador.", "called", "government", ""),
        ("In July 2023, ASEAN and China agreed in Jakarta to conclude the code.", "agreed", "ASEAN", ""),
        ("In July 2023 foreign ministers agreed to try again.", "agreed", "ministers", ""),
    ],
)
def test_a_clause_has_its_verb_back(text: str, verb: str, subject: str, thing: str) -> None:
    tag, _, mine, theirs = said(text, verb)
    assert tag.startswith("VB")
    assert (mine, theirs) == (subject, thing)


def test_the_second_verb_of_a_garden_path_is_the_main_one() -> None:
    reading = reading_of("Two Ethiopian soldiers captured in the fighting were released on Monday.")
    assert reading.sentences[0].root.text == "released"
    assert word(reading, "captured").dep == "acl"


def test_what_a_conjunction_opens_is_a_clause() -> None:
    reading = reading_of("The drills, which run until May, come after China's coast guard fired flares at a boat.")
    fired = word(reading, "fired")
    assert (fired.dep, _text(fired.subject())) == ("advcl", "guard")


def test_what_cannot_be_a_verb_is_a_plural() -> None:
    exports = word(reading_of("Indonesia lifted a ban on coal exports to the Philippines."), "exports")
    assert (exports.tag, [c.text for c in exports.all("compound")]) == ("NNS", ["coal"])


def test_a_name_is_one_piece() -> None:
    reading = reading_of("Xi Jinping also met President Luong Cuong and Prime Minister Pham Minh Chinh.")
    thing = word(reading, "met").child("obj")
    assert thing is not None
    assert {a.name for a in reading.actors(thing)} & {"Luong Cuong", "Pham Minh Chinh"}


def test_a_name_after_by_is_no_subject() -> None:
    reading = reading_of("During a visit by US President Joe Biden, Hanoi raised its ties with Washington.")
    subject = word(reading, "raised").subject()
    assert subject is not None
    assert subject.text == "Hanoi"


def test_sound_trees_are_left_alone() -> None:
    reading = reading_of("Growing exports worried the officials who drafted the plan.")
    assert reading.sentences[0].root.text == "worried"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The Turkish side expressed its readiness to support Iraq.", ("Turkey",)),
        ("Algeria urged Mali to reopen its border.", ("Mali",)),
        ("Laos and Thailand renewed their offer.", ("Laos", "Thailand")),
    ],
)
def test_its_is_whose_clause_it_stands_in(text: str, owner: tuple[str, ...]) -> None:
    reading = reading_of(text)
    pronoun = next(t for t in reading.tokens if t.tag == "PRP$")
    assert reading.references.names(pronoun) == owner


def test_we_is_the_state_of_whoever_the_heading_names() -> None:
    text = "Remarks by the Minister for Foreign Affairs of Ireland in Amman\n\nWe are committed to supporting Jordan."
    reading = reading_of(text)
    assert reading.references.names(word(reading, "We")) == ("Ireland",)


@pytest.mark.parametrize(
    ("text", "verb", "subject", "thing"),
    [
        ('Mali called the raid "a crime", expelled Niger\'s envoy and shut its airspace.', "expelled", "Mali", "envoy"),
        (
            "The Kenyan side proposed establishing direct flights and invited Ugandan firms to take part.",
            "invited",
            "side",
            "firms",
        ),
        ("The two states, Lula said, would double mutual trade.", "double", "states", "trade"),
        ("Chile, he added, had been asked to speed up a ruling on the gate.", "asked", "Chile", ""),
        ("The fifth round of talks, first planned for May, will be held in Lima.", "held", "round", ""),
        ("Last March, in Doha, Kigali and Kinshasa agreed to hold talks.", "agreed", "Kigali", ""),
        ("Quito stands ready to mediate between the two.", "mediate", "Quito", ""),
        ("Lima undertook to reopen the road.", "undertook", "Lima", ""),
        ("Peru handed over the patrol boats to Ecuador.", "handed", "Peru", "boats"),
        ("The envoys met a day after Burundi severed ties with Rwanda.", "severed", "Burundi", "ties"),
        ("Norway insists that the strait is open.", "insists", "Norway", ""),
        ("The bank said the lender would again finance exports.", "finance", "lender", "exports"),
        ("The treaty commits Peru to talks.", "commits", "treaty", "Peru"),
        ("The accord obliges Peru to return the boats.", "obliges", "accord", "Peru"),
        ("Peru agreed to open the bridge in Tacna and normalise trade.", "normalise", "Peru", "trade"),
        ("Under a plan told in May, a public fund will pay farmers.", "pay", "fund", "farmers"),
        ("Lima, in return, is to drop its suit at the court.", "drop", "Lima", "suit"),
        ("Mr Boric said it was late.", "said", "Boric", ""),
        ("Though Peru is calm, one former envoy reckons Chile may close the gate.", "reckons", "envoy", ""),
        ("While Peru is an ally of Quito, Hun Sen has denied the claim.", "denied", "Sen", "claim"),
        ('"We welcome this step," she said.', "welcome", "We", "step"),
        ("Norway opposes Iceland's bid for the seat.", "opposes", "Norway", "bid"),
    ],
)
def test_verbs_of_a_row_and_their_subjects(text: str, verb: str, subject: str, thing: str) -> None:
    tag, _, mine, theirs = said(text, verb)
    assert tag.startswith("VB")
    assert (mine, theirs) == (subject, thing)


def test_the_verb_behind_a_clause_on_the_subject() -> None:
    text = "Rahmon, who arrived in Bishkek on Monday, also called on President Japarov."
    assert said(text, "called")[:3] == ("VBD", "call", "Rahmon")


def test_of_two_subjects_side_by_side_the_second_names_the_first() -> None:
    verb = word(reading_of("Chile's trade minister, Ana Ruiz, called Peru's claims baseless."), "called")
    assert [c.text for c in verb.all("nsubj")] == ["minister"]


def test_what_two_own_is_no_third_of_them() -> None:
    owned = word(reading_of("Shoukry and Sadiq's meeting was the third of the year."), "meeting")
    assert owned.child("nmod:poss") is not None


def test_a_phrase_built_like_the_first_goes_with_it() -> None:
    reading = reading_of("Peru and Chile signed a memorandum of understanding on energy and a deal on fish.")
    assert word(reading, "deal").head.text == "memorandum"


def test_an_infinitive_that_reads_like_a_noun_goes_with_the_first() -> None:
    reading = reading_of("Peru and Chile agreed to hold talks and upgrade the forum between them.")
    upgrade = word(reading, "upgrade")
    assert (upgrade.tag, upgrade.head.text, word(reading, "forum").head.text) == ("VB", "hold", "upgrade")


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Peru and Chile agreed to open posts, restart a line and ease trade.", ["open", "restart", "ease"]),
        ("Ghana asked Togo to lift the ban, release the drivers and pay for the damage.", ["lift", "release", "pay"]),
        ("Ghana and Togo resolved to curb smuggling, train officers, and set up a hotline.", ["curb", "train", "set"]),
    ],
)
def test_infinitives_of_a_row_go_with_the_first(text: str, verbs: list[str]) -> None:
    reading = reading_of(text)
    first, *others = [word(reading, verb) for verb in verbs]
    assert all(o.dep == "conj" and (o.head is first or o.head.head is first) for o in others)


def test_a_participle_right_behind_have_is_no_adjective() -> None:
    assert said("Peru and Chile have lodged stern protests.", "lodged") == ("VBN", "lodge", "Peru", "protests")


def test_the_marks_of_question_and_answer_are_not_read() -> None:
    assert said("Peru and Chile differ.\n\nA: Peru opposes the plan.", "opposes")[2] == "Peru"


def test_a_past_behind_an_infinitive_goes_with_the_past_before_it() -> None:
    called = word(
        reading_of("Ghana pledged to extradite suspects and called on Togo to reopen the crossing."), "called"
    )
    assert (called.tag, called.head.text) == ("VBD", "pledged")


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly adopted a resolution demanding that Russia withdraw from Ukraine.",
        "Kazakhstan plans to increase exports of wheat to Afghanistan.",
    ],
)
def test_no_repair_makes_a_circle(text: str) -> None:
    tokens = reading_of(text).tokens
    assert all(len(token.conjuncts) + len(list(token.ancestors())) <= len(tokens) for token in tokens)


def test_a_subject_is_no_conjunct_of_itself() -> None:
    assert said("Kazakhstan plans to increase exports of wheat to Afghanistan.", "increase")[2] == "Kazakhstan"


def test_what_is_between_two_is_the_subject() -> None:
    text = "The seventh round of consultations between Estonia and Georgia was held in Tbilisi."
    assert said(text, "held")[2] == "round"
    assert word(reading_of(text), "Georgia").head.text == "Estonia"
    text = "Talks between the Ministry of Health of Togo and the Ministry of Trade of Ghana were held."
    assert word(reading_of(text), "Ministry", nth=1).head is word(reading_of(text), "Ministry")


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Talks between Lima and Buenos Aires stalled.", "Lima", "Buenos"),
        ("Clashes between Kenyan and Somali forces killed four.", "Kenyan", "Somali"),
        ("A line between the coast and the inland towns was built.", "coast", "towns"),
    ],
)
def test_between_stand_two(text: str, first: str, second: str) -> None:
    assert word(reading_of(text), second).head.text == first


def test_what_is_joined_within_a_clause_on_it_is_none_of_the_pair() -> None:
    text = "The deal is to upgrade links between the neighbors, which would share the cost and the risk."
    assert word(reading_of(text), "neighbors").child("conj") is None


@pytest.mark.parametrize("text", ["The barricades week", "Two hundred people are dead and many are hurt."])
def test_what_is_no_verb_stays_none(text: str) -> None:
    assert not [t for t in reading_of(text).tokens if t.text in {"barricades", "dead"} and t.is_verb]


def test_the_only_participle_of_a_sentence_says_what_its_noun_did() -> None:
    assert said("The last round of talks collapsed in Cairo.", "collapsed")[:3] == ("VBD", "collapse", "round")


def test_the_object_stands_behind_what_was_inserted() -> None:
    assert said("Peru and Chile signed on Monday in Lima a declaration of principles.", "signed")[3] == "declaration"


@pytest.mark.parametrize(
    ("text", "verb", "thing"),
    [
        ("Kenya opposes the dam, its foreign ministry said on Monday.", "opposes", "dam"),
        ("Kenya regards Uganda as a strategic partner, the minister said.", "regards", "Uganda"),
        ("Kenya respects Uganda's sovereignty and territorial integrity.", "respects", "sovereignty"),
    ],
)
def test_a_verb_between_a_name_and_its_object(text: str, verb: str, thing: str) -> None:
    tag, _, subject, found = said(text, verb)
    assert (tag, subject, found) == ("VBZ", "Kenya", thing)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("After talks in Nairobi, Chad and Mali signed a pact.", "signed", ["Chad", "Mali"]),
        ("After two days of talks, Kenya and Tanzania signed a pact.", "signed", ["Kenya", "Tanzania"]),
        (
            "At a summit in Doha in May, Chad, Mali and Niger pledged to share water.",
            "pledged",
            ["Chad", "Mali", "Niger"],
        ),
        ("Kenya and Tanzania said after talks in Arusha that trade would grow.", "grow", ["trade"]),
        ("A meeting of culture ministers from China and Japan has been postponed.", "postponed", ["meeting"]),
        ("Moscow has said it is ready to take part.", "ready", ["it"]),
        ("China said on Friday it had summoned Japan's ambassador.", "summoned", ["it"]),
    ],
)
def test_a_clause_has_its_own_subject(text: str, verb: str, subject: list[str]) -> None:
    found = word(reading_of(text), verb).child("nsubj", "nsubj:pass")
    assert found is not None
    assert [t.text for t in found.conjuncts] == subject


def test_a_plural_before_the_verb_is_its_subject() -> None:
    """ "Whereas imports from X amounted to Y": imports, though the tagger takes it for a verb."""
    text = "Kenya's exports to Togo amounted to R3 billion in 2016, whereas imports from Mali amounted to R1 billion."
    reading = reading_of(text)
    verb = word(reading, "amounted", nth=1)
    subject = verb.subject()
    assert subject is not None and (subject.text, verb.tag, subject.tag) == ("imports", "VBD", "NNS")
