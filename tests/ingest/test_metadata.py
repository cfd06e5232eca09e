import json

import pytest

from comity.errors import UnreadableInput
from comity.ingest import read_path

from .texts import ARTICLE, ENGLISH, page


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "012.txt"
    path.write_text(f"---\ntitle: From front matter\ndate: 2025-01-01\n---\n{ENGLISH}", encoding="utf-8")
    return path


def beside(path, content):
    path.with_suffix(".meta.json").write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")


def test_the_sidecar_beats_front_matter_and_is_beaten_by_what_is_given(article):
    beside(article, {"published": "2025-02-02T08:00:00Z", "publisher": "Sidecar", "url": "https://example.org", "x": 1})
    document = read_path(article)
    assert (document.title, document.published, document.publisher) == ("From front matter", "2025-02-02", "Sidecar")
    assert document.url == "https://example.org"
    document = read_path(article, published="3 March 2025", publisher="Given")
    assert (document.published, document.publisher) == ("2025-03-03", "Given")


def test_the_sidecar_of_a_page(tmp_path):
    path = tmp_path / "a.b.html"
    path.write_bytes(page(ARTICLE))
    beside(path, {"title": "Sidecar", "published": None})
    assert read_path(path).title == "Sidecar"


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("{", "not valid JSON"),
        ("[" * 100_000, "not valid JSON"),
        ("[]", "must hold a JSON object"),
        ({"title": ["a"]}, "'title' in .* must be text"),
        ({"published": "2025-04"}, "'2025-04' in .* is not one certain day"),
    ],
)
def test_a_broken_sidecar_is_not_passed_over(article, content, what):
    beside(article, content)
    with pytest.raises(UnreadableInput, match=rf"(?s){what}|012\.meta\.json.*{what}"):
        read_path(article)


def test_a_folder_in_place_of_a_sidecar(article):
    article.with_suffix(".meta.json").mkdir()
    with pytest.raises(UnreadableInput, match=r"012\.meta\.json cannot be read"):
        read_path(article)
