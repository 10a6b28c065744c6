"""Questions about how many, how much, and how long."""

from decimal import Decimal
from typing import TYPE_CHECKING

from quizzer.deck.model import BLANK, NumberAnswer
from quizzer.facts.model import FigureFact
from quizzer.questions.candidates import Candidate, Desk, opened
from quizzer.questions.claims import claimant_of
from quizzer.questions.clauses import VERBAL, Clause, clause_of
from quizzer.questions.reading import Sentence
from quizzer.questions.transform import fronted_question, lower_first, subject_question
from quizzer.questions.wording import plain_marks, render, word_count

if TYPE_CHECKING:
    from spacy.tokens import Token

_HEDGES = {
    "about": "about", "around": "about", "roughly": "about", "approximately": "about",
    "nearly": "nearly", "almost": "almost", "more than": "more than", "over": "more than",
    "less than": "less than", "fewer than": "fewer than", "at least": "at least",
    "up to": "up to", "under": "less than", "some": "about", "as many as": "as many as",
    "at most": "at most", "just over": "just over", "just under": "just under",
}  # fmt: skip


def write_figures(desk: Desk) -> list[Candidate]:
    """`How many ...?` where the number counts a noun of a clause; else a gap in the clause."""
    found = []
    for fact in desk.reading.figures:
        candidate = _ask(desk, fact)
        if candidate is not None:
            found.append(candidate)
    return found


def _ask(desk: Desk, fact: FigureFact) -> Candidate | None:
    sentence = desk.reading.sentence_at(fact.span.start)
    if sentence is None or sentence.is_heading or fact.upper is not None or fact.ordinal:
        return None
    if fact.confidence < 0.6 or fact.value in {Decimal(0), Decimal(1)}:
        return None
    words = [t for t in sentence.tokens_in(fact.span) if t.like_num or t.pos_ == "NUM"]
    if not words or words[0].i == 0 or words[0].nbor(-1).lower_ in {"last", "past", "next"}:
        return None
    if words[0].dep_ == "appos" or words[0].head.ent_type_ == "PERSON":
        return None
    verb = governing_verb(words[-1])
    clause = clause_of(verb) if verb is not None else None
    if (
        verb is None
        or clause is None
        or not clause.is_whole
        or any(t not in clause.tokens for t in words)
    ):
        return None
    claimant = claimant_of(desk, sentence, verb)
    asked = None
    if any(t.lower_ == "never" or t.dep_ == "neg" for t in clause.tokens):
        return None
    if claimant is not None:
        asked = _how_many(desk, fact, sentence, clause, words, claimant)
    if asked is None:
        whole = reporting_clause(desk, sentence, verb)
        if whole is not None and all(t in whole.tokens for t in words):
            asked = _gap(desk, fact, sentence, whole, words, "")
        elif claimant is not None:
            asked = _gap(desk, fact, sentence, clause, words, claimant)
    return asked


def reporting_clause(desk: Desk, sentence: Sentence, verb: "Token") -> Clause | None:
    """The clause that reports what `verb` says, so that the claim keeps its claimant."""
    for above in verb.ancestors:
        place = sentence.place(above)
        if above.pos_ in VERBAL and any(
            fact.cue.span.start <= place < fact.cue.span.end
            for fact in desk.reading.cues_in(sentence.number)
        ):
            clause = clause_of(above)
            if clause is not None and clause.is_whole and claimant_of(desk, sentence, above) == "":
                return clause
    return None


def governing_verb(token: "Token") -> "Token | None":
    """The nearest verb above the token that has a clause of its own."""
    for above in token.ancestors:
        if above.pos_ in VERBAL and clause_of(above) is not None:
            return above
    return None


def _answer(fact: FigureFact) -> NumberAnswer:
    return NumberAnswer(fact.value, fact.unit)


