"""Questions about who did something: a clause with "who" or "which country" for its subject."""

from typing import TYPE_CHECKING

from quizzer.deck.model import Span as Stretch
from quizzer.deck.model import TextAnswer
from quizzer.questions.candidates import Candidate, Desk, opened
from quizzer.questions.claims import claimant_of
from quizzer.questions.clauses import VERBAL, Clause, clause_of
from quizzer.questions.people import clean_name
from quizzer.questions.reading import Sentence
from quizzer.questions.sources import accepted_forms
from quizzer.questions.transform import subject_question
from quizzer.questions.wording import plain_marks, word_count

if TYPE_CHECKING:
    from spacy.tokens import Token


def write_deeds(desk: Desk) -> list[Candidate]:
    """One question for each clause of the article's own voice that a named person acts in."""
    found = []
    for sentence in desk.reading.sentences:
        if sentence.is_heading:
            continue
        for token in sentence.parse:
            if token.pos_ in VERBAL and (token.dep_ in {"ROOT"} or token.dep_ == "conj"):
                candidate = _deed(desk, sentence, token)
                if candidate is not None:
                    found.append(candidate)
    return found


def _deed(desk: Desk, sentence: Sentence, verb: "Token") -> Candidate | None:
    clause = clause_of(verb)
    if clause is None or clause.is_negated or clause.subject.ent_type_ != "PERSON":
        return None
    name = _subject_name(desk, clause)
    if name is None or len(clause.tokens) < 6:
        return None
    if any(
        fact.cue.span.start <= sentence.place(verb) < fact.cue.span.end
        for fact in desk.reading.cues_in(sentence.number)
    ):
        return None
    claimant = claimant_of(desk, sentence, verb)
    if claimant is None:
        return None
    inside = {t.i for t in clause.subject.subtree}
    rest = [t for t in clause.tokens if t.i not in inside]
    grounded = desk.grounding.ground(sentence, rest, speaker=name)
    question = subject_question(clause, "who", grounded.swaps)
    if question is None:
        return None
    stem = plain_marks(opened(claimant or desk.lead(has_date=grounded.has_date), question))
    if grounded.problems:
        desk.refuse_for("event", stem, grounded.problems, sentence.span)
        return None
    if word_count(question) < 7 or not grounded.has_name:
        return None
    start = sentence.place(verb)
    return Candidate(
        kind="event", form="who", stem=stem, answer=TextAnswer(name), key=name,
        accept=accepted_forms(desk, name), evidence=(sentence.span,),
        fact=Stretch(start, start + len(verb)), sentence=sentence.number, pool="person", weight=1.1,
    )  # fmt: skip


def _subject_name(desk: Desk, clause: Clause) -> str | None:
    subject = clause.subject
    if any(c.dep_ in {"conj", "poss"} for c in subject.children):
        return None
    for entity in subject.sent.ents:
        if entity.start <= subject.i < entity.end and entity.label_ == "PERSON":
            name = desk.people.name(clean_name(entity.text))
            return name if name is not None and " " in name else None
    return None
