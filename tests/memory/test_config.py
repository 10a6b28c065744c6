"""The settings file: every key has its effect, every mistake its place and its remedy."""

from contextlib import suppress
from dataclasses import fields
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.cli.config import STARTER
from quizzer.diagnostics import QuizzerError
from quizzer.memory.config import DECK_KEYS, KEYS, read_config
from quizzer.memory.settings import Settings

DEFAULTS = Settings(timezone=ZoneInfo("Europe/Berlin"))

FULL = """
retention: 0.95
learning_steps: [30s, 5m, 2h]
relearning_steps: []
new_per_day: 7
reviews_per_day: 99
longest: 365
typed_from: 3.5
leech_lapses: 4
rollover_hour: 0
timezone: America/New_York
decks:
  apollo-11: {new_per_day: 2}
  colors:
    retention: 0.8
"""


def refusals(text: str) -> list[str]:
    """What is said of a bad file."""
    with pytest.raises(QuizzerError) as caught:
        read_config(text, "config.yaml", DEFAULTS)
    return [str(one) for one in caught.value.diagnostics]


def test_every_key_has_its_effect() -> None:
    """All settings are read, and a deck's own lie over the common ones."""
    config = read_config(FULL, "config.yaml", DEFAULTS)
    assert config.common == Settings(
        retention=0.95,
        learning_steps=(timedelta(seconds=30), timedelta(minutes=5), timedelta(hours=2)),
        relearning_steps=(),
        new_per_day=7,
        reviews_per_day=99,
        longest=365,
        typed_from=3.5,
        leech_lapses=4,
        rollover_hour=0,
        timezone=ZoneInfo("America/New_York"),
    )
    own = config.of("apollo-11")
    assert (own.new_per_day, own.retention, own.rollover_hour) == (2, 0.95, 0)
    assert (config.of("colors").new_per_day, config.of("colors").retention) == (7, 0.8)
    assert config.of("another") == config.common


@pytest.mark.parametrize("text", ["", "# only a remark\n", "decks:\n"])
def test_an_empty_file_changes_nothing(text: str) -> None:
    """Remarks are no settings."""
    assert read_config(text, "config.yaml", DEFAULTS).of("any") == DEFAULTS


def test_the_starter_shows_the_defaults_and_every_key() -> None:
    """With the remark signs taken away it says what holds anyway."""
    assert read_config(STARTER, "config.yaml", DEFAULTS).common == DEFAULTS
    lines = [line[2:] for line in STARTER.splitlines() if line.startswith("# ")]
    settings = [line for line in lines if line.split(":")[0].strip() in {one.name for one in KEYS}]
    ends = [line for line in lines if line.startswith("  ")]
    live = "\n".join([*settings[: len(KEYS)], *ends])
    assert {one.name for one in KEYS} <= {line.split(":")[0].strip() for line in settings}
    config = read_config(live, "config.yaml", Settings())
    assert config.common == DEFAULTS
    assert config.of("apollo-11").new_per_day == 5


def test_each_setting_of_a_deck_can_be_set() -> None:
    """No field of the settings is forgotten by the file; parameters come from `fit`."""
    names = {one.name for one in fields(Settings)} - {"parameters"}
    assert names == {one.name for one in KEYS} - {"decks"}
    assert {one.name for one in DECK_KEYS} == names - {"rollover_hour", "timezone"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("retension: 0.9", "config.yaml:1:1: a settings file has no key 'retension'; did you mean"),
        ("decks:\n  a: {new_per_dy: 3}", "config.yaml:2:7: a deck's settings has no key"),
        ("retention: 1.5", "config.yaml:1:12: `retention` cannot be 1.5; write one from 0.7"),
        ("retention: much", "config.yaml:1:12: 'much' is not a number"),
        ("new_per_day: 2.5", "config.yaml:1:14: '2.5' is not a whole number"),
        ("learning_steps: 10m", "config.yaml:1:17: steps are a list"),
        ("learning_steps: [1m, 2 days]", "config.yaml:1:22: '2 days' is no step; write 30s"),
        ("learning_steps: [0m]", "config.yaml:1:18: '0m' is no step"),
        ("timezone: Europe/Berln", "did you mean Europe/Berlin?"),
        ("timezone: ../../etc/passwd", "is no time zone"),
        ("rollover_hour: 24", "`rollover_hour` cannot be 24"),
        ("decks:\n  a: {timezone: UTC}", "config.yaml:2:7: `timezone` cannot be set for one deck"),
        ("decks:\n  no way: {new_per_day: 3}", "'no way' is no deck id"),
        ("decks: [a]", "`decks` holds settings by deck id"),
        ("decks:\n  a: 5", "settings are keys with values"),
        ("- a", "settings are keys with values"),
        ("a: [", "this is not YAML"),
        ("retention: 0.9\nretention: 0.8", "stands here a second time"),
    ],
)
def test_a_mistake_has_its_place_and_a_remedy(text: str, said: str) -> None:
    """One line each."""
    assert said in refusals(text)[0]


def test_all_mistakes_are_named_together() -> None:
    """In the order of the file."""
    found = refusals("retention: 2\nnew_per_day: x\ndecks:\n  a: {longest: 0}\n")
    assert [line.split(":")[1] for line in found] == ["1", "2", "4"]


@given(st.text(max_size=60))
def test_whatever_stands_there_is_read_or_refused(text: str) -> None:
    """No text makes anything else happen."""
    with suppress(QuizzerError):
        assert read_config(text, "config.yaml", DEFAULTS).common.timezone is not None
