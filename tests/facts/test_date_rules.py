"""The words that a rule names as needed stand in whatever its pattern matches."""

import re
from pathlib import Path

import pytest

from quizzer.facts.dates.grammar import RULES
from quizzer.facts.dates.holidays import HOLIDAYS

ROOT = Path(__file__).parents[2]
TEXTS = [
    (ROOT / "tests" / "facts" / "test_dates.py").read_text("utf-8"),
    *(path.read_text("utf-8") for path in sorted((ROOT / "decks" / "sources").glob("*.md"))),
    "Friday two weeks ago, a week from Monday, on Friday of last week, in three days' time, the"
    " current year, a century from now, the day after tomorrow, in FY2019, in fiscal 2018,"
    " 24, 25 and 26 April 2017",
]


@pytest.mark.parametrize("order", range(len(RULES)))
def test_each_match_holds_a_needed_word(order: int) -> None:
    rule = RULES[order]
    for text in TEXTS:
        for match in rule.pattern.finditer(text):
            small = match.group().lower()
            assert not rule.needs or any(word in small for word in rule.needs), small


def test_each_rule_that_needs_words_is_tried() -> None:
    """Otherwise the test before says nothing about it."""
    untried = [
        rule.needs
        for rule in RULES
        if rule.needs and not any(rule.pattern.search(text) for text in TEXTS)
    ]
    assert not untried


@pytest.mark.parametrize("name", sorted(HOLIDAYS))
def test_each_holiday_is_tried_in_capitals_too(name: str) -> None:
    for written in (name.title(), name.upper(), re.sub("'", "’", name).title()):
        for rule in RULES:
            for match in rule.pattern.finditer(f"on {written}, 2018"):
                small = match.group().lower()
                assert not rule.needs or any(word in small for word in rule.needs), small
