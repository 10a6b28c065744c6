"""What the learner has picked so far on one screen, before it becomes an answer."""

from dataclasses import dataclass, replace
from enum import Enum

from quizzer.deck.model import AllAnswer, OrderAnswer, PairsAnswer
from quizzer.quiz.model import Chosen, Mode
from quizzer.quiz.state import Prompt


class Picking(Enum):
    """How options are picked: one at once, several ticked, all in order, one for each left side."""

    ONE = "one"
    TICK = "tick"
    ORDER = "order"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True)
class Picks:
    """`cursor` is where the arrow keys stand, `chosen` the options' places as they were picked."""

    cursor: int | None = None
    chosen: tuple[int, ...] = ()


def picking_of(prompt: Prompt) -> Picking | None:
    """How this prompt's options are picked; None where there are none."""
    if prompt.mode is not Mode.CHOICE:
        return None
    match prompt.item.question.answer:
        case AllAnswer():
            return Picking.TICK
        case OrderAnswer():
            return Picking.ORDER
        case PairsAnswer():
            return Picking.PAIRS
        case _:
            return Picking.ONE


def lefts_of(prompt: Prompt) -> tuple[str, ...]:
    """The left sides of pairs; empty for other questions."""
    answer = prompt.item.question.answer
    return tuple(left for left, _ in answer.pairs) if isinstance(answer, PairsAnswer) else ()


def pick(picks: Picks, place: int, prompt: Prompt) -> Picks:
    """One option picked (ticked options are unticked); what makes no sense changes nothing."""
    if not 0 <= place < len(prompt.options):
        return picks
    moved = replace(picks, cursor=place)
    match picking_of(prompt):
        case Picking.ONE:
            return replace(moved, chosen=(place,))
        case Picking.TICK:
            if place in picks.chosen:
                return replace(moved, chosen=tuple(p for p in picks.chosen if p != place))
            return replace(moved, chosen=(*picks.chosen, place))
        case Picking.ORDER:
            return moved if place in picks.chosen else replace(moved, chosen=(*picks.chosen, place))
        case Picking.PAIRS:
            if len(picks.chosen) == len(lefts_of(prompt)):
                return moved
            return replace(moved, chosen=(*picks.chosen, place))
        case None:
            return picks


def move(picks: Picks, by: int, prompt: Prompt) -> Picks:
    """The cursor one option up or down, round the ends."""
    count = len(prompt.options)
    if not count:
        return picks
    if picks.cursor is None:
        return replace(picks, cursor=0 if by > 0 else count - 1)
    return replace(picks, cursor=(picks.cursor + by) % count)


def take_back(picks: Picks) -> Picks:
    """Without the option picked last."""
    return replace(picks, chosen=picks.chosen[:-1])


def is_complete(picks: Picks, prompt: Prompt) -> bool:
    """Whether the picks can be an answer."""
    match picking_of(prompt):
        case Picking.ONE:
            return len(picks.chosen) == 1
        case Picking.TICK:
            return len(picks.chosen) > 0
        case Picking.ORDER:
            return len(picks.chosen) == len(prompt.options)
        case Picking.PAIRS:
            return len(picks.chosen) == len(lefts_of(prompt))
        case None:
            return False


def still_to_pick(picks: Picks, prompt: Prompt) -> int:
    """How many picks an order or pairs still want."""
    wanted = len(lefts_of(prompt)) or len(prompt.options)
    return wanted - len(picks.chosen)


def as_response(picks: Picks, prompt: Prompt) -> Chosen:
    """The picks as an answer."""
    return Chosen(tuple(prompt.options[place] for place in picks.chosen))
