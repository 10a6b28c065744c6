"""Further angles of a clause: whose it is, what did it, with what score."""

from quizzer.questions.candidates import Desk
from quizzer.questions.done.asked import Asked
from quizzer.questions.done.doers import doers_of
from quizzer.questions.done.owners import owners_of
from quizzer.questions.done.scores import scores_of
from quizzer.questions.done.things import things_of
from quizzer.questions.grammar.clauses import Clause
from quizzer.questions.reading import Sentence


def angles_of(desk: Desk, sentence: Sentence, clause: Clause, claimant: str) -> list[Asked]:
    """Whatever can be asked for beside the plain parts of the clause."""
    return [
        *owners_of(desk, sentence, clause, claimant),
        *doers_of(clause),
        *things_of(clause),
        *scores_of(clause),
    ]
