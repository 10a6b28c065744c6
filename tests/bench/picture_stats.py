"""The pictures of the statistics and of the plan for an exam, from simulated learners, as SVG.

    python tests/bench/picture_stats.py docs/pictures

Drawn by the same code as the pages of `quizzer stats --html` and `quizzer study --exam --html`;
here each gets its colours into its own file.
"""

import argparse
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from quizzer.deck.model import Question, TextAnswer
from quizzer.memory.exam_ahead import Until
from quizzer.memory.model import CardKey, New, Review
from quizzer.memory.queue import Candidate
from quizzer.memory.settings import Settings
from quizzer.seeded import seeded_number
from quizzer.stats.calendar import weeks_of
from quizzer.stats.exam import exam_plan
from quizzer.stats.observed import Past, observe
from quizzer.stats.pictures import (
    calendar_picture,
    calibration_picture,
    exam_picture,
    forecast_picture,
)
from quizzer.stats.report import report
from quizzer.stats.style import COLORS, PICTURES
from tests.memory.learners import FIRST_DAY, answers_of, changed

SETTINGS = Settings()
DAYS = 300
ALONE = "svg{background:var(--paper);font:11px system-ui,sans-serif}"


def history() -> list[Review]:
    """The answers of somebody who forgets a little faster than most and rests on some days."""
    log = answers_of(changed(w2=1.6, w8=1.7), seed=3, cards=500, new_a_day=3, days=DAYS)
    return [replace(one, at=one.at + _rest(one)) for one in log]


def _rest(review: Review) -> timedelta:
    """Some days are free, and what was due then is done on the next one."""
    is_free = seeded_number("rest", review.at.date()) % 5 == 0
    return timedelta(days=1 if is_free else 0)


def half_known_deck(past: Past) -> list[Candidate]:
    """Sixty cards that were met, sixty that were not."""
    met = list(past.states.items())[-60:]
    new = [(CardKey("deck", f"new{number}"), New()) for number in range(60)]
    return [
        Candidate(card, Question(id=card.question_id, stem="?", answer=TextAnswer("!")), state)
        for card, state in (*met, *new)
    ]


def alone(picture: str) -> str:
    """A picture that stands in no page."""
    head, rest = picture.split(">", 1)
    start = head.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return f"{start}><style>{COLORS}{ALONE}{PICTURES}</style>{rest}\n"


def main() -> None:
    """Draws the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    folder = parser.parse_args().folder
    past, today = observe(history(), lambda deck: SETTINGS), FIRST_DAY + DAYS
    shown = report(past, today, SETTINGS, {}, "")
    until = Until(today, today + 30, 7)
    plan = exam_plan(half_known_deck(past), (), lambda deck: SETTINGS, until)
    pictures = {
        "stats-calibration": calibration_picture(shown.calibration),
        "stats-forecast": forecast_picture(shown.forecast),
        "stats-calendar": calendar_picture(weeks_of(shown.days, shown.today)),
        "exam": exam_picture(plan),
    }
    for name, picture in pictures.items():
        (folder / f"{name}.svg").write_text(alone(picture), "utf-8")


if __name__ == "__main__":
    main()
