"""Questions about who said, proposed, demanded or denied what."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizzer.deck.model import AllAnswer, TextAnswer
from quizzer.deck.model import Span as Stretch
from quizzer.facts.model import AttributionFact
from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.candidates import Candidate, Desk, opened
from quizzer.questions.grammar.clauses import Clause, clause_of
from quizzer.questions.grammar.shortening import core_of, first_of_several, without_own_lead
from quizzer.questions.grammar.soundness import breaks_off
from quizzer.questions.grammar.speech import NOMINAL, past, would_for_will
from quizzer.questions.grammar.that_clauses import TELLING, points, with_that
from quizzer.questions.grammar.transform import subject_question
from quizzer.questions.grammar.wording import close_quotes, plain_marks, word_count
from quizzer.questions.reading import Sentence
from quizzer.questions.said.claims import GRANTING, claimant_name, claimant_of, is_no_claim
from quizzer.questions.said.listed import first_of_the_list
from quizzer.questions.said.nominal_acts import act_noun, noun_questions
from quizzer.questions.said.quotations import best_quotations
from quizzer.questions.said.said_clauses import statement_question
from quizzer.questions.said.source_names import SourceName, reporting_verb, source_head
from quizzer.questions.said.speakers import speaker_of

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

LEAST_CONFIDENCE = 0.5
"""Below it nothing is asked: the source or the content is too often wrong."""

_FEWEST_WORDS = 5
_FEWEST_CONTENT = 3
_MANY_WORDS = 28
_ACT_WEIGHT = {
    "proposed": 1.5, "demanded": 1.4, "agreed": 1.4, "refused": 1.5, "denied": 1.4,
    "warned": 1.3, "promised": 1.3, "supported": 1.3, "said": 1.0,
}  # fmt: skip


def write_attributions(desk: Desk) -> list[Candidate]:
    """Who-questions for the attributions that are sure enough."""
    found: list[Candidate] = []
    for fact in desk.reading.attributions:
        if fact.confidence < LEAST_CONFIDENCE:
            continue
        source = speaker_of(desk, fact)
        sentence = desk.reading.sentence_at(fact.cue.span.start)
        if source is None or sentence is None or sentence.is_heading:
            desk.refuse("attribution", fact.content.text, "source", "unclear", fact.evidence)
            continue
        if _lies_in_another(desk, fact):
            candidate = _within_a_claim(desk, fact, source, sentence)
            if candidate is not None:
                found.append(candidate)
            continue
        quoted = _quoted(desk, fact, source)
        found.extend(quoted)
        if quoted:
            desk.asked_cues.add(fact.cue.span)
            continue
        listed = first_of_the_list(desk, fact, source, sentence)
        if listed is not None:
            candidate = _finish(desk, fact, source, sentence, *listed, "list")
        else:
            candidate = _by_clause(desk, fact, source, sentence)
        candidate = candidate or _by_statement(desk, fact, source)
        candidate = candidate or _by_noun(desk, fact, source, sentence)
        if candidate is not None:
            desk.asked_cues.add(fact.cue.span)
            found.append(candidate)
    return found


def _lies_in_another(desk: Desk, fact: AttributionFact) -> bool:
    """Whether the reporting words are themselves part of what somebody else says."""
    place = fact.cue.span.start
    is_noun = fact.source.span.end <= place and fact.cue.text.lower() in NOMINAL
    return desk.reading.is_quoted(place) or any(
        other is not fact
        and not (is_noun and other.act in GRANTING)
        and not is_no_claim(other)
        and other.confidence >= LEAST_CONFIDENCE
        for other in desk.reading.attributions_at(place)
    )


def _candidate(
    desk: Desk,
    fact: AttributionFact,
    source: SourceName,
    stem: str,
    form: str,
    sentence: Sentence,
) -> Candidate:
    return Candidate(
        kind="attribution",
        form="who",
        stem=stem,
        answer=AllAnswer(source.both) if source.both else TextAnswer(source.name),
        key=source.name,
        accept=source.accept,
        evidence=_evidence(desk, fact, source),
        fact=fact.content.span,
        sentence=sentence.number,
        pool=source.pool,
        weight=_ACT_WEIGHT.get(fact.act, 1.0)
        * (0.5 + fact.confidence / 2)
        * (0.8 if form == "quote" else 1.0),
    )


def _evidence(desk: Desk, fact: AttributionFact, source: SourceName) -> tuple[Stretch, ...]:
    """The fact's own sentences, and the one before that names the source where they do not."""
    sentence = desk.reading.sentence_at(fact.evidence.start)
    if sentence is None:
        return (fact.evidence,)
    spans = {fact.evidence}
    for name in source.both or (source.name,):
        if name.rsplit(maxsplit=1)[-1] not in fact.evidence.of(desk.reading.article.text):
            spans.update(s for s in desk.reading.naming(sentence, name) if s != sentence.span)
    return tuple(sorted(spans))


