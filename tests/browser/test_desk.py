"""A newcomer's journey, every screen without complaint, without JavaScript, and without barriers."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from comity.ledger import Ledger
from comity.settings import Settings
from screens import SCREENS

pytestmark = pytest.mark.slow

FILLED = (*SCREENS, "/actors/China", "/brief?relation=CHN-VNM", "/search?text=railway")
ARTICLE = (
    "HANOI, May 2 - Vietnam and Laos signed an agreement on border trade in Vientiane on Friday. "
    "The two sides agreed to open a new border gate by the end of 2026."
)


def test_a_newcomer(visit, served):
    page = visit.page
    visit.sign_in()
    visit.open("/")
    page.click("text=Load the sample dossier", no_wait_after=True)
    page.wait_for_selector("text=Newest changes")

    visit.open("/documents/new")
    page.fill("textarea[name=text]", ARTICLE)
    page.fill("input[name=published]", "2025-05-03")
    page.click("text=Read it")
    page.wait_for_selector("text=This document adds:")
    assert page.locator(".found > li").count() >= 1
    page.hover(".found > li >> nth=0")
    assert page.locator(".text .s.lit").count() >= 1

    visit.open("/conflicts")
    before = page.locator(".dispute").count()
    page.click(".dispute >> nth=0 >> text=Show this >> nth=1")
    page.wait_for_selector("text=will survive every new reading")
    assert page.locator(".dispute").count() == before - 1

    with Ledger.open(served.path, settings=Settings()) as ledger:
        ledger.rebuild()
        assert [decision.action for decision in ledger.decisions()] == ["correct"]
    visit.open("/conflicts")
    assert page.locator(".dispute").count() == before - 1
    assert not visit.complaints


def test_a_file_is_dropped_and_read(visit, tmp_path):
    file = tmp_path / "gate.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    visit.sign_in()
    visit.open("/documents/new")
    _drop(visit.page, "form[data-drop]", file)
    visit.page.wait_for_selector("text=This document adds:")
    assert visit.page.locator(".found > li").count() >= 1
    assert "gate" in visit.page.locator("p.state").inner_text()
    assert not visit.complaints


def test_a_file_that_is_no_article_is_refused_in_a_sentence(visit, tmp_path):
    file = tmp_path / "gate.zip"
    file.write_bytes(b"PK\x05\x06" + bytes(18))
    visit.sign_in()
    visit.open("/documents/new")
    _drop(visit.page, "form[data-drop]", file)
    visit.page.wait_for_selector("text=is no text and no page")


def _drop(page, target, file):
    """Let a file fall on an element, as a file manager does."""
    box = page.locator(target).bounding_box()
    place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + 20}
    carried = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
    browser = page.context.new_cdp_session(page)
    for step in ("dragEnter", "dragOver", "drop"):
        browser.send("Input.dispatchDragEvent", {"type": step, **place, "data": carried})


def test_the_review_queue_by_keys_alone(visit):
    visit.find_sample()
    visit.open("/review")
    page = visit.page
    first = page.locator("#question h2").inner_text()
    page.keyboard.press("j")
    page.wait_for_url("**/review?item=*")
    assert page.locator("#question h2").inner_text() != first
    page.keyboard.press("s")
    page.wait_for_selector("text=will survive every new reading")
    page.keyboard.press("u")
    page.wait_for_selector("text=will survive every new reading")
    page.keyboard.press("?")
    assert page.locator("dialog[open]").count() == 1
    visit.open("/decisions")
    assert page.locator("text=undone").count() >= 1
    assert not visit.complaints


def test_the_panel_opens_beside_the_table(visit):
    visit.find_sample()
    visit.open("/ledger")
    visit.page.click(".records a.rowlink >> nth=2")
    visit.page.wait_for_selector("#panel blockquote")
    assert "record=" in visit.page.url
    assert not visit.complaints


def test_a_brief_is_drawn_anew_while_it_is_chosen(visit):
    visit.find_sample()
    visit.open("/brief?relation=CHN-VNM")
    page = visit.page
    page.click("details.pickmany > summary")
    page.check("input[name=sector][value=trade]")
    page.wait_for_selector("text=trade only")
    assert "sector=trade" in page.url
    page.check("input[name=sector][value=transport]")
    page.wait_for_selector("text=trade, transport only")
    assert not visit.complaints


def test_records_are_selected_and_accepted_by_keys(visit):
    visit.find_sample()
    visit.open("/ledger?kind=project")
    page = visit.page
    page.keyboard.press("j")
    page.wait_for_selector("tr[aria-current]")
    page.keyboard.press("x")
    assert page.locator("[name=target]:checked").count() == 1
    page.keyboard.press("a")
    page.wait_for_selector("text=and will survive every new reading")
    assert not visit.complaints


@pytest.mark.parametrize("visit", [{"color_scheme": "light"}, {"color_scheme": "dark"}], indirect=True)
def test_no_barriers_and_no_complaints(visit):
    visit.find_sample()
    for screen in FILLED:
        visit.open(screen)
        found = Axe().run(visit.page).response["violations"]
        assert [(screen, v["id"], v["nodes"][0]["html"]) for v in found] == []
    assert not visit.complaints


@pytest.mark.parametrize("visit", [{"viewport": {"width": 390, "height": 844}}], indirect=True)
def test_nothing_is_wider_than_a_phone(visit):
    visit.find_sample()
    for screen in FILLED:
        visit.open(screen)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390, screen


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True)
def test_without_javascript(visit):
    page = visit.page
    visit.find_sample()
    for screen in FILLED:
        visit.open(screen)
        assert page.locator("h1").count() == 1, screen
    visit.open("/conflicts")
    page.click(".dispute >> nth=0 >> text=Both may stand")
    assert page.locator("text=will survive every new reading").count() == 1
    page.click("text=Undo >> nth=0")
    visit.open("/ledger?kind=project")
    page.click(".records a.rowlink >> nth=0")
    assert page.locator("text=In the words of the sources").count() == 1
