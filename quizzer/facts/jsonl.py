"""A fact as an object for JSON, one a line, with offsets into the source's text."""

from decimal import Decimal
from typing import Any, assert_never

from quizzer.deck.model import Span
from quizzer.facts.model import (
    AttributionFact,
    DateFact,
    EventFact,
    Fact,
    FigureFact,
    Mention,
    NamedMention,
    PlaceFact,
    PossessionFact,
    RoleFact,
)

JsonObject = dict[str, Any]


def fact_as_object(fact: Fact) -> JsonObject:
    """The fact's kind, its evidence, and its parts; spans are `[start, end]`."""
    match fact:
        case DateFact():
            parts = {"kind": "date", **_dated(fact)}
        case FigureFact():
            parts = {
                "kind": "figure",
                "evidence": _ends(fact.evidence),
                "span": _ends(fact.span),
                "text": fact.text,
                "value": _number(fact.value),
                "unit": fact.unit,
                "of": fact.of,
            }
            extra = {
                "upper": None if fact.upper is None else _number(fact.upper),
                "hedge": fact.hedge,
                "ordinal": fact.ordinal or None,
            }
            parts |= {key: value for key, value in extra.items() if value is not None}
        case AttributionFact():
            parts = {
                "kind": "attribution",
                "evidence": _ends(fact.evidence),
                "source": _named(fact.source),
                "cue": _mention(fact.cue),
                "content": _mention(fact.content),
                "act": fact.act,
            }
        case RoleFact():
            parts = {
                "kind": "role",
                "evidence": _ends(fact.evidence),
                "person": _named(fact.person),
                "role": _mention(fact.role),
            }
        case PlaceFact():
            parts = {
                "kind": "place",
                "evidence": _ends(fact.evidence),
                "place": _named(fact.place),
                "event": _mention(fact.event),
            }
        case PossessionFact():
            parts = {
                "kind": "possession",
                "evidence": _ends(fact.evidence),
                "owner": _named(fact.owner),
                "thing": _mention(fact.thing),
                "cue": _mention(fact.cue),
            }
        case EventFact():
            parts = {
                "kind": "event",
                "evidence": _ends(fact.evidence),
                "event": _mention(fact.event),
                "date": _dated(fact.date),
            }
        case _:
            assert_never(fact)
    return {**parts, "confidence": fact.confidence}


def _dated(fact: DateFact) -> JsonObject:
    return {
        "evidence": _ends(fact.evidence),
        "span": _ends(fact.span),
        "text": fact.text,
        "value": fact.value,
    }


def _mention(mention: Mention) -> JsonObject:
    return {"span": _ends(mention.span), "text": mention.text}


def _named(mention: NamedMention) -> JsonObject:
    return {"span": _ends(mention.span), "text": mention.text, "name": mention.name}


def _ends(span: Span) -> list[int]:
    return [span.start, span.end]


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