def _quoted(desk: Desk, fact: AttributionFact, source: SourceName) -> list[Candidate]:
    """`Who said: "..."?`, for whole sentences inside quotation marks."""
    found = []
    for quotation in best_quotations(desk, fact, source):
        of = f" of {quotation.about}" if quotation.about else ""
        question = f'{source.wh} said{of}: "{quotation.words}"'
        stem = desk.lead(question, has_date=False) + question
        stem = stem[0].upper() + stem[1:]
        made = _candidate(desk, fact, source, stem, "quote", quotation.sentence)
        own = quotation.sentence.span
        evidence = tuple(sorted({*made.evidence, own}))
        found.append(replace(made, fact=own, evidence=evidence))
    return found


def _by_clause(
    desk: Desk, fact: AttributionFact, source: SourceName, sentence: Sentence
) -> Candidate | None:
    """`Who proposed that ...?`: the reporting clause itself with "who" for its subject."""
    cue = reporting_verb(sentence, fact)
    if cue is None:
        return None
    clause = clause_of(cue)
    if clause is None or clause.is_negated:
        return None
    if not source.both and any(child.dep_ == "conj" for child in clause.subject.children):
        return None
    if not _speaks_there(clause, source_head(sentence, fact)):
        return None
    clause = _without_quoted_lead(clause)
    clause = core_of(desk, sentence, without_own_lead(clause), told=source.person)
    whole = desk.grounding.ground(sentence, clause.tokens, speaker=source.person, both=source.both)
    if whole.problems:
        clause = first_of_several(clause)
    content = set(t.i for t in sentence.tokens_in(fact.content.span))
    kept = {token.i for token in clause.tokens}
    opening = min((i for i in content if not sentence.parse.doc[i].is_punct), default=-1)
    if opening not in kept or opening < cue.i or len(content & kept) < _FEWEST_CONTENT:
        return None
    if any(token.i < clause.subject.left_edge.i and token.i in content for token in clause.tokens):
        return None
    inside = {t.i for t in clause.subject.subtree}
    rest = [t for t in clause.tokens if t.i not in inside]
    if breaks_off(clause.tokens, set()):
        return None
    if any(t.is_quote for t in rest if t.i < clause.subject.i):
        return None
    grounded = desk.grounding.ground(
        sentence,
        rest,
        speaker=source.person,
        asks_for_body=source.is_body,
        asks_for_several=source.may_be_they,
        both=source.both,
    )
    swaps = dict(grounded.swaps)
    if cue.lemma_ in TELLING and not any(
        c.dep_ in {"ccomp", "xcomp", "prep"} and c.i > cue.i for c in cue.children
    ):
        return None
    complement = next((c for c in cue.children if c.dep_ == "ccomp" and c.i > cue.i), None)
    if complement is not None and points(desk, complement):
        return None
    swaps.update(_in_the_past(cue, clause))
    if complement is not None and complement in rest:
        swaps.update(with_that(cue, complement, rest, swaps))
    is_singular = not source.is_plural
    stem = subject_question(clause, source.wh, swaps, is_singular=is_singular)
    if stem is not None and word_count(stem) > _MANY_WORDS:
        shorter = core_of(desk, sentence, first_of_several(clause), told=source.person)
        stem = subject_question(shorter, source.wh, swaps, is_singular=is_singular)
    if stem is None:
        return None
    return _finish(desk, fact, source, sentence, grounded, stem, "clause")


def _speaks_there(clause: Clause, head: "Token | None") -> bool:
    """Whether the source is the subject of the clause, or the name that stands beside it: "one
    of the lawyers, Nils Holm, said"."""
    subject = clause.subject
    if head is None or head == subject:
        return head is not None
    return (
        head.dep_ == "appos"
        and head.head == subject
        and head.ent_type_ == "PERSON"
        and (subject.tag_ == "NN" or subject.lower_ == "one")
    )


