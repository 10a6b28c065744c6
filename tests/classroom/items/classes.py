"""Simulated classes: students of known ability answer questions of known faults."""

from dataclasses import dataclass

import numpy as np

from quizzer.classroom.items.model import Column

OPTIONS = ("A", "B", "C", "D")


@dataclass(frozen=True)
class Plan:
    """What a simulated deck is like.

    Slopes and difficulties (in logits) are drawn evenly from their ranges, those of questions at
    fault from `planted`: what most of the class knows. `evenness` is the concentration with which
    the options draw those who do not know.
    """

    questions: int = 40
    students: int = 60
    slopes: tuple[float, float] = (1.5, 2.5)
    difficulties: tuple[float, float] = (-1.0, 1.0)
    planted: tuple[float, float] = (-1.8, -0.8)
    has_faults: bool = True
    evenness: float = 1e6


FAULTS = {"q0": "wrong-key", "q1": "two-right", "q2": "giveaway"}
"""What is wrong with the first three questions of a class with faults."""


def simulated(plan: Plan, seed: int) -> list[Column]:
    """A class's answers: whoever knows (logistic in ability) chooses what is right, others guess.

    Abilities are standard normal. With faults, B is keyed and A right in q0; A and B are right,
    and chosen equally often by those who know, in q1; 99 % are right in q2, whatever they know.
    """
    random = np.random.default_rng(seed)
    ability = random.normal(size=plan.students)
    columns = []
    for number in range(plan.questions):
        fault = FAULTS.get(f"q{number}") if plan.has_faults else None
        slope = random.uniform(*plan.slopes)
        hard = random.uniform(*(plan.planted if fault else plan.difficulties))
        knows = random.random(plan.students) < 1 / (1 + np.exp(-slope * (ability - hard)))
        draws = random.dirichlet([plan.evenness] * len(OPTIONS))
        guessed = random.choice(len(OPTIONS), plan.students, p=draws)
        right = random.integers(0, 2, plan.students) if fault == "two-right" else 0
        chosen = np.where(knows, right, guessed)
        if fault == "giveaway":
            chosen = np.where(random.random(plan.students) < 0.99, 0, 1 + guessed % 3)
        key = 1 if fault == "wrong-key" else 0
        columns.append(
            Column(
                question_id=f"q{number}",
                key=OPTIONS[key],
                options=OPTIONS,
                students=range(plan.students),
                credits=(chosen == key).astype(float).tolist(),
                choices=[OPTIONS[one] for one in chosen],
            )
        )
    return columns
