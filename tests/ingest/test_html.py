import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.errors import InputError, UnsupportedText
from comity.ingest import read_bytes

from .texts import ARTICLE, ENGLISH, VIETNAMESE, page

META = (
    "<title>Border to reopen</title><meta property='og:site_name' content='Daily'>"
    "<meta property='article:published_time' content='2025-04-14T01:00:00+07:00'>"
)


def test_text_and_metadata():
    document = read_bytes(page(ARTICLE, META), source="a.html")
    assert ENGLISH in document.text
    assert "<" not in document.text
    assert (document.title, document.published, document.publisher) == ("Border to reopen", "2025-04-14", "Daily")
    assert (document.id, document.language) == ("a", "en")


def test_tables_stay_and_comments_go():
    table = "<table><tr><th>Year</th><th>Trade</th></tr><tr><td>2024</td><td>260 billion</td></tr></table>"
    comments = "<div id='comments' class='comments'><p>I do not believe a word of this story, says a reader.</p></div>"
    text = read_bytes(page(f"<article><p>{ENGLISH}</p>{table}</article>{comments}"), source="a.html").text
    assert "260 billion" in text
    assert "a reader" not in text


@pytest.mark.parametrize("before", ["", "\ufeff", "\n\n", "<?xml version='1.0' encoding='utf-8'?>\n", "<!-- note -->"])
def test_pages_are_known_by_their_content(before):
    assert read_bytes(before.encode() + page(ARTICLE), source="a.txt").text.count("<") == 0


def test_the_kind_given_counts():
    data = page(ARTICLE)
    assert read_bytes(data, source="a.html", kind="text").text == data.decode()
    assert ENGLISH in read_bytes(f"x<p>{ENGLISH}</p>".encode(), source="a.txt", kind="html").text


@pytest.mark.parametrize(
    "title", ["<script>alert(1)</script>Border", "&lt;script&gt;alert(1)&lt;/script&gt;Border", "<b>Border"]
)
def test_script_in_the_title(title):
    assert (
        read_bytes(page(f"<article><p>{ENGLISH}</p></article>", f"<title>{title}</title>"), source="a.html").title
        == "Border"
    )


@pytest.mark.parametrize(
    "body",
    [
        "<nav><ul>" + "<li><a href='/x'>Section name</a></li>" * 60 + "</ul></nav>",
        "<div>" + "<div><a href='/x'>Section name</a></div>" * 60 + "</div>",
        "<div>" * 100_000 + ARTICLE,
        "<div>" * 100_000 + ARTICLE + "</div>" * 100_000,
        "<span>" * 100_000,
        "<script>" + "var a = 1;" * 10_000 + "</script>",
        "",
        "<" * 10_000,
        "<table>" * 3_000,
    ],
)
def test_no_article(body):
    with pytest.raises(UnsupportedText, match=r"no article found in a\.html; give"):
        read_bytes(page(body), source="a.html")


def test_a_page_that_breaks_the_parser_is_named():
    with pytest.raises(UnsupportedText, match=r"a\.html cannot be parsed as a page \(AssertionError\); save"):
        read_bytes(b"<svg><html", source="a.html")


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "<table>",
        "<td>",
        "<title>",
        "<svg>",
        "<html",
        "<body>",
        "<!--",
        "-->",
        "<![CDATA[",
        "&#xD800;",
        "<script type='application/ld+json'>",
        '{"@type":"NewsArticle","datePublished":',
        "<time datetime='2025-13-99'>",
        "<a href='http://[x'>",
        "<link rel=canonical href='http://[bad'>",
        "\x00",
        ENGLISH,
    ]
)


@settings(deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map("".join))
def test_any_page_is_read_or_refused(page):
    try:
        document = read_bytes(page.encode("utf-8", "replace"), source="a.html")
    except InputError as refused:
        assert "a.html" in str(refused)
    else:
        document.text.encode("utf-8")


def test_a_huge_page():
    body = "".join(f"<p>{number}. {ENGLISH}</p>" for number in range(3000))
    assert len(read_bytes(page(f"<article>{body}</article>"), source="a.html").text) > 300_000


def test_a_nul_does_not_end_the_page():
    assert ENGLISH in read_bytes(page(ARTICLE.replace("ministers", "minis\x00ters")), source="a.html").text


def test_a_page_in_another_language():
    document = read_bytes(page(f"<article><p>{VIETNAMESE}</p></article>"), source="a.html")
    assert document.language == "vi"


def test_what_nobody_sees_is_not_read() -> None:
    hidden = (
        "<html><body><article><h1>Finland and Estonia agree<script>alert(1)</script></h1>"
        "<p>Finland and Estonia signed a treaty on 3 May 2024 in Tallinn, officials of both said.</p>"
        '<p hidden>Chad attacked Niger.</p><div style="display: none">Finland attacked Estonia.</div>'
        '<p style="visibility:hidden">Peru attacked Chile.</p>'
        "<p>It will take effect in June, officials of both countries said in a statement.</p></article></body></html>"
    )
    document = read_bytes(hidden.encode(), source="page.html")
    assert "attacked" not in document.text
    assert "alert" not in document.text + document.title
    assert document.text.splitlines()[0] == "Finland and Estonia agree"
