"""The settings file: what it may hold, and how its text becomes settings for each deck."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from quizzer.deck.fields import ID, NUMBER, Field, Form
from quizzer.deck.scan import Mapping as MappingNode
from quizzer.deck.scan import Node, Scalar, Sequence, scan_yaml
from quizzer.deck.values import Values
from quizzer.diagnostics import QuizzerError
from quizzer.memory.settings import Settings

DECK_KEYS = (
    Field("retention", Form.NUMBER, "How much of what is due you want to still know."),
    Field("learning_steps", Form.LINES, "Waits of a new question before it comes after days."),
    Field("relearning_steps", Form.LINES, "The same for a question that was forgotten."),
    Field("new_per_day", Form.NUMBER, "New questions a day and deck."),
    Field("reviews_per_day", Form.NUMBER, "Known questions a day and deck."),
    Field("longest", Form.NUMBER, "No wait is longer than so many days."),
    Field("typed_from", Form.NUMBER, "Days of stability from which a question is typed."),
    Field("leech_lapses", Form.NUMBER, "Forgotten so often, a question is named a leech."),
)
"""What may be set for all decks and for one."""

KEYS = (
    *DECK_KEYS,
    Field("rollover_hour", Form.NUMBER, "The hour at which your day begins."),
    Field("timezone", Form.LINE, "Where your clock is, as Europe/Berlin."),
    Field("decks", Form.PAIRS, "Other settings for single decks, by their ids."),
)
"""What may stand in the file; a day is the same for all decks."""

_STEP = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?(s|m|h)")
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours"}
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Config:
    """The settings for all decks, and for the decks that have their own."""

    common: Settings
    decks: Mapping[str, Settings] = field(default_factory=dict)

    def of(self, deck_id: str) -> Settings:
        """How the cards of a deck are scheduled."""
        return self.decks.get(deck_id, self.common)


def read_config(text: str, name: str, defaults: Settings) -> Config:
    """The settings in a file's text; what it does not set is as in `defaults`.

    Raises:
        QuizzerError: all that is wrong with it, each with its place.
    """
    node, found = scan_yaml(text.removeprefix("\ufeff"), name)
    reader = _Reader(Values(name, found))
    config = reader.config(node, defaults)
    if reader.values.found:
        order = sorted(reader.values.found, key=lambda one: (one.place.line, one.place.column))
        raise QuizzerError(order)
    return config


@dataclass(slots=True)
class _Reader:
    values: Values

    def config(self, node: Node | None, defaults: Settings) -> Config:
        if node is None or (isinstance(node, Scalar) and node.plain and not node.text):
            return Config(defaults)
        if not isinstance(node, MappingNode):
            self.values.error("S201", node, "settings are keys with values", "write `key: value`")
            return Config(defaults)
        fields = self.values.fields(node, KEYS, "settings file")
        common = self.settings(fields, defaults)
        hour = self.number(fields, "rollover_hour", 0, 23)
        zone = self.values.get(fields, "timezone", self.zone)
        if hour is not None:
            common = replace(common, rollover_hour=int(hour))
        if zone is not None:
            common = replace(common, timezone=zone)
        return Config(common, self.decks(fields.get("decks"), common))

    def decks(self, node: Node | None, common: Settings) -> dict[str, Settings]:
        if node is None or (isinstance(node, Scalar) and not node.text):
            return {}
        if not isinstance(node, MappingNode):
            hint = "write `deck-id: {new_per_day: 5}` below it"
            self.values.error("S201", node, "`decks` holds settings by deck id", hint)
            return {}
        decks = {}
        for key, value in node.entries:
            if ID.fullmatch(key.text) is None:
                hint = "use the `id` that stands in the deck's file"
                self.values.error("S202", key, f"{key.text!r} is no deck id", hint)
            elif not isinstance(value, MappingNode):
                hint = "write `{new_per_day: 5}` or indented lines"
                self.values.error("S201", value, "settings are keys with values", hint)
            else:
                self._refuse_common(value)
                fields = self.values.fields(value, DECK_KEYS, "deck's settings")
                decks[key.text] = self.settings(fields, common)
        return decks

    def _refuse_common(self, node: MappingNode) -> None:
        """Names what only makes sense for all decks before it is called unknown."""
        for key, _ in node.entries:
            if key.text in ("rollover_hour", "timezone"):
                hint = "a day is the same for all decks; set it at the top"
                self.values.error("S203", key, f"`{key.text}` cannot be set for one deck", hint)

    def settings(self, fields: dict[str, Node], base: Settings) -> Settings:
        changes: dict[str, object] = {}
        for name, lowest, highest in _WHOLE:
            if (whole := self.number(fields, name, lowest, highest)) is not None:
                changes[name] = int(whole)
        for name, lowest, highest in _SHARES:
            if (share := self.number(fields, name, lowest, highest, whole=False)) is not None:
                changes[name] = float(share)
        for name in ("learning_steps", "relearning_steps"):
            if (steps := self.values.get(fields, name, self.steps)) is not None:
                changes[name] = steps
        return replace(base, **changes)  # type: ignore[arg-type]

    def number(
        self,
        fields: dict[str, Node],
        name: str,
        lowest: float,
        highest: float,
        *,
        whole: bool = True,
    ) -> Decimal | None:
        node = fields.get(name)
        text = None if node is None else self.values.line(node)
        if node is None or text is None:
            return None
        value = Decimal(text) if NUMBER.fullmatch(text) else None
        if value is None or (whole and value != int(value)):
            kind = "a whole number" if whole else "a number"
            hint = f"write {kind} from {lowest:g} to {highest:g}"
            self.values.error("S204", node, f"{text!r} is not {kind}", hint)
            return None
        if not lowest <= value <= highest:
            hint = f"write one from {lowest:g} to {highest:g}"
            self.values.error("S204", node, f"`{name}` cannot be {text}", hint)
            return None
        return value

    def steps(self, node: Node) -> tuple[timedelta, ...] | None:
        if not isinstance(node, Sequence):
            hint = "write [1m, 10m], or [] for none"
            self.values.error("S205", node, "steps are a list of waits", hint)
            return None
        steps = [self.step(item) for item in node.items]
        return None if None in steps else tuple(step for step in steps if step is not None)

    def step(self, node: Node) -> timedelta | None:
        text = self.values.line(node)
        if text is None:
            return None
        match = _STEP.fullmatch(text.strip())
        step = timedelta(**{_UNITS[match[2]]: float(match[1])}) if match else None
        if step is None or not timedelta() < step < _DAY:
            hint = "write 30s, 10m or 2h; a step is shorter than a day"
            self.values.error("S205", node, f"{text!r} is no step", hint)
            return None
        return step

    def zone(self, node: Node) -> ZoneInfo | None:
        text = self.values.line(node)
        if text is None:
            return None
        try:
            return ZoneInfo(text)
        except (ValueError, OSError, LookupError):
            hint = _near_zone(text) or "write one as Europe/Berlin or America/New_York, or UTC"
            self.values.error("S206", node, f"{text!r} is no time zone", hint)
            return None


_WHOLE: tuple[tuple[str, float, float], ...] = (
    ("new_per_day", 0, 9999),
    ("reviews_per_day", 0, 99_999),
    ("longest", 1, 36_500),
    ("leech_lapses", 1, 999),
)
_SHARES: tuple[tuple[str, float, float], ...] = (
    ("retention", 0.7, 0.99),
    ("typed_from", 0, 36_500),
)


def _near_zone(text: str) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 - only for a mistake
    from zoneinfo import available_timezones  # noqa: PLC0415

    close: list[str] = get_close_matches(text, available_timezones(), n=1)
    return f"did you mean {close[0]}?" if close else None
