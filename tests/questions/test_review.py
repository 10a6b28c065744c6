"""The reviewer: for every rule a question that breaks it and one that does not."""

import pytest

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import (
    Answer,
    DateAnswer,
    Deck,
    NumberAnswer,
    Question,
    Span,
    TextAnswer,
    TruthAnswer,
)
from quizzer.deck.read import read_deck
from quizzer.questions.review.deck import RULES, review_deck, review_question


def codes(
    stem: str,
    answer: Answer | str = "Maria Lindqvist",
    distractors: tuple[str, ...] = (),
    *,
    accept: tuple[str, ...] = (),
    text: str | None = None,
    others: tuple[Question, ...] = (),
) -> set[str]:
    """The codes that the reviewer gives to one question."""
    key = TextAnswer(answer) if isinstance(answer, str) else answer
    evidence = (Span(0, len(text)),) if text else ()
    question = Question(
        id="asked", stem=stem, answer=key, distractors=distractors, accept=accept, evidence=evidence
    )
    deck = Deck(id="deck", title="Deck", questions=(*others, question))
    return {finding.code for finding in review_question(question, deck, text)}


GOOD = "Who opened the museum of Bergen in 1990?"
PEOPLE = ("Erik Dahl", "Lars Holm", "Ingrid Solberg")
OTHER = Question(id="first", stem=GOOD, answer=TextAnswer("Erik Dahl"))
SAME = Question(id="first", stem=GOOD, answer=TextAnswer("Maria Lindqvist"))

