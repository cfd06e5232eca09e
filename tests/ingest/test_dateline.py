"""Datelines of plain texts: only a full date at the opening of a paragraph tells the day of publication."""

from __future__ import annotations

import pytest

from comity.ingest import read_text
from comity.ingest.dateline import dateline_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("LIMA, March 12, 2025 - The two ministers met.", "2025-03-12"),
        ("OSLO, Sept. 2, 2024 (Agency) -- The king left.", "2024-09-02"),
        ("Talks end\n\nQUITO (Agency) May 20, 2024 - Trade rose.", "2024-05-20"),
        ("RIGA, Latvia (AP) — May 13, 2025 — Trade rose.", "2025-05-13"),
        ("Nairobi, 14 March 2024\n\nThe minister held talks.", "2024-03-14"),
        ("A headline\n\n30 May 2024\n\nThe minister held talks.", "2024-05-30"),
        ("The treaty was signed in Lima on 3 May 2020.", ""),
        ("In Oslo, March 12, 2025 was a holiday for all.", ""),
        ("LIMA, March 12 - The two ministers met.", ""),
        ("LIMA, February 30, 2025 - The two ministers met.", ""),
        ("Published: 22 October 2024 16:05 GMT\n\nGhana and Togo met.", "2024-10-22"),
        ("Last updated: Tuesday, October 22, 2024 at 4.05 pm\n\nGhana and Togo met.", "2024-10-22"),
        ("İZMİR, 4 May 2024 - Turkey and Finland met.", "2024-05-04"),
        ("IZMIR,\u00a0 4  May  2024  — Turkey and Finland met.", "2024-05-04"),
    ],
)
def test_the_day_of_a_dateline(text: str, day: str) -> None:
    assert dateline_date(text) == day


def test_what_is_given_beats_the_dateline() -> None:
    text = "LIMA, March 12, 2025 - The two ministers met to discuss trade between their countries."
    assert read_text(text).published == "2025-03-12"
    assert read_text(text, published="2025-03-14").published == "2025-03-14"
