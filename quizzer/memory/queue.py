"""What to ask today, and in which order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from quizzer.deck.model import Question
from quizzer.memory.day import day_number
from quizzer.memory.fsrs import retrievability
from quizzer.memory.model import CardKey, CardState, Learning, New, Relearning, Remembered
from quizzer.memory.settings import Settings
from quizzer.seeded import seeded_number


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question that may be asked, with its card's state."""

    card: CardKey
    question: Question
    state: CardState


@dataclass(frozen=True, slots=True)
class Counts:
    """How many cards wait: in their steps, due by their day, and new within today's limit."""

    learning: int
    due: int
    new: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.learning + self.due + self.new


@dataclass(frozen=True, slots=True)
class DoneToday:
    """What the limits count: cards first met today, and reviews of known ones."""

    new: int = 0
    reviews: int = 0


def todays_cards(
    candidates: Sequence[Candidate],
    now: datetime,
    settings: Settings,
    done: DoneToday | None = None,
    met_today: Sequence[Candidate] = (),
) -> list[Candidate]:
    """The cards of today in the order in which they should be asked.

    Steps that have run out come first, then due cards, the least likely to be recalled first,
    with new ones spread among them. Where more is due than today's limit, the limit goes to what
    is most likely still known: a backlog shrinks fastest, and forgets least, from that end. Of
    siblings (questions that cite overlapping passages of one deck) one is asked a day;
    `met_today` are those answered today already. Steps go on in any case.
    """
    done = done or DoneToday()
    day = day_number(now, settings.timezone, settings.rollover_hour)
    steps, due, new = _sorted(candidates, now, day, settings)
    taken = Siblings([*met_today, *steps])
    limit = max(0, settings.reviews_per_day - done.reviews)
    if len(due) > limit:
        # From the end of those least likely to be recalled the sure ones come last.
        kept = [one for one in reversed(due) if taken.admit(one)][:limit]
        reviews = kept[::-1]
    else:
        reviews = [one for one in due if taken.admit(one)]
    fresh: list[Candidate] = []
    for one in new:
        if len(fresh) >= max(0, settings.new_per_day - done.new):
            break
        if taken.admit(one):
            fresh.append(one)
    return steps + _mixed(reviews, fresh)


def why_now(state: CardState, now: datetime, settings: Settings) -> str:
    """Why a card is asked, in a sentence; of a leech also that it is one."""
    lapses = state.lapses if isinstance(state, Remembered | Relearning) else 0
    reason = _reason(state, now, settings)
    if lapses >= settings.leech_lapses:
        return f"{reason} You have forgotten it {lapses} times: reword it, or suspend it."
    return reason


def _reason(state: CardState, now: datetime, settings: Settings) -> str:
    day = day_number(now, settings.timezone, settings.rollover_hour)
    match state:
        case New():
            return "You have not met this one yet."
        case Learning(step=step):
            return f"You are learning it: step {step + 1} of {len(settings.learning_steps)}."
        case Relearning():
            return "You had forgotten it and are learning it again."
        case Remembered(stability=stability, due_day=due, last_day=last):
            chance = retrievability(stability, day - last, settings.parameters)
            late = day - due
            since = f"{late} days ago" if late > 1 else "yesterday" if late == 1 else "today"
            return (
                f"It was due {since}; after {day - last} days the chance that you recall it is"
                f" about {chance:.0%}."
            )


def _sorted(
    candidates: Sequence[Candidate], now: datetime, day: int, settings: Settings
) -> tuple[list[Candidate], list[Candidate], list[Candidate]]:
    steps: list[tuple[datetime, str, Candidate]] = []
    due: list[tuple[float, int, Candidate]] = []
    new: list[Candidate] = []
    for one in candidates:
        card = one.card
        tie = seeded_number("queue", day, card.deck_id, card.question_id)
        match one.state:
            case New():
                new.append(one)
            case Learning(due_at=at) | Relearning(due_at=at):
                if at <= now:
                    steps.append((at, card.question_id, one))
            case Remembered(stability=stability, due_day=due_day, last_day=last):
                if due_day <= day:
                    chance = retrievability(stability, day - last, settings.parameters)
                    due.append((chance, tie, one))
    steps.sort(key=lambda entry: entry[:2])
    due.sort(key=lambda entry: entry[:2])
    return [one for *_, one in steps], [one for *_, one in due], _interleaved(new)


def interleaved(queues: Sequence[Sequence[Candidate]]) -> list[Candidate]:
    """Several decks' cards of today as one queue: each deck evenly over the whole, in its order.

    Mixing subjects helps to tell them apart (Sana and Yan 2022). Steps that have run out come
    first.
    """
    steps = [one for queue in queues for one in queue if not _is_whole_day(one.state)]
    rest = [[one for one in queue if _is_whole_day(one.state)] for queue in queues]
    placed = [
        ((place + 1) / (len(queue) + 1), number, one)
        for number, queue in enumerate(rest)
        for place, one in enumerate(queue)
    ]
    return steps + [one for *_, one in sorted(placed, key=lambda entry: entry[:2])]


def _is_whole_day(state: CardState) -> bool:
    return isinstance(state, New | Remembered)


def _interleaved(new: Sequence[Candidate]) -> list[Candidate]:
    """New cards deck by deck in turn, each deck in its own order."""
    by_deck: dict[str, list[Candidate]] = {}
    for one in new:
        by_deck.setdefault(one.card.deck_id, []).append(one)
    ordered: list[Candidate] = []
    for place in range(max(map(len, by_deck.values()), default=0)):
        ordered += [cards[place] for cards in by_deck.values() if place < len(cards)]
    return ordered


def _mixed(due: Sequence[Candidate], new: Sequence[Candidate]) -> list[Candidate]:
    """New cards at even distances among the due ones."""
    placed = [((place + 1) / (len(due) + 1), 0, one) for place, one in enumerate(due)]
    placed += [((place + 1) / (len(new) + 1), 1, one) for place, one in enumerate(new)]
    return [one for *_, one in sorted(placed, key=lambda entry: entry[:2])]


class Siblings:
    """Lets one question of each cited passage through a day."""

    def __init__(self, asked: Iterable[Candidate]):
        self._spans: dict[str, list[tuple[int, int, str]]] = {}
        for one in asked:
            self._note(one)

    def admit(self, one: Candidate) -> bool:
        """Whether no sibling was asked today; if so, this one counts as asked."""
        noted = self._spans.get(one.card.deck_id, ())
        for span in one.question.evidence:
            for start, end, question_id in noted:
                if question_id != one.question.id and start < span.end and span.start < end:
                    return False
        self._note(one)
        return True

    def _note(self, one: Candidate) -> None:
        spans = self._spans.setdefault(one.card.deck_id, [])
        spans += [(span.start, span.end, one.question.id) for span in one.question.evidence]