def _how_many(
    desk: Desk, fact: FigureFact, sentence: Sentence, clause: Clause,
    words: list["Token"], claimant: str,
) -> Candidate | None:  # fmt: skip
    number = words[0]
    noun = next((t for t in words if t.dep_ == "nummod"), number)
    noun = noun.head if noun.dep_ == "nummod" else None  # type: ignore[assignment]
    if noun is None or noun.pos_ != "NOUN" or noun.tag_ != "NNS" or "-" in fact.text:
        return None
    if any(t.text in {"$", "€", "£", "%", "percent"} for t in words) or fact.unit == "percent":
        return None
    chunk = [t for t in noun.subtree if t in clause.tokens]
    inside = {t.i for t in words}
    hedge = [
        t for t in chunk
        if t.i < noun.i and t.i not in inside and t.lower_ in {
            "about", "around", "roughly", "approximately", "nearly", "almost", "more", "than",
            "over", "less", "fewer", "at", "least", "up", "to", "some", "as", "many", "just",
            "under", "only", "most",
        }
    ]  # fmt: skip
    blurred = _HEDGES.get((fact.hedge or "").lower().strip())
    if fact.hedge and blurred is None:
        return None
    rest = [t for t in chunk if t.i not in inside and t not in hedge]
    if rest and rest[0].dep_ in {"det", "poss"} and rest[0].i < noun.i:
        return None
    wh_noun = render(rest, {})
    grounded = desk.grounding.ground(
        sentence, [t for t in clause.tokens if t.i not in inside and t not in hedge]
    )
    wh_noun = render(rest, grounded.swaps)
    wh = f"{blurred + ' ' if blurred else ''}how many {wh_noun}"
    head = noun.head
    chunk_ids = {t.i for t in chunk}
    if noun == clause.subject:
        question = subject_question(clause, wh, grounded.swaps, is_singular=False)
    elif noun.head == clause.verb and noun.dep_ in {"dobj", "attr"}:
        question = fronted_question(clause, wh, chunk, grounded.swaps)
    elif head.dep_ == "prep" and head.head == clause.verb and noun.dep_ == "pobj":
        question = fronted_question(clause, f"{head.lower_} {wh}", [head, *chunk], grounded.swaps)
        chunk_ids.add(head.i)
    else:
        return None
    if question is None:
        return None
    return _finish(
        desk,
        fact,
        sentence,
        grounded.problems,
        claimant,
        question,
        grounded.has_date,
        grounded.has_name,
    )


def _gap(
    desk: Desk, fact: FigureFact, sentence: Sentence, clause: Clause,
    words: list["Token"], claimant: str,
) -> Candidate | None:  # fmt: skip
    grounded = desk.grounding.ground(sentence, clause.tokens)
    if any(t.i in grounded.swaps for t in words):
        return None
    number = next((t for t in words if t.like_num), None)
    if number is None:
        return None
    numbers = [t for t in words if t.like_num]
    swaps = {**grounded.swaps, **{t.i: "" for t in numbers}, number.i: BLANK}
    statement = lower_first(list(clause.tokens), render(clause.tokens, swaps))
    if BLANK not in statement:
        return None
    if word_count(statement) < 6:
        return None
    lead = desk.lead(has_date=grounded.has_date)
    text = (lead[0].lower() + lead[1:] if claimant else lead) if lead else ""
    stem = f"{claimant}{text}{statement}"
    stem = plain_marks(stem[0].upper() + stem[1:] + ".")
    if grounded.problems:
        desk.refuse_for("figure", stem, grounded.problems, fact.evidence)
        return None
    if not grounded.has_name:
        return None
    return Candidate(
        kind="figure", form="gap", stem=stem, answer=_answer(fact), key=str(fact.value),
        evidence=(fact.evidence,), fact=fact.span, sentence=sentence.number, pool="number",
        weight=0.7, rounded=bool(fact.hedge),
    )  # fmt: skip


def _finish(
    desk: Desk, fact: FigureFact, sentence: Sentence, problems: list[str],
    claimant: str, question: str, has_date: bool, has_name: bool,
) -> Candidate | None:  # fmt: skip
    lead = claimant or desk.lead(has_date=has_date)
    stem = plain_marks(opened(lead, question))
    if problems:
        desk.refuse_for("figure", stem, problems, fact.evidence)
        return None
    if not (has_name or claimant):
        return None
    return Candidate(
        kind="figure", form="how many", stem=stem, answer=_answer(fact), key=str(fact.value),
        evidence=(fact.evidence,), fact=fact.span, sentence=sentence.number, pool="number",
        weight=1.3, rounded=bool(fact.hedge),
    )  # fmt: skip
