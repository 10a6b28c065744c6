"""What stands on the paper, read back out of the PDF."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from quizzer.classroom.forms import Form, make_forms
from quizzer.classroom.marking import mark_sheet
from quizzer.classroom.paper import _SURE, _printed, cards_pdf, forms_pdf, keys_pdf
from quizzer.deck.model import AllAnswer, Deck, OrderAnswer, Question, TextAnswer, TruthAnswer
from quizzer.diagnostics import QuizzerError
from quizzer.quiz.grading.known import NOTHING_KNOWN

pytest.importorskip("typst")


def deck_of(count: int, *, words: int = 12) -> Deck:
    """A deck in which each question and each option has a word of its own: q7x, o7x0 ... o7x3."""
    questions = [question_of(number, words) for number in range(count)]
    return Deck(id="printed", title="Printed", questions=tuple(questions))


def question_of(number: int, words: int) -> Question:
    """A choice, a truth, several or an order, by turns."""
    filler = " ".join(["some words that say more"] * (number % words))
    stem = f"q{number}x {filler}?"
    texts = tuple(f"o{number}x{place}" for place in range(4))
    identity = f"q{number}"
    match number % 5:
        case 0:
            return Question(id=identity, stem=stem, answer=TruthAnswer(number % 2 == 0))
        case 1:
            return Question(id=identity, stem=stem, answer=OrderAnswer(texts))
        case 2:
            answer = AllAnswer(texts[:2])
            return Question(id=identity, stem=stem, answer=answer, distractors=texts[2:])
        case _:
            answer = TextAnswer(texts[0])
            return Question(id=identity, stem=stem, answer=answer, distractors=texts[1:])


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page on one line."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]


def printed_items(pages: list[str]) -> dict[str, dict[str, tuple[str, dict[str, str]]]]:
    """By form and number: the word of the stem, and the options by letter, as printed."""
    forms: dict[str, dict[str, tuple[str, dict[str, str]]]] = {}
    for page in pages:
        (code,) = set(re.findall(r"Form ([A-Z]+)", page))
        found = forms.setdefault(code, {})
        for number, stem, rest in re.findall(r"(\d+)\. (q\d+x)(.*?)(?=\d+\. q\d+x|Form |$)", page):
            options = re.findall(r"\b([A-Z]) (o\d+x\d|true|false)\b", rest)
            found[number] = stem, dict(options)
    return forms


def printed_keys(pages: list[str]) -> dict[str, dict[str, str]]:
    """By form and number: the letters of the key, as printed."""
    keys: dict[str, dict[str, str]] = {}
    for page in pages:
        (code,) = set(re.findall(r"[Ff]orm ([A-Z]+)", page))
        keys.setdefault(code, {}).update(re.findall(r"(\d+)\. ((?:[A-Z] )*[A-Z])(?= |$)", page))
    return keys


def test_the_printed_key_is_right_on_every_form() -> None:
    """Whoever looks the printed letters up on the printed form gives the deck's answers."""
    deck = deck_of(25)
    forms = make_forms(deck, deck.questions, 6, "s")
    shown = printed_items(pages_of(forms_pdf(deck, forms, with_sheet=False)))
    keys = printed_keys(pages_of(keys_pdf(deck, forms, "s")))
    assert set(shown) == set(keys) == {"A", "B", "C", "D", "E", "F"}
    for form in forms:
        assert len(shown[form.code]) == 25
        for number, (word, options) in shown[form.code].items():
            question = deck.question(word.removesuffix("x"))
            assert question is not None
            chosen = [options[letter] for letter in keys[form.code][number].split()]
            match question.answer:
                case TextAnswer(text):
                    assert chosen == [text]
                case TruthAnswer(value):
                    assert chosen == [str(value).lower()]
                case AllAnswer(items):
                    assert set(chosen) == set(items)
                case OrderAnswer(items):
                    assert tuple(chosen) == items


def test_marking_what_is_printed_on_the_key_gives_all_points() -> None:
    """From paper to marks without the program's own knowledge of the key."""
    deck = deck_of(25)
    forms = make_forms(deck, deck.questions, 3, "s")
    keys = printed_keys(pages_of(keys_pdf(deck, forms, "s")))
    for form in forms:
        answers = [keys[form.code][str(number)] for number in range(1, 26)]
        assert mark_sheet("Ida", form, answers, "en", NOTHING_KNOWN).points == 25


def split_questions(deck: Deck, forms: tuple[Form, ...]) -> list[str]:
    """Questions whose stem and options do not all stand on one page."""
    pages = pages_of(forms_pdf(deck, forms, with_sheet=True))
    split = []
    for form, start in zip(forms, range(len(forms)), strict=True):
        own = [page for page in pages if f"Form {form.code} " in f"{page} "]
        assert own, start
        for item in form.items:
            wanted = {item.question.id + "x", *(o for o in item.options if o.startswith("o"))}
            if not any(all(f"{word} " in f"{page} " for word in wanted) for page in own):
                split.append(f"{form.code}: {item.question.id}")
    return split


