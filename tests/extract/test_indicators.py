"""Indicators: what a figure measures, when, of whom, how it changed, and which figures are none."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

import pytest

from comity.extract.draft import Draft
from comity.extract.indicators import indicators
from reading import reading_of as on_a_day

PUBLISHED = "2025-05-06"


reading_of = partial(on_a_day, published=PUBLISHED)


def found(text: str) -> list[Draft]:
    return indicators(reading_of(text))


def plain(draft: Draft) -> dict[str, object]:
    return {
        name: draft.value(name)
        for name in ("value", "unit", "period", "change", "area")
        if draft.value(name) is not None
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bilateral trade between Brazil and Argentina rose 12.5 percent year-on-year to $27.4 billion in 2024.",
            {"value": 27.4e9, "unit": "USD", "period": "2024", "change": 12.5, "area": "Brazil"},
        ),
        (
            "Japan's exports to South Korea stood at 5.6 trillion yen in the first nine months of 2024, down 7% from "
            "the same period last year.",
            {"value": 5.6e12, "unit": "JPY", "period": "2024-01/2024-09", "change": -7, "area": "Japan"},
        ),
        (
            "Iran attracted $3 billion of foreign direct investment from Saudi Arabia in 2023.",
            {"value": 3e9, "unit": "USD", "period": "2023", "area": "Iran"},
        ),
        (
            "Some 2.3 million Polish tourists visited Ukraine last year, an increase of 18 percent compared with 2023.",
            {"value": 2.3e6, "unit": "persons", "period": "2024", "change": 18, "area": "Ukraine"},
        ),
        (
            "Washington imposed a 25 percent tariff on steel from Canada and Mexico in March.",
            {"value": 25, "unit": "percent", "period": "2025-03", "area": "United States"},
        ),
        (
            "In January-April, Mongolia exported 24.6 million tonnes of coal to China.",
            {"value": 24.6e6, "unit": "tonnes", "period": "2025-01/2025-04", "area": "Mongolia"},
        ),
        (
            "Vietnam was the United States' eighth-largest trading partner last year.",
            {"value": 8, "unit": "rank", "period": "2024", "area": "United States"},
        ),
        ("Some 58 percent of Poles oppose the deal.", {"value": 58, "unit": "percent", "area": "Poland"}),
        ("Serbia depends on Russia for 80 percent of its gas.", {"value": 80, "unit": "percent", "area": "Serbia"}),
        ("Denmark has given Kenya 8 million euros in military aid.", {"value": 8e6, "unit": "EUR", "area": "Denmark"}),
        (
            "Some 28,500 American troops are stationed in South Korea.",
            {"value": 28500, "unit": "persons", "area": "South Korea"},
        ),
        ("Exports grew by 11 percent in 2023.", {"value": 11, "unit": "percent", "period": "2023", "change": 11}),
        (
            "Goods worth $12 billion crossed the border between Poland and Ukraine in 2024.",
            {"value": 12e9, "unit": "USD", "period": "2024", "area": "Poland"},
        ),
        ("Kenya owes China $6.7 billion.", {"value": 6.7e9, "unit": "USD", "area": "Kenya"}),
    ],
)
def test_a_measured_figure_is_read_with_its_fields(text: str, expected: dict[str, object]) -> None:
    (draft,) = found(text)
    assert plain(draft) == expected


def test_a_share_names_its_whole_and_both_sides() -> None:
    (draft,) = found("Egypt accounted for 27 per cent of Sudan's exports in 2022.")
    assert draft.value("measure") == "share of Sudan's exports"
    assert (draft.value("area"), draft.value("counterpart"), draft.value("period")) == ("Sudan", "Egypt", "2022")


def test_each_of_two_levels_keeps_its_own_period() -> None:
    drafts = found("Ankara said its trade with Baghdad exceeded $20 billion in 2024, up from $16 billion in 2022.")
    assert [(d.value("value"), d.value("period")) for d in drafts] == [
        (Decimal(20 * 10**9), "2024"),
        (16 * 10**9, "2022"),
    ]


def test_a_change_told_in_the_next_sentence_joins_the_figure() -> None:
    (draft,) = found("Bilateral trade hit a record $136 billion. The figure was up 9 percent from a year earlier.")
    assert (draft.value("change"), draft.value("change_basis"), len(draft.quotes)) == (9, "year_on_year", 2)


def test_a_target_is_no_result() -> None:
    (draft,) = found("Moscow and Tehran aim to raise annual trade to $40 billion by 2030.")
    assert draft.certainty == "hedged"
    assert draft.cue is not None
    assert draft.cue.exact == "aim"
    (promised,) = found("Chile promised to invest 150 million dollars in the Zenda railway by June 30, 2025.")
    assert promised.certainty == "hedged"


@pytest.mark.parametrize(
    "text",
    [
        "The two foreign ministers held a two-hour meeting, signed 12 agreements and expelled three diplomats.",
        "The president, 71, arrived with 120 delegates for a three-day visit.",
        "Police arrested 14 people and seized $3 million in cash.",
        "The army said 12,000 soldiers took part in the drills, and 40 aircraft.",
        "The plant, worth $600 million, was opened by the prime minister.",
        "Rice prices rose 12 percent in Manila.",
        "Shares in the airline fell 3.4 percent.",
        "The lawmaker won 52 percent of the vote.",
        "The 420-km road will take five years to build.",
    ],
)
def test_other_numbers_are_no_indicators(text: str) -> None:
    assert found(text) == []


def test_a_figure_told_twice_is_one_record() -> None:
    (draft,) = found(
        "Trade between Ghana and Togo reached $1.2 billion in 2024. Officials in Accra met on Monday. "
        "Trade between Ghana and Togo reached $1.2 billion in 2024, the ministry said."
    )
    assert len(draft.quotes) == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("More than 2.3 million Argentines visited Brazil in 2024.", 2300000),
        ("There are about 90,000 Brazilians living in Argentina.", 90000),
    ],
)
def test_people_of_a_nation_are_counted(text: str, value: int) -> None:
    (made,) = indicators(reading_of(text))
    assert (made.value("value"), made.value("unit")) == (value, "persons")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade between Peru and Chile came to 13.6 billion dollars in 2024, up from 12.1 billion a year earlier.",
            [("2024", 13_600_000_000, "USD"), ("2023", 12_100_000_000, "USD")],
        ),
        (
            "Some 1.2 million Chileans visited Peru in the first four months of 2024, compared to 900,000 in the "
            "same period of 2023.",
            [("2024-01/2024-04", 1_200_000, "persons"), ("2023-01/2023-04", 900_000, "persons")],
        ),
    ],
)
def test_a_figure_held_against_another_is_of_its_own_time(text: str, expected: list[tuple[str, int, str]]) -> None:
    made = indicators(reading_of(text))
    assert [(d.value("period"), d.value("value"), d.value("unit")) for d in made] == expected
    assert len({d.value("measure") for d in made}) == 1


def test_what_grew_has_the_level_and_what_leaves_is_of_where_it_leaves() -> None:
    (made,) = indicators(
        reading_of("The rise in exports from Estonia to Georgia, which reached EUR 62.4 million in 2023, was welcomed.")
    )
    named = tuple(made.value(name) for name in ("measure", "area", "counterpart"))
    assert named == ("exports from Estonia to Georgia", "Estonia", "Georgia")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("There are 180 Turkish companies in Kazakhstan.", 180, "companies"),
        ("Around 300,000 Zimbabweans work in South Africa.", 300000, "persons"),
        ("Some 1.3 million tonnes of goods passed through the port for Ethiopia last year.", 1300000, "tonnes"),
        ("Azerbaijan delivers 1.5 million cubic metres of gas per day to Serbia.", 1500000, "cubic metres"),
        ("Ghanaian cargo through the port of Lome rose to 1.2 million tonnes.", 1200000, "tonnes"),
        ("Spain spends 2 percent of its output on defence.", 2, "percent"),
    ],
)
def test_freight_flows_and_things_counted(text: str, value: int, unit: str) -> None:
    (made,) = indicators(reading_of(text))
    assert (made.value("value"), made.value("unit")) == (value, unit)


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit"),
    [
        ("Laos supplied about 450 megawatts to Thailand.", "exports", 450, "megawatts"),
        ("The dam of Laos could generate 5,000 megawatts, Thailand said.", "power", 5000, "megawatts"),
        ("Some 1,900 lorries a week cross from Laos to Thailand.", "lorries", 1900, "lorries"),
        ("Laos accepted 475 return flights in 2024, Thailand said.", "return flights", 475, "flights"),
        ("A poll of Thais on Laos found that 59% opposed it.", "share opposed", 59, "percent"),
    ],
)
def test_flows_traffic_and_polls(text: str, measure: str, value: int, unit: str) -> None:
    made = indicators(reading_of(text))
    assert [(d.value("measure"), d.value("value"), d.value("unit")) for d in made] == [(measure, value, unit)]


def test_lorries_of_one_convoy_are_no_figure() -> None:
    assert not indicators(reading_of("20 trucks with aid from Laos crossed into Thailand on Monday."))


def test_when_a_pact_took_effect_is_not_when_trade_was_counted() -> None:
    made = found(
        "Trade between Kenya and Uganda has doubled to $2 billion since a customs pact took effect in July 2020."
    )
    assert [(d.value("value"), d.value("period")) for d in made] == [(2e9, None)]


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit"),
    [
        ("By Friday at least 52 people were dead and some 140,000 had fled their villages.", "deaths", 52, "persons"),
        ("The fighting left 120 dead and 340 wounded, Kenya's army said.", "injuries", 340, "persons"),
        ("The death toll in the clashes has risen to 150.", "deaths", 150, "persons"),
        ("Aid groups said some 140,000 had fled their villages.", "people fled their villages", 140000, "persons"),
        (
            "Uganda hosts 1.7 million refugees, some 900,000 of them registered with the UN.",
            "refugees registered with the UN",
            900000,
            "persons",
        ),
        (
            "The number of Ukrainians in Poland fell to 950,000.",
            "number of Ukrainians in Poland",
            950000,
            "persons",
        ),
        ("Peru produced 2.7 million tonnes of copper last year.", "copper", 2700000, "tonnes"),
        ("Omani output fell to 1.2bn cf/d last year.", "Omani output", 1200000000, "cubic feet per day"),
        ("The 3.1 Tcf Leviathan field lies off Israel.", "Leviathan field", 3.1, "trillion cubic feet"),
        ("The park covers 36,000 square kilometres in Namibia.", "area", 36000, "square kilometres"),
        ("Cars, which face 25 per cent, will enter Japan free.", "tariff", 25, "percent"),
        ("Kenya grants a sugar quota; an official put it at 90,000 tonnes.", "sugar quota", 90000, "tonnes"),
        (
            "Three-quarters of what Mongolia sells abroad goes to China.",
            "share of what Mongolia sells abroad",
            75,
            "percent",
        ),
        ("Turkey is now Georgia's first trading partner.", "first trading partner", 1, "rank"),
        ("Peru is Chile's 33rd-largest trading partner.", "33rd-largest trading partner", 33, "rank"),
        (
            "Japan set up a fund of 90 million euros, of which 66 million is earmarked for Kenya.",
            "funding",
            66000000,
            "EUR",
        ),
        ("Goods worth 9 million pesos cross from Mexico to Guatemala every day.", "trade", 9000000, "MXN"),
        ("Some 61 per cent of Finns back the closure, a poll showed.", "share back", 61, "percent"),
    ],
)
def test_families_of_figures(text: str, measure: str, value: float, unit: str) -> None:
    told = {(d.value("measure"), float(str(d.value("value"))), d.value("unit")) for d in found(text)}
    assert (measure, value, unit) in told


def test_parts_of_trade_are_told_after_it() -> None:
    parts = found("Trade came to $27bn. Kenyan goods made up $3bn of it. Services added a further $9bn or so.")
    assert [(d.value("measure"), d.value("value")) for d in parts][::2] == [
        ("trade", 27000000000),
        ("services", 9000000000),
    ]
    parts = found("Trade came to $27bn, of which $17bn consisted of Kenyan purchases and $9bn of sales.")
    assert [d.value("measure") for d in parts] == ["trade", "Kenyan purchases", "sales"]


def test_two_percentages_share_their_unit_and_measure() -> None:
    rice, sugar = found("Rice and sugar face duties of 40 and 60 per cent.")
    assert [rice.value("value"), sugar.value("value")] == [40, 60]
    assert rice.value("unit") == sugar.value("unit") == "percent"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 45 tourists in the valley.",
        "More than 40 people were killed in air strikes on Yemen.",
        "Some 45 were wounded by a Kenyan shell.",
        "The minister met 35 who had studied at the school.",
    ],
)
def test_the_dead_of_one_act_are_a_count_of_it(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("when", ["in 2024 to 5.9 billion euros", "to 5.9 billion euros in 2024"])
def test_a_year_before_the_level_is_no_part_of_it(when: str) -> None:
    made = found(f"Trade between Finland and Estonia fell by 3.4 percent {when}.")
    assert [(d.value("value"), d.value("change"), d.value("period")) for d in made] == [
        (5.9e9, Decimal("-3.4"), "2024")
    ]


def test_a_year_that_opens_the_next_clause_is_of_the_next_figure() -> None:
    made = found("Trade between Peru and Chile was $3bn in 2019 and in 2023 exports from Peru to Chile were $4bn.")
    assert [d.value("period") for d in made] == ["2019", "2023"]
    text = "In 2010 Latvia was Moldova's sixth largest trading partner and in 2012 trade with Moldova came to $3bn."
    assert [d.value("period") for d in found(text)] == ["2010", "2012"]


@pytest.mark.parametrize(
    ("text", "area", "other"),
    [
        ("Bolivia sends about 20 million cubic metres of gas a day to Argentina.", "Bolivia", "Argentina"),
        ("Laos sold 2,400 megawatts of electricity to Thailand in 2023.", "Laos", "Thailand"),
        ("Between 13 and 14 million tonnes of gas were shipped from Qatar to Pakistan last year.", "Qatar", "Pakistan"),
        ("Pakistan imported 13 million tonnes of oil from Qatar last year.", "Pakistan", "Qatar"),
    ],
)
def test_a_flow_has_both_its_ends(text: str, area: str, other: str) -> None:
    flow = next(iter(found(text)))
    assert (flow.value("area"), flow.value("counterpart")) == (area, other)


def test_the_two_sides_are_no_figure() -> None:
    made = found("Cargo traffic between the two countries totalled 28 million tonnes, Peru and Chile said.")
    assert [d.value("value") for d in made] == [Decimal(28_000_000)]


def test_whom_money_goes_to_is_no_part_of_the_measure() -> None:
    made = found("India will extend a line of credit of USD 31 million and a grant of USD 20 million to Malawi.")
    assert [d.value("measure") for d in made] == ["line of credit", "grant"]


def test_a_mark_that_is_passed() -> None:
    """ "The 10 billion euro mark" is the figure."""
    (made,) = indicators(reading_of("Spanish exports to Morocco have exceeded the 10 billion euro mark."))
    assert (made.value("value"), made.value("qualifier"), made.value("area")) == (10_000_000_000, "more_than", "Spain")


def test_a_currency_that_both_states_call_alike_is_money_all_the_same() -> None:
    (made,) = found("Trade between the two rose to 5.6 billion kwacha last year, Zambia and Malawi said.")
    assert (made.value("value"), made.value("unit")) == (Decimal(5_600_000_000), "kwacha")


def test_tolls_are_paid_and_count_no_dead() -> None:
    assert indicators(reading_of("Peru said Chile would refund tolls; a loan was put at 45 million.")) == []


def test_a_figure_leaves_no_hole_in_the_name() -> None:
    (made,) = indicators(reading_of("Canada's tariffs of 25 percent on Chinese cars took effect in October."))
    assert made.value("measure") == "Canada's tariffs on Chinese cars"
