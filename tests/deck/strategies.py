"""Decks that hypothesis can build: every kind of answer, hostile text, any number of fields."""

from hypothesis import strategies as st

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import (
    AllAnswer,
    DateAnswer,
    Deck,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    Source,
    Span,
    TextAnswer,
    TruthAnswer,
)

TRICKY = st.sampled_from(
    [
        *("No", "true", "1:30", "010", "2020-01-01", "~", "- a", "a: b", "# a", "*a", "&a", "!a"),
        *("[", "|", "a\nb", "a\n\nb ", "\ta", "é", "e\u0301", "🙂", "\u2028", "\x85", "\ufeff"),
        *("'", '"', "\\", "%", "@"),
    ]
)
TEXTS = (
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20) | TRICKY
).filter(str.strip)
LINES = TEXTS.filter(lambda text: len(text.splitlines()) == 1)
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,9}", fullmatch=True)
DATES = st.dates().map(PartialDate.of) | st.builds(
    PartialDate, st.integers(1, 9999), st.none() | st.integers(1, 12)
)
NUMBERS = st.decimals(
    allow_nan=False, allow_infinity=False, places=3, min_value=-1e9, max_value=1e9
)
TUPLES = st.lists(TEXTS, max_size=4).map(tuple)
SPANS = st.builds(
    lambda start, size: Span(start, start + size), st.integers(0, 999), st.integers(1, 99)
)

ANSWERS = (
    TEXTS.map(TextAnswer)
    | st.booleans().map(TruthAnswer)
    | st.builds(NumberAnswer, NUMBERS, st.none() | LINES, st.none() | NUMBERS)
    | DATES.map(DateAnswer)
    | TUPLES.map(AllAnswer)
    | TUPLES.map(OrderAnswer)
    | st.dictionaries(TEXTS, TEXTS, max_size=4).map(lambda pairs: PairsAnswer(tuple(pairs.items())))
)

QUESTIONS = st.builds(
    Question,
    id=IDS,
    stem=TEXTS,
    answer=ANSWERS,
    accept=TUPLES,
    distractors=TUPLES,
    explanation=st.none() | TEXTS,
    evidence=st.lists(SPANS, max_size=3).map(tuple),
    kind=st.none() | IDS,
    tags=TUPLES,
)

SOURCES = st.builds(
    Source,
    title=st.none() | LINES,
    publisher=st.none() | LINES,
    published=st.none() | DATES,
    url=st.none() | LINES,
    path=st.none() | LINES,
    sha256=st.none() | st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
)

DECKS = st.builds(
    Deck,
    id=IDS,
    title=LINES,
    language=st.sampled_from(["en", "de", "pt-BR"]),
    source=st.none() | SOURCES,
    questions=st.lists(QUESTIONS, max_size=4).map(tuple),
)
