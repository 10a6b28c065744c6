"""Questions about where something happened."""

from typing import TYPE_CHECKING

from quizzer.deck.model import TextAnswer
from quizzer.questions.candidates import Candidate, Desk, opened
from quizzer.questions.claims import claimant_of
from quizzer.questions.clauses import VERBAL, clause_of
from quizzer.questions.reading import Sentence
from quizzer.questions.transform import fronted_question
from quizzer.questions.wording import plain_marks, word_count

if TYPE_CHECKING:
    from spacy.tokens import Span

_PLACES = frozenset({"GPE", "LOC", "FAC"})


def write_places(desk: Desk) -> list[Candidate]:
    """`Where did ...?`, for a place that the verb of a clause has by "in" or "at"."""
    found = []
    for sentence in desk.reading.sentences:
        if sentence.is_heading:
            continue
        for entity in sentence.parse.ents:
            if entity.label_ in _PLACES:
                candidate = _where(desk, sentence, entity)
                if candidate is not None:
                    found.append(candidate)
    return found


def _where(desk: Desk, sentence: Sentence, entity: "Span") -> Candidate | None:
    top = entity.root
    preposition = top.head
    if top.dep_ != "pobj" or preposition.lower_ not in {"in", "at"} or preposition.dep_ != "prep":
        return None
    verb = preposition.head
    if verb.pos_ not in VERBAL:
        return None
    clause = clause_of(verb)
    if clause is None or clause.is_negated or verb.lemma_ == "be":
        return None
    answer = [t for t in preposition.subtree if t in clause.tokens]
    claimant = claimant_of(desk, sentence, verb)
    if claimant is None or len(answer) > 7:
        return None
    gone = {t.i for t in answer}
    kept = [t for t in clause.tokens if t.i not in gone]
    grounded = desk.grounding.ground(sentence, kept)
    question = fronted_question(clause, "where", answer, grounded.swaps)
    if question is None:
        return None
    stem = plain_marks(opened(claimant or desk.lead(has_date=grounded.has_date), question))
    name = entity.text.strip()
    stretch = sentence.span
    if grounded.problems:
        desk.refuse_for("place", stem, grounded.problems, stretch)
        return None
    if word_count(question) < 7 or not grounded.has_name:
        return None
    start = sentence.place(entity[0])
    return Candidate(
        kind="place", form="where", stem=stem, answer=TextAnswer(name), key=name,
        evidence=(stretch,), fact=type(stretch)(start, start + len(entity.text)),
        sentence=sentence.number, pool=f"place {entity.label_}", weight=1.0,
    )  # fmt: skip
