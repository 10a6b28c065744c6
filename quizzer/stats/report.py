"""Everything that the log shows, as one value; terminal, page and JSON draw from it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from quizzer.memory.day import date_of
from quizzer.memory.fsrs import retrievability
from quizzer.memory.model import CardKey, CardState, New
from quizzer.memory.scoring import Prediction, Score, Share, score
from quizzer.memory.settings import Settings
from quizzer.stats.answers import (
    HardQuestion,
    ModeRow,
    Times,
    hardest_of,
    modes_of,
    times_of,
)
from quizzer.stats.days import (
    Day,
    Forecast,
    Streaks,
    days_of,
    forecast_of,
    streaks_of,
)
from quizzer.stats.observed import Past
from quizzer.stats.retention import Retention, true_retention


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a log says on the study day `today`.

    `known` is how many of the cards answered so far would probably be recalled today.
    """

    title: str
    today: date
    answers: int
    cards: int
    known: float
    desired_retention: float
    retention: tuple[Retention, ...]
    calibration: Score
    forecast: Forecast
    days: tuple[Day, ...]
    streaks: Streaks
    times: Times
    modes: tuple[ModeRow, ...]
    hardest: tuple[HardQuestion, ...]


def report(
    past: Past, today: int, settings: Settings, stems: Mapping[CardKey, str], title: str
) -> Report:
    """The report on a log that was replayed; `stems` are wordings for the hardest questions."""
    answers = past.answers
    predictions = [
        Prediction(one.predicted, one.is_right) for one in answers if one.predicted is not None
    ]
    return Report(
        title=title,
        today=date_of(today),
        answers=len(answers),
        cards=len(past.states),
        known=sum(_chance(state, today, settings) for state in past.states.values()),
        desired_retention=settings.retention,
        retention=true_retention(answers, today),
        calibration=score(predictions),
        forecast=forecast_of(past.states, today),
        days=days_of(answers),
        streaks=streaks_of(answers, today),
        times=times_of(answers),
        modes=modes_of(answers),
        hardest=hardest_of(answers, past.states, stems),
    )


def _chance(state: CardState, today: int, settings: Settings) -> float:
    if isinstance(state, New):
        return 0.0
    return retrievability(state.stability, today - state.last_day, settings.parameters)


def as_object(value: object) -> object:
    """A report, or any part of it, as what JSON can hold: dates as ISO text, names kept."""
    match value:
        case Share():
            low, high = value.interval()
            shown = {"part": value.part, "total": value.total, "share": as_object(value.value)}
            return shown | {"interval": [round(low, 4), round(high, 4)]}
        case Retention():
            named = {name: getattr(value, name) for name in ("period", "young", "mature", "all")}
            return {name: as_object(part) for name, part in named.items()}
        case date():
            return value.isoformat()
        case float():
            return round(value, 4)
        case tuple():
            return [as_object(part) for part in value]
        case _ if is_dataclass(value):
            return {field.name: as_object(getattr(value, field.name)) for field in fields(value)}
        case _:
            return value
