"""``comity brief``: the sections, footnotes that lead to quotes, the day, and where there is nothing."""

from __future__ import annotations

import re


def test_every_line_has_a_footnote_and_every_footnote_a_quote(comity):
    out = comity("brief", "--relation", "CHN-VNM", "--as-of", "2025-12-31").out
    items = [line for line in out.splitlines() if line.startswith("- ") and "`" in line]
    assert len(items) > 40
    assert [line for line in items if "[^" not in line] == []
    called = {int(n) for n in re.findall(r"\[\^(\d+)\](?!:)", out)}
    notes = dict(re.findall(r"^\[\^(\d+)\]: (.*)$", out, re.MULTILINE))
    assert called == set(map(int, notes)) == set(range(1, len(notes) + 1))
    assert [note for note in notes.values() if not re.match(r"“.+” .+, \d+ \w+ \d{4}, .+\(.+, \d+–\d+\)$", note)] == []


def test_what_it_tells_of_the_dossier(comity):
    out = comity("brief", "--relation", "VNM-CHN", "--as-of", "2025-12-31").out
    headings = ["State of the relation", "Overdue", "Due soon", "Where sources disagree", "Agreements", "Sources"]
    places = [out.index(f"## {heading}") for heading in headings]
    assert places == sorted(places)
    assert "205.2 billion USD (state media, 10 January 2025) – 260.7 billion USD" in out


def test_a_day_a_period_and_a_sector(comity):
    then = comity("brief", "--relation", "VNM-CHN", "--as-of", "2024-12-31").out
    assert "as of 31 December 2024" in then and "2025-04-15-xi-in-hanoi" not in then
    new = comity("brief", "--relation", "VNM-CHN", "--as-of", "2025-12-31", "--since", "2025-08-31").out
    assert "## New since 31 August 2025" in new
    sea = comity("brief", "--relation", "VNM-CHN", "--as-of", "2025-12-31", "--sector", "maritime").out
    assert "Sectors: maritime" in sea and len(sea) < len(new)


def test_into_a_file(comity, tmp_path):
    done = comity("brief", "--relation", "VNM-CHN", "--out", tmp_path / "brief.md")
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "brief.md").read_text(encoding="utf-8").startswith("# China and Vietnam: brief")
    wrong = comity("brief", "--relation", "VNM-CHN", "--out", tmp_path / "no" / "brief.md")
    assert wrong.code == 2 and "is not a folder" in wrong.err


def test_a_relation_of_which_nothing_is_known(comity):
    done = comity("brief", "--relation", "FRA-DEU")
    assert done.code == 0
    assert done.out.endswith("*The ledger has no record on this from documents published until then.*\n")


def test_wrong_usage(comity):
    assert "Missing option '--relation'" in comity("brief").err
    late = comity("brief", "--relation", "VNM-CHN", "--as-of", "2025-01-01", "--since", "2025-02-01")
    assert late.code == 2 and "must lie before the day of the brief" in late.err
