"""Forms, keys and marking: every key is right, sheets are marked fairly, text stays text."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.classroom.answer_table import read_sheets
from quizzer.classroom.forms import Form, form_code, make_forms
from quizzer.classroom.marking import mark_item, mark_sheet
from quizzer.classroom.paper import cards_pdf, forms_pdf, keys_pdf
from quizzer.deck.model import Deck
from quizzer.deck.read import read_deck
from quizzer.diagnostics import QuizzerError
from quizzer.quiz.grading.known import NOTHING_KNOWN
from tests.cli.test_make import quizzer

TEXT = """format: 1
id: d
title: "A deck of #strange *text* $x$ [b] \\\\ @y"
questions:
- {id: color, stem: "Which color has the *flag*?", answer: red, distractors: [blue, green, gray]}
- {id: days, stem: How many days?, answer: {number: 3, unit: days}, distractors: [2, 4]}
- {id: name, stem: "Who wrote #read(\\"/etc/passwd\\")?", answer: Ida Moe}
- {id: when, stem: When was it?, answer: {date: 2021-05-04}}
- {id: truth, stem: The sea is salt., answer: true}
- {id: order, stem: Put in order., answer: {order: [first one, second one, third one]}}
- {id: pairs, stem: Match., answer: {pairs: {Oslo: Norway, Riga: Latvia, Turku: Finland}}}
- {id: several, stem: Which are rivers?, answer: {all: [Rhine, Volga]}, distractors: [Alps, Ural]}
"""
_FILE = read_deck(TEXT, "d.yaml")
assert _FILE.deck is not None, _FILE.diagnostics
DECK: Deck = _FILE.deck


def forms(count: int = 3, seed: str = "1") -> tuple[Form, ...]:
    """Forms of the whole deck."""
    return make_forms(DECK, DECK.questions, count, seed)


@given(st.text(max_size=8), st.integers(1, 30))
@settings(deadline=None)
def test_every_key_is_right(seed: str, count: int) -> None:
    """Whoever copies the key gets full marks, on every form and for every seed."""
    for form in make_forms(DECK, DECK.questions, count, seed):
        marked = mark_sheet("s", form, [item.key for item in form.items], "en", NOTHING_KNOWN)
        assert marked.points == len(form.items)


@given(st.text(max_size=8))
@settings(deadline=None)
def test_a_form_is_the_deck_in_another_order(seed: str) -> None:
    """No question and no option is lost."""
    for form in forms(2, seed):
        assert sorted(i.question.id for i in form.items) == sorted(q.id for q in DECK.questions)
        color = next(item for item in form.items if item.question.id == "color")
        assert sorted(color.options) == ["blue", "gray", "green", "red"]


def test_forms_differ_and_come_again() -> None:
    """Neighbors have different orders; the same seed gives the same forms."""
    first, second, third = forms()
    orders = {tuple(item.question.id for item in form.items) for form in (first, second, third)}
    assert len(orders) == 3
    assert forms() == (first, second, third)


@pytest.mark.parametrize(
    ("place", "code"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA")]
)
def test_codes_count_like_columns(place: int, code: str) -> None:
    """After Z comes AA."""
    assert form_code(place) == code


def scored(question_id: str, answer: str) -> float:
    """The score of what stands on the line of that question on form A."""
    item = next(i for i in forms(1)[0].items if i.question.id == question_id)
    given_letters = answer
    for option in item.options:
        letter = "ABCDEFGH"[item.options.index(option)]
        given_letters = given_letters.replace(f"<{option}>", letter)
    for place, target in enumerate(item.targets, start=1):
        given_letters = given_letters.replace(f"<{target}>", str(place))
    return mark_item(item, given_letters, "en", NOTHING_KNOWN).score


@pytest.mark.parametrize(
    ("question", "answer", "score"),
    [
        ("color", "<red>", 1),
        ("color", " <red> ", 1),
        ("color", "<blue>", 0),
        ("color", "Z", 0),
        ("color", "", 0),
        ("color", "<red> <blue>", 0),
        ("name", "ida moe", 1),
        ("name", "Per Lund", 0),
        ("when", "4 May 2021", 1),
        ("when", "May 2021", 0.5),
        ("truth", "<true>", 1),
        ("truth", "<false>", 0),
        ("order", "<first one> <second one> <third one>", 1),
        ("order", "<first one><second one><third one>", 1),
        ("pairs", "<Oslo><Norway> <Riga><Latvia> <Turku><Finland>", 1),
        ("pairs", "<Turku>) <Finland>, <Oslo>. <Norway>; <Riga> <Latvia>", 1),
        ("pairs", "<Oslo><Norway>", 1 / 3),
        ("several", "<Rhine>, <Volga>", 1),
        ("several", "<Volga><Rhine>", 1),
    ],
)
def test_sheets_are_marked_fairly(question: str, answer: str, score: float) -> None:
    """Letters however they are parted, words as in a quiz, parts for parts."""
    assert scored(question, answer) == pytest.approx(score)


def words(pdf: bytes) -> str:
    """The text of a PDF on one line."""
    from pypdf import PdfReader

    pages = PdfReader(BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_printed_key_answers_the_printed_form() -> None:
    """Read back out of the PDFs, the option with the key's letter is the right one."""
    pytest.importorskip("typst")
    text, keys = (
        words(forms_pdf(DECK, forms(1), with_sheet=False)),
        words(keys_pdf(DECK, forms(1), "1")),
    )
    number = re.search(r"(\d+)\. Which color has the \*flag\*\?", text)
    assert number is not None
    letter = re.search(rf"(?<!\d){number.group(1)}\. ([A-D])", keys)
    assert letter is not None
    after = text[number.end() :]
    assert re.search(rf"\b{letter.group(1)} red\b", after) is not None