CASES: list[tuple[str, dict[str, object], dict[str, object]]] = [
    ("F3", {"stem": GOOD, "others": (OTHER,)}, {"stem": GOOD, "others": (SAME,)}),
    ("F4", {"stem": "What did he open in 1990?"}, {"stem": GOOD}),
    ("F4", {"stem": "Who opened the museum of Bergen last week?"}, {"stem": GOOD}),
    ("F4", {"stem": "Who signed this agreement in 1990?"}, {"stem": GOOD}),
    (
        "F4",
        {"stem": "Who said in 1990 that the mayor of Bergen cares for both?"},
        {"stem": "Who said in 1990 that the mayor of Bergen cares for both museums?"},
    ),
    (
        "F4",
        {"stem": "On what date did the two sides meet in Bergen in 1990?"},
        {"stem": "On what date did Norway and Sweden let the two sides meet in Bergen in 1990?"},
    ),
    (
        "F4",
        {"stem": "Who said in 1990 that the pair of guests left the museum of Bergen?"},
        {"stem": "Who said in 1990 that the pair of Bergen left the museum?"},
    ),
    (
        "F4",
        {"stem": "Who flew to a meeting about fish in neighbouring Sweden in 1990?"},
        {"stem": "Who flew from Norway to a meeting about fish in neighbouring Sweden in 1990?"},
    ),
    (
        "F4",
        {"stem": "Who came to Bergen because of these towns?", "distractors": PEOPLE},
        {"stem": "Which of these towns lies by the sea?", "answer": "Bergen",
         "distractors": ("Lillehammer", "Kongsberg", "Hamar")},
    ),
    ("F5", {"stem": "What did Maria Lindqvist, mayor of Bergen, open?"}, {"stem": GOOD}),
    (
        "F5",
        {"stem": "How many ships came?", "answer": "many", "distractors": ("10", "20")},
        {"stem": GOOD, "distractors": PEOPLE},
    ),
    ("F6", {"stem": GOOD, "distractors": ("Lindqvist", "Erik Dahl")}, {"stem": GOOD}),
    (
        "F7",
        {"stem": "How many ships came to Bergen?", "answer": NumberAnswer(9),
         "text": "Erik Dahl said that 9 ships came to Bergen."},
        {"stem": "According to Erik Dahl, how many ships came to Bergen?",
         "answer": NumberAnswer(9), "text": "Erik Dahl said that 9 ships came to Bergen."},
    ),
    ("F8", {"stem": "Who opened opened the museum?"}, {"stem": GOOD}),
    (
        "F8",
        {"stem": "Who opened the museum in the in the middle of May 2019?"},
        {"stem": "Who made the museum grow more and more and more until May 2019?"},
    ),
    ("F8", {"stem": 'Who called the museum "a gift?'}, {"stem": 'Who called it "a gift"?'}),
    ("F8", {"stem": "Who opened the museum of the?"}, {"stem": GOOD}),
    (
        "F8",
        {"stem": "Whom did the mayor of Bergen praise in May 2019 for doing do?"},
        {"stem": "Whom did the mayor of Bergen praise in May 2019 for what they did do?"},
    ),
    (
        "F8",
        {"stem": "Who broke with over the museum of Bergen in May 2019?"},
        {"stem": "Who broke with over a dozen museums of Bergen in May 2019?"},
    ),
    (
        "F8",
        {"stem": "What did a study by from the Bergen Museum find in May 2019?"},
        {"stem": "What did a study from the Bergen Museum, cared for by Dahl, find in May 2019?"},
    ),
    (
        "F8",
        {"stem": "Who said that Norway needs to and is delaying the museum?"},
        {"stem": "Who said that Norway needs to build and is delaying the museum?"},
    ),
    ("F9", {"stem": GOOD, "text": "Tags · museum · Bergen"}, {"stem": GOOD, "text": "She did it."}),
    ("F10", {"stem": GOOD, "others": (SAME,)}, {"stem": GOOD, "others": (OTHER,)}),
    ("I01", {"stem": "Who came? Who left?"}, {"stem": GOOD}),
    (
        "I02",
        {"stem": GOOD, "answer": NumberAnswer(10), "distractors": ("9", "5000")},
        {"stem": GOOD, "answer": NumberAnswer(10), "distractors": ("8", "12")},
    ),
    ("I03", {"stem": GOOD, "distractors": (*PEOPLE, "None of the above")}, {"stem": GOOD}),
    (
        "I04",
        {"stem": GOOD, "answer": "a very long and careful description", "distractors": ("a", "b")},
        {"stem": GOOD, "distractors": PEOPLE},
    ),
    ("I05", {"stem": "Who " + "really " * 36 + "came?"}, {"stem": GOOD}),
    ("I06", {"stem": GOOD, "answer": "True", "distractors": ("False",)}, {"stem": GOOD}),
    (
        "I07",
        {"stem": GOOD, "answer": "red old boat",
         "distractors": ("red old car", "red new boat", "blue old boat")},
        {"stem": GOOD, "answer": "red boat", "distractors": ("old car", "new tram", "blue ship")},
    ),
    (
        "I08",
        {"stem": "In which year did it open?", "answer": "1990", "distractors": ("May", "June")},
        {"stem": "In which year did it open?", "answer": "1990", "distractors": ("1991", "1992")},
    ),
    ("I09", {"stem": GOOD, "distractors": (*PEOPLE, "All of the above")}, {"stem": GOOD}),
    ("I10", {"stem": "____ opened the museum in 1990."}, {"stem": "The museum has ____ rooms."}),
    (
        "I11",
        {"stem": GOOD, "answer": "in spring", "distractors": ("never", "in autumn")},
        {"stem": GOOD, "answer": "in spring", "distractors": ("in May", "in autumn")},
    ),
    (
        "I12",
        {"stem": "Which harbour town grew?", "answer": "the harbour of Oslo",
         "distractors": ("Bergen", "Aarhus")},
        {"stem": "Which town grew?", "answer": "Oslo", "distractors": ("Bergen", "Aarhus")},
    ),
    ("I13", {"stem": "The museum of Bergen:"}, {"stem": GOOD}),
    ("I14", {"stem": GOOD, "distractors": ("both A and B", "Erik Dahl")}, {"stem": GOOD}),
    (
        "I15",
        {"stem": "The museum was once an ____.", "answer": "abbey", "distractors": ("mill", "inn")},
        {"stem": "The museum was once an ____.", "answer": "abbey", "distractors": ("inn", "oven")},
    ),
    (
        "I16",
        {"stem": GOOD, "answer": NumberAnswer(10), "distractors": ("12", "8")},
        {"stem": GOOD, "answer": NumberAnswer(10), "distractors": ("8", "12")},
    ),
    (
        "I17",
        {"stem": GOOD, "answer": "in spring", "distractors": ("usually in May", "in autumn")},
        {"stem": GOOD, "answer": "in spring", "distractors": ("in May", "in autumn")},
    ),
    (
        "I18",
        {"stem": GOOD, "accept": ("Mrs Lindqvist",), "distractors": ("Mrs. Lindqvist", "Erik")},
        {"stem": GOOD, "accept": ("Mrs Lindqvist",), "distractors": PEOPLE},
    ),
    ("I19", {"stem": "Who did not open the museum of Bergen?"}, {"stem": GOOD}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "bad", "good"), CASES)
def test_each_rule_has_cases_for_and_against(
    code: str, bad: dict[str, object], good: dict[str, object]
) -> None:
    """The rule speaks about the bad question and is silent about the good one."""
    assert code in codes(**bad)  # type: ignore[arg-type]
    assert code not in codes(**good)  # type: ignore[arg-type]


def test_every_rule_is_tested() -> None:
    """No rule is without cases, and codes are unique."""
    assert {rule.code for rule in RULES} == {code for code, _, _ in CASES}
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_the_nineteen_flaws_are_all_there() -> None:
    """The literature's list is complete."""
    assert len([rule for rule in RULES if rule.code.startswith("I")]) == 19


@pytest.mark.parametrize("answer", [TruthAnswer(True), DateAnswer(PartialDate(1990))])
def test_a_good_question_passes(answer: Answer) -> None:
    """Nothing is found where nothing is wrong, whatever the type of the key."""
    assert codes("True or false: Maria Lindqvist opened the museum of Bergen.", answer) == set()


def test_findings_of_a_deck_have_places() -> None:
    """A deck file's findings name line and column and carry a remedy."""
    text = (
        "format: 1\nid: d\ntitle: D\nquestions:\n"
        "- id: one\n  stem: What did he open?\n  answer: the museum\n"
    )
    found = review_deck(read_deck(text, "deck.yaml"), None)
    assert [(one.code, one.place.line) for one in found if one.code == "F4"] == [("F4", 6)]
    assert all(one.hint for one in found)