def _without_quoted_lead(clause: Clause) -> Clause:
    """The clause without an opening phrase that holds quotation marks: 'On "Good Day", Holm'."""
    lead = [t for t in clause.tokens if t.i < clause.subject.left_edge.i]
    if sum(t.is_quote for t in lead) != _A_PAIR or any(t.ent_type_ == "DATE" for t in lead):
        return clause
    tops = [t for t in lead if t.head == clause.verb and not t.is_punct]
    if [t.dep_ for t in tops] != ["prep"]:
        return clause
    return replace(clause, tokens=clause.tokens[len(lead) :])


_A_PAIR = 2


def _in_the_past(cue: "Token", clause: Clause) -> dict[int, str]:
    """The reporting verb as something done: `says` and `is saying` become `said`."""
    if cue == clause.finite:
        if cue.tag_ == "VBD":
            return {cue.i: cue.text}
        later = would_for_will(cue)
        return {} if later is None else {cue.i: past(cue.lemma_), **later}
    later = would_for_will(cue)
    if [a.lower_ for a in clause.auxiliaries] in (["is"], ["'s"], ["’s"], ["are"]) and (
        cue.tag_ == "VBG" and later is not None
    ):
        return {**later, cue.i: past(cue.lemma_), clause.auxiliaries[0].i: " "}
    return {}


def _by_statement(desk: Desk, fact: AttributionFact, source: SourceName) -> Candidate | None:
    """`Who said that ...?`, for "..., she said" and "according to"."""
    found = statement_question(desk, fact, source)
    if found is None:
        return None
    sentence, grounded, question = found
    return _finish(desk, fact, source, sentence, grounded, question, "statement")


def _by_noun(
    desk: Desk, fact: AttributionFact, source: SourceName, sentence: Sentence, claimant: str = ""
) -> Candidate | None:
    """`Who made the proposal to ...?`, where the act is a noun: somebody's proposal to do it."""
    told = claimant_name(desk, claimant)
    ways = noun_questions(desk, fact, source, sentence, told, is_claimed=bool(claimant))
    sound = next((way for way in ways if not way[0].problems), None)
    if sound is None and not ways:
        return None
    grounded, question = sound or ways[0]
    return _finish(desk, fact, source, sentence, grounded, question, "noun", claimant)


def _within_a_claim(
    desk: Desk, fact: AttributionFact, source: SourceName, sentence: Sentence
) -> Candidate | None:
    """What is said inside what another says: only with that other in front of the question."""
    noun = act_noun(sentence, fact)
    claimant = None if noun is None else claimant_of(desk, sentence, noun)
    if claimant and not any(name in claimant for name in (source.name, *source.accept)):
        return _by_noun(desk, fact, source, sentence, claimant)
    desk.refuse("attribution", fact.content.text, "F7", "a claim in a claim", fact.evidence)
    return None


def _finish(
    desk: Desk,
    fact: AttributionFact,
    source: SourceName,
    sentence: Sentence,
    grounded: Grounded,
    question: str,
    form: str,
    claimant: str = "",
) -> Candidate | None:
    question = close_quotes(plain_marks(question))
    question = plain_marks(re.sub(r"([.!])(\"|”)$", r"\2", question))
    event = desk.grounding.event
    is_dated = grounded.is_dated and (
        _tells_when(desk, fact, sentence) or (event is not None and event.dates(question))
    )
    stem = opened(desk.opening(claimant, question, has_date=is_dated), question)
    if grounded.problems:
        desk.refuse_for("attribution", stem, grounded.problems, fact.evidence)
        return None
    if word_count(question) < _FEWEST_WORDS:
        return None
    return _candidate(desk, fact, source, stem, form, sentence)


def _tells_when(desk: Desk, fact: AttributionFact, sentence: Sentence) -> bool:
    """Whether a date stands outside what was said, or tells of the months around it."""
    published = desk.reading.article.published
    for date in desk.reading.dates_in(sentence.span):
        inside = fact.content.span.start <= date.span.start < fact.content.span.end
        if not inside:
            return True
        if published is not None and date.value.startswith(str(published)[:7]):
            return True
    return published is None
