"""How a card is asked, and what an answer is worth, as memory grows."""

from quizzer.deck.model import Question, TruthAnswer
from quizzer.memory.model import CardState, Learning, New, Rating, Relearning, Remembered
from quizzer.memory.settings import Settings
from quizzer.quiz.model import Mode
from quizzer.quiz.options import fits


def mode_of(question: Question, state: CardState, settings: Settings) -> Mode:
    """Choosing while a card is new or was just forgotten, typing once it is known.

    Recall makes memory last longer than recognition (Rowland 2014), but a first meeting with
    nothing to recall is only a failure. A key too long to type is recalled in mind and compared.
    """
    if isinstance(question.answer, TruthAnswer):
        return Mode.CHOICE
    recall = Mode.TYPE if fits(question, Mode.TYPE) else Mode.FLIP
    match state:
        case New() | Learning() | Relearning():
            return Mode.CHOICE if question.distractors else recall
        case Remembered(stability=stability):
            if question.distractors and stability < settings.typed_from:
                return Mode.CHOICE
            return recall


def rating_of(*, is_right: bool, needed_help: bool, is_easy: bool) -> Rating:
    """The rating that an answer stands for.

    Whatever was not right is Again. Hard is for an answer that was recalled with a hint or at
    the second try, Easy only for what the learner calls so. Time is never part of it.
    """
    if not is_right:
        return Rating.AGAIN
    if needed_help:
        return Rating.HARD
    return Rating.EASY if is_easy else Rating.GOOD
