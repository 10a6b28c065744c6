"""Further angles of a clause: whose it is, what did it, with what score."""

from quizzer.questions.asked import Asked
from quizzer.questions.candidates import Desk
from quizzer.questions.clauses import Clause
from quizzer.questions.doers import doers_of
from quizzer.questions.owners import owners_of
from quizzer.questions.reading import Sentence
from quizzer.questions.scores import scores_of
from quizzer.questions.things import things_of


def angles_of(desk: Desk, sentence: Sentence, clause: Clause, claimant: str) -> list[Asked]:
    """Whatever can be asked for beside the plain parts of the clause."""
    return [
        *owners_of(desk, sentence, clause, claimant),
        *doers_of(clause),
        *things_of(clause),
        *scores_of(clause),
    ]
