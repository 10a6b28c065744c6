"""Laws of grading that hold for whatever is asked and answered."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import (
    AllAnswer,
    Answer,
    DateAnswer,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    TextAnswer,
    TruthAnswer,
)
from quizzer.quiz.grading.fold import compact, words_of
from quizzer.quiz.grading.grade import grade
from quizzer.quiz.grading.known import Known
from quizzer.quiz.model import Chosen, Grade, Typed, Verdict
from quizzer.quiz.options import options_of, shown_distractors, shown_key, shown_rights
from tests.quiz.test_grading_cases import cases, question_of

NAMES = "Ada Bert Carla Dora Emil Frieda Gustav Hanna Igor Jutta Konrad Liese".split()
WORDS = st.sampled_from(
    "amber copper 12 quartz Lima café de xiv north I 東京 Łódź 3rd half naïve O'Hara".split()
)
TEXTS = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
DATES = st.builds(
    PartialDate, st.integers(1, 9999), st.none() | st.integers(1, 12)
) | st.dates().map(PartialDate.of)
SHUFFLED = st.permutations(NAMES).map(lambda names: names[:5])
ANSWERS: st.SearchStrategy[Answer] = st.one_of(
    TEXTS.map(TextAnswer),
    st.booleans().map(TruthAnswer),
    st.builds(
        NumberAnswer,
        st.decimals(-(10**6), 10**9, places=2).map(Decimal.normalize),
        st.sampled_from([None, "hours", "km", "%", "dollars", "captives", "degrees Celsius"]),
    ),
    DATES.map(DateAnswer),
    SHUFFLED.map(lambda names: AllAnswer(tuple(names[:3]))),
    SHUFFLED.map(lambda names: OrderAnswer(tuple(names[:4]))),
    SHUFFLED.map(lambda names: PairsAnswer(((names[0], names[1]), (names[2], names[3])))),
)


def asked(answer: Answer, *distractors: str, stem: str = "Which?") -> Question:
    """A question for an answer."""
    return Question(id="q", stem=stem, answer=answer, distractors=distractors)


@given(ANSWERS)
def test_the_key_is_right_however_it_is_given(answer: Answer) -> None:
    """Typed as it is shown, and chosen from the options."""
    question = asked(answer)
    assert grade(question, Typed(shown_key(question))).verdict is Verdict.RIGHT
    match answer:
        case AllAnswer(items) | OrderAnswer(items):
            chosen = items
        case PairsAnswer():
            chosen = shown_rights(question)
        case _:
            chosen = (shown_key(question),)
    assert grade(question, Chosen(chosen)).verdict is Verdict.RIGHT


@given(ANSWERS, st.data())
def test_a_distractor_is_never_right(answer: Answer, data: st.DataObject) -> None:
    """Whatever stands among the wrong options, unless it is the key in other letters."""
    if isinstance(answer, AllAnswer | OrderAnswer | PairsAnswer | TruthAnswer):
        return
    other = data.draw(ANSWERS.filter(lambda made: type(made) is type(answer)))
    wrong = shown_key(asked(other)) if isinstance(other, TextAnswer) else str(_plain(other))
    question = asked(answer, wrong)
    for option in shown_distractors(question):
        if compact(words_of(option)) == compact(words_of(shown_key(question))):
            continue
        assert grade(question, Chosen((option,))).verdict is Verdict.WRONG
        if not _says_the_same(answer, other):
            assert grade(question, Typed(option)).verdict is not Verdict.RIGHT


def _plain(answer: Answer) -> object:
    match answer:
        case NumberAnswer(number=number):
            return f"{number:f}"
        case DateAnswer(date):
            return date
    raise AssertionError(answer)


def _says_the_same(one: Answer, other: Answer) -> bool:
    """Whether the second is the first, or more exact than was asked for."""
    match one, other:
        case DateAnswer(asked_for), DateAnswer(given_date):
            return str(given_date).startswith(str(asked_for))
        case NumberAnswer(), NumberAnswer():
            return one.number == other.number
    return False


@pytest.mark.parametrize(("group", "response", "verdict"), list(cases()))
def test_case_and_space_change_nothing(
    group: dict[str, Any], response: str, verdict: Verdict
) -> None:
    """In capitals, in small letters and with blanks around, each response fares the same."""
    question, known = question_of(group), Known.of(group.get("known", ()))
    language = group.get("language", "en")
    expected = grade(question, Typed(response), language, known)
    for text in (response.upper(), response.lower(), f"  {response.replace(' ', '  ')} "):
        got = grade(question, Typed(text), language, known)
        assert (got.verdict, got.score) == (expected.verdict, expected.score), text


@pytest.mark.parametrize(("group", "response", "verdict"), list(cases()))
def test_every_verdict_says_why(group: dict[str, Any], response: str, verdict: Verdict) -> None:
    """A reason in words stands with every verdict, and it fits the score."""
    got = grade(question_of(group), Typed(response), group.get("language", "en"))
    assert got.reason
    assert 0 <= got.score <= 1
    assert (got.score == 1) is (got.verdict is Verdict.RIGHT)


@given(st.text(max_size=40), ANSWERS, st.sampled_from(["en", "de", "fr", "xx", ""]))
def test_any_text_gets_a_grade(text: str, answer: Answer, language: str) -> None:
    """Nothing that can be typed is too strange."""
    got = grade(asked(answer), Typed(text), language)
    assert isinstance(got, Grade)


NINE = tuple(NAMES[:9])


@given(st.sets(st.sampled_from(NINE)), st.sampled_from(NINE), st.booleans())
def test_credit_for_several_is_monotone(given: set[str], added: str, is_typed: bool) -> None:
    """One more that belongs never costs anything; one more that does not never pays."""
    question = asked(AllAnswer(NINE[:4]), *NINE[4:])
    if added in given or not given:
        return

    def score(things: set[str]) -> float:
        ordered = sorted(things)
        response = Typed(", ".join(ordered)) if is_typed else Chosen(tuple(ordered))
        return grade(question, response).score

    before, after = score(given), score(given | {added})
    assert after >= before if added in NINE[:4] else after <= before


@given(st.permutations(NINE[:5]), st.integers(0, 3), st.booleans())
def test_credit_for_an_order_is_monotone(order: list[str], place: int, is_typed: bool) -> None:
    """Swapping two neighbours that stand in the wrong order never costs anything."""
    question = asked(OrderAnswer(NINE[:5]))
    if order[place] < order[place + 1]:
        return
    better = [*order]
    better[place], better[place + 1] = better[place + 1], better[place]

    def score(things: list[str]) -> float:
        response = Typed(", ".join(things)) if is_typed else Chosen(tuple(things))
        return grade(question, response).score

    assert score(better) >= score(order)


@given(st.permutations(NINE[4:8]), st.integers(0, 3), st.booleans())
def test_credit_for_pairs_is_monotone(rights: list[str], place: int, is_typed: bool) -> None:
    """Putting one right side where it belongs never costs anything."""
    lefts, wanted = NINE[:4], NINE[4:8]
    question = asked(PairsAnswer(tuple(zip(lefts, wanted, strict=True))))
    better = [*rights]
    other = better.index(wanted[place])
    better[place], better[other] = better[other], better[place]

    def score(sides: list[str]) -> float:
        typed = "; ".join(f"{left}: {right}" for left, right in zip(lefts, sides, strict=True))
        return grade(question, Typed(typed) if is_typed else Chosen(tuple(sides))).score

    assert score(better) >= score(rights)


@given(st.text(max_size=4), SHUFFLED)
def test_every_option_is_there_once(seed: str, names: list[str]) -> None:
    """Whatever the seed, the options are the things and the distractors."""
    question = asked(AllAnswer(tuple(names[:2])), *names[2:])
    assert sorted(options_of(question, seed)) == sorted(names)
