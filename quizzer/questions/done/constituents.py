"""Questions about the parts of a clause: who did it, what was done, to whom, where.

Only clauses that the article itself states, or that a named source states, are asked about;
the source then opens the stem.
"""

from typing import TYPE_CHECKING

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import BLANK, AllAnswer, DateAnswer, TextAnswer
from quizzer.deck.model import Span as Stretch
from quizzer.questions.candidates import Candidate, Desk, opened
from quizzer.questions.done.angles import angles_of
from quizzer.questions.done.asked import Asked
from quizzer.questions.done.name_gaps import NameGap, name_gaps
from quizzer.questions.done.named_parts import named_noun
from quizzer.questions.done.parts import parts_of
from quizzer.questions.done.tolls import as_counted
from quizzer.questions.grammar.asides import VERBAL
from quizzer.questions.grammar.clauses import Clause, clause_of, relative_clause_of
from quizzer.questions.grammar.shortening import core_of
from quizzer.questions.grammar.soundness import (
    breaks_off,
    is_asserted,
    is_cleanly_cut,
    is_hypothetical,
    is_misread,
    is_torn,
)
from quizzer.questions.grammar.transform import fronted_question, lower_first, subject_question
from quizzer.questions.grammar.wording import close_quotes, plain_marks, render, word_count
from quizzer.questions.names.entities import as_key
from quizzer.questions.reading import Sentence
from quizzer.questions.said.claims import claimant_name, claimant_of, without_claimant
from quizzer.questions.several.statements import full_stop

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_NEGATIVE = frozenset("never no nobody none neither nor".split())
_FEWEST_WORDS = 7


def write_constituents(desk: Desk) -> list[Candidate]:
    """For every clause that can be trusted, the parts worth asking for."""
    found: list[Candidate] = []
    for sentence in desk.reading.sentences:
        if sentence.is_heading or sentence.text.rstrip().endswith(("?", ":")):
            continue
        for token in sentence.tokens:
            if token.pos_ not in VERBAL:
                continue
            if token.dep_ in {"ROOT", "conj", "ccomp"} or (
                token.dep_ == "advcl"
                and _is_told_as_fact(token)
                and not desk.reading.dates_in(sentence.span)
            ):
                found.extend(_of_clause(desk, sentence, token))
            elif token.dep_ == "relcl":
                candidate = _of_relative(desk, sentence, token)
                if candidate is not None:
                    found.append(candidate)
    return found


_FACTUAL = frozenset("while although though because after whereas since".split())


def _is_told_as_fact(verb: "Token") -> bool:
    """Whether a subordinate clause says what happened, as after "while", not what may, as "if"."""
    mark = next((child for child in verb.children if child.dep_ in {"mark", "prep"}), None)
    return (
        mark is not None and mark.lower_ in _FACTUAL and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"}
    )


def _of_relative(desk: Desk, sentence: Sentence, verb: "Token") -> Candidate | None:
    """`Who has pledged ...?` from "X, who has pledged ...": the person is the one before "who"."""
    who = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if who is None or who.lower_ != "who" or verb.head.pos_ != "PROPN":
        return None
    claimant = claimant_of(desk, sentence, verb)
    if claimant is None:
        return None
    named = named_noun(desk, verb.head, claimant, within_phrase=True)
    if named is None or named[1] != "who":
        return None
    clause = relative_clause_of(verb)
    if clause is None or clause.is_negated or len(clause.tokens) < 6:
        return None
    is_plural = clause.finite.tag_ == "VBP" or clause.finite.lower_ == "were"
    if is_plural or (verb.head.dep_ == "conj" and clause.finite.tag_ != "VBZ"):
        return None  # "A and B, who were there": both were
    if breaks_off(clause.tokens, set()):
        return None
    asked = Asked((who,), "who", named[0], "person", "event", "relative", True, named[3], 1.0)
    return _ask(desk, sentence, clause, asked, claimant)


def _of_clause(desk: Desk, sentence: Sentence, verb: "Token") -> list[Candidate]:
    clause = clause_of(verb)
    if (
        clause is None
        or clause.is_negated
        or not clause.is_whole
        or not 5 <= len(clause.tokens) <= 45
    ):
        return []
    if is_torn(clause) or not is_asserted(verb, desk.reading.cue_over(sentence, verb)):
        return []
    if breaks_off(clause.tokens, set()) or any(t.lower_ in _NEGATIVE for t in clause.tokens):
        return []
    if is_hypothetical(verb):
        return []
    claimant = claimant_of(desk, sentence, verb)
    if claimant == "" and clause.finite.lower_ in {"would", "'d", "could", "might"}:
        return []  # on a condition that the stem would not name
    if desk.reading.is_quoted(sentence.place(verb)):
        return []  # spoken words are better asked as said
    reports = [
        fact for fact in desk.reading.cues_in(sentence.number)
        if fact.cue.span.start <= sentence.place(verb) < fact.cue.span.end
    ]  # fmt: skip
    if not claimant and any(fact.cue.span in desk.asked_cues for fact in reports):
        return []  # the writer of attributions asks for it
    if claimant is None or (verb.dep_ == "ccomp" and not claimant):
        return []
    if verb.dep_ == "conj" and not claimant and _top(verb).dep_ != "ROOT":
        return []
    if claimant:
        clause = without_claimant(desk, sentence, clause)
    clause = core_of(desk, sentence, clause, told=claimant_name(desk, claimant))
    if is_misread(clause):
        return []
    found = []
    parts = parts_of(desk, sentence, clause, claimant)
    is_clean = is_cleanly_cut(clause)
    if is_clean:
        parts += angles_of(desk, sentence, clause, claimant)
    # Who said it is for the writer of attributions alone to ask.
    says = bool(reports) and any(c.dep_ == "ccomp" for c in verb.children)
    for asked in parts:
        if says and asked.is_subject and not claimant:
            continue
        candidate = _ask(desk, sentence, clause, asked, claimant)
        if candidate is not None:
            found.append(candidate)
    if not is_clean:
        return found
    asked_for = [c.fact for c in found]
    acts = [fact.cue.span for fact in desk.reading.cues_in(sentence.number)
            if fact.cue.span in desk.asked_cues]  # fmt: skip
    in_place = 0
    for gap in name_gaps(desk, sentence, clause, claimant, claimant_name(desk, claimant)):
        if in_place and not gap.is_question:
            break  # a gap is for the clauses that no wh-phrase fits, and one is enough
        owned = sentence.place(gap.words[-1].head)
        if any(span.start <= owned < span.end for span in acts):
            continue  # whose proposal it was is asked already
        candidate = _with_gap(desk, sentence, clause, gap, claimant)
        if candidate is not None and not any(
            f.start <= candidate.fact.start and candidate.fact.end <= f.end for f in asked_for
        ):
            found.append(candidate)
            in_place += gap.is_question
            if not gap.is_question:
                break
    return found


