"""Rows of an Anki collection: cards, reviews, decks, presets and settings as schema 11 has them."""

from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from typing import NamedTuple, Self

NEW, LEARNING, REVIEW, RELEARNING = range(4)
SUSPENDED, DAY_LEARNING = -1, 3
CREATION_DATE = date(2010, 1, 1)
"""When every written collection says it was made: fixed, so that no clock gets into the file."""

_ANKI_CREATION_HOUR = 4
"""Anki counts a collection's days from four in the morning of the day it was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """When the written collection was made; `due` of review cards counts days from then.

    `created` is in seconds since 1970, `minutes_west` the offset of the learner's time zone then.
    """

    created: int
    minutes_west: int
    rollover_hour: int = 4

    @classmethod
    def fixed(cls, timezone: tzinfo, rollover_hour: int = 4) -> Self:
        """A collection made on `CREATION_DATE` in the learner's time zone."""
        made = datetime.combine(CREATION_DATE, time(_ANKI_CREATION_HOUR), timezone)
        offset = made.utcoffset()
        assert offset is not None
        return cls(
            created=int(made.timestamp()),
            minutes_west=-int(offset.total_seconds()) // 60,
            rollover_hour=rollover_hour,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """A card's place in the schedule, in Anki's terms (see `quizzer.exchange.anki.progress`)."""

    type: int
    queue: int
    due: int
    interval: int = 0
    factor: int = 0
    reps: int = 0
    lapses: int = 0
    left: int = 0
    memory: tuple[tuple[str, float], ...] = ()

    @classmethod
    def new(cls, position: int) -> Self:
        """A card that was never shown."""
        return cls(type=NEW, queue=NEW, due=position)

    def values(self, note: int, deck: int, changed: int) -> tuple[object, ...]:
        """The row of table `cards`; the card's id is its note's, since each note has one card."""
        return (
            *(note, note, deck, 0, changed, -1, self.type, self.queue, self.due, self.interval),
            *(self.factor, self.reps, self.lapses, self.left, 0, 0, 0),
            # What json.dumps would give, in a fifth of its time.
            "{" + ",".join([f'"{name}":{value}' for name, value in self.memory]) + "}",
        )


class ReviewRow(NamedTuple):
    """One entry of the review log; intervals in days, or in negative seconds while learning."""

    at_ms: int
    ease: int
    interval: int
    last_interval: int
    factor: int
    duration_ms: int
    kind: int

    def values(self, identity: int, card: int) -> tuple[object, ...]:
        """The row of table `revlog`."""
        return (
            *(identity, card, -1, self.ease, self.interval, self.last_interval),
            *(self.factor, self.duration_ms, self.kind),
        )


def collection_settings(timing: Timing) -> dict[str, object]:
    """What table `col` holds under `conf`."""
    return {
        "nextPos": 1,
        "creationOffset": timing.minutes_west,
        "localOffset": timing.minutes_west,
        "rollover": timing.rollover_hour,
        "sched2021": True,
        "schedVer": 2,
        "curDeck": 1,
        "activeDecks": [1],
        "sortType": "noteFld",
        "sortBackwards": False,
        "addToCur": True,
        "estTimes": True,
        "dueCounts": True,
        "newSpread": 0,
        "timeLim": 0,
        "collapseTime": 1200,
        "dayLearnFirst": False,
        "curModel": None,
    }


def deck_row(identity: int, name: str, preset: int) -> dict[str, object]:
    """A deck as table `col` holds it."""
    return {
        "id": identity,
        "mod": 0,
        "name": name,
        "usn": 0,
        "lrnToday": [0, 0],
        "revToday": [0, 0],
        "newToday": [0, 0],
        "timeToday": [0, 0],
        "collapsed": False,
        "browserCollapsed": True,
        "desc": "",
        "dyn": 0,
        "conf": preset,
        "extendNew": 0,
        "extendRev": 0,
    }


def default_preset(identity: int, name: str) -> dict[str, object]:
    """Options of a deck, with Anki's own defaults."""
    return {
        "id": identity,
        "mod": 0,
        "name": name,
        "usn": 0,
        "maxTaken": 60,
        "autoplay": True,
        "timer": 0,
        "replayq": True,
        "new": {
            "bury": False,
            "delays": [1.0, 10.0],
            "initialFactor": 2500,
            "ints": [1, 4, 0],
            "order": 1,
            "perDay": 20,
        },
        "rev": {
            "bury": False,
            "ease4": 1.3,
            "ivlFct": 1.0,
            "maxIvl": 36500,
            "perDay": 200,
            "hardFactor": 1.2,
        },
        "lapse": {
            "delays": [10.0],
            "leechAction": 1,
            "leechFails": 8,
            "minInt": 1,
            "mult": 0.0,
        },
        "dyn": False,
    }
