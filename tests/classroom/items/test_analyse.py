"""Item analysis: equal to NumPy's, fair to students who lack questions, rightly alarmed."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.classroom.items.analyse import analyse
from quizzer.classroom.items.model import Column, Fault
from quizzer.classroom.items.reliability import reliability
from tests.classroom.items.classes import FAULTS, Plan, simulated


def columns_of(table: np.ndarray) -> list[Column]:
    """A table of credits, a row a student, with gaps where a number is NaN."""
    columns = []
    for place, credits in enumerate(table.T):
        there = np.flatnonzero(~np.isnan(credits))
        columns.append(
            Column(
                question_id=f"q{place}",
                key="right",
                students=there.tolist(),
                credits=credits[there].tolist(),
                choices=["right" if one == 1 else "wrong" for one in credits[there]],
            )
        )
    return columns


def correlation(first: np.ndarray, second: np.ndarray) -> float | None:
    """NumPy's, None where it is not defined."""
    if len(first) < 2 or np.ptp(first) < 1e-9 or np.ptp(second) < 1e-9:
        return None
    return float(np.corrcoef(first, second)[0, 1])


def test_a_thousand_classes_equal_numpy() -> None:
    """Difficulty, both correlations and reliability, with whole and with parts of points."""
    random = np.random.default_rng(1)
    for number in range(1000):
        students, questions = random.integers(3, 25), random.integers(2, 9)
        steps = 1 if number % 2 else 4
        table = random.integers(0, steps + 1, (students, questions)) / steps
        sums, items = table.sum(1), analyse(columns_of(table)).items
        for place, item in enumerate(items):
            credits = table[:, place]
            assert item.p == pytest.approx(credits.mean())
            assert item.r_total == pytest.approx(correlation(credits, sums))
            assert item.r_rest == pytest.approx(correlation(credits, sums - credits))
        found, spread = reliability(columns_of(table)), sums.var()
        expected = (
            questions / (questions - 1) * (1 - table.var(0).sum() / spread) if spread else None
        )
        assert found.value == pytest.approx(expected)


@given(st.integers(0, 10**6))
@settings(max_examples=25, deadline=None)
def test_gaps_are_adjusted_for_by_difficulty(seed: int) -> None:
    """With gaps, the rest score is the mean of how far credits lie above each question's mean."""
    random = np.random.default_rng(seed)
    table = random.integers(0, 2, (12, 5)).astype(float)
    table[random.random(table.shape) < 0.3] = np.nan
    above = table - np.array([np.nanmean(c) if (~np.isnan(c)).any() else 0 for c in table.T])
    for place, item in enumerate(analyse(columns_of(table)).items):
        others = np.delete(above, place, axis=1)
        there = ~np.isnan(table[:, place]) & (~np.isnan(others)).any(axis=1)
        rest = np.array([np.nanmean(row) for row in others[there]])
        assert item.r_rest == pytest.approx(correlation(table[there, place], rest), abs=1e-7)


def test_the_order_of_students_makes_no_difference_to_the_numbers() -> None:
    """Nobody is favored for standing first."""
    columns = simulated(Plan(questions=10), 3)
    turned = [
        replace(
            one,
            students=list(one.students)[::-1],
            credits=list(one.credits)[::-1],
            choices=list(one.choices)[::-1],
        )
        for one in columns
    ]
    for first, second in zip(analyse(columns).items, analyse(turned).items, strict=True):
        assert first.r_rest == pytest.approx(second.r_rest)
        assert first.p == second.p


def test_options_add_up() -> None:
    """Every answer is some option's, and the thirds are parts of the whole."""
    for item in analyse(simulated(Plan(), 5)).items:
        assert sum(option.count for option in item.options) == item.n == 60
        assert item.options[0].is_key
        for third in range(3):
            assert sum(option.thirds[third] for option in item.options) == pytest.approx(1)
        assert sum(group.students for group in item.groups) == 60


RUNS = 100


def test_planted_faults_are_flagged_and_nothing_else() -> None:
    """A wrong key, two right options and a giveaway among 40 questions, 60 students.

    `tests/bench/measure_items.py` has the figures for other classes, where less can be found.
    """
    exact = sum(
        {item.question_id for item in analyse(simulated(Plan(), seed)).flagged} == set(FAULTS)
        for seed in range(RUNS)
    )
    assert exact >= 95


def test_a_clean_deck_is_left_alone() -> None:
    """Hardly ever is a question of a deck without faults flagged."""
    alarmed = sum(
        bool(analyse(simulated(Plan(has_faults=False), 10_000 + seed)).flagged)
        for seed in range(RUNS)
    )
    assert alarmed <= 5


def test_reasons_name_the_option_and_count_the_best() -> None:
    """What a teacher reads."""
    items = analyse(simulated(Plan(), 1)).items
    reasons = [item.flags[0].reason for item in items[:3]]
    assert reasons[0].startswith("the best students chose “A”: is it the right answer? (of the 20")
    assert reasons[1].startswith("the best students chose “B” too: is it right as well?")
    assert "does the question give its answer away?" in reasons[2]


def test_a_reversed_question_without_options_is_flagged() -> None:
    """Typed answers have no options, but better students failing is alarming anyhow."""
    random = np.random.default_rng(2)
    ability = random.normal(size=60)
    table = (random.random((60, 20)) < 1 / (1 + np.exp(-2 * ability[:, None]))).astype(float)
    table[:, 0] = random.random(60) < 1 / (1 + np.exp(2.5 * ability))
    columns = [
        replace(one, choices=["right" if c else None for c in one.credits])
        for one in columns_of(table)
    ]
    (flagged,) = analyse(columns).flagged
    assert (flagged.question_id, flagged.flags[0].fault) == ("q0", Fault.REVERSED)


@pytest.mark.parametrize("students", [0, 1, 2, 5])
def test_tiny_classes_have_numbers_but_no_flags(students: int) -> None:
    """Nothing is divided by nought, and nothing is made of five answers."""
    table = np.ones((students, 3))
    table[: students // 2, 0] = 0
    analysis = analyse(columns_of(table))
    assert not analysis.flagged
    assert (reliability(columns_of(table)).value is None) is (students < 2)
