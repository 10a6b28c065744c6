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


CARD_PLACES = "?1, ?1, ?2, 0, ?3, -1, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, 0, 0, 0, ?12"
"""A row of table `cards`; the card's id is its note's, since each note has one card."""


class CardRow(NamedTuple):
    """A card's place in the schedule, in Anki's terms (see `quizzer.exchange.anki.progress`)."""

    type: int
    queue: int
    due: int
    interval: int = 0
    factor: int = 0
    reps: int = 0
    lapses: int = 0
    left: int = 0
    data: str = "{}"

    @classmethod
    def new(cls, position: int) -> Self:
        """A card that was never shown."""
        return cls(NEW, NEW, position)

    def values(self, note: int, deck: int, changed: int) -> tuple[object, ...]:
        """The values of `CARD_PLACES`."""
        return (note, deck, changed, *self)


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
