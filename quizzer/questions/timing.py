"""Questions about when something happened."""

from typing import TYPE_CHECKING

from quizzer.deck.model import DateAnswer
from quizzer.facts.model import DateFact
from quizzer.questions.asides import VERBAL
from quizzer.questions.calendar_words import exact_date
from quizzer.questions.candidates import Candidate, Desk, opened
from quizzer.questions.claims import claimant_name, claimant_of
from quizzer.questions.clauses import clause_of
from quizzer.questions.shortening import core_of
from quizzer.questions.soundness import breaks_off, is_hypothetical
from quizzer.questions.transform import fronted_question
from quizzer.questions.wording import plain_marks, word_count

if TYPE_CHECKING:
    from quizzer.facts.parse import Token


def write_dates(desk: Desk) -> list[Candidate]:
    """`On what date did ...?`, `In what month ...?` and `In what year ...?`."""
    found = []
    for fact in desk.reading.dates:
        candidate = _when(desk, fact)
        if candidate is not None:
            found.append(candidate)
    return found


def _when(desk: Desk, fact: DateFact) -> Candidate | None:
    date = exact_date(fact.value)
    sentence = desk.reading.sentence_at(fact.span.start)
    if date is None or sentence is None or sentence.is_heading or fact.confidence < 0.8:
        return None
    if "T" in fact.value:
        return None
    if desk.reading.is_quoted(fact.span.start):
        return None
    words = sentence.tokens_in(fact.span)
    if fact.confidence < 1 and not any(t.tag_ in {"VBD", "VBN"} for t in sentence.tokens):
        return None  # a weekday to come is not told from one gone by
    phrase = adverbial_of(words)
    if phrase is None:
        return None
    verb, tokens = phrase
    if verb.dep_ not in {"ROOT", "conj", "ccomp", "advcl"} or is_hypothetical(verb):
        return None
    clause = clause_of(verb)
    if clause is None or clause.is_negated or not clause.is_whole:
        return None
    if any(
        cue.cue.span.start <= sentence.place(verb) < cue.cue.span.end
        and cue.content.span.end <= sentence.place(verb)
        for cue in desk.reading.cues_in(sentence.number)
    ):
        return None
    gone = {t.i for t in tokens}
    if breaks_off(clause.tokens, set()):
        return None
    if not gone <= {t.i for t in clause.tokens}:
        return None
    claimant = claimant_of(desk, sentence, verb)
    if claimant is None:
        return None
    core = core_of(desk, sentence, clause, told=claimant_name(desk, claimant))
    clause = core if gone <= {t.i for t in core.tokens} else clause
    wh = "on what date" if date.day else "in what month" if date.month else "in what year"
    if tokens[0].lower_ in {"since", "until"}:
        unit = "date" if date.day else "month" if date.month else "year"
        wh = f"{tokens[0].lower_} what {unit}"
    kept = [t for t in clause.tokens if t.i not in gone]
    grounded = desk.grounding.ground(sentence, kept, told=claimant_name(desk, claimant))
    question = fronted_question(clause, wh, tokens, grounded.swaps)
    if question is None:
        return None
    stem = plain_marks(opened(claimant, question))
    if grounded.problems:
        desk.refuse_for("date", stem, grounded.problems, fact.evidence)
        return None
    if word_count(question) < 6 or not grounded.has_name or grounded.has_date:
        return None
    return Candidate(
        kind="date",
        form="when",
        stem=stem,
        answer=DateAnswer(date),
        key=str(date),
        evidence=(fact.evidence,),
        fact=fact.span,
        sentence=sentence.number,
        pool="date",
        weight=1.2 * fact.confidence,
    )


def adverbial_of(words: "list[Token]") -> "tuple[Token, list[Token]] | None":
    """The verb that the date says the time of, and the words to take out; None where it is
    the time of a noun or something else than a point in time ("since", "until")."""
    if not words:
        return None
    inside = {t.i for t in words}
    tops = [t for t in words if t.head.i not in inside]
    if len(tops) != 1:
        return None
    top = tops[0]
    if top.head.lower_ == "time" and any(c.lower_ == "local" for c in top.head.children):
        top = top.head  # "on March 18 local time"
    head = top.head
    if top.dep_ == "pobj" and head.lower_ in {"on", "in", "since", "until"} and head.dep_ == "prep":
        governor = head.head
        if governor.pos_ == "NOUN" and governor.dep_ in {"dobj", "attr"}:
            # "had a call on 18 March": the day of the call is the day of the deed.
            governor = governor.head
        if governor.pos_ not in VERBAL:
            return None
        return governor, list(head.subtree)
    if top.dep_ == "npadvmod" and head.pos_ in VERBAL:
        before = words[0].nbor(-1) if words[0].i > 0 else None
        if before is not None and before.pos_ == "NOUN" and words[0].i < head.i:
            return None  # "after the death Tuesday": the day of the noun
        return head, [t for t in top.subtree]
    return None