def _with_gap(
    desk: Desk, sentence: Sentence, clause: Clause, gap: NameGap, claimant: str
) -> Candidate | None:
    lead = desk.opening(claimant, gap.statement, has_date=gap.grounded.is_dated)
    lead = (not claimant and as_counted(desk, sentence, clause.tokens, gap.statement)) or lead
    stem = plain_marks(f"{lead}{gap.statement}")
    stem = opened("", stem) if gap.is_question else full_stop(stem[0].upper() + stem[1:])
    if gap.grounded.problems:
        desk.refuse_for("event", stem, gap.grounded.problems, sentence.span)
        return None
    if not (gap.grounded.has_name or claimant) or stem.startswith(BLANK):
        return None
    evidence = desk.reading.naming(sentence, gap.key) if gap.pool == "person" else (sentence.span,)
    first, last = gap.words[0], gap.words[-1]
    is_year = gap.pool == "date"
    is_body = gap.is_question and not is_year and gap.pool != "person"
    key = as_key(gap.key) if is_body else gap.key
    return Candidate(
        kind="date" if is_year else "event", form="in place" if gap.is_question else "name gap",
        stem=stem, key=key,
        answer=DateAnswer(PartialDate(int(key))) if is_year else TextAnswer(key),
        accept=tuple(form for form in gap.accept if form != key),
        evidence=evidence, sentence=sentence.number, pool=gap.pool,
        fact=Stretch(sentence.place(first), sentence.place(last) + len(last)), weight=0.6,
    )  # fmt: skip


def _top(verb: "Token") -> "Token":
    while verb.dep_ == "conj":
        verb = verb.head
    return verb


def _ask(
    desk: Desk, sentence: Sentence, clause: Clause, asked: Asked, claimant: str
) -> Candidate | None:
    kept = [t for t in clause.tokens if t.i not in asked.gone]
    grounded = desk.grounding.ground(
        sentence,
        kept,
        speaker=asked.key if asked.pool == "person" else None,
        asks_for_body=asked.is_subject and asked.wh.startswith("which"),
        told=claimant_name(desk, claimant),
        both=asked.both,
    )
    key = asked.key
    problems = list(grounded.problems)
    if not key:
        words = asked.key_tokens
        answer = desk.grounding.ground(sentence, words)
        problems += answer.problems
        key = close_quotes(plain_marks(lower_first(list(words), render(words, answer.swaps))))
    if key.split()[0].lower() in {"that", "this", "these", "those", "such"}:
        problems.append(f"F4 pointing: {key}")
    wh = f"{asked.wh} {render(asked.rest, grounded.swaps)}".strip()
    if asked.is_subject:
        is_singular = not (asked.both or asked.is_plural)
        question = subject_question(clause, wh, grounded.swaps, is_singular=is_singular)
    else:
        question = fronted_question(clause, wh, asked.tokens, grounded.swaps)
    if question is None:
        return None
    if asked.both and "the two" in question:
        return None
    lead = desk.opening(claimant, question, has_date=grounded.is_dated)
    lead = (not claimant and as_counted(desk, sentence, kept, question)) or lead
    stem = plain_marks(opened(lead, question))
    if problems:
        desk.refuse_for(asked.kind, stem, problems, sentence.span)
        return None
    fewest = _FEWEST_WORDS - (1 if claimant else 0)
    if word_count(question) < fewest or not (grounded.has_name or claimant):
        return None
    first, last = asked.tokens[0], asked.tokens[-1]
    if asked.is_subject and clause.subject.head != clause.verb:
        first = last = clause.verb  # the subject of the verb before, asked for another deed
    return Candidate(
        kind=asked.kind, form=asked.form, stem=stem, key=key,
        answer=AllAnswer(asked.both) if asked.both else TextAnswer(key),
        accept=asked.accept,
        evidence=tuple(sorted({*_evidence(desk, sentence, asked), *grounded.cited})),
        fact=Stretch(sentence.place(first), sentence.place(last) + len(last)),
        sentence=sentence.number, pool=asked.pool, weight=asked.weight,
    )  # fmt: skip


def _evidence(desk: Desk, sentence: Sentence, asked: Asked) -> tuple[Stretch, ...]:
    if asked.both:
        named = {span for name in asked.both for span in desk.reading.naming(sentence, name)}
        return tuple(sorted({sentence.span, *named}))
    if asked.pool != "person":
        return (sentence.span,)
    return desk.reading.naming(sentence, asked.key)
