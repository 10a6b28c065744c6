"""Sources of every kind, good and bad, become an article or one clear error."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.article.model import Article
from quizzer.article.read import MOST_BYTES, MOST_CHARACTERS, read_article, read_bytes
from quizzer.deck.dates import PartialDate
from quizzer.diagnostics import QuizzerError
from tests.article.pages import COPIED_PAGE, COST, HTML_PAGE, LEDE, PARAGRAPHS, PLAN, SECOND
from tests.article.pdfs import pdf

PLAIN = "\n\n".join(PARAGRAPHS) + "\n"


def nothing() -> bytes:
    """Standard input that nobody should read."""
    raise AssertionError("standard input was read")


def read_file(path: Path) -> Article:
    """Reads a file as the commands do."""
    return read_article(str(path), stdin=nothing)


def error_of(call: Callable[[], object]) -> str:
    """The one line of the error that a call ends in."""
    with pytest.raises(QuizzerError) as caught:
        call()
    assert len(caught.value.diagnostics) == 1
    assert caught.value.diagnostics[0].hint
    return str(caught.value)


def test_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    """CRLF, CR and LF files have one text and the same paragraphs."""
    articles = []
    for number, end in enumerate((b"\n", b"\r\n", b"\r")):
        path = tmp_path / f"{number}.txt"
        path.write_bytes(b"\xef\xbb\xbf" * (number > 0) + COPIED_PAGE.encode().replace(b"\n", end))
        articles.append(read_file(path))
    assert {article.text for article in articles} == {COPIED_PAGE}
    assert len({article.paragraphs for article in articles}) == 1


def test_what_is_given_overrides_what_is_found(tmp_path: Path) -> None:
    """Title, publisher and date of the caller win."""
    path = tmp_path / "page.txt"
    path.write_text(COPIED_PAGE, "utf-8")
    day = PartialDate(2001, 2, 3)
    article = read_article(str(path), stdin=nothing, title="T", publisher="P", published=day)
    assert (article.title, article.publisher, article.published) == ("T", "P", day)


def test_text_files_stand_as_they_are_and_the_rest_is_extracted(tmp_path: Path) -> None:
    """Only text and Markdown files hold the text that evidence points into."""
    for name, content in (("a.txt", PLAIN), ("a.md", PLAIN), ("a.html", HTML_PAGE)):
        (tmp_path / name).write_text(content, "utf-8")
        assert read_file(tmp_path / name).text_is_extracted is name.endswith("html")
    assert read_article("-", stdin=PLAIN.encode).text_is_extracted


@pytest.mark.parametrize("content", [PLAIN.encode(), HTML_PAGE.encode(), pdf([[LEDE], [SECOND]])])
def test_standard_input_is_told_apart_by_its_content(content: bytes) -> None:
    """Text, HTML and PDF need no name to be known."""
    article = read_article("-", stdin=lambda: content)
    found = [p.span.of(article.text) for p in article.paragraphs if not p.is_heading]
    assert found[0] == LEDE


def test_a_page_gives_its_article_and_its_metadata() -> None:
    """Navigation, related links and the foot of an HTML page are no article."""
    article = read_bytes(HTML_PAGE.encode(), "page.html")
    found = [p.span.of(article.text) for p in article.paragraphs if not p.is_heading]
    assert found == [LEDE, SECOND, PLAN, COST]
    assert article.title == "Harrow Bay closes its ferry terminal"
    assert article.publisher == "The Bay Courier"
    assert article.published == PartialDate(2024, 6, 12)


def test_reading_the_extracted_text_again_gives_the_same_paragraphs() -> None:
    """The text that is saved beside a deck stands for the page."""
    article = read_bytes(HTML_PAGE.encode(), "page.html")
    again = read_bytes(article.text.encode(), "page.txt")
    assert (again.text, again.paragraphs) == (article.text, article.paragraphs)


def test_a_pdf_is_joined_to_paragraphs() -> None:
    """Lines, parted words, running heads and page numbers of a PDF become running text."""
    pages = [
        ["The Bay Courier", *_wrapped(LEDE), "1"],
        ["The Bay Courier", *_wrapped(SECOND), "2"],
        [
            "The Bay Courier",
            "The ferry was the har-",
            "bour's first, said its last",
            "captain.",
            "3",
        ],
    ]
    article = read_bytes(pdf(pages), "paper.pdf")
    assert "The Bay Courier" not in article.text
    assert "the harbour" in article.text
    joined = " ".join(p.span.of(article.text) for p in article.paragraphs)
    assert LEDE in joined
    assert SECOND in joined


def test_a_gap_between_lines_of_a_pdf_parts_paragraphs() -> None:
    """The white space that a reader sees counts, though no character stands for it."""
    first = [
        "The ferry was the pride of the town, and it",
        "sailed every day of the week until Sunday.",
    ]
    second = [
        "Nobody in the town had thought that it could",
        "stop, and the last boat was full of people.",
    ]
    article = read_bytes(pdf([[*first, "", *second]]), "paper.pdf")
    found = [p.span.of(article.text) for p in article.paragraphs]
    assert found == [" ".join(first), " ".join(second)]


def _wrapped(text: str) -> list[str]:
    from textwrap import wrap

    return wrap(text, 70, break_on_hyphens=False)


def test_an_encrypted_pdf_is_named_as_such() -> None:
    """A password is asked for nowhere; the remedy is a copy without one."""
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf([[LEDE]]))))
    writer.encrypt("secret", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    assert "password" in error_of(lambda: read_bytes(out.getvalue(), "a.pdf"))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.txt", b"", "nothing in it"),
        ("blank.md", b" \n\t\n", "nothing in it"),
        ("mark.txt", b"\xef\xbb\xbf", "nothing in it"),
        ("cat.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary"),
        ("notes.docx", b"PK\x03\x04\x14\0\x06\0", "binary"),
        ("latin.txt", PLAIN.encode() + "caf\xe9\n".encode("latin-1"), ":10:4: byte 0xe9"),
        ("wide.txt", PLAIN.encode("utf-16"), "UTF-16"),
        ("menu.txt", b"Home\nSport\nWeather\n", "no running text"),
        ("bell.txt", PLAIN.encode() + b"ab\x07", ":10:3: control character"),
        ("empty.html", b"<!doctype html><html><body><p></p></body></html>", "no article"),
        ("false.pdf", b"this is no PDF at all", "damaged"),
        ("cut.pdf", pdf([[LEDE]])[:300], ""),
        ("scan.pdf", pdf([[], []]), "no text"),
        ("long.txt", b"word " * (MOST_CHARACTERS // 5 + 1), "characters"),
        ("front.md", b"---\ntitle: [x\n---\ntext", "front matter"),
    ],
)  # fmt: skip
def test_bad_files_are_one_line(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    """Each names the file, what is wrong and the remedy."""
    path = tmp_path / name
    path.write_bytes(content)
    line = error_of(lambda: read_file(path))
    assert line.startswith(str(path))
    assert message in line
    assert "\n" not in line


def test_fifty_megabytes_are_refused_without_reading_them_all(tmp_path: Path) -> None:
    """A file beyond the limit ends in an error that names the limit."""
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    assert f"{MOST_BYTES // 2**20} MB" in error_of(lambda: read_file(path))


@pytest.mark.parametrize("source", ["no/such/file.txt", ".", "a\0b", "x" * 5000])
def test_paths_that_cannot_be_read_are_errors(source: str) -> None:
    """A missing file, a folder and a name that no system allows."""
    error_of(lambda: read_article(source, stdin=nothing))


SNIPPETS = st.sampled_from(
    [b"<html>", b"<p>", LEDE.encode(), b"%PDF-1.4\n", b"\r\n", b"\xff", b"---\n", b"\0", b"</p>"]
)


@settings(max_examples=150)
@given(
    st.lists(SNIPPETS | st.binary(max_size=30), max_size=10).map(b"".join),
    st.sampled_from([None, "text", "markdown", "html", "pdf"]),
)
def test_any_bytes_give_an_article_or_an_error(content: bytes, form: str | None) -> None:
    """No input ends in another exception, and an article's paragraphs lie in its text."""
    try:
        article = read_bytes(content, "any", form)
    except QuizzerError:
        return
    end = 0
    for paragraph in article.paragraphs:
        assert end <= paragraph.span.start < paragraph.span.end <= len(article.text)
        end = paragraph.span.end
    assert "\r" not in article.text


@settings(max_examples=60)
@given(st.integers(0, 900), st.binary(min_size=1, max_size=8))
def test_a_damaged_pdf_never_crashes(place: int, junk: bytes) -> None:
    """Bytes overwritten anywhere give an article or an error."""
    content = pdf([[LEDE, SECOND]])
    try:
        article = read_bytes(content[:place] + junk + content[place + len(junk) :], "a.pdf", "pdf")
    except QuizzerError:
        return
    assert article.paragraphs