def test_text_is_never_markup() -> None:
    """typst sees the deck as data: nothing is read, made bold or set as a formula."""
    pytest.importorskip("typst")
    text = words(forms_pdf(DECK, forms(1), with_sheet=True))
    assert '#read("/etc/passwd")' in text
    assert "#strange *text* $x$ [b] \\ @y" in text


def test_cards_show_each_question_and_key() -> None:
    """Eight to a page, fronts and backs on pages of their own."""
    pytest.importorskip("typst")
    from pypdf import PdfReader

    pages = PdfReader(BytesIO(cards_pdf(DECK, DECK.questions))).pages
    assert len(pages) == 2
    assert "Who wrote" in pages[0].extract_text()
    assert "Ida Moe" in pages[1].extract_text()


def test_a_missing_glyph_is_named_before_printing() -> None:
    """A character that no font has would be a blank on the exam."""
    pytest.importorskip("typst")
    file = read_deck(TEXT.replace("The sea is salt.", "The sea is \U00012345."), "d.yaml")
    assert file.deck is not None
    with pytest.raises(QuizzerError, match="no font here has: \U00012345"):
        forms_pdf(file.deck, make_forms(file.deck, file.deck.questions, 1, "1"), with_sheet=False)


def test_tables_with_other_separators() -> None:
    """Spreadsheets write commas, semicolons or tabs."""
    for separator in ",;\t":
        text = f"Student{separator}Form{separator}1\nIda{separator}a{separator}B\n\n"
        (sheet,) = read_sheets(text, "a.csv")
        assert (sheet.student, sheet.form, sheet.answers) == ("Ida", "A", ("B",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a,b\n", "a.csv:1:1: there is no heading row"),
        ("student,form,1\n\n", "a.csv:1:1: there is no sheet below the heading"),
        ("student,form,1\nIda\n", "a.csv:2:1: the row is short"),
        ("student,form,1\nIda,A,B\nIda,A,B\n", "a.csv:3:1: 'Ida' stands here a second time"),
    ],
)
def test_tables_with_mistakes(text: str, message: str) -> None:
    """One line with the row."""
    with pytest.raises(QuizzerError) as caught:
        read_sheets(text, "a.csv")
    assert str(caught.value).startswith(message)


def test_from_deck_to_marks(tmp_path: Path) -> None:
    """The commands as a teacher uses them."""
    pytest.importorskip("typst")
    (tmp_path / "d.yaml").write_text(TEXT)
    printed = quizzer(tmp_path, "paper", "d.yaml", "-o", "d.pdf", "--forms", "2", "--sheet")
    assert printed.returncode == 0, printed.stderr
    assert (tmp_path / "d-key.pdf").read_bytes().startswith(b"%PDF")
    form = forms(2)[1]
    # The command shuffles the deck's questions before it makes forms, by the same seed.
    sheet = ",".join(["=Ida", "B", *("x" for _ in form.items)])
    (tmp_path / "a.csv").write_text(f"student,form,1\n{sheet}\n")
    marked = quizzer(tmp_path, "mark", "d.yaml", "a.csv", "--forms", "2", "--csv")
    assert marked.returncode == 0, marked.stderr
    assert marked.stdout.decode().splitlines()[1].startswith("'=Ida,B,0,8,0")
    unknown = quizzer(tmp_path, "mark", "d.yaml", "a.csv")
    assert unknown.returncode == 1
    assert b"a.csv:2:1: there is no form 'B'" in unknown.stderr
