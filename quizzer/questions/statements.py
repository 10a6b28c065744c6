"""Statements to call true or false, for what no question was found to ask.

A false one differs from the article in one name; the explanation gives the true words.
"""

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from quizzer.deck.model import Span, TruthAnswer
from quizzer.facts.model import AttributionFact
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.claims import claimant_of, is_no_claim
from quizzer.questions.clauses import breaks_off, clause_of
from quizzer.questions.distractors import Pools
from quizzer.questions.gazetteer import is_same_place, place_noun
from quizzer.questions.reading import Sentence
from quizzer.questions.transform import can_lead, lower_first
from quizzer.questions.wording import plain_marks, render, word_count
from quizzer.seeded import seeded_number

if TYPE_CHECKING:
    from spacy.tokens import Token

LARGEST_SHARE = 0.2
"""Of a deck: a statement can be guessed half the time, so they stay few."""

_LEAST_CONFIDENCE = 0.5


def write_statements(asked: list[Candidate], desk: Desk) -> list[Candidate]:
    """Statements for the attributions that none of `asked` is about."""
    found = []
    pools = Pools(desk)
    taken = sorted({other.fact for other in asked})
    starts = [span.start for span in taken]
    for fact in desk.reading.attributions:
        if fact.confidence < _LEAST_CONFIDENCE or fact.is_quote or is_no_claim(fact):
            continue
        if _overlaps(fact.content.span, taken, starts):
            continue
        sentence = desk.reading.sentence_at(fact.cue.span.start)
        if sentence is None or sentence.is_heading:
            continue
        statement = _statement(desk, pools, fact, sentence)
        if statement is not None:
            found.append(statement)
    found.sort(key=lambda candidate: (-candidate.weight, candidate.sentence))
    return found[: int(LARGEST_SHARE * len(asked))]


def _overlaps(span: Span, taken: list[Span], starts: list[int]) -> bool:
    """Whether `span` shares text with one of `taken`, which are in order of their `starts`."""
    last = bisect_left(starts, span.end)
    # What starts far before the span cannot reach it: a fact is shorter than this.
    first = bisect_left(starts, span.start - 2000)
    return any(other.overlaps(span) for other in taken[first:last])


def full_stop(statement: str) -> str:
    """The statement with one full stop at its end, inside a closing quotation mark."""
    text = statement.rstrip(".,")
    if text.endswith(('."', ',"')):
        text = text[:-2] + '"'
    return text[:-1] + '."' if text.endswith('"') else text + "."


def _statement(
    desk: Desk, pools: Pools, fact: AttributionFact, sentence: Sentence
) -> Candidate | None:
    verb = next((t for t in sentence.tokens_in(fact.cue.span) if t.pos_ == "VERB"), None)
    clause = clause_of(verb) if verb is not None else None
    if verb is None or clause is None or clause.is_negated or not clause.is_whole:
        return None
    content = {t.i for t in sentence.tokens_in(fact.content.span)}
    if not any(t.i in content and t.i > verb.i for t in clause.tokens):
        return None
    if claimant_of(desk, sentence, verb) != "":
        return None
    grounded = desk.grounding.ground(sentence, clause.tokens)
    before = clause.subject.left_edge.i
    if breaks_off(clause.tokens, set()) or not can_lead(
        [t for t in clause.tokens if t.i < before], grounded.swaps
    ):
        return None
    words = lower_first(list(clause.tokens), render(clause.tokens, grounded.swaps))
    lead = desk.lead(has_date=grounded.has_date)
    truth = plain_marks(f"{lead or ''}{words}")
    if grounded.problems:
        desk.refuse_for("attribution", truth, grounded.problems, fact.evidence)
        return None
    subject = {t.i for t in clause.subject.subtree}
    if not any(
        (t.ent_type_ and t.pos_ == "PROPN") or t.i in grounded.swaps
        for t in clause.tokens
        if t.i in subject
    ):
        return None  # "some experts say": nobody need remember that
    if not grounded.has_name or not 7 <= word_count(truth) <= 30:
        return None
    stem, value = _perhaps_false(desk, pools, clause.tokens, truth)
    stem = stem[0].upper() + stem[1:]
    truth = truth[0].upper() + truth[1:]
    return Candidate(
        kind="attribution",
        form="true or false",
        stem=f"True or false: {full_stop(stem)}",
        answer=TruthAnswer(value),
        key=str(value),
        evidence=(fact.evidence,),
        fact=fact.content.span,
        sentence=sentence.number,
        explanation=None if value else full_stop(truth),
        weight=0.5 * fact.confidence,
    )


def _perhaps_false(
    desk: Desk, pools: Pools, tokens: tuple["Token", ...], truth: str
) -> tuple[str, bool]:
    """The statement, or one with another name in it, by a throw that the seed decides."""
    if seeded_number(desk.seed, truth) % 2 == 0:
        return truth, True
    persons = [name for name in pools.people if " " in name]
    for name in persons:
        if re.search(rf"[A-Z][\w.]+ {re.escape(name)}", truth):
            continue  # with a title before it another name is seen to be wrong
        if truth.count(name) == 1 and not truth.count(name.rsplit(maxsplit=1)[-1]) > 1:
            others = [p for p in persons if p.rsplit(maxsplit=1)[-1] not in truth]
            if others:
                other = others[seeded_number(desk.seed, truth, "other") % min(3, len(others))]
                return truth.replace(name, other), False
    countries = pools.pools["country"]
    for token in tokens:
        if token.dep_ in {"compound", "nmod", "amod", "poss"}:
            continue  # a title or an adjective goes with one name only
        if place_noun(token.text) == "country" and truth.count(token.text) == 1:
            others = [c for c in countries if c not in truth and not is_same_place(c, token.text)]
            if others:
                return truth.replace(token.text, others[0]), False
    return truth, True
