"""Figures: what they are worth, their units and hedges, and what they count."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.article.model import Article, Paragraph
from quizzer.deck.dates import PartialDate
from quizzer.deck.model import Span
from quizzer.facts.dates import find_dates
from quizzer.facts.figures import find_figures
from quizzer.facts.language import load_language, parse_article
from quizzer.facts.model import FigureFact

pytest.importorskip("spacy")


def figures(text: str, *paragraphs: Span) -> list[FigureFact]:
    """The figures of a text, its dates left out."""
    spans = paragraphs or (Span(0, len(text)),)
    article = Article(text, tuple(map(Paragraph, spans)), "test")
    dates = find_dates(text, spans, PartialDate(2019, 5, 16))
    return find_figures(parse_article(article, load_language()), dates)


def only_figure(text: str) -> FigureFact:
    """The one figure there must be."""
    [figure] = figures(text)
    return figure


def test_metres_are_no_millions() -> None:
    """`m` stands for millions beside a currency alone."""
    assert not any(figure.value >= 1000 for figure in figures("The tower is 80m high."))


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("The trip took about six hours.", "six hours", "6", "hours"),
        ("A 1.5-hour film won.", "1.5-hour", "1.5", "hours"),
        ("They agreed on a 90-day truce.", "90-day", "90", "days"),
        ("The mine lies 3,500 metres below.", "3,500 metres", "3500", "meters"),
        ("Turnout fell to 41 percent.", "41 percent", "41", "percent"),
        ("Turnout fell to 41.5%.", "41.5%", "41.5", "percent"),
        ("The dam cost $2.3 billion.", "$2.3 billion", "2300000000", "US dollars"),
        ("The dam cost $2.3million.", "$2.3million", "2300000", "US dollars"),
        ("It ran for seven and a half years.", "seven and a half years", "7.5", "years"),
        ("Nobody under 30 years came.", "30 years", "30", "years"),
        ("The dam cost 40 million euros.", "40 million euros", "40000000", "euros"),
        ("The dam weighed less than 5 tons.", "5 tons", "5", "tons"),
        ("The dam cost £7m.", "£7m", "7000000", "British pounds"),
        ("The dam cost $2.5m in all.", "$2.5m", "2500000", "US dollars"),
        ("The dam cost 310m euros.", "310m euros", "310000000", "euros"),
        ("The dam cost £1.2bn.", "£1.2bn", "1200000000", "British pounds"),
        ("She ran 5 1/2 miles.", "5 1/2 miles", "5.5", "miles"),
        ("It was 38 degrees Celsius.", "38 degrees Celsius", "38", "degrees Celsius"),
        ("The driver is 61 years old.", "61 years old", "61", "years old"),
        ("Anna Smith, 61, sang.", "61", "61", "years old"),
    ],
)
def test_units(text: str, words: str, value: str, unit: str) -> None:
    """A number with its unit is one figure, whatever the form of either."""
    figure = only_figure(text)
    assert (figure.text, figure.value, figure.unit) == (words, Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "value", "of"),
    [
        ("Rescuers freed 175 trapped miners.", 175, "trapped miners"),
        ("Thirty-five members of parliament resigned.", 35, "members of parliament"),
        ("They bought a dozen eggs.", 12, "eggs"),
        ("The town of 2.5 million inhabitants slept.", 2_500_000, "inhabitants"),
        ("They agreed on a 90-day truce.", 90, "truce"),
        ("Floods hit 35 percent of the town.", 35, "town"),
        ("Norway gave $5 million in aid.", 5_000_000, "aid"),
        ("The storm left 14 dead.", 14, "dead"),
    ],
)
def test_what_is_counted(text: str, value: int, of: str) -> None:
    """The noun that is counted comes with the words it needs."""
    figure = only_figure(text)
    assert (figure.value, figure.of) == (Decimal(value), of)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("About 50 houses burned.", "about"),
        ("More than 50 houses burned.", "more than"),
        ("At least 50 houses burned.", "at least"),
        ("Up to 50 houses burned.", "up to"),
        ("Nearly 50 houses burned.", "nearly"),
        ("An estimated 50 houses burned.", "an estimated"),
        ("The fire burned 50 houses.", None),
        ("It burned over 50 days.", None),
    ],
)
def test_hedges(text: str, hedge: str | None) -> None:
    """Words that blur a number are kept; `over` before a time is none."""
    assert only_figure(text).hedge == hedge


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The army sent 20 to 25 tanks.", 20, 25),
        ("The army sent between 20 and 25 tanks.", 20, 25),
        ("The bath takes 5-10 minutes.", 5, 10),
        ("The dam cost $2 to $3 million.", 2_000_000, 3_000_000),
        ("Some 2 to 3 million birds left.", 2_000_000, 3_000_000),
    ],
)
def test_ranges(text: str, low: int, high: int) -> None:
    """A range has both ends in the same scale."""
    figure = only_figure(text)
    assert (figure.value, figure.upper) == (Decimal(low), Decimal(high))


def test_a_change_is_two_figures() -> None:
    """`From 3 to 5 percent` is no range, and both ends have the unit."""
    first, second = figures("Rates rose from 3 to 5 percent.")
    assert [(f.value, f.upper, f.unit) for f in (first, second)] == [
        (Decimal(3), None, "percent"),
        (Decimal(5), None, "percent"),
    ]


def test_shares() -> None:
    """A share is a decimal fraction, and too odd to be very sure of."""
    figure = only_figure("One in five voters stayed home.")
    assert (figure.value, figure.of, figure.confidence < 0.7) == (Decimal("0.2"), "voters", True)
    assert only_figure("Eight of 10 pears rot.").value == Decimal("0.8")
    assert only_figure("Two-thirds of the fish died.").value == Decimal("0.6667")


def test_ordinals() -> None:
    """An ordinal that counts a noun is a figure; as an adverb, a date or a time it is none."""
    figure = only_figure("It was their second direct meeting.")
    assert (figure.value, figure.ordinal, figure.of) == (Decimal(2), True, "direct meeting")
    assert figures("First, wait a second. For the first time it rained on the 3rd of May.") == []


@pytest.mark.parametrize(
    "text",
    [
        "He came at 10:30 and left at 5 p.m. on May 3.",
        "1. The plan is good.",
        "Call 555-1234 or 212-555-1234.",
        "The Lions won 3-2.",
        "Version 3.11.2 is out.",
        "He lives at 10 Harbour Street.",
        "Article 5 and Resolution 1441 bind us.",
        "One of them laughed, and no one knew.",
        "It began in 1998, two years ago.",
        "He is in his 30s.",
        "He is 6'3\" tall.",
        "It flies as the F-16 and the A320.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    """Times, list numbers, phones, scores, versions, addresses, names and dates are left alone."""
    assert figures(text) == []


def test_furniture_changes_nothing() -> None:
    """A paragraph left out changes no other paragraph's figures."""
    first, second = "The army sent 20 tanks. ", "It lost 7 of them."
    text = first + "Share 99 times\n" + second
    start = len(text) - len(second)
    parted = figures(text, Span(0, len(first)), Span(start, len(text)))
    alone = figures(first) + figures(second)
    assert [(f.text, f.value, f.of) for f in parted] == [(f.text, f.value, f.of) for f in alone]


