"""Finds time expressions in a text: all rules at every place, the leftmost longest one wins."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizzer.deck.model import Span
from quizzer.facts.dates.expressions import Expression, Parts, Rule
from quizzer.facts.dates.rules_absolute import ABSOLUTE_RULES
from quizzer.facts.dates.rules_named import NAMED_RULES
from quizzer.facts.dates.rules_relative import RELATIVE_RULES

RULES: tuple[Rule, ...] = (*ABSOLUTE_RULES, *RELATIVE_RULES, *NAMED_RULES)

_BY_NEEDS: dict[tuple[str, ...], list[tuple[int, Rule]]] = {}
for _order, _rule in enumerate(RULES):
    _BY_NEEDS.setdefault(_rule.needs, []).append((_order, _rule))


@dataclass(frozen=True, slots=True)
class Found:
    """An expression and its place."""

    span: Span
    expression: Expression


def find_expressions(text: str, within: Span) -> Iterator[Found]:
    """The time expressions of `text[within]`, in order and without overlap.

    A rule may give several expressions for one match (`Jan. 3-5` is two days) or none, where
    the words turn out to be no date.
    """
    piece = within.of(text)  # cut out, so that nothing outside can be seen by a rule
    candidates: list[tuple[int, int, int, Parts]] = []
    holds = f"{piece}\n{piece.lower()}".__contains__  # as written, and in small letters
    for needs, rules in _BY_NEEDS.items():
        if not any(map(holds, needs)):
            continue
        for order, (pattern, build, _) in rules:
            for match in pattern.finditer(piece):
                parts = build(match)
                if parts:
                    candidates.append((match.start(), -match.end(), order, parts))
    reached = 0
    for start, minus_end, _, parts in sorted(candidates, key=lambda found: found[:3]):
        if start < reached:
            continue
        reached = -minus_end
        for span, expression in parts:
            yield Found(Span(span.start + within.start, span.end + within.start), expression)