def test_no_question_is_split_over_pages() -> None:
    """Stems of all lengths, so that page ends fall everywhere."""
    deck = deck_of(40, words=40)
    assert split_questions(deck, make_forms(deck, deck.questions, 4, "s")) == []


def test_a_question_longer_than_a_page_is_printed_whole() -> None:
    """It goes on overleaf; nothing runs off the paper."""
    stem = " ".join(f"w{number}" for number in range(2500))
    question = Question(
        id="long", stem=stem, answer=TextAnswer("right"), distractors=("wrong", "false")
    )
    deck = Deck(id="d", title="Long", questions=(question,))
    pages = pages_of(forms_pdf(deck, make_forms(deck, deck.questions, 1, "s"), with_sheet=False))
    text = " ".join(pages)
    assert len(pages) > 1
    assert all(f"w{number} " in text for number in range(2500))
    assert "right" in text


def test_a_long_card_is_set_smaller() -> None:
    """Every word of a long text is on its card, front and back."""
    words = [f"w{number}" for number in range(250)]
    question = Question(id="q", stem=" ".join(words), answer=TextAnswer(" ".join(words)))
    deck = Deck(id="d", title="Cards", questions=(question,))
    for page in pages_of(cards_pdf(deck, deck.questions)):
        assert page.split() == words


def test_backs_meet_their_fronts() -> None:
    """On paper turned on the long edge, the left front has its back on the right."""
    deck = deck_of(9)
    pages = PdfReader(BytesIO(cards_pdf(deck, deck.questions))).pages
    assert len(pages) == 4
    front, back = places_of(pages[0]), places_of(pages[1])
    width = float(pages[0].mediabox.width)
    for question in deck.questions[:8]:
        if isinstance(question.answer, TextAnswer):
            x, y = front[f"{question.id}x"]
            other_x, other_y = back[question.answer.text]
            assert (x < width / 2) is not (other_x < width / 2)
            assert abs(y - other_y) < 100


def places_of(page: object) -> dict[str, tuple[float, float]]:
    """Where the first word of each text on a page stands."""
    places: dict[str, tuple[float, float]] = {}

    def note(text: str, page: list[float], line: list[float], _font: object, _size: object) -> None:
        x = line[4] * page[0] + line[5] * page[2] + page[4]
        y = line[4] * page[1] + line[5] * page[3] + page[5]
        for word in text.split():
            places.setdefault(word, (x, y))

    page.extract_text(visitor_text=note)  # type: ignore[attr-defined]
    return places


def test_a_worksheet_has_lines_instead_of_options() -> None:
    """Words are marked as words; orders and several keep their letters."""
    deck = deck_of(10)
    (form,) = make_forms(deck, deck.questions, 1, "s", is_worksheet=True)
    text = " ".join(pages_of(forms_pdf(deck, (form,), with_sheet=False)))
    assert "o3x0" not in text
    assert "o1x0" in text
    marked = mark_sheet("Ida", form, [item.key for item in form.items], "en", NOTHING_KNOWN)
    assert marked.points == 10


def test_more_options_than_letters_are_refused() -> None:
    """One line that names the question."""
    many = tuple(f"w{number}" for number in range(30))
    question = Question(id="many", stem="Which?", answer=TextAnswer("r"), distractors=many)
    deck = Deck(id="d", title="D", questions=(question,))
    with pytest.raises(QuizzerError, match="question many: there are 31 options"):
        make_forms(deck, deck.questions, 1, "s")


def test_all_missing_glyphs_are_named_at_once() -> None:
    """In titles, stems, options and backs alike; what can be printed is not named."""
    question = Question(
        id="q", stem="\U00012345 é → ½", answer=TextAnswer("\U00012346"), distractors=("a", "b")
    )
    deck = Deck(id="d", title="\U00012347", questions=(question,))
    forms = make_forms(deck, deck.questions, 1, "s")
    for pdf in (
        lambda: forms_pdf(deck, forms, with_sheet=True),
        lambda: keys_pdf(deck, forms, "s"),
        lambda: cards_pdf(deck, deck.questions),
    ):
        with pytest.raises(QuizzerError) as caught:
            pdf()
        named = str(caught.value).partition("no font here has: ")[2].partition(";")[0].split()
        assert set(named) <= {"\U00012345", "\U00012346", "\U00012347"}
        assert named


def test_what_is_not_tried_is_in_typsts_own_font() -> None:
    """All letters that are taken for sure are found when they are tried."""
    tried = tuple(sorted(letter for letter in _SURE if letter.isprintable() and letter != " "))
    assert _printed(tried) == set(tried)
