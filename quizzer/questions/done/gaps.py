"""Clozes: a clause as a statement with a gap, where no question can be formed."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizzer.deck.model import BLANK
from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.candidates import Desk
from quizzer.questions.grammar.clauses import Clause
from quizzer.questions.grammar.transform import can_lead, lower_first
from quizzer.questions.grammar.wording import render, word_count
from quizzer.questions.reading import Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_FEWEST_WORDS = 5


def gap_statement(
    desk: Desk,
    sentence: Sentence,
    clause: Clause,
    words: Sequence["Token"],
    is_money: bool,
    told: str | None = None,
) -> tuple[Grounded, str] | None:
    """The clause with a gap for `words` (and the sign of the currency before them).

    None where the words are part of something that the stem rewrites, such as a date.
    """
    grounded = desk.grounding.ground(sentence, clause.tokens, told=told)
    if any(token.i in grounded.swaps for token in words):
        return None
    before = clause.subject.left_edge.i
    if not can_lead([t for t in clause.tokens if t.i < before], grounded.swaps):
        return None
    swaps = {**grounded.swaps, **{token.i: "" for token in words}, words[0].i: BLANK}
    if is_money:
        swaps[words[0].i - 1] = ""
    statement = lower_first(list(clause.tokens), render(clause.tokens, swaps))
    if statement.count(BLANK) != 1 or word_count(statement) < _FEWEST_WORDS:
        return None
    return grounded, statement
