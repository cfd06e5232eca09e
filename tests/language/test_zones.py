"""Zones: synthetic pages in the manner of many outlets, and the gold files where they are at hand."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.language.zones import Block, find_blocks
from comity.vocab import load

ARTICLE = {"article", "headline", "list_item"}
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
LEAD = "Foreign Minister Ana Ruiz of Ruritania met her Freedonian counterpart in Strelsau on Tuesday to discuss trade."
NEXT = "The two ministers agreed to reopen the border bridge at Zenda before the end of the year, officials said."
LAST = "Ruritania has sold timber to its neighbour since the two countries established relations in 1962."


def zones(text: str, **options: str) -> list[tuple[str, str]]:
    return [(block.zone, text[block.start : block.end]) for block in find_blocks(text, **options)]


def zone_of(text: str, piece: str, **options: str) -> str:
    at = text.index(piece)
    return next(b.zone for b in find_blocks(text, **options) if b.start <= at < b.end)


def page(*lines: str) -> str:
    return "\n".join(lines)


def check_cover(text: str, blocks: list[Block]) -> None:
    known = {*load("kinds")["zones"], *ARTICLE}
    position = 0
    for block in blocks:
        assert block.zone in known
        assert position <= block.start <= block.body_start < block.end
        assert not text[position : block.start].strip()
        position = block.end
    assert not text[position:].strip()


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Share this article", "navigation"),
        ("Listen to this article (4 min)", "navigation"),
        ("5 min read", "navigation"),
        ("Home > World > Asia", "navigation"),
        ("Copy link", "navigation"),
        ("Copy link | Email | Print | Facebook", "navigation"),
        ("Local News | Weather | Jobs | Obituaries", "navigation"),
        ("Tags: Ruritania, Freedonia, Bridges", "navigation"),
        ("We use cookies to improve your experience. Accept all", "navigation"),
        ("Follow us on Facebook, X and Instagram", "navigation"),
        ("You can unsubscribe at any time.", "newsletter_form"),
        ("Be the first to write a comment", "comment_form"),
        ("(Editor: Li Wei)", "byline"),
        ("Posted at 14:05", "byline"),
        ("View 12 comments", "navigation"),
        ("Copyright 2024 Strelsau Post. All rights reserved.", "navigation"),
        ("https://example.org/news/1", "navigation"),
        ("Advertisement", "advert"),
        ("Story continues below this ad", "advert"),
        ("Article continues after this advertisement", "advert"),
        ("Sign up for our weekly newsletter and get the best of our reporting.", "newsletter_form"),
        ("Get the day's top stories straight to your inbox", "newsletter_form"),
        ("This article is for subscribers only.", "newsletter_form"),
        ("You have read 3 of 5 free articles", "newsletter_form"),
        ("You do not currently have access to this page.", "newsletter_form"),
        ("Please enter a valid email address.", "newsletter_form"),
        ("0 SHARES Share Tweet", "navigation"),
        ("Your email address will not be published. Required fields are marked *", "comment_form"),
        ("Log in to post a comment", "comment_form"),
        ("READ MORE: Freedonia votes in a snap election", "teaser"),
        ("Also read | Why the bridge at Zenda matters", "teaser"),
        ("▶ Watch: the ministers arrive", "teaser"),
        ("Source: AFP", "byline"),
        ("(Reuters)", "byline"),
        ("Xinhua", "byline"),
        ("Reporting by Rudolf Rassendyll in Strelsau; Editing by Flavia Elphberg", "byline"),
        ("Last updated: 2024-05-02 GMT 17:50", "byline"),
        ("Ministers shake hands in Strelsau. [Photo/Agencies]", "caption"),
        ("FILE - Trucks wait at the border in Zenda, May 3, 2021.", "caption"),
        ("Minister Ana Ruiz (left) at the signing ceremony in Strelsau.", "caption"),
        ("The bridge at Zenda. Photograph: Rupert Hentzau/Getty Images", "caption"),
        ("A guard stands at the bridge. Photo courtesy of the Ministry of Transport", "caption"),
        ("Trucks at the gate of Zenda (Xinhua/Jan Novak)", "caption"),
    ],
)
def test_lines_between_paragraphs(line: str, zone: str) -> None:
    text = page(LEAD, line, NEXT, LAST)
    assert zone_of(text, line) == zone
    assert [zone_of(text, one) for one in (LEAD, NEXT, LAST)] == ["article"] * 3


@pytest.mark.parametrize(
    "sentence",
    [
        "Subscribers to the state loan will receive five percent a year, the finance ministry of Ruritania said.",
        "The minister said on Facebook that Ruritania would join the summit in Strelsau next month.",
        "Photographs of the meeting were released by the foreign ministry on Tuesday evening.",
        "He was a reporter before he became ambassador of Ruritania to Freedonia in 2019.",
        "Both sides will share the newsletter of the customs service, according to the joint statement.",
        "Sources: none would confirm the figures, but officials in Strelsau said talks would go on next week.",
        "The party on the left, which governs Freedonia, said it would oppose the treaty.",
    ],
)
def test_sentences_that_only_look_like_furniture(sentence: str) -> None:
    text = page(LEAD, sentence, LAST)
    if not sentence.startswith("Sources:"):
        assert zone_of(text, sentence) == "article"
    assert zone_of(text, LEAD) == zone_of(text, LAST) == "article"


@pytest.mark.parametrize(
    ("head", "place", "date"),
    [
        ("HANOI (VNA) – ", "HANOI", ""),
        ("Hanoi (VNA) - ", "Hanoi", ""),
        ("Hanoi (Red River Evening Post) - ", "Hanoi", ""),
        ("NEW DELHI: ", "NEW DELHI", ""),
        ("NEW DELHI:&nbsp;", "NEW DELHI", ""),
        ("BEIJING :", "BEIJING", ""),
        ("MOSCOW, May 3 (Reuters) - ", "MOSCOW", "May 3"),
        ("BEIJING, April 15 (Xinhua) -- ", "BEIJING", "April 15"),
        ("MOSCOW, June 19. /TASS/. ", "MOSCOW", "June 19"),
        ("SEOUL, Aug. 2 (Yonhap) -- ", "SEOUL", "Aug. 2"),
        ("Nairobi — ", "Nairobi", ""),
        ("KUALA LUMPUR - ", "KUALA LUMPUR", ""),
        ("STRELSAU — ", "STRELSAU", ""),
        ("WASHINGTON (AP) — ", "WASHINGTON", ""),
        ("PHNOM PENH/HANOI: ", "PHNOM PENH/HANOI", ""),
        ("Jakarta. ", "Jakarta", ""),
        ("VOV.VN - ", "", ""),
        ("Daily Post (16/11/2023): ", "", "16/11/2023"),
    ],
)
def test_datelines(head: str, place: str, date: str) -> None:
    text = page(head + LEAD, NEXT)
    first = find_blocks(text)[0]
    assert text[first.body_start :].startswith(LEAD)
    assert (first.dateline_place, first.dateline_date, first.zone) == (place, date, "article")


@pytest.mark.parametrize(
    "opening",
    ["UPDATE: ", "President Ruiz: ", "China - ", "The minister said: ", "Trade – ", "In 2024 – "],
)
def test_what_is_no_dateline(opening: str) -> None:
    first = find_blocks(page(opening + LEAD, NEXT))[0]
    assert (first.body_start, first.dateline_place) == (0, "")


def test_city_on_lines_of_its_own() -> None:
    text = page("HANOI/MANILA", "-", LEAD, NEXT)
    assert [(b.zone, b.dateline_place) for b in find_blocks(text)] == [
        ("byline", ""),
        ("article", "HANOI/MANILA"),
        ("article", ""),
    ]
    alone = find_blocks(page("Jakarta.", LEAD, NEXT))[0]
    assert (alone.dateline_place, alone.body_start) == ("Jakarta", len("Jakarta.\n"))


def test_lines_broken_at_hyperlinks_are_joined() -> None:
    broken = page(
        "Pro-Freedonia Ruiz",
        "came to power last year after talks with President",
        "Rupert Hentzau",
        ", who promised to&nbsp;",
        "withdraw",
        "&nbsp;the troops stationed in Zenda.",
    )
    text = page(LEAD, broken, "R", "uritania then signed the treaty on fisheries with its neighbour.", LAST)
    found = zones(text)
    assert found[1] == ("article", broken)
    assert found[2][1].startswith("R\nuritania")
    assert len(found) == 4


def test_hard_wrapped_formal_text() -> None:
    text = page(
        "JOINT STATEMENT",
        "May 3, 2024",
        "",
        "The Government of the Republic of Ruritania and the Government of the",
        "Kingdom of Freedonia held the third round of their strategic dialogue in",
        "Strelsau. The two governments reviewed their cooperation in trade and in",
        "transport.",
        "",
        "1. The two governments intend to reopen the bridge at Zenda and to lower",
        "the duties on timber by the end of the year.",
        "",
        "2. The two governments intend to meet every year at the level of deputy",
        "ministers.",
        "",
        "For the Government of Ruritania",
        "Ana Ruiz",
        "Minister of Foreign Affairs",
    )
    found = zones(text)
    assert {zone for zone, _ in found} <= ARTICLE
    assert [piece.count("\n") for zone, piece in found if zone == "list_item"] == [1, 1]
    assert any(zone == "article" and piece.endswith("transport.") for zone, piece in found)


def test_list_items_after_a_colon() -> None:
    text = page(
        LEAD, "The plan of the two ministers has three aims:", "Reopen the bridge at Zenda.", "Promote trade.", LAST
    )
    assert [zone for zone, _ in zones(text)] == ["article", "article", "list_item", "list_item", "article"]
    marked = page(LEAD, "- to reopen the bridge;", "• to promote trade;", "(a) to meet every year.", LAST)
    blocks = find_blocks(marked)
    assert [b.zone for b in blocks] == ["article", *["list_item"] * 3, "article"]
    assert marked[blocks[1].body_start :].startswith("to reopen")


def test_agency_page_with_head_and_foot() -> None:
    text = page(
        "World",
        "Europe",
        "Ruritania and Freedonia to reopen border bridge",
        "Rudolf Rassendyll",
        "Strelsau",
        "Thu, May 2, 2024",
        "Share",
        "Facebook",
        "WhatsApp",
        LEAD,
        "Related:",
        "Why the bridge at Zenda matters to both countries",
        NEXT,
        "NEW DUTIES",
        LAST,
        "TAGS",
        "Ruritania",
        "border trade",
        "You may also like",
        "Striking miners block the road to the old capital",
        "Can the new museum save the harbour?",
    )
    found = zones(text, title="Ruritania and Freedonia to reopen border bridge")
    assert [zone for zone, _ in found] == [
        "navigation", "headline", "byline", "navigation", "article", "teaser",
        "article", "headline", "article", "navigation", "teaser",
    ]  # fmt: skip


def test_tail_of_other_stories_after_the_end_sign() -> None:
    others = [
        "The National Library opened a reading room for children in the old mint on Friday morning.",
        "Police in Hofbau detained four men who are said to have sold forged railway tickets.",
        "Ruiz said the harvest would be good, adding that the silos of the south were already full.",
    ]
    text = page(LEAD, NEXT, LAST + "/.", *others)
    found = zones(text)
    assert [zone for zone, _ in found] == ["article"] * 3 + ["teaser"] * 3
    assert [piece for _, piece in found[3:]] == others


def test_tail_of_other_stories_without_a_sign() -> None:
    body = [
        LEAD,
        NEXT,
        "Ruiz thanked Freedonia for the customs post that Strelsau and Zenda share.",
        "Ruritania will send Freedonia a draft, Ruiz told reporters in Strelsau.",
        "Freedonia said Ruritania and Zenda would gain most from the bridge.",
    ]
    others = [
        "The singer Mira Kolb opened the Lindau Festival with songs by Otto Brahm and Clara Weiss.",
        "Engineers at Volta Motors in Karlsburg unveiled the Sirius, a van built with Nippon Cells.",
        "In the Premier League, Tomas Reyes scored twice as Athletic Borough beat Port Vale.",
        "The Health Board in Marlow told Doctor Ines Prado to close Saint Luke Clinic.",
        "A storm named Hector hit Cape Dorado and left Puerto Luz without power.",
        "The airline Condor Blue ordered Falcon jets from Aeromax at the Geneva show.",
    ]
    text = page(*body, *others)
    assert [zone for zone, _ in zones(text)] == ["article"] * 5 + ["teaser"] * 6


def test_round_up_of_many_topics_is_kept() -> None:
    topics = [f"Minister Name{i} of Land{i} signed the Treaty{i} with Prince{i} on Monday." for i in range(12)]
    assert {zone for zone, _ in zones(page(*topics))} == {"article"}


def test_credit_at_the_end_is_its_own_block() -> None:
    text = page(LEAD, NEXT + " (Reuters/AFP)")
    assert zones(text)[1:] == [("article", NEXT), ("byline", "(Reuters/AFP)")]


def test_forms_between_paragraphs() -> None:
    text = page(
        LEAD,
        "Morning Post",
        "Sign up for our newsletters",
        "The stories that matter, delivered to your phone by e-mail",
        "Your email address",
        "By signing up, you agree to our",
        "Terms of Use",
        "and",
        "Privacy Policy",
        ".",
        NEXT,
    )
    found = [zone for zone, _ in zones(text)]
    assert found[0] == found[-1] == "article"
    assert not set(found[1:-1]) & ARTICLE


def test_links_and_captions_of_a_broadcaster() -> None:
    caption = "The bridge at Zenda seen from the Freedonian bank"
    links = page("Ruritania goes to the polls: all you need to know", "Who is Ana Ruiz, the new foreign minister?")
    text = page(LEAD, links, NEXT, "Getty Images", caption, "New duties", LAST)
    assert [zone for zone, _ in zones(text)] == ["article", "teaser", "article", "caption", "headline", "article"]


def test_end_sign_on_a_line_of_its_own() -> None:
    text = page(LEAD, NEXT, "(END)", "Police in Hofbau detained four men who had sold forged tickets.")
    assert [zone for zone, _ in zones(text)] == ["article", "article", "navigation", "teaser"]


def test_repetitions() -> None:
    quote = "“We will reopen the bridge before the winter and we will keep it open,”"
    text = page(
        "Bridge to reopen", LEAD, quote, NEXT, quote + " Ruiz said in Strelsau.", "Bridge to reopen", NEXT, LAST
    )
    found = [zone for zone, _ in zones(text, title="Bridge to reopen")]
    assert found == ["headline", "article", "duplicate", "article", "article", "duplicate", "duplicate", "article"]


def test_markdown_and_html_debris() -> None:
    text = page(
        "---", "layout: post", "title: Bridge", "---", LEAD, "", '<div><img src="a.jpg"/></div>', "", "{:.cutline}",
        "Trucks wait at the gate of Zenda, May 3, 2021.", "", NEXT, "",
        '<div><iframe src="https://example.org"></iframe></div>', "", "### New duties ###", "", LAST,
    )  # fmt: skip
    assert [zone for zone, _ in zones(text)] == [
        "front_matter", "article", "caption", "caption", "caption", "article", "navigation", "headline", "article",
    ]  # fmt: skip


def test_stretches_already_set_aside_are_kept_to_the_letter() -> None:
    text = f"title: Bridge {LEAD}\n{NEXT}"
    blocks = find_blocks(text, set_aside=[(0, 14, "front_matter")])
    assert [(b.zone, text[b.start : b.end]) for b in blocks] == [
        ("front_matter", "title: Bridge"),
        ("article", LEAD),
        ("article", NEXT),
    ]


@pytest.mark.parametrize("text", ["", " \n\n ", "Share", "x", "&nbsp;", "---", "---\na: b", "Related:", "HANOI", "- "])
def test_odd_texts(text: str) -> None:
    check_cover(text, find_blocks(text))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(
                [LEAD, NEXT, "Related:", "Share", "", "&nbsp;", "Tags", "- ", "./.", "(AFP)", "Hanoi.", "-", "Poll"]
            ),
            st.text(max_size=40),
        ),
        max_size=25,
    )
)
def test_blocks_cover_any_text(lines: list[str]) -> None:
    text = "\n".join(lines)
    check_cover(text, find_blocks(text, title=lines[0] if lines else ""))


@pytest.mark.parametrize(
    "text",
    [
        "The two sides agreed to meet again. " * 28_000,
        "a" * 1_000_000,
        "(" * 1_000_000,
        "x" + " " * 1_000_000 + "y",
        "HANOI " * 160_000,
        "(photo " * 140_000,
        "Share\n" * 100_000,
        "Related:\n" * 100_000,
        "and so\n" * 100_000,
        "Ana Ruiz\n" * 100_000,
        "(Reuters)\nThe two sides agreed to meet again in Strelsau.\n" * 20_000,
        "“We will reopen the bridge before the winter\n" * 50_000,
    ],
    ids=[
        "prose",
        "word",
        "brackets",
        "blanks",
        "capitals",
        "photos",
        "share",
        "related",
        "lower",
        "names",
        "credits",
        "quotes",
    ],
)
def test_time_is_linear(text: str) -> None:
    start = time.process_time()
    find_blocks(text, title="Talks")
    assert time.process_time() - start < 4


@pytest.mark.parametrize("part", ["seeds", "dev"])
def test_gold(part: str) -> None:
    files = sorted((CORPUS / part / "gold").glob("*.json"))
    if not files:
        pytest.skip(f"no gold files in {CORPUS / part}")
    gold_size = found_size = both = 0
    for file in files:
        gold = json.loads(file.read_text(encoding="utf-8"))
        text = gold["document"]["text"]
        blocks = find_blocks(text, title=gold["document"].get("title") or "")
        check_cover(text, blocks)
        right = {i for s in gold["set_aside"] for i in range(s["start"], s["end"]) if not text[i].isspace()}
        found = {i for b in blocks if b.zone not in ARTICLE for i in range(b.start, b.end) if not text[i].isspace()}
        gold_size, found_size, both = gold_size + len(right), found_size + len(found), both + len(right & found)
        for record in gold["records"]:
            if not record.get("optional"):
                assert any(not set(range(q["start"], q["end"])) & found for q in record["quotes"]), (file.name, record)
    assert both >= 0.97 * gold_size
    assert both >= 0.97 * found_size


def test_a_bare_section_label_before_running_text_is_a_sub_heading() -> None:
    more = "Traders at Zenda expect the reopened bridge to bring back the lorries that had left for the northern road."
    text = page("Ministers meet in Strelsau over the bridge", LEAD, NEXT, "People", LAST, "Analysis", more)
    assert [zone for zone, _ in zones(text)][-5:] == ["article", "headline", "article", "headline", "article"]


def test_teasers_that_end_in_a_link_with_an_arrow_are_set_aside() -> None:
    body = "Freedonia and Ruritania signed a treaty on the bridge at Zenda on Monday, the ministry said."
    teasers = (
        "A heron nests on the roof of the customs house.\nRead more »\nThe choir of Zenda sings again.\nRead more »\n"
    )
    blocks = find_blocks(f"{body}\n\n{teasers}")
    assert [b.zone for b in blocks if b.zone == "teaser"] and blocks[0].zone == "article"
    text = f"{body}\n\n{teasers}"
    assert all(
        "heron" not in text[b.start : b.end] and "choir" not in text[b.start : b.end]
        for b in blocks
        if b.zone == "article"
    )
