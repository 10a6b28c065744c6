"""The words that a rule names as needed stand in whatever its pattern matches."""

import re
from pathlib import Path

import pytest

from quizzer.facts.dates.expressions import Rule
from quizzer.facts.dates.grammar import RULES
from quizzer.facts.dates.holidays import HOLIDAYS

ROOT = Path(__file__).parents[2]
TEXTS = [
    (ROOT / "tests" / "facts" / "test_dates.py").read_text("utf-8"),
    *(path.read_text("utf-8") for path in sorted((ROOT / "decks" / "sources").glob("*.md"))),
    "Friday two weeks ago, a week from Monday, on Friday of last week, in three days' time, the"
    " current year, a century from now, the day after tomorrow, in FY2019, in fiscal 2018,"
    " 24, 25 and 26 April 2017, 1 SEPT. 1939, the day after. In recent weeks, RECENTLY,"
    " in the past, in the near future, at present, at the moment, 44 B.C., AD 14, 1900 CE, the ’20s"
    ", the 1800s, nineteen eighty-four",
]


def holds_what_it_needs(rule: Rule, words: str) -> bool:
    """Whether one of the rule's pieces stands there, or in small letters would."""
    return any(piece in words or piece in words.lower() for piece in rule.needs)


@pytest.mark.parametrize("order", range(len(RULES)))
def test_each_match_holds_a_needed_word(order: int) -> None:
    rule = RULES[order]
    for text in TEXTS:
        for match in rule.pattern.finditer(text):
            assert holds_what_it_needs(rule, match.group()), match.group()


def test_each_rule_is_tried() -> None:
    """Otherwise the test before says nothing about it."""
    untried = [rule.needs for rule in RULES if not any(rule.pattern.search(text) for text in TEXTS)]
    assert not untried


@pytest.mark.parametrize("name", sorted(HOLIDAYS))
def test_each_holiday_is_tried_in_capitals_too(name: str) -> None:
    for written in (name.title(), name.upper(), re.sub("'", "’", name).title()):
        for rule in RULES:
            for match in rule.pattern.finditer(f"on {written}, 2018"):
                assert holds_what_it_needs(rule, match.group()), match.group()