PIECES = st.sampled_from(
    "one 20 to 25 - $ 3.5 million percent third two-thirds in five half of the dogs , 45 - day 1/0 "
    "½ a dozen between and from 1,000 €7bn 9:30 #4 second ran . houses more than twenty-first "
    "\n 99999999999999999999 .5 5. -3 °C km".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=20).map(" ".join)))
def test_any_text_gives_figures_within_it(text: str) -> None:
    """Whatever the text, nothing crashes, spans hold what they say and lie in their evidence."""
    words = Article(text, (), "a").words
    for figure in figures(text):
        assert figure.span.of(words) == figure.text != ""
        assert figure.evidence.contains(figure.span)
        assert figure.upper is None or figure.upper > figure.value
        assert 0 < figure.confidence <= 1


@settings(max_examples=40, deadline=None)
@given(st.integers(2, 999_999))
def test_any_count_is_read(number: int) -> None:
    """Every count before a plural is found with its value."""
    assert only_figure(f"The farmers lost {number:,} sheep.").value == number


CASES = [
    line.split("\t")
    for line in Path(__file__).with_name("figure_cases.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("text", "value", "unit", "of", "hedge"), CASES)
def test_a_case_of_the_table(text: str, value: str, unit: str, of: str, hedge: str) -> None:
    """Value, unit, what is counted and what blurs it, as a reader wrote them down beforehand."""
    found = [
        (
            f"{figure.value:f}..{figure.upper:f}" if figure.upper else f"{figure.value:f}",
            figure.ordinal,
            figure.unit or "-",
            (figure.of or "").split(),
            figure.hedge or "-",
        )
        for figure in figures(text)
    ]
    number = value.rstrip("ndrsth")
    assert any(
        own == number
        and is_ordinal == (value != number)
        and own_unit == unit
        and (of == "-" or of in words)
        and (hedge in own_hedge if hedge != "-" else own_hedge == "-")
        for own, is_ordinal, own_unit, words, own_hedge in found
    ), found
